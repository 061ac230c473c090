"""Review rounds: one version sent to named people with a deadline, and what came back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.history import payload_of
from pressdesk.domain.ids import BlockId, Digest, PartnerId, PersonId
from pressdesk.domain.ledger import Event, EventKind
from pressdesk.domain.proposals import Proposal
from pressdesk.domain.records import from_json, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pressdesk.domain.canonical import Json


class ReaderRole(StrEnum):
    """What somebody is asked to do with what they get."""

    READER = "reader"
    COMMENTER = "commenter"
    APPROVER = "approver"


class Via(StrEnum):
    """How an answer came."""

    WORD = "word"
    PAGE = "page"
    EMAIL = "email"
    PRESSDESK = "pressdesk"
    NOTED = "noted"


@record
class Reader:
    """A person who gets the text in a round.

    ``id`` is drawn anew for every round, so that a file names both its round and its reader.
    ``sent`` is the hash of the file that was made for them, ``file_name`` its name.
    """

    id: PersonId
    name: str
    mail: str | None
    role: ReaderRole
    partner: PartnerId | None
    file_name: str
    sent: Digest


@record
class AskedWords:
    """Words whose speaker, or a delegate, is asked to approve them."""

    block: BlockId
    content_hash: Digest
    reader: PersonId


@record
class RoundOpened:
    """A version was sent round. Units: ``deadline`` is an aware UTC instant.

    ``number`` counts rounds from 1; a request outside the rounds has the number 0, and asks about
    ``quote`` only. ``revision`` is the hash of what was sent. ``head`` is the head code that the
    files carry. ``asked`` names the quotes that wait for somebody's answer.
    """

    id: str
    number: int
    revision: Digest
    revision_number: int
    language: str
    deadline: datetime
    is_confidential: bool
    is_listed_partner: bool
    readers: tuple[Reader, ...]
    asked: tuple[AskedWords, ...]
    quote: BlockId | None
    head: str


@record
class DeadlineMoved:
    """A round got another deadline."""

    round: str
    deadline: datetime


class Decided(StrEnum):
    """What somebody answered about words that are put in their mouth."""

    APPROVED = "approved"
    APPROVED_AS_CHANGED = "approved_as_changed"
    CHANGE_ASKED = "change_asked"
    DECLINED = "declined"


@record
class BlockAnswer:
    """What an answer says of one quote; ``content_hash`` is that of the words it speaks of."""

    block: BlockId
    decision: Decided
    content_hash: Digest


@record
class ResponseReceived:
    """What one person sent back.

    ``file`` is the hash of the file that came. ``reader`` is None where nobody in the round could
    be named; ``person`` is the name as far as known. ``problems`` are stable codes.
    """

    id: str
    round: str
    reader: PersonId | None
    person: str
    via: Via
    file_name: str
    file: Digest
    base: Digest
    proposals: tuple[Proposal, ...]
    answers: tuple[BlockAnswer, ...]
    problems: tuple[str, ...]


@record
class ProposalDecision:
    """A proposal that was accepted or rejected."""

    proposal: str
    is_accepted: bool


@record
class ProposalsDecided:
    """The proposals of a round were decided; ``revision`` is what resulted."""

    round: str
    decisions: tuple[ProposalDecision, ...]
    revision: Digest


@record
class RoundClosed:
    """Nothing more is expected; what comes still is an answer to an old round."""

    round: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer, and when it came. Units: ``at`` is an aware UTC instant."""

    received: ResponseReceived
    at: datetime

    @property
    def silent_edits(self) -> int:
        """The number of changes that the file did not mark."""
        return sum(not one.is_marked for one in self.received.proposals)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRound:
    """A round as the ledger tells it. ``seq`` is the event that opened it.

    Units: instants are aware UTC.
    """

    opened: RoundOpened
    seq: int
    at: datetime
    deadline: datetime
    responses: tuple[Response, ...] = ()
    closed_at: datetime | None = None

    @property
    def id(self) -> str:
        """The name that files carry."""
        return self.opened.id

    @property
    def is_open(self) -> bool:
        """Whether answers are expected."""
        return self.closed_at is None

    @property
    def is_request(self) -> bool:
        """Whether one quote was sent outside the rounds."""
        return self.opened.quote is not None

    def reader(self, reader: PersonId | None) -> Reader | None:
        """Return the reader with that id."""
        return next((one for one in self.opened.readers if one.id == reader), None)

    def responses_of(self, reader: Reader) -> tuple[Response, ...]:
        """Return what came from one reader, oldest first."""
        return tuple(one for one in self.responses if one.received.reader == reader.id)

    def proposals(self) -> tuple[Proposal, ...]:
        """Return everything that was proposed in the round, in the order it came."""
        return tuple(p for response in self.responses for p in response.received.proposals)


