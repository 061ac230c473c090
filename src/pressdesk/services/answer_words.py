"""Names and words out of a returned file: cleaned, and cut to what a person writes."""

from __future__ import annotations

import re

from pressdesk.domain.text import Text
from pressdesk.textops.normalise import plain_form

LONGEST_NAME = 200
LONGEST_WORDS = 10_000
_TURNS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that turn the direction of writing, with which a name can look like another."""


def cleaned_name(words: str) -> str:
    """Return a name in one line without what cannot be seen, cut where it is far too long."""
    return plain_form(_TURNS.sub("", Text.of(words[:LONGEST_WORDS]).plain))[:LONGEST_NAME].strip()


def cleaned_lines(words: str) -> str:
    r"""Return what somebody wrote, its lines parted by ``\n``, cut where it is far too long."""
    lines = (
        _TURNS.sub("", Text.of(line).plain).strip() for line in words[:LONGEST_WORDS].splitlines()
    )
    return "\n".join(lines).strip("\n")
