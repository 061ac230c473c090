"""Positions in text: ours and Qt's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.gui.offsets import Offsets, qt_length

TEXTS = st.text(st.sampled_from("aå–«\u00a0\ufb01😀👍🏽𝄞"), max_size=40)


@given(TEXTS)
def test_every_position_comes_back(text: str) -> None:
    """There and back again is the same place."""
    offsets = Offsets(text)

    there = [offsets.to_qt(position) for position in range(len(text) + 1)]

    assert [offsets.from_qt(position) for position in there] == list(range(len(text) + 1))


@given(TEXTS, st.integers(0, 40))
def test_qt_counts_utf_16_units(text: str, position: int) -> None:
    """What lies before a position is as long as its UTF-16 form."""
    before = text[:position]

    assert Offsets(text).to_qt(position) == len(before.encode("utf-16-le")) // 2
    assert qt_length(text) == len(text.encode("utf-16-le")) // 2


def test_half_a_character_is_its_start() -> None:
    """A place of Qt's inside a surrogate pair is before the character."""
    offsets = Offsets("a😀b")

    assert [offsets.from_qt(position) for position in range(5)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize("text", ["", "abc", "a😀"])
def test_places_outside_are_the_nearest_end(text: str) -> None:
    """Nothing lies before the start or after the end."""
    offsets = Offsets(text)

    assert offsets.to_qt(-3) == 0
    assert offsets.from_qt(-3) == 0
    assert offsets.to_qt(99) == qt_length(text)
    assert offsets.from_qt(99) == len(text)
