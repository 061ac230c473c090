"""What bookmarks and comments cover, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.word.marked import Cover
from pressdesk.word.markup import attribute, every

if TYPE_CHECKING:
    from pressdesk.word.markup import Element

COVERS = 200_000
"""Bookmarks and comments times the paragraphs that they cover: what a long review may have."""

_STARTS = {"w:bookmarkStart": "bookmark", "w:commentRangeStart": "comment"}
_ENDS = {"w:bookmarkEnd": "bookmark", "w:commentRangeEnd": "comment"}
_NOT_OURS = "_GoBack"


class TooMuchCovered(ValueError):
    """There are more ranges over more paragraphs than people make."""


@dataclass(slots=True)
class _Open:
    """A range whose end has not come; ``is_new`` until the end of the paragraph it began in."""

    name: str
    start: int
    is_closed_later: bool
    is_new: bool = True


class Ranges:
    """Follows the starts and ends of ranges through one part of a document."""

    __slots__ = ("_ends", "_found", "_left", "_open")

    def __init__(self, root: Element) -> None:
        self._ends = {
            (_ENDS[name], attribute(one, "id")) for name in _ENDS for one in every(root, name)
        }
        self._open: dict[tuple[str, str | None], _Open] = {}
        self._found: dict[str, list[Cover]] = {"bookmark": [], "comment": []}
        self._left = COVERS

    def take(self, element: Element, name: str, place: int) -> None:
        """Take in a start or an end that stands before span ``place`` of its paragraph."""
        if name in _STARTS:
            self._start(element, _STARTS[name], place)
        elif name in _ENDS:
            key = (_ENDS[name], attribute(element, "id"))
            one = self._open.pop(key, None)
            if one is not None and (one.is_new or place):
                self._cover(key[0], one, place)

    def _start(self, element: Element, what: str, place: int) -> None:
        key = (what, attribute(element, "id"))
        name = attribute(element, "name" if what == "bookmark" else "id") or ""
        is_closed = key in self._ends
        if name == _NOT_OURS or (what == "comment" and not is_closed):
            return
        if key in self._open:  # an id that two ranges have: the first ends here
            self._cover(what, self._open[key], place)
        self._open[key] = _Open(name, place, is_closed)

    def finish(self, length: int) -> tuple[tuple[Cover, ...], tuple[Cover, ...]]:
        """Return what bookmarks and comments cover of a paragraph of ``length`` spans."""
        for key, one in tuple(self._open.items()):
            begins_after_all = one.is_new and one.is_closed_later and one.start == length > 0
            if not begins_after_all:
                self._cover(key[0], one, length)
            one.start, one.is_new = 0, False
            if not one.is_closed_later:  # its end is lost: it is the paragraph that it began in
                del self._open[key]
        bookmarks, comments = tuple(self._found["bookmark"]), tuple(self._found["comment"])
        if bookmarks or comments:
            self._found = {"bookmark": [], "comment": []}
        return bookmarks, comments

    def _cover(self, what: str, one: _Open, end: int) -> None:
        self._left -= 1
        if self._left < 0:
            raise TooMuchCovered
        self._found[what].append(Cover(name=one.name, start=min(one.start, end), end=end))
