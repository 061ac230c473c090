"""The word lists of one language, as the build hook made them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import marisa_trie  # type: ignore[import-not-found]  # compiled, without stubs

from pressdesk.domain.content import Language
from pressdesk.domain.errors import DictionaryMissing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_NOT_COUNTED = (0, 0)


class Forms(Protocol):
    """Which forms there are."""

    def __contains__(self, form: str) -> bool:
        """Return whether ``form`` is a form, in this very case."""

    def has_beginning(self, letters: str) -> bool:
        """Return whether a form begins with ``letters``."""


class Words(Forms, Protocol):
    """Which forms there are, and how they take part in compounds."""

    def counts(self, part: str) -> tuple[int, int]:
        """Return how many known compounds ``part`` begins, and how many it ends."""

    def is_added(self, form: str) -> bool:
        """Return whether ``form`` is of the supplement, for which nothing was counted."""


class StoredWords:
    """The forms of a dictionary and of the supplement; reading them needs no lock."""

    def __init__(self, folder: Path, language: Language, supplement: Iterable[str] = ()) -> None:
        """Load what the build hook left in ``folder``.

        Raises:
            DictionaryMissing: a file is not there or cannot be read.
        """
        self._forms = marisa_trie.Trie()
        self._parts = marisa_trie.RecordTrie("<HH")
        self._load(self._forms.load, folder / f"spelling-{language}.marisa", language)
        if language is not Language.EN:
            self._load(self._parts.load, folder / f"parts-{language}.marisa", language)
        added = set(supplement)
        if language is Language.NB:
            more = marisa_trie.Trie()
            self._load(more.load, folder / "more-nb.marisa", language)
            added.update(more.iterkeys())
        self._added = marisa_trie.Trie(sorted(added))

    @staticmethod
    def _load(load: Callable[[str], object], path: Path, language: Language) -> None:
        try:
            load(str(path))
        except (OSError, RuntimeError) as error:
            raise DictionaryMissing(language=language, name=path.name) from error

    def __contains__(self, form: str) -> bool:
        return form in self._forms or form in self._added

    def has_beginning(self, letters: str) -> bool:
        """Return whether a form begins with ``letters``."""
        for trie in (self._forms, self._added):
            for _ in trie.iterkeys(letters):
                return True
        return False

    def counts(self, part: str) -> tuple[int, int]:
        """Return how many known compounds ``part`` begins, and how many it ends."""
        found = self._parts.get(part)
        return found[0] if found else _NOT_COUNTED

    def is_added(self, form: str) -> bool:
        """Return whether ``form`` is of the supplement, for which nothing was counted."""
        return form in self._added
