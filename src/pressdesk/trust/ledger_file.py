"""The ledger as a file for others, ``.ledger.json``, which the stand-alone verifier reads."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from pressdesk.domain.canonical import canonical_json
from pressdesk.domain.codes import head_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.ids import KeyId, ReleaseId
    from pressdesk.domain.ledger import Event

FORMAT = 1


def export_document(
    release: ReleaseId, events: Sequence[Event], keys: Mapping[KeyId, bytes]
) -> bytes:
    """Return the ledger in format 1: the same bytes whenever and wherever it is exported.

    Shape: of ``keys``, those that the events name; a missing one is left to the verifier.

    Raises:
        ValueError: no events, or bytes in them that are no text; verify first.
    """
    if not events:
        raise ValueError("a ledger has at least one event")
    named = {event.header.key for event in events}
    listed: list[Json] = [_event_to_json(event) for event in events]
    public: dict[str, Json] = {key: _base64(keys[key]) for key in named & keys.keys()}
    head = events[-1].hash
    document: dict[str, Json] = {
        "format": FORMAT,
        "release": release,
        "head": head,
        "head_code": head_code(head),
        "keys": public,
        "events": listed,
    }
    return canonical_json(document) + b"\n"


def _event_to_json(event: Event) -> Json:
    return {
        "header": event.header_bytes.decode("utf-8"),
        "payload": None if event.payload is None else event.payload.decode("utf-8"),
        "salt": None if event.salt is None else event.salt.hex(),
        "signature": _base64(event.signature),
    }


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
