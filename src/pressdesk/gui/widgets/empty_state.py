"""What an empty place shows: where to start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.gui.widgets.card import ChoiceCard
from pressdesk.gui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.theme_look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to start from; the words are already in the language of the window."""

    key: str
    icon: str
    title: str
    explanation: str


class EmptyState(QWidget):
    """A heading, a line, and cards to start from; arrow keys go between the cards."""

    chosen = Signal(str)
    """The key of the card that was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._look = look
        self._heading = make_label("heading", wraps=True)
        self._line = make_label("muted", wraps=True)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._cards = QHBoxLayout()
        self._by_key: dict[str, ChoiceCard] = {}
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._line)
        self._column.addSpacing(look.length(18))
        self._column.addLayout(self._cards)
        self._column.addStretch(3)
        look.follow(self._restyle)

    def show_choices(self, heading: str, line: str, choices: Sequence[Choice]) -> None:
        """Show where to start. Called again with the same keys, it only changes the words."""
        self._heading.setText(heading)
        self._line.setText(line)
        if list(self._by_key) != [choice.key for choice in choices]:
            self._rebuild(choices)
        for choice in choices:
            self._by_key[choice.key].show_choice(choice.title, choice.explanation)

    def card(self, key: str) -> ChoiceCard:
        """Return the card of ``key``."""
        return self._by_key[key]

    def _rebuild(self, choices: Sequence[Choice]) -> None:
        for card in self._by_key.values():
            self._cards.removeWidget(card)
            card.deleteLater()
        self._by_key = {}
        for choice in choices:
            card = ChoiceCard(self._look, choice.icon, self)
            card.setObjectName(f"start_{choice.key}")
            card.clicked.connect(lambda _=False, key=choice.key: self.chosen.emit(key))
            self._cards.addWidget(card, 1)
            self._by_key[choice.key] = card

    def _restyle(self) -> None:
        margin = self._look.length(24)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(self._look.length(6))
        self._cards.setSpacing(self._look.length(12))
