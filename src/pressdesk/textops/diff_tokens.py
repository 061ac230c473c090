"""The pieces in which two wordings are compared: words, numbers, signs and single spaces.

They differ from the tokens that are proofread: every space is a piece of its own, and a unit or an
abbreviation's full stop never sticks to what it follows, so that a change shows just what changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = "\u0300-\u036f\ufe0e\ufe0f"
_LETTER = rf"(?:[^\W\d_][{_MARK}]*+)"
_PIECE = re.compile(
    r"\s"
    # Grouped by threes with any space, or digits with decimals, dates, times and versions.
    r"|(?:\d{1,3}+(?:[ \u00a0\u2007\u2009\u202f]\d{3}(?!\d))++|\d++)(?:[.,:]\d++)*+"
    # A word keeps its inner hyphens and apostrophes, and digits behind its first letter; a number
    # with a hyphen is a word (50-årsjubileum), a number with a unit is two pieces (300kr).
    rf"|{_LETTER}(?:[^\W_]|[{_MARK}])*+(?:[-'’\u00ad\u2010\u2011](?:[^\W_]|[{_MARK}])++)*+"
    # Flags, and signs with what is joined to them: to a reader they are one sign.
    r"|[\U0001f1e6-\U0001f1ff]{2}"
    rf"|.[{_MARK}\U0001f3fb-\U0001f3ff]*+(?:\u200d.[{_MARK}\U0001f3fb-\U0001f3ff]*+)*+",
    re.DOTALL,
)
_HYPHENATED = re.compile(
    rf"(?:\d++[-\u2010\u2011]{_LETTER}(?:[^\W_]|[{_MARK}])*+"
    rf"(?:[-'’\u00ad\u2010\u2011](?:[^\W_]|[{_MARK}])++)*+)|{_PIECE.pattern}",
    re.DOTALL,
)


def diff_tokens(text: str) -> list[str]:
    """Return the pieces of ``text``; joined they are all of it."""
    return _HYPHENATED.findall(text)


def is_word(token: str) -> bool:
    """Return whether a piece is a word or a number."""
    return token[0].isalnum()


def word_count(tokens: Iterable[str]) -> int:
    """Return how many words and numbers there are among pieces."""
    return sum(token[0].isalnum() for token in tokens)
