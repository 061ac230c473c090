"""Findings in a real editor, found by the real proofreader: marks, cards, keys and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton

from gui.foundations.hands import press_key, type_text
from gui.foundations.names import unnamed_focusables
from pressdesk.domain.content import Paragraph
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.proofing.rows import CardRow, Filter, Step
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor import EditorPlace
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.stored import StoredRelease

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def read(qtbot: QtBot, opened: EditorPlace) -> EditorPlace:
    """Return the editor once its text was read from end to end."""
    qtbot.waitUntil(lambda: opened.findings.checking.found.count is not None, timeout=20_000)
    return opened


def body(place: EditorPlace) -> Paragraph:
    return next(one for one in place.sheet.content().blocks if isinstance(one, Paragraph))


def write(place: EditorPlace, words: str) -> None:
    """Type at the end of the first paragraph."""
    block = body(place)
    end = len(block.text.plain)
    place.sheet.spots.select(block.id, end, end)
    type_text(place.sheet, words)


def cards(place: EditorPlace) -> list[CardRow]:
    rows = place.view.inspector.findings.list.rows()
    return [row for row in rows if isinstance(row, CardRow)]


def card_about(place: EditorPlace, words: str) -> CardRow | None:
    return next((one for one in cards(place) if one.excerpt.words == words), None)


def found_card(qtbot: QtBot, place: EditorPlace, words: str) -> CardRow:
    """Wait for the card about ``words`` and return it."""
    qtbot.waitUntil(lambda: card_about(place, words) is not None)
    card = card_about(place, words)
    assert card is not None
    return card


def marked(place: EditorPlace) -> list[str]:
    QApplication.processEvents()
    return [one.cursor.selectedText() for one in place.sheet.extraSelections()]


def button(place: EditorPlace, name: str) -> QPushButton:
    card = place.view.inspector.findings.list.card
    assert card is not None
    found = [one for one in card.findChildren(QPushButton, name) if one.isVisibleTo(card)]
    assert found, [one.objectName() for one in card.findChildren(QPushButton)]
    return found[-1]


def test_a_misspelt_word_is_marked_and_listed_once_it_is_left(
    qtbot: QtBot, read: EditorPlace
) -> None:
    """Nobody is told that half a word is wrong."""
    write(read, " Vi synligjøres")
    qtbot.waitUntil(lambda: read.findings.checking.held is not None)
    assert "synligjøres" not in marked(read)
    assert card_about(read, "synligjøres") is None

    type_text(read.sheet, " ")

    qtbot.waitUntil(lambda: "synligjøres" in marked(read))
    card = found_card(qtbot, read, "synligjøres")
    assert card.steps == (Step.WORD, Step.IGNORE)
    (mark,) = [
        one for one in read.sheet.extraSelections() if one.cursor.selectedText() == "synligjøres"
    ]
    assert mark.format.underlineStyle() is WAVE
    assert mark.format.underlineColor() == read._around.look.color("danger")


def test_a_mark_follows_its_word_while_one_types_before_it(qtbot: QtBot, read: EditorPlace) -> None:
    """It moves at once, before anybody has checked again."""
    write(read, " Vi synligjøres her.")
    qtbot.waitUntil(lambda: "synligjøres" in marked(read))
    read.sheet.spots.select(body(read).id, 0, 0)

    type_text(read.sheet, "Ja")

    assert "synligjøres" in marked(read)


def test_f7_goes_round_and_shows_the_card(qtbot: QtBot, read: EditorPlace) -> None:
    """Words selected in the text, their card open, the keyboard still in the text."""
    write(read, " Vi synligjøres og synnliggjør. ")
    qtbot.waitUntil(lambda: {"synligjøres", "synnliggjør"} <= set(marked(read)))
    read.view.inspector.show_tab(Tab.FACTS)
    read.sheet.spots.select(body(read).id, 0, 0)
    seen: list[str] = []

    for _ in range(len(cards(read)) + 1):
        read.actions_of_place["next_finding"].trigger()
        seen.append(read.sheet.textCursor().selectedText())

    first = seen.index("synligjøres")
    assert seen[first + 1] == "synnliggjør"
    assert read.view.inspector.tab is Tab.FINDINGS
    assert read.sheet.hasFocus()
    card = read.view.inspector.findings.list.card
    assert card is not None
    assert card.key == read.findings.presenter._current
    read.sheet.spots.select(body(read).id, 0, 0)
    read.actions_of_place["previous_finding"].trigger()
    assert read.sheet.textCursor().selectedText() != "synligjøres"


def test_a_suggestion_comes_by_itself_and_mends_the_word(
    qtbot: QtBot, read: EditorPlace, stored: Callable[[], object]
) -> None:
    """One click; the text, the marks and the list follow, and undo brings the word back."""
    write(read, " Vi synligjøres her.")
    card = found_card(qtbot, read, "synligjøres")
    read.findings.presenter.on_card_chosen(card.key)
    qtbot.waitUntil(lambda: bool((card_about(read, "synligjøres") or card).fixes))
    wanted = button(read, "fix_0").text()
    assert wanted == "synliggjøres"

    button(read, "fix_0").click()

    assert body(read).text.plain.endswith("Vi synliggjøres her.")
    assert card_about(read, "synligjøres") is None
    assert "synligjøres" not in marked(read)
    read.sheet.undo()
    assert body(read).text.plain.endswith("Vi synligjøres her.")
    found_card(qtbot, read, "synligjøres")
    assert stored is not None


def test_all_alike_are_mended_as_one_step(qtbot: QtBot, read: EditorPlace) -> None:
    """Three of the same in one go, and one undo for all."""
    write(read, " Vi synligjøres. De synligjøres. Alle synligjøres. ")
    qtbot.waitUntil(lambda: marked(read).count("synligjøres") == 3)
    card = found_card(qtbot, read, "synligjøres")
    read.findings.presenter.on_card_chosen(card.key)
    qtbot.waitUntil(lambda: Step.ALIKE in (card_about(read, "synligjøres") or card).steps)

    button(read, "step_alike").click()

    assert "synligjøres" not in body(read).text.plain
    assert body(read).text.plain.count("synliggjøres") == 3
    read.sheet.undo()
    assert body(read).text.plain.count("synligjøres") == 3


def test_ignoring_asks_why_in_place_is_kept_and_follows_undo(
    qtbot: QtBot, read: EditorPlace, desk: DeskWork, release: StoredRelease
) -> None:
    """The reason goes with the release; undo shows the finding again, redo hides it again."""
    write(read, " Vi synligjøres her.")
    card = found_card(qtbot, read, "synligjøres")
    read.findings.presenter.on_card_chosen(card.key)
    button(read, "step_ignore").click()
    line = read.findChild(QLineEdit, "ignore_reason")
    assert line is not None
    assert line.hasFocus()
    assert line.selectedText() == "It is right as it stands"

    type_text(line, "Navnet er slik")
    button(read, "ignore_done").click()

    assert card_about(read, "synligjøres") is None
    assert "synligjøres" not in marked(read)

    def kept() -> list[str]:
        qtbot.waitUntil(lambda: read._around.tasks.running == 0)
        return [one.reason for one in desk.open(release.id).proofing.ignored]

    assert kept() == ["Navnet er slik"]
    read.sheet.undo()
    found_card(qtbot, read, "synligjøres")
    assert kept() == []
    read.sheet.redo()
    assert card_about(read, "synligjøres") is None
    assert kept() == ["Navnet er slik"]


def test_what_was_ignored_can_be_brought_back(qtbot: QtBot, read: EditorPlace) -> None:
    """In a list of its own, with who and why."""
    write(read, " Vi synligjøres her.")
    card = found_card(qtbot, read, "synligjøres")
    read.findings.presenter.on_ignore_wanted(card.key, "Navnet er slik")
    read.view.inspector.findings.filter_chosen.emit(Filter.IGNORED.value)
    (ignored,) = cards(read)
    assert ignored.note == "Set aside by Kari Nes: Navnet er slik"

    read.findings.presenter.on_step_wanted(ignored.key, Step.RESTORE)

    found_card(qtbot, read, "synligjøres")


@pytest.mark.parametrize("layer", list(Layer))
def test_a_word_goes_into_the_chosen_list_and_out_again_by_undo(
    qtbot: QtBot, read: EditorPlace, journeys: Journeys, layer: Layer
) -> None:
    """This release, the organisation, or one's own list; the next time that list is first."""
    write(read, " Vi synligjøres her.")
    card = found_card(qtbot, read, "synligjøres")
    read.findings.presenter.on_card_chosen(card.key)
    button(read, "step_word").click()
    assert button(read, "layer_release").hasFocus()
    where = read.storing.where()[0]

    button(read, f"layer_{layer}").click()

    assert card_about(read, "synligjøres") is None
    qtbot.waitUntil(lambda: read._around.tasks.running == 0)
    assert journeys.proofing.words(layer, where) == ("synligjøres",)
    assert read.view.inspector.findings.layer is layer
    read.sheet.undo()
    qtbot.waitUntil(lambda: read._around.tasks.running == 0)
    assert journeys.proofing.words(layer, where) == ()
    found_card(qtbot, read, "synligjøres")


