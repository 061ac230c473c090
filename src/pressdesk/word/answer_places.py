"""What was sent, place by place, with our own changes still open in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.word.lines import FACTS, LEAD, TITLE
from pressdesk.word.manifest import ANSWER_BOOKMARK, BOOKMARK, GONE_BOOKMARK
from pressdesk.word.marked import ChangeKind
from pressdesk.word.views import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressdesk.word.marked import Change, Changes, MarkedParagraph
    from pressdesk.word.reading import MarkedDocument
    from pressdesk.word.views import Seen

_COVER_STYLES = frozenset(
    ("Review Heading", "Review Note", "Review Code", "Answer Label", "Answer Box", "Answer End")
)
_LABEL_STYLE = "Answer Label"


class PlaceKind(StrEnum):
    """What a place holds; the cover is what the document says about itself."""

    TITLE = "title"
    LEAD = "lead"
    BLOCK = "block"
    FACTS = "facts"
    COVER = "cover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the page. ``anchor`` is a block's or a boilerplate's id for a block.

    Facts and the lines of the cover have a place each; their anchors count them.
    """

    kind: PlaceKind
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentParagraph:
    """A paragraph of what was sent, whatever becomes of our changes in it.

    ``pieces`` are words and our change that they hang on; ``mark`` is that of the paragraph's
    end: with it the whole paragraph comes or goes. ``key`` is the same for nothing else.
    """

    place: Place
    pieces: tuple[tuple[str, ChangeKind | None], ...]
    mark: ChangeKind | None = None
    key: str | None = None

    @property
    def is_gone(self) -> bool:
        """Whether we took the whole paragraph out."""
        return self.mark is ChangeKind.DELETE

    @property
    def text(self) -> str:
        """Its words with our changes accepted; of one that we took out, as they were."""
        return self.earlier if self.is_gone else self._without(ChangeKind.DELETE)

    @property
    def earlier(self) -> str:
        """Its words with our changes rejected."""
        return self._without(ChangeKind.INSERT)

    def _without(self, kind: ChangeKind) -> str:
        return "".join(words for words, change in self.pieces if change is not kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    r"""What was sent.

    Shape: ``texts`` are the words of every place in order, our changes accepted, paragraphs
    parted by ``\n``; ``paragraphs`` has those as well that we took out. ``boxes`` are the ids of
    asked quotes by the place of the label above their box.
    """

    texts: Mapping[Place, str]
    paragraphs: tuple[SentParagraph, ...]
    boxes: Mapping[Place, str]


def _is_coming(change: Change) -> bool:
    return change.is_coming


_ALL_THERE = View(is_accepted=_is_coming)
"""The view in which nothing is missing: neither what came nor what went."""


def places_in(sent: MarkedDocument) -> Places:
    """Return the places of a review document of ours."""
    texts: dict[Place, list[str]] = {}
    paragraphs: list[SentParagraph] = []
    boxes: dict[Place, str] = {}
    counts: Counter[str] = Counter()
    label: Place | None = None
    marked = sent.paragraphs
    for number, one in enumerate(sent.seen(_ALL_THERE)):
        style = one.paragraph.style
        if style in _COVER_STYLES:
            place = Place(kind=PlaceKind.COVER, anchor=str(number))
            box = named(one, ANSWER_BOOKMARK)
            if box and label is not None:
                boxes[label] = box
            label = place if style == _LABEL_STYLE else label
        else:
            place = _place(named(one, BOOKMARK) or named(one, GONE_BOOKMARK), number)
        paragraph = _sent_paragraph(
            place, [marked[source] for source in one.sources], keys(one, counts)
        )
        if not paragraph.text.strip():
            continue
        paragraphs.append(paragraph)
        if not paragraph.is_gone:
            texts.setdefault(place, []).append(paragraph.text)
    return Places(
        texts={place: "\n".join(lines) for place, lines in texts.items()},
        paragraphs=tuple(paragraphs),
        boxes=boxes,
    )


def named(one: Seen, prefix: str) -> str | None:
    """Return the anchor that a bookmark of ours gives to a paragraph, by most of its words.

    Where a paragraph is not there, its bookmark is left without words in the next one, and says
    nothing of that; the bookmark of a box has no words to begin with.
    """
    covers = [cover for cover in one.bookmarks if cover.name.startswith(prefix)]
    if prefix != ANSWER_BOOKMARK:
        covers = [cover for cover in covers if cover.start < cover.end]
    if not covers:
        return None
    return max(covers, key=lambda cover: cover.end - cover.start).name.removeprefix(prefix)


def keys(one: Seen, counts: Counter[str]) -> str | None:
    """Return the key of a paragraph by its bookmark, counted on; None without a bookmark.

    Facts have none of their own: all of them stand under one name.
    """
    for prefix in (BOOKMARK, GONE_BOOKMARK):
        anchor = named(one, prefix)
        if anchor is not None and anchor != FACTS:
            name = f"{prefix}{anchor}"
            counts[name] += 1
            return f"{name}#{counts[name]}"
    return None


def _sent_paragraph(
    place: Place, marked: Sequence[MarkedParagraph], key: str | None
) -> SentParagraph:
    spans = (span for paragraph in marked for span in paragraph.spans)
    return SentParagraph(
        place=place,
        pieces=tuple((span.text, _kind(span.changes)) for span in spans if span.text),
        mark=_kind(marked[-1].mark),
        key=None if place.kind is PlaceKind.COVER else key,
    )


def _kind(changes: Changes) -> ChangeKind | None:
    return changes[0].kind if changes else None


def _place(anchor: str | None, number: int) -> Place:
    if anchor is None or anchor == FACTS:
        return Place(kind=PlaceKind.FACTS, anchor=f"{FACTS}{number}")
    kinds = {TITLE: PlaceKind.TITLE, LEAD: PlaceKind.LEAD}
    return Place(kind=kinds.get(anchor, PlaceKind.BLOCK), anchor=anchor)
