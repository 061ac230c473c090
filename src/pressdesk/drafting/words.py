"""Words and sentences of one paragraph, with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from pressdesk.domain.content import OPENING_DASHES, OPENING_MARKS

DASHES = "".join(sorted(OPENING_DASHES, reverse=True))
"""Fit for a set within a pattern: the hyphen stands last."""
MARKS = OPENING_MARKS
_TOKEN = re.compile(r"[^\W_]+(?:[.'’&/@\u2010\u2011-][^\W_]+)*-?|&|[^\w\s]|_")
_ABBREVIATIONS = frozenset(
    [
        "adm",
        "dir",
        "ass",
        "dr",
        "prof",
        "st",
        "kl",
        "ca",
        "nr",
        "bl",
        "f.eks",
        "bl.a",
        "dvs",
        "mr",
        "mrs",
        "ms",
        "jr",
        "sr",
        "inc",
        "ltd",
        "co",
        "tlf",
        "tel",
        "mob",
        "kommunedir",
        "adm.dir",
        "viseadm",
        "mill",
        "mrd",
        "pst",
        "avd",
        "inkl",
        "ev",
        "evt",
        "iht",
        "jf",
        "m.m",
        "o.l",
        "osv",
        "red",
    ]
)
_CLAUSE_ENDS = ".?!…:;"


class Token(NamedTuple):
    """A word or a sign. Units: code points in the paragraph, half open."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        """Whether it is more than a sign."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_dash(self) -> bool:
        """Whether it is one of the dashes."""
        return self.text in DASHES

    @property
    def is_mark(self) -> bool:
        """Whether it is a quotation mark."""
        return self.text in MARKS


def tokens_of(text: str) -> list[Token]:
    """Return the words and signs of ``text`` in order."""
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text)]


def is_sentence_end(tokens: list[Token], index: int) -> bool:
    """Return whether the token at ``index`` ends a sentence (or a clause, by : and ;)."""
    token = tokens[index]
    if token.text not in _CLAUSE_ENDS:
        return False
    if token.text != ".":
        return True
    before = tokens[index - 1] if index else None
    if before is None or before.end != token.start:
        return True
    is_last = index + 1 == len(tokens)
    follower = None if is_last else tokens[index + 1]
    is_initial = len(before.text) == 1 and before.is_capital
    is_ordinal = before.text.isdigit() and follower is not None and not follower.is_capital
    is_short = before.lower in _ABBREVIATIONS
    return is_last or not (is_initial or is_ordinal or is_short)


def sentence_starts(tokens: list[Token]) -> list[int]:
    """Return the indices at which sentences begin, opening dashes and marks skipped."""
    starts = []
    is_open = True
    for index, token in enumerate(tokens):
        if is_open and token.is_word:
            starts.append(index)
            is_open = False
        elif is_sentence_end(tokens, index):
            is_open = True
    return starts


def word_count(text: str) -> int:
    """Return how many white-space-separated words ``text`` has."""
    return len(text.split())
