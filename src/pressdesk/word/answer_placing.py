"""A returned file sorted into the places of what was sent, in one view of its changes."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from pressdesk.textops.longest_order import heaviest_in_order
from pressdesk.word.answer_owners import kept, owners_followed, owners_found
from pressdesk.word.answer_pending import answered
from pressdesk.word.answer_places import Place, PlaceKind, named
from pressdesk.word.lines import TITLE
from pressdesk.word.manifest import ANSWER_BOOKMARK
from pressdesk.word.views import ACCEPTED, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pressdesk.word.answer_owners import Owner
    from pressdesk.word.answer_places import Places
    from pressdesk.word.marked import Changes, MarkedParagraph
    from pressdesk.word.reading import MarkedDocument
    from pressdesk.word.views import Seen

_FIRST = Place(kind=PlaceKind.TITLE, anchor=TITLE)
"""Behind what stands what comes before everything: the title, which every release has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A paragraph that has no place of its own; it stands ``behind`` one.

    ``is_restored`` tells that we took it out and that it, or a part, is there again as it was.
    ``sources`` are the places in the file of the paragraphs whose words it has.
    """

    behind: Place
    words: str
    author: str | None
    is_restored: bool
    sources: frozenset[int]


@dataclass(slots=True)
class _Authors:
    """Who changed what in the words of one place."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add(self, start: int, end: int, name: str) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.names.append(name)

    def nearest(self, start: int, end: int) -> str | None:
        """Return the first who changed something from ``start`` to ``end``, else the nearest.

        A diff may say of the second of two spaces what was done to the first.
        """
        place = bisect_left(self.ends, start)
        if place == len(self.names):
            return self.names[-1] if self.names else None
        if (
            place
            and self.starts[place] > end
            and start - self.ends[place - 1] < self.starts[place] - end
        ):
            place -= 1
        return self.names[place]


@dataclass(slots=True)
class PlacedText:
    """A returned file in one view: the words of every place, and what has none.

    ``moved`` are the places that stand elsewhere than we put them, with the place before them
    now; ``strayed`` those that stand neither there nor where they were before. ``boxes`` are (id
    of the quote, what was written, by whom); ``owners`` go by the places of the paragraphs in the file.
    """

    texts: dict[Place, str] = field(default_factory=dict)
    added: list[Added] = field(default_factory=list)
    moved: dict[Place, Place | None] = field(default_factory=dict)
    strayed: frozenset[Place] = frozenset()
    boxes: list[tuple[str, str, str | None]] = field(default_factory=list)
    spans: dict[Place, list[tuple[int, Seen]]] = field(default_factory=dict)
    authors: dict[Place, _Authors] = field(default_factory=dict)
    likeness: float = 0.0
    owners: dict[int, Owner] = field(default_factory=dict)

    def has_many_authors(self, place: Place) -> bool:
        """Return whether several people changed a place with marks."""
        authors = self.authors.get(place)
        return authors is not None and len(set(authors.names)) > 1

    def author_at(self, place: Place, start: int, end: int) -> str | None:
        """Return who changed, with a mark, what stands from ``start`` to ``end`` or next to it."""
        authors = self.authors.get(place)
        return None if authors is None else authors.nearest(start, end)


def placed_before(known: Places, returned: MarkedDocument, before: View) -> PlacedText:
    """Return a file as it is without its reader's changes; ``before`` accepts ours alone."""
    shown = _with_words(returned.seen(before))
    owners = owners_found(known, shown)
    return _Placing(known, returned.paragraphs, before, before).placed(shown, owners)


def placed_after(
    known: Places, returned: MarkedDocument, before: View, base: PlacedText
) -> PlacedText:
    """Return a file with all its changes; ``base`` is what it was without its reader's."""
    shown = _with_words(returned.seen(ACCEPTED))
    owners = owners_followed(known, returned.paragraphs, shown, before, base.owners)
    return _Placing(known, returned.paragraphs, ACCEPTED, before, base.owners).placed(shown, owners)


def _with_words(shown: Iterable[Seen]) -> list[Seen]:
    return [one for one in shown if one.paragraph.text]


