"""Names and words that people write about a release: cleaned, and of a bounded length.

What is typed here is refused where it is too long; what comes in a file is cut, since nobody is
there to shorten it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressdesk.domain.errors import NameMissing, WordsTooLong
from pressdesk.domain.text import Text
from pressdesk.textops.normalise import plain_form

if TYPE_CHECKING:
    from pressdesk.domain.errors import PressDeskError

LONGEST_NAME = 200
LONGEST_WORDS = 10_000
_TURNS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of writing, with which a name can look like another."""


def typed_name(typed: str) -> str:
    """Return a person's name in one line.

    Raises:
        NameMissing: there is none.
        WordsTooLong: longer than any name.
    """
    return _bounded(_one_line(typed), LONGEST_NAME, NameMissing())


def typed_words(typed: str, missing: PressDeskError) -> str:
    """Return a note, a reason or a comment: its lines, without what cannot be seen.

    Raises:
        ``missing``: there are no words.
        WordsTooLong: longer than anybody reads.
    """
    if len(typed) > LONGEST_WORDS:
        raise WordsTooLong(limit=LONGEST_WORDS)
    lines = [_one_line(line) for line in typed.splitlines()]
    return _bounded("\n".join(lines).strip("\n"), LONGEST_WORDS, missing)


def cleaned_name(written: str) -> str:
    """Return a name out of a file in one line, cut where it is far too long."""
    return _one_line(written[:LONGEST_WORDS])[:LONGEST_NAME].strip()


def cleaned_lines(written: str) -> str:
    r"""Return what somebody wrote in a file, its lines parted by ``\n``, cut where far too long."""
    lines = map(_one_line, written[:LONGEST_WORDS].splitlines())
    return "\n".join(lines).strip("\n")


def without_turns(words: str) -> str:
    """Return words of a text that read in the order in which they are stored."""
    return _TURNS.sub("", words)


def _one_line(words: str) -> str:
    return plain_form(_TURNS.sub("", Text.of(words[: LONGEST_WORDS + 1]).plain))


def _bounded(words: str, limit: int, missing: PressDeskError) -> str:
    if not words:
        raise missing
    if len(words) > limit:
        raise WordsTooLong(limit=limit)
    return words
