"""What became of a wording: what was kept, what went, what came."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.textops.alignment import aligned, numbered
from pressdesk.textops.diff_cleaning import Grouping, cleaned
from pressdesk.textops.diff_tokens import diff_tokens
from pressdesk.textops.sentences import sentences
from pressdesk.textops.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressdesk.textops.diff_engine import Change, Engine

_LINE = re.compile(r"[^\n]+\n?|\n")
_LONGEST_CUT = 200_000
"""Characters of one line that are cut into sentences; a longer line is one."""


class Op(StrEnum):
    """What became of a piece of text."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


class Level(StrEnum):
    """What a diff takes for a piece that changes as a whole. A paragraph is a line."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Hunk(NamedTuple):
    """A piece of text and what became of it; never empty."""

    op: Op
    text: str


class Edit(NamedTuple):
    """A piece of the old wording that became a piece of the new one.

    Shape: code points, half open; one of the two may be empty, never both.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def diff_words(old: str, new: str) -> tuple[Hunk, ...]:
    """Return what became of ``old``, word by word; raises nothing, whatever the texts are."""
    return diff(old, new, Level.WORD)


def diff(old: str, new: str, level: Level = Level.WORD) -> tuple[Hunk, ...]:
    """Return what became of ``old``.

    Shape: in order; what is kept or went is all of ``old``, what is kept or came all of ``new``;
    what went stands before what came in its place.
    """
    return tuple(_hunks(old, new, edits(old, new, level)))


def edits(
    old: str,
    new: str,
    level: Level = Level.WORD,
    *,
    grouping: Grouping = Grouping.PHRASES,
    engine: Engine | None = None,
) -> tuple[Edit, ...]:
    """Return the changes from ``old`` to ``new`` in order, something kept between any two."""
    if old == new:
        return ()
    before, after = pieces(old, level), pieces(new, level)
    changes: Sequence[Change] = aligned(*numbered(before, after), engine)
    if level is Level.WORD:
        changes = cleaned(changes, before, after, grouping)
    here, there = offsets(before), offsets(after)
    return tuple(
        Edit(here[one.old_start], here[one.old_end], there[one.new_start], there[one.new_end])
        for one in changes
    )


def pieces(text: str, level: Level = Level.WORD) -> list[str]:
    """Return the pieces of ``text`` that change as a whole; joined they are all of it."""
    if level is Level.WORD:
        return diff_tokens(text)
    lines = _LINE.findall(text)
    return lines if level is Level.PARAGRAPH else [one for line in lines for one in _cut(line)]


def offsets(parts: Iterable[str]) -> list[int]:
    """Return where each part begins in their whole, and behind the last where that ends."""
    return [0, *accumulate(map(len, parts))]


def _cut(line: str) -> Iterator[str]:
    """Yield the sentences of a line, and the spaces around them."""
    if len(line) > _LONGEST_CUT:
        yield line
        return
    found = tokens(line)
    here = 0
    for sentence in sentences(found):
        start, end = found[sentence.start].start, found[sentence.end - 1].end
        if here < start:
            yield line[here:start]
        yield line[start:end]
        here = end
    if here < len(line):
        yield line[here:]


def _hunks(old: str, new: str, found: Iterable[Edit]) -> Iterator[Hunk]:
    here = 0
    for edit in found:
        if here < edit.old_start:
            yield Hunk(Op.EQUAL, old[here : edit.old_start])
        if edit.old_start < edit.old_end:
            yield Hunk(Op.DELETE, old[edit.old_start : edit.old_end])
        if edit.new_start < edit.new_end:
            yield Hunk(Op.INSERT, new[edit.new_start : edit.new_end])
        here = edit.old_end
    if here < len(old):
        yield Hunk(Op.EQUAL, old[here:])
