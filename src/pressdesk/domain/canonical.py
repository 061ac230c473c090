"""Canonical JSON (RFC 8785): the one form in which things are hashed."""

from __future__ import annotations

import hashlib
from typing import TypeAlias

import rfc8785

from pressdesk.domain.ids import Digest

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

MAX_DEPTH = 32
"""Nothing PressDesk writes is deeper; the library recurses, so depth is bounded first."""


def canonical_json(value: Json) -> bytes:
    """Return ``value`` in the one form RFC 8785 gives it.

    Raises:
        ValueError: deeper than ``MAX_DEPTH``, or not representable.
    """
    if _is_deeper_than(value, MAX_DEPTH):
        raise ValueError("nested too deeply")
    return rfc8785.dumps(value)


def sha256(data: bytes) -> Digest:
    """Return the SHA-256 of ``data`` in lower-case hexadecimal."""
    return Digest(hashlib.sha256(data).hexdigest())


def _is_deeper_than(value: Json, depth: int) -> bool:
    if not isinstance(value, list | dict):
        return False
    if depth == 0:
        return True
    parts = value.values() if isinstance(value, dict) else value
    return any(_is_deeper_than(part, depth - 1) for part in parts)