def rounds(events: Iterable[Event]) -> tuple[ReviewRound, ...]:
    """Return all rounds and single requests, oldest first.

    Events whose payload is withheld or erased say nothing.
    """
    found: dict[str, ReviewRound] = {}
    for event in events:
        if (payload := payload_of(event)) is None:
            continue
        header = event.header
        match header.kind:
            case EventKind.ROUND_OPENED:
                opened = from_json(RoundOpened, payload)
                found[opened.id] = ReviewRound(
                    opened=opened, seq=header.seq, at=header.at, deadline=opened.deadline
                )
            case EventKind.DEADLINE_MOVED:
                moved = from_json(DeadlineMoved, payload)
                _change(found, moved.round, deadline=moved.deadline)
            case EventKind.RESPONSE_RECEIVED:
                received = from_json(ResponseReceived, payload)
                if (asked := found.get(received.round)) is not None:
                    response = Response(received=received, at=header.at)
                    _change(found, asked.id, responses=(*asked.responses, response))
            case EventKind.ROUND_CLOSED:
                _change(found, from_json(RoundClosed, payload).round, closed_at=header.at)
            case _:
                pass
    return tuple(found.values())


def decisions(events: Iterable[Event]) -> Mapping[str, bool]:
    """Return which proposals the ledger has as accepted or rejected, by id."""
    return {
        one.proposal: one.is_accepted
        for event in events
        if event.header.kind is EventKind.PROPOSALS_DECIDED
        and (payload := payload_of(event)) is not None
        for one in from_json(ProposalsDecided, payload).decisions
    }


def rounds_so_far(events: Iterable[Event]) -> tuple[int, bool]:
    """Return how many rounds were opened, and whether one still is; answers are not looked at."""
    opened: dict[str, bool] = {}
    for event in events:
        kind = event.header.kind
        if kind not in (EventKind.ROUND_OPENED, EventKind.ROUND_CLOSED):
            continue
        payload = payload_of(event)
        if payload is None:
            continue
        if kind is EventKind.ROUND_CLOSED:
            name = from_json(RoundClosed, payload).round
            if name in opened:
                opened[name] = False
        elif (one := from_json(RoundOpened, payload)).quote is None:
            opened[one.id] = True
    return len(opened), any(opened.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """What an open round waits for: its number, its deadline, and the names of those to answer.

    Units: ``deadline`` is an aware UTC instant.
    """

    number: int
    deadline: datetime
    names: tuple[str, ...]


def awaited(events: Iterable[Event]) -> Awaited | None:
    """Return what the open round waits for, that of the last one if several are; None if none is.

    Of an answer nothing is read but who gave it: the desk asks whenever a draft is saved, and
    answers hold hundreds of proposals.
    """
    opened: dict[str, tuple[RoundOpened, datetime]] = {}
    answered: set[tuple[Json, Json]] = set()
    for event in events:
        kind = event.header.kind
        if kind not in _OF_ROUNDS or (payload := payload_of(event)) is None:
            continue
        if kind is EventKind.ROUND_OPENED:
            one = from_json(RoundOpened, payload)
            if one.quote is None:
                opened[one.id] = one, one.deadline
        elif kind is EventKind.DEADLINE_MOVED:
            moved = from_json(DeadlineMoved, payload)
            if moved.round in opened:
                opened[moved.round] = opened[moved.round][0], moved.deadline
        elif kind is EventKind.ROUND_CLOSED:
            opened.pop(from_json(RoundClosed, payload).round, None)
        elif isinstance(payload, dict):
            answered.add((payload.get("round"), payload.get("reader")))
    if not opened:
        return None
    last, deadline = list(opened.values())[-1]
    asked = (one for one in last.readers if one.role is not ReaderRole.READER)
    left = (one.name for one in asked if (last.id, one.id) not in answered)
    return Awaited(number=last.number, deadline=deadline, names=tuple(left))


_OF_ROUNDS = (
    EventKind.ROUND_OPENED,
    EventKind.DEADLINE_MOVED,
    EventKind.RESPONSE_RECEIVED,
    EventKind.ROUND_CLOSED,
)


def open_round(events: Iterable[Event]) -> ReviewRound | None:
    """Return the round that is open, the last one if several are."""
    waiting = [one for one in rounds(events) if one.is_open and not one.is_request]
    return waiting[-1] if waiting else None


def _change(found: dict[str, ReviewRound], name: str, **changes: object) -> None:
    if name in found:
        found[name] = replace(found[name], **changes)  # type: ignore[arg-type]  # by name
