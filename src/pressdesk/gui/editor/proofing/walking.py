"""Which finding is next, seen from the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.proofing.listing import Entry
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
    that the cursor comes from.
    """
    order = {part: number for number, part in enumerate(pieces)}
    here = (order.get(caret.part, 0), caret.place)
    stops = [
        (order.get(one.spot.part, 0), one.spot.start, one.spot.end, one)
        for one in placed
        if one.spot is not None
    ]
    if is_backwards:
        before = [
            one for number, _, end, one in stops if (number, end) <= here and one.key != current
        ]
        return before[-1] if before else stops[-1][3]
    after = [
        one for number, start, _, one in stops if (number, start) >= here and one.key != current
    ]
    return after[0] if after else stops[0][3]
