"""Sentences and suggestions with fields: ``{tall|grouped} prosent``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.proofing.rules.transforms import TRANSFORMS

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAME = re.compile(r"[a-zæøå_][a-zæøå0-9_]*")


class FillingFault(Exception):
    """A stray brace, a field that is no name, or a change that is not known."""


@dataclass(frozen=True, slots=True)
class _Slot:
    name: str
    transforms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """Words with slots. Shape: literal words and slots in order."""

    parts: tuple[str | _Slot, ...]

    @classmethod
    def parse(cls, words: str) -> Filling:
        """Return what ``words`` say; ``{{`` and ``}}`` stand for braces.

        Raises:
            FillingFault: a brace, a name or a transform is wrong.
        """
        parts: list[str | _Slot] = []
        at = 0
        for found in _FIELD.finditer(words):
            parts.append(words[at : found.start()])
            at = found.end()
            if found.group() in {"{{", "}}"}:
                parts.append(found.group()[0])
            elif found.group(1) is None:
                raise FillingFault
            else:
                parts.append(_slot(found.group(1)))
        parts.append(words[at:])
        return cls(tuple(part for part in parts if part))

    @property
    def fields(self) -> frozenset[str]:
        """The names of the fields."""
        return frozenset(part.name for part in self.parts if isinstance(part, _Slot))

    def fill(self, fields: Mapping[str, str]) -> str:
        """Return the words with every field in its place; one that is missing is empty."""
        return "".join(
            part if isinstance(part, str) else _filled(part, fields) for part in self.parts
        )


def _slot(words: str) -> _Slot:
    name, *transforms = words.split("|")
    if _NAME.fullmatch(name) is None or not TRANSFORMS.keys() >= set(transforms):
        raise FillingFault
    return _Slot(name, tuple(transforms))


def _filled(slot: _Slot, fields: Mapping[str, str]) -> str:
    value = fields.get(slot.name) or ""
    for name in slot.transforms:
        value = TRANSFORMS[name](value)
    return value
