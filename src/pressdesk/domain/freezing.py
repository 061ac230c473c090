"""The frozen text: what the final files are made from, and how far a release has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalBook, ApprovalGiven, ApprovalState, states_in
from pressdesk.domain.canonical import canonical_json, sha256
from pressdesk.domain.comments import comments
from pressdesk.domain.content_json import content_to_json
from pressdesk.domain.history import Stage, payload_of
from pressdesk.domain.ids import Digest
from pressdesk.domain.ledger import Event, EventKind
from pressdesk.domain.payloads import revision_hash
from pressdesk.domain.records import from_json, record
from pressdesk.domain.rounds import Decided, rounds_so_far

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.content import Content


@record
class Frozen:
    """The text is final; ``revision`` is the hash of the version, ``number`` counts it."""

    revision: Digest
    number: int


@record
class Overridden:
    """The text was frozen although something was missing: by whom, why, and what."""

    revision: Digest
    by: str
    reason: str
    gaps: tuple[str, ...]


def frozen(events: Sequence[Event]) -> Frozen | None:
    """Return the last freeze; None while there was none."""
    place = _last_freeze(events)
    return None if place is None else from_json(Frozen, payload_of(events[place]))


def draft_revision(contents: Sequence[Content]) -> Digest:
    """Return the hash that a revision of these contents has."""
    return revision_hash(
        {one.language.value: sha256(canonical_json(content_to_json(one))) for one in contents}
    )


def is_frozen(events: Sequence[Event], contents: Sequence[Content]) -> bool:
    """Return whether the text in hand is the frozen one.

    Not if somebody took back an approval after the freeze, or said no: the text has to go
    through the gate again.
    """
    place = _last_freeze(events)
    if place is None:
        return False
    last = from_json(Frozen, payload_of(events[place]))
    is_same = last.revision == draft_revision(contents)
    return is_same and not any(map(_opens_again, events[place:]))


def _last_freeze(events: Sequence[Event]) -> int | None:
    freezes = (
        place
        for place, event in enumerate(events)
        if event.header.kind is EventKind.FROZEN and event.payload is not None
    )
    return max(freezes, default=None)


def _opens_again(event: Event) -> bool:
    if event.header.kind is EventKind.APPROVAL_WITHDRAWN:
        return True
    if event.header.kind is not EventKind.APPROVAL_GIVEN:
        return False
    payload = payload_of(event)
    said = from_json(ApprovalGiven, payload).decision if payload is not None else None
    return said in (Decided.DECLINED, Decided.CHANGE_ASKED)


def stage(events: Sequence[Event], contents: Sequence[Content]) -> Stage:
    """Return how far a release has come, with the text in hand."""
    if any(event.header.kind is EventKind.PUBLISHED for event in events):
        return Stage.PUBLISHED
    if is_frozen(events, contents):
        return Stage.FROZEN
    count, is_open = rounds_so_far(events)
    if is_open:
        return Stage.ROUND
    was_round = count > 0
    return Stage.READY if was_round and _is_settled(events, contents) else Stage.DRAFT


def _is_settled(events: Sequence[Event], contents: Sequence[Content]) -> bool:
    book = ApprovalBook.of(events)
    is_approved = all(
        standing.state is ApprovalState.APPROVED
        for content in contents
        for block, standing in states_in(book, content).items()
        if any(quote.id == block for quote in content.quotes())
    )
    return is_approved and not any(one.is_open for one in comments(events))
