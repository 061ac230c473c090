"""What goes on just now, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from pressdesk.gui.widgets.banner import announce
from pressdesk.gui.widgets.buttons import Button, ButtonKind

if TYPE_CHECKING:
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


class ProgressStrip(QWidget):
    """One line: words, a bar, «Avbryt». Hidden while nothing goes on."""

    cancel_requested = Signal()

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_strip")
        self._look = look
        self._speech = speech
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("progress_bar")
        self._bar.setTextVisible(False)
        self.cancel_button = Button(look, ButtonKind.SOFT, parent=self)
        self.cancel_button.setObjectName("progress_cancel")
        self.cancel_button.clicked.connect(self.cancel_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text)
        self._row.addWidget(self._bar, 1)
        self._row.addWidget(self.cancel_button)
        look.follow(self._restyle)
        speech.follow(self.retranslate)
        self.hide()

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Say what goes on; a ``total`` of one is a bar without an end."""
        self._text.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0 if total <= 1 else total)
        self._bar.setValue(done)
        if not self.isVisible():
            announce(self, text)
        self.show()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.cancel_button.setText(self._speech.gettext("Cancel"))

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, self._look.length(10))
        self._row.setSpacing(self._look.length(12))
