"""The ways to see tracked changes: all accepted, all rejected, or any mixture."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.word.document import WordParagraph
from pressdesk.word.marked import Cover, Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pressdesk.word.marked import Change, Changes, Look, MarkedParagraph, Span

LINE_BREAK = "\n"
CHANGES = frozenset(
    [
        "w:ins",
        "w:del",
        "w:moveFrom",
        "w:moveTo",
        "w:rPrChange",
        "w:pPrChange",
        "w:tblPrChange",
        "w:trPrChange",
        "w:tcPrChange",
        "w:sectPrChange",
        "w:numberingChange",
        "w:cellIns",
        "w:cellDel",
        "w:cellMerge",
        "w:tblPrExChange",
        "w:tblGridChange",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One way to see tracked changes: which of them count as accepted; the others as rejected."""

    is_accepted: Callable[[Change], bool]

    def shows(self, changes: Changes) -> bool:
        """Return whether what hangs on ``changes`` is there."""
        return all(self.is_accepted(one) is one.is_coming for one in changes)


def _always(_: Change) -> bool:
    return True


def _never(_: Change) -> bool:
    return False


ACCEPTED = View(is_accepted=_always)
REJECTED = View(is_accepted=_never)


def with_accepted(changes: Iterable[Change]) -> View:
    """Return the view in which these changes are accepted and all others rejected."""
    numbers = frozenset(one.number for one in changes)
    return View(is_accepted=lambda change: change.number in numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A paragraph as one view has it, and where it comes from.

    ``sources`` are the places of the marked paragraphs that run together in it; ``notes`` the
    notes that it refers to. Bookmarks and comments are counted in code points of its words.
    """

    paragraph: WordParagraph
    sources: tuple[int, ...]
    bookmarks: tuple[Cover, ...] = ()
    comments: tuple[Cover, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


def seen(paragraphs: Sequence[MarkedParagraph], view: View) -> Iterator[Seen]:
    """Yield the paragraphs that are there in ``view``, those without an end run together.

    The last end of a flow cannot go: where nothing follows that could take the words in, they are
    a paragraph of their own, and a line that is left empty is gone.
    """
    last = {paragraph.flow: place for place, paragraph in enumerate(paragraphs)}
    unfinished: dict[int, _Gathered] = {}
    for place, paragraph in enumerate(paragraphs):
        flow = paragraph.flow
        if view.shows(paragraph.within):
            for cut in paragraph.interrupts:
                yield from _rest(unfinished, cut)
            gathered = unfinished.pop(flow, None) or _Gathered()
            gathered.take(place, paragraph, view)
            if view.shows(paragraph.mark) and not paragraph.runs_on:
                yield gathered.seen()
            else:
                unfinished[flow] = gathered
        if last[flow] == place:
            yield from _rest(unfinished, flow)


def _rest(unfinished: dict[int, _Gathered], flow: int) -> Iterator[Seen]:
    gathered = unfinished.pop(flow, None)
    if gathered is not None and gathered.pieces:
        yield gathered.seen()


@dataclass(slots=True)
class _Gathered:
    """What will be one paragraph."""

    setting: Setting = field(default_factory=Setting)
    sources: list[int] = field(default_factory=list)
    pieces: list[tuple[str, Look]] = field(default_factory=list)
    covers: list[tuple[list[Cover], Cover]] = field(default_factory=list)
    bookmarks: list[Cover] = field(default_factory=list)
    comments: list[Cover] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    length: int = 0

    def take(self, place: int, paragraph: MarkedParagraph, view: View) -> None:
        """Add what ``view`` shows of a paragraph, whose setting becomes that of the whole."""
        self.sources.append(place)
        self.setting = paragraph.setting
        if paragraph.earlier_setting is not None and not _are_accepted(paragraph, view):
            self.setting = paragraph.earlier_setting
        places = [self.length]
        changes: Changes = ()
        is_shown = True
        for span in paragraph.spans:
            if span.changes is not changes:
                changes = span.changes
                is_shown = view.shows(changes)
            if is_shown:
                self._take_span(span, view)
            places.append(self.length)
        for covers, found in (
            (self.bookmarks, paragraph.bookmarks),
            (self.comments, paragraph.comments),
        ):
            covers.extend(
                Cover(name=one.name, start=places[one.start], end=places[one.end]) for one in found
            )

    def _take_span(self, span: Span, view: View) -> None:
        if span.note is not None:
            self.notes.append(span.note)
        if span.text:
            look = span.look
            change, earlier = span.reformatted, span.earlier_look
            if change is not None and earlier is not None and not view.is_accepted(change):
                look = earlier
            self.pieces.append((span.text, look))
            self.length += len(span.text)

    def seen(self) -> Seen:
        """Return it as a paragraph."""
        text, line_breaks = _text(self.pieces)
        return Seen(
            paragraph=WordParagraph(
                text=text,
                style=self.setting.style,
                heading_level=self.setting.heading_level,
                is_list_item=self.setting.is_list_item and self.setting.heading_level is None,
                line_breaks=line_breaks,
            ),
            sources=tuple(self.sources),
            bookmarks=tuple(_joined(self.bookmarks, len(text.plain))),
            comments=tuple(_joined(self.comments, len(text.plain))),
            notes=tuple(self.notes),
        )


def _are_accepted(paragraph: MarkedParagraph, view: View) -> bool:
    return all(map(view.is_accepted, paragraph.reformatted))


def _joined(covers: list[Cover], length: int) -> Iterator[Cover]:
    """Yield the covers, those of one name that follow one another as one, within the words."""
    found: dict[str, Cover] = {}
    for one in covers:
        cover = Cover(name=one.name, start=min(one.start, length), end=min(one.end, length))
        earlier = found.get(cover.name)
        if earlier is not None and earlier.end == cover.start:
            cover = Cover(name=cover.name, start=earlier.start, end=cover.end)
        elif earlier is not None:
            yield earlier
        found[cover.name] = cover
    yield from found.values()


def _text(pieces: list[tuple[str, Look]]) -> tuple[Text, tuple[int, ...]]:
    """Return the words as a text with marks, and where its line breaks stood."""
    raw = "".join(words for words, _ in pieces)
    line_breaks = [place for place, sign in enumerate(raw) if sign == LINE_BREAK]
    plain = Text.of(raw).plain
    breaks = tuple(place for place in line_breaks if plain[place : place + 1] == " ")
    spans: list[tuple[int, int, Look]] = []
    length = 0
    for words, look in pieces:
        spans.append((length, length + len(words), look))
        length += len(words)
    if not any(look.is_strong or look.is_emphasis or look.target for _, _, look in spans):
        return Text(plain), breaks
    return Text(plain, tuple(_marks(spans, len(plain)))), breaks


def _marks(spans: list[tuple[int, int, Look]], length: int) -> Iterator[Mark]:
    """Yield the marks, each as long as its neighbours share it, in the order of their starts."""
    found = [mark for mark_kind in MarkKind for mark in _marks_of(mark_kind, spans, length)]
    yield from sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind))


def _marks_of(
    mark_kind: MarkKind, spans: list[tuple[int, int, Look]], length: int
) -> Iterator[Mark]:
    for (is_set, target), run in groupby(spans, key=lambda span: _setting(span[2], mark_kind)):
        covered = tuple(run)
        start, end = covered[0][0], min(covered[-1][1], length)
        if is_set and start < end:
            yield Mark(start=start, end=end, kind=mark_kind, target=target)


def _setting(look: Look, mark_kind: MarkKind) -> tuple[bool, str | None]:
    if mark_kind is MarkKind.LINK:
        return look.target is not None, look.target
    return (look.is_strong if mark_kind is MarkKind.STRONG else look.is_emphasis), None
