"""The card about the approval of a quote: state, evidence, code, difference, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pressdesk.gui.editor.approval.state import difference_html
from pressdesk.gui.editor.fields import let_grow
from pressdesk.gui.widgets.ask_form import AskForm
from pressdesk.gui.widgets.banner import announce
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.flow import FlowLayout
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.pill import Pill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.editor.approval.state import ApprovalCardState
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.widgets.ask_form import Question


class ApprovalCard(Card):
    """Shows where one quote stands, and says what the user wants to do about it."""

    note_wanted = Signal()
    ask_wanted = Signal()
    withdraw_wanted = Signal()
    delegate_wanted = Signal()
    answered = Signal(str, dict)
    """A form was filled in: its name, and the answers."""
    cancelled = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.look, "", parent)
        self.setObjectName("approval_card")
        let_grow(self)
        self._around = around
        self._state: ApprovalCardState | None = None
        look = around.look
        self.badge = Pill(look, parent=self)
        self.evidence = make_label("muted", wraps=True)
        self.code = make_label("muted small", wraps=True)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.difference = make_label("", wraps=True)
        self.difference.setObjectName("approval_difference")
        self.difference.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.evidence, self.code):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.problem = make_label("warn", wraps=True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QWidget(self)
        self._flow = FlowLayout(self.buttons)
        self.ask_button = self._button("approval_ask", ButtonKind.SOFT, self.ask_wanted)
        self.note_button = self._button("approval_note", ButtonKind.SOFT, self.note_wanted)
        self.withdraw_button = self._button(
            "approval_withdraw", ButtonKind.QUIET, self.withdraw_wanted
        )
        self.delegate_button = self._button(
            "approval_delegate", ButtonKind.QUIET, self.delegate_wanted
        )
        self.form = AskForm(look, around.speech, self)
        top = QHBoxLayout()
        top.addWidget(self.badge)
        top.addStretch(1)
        self.content.addLayout(top)
        for widget in (
            self.evidence,
            self.difference,
            self.code,
            self.problem,
            self.buttons,
            self.form,
        ):
            self.content.addWidget(widget)
        self.problem.hide()
        self.form.answered.connect(self.answered)
        self.form.cancelled.connect(self._on_cancelled)
        look.follow(self._dress)
        around.speech.follow(self.retranslate)

    def _button(self, name: str, kind: ButtonKind, told: SignalInstance) -> Button:
        button = Button(self._around.look, kind, parent=self.buttons)
        button.setObjectName(name)
        button.clicked.connect(lambda _=False: told.emit())
        self._flow.addWidget(button)
        return button

    # --- what is shown

    def show_state(self, state: ApprovalCardState) -> None:
        """Show where a quote stands; a form about another quote goes."""
        if self._state is not None and self._state.block != state.block:
            self.end_form()
            self.show_problem("")
        self._state = state
        self.badge.show_status(state.badge, state.tone)
        self.evidence.setText(state.evidence)
        self.evidence.setVisible(bool(state.evidence))
        self._show_difference()
        self.code.setVisible(bool(state.code))
        for button, is_there in (
            (self.ask_button, state.can_ask),
            (self.note_button, state.can_note),
            (self.withdraw_button, state.can_withdraw),
            (self.delegate_button, state.can_note),
        ):
            button.setVisible(is_there)
        self.show_edge(state.tone.value if state.pieces or state.evidence else "")
        self.retranslate()

    def ask(
        self, name: str, title: str, note: str, questions: Sequence[Question], done_words: str
    ) -> None:
        """Ask for what is needed, in the place of the buttons."""
        self.buttons.hide()
        self.show_problem("")
        self.form.ask(name, title, note, questions, done_words)

    def end_form(self) -> None:
        """Take the form away."""
        has_keyboard = self.form.isAncestorOf(self.focusWidget() or self)
        self.form.end()
        self.buttons.show()
        if has_keyboard:
            self._focus_first()

    def show_form_problem(self, words: str, key: str = "") -> None:
        """Show what is wrong with an answer; the form stays."""
        self.form.show_problem(words, key)

    def show_problem(self, words: str) -> None:
        """Show what did not go as meant, where no form is open."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, is_urgent=True)

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no second answer while the first is worked on."""
        self.form.set_busy(is_busy=is_busy)
        self.buttons.setEnabled(not is_busy)

    def retranslate(self) -> None:
        """Say it in the language of the window; the state comes with the next text."""
        _ = self._around.speech.gettext
        self.ask_button.setText(_("Ask for approval …"))
        self.note_button.setText(_("Note an approval …"))
        self.withdraw_button.setText(_("Take back …"))
        self.delegate_button.setText(_("Let somebody else approve …"))
        state = self._state
        if state is not None:
            self.ask_button.setText(state.ask_words)
            self.code.setText(_("Short code of these words: {code}").format(code=state.code))
            spoken = ". ".join(part for part in (state.badge, state.evidence) if part)
            self.setAccessibleName(_("Approval: {state}").format(state=spoken))
            self.difference.setAccessibleName(state.spoken)
            self.difference.setToolTip(state.spoken)

    def _on_cancelled(self) -> None:
        self.buttons.show()
        self._focus_first()
        self.cancelled.emit()

    def _focus_first(self) -> None:
        for button in (self.note_button, self.ask_button):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show_difference(self) -> None:
        state = self._state
        pieces = state.pieces if state else ()
        theme = self._around.look.theme
        self.difference.setText(difference_html(pieces, theme.color("danger"), theme.color("ok")))
        self.difference.setVisible(bool(pieces))

    def _dress(self) -> None:
        self._flow.setSpacing(self._around.look.length(6))
        self.content.setSpacing(self._around.look.length(5))
        self._show_difference()
