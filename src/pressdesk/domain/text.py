"""One paragraph of text with its inline marks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

_FORBIDDEN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
LINK_SCHEMES = ("http://", "https://", "mailto:")


class MarkKind(StrEnum):
    """The inline marks that content knows; looks belong to the writers of formats."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark over part of a text.

    Shape: code points, half open, not empty. ``target`` is given for links only.
    """

    start: int
    end: int
    kind: MarkKind
    target: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a mark covers at least one character")
        if (self.kind is MarkKind.LINK) != (self.target is not None):
            raise ValueError("a link, and only a link, has a target")
        if self.target is not None and not self.target.startswith(LINK_SCHEMES):
            raise ValueError("a link goes to http, https or mailto")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one paragraph: NFC, no line breaks, no control characters but the tab."""

    plain: str
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if _FORBIDDEN.search(self.plain):
            raise ValueError("a paragraph holds no control characters")
        if not unicodedata.is_normalized("NFC", self.plain):
            raise ValueError("text is kept in NFC")
        if any(mark.end > len(self.plain) for mark in self.marks):
            raise ValueError("a mark ends with its text")

    @classmethod
    def of(cls, words: str) -> Text:
        """Return ``words`` as a text: line breaks as spaces, control characters dropped."""
        one_line = _LINE_BREAK.sub(" ", words)
        return cls(unicodedata.normalize("NFC", _FORBIDDEN.sub("", one_line)))

    def part(self, start: int, end: int | None = None) -> Text:
        """Return what stands between two places, half open, with its marks."""
        end = len(self.plain) if end is None else end
        marks = tuple(
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in self.marks
            if max(mark.start, start) < min(mark.end, end)
        )
        return Text(unicodedata.normalize("NFC", self.plain[start:end]), marks)

    def __bool__(self) -> bool:
        return bool(self.plain.strip())

    def __str__(self) -> str:
        return self.plain


EMPTY = Text("")
