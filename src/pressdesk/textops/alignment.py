"""Which members of two sequences belong together, in bounded time whatever the sequences are.

Short stretches are compared exactly. Long ones are first cut where five members in a row stand
once on either side, then where a single one does. Where nothing is left to hold on to and the time
is used up, a stretch is said to be replaced: coarser, and still exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.textops.diff_engine import Change, chosen, shortest
from pressdesk.textops.longest_order import heaviest_in_order

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from pressdesk.textops.diff_engine import Engine

_SHORT = 200
"""Members of two stretches together that are compared without a further thought."""
_STEPS_OF_ONE = 4_000_000
_STEPS = 8_000_000
_STEPS_PER_MEMBER = 40
"""The most steps of one comparison and of all; the Python engine takes eight million a second."""
_IN_A_ROW = 5
"""Three words with their spaces."""
_BITS = 24
"""Room for the number of a member: sixteen million distinct ones, more than are ever read."""


def numbered(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[list[int], list[int]]:
    """Return two sequences with a number for each distinct member, the same on both sides."""
    numbers: dict[Hashable, int] = {}
    before = [numbers.setdefault(one, len(numbers)) for one in old]
    return before, [numbers.setdefault(one, len(numbers)) for one in new]


def aligned(
    old: Sequence[int],
    new: Sequence[int],
    engine: Engine | None = None,
) -> list[Change]:
    """Return the changes from ``old`` to ``new``.

    Shape: in order, at least one kept member between two of them. The same on every machine.
    """
    aligner = _Aligner(old, new, engine or chosen())
    return list(_touching_joined(aligner.changes()))


def _touching_joined(changes: Iterable[Change]) -> Iterator[Change]:
    last: Change | None = None
    for one in changes:
        if last is not None and (last.old_end, last.new_end) == (one.old_start, one.new_start):
            last = Change(last.old_start, one.old_end, last.new_start, one.new_end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


class _Aligner:
    """One comparison and the steps that it may still take."""

    def __init__(self, old: Sequence[int], new: Sequence[int], engine: Engine) -> None:
        self._old = old
        self._new = new
        self._engine = engine
        self._steps = _STEPS + _STEPS_PER_MEMBER * (len(old) + len(new))

    def changes(self) -> Iterator[Change]:
        """Yield the changes in order; some may touch."""
        waiting = [Change(0, len(self._old), 0, len(self._new))]
        while waiting:
            stretch = self._trimmed(waiting.pop())
            old_size = stretch.old_end - stretch.old_start
            new_size = stretch.new_end - stretch.new_start
            if not old_size or not new_size:
                if old_size or new_size:
                    yield stretch
                continue
            if old_size + new_size > _SHORT:
                pieces = self._cut(stretch, _IN_A_ROW)
                if not pieces and not self._is_affordable(old_size + new_size):
                    pieces = self._cut(stretch, 1)
                if pieces:
                    waiting.extend(reversed(pieces))
                    continue
            yield from self._compared(stretch)

    def _trimmed(self, stretch: Change) -> Change:
        """Return the stretch without what both sides begin and end with."""
        old, new = self._old, self._new
        here, old_end, there, new_end = stretch
        while here < old_end and there < new_end and old[here] == new[there]:
            here += 1
            there += 1
        while here < old_end and there < new_end and old[old_end - 1] == new[new_end - 1]:
            old_end -= 1
            new_end -= 1
        return Change(here, old_end, there, new_end)

    def _is_affordable(self, size: int) -> bool:
        steps = size * size // 2
        return steps <= min(_STEPS_OF_ONE, self._steps)

    def _compared(self, stretch: Change) -> Iterator[Change]:
        here, old_end, there, new_end = stretch
        size = old_end - here + new_end - there
        if not self._is_affordable(size):
            yield stretch
            return
        self._steps -= size * size // 2
        for one in shortest(self._old[here:old_end], self._new[there:new_end], self._engine):
            yield Change(
                here + one.old_start, here + one.old_end, there + one.new_start, there + one.new_end
            )

    def _cut(self, stretch: Change, length: int) -> list[Change]:
        """Return the stretches between what stands once on either side; nothing if nothing does."""
        if self._steps <= 0:
            return []
        self._steps -= stretch.old_end - stretch.old_start + stretch.new_end - stretch.new_start
        places = self._anchors(stretch, length)
        if not places:
            return []
        pieces: list[Change] = []
        here, there = stretch.old_start, stretch.new_start
        for first_old, first_new, size in places:
            skipped = max(here - first_old, there - first_new, 0)
            if skipped >= size:
                continue
            start_old, start_new = first_old + skipped, first_new + skipped
            pieces.append(Change(here, start_old, there, start_new))
            here, there = first_old + size, first_new + size
        pieces.append(Change(here, stretch.old_end, there, stretch.new_end))
        return pieces

    def _anchors(self, stretch: Change, length: int) -> list[tuple[int, int, int]]:
        """Return the runs that stand once on either side, in one order on both: places and size."""
        old = _once(self._old, stretch.old_start, stretch.old_end, length)
        new = _once(self._new, stretch.new_start, stretch.new_end, length)
        runs: list[list[int]] = []
        for key, there in new.items():
            here = old.get(key, -1)
            if here < 0 or there < 0:
                continue
            last = runs[-1] if runs else None
            if last and here - last[0] == there - last[1] == last[2] - length + 1:
                last[2] += 1
            else:
                runs.append([here, there, length])
        kept = heaviest_in_order([run[0] for run in runs], [run[2] for run in runs])
        return [(runs[place][0], runs[place][1], runs[place][2]) for place in kept]


def _once(side: Sequence[int], start: int, end: int, length: int) -> dict[int, int]:
    """Return where each run of ``length`` members begins, -1 where there are several of it.

    Shape: by the run as one number, since tuples by the thousands would cost more.
    """
    keys: Iterable[int] = side[start:end]
    if length > 1:
        rows = zip(*(side[start + shift : end] for shift in range(length)), strict=False)
        keys = [
            (((one << _BITS | two) << _BITS | three) << _BITS | four) << _BITS | five
            for one, two, three, four, five in rows
        ]
    places: dict[int, int] = {}
    for place, key in enumerate(keys, start):
        places[key] = -1 if key in places else place
    return places
