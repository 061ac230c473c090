"""Records: values that are written into the ledger and read back strictly.

A record's members are strings, integers, booleans, string enums, instants, other records, tuples
of one of these, or None beside one of these. Its JSON has exactly its members, by their names.
"""

from __future__ import annotations

import types
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import (
    TYPE_CHECKING,
    NewType,
    TypeVar,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from pressdesk.domain.content_json import instant_from_json, instant_to_json
from pressdesk.domain.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.domain.canonical import Json

R = TypeVar("R", bound=object)


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
    members = Fields(value)
    hints = _hints(kind)  # type: ignore[arg-type]  # every class can be hashed
    found = {name: _read(hint, members.value(name)) for name, hint in hints.items()}
    members.end()
    return kind(**found)


@cache
def _hints(kind: type[object]) -> Mapping[str, object]:
    return get_type_hints(kind)


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


def _read(hint: object, value: Json) -> object:
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (only,) = (one for one in get_args(hint) if one is not types.NoneType)
        return None if value is None else _read(only, value)
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError("a list was expected")
        return tuple(_read(get_args(hint)[0], one) for one in value)
    return _read_one(hint, value)


def _read_one(hint: object, value: Json) -> object:
    if hint in (str, bool, int):
        if type(value) is not hint:
            raise ValueError("a member of another type")
        return value
    if not isinstance(hint, type):
        raise TypeError("a record has members of known types only")
    if is_dataclass(hint):
        return from_json(hint, value)
    if not isinstance(value, str):
        raise ValueError("a string was expected")
    return instant_from_json(value) if hint is datetime else hint(value)
