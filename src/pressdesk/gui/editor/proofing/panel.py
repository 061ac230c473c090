"""The tab «Retting»: what was found, as cards in reading order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pressdesk.gui.editor.fields import FactChoice
from pressdesk.gui.editor.proofing.list import FindingList
from pressdesk.gui.editor.proofing.question import LeaveQuestion
from pressdesk.gui.widgets.labels import make_label
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.editor.proofing.rows import Row
    from pressdesk.gui.surroundings import Surroundings


class FindingsPanel(QWidget):
    """Shows findings, and says what the user wants of them."""

    filter_chosen = Signal(str)
    count_changed = Signal(object)
    """How many there are, None before it is known."""
    sheet_wanted = Signal()
    """The keyboard goes back to the text."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings_panel")
        self._look = around.look
        self._speech = around.speech
        self.layer = Layer.RELEASE
        self.chooser = FactChoice("finding_filter", self)
        self._trouble = make_label("danger", wraps=True)
        self._heading = make_label("strong", wraps=True)
        self._words = make_label("muted", wraps=True)
        self.list = FindingList(around, self)
        self.question = LeaveQuestion(around, self)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._top = QVBoxLayout()
        for widget in (self.question, self.chooser, self._trouble, self._heading, self._words):
            self._top.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self.list, 1)
        self._rest = QWidget(self)  # keeps words at the top where there is no list
        self._column.addWidget(self._rest, 1)
        self._trouble.hide()
        self.chooser.committed.connect(self.filter_chosen)
        self.list.text_wanted.connect(self.sheet_wanted)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    # --- what a page of the inspector is asked

    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard now, the list first."""
        places = (self.question.yes, self.question.no, self.list, self.chooser)
        return tuple(one for one in places if one.isVisibleTo(self))

    def order_stops(self, before: QWidget | None = None) -> None:
        """Let Tab go from ``before`` through the panel as it is read."""
        stops = (self.question.yes, self.question.no, self.chooser)
        for first, second in pairwise((before, *stops) if before is not None else stops):
            QWidget.setTabOrder(first, second)
        QWidget.setTabOrder(self.chooser, self.list)

    def has_keyboard(self) -> bool:
        """Return whether something here has the keyboard."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # --- what is shown

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """List ``rows``; the card with the key ``current`` is open."""
        if not rows and self.list.hasFocus():
            self.sheet_wanted.emit()
        self.list.setVisible(bool(rows))
        self._rest.setVisible(not rows)
        self.list.show_rows(rows, current, self.layer)

    def show_filters(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer what can be listed."""
        self.chooser.show_choices(choices, chosen)

    def show_empty(self, heading: str, words: str) -> None:
        """Say why no card is there; empty strings where cards are."""
        for label, text in ((self._heading, heading), (self._words, words)):
            label.setText(text)
            label.setVisible(bool(text))

    def show_trouble(self, words: str) -> None:
        """Say what went wrong, "" for nothing."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def show_count(self, count: int | None) -> None:
        """Show how many findings there are; None before it is known."""
        self.count_changed.emit(count)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self.chooser.setAccessibleName(_("Which remarks are listed"))
        self.list.setAccessibleName(_("Remarks"))
        self.list.painter.forget()

    def _restyle(self) -> None:
        look = self._look
        side = look.length(16)
        self._top.setContentsMargins(side, look.length(12), side, look.length(2))
        self._top.setSpacing(look.length(6))
