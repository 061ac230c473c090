"""The append-only, hash-chained, signed ledger: its form, and how an event is made and read.

Format 1, described for others in ARCHITECTURE.md, "The ledger file". Verification lives in
``trust``; this module only builds and parses, so that the bytes verified are the bytes parsed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.canonical import Json, canonical_json, sha256
from pressdesk.domain.content_json import instant_from_json, instant_to_json
from pressdesk.domain.fields import Fields
from pressdesk.domain.ids import Digest, KeyId, ReleaseId

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

FORMAT = 1
NO_PREVIOUS = Digest("0" * 64)
SALT_BYTES = 16
PAYLOAD_TYPE = "application/vnd.pressdesk.event+json;format=1"


class EventKind(StrEnum):
    """Everything that others must be able to rely on."""

    RELEASE_CREATED = "ReleaseCreated"
    REVISION_SAVED = "RevisionSaved"
    ROUND_OPENED = "RoundOpened"
    DEADLINE_MOVED = "DeadlineMoved"
    REMINDER_MADE = "ReminderMade"
    RESPONSE_RECEIVED = "ResponseReceived"
    PROPOSALS_DECIDED = "ProposalsDecided"
    APPROVAL_GIVEN = "ApprovalGiven"
    APPROVAL_WITHDRAWN = "ApprovalWithdrawn"
    APPROVER_CHANGED = "ApproverChanged"
    DELEGATE_AUTHORISED = "DelegateAuthorised"
    COMMENT_ADDED = "CommentAdded"
    COMMENT_RESOLVED = "CommentResolved"
    ROUND_CLOSED = "RoundClosed"
    PEN_PASSED = "PenPassed"
    PARTNER_CHANGED = "PartnerChanged"
    KEY_PINNED = "KeyPinned"
    KEY_REVOKED = "KeyRevoked"
    FROZEN = "Frozen"
    OVERRIDDEN = "Overridden"
    EXPORTED = "Exported"
    PUBLISHED = "Published"
    CORRECTED = "Corrected"
    PAYLOAD_ERASED = "PayloadErased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the chain covers. ``actor`` is ``Name <mail>; Organisation``, as far as known."""

    release: ReleaseId
    seq: int
    prev: Digest
    at: datetime
    actor: str
    kind: EventKind
    payload_hash: Digest
    key: KeyId

    def to_bytes(self) -> bytes:
        """Return the canonical header."""
        return canonical_json(
            {
                "format": FORMAT,
                "release": self.release,
                "seq": self.seq,
                "prev": self.prev,
                "at": instant_to_json(self.at),
                "actor": self.actor,
                "kind": self.kind,
                "payload_hash": self.payload_hash,
                "key": self.key,
            }
        )

    @classmethod
    def parse(cls, data: bytes) -> Header:
        """Return the header that ``data`` holds; ValueError unless it is the canonical form."""
        try:
            fields = Fields(json.loads(data))
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if fields.integer("format") != FORMAT:
            raise ValueError("an event of another format")
        header = cls(
            release=ReleaseId(fields.string("release")),
            seq=fields.integer("seq"),
            prev=Digest(fields.string("prev")),
            at=instant_from_json(fields.string("at")),
            actor=fields.string("actor"),
            kind=EventKind(fields.string("kind")),
            payload_hash=Digest(fields.string("payload_hash")),
            key=KeyId(fields.string("key")),
        )
        fields.end()
        if header.to_bytes() != data:
            raise ValueError("a header that is not canonical")
        return header


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One signed event as it is stored.

    ``payload`` (canonical JSON) and ``salt`` are both None where the payload was withheld from
    this copy, or erased; the chain still verifies, since the header holds only their hash.
    """

    header_bytes: bytes
    payload: bytes | None
    salt: bytes | None
    signature: bytes
    _header: Header | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def header(self) -> Header:
        """What the header says, parsed once; ValueError unless it is the canonical form."""
        if self._header is None:
            object.__setattr__(self, "_header", Header.parse(self.header_bytes))
        assert self._header is not None  # noqa: S101  # set just above
        return self._header

    @property
    def hash(self) -> Digest:
        """The hash that the next event names."""
        return sha256(self.header_bytes)


class Signer(Protocol):
    """Somebody's Ed25519 key, wherever it is kept."""

    @property
    def key(self) -> KeyId:
        """The hash of the public key."""

    @property
    def public(self) -> bytes:
        """The raw public key, 32 bytes."""

    def sign(self, message: bytes) -> bytes:
        """Return the signature over ``message``, 64 bytes."""


def payload_hash(payload: bytes, salt: bytes) -> Digest:
    """Return the hash that the header carries for a payload."""
    return sha256(salt + payload)


def signed_bytes(header_bytes: bytes) -> bytes:
    """Return what is signed: the header in DSSE's pre-authentication encoding.

    Source: DSSE protocol 1.0, PAE.
    """
    kind = PAYLOAD_TYPE.encode()
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(header_bytes), header_bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerWriter:
    """Writes events: who acts, with which key, by which clock, with which salts."""

    actor: str
    signer: Signer
    clock: Callable[[], datetime]
    random_bytes: Callable[[int], bytes]

    def write(
        self,
        *,
        release: ReleaseId,
        seq: int,
        prev: Digest,
        kind: EventKind,
        payload: dict[str, Json],
    ) -> Event:
        """Return the signed event that follows ``prev``; the first has seq 1."""
        body = canonical_json(payload)
        salt = self.random_bytes(SALT_BYTES)
        header = Header(
            release=release,
            seq=seq,
            prev=prev,
            at=self.clock(),
            actor=self.actor,
            kind=kind,
            payload_hash=payload_hash(body, salt),
            key=self.signer.key,
        ).to_bytes()
        signature = self.signer.sign(signed_bytes(header))
        return Event(header_bytes=header, payload=body, salt=salt, signature=signature)
