"""Two versions of a page as one: what was kept, what came and what went, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from pressdesk.textops.diff import Op, diff_words
from pressdesk.word.lines import FACTS, Line
from pressdesk.word.rendering import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a paragraph with their change; ``start`` is where they stand in the new version.

    Units: code points. What is deleted stands before ``start``.
    """

    text: Text
    change: Change | None
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedLine:
    """A paragraph with its changes; ``mark`` is the change of its end.

    ``number`` counts the new paragraphs of its anchor from 0; None for one that is deleted.
    """

    line: Line
    pieces: tuple[Piece, ...]
    mark: Change | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The paragraphs of one anchor, in a row."""

    anchor: str
    lines: tuple[TrackedLine, ...]
    is_deleted: bool = False


def sections(old: Sequence[Line], new: Sequence[Line]) -> tuple[Section, ...]:
    """Return the page that reads as ``new`` when all is accepted, as ``old`` when all is rejected.

    A section that moved is deleted where it was and inserted where it is.
    """
    before, after = _grouped(old), _grouped(new)
    matcher = SequenceMatcher(
        None, [key for key, _ in before], [key for key, _ in after], autojunk=False
    )
    found: list[Section] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(before[i1:i2], after[j1:j2], strict=True)
            found.extend(_paired(gone, came) for (_, gone), (_, came) in pairs)
            continue
        found.extend(_deleted(lines) for _, lines in before[i1:i2])
        found.extend(_paired([], lines) for _, lines in after[j1:j2])
    return tuple(found)


def unchanged(lines: Sequence[Line]) -> tuple[Section, ...]:
    """Return the page without any change."""
    return sections(lines, lines)


def _grouped(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Return the lines by anchor; facts, which have no id, are told apart by their words."""
    return [
        (f"{FACTS} {group[0].text.plain}" if anchor == FACTS else anchor, group)
        for anchor, members in groupby(lines, key=lambda line: line.anchor)
        if (group := list(members))
    ]


def _deleted(lines: Sequence[Line]) -> Section:
    gone = tuple(_line_deleted(line) for line in lines)
    return Section(anchor=lines[0].anchor, lines=gone, is_deleted=True)


def _paired(old: Sequence[Line], new: Sequence[Line]) -> Section:
    """Return one section, its paragraphs paired by what they say, then by their order."""
    words = ([line.text.plain for line in old], [line.text.plain for line in new])
    matcher = SequenceMatcher(None, *words, autojunk=False)
    found: list[TrackedLine] = []
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        numbered = list(enumerate(new[j1:j2], j1))
        for gone, came in zip_longest(old[i1:i2], numbered):
            if came is None:
                found.append(_line_deleted(gone))
            else:
                found.append(_line_changed(gone, came[1], came[0]))
    return Section(anchor=new[0].anchor, lines=tuple(found))


def _line_deleted(line: Line) -> TrackedLine:
    piece = Piece(text=line.text, change=Change.DELETED, start=0)
    return TrackedLine(line=line, pieces=(piece,), mark=Change.DELETED)


def _line_changed(old: Line | None, new: Line, number: int) -> TrackedLine:
    if old is None:
        piece = Piece(text=new.text, change=Change.INSERTED, start=0)
        return TrackedLine(line=new, pieces=(piece,), mark=Change.INSERTED, number=number)
    return TrackedLine(line=new, pieces=tuple(_pieces(old.text, new.text)), number=number)


def _pieces(old: Text, new: Text) -> Iterator[Piece]:
    if old.plain == new.plain:
        yield Piece(text=new, change=None, start=0)
        return
    gone = came = 0
    for hunk in diff_words(old.plain, new.plain):
        size = len(hunk.text)
        if hunk.op is Op.DELETE:
            yield Piece(text=old.part(gone, gone + size), change=Change.DELETED, start=came)
            gone += size
            continue
        change = Change.INSERTED if hunk.op is Op.INSERT else None
        yield Piece(text=new.part(came, came + size), change=change, start=came)
        came += size
        gone += size if hunk.op is Op.EQUAL else 0
