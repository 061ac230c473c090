"""The apostrophe of the English genitive."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.proofing.lexicon.reading import WordClass
from pressdesk.proofing.rules.model import Hit
from pressdesk.textops.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressdesk.proofing.rules.context import Context

_GENITIVE = re.compile(r"(?P<word>.*[^\W\d_]\d*)['’´`](?P<ending>[sS])")
_NAMES = """
mcdonald levi domino lloyd sotheby christie macy wendy kellogg nando denny arby moody standard&poor
t.g.i.friday friday carl ben&jerry jack daniel valentine women men children people king queen
sainsbury marks&spencer harrods jo o alzheimer parkinson pringle reese hershey
"""
_ENGLISH = """
it that what let he she who there here how where when everyone today world one
"""
_OWNED = frozenset({WordClass.NOUN, WordClass.ADJECTIVE})
_FOREIGN = frozenset((_NAMES + _ENGLISH).split())


def _apostrophes(context: Context) -> Iterator[Hit]:
    """Yield genitives with an apostrophe, names and English phrases aside."""
    for index, token in enumerate(context.words):
        if token.kind is not TokenKind.WORD:
            continue
        found = _GENITIVE.fullmatch(token.text)
        if found is None or _is_foreign(context, index, found["word"]):
            continue
        word = found["word"]
        right = f"{word}'" if word[-1] in "sxzSXZ" else word + found["ending"]
        yield Hit(token.start, token.end, suggestions=(right,), fields={"ord": word})


def _is_foreign(context: Context, index: int, word: str) -> bool:
    """Return whether the apostrophe may be right: a name that has it, or an English title."""
    token = context.words[index]
    if word.lower() in _FOREIGN or any(token.text in name for name in context.names):
        return True
    return not _is_owner(context, index)


def _is_owner(context: Context, index: int) -> bool:
    """Return whether what is owned follows; "på Mulligan's" is the name of a pub."""
    after = index + 1
    if after >= len(context.words) or context.words[after].is_capital:
        return False
    return any(reading.word_class in _OWNED for reading in context.readings(after))


FUNCTIONS: Mapping[str, Callable[[Context], Iterator[Hit]]] = MappingProxyType(
    {"genitiv.apostrof": _apostrophes}
)
