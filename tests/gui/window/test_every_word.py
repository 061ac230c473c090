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
from pressdesk.gui.settings import SettingsDialog
from pressdesk.i18n.catalogue import catalogue
from pressdesk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
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


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_english_and_no_nameless_control_in_any_place(
    qtbot: QtBot, places: Places, language: str, tmp_path: Path
) -> None:
    """Empty desk, desk, editor, new release, help and settings, one after the other."""
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
    places.go_back()
    qtbot.waitUntil(lambda: len(window.desk_page.desk.table.lines()) == 1)
    look("desk")
    window.actions_.action("new").trigger()
    qtbot.waitUntil(lambda: places._new is not None and window.current_place() is places._new)
    qtbot.waitUntil(lambda: places._around.tasks.running == 0)
    look("new release")
    window.actions_.action("help").trigger()
    look("help")
    dialog = SettingsDialog(places._around, Settings(), tmp_path / "config", window)
    look("settings", dialog)
    dialog.deleteLater()

    assert {place: words for place, words in seen.items() if words} == {}
