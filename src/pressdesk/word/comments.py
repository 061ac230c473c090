"""The comments of a document: their words, where they stand, what answers what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from pressdesk.word.changes import ChangeLog, harmless_name, instant
from pressdesk.word.marked import Comment
from pressdesk.word.markup import attribute, children, every, extension
from pressdesk.word.properties import application
from pressdesk.word.views import ACCEPTED, LINE_BREAK, seen
from pressdesk.word.walking import Walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressdesk.word.marked import MarkedParagraph
    from pressdesk.word.markup import Element
    from pressdesk.word.opening import Package
    from pressdesk.word.styles import Styles

LONGEST_ANCHOR = 10_000
"""Code points of the words that a comment covers; what goes on longer is cut."""
_PARAGRAPH_END = "\n"
_ON = frozenset(("1", "true", "on"))
_LAST = datetime.max.replace(tzinfo=UTC)


def read_comments(
    package: Package, main: str, styles: Styles, paragraphs: Sequence[MarkedParagraph]
) -> tuple[Comment, ...]:
    """Return the comments of the document in the order of the file.

    Threads are those that the file tells. Programs that tell none (Google Docs, LibreOffice) put
    an answer on the very words of what it answers: there, the earliest comment is the first.
    """
    parts = [part for part in package.related(main, "comments") if package.has(part)]
    written = [
        _written(element, styles)
        for part in dict.fromkeys(parts)
        for element in children(package.root(part), "w:comment")
    ]
    if not written:
        return ()
    anchors = _anchors(paragraphs)
    threads = _threads(package, main)
    comments = [
        replace(
            one.comment,
            anchor=anchors[one.comment.id].text if one.comment.id in anchors else "",
            is_resolved=one.place in threads and threads[one.place].is_done,
        )
        for one in written
    ]
    if _tells_threads(package, threads):
        parents = _told_parents([one.place for one in written], threads)
    else:
        parents = _likely_parents(comments, anchors)
    return tuple(
        comment if parent is None else replace(comment, parent=comments[parent].id)
        for comment, parent in zip(comments, parents, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """A comment as its own part has it; ``place`` is the id of its last paragraph."""

    comment: Comment
    place: str | None


def _written(element: Element, styles: Styles) -> _Written:
    walk = Walk(element, styles=styles, links={}, log=ChangeLog(), left_out=Counter())
    words = (one.paragraph.text.plain for one in seen(walk.paragraphs(element), ACCEPTED))
    last = next(reversed(tuple(every(element, "w:p"))), None)
    comment = Comment(
        id=attribute(element, "id") or "",
        author=harmless_name(attribute(element, "author")),
        initials=harmless_name(attribute(element, "initials")),
        date=instant(attribute(element, "date")),
        text=_PARAGRAPH_END.join(words).strip(_PARAGRAPH_END),
    )
    return _Written(comment, None if last is None else _paragraph_id(last, "paraId"))


def _paragraph_id(element: Element, name: str) -> str | None:
    return (extension(element, name) or "").upper() or None


# Anchors


@dataclass(slots=True)
class _Anchor:
    """The words that a comment covers; ``start`` and ``end`` are a paragraph and a span."""

    start: tuple[int, int]
    end: tuple[int, int] = (0, 0)
    lines: list[str] = field(default_factory=list)
    all_lines: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """What is there, else what was there."""
        there = _PARAGRAPH_END.join(self.lines)
        return there if there.strip() else _PARAGRAPH_END.join(self.all_lines)


def _anchors(paragraphs: Iterable[MarkedParagraph]) -> dict[str, _Anchor]:
    found: dict[str, _Anchor] = {}
    for place, paragraph in enumerate(paragraphs):
        if not paragraph.comments:
            continue
        there, there_at = _words_of(paragraph, is_all=False)
        whole, whole_at = _words_of(paragraph, is_all=True)
        for cover in paragraph.comments:
            anchor = found.setdefault(cover.name, _Anchor(start=(place, cover.start)))
            anchor.end = (place, cover.end)
            if anchor.length < LONGEST_ANCHOR:
                anchor.lines.append(_cut(there, there_at, cover.start, cover.end))
                anchor.all_lines.append(_cut(whole, whole_at, cover.start, cover.end))
                anchor.length += len(anchor.all_lines[-1]) + 1
    return found


def _words_of(paragraph: MarkedParagraph, *, is_all: bool) -> tuple[str, list[int]]:
    """Return the words of a paragraph, and the places where its spans begin in them."""
    pieces: list[str] = []
    places = [0]
    for span in paragraph.spans:
        words = span.text if is_all or ACCEPTED.shows(span.changes) else ""
        pieces.append(words)
        places.append(places[-1] + len(words))
    return "".join(pieces).replace(LINE_BREAK, " "), places


def _cut(words: str, places: Sequence[int], start: int, end: int) -> str:
    return words[places[start] : min(places[end], places[start] + LONGEST_ANCHOR)]


# Threads


@dataclass(frozen=True, slots=True)
class _Thread:
    """What ``commentsExtended`` says of a comment."""

    parent: str | None
    is_done: bool


_Threads: TypeAlias = "dict[str | None, _Thread]"


def _threads(package: Package, main: str) -> _Threads:
    found: _Threads = {}
    for part in package.related(main, "commentsExtended"):
        for element in package.root(part) if package.has(part) else ():
            place = _paragraph_id(element, "paraId")
            if place is not None:
                is_done = (extension(element, "done") or "").lower() in _ON
                parent = _paragraph_id(element, "paraIdParent")
                found.setdefault(place, _Thread(parent, is_done))
    return found


def _tells_threads(package: Package, threads: _Threads) -> bool:
    """Return whether the program that wrote the file knows answers, and would have told them.

    LibreOffice keeps the marks of resolved comments and loses what answers what.
    """
    program = application(package).lower()
    if "libreoffice" in program:
        return any(one.parent for one in threads.values())
    return bool(threads) or "microsoft" in program


def _told_parents(places: Sequence[str | None], threads: _Threads) -> Iterator[int | None]:
    """Yield which comment each one answers, as the file tells it; circles are cut."""
    numbers: dict[str | None, int] = {}
    for number, place in enumerate(places):
        numbers.setdefault(place, number)
    parents: list[int | None] = [
        numbers.get(threads[place].parent) if place in threads and threads[place].parent else None
        for place in places
    ]
    settled: set[int] = set()
    for number in range(len(parents)):
        path: set[int] = set()
        one: int | None = number
        while one is not None and one not in settled:
            path.add(one)
            if parents[one] in path:
                parents[one] = None
            one = parents[one]
        settled |= path
    yield from parents


def _likely_parents(
    comments: Sequence[Comment], anchors: dict[str, _Anchor]
) -> Iterator[int | None]:
    """Yield which comment each one answers if all on the same words are one conversation."""
    first: dict[tuple[tuple[int, int], tuple[int, int]], int] = {}
    for number in sorted(range(len(comments)), key=lambda one: comments[one].date or _LAST):
        anchor = anchors.get(comments[number].id)
        if anchor is not None and anchor.text.strip():
            first.setdefault((anchor.start, anchor.end), number)
    for number, comment in enumerate(comments):
        anchor = anchors.get(comment.id)
        parent = None if anchor is None else first.get((anchor.start, anchor.end))
        yield parent if parent != number else None
