"""Placeholders are found, and honest brackets are left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import (
    Boilerplate,
    Contact,
    Content,
    Image,
    Language,
    Paragraph,
    Partner,
    QuoteBlock,
    Spokesperson,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Text
from pressdesk.drafting.placeholders import ContentPart, placeholder_spans, placeholders


def found_in(words: str) -> list[str]:
    """Return the placeholders in one text."""
    return [words[start:end] for start, end in placeholder_spans(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Avtalen ble undertegnet [sted] av [navn].", ["[sted]", "[navn]"]),
        (
            "– [Sitat fra Monica Paulsen: Hva betyr avtalen? 20–45 ord], sier hun.",
            ["[Sitat fra Monica Paulsen: Hva betyr avtalen? 20–45 ord]"],
        ),
        ("[første partner]s avtale", ["[første partner]"]),
        ("Foto: [fotograf / virksomhet]", ["[fotograf / virksomhet]"]),
        ("Ring XX eller XXX, dato TBC.", ["XX", "XXX", "TBC"]),
        ("Lorem ipsum dolor", ["Lorem ipsum"]),
        ("[dato TBC]", ["[dato TBC]"]),
        ("([TITTEL])", ["[TITTEL]"]),
    ],
)
def test_what_is_still_to_be_written_is_found(words: str, expected: list[str]) -> None:
    """Square brackets around words, and the letters people type for later."""
    assert found_in(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Vi skal […] bygge.",
        "Vi skal [...] bygge.",
        "Dei «vil vere førre [sic]» i år.",
        "Som vist tidligere [1], og siden [12, 14].",
        "– [V]i er klare.",
        "alle kunde[r] får",
        "Les mer [på nettsiden](https://a.example).",
        "Direktøren [red. anm.] sa det.",
        "Sagt på engelsk [vår oversettelse].",
        "Alle lo [latter].",
        "Str. XXL, Foxx, TBCX og lorem.",
        "[]",
        "[ ]",
        "[å]",
    ],
)
def test_honest_brackets_are_left_alone(words: str) -> None:
    """Omissions, notes of editors, numbers, changed letters and links are no placeholders."""
    assert found_in(words) == []


@given(words=st.text(st.sampled_from("[]ab X(T.BC\u00e5"), max_size=60))
def test_spans_are_in_order_and_do_not_overlap(words: str) -> None:
    """Every span holds something, and no two share a character."""
    spans = placeholder_spans(words)

    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_placeholders_are_found_in_every_part_with_their_place() -> None:
    """Title, lead, blocks, descriptions of pictures, people, contacts, boilerplates."""
    partner, person = PartnerId("p"), PersonId("s")
    content = Content(
        language=Language.NB,
        title=Text("ACT skal [hva]"),
        lead=(Text("Ingress."), Text("Den gjelder fra [dato].")),
        place="[sted]",
        blocks=(
            Paragraph(id=BlockId("a"), text=Text("Alt er skrevet.")),
            Image(id=BlockId("b"), caption=Text("Bilde"), alt=Text("[beskrivelse]")),
            QuoteBlock(
                id=BlockId("c"),
                paragraphs=(Text("– Vi vil gi [ACT] og [Paulsen] tid, sier [navn]."),),
                speaker=person,
            ),
        ),
        partners=(Partner(id=partner, name="Arctic Cluster Team", short="ACT"),),
        spokespersons=(Spokesperson(id=person, name="Monica Paulsen", title="[tittel]"),),
        contacts=(Contact(partner=partner, name="[navn]", phone="900 00 001"),),
        boilerplates=(
            Boilerplate(
                id=BlockId("d"),
                partner=partner,
                heading=Text("Om ACT"),
                paragraphs=(Text("[om ACT]"),),
            ),
        ),
    )

    found = [(one.part, one.block, one.index, one.text) for one in placeholders(content)]

    assert found == [
        (ContentPart.TITLE, None, 0, "[hva]"),
        (ContentPart.LEAD, None, 1, "[dato]"),
        (ContentPart.PLACE, None, 0, "[sted]"),
        (ContentPart.BLOCK, "b", 1, "[beskrivelse]"),
        (ContentPart.BLOCK, "c", 0, "[navn]"),
        (ContentPart.SPOKESPERSON, None, 0, "[tittel]"),
        (ContentPart.CONTACT, None, 0, "[navn]"),
        (ContentPart.BOILERPLATE, "d", 1, "[om ACT]"),
    ]
    assert placeholders(content)[0].start == len("ACT skal ")
