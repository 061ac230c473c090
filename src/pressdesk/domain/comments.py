"""Comments on the text: who may read them, what was answered, and how they were settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.history import payload_of
from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.domain.ledger import Event, EventKind
from pressdesk.domain.proposals import ProposalPart
from pressdesk.domain.records import from_json, record

if TYPE_CHECKING:
    from collections.abc import Iterable


class Audience(StrEnum):
    """Who may read a comment: the author's own organisation, everybody, or one partner too."""

    OWN = "own"
    ALL = "all"
    PARTNER = "partner"


@record
class CommentAdded:
    """Somebody wrote beside the text.

    ``partner`` is the author's organisation, ``reader`` the partner of ``Audience.PARTNER``.
    ``anchor`` are the words it stands at, from ``start`` to ``end`` (code points, half open) in
    ``paragraph`` of its place; all of the release where ``part`` is None. ``parent`` is the
    comment it answers, whose audience it shares. ``made_at`` is the time that a returned file
    gives, if any.
    """

    id: str
    parent: str | None
    part: ProposalPart | None
    block: BlockId | None
    paragraph: int
    start: int
    end: int
    anchor: str
    text: str
    author: str
    partner: PartnerId | None
    audience: Audience
    reader: PartnerId | None
    round: str | None
    response: str | None
    made_at: datetime | None


@record
class CommentResolved:
    """A comment was settled; ``reason`` says how."""

    comment: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment as the ledger tells it. Units: instants are aware UTC."""

    added: CommentAdded
    at: datetime
    resolved: CommentResolved | None = None

    @property
    def id(self) -> str:
        """Its name."""
        return self.added.id

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to see to it; replies are settled with what they answer."""
        return self.resolved is None and self.added.parent is None

    def may_read(self, partner: PartnerId | None) -> bool:
        """Return whether people of ``partner`` may read it; strangers read what all may."""
        if self.added.audience is Audience.ALL:
            return True
        if partner is None:
            return False
        is_named = self.added.audience is Audience.PARTNER and self.added.reader == partner
        return is_named or self.added.partner == partner


def comments(events: Iterable[Event]) -> tuple[Comment, ...]:
    """Return all comments in the order they were made; withheld ones are not among them."""
    found: dict[str, Comment] = {}
    for event in events:
        if (payload := payload_of(event)) is None:
            continue
        if event.header.kind is EventKind.COMMENT_ADDED:
            added = from_json(CommentAdded, payload)
            found[added.id] = Comment(added=added, at=event.header.at)
        elif event.header.kind is EventKind.COMMENT_RESOLVED:
            resolved = from_json(CommentResolved, payload)
            if resolved.comment in found:
                found[resolved.comment] = replace(found[resolved.comment], resolved=resolved)
    return tuple(found.values())


def root_of(comment: Comment, known: Iterable[Comment]) -> Comment:
    """Return the comment that a reply answers in the end; who may read that may read the reply."""
    by_id = {one.id: one for one in known}
    seen = {comment.id}
    while (parent := by_id.get(comment.added.parent or "")) is not None and parent.id not in seen:
        seen.add(parent.id)
        comment = parent
    return comment
