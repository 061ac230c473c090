"""The helpers of the GUI tests do what they promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.conftest import job_threads, running_timers, settle, windows
from gui.foundations.hands import type_text
from gui.foundations.names import unnamed_focusables
from gui.foundations.pictures import screenshot
from pressdesk.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

TEXT = "– «Å være», sa hun: “100 %” … 😀 Čáhci"


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_any_text_can_be_typed(qtbot: QtBot, make: type[QLineEdit | QPlainTextEdit]) -> None:
    """Dashes, curly quotes and emoji arrive as they are."""
    field = make()
    qtbot.addWidget(field)
    field.show()

    type_text(field, TEXT)

    shown = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert shown == TEXT


def test_keys_that_do_something_can_be_typed(qtbot: QtBot) -> None:
    """Enter makes a line, Backspace takes a letter."""
    field = QPlainTextEdit()
    qtbot.addWidget(field)

    type_text(field, "ab\nc\bd")

    assert field.toPlainText() == "ab\nd"


def test_what_a_test_leaves_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    """A window, a timer and a thread are each found, and gone when they are put away."""
    window = QWidget()
    timer = QTimer()
    timer.start(60_000)
    runner = TaskRunner(qapp)
    runner.run(lambda _: None, owner=window, done=lambda _: None, failed=lambda _: None)
    qtbot.waitUntil(lambda: runner.running == 0)

    assert window in windows(qapp)
    assert running_timers() == [timer]
    assert job_threads()

    runner.close()
    runner.deleteLater()
    timer.stop()
    window.deleteLater()
    settle()
    assert job_threads() == []
    assert running_timers() == []


def test_a_control_without_name_is_found(qtbot: QtBot) -> None:
    """A field nobody named is told; a button has its words, a named field its name."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    nameless, named = QLineEdit(), QLineEdit()
    nameless.setObjectName("nameless")
    named.setAccessibleName("Tittel")
    for widget in (nameless, named, QPushButton("Lagre")):
        column.addWidget(widget)

    assert unnamed_focusables(window) == ["QLineEdit 'nameless'"]


def test_a_picture_is_written_where_it_is_wanted(qtbot: QtBot) -> None:
    """Pictures lie together in one folder."""
    button = QPushButton("Lagre")
    qtbot.addWidget(button)

    path = screenshot(button, "foundations-button")

    assert path.name == "foundations-button.png"
    assert path.read_bytes().startswith(b"\x89PNG")
    path.unlink()
