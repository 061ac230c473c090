"""Marking messages where they stand, away from where they are said."""

from __future__ import annotations


def N_(message: str) -> str:
    """Mark ``message`` for the catalogues; it is translated when it is said."""
    return message
