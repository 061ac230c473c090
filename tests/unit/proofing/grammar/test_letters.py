"""What is sent to a grammar server at once, and how its remarks find their way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.proofing.grammar.languagetool import Remark
from pressdesk.proofing.grammar.letters import BETWEEN, letters, units

WORDS = st.text(st.sampled_from("aå \u0301😀𝒳\u200d👩."), max_size=12)


def remark(start: int, length: int) -> Remark:
    """Return a remark at a place."""
    return Remark(
        rule="X",
        category="GRAMMAR",
        issue="grammar",
        message="Say it so.",
        start=start,
        length=length,
        replacements=(),
    )


@given(st.lists(WORDS.filter(lambda text: any(map(str.isalpha, text))), max_size=6), st.data())
def test_every_unit_of_a_letter_finds_its_passage(texts: list[str], data: st.DataObject) -> None:
    """Several passages go at once, and what is said about one comes back to it."""
    for letter in letters(enumerate(texts)):
        assert letter.text == BETWEEN.join(texts)
        for part in letter.parts:
            start = data.draw(st.integers(0, part.length - 1))
            length = data.draw(st.integers(1, part.length - start))

            placed = letter.placed(remark(part.unit + start, length))
            beyond = letter.placed(remark(part.unit + start, part.length - start + 1))

            assert placed == (part.number, remark(start, length))
            assert beyond is None


def test_a_long_text_goes_in_several_letters() -> None:
    """Each of a bounded size, and nothing is left out."""
    texts = ["One sentence more. " * 3000, "😀 short", "Another one here. " * 700]

    sent = list(letters(enumerate(texts)))

    assert len(sent) > 10
    assert all(len(letter.text) <= 5_000 for letter in sent)
    assert [
        sum(part.length for letter in sent for part in letter.parts if part.number == number)
        for number in range(3)
    ] == [units(text) for text in texts]


def test_singles_say_the_same() -> None:
    """When a server refuses several passages at once, each is tried by itself."""
    (letter,) = letters(enumerate(["😀 One.", "Two.", "Three 😀."]))

    singles = letter.singles()

    assert [single.text for single in singles] == ["😀 One.", "Two.", "Three 😀."]
    assert [single.placed(remark(0, 3)) for single in singles] == [
        (number, remark(0, 3)) for number in range(3)
    ]


def test_a_sentence_without_an_end_is_not_sent() -> None:
    """A million commas would keep the server for minutes; what stands around them is sent."""
    texts = ["He go.", "a" + "," * 1_000_000, "word " * 2_000, "a" * 100_000, "She go."]

    sent = [part.number for letter in letters(enumerate(texts)) for part in letter.parts]

    assert sorted(set(sent)) == [0, 3, 4]
