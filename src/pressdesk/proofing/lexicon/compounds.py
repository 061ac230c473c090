"""Compounds: where a word can be cut so that its last part is a word of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SHORTEST_FIRST = 3
_SHORTEST_PARTICLE = 2
_SHORTEST_LAST = 3
_SHORTEST_INNER = 4
_HYPHENS = "-‑"
_SHORT_FIRSTS = frozenset({"av", "by", "is", "om", "på", "ut", "øl", "øy"})


def parts(form: str, is_listed: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield first and last part of ``form`` for each cut that makes sense, longest last first.

    Shape: a hyphen decides alone (EU-kommisjonen); else the first part has to be a word, with or
    without a joining letter, and the last part one too.
    """
    for position in range(len(form) - 1, 0, -1):
        if form[position - 1] in _HYPHENS:
            yield form[:position], form[position:]
            return
    lower = form.lower()
    for position in range(_SHORTEST_PARTICLE, len(form) - _SHORTEST_LAST + 1):
        last = lower[position:]
        if is_listed(last) and _can_stand_first(lower[:position], is_listed):
            yield form[:position], last


def _can_stand_first(first: str, is_listed: Callable[[str], bool]) -> bool:
    """Tell whether ``first`` is a word to join others to, or a compound of two such words."""
    if _is_joint(first, is_listed):
        return True
    return any(
        _is_joint(first[position:], is_listed) and _is_joint(first[:position], is_listed)
        for position in range(_SHORTEST_INNER, len(first) - _SHORTEST_INNER + 1)
    )


def _is_joint(first: str, is_listed: Callable[[str], bool]) -> bool:
    """Tell whether ``first`` is a word, with or without a joining s or e, or a verb without e."""
    if len(first) < _SHORTEST_FIRST:
        return first in _SHORT_FIRSTS
    if is_listed(first) or is_listed(first + "e"):
        return True
    return first[-1] in "se" and len(first) > _SHORTEST_FIRST and is_listed(first[:-1])
