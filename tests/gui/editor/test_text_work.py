"""Finding and replacing, and pasting from elsewhere."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from gui.foundations.hands import press_key, type_text
from pressdesk.domain.content import BulletList, Paragraph, Subheading
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.sheet import TITLE_ID

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor import EditorPlace


def find(place: EditorPlace, words: str, *, has_replacement: bool = False) -> None:
    place.finding.begin(has_replacement=has_replacement)
    place.view.find_bar.field.setText(words)


def count(place: EditorPlace) -> str:
    return place.view.find_bar._count.text()


def paste(place: EditorPlace, words: str, markup: str | None = None) -> None:
    mime = QMimeData()
    mime.setText(words)
    if markup is not None:
        mime.setHtml(markup)
    place.sheet.insertFromMimeData(mime)
    QApplication.processEvents()


def texts(place: EditorPlace) -> list[str]:
    content = place.sheet.content()
    return [text.plain for block in content.blocks for text in block.texts]


def test_the_place_is_counted_and_gone_through(opened: EditorPlace) -> None:
    """«1 of 3», onwards with F3 and back with Shift+F3, round at the ends."""
    find(opened, "sier")
    assert count(opened) == "1 of 4"

    press_key(opened.view.find_bar.field, Qt.Key.Key_Return)
    assert count(opened) == "2 of 4"

    opened.actions_of_place["find_previous"].trigger()
    opened.actions_of_place["find_previous"].trigger()
    assert count(opened) == "4 of 4"


def test_case_and_whole_words_narrow_it_down(opened: EditorPlace) -> None:
    """What is not there is said in words."""
    find(opened, "nordlys")
    total = count(opened)
    opened.view.find_bar.case.setChecked(True)

    assert total.endswith(("of 5", "of 4"))
    assert count(opened) == "No hits"

    opened.view.find_bar.case.setChecked(False)
    opened.view.find_bar.whole.setChecked(True)
    opened.view.find_bar.field.setText("varm")
    assert opened.view.find_bar._count.text() == "No hits"


def test_everything_is_replaced_as_one_step(opened: EditorPlace) -> None:
    """One undo brings all of it back."""
    before = opened.sheet.content()
    find(opened, "sier", has_replacement=True)
    type_text(opened.view.find_bar.replacement, "mener")

    opened.view.find_bar._replace_all.click()

    assert count(opened) == "4 replaced"
    opened.refresh()
    assert count(opened) == "4 replaced"
    assert not any("sier" in one for one in texts(opened))
    opened.sheet.undo()
    assert opened.sheet.content() == before


def test_one_place_is_replaced_and_the_next_selected(opened: EditorPlace) -> None:
    """So that each can be looked at."""
    find(opened, "sier", has_replacement=True)
    opened.view.find_bar.replacement.setText("mener")

    opened.view.find_bar._replace.click()

    assert sum("mener" in one for one in texts(opened)) == 1
    assert opened.sheet.textCursor().selectedText() == "sier"
    assert count(opened) == "1 of 3"


def test_escape_closes_the_bar_and_goes_back_to_the_text(qtbot: QtBot, opened: EditorPlace) -> None:
    """From the field and from the text."""
    find(opened, "sier")

    press_key(opened.view.find_bar.field, Qt.Key.Key_Escape)

    assert not opened.view.find_bar.isVisible()
    qtbot.waitUntil(opened.sheet.hasFocus)

    find(opened, "sier")
    press_key(opened.sheet, Qt.Key.Key_Escape)
    assert not opened.view.find_bar.isVisible()


def test_replacing_all_by_keyboard_leaves_the_keyboard_in_the_bar(
    qtbot: QtBot, opened: EditorPlace
) -> None:
    """Undo takes the replacement back, Escape goes to the text."""
    before = opened.sheet.content()
    bar = opened.view.find_bar
    find(opened, "sier", has_replacement=True)
    type_text(bar.replacement, "mener")
    bar._replace_all.setFocus()
    qtbot.waitUntil(bar._replace_all.hasFocus)

    press_key(bar._replace_all, Qt.Key.Key_Return)

    assert count(opened) == "4 replaced"
    qtbot.waitUntil(bar.field.hasFocus)
    press_key(bar.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.sheet.content() == before
    assert count(opened).endswith(("of 4", "4 hits"))
    press_key(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    qtbot.waitUntil(opened.sheet.hasFocus)


def test_undo_and_escape_work_on_every_button_of_the_bar(qtbot: QtBot, opened: EditorPlace) -> None:
    """Undo is the text's there; the fields have their own."""
    bar = opened.view.find_bar
    before = opened.sheet.content()
    for button in (bar._previous, bar.case, bar._replace, bar._close):
        type_text(opened.sheet, "x")
        find(opened, "sier", has_replacement=True)
        button.setFocus()

        press_key(button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert opened.sheet.content() == before
        press_key(button, Qt.Key.Key_Escape)
        assert not bar.isVisible()
    qtbot.waitUntil(opened.sheet.hasFocus)


def test_tab_goes_from_search_to_replacement_to_the_buttons(
    qtbot: QtBot, opened: EditorPlace
) -> None:
    """The two fields first: they belong together."""
    bar = opened.view.find_bar
    find(opened, "sier", has_replacement=True)
    stops = [bar.field, bar.replacement, bar._previous, bar._next, bar.case, bar.whole]
    stops += [bar._replace, bar._replace_all, bar._close]
    bar.field.setFocus()
    for before, after in pairwise(stops):
        press_key(before, Qt.Key.Key_Tab)
        qtbot.waitUntil(after.hasFocus, timeout=1000)


def test_the_keys_for_finding_work_in_the_text(qtbot: QtBot, opened: EditorPlace) -> None:
    """Ctrl+F, Ctrl+H and F3 are the place's, not the text's."""
    opened.sheet.setFocus()
    qtbot.waitUntil(opened.sheet.hasFocus)
    before = opened.sheet.content()

    press_key(opened.sheet, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.view.find_bar.isVisible()
    assert not opened.view.find_bar.replacement.isVisible()
    opened.view.find_bar.field.setText("sier")
    opened.sheet.setFocus()
    press_key(opened.sheet, Qt.Key.Key_F3)
    assert count(opened) == "2 of 4"
    press_key(opened.sheet, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)

    assert opened.view.find_bar.replacement.isVisible()
    assert opened.sheet.content() == before


def test_the_bar_starts_with_what_is_selected(opened: EditorPlace) -> None:
    """As editors do."""
    opened.sheet.go_to(TITLE_ID)
    opened.sheet.put_cursor(7, 0)

    opened.actions_of_place["find"].trigger()

    assert opened.view.find_bar.field.text() == "Nordlys"
    assert opened.view.find_bar.field.selectedText() == "Nordlys"


def test_pasted_markup_comes_in_clean_and_tells_what_went(opened: EditorPlace) -> None:
    """Scripts and pictures never reach the text; one button shows what went."""
    opened.sheet.go_to(opened.sheet.content().blocks[0].id)
    before = opened.sheet.content()
    markup = "<p><b>Første</b> linje<script>x()</script></p><img src=a.png><p>Del:</p><p>Andre</p>"

    paste(opened, "Første linje\nDel:\nAndre", markup)

    assert texts(opened)[:2] == ["Første linje", "AndreAnlegget er ferdig i 2028."]
    assert opened.view.note_banner.text() == "3 things were removed from what you pasted."

    opened.findChild(QPushButton, "banner_show").click()
    assert opened.view.inspector.tab is Tab.IMPORT
    opened.imports._steps_after = opened.sheet.document().availableUndoSteps()
    opened.imports.on_note_choice("undo")
    assert opened.sheet.content() == before


def test_pasted_structure_is_kept_and_what_was_deleted_stays_away(opened: EditorPlace) -> None:
    """A heading and a list stand by themselves; the words before and after are as they were."""
    opened.sheet.go_to(opened.sheet.content().blocks[0].id)
    first = texts(opened)[0]
    markup = "<h2>Mer</h2><p>Ti <del>år</del>dager</p><ul><li><i>En</i></li><li>To</li></ul>"

    paste(opened, "Mer Ti år dager En To", markup)

    heading, paragraph, points, after, *_ = opened.sheet.content().blocks
    assert (type(heading), type(paragraph), type(points)) == (Subheading, Paragraph, BulletList)
    assert texts(opened)[:5] == ["Mer", "Ti dager", "En", "To", first]
    assert [mark.kind.value for mark in points.texts[0].marks] == ["emphasis"]
    assert isinstance(after, Paragraph)
    assert [one.text for one in opened.imports._pasted] == ["år"]


def test_what_a_paste_left_out_can_be_put_back(opened: EditorPlace) -> None:
    """Below the piece at the cursor."""
    opened.sheet.go_to(opened.sheet.content().blocks[0].id)
    paste(opened, "En\nDel:\nTo")
    opened.refresh()

    opened.findChild(QPushButton, "put_back_pasted_0").click()

    assert "Del:" in texts(opened)


def test_the_offer_to_undo_goes_when_something_else_would_be_undone(opened: EditorPlace) -> None:
    """The next key takes the message away."""
    opened.sheet.go_to(opened.sheet.content().blocks[0].id)
    paste(opened, "En\nDel:\nTo")
    assert opened.view.note_banner.isVisible()

    type_text(opened.sheet, "x")

    assert not opened.view.note_banner.isVisible()


def test_a_paste_that_is_too_large_changes_nothing(opened: EditorPlace) -> None:
    """Six megabytes are refused with a sentence; what was selected stays."""
    opened.sheet.go_to(TITLE_ID)
    opened.sheet.put_cursor(0, 7)
    before = opened.sheet.content()

    paste(opened, "ord " * 1_500_000)

    assert opened.sheet.content() == before
    assert "clipboard" in opened.view.note_banner.text()
    assert "2 MB" in opened.view.note_banner.text()


def test_word_markup_of_the_title_stays_one_line(opened: EditorPlace) -> None:
    """A single paragraph goes into the line where the cursor is."""
    opened.sheet.go_to(TITLE_ID)

    paste(opened, "Ny ", "<p class=MsoTitle style='mso-x:y'>Ny <o:p></o:p></p>")

    assert opened.sheet.content().title.plain.startswith("Ny")
