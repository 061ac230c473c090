"""Positions in text: the domain counts code points, Qt counts UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

_LAST_OF_ONE_UNIT = "\uffff"


class Offsets:
    """Converts positions in one text, both ways.

    Positions are places between characters, from 0 to the length. A position of Qt inside a
    surrogate pair is taken back to the start of its character, one outside the text to its
    nearest end.
    """

    __slots__ = ("_ends", "_length")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._ends: list[int] | None = None
        """For each place between characters, the UTF-16 units before it; None: the same."""
        if text and max(text) > _LAST_OF_ONE_UNIT:
            sizes = (2 if character > _LAST_OF_ONE_UNIT else 1 for character in text)
            self._ends = list(accumulate(sizes, initial=0))

    def to_qt(self, position: int) -> int:
        """Return the UTF-16 position of a code point position."""
        position = min(max(position, 0), self._length)
        return position if self._ends is None else self._ends[position]

    def from_qt(self, position: int) -> int:
        """Return the code point position of a UTF-16 position."""
        if self._ends is None:
            return min(max(position, 0), self._length)
        position = min(max(position, 0), self._ends[-1])
        place = bisect_left(self._ends, position)
        return place if self._ends[place] == position else place - 1


def qt_length(text: str) -> int:
    """Return how long Qt holds ``text`` to be."""
    return Offsets(text).to_qt(len(text))
