"""The ready page, with a real desk behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gui.foundations.names import unnamed_focusables
from gui.ready.stories import half_way, rewrite, with_words
from gui.ready.waiting import settled
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.preflight import GapCode
from pressdesk.gui.editor.going import GoalKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor.going import Goal
    from pressdesk.gui.ready import ReadyPlace
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.stored import StoredRelease

    Show = Callable[[StoredRelease], None]
    Take = Callable[[str], StoredRelease]


def titles(place: ReadyPlace) -> list[str]:
    """Return what the cards of what remains say."""
    return [row.card.title for row in place.view.remaining.rows()]


def kinds(desk: DeskWork, release: StoredRelease) -> list[EventKind]:
    """Return what stands in the log."""
    return [event.header.kind for event in desk.open(release.id).events]


def test_each_missing_thing_has_a_card_that_goes_there(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    place: ReadyPlace,
    around: Surroundings,
    desk: DeskWork,
    journeys: Journeys,
    sample: Take,
    show: Show,
) -> None:
    """Quote, comment, placeholder, contact: each with the goal that mends it."""
    show(half_way(desk, journeys, sample("nb")))
    settled(qtbot, around)
    goals: list[Goal] = []
    place.goal_wanted.connect(goals.append)

    for row in place.view.remaining.rows():
        row.go_button.click()

    assert titles(place) == [
        "Quote 1, Marianne Holte: must be approved again",
        "Quote 3, Marianne Holte: not approved",
        "Quote 6, Erik Johan Sand: changes are wanted",
        "Open comment by Kari Nes",
        "“[antall]” still has to be filled in",
        "The contact person of Granitt has no telephone number",
    ]
    assert [goal.kind for goal in goals] == [
        GoalKind.QUOTE,
        GoalKind.QUOTE,
        GoalKind.QUOTE,
        GoalKind.COMMENT,
        GoalKind.PLACEHOLDER,
        GoalKind.CONTACTS,
    ]
    assert goals[3].who == "Kari Nes"
    assert goals[4].words == "[antall]"
    assert place.view.badge.text() == "Not ready · 6 things missing"
    assert not place.view.lock_button.isEnabled()


def test_a_void_approval_says_what_changed(
    place: ReadyPlace, desk: DeskWork, journeys: Journeys, sample: Take, show: Show
) -> None:
    """The code of the approved words, and the word that came since."""
    show(half_way(desk, journeys, sample("nb")))

    details = place.view.remaining.rows()[0].card.details
    assert details.startswith("Approved with code ")
    assert details.endswith("Put in since: “alltid”.")


def test_the_page_says_what_is_in_order_and_how_the_log_is(
    qtbot: QtBot,
    place: ReadyPlace,
    around: Surroundings,
    approved: Callable[[], StoredRelease],
    show: Show,
) -> None:
    """Approvals, contacts, no faults of the language; and the log, event by event."""
    show(approved())
    settled(qtbot, around)

    fine = place.view.fine.text().replace("\u00a0", " ")
    assert "✓ 2 of 2 quotes approved" in fine
    assert "✓ No errors in the language" in fine
    assert place.view.log.text() == "The log is unbroken: 4 events, signed"
    assert place.view.badge.text() == "Ready"


def test_lock_export_edit_and_the_text_is_not_locked_any_more(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    place: ReadyPlace,
    around: Surroundings,
    desk: DeskWork,
    journeys: Journeys,
    approved: Callable[[], StoredRelease],
    show: Show,
    tmp_path: Path,
) -> None:
    """A text that lacks nothing is locked with one press, and its final file is made of it."""
    release = approved()
    show(release)
    assert not place.view.out.final_button.isEnabled()

    place.view.lock_button.click()
    qtbot.waitUntil(place.view.out.final_button.isEnabled, timeout=10_000)
    assert place.view.badge.text() == "Locked"
    target = tmp_path / "endelig.docx"
    place.final_export.on_target_chosen(target)
    settled(qtbot, around)
    state = place.presenter.state
    assert target.exists()
    assert state is not None
    assert state.last is not None
    assert state.last.title == "Final file, just now"
    assert state.last.report.startswith("Read again: the text is the same. No authors,")
    show(rewrite(desk, release.id, lambda content: with_words(content, 0, "stort", "mye")))

    assert place.view.badge.text() == "Not ready · 1 thing missing"
    assert not place.view.out.final_button.isEnabled()
    assert "changed after it was locked" in place.presenter.state.lock_words  # type: ignore[union-attr]
    refused = tmp_path / "ny.docx"
    place.final_export.on_target_chosen(refused)
    settled(qtbot, around)
    assert not refused.exists()
    assert not place.view.banner.isHidden()


def test_an_override_needs_a_reason_and_goes_into_the_log(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    place: ReadyPlace,
    around: Surroundings,
    desk: DeskWork,
    release: StoredRelease,
    show: Show,
    tmp_path: Path,
) -> None:
    """Refused without one; then locked, with name, reason and what was missing."""
    show(release)
    form = place.view.out.form
    place.view.out.override_button.click()
    assert form.isVisible()

    form.done_button.click()
    settled(qtbot, around)
    assert EventKind.FROZEN not in kinds(desk, release)
    reason = form.editor("reason")
    assert isinstance(reason, QLineEdit)
    assert reason.accessibleDescription() == "This has to be filled in."
    reason.setText("   ")
    place.presenter.on_override_answered({"reason": " ", "by": "Kari Nes"})
    settled(qtbot, around)
    assert EventKind.FROZEN not in kinds(desk, release)
    assert form.isVisible()
    reason.setText("Avtalt med begge på telefon.")
    form.done_button.click()
    qtbot.waitUntil(place.view.out.final_button.isEnabled, timeout=10_000)

    assert kinds(desk, release)[-2:] == [EventKind.OVERRIDDEN, EventKind.FROZEN]
    state = place.presenter.state
    assert state is not None
    assert "Kari Nes locked it although 2 things were missing" in state.lock_details
    target = tmp_path / "endelig.docx"
    place.final_export.on_target_chosen(target)
    settled(qtbot, around)
    assert target.exists()


def test_a_quote_is_asked_about_from_its_card(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    place: ReadyPlace,
    around: Surroundings,
    desk: DeskWork,
    release: StoredRelease,
    show: Show,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Name, mail and deadline are asked in the card; a Word file lies in the folder."""
    monkeypatch.setattr(place.requests, "_ask_folder", lambda chosen: chosen(tmp_path))
    show(release)
    row = place.view.remaining.rows()[0]
    row.request_button.click()
    day = row.form.editor("day")
    assert isinstance(day, QLineEdit)

    day.setText("1.1.2020")
    row.form.done_button.click()
    assert day.accessibleDescription() == "This time is past."
    day.setText("1.12.2099")
    row.form.done_button.click()
    settled(qtbot, around)

    assert len(list(tmp_path.glob("*.docx"))) == 1
    assert EventKind.ROUND_OPENED in kinds(desk, release)
    assert titles(place)[0] == "Quote 1, Kari Nes: sent for approval, no answer yet"
    assert "Send it to" in place.view.banner.text()


