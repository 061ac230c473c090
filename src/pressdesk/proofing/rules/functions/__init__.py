"""Faults that patterns do not reach: functions over a passage, called by the rules' data.

A module of functions has a mapping ``FUNCTIONS`` from name to function; a new module is added to
``_MODULES`` below. A function yields hits in order; what it says about them stands in the rule.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.proofing.rules.functions import (
    agreement,
    clauses,
    genitives,
    infinitives,
    marks,
    numbers,
    speech,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressdesk.proofing.rules.context import Context
    from pressdesk.proofing.rules.model import Hit

_MODULES = (agreement, clauses, genitives, infinitives, marks, numbers, speech)


def _all() -> Mapping[str, Callable[[Context], Iterator[Hit]]]:
    found: dict[str, Callable[[Context], Iterator[Hit]]] = {}
    for module in _MODULES:
        if found.keys() & module.FUNCTIONS.keys():
            raise ValueError("two functions of one name")
        found.update(module.FUNCTIONS)
    return MappingProxyType(found)


FUNCTIONS = _all()


class FunctionDetector:
    """Finds what a function finds."""

    __slots__ = ("_function",)

    def __init__(self, function: Callable[[Context], Iterator[Hit]]) -> None:
        self._function = function

    def hits(self, context: Context) -> Iterator[Hit]:
        """Yield the hits of the function."""
        yield from self._function(context)
