"""The review document: the page to be commented, changed with tracking, and approved in Word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from pressdesk.domain.text import EMPTY, Text
from pressdesk.word.labels import Labels
from pressdesk.word.lines import Line, lines
from pressdesk.word.manifest import (
    ANSWER_BOOKMARK,
    BOOKMARK,
    GONE_BOOKMARK,
    Entry,
    Manifest,
    Ticket,
    bookmark,
    paragraph_hash,
)
from pressdesk.word.markup import Element, made
from pressdesk.word.redline import Section, TrackedLine, sections, unchanged
from pressdesk.word.rendering import Change, Renderer, Stamp
from pressdesk.word.review_notes import ReviewComment, closing, comment_parts, opening
from pressdesk.word.skeleton import LANGUAGE_TAGS, Pages, package
from pressdesk.word.writing import footer, header, main_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId

COVER = "cover"
"""The anchor of what the document says about itself; changes there concern nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuote:
    """A quote that the reader is asked to approve: whose it is, and its short code."""

    block: BlockId
    speaker: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the document says about itself.

    ``number`` is 0 for a request outside the rounds; ``deadline`` is written out.
    """

    organisation: str
    reader: str
    number: int
    deadline: str
    is_confidential: bool = False
    is_listed_partner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that goes into one reader's document.

    ``before`` is the version that the reader saw last: what changed since is shown as the
    organisation's tracked changes. ``only`` restricts the page to these blocks.
    Units: ``at`` is an aware instant.
    """

    content: Content
    cover: Cover
    ticket: Ticket
    head: str
    at: datetime
    before: Content | None = None
    comments: Sequence[ReviewComment] = ()
    asked: Sequence[AskedQuote] = ()
    only: frozenset[BlockId] | None = None


