"""Which paragraphs of a returned file belong to which place of what was sent.

First the paragraphs as they are without the reader's marks, since those are nearest to what was
sent: by their bookmarks, by their words, by likeness. Then, with all changes, each goes where the
words that it kept have been, and only what has none of them is looked up by its words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.textops.pairing import Paragraph, bag, paired
from pressdesk.word.answer_places import Place, PlaceKind, keys, named
from pressdesk.word.manifest import ANSWER_BOOKMARK, BOOKMARK, GONE_BOOKMARK
from pressdesk.word.views import ACCEPTED, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pressdesk.word.answer_places import Places
    from pressdesk.word.marked import MarkedParagraph
    from pressdesk.word.views import Seen

_ALIKE = 0.3
"""The share of words in common from which a paragraph can be the one that its bookmark names."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The place of a returned paragraph, and the number of the sent one that it is."""

    place: Place
    number: int


# By what they are


def owners_found(known: Places, shown: Sequence[Seen]) -> dict[int, Owner]:
    """Return the owners of the paragraphs of a file, boxes left out."""
    free = [number for number, one in enumerate(shown) if not named(one, ANSWER_BOOKMARK)]
    new = _keyed(known, [shown[number] for number in free])
    returned = {one.text for one in new}
    old = [
        Paragraph(
            text=one.earlier if one.earlier in returned and one.text not in returned else one.text,
            key=one.key,
        )
        for one in known.paragraphs
    ]
    owners: dict[int, Owner] = {}
    for pair in paired(old, new):
        for number, there in enumerate(pair.new if pair.old else ()):
            here = pair.old[min(number, len(pair.old) - 1)]
            owners[free[there]] = Owner(known.paragraphs[here].place, here)
    _take_by_name(known, shown, free, owners)
    return owners


def _keyed(known: Places, shown: Sequence[Seen]) -> list[Paragraph]:
    """Return what came back with the keys that can be trusted.

    A bookmark on the very words of another place, or on words that have nothing in common with
    those of its own, has got there by accident; it is asked again where nothing else is found.
    """
    of_words: dict[str, set[str | None]] = {}
    of_key: dict[str | None, str] = {}
    for one in known.paragraphs:
        for words in (one.text, one.earlier):
            of_words.setdefault(words, set()).add(one.key)
        of_key[one.key] = "".join(words for words, _ in one.pieces)
    counts: Counter[str] = Counter()
    found = []
    for seen in shown:
        words, key = seen.paragraph.text.plain, keys(seen, counts)
        if words in of_words:
            key = key if key in of_words[words] else None
        elif key in of_key and _common(of_key[key], words) < _ALIKE:
            key = None
        found.append(Paragraph(text=words, key=key))
    return found


def _common(one: str, other: str) -> float:
    """Return the share of the words of the shorter that the longer has as well."""
    bags = bag(one), bag(other)
    return (bags[0] & bags[1]).total() / max(1, min(bags[0].total(), bags[1].total()))


def _take_by_name(
    known: Places, shown: Sequence[Seen], free: Sequence[int], owners: dict[int, Owner]
) -> None:
    """Give paragraphs of new words to the place that their bookmark names, if that is free.

    A name that stands again in a paragraph beside it is a split.
    """
    numbers: dict[str, int] = {}
    for number, one in enumerate(known.paragraphs):
        if one.place.kind is not PlaceKind.COVER:
            numbers.setdefault(
                (GONE_BOOKMARK if one.is_gone else BOOKMARK) + one.place.anchor, number
            )
    taken = {owner.place for owner in owners.values()}
    for number in free:
        if number in owners:
            continue
        names = (f"{one}{named(shown[number], one)}" for one in (BOOKMARK, GONE_BOOKMARK))
        sent = next((numbers[name] for name in names if name in numbers), None)
        if sent is None:
            continue
        place = known.paragraphs[sent].place
        beside = {owners[near].place for near in (number - 1, number + 1) if near in owners}
        if place not in taken or place in beside:
            owners[number] = Owner(place, sent)
            taken.add(place)


# By what they were


def owners_followed(
    known: Places,
    paragraphs: Sequence[MarkedParagraph],
    shown: Sequence[Seen],
    before: View,
    base: Mapping[int, Owner],
) -> dict[int, Owner]:
    """Return the owners of paragraphs by those that their words had before.

    ``base`` are the owners of paragraphs without the reader's marks, by their places in the file.
    """
    owners: dict[int, Owner] = {}
    left: list[int] = []
    for number, one in enumerate(shown):
        sizes = {source: kept(paragraphs[source], before) for source in one.sources}
        best = max(sizes, key=lambda source: sizes[source])
        if sizes[best] and best in base:
            owners[number] = base[best]
        elif not sizes[best] and not named(one, ANSWER_BOOKMARK):
            left.append(number)
    numbers = {owner.number for owner in owners.values()}
    new: list[int] = []
    for number in left:
        was = (base.get(source) for source in shown[number].sources)
        owner = next((one for one in was if one is not None and one.number not in numbers), None)
        if owner is None:
            new.append(number)
        else:
            owners[number] = owner
            numbers.add(owner.number)
    owners.update(_found_anew(known, shown, new, owners))
    return owners


def _found_anew(
    known: Places, shown: Sequence[Seen], new: Sequence[int], owners: Mapping[int, Owner]
) -> Iterator[tuple[int, Owner]]:
    """Yield the owners of new paragraphs that are like those of places nobody has: they moved."""
    taken = {owner.place for owner in owners.values()}
    missing = [
        number
        for number, one in enumerate(known.paragraphs)
        if one.place not in taken and not one.is_gone
    ]
    if not new or not missing:
        return
    old = [Paragraph(text=known.paragraphs[number].text) for number in missing]
    came = [Paragraph(text=shown[number].paragraph.text.plain) for number in new]
    for pair in paired(old, came):
        for place, there in enumerate(pair.new if pair.old else ()):
            here = missing[pair.old[min(place, len(pair.old) - 1)]]
            yield new[there], Owner(known.paragraphs[here].place, here)


def kept(paragraph: MarkedParagraph, before: View) -> int:
    """Return how many letters and signs of a paragraph stood there before, and still do."""
    return sum(
        len(span.text.strip())
        for span in paragraph.spans
        if not span.changes or (before.shows(span.changes) and ACCEPTED.shows(span.changes))
    )
