"""Which persons a text names in full, so that surnames and first names can be traced back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressdesk.drafting.lexicon import Gender, Lexicon

_WORD = r"[^\W\d_a-zæøåäöéèüßášŋđ][\w'’\u2010\u2011-]*\.?"
_PARTICLE = r"(?:von|van|de|der|den|af|el|al|bin|la|du|da)"
_CAPITALS = re.compile(rf"{_WORD}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+)?{_WORD})+")
_TWO_CAPITALS = re.compile(rf"{_WORD}\s+(?:{_PARTICLE}\s+)?{_WORD}")
_CAPITAL = re.compile(_WORD.removesuffix(r"\.?"))
_MOST_WORDS = 4


@dataclass(slots=True)
class KnownNames:
    """The full names of a text, each once, in the order of their first mention.

    Built while a text is read and handed on from step to step of that one reading.
    """

    lexicon: Lexicon
    names: dict[str, int] = field(default_factory=dict)
    genders: dict[str, Gender] = field(default_factory=dict)
    organisations: set[str] = field(default_factory=set)
    _by_word: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, line: int) -> None:
        """Take ``name``, a person's full name, mentioned in ``line``."""
        if name in self.names:
            return
        self.names[name] = line
        words = name.split()
        for word in {words[0], words[-1], words[-1].split("-")[-1]}:
            self._by_word.setdefault(word, []).append(name)

    def called(self, words: str) -> list[str]:
        """Return every full name that ``words`` may stand for: a surname, a first name."""
        if words in self.names:
            return [words]
        given = words.split()
        candidates = self._by_word.get(given[-1], []) or self._by_word.get(given[0], [])
        fitting = [name for name in candidates if set(given) <= set(name.split())]
        return fitting or (candidates if len(given) == 1 else [])

    def is_person(self, word: str) -> bool:
        """Return whether ``word`` is a first name or surname of somebody named in full."""
        return word in self._by_word

    def are_named_in(self, text: str) -> bool:
        """Return whether ``text`` may name one of them; a quick look, which may say yes too often."""
        return has_full_name(text) or any(map(self.is_person, _CAPITAL.findall(text)))

    def gender(self, name: str) -> Gender | None:
        """Return what is known of a person's gender: from the text, else from the name."""
        return self.genders.get(name) or self.lexicon.gender(name)


def has_full_name(text: str) -> bool:
    """Return whether ``text`` may hold a name of two words; a quick look, as above."""
    return _TWO_CAPITALS.search(text) is not None


def collect_names(lines: Iterable[tuple[int, str]], lexicon: Lexicon) -> KnownNames:
    """Return the persons whose first names are known, from numbered lines."""
    known = KnownNames(lexicon=lexicon)
    for number, text in lines:
        for run in _CAPITALS.finditer(text):
            for name in _names_in(run.group(), lexicon):
                known.add(name, number)
    return known


def _names_in(run: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the persons' names within one run of capitalised words."""
    words = run.split()
    start = 0
    while start < len(words):
        if not lexicon.is_given_name(words[start]):
            start += 1
            continue
        end = start + 1
        while end < len(words) and end - start < _MOST_WORDS and _may_go_on(words[end - 1]):
            end += 1
        name = [word.rstrip(".") if len(word) > len("A.") else word for word in words[start:end]]
        is_name = end - start > 1 and not any(
            word.lower() in lexicon.organisations.markers
            or (word.isupper() and len(word) > len("ÅSE"))
            for word in name
        )
        if is_name and name[-1] not in lexicon.not_names:
            yield " ".join(name)
        start = end


def _may_go_on(word: str) -> bool:
    """Return whether a name goes on after ``word``: a full stop ends it, an initial's does not."""
    return not word.endswith(".") or len(word) == len("A.")
