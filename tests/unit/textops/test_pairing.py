"""Paragraphs of two texts find one another."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.textops.longest_order import heaviest_in_order
from pressdesk.textops.pairing import Pair, PairKind, Paragraph, paired

TEXT = (
    "Havna skal utvides fra våren av.",
    "Kommunen bygger en ny skole i sentrum, og den er ferdig i 2028.",
    "Direktøren er glad for avtalen som ble undertegnet i går.",
    "Kontakt: Kari Nes, 900 00 001",
)
TEXTS = st.lists(
    st.lists(
        st.sampled_from(["vi", "gir", "200", "hus", "til", "byen", "og", "landet"]), max_size=6
    ).map(" ".join),
    max_size=9,
)


def pairs(old: list[str] | tuple[str, ...], new: list[str] | tuple[str, ...]) -> list[Pair]:
    """Return the pairs of loose paragraphs."""
    return list(
        paired([Paragraph(text=text) for text in old], [Paragraph(text=text) for text in new])
    )


def kinds(found: list[Pair]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """Return the pairs in short."""
    return [(pair.kind.value, pair.old, pair.new) for pair in found]


@given(TEXTS, TEXTS)
def test_every_paragraph_is_in_exactly_one_pair(old: list[str], new: list[str]) -> None:
    """The new side is in order; and what is the same says the same."""
    found = pairs(old, new)

    assert sorted(place for pair in found for place in pair.old) == list(range(len(old)))
    assert [place for pair in found for place in pair.new] == list(range(len(new)))
    for pair in found:
        if pair.kind is PairKind.SAME:
            assert [old[place] for place in pair.old] == [new[place] for place in pair.new]


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text: list[str]) -> None:
    """Also with doubled and empty paragraphs."""
    assert {pair.kind for pair in pairs(text, text)} <= {PairKind.SAME}


def test_a_changed_paragraph_keeps_its_place_when_another_goes() -> None:
    """A deletion before it does not pair it with a stranger."""
    new = (TEXT[0], TEXT[2].replace("glad", "svært glad"), TEXT[3])

    assert kinds(pairs(TEXT, new)) == [
        ("same", (0,), (0,)),
        ("removed", (1,), ()),
        ("changed", (2,), (1,)),
        ("same", (3,), (2,)),
    ]


def test_a_paragraph_that_moved_is_said_to_have_moved() -> None:
    """The others stay, and a change on the way does not hide it."""
    moved = TEXT[1].replace("ferdig", "klar")

    assert kinds(pairs(TEXT, (TEXT[0], TEXT[2], TEXT[3], moved))) == [
        ("same", (0,), (0,)),
        ("same", (2,), (1,)),
        ("same", (3,), (2,)),
        ("moved", (1,), (3,)),
    ]


def test_a_split_and_two_run_together_are_seen() -> None:
    """Both halves belong to the paragraph that they came from."""
    split = (TEXT[0], "Kommunen bygger en ny skole i sentrum.", "Den er ferdig i 2028.", *TEXT[2:])
    joined = (TEXT[0], f"{TEXT[1]} {TEXT[2]}", TEXT[3])

    assert ("changed", (1,), (1, 2)) in kinds(pairs(TEXT, split))
    assert ("changed", (1, 2), (1,)) in kinds(pairs(TEXT, joined))


def test_an_id_is_stronger_than_words() -> None:
    """A block that was written anew is still that block; an id that stands twice is none."""
    old = [Paragraph(text="Helt annet.", key="b1"), Paragraph(text="Like ord her.", key="b2")]
    new = [Paragraph(text="Like ord her.", key="b1"), Paragraph(text="Nye ting.", key="b2")]

    assert kinds(list(paired(old, new))) == [("changed", (0,), (0,)), ("changed", (1,), (1,))]

    doubled = [Paragraph(text=one.text, key="b1") for one in new]

    assert ((1,), (0,)) in [(pair.old, pair.new) for pair in paired(old, doubled)]


def test_unrelated_texts_are_removed_and_added() -> None:
    """And so are a text and nothing."""
    found = Counter(pair.kind for pair in pairs(TEXT, ["Noe annet helt.", "Og mer av det."]))

    assert found == {PairKind.REMOVED: 4, PairKind.ADDED: 2}
    assert {pair.kind for pair in pairs(TEXT, [])} == {PairKind.REMOVED}
    assert {pair.kind for pair in pairs([], TEXT)} == {PairKind.ADDED}


def test_thousands_of_paragraphs_that_are_alike_end() -> None:
    """Every one is nearly every other one; a comparison of all with all would not end."""
    old = [f"Likt avsnitt nummer {number}" for number in range(5_000)]
    new = [f"Likt avsnitt nummer {5_000 - number} her" for number in range(5_000)]

    found = pairs(old, new)

    assert sum(len(pair.new) for pair in found) == 5_000


@given(st.lists(st.integers(0, 20), max_size=30))
def test_the_heaviest_order_rises_and_is_the_longest_where_all_weigh_alike(
    values: list[int],
) -> None:
    """Compared with the plain way of finding it."""
    places = heaviest_in_order(values, [1] * len(values))

    chain = [values[place] for place in places]
    longest = [1] * len(values)
    for end in range(len(values)):
        for start in range(end):
            if values[start] < values[end]:
                longest[end] = max(longest[end], longest[start] + 1)
    assert chain == sorted(set(chain))
    assert places == sorted(places)
    assert len(chain) == max(longest, default=0)
