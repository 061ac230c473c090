"""Content as JSON: there and back, in one form only."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.canonical import canonical_json
from pressdesk.domain.content import Content, Language
from pressdesk.domain.content_json import (
    content_digest,
    content_from_json,
    content_to_json,
    instant_from_json,
    instant_to_json,
)
from pressdesk.domain.text import Text
from unit.domain.contents import contents

if TYPE_CHECKING:
    from collections.abc import Iterator


@given(contents())
def test_content_comes_back_as_it_was(content: Content) -> None:
    """Through canonical bytes, marks, ids, empty texts and all; and its name with it."""
    read = content_from_json(json.loads(canonical_json(content_to_json(content))))

    assert read == content
    assert content_digest(read) == content_digest(content)


@given(contents(), contents())
def test_only_equal_contents_share_a_name(one: Content, other: Content) -> None:
    """The digest names the exact content, typography included."""
    assert (content_digest(one) == content_digest(other)) == (one == other)


def test_the_language_is_part_of_the_name() -> None:
    """The same words in two languages are two contents."""
    assert len({content_digest(Content(language=one, title=Text("Hei"))) for one in Language}) == 3


def places(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Yield the path to every object within a JSON value."""
    if isinstance(value, dict):
        yield path
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(part, (*path, key))


def at(value: Any, path: tuple[Any, ...]) -> dict[str, Any]:  # loose JSON
    for key in path:
        value = value[key]
    return value


@given(contents(), st.data())
def test_an_unknown_or_missing_member_is_refused_at_any_depth(
    content: Content, data: st.DataObject
) -> None:
    """No silent default, no silent loss."""
    good = content_to_json(content)
    path = data.draw(st.sampled_from(list(places(good))))
    richer, poorer = copy.deepcopy(good), copy.deepcopy(good)
    at(richer, path)["more"] = None
    at(poorer, path).pop(data.draw(st.sampled_from(sorted(at(poorer, path)))))

    for bent in (richer, poorer):
        with pytest.raises(ValueError):  # any shape that is not ours
            content_from_json(bent)


@given(contents(), st.data())
def test_a_value_of_another_type_is_refused(content: Content, data: st.DataObject) -> None:
    """0 is not false, and a number is no text."""
    bent = content_to_json(content)
    holder = at(bent, data.draw(st.sampled_from(list(places(bent)))))
    name = data.draw(st.sampled_from(sorted(holder)))
    old = holder[name]
    other = 1.5 if type(old) is int else 0
    holder[name] = data.draw(st.sampled_from([other, [other], {"x": other}, [[]]]))

    with pytest.raises(ValueError):  # any shape that is not ours
        content_from_json(bent)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"language": "da"},
        {"profile": "NTB"},
        {"date": "26.11.2026"},
        {"date": "20261126"},
        {"date": "2026-W48-4"},
        {"date": ""},
        {"release_mode": "embargo"},
        {"embargo": "2026-11-26T07:00:00.000000Z"},
        {"release_mode": "embargo", "embargo": "2026-11-26T08:00:00+01:00"},
        {"release_mode": "embargo", "embargo": "2026-11-26T07:00:00Z"},
        {"title": "to\nlinjer"},
        {"title": "A\u030a"},
        {"title": "\ud800"},
        {
            "title": {
                "plain": "x",
                "marks": [{"start": 0, "end": 2, "kind": "strong", "target": None}],
            }
        },
        {"title": {"plain": "x", "marks": []}},
        {"blocks": [{"kind": "video", "id": "b"}]},
        {"blocks": [{"kind": "paragraph", "id": "b", "text": ""}] * 2},
        {"contacts": [{"partner": "p", "name": "x", "title": None, "phone": None, "email": None}]},
    ],
    ids=str,
)
def test_values_that_no_content_has_are_refused(change: dict[str, Any]) -> None:
    """Unknown words, second spellings, broken references."""
    good = content_to_json(Content(language=Language.NB, title=Text("Hei")))

    with pytest.raises(ValueError):  # any shape that is not ours
        content_from_json(good | change)


def test_instants_have_one_form() -> None:
    """UTC, six decimals, Z; whatever zone they came in."""
    oslo = datetime(2026, 11, 26, 8, tzinfo=timezone(timedelta(hours=1)))

    assert instant_to_json(oslo) == "2026-11-26T07:00:00.000000Z"
    assert instant_from_json("2026-11-26T07:00:00.000000Z") == oslo


@given(st.datetimes(datetime(1000, 1, 1), timezones=st.just(UTC)))
def test_instants_come_back(instant: datetime) -> None:
    """To the microsecond."""
    assert instant_from_json(instant_to_json(instant)) == instant


@pytest.mark.parametrize(
    "words",
    [
        "2026-11-26T07:00:00Z",
        "2026-11-26T07:00:00.5Z",
        "2026-11-26T07:00:00.000000+00:00",
        "2026-11-26 07:00:00.000000Z",
        "2026-1-26T07:00:00.000000Z",
        "2026-02-30T07:00:00.000000Z",
        "٢٠٢٦-11-26T07:00:00.000000Z",
        "",
    ],
)
def test_instants_in_another_form_are_refused(words: str) -> None:
    """One instant, one spelling."""
    with pytest.raises(ValueError):  # strptime's words or ours
        instant_from_json(words)
