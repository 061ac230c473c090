"""The round screen over a real desk: answers are read, decided, and the round is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from gui.foundations.names import unnamed_focusables
from gui.round.reviewed import HAUGLANDS, partnership
from pressdesk.domain.approvals import ApprovalState, approval_states
from pressdesk.domain.comments import comments
from pressdesk.domain.content import Boilerplate
from pressdesk.domain.ids import BlockId
from pressdesk.domain.oslo import oslo_time
from pressdesk.domain.proposals import ProposalState
from pressdesk.domain.rounds import open_round, rounds
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.gui.fonts import FontRole
from pressdesk.gui.round.panel import Tab
from pressdesk.gui.round.state import ChangeCard, PersonState, Step
from pressdesk.services.proposals import ProposalBook

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from gui.round.reviewed import Review
    from pressdesk.domain.content import Content
    from pressdesk.gui.round import RoundPlace


@pytest.fixture
def second(review: Review, place: RoundPlace) -> RoundPlace:
    """Return the screen with the second round on it: two have answered, Paulsen has not."""
    review.go_through_two_rounds()
    assert place.open(review.stored())
    return place


def card(place: RoundPlace, new: str) -> ChangeCard:
    """Return the card that proposes ``new``."""
    (found,) = (one for one in place.view.panel.changes.list.cards() if one.new == new)
    return found


def changed(place: RoundPlace, old: str) -> ChangeCard:
    """Return the card that would have ``old`` otherwise."""
    (found,) = (one for one in place.view.panel.changes.list.cards() if one.old == old)
    return found


def content(review: Review) -> Content:
    """Return the text that the desk holds."""
    return review.stored().draft.content()


def states(review: Review) -> dict[str, int]:
    """Return how many proposals of the last round are in each state, as the desk has it."""
    stored = review.stored()
    found = [one.state.value for one in ProposalBook(stored).lines(stored.draft)]
    return {state.value: found.count(state.value) for state in ProposalState}


def test_the_readers_stand_with_what_came(second: RoundPlace) -> None:
    """Who has answered and how, what is in it, and whom the round waits for."""
    side = second.view.side

    shown = {one.name: one for one in side._shown}

    assert shown["B. K. Haugland"].state is PersonState.ANSWERED
    assert "Word · 11:42" in shown["B. K. Haugland"].lines[0]
    assert "1 quote approved as changed" in shown["B. K. Haugland"].spoken
    assert shown["I. Lund"].alarm == "1 unmarked change found"
    assert shown["M. Paulsen"].state is PersonState.WAITING
    assert second.view.status.words()[2] == "waiting for Paulsen"


def test_past_the_deadline_is_said(review: Review, place: RoundPlace) -> None:
    """In words and not by colour only."""
    review.send(hours=1)
    review.clock.now += timedelta(hours=2)

    place.open(review.stored())

    assert {one.state_words for one in place.view.side._shown} == {"past the deadline"}


def test_the_text_shows_what_would_go_and_come(second: RoundPlace) -> None:
    """What goes is struck, what comes is underlined, and a silent edit says that it is one."""
    text = second.view.text

    words = text.toPlainText()
    start, end = text.written.spots[card(second, "en treårig samarbeidsavtale").key]
    cursor = text.textCursor()
    cursor.setPosition(start + 1)
    struck = cursor.charFormat().fontStrikeOut()
    cursor.setPosition(end)
    underlined = cursor.charFormat().fontUnderline()

    assert "avtale om samarbeiden treårig samarbeidsavtale" in words
    assert (struck, underlined) == (True, True)
    assert "unmarked" in words
    assert text.isReadOnly()


def test_accepting_changes_the_draft_and_undo_changes_it_back(
    second: RoundPlace, review: Review, settled: Callable[[], None]
) -> None:
    """By the keys, stored on the desk each time; the next one is pointed at."""
    place = second
    key = card(place, "en treårig samarbeidsavtale").key
    place.presenter.on_chosen(key)

    place.action("accept").trigger()
    settled()
    accepted = content(review).lead[0].plain
    was_next = place.presenter.current
    place.action("undo").trigger()
    settled()

    assert "inngått en treårig samarbeidsavtale." in accepted
    assert was_next != key
    assert content(review) == partnership()
    assert states(review) == {"open": 5, "accepted": 0, "rejected": 1}


def test_a_rejected_one_can_be_reopened(
    second: RoundPlace, review: Review, settled: Callable[[], None]
) -> None:
    """Cards that are decided stay in the list below the others."""
    place = second
    key = card(place, "10 000").key

    place.presenter.on_chosen(key)
    place.action("reject").trigger()
    settled()
    rejected = card(place, "10 000")
    place.view.step_wanted.emit(key, Step.REOPEN.value)
    settled()

    assert (rejected.is_open, rejected.steps) == (False, (Step.REOPEN,))
    assert card(place, "10 000").is_open
    assert states(review)["open"] == 5


def test_an_edit_of_another_partners_quote_is_rejected_before_anybody_looks(
    second: RoundPlace,
) -> None:
    """Lund is at Skift, and the quote is Paulsen's at ACT Cluster."""
    (found,) = (one for one in second.view.panel.changes.list.cards() if "tettere" in one.old)

    assert not found.is_open
    assert found.flags == "Another partner's quote"
    assert found.edge == "danger"


