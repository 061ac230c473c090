"""Codes that people read aloud."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.codes import ALPHABET, head_code, is_same_code, plain_code, short_code
from pressdesk.domain.ids import Digest

digests = st.binary(min_size=32, max_size=32).map(lambda raw: Digest(raw.hex()))
LETTER = f"[{ALPHABET}]"


def decoded(code: str) -> int:
    value = 0
    for letter in code.replace("-", ""):
        value = value * 32 + ALPHABET.index(letter)
    return value


@given(digests)
def test_codes_are_the_first_bits_of_the_hash(digest: Digest) -> None:
    """30 bits in pairs, 100 bits in fours; no I, L, O, U."""
    short, head = short_code(digest), head_code(digest)

    assert re.fullmatch(rf"{LETTER}{{2}}(-{LETTER}{{2}}){{2}}", short)
    assert re.fullmatch(rf"{LETTER}{{4}}(-{LETTER}{{4}}){{4}}", head)
    assert decoded(short) == int(digest, 16) >> (256 - 30)
    assert decoded(head) == int(digest, 16) >> (256 - 100)
    assert not set("ILOU") & set(ALPHABET)


@given(digests, st.sampled_from(["", "-", " ", "\u00a0", "\u2011", "–"]), st.booleans())
def test_a_code_is_known_however_it_is_typed(digest: Digest, separator: str, lower: bool) -> None:
    """Small letters, other separators, O for 0, I and L for 1."""
    code = head_code(digest)
    typed = code.replace("-", separator).replace("0", "O").replace("1", "L")

    assert is_same_code(typed.lower() if lower else typed, code)
    assert plain_code(typed.replace("L", "I")) == code.replace("-", "")


@given(digests, st.integers(0, 19), st.sampled_from(ALPHABET))
def test_one_other_letter_is_another_code(digest: Digest, place: int, letter: str) -> None:
    """There is no tolerance but for what looks alike."""
    code = plain_code(head_code(digest))
    other = code[:place] + letter + code[place + 1 :]

    assert is_same_code(other, code) == (other == code)
    assert not is_same_code(code[:-1], code)


@pytest.mark.parametrize(("digest", "code"), [("0" * 64, "00-00-00"), ("f" * 64, "ZZ-ZZ-ZZ")])
def test_short_codes_by_example(digest: str, code: str) -> None:
    """The two ends."""
    assert short_code(Digest(digest)) == code
