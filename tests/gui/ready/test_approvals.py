"""Approvals in the editor: seen beside the words, noted by hand, void and back with the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from gui.foundations.hands import type_text
from gui.ready.stories import approve
from gui.ready.waiting import settled
from pressdesk.domain.comments import comments
from pressdesk.domain.ledger import EventKind
from pressdesk.gui.editor.inspector import Tab

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.editor.approval.card import ApprovalCard
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.stored import StoredRelease


def first_quote(editor: EditorPlace) -> BlockId:
    """Return the first quote."""
    return next(iter(editor.sheet.content().quotes())).id


def at_quote(editor: EditorPlace, release: StoredRelease) -> ApprovalCard:
    """Open the release with the cursor in its first quote, and return the card."""
    editor.open(release)
    editor.sheet.go_to(first_quote(editor))
    editor.view.inspector.show_tab(Tab.QUOTE)
    return editor.view.inspector.quote.approval


def fill(card: ApprovalCard, **answers: str) -> None:
    """Fill the form in, and send it."""
    for key, words in answers.items():
        field = card.form.editor(key)
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(words))
        elif isinstance(field, QLineEdit):
            field.setText(words)
    card.form.done_button.click()


def pill(editor: EditorPlace) -> str:
    """Return what stands under the first quote."""
    found = editor.review.pill_of(first_quote(editor))
    return found.words if found else ""


def spoken(editor: EditorPlace) -> str:
    """Return what a screen reader says of the first quote in the outline."""
    return next(one for one in editor.view.outline.items() if one.key == first_quote(editor)).spoken


def test_nobody_is_nagged_before_anything_was_asked(
    editor: EditorPlace, release: StoredRelease
) -> None:
    """No pill and no mark in a draft; the card can be used all the same."""
    card = at_quote(editor, release)

    assert not pill(editor)
    assert spoken(editor) == "Quote · Nes"
    assert card.badge.text() == "Not approved"
    assert card.note_button.isVisible()


def test_an_approval_with_the_wrong_code_is_refused(
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    release: StoredRelease,
) -> None:
    """Nothing is recorded, the form stays, and the right code is taken."""
    card = at_quote(editor, release)
    card.note_button.click()

    fill(card, evidence="Ringte kl. 10", code="AA-AA-AA")
    settled(qtbot, around)
    assert card.form.isVisible()
    assert card.form.editor("code").accessibleDescription().startswith("The code")
    assert all(
        event.header.kind is not EventKind.APPROVAL_GIVEN for event in desk.open(release.id).events
    )
    code = editor.review.standings.of(editor.sheet.content())[first_quote(editor)].code
    fill(card, code=code.lower().replace("-", " "))
    settled(qtbot, around)

    assert not card.form.isVisible()
    assert pill(editor).startswith("Approved by Nes on ")
    assert spoken(editor) == "Quote · Nes, approved"
    assert "The short code was read back." in card.evidence.text()


def test_state_follows_typing_and_comes_back_with_the_words(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    journeys: Journeys,
    release: StoredRelease,
) -> None:
    """A changed word needs a new yes, says which, and undo gives the approval back."""
    approve(journeys, desk.at(release.id), 0)
    card = at_quote(editor, desk.open(release.id))
    cursor = editor.sheet.textCursor()
    editor.sheet.put_cursor(cursor.position() + len("– Vi gleder oss "))

    type_text(editor.sheet, "veldig ")
    editor.refresh()
    assert pill(editor) == "Must be approved again – show the difference"
    assert spoken(editor) == "Quote · Nes, must be approved again"
    assert "veldig" in card.difference.text()
    assert card.difference.accessibleName() == "“veldig” was put in"
    for _ in range(12):
        editor.sheet.undo()
    editor.refresh()

    assert pill(editor).startswith("Approved by Nes")
    assert not card.difference.isVisible()
    settled(qtbot, around)


def test_somebody_else_does_not_approve_until_they_may(
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    release: StoredRelease,
) -> None:
    """Their yes is kept as a comment, which is said; with authority on record it counts."""
    card = at_quote(editor, release)
    card.note_button.click()
    fill(card, by="Per Ås", evidence="Det er greit.")
    settled(qtbot, around)
    assert "Per Ås may not answer for Kari Nes" in card.problem.text()
    assert len(comments(desk.open(release.id).events)) == 1
    assert editor.view.inspector.tabs.tabText(2) == "Comments 1"

    card.delegate_button.click()
    fill(card, by="Per Ås", evidence="Kari Nes sa det på telefon.")
    settled(qtbot, around)
    card.note_button.click()
    fill(card, by="Per Ås", evidence="Ja.", how="meeting")
    settled(qtbot, around)

    assert pill(editor).startswith("Approved by Ås")
    assert "On behalf of Kari Nes." in card.evidence.text()
    assert "No short code was read back." in card.evidence.text()


def test_an_approval_is_taken_back_with_a_reason(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    journeys: Journeys,
    release: StoredRelease,
) -> None:
    """Without a reason nothing happens; with one the quote is not approved any more."""
    approve(journeys, desk.at(release.id), 0)
    card = at_quote(editor, desk.open(release.id))
    card.withdraw_button.click()

    fill(card, reason="")
    assert card.form.isVisible()
    fill(card, reason="Styret har bedt om det.")
    settled(qtbot, around)

    assert pill(editor) == "Not approved"
    assert EventKind.APPROVAL_WITHDRAWN in [
        event.header.kind for event in desk.open(release.id).events
    ]


def test_what_was_just_typed_is_what_is_approved(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    journeys: Journeys,
    release: StoredRelease,
) -> None:
    """The text is stored before an answer is noted about it."""
    card = at_quote(editor, release)
    editor.sheet.put_cursor(editor.sheet.textCursor().position() + len("– Vi gleder oss "))
    type_text(editor.sheet, "alle ")
    editor.refresh()
    card.note_button.click()
    fill(card, evidence="Leste opp.")
    settled(qtbot, around)

    states = journeys.approving.states(desk.at(release.id))
    assert states[first_quote(editor)].state == "approved"
    assert pill(editor).startswith("Approved by Nes")


def test_one_quote_is_sent_for_approval_from_the_card(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    release: StoredRelease,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A Word file lies in the folder, the quote waits, and the banner says whom to send it to."""
    monkeypatch.setattr(editor.review.requests, "_ask_folder", lambda chosen: chosen(tmp_path))
    card = at_quote(editor, release)
    card.ask_button.click()
    fill(card, mail="kari@nordlys.example", day="1.12.2099", time="12")
    settled(qtbot, around)

    assert len(list(tmp_path.glob("*.docx"))) == 1
    assert pill(editor) == "Sent for approval"
    assert spoken(editor) == "Quote · Nes, sent for approval"
    assert "Send it to kari@nordlys.example" in editor.view.note_banner.text()


