"""Which language a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from pressdesk.domain.content import Language
from pressdesk.drafting.lexicon import read

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 50_000


def detect_language(text: str) -> Language:
    """Return the language whose small words fill most of ``text``; bokmål when none do.

    Only the first 50,000 characters are looked at.
    """
    counts = Counter(word.lower() for word in _WORD.findall(text[:_ENOUGH]))
    scores = {
        language: sum(counts[word] for word in words) for language, words in _small_words().items()
    }
    return max(scores, key=lambda language: scores[language])


@cache
def _small_words() -> dict[Language, frozenset[str]]:
    words = {language: frozenset(read("language")[language].split()) for language in Language}
    shared = frozenset.union(
        *(words[one] & words[other] for one in Language for other in Language if one is not other)
    )
    return {language: own - shared for language, own in words.items()}
