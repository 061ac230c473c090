"""Which language a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from pressdesk.domain.content import Language
from pressdesk.drafting.lexicon import read

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 50_000
_FEWEST_SMALL_WORDS = 4
_CLEARLY = 4


def detect_language(text: str) -> Language:
    """Return the language whose small words fill most of ``text``; bokmål when none do.

    Only the first 50,000 characters are looked at.
    """
    scores = _scores(text)
    return max(scores, key=lambda language: scores[language])


def foreign_language(text: str, own: Language, *, is_quote: bool) -> Language | None:
    """Return the language of a paragraph that is clearly not in ``own``, else None.

    The two written forms of Norwegian are told apart in quotes only, and only where nothing is
    mixed: elsewhere words of the other form are what a reader wants to be told of.
    """
    scores = _scores(text)
    best = max(scores, key=lambda language: scores[language])
    if best is own or scores[best] < max(_FEWEST_SMALL_WORDS, _CLEARLY * scores[own]):
        return None
    if Language.EN in (best, own):
        return best
    return best if is_quote and not scores[own] else None


def _scores(text: str) -> dict[Language, int]:
    """Return how many small words of each language there are."""
    counts = Counter(word.lower() for word in _WORD.findall(text[:_ENOUGH]))
    return {
        language: sum(counts[word] for word in words) for language, words in _small_words().items()
    }


@cache
def _small_words() -> dict[Language, frozenset[str]]:
    words = {language: frozenset(read("language")[language].split()) for language in Language}
    shared = frozenset.union(
        *(words[one] & words[other] for one in Language for other in Language if one is not other)
    )
    return {language: own - shared for language, own in words.items()}