def test_ctrl_full_stop_offers_fixes_at_the_word(qtbot: QtBot, read: EditorPlace) -> None:
    """A small menu, with the best fix under the keys; nothing where nothing is wrong."""
    write(read, " Vi synligjøres her.")
    found_card(qtbot, read, "synligjøres")
    words = body(read).text.plain
    read.sheet.spots.select(body(read).id, 0, 0)
    read.actions_of_place["quick_fix"].trigger()
    assert read.findChild(QMenu, "quick_fix_menu") is None
    place = words.index("synligjøres") + 3
    read.sheet.spots.select(body(read).id, place, place)

    read.actions_of_place["quick_fix"].trigger()

    menu = read.findChild(QMenu, "quick_fix_menu")
    assert menu is not None
    assert menu.isVisible()
    qtbot.waitUntil(
        lambda: menu.activeAction() is not None and menu.activeAction().text() == "synliggjøres"
    )
    press_key(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "synliggjøres" in body(read).text.plain)


def test_the_menu_of_the_text_offers_the_same(qtbot: QtBot, read: EditorPlace) -> None:
    """Above copy and paste."""
    write(read, " Vi synligjøres her.")
    found_card(qtbot, read, "synligjøres")
    place = body(read).text.plain.index("synligjøres") + 3
    read.sheet.spots.select(body(read).id, place, place)
    at = read.sheet.cursorRect().center()

    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, at, read.sheet.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(read.sheet.viewport(), event)

    menu = read.findChild(QMenu, "sheet_menu")
    assert menu is not None
    qtbot.waitUntil(lambda: "synliggjøres" in [one.text() for one in menu.actions()])
    texts = [one.text() for one in menu.actions()]
    assert "Ignore …" in texts
    assert "Add to word list: This release" in texts
    menu.close()


