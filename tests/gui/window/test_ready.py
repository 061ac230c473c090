"""The preflight from the editor and back, over a real desk; and the desk's lines after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.ready.stories import READY, approve
from gui.ready.waiting import settled
from pressdesk.gui.editor.inspector import Tab

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.ready import ReadyPlace
    from pressdesk.gui.window.places import Places


def in_editor(qtbot: QtBot, places: Places, words: str) -> EditorPlace:
    """Bring a text in, and return the editor with it."""
    places.open_desk()
    places.take_text(words)
    qtbot.waitUntil(lambda: places._editor is not None, timeout=10_000)
    qtbot.waitUntil(lambda: places._window.current_place() is places._editor)
    assert places._editor is not None
    return places._editor


def at_preflight(qtbot: QtBot, places: Places, editor: EditorPlace) -> ReadyPlace:
    """Go to the preflight with the button of the editor."""
    editor.view.top.preflight_button.click()
    qtbot.waitUntil(
        lambda: places._window.current_place().objectName() == "ready_place", timeout=10_000
    )
    place = places.ready.place
    assert place is not None
    return place


def test_from_what_is_missing_to_its_place_in_the_text(qtbot: QtBot, places: Places) -> None:
    """The placeholder is selected, the quote's tab is shown, the contact form is opened."""
    words = READY.replace("i 2028", "i [år]").replace("tlf. 900 00 002", "ola@fjell.example")
    editor = in_editor(qtbot, places, words)

    def go(title: str) -> None:
        place = at_preflight(qtbot, places, editor)
        row = next(one for one in place.view.remaining.rows() if title in one.card.title)
        row.go_button.click()
        qtbot.waitUntil(lambda: places._window.current_place() is editor, timeout=10_000)

    go("[år]")
    assert editor.sheet.textCursor().selectedText() == "[år]"
    go("Quote 2, Ola Li")
    assert editor.view.inspector.tab is Tab.QUOTE
    assert editor.sheet.current_block_id == list(editor.sheet.content().quotes())[1].id
    go("contact person of Fjell")
    assert editor.view.inspector.tab is Tab.FACTS
    settled(qtbot, places._around)


def test_the_way_there_and_back_keeps_what_can_be_undone(qtbot: QtBot, places: Places) -> None:
    """What was just typed is stored before it is judged; Escape leads back to it."""
    editor = in_editor(qtbot, places, READY)
    editor.sheet.go_to(editor.sheet.content().blocks[0].id)
    editor.sheet.textCursor().insertText("[hvor] ")

    place = at_preflight(qtbot, places, editor)
    titles = [one.card.title for one in place.view.remaining.rows()]
    place.view.back_button.click()
    qtbot.waitUntil(lambda: places._window.current_place() is editor, timeout=10_000)

    assert "“[hvor]” still has to be filled in" in titles
    assert editor.sheet.document().isUndoAvailable()
    settled(qtbot, places._around)


def test_the_desk_tells_approvals_and_stage(qtbot: QtBot, places: Places) -> None:
    """«2 of 2», and «Locked» once it is."""
    editor = in_editor(qtbot, places, READY)
    release = places._last_open
    assert release is not None
    for number in (0, 1):
        place = places.store.desk.at(release)
        approve(places.store.journeys, place, number)
    page = at_preflight(qtbot, places, editor)
    page.view.lock_button.click()
    qtbot.waitUntil(page.view.out.final_button.isEnabled, timeout=10_000)

    places.go_back()
    settled(qtbot, places._around)

    (line,) = places._window.desk_page.desk.table.lines()
    assert (line.approved, line.quotes, line.stage_words) == (2, 2, "Locked")
