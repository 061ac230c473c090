"""Captions and credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.text import EMPTY, Text
from pressdesk.drafting.headings import read_picture
from pressdesk.drafting.parts import Layout, Part, PartKind
from pressdesk.drafting.source import SourceLine, part_of, trimmed
from pressdesk.drafting.words import word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_CAPTION = 50
_EDGES = " \t\u00a0|–—-/(["


def picture_part(layout: Layout, lines: Sequence[SourceLine], at: int) -> int:
    """Take the picture described at ``at`` into the layout; return the index after it.

    A credit on the line right below its caption belongs to the same picture.
    """
    line = lines[at]
    caption, credit = _texts(line) if read_picture(line.plain) is not None else (line.text, EMPTY)
    taken = [line]
    below = lines[at + 1] if at + 1 < len(lines) else None
    if not credit and below is not None and not below.follows_gap and is_credit(below.plain):
        taken.append(below)
        credit = _texts(below)[1]
    layout.parts.append(
        Part(kind=PartKind.IMAGE, lines=tuple(taken), texts=(caption,), heading=credit)
    )
    return at + len(taken)


def is_credit(text: str) -> bool:
    """Return whether a line says who made a picture, and nothing else."""
    picture = read_picture(text)
    return (
        picture is not None
        and picture.caption[0] == picture.caption[1]
        and picture.credit[0] < picture.credit[1]
    )


def is_above_credit(lines: Sequence[SourceLine], at: int) -> bool:
    """Return whether a line and the credit right below it stand apart from the other lines."""
    if at + 1 >= len(lines) or not lines[at].follows_gap or lines[at + 1].follows_gap:
        return False
    stands_apart = at + 2 >= len(lines) or lines[at + 2].follows_gap
    return (
        stands_apart
        and word_count(lines[at].plain) <= _LONGEST_CAPTION
        and is_credit(lines[at + 1].plain)
    )


def _texts(line: SourceLine) -> tuple[Text, Text]:
    picture = read_picture(line.plain)
    if picture is None:
        return EMPTY, EMPTY
    return _cut(line, *picture.caption), _cut(line, *picture.credit)


def _cut(line: SourceLine, start: int, end: int) -> Text:
    words = line.plain[start:end].rstrip(_EDGES)
    return trimmed(part_of(line.text, start, words)) if words.strip() else EMPTY
