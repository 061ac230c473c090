"""A manuscript as checks of the whole see it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pressdesk.domain.manuscript import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.manuscript import Manuscript, Passage

RUNNING = frozenset({Role.LEAD, Role.SUBHEADING, Role.BODY, Role.QUOTE, Role.LIST})
"""What readers read from the beginning to the end."""
SPOKEN = frozenset({Role.LEAD, Role.BODY, Role.QUOTE})
WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’.][^\W_]+)*")
"""A word or a number as people count them; "10 000" is two."""
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)")
_BEGUN_WORDS = 40
PASSAGES_KEPT = 512


@lru_cache(PASSAGES_KEPT)
def count_words(text: str) -> int:
    """Return how many words and numbers there are; "10 000" is one."""
    return sum(1 for _ in WORD.finditer(_GROUPED.sub("0", text)))


def of_roles(manuscript: Manuscript, roles: frozenset[Role]) -> Iterator[Passage]:
    """Yield the passages of these roles, in reading order."""
    return (passage for passage in manuscript.passages if passage.place.role in roles)


def passage_of(manuscript: Manuscript, role: Role) -> Passage | None:
    """Return the first passage of a role, None where there is none."""
    return next(of_roles(manuscript, frozenset({role})), None)


def is_working(manuscript: Manuscript) -> bool:
    """Return whether it is a release of PressDesk, whose page brings its own labels."""
    return any(passage.place.block is not None for passage in manuscript.passages)


def is_release(manuscript: Manuscript) -> bool:
    """Return whether parts can be missed: a release that is more than begun."""
    if manuscript.content is None:
        return passage_of(manuscript, Role.TITLE) is not None
    said = 0
    for passage in of_roles(manuscript, RUNNING):
        said += len(passage.text.split())
        if said >= _BEGUN_WORDS:
            return True
    return False


def bare_words(text: str) -> str:
    """Return the words in single spaces, without a final full stop, in small letters."""
    return " ".join(text.split()).rstrip(".").casefold()


def words_of_body(manuscript: Manuscript) -> int:
    """Return the words of the body: what stands between the lead and the fixed parts."""
    body = of_roles(manuscript, frozenset({Role.BODY, Role.QUOTE, Role.LIST}))
    return sum(count_words(one.text) for one in body)
