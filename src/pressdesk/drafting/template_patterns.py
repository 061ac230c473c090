"""Sentences with placeholders: ``{field}``, ``{field:weekday}``, ``{other_partners#joins|join}``.

A brace that is meant as such is written twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressdesk.drafting.template_model import Pattern, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable

NUMBERED_WORDS = ("partners", "other_partners")
"""The names that may choose between two wordings by how many partners there are."""

_PIECES = re.compile(r"\{\{|\}\}|\{(?P<inner>[^{}]*)\}|(?P<stray>[{}])")
_REFERENCE = re.compile(
    r"^(?P<name>[a-z][a-z0-9_]*)(?::(?P<form>weekday)|#(?P<fewest>[^|#]*)\|(?P<more>[^|#]*))?$"
)


def parse_pattern(words: str) -> Pattern:
    """Return ``words`` taken apart.

    Raises:
        ValueError: a brace without its partner, or a placeholder of another form.
    """
    if "{" not in words and "}" not in words:
        return Pattern((words,) if words else ())
    pieces: list[str | Reference] = []
    literal, end = "", 0
    for found in _PIECES.finditer(words):
        literal += words[end : found.start()]
        end = found.end()
        if found["stray"] is not None:
            raise ValueError("a brace without its partner")
        if found["inner"] is None:
            literal += found[0][0]
            continue
        if literal:
            pieces.append(literal)
        literal = ""
        pieces.append(_parse_reference(found["inner"]))
    literal += words[end:]
    return Pattern((*pieces, literal) if literal else tuple(pieces))


def _parse_reference(words: str) -> Reference:
    found = _REFERENCE.match(words)
    if found is None or (found["more"] is not None and found["name"] not in NUMBERED_WORDS):
        raise ValueError("a placeholder of no known form")
    return Reference(
        name=found["name"],
        with_weekday=found["form"] is not None,
        fewest=found["fewest"],
        more=found["more"],
    )


def circle(references: dict[str, Iterable[str]]) -> tuple[str, ...]:
    """Return names that refer to each other in a circle, the first one again at the end.

    Shape: empty where there is no circle.
    """
    done: set[str] = set()
    for start in references:
        way: list[str] = []
        found = _walk(start, references, way, done)
        if found:
            return found
    return ()


def _walk(
    name: str, references: dict[str, Iterable[str]], way: list[str], done: set[str]
) -> tuple[str, ...]:
    if name in way:
        return (*way[way.index(name) :], name)
    if name in done or name not in references:
        return ()
    way.append(name)
    for other in references[name]:
        found = _walk(other, references, way, done)
        if found:
            return found
    way.pop()
    done.add(name)
    return ()
