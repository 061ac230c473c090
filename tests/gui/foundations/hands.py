"""Typing, as a person does it.

``qtbot.keyClicks`` aborts the process on letters outside Latin-1; these events do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_KEYS = {
    "\n": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    "\b": Qt.Key.Key_Backspace,
    "\x1b": Qt.Key.Key_Escape,
    " ": Qt.Key.Key_Space,
}


def type_text(widget: QWidget, text: str) -> None:
    """Type ``text`` into ``widget``, key by key.

    Line break, tab, backspace and Escape are their keys. What no key of a Norwegian keyboard gives,
    such as dashes, curly quotes and emoji, comes from the input method.
    """
    for character in text:
        if character in _KEYS:
            press_key(widget, _KEYS[character], text="\r" if character == "\n" else character)
        elif character.isascii() or character in "æøåÆØÅ":
            code = ord(character.upper())
            shift = Qt.KeyboardModifier.ShiftModifier
            none = Qt.KeyboardModifier.NoModifier
            modifiers = shift if character.isupper() else none
            press_key(widget, Qt.Key(code), modifiers, text=character)
        else:
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(widget, event)


def press_key(
    widget: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    text: str = "",
) -> None:
    """Press and release one key on ``widget``."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key.value, modifiers, text))
