"""A walk through every place: no English on a Norwegian screen, and a name on every control."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from gui.foundations.names import unnamed_focusables
from pressdesk import paths
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.settings import SettingsDialog
from pressdesk.i18n.catalogue import catalogue
from pressdesk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.window.places import Places


OWN_NAMES = {"English"}
"""What is written in its own language wherever it stands."""


def english(language: str) -> set[str]:
    """Return the English messages that are said otherwise in ``language``, fields aside."""
    entries = catalogue(language)._catalog  # type: ignore[attr-defined]  # gettext keeps it there
    sources = {key[0] if isinstance(key, tuple) else key: said for key, said in entries.items()}
    return {
        plain(source) for source, said in sources.items() if source and plain(source) != plain(said)
    }


def plain(words: str) -> str:
    """Return words without menu marks and dots."""
    return words.replace("&", "").replace(" …", "").strip()


def words_of(root: QWidget) -> Iterator[str]:
    """Yield every word that is shown or spoken below ``root``."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit():
                yield widget.placeholderText()
            case QGroupBox():
                yield widget.title()
            case QComboBox():
                yield from (widget.itemText(index) for index in range(widget.count()))
            case QTabBar():
                yield from (widget.tabText(index) for index in range(widget.count()))
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _walk_rounds(qtbot: QtBot, places: Places, folder: Path, look: Callable[[str], None]) -> None:
    """Send a round, and look at it with everything open that can be."""
    window = places._window
    places.reviewing._round_folder.remember(folder)
    ready = places.ready.place
    assert ready is not None
    ready.closed.emit()
    qtbot.waitUntil(lambda: window.current_place() is places._editor)
    places.show_review()
    qtbot.waitUntil(lambda: window.current_place().objectName() == "send_place")
    page = places.reviewing.sending
    assert page is not None
    page.view.add_button.click()
    look("sending")
    page.view.deadline_typed.emit("31.12.2027", "12.00")
    page.view.send_button.click()
    qtbot.waitUntil(lambda: page.presenter.is_done, timeout=10_000)
    look("files sent")
    page.view.round_button.click()
    qtbot.waitUntil(lambda: window.current_place().objectName() == "round_place")
    place = places.reviewing.place
    assert place is not None
    place.view.side.move_button.click()
    look("round")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_english_and_no_nameless_control_in_any_place(
    qtbot: QtBot, places: Places, language: str, tmp_path: Path
) -> None:
    """Every place, one after the other."""
    window, foreign = places._window, english(language)
    seen: dict[str, set[str]] = {}

    def look(place: str, root: QWidget = window) -> None:
        seen[place] = {plain(words) for words in words_of(root)} & foreign - OWN_NAMES
        seen[place] |= set(unnamed_focusables(root))

    places.open_desk()
    qtbot.waitUntil(window.desk_page.desk.empty.isVisible)
    look("empty desk")
    name = f"samples/felles-pressemelding-{language}.txt"
    places.take_text(paths.resource(name).read_text("utf-8"))
    qtbot.waitUntil(lambda: window.current_place() is places._editor)
    look("editor")
    editor = places._editor
    assert editor is not None
    for tab in (Tab.QUOTE, Tab.COMMENTS):
        editor.sheet.go_to(next(iter(editor.sheet.content().quotes())).id)
        editor.view.inspector.show_tab(tab)
        editor.refresh()
        look(f"editor, {tab}")
    places.show_ready()
    qtbot.waitUntil(lambda: window.current_place().objectName() == "ready_place")
    ready = places.ready.place
    assert ready is not None
    qtbot.waitUntil(lambda: ready.presenter.proofs is not None, timeout=20_000)
    ready.view.out.override_button.click()
    ready.view.remaining.rows()[0].request_button.click()
    look("preflight")
    _walk_rounds(qtbot, places, tmp_path, look)
    places.go_back()
    qtbot.waitUntil(lambda: len(window.desk_page.desk.table.lines()) == 1)
    look("desk")
    window.actions_.action("new").trigger()
    qtbot.waitUntil(
        lambda: (
            places.creating.place is not None and window.current_place() is places.creating.place
        )
    )
    qtbot.waitUntil(lambda: places._around.tasks.running == 0)
    look("new release")
    window.actions_.action("help").trigger()
    look("help")
    dialog = SettingsDialog(places._around, Settings(), tmp_path / "config", window)
    look("settings", dialog)
    dialog.deleteLater()

    assert {place: words for place, words in seen.items() if words} == {}
