"""Which persons a text names in full, so that surnames and first names can be traced back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressdesk.drafting.lexicon import Gender, Lexicon

_WORD = r"[^\W\d_a-zæøåäöéèüßášŋđ][\w'’\u2010\u2011-]*\.?"
PARTICLES = frozenset(
    [
        "von", "van", "de", "der", "den", "af", "el", "al", "bin", "ibn", "la", "le", "du", "da", "del",
        "della", "di", "dos", "das", "ter", "zu", "zur", "mac", "av",
    ]
)  # fmt: skip
"""Small words within names: "Anne von der Lippe"."""
MOST_PARTICLES = 2
_PARTICLE = f"(?:{'|'.join(sorted(PARTICLES))})"
_CAPITALS = re.compile(rf"{_WORD}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+){{0,2}}{_WORD})+")
_TWO_CAPITALS = re.compile(rf"{_WORD}\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD}")
_CAPITAL = re.compile(_WORD.removesuffix(r"\.?"))
_MOST_WORDS = 4
_MOST_CAPITALS = 3


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
        self._know(name, name.split())

    def add_capitals(self, words: str, line: int) -> None:
        """Take a full name in capital letters: "ÅSE NES" is Åse Nes where the text has both."""
        full = next((one for one in self.names if one.casefold() == words.casefold()), None)
        if full is None:
            self.add(words, line)
        else:
            self._know(full, words.split())

    def _know(self, name: str, words: list[str]) -> None:
        for word in {words[0], words[-1], words[-1].split("-")[-1]}:
            self._by_word.setdefault(word, []).append(name)

    def called(self, words: str) -> list[str]:
        """Return every full name that ``words`` may stand for: a surname, a first name."""
        if words in self.names:
            return [words]
        given = words.split()
        candidates = self._by_word.get(given[-1], []) or self._by_word.get(given[0], [])
        wanted = set(words.casefold().split())
        candidates = list(dict.fromkeys(candidates))
        fitting = [name for name in candidates if wanted <= set(name.casefold().split())]
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
    in_capitals: list[tuple[int, str]] = []
    for number, text in lines:
        for run in _CAPITALS.finditer(text):
            if run.group().isupper():
                in_capitals += [(number, name) for name in _in_capitals(run.group(), text, lexicon)]
                continue
            for name in _names_in(run.group(), lexicon):
                known.add(name, number)
    for number, name in in_capitals:
        known.add_capitals(name, number)
    return known


def _in_capitals(run: str, text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a name in capitals, where not all of a line is: "sier leder ÅSE NES"."""
    run = run.rstrip(".")
    is_alone = text.strip(" .") == run and len(run.split()) <= _MOST_CAPITALS
    if (text.isupper() and not is_alone) or len(run.split()) > _MOST_WORDS:
        return
    written = [word.title() for word in run.split()]
    if [*_names_in(" ".join(written), lexicon)] == [" ".join(written)]:
        yield run


def _names_in(run: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the persons' names within one run of capitalised words."""
    words = run.split()
    start = 0
    while start < len(words):
        if not lexicon.is_given_name(words[start]):
            start += 1
            continue
        end = start + 1
        count = 1
        while end < len(words) and count < _MOST_WORDS and _may_go_on(words, start, end):
            count += words[end] not in PARTICLES
            end += 1
        while words[end - 1] in PARTICLES:
            end -= 1
        name = [word.rstrip(".") if len(word) > len("A.") else word for word in words[start:end]]
        is_name = end - start > 1 and not any(
            word.lower() in lexicon.organisations.markers
            or (word.isupper() and len(word) > len("ÅSE"))
            for word in name
        )
        if is_name and name[-1] not in lexicon.not_names:
            yield " ".join(name)
        start = end


def _may_go_on(words: Sequence[str], start: int, end: int) -> bool:
    """Return whether a name goes on at ``end``: a full stop ends it, an initial's does not.

    An "av" belongs to it right after the first name only: "Kari Nes av Havnor" has none.
    """
    before = words[end - 1]
    if words[end] == "av" and end > start + 1:
        return False
    return not before.endswith(".") or len(before) == len("A.")
