"""What a partner really did with a review document: marked, unmarked, written beside, approved.

Four wordings of every place follow one another: as it was sent; with our pending changes as the
reader answered them; as the returned file has it without its reader's marks; with all of them. The
step in the middle was done without a mark.

Our own changes are known by author and time together. Who forges both gets no change past us: what
those marks say is then taken for done, and differs from what was sent. A name alone proves nothing
- a file says who its author was, and anybody can write that - so a change by our own name with
another time is one of the reader's, under that name. That somebody accepted or rejected a change of
ours leaves no trace but the words; it is never called unmarked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

from pressdesk.textops.diff import edits
from pressdesk.textops.diff_cleaning import Grouping
from pressdesk.word.answer_comments import AnswerComment, CommentsRead, comments_of
from pressdesk.word.answer_pending import answered
from pressdesk.word.answer_places import Place, PlaceKind, Places, SentParagraph, places_in
from pressdesk.word.answer_placing import placed_after, placed_before
from pressdesk.word.manifest import Manifest, manifest_in
from pressdesk.word.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressdesk.textops.diff import Edit
    from pressdesk.word.answer_placing import PlacedText
    from pressdesk.word.marked import Change
    from pressdesk.word.reading import MarkedDocument


class AnswerKind(StrEnum):
    """What a change does with its place."""

    WORDS = "words"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    r"""One change.

    Shape: ``start`` and ``end`` are code points of the place's words as they were sent, its
    paragraphs parted by ``\n``. What is ADDED stands behind ``place``, what is MOVED goes behind
    ``after``. ``author`` is the name on the mark, None without one; where the marks of several
    people touch, the first.
    """

    kind: AnswerKind
    place: Place
    start: int
    end: int
    old: str
    new: str
    is_marked: bool
    author: str | None = None
    after: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxAnswer:
    """What somebody wrote into the box under a quote; ``anchor`` is the quote's id.

    ``author`` is who wrote it, None where that is not marked.
    """

    anchor: str
    words: str
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAnswer:
    """All that a returned file says.

    ``likeness`` is the share of the paragraphs that were sent which are found again (0 to 1).
    """

    manifest: Manifest | None
    likeness: float
    changes: tuple[AnswerChange, ...]
    boxes: tuple[BoxAnswer, ...]
    comments: tuple[AnswerComment, ...]
    resolved: tuple[int, ...]
    gone: tuple[int, ...]


def compared(sent: MarkedDocument, returned: MarkedDocument) -> WordAnswer:
    """Return what the reader of ``sent`` did in ``returned``."""
    known = places_in(sent)
    ours = {
        (change.author, change.date) for revision in sent.revisions for change in revision.changes
    }

    def is_ours(change: Change) -> bool:
        return (change.author, change.date) in ours

    before = View(is_accepted=is_ours)
    base = placed_before(known, returned, before)
    final = placed_after(known, returned, before, base)
    remarks: CommentsRead = comments_of(sent, returned, known, final)
    return WordAnswer(
        manifest=manifest_in(returned),
        likeness=max(base.likeness, final.likeness),
        changes=tuple(_Comparison(known=known, base=base, final=final).changes()),
        boxes=tuple(
            BoxAnswer(anchor=anchor, words=words, author=author)
            for anchor, words, author in final.boxes
        ),
        comments=remarks.comments,
        resolved=remarks.resolved,
        gone=remarks.gone,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparison:
    """What was sent, and what came back without the reader's marks and with them."""

    known: Places
    base: PlacedText
    final: PlacedText

    def changes(self) -> Iterator[AnswerChange]:
        """Yield what was changed, in the order of what was sent, then what is new."""
        here, elsewhere = self._pending()
        for place, sent in self.known.texts.items():
            if place.kind is PlaceKind.COVER:
                continue
            ours = here.get(place, [])
            is_optional = bool(ours) and all(one.mark is not None for one in ours)
            base, final = self.base.texts.get(place), self.final.texts.get(place)
            if final is None:
                yield self._removed(place, sent, is_marked=is_optional or base is not None)
            elif base is None:
                steps = (sent, sent, final) if is_optional else (sent, final, final)
                yield from self._words(place, *steps)
            elif ours and base != sent:
                was = elsewhere.get(place, [])
                asked = base if was and answered(was, base) == base else answered(ours, base)
                yield from self._words(place, sent, base, final, asked)
            else:
                yield from self._words(place, sent, base, final)
        yield from self._added()
        yield from self._moved()

    def _pending(self) -> tuple[dict[Place, list[SentParagraph]], dict[Place, list[SentParagraph]]]:
        """Return the paragraphs of places with pending changes of ours.

        Those of a place that we moved come apart: as it is now, and as it was elsewhere.
        """
        found: dict[Place, list[SentParagraph]] = {}
        for one in self.known.paragraphs:
            if one.place in self.known.texts:
                found.setdefault(one.place, []).append(one)
        here: dict[Place, list[SentParagraph]] = {}
        elsewhere: dict[Place, list[SentParagraph]] = {}
        for place, paragraphs in found.items():
            if all(one.mark is not None for one in paragraphs):
                here[place] = [one for one in paragraphs if not one.is_gone]
                elsewhere[place] = [one for one in paragraphs if one.is_gone]
            elif any(one.mark or any(kind for _, kind in one.pieces) for one in paragraphs):
                here[place] = paragraphs
        return here, elsewhere

    def _words(
        self, place: Place, sent: str, base: str, final: str, asked: str | None = None
    ) -> Iterator[AnswerChange]:
        """Yield the changes of one place; where both kinds touch, they count as unmarked.

        ``asked`` is what was sent with our own changes as the reader answered them.
        """
        asked = sent if asked is None else asked
        groups = _step([], edits(sent, asked), _Step.ANSWERED)
        groups = _step(groups, edits(asked, base), _Step.SILENT)
        grouping = Grouping.SPACES if self.final.has_many_authors(place) else Grouping.PHRASES
        groups = _step(groups, edits(base, final, grouping=grouping), _Step.MARKED)
        for group in groups:
            old, new = sent[group.start : group.end], final[group.now_start : group.now_end]
            if old != new:
                yield AnswerChange(
                    kind=AnswerKind.WORDS,
                    place=place,
                    start=group.start,
                    end=group.end,
                    old=old,
                    new=new,
                    is_marked=_Step.SILENT not in group.steps,
                    author=self.final.author_at(place, group.now_start, group.now_end)
                    if _Step.MARKED in group.steps
                    else None,
                )

    def _removed(self, place: Place, sent: str, *, is_marked: bool) -> AnswerChange:
        return AnswerChange(
            kind=AnswerKind.REMOVED,
            place=place,
            start=0,
            end=len(sent),
            old=sent,
            new="",
            is_marked=is_marked,
            author=self._remover(place),
        )

    def _remover(self, place: Place) -> str | None:
        """Return who took a place out with a mark: on its words, or by running them on."""
        base = self.base.texts.get(place)
        if base is None:
            return None
        return self.base.author_at(place, 0, len(base)) or self.final.author_at(place, 0, 0)

    def _added(self) -> Iterator[AnswerChange]:
        silent = {
            source for one in self.base.added if not one.is_restored for source in one.sources
        }
        for one in self.final.added:
            yield AnswerChange(
                kind=AnswerKind.ADDED,
                place=one.behind,
                start=0,
                end=0,
                old="",
                new=one.words,
                is_marked=silent.isdisjoint(one.sources),
                author=one.author,
            )

    def _moved(self) -> Iterator[AnswerChange]:
        for place, after in self.final.moved.items():
            words = self.known.texts[place]
            yield AnswerChange(
                kind=AnswerKind.MOVED,
                place=place,
                start=0,
                end=len(words),
                old=words,
                new=words,
                is_marked=place not in self.base.strayed,
                author=self.final.author_at(place, 0, len(self.final.texts[place])),
                after=after,
            )


