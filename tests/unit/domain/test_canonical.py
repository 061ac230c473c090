"""Canonical JSON, and strict reading of objects."""

from __future__ import annotations

import hashlib

import pytest

from pressdesk.domain.canonical import MAX_DEPTH, Json, canonical_json, sha256
from pressdesk.domain.fields import Fields


def nested(depth: int) -> Json:
    value: Json = 1
    for _ in range(depth):
        value = [value]
    return value


def test_canonical_json_is_that_of_rfc_8785() -> None:
    """Members sorted by UTF-16 unit, shortest escapes, UTF-8."""
    value: Json = {"\ufb01": 1, "😀": 2, "b": ['\x1f\n"\\/å', True, None], "a": -5}

    assert canonical_json(value) == (
        '{"a":-5,"b":["\\u001f\\n\\"\\\\/å",true,null],"😀":2,"\ufb01":1}'.encode()
    )


def test_depth_is_bounded() -> None:
    """As deep as the format allows, and not a step deeper."""
    assert canonical_json(nested(MAX_DEPTH)).count(b"[") == MAX_DEPTH
    for depth in (MAX_DEPTH + 1, 20_000):
        with pytest.raises(ValueError, match="too deeply"):
            canonical_json(nested(depth))


@pytest.mark.parametrize("value", [2**53, -(2**53), "\ud800", {"\ud800": 1}, float("nan")])
def test_what_json_cannot_carry_exactly_is_refused(value: Json) -> None:
    """Large integers, lone surrogates, not-a-number."""
    with pytest.raises(ValueError):  # the library's words
        canonical_json(value)


def test_hashes_are_lower_case_hexadecimal() -> None:
    """SHA-256 as everybody writes it."""
    assert sha256(b"abc") == hashlib.sha256(b"abc").hexdigest()


def test_fields_are_taken_once_by_name_and_type() -> None:
    """Every type, and nothing left."""
    fields = Fields({"s": "x", "n": None, "i": 1, "b": False, "l": [1, 2], "v": {}})

    assert fields.string("s") == "x"
    assert fields.optional_string("n") is None
    assert fields.integer("i") == 1
    assert fields.boolean("b") is False
    assert fields.each("l", str) == ("1", "2")
    assert fields.value("v") == {}
    fields.end()
    with pytest.raises(ValueError, match="missing"):
        fields.string("s")


@pytest.mark.parametrize(
    ("method", "value"),
    [
        ("string", None),
        ("string", 1),
        ("optional_string", 1),
        ("integer", True),
        ("integer", 1.0),
        ("integer", "1"),
        ("boolean", 0),
        ("boolean", None),
    ],
)
def test_a_value_of_another_type_is_refused(method: str, value: Json) -> None:
    """True is no number and 0 is not false."""
    with pytest.raises(ValueError, match="x is n"):
        getattr(Fields({"x": value}), method)("x")


def test_other_shapes_are_refused() -> None:
    """No object, no list, members that nobody asked for."""
    with pytest.raises(ValueError, match="not an object"):
        Fields([])
    with pytest.raises(ValueError, match="not a list"):
        Fields({"x": {}}).each("x", str)
    with pytest.raises(ValueError, match="unknown members: a, b"):
        Fields({"b": 1, "a": 1}).end()