def test_the_list_is_gone_about_by_keys(qtbot: QtBot, read: EditorPlace) -> None:
    """Arrows choose, Enter goes into the card, Escape back to the list and to the text."""
    write(read, " Vi synligjøres og synnliggjør. ")
    found_card(qtbot, read, "synnliggjør")
    panel = read.view.inspector.findings
    read.go_to_pane(number=2)
    assert panel.list.hasFocus()
    while panel.list.card is None or "synligjøres" not in panel.list.card.key:
        press_key(panel.list, Qt.Key.Key_Down)
    assert read.sheet.textCursor().selectedText() == "synligjøres"

    press_key(panel.list, Qt.Key.Key_Return)

    card = panel.list.card
    assert card is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)
    assert unnamed_focusables(panel) == []
    press_key(focus, Qt.Key.Key_Escape)
    assert panel.list.hasFocus()
    press_key(panel.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(read.sheet.hasFocus)


def test_a_painted_button_works_like_a_real_one(qtbot: QtBot, read: EditorPlace) -> None:
    """One click on a card that is not open."""
    write(read, " Vi synligjøres her.")
    card = found_card(qtbot, read, "synligjøres")
    panel = read.view.inspector.findings.list
    qtbot.waitUntil(lambda: bool((card_about(read, "synligjøres") or card).fixes))
    panel.scrollTo(panel.model().index(list(panel.rows()).index(card_about(read, "synligjøres"))))
    row = card_about(read, "synligjøres")
    assert row is not None
    index = panel.model().index(list(panel.rows()).index(row))
    chip = panel.painter.chips(row, panel.visualRect(index))[0]

    qtbot.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=chip.rect.center())

    assert "synliggjøres" in body(read).text.plain


def test_missing_parts_lead_to_where_they_are_mended(
    qtbot: QtBot, read: EditorPlace, sample: Callable[[str], StoredRelease]
) -> None:
    """A finding about the whole has a button that goes there."""
    qtbot.waitUntil(lambda: read._around.tasks.running == 0)
    read.open(sample("nb"))
    read.facts.on_contact_removed(0)
    qtbot.waitUntil(lambda: any(Step.GO in one.steps for one in cards(read)))
    whole = [one for one in cards(read) if Step.GO in one.steps]
    assert whole

    read.findings.presenter.on_step_wanted(whole[0].key, Step.GO)

    assert read.view.inspector.tab is Tab.FACTS


def test_another_release_starts_with_its_own_findings(
    qtbot: QtBot, read: EditorPlace, sample: Callable[[str], StoredRelease]
) -> None:
    """Nothing of the text before stays in list or text."""
    write(read, " Vi synligjøres her.")
    found_card(qtbot, read, "synligjøres")
    read.autosave.flush()
    qtbot.waitUntil(lambda: read._around.tasks.running == 0)

    read.open(sample("nb"))

    assert card_about(read, "synligjøres") is None
    qtbot.waitUntil(lambda: read.findings.checking.found.count is not None)
    assert card_about(read, "synligjøres") is None


