"""What every part of reading an answer looks at: the file, what was sent, and the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalBook
from pressdesk.services.answer_spots import AnswerSpots
from pressdesk.services.typed_words import cleaned_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.content import Content, QuoteBlock
    from pressdesk.domain.ids import BlockId, PartnerId
    from pressdesk.domain.ledger import Event
    from pressdesk.domain.rounds import Reader
    from pressdesk.services.sorting import Sorted


@dataclass(frozen=True, kw_only=True)
class AnswerSource:
    """One returned file, sorted. ``content`` is what was sent, ``response_id`` the answer's id.

    ``problems`` are the codes of what was odd so far. ``language`` is that of the interface.
    """

    events: Sequence[Event]
    content: Content
    sorted: Sorted
    file_name: str
    response_id: str
    new_id: Callable[[], str]
    language: str
    problems: list[str] = field(init=False, default_factory=list)

    def note(self, problem: str) -> None:
        """Note that something was odd, once."""
        if problem not in self.problems:
            self.problems.append(problem)

    @property
    def reader(self) -> Reader | None:
        """Who the file was sent to, as far as that is known."""
        return self.sorted.reader

    @property
    def partner(self) -> PartnerId | None:
        """The partner of the reader."""
        return self.reader.partner if self.reader else None

    @cached_property
    def book(self) -> ApprovalBook:
        """The approvals before this answer."""
        return ApprovalBook.of(self.events)

    @cached_property
    def spots(self) -> AnswerSpots:
        """Where the places of the page lie in the text."""
        return AnswerSpots(self.content, self.sorted.sent)

    def quote(self, block: BlockId | None) -> QuoteBlock | None:
        """Return the quote that a block is, if it is one."""
        return next((one for one in self.content.quotes() if one.id == block), None)

    def author(self, written: str | None) -> str:
        """Return the name that a mark in the file bears, else the person's."""
        return cleaned_name(written or "") or self.sorted.person
