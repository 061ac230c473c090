"""The tab «Import»: what was cleaned away and what is still asked, each with its way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pressdesk.gui.editor.fields import Page, let_grow
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.labels import SectionHeader, make_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    organisation_answered = Signal(str, str)
    """The block of the question, and for whom its speaker speaks."""
    partners_wanted = Signal()

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
        focus = QApplication.focusWidget()
        is_answered = focus is not None and self._questions.isAncestorOf(focus)
        questions = [self._question(one) for one in state.questions]
        is_next_here = is_answered and bool(questions)
        if self.has_keyboard() and not is_next_here:
            self.sheet_wanted.emit()  # before the card with the keyboard goes
        self._questions.fill(questions)
        for section, key, items in (
            (self._cleaned, IMPORTED, state.cleaned),
            (self._pasted, PASTED, state.pasted),
        ):
            cards = [self._cleaned_card(key, one) for one in items[:_MOST]]
            section.fill(cards)
        self._tidied.setText(state.tidied)
        self._tidied.setVisible(bool(state.tidied))
        self._nothing.setVisible(state.is_empty)
        self.order_stops()
        if is_next_here:
            self._go_to_next(questions)

    @staticmethod
    def _go_to_next(questions: Sequence[Card]) -> None:
        for card in questions:
            card.show()
        for button in (one for card in questions for one in card.findChildren(Button)):
            button.show()
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _question(self, state: QuestionState) -> Card:
        _ = self._speech.gettext
        card = self._card("warn", f"{state.kind} · {state.where}", _shortened(state.text))
        steps: list[tuple[str, str, Callable[[], None]]] = []
        if state.suggestion:
            words = _("Yes, {name}").format(name=state.suggestion)
            answer = partial(self.organisation_answered.emit, state.block, state.suggestion)
            steps.append((f"answer_{state.block}", words, answer))
        if state.block:
            go = partial(self.question_chosen.emit, state.block)
            steps.append((f"question_{state.block}", _("Go there"), go))
        elif state.is_about_partners:
            steps.append(("question_partners", _("Go to the partners"), self.partners_wanted.emit))
        for name, words, step in steps:
            button = self._button(words, name)
            button.setAccessibleDescription(state.text[:_LONGEST])
            button.clicked.connect(lambda _=False, step=step: step())
            card.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _cleaned_card(self, key: str, state: CleanedState) -> Card:
        shown = f"«{_shortened(state.text)}»" if state.text else ""
        card = self._card("", f"{state.kind} · {state.where}", shown)
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
        words = make_label("muted", text, wraps=True)
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


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


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
