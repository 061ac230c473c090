"""One comment on a card, with its answers and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pressdesk.gui.editor.fields import let_grow
from pressdesk.gui.widgets.ask_form import AskForm, Question
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.flow import FlowLayout
from pressdesk.gui.widgets.labels import make_label

if TYPE_CHECKING:
    from pressdesk.gui.editor.comments.state import CommentRow
    from pressdesk.gui.surroundings import Surroundings

REPLY, RESOLVE = "reply", "resolve"
_LONGEST_ANCHOR = 90


class CommentCard(Card):
    """Shows one comment."""

    go_wanted = Signal(str)
    replied = Signal(str, str)
    resolved = Signal(str, str)
    """The comment, and what was written."""

    def __init__(
        self, around: Surroundings, row: CommentRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.look, "accent" if row.is_open else "", parent)
        self.setObjectName("comment_card")
        let_grow(self)
        self._around = around
        self.row = row
        self._add("strong", row.author)
        self._add("muted small", " · ".join((row.place, row.audience, row.when)))
        if row.anchor:
            short = row.anchor
            if len(short) > _LONGEST_ANCHOR:
                short = f"{short[:_LONGEST_ANCHOR].rstrip()} …"
            self._add("muted", around.speech.gettext("“{words}”").format(words=short))
        if row.is_moved:
            self._add(
                "warn small", around.speech.gettext("These words do not stand there any more.")
            )
        self._add("", row.text)
        for reply in row.replies:
            self._add_reply(reply.author, reply.when, reply.text)
        if row.settled:
            self._add("ok small", row.settled)
        self.form = AskForm(around.look, around.speech, self)
        self._buttons = QWidget(self)
        self._flow = FlowLayout(self._buttons)
        self._fill_buttons()
        self.content.addWidget(self._buttons)
        self.content.addWidget(self.form)
        self.form.answered.connect(self._on_answered)
        self.form.cancelled.connect(self._on_cancelled)
        spoken = (row.author, row.place, row.anchor, row.text, row.settled)
        self.setAccessibleName(". ".join(part for part in spoken if part))
        around.look.follow(self._dress)

    def _add(self, look: str, words: str) -> QLabel:
        label = make_label(look, words, wraps=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.content.addWidget(label)
        return label

    def _add_reply(self, author: str, when: str, text: str) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(self._around.look.length(14), 4, 0, 0)
        for look, words in (("strong small", f"{author} · {when}"), ("", text)):
            label = make_label(look, words, wraps=True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.content.addLayout(column)

    def _fill_buttons(self) -> None:
        _ = self._around.speech.gettext
        if self.row.piece:
            button = self._button("comment_go", ButtonKind.QUIET, _("Go there"))
            button.clicked.connect(lambda: self.go_wanted.emit(self.row.id))
        if self.row.is_open:
            button = self._button("comment_reply", ButtonKind.SOFT, _("Reply …"))
            button.clicked.connect(self.ask_reply)
            button = self._button("comment_resolve", ButtonKind.SOFT, _("Settle …"))
            button.clicked.connect(self.ask_reason)

    def _button(self, name: str, kind: ButtonKind, words: str) -> Button:
        button = Button(self._around.look, kind, parent=self._buttons)
        button.setObjectName(name)
        button.setText(words)
        button.setAccessibleDescription(f"{self.row.author}: {self.row.text}")
        self._flow.addWidget(button)
        return button

    def ask_reply(self) -> None:
        """Ask what is answered."""
        _ = self._around.speech.gettext
        self._buttons.hide()
        label = _("Answer {audience}").format(audience=self.row.audience)
        question = Question(key="text", label=label, is_required=True, is_long=True)
        self.form.ask(REPLY, "", "", (question,), _("Reply"))

    def ask_reason(self) -> None:
        """Ask how it was settled."""
        _ = self._around.speech.gettext
        self._buttons.hide()
        question = Question(
            key="text",
            label=_("How was it settled?"),
            guidance=_("It stays in the log."),
            is_required=True,
        )
        self.form.ask(RESOLVE, "", "", (question,), _("Settle"))

    def show_problem(self, words: str) -> None:
        """Show why it was not taken; what was written stays."""
        self.form.set_busy(is_busy=False)
        self.form.show_problem(words, "text")

    def _on_answered(self, name: str, answers: dict[str, str]) -> None:
        self.form.set_busy(is_busy=True)
        told = self.replied if name == REPLY else self.resolved
        told.emit(self.row.id, answers["text"])

    def _on_cancelled(self) -> None:
        self._buttons.show()
        first = self._buttons.findChild(Button)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self._flow.setSpacing(self._around.look.length(6))
        self._flow.setContentsMargins(0, self._around.look.length(5), 0, 0)