class _Step(Enum):
    """How one wording became the next."""

    ANSWERED = auto()
    SILENT = auto()
    MARKED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Changes that touch: where they stand in the first wording and in the latest."""

    start: int
    end: int
    now_start: int
    now_end: int
    steps: frozenset[_Step]


def _step(groups: list[_Group], changes: Iterable[Edit], step: _Step) -> list[_Group]:
    """Return the changes so far and those of one more step, what touches as one."""
    found: list[_Group] = []
    to_sent = to_new = 0  # what leads from the wording between to the first and to the new one
    events = sorted(
        [(one.now_start, one.now_end, False, one) for one in groups]
        + [(one.old_start, one.old_end, True, one) for one in changes],
        key=lambda event: event[:3],
    )
    place = 0
    while place < len(events):
        low, high = events[place][:2]
        steps = frozenset[_Step]()
        sent_more = new_more = 0
        first = place
        while place < len(events) and (place == first or events[place][0] <= high):
            start, stop, _, one = events[place]
            high = max(high, stop)
            if isinstance(one, _Group):
                steps |= one.steps
                sent_more += (one.end - one.start) - (stop - start)
            else:
                steps |= {step}
                new_more += (one.new_end - one.new_start) - (stop - start)
            place += 1
        found.append(
            _Group(
                start=low + to_sent,
                end=high + to_sent + sent_more,
                now_start=low + to_new,
                now_end=high + to_new + new_more,
                steps=steps,
            )
        )
        to_sent += sent_more
        to_new += new_more
    return found
