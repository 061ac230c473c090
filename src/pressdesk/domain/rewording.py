"""Changing the words of a paragraph and keeping the marks over those that stay."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.text import Mark, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """Words that come for others.

    Shape: ``start`` and ``end`` are code points of the text before any change, half open; they
    are equal where something is only put in.
    """

    start: int
    end: int
    new: Text

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError("a change ends behind its start")


def apply(text: Text, changes: Iterable[Rewording]) -> Text:
    """Return ``text`` with all changes made.

    Marks stay over the words that stay. New words take on a mark that lies around them or over
    all that they replace, unless they come with marks of their own.

    Shape: changes in any order; they may touch, and not overlap.
    """
    pieces = _pieces(text, sorted(changes, key=lambda one: (one.start, one.end)))
    marks = [kept for mark in text.marks for kept in _kept(mark, pieces)]
    for piece in pieces:
        marks.extend(
            replace(mark, start=mark.start + piece.at, end=mark.end + piece.at)
            for mark in piece.own_marks
        )
    return _composed("".join(piece.words for piece in pieces), marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A part of the new text: words that stayed, or words that came for others.

    ``at`` is where it begins in the new text, ``start`` and ``end`` what it was in the old one.
    """

    words: str
    at: int
    start: int
    end: int
    is_new: bool
    own_marks: tuple[Mark, ...] = ()


def _pieces(text: Text, ordered: Sequence[Rewording]) -> list[_Piece]:
    found: list[_Piece] = []
    here = at = 0
    for one in ordered:
        if one.start < here or one.end > len(text.plain):
            raise ValueError("changes do not overlap, and lie within the text")
        kept, new = text.plain[here : one.start], one.new.plain
        found.append(_Piece(words=kept, at=at, start=here, end=one.start, is_new=False))
        at += len(kept)
        found.append(
            _Piece(
                words=new,
                at=at,
                start=one.start,
                end=one.end,
                is_new=True,
                own_marks=one.new.marks,
            )
        )
        at += len(new)
        here = one.end
    rest = text.plain[here:]
    found.append(_Piece(words=rest, at=at, start=here, end=len(text.plain), is_new=False))
    return found


def _kept(mark: Mark, pieces: Sequence[_Piece]) -> Iterator[Mark]:
    """Yield what a mark covers in the new text; what touches is one mark."""
    last: Mark | None = None
    for piece in pieces:
        start, end = max(mark.start, piece.start), min(mark.end, piece.end)
        if piece.is_new:
            is_covered = bool(piece.words) and _is_taken_on(mark, piece)
            start, end = piece.at, piece.at + len(piece.words)
        else:
            is_covered = start < end
            start, end = start - piece.start + piece.at, end - piece.start + piece.at
        if not is_covered:
            continue
        if last is not None and last.end == start:
            last = replace(last, end=end)
            continue
        if last is not None:
            yield last
        last = replace(mark, start=start, end=end)
    if last is not None:
        yield last


def _is_taken_on(mark: Mark, piece: _Piece) -> bool:
    if piece.own_marks:
        return False
    if piece.start == piece.end:
        return mark.start < piece.start < mark.end
    return mark.start <= piece.start and piece.end <= mark.end


def _composed(words: str, marks: Sequence[Mark]) -> Text:
    """Return the text in NFC; where signs have joined across a border, marks move along."""
    plain = unicodedata.normalize("NFC", words)
    if plain != words:
        marks = [
            replace(mark, start=start, end=end)
            for mark in marks
            if (start := _composed_place(words, mark.start, len(plain)))
            < (end := _composed_place(words, mark.end, len(plain)))
        ]
    return Text(plain, tuple(sorted(marks, key=lambda one: (one.start, -one.end, one.kind))))


def _composed_place(words: str, place: int, length: int) -> int:
    return min(len(unicodedata.normalize("NFC", words[:place])), length)
