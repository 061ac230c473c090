"""Ledgers to verify: as events, and as documents that can be bent."""

from __future__ import annotations

import base64
import binascii
import json
import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import rfc8785

from pressdesk.domain.ids import Digest, KeyId, ReleaseId
from pressdesk.domain.ledger import NO_PREVIOUS, Event, EventKind, LedgerWriter
from pressdesk.domain.payloads import PayloadErased
from pressdesk.trust.ledger_file import export_document
from pressdesk.trust.signers import Ed25519Signer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.ledger import Signer

RELEASE = ReleaseId("01J8Z3K5Q6R7S8T9V0W1X2Y3Z4")
OTHER_RELEASE = ReleaseId("01J8Z3K5Q6R7S8T9V0W1X2Y3Z5")
START = datetime(2026, 11, 24, 12, tzinfo=UTC)
KARI = Ed25519Signer(b"\x01" * 32)
OLA = Ed25519Signer(b"\x02" * 32)
STRANGER = Ed25519Signer(b"\x03" * 32)
KEYS = {signer.key: signer.public for signer in (KARI, OLA)}
WITHHELD = (7, 20, 33)
ERASED = (15, 16)
ERASURE = 40


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """The events of one release and the keys that they name."""

    events: tuple[Event, ...]
    keys: dict[KeyId, bytes]

    @property
    def head(self) -> Digest:
        """The hash of the last event."""
        return self.events[-1].hash

    def cut(self, length: int) -> Ledger:
        """Return the first events only."""
        return replace(self, events=self.events[:length])

    def document(self) -> dict[str, Any]:
        """Return the exported document, loose, so that it can be bent."""
        return json.loads(export_document(RELEASE, self.events, self.keys))


class Writing:
    """Writes a chain event by event, by fixed keys, clock and salts."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self.events: list[Event] = []

    def add(self, kind: EventKind, payload: dict[str, Json], signer: Signer = KARI) -> Event:
        """Write the next event."""
        written = LedgerWriter(
            actor="Kari Nordmann <kari@nordvind.example>; Nordvind klynge",
            signer=signer,
            clock=lambda: START + timedelta(minutes=len(self.events)),
            random_bytes=self._random.randbytes,
        ).write(
            release=RELEASE,
            seq=len(self.events) + 1,
            prev=self.events[-1].hash if self.events else NO_PREVIOUS,
            kind=kind,
            payload=payload,
        )
        self.events.append(written)
        return written


def without_payload(event: Event) -> Event:
    return replace(event, payload=None, salt=None)


def sample_ledger(length: int = 60, seed: int = 1) -> Ledger:
    """Return a ledger by two people; some payloads are withheld, some were erased."""
    writing = Writing(seed)
    kinds = [kind for kind in EventKind if kind is not EventKind.RELEASE_CREATED]
    writing.add(EventKind.RELEASE_CREATED, {"release": RELEASE})
    for seq in range(2, length + 1):
        signer = OLA if seq % 5 == 0 else KARI
        if seq == ERASURE:
            payload = PayloadErased(events=ERASED, reason="Innsyn og sletting.").to_json()
            writing.add(EventKind.PAYLOAD_ERASED, payload, signer)
            continue
        kind = kinds[seq % (len(kinds) - 1)]
        payload = {"note": f"Hendelse {seq} – «æøå» 😀", "number": seq, "list": [True, None, "x"]}
        writing.add(kind, payload, signer)
    absent = WITHHELD + (ERASED if length >= ERASURE else ())
    events = tuple(
        without_payload(event) if seq in absent else event
        for seq, event in enumerate(writing.events, start=1)
    )
    return Ledger(events=events, keys=dict(KEYS))


def to_bytes(document: dict[str, Any]) -> bytes:
    """Return a document, bent or not, in the form in which documents are written."""
    return rfc8785.dumps(document) + b"\n"


def to_events(document: dict[str, Any]) -> tuple[list[Event], dict[KeyId, bytes]]:
    """Return what the app would hold if its workspace had been bent in the same way."""
    events = [
        Event(
            header_bytes=event["header"].encode(),
            payload=None if event["payload"] is None else event["payload"].encode(),
            salt=None if event["salt"] is None else bytes.fromhex(event["salt"]),
            signature=_loose_base64(event["signature"]),
        )
        for event in document["events"]
    ]
    return events, {KeyId(key): _loose_base64(raw) for key, raw in document["keys"].items()}


def rewritten(events: Sequence[Event], first: int, signer: Ed25519Signer) -> list[Event]:
    """Return the events with ``first`` changed, and all that follow chained and signed anew."""
    writing = Writing(seed=99)
    writing.events = list(events[: first - 1])
    for event in events[first - 1 :]:
        writing.add(event.header.kind, {"note": "omskrevet"}, signer)
    return writing.events


def _loose_base64(words: str) -> bytes:
    try:
        return base64.b64decode(words)
    except binascii.Error:
        return b""
