"""The shortest edit between two short sequences, by diff-match-patch: compiled where it can be.

Both engines are the same algorithm and give the same answer; a test holds them to it. They compare
characters, so every distinct member of the sequences stands for itself as one code point.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Engine: TypeAlias = Callable[[str, str], Iterable[tuple[str, int]]]
"""Tells how many members are kept ``=``, gone ``-`` and come ``+``, in order."""

MOST_DISTINCT = 0xD800 - 0x100
"""How many code points there are in a row below the surrogates; callers cut larger sequences."""
_FIRST = 0x100


class Change(NamedTuple):
    """Members of one sequence that became members of another.

    Shape: both half open; one of them may be empty, never both.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def compiled(old: str, new: str) -> Iterable[tuple[str, int]]:
    """Return the runs as the compiled engine finds them."""
    from fast_diff_match_patch import diff  # type: ignore[import-not-found]  # compiled, untyped

    runs: Iterable[tuple[str, int]] = diff(
        old, new, timelimit=0, checklines=False, cleanup="No", counts_only=True
    )
    return runs


def pure(old: str, new: str) -> Iterable[tuple[str, int]]:
    """Return the runs as the Python engine finds them."""
    from diff_match_patch import diff_match_patch  # type: ignore[import-untyped]  # has no types

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # with its own limit it says "all replaced" when time is up
    return (("-=+"[op + 1], len(text)) for op, text in engine.diff_main(old, new, False))


def chosen() -> Engine:
    """Return the engine of this installation."""
    return compiled if importlib.util.find_spec("fast_diff_match_patch") else pure


def shortest(old: Sequence[int], new: Sequence[int], engine: Engine) -> list[Change]:
    """Return the changes of a shortest edit from ``old`` to ``new``.

    Shape: in order, at least one kept member between two of them. Together the sequences have at
    most ``MOST_DISTINCT`` distinct members.
    """
    letters: dict[int, str] = {}
    before, after = (
        "".join(letters.setdefault(one, chr(_FIRST + len(letters))) for one in side)
        for side in (old, new)
    )
    changes: list[Change] = []
    here = there = 0
    start: tuple[int, int] | None = None
    for kind, length in (*engine(before, after), ("=", 0)):
        if kind == "=":
            if start is not None:
                changes.append(Change(start[0], here, start[1], there))
                start = None
            here += length
            there += length
            continue
        start = start or (here, there)
        here += length if kind == "-" else 0
        there += length if kind == "+" else 0
    return changes
