"""Sending a round from the window: the form, what is wrong with it, and the files."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from gui.foundations.names import unnamed_focusables
from gui.round.reviewed import HAUGLAND, LUND, PAULSEN
from pressdesk.domain.oslo import oslo_time
from pressdesk.domain.rounds import ReaderRole, open_round
from pressdesk.gui.round.inviting import guests_of, usual_deadline

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.round.reviewed import Review
    from pressdesk.gui.round.send_place import SendPlace


@pytest.fixture
def form(sending: SendPlace, review: Review) -> SendPlace:
    """Return the form with the release in it."""
    sending.start(review.stored())
    return sending


def test_speakers_and_contacts_are_there_already(form: SendPlace) -> None:
    """Speakers approve their quotes, contacts comment."""
    rows = {one.name: (one.role, one.quotes) for one in form.presenter.guests()}

    assert rows == {
        PAULSEN: (ReaderRole.APPROVER, 2),
        HAUGLAND: (ReaderRole.APPROVER, 1),
        "Anne Berg": (ReaderRole.COMMENTER, 0),
        LUND: (ReaderRole.COMMENTER, 0),
    }
    assert form.view.guests.row(3).mail.text() == "ingrid@skift.example"
    assert form.view.guests.row(0).note.text() == "Is asked to approve 2 quotes."


def test_those_of_the_last_round_are_asked_again(review: Review) -> None:
    """With their mail addresses, and whoever speaks now besides."""
    review.send("Per Ås <per@skift.example>;role=reader;partner=Skift")
    review.journeys.rounds.close(review.desk.at(review.release))

    names = {one.name: (one.mail, one.role) for one in guests_of(review.stored())}

    assert names["Per Ås"] == ("per@skift.example", ReaderRole.READER)
    assert names[PAULSEN] == ("", ReaderRole.APPROVER)
    assert LUND not in names


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=UTC), "2026-11-25 12:00"),
        (datetime(2026, 11, 26, 22, 30, tzinfo=UTC), "2026-11-30 12:00"),
        (datetime(2026, 11, 27, 9, tzinfo=UTC), "2026-12-01 12:00"),
        (datetime(2026, 11, 28, 9, tzinfo=UTC), "2026-12-01 12:00"),
    ],
)
def test_the_usual_deadline_is_noon_two_working_days_on(today: datetime, expected: str) -> None:
    """Counted by the calendar of Norway, weekends left out."""
    at = oslo_time(usual_deadline(today))

    assert f"{at:%Y-%m-%d %H:%M}" == expected


def test_everybody_gets_a_file(
    form: SendPlace, review: Review, settled: Callable[[], None]
) -> None:
    """The files lie in the folder, their names are shown, and the round is open."""
    form.view.send_button.click()
    settled()

    asked = open_round(review.stored().events)
    assert asked is not None
    names = [one.file_name for one in asked.opened.readers]
    assert form.view.files.text().splitlines() == names
    assert all((review.folder / name).exists() for name in names)
    assert form.view.round_button.isVisible()
    assert form.view.done_words.text().startswith("4 files are ready.")


def test_rows_are_added_typed_in_and_taken_away(
    form: SendPlace, review: Review, settled: Callable[[], None]
) -> None:
    """Only who is left is asked."""
    view = form.view
    for _ in range(3):
        view.guests.row(0).remove.click()

    view.add_button.click()
    view.guests.changed.emit(1, "name", "Eva Moe")
    view.guests.changed.emit(1, "mail", "eva@act.example")
    view.guests.changed.emit(1, "partner", "ACT Cluster")
    view.add_button.click()  # a row that stays blank
    view.send_button.click()
    settled()

    asked = open_round(review.stored().events)
    assert asked is not None
    assert [(one.name, one.mail, one.role) for one in asked.opened.readers] == [
        (LUND, "ingrid@skift.example", ReaderRole.COMMENTER),
        ("Eva Moe", "eva@act.example", ReaderRole.READER),
    ]


def test_flags_stand_in_the_round(
    form: SendPlace, review: Review, settled: Callable[[], None]
) -> None:
    """Confidential, and a listed partner."""
    form.view.confidential.click()
    form.view.listed.click()

    form.view.send_button.click()
    settled()

    asked = open_round(review.stored().events)
    assert asked is not None
    assert (asked.opened.is_confidential, asked.opened.is_listed_partner) == (True, True)


@pytest.mark.parametrize(
    ("day", "time", "expected"),
    [
        ("i morgen", "12.00", "Write the day as 26.11.2026."),
        ("26.11.2026", "noon", "Write the time as 12.00."),
        ("29.03.2026", "02.30", "2:30"),
        ("01.01.2020", "12.00", "passed"),
    ],
)
def test_a_deadline_that_is_none_is_said_at_its_field(  # noqa: PLR0917  # fixtures
    form: SendPlace, review: Review, settled: Callable[[], None], day: str, time: str, expected: str
) -> None:
    """Nothing is sent."""
    form.view.deadline_typed.emit(day, time)

    form.view.send_button.click()
    settled()

    shown = form.view.problems["deadline"]
    assert shown.isVisible()
    assert expected in shown.text().replace("02:30", "2:30")
    assert open_round(review.stored().events) is None


def test_the_weekday_of_the_deadline_is_said(form: SendPlace) -> None:
    """As it is typed."""
    form.view.deadline_typed.emit("30.11.2026", "9")

    assert form.view.spoken.text() == "Monday 30 November 2026, 09:00"


def test_nobody_to_ask_is_said(
    form: SendPlace, review: Review, settled: Callable[[], None]
) -> None:
    """At the people."""
    for _ in range(4):
        form.view.guests.row(0).remove.click()

    form.view.send_button.click()
    settled()

    assert form.view.problems["people"].isVisible()
    assert open_round(review.stored().events) is None


def test_the_same_person_twice_is_said_in_the_row(
    form: SendPlace, settled: Callable[[], None]
) -> None:
    """Where the name stands."""
    form.view.add_button.click()
    form.view.guests.changed.emit(4, "name", PAULSEN)

    form.view.send_button.click()
    settled()

    assert form.view.guests.row(0).problem.isVisible()
    assert PAULSEN in form.view.guests.row(0).problem.text()


def test_a_file_that_is_in_the_way_is_said_at_the_folder(
    form: SendPlace, review: Review, settled: Callable[[], None]
) -> None:
    """And nothing was sent: the form is as it was."""
    form.view.send_button.click()
    settled()
    review.journeys.rounds.close(review.desk.at(review.release))
    name = form.view.files.text().splitlines()[0].replace("runde1", "runde2")
    (review.folder / name).write_text("min egen fil", encoding="utf-8")
    form.start(review.stored())

    form.view.send_button.click()
    settled()

    assert form.view.problems["folder"].isVisible()
    assert open_round(review.stored().events) is None
    assert (review.folder / name).read_text(encoding="utf-8") == "min egen fil"


def test_cancelling_leaves_nothing(
    form: SendPlace, review: Review, settled: Callable[[], None]
) -> None:
    """No file, no round, and the form is there again."""
    before = set(review.folder.glob("*.docx"))
    form.presenter.on_send()

    form.presenter.on_cancel()
    settled()

    assert open_round(review.stored().events) is None
    assert set(review.folder.glob("*.docx")) == before
    assert form.view.send_button.isVisible()
    assert form.view.send_button.isEnabled()


def test_every_field_has_a_name(form: SendPlace) -> None:
    """For those who hear the form."""
    assert unnamed_focusables(form) == []


def test_the_key_that_sent_goes_on_to_the_round(
    form: SendPlace, settled: Callable[[], None]
) -> None:
    """What is sent is not sent again by the same keys; they do what the button says now."""
    shown: list[bool] = []
    form.round_wanted.connect(lambda: shown.append(True))
    form._on_forward()
    settled()

    form._on_forward()

    assert shown == [True]
    assert form.presenter.is_done
    assert not form.presenter.is_busy
