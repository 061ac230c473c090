"""Words change and marks stay."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.rewording import Rewording, apply
from pressdesk.domain.text import Mark, MarkKind, Text


def strong(start: int, end: int) -> Mark:
    """Return a strong mark."""
    return Mark(start=start, end=end, kind=MarkKind.STRONG)


def shown(text: Text) -> str:
    """Return a text with its strong parts between asterisks."""
    signs = {mark.start for mark in text.marks} | {mark.end for mark in text.marks}
    return "".join(
        ("*" if place in signs else "") + sign for place, sign in enumerate(text.plain + " ")
    ).removesuffix(" ")


@pytest.mark.parametrize(
    ("start", "end", "new", "wanted"),
    [
        (0, 2, "De", "De er *svært glade* nå"),
        (6, 11, "litt", "Vi er *litt glade* nå"),
        (6, 17, "sinte", "Vi er *sinte* nå"),
        (12, 17, "", "Vi er *svært *nå".replace("*nå", "* nå")),
        (11, 11, " og nokså", "Vi er *svært og nokså glade* nå"),
        (6, 6, "nå ", "Vi er nå *svært glade* nå"),
        (17, 17, "re", "Vi er *svært glade*re nå"),
        (3, 11, "var", "Vi var* glade* nå"),
        (12, 20, "sinte", "Vi er *svært *sinte"),
        (0, 20, "Alt er nytt", "Alt er nytt"),
        (6, 17, "", "Vi er  nå"),
    ],
)
def test_a_mark_stays_over_the_words_that_stay(start: int, end: int, new: str, wanted: str) -> None:
    """New words take it on where it lies around them, or over all that they replace."""
    text = Text("Vi er svært glade nå", (strong(6, 17),))

    assert shown(apply(text, [Rewording(start=start, end=end, new=Text(new))])) == wanted


def test_new_words_may_bring_marks_of_their_own() -> None:
    """Then they take on none; the mark goes on behind them."""
    text = Text("svært glade nå", (strong(0, 14),))
    link = Mark(start=0, end=4, kind=MarkKind.LINK, target="https://nordlys.example")

    found = apply(text, [Rewording(start=6, end=11, new=Text("vill nå", (link,)))])

    assert found.plain == "svært vill nå nå"
    assert [(mark.kind, mark.start, mark.end) for mark in found.marks] == [
        (MarkKind.STRONG, 0, 6),
        (MarkKind.LINK, 6, 10),
        (MarkKind.STRONG, 13, 16),
    ]


def test_several_changes_are_made_at_once() -> None:
    """In whatever order they are given; those that overlap are refused."""
    text = Text("a b c d", (strong(2, 5),))
    changes = [
        Rewording(start=6, end=7, new=Text("D")),
        Rewording(start=0, end=1, new=Text("AA")),
        Rewording(start=3, end=3, new=Text("x")),
    ]

    assert shown(apply(text, changes)) == "AA *bx c* D"
    with pytest.raises(ValueError, match="overlap"):
        apply(text, [*changes, Rewording(start=0, end=2, new=Text(""))])


def test_signs_that_join_across_a_border_move_the_marks() -> None:
    """Text is kept in NFC, and a mark behind the place still covers its words."""
    text = Text("ex viktig", (strong(3, 9),))

    found = apply(text, [Rewording(start=1, end=2, new=Text("\u0301"))])

    assert found.plain == "é viktig"
    assert shown(found) == "é *viktig*"


@given(st.text(alphabet="ab e\u0301ø", max_size=12), st.data())
def test_any_change_makes_a_valid_text(words: str, data: st.DataObject) -> None:
    """Its words are those that stay and those that come."""
    plain = unicodedata.normalize("NFC", words)
    places = st.integers(0, len(plain))
    start, end = sorted((data.draw(places), data.draw(places)))
    low, high = sorted((data.draw(places), data.draw(places)))
    text = Text(plain, (strong(low, high),) if low < high else ())
    new = Text.of(data.draw(st.text(alphabet="xe\u0301 ", max_size=4)))

    found = apply(text, [Rewording(start=start, end=end, new=new)])

    whole = plain[:start] + new.plain + plain[end:]
    assert found.plain == unicodedata.normalize("NFC", whole)
