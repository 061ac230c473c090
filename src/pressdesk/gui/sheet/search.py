"""Find and replace on the page, whatever shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from pressdesk.domain.text import Text
from pressdesk.gui.offsets import Offsets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.gui.sheet.page import Page

_SPACES = "[ \u00a0\u2009\u202f]"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOptions:
    """How exactly words must agree."""

    is_case_sensitive: bool = False
    is_whole_word: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the document.

    Units: Qt positions, half open.
    """

    start: int
    end: int


def pattern_of(words: str, options: FindOptions) -> re.Pattern[str]:
    """Return the pattern for ``words``; any space finds hard and thin ones too."""
    pieces = (re.escape(piece) for piece in re.split(_SPACES, words))
    pattern = _SPACES.join(pieces)
    if options.is_whole_word:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    return re.compile(pattern, 0 if options.is_case_sensitive else re.IGNORECASE)


class Search:
    """Finds words within lines; nothing is found across two of them."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def all(self, pattern: re.Pattern[str]) -> Iterator[Found]:
        """Yield every place, in reading order."""
        for block in self._page.blocks():
            yield from self._in_block(block, pattern)

    def next(
        self, pattern: re.Pattern[str], position: int, *, is_backwards: bool = False
    ) -> Found | None:
        """Return the first place from ``position`` on, going round at the end."""
        places = list(self.all(pattern))
        if not places:
            return None
        if is_backwards:
            before = [place for place in places if place.end <= position]
            return before[-1] if before else places[-1]
        return next((place for place in places if place.start >= position), places[0])

    def replace(self, place: Found, words: str) -> int:
        """Put ``words`` in one place; return where they end."""
        with self._page.step() as cursor:
            self._put(cursor, place, words)
        return cursor.position()

    def replace_all(self, pattern: re.Pattern[str], words: str) -> int:
        """Put ``words`` in every place, as one undo step; return how many there were."""
        places = list(self.all(pattern))
        if places:
            with self._page.step() as cursor:
                for place in reversed(places):
                    self._put(cursor, place, words)
        return len(places)

    @staticmethod
    def _put(cursor: QTextCursor, place: Found, words: str) -> None:
        cursor.setPosition(place.start + 1)
        looks = cursor.charFormat()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(Text.of(words).plain, looks)

    @staticmethod
    def _in_block(block: QTextBlock, pattern: re.Pattern[str]) -> Iterator[Found]:
        words = block.text()
        offsets: Offsets | None = None
        for match in pattern.finditer(words):
            if match.start() < match.end():
                offsets = offsets or Offsets(words)
                start = block.position()
                yield Found(
                    start + offsets.to_qt(match.start()), start + offsets.to_qt(match.end())
                )
