"""The tab «Import»: what was cleaned away and what is still asked, each with its way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.gui.editor.fields import Page, let_grow
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.labels import SectionHeader, make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.editor.import_state import CleanedState, ImportState, QuestionState
    from pressdesk.gui.surroundings import Surroundings

IMPORTED, PASTED = "imported", "pasted"
_LONGEST = 220
_MOST = 60
"""Cards of one kind; a paste may leave more behind than anybody reads."""


class ImportPanel(Page):
    """Says what to put back and where to go."""

    put_back_wanted = Signal(str, int)
    """Which list, and the place in it."""
    question_chosen = Signal(str)
    """The block that the question is about."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.look, "import_panel", parent)
        self._around = around
        self._speech = around.speech
        self._state: ImportState | None = None
        self._questions = _Section(around, self)
        self._cleaned = _Section(around, self)
        self._pasted = _Section(around, self)
        self._tidied = make_label("muted", wraps=True)
        self._nothing = make_label("muted", wraps=True)
        for widget in (self._questions, self._pasted, self._cleaned, self._tidied, self._nothing):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        around.speech.follow(self.retranslate)

    def show_import(self, state: ImportState) -> None:
        """Show ``state``, if it is another than before."""
        if state == self._state:
            return
        self._state = state
        self._questions.fill([self._question(one) for one in state.questions])
        for section, key, items in (
            (self._cleaned, IMPORTED, state.cleaned),
            (self._pasted, PASTED, state.pasted),
        ):
            cards = [self._cleaned_card(key, one) for one in items[:_MOST]]
            section.fill(cards)
        self._tidied.setText(state.tidied)
        self._tidied.setVisible(bool(state.tidied))
        self._nothing.setVisible(state.is_empty)

    def _question(self, state: QuestionState) -> Card:
        card = self._card("warn", f"{state.kind} · {state.where}", state.text)
        if state.block:
            button = self._button(self._speech.gettext("Go there"), f"question_{state.block}")
            button.clicked.connect(lambda: self.question_chosen.emit(state.block))
            card.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _cleaned_card(self, key: str, state: CleanedState) -> Card:
        card = self._card("", f"{state.kind} · {state.where}", state.text)
        if state.is_back:
            card.content.addWidget(
                make_label("ok small", self._speech.gettext("In the text again"))
            )
        elif state.can_put_back:
            name = f"put_back_{key}_{state.number}"
            button = self._button(self._speech.gettext("Put it back"), name)
            button.setAccessibleDescription(state.text[:_LONGEST])
            button.clicked.connect(lambda: self.put_back_wanted.emit(key, state.number))
            card.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _card(self, edge: str, head: str, text: str) -> Card:
        card = Card(self._around.look, edge, self)
        let_grow(card)
        card.content.addWidget(make_label("strong", head, wraps=True))
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
        words = make_label("muted", f"«{shown}»" if shown else "", wraps=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        card.content.addWidget(words)
        return card

    def _button(self, words: str, name: str) -> Button:
        button = Button(self._around.look, ButtonKind.SOFT, parent=self)
        button.setObjectName(name)
        button.setText(words)
        return button

    def retranslate(self) -> None:
        """Say the headings in the language of the window; the cards come with the next state."""
        _ = self._speech.gettext
        self._questions.header.show_text(_("Open questions"))
        self._cleaned.header.show_text(_("Cleaned away at import"))
        self._pasted.header.show_text(_("Cleaned away when pasted"))
        self._nothing.setText(_("Nothing was cleaned away, and nothing is open."))
        self._state = None


class _Section(QWidget):
    """A heading with cards below it, gone where there are none."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.header = SectionHeader(around.look, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(around.look.length(9))
        self._column.addWidget(self.header)
        self._cards: list[Card] = []

    def fill(self, cards: Sequence[Card]) -> None:
        """Show ``cards`` in the place of those before."""
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = list(cards)
        for card in cards:
            self._column.addWidget(card)
        self.setVisible(bool(cards))
