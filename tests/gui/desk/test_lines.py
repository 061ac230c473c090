"""What the desk says, in which order, and what a search finds; no Qt."""

from __future__ import annotations

import gettext
from datetime import timedelta

import pytest

from gui.desk.overviews import NOW, desk, line
from pressdesk.domain.history import Stage
from pressdesk.gui.desk.lines import Filter, by_need, desk_line, filtered, matching
from pressdesk.gui.desk.times import due_words, past_words
from pressdesk.i18n import catalogue

ENGLISH = gettext.NullTranslations()


@pytest.mark.parametrize(
    ("ago", "nb", "nn"),
    [
        pytest.param(timedelta(seconds=20), "nå nettopp", "no nettopp", id="now"),
        pytest.param(timedelta(minutes=4), "for 4 min siden", "for 4 min sidan", id="minutes"),
        pytest.param(timedelta(hours=3), "i dag 10.00", "i dag 10.00", id="today"),
        pytest.param(timedelta(hours=14), "i går", "i går", id="yesterday"),
        pytest.param(timedelta(days=3), "lørdag", "laurdag", id="weekday"),
        pytest.param(timedelta(days=9), "15. nov.", "15. nov.", id="day"),
        pytest.param(timedelta(days=400), "20. okt. 2025", "20. okt. 2025", id="year"),
    ],
)
def test_times_behind_are_said_as_people_do(ago: timedelta, nb: str, nn: str) -> None:
    """By the calendar of Norway, in both written forms."""
    assert past_words(catalogue("nb"), NOW - ago, NOW) == nb
    assert past_words(catalogue("nn"), NOW - ago, NOW) == nn


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        pytest.param(timedelta(hours=2), "i dag 15.00", id="today"),
        pytest.param(timedelta(hours=19), "i morgen 08.00", id="tomorrow"),
        pytest.param(timedelta(hours=43), "torsdag 08.00", id="weekday"),
        pytest.param(timedelta(days=10), "4. des. 13.00", id="day"),
        pytest.param(timedelta(days=-4), "20. nov.", id="behind"),
    ],
)
def test_times_ahead_are_said_with_the_hour(ahead: timedelta, words: str) -> None:
    """An embargo that has ended is a day only."""
    assert due_words(catalogue("nb"), NOW + ahead, NOW) == words


def test_embargoes_ahead_come_first_then_the_last_changed() -> None:
    """What needs doing soonest stands on top; published and ended ones do not hurry."""
    soon = line(1, "soon", embargo=NOW + timedelta(hours=1), changed_at=NOW - timedelta(days=9))
    later = line(2, "later", embargo=NOW + timedelta(days=4))
    out = line(3, "out", embargo=NOW + timedelta(minutes=1), stage=Stage.PUBLISHED)
    ended = line(4, "ended", embargo=NOW - timedelta(days=1), changed_at=NOW)

    ordered = by_need((out, ended, later, soon), NOW)

    assert [one.title for one in ordered] == ["soon", "later", "ended", "out"]


def test_filters_keep_their_kind() -> None:
    """Drafts by stage, embargo by what is still ahead."""
    lines = desk()

    assert len(filtered(lines, Filter.ALL, NOW)) == 4
    assert [one.title[:2] for one in filtered(lines, Filter.DRAFTS, NOW)] == ["Ny", "Fe"]
    assert [one.title[:2] for one in filtered(lines, Filter.EMBARGO, NOW)] == ["Sk", "14"]


@pytest.mark.parametrize(
    ("query", "count"),
    [("narvik", 1), ("ACT skift", 2), ("HØRING", 1), ("hydrogen narvik", 0), ("  ", 4)],
)
def test_search_wants_every_word_in_title_partners_or_details(query: str, count: int) -> None:
    """Case does not count."""
    assert len(matching(desk(), query, ENGLISH)) == count


def test_a_line_is_said_whole_for_the_ear() -> None:
    """The screen reader gets everything with the title."""
    spoken = desk_line(ENGLISH, desk()[0], NOW).spoken

    assert spoken == (
        "Skift inngår samarbeid med ACT, Partnership agreement · bokmål · 412 words, ACT, Skift, "
        "In review, 4 of 6 quotes approved, embargo today 15:00, changed 4 min ago"
    )
