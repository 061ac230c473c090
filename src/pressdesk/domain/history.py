"""What a ledger tells: folded from its events whenever somebody asks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.ledger import Event, EventKind, Header
from pressdesk.domain.payloads import ReleaseCreated, RevisionSaved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.content import Content, Partner
    from pressdesk.domain.ids import Digest, PartnerId


class Stage(StrEnum):
    """How far a release has come."""

    DRAFT = "draft"
    ROUND = "round"
    READY = "ready"
    FROZEN = "frozen"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An immutable snapshot that the ledger names."""

    saved: RevisionSaved
    at: datetime

    @property
    def number(self) -> int:
        """Which version it is; they count from 1."""
        return self.saved.number

    @property
    def hash(self) -> Digest:
        """The hash that names it."""
        return self.saved.hash


def payload_of(event: Event) -> Json:
    """Return the payload as JSON values; None where it is withheld or erased."""
    value: Json = None if event.payload is None else json.loads(event.payload)
    return value


def revisions(events: Iterable[Event]) -> tuple[Revision, ...]:
    """Return the revisions in order, without those whose payload is not here."""
    return tuple(
        Revision(saved=RevisionSaved.from_json(payload), at=header.at)
        for header, payload in _told(events)
        if header.kind is EventKind.REVISION_SAVED
    )


def pen_holder(events: Sequence[Event], content: Content) -> Partner | None:
    """Return the partner who holds the pen; the first partner until another is named."""
    holder: PartnerId | None = None
    for header, payload in _told(events):
        if header.kind is EventKind.RELEASE_CREATED:
            holder = ReleaseCreated.from_json(payload).pen
    return content.partner(holder) or next(iter(content.partners), None)


def _told(events: Iterable[Event]) -> Iterator[tuple[Header, Json]]:
    """Yield the events whose payload is here."""
    for event in events:
        payload = payload_of(event)
        if payload is not None:
            yield event.header, payload
