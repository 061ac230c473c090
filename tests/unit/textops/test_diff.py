"""The diff: exact whatever the texts are, and readable where they are prose."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.textops.alignment import aligned, numbered
from pressdesk.textops.diff import Hunk, Level, Op, diff, diff_words, edits, pieces
from pressdesk.textops.diff_cleaning import Grouping
from pressdesk.textops.diff_engine import compiled, pure, shortest
from pressdesk.textops.diff_tokens import diff_tokens
from unit.textops.wordings import WORDINGS

pytest.importorskip("fast_diff_match_patch", reason="no wheel of the compiled engine here")

SHOWN = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}


def marked(old: str, new: str, level: Level = Level.WORD) -> str:
    """Return a diff as one line for people."""
    return "".join(SHOWN[hunk.op].format(hunk.text) for hunk in diff(old, new, level))


@given(WORDINGS, WORDINGS, st.sampled_from(Level))
def test_both_sides_can_be_read_off(old: str, new: str, level: Level) -> None:
    """At any level, and no hunk is empty or says what its neighbour says."""
    hunks = diff(old, new, level)

    assert "".join(text for op, text in hunks if op is not Op.INSERT) == old
    assert "".join(text for op, text in hunks if op is not Op.DELETE) == new
    assert all(hunk.text for hunk in hunks)
    for one, other in pairwise(hunks):
        assert (one.op, other.op) != (Op.INSERT, Op.DELETE)
        assert one.op is not other.op


@given(st.text(), st.text())
def test_any_characters_are_taken(old: str, new: str) -> None:
    """Those beyond the basic plane, lone surrogates and controls too."""
    hunks = diff_words(old, new)

    assert "".join(text for op, text in hunks if op is not Op.INSERT) == old
    assert "".join(text for op, text in hunks if op is not Op.DELETE) == new


@given(st.lists(st.integers(0, 6), max_size=40), st.lists(st.integers(0, 6), max_size=40))
def test_both_engines_say_the_same(old: list[int], new: list[int]) -> None:
    """So a diff does not depend on the installation."""
    assert shortest(old, new, compiled) == shortest(old, new, pure)


@given(
    st.lists(st.integers(0, 60), min_size=150, max_size=300),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 90)), max_size=12),
)
def test_long_sequences_are_aligned_exactly(old: list[int], edited: list[tuple[int, int]]) -> None:
    """Cut into stretches or not, the changes lead from one to the other."""
    new = list(old)
    for place, member in edited:
        new[place % len(new) : place % len(new) + member % 3] = [member, place]

    changes = aligned(old, new)

    rebuilt: list[int] = []
    here = 0
    for change in changes:
        rebuilt += old[here : change.old_start]
        assert len(rebuilt) == change.new_start
        rebuilt += new[change.new_start : change.new_end]
        here = change.old_end
    assert rebuilt + old[here:] == new


@given(WORDINGS)
def test_nothing_is_lost_between_tokens(text: str) -> None:
    """The pieces of every level are the whole text."""
    assert "".join(diff_tokens(text)) == text
    assert all("".join(pieces(text, level)) == text for level in Level)


def test_tokens_are_what_people_take_for_one() -> None:
    """Hyphenated words and grouped numbers whole, number and unit apart, every space by itself."""
    text = "Det  var 10 000 kr, 50-årsjubileum, CO2-kutt i 2030 300 og 300kr 👩‍🔬."

    assert [one for one in diff_tokens(text) if one != " "] == [
        "Det", "var", "10 000", "kr", ",", "50-årsjubileum", ",", "CO2-kutt", "i", "2030", "300",
        "og", "300", "kr", "👩‍🔬", ".",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "Avtalen skal gi 200 millioner innen 2030.",
            "Avtalen vil gi 300 millioner innen 2035.",
            "Avtalen [-skal-]{+vil+} gi [-200-]{+300+} millioner innen [-2030-]{+2035+}.",
        ),
        ("en avtale", "en ny avtale", "en {+ny +}avtale"),
        ("en ny avtale", "en avtale", "en [-ny -]avtale"),
        ("rød, grønn", "rød, blå, grønn", "rød, {+blå, +}grønn"),
        (
            "Vi er glade. Det er bra.",
            "Vi er glade. Det går fint. Det er bra.",
            "Vi er glade. {+Det går fint. +}Det er bra.",
        ),
        (
            "gamle og gode venner",
            "nye og dårlige venner",
            "[-gamle og gode-]{+nye og dårlige+} venner",
        ),
        ("den store planen", "det nye planen", "[-den store-]{+det nye+} planen"),
        (
            "Første setning. Andre setning.",
            "Første setning. Andre setning. Tredje setning.",
            "Første setning. Andre setning.{+ Tredje setning.+}",
        ),
        ("200 hus", "200 000 hus", "[-200-]{+200 000+} hus"),
        ("industri-eventyr", "industrieventyr", "[-industri-eventyr-]{+industrieventyr+}"),
        ("", "ny", "{+ny+}"),
        ("ut", "", "[-ut-]"),
        ("likt", "likt", "likt"),
        ("a\u00a0b", "a b", "a[-\u00a0-]{+ +}b"),
    ],
)
def test_changes_read_well(old: str, new: str, shown: str) -> None:
    """Whole words and phrases, from the beginning of a word or a sentence."""
    assert marked(old, new) == shown


def test_levels_change_whole_pieces() -> None:
    """A sentence or a line goes and comes as one."""
    old = "En ting er klar. To ting mangler.\nTredje linje."
    new = "En ting er klar. Tre ting mangler.\nTredje linje."

    assert marked(old, new, Level.SENTENCE) == (
        "En ting er klar. [-To ting mangler.-]{+Tre ting mangler.+}\nTredje linje."
    )
    assert marked(old, new, Level.PARAGRAPH) == (
        "[-En ting er klar. To ting mangler.\n-]{+En ting er klar. Tre ting mangler.\n+}"
        "Tredje linje."
    )


def test_same_texts_are_one_hunk_and_none_where_there_is_no_text() -> None:
    """Nothing is said about nothing."""
    assert diff_words("a", "a") == (Hunk(Op.EQUAL, "a"),)
    assert diff_words("", "") == ()


@pytest.mark.parametrize("engine", [compiled, pure])
@pytest.mark.parametrize("kind", ["unrelated", "repeated", "shuffled", "one_word"])
def test_hostile_sizes_end(kind: str, engine: object) -> None:
    """200,000 words a side end in bounded time, coarser and still exact."""
    chance = random.Random(7)
    known = [f"ord{number}" for number in range(200_000)]
    old, new = {
        "unrelated": (known, [f"annet{number}" for number in range(200_000)]),
        "repeated": (["ja", "nei"] * 100_000, ["nei", "nei", "ja"] * 70_000),
        "shuffled": (known, chance.sample(known, len(known))),
        "one_word": (["ja"] * 200_000, ["ja"] * 150_000 + ["nei"]),
    }[kind]
    before, after = " ".join(old), " ".join(new)

    found = edits(before, after, engine=engine)  # type: ignore[arg-type]

    rebuilt, here = "", 0
    for edit in found:
        rebuilt += before[here : edit.old_start] + after[edit.new_start : edit.new_end]
        here = edit.old_end
    assert rebuilt + before[here:] == after


def test_grouping_by_spaces_keeps_small_words_apart() -> None:
    """What a merge needs: changes no wider than they are."""
    found = edits("gamle og gode", "nye og dårlige", grouping=Grouping.SPACES)

    assert len(found) == 2


def test_numbering_gives_equal_members_one_number() -> None:
    """On either side."""
    assert numbered(["a", "b", "a"], ["b", "c"]) == ([0, 1, 0], [1, 2])
