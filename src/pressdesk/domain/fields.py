"""Strict reading of JSON objects that come from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.canonical import Json

T = TypeVar("T")


class Fields:
    """The members of one JSON object, each taken once by name and type.

    Every method raises ValueError for a missing member or one of another type; ``end`` does so
    for members that nobody asked for.
    """

    __slots__ = ("_left",)

    def __init__(self, value: Json) -> None:
        if not isinstance(value, dict):
            raise ValueError("not an object")
        self._left = dict(value)

    def value(self, name: str) -> Json:
        """Return the member as it is."""
        if name not in self._left:
            raise ValueError(f"the member {name} is missing")
        return self._left.pop(name)

    def string(self, name: str) -> str:
        """Return a string member."""
        value = self.value(name)
        if not isinstance(value, str):
            raise ValueError(f"{name} is not a string")
        return value

    def optional_string(self, name: str) -> str | None:
        """Return a member that is a string or null."""
        value = self.value(name)
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{name} is neither a string nor null")
        return value

    def integer(self, name: str) -> int:
        """Return an integer member; true and false are none."""
        value = self.value(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"{name} is not an integer")
        return value

    def boolean(self, name: str) -> bool:
        """Return a member that is true or false."""
        value = self.value(name)
        if not isinstance(value, bool):
            raise ValueError(f"{name} is neither true nor false")
        return value

    def each(self, name: str, convert: Callable[[Json], T]) -> tuple[T, ...]:
        """Return every element of a list member, converted."""
        value = self.value(name)
        if not isinstance(value, list):
            raise ValueError(f"{name} is not a list")
        return tuple(convert(element) for element in value)

    def end(self) -> None:
        """Refuse what is left."""
        if self._left:
            raise ValueError(f"unknown members: {', '.join(sorted(self._left))}")
