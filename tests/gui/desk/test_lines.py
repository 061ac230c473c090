"""What the desk says, in which order, and what a search finds; no Qt."""

from __future__ import annotations

import gettext
from dataclasses import replace
from datetime import timedelta

import pytest

from gui.desk.overviews import NOW, desk, line
from pressdesk.domain.history import Stage
from pressdesk.gui.desk.lines import Filter, by_need, desk_line, filtered, matching
from pressdesk.gui.desk.times import due_words, past_words
from pressdesk.gui.desk.waiting import summary_words
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
    assert [one.title[:2] for one in filtered(lines, Filter.EMBARGO, NOW)] == ["14"]


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
        "Round 2 · waiting for Paulsen, 4 of 6 quotes approved, "
        "deadline of round 2 today 15:00, changed 4 min ago"
    )


@pytest.mark.parametrize(
    ("names", "nb", "nn"),
    [
        ((), "Runde 2 · alle har svart", "Runde 2 · alle har svart"),
        (("Monica Paulsen",), "Runde 2 · venter på Paulsen", "Runde 2 · ventar på Paulsen"),
        (("Kari Nes", "Ola Li"), "Runde 2 · venter på Nes og Li", "Runde 2 · ventar på Nes og Li"),
        (("A B", "C D", "E F"), "Runde 2 · venter på 3 personer", "Runde 2 · ventar på 3 personar"),
    ],
)
def test_an_open_round_says_whom_it_waits_for(names: tuple[str, ...], nb: str, nn: str) -> None:
    """By surname, and by number where they are many."""
    one = replace(desk()[0], waiting_for=names)

    assert desk_line(catalogue("nb"), one, NOW).stage_words == nb
    assert desk_line(catalogue("nn"), one, NOW).stage_words == nn


@pytest.mark.parametrize(
    ("ago", "nb", "nn"),
    [
        (timedelta(hours=2), "gikk ut 11.00", "gjekk ut 11.00"),
        (timedelta(hours=14), "gikk ut i går", "gjekk ut i går"),
        (timedelta(days=4), "gikk ut 20. nov.", "gjekk ut 20. nov."),
    ],
)
def test_a_deadline_that_passed_is_said_to_have_passed(ago: timedelta, nb: str, nn: str) -> None:
    """As long as somebody has not answered; then nothing is late any more."""
    late = replace(desk()[0], deadline=NOW - ago)
    answered = replace(late, waiting_for=())

    line_nb, line_nn = (desk_line(catalogue(one), late, NOW) for one in ("nb", "nn"))

    assert (line_nb.due, line_nn.due) == (nb, nn)
    assert line_nb.is_overdue
    assert line_nb.due_spoken == f"fristen for runde 2 {nb}"
    assert not desk_line(ENGLISH, answered, NOW).is_overdue
    assert not desk_line(ENGLISH, answered, NOW).due


def test_quotes_to_approve_anew_are_told_where_they_can_be() -> None:
    """In place of the stage while no round is open, beside it while one is; not once it is out."""
    stale = desk()[3]
    asked = replace(desk()[0], stale=2)
    out = replace(stale, stage=Stage.FROZEN)

    told = [desk_line(catalogue("nb"), one, NOW) for one in (stale, asked, out)]

    assert told[0].stage_words == told[0].stale_words == "1 sitat må godkjennes på nytt"
    assert told[0].spoken.count("på nytt") == 1
    assert told[1].stage_words == "Runde 2 · venter på Paulsen"
    assert "2 sitater må godkjennes på nytt" in told[1].spoken
    assert (told[2].stage_words, told[2].stale, told[2].stale_words) == ("Låst", 0, "")


def test_the_next_of_deadline_and_embargo_has_the_column() -> None:
    """The other one is not lost: an embargo that is later stands with the details."""
    both = replace(desk()[0], embargo=NOW + timedelta(days=2, hours=-5))
    first = replace(both, embargo=NOW + timedelta(hours=1))

    later, sooner = (desk_line(catalogue("nb"), one, NOW) for one in (both, first))

    assert later.due == "i dag 15.00"
    assert later.details.endswith("412 ord · sperrefrist torsdag 08.00")
    assert (sooner.due, sooner.due_spoken) == ("i dag 14.00", "sperrefrist i dag 14.00")
    assert sooner.details.endswith("412 ord")


def test_what_is_overdue_stands_first_then_what_is_due_then_what_is_to_be_done() -> None:
    """The longest overdue on top; what only waits to be written comes last."""
    late = replace(desk()[0], title="late", deadline=NOW - timedelta(hours=1))
    later = replace(late, title="longest", deadline=NOW - timedelta(days=1))
    answered = replace(late, title="answered", waiting_for=(), changed_at=NOW)
    due = replace(late, title="due", deadline=NOW + timedelta(minutes=1))
    stale = line(4, "stale", stale=1)
    plain = line(5, "plain", changed_at=NOW)

    ordered = by_need((plain, stale, answered, due, late, later), NOW)

    assert [one.title for one in ordered] == [
        *("longest", "late", "due", "answered", "stale", "plain")
    ]


def test_the_summary_says_what_is_late_and_what_is_next() -> None:
    """One sentence each; without either it says how the lines stand."""
    nb = catalogue("nb")
    late = replace(desk()[0], deadline=NOW - timedelta(days=1))

    assert summary_words(nb, by_need(desk(), NOW), NOW) == (
        "Neste frist: i dag 15.00 (Skift inngår samarbeid med ACT, runde 2)."
    )
    assert summary_words(nb, by_need((late, desk()[2]), NOW), NOW) == (
        "1 frist er gått ut. "
        "Neste sperrefrist: torsdag 08.00 (14 millionar til grønt hydrogen i nord)."
    )
    assert summary_words(nb, (desk()[1],), NOW) == "Sist endret øverst. Ingen frist venter."
