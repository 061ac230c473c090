"""Decides what happens to comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.comments import Audience, Comment, comments
from pressdesk.domain.ids import BlockId
from pressdesk.gui.editor.comments.state import comment_rows, marks_of, spot_of
from pressdesk.gui.editor.saying import sentence
from pressdesk.gui.widgets.ask_form import Question
from pressdesk.services.commenting import Remark, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.ledger import Event
    from pressdesk.gui.editor.comments.state import CommentRow
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.sheet import OutlineItem

    Done = Callable[[], None]
    Failed = Callable[[BaseException], None]

_SHORTEST_SHOWN = 80


class CommentsView(Protocol):
    """Shows comments."""

    def show_rows(self, rows: Sequence[CommentRow]) -> None:
        """Show comments."""

    def reveal(self, comment: str) -> None:
        """Show the card of a comment."""

    def ask(self, title: str, note: str, questions: Sequence[Question], done_words: str) -> None:
        """Ask what the new comment says."""

    def end_form(self) -> None:
        """Ask nothing any more."""

    def show_problem(self, words: str, comment: str = "") -> None:
        """Show why something was not taken."""

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no second answer while the first is worked on."""


class CommentedText(Protocol):
    """The text that is commented on."""

    def words(self) -> Mapping[BlockId, str]:
        """Return the words of every piece."""

    def selection(self) -> tuple[BlockId, int, int]:
        """Return the piece at the cursor, and what is selected in it."""

    def select(self, piece: BlockId, start: int, end: int) -> bool:
        """Select words and show them."""

    def go_to(self, piece: BlockId) -> bool:
        """Put the cursor at the start of a piece."""

    def show_marks(self, marks: Mapping[BlockId, Sequence[tuple[int, int]]]) -> None:
        """Show where open comments stand."""


class CommentWork(Protocol):
    """Does it in the ledger."""

    def add(self, remark: Remark, done: Done, failed: Failed) -> None:
        """Write a comment, or an answer to one."""

    def resolve(self, comment: str, reason: str, done: Done, failed: Failed) -> None:
        """Settle a comment."""


class CommentsPresenter:
    """Keeps the tab in step with ledger and text."""

    def __init__(
        self, view: CommentsView, saying: Saying, text: CommentedText, work: CommentWork
    ) -> None:
        self._view = view
        self._saying = saying
        self._text = text
        self._work = work
        self._known: tuple[Comment, ...] = ()
        self._marks: Mapping[BlockId, Sequence[tuple[int, int]]] | None = None
        self._content: Content | None = None
        self._spot = Spot()
        self.rows: tuple[CommentRow, ...] = ()

    def begin(self, events: Sequence[Event]) -> None:
        """Show what another ledger tells, with the next text."""
        self._known = comments(events)
        self._marks = None

    def show(
        self,
        content: Content,
        pieces: Sequence[OutlineItem],
        names: Mapping[BlockId, str],
    ) -> None:
        """Show the comments as they stand in the text in hand."""
        self._content = content
        words = self._text.words() if self._known else {}
        self.rows = comment_rows(self._saying, self._known, content, pieces, names, words)
        self._view.show_rows(self.rows)
        marks = marks_of(self.rows)
        if marks != self._marks:  # else they have moved along with the text
            self._marks = marks
            self._text.show_marks(marks)

    # --- what is wanted

    def on_new_wanted(self) -> None:
        """Ask what is said about the selected words, or the place at the cursor."""
        content = self._content
        if content is None:
            return
        piece, start, end = self._text.selection()
        words = self._text.words().get(piece, "")
        self._spot = spot_of(content, piece, start, end, words) or Spot()
        _ = self._saying.gettext
        anchor = words[start:end].split("\n", 1)[0] if self._spot.start < self._spot.end else ""
        if len(anchor) > _SHORTEST_SHOWN:
            anchor = f"{anchor[:_SHORTEST_SHOWN].rstrip()} …"
        note = _("On “{words}”").format(words=anchor) if anchor else _("On the place at the cursor")
        self._view.ask(
            _("New comment"),
            note,
            (
                Question(key="text", label=_("Comment"), is_required=True, is_long=True),
                Question(
                    key="audience", label=_("Who may read it"), choices=self._audiences(content)
                ),
            ),
            _("Comment"),
        )

    def _audiences(self, content: Content) -> tuple[tuple[str, str], ...]:
        _ = self._saying.gettext
        partners = (
            (f"{Audience.PARTNER}:{one.short}", _("{name} and we").format(name=one.short))
            for one in content.partners
        )
        return (
            (Audience.OWN, _("Only our own organisation")),
            (Audience.ALL, _("All partners")),
            *partners,
        )

    def on_written(self, answers: Mapping[str, str]) -> None:
        """Keep a new comment."""
        kind, _, reader = answers["audience"].partition(":")
        remark = Remark(
            text=answers["text"],
            spot=self._spot,
            audience=Audience(kind),
            reader=reader or None,
        )
        self._view.set_busy(is_busy=True)
        self._work.add(remark, self._view.end_form, self._failed())

    def on_replied(self, comment: str, text: str) -> None:
        """Keep an answer."""
        self._work.add(Remark(text=text, parent=comment), lambda: None, self._failed(comment))

    def on_resolved(self, comment: str, reason: str) -> None:
        """Settle a comment."""
        self._work.resolve(comment, reason, lambda: None, self._failed(comment))

    def on_go_wanted(self, comment: str) -> None:
        """Go where a comment stands."""
        row = next((one for one in self.rows if one.id == comment), None)
        if row is None or not row.piece:
            return
        piece = BlockId(row.piece)
        if row.span is None or not self._text.select(piece, *row.span):
            self._text.go_to(piece)

    def reveal_at(self, block: str, author: str) -> None:
        """Show the first open comment by somebody at a place."""
        found = [
            one
            for one in self.rows
            if one.is_open and one.author == author and (one.piece == block or not block)
        ]
        for one in found[:1]:
            self._view.reveal(one.id)
            self.on_go_wanted(one.id)

    def _failed(self, comment: str = "") -> Failed:
        return lambda error: self._view.show_problem(sentence(self._saying, error), comment)
