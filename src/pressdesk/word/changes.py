"""Who changed what, and when: the marks of tracked changes as values."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pressdesk.domain.text import Text
from pressdesk.word.marked import Change, ChangeKind
from pressdesk.word.markup import attribute, kind

if TYPE_CHECKING:
    from pressdesk.word.marked import Changes
    from pressdesk.word.markup import Element
    from pressdesk.word.ranges import Ranges

CONTENT_CHANGES = {
    "w:ins": ChangeKind.INSERT,
    "w:del": ChangeKind.DELETE,
    "w:moveFrom": ChangeKind.MOVE_FROM,
    "w:moveTo": ChangeKind.MOVE_TO,
    "w:cellIns": ChangeKind.INSERT,
    "w:cellDel": ChangeKind.DELETE,
}
_LONGEST_NAME = 200
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_PLAUSIBLE_YEARS = range(1980, 2200)


class ChangeLog:
    """Numbers the marks of a document in the order in which they are met."""

    __slots__ = ("_dates", "_moves", "_names", "_number")

    def __init__(self) -> None:
        self._number = 0
        self._names: dict[str | None, str | None] = {}
        self._dates: dict[str | None, datetime | None] = {}
        self._moves: dict[ChangeKind, dict[str, str]] = {
            ChangeKind.MOVE_FROM: {},
            ChangeKind.MOVE_TO: {},
        }

    def change(self, element: Element, change_kind: ChangeKind) -> Change:
        """Return the change that ``element`` marks, a move with the name of the range it is in."""
        self._number += 1
        open_moves = self._moves.get(change_kind)
        return Change(
            number=self._number,
            kind=change_kind,
            author=self._name(attribute(element, "author")),
            date=self._date(attribute(element, "date")),
            move=next(reversed(open_moves.values())) if open_moves else None,
        )

    def changes_in(self, properties: Element | None) -> Changes:
        """Return the changes by which a row, a cell, a run or a paragraph's end comes or goes."""
        if properties is None:
            return ()
        named = ((one, CONTENT_CHANGES.get(kind(one))) for one in properties)
        return tuple(self.change(one, change) for one, change in named if change is not None)

    def range(self, element: Element, name: str, ranges: Ranges, place: int) -> None:
        """Take in ``element`` if a move, a bookmark or a comment starts or ends with it.

        ``place`` is the number of spans before it in its paragraph.
        """
        if name.endswith(("Start", "End")) and not self._range_of_move(element, name):
            ranges.take(element, name, place)

    def _range_of_move(self, element: Element, name: str) -> bool:
        """Take in the start or end of a move's range; return whether ``element`` is one."""
        place = attribute(element, "id") or ""
        if name in ("w:moveFromRangeStart", "w:moveToRangeStart"):
            moves = self._moves[_END_OF_MOVE[name.removesuffix("Start") + "End"]]
            moves[place] = attribute(element, "name") or place
        elif name in _END_OF_MOVE:
            self._moves[_END_OF_MOVE[name]].pop(place, None)
        else:
            return False
        return True

    def _name(self, words: str | None) -> str | None:
        if words not in self._names:
            self._names[words] = harmless_name(words)
        return self._names[words]

    def _date(self, words: str | None) -> datetime | None:
        if words not in self._dates:
            self._dates[words] = instant(words)
        return self._dates[words]


_END_OF_MOVE = {
    "w:moveFromRangeEnd": ChangeKind.MOVE_FROM,
    "w:moveToRangeEnd": ChangeKind.MOVE_TO,
}


def harmless_name(words: str | None) -> str | None:
    """Return a name without what a reader cannot see, None where nothing is left."""
    shown = _UNSEEN.sub("", Text.of((words or "").replace("\t", " ")).plain)
    return " ".join(shown.split())[:_LONGEST_NAME].strip() or None


def instant(words: str | None) -> datetime | None:
    """Return the instant that a date in a file means, None if nobody can have meant it.

    Word writes local time and calls it UTC; that cannot be told from the file.
    """
    try:
        found = datetime.fromisoformat((words or "").strip())
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if found.year in _PLAUSIBLE_YEARS else None
