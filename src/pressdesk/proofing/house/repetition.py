"""Words that come again and again, and words that are written in two ways."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pressdesk.domain.manuscript import Role
from pressdesk.proofing.house.reading import SPOKEN, bare_words, of_roles
from pressdesk.proofing.rules.model import TextHit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.manuscript import Manuscript, Passage

_STEM = 9
_FEWEST_TIMES = 4
_WORDS_PER_TIME = 100
_WORD = re.compile(r"(?<![\w-])[a-zæøåäöéèêóòôüá]+(?![\w-])")
_EVERY = re.compile(r"[^\W\d_]+")
_SHORTEST_FIRST, _SHORTEST_SECOND = 3, 5
_SMALL_WORDS = (
    "som ikke ikkje for med til fra frå ved mot har kan vil skal den det dei mer meir mest over"
    " under etter inn opp ned ut av alle alt hele heile hver kvar flere fleire andre denne dette"
    " sin sitt sine vår vårt våre the and not are was has its our"
)
_NOT_FIRST = frozenset(_SMALL_WORDS.split())


def repeated_stem(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield, once each, the long words that come too often; words with the same beginning count.

    Shape: the second place is marked, in paragraphs that are no copies.
    """
    seen: set[str] = set()
    places: dict[str, list[tuple[Passage, int, int]]] = {}
    words = 0
    for passage in of_roles(manuscript, SPOKEN):
        bare = bare_words(passage.text)
        if bare in seen:
            continue
        seen.add(bare)
        words += sum(1 for _ in _EVERY.finditer(passage.text))
        for found in _WORD.finditer(passage.text):
            if len(found.group()) >= _STEM:
                stem = found.group()[:_STEM]
                places.setdefault(stem, []).append((passage, found.start(), found.end()))
    names = {word.lower()[:_STEM] for word in manuscript.words}
    for stem, where in places.items():
        if len(where) >= max(_FEWEST_TIMES, words / _WORDS_PER_TIME) and stem not in names:
            passage, start, end = where[1]
            forms = [one.text[first:last] for one, first, last in where]
            fields = {"stamme": _shared_beginning(forms), "antall": str(len(where))}
            yield TextHit(place=passage.place, start=start, end=end, fields=fields)


def _shared_beginning(forms: list[str]) -> str:
    """Return the letters that all forms begin with."""
    first, last = min(forms), max(forms)
    pairs = enumerate(zip(first, last, strict=False))
    return first[: next((at for at, (one, other) in pairs if one != other), len(first))]


def written_two_ways(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield two words that elsewhere in the text are written as one."""
    roles = SPOKEN | {Role.TITLE, Role.LIST, Role.FACT, Role.SUBHEADING}
    passages = list(of_roles(manuscript, roles))
    joined = {word.group() for passage in passages for word in _WORD.finditer(passage.text)}
    for passage in passages:
        for first, second in pairwise(_WORD.finditer(passage.text)):
            together = first.group() + second.group()
            is_close = passage.text[first.end() : second.start()] in (" ", "\u00a0")
            is_long = (
                len(first.group()) >= _SHORTEST_FIRST and len(second.group()) >= _SHORTEST_SECOND
            )
            if is_close and is_long and together in joined and first.group() not in _NOT_FIRST:
                yield TextHit(
                    place=passage.place,
                    start=first.start(),
                    end=second.end(),
                    suggestions=(together,),
                    fields={"sammen": together},
                )


CHECKS = {"repeated_stem": repeated_stem, "written_two_ways": written_two_ways}