@dataclass(slots=True)
class _Placing:
    """One view of a file being sorted into places.

    ``before`` accepts our changes alone; ``earlier`` are the owners that paragraphs had there.
    """

    known: Places
    paragraphs: Sequence[MarkedParagraph]
    view: View
    before: View
    earlier: Mapping[int, Owner] = field(default_factory=dict)
    text: PlacedText = field(default_factory=PlacedText)
    _lines: dict[Place, list[str]] = field(default_factory=dict)
    _lengths: Counter[Place] = field(default_factory=Counter)

    def placed(self, shown: Sequence[Seen], paired_with: Mapping[int, Owner]) -> PlacedText:
        """Return the view, its paragraphs paired with sent ones as given."""
        self.text.likeness = self._likeness(paired_with.values())
        owners = _kept_together(self.known, shown, paired_with)
        order = {place: number for number, place in enumerate(self.known.texts)}
        ordered = [(one.place, order[one.place]) for one in owners.values() if one.place in order]
        moved = self._out_of_order(ordered)
        self.text.strayed = self._out_of_order([(o.place, o.number) for o in owners.values()])
        before: Place | None = None
        for number, one in enumerate(shown):
            owner = owners.get(number)
            if owner is not None:
                self.text.owners.update(dict.fromkeys(one.sources, owner))
            if owner is None or owner.place not in order:
                self._take_loose(one, before, paired_with.get(number))
                continue
            if owner.place.kind is PlaceKind.COVER:
                self._take_label(owner.place, one.paragraph.text.plain)
            elif owner.place in moved and owner.place not in self._lines:
                self.text.moved[owner.place] = before
            self._take(owner.place, one)
            before = owner.place
        self.text.texts = {place: "\n".join(lines) for place, lines in self._lines.items()}
        return self.text

    def _likeness(self, owners: Iterable[Owner]) -> float:
        found = {owner.number for owner in owners}
        sent = [number for number, one in enumerate(self.known.paragraphs) if not one.is_gone]
        return len(found.intersection(sent)) / max(1, len(sent))

    def _out_of_order(self, found: Sequence[tuple[Place, int]]) -> frozenset[Place]:
        """Return the places that must have moved, given each with its rank in the order of old."""
        first: dict[Place, int] = {}
        for place, rank in found:
            first.setdefault(place, rank)
        weights = [1 + len(self.known.texts.get(place, "")) for place in first]
        stays = set(heaviest_in_order(list(first.values()), weights))
        return frozenset(place for number, place in enumerate(first) if number not in stays)

    def _take(self, place: Place, one: Seen) -> None:
        offset = self._lengths[place]
        words = one.paragraph.text.plain
        self._lengths[place] += len(words) + 1
        self._lines.setdefault(place, []).append(words)
        self.text.spans.setdefault(place, []).append((offset, one))
        self._take_authors(place, one, offset)

    def _take_authors(self, place: Place, one: Seen, offset: int) -> None:
        """Take who changed what; a line that ran on is missed in its old place as well."""
        for source, start, end, name in self._changed(one, offset):
            self.text.authors.setdefault(place, _Authors()).add(start, end, name)
            earlier = self.earlier.get(source)
            if earlier is not None and earlier.place != place:
                here = max(0, self._lengths[earlier.place] - 1)
                self.text.authors.setdefault(earlier.place, _Authors()).add(here, here, name)

    def _take_loose(self, one: Seen, before: Place | None, sent: Owner | None) -> None:
        words = one.paragraph.text.plain
        box = named(one, ANSWER_BOOKMARK) or (before and self.known.boxes.get(before))
        author = next((name for *_, name in self._changed(one, 0)), None)
        if box:
            self.text.boxes.append((box, words, author))
            return
        restored = None if sent is None else self.known.paragraphs[sent.number]
        added = Added(
            behind=before or _FIRST,
            words=words,
            author=author,
            is_restored=restored is not None
            and restored.is_gone
            and answered((restored,), words) == words,
            sources=frozenset(
                source for source in one.sources if kept(self.paragraphs[source], self.before)
            ),
        )
        self.text.added.append(added)

    def _take_label(self, place: Place, words: str) -> None:
        """Take what somebody wrote behind the label instead of into the box."""
        box, label = self.known.boxes.get(place), self.known.texts[place]
        if box and words != label and words.startswith(label):
            self.text.boxes.append((box, words.removeprefix(label).strip(), None))

    def _changed(self, one: Seen, offset: int) -> Iterator[tuple[int, int, int, str]]:
        """Yield who changed what of which source; what is not shown stands between two words."""
        here = offset
        for source, following in zip_longest(one.sources, one.sources[1:]):
            paragraph = self.paragraphs[source]
            for span in paragraph.spans:
                size = len(span.text) if self.view.shows(span.changes) else 0
                name = self._reader_of((*paragraph.within, *span.changes))
                if name is not None:
                    yield source, here, here + size, name
                here += size
            name = self._reader_of(paragraph.mark)
            if name is not None:
                yield source, here, here, name
                if following is not None:
                    yield following, here, here, name

    def _reader_of(self, changes: Changes) -> str | None:
        """Return the author of the last of ``changes`` that is not ours."""
        names = (one.author for one in reversed(changes) if not self.before.is_accepted(one))
        return next(names, None)


def _kept_together(
    known: Places, shown: Sequence[Seen], owners: Mapping[int, Owner]
) -> dict[int, Owner]:
    """Return the owners such that the paragraphs of each place stand in a row.

    What is strewn about is no longer of its place; what was put in between is. Where something
    that we moved stands in both places, the new one counts.
    """

    def weight(stretch: list[int]) -> tuple[int, int]:
        sizes = {number: len(shown[number].paragraph.text.plain) for number in stretch}
        gone = [n for n in stretch if known.paragraphs[owners[n].number].is_gone]
        return sum(sizes.values()) - sum(sizes[n] for n in gone), sum(sizes.values())

    owners = _taken_in(known, owners)
    stretches: dict[Place, list[list[int]]] = {}
    last: Place | None = None
    for number in sorted(owners):
        place = owners[number].place
        found = stretches.setdefault(place, [])
        if place != last or not found:
            found.append([])
        found[-1].append(number)
        last = place
    together: dict[int, Owner] = {}
    for found in stretches.values():
        longest = max(found, key=weight)
        for number in range(longest[0], longest[-1] + 1):
            together[number] = owners.get(number, owners[longest[0]])
    return dict(sorted(together.items()))


def _taken_in(known: Places, owners: Mapping[int, Owner]) -> dict[int, Owner]:
    """Return the owners such that what was moved into the middle of a place belongs to it.

    What stands next to a place on the page is not meant: then a line of the place has moved.
    """
    rank = {place: number for number, place in enumerate(known.texts)}
    stretches = [
        (place, list(numbers))
        for place, numbers in groupby(sorted(owners), key=lambda number: owners[number].place)
    ]
    times = Counter(place for place, _ in stretches)
    found = dict(owners)
    for (before, first), (inner, numbers), (after, _) in zip(
        stretches, stretches[1:], stretches[2:], strict=False
    ):
        is_far = abs(rank.get(before, -1) - rank.get(inner, -1)) > 1
        if before == after and times[inner] == 1 and is_far:
            found.update(dict.fromkeys(numbers, owners[first[-1]]))
    return found
