"""Words that turn a statement round, Norwegian in both forms and English."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pressdesk.textops.diff_tokens import diff_tokens, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS_LISTED = """
ikke ikkje aldri ingen inga intet inkje ingenting ingensteds verken hverken korkje uten utan
neppe knapt nei unntatt unnateke
not never none nothing nobody nowhere neither nor without cannot hardly
"""
_WORDS = frozenset(_WORDS_LISTED.split())
_ENGLISH_ONLY = frozenset({"no"})
"""In nynorsk «no» means now."""
_PREFIXES = ("u", "mis", "ikke-", "ikkje-", "un", "in", "im", "ir", "il", "dis", "non-", "non")
_SHORTEST_STEM = 3


def negations(text: str, *, is_english: bool = False) -> Counter[str]:
    """Return the negating words of ``text`` and how often each stands there."""
    found: Counter[str] = Counter()
    for token in diff_tokens(text):
        word = token.lower().replace("’", "'")
        if word in _WORDS or (is_english and word in _ENGLISH_ONLY) or word.endswith("n't"):
            found[word] += 1
    return found


def turns_round(old: str, new: str, *, is_english: bool = False) -> bool:
    """Return whether ``new`` in the place of ``old`` adds or takes away a negation.

    A negating prefix counts as well, where the word stands without it on the other side.
    """
    if negations(old, is_english=is_english) != negations(new, is_english=is_english):
        return True
    gone, came = _words(old), _words(new)
    return _has_prefixed(gone - came, came) or _has_prefixed(came - gone, gone)


def _words(text: str) -> set[str]:
    return {token.lower() for token in diff_tokens(text) if is_word(token)}


def _has_prefixed(words: Iterable[str], others: set[str]) -> bool:
    return any(
        word.startswith(prefix)
        and len(word) >= len(prefix) + _SHORTEST_STEM
        and word[len(prefix) :] in others
        for word in words
        for prefix in _PREFIXES
    )
