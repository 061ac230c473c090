"""How a text falls into words, numbers and signs, and those into sentences."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pressdesk.textops.sentences import sentences
from pressdesk.textops.tokens import TokenKind, tokens, word_count

KINDS = {
    TokenKind.WORD: "w",
    TokenKind.NUMBER: "n",
    TokenKind.ABBREVIATION: "a",
    TokenKind.ADDRESS: "@",
    TokenKind.PUNCTUATION: ".",
}
NASTY = "aÅ.,:;!?…«»\"'’()-–—/@#&5 0\u00a0\u00ad\u0301\u200d😀א\n\t_%§\\"
PIECES = ["f.eks.", "ca.", "10 000", "24.", "november", "Vi", "er", "«", "»", "– ", ". ", "?", "! "]


def cut(text: str) -> list[tuple[str, str]]:
    """Return (text, letter of the kind) of the tokens, spaces left out."""
    return [(one.text, KINDS[one.kind]) for one in tokens(text) if one.kind is not TokenKind.SPACE]


def sentence_texts(text: str) -> list[str]:
    """Return the sentences."""
    found = tokens(text)
    return [text[found[one.start].start : found[one.end - 1].end] for one in sentences(found)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *[
            (word, "w")
            for word in (
                "avtalen",
                "EU-kommisjonen",
                "EU‑kommisjonen",
                "50-årsjubileum",
                "2030-målene",
                "5G",
                "CO2",
                "m²",
                "TV'en",
                "Skift’s",
                "H&M",
                "covid-19",
                "cafe\u0301",
                "sam\u00adarbeid",
                "é",
            )
        ],
        *[
            (number, "n")
            for number in (
                "7",
                "2026",
                "10 000",
                "10\u00a0000",
                "1\u202f250\u202f000",
                "10.000",
                "2,5",
                "09.00",
                "14:30",
                "1.2.3",
                "24.11.2026",
                "½",
            )
        ],
        *[
            (short, "a")
            for short in ("f.eks.", "F.eks.", "bl.a.", "bl.a", "ca.", "St.meld.", "kl.")
        ],
        *[
            (address, "@")
            for address in (
                "https://act.no/a?b=c",
                "www.skift.no",
                "skift.no",
                "act.no/om-oss",
                "kari.nes@skift.no",
                "#havvind",
                "@skiftnorge",
                "C:\\tekst\\fil.docx",
                "~/tekst",
                "/srv/felles/tekst.txt",
            )
        ],
        *[(sign, ".") for sign in ("…", "...", "–", "--", "«", "?", "%", "😀", "§§")],
    ],
)
def test_one_token(text: str, kind: str) -> None:
    """Each of these is one token, of that kind, also between others."""
    assert cut(text) == [(text, kind)]
    assert cut(f"se {text} nå")[1] == (text, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3. plass", ["3", ".", "plass"]),
        ("24.november", ["24", ".", "november"]),
        ("2024–2026", ["2024", "–", "2026"]),
        ("2024-2026", ["2024", "-", "2026"]),
        ("Industri- og teknologibedrifter", ["Industri-", "og", "teknologibedrifter"]),
        ("Andreas' bil", ["Andreas'", "bil"]),
        ("klar,men", ["klar", ",", "men"]),
        ("(se skift.no).", ["(", "se", "skift.no", ")", "."]),
        ("«Ja», sa hun.", ["«", "Ja", "»", ",", "sa", "hun", "."]),
        ("i 2024 100 svar", ["i", "2024", "100", "svar"]),
        ("og/eller", ["og", "/", "eller"]),
        ("ja!!!", ["ja", "!!!"]),
        ("5%", ["5", "%"]),
    ],
)
def test_several_tokens(text: str, expected: list[str]) -> None:
    """Where words meet numbers and signs."""
    assert [one for one, _kind in cut(text)] == expected


@pytest.mark.parametrize(
    "parts",
    [
        ["I 2026 kom f.eks. EU.", "Vi gikk."],
        ["Møtet er 24. november kl. 09.00.", "Kom!"],
        ["Han ble nr. 3. på lista.", "Hun ble nr. 2."],
        ["Det var i 2026.", "Da kom vi."],
        ["Bedriften er fra 17. mai 1814.", "Den er gammel."],
        ["Møtet er 3. Mai i Oslo.", "Kom."],
        ["J. K. Rowling skrev boka.", "Den er lang."],
        ["Prisen er 2,5 mill. kr. i år.", "Den stiger."],
        ["Vi har vind, sol osv.", "Det er bra."],
        ["Det koster 5 kr.", "Hun betaler."],
        ["«Er vi klare?» spør hun.", "Ja."],
        ["«Vi er klare.»", "Det sa han."],
        ["– Ja.", "– Nei, sier hun."],
        ["Nå … kanskje.", "Eller …", "Vi får se."],
        ["Se skift.no.", "Der står det."],
        ["Avtalen er klar.", "10 bedrifter er med."],
        ["Versjon 1.2.3 er her.", "Last ned."],
        ["Hva?!", "Ja."],
        ["1. Mål og tiltak."],
        ["(Dette er sant.)", "Ja."],
        ["Vi spør: Er det sant?", "Ja."],
        ["St. Olavs hospital er med.", "Dr. Nes òg."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    """Full stops of abbreviations, dates, ordinals and initials end none."""
    assert sentence_texts(" ".join(parts)) == parts


def test_a_forgotten_space_still_ends_a_sentence() -> None:
    """Between small letters and a word with a capital."""
    assert sentence_texts("Avtalen er klar.Arbeidet starter.") == [
        "Avtalen er klar.",
        "Arbeidet starter.",
    ]


def test_words_are_counted_as_people_do() -> None:
    """Words, numbers, abbreviations and addresses; no signs."""
    assert word_count(tokens("– Vi er 10 000, f.eks. på skift.no, sier hun!")) == 8


texts = st.text(st.sampled_from(NASTY), max_size=60) | st.lists(st.sampled_from(PIECES)).map(
    "".join
)


@given(texts)
@example("")
@example(" ")
@example("\u0301")
@example("'s")
def test_tokens_are_all_of_the_text_and_sentences_all_of_the_tokens(text: str) -> None:
    """Nothing is lost, nothing comes twice, whatever the text."""
    found = tokens(text)

    assert "".join(one.text for one in found) == text
    assert all(text[one.start : one.end] == one.text != "" for one in found)
    inside = [index for one in sentences(found) for index in range(one.start, one.end)]
    assert inside == sorted(set(inside))
    left = set(range(len(found))) - set(inside)
    assert all(found[index].kind is TokenKind.SPACE for index in left)


HOSTILE = {
    "one word": "a" * 1_000_000,
    "commas": "," * 1_000_000,
    "commas and stops": ",." * 500_000,
    "initials": "a." * 500_000,
    "hyphens": "a-" * 500_000,
    "emoji": "😀\u200d👧 " * 250_000,
    "combining letters": "e\u0301" * 500_000,
    "combining marks alone": "\u0301" * 1_000_000,
    "right to left": "שלום עולם. " * 90_000,
    "digit groups": "123 " * 250_000,
    "digits": "1 " * 500_000,
    "ordinals": "1. a " * 200_000,
    "handles": "a@" * 500_000,
    "schemes": "http://" * 140_000,
    "hosts": "x.com." * 160_000,
    "paths": "/a" * 500_000,
    "drives": "c:\\" * 300_000,
    "questions": "!?" * 500_000,
    "spaces": " " * 1_000_000,
    "brackets": "( ! a " * 160_000,
    "apostrophes": "s'" * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion(name: str) -> None:
    """A megabyte of anything ends within the patience of the test run, and nothing is lost."""
    text = HOSTILE[name]

    found = tokens(text)

    assert sum(len(one.text) for one in found) == len(text)
    assert sum(one.end - one.start for one in sentences(found)) <= len(found)
