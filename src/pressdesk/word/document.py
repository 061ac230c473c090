"""What a .docx says, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressdesk.domain.text import Text


class LeftOutKind(StrEnum):
    """What a file may hold besides the words that are read."""

    HIDDEN_TEXT = "hidden_text"
    COMMENT = "comment"
    REVISION = "revision"
    EXTERNAL_RELATION = "external_relation"
    PICTURE = "picture"
    EMBEDDED_OBJECT = "embedded_object"
    INSERTED_FILE = "inserted_file"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that is in the file, but not among the paragraphs.

    ``detail`` is the address of an external relation, which nobody has followed.
    """

    kind: LeftOutKind
    count: int = 1
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParagraph:
    """One paragraph, table cells and notes included.

    Shape: ``line_breaks`` are the places in ``text`` of the spaces that stand for breaks within
    the paragraph, in order. ``style`` is the English name of a built-in style (``Title``,
    ``Heading 1``, ``List Bullet``) or a name of the file's own, None for plain body text.
    """

    text: Text
    style: str | None = None
    heading_level: int | None = None
    is_list_item: bool = False
    line_breaks: tuple[int, ...] = ()

    def lines(self) -> tuple[Text, ...]:
        """Return the paragraph cut at its line breaks, which are dropped; marks are kept."""
        edges = (-1, *self.line_breaks, len(self.text.plain))
        return tuple(self.text.part(before + 1, end) for before, end in pairwise(edges))


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDocument:
    """What a file says, in one view of its tracked changes.

    Shape: the body, then foot- and endnotes in the order in which they are referred to; empty
    paragraphs stand where they stood. ``headers`` and ``footers`` are the words of the page
    margins, one string a paragraph, which are not among the paragraphs.
    """

    paragraphs: tuple[WordParagraph, ...]
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def is_complete(self) -> bool:
        """Return whether all its words are among the paragraphs: nothing hidden or inserted."""
        return all(one.kind is LeftOutKind.EXTERNAL_RELATION for one in self.left_out)
