"""Whether a ledger's payloads have the form of their kind, as PressDesk writes them.

A ledger from outside can be signed and unbroken and hold anything. Whatever folds events may rely
on their form once this was asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalGiven, ApprovalWithdrawn, DelegateAuthorised
from pressdesk.domain.comments import CommentAdded, CommentResolved
from pressdesk.domain.freezing import Frozen, Overridden
from pressdesk.domain.history import payload_of
from pressdesk.domain.ledger import Event, EventKind
from pressdesk.domain.payloads import ReleaseCreated, RevisionSaved
from pressdesk.domain.records import from_json
from pressdesk.domain.rounds import (
    DeadlineMoved,
    ProposalsDecided,
    ResponseReceived,
    RoundClosed,
    RoundOpened,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressdesk.domain.canonical import Json

_RECORDS: dict[EventKind, type[object]] = {
    EventKind.ROUND_OPENED: RoundOpened,
    EventKind.DEADLINE_MOVED: DeadlineMoved,
    EventKind.RESPONSE_RECEIVED: ResponseReceived,
    EventKind.PROPOSALS_DECIDED: ProposalsDecided,
    EventKind.ROUND_CLOSED: RoundClosed,
    EventKind.APPROVAL_GIVEN: ApprovalGiven,
    EventKind.APPROVAL_WITHDRAWN: ApprovalWithdrawn,
    EventKind.DELEGATE_AUTHORISED: DelegateAuthorised,
    EventKind.COMMENT_ADDED: CommentAdded,
    EventKind.COMMENT_RESOLVED: CommentResolved,
    EventKind.FROZEN: Frozen,
    EventKind.OVERRIDDEN: Overridden,
}


def are_well_formed(events: Iterable[Event]) -> bool:
    """Return whether every payload that is here, and folded, has the members of its kind."""
    try:
        for event in events:
            if (payload := payload_of(event)) is not None:
                _read(event.header.kind, payload)
    except ValueError:
        return False
    return True


def _read(kind: EventKind, payload: Json) -> None:
    if kind is EventKind.RELEASE_CREATED:
        ReleaseCreated.from_json(payload)
    elif kind is EventKind.REVISION_SAVED:
        RevisionSaved.from_json(payload)
    elif (record := _RECORDS.get(kind)) is not None:
        from_json(record, payload)
