"""Which finding is next, seen from the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.proofing.listing import Entry
    from pressdesk.gui.editor.proofing.spots import Spot
    from pressdesk.gui.sheet import Caret


def next_entry(
    placed: Sequence[Entry],
    pieces: Sequence[BlockId],
    caret: Caret,
    *,
    current: str,
    is_backwards: bool,
) -> Entry:
    """Return the next of some findings that stand in the text, round at its end.

    ``placed`` and ``pieces`` are in reading order; the finding with the key ``current`` is the one
    that the cursor comes from. While the cursor is still there, every finding has its turn, those
    inside a longer one too.
    """
    order = {part: number for number, part in enumerate(pieces)}
    here = (order.get(caret.part, 0), caret.place)
    stops = [
        (order.get(one.spot.part, 0), one.spot.start, one.spot.end, one)
        for one in placed
        if one.spot is not None
    ]
    at = next((place for place, stop in enumerate(stops) if stop[3].key == current), None)
    if at is not None and stops[at][:2] <= here <= (stops[at][0], stops[at][2]):
        return stops[(at + (-1 if is_backwards else 1)) % len(stops)][3]
    if is_backwards:
        before = [one for number, _, end, one in stops if (number, end) <= here]
        return before[-1] if before else stops[-1][3]
    after = [one for number, start, _, one in stops if (number, start) >= here]
    return after[0] if after else stops[0][3]


def entry_at(
    entries: Sequence[Entry], caret: Caret, now: Callable[[Spot], Spot | None], *, current: str
) -> Entry | None:
    """Return the finding at the cursor: the one with the key ``current``, or the narrowest.

    ``now`` tells where a spot stands since it was found, None where it is gone.
    """
    here = [
        (one.key != current, spot.end - spot.start, one)
        for one in entries
        if one.spot is not None
        and one.part == caret.part
        and (spot := now(one.spot)) is not None
        and spot.start <= caret.place <= spot.end
    ]
    return min(here, key=lambda one: one[:2])[2] if here else None
