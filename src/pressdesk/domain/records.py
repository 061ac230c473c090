"""Records: values that are written into the ledger and read back strictly.

A record's members are strings, integers, booleans, string enums, instants, other records, tuples
of one of these, or None beside one of these. Its JSON has exactly its members, by their names.
"""

from __future__ import annotations

import types
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache, partial
from typing import (
    TYPE_CHECKING,
    NewType,
    TypeAlias,
    TypeVar,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from pressdesk.domain.content_json import instant_from_json, instant_to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pressdesk.domain.canonical import Json

R = TypeVar("R", bound=object)
_Reader: TypeAlias = "Callable[[Json], object]"


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(cls: type[R]) -> type[R]:
    """Return the class as a frozen dataclass that ``to_json`` and ``from_json`` know."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


def to_json(value: object) -> dict[str, Json]:
    """Return a record as JSON values."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError("only records are written")
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def from_json(kind: type[R], value: Json) -> R:
    """Return the record that ``value`` holds; ValueError for another shape."""
    if not isinstance(value, dict):
        raise ValueError("an object was expected")
    readers = _readers(kind)  # type: ignore[arg-type]  # every class can be hashed
    if value.keys() != readers.keys():
        missing = ", ".join(readers.keys() - value.keys())
        raise ValueError(f"members are missing ({missing}), or there are others")
    return kind(**{name: read(value[name]) for name, read in readers.items()})


def _plain(value: object) -> Json:
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, datetime):
        return instant_to_json(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return to_json(value)


@cache
def _readers(kind: type[object]) -> Mapping[str, _Reader]:
    """Return what reads each member of a record; made once for each class."""
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}


def _reader(hint: object) -> _Reader:
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (only,) = (one for one in get_args(hint) if one is not types.NoneType)
        return partial(_read_optional, _reader(only))
    if origin is tuple:
        return partial(_read_all, _reader(get_args(hint)[0]))
    if hint in (str, bool, int):
        return partial(_read_plain, hint)
    if not isinstance(hint, type):
        raise TypeError("a record has members of known types only")
    if is_dataclass(hint):
        return partial(from_json, hint)
    return partial(_read_named, instant_from_json if hint is datetime else hint)


def _read_optional(read: _Reader, value: Json) -> object:
    return None if value is None else read(value)


def _read_all(read: _Reader, value: Json) -> object:
    if not isinstance(value, list):
        raise ValueError("a list was expected")
    return tuple(map(read, value))


def _read_plain(kind: object, value: Json) -> object:
    if type(value) is not kind:
        raise ValueError("a member of another type")
    return value


def _read_named(named: Callable[[str], object], value: Json) -> object:
    if not isinstance(value, str):
        raise ValueError("a string was expected")
    return named(value)
