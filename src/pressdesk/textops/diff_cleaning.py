"""Changes as people read them: whole phrases, from the beginning of a word or a sentence.

Nothing here changes what a diff says, only where its borders run.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from pressdesk.textops.diff_engine import Change
from pressdesk.textops.diff_tokens import is_word, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCE_ENDS = ".!?…:"
_ENDS = frozenset(_SENTENCE_ENDS)
_LINE_ENDS = "\n\r"
_LONGEST_SLIDE = 400
_SMALL = """
og eller i på av å som til for en ei et ein eit at om med ved fra frå de den det
a an the and or of to in on at by for with
"""
_SMALL_WORDS = frozenset(_SMALL.split())
"""Words that bind a phrase together and alone say nothing."""
_MOST_KEPT = 5
"""Words between two changes; more than that is worth showing as kept."""


class Grouping(IntEnum):
    """What may lie between two changes that are shown as one: spaces, or small words too."""

    SPACES = 0
    PHRASES = 1


def cleaned(
    changes: Sequence[Change], old: Sequence[str], new: Sequence[str], grouping: Grouping
) -> list[Change]:
    """Return the changes with better borders, those that lie close together as one.

    Shape: in order, at least one kept token between two of them.
    """
    joined = _joined(changes, old, Grouping.SPACES)
    slid = _slid(joined, old, new)
    return _joined(slid, old, grouping) if grouping is Grouping.PHRASES else slid


def room_to_slide(
    change: Change, old: Sequence[str], new: Sequence[str], low: int, high: int
) -> tuple[int, int]:
    """Return how far a pure insertion or deletion can stand earlier or later and say the same.

    ``low`` and ``high`` are the tokens before and behind it, on its own side, that may be passed.
    """
    side, start, end = _own_side(change, old, new)
    if start is None or end is None:
        return 0, 0
    low = max(low, start - _LONGEST_SLIDE)
    high = min(high, end + _LONGEST_SLIDE)
    earlier = later = 0
    while start - earlier > low and side[start - earlier - 1] == side[end - earlier - 1]:
        earlier += 1
    while end + later < high and side[start + later] == side[end + later]:
        later += 1
    return earlier, later


def _own_side(
    change: Change, old: Sequence[str], new: Sequence[str]
) -> tuple[Sequence[str], int | None, int | None]:
    if change.old_start == change.old_end:
        return new, change.new_start, change.new_end
    if change.new_start == change.new_end:
        return old, change.old_start, change.old_end
    return old, None, None


def _slid(changes: Sequence[Change], old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Return the changes, pure insertions and deletions moved to where they read best."""
    found: list[Change] = []
    for number, change in enumerate(changes):
        side, start, end = _own_side(change, old, new)
        if start is None or end is None:
            found.append(change)
            continue
        is_new = side is new and change.old_start == change.old_end
        before = found[-1] if found else None
        after = changes[number + 1] if number + 1 < len(changes) else None
        low = 0 if before is None else (before.new_end if is_new else before.old_end) + 1
        high = len(side) if after is None else (after.new_start if is_new else after.old_start) - 1
        earlier, later = room_to_slide(change, old, new, low, high)
        best = max(
            range(-earlier, later + 1),
            key=lambda shift: (_reading(side, start + shift, end + shift), -abs(shift), shift),
        )
        found.append(Change(*(place + best for place in change)))
    return found


def _reading(side: Sequence[str], start: int, end: int) -> int:
    """Return how well a stretch reads as one that came or went: the higher the better."""
    opens_text = start == 0 or side[start - 1] in _LINE_ENDS
    after_space = opens_text or side[start - 1].isspace()
    ends_in_space = side[end - 1].isspace()
    begins_with_space = side[start].isspace()
    if opens_text and side[end - 1] in _LINE_ENDS:
        return 6
    is_sentence = opens_text or (start > 1 and after_space and side[start - 2] in _SENTENCE_ENDS)
    if is_sentence and ends_in_space and not begins_with_space:
        return 5
    if start and begins_with_space and {side[start - 1], side[end - 1]} <= _ENDS:
        return 4
    if after_space and ends_in_space and not begins_with_space:
        return 3
    if begins_with_space and not ends_in_space:
        return 2
    return 1


def _joined(changes: Sequence[Change], old: Sequence[str], grouping: Grouping) -> list[Change]:
    found: list[Change] = []
    sizes: list[int] = []
    for change in changes:
        latest = change
        size = -1
        if found and latest.old_start - found[-1].old_end <= 2 * _MOST_KEPT + 1:
            size = _size(latest, old)
            between = old[found[-1].old_end : latest.old_start]
            if _are_one(found[-1], latest, between, (sizes[-1], size), grouping):
                first = found.pop()
                size += sizes.pop()
                latest = Change(first.old_start, latest.old_end, first.new_start, latest.new_end)
        found.append(latest)
        sizes.append(_size(latest, old) if size < 0 else size)
    return found


def _size(change: Change, old: Sequence[str]) -> int:
    """Return about how many words a change covers; spaces on the new side count half."""
    return max(
        word_count(old[change.old_start : change.old_end]),
        (change.new_end - change.new_start + 1) // 2,
    )


def _are_one(
    first: Change,
    second: Change,
    between: Sequence[str],
    sizes: tuple[int, int],
    grouping: Grouping,
) -> bool:
    if any(token in _LINE_ENDS for token in between):
        return False
    if all(token.isspace() for token in between):
        return _is_replaced(first) or _is_replaced(second)
    if grouping is Grouping.SPACES or any(token in _SENTENCE_ENDS for token in between):
        return False
    kept = [token for token in between if is_word(token)]
    if len(kept) == 1 and kept[0] in _SMALL_WORDS:
        return _is_replaced(first) and _is_replaced(second)
    return 0 < len(kept) <= _MOST_KEPT and 2 * len(kept) <= min(sizes)


def _is_replaced(change: Change) -> bool:
    return change.old_start < change.old_end and change.new_start < change.new_end
