"""Small changes of words that suggestions may ask for, by name."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HARD_SPACE = "\u00a0"
_SPACES = re.compile(r"\s+")
_NO_DIGIT = re.compile(r"\D+")
_THREES = re.compile(r"(?<=\d)(?=(?:\d{3})+(?!\d))")


def capital(words: str) -> str:
    """Return ``words`` with a capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]


def small(words: str) -> str:
    """Return ``words`` with a small first letter, the rest as it is."""
    return words[:1].lower() + words[1:]


def joined(words: str) -> str:
    """Return ``words`` without the spaces between them."""
    return _SPACES.sub("", words)


def hyphened(words: str) -> str:
    """Return ``words`` with hyphens for the spaces between them."""
    return _SPACES.sub("-", words.strip())


def hard(words: str) -> str:
    """Return ``words`` with hard spaces."""
    return _SPACES.sub(HARD_SPACE, words)


def grouped(number: str) -> str:
    """Return a whole number in groups of three with hard spaces (Språkrådet)."""
    return _THREES.sub(HARD_SPACE, _NO_DIGIT.sub("", number))


def dotted(number: str) -> str:
    """Return a whole number in groups of three with full stops (NTB)."""
    return _THREES.sub(".", _NO_DIGIT.sub("", number))


def comma(number: str) -> str:
    """Return a decimal number with a comma."""
    return number.replace(".", ",")


TRANSFORMS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "lower": str.lower,
        "upper": str.upper,
        "capital": capital,
        "small": small,
        "joined": joined,
        "hyphened": hyphened,
        "hard": hard,
        "grouped": grouped,
        "dotted": dotted,
        "comma": comma,
    }
)


def in_case_of(model: str, words: str) -> str:
    """Return ``words`` in the case in which ``model`` is written: idag, Idag, IDAG.

    Words that have capitals of their own keep them.
    """
    letters = [sign for sign in model if sign.isalpha()]
    if len(letters) > 1 and model.isupper():
        return words.upper()
    if letters and letters[0].isupper():
        return capital(words)
    return words
