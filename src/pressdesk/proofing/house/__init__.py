"""Checks of a text as a whole, called by the rules' data (``scope = "text"``).

A module of checks has a mapping ``CHECKS`` from name to function; a new module is added to
``_MODULES`` below. A check takes the manuscript and yields ``TextHit``; what it says about them
stands in the rule.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.proofing.house import leftovers, lengths, missing, names, quotes, repetition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.proofing.rules.model import TextDetector

_MODULES = (leftovers, missing, names, quotes, lengths, repetition)


def _all() -> Mapping[str, TextDetector]:
    found: dict[str, TextDetector] = {}
    for module in _MODULES:
        if found.keys() & module.CHECKS.keys():
            raise ValueError("two checks of one name")
        found.update(module.CHECKS)
    return MappingProxyType(found)


CHECKS = _all()
