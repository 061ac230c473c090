from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk.proofing.spelling.suggestions import is_one_slip

if TYPE_CHECKING:
    from pressdesk.proofing.spelling import Speller


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("regjerignen", "regjeringen"),
        ("komisjonen", "kommisjonen"),
        ("interresant", "interessant"),
        ("skjempeviktig", "kjempeviktig"),
        ("adminstrasjon", "administrasjon"),
        ("profesjonel", "profesjonell"),
        ("egnetlig", "egentlig"),
        ("norge", "Norge"),
        ("Regjerignen", "Regjeringen"),
        ("REGJERIGNEN", "REGJERINGEN"),
        ("EU-komisjonen", "EU-kommisjonen"),
        ("hesthus", "hestehus"),
        ("adminstrasjonnen", "administrasjonen"),
    ],
)
def test_right_word_comes_first(bokmal: Speller, wrong: str, right: str) -> None:
    """Doubled consonants, exchanged and silent letters, capitals, parts: what people do."""
    assert bokmal.suggest(wrong)[0] == right


@pytest.mark.parametrize(("wrong", "right"), [("gongn", "gongen"), ("vindage", "vindauge")])
def test_right_nynorsk_word_is_among_five(nynorsk: Speller, wrong: str, right: str) -> None:
    """Nynorsk is suggested from its own words."""
    assert right in nynorsk.suggest(wrong)


@pytest.mark.parametrize(("wrong", "right"), [("recieve", "receive"), ("adress", "address")])
def test_right_english_word_comes_first(english: Speller, wrong: str, right: str) -> None:
    """English has mistakes of its own."""
    assert english.suggest(wrong)[0] == right


def test_names_of_the_release_come_before_other_words(bokmal: Speller) -> None:
    """Whoever writes Skifft in a release of Skiffet means Skiffet."""
    assert bokmal.suggest("Skifft", names=frozenset({"Skiffet", "Nordlys"}))[0] == "Skiffet"
    assert bokmal.suggest("Skifft")[:1] != ("Skiffet",)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("skift", "skift", True),
        ("skitf", "skift", True),
        ("skif", "skift", True),
        ("skiftt", "skift", True),
        ("skeft", "skift", True),
        ("ksitf", "skift", False),
        ("ski", "skift", False),
        ("abc", "cba", False),
        ("aab", "ab", True),
        ("", "a", True),
    ],
)
def test_one_slip_is_one_letter_or_one_exchange(one: str, other: str, expected: bool) -> None:
    """It does not matter which of the two is the right one."""
    assert is_one_slip(one, other) is expected
    assert is_one_slip(other, one) is expected


def test_no_more_than_asked_for(bokmal: Speller) -> None:
    """A menu has room for a few."""
    assert len(bokmal.suggest("tilstted", 3)) == 3


def test_compounds_are_not_made_up_beside_a_near_word(bokmal: Speller) -> None:
    """With kommisjonen at hand nobody wants klomisjonen."""
    assert "klomisjonen" not in bokmal.suggest("komisjonen", 10)