def test_the_speakers_own_change_is_accepted_and_stands_as_approved(
    second: RoundPlace, review: Review, settled: Callable[[], None]
) -> None:
    """One press takes all that Haugland changed in his quote; the approval follows by the words."""
    place = second
    key = changed(place, "utrolig").key
    assert Step.ACCEPT_APPROVED in changed(place, "utrolig").steps

    place.view.text.step_wanted.emit(key, Step.ACCEPT_APPROVED.value)
    settled()

    stored = review.stored()
    standing = approval_states(stored.events, stored.draft.content())[HAUGLANDS]
    assert standing.state is ApprovalState.APPROVED
    assert "Approved by Haugland in round 2" in place.view.text.toPlainText().replace("\xa0", " ")
    matrix = place.view.panel.approvals.matrix
    assert matrix.rows[2][2][1].words == "✓ r2"


def test_all_of_one_partner_are_accepted_at_once(
    second: RoundPlace, review: Review, settled: Callable[[], None]
) -> None:
    """From the menu; one undo takes all of them back."""
    place = second
    (all_of_skift,) = (one for one in place.view.top.actions_of_menu() if "Skift" in one.text())

    all_of_skift.trigger()
    settled()
    after = states(review)
    place.view.toast.undo_button.click()
    settled()

    assert after == {"open": 0, "accepted": 5, "rejected": 1}
    assert states(review)["open"] == 5


def test_a_conflict_stands_side_by_side_and_one_is_chosen(
    second: RoundPlace, review: Review, settled: Callable[[], None]
) -> None:
    """The key for accepting does not choose; the button on the card does."""
    place = second
    received = review.receive(review.by_paulsen())
    place.open(review.stored(), received=received)
    lund = card(place, "en treårig samarbeidsavtale")
    place.presenter.on_chosen(lund.key)

    place.action("accept").trigger()
    said = place.view.banner.text()
    place.view.step_wanted.emit(lund.key, Step.FORCE.value)
    settled()

    assert lund.is_conflict
    assert any("M. Paulsen wants" in one for one in lund.against)
    assert "Choose on the card" in said
    assert "en treårig samarbeidsavtale" in content(review).lead[0].plain


def test_closing_asks_about_what_nobody_has_decided(
    second: RoundPlace, review: Review, settled: Callable[[], None]
) -> None:
    """Then rejects the rest, writes it down, and shows the round as closed."""
    place = second
    place.view.step_wanted.emit(card(place, "10 000").key, Step.ACCEPT.value)

    place.view.top.close_button.click()
    asked = place.view.banner.text()
    place.view.banner.action_requested.emit("close_rest")
    settled()

    assert asked.startswith("4 proposals are not decided.")
    assert open_round(review.stored().events) is None
    assert "10 000" in content(review).blocks[0].texts[0].plain
    assert states(review) == {"open": 0, "accepted": 1, "rejected": 5}
    assert not place.view.top.close_button.isVisible()
    assert place.view.status.words()[1].startswith("Closed")


