"""The comments of a review document: their parts, and where they are anchored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.text import Text
from pressdesk.word.markup import Element, made, root, written
from pressdesk.word.skeleton import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_FIRST_PARAGRAPH_ID = 0x10000000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewComment:
    """A comment as a reader may see it.

    ``anchor`` is that of a line, ``paragraph`` counts the anchor's paragraphs from 0.
    Shape: ``start`` and ``end`` are code points there, half open. ``parent`` is the place of the
    comment that this one answers among the comments of the document.
    Units: ``at`` is ISO 8601 in UTC.
    """

    author: str
    at: str
    text: str
    anchor: str
    paragraph: int = 0
    start: int = 0
    end: int = 0
    parent: int | None = None
    is_resolved: bool = False


def comment_parts(comments: Sequence[ReviewComment]) -> tuple[Extra, ...]:
    """Return the parts that hold ``comments``; none where there are none."""
    if not comments:
        return ()
    part = root("w:comments", "w", "w14")
    threads = root("w15:commentsEx", "w15")
    for number, comment in enumerate(comments):
        part.append(_comment(number, comment))
        thread = made(
            "w15:commentEx",
            w15_paraId=_paragraph_id(number),
            w15_done="1" if comment.is_resolved else "0",
        )
        if comment.parent is not None:
            thread.set(_PARENT, _paragraph_id(comment.parent))
        threads.append(thread)
    return (
        Extra(
            name="word/comments.xml",
            data=written(part),
            content_type=_TYPE + "comments+xml",
            relation=_OFFICE + "comments",
        ),
        Extra(
            name="word/commentsExtended.xml",
            data=written(threads),
            content_type=_TYPE + "commentsExtended+xml",
            relation=_MICROSOFT + "commentsExtended",
        ),
    )


def opening(number: int) -> Element:
    """Return where the words of a comment begin."""
    return made("w:commentRangeStart", w_id=str(number))


def closing(number: int) -> Iterator[Element]:
    """Yield where the words of a comment end, and the reference to it."""
    yield made("w:commentRangeEnd", w_id=str(number))
    looks = made("w:rPr", made("w:rStyle", w_val="CommentReference"))
    yield made("w:r", looks, made("w:commentReference", w_id=str(number)))


_PARENT = "{http://schemas.microsoft.com/office/word/2012/wordml}paraIdParent"


def _comment(number: int, comment: ReviewComment) -> Element:
    author = Text.of(comment.author).plain or "?"
    element = made(
        "w:comment",
        w_id=str(number),
        w_author=author,
        w_date=comment.at,
        w_initials="".join(word[0] for word in author.split())[:4],
    )
    words = comment.text.splitlines() or [""]
    for place, line in enumerate(words):
        paragraph = made("w:p", made("w:pPr", made("w:pStyle", w_val="CommentText")))
        if place == len(words) - 1:
            paragraph.set(_PARAGRAPH_ID, _paragraph_id(number))
        if place == 0:
            looks = made("w:rPr", made("w:rStyle", w_val="CommentReference"))
            paragraph.append(made("w:r", looks, made("w:annotationRef")))
        text = Text.of(line).plain
        paragraph.append(made("w:r", made("w:t", text, xml_space="preserve")))
        element.append(paragraph)
    return element


_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


def _paragraph_id(number: int) -> str:
    return f"{_FIRST_PARAGRAPH_ID + number:08X}"
