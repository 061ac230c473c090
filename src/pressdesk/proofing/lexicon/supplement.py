"""The supplement: our own list of words with their paradigms, forms made from them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from pressdesk.domain.errors import LexiconFaulty
from pressdesk.proofing.lexicon.paradigms import PARADIGMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pressdesk.proofing.lexicon.reading import Reading


class Supplement:
    """Form → readings of the words of the supplement."""

    def __init__(self, folders: Iterable[Path], language: str) -> None:
        """Read all files of ``folders``.

        Raises:
            LexiconFaulty: a file cannot be read, or names an unknown paradigm.
        """
        self._found: dict[str, list[Reading]] = {}
        for folder in folders:
            for path in sorted(folder.glob("*.toml")):
                self._read(path, language)

    def __contains__(self, form: str) -> bool:
        return form in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of ``form``."""
        return tuple(self._found.get(form, ()))

    def _read(self, path: Path, language: str) -> None:
        try:
            value = tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise LexiconFaulty(name=path.name, entry=str(error)) from error
        paradigms = PARADIGMS[language]
        for name, words in value.items():
            make = paradigms.get(name)
            if make is None or not isinstance(words, str):
                raise LexiconFaulty(name=path.name, entry=name)
            for word in words.split():
                for form, reading in make(word):
                    self._found.setdefault(form, []).append(reading)
