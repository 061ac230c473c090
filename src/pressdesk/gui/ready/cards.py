"""The cards of the ready page, and the lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.gui.editor.fields import let_grow
from pressdesk.gui.widgets.ask_form import AskForm
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from pressdesk.gui.ready.gaps import GapCard
    from pressdesk.gui.surroundings import Surroundings

_NARROW_PX = 460


class GapRow(Card):
    """One thing that is missing: what, why, and buttons that lead to it."""

    go_wanted = Signal(str)
    request_wanted = Signal(str)
    answered = Signal(str, str, dict)
    """The card, what was asked, and the answers."""

    def __init__(
        self, around: Surroundings, card: GapCard, edge: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.look, edge, parent)
        self.setObjectName("gap_card")
        let_grow(self)
        self._around = around
        self.card = card
        self.title = make_label("strong", card.title, wraps=True)
        self.details = make_label("muted", card.details, wraps=True)
        for label in (self.title, self.details):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setVisible(bool(card.details))
        self._form: AskForm | None = None
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.title)
        words.addWidget(self.details)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._buttons)
        self.content.addLayout(self._row)
        self.go_button = self._button("gap_go", card.goal_words)
        self.go_button.setVisible(card.goal is not None or card.is_round)
        self.go_button.clicked.connect(lambda: self.go_wanted.emit(card.key))
        self.request_button = self._button("gap_request", card.request_words)
        self.request_button.setVisible(card.request is not None)
        self.request_button.clicked.connect(lambda: self.request_wanted.emit(card.key))
        self.setAccessibleName(". ".join(part for part in (card.title, card.details) if part))
        around.look.follow(self._dress)

    @property
    def form(self) -> AskForm:
        """What is asked in the card; made when it is first needed: most cards ask nothing."""
        if self._form is None:
            self._form = AskForm(self._around.look, self._around.speech, self)
            self.content.addWidget(self._form)
            self._form.answered.connect(
                lambda name, answers: self.answered.emit(self.card.key, name, answers)
            )
        return self._form

    def _button(self, name: str, words: str) -> Button:
        button = Button(self._around.look, ButtonKind.SOFT, parent=self)
        button.setObjectName(name)
        button.setText(words)
        button.setAccessibleName(f"{words}: {self.card.title}")
        self._buttons.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._around.look.icon_size(_NARROW_PX)
        wanted = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            left = Qt.AlignmentFlag.AlignLeft
            self._row.setAlignment(
                self._buttons, left if is_narrow else Qt.AlignmentFlag.AlignRight
            )

    def _dress(self) -> None:
        self._row.setSpacing(self._around.look.length(12))
        self._buttons.setSpacing(self._around.look.length(8))


class GapList(QWidget):
    """Cards one below the other; those that did not change stay."""

    go_wanted = Signal(str)
    request_wanted = Signal(str)
    answered = Signal(str, str, dict)
    """The card, what was asked, and the answers."""

    def __init__(
        self, around: Surroundings, name: str, edge: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._around = around
        self._edge = edge
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: list[GapRow] = []
        around.look.follow(self._dress)

    def show_cards(self, cards: Sequence[GapCard]) -> None:
        """Show cards; the keyboard stays near where it was."""
        before = next(
            (place for place, row in enumerate(self._rows) if row.isAncestorOf(_focus(self))), None
        )
        kept = {row.card: row for row in self._rows}
        gone = [row for row in self._rows if row.card not in cards]
        self._rows = [kept.get(card) or self._made(card) for card in cards]
        for row in gone:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, row in enumerate(self._rows):
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            row.show()
        if before is not None and self._rows:
            near = self._rows[min(before, len(self._rows) - 1)]
            if not near.isAncestorOf(_focus(self)):
                near.go_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> tuple[GapRow, ...]:
        """Return the cards shown."""
        return tuple(self._rows)

    def row(self, key: str) -> GapRow | None:
        """Return the card of that key."""
        return next((row for row in self._rows if row.card.key == key), None)

    def _made(self, card: GapCard) -> GapRow:
        row = GapRow(self._around, card, self._edge, self)
        row.go_wanted.connect(self.go_wanted)
        row.request_wanted.connect(self.request_wanted)
        row.answered.connect(self.answered)
        return row

    def _dress(self) -> None:
        self._column.setSpacing(self._around.look.length(9))


def _focus(widget: QWidget) -> QWidget:
    """Return what has the keyboard, else something that is nowhere within."""
    return widget.window().focusWidget() or widget.window()
