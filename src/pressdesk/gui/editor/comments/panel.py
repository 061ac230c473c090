"""The tab «Kommentarer»: a new comment, those that are open, those that are settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.gui.editor.comments.card import CommentCard
from pressdesk.gui.editor.fields import Page
from pressdesk.gui.widgets.ask_form import AskForm
from pressdesk.gui.widgets.banner import announce
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.labels import SectionHeader, make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from pressdesk.gui.editor.comments.state import CommentRow
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.widgets.ask_form import Question

_MOST = 40
"""Cards that are made at once; more of them are made when asked for."""


class CommentsPanel(Page):
    """Shows comments, and says what the user wants of them."""

    new_wanted = Signal()
    written = Signal(dict)
    cancelled = Signal()
    go_wanted = Signal(str)
    replied = Signal(str, str)
    resolved = Signal(str, str)
    count_changed = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.look, "comments_panel", parent)
        self._around = around
        self._rows: tuple[CommentRow, ...] = ()
        self._shown = _MOST
        self._language = ""
        self._is_behind = True
        """Whether the cards are not those of the rows: nobody has looked since."""
        look = around.look
        self.new_button = Button(look, ButtonKind.SOFT, "new", parent=self.inner)
        self.new_button.setObjectName("comment_new")
        self.form = AskForm(look, around.speech, self.inner)
        self.problem = make_label("danger", wraps=True)
        self._hint = make_label("muted", wraps=True)
        self._cards = QVBoxLayout()
        self.more_button = Button(look, ButtonKind.QUIET, parent=self.inner)
        self.more_button.setObjectName("comments_more")
        self._settled = SectionHeader(look, parent=self.inner)
        self._settled_cards = QVBoxLayout()
        self.column.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.form, self.problem, self._hint):
            self.column.addWidget(part)
        self.column.addLayout(self._cards)
        self.column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._settled)
        self.column.addLayout(self._settled_cards)
        self.column.addStretch(1)
        self.problem.hide()
        self.more_button.hide()
        self._settled.hide()
        self.new_button.clicked.connect(self.new_wanted)
        self.form.answered.connect(lambda _name, answers: self.written.emit(answers))
        self.form.cancelled.connect(self._on_cancelled)
        self.more_button.clicked.connect(self._on_more)
        look.follow(self._dress)
        around.speech.follow(self.retranslate)

    # --- what is shown

    def show_rows(self, rows: Sequence[CommentRow]) -> None:
        """Show comments; a card that is not changed stays, with what is written in it."""
        rows, language = tuple(rows), self._around.speech.language
        if rows == self._rows and language == self._language:
            return
        self._rows, self._language = rows, language
        self._is_behind = True
        if self.isVisible():
            self._catch_up()
        self.count_changed.emit(sum(row.is_open for row in rows))

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards that were not needed before."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self._fill()

    def _fill(self) -> None:
        opened = [row for row in self._rows if row.is_open]
        settled = [row for row in self._rows if not row.is_open]
        has_keyboard = self.has_keyboard() and not self.form.isVisibleTo(self)
        self._show(self._cards, opened[: self._shown])
        self._show(self._settled_cards, settled[: max(0, self._shown - len(opened))])
        self._say_more()
        self.more_button.setVisible(len(self._rows) > self._shown)
        self._settled.setVisible(bool(settled))
        self._hint.setVisible(not opened and not self.form.isVisibleTo(self))
        self.order_stops()
        if has_keyboard and not self.has_keyboard():
            self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_more(self) -> None:
        left = max(len(self._rows) - self._shown, 1)
        words = self._around.speech.ngettext("{count} more comment", "{count} more comments", left)
        self.more_button.setText(words.format(count=left))

    def _show(self, column: QVBoxLayout, rows: Sequence[CommentRow]) -> None:
        kept: dict[CommentRow, CommentCard] = {}
        while (item := column.takeAt(0)) is not None:
            card = item.widget()
            if not isinstance(card, CommentCard):
                continue
            if card.row in rows and card.property("language") == self._language:
                kept[card.row] = card
            else:
                card.hide()
                card.deleteLater()
        for row in rows:
            column.addWidget(kept.get(row) or self._card(row))

    def _card(self, row: CommentRow) -> CommentCard:
        card = CommentCard(self._around, row, self.inner)
        card.setProperty("language", self._language)
        card.go_wanted.connect(self.go_wanted)
        card.replied.connect(self.replied)
        card.resolved.connect(self.resolved)
        card.show()
        return card

    def card(self, comment: str) -> CommentCard | None:
        """Return the card of a comment, None where it is not shown."""
        self._catch_up()
        cards = self.inner.findChildren(CommentCard)
        return next((one for one in cards if one.row.id == comment and not one.isHidden()), None)

    def reveal(self, comment: str) -> None:
        """Show the card of a comment, and go to it."""
        place = next((n for n, row in enumerate(self._rows) if row.id == comment), None)
        if place is not None and place >= self._shown:
            self._shown = place + _MOST
            self._fill()
        card = self.card(comment)
        if card is not None:
            self.ensureWidgetVisible(card)

    def ask(self, title: str, note: str, questions: Sequence[Question], done_words: str) -> None:
        """Ask what the new comment says, and who may read it."""
        self.new_button.hide()
        self._hint.hide()
        self.show_problem("")
        self.form.set_busy(is_busy=False)
        self.form.ask("comment", title, note, questions, done_words)
        self.order_stops()

    def end_form(self) -> None:
        """Take the form away."""
        self.form.end()
        self.new_button.show()
        self.order_stops()

    def show_problem(self, words: str, comment: str = "") -> None:
        """Show why something was not taken: at the card, at the form, or above all."""
        card = self.card(comment) if comment else None
        self.form.set_busy(is_busy=False)
        is_loose = card is None and not self.form.name
        self.problem.setText(words if is_loose else "")
        self.problem.setVisible(is_loose and bool(words))
        if card is not None:
            card.show_problem(words)
        elif self.form.name:
            self.form.show_problem(words, "text")
        if words:
            announce(self, words, is_urgent=True)

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no second answer while the first is worked on."""
        self.form.set_busy(is_busy=is_busy)

    def retranslate(self) -> None:
        """Say it in the language of the window; the comments come with the next text."""
        _ = self._around.speech.gettext
        self.new_button.setText(_("New comment …"))
        self.new_button.setToolTip("Ctrl+Alt+M")
        self._hint.setText(
            _("No open comments. Mark words in the text to comment on them, or the whole place.")
        )
        self._settled.show_text(_("Settled"))
        self._say_more()

    def _on_more(self) -> None:
        self._shown += _MOST
        self._fill()

    def _on_cancelled(self) -> None:
        self.end_form()
        self.cancelled.emit()

    def _dress(self) -> None:
        for column in (self._cards, self._settled_cards):
            column.setSpacing(self._around.look.length(9))