def test_faults_of_the_language_are_counted_with_a_way_to_them(
    qtbot: QtBot,
    place: ReadyPlace,
    around: Surroundings,
    sample: Take,
    show: Show,
) -> None:
    """They are worth a look and keep nobody from locking."""
    show(sample("nb"))
    settled(qtbot, around)
    goals: list[Goal] = []
    place.goal_wanted.connect(goals.append)

    first = place.view.worth.rows()[0]
    first.go_button.click()

    assert first.card.title.endswith("errors in the language")
    assert goals[0].kind is GoalKind.FINDINGS


def test_every_gap_has_a_title_and_every_control_a_name(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    place: ReadyPlace,
    around: Surroundings,
    desk: DeskWork,
    journeys: Journeys,
    sample: Take,
    show: Show,
) -> None:
    """With the forms open, too; and Escape takes a form away, then leads back."""
    show(half_way(desk, journeys, sample("nb")))
    settled(qtbot, around)
    place.view.out.override_button.click()
    place.view.remaining.rows()[0].request_button.click()
    left: list[bool] = []
    place.closed.connect(lambda: left.append(True))

    assert unnamed_focusables(place) == []
    field = place.view.remaining.rows()[0].form.editor("by")
    place.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not place.view.remaining.rows()[0].form.isVisible()
    assert left == []
    place.view.back_button.click()
    assert left == [True]


@pytest.mark.parametrize("code", list(GapCode))
@pytest.mark.parametrize("who", ["", "Kari Nes"])
def test_a_card_can_be_made_of_every_gap(around: Surroundings, code: GapCode, who: str) -> None:
    """No field is left open in any sentence."""
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.preflight import Gap
    from pressdesk.gui.ready.gaps import gap_card
    from pressdesk.services.gate import Missing
    from samples import content

    gap = Gap(code=code, block=BlockId("b2"), who=who, words="[antall]")
    missing = Missing(gap=gap, message="", language="nb")

    card = gap_card(around.speech, missing, content(), is_first=True)

    assert card.title
    assert "{" not in card.title + card.details


def test_a_card_tells_how_many_comments_one_person_has(around: Surroundings) -> None:
    """They are one thing to do, at one place."""
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.preflight import Gap
    from pressdesk.gui.ready.gaps import gap_card
    from pressdesk.services.gate import Missing
    from samples import content

    gap = Gap(code=GapCode.COMMENT_OPEN, block=BlockId("b2"), who="Kari Nes", count=3)
    missing = Missing(gap=gap, message="", language="nb")

    card = gap_card(around.speech, missing, content(), is_first=True)

    assert card.title == "3 open comments by Kari Nes"
