"""How well a word is known."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """How well a word is known.

    A compound is not in the dictionary, but made of parts that the dictionary often joins that
    way; a probable compound is made of known words in a way that is seldom or never seen.
    """

    KNOWN = "known"
    COMPOUND = "compound"
    PROBABLE_COMPOUND = "probable compound"
    UNKNOWN = "unknown"
