"""Which paragraphs of two texts are the same ones: kept, changed, moved, split, run together.

In this order: by their id; by their words; by likeness, first within their neighbourhood and then
anywhere. Time grows like n log n, because a paragraph is compared only with those few that share
its rarest words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.textops.alignment import aligned, numbered
from pressdesk.textops.diff_tokens import diff_tokens, is_word
from pressdesk.textops.longest_order import heaviest_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_RAREST = 12
_MOST_SHARING = 24
_MOST_CANDIDATES = 8
"""How many of a paragraph's rarest words are looked up, in how many others, and how many of those
are compared with it."""
_ALIKE_HERE = 0.3
_ALIKE_ANYWHERE = 0.6
"""The share of words in common from which two paragraphs are one, between the same neighbours and
elsewhere."""
_PART = 0.7
_FEWEST_OF_PART = 3
"""The share of a paragraph's words that come from another for it to be a part of that, and how
many words it has at least, unless the other begins or ends with just these."""
_MOST_WORDS = 4_000
"""Words of one paragraph that are looked at for likeness; the first of them tell enough."""


class PairKind(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph to be paired; ``key`` is an id that stays with it, where there is one."""

    text: str
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Paragraphs that belong together.

    Shape: places on either side, in order; several on one side where a paragraph was split or
    some were run together; none on the old side of what was added, or the new side of what was
    removed. What moved may be changed as well.
    """

    kind: PairKind
    old: tuple[int, ...]
    new: tuple[int, ...]


def paired(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[Pair, ...]:
    """Return what became of every paragraph.

    Shape: in the order of ``new``; what was removed stands behind what stood before it in ``old``.
    Every place of either side is in exactly one pair.
    """
    pairing = _Pairing(old, new)
    pairing.by_key()
    pairing.by_words()
    pairing.by_likeness()
    groups = _parts_joined(pairing)
    return tuple(_displayed(old, new, groups))


class _Pairing:
    """One pairing in the making: which old place each new place has, and the other way round."""

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        self.old = old
        self.new = new
        self.old_of: dict[int, int] = {}
        self.new_of: dict[int, int] = {}
        self._bags: dict[str, Counter[str]] = {}

    def join(self, here: int, there: int) -> None:
        """Take two paragraphs for one."""
        self.old_of[there] = here
        self.new_of[here] = there

    def free(self) -> tuple[list[int], list[int]]:
        """Return the places on either side that have no partner yet."""
        return (
            [place for place in range(len(self.old)) if place not in self.new_of],
            [place for place in range(len(self.new)) if place not in self.old_of],
        )

    def bag(self, text: str) -> Counter[str]:
        """Return the words of a paragraph and how often they stand in it."""
        found = self._bags.get(text)
        if found is None:
            found = self._bags[text] = bag(text)
        return found

    def by_key(self) -> None:
        """Join paragraphs of one id; an id that stands twice on a side is none."""
        old = _once(self.old)
        for key, there in _once(self.new).items():
            if key in old:
                self.join(old[key], there)

    def by_words(self) -> None:
        """Join paragraphs of the same words: those in order first, then those that moved."""
        here, there = self.free()
        before, after = numbered(
            [self.old[place].text for place in here], [self.new[place].text for place in there]
        )
        for one, other in _kept(before, after):
            self.join(here[one], there[other])
        left: dict[str, list[int]] = {}
        here, there = self.free()
        for place in reversed(here):
            left.setdefault(self.old[place].text, []).append(place)
        for place in there:
            same = left.get(self.new[place].text)
            if same:
                self.join(same.pop(), place)

    def by_likeness(self) -> None:
        """Join paragraphs that share most of their words, the likest first."""
        here, there = self.free()
        gaps_old, gaps_new = self._gaps()
        found = []
        for one, other, likeness in self._candidates(here, there):
            is_here = gaps_old[one] == gaps_new[other]
            if likeness >= (_ALIKE_HERE if is_here else _ALIKE_ANYWHERE):
                found.append((-likeness - 0.1 * is_here, abs(one - other), one, other))
        for _, _, one, other in sorted(found):
            if one not in self.new_of and other not in self.old_of:
                self.join(one, other)

    def _gaps(self) -> tuple[list[int], list[int]]:
        """Return for each place the number of the joined pair before it, in order on both sides."""
        joined = sorted(self.old_of.items())
        kept = heaviest_in_order([here for _, here in joined], [1] * len(joined))
        in_order = [joined[place] for place in kept]
        return (
            _numbers_before(len(self.old), [here for _, here in in_order]),
            _numbers_before(len(self.new), [there for there, _ in in_order]),
        )

    def _candidates(
        self, here: Sequence[int], there: Sequence[int]
    ) -> Iterator[tuple[int, int, float]]:
        """Yield pairs worth comparing, and how alike they are."""
        holders: dict[str, list[int]] = {}
        for place in here:
            for word in self.bag(self.old[place].text):
                holders.setdefault(word, []).append(place)
        for place in there:
            bag = self.bag(self.new[place].text)
            shared = sorted(
                (word for word in bag if word in holders), key=lambda word: len(holders[word])
            )
            votes: Counter[int] = Counter()
            for word in shared[:_RAREST]:
                near = holders[word]
                votes.update(near if len(near) <= _MOST_SHARING else _nearest(near, place))
            for one, _ in votes.most_common(_MOST_CANDIDATES):
                yield one, place, likeness(self.bag(self.old[one].text), bag)


def bag(text: str) -> Counter[str]:
    """Return the words of a paragraph and how often they stand in it."""
    return Counter(token for token in diff_tokens(text[: _MOST_WORDS * 8]) if is_word(token))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that two paragraphs have in common, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _once(side: Sequence[Paragraph]) -> dict[str, int]:
    times = Counter(one.key for one in side)
    return {
        one.key: place
        for place, one in enumerate(side)
        if one.key is not None and times[one.key] == 1
    }


def _kept(before: Sequence[int], after: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the places that an alignment keeps."""
    here = there = 0
    for change in aligned(before, after):
        yield from zip(range(here, change.old_start), range(there, change.new_start), strict=True)
        here, there = change.old_end, change.new_end
    yield from zip(range(here, len(before)), range(there, len(after)), strict=True)


