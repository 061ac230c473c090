"""A question of the findings panel, asked in place, before unpublished text leaves this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.gui.editor.fields import let_grow
from pressdesk.gui.widgets.banner import announce
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.flow import FlowLayout
from pressdesk.gui.widgets.labels import make_label

if TYPE_CHECKING:
    from pressdesk.gui.surroundings import Surroundings


class LeaveQuestion(QWidget):
    """Asks whether text may be sent to a server. Hidden until there is one."""

    answered = Signal(bool)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grammar_question")
        self._around = around
        self._host = ""
        self._card = Card(around.look, parent=self)
        let_grow(self._card)
        self._heading = make_label("strong", wraps=True)
        self._words = make_label("muted", wraps=True)
        for label in (self._heading, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.yes = Button(around.look, ButtonKind.SOFT, parent=self)
        self.yes.setObjectName("grammar_allow")
        self.no = Button(around.look, ButtonKind.QUIET, parent=self)
        self.no.setObjectName("grammar_refuse")
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        for button in (self.yes, self.no):
            flow.addWidget(button)
        for widget in (self._heading, self._words, buttons):
            self._card.content.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))
        around.speech.follow(self.retranslate)
        self.hide()

    def ask(self, host: str) -> None:
        """Ask about a server."""
        is_new = host != self._host or self.isHidden()
        self._host = host
        self.retranslate()
        self.show()
        if is_new:
            announce(self, f"{self._heading.text()} {self._words.text()}")

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._around.speech.gettext
        self._heading.setText(_("May the text be sent to {server}?").format(server=self._host))
        self._words.setText(
            _(
                "LanguageTool runs there. The release is not published yet, and its text leaves "
                "this machine. Until you say yes, nothing is sent."
            )
        )
        self.yes.setText(_("Allow"))
        self.no.setText(_("Do not send"))
        spoken = self._heading.text()
        self.yes.setAccessibleDescription(spoken)
        self.no.setAccessibleDescription(spoken)