def test_an_earlier_round_is_shown_as_it_was(second: RoundPlace) -> None:
    """What was sent, with everything that was proposed; nothing can be decided there."""
    place = second
    rows = place.view.side.rounds.items()

    place.view.side.rounds.chosen.emit(rows[0].key)

    assert place.view.top.pill.text() == "Round 1"
    assert all(not one.steps for one in place.view.panel.changes.list.cards())


def test_the_deadline_is_moved_in_place(
    second: RoundPlace, review: Review, settled: Callable[[], None]
) -> None:
    """A day that is none is said at its field."""
    side = second.view.side
    side.move_button.click()
    day = side.form.editor("day")
    assert isinstance(day, QLineEdit)

    day.setText("i morgen")
    side.form.done_button.click()
    is_refused = side.form.isVisible()
    day.setText("30.11.2026")
    side.form.done_button.click()
    settled()

    assert is_refused
    assert not side.form.isVisible()
    asked = open_round(review.stored().events)
    assert asked is not None
    assert oslo_time(asked.deadline).date().isoformat() == "2026-11-30"


def test_a_deadline_that_has_passed_is_refused_at_its_field(
    second: RoundPlace, settled: Callable[[], None]
) -> None:
    """What was typed stays."""
    side = second.view.side
    side.move_button.click()
    day = side.form.editor("day")
    assert isinstance(day, QLineEdit)

    day.setText("01.11.2026")
    side.form.done_button.click()
    settled()

    assert side.form.isVisible()
    assert day.text() == "01.11.2026"


def test_a_proposal_is_answered_by_a_comment_that_is_settled(
    second: RoundPlace, review: Review, settled: Callable[[], None]
) -> None:
    """At the place of the proposal; with a reason."""
    place = second
    form = place.view.panel.changes.form
    place.view.step_wanted.emit(card(place, "10 000").key, Step.ANSWER.value)
    field = form.editor("text")
    assert isinstance(field, QPlainTextEdit)

    field.setPlainText("Er tallet avtalt?")
    form.done_button.click()
    settled()
    (asked,) = comments(review.stored().events)
    place.view.panel.remarks.resolved.emit(asked.id, "Ja, av begge.")
    settled()

    assert asked.added.block == "b1"
    assert comments(review.stored().events)[0].resolved is not None
    assert not form.isVisible()


def test_what_was_decided_is_stored_before_the_place_is_left(
    second: RoundPlace, review: Review, qtbot: QtBot
) -> None:
    """The text in the editor is the text that was decided."""
    place = second
    place.view.step_wanted.emit(card(place, "10 000").key, Step.ACCEPT.value)

    with qtbot.waitSignal(place.closed):
        place.view.top.back_button.click()

    assert "10 000" in content(review).blocks[0].texts[0].plain


def test_somebody_elses_draft_is_not_overwritten(
    second: RoundPlace, review: Review, settled: Callable[[], None]
) -> None:
    """The screen says so and shows what the desk holds."""
    place = second
    stored = review.stored()
    where = review.desk.at(review.release)
    review.journeys.drafting.save(where, stored.draft.contents, read_version=stored.draft.version)

    place.view.step_wanted.emit(card(place, "10 000").key, Step.ACCEPT.value)
    settled()
    settled()

    assert place.view.banner.isVisible()
    assert states(review)["accepted"] == 0
    assert card(place, "10 000").is_open
    place.view.step_wanted.emit(card(place, "10 000").key, Step.ACCEPT.value)
    settled()
    assert states(review)["accepted"] == 1


