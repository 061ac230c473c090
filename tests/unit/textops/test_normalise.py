"""Done-when 6 of issue 2: what must not matter to an approval, and what must.

One property for each line of ARCHITECTURE.md, "What is hashed".
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pressdesk.textops.normalise import (
    DASHES,
    INVISIBLE,
    QUOTATION_MARKS,
    normal_form,
    plain_form,
)

WHITE_SPACE = (
    " \t\n\r\x0b\x0c\x85\u00a0\u1680\u2000\u2002\u2003\u2007\u2009\u200a\u2028\u202f\u3000"
)
MINUS = "\u2212"
NASTY = (
    "aAåÅæøe0123456789٣.,:;!?()%‰/"
    + WHITE_SPACE
    + INVISIBLE
    + DASHES
    + MINUS
    + QUOTATION_MARKS
    + "\u030a\u0301\u0338\u0327e\u0308ﬁ²½№Å\u212bΩ\u2126가각😀\U0001d7d8\u202e\u00b4`′″–-"
)
nasty = st.text(st.sampled_from(NASTY), max_size=24) | st.text(max_size=12)
WORDS = ["ja", "Vi", "kutter", "utslipp", "5", "2030", "sier", "Åse,", "og", "mål.", "Skift"]
sentences = st.lists(st.sampled_from(WORDS), min_size=2, max_size=8).map(" ".join)
dashes = st.sampled_from([*DASHES, "--", "---"])
spaces = st.text(st.sampled_from(WHITE_SPACE), min_size=1, max_size=3)


@given(nasty)
@example("---5")
@example("– %")
@example("-- - -")
@example("1 000 %")
@example("12 345 6789")
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    """Over an alphabet of everything that is treated, in any order."""
    once = normal_form(text)

    assert normal_form(once) == once


@given(nasty)
def test_the_plain_form_keeps_what_people_typed(text: str) -> None:
    """Idempotent too; NFC, single spaces; and it changes nothing that the normal form keeps."""
    plain = plain_form(text)

    assert plain_form(plain) == plain
    assert unicodedata.is_normalized("NFC", plain)
    assert normal_form(plain) == normal_form(text)


# --- what must not matter -------------------------------------------------------------------------


@given(nasty)
def test_composition_does_not_matter(text: str) -> None:
    """Å as one character, as A with a ring, or as the sign for ångström."""
    assert normal_form(unicodedata.normalize("NFD", text)) == normal_form(text)
    assert normal_form("\u212b") == normal_form("A\u030a") == normal_form("Å") == "Å"


@given(sentences, st.data())
def test_the_kind_and_length_of_white_space_does_not_matter(text: str, data: st.DataObject) -> None:
    """Hard and thin spaces, tabs and line breaks are one space; none at the ends."""
    words = text.split(" ")
    spaced = "".join(word + data.draw(spaces) for word in words)

    assert normal_form(data.draw(spaces) + spaced) == normal_form(text)


@given(nasty, st.lists(st.tuples(st.integers(0, 24), st.sampled_from(INVISIBLE)), max_size=5))
def test_invisible_characters_do_not_matter(text: str, added: list[tuple[int, str]]) -> None:
    """Soft hyphens and zero-width characters, wherever they hide."""
    other = text
    for place, invisible in added:
        other = other[:place] + invisible + other[place:]

    assert normal_form(other) == normal_form(text)


@given(nasty, st.data())
def test_the_style_of_quotation_marks_does_not_matter(text: str, data: st.DataObject) -> None:
    """«…», “…”, „…“, '…' and "…" are one, apostrophes included."""
    other = "".join(
        data.draw(st.sampled_from(QUOTATION_MARKS)) if letter in QUOTATION_MARKS else letter
        for letter in text
    )

    assert normal_form(other) == normal_form(text)


@given(sentences, dashes, st.sampled_from(["", " ", "\u00a0", "\u2009"]))
def test_the_opening_dash_does_not_matter(text: str, dash: str, space: str) -> None:
    """Which dash opens the speech, and whether a space follows it, as long as a word does."""
    assume(not (text[0].isdigit() and not space))

    assert normal_form(f"{dash}{space}{text}") == normal_form(f"– {text}") == f"– {text}"


@given(sentences, sentences, dashes, spaces, spaces)
def test_a_dash_between_spaces_does_not_matter(
    before: str, after: str, dash: str, left: str, right: str
) -> None:
    """Hyphen, en dash, em dash, or two hyphens, before numbers too."""
    assert normal_form(f"{before}{left}{dash}{right}{after}") == f"{before} – {after}"


@given(st.integers(1_000, 10**13), st.sampled_from(WHITE_SPACE))
def test_the_space_in_digit_groups_does_not_matter(number: int, space: str) -> None:
    """10 000 with any space is 10000."""
    grouped = f"{number:,}".replace(",", space)

    assert normal_form(f"om lag {grouped} kroner") == f"om lag {number} kroner"


@given(st.integers(0, 999), spaces)
def test_the_space_before_the_per_cent_sign_does_not_matter(number: int, space: str) -> None:
    """4 % is 4%."""
    assert normal_form(f"økte {number}{space}% i fjor") == f"økte {number}% i fjor"


# --- what must matter -----------------------------------------------------------------------------

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅéü"
texts = st.text(
    st.sampled_from(LETTERS + "0123456789 ,.!?():;/+" + MINUS), min_size=1, max_size=30
).filter(lambda text: text.strip())


@given(texts, st.data())
def test_every_letter_and_digit_matters(text: str, data: st.DataObject) -> None:
    """One other letter or digit is another wording, case and accents included."""
    places = [place for place, letter in enumerate(text) if letter.isalnum()]
    assume(places)
    place = data.draw(st.sampled_from(places))
    kin = "0123456789" if text[place].isdigit() else LETTERS
    other = data.draw(st.sampled_from([letter for letter in kin if letter != text[place]]))

    assert normal_form(text[:place] + other + text[place + 1 :]) != normal_form(text)


@given(texts, st.integers(0, 30), st.sampled_from(LETTERS + "0123456789,.!?():;/+%" + MINUS))
def test_every_added_character_matters(text: str, place: int, added: str) -> None:
    """Letters, digits, punctuation and the minus: what is not typography is wording."""
    assert normal_form(text[:place] + added + text[place:]) != normal_form(text)


@given(texts, st.data())
def test_every_lost_character_matters(text: str, data: st.DataObject) -> None:
    """Above all a full stop, a comma, a minus, a digit."""
    places = [place for place, letter in enumerate(text) if letter != " "]
    place = data.draw(st.sampled_from(places))

    assert normal_form(text[:place] + text[place + 1 :]) != normal_form(text)


@given(sentences, st.data())
def test_ikke_matters(text: str, data: st.DataObject) -> None:
    """Wherever it is put in."""
    words = text.split()
    words.insert(data.draw(st.integers(0, len(words))), "ikke")

    assert normal_form(" ".join(words)) != normal_form(text)


@given(sentences, st.data())
def test_the_space_between_words_matters(text: str, data: st.DataObject) -> None:
    """Lost between two words, it makes another word; between numbers another number."""
    words = text.split()
    place = data.draw(st.integers(1, len(words) - 1))
    assume(not (words[place - 1].isdigit() and words[place].isdigit()))

    joined = "".join([" ".join(words[:place]), " ".join(words[place:])])

    assert normal_form(joined) != normal_form(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("−5 grader", "5 grader"),
        ("−5 grader", "-5 grader"),
        ("– 5 grader", "−5 grader"),
        ("-5 grader", "5 grader"),
        ("-5 grader", "–5 grader"),
        ("--5 grader", "-5 grader"),
        ("---5 grader", "– -5 grader"),
        ("fra 5-10 til 20", "fra 5–10 til 20"),
        ("5-10", "510"),
        ("nord-norsk", "nordnorsk"),
        ("nord-norsk", "nord norsk"),
        ("nord-norsk", "nord – norsk"),
        ("Vi – kutter", "Vi kutter"),
        ("– Vi kutter", "Vi kutter"),
        ("1 000", "1 0000"),
        ("10 000", "1 0000"),
        ("12 34", "1234"),
        ("2026 100", "2026100"),
        ("5,5", "5.5"),
        ("5,5", "55"),
        ("4 %", "4 ‰"),
        ("4 %", "4"),
        ("4 prosent", "4 %"),
        ("«ja»", "ja"),
        ("«ja»", "««ja»»"),
        ("H2O", "H₂O"),
        ("m²", "m2"),
        ("½", "1/2"),
        ("Skift", "SKIFT"),
        ("Skift", "skift"),
        ("Oslo", "Òslo"),
        ("kan", "kan ikke"),
        ("10 000 000", "10 000"),
        ("klima - og miljø", "klima- og miljø"),
        ("ja …", "ja ..."),
    ],
)
def test_pairs_that_mean_two_things_stay_two(one: str, other: str) -> None:
    """The near misses of every rule above."""
    assert normal_form(one) != normal_form(other)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", ""),
        (" \u200b\u00a0", ""),
        ("–", "–"),
        ("- ", "–"),
        ("―Ja,\u00a0sier hun", "– Ja, sier hun"),
        ("Økte 4 % til 10\u202f000 «her»", 'Økte 4% til 10000 "her"'),
        ("-5 grader", "-5 grader"),
        ("Vi -- og de", "Vi – og de"),
        ("sam\u00adarbeid", "samarbeid"),
        ("1 000 000 5", "1000000 5"),
        ("0 123", "0123"),
    ],
)
def test_normal_forms_by_example(text: str, form: str) -> None:
    """Frozen: another form would be another format version."""
    assert normal_form(text) == form
