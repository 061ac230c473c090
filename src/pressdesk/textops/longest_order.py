"""Which members of a sequence are in order, so that all others are the ones that moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def heaviest_in_order(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return the places of the heaviest strictly increasing subsequence of ``values``.

    Shape: in order; weights are positive. Time grows like n log n.
    """
    rank = {value: number for number, value in enumerate(sorted(set(values)), 1)}
    best_at = [-1] * (len(rank) + 1)  # a Fenwick tree of places, by the best sum that ends there
    sums = [0] * len(values)
    before = [-1] * len(values)
    last, heaviest = -1, 0
    for place, (value, weight) in enumerate(zip(values, weights, strict=True)):
        earlier = _best(best_at, sums, rank[value] - 1)
        before[place] = earlier
        sums[place] = weight + (sums[earlier] if earlier >= 0 else 0)
        _enter(best_at, sums, rank[value], place)
        if sums[place] > heaviest:
            last, heaviest = place, sums[place]
    chain: list[int] = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _best(best_at: list[int], sums: list[int], rank: int) -> int:
    found = -1
    while rank > 0:
        place = best_at[rank]
        if place >= 0 and (found < 0 or sums[place] > sums[found]):
            found = place
        rank -= rank & -rank
    return found


def _enter(best_at: list[int], sums: list[int], rank: int, place: int) -> None:
    while rank < len(best_at):
        if best_at[rank] < 0 or sums[place] > sums[best_at[rank]]:
            best_at[rank] = place
        rank += rank & -rank
