"""Codes that people read aloud and type: Crockford base 32 over the first bits of a hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressdesk.domain.ids import Digest

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011", "- \t\u00a0\u2010\u2011\u2013")
_HEAD_CODE_LENGTH = 20
_SHORT_CODE_LENGTH = 6


def short_code(digest: Digest) -> str:
    """Return the first 30 bits of a content hash as ``K7-M2-Q9``: a guard against mix-ups."""
    return "-".join(_groups(_encode(digest, _SHORT_CODE_LENGTH), 2))


def head_code(digest: Digest) -> str:
    """Return the first 100 bits of a ledger head as ``XXXX-XXXX-XXXX-XXXX-XXXX``."""
    return "-".join(_groups(_encode(digest, _HEAD_CODE_LENGTH), 4))


def plain_code(typed: str) -> str:
    """Return a typed code in capitals without separators, misread letters put right.

    Source: Crockford base 32, in which O reads as 0, and I and L as 1.
    """
    return typed.upper().translate(_MISREAD)


def is_same_code(typed: str, code: str) -> bool:
    """Return whether a typed code is ``code``."""
    return plain_code(typed) == plain_code(code)


def _encode(digest: Digest, length: int) -> str:
    bits = int(digest, 16) >> (len(digest) * 4 - length * 5)
    return "".join(ALPHABET[bits >> 5 * (length - 1 - place) & 31] for place in range(length))


def _groups(code: str, size: int) -> list[str]:
    return [code[start : start + size] for start in range(0, len(code), size)]
