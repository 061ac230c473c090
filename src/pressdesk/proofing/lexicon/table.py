"""The table that the build makes of public word lists: form → readings."""

from __future__ import annotations

import json
import zlib
from array import array
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import marisa_trie  # type: ignore[import-not-found]  # compiled, without stubs

from pressdesk.domain.errors import LexiconFaulty, LexiconMissing
from pressdesk.proofing.lexicon.reading import (
    AdjectiveForm,
    Gender,
    Number,
    Reading,
    VerbForm,
    WordClass,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FORMAT = 1
_PASSIVE = "_passive"
_DEFINITE = {"": None, "yes": True, "no": False}


class Table:
    """Form → readings; loaded once, read by many threads."""

    def __init__(self, folder: Path, language: str) -> None:
        """Load the table of ``language``.

        Raises:
            LexiconMissing: the build has not made it.
            LexiconFaulty: it is damaged, or of another version of PressDesk.
        """
        name = f"lexicon-{language}"
        try:
            data = (folder / f"{name}.marisa").read_bytes()
            table = json.loads((folder / f"{name}.json").read_text("utf-8"))
            more = (folder / f"{name}-more.marisa").read_bytes()
        except FileNotFoundError as error:
            raise LexiconMissing(language=language) from error
        except (OSError, ValueError) as error:
            raise LexiconFaulty(name=name, entry="") from error
        try:
            if table["format"] != _FORMAT:
                raise LexiconFaulty(name=name, entry="format")
            self._load(data, table["sets"])
            self._more = marisa_trie.Trie()
            self._more.frombytes(more)
        except (KeyError, TypeError, ValueError, RuntimeError, zlib.error) as error:
            raise LexiconFaulty(name=name, entry="") from error

    def _load(self, data: bytes, sets: list[list[list[str | int]]]) -> None:
        size = int.from_bytes(data[:4], "little")
        self._trie = marisa_trie.Trie()
        self._trie.frombytes(data[4 : 4 + size])
        packed = zlib.decompress(data[4 + size :])
        low, high = packed[: len(packed) // 2], packed[len(packed) // 2 :]
        self._numbers = array("H", (a | b << 8 for a, b in zip(low, high, strict=True)))
        if len(self._numbers) != len(self._trie):
            raise ValueError("a number for each form")
        self._sets = [tuple(_pattern(fields) for fields in analyses) for analyses in sets]

    def __contains__(self, form: str) -> bool:
        return form in self._trie

    def missing_in_dictionary(self) -> Iterator[str]:
        """Yield the forms that the dictionary of the language does not have."""
        yield from self._more.iterkeys()

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of a form as the list writes it."""
        number = self._trie.get(form)
        if number is None:
            return ()
        return tuple(pattern.reading(form) for pattern in self._sets[self._numbers[number]])


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A reading without its lemma, and how the lemma comes from the form."""

    base: Reading
    cut: int
    ending: str

    def reading(self, form: str) -> Reading:
        return replace(self.base, lemma=form[: len(form) - self.cut] + self.ending)


def _pattern(fields: list[str | int]) -> _Pattern:
    *marks, cut, ending = fields
    word_class, gender, number, definite, verb, adjective_form = map(str, marks)
    base = Reading(
        word_class=WordClass(word_class),
        gender=Gender(gender) if gender else None,
        number=Number(number) if number else None,
        definite=_DEFINITE[definite],
        verb_form=VerbForm(verb.removesuffix(_PASSIVE)) if verb else None,
        adjective_form=AdjectiveForm(adjective_form) if adjective_form else None,
        is_passive=verb.endswith(_PASSIVE),
    )
    return _Pattern(base=base, cut=int(cut), ending=str(ending))
