"""The comments of a returned file: which are new, which were ours, and what became of those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from pressdesk.word.answer_places import Place, Places
    from pressdesk.word.answer_placing import PlacedText
    from pressdesk.word.marked import Comment
    from pressdesk.word.reading import MarkedDocument

_Identity: TypeAlias = "tuple[str | None, datetime | None, str]"
_Stand: TypeAlias = "tuple[Place, int, int]"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerComment:
    """A comment that was not in what was sent.

    ``words`` are those it covers in the returned text of ``place``, which is None where it stands
    at no known place. Shape: ``start`` and ``end`` are code points there, half open.
    ``answers`` is the number of the sent comment it replies to, ``parent`` that of a new one.
    """

    author: str | None
    date: datetime | None
    text: str
    words: str
    place: Place | None = None
    start: int = 0
    end: int = 0
    answers: int | None = None
    parent: int | None = None
    is_resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsRead:
    """The new comments; the numbers of the sent ones that were resolved, or are gone."""

    comments: tuple[AnswerComment, ...]
    resolved: tuple[int, ...]
    gone: tuple[int, ...]


def comments_of(
    sent: MarkedDocument, returned: MarkedDocument, known: Places, final: PlacedText
) -> CommentsRead:
    """Return what was written beside the text, and what became of our own comments.

    Programs give comments new ids, so ours are known by author, time and words.
    """
    ours: dict[_Identity, list[int]] = {}
    for number, one in reversed(list(enumerate(sent.comments))):
        ours.setdefault(_identity(one), []).append(number)
    numbers: dict[str, int] = {}
    new: list[Comment] = []
    for one in returned.comments:
        same = ours.get(_identity(one))
        if same:
            numbers[one.id] = same.pop()
        else:
            new.append(one)
    order = {one.id: number for number, one in enumerate(new)}
    places = dict(_placed(known, final))
    return CommentsRead(
        comments=tuple(_comment(one, places.get(one.id), numbers, order) for one in new),
        resolved=tuple(
            numbers[one.id]
            for one in returned.comments
            if one.id in numbers
            and one.is_resolved
            and not sent.comments[numbers[one.id]].is_resolved
        ),
        gone=tuple(sorted(number for same in ours.values() for number in same)),
    )


def _comment(
    one: Comment, found: _Stand | None, numbers: Mapping[str, int], order: Mapping[str, int]
) -> AnswerComment:
    place, start, end = (None, 0, 0) if found is None else found
    return AnswerComment(
        author=one.author,
        date=one.date,
        text=one.text,
        words=one.anchor,
        place=place,
        start=start,
        end=end,
        answers=numbers.get(one.parent or ""),
        parent=order.get(one.parent or ""),
        is_resolved=one.is_resolved,
    )


def _identity(comment: Comment) -> _Identity:
    return comment.author, comment.date, " ".join(comment.text.split())


def _placed(known: Places, final: PlacedText) -> Iterator[tuple[str, _Stand]]:
    """Yield where each comment of the file stands, by its id, at the first if at several."""
    given: set[str] = set()
    for place, paragraphs in final.spans.items():
        if place not in known.texts:
            continue
        for offset, one in paragraphs:
            for cover in one.comments:
                if cover.name not in given:
                    given.add(cover.name)
                    yield cover.name, (place, offset + cover.start, offset + cover.end)
