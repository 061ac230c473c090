"""What happened to the release, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.round.state import LogLine
    from pressdesk.gui.surroundings import Surroundings


class LogView(QTextEdit):
    """Shows the events of the ledger as text that can be read, searched and copied."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("round_log")
        add_look(self, "bare")
        self._around = around
        self._lines: tuple[LogLine, ...] = ()
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # files are the window's business
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show other events."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._write()

    def retranslate(self) -> None:
        """Say it in the language of the window; the events come with the next release."""
        self.setAccessibleName(self._around.speech.gettext("Log"))

    def _write(self) -> None:
        look = self._around.look
        said, small = QTextCharFormat(), QTextCharFormat()
        said.setFont(look.font(FontRole.BODY))
        said.setForeground(look.color("ink"))
        small.setFont(look.font(FontRole.SMALL))
        small.setForeground(look.color("muted"))
        top, bottom = QTextBlockFormat(), QTextBlockFormat()
        bottom.setBottomMargin(look.length(9))
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, line in enumerate(self._lines):
            if number:
                cursor.insertBlock(top)
            cursor.insertText(line.words, said)
            cursor.insertBlock(bottom)
            cursor.insertText(f"{line.at} · {line.who}", small)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _restyle(self) -> None:
        self.document().setDocumentMargin(self._around.look.length(16))
        self._write()