def test_every_control_has_a_name_and_panes_are_reached_by_keys(
    second: RoundPlace, qtbot: QtBot
) -> None:
    """F6 goes round; the list says each proposal in full."""
    place = second
    place.activateWindow()

    reached = []
    for number in range(3):
        place.go_to_pane(number=number)
        focus = place.window().focusWidget()
        reached.append(focus.objectName() if focus is not None else "")

    assert unnamed_focusables(place) == []
    assert reached == ["round_list", "tracked_text", "change_list"]
    spoken = place.view.panel.changes.list.cards()[0].spoken
    assert "avtale om samarbeid → en treårig samarbeidsavtale" in spoken
    qtbot.keyClick(place.view.panel.changes.list, Qt.Key.Key_Return)
    assert place.view.panel.changes.list.step_button(Step.ACCEPT) is not None


def test_the_reminder_is_addressed_and_says_what_about(second: RoundPlace) -> None:
    """To be sent by the user's own mail program."""
    (waiting,) = (one for one in second.view.side._shown if one.mail)
    reader = second.presenter.reader(waiting.key)
    assert reader is not None

    url = second.reminder(reader)

    assert url.path() == "monica@act.example"
    assert "Skift inngår samarbeid med ACT" in url.query(url.ComponentFormattingOption.FullyDecoded)


def test_a_duplicate_is_said_and_changes_nothing(second: RoundPlace, review: Review) -> None:
    """In one sentence."""
    before = len(review.stored().events)
    received = review.receive(review.folder / "lund.docx")

    second.open(review.stored(), received=received)

    assert "received before" in second.view.banner.text()
    assert len(review.stored().events) == before


def test_the_log_tells_everything(second: RoundPlace) -> None:
    """The newest first."""
    second.view.panel.show_tab(Tab.LOG)

    lines = second.view.panel.log.toPlainText().splitlines()

    assert lines[0].startswith("Answer from Ingrid Lund")
    assert any("Round closed" in line for line in lines)


def test_bold_and_italics_are_shown_in_the_text(second: RoundPlace, review: Review) -> None:
    """As on the sheet where it is written."""
    stored = review.stored()
    content = stored.draft.content()
    marks = (
        Mark(start=0, end=2, kind=MarkKind.STRONG),
        Mark(start=2, end=4, kind=MarkKind.EMPHASIS),
    )
    words = Text("Skift samler næringslivet.", marks)
    about = Boilerplate(
        id=BlockId("om"), partner=None, heading=Text.of("Om Skift"), paragraphs=(words,)
    )
    marked = replace(content, boilerplates=(about,))

    second.open(replace(stored, draft=replace(stored.draft, contents=(marked,))))

    cursor = second.view.text.document().find(words.plain)
    start, looks = cursor.selectionStart(), []
    for place in (1, 3, 5):
        cursor.setPosition(start + place)
        shown = cursor.charFormat()
        looks.append((shown.fontWeight() == QFont.Weight.Bold, shown.fontItalic()))
    assert looks == [(True, False), (False, True), (False, False)]


def test_a_release_without_rounds_has_nothing_to_show(place: RoundPlace, review: Review) -> None:
    """The window offers to send it instead."""
    assert not place.open(review.stored())
    assert rounds(review.stored().events) == ()


def test_a_round_is_read_from_its_start(second: RoundPlace) -> None:
    """Whoever opens it begins at the title or at the first proposal, not at the end."""
    text = second.view.text

    assert text.textCursor().position() < text.document().characterCount() // 2
    assert second.presenter.current == second.presenter._order[0]


def test_every_standing_has_room_for_its_words(second: RoundPlace) -> None:
    """A short name above a column cuts nothing off below it."""
    matrix, look = second.view.panel.approvals, second._around.look
    letters = QFontMetrics(look.font(FontRole.SMALL_MEDIUM))

    for _, _, cells in matrix.matrix.rows:
        for column, cell in enumerate(cells, 1):
            pill = 0 if cell.is_empty else letters.horizontalAdvance(cell.words)
            around = 2 * (look.length(10) + look.length(9))
            assert matrix.columnWidth(column) >= pill + around