def _numbers_before(length: int, places: Iterable[int]) -> list[int]:
    marks = [0] * (length + 1)
    for place in places:
        marks[place] = 1
    number = 0
    numbers = []
    for place in range(length):
        number += marks[place]
        numbers.append(number)
    return numbers


def _nearest(places: Sequence[int], place: int) -> Sequence[int]:
    """Return those of many places, given in order, that lie around ``place``."""
    middle = bisect_left(places, place)
    first = max(0, min(middle - _MOST_SHARING // 2, len(places) - _MOST_SHARING))
    return places[first : first + _MOST_SHARING]


Group = tuple[tuple[int, ...], tuple[int, ...]]


def _parts_joined(pairing: _Pairing) -> list[Group]:
    """Return the groups of paragraphs, those that were split or run together as one."""
    free_old, free_new = pairing.free()
    new_parts = _parts(pairing, free_new, pairing.new, pairing.old_of, pairing.old)
    old_parts = _parts(pairing, free_old, pairing.old, pairing.new_of, pairing.new)
    groups: list[Group] = []
    for there, here in sorted(pairing.old_of.items()):
        groups.append(
            (
                tuple(sorted((here, *old_parts.get(here, ())))),
                tuple(sorted((there, *new_parts.get(there, ())))),
            )
        )
    taken_old = {place for group, _ in groups for place in group}
    taken_new = {place for _, group in groups for place in group}
    groups.extend(((place,), ()) for place in free_old if place not in taken_old)
    groups.extend(((), (place,)) for place in free_new if place not in taken_new)
    return groups


def _parts(
    pairing: _Pairing,
    free: Sequence[int],
    side: Sequence[Paragraph],
    partner_of: dict[int, int],
    others: Sequence[Paragraph],
) -> dict[int, list[int]]:
    """Return for paragraphs of ``side`` that have a partner the free neighbours split off them.

    A neighbour is a part where its words stand in the partner and not in what has it already.
    """
    found: dict[int, list[int]] = {}
    rest: dict[int, Counter[str]] = {}
    owner: dict[int, int] = {}
    waiting = [*free, *reversed(free)]  # from either end, so that parts of parts are found
    for place in waiting:
        bag = pairing.bag(side[place].text)
        if place in owner or not bag:
            continue
        for near in (place - 1, place + 1):
            head = owner.get(near, near)
            if head not in partner_of:
                continue
            whole = others[partner_of[head]].text
            if head not in rest:
                rest[head] = pairing.bag(whole) - pairing.bag(side[head].text)
            shared = (bag & rest[head]).total()
            is_enough = bag.total() >= _FEWEST_OF_PART or _is_end_of(side[place].text, whole)
            if is_enough and shared >= _PART * bag.total():
                rest[head] = rest[head] - bag
                owner[place] = head
                found.setdefault(head, []).append(place)
                break
    return found


def _is_end_of(part: str, whole: str) -> bool:
    """Return whether a paragraph begins or ends with the words of another."""
    words = part.strip()
    return whole.strip().startswith(words) or whole.strip().endswith(words)


def _displayed(
    old: Sequence[Paragraph], new: Sequence[Paragraph], groups: Sequence[Group]
) -> Iterator[Pair]:
    joined = sorted((group for group in groups if group[0] and group[1]), key=lambda one: one[1])
    weights = [1 + sum(len(old[place].text) for place in group[0]) for group in joined]
    kept = set(heaviest_in_order([group[0][0] for group in joined], weights))
    stays = {group for number, group in enumerate(joined) if number in kept}
    behind: dict[int, list[int]] = {}
    anchor = -1
    owner = {place: group for group in groups for place in group[0]}
    for place in range(len(old)):
        group = owner[place]
        if not group[1]:
            behind.setdefault(anchor, []).append(place)
        elif group in stays:
            anchor = group[1][-1]
    yield from _removed(behind.pop(-1, ()))
    shown = sorted((group for group in groups if group[1]), key=lambda one: one[1])
    for group in shown:
        yield Pair(kind=_kind(old, new, group, is_kept=group in stays), old=group[0], new=group[1])
        yield from _removed(behind.pop(group[1][-1], ()))


def _removed(places: Iterable[int]) -> Iterator[Pair]:
    return (Pair(kind=PairKind.REMOVED, old=(place,), new=()) for place in places)


def _kind(
    old: Sequence[Paragraph], new: Sequence[Paragraph], group: Group, *, is_kept: bool
) -> PairKind:
    if not group[0]:
        return PairKind.ADDED
    if not is_kept:
        return PairKind.MOVED
    words = [old[place].text for place in group[0]], [new[place].text for place in group[1]]
    return PairKind.SAME if words[0] == words[1] else PairKind.CHANGED
