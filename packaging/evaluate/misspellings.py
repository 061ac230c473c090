"""Misspells real words the way people do: fingers, ears, and the rules of Norwegian spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

VOWELS = "aeiouyæøå"
LETTERS = "ensrtialkogdmpuvfbjhøyåæ"
ROWS = ("qwertyuiopå", "asdfghjkløæ", "zxcvbnm")
VOWEL_PAIRS = "å>o o>å e>æ æ>e ø>o y>u u>o i>e e>i y>i ø>u å>aa æ>ae"
SILENT = "hv>v gj>j hj>j ld>ll nd>nn ig>i rd>r nd>n ld>l lig>li"
SOUNDS = (
    "kj>skj skj>kj sj>skj skj>sj d>t t>d g>k k>g b>p p>b sjon>sjonn sjon>tion kk>ck ks>x"
    " eg>ei ei>eg øy>øi ai>ei kj>tj v>w k>c s>z au>ou"
)


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word, the same word misspelt, and the kind of mistake."""

    right: str
    wrong: str
    kind: str


def misspell(words: Sequence[str], count: int, random: Random) -> list[Misspelling]:
    """Return ``count`` misspellings of words out of ``words``, each with one mistake."""
    kinds = list(KINDS)
    weights = [KINDS[kind][1] for kind in kinds]
    made: list[Misspelling] = []
    while len(made) < count:
        right = random.choice(words)
        (kind,) = random.choices(kinds, weights)
        wrong = KINDS[kind][0](right, random)
        if wrong and wrong != right:
            made.append(Misspelling(right, wrong, kind))
    return made


def halved(word: str, random: Random) -> str:
    """Return ``word`` with one of two equal consonants."""
    places = [at for at in range(1, len(word)) if word[at] == word[at - 1]]
    if not places:
        return ""
    at = random.choice(places)
    return word[:at] + word[at + 1 :]


def doubled(word: str, random: Random) -> str:
    """Return ``word`` with a consonant after a vowel written twice."""
    places = [
        at
        for at in range(1, len(word))
        if word[at] not in VOWELS and word[at - 1] in VOWELS and word[at] != word[at + 1 : at + 2]
    ]
    if not places:
        return ""
    at = random.choice(places)
    return word[:at] + word[at] + word[at:]


def transposed(word: str, random: Random) -> str:
    """Return ``word`` with two letters exchanged, not the first."""
    at = random.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def beside(word: str, random: Random) -> str:
    """Return ``word`` with a letter from the key beside the right one."""
    at = random.randrange(1, len(word))
    for row in ROWS:
        column = row.find(word[at])
        if column >= 0:
            near = row[max(column - 1, 0) : column] + row[column + 1 : column + 2]
            return word[:at] + random.choice(near) + word[at + 1 :]
    return ""


def without(word: str, random: Random) -> str:
    """Return ``word`` without one letter, not the first."""
    at = random.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def with_extra(word: str, random: Random) -> str:
    """Return ``word`` with a letter too many."""
    at = random.randrange(1, len(word))
    return word[:at] + random.choice(LETTERS) + word[at:]


def replacing(pairs: str) -> Callable[[str, Random], str]:
    """Return a mistake that replaces one of ``pairs`` (right>wrong) somewhere."""
    both = [tuple(pair.split(">")) for pair in pairs.split()]

    def replaced(word: str, random: Random) -> str:
        fitting = [(right, wrong) for right, wrong in both if right in word]
        if not fitting:
            return ""
        right, wrong = random.choice(fitting)
        at = random.choice([at for at in range(len(word)) if word.startswith(right, at)])
        return word[:at] + wrong + word[at + len(right) :]

    return replaced


KINDS: dict[str, tuple[Callable[[str, Random], str], int]] = {
    "consonant halved": (halved, 16),
    "consonant doubled": (doubled, 12),
    "letters transposed": (transposed, 14),
    "key beside": (beside, 12),
    "letter missing": (without, 16),
    "letter too many": (with_extra, 6),
    "vowel": (replacing(VOWEL_PAIRS), 10),
    "silent letter": (replacing(SILENT), 6),
    "sound": (replacing(SOUNDS), 8),
}