def test_a_fix_in_approved_words_says_whose_approval_it_costs(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    journeys: Journeys,
    sample: Callable[[str], StoredRelease],
) -> None:
    """The card of the finding names the speaker, from the moment the approval is noted."""
    release = sample("nb")
    approve(journeys, desk.at(release.id), 0)
    editor.open(desk.open(release.id))
    qtbot.waitUntil(lambda: editor.findings.checking.found.count is not None, timeout=20_000)
    block = first_quote(editor)

    costs = editor.findings._cost_of(block)

    assert costs == ("Marianne Holte",)
    assert editor.findings._proofs().manuscript(
        editor.sheet.content(), editor.findings.presenter.notes
    ).approved == {block}
    settled(qtbot, around)


def test_the_pill_leads_to_the_difference(
    editor: EditorPlace, desk: DeskWork, journeys: Journeys, release: StoredRelease
) -> None:
    """A click on the pill shows the tab with the card."""
    approve(journeys, desk.at(release.id), 0)
    editor.open(desk.open(release.id))
    editor.view.inspector.show_tab(Tab.FACTS)

    editor.sheet.pill_clicked.emit(first_quote(editor))

    assert editor.view.inspector.tab is Tab.QUOTE
    assert editor.view.inspector.quote.approval.isVisible()
