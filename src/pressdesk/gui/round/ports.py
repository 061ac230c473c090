"""What the presenter of a round needs of the view and of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pressdesk.domain.content import Language
    from pressdesk.domain.draft import Draft
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.editor.comments.state import CommentRow
    from pressdesk.gui.round.state import (
        Counts,
        LogLine,
        Matrix,
        Overall,
        PersonCard,
        Piece,
        RoundRow,
    )
    from pressdesk.gui.round.tell_changes import Row
    from pressdesk.gui.widgets.painting import Tone
    from pressdesk.services.stored import StoredRelease


class View(Protocol):
    """What the presenter tells the view."""

    def show_overall(self, overall: Overall, counts: Counts, partners: Sequence[str]) -> None:
        """Show title, round, deadline, and whose proposals can be accepted together."""

    def show_people(self, people: Sequence[PersonCard]) -> None:
        """Show who has answered."""

    def show_rounds(self, rows: Sequence[RoundRow], current: str) -> None:
        """Show the rounds."""

    def show_text(self, pieces: Sequence[Piece], current: str) -> None:
        """Show the text with the changes in it."""

    def show_changes(self, rows: Sequence[Row], current: str) -> None:
        """List the proposals."""

    def show_current(self, key: str) -> None:
        """Point at a proposal in the text and in the list."""

    def show_remarks(self, rows: Sequence[CommentRow]) -> None:
        """List the comments."""

    def show_matrix(self, matrix: Matrix) -> None:
        """Show where the quotes stand."""

    def show_log(self, lines: Sequence[LogLine]) -> None:
        """Show what happened."""

    def show_message(self, words: str, tone: Tone, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Say something in place."""

    def clear_message(self) -> None:
        """Take the message away."""

    def show_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Say whether there is a decision to take back."""

    def show_done(self, words: str) -> None:
        """Say what was done, and offer to undo it."""

    def show_changed(self) -> None:
        """Take the questions away: what they asked for was done."""

    def ask_answer(self, key: str) -> None:
        """Let the user answer a proposal by a comment."""


class Work(Protocol):
    """What is done to the desk; called off the thread of the window."""

    def open(self, release: ReleaseId) -> StoredRelease:
        """Return a release as it is now."""

    def keep(self, release: ReleaseId, draft: Draft, read_version: int) -> Draft:
        """Store a draft with its decisions."""

    def close(self, release: ReleaseId, *, reject_rest: bool) -> StoredRelease:
        """Close the round that is open."""

    def move(self, release: ReleaseId, deadline: datetime) -> StoredRelease:
        """Give the round another deadline."""

    def answer(self, release: ReleaseId, proposal: str, words: str) -> StoredRelease:
        """Record a comment at the place of a proposal."""

    def reply(self, release: ReleaseId, comment: str, words: str) -> StoredRelease:
        """Record an answer to a comment."""

    def settle(self, release: ReleaseId, comment: str, reason: str) -> StoredRelease:
        """Record that a comment is settled."""

    def comment(
        self, release: ReleaseId, words: str, audience: str, language: Language
    ) -> StoredRelease:
        """Record a comment on the text as a whole; ``audience`` is a partner's short form."""