def review_document(review: Review) -> bytes:
    """Return the Word file that ``review`` describes.

    Shape: one bookmark an anchor (``pd_<id>``, ``po_<id>`` where we took it out), one answer box
    under each asked quote (``pa_<id>``); accepting all gives ``content``, rejecting all gives ``before``.
    """
    stamp = Stamp(
        author=Text.of(review.cover.organisation).plain or "PressDesk",
        at=review.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    page = _ReviewPage(review, Renderer(LANGUAGE_TAGS[review.content.language], stamp))
    labels = Labels(review.content)
    mark = labels.draft_mark()
    paragraphs = list(page.paragraphs())
    pages = Pages(
        main=main_part(paragraphs, labels, mark),
        header=header(page.renderer, labels, mark),
        footer=footer(page.renderer, labels),
        links=page.renderer.links,
    )
    extras = (*page.manifest().extras(), *comment_parts(review.comments))
    return package(review.content, pages, review.at, extras=extras, is_tracked=True)


class _ReviewPage:
    """One review document in the making."""

    def __init__(self, review: Review, renderer: Renderer) -> None:
        self.renderer = renderer
        self._review = review
        self._gettext = Labels(review.content).gettext
        new = _shown(review, review.content)
        old = _shown(review, review.before) if review.before else None
        self._sections = unchanged(new) if old is None else sections(old, new)
        self._bookmarks = 0
        self._named: set[str] = set()
        self._opened: set[int] = set()
        self._closed: set[int] = set()

    def manifest(self) -> Manifest:
        """Return what was sent, anchor by anchor."""
        entries = tuple(
            Entry(
                anchor=section.anchor,
                paragraphs=tuple(
                    paragraph_hash(one.line.text.plain)
                    for one in section.lines
                    if one.number is not None
                ),
            )
            for section in self._sections
            if not section.is_deleted
        )
        return Manifest(ticket=self._review.ticket, head=self._review.head, entries=entries)

    def paragraphs(self) -> Iterator[Element]:
        """Yield the body: the cover, the page with its answer boxes, the head code."""
        for line in self._cover_lines():
            yield self.renderer.paragraph(line)
        asked = {one.block: one for one in self._review.asked}
        for section in self._sections:
            yield from self._section(section)
            quote = asked.get(section.anchor)  # type: ignore[call-overload]  # ids are strings
            if quote is not None and not section.is_deleted:
                yield from self._answer_box(quote)
        yield self.renderer.paragraph(self._last_line())

    def _cover_lines(self) -> Iterator[Line]:
        cover, gettext = self._review.cover, self._gettext
        if cover.number:
            words = gettext("For review by {reader} · round {number} · answer by {deadline}")
        else:
            words = gettext("For approval by {reader} · answer by {deadline}")
        yield _cover_line(
            words.format(reader=cover.reader, number=cover.number, deadline=cover.deadline),
            style="ReviewHeading",
        )
        yield _cover_line(
            gettext(
                "Change the text as you like: changes are tracked. Write comments in the margin, "
                "and send the file back to {organisation}."
            ).format(organisation=cover.organisation)
        )
        if self._review.asked:
            yield _cover_line(
                gettext(
                    "Below your own words stands a box. Write APPROVED there if they may stand as "
                    "they are, with your changes, if you made any, or DO NOT QUOTE ME."
                )
            )
        if cover.is_confidential:
            yield _cover_line(gettext("Confidential: do not share this draft with anybody."))
        if cover.is_listed_partner:
            yield _cover_line(
                gettext(
                    "May hold inside information about a listed company: do not share it, and do "
                    "not trade on it."
                )
            )

    def _last_line(self) -> Line:
        """Return a paragraph that never changes: a change of the last one could not be undone."""
        gettext = self._gettext
        words = gettext("Head code {code}").format(code=self._review.head)
        return _cover_line(words, style="ReviewCode")

    def _section(self, section: Section) -> Iterator[Element]:
        name = bookmark(section.anchor, GONE_BOOKMARK if section.is_deleted else BOOKMARK)
        is_named = name not in self._named and bool(section.lines)
        self._named.add(name)
        self._bookmarks += is_named
        for place, line in enumerate(section.lines):
            parts = list(self._line(section, line))
            if is_named and place == 0:
                number = str(self._bookmarks)
                parts.insert(0, made("w:bookmarkStart", w_id=number, w_name=name))
            if is_named and place == len(section.lines) - 1:
                parts.append(made("w:bookmarkEnd", w_id=str(self._bookmarks)))
            yield self.renderer.around(line.line, parts, line.mark)

    def _line(self, section: Section, line: TrackedLine) -> Iterator[Element]:
        """Yield the runs of one paragraph, with the comments that stand there."""
        notes = {} if section.is_deleted else self._notes(section.anchor, line)
        edges = sorted({edge for span in notes.values() for edge in span})
        for text, change, start in _cut(line, edges):
            for number, (first, _) in notes.items():
                if first <= start and number not in self._opened:
                    self._opened.add(number)
                    yield opening(number)
            yield from self.renderer.runs(text, change)
            end = start + (len(text.plain) if change is not Change.DELETED else 0)
            for number, (_, last) in notes.items():
                if last <= end and number in self._opened and number not in self._closed:
                    self._closed.add(number)
                    yield from closing(number)
        for number in notes:
            if number not in self._opened:
                self._opened.add(number)
                yield opening(number)
            if number not in self._closed:
                self._closed.add(number)
                yield from closing(number)

    def _notes(self, anchor: str, line: TrackedLine) -> dict[int, tuple[int, int]]:
        """Return the spans of the comments of one paragraph, by their numbers."""
        return {
            number: (comment.start, max(comment.start, comment.end))
            for number, comment in enumerate(self._review.comments)
            if comment.anchor == anchor
            and line.number is not None
            and line.number == comment.paragraph
        }

    def _answer_box(self, quote: AskedQuote) -> Iterator[Element]:
        gettext = self._gettext
        label = gettext("Approval by {speaker} · code {code}. Write your answer in the box:")
        words = label.format(speaker=quote.speaker, code=quote.code)
        yield self.renderer.paragraph(_cover_line(words, style="AnswerLabel"))
        self._bookmarks += 1
        number = str(self._bookmarks)
        start = made("w:bookmarkStart", w_id=number, w_name=bookmark(quote.block, ANSWER_BOOKMARK))
        inside = self.renderer.around(
            Line(style="AnswerBox", text=EMPTY), (start, made("w:bookmarkEnd", w_id=number))
        )
        yield _box(inside)
        yield self.renderer.around(Line(style="AnswerEnd", text=EMPTY), ())


def _shown(review: Review, content: Content) -> tuple[Line, ...]:
    if review.only is None:
        return lines(content)
    return tuple(line for line in lines(content) if line.anchor in review.only)


def _cover_line(words: str, *, style: str = "ReviewNote") -> Line:
    return Line(style=style, text=Text.of(words), anchor=COVER)


def _cut(line: TrackedLine, edges: Sequence[int]) -> Iterator[tuple[Text, Change | None, int]]:
    """Yield the pieces of a paragraph, cut where a comment begins or ends."""
    for piece in line.pieces:
        change = piece.change
        end = piece.start + len(piece.text.plain)
        inner = [edge for edge in edges if piece.start < edge < end]
        if change is Change.DELETED or not inner:
            yield piece.text, change, piece.start
            continue
        places = [piece.start, *inner, end]
        for first, last in pairwise(places):
            part = piece.text.part(first - piece.start, last - piece.start)
            yield part, change, first


def _box(inside: Element) -> Element:
    """Return a table of one cell around ``inside``."""
    borders = made("w:tblBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(made(f"w:{side}", w_val="single", w_sz="8", w_space="0", w_color="0F5C6E"))
    properties = made(
        "w:tblPr",
        made("w:tblW", w_w="8844", w_type="dxa"),
        borders,
        made("w:tblLayout", w_type="fixed"),
    )
    cell = made("w:tc", made("w:tcPr", made("w:tcW", w_w="8844", w_type="dxa")), inside)
    grid = made("w:tblGrid", made("w:gridCol", w_w="8844"))
    return made("w:tbl", properties, grid, made("w:tr", cell))