def test_the_same_release_keeps_what_was_ignored(
    qtbot: QtBot, read: EditorPlace, desk: DeskWork, release: StoredRelease
) -> None:
    """Left and opened again, it is still set aside, and undo still knows of it."""
    write(read, " Vi synligjøres her.")
    card = found_card(qtbot, read, "synligjøres")
    read.findings.presenter.on_ignore_wanted(card.key, "slik")
    left = []
    read.leave(lambda: left.append(True))
    qtbot.waitUntil(lambda: bool(left) and read._around.tasks.running == 0)

    read.open(desk.open(release.id))

    qtbot.waitUntil(lambda: read.findings.checking.found.count is not None)
    assert card_about(read, "synligjøres") is None
    assert [one.text for one in read.findings.presenter.notes.ignored] == ["synligjøres"]
    read.sheet.undo()
    found_card(qtbot, read, "synligjøres")


def test_who_read_is_said_at_the_foot(read: EditorPlace) -> None:
    """Language, and the engines."""
    assert read.view.status.figures()[3] == "Bokmål · built in"


def test_clicks_beside_a_card_do_no_harm(qtbot: QtBot, read: EditorPlace) -> None:
    """Headings cannot be chosen."""
    panel = read.view.inspector.findings.list

    qtbot.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))

    assert panel.card is None


def test_why_something_is_wrong_is_said_when_asked(qtbot: QtBot, read: EditorPlace) -> None:
    """With its source; suggestions that come meanwhile change nothing about it."""
    write(read, " Vi synligjøres her.")
    card = found_card(qtbot, read, "synligjøres")
    read.findings.presenter.on_card_chosen(card.key)
    qtbot.waitUntil(lambda: bool((card_about(read, "synligjøres") or card).fixes))
    open_card = read.view.inspector.findings.list.card
    assert open_card is not None
    shown = lambda: {one.text() for one in open_card.findChildren(QLabel) if one.isVisible()}  # noqa: E731
    assert card.explanation not in shown()

    button(read, "explain").click()

    assert {card.explanation, card.source} <= shown()
    button(read, "explain").click()
    assert card.explanation not in shown()


def test_marks_come_when_a_part_of_the_text_comes_into_sight(
    qtbot: QtBot, read: EditorPlace
) -> None:
    """Only what is seen is laid out, and scrolling shows the rest at once."""
    write(read, "\n".join([" Nytt avsnitt."] * 60) + "\nSlutten synligjøres her.")
    qtbot.waitUntil(lambda: "synligjøres" in marked(read))
    read.sheet.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: "synligjøres" not in marked(read))

    read.sheet.verticalScrollBar().setValue(read.sheet.verticalScrollBar().maximum())

    qtbot.waitUntil(lambda: "synligjøres" in marked(read), timeout=500)


def test_a_fix_above_the_open_card_leaves_the_list_in_order(
    qtbot: QtBot, read: EditorPlace
) -> None:
    """Rows that go take the open card's room with them; the card comes anew, nothing fails."""
    write(read, " Vi synligjøres her. De synnliggjør det.")
    above = found_card(qtbot, read, "synligjøres")
    opened = found_card(qtbot, read, "synnliggjør")
    shown = read.view.inspector.findings.list
    read.findings.presenter.on_card_chosen(opened.key)
    rows = shown.rows()
    without = [row for row in rows if isinstance(row, CardRow) and row.key != above.key]

    shown.show_rows(without[::-1], opened.key, Layer.RELEASE)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown.show_rows(rows, opened.key, Layer.RELEASE)

    assert shown.card is not None
    assert shown.card.key == opened.key
    assert shown.card.isVisibleTo(shown)
    read.actions_of_place["next_finding"].trigger()


def test_going_to_the_list_leaves_the_cursor_where_it_is(qtbot: QtBot, read: EditorPlace) -> None:
    """A card is opened by whoever chooses it, not by the keyboard coming in."""
    write(read, " Vi synligjøres her. ")
    found_card(qtbot, read, "synligjøres")
    read.sheet.spots.select(body(read).id, 2, 2)
    before = read.sheet.textCursor().position()
    shown = read.view.inspector.findings.list

    shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    assert read.sheet.textCursor().position() == before
    assert shown.card is None
    press_key(shown, Qt.Key.Key_Down)
    assert shown.card is not None
