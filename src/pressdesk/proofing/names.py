"""The names that a manuscript knows, and which of them stand in a passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"\w+")


class Names:
    """Capitalised words and names of several words, found by their first word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for name in words:
            first = _WORD.search(name)
            if first is not None and (name[0].isupper() or " " in name):
                self._by_first.setdefault(first.group(), []).append(name)

    def within(self, text: str) -> frozenset[str]:
        """Return the names that stand in ``text`` as they are written."""
        if not self._by_first:
            return frozenset()
        firsts = self._by_first.keys() & set(_WORD.findall(text))
        return frozenset(name for one in firsts for name in self._by_first[one] if name in text)
