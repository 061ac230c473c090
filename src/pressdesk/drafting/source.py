"""The source as numbered lines, trimmed, with an account of what trimming took away."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.recognised import CleanUp, CleanUpKind
from pressdesk.domain.text import Mark, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LINE_END = re.compile(r"\r\n|\n|\r")
_ODD_SPACE = re.compile(r"[^\S \t\u00a0\u2009\u202f]")
_HEADING_STYLE = re.compile(r"(?:heading|overskrift|header) ?([1-9])$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"(?:list|punkt|nummerert|bullet)", re.IGNORECASE)


class OwnStyle(StrEnum):
    """The names of the styles in which PressDesk itself writes a release."""

    SENDER = "Press Release Sender"
    DATE = "Press Release Date"
    RELEASE = "Press Release Embargo"
    LEAD = "Press Release Lead"
    END = "Press Release End"
    FACT_HEADING = "Fact Box Heading"
    FACT = "Fact Box"
    QUOTE = "Quote"
    QUOTE_TURN = "Quote Turn"
    CAPTION = "Caption"
    CREDIT = "Photo Credit"
    ABOUT = "Boilerplate"
    CONTACT = "Press Contact"
    REACH = "Press Contact Reach"


_OWN_HEADINGS = frozenset((OwnStyle.END, OwnStyle.FACT_HEADING))
_COMMON = frozenset((OwnStyle.QUOTE, OwnStyle.CAPTION, OwnStyle.ABOUT))
"""Those that stand in files of others, too, and there mean less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceParagraph:
    """A paragraph of a Word file: its words with marks, and the name of its style, if any."""

    text: Text
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line that says something.

    Units: ``number`` counts from 1. ``raw`` is the line as it stood, ``text`` what is read.
    ``follows_gap`` tells whether an empty line stood before it. ``own`` is the style, in a file
    that PressDesk wrote.
    """

    number: int
    raw: str
    text: Text
    style: str | None = None
    follows_gap: bool = False
    own: OwnStyle | None = None

    @property
    def plain(self) -> str:
        """The words."""
        return self.text.plain

    @property
    def heading_level(self) -> int | None:
        """The level that the style of a Word paragraph gives, 0 for the title's own style."""
        if self.own in _OWN_HEADINGS:
            return 2
        style = (self.style or "").strip().lower()
        if style in ("title", "tittel"):
            return 0
        found = _HEADING_STYLE.match(style)
        return int(found.group(1)) if found else None

    @property
    def is_list_style(self) -> bool:
        """Whether the style of a Word paragraph makes it a point of a list."""
        return bool(self.style and _LIST_STYLE.match(self.style.strip()))

    @property
    def is_strong(self) -> bool:
        """Whether all of it is set in bold."""
        marks = [mark for mark in self.text.marks if mark.kind == "strong"]
        covered = sum(mark.end - mark.start for mark in marks)
        return bool(self.plain) and covered >= len(self.plain.rstrip())

    def with_text(self, text: Text) -> SourceLine:
        """Return the line with other words."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Everything that came in: what says something, and what trimming changed."""

    lines: tuple[SourceLine, ...]
    cleaned: tuple[CleanUp, ...]


def read_text(text: str) -> Source:
    """Return the lines of a plain text."""
    raw_lines = _LINE_END.split(text)
    has_final_newline = raw_lines[-1] == ""
    if has_final_newline:
        raw_lines.pop()
    rows = [(raw, _plain(raw), None) for raw in raw_lines]
    source = _read(rows)
    if has_final_newline or not source.lines:
        return source
    last = CleanUp(kind=CleanUpKind.FINAL_NEWLINE, line=len(raw_lines), text=raw_lines[-1])
    return replace(source, cleaned=(*source.cleaned, last))


def read_paragraphs(paragraphs: Iterable[SourceParagraph]) -> Source:
    """Return the paragraphs of a Word file as lines."""
    source = _read([(one.text.plain, one.text, one.style) for one in paragraphs])
    styles = {line: _own_style(line.style) for line in source.lines}
    if not any(style and style not in _COMMON for style in styles.values()):
        return source
    return replace(source, lines=tuple(replace(line, own=styles[line]) for line in source.lines))


def _own_style(name: str | None) -> OwnStyle | None:
    return OwnStyle(name) if name in frozenset(OwnStyle) else None


def trimmed(text: Text) -> Text:
    """Return ``text`` without white space at its ends, its marks moved along."""
    plain = text.plain.strip()
    return part_of(text, len(text.plain) - len(text.plain.lstrip()), plain) if plain else Text("")


def part_of(text: Text, start: int, plain: str) -> Text:
    """Return ``plain``, which stands at ``start`` in ``text``, with the marks that touch it."""
    end = start + len(plain)
    marks = tuple(_moved(text.marks, start, end))
    return Text(unicodedata.normalize("NFC", plain), marks)


def _moved(marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    for mark in marks:
        first, last = max(mark.start, start) - start, min(mark.end, end) - start
        if first < last:
            yield replace(mark, start=first, end=last)


def _plain(raw: str) -> Text:
    """Return one line as a text: odd white space becomes a space, controls are dropped."""
    if raw.isascii() and raw.isprintable():
        return Text(raw)
    spaced = _ODD_SPACE.sub(" ", raw)
    return Text.of(spaced.replace("\ufeff", ""))


def _read(rows: Sequence[tuple[str, Text, str | None]]) -> Source:
    lines: list[SourceLine] = []
    cleaned: list[CleanUp] = []
    gap: list[tuple[int, str]] = []
    for number, (raw, text, style) in enumerate(rows, start=1):
        if not text:
            gap.append((number, raw))
            continue
        cleaned += _gap_changes(gap)
        line = SourceLine(
            number=number, raw=raw, text=trimmed(text), style=style, follows_gap=bool(gap)
        )
        lines.append(line)
        cleaned += _edge_changes(number, raw)
        gap = []
    return Source(lines=tuple(lines), cleaned=(*cleaned, *_gap_changes(gap)))


def _edge_changes(number: int, raw: str) -> Iterator[CleanUp]:
    if raw[:1].isspace():
        yield CleanUp(kind=CleanUpKind.INDENTATION, line=number, text=raw)
    if raw[-1:].isspace():
        yield CleanUp(kind=CleanUpKind.TRAILING_SPACE, line=number, text=raw)


def _gap_changes(gap: Sequence[tuple[int, str]]) -> Iterator[CleanUp]:
    """Yield empty lines that are more than the one that parts paragraphs, or hold white space."""
    for place, (number, raw) in enumerate(gap):
        if raw or place > 0:
            yield CleanUp(kind=CleanUpKind.EMPTY_LINES, line=number, text=raw)
