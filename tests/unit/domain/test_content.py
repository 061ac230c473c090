"""Content and its texts: what holds for every value, and what is told from it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import (
    OPENING_DASHES,
    Contact,
    Content,
    FactBox,
    Image,
    Language,
    Paragraph,
    Partner,
    QuoteBlock,
    QuoteDash,
    ReleaseMode,
    Spokesperson,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import EMPTY, Mark, MarkKind, Text

ACT = Partner(id=PartnerId("p1"), name="ACT Cluster", short="ACT")
ASE = Spokesperson(id=PersonId("h1"), name="Åse Marie Dahl", organisation="ACT")
BASE = Content(language=Language.NB, title=Text("Hei"), partners=(ACT,), spokespersons=(ASE,))


def quote(words: str, *, indirect: bool = False) -> QuoteBlock:
    return QuoteBlock(
        id=BlockId("b1"), paragraphs=(Text(words),), speaker=None, is_indirect=indirect
    )


# --- texts ----------------------------------------------------------------------------------------


@given(st.text())
def test_any_string_becomes_a_text(words: str) -> None:
    """NFC, one line, no control characters; and making it again changes nothing."""
    text = Text.of(words)

    assert unicodedata.is_normalized("NFC", text.plain)
    assert len(text.plain.splitlines()) <= 1
    assert not any(unicodedata.category(one) in ("Cc", "Cs") for one in text.plain if one != "\t")
    assert Text.of(text.plain) == text == Text(text.plain)


def test_line_breaks_become_spaces() -> None:
    """Also those of other systems, and of Word."""
    assert Text.of("a\r\nb\nc\x0bd\u2028e").plain == "a b c d e"


@pytest.mark.parametrize("words", ["a\nb", "\x00", "\x1b", "\x85", "\u2028", "\ud800", "A\u030a"])
def test_what_is_no_text_is_refused(words: str) -> None:
    """A text that is made directly must be one already."""
    with pytest.raises(ValueError):  # two rules
        Text(words)


@pytest.mark.parametrize(("words", "has_words"), [("", False), (" \u00a0\t", False), ("x", True)])
def test_a_text_of_spaces_is_empty(words: str, has_words: bool) -> None:
    """Hard spaces too."""
    assert bool(Text(words)) is has_words


@pytest.mark.parametrize(
    "mark",
    [
        {"start": 0, "end": 0, "kind": MarkKind.STRONG},
        {"start": 2, "end": 1, "kind": MarkKind.STRONG},
        {"start": -1, "end": 1, "kind": MarkKind.STRONG},
        {"start": 0, "end": 1, "kind": MarkKind.LINK},
        {"start": 0, "end": 1, "kind": MarkKind.STRONG, "target": "https://x.example"},
        {"start": 0, "end": 1, "kind": MarkKind.LINK, "target": "javascript:alert(1)"},
        {"start": 0, "end": 1, "kind": MarkKind.LINK, "target": "file:///etc/passwd"},
    ],
    ids=str,
)
def test_what_is_no_mark_is_refused(mark: dict[str, object]) -> None:
    """Empty ranges, links to nowhere, links that run something."""
    with pytest.raises(ValueError):  # several rules
        Mark(**mark)


def test_a_mark_ends_with_its_text() -> None:
    """Not beyond."""
    mark = Mark(start=0, end=2, kind=MarkKind.STRONG)

    assert Text("ab", (mark,)).marks == (mark,)
    with pytest.raises(ValueError, match="ends with its text"):
        Text("a", (mark,))


# --- quotes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("dash", OPENING_DASHES)
@pytest.mark.parametrize("space", ["", " ", "\u00a0"])
def test_direct_speech_with_any_dash_has_its_dash(dash: str, space: str) -> None:
    """Hyphen, minus and long dashes, after spaces too."""
    assert quote(f" {dash}{space}Vi kutter, sier hun.").dash is QuoteDash.PRESENT


@pytest.mark.parametrize(
    "words",
    [
        "«Vi kutter», sier hun.",
        "”Vi kutter utslipp nå”, sier hun.",
        "Hun sier: «Vi kutter utslipp, og det er på tide».",
    ],
)
def test_speech_in_quotation_marks_needs_no_dash(words: str) -> None:
    """Whoever uses quotation marks needs no dash."""
    assert quote(words).dash is QuoteDash.NONE


@pytest.mark.parametrize(
    "words", ["Vi kutter, sier hun.", "Vi deltar i «Nordvind» fra nyttår av, sier hun.", ""]
)
def test_direct_speech_without_either_lacks_its_dash(words: str) -> None:
    """A name in quotation marks is no quotation."""
    assert quote(words).dash is QuoteDash.MISSING


def test_indirect_speech_needs_no_dash() -> None:
    """Han påpeker at …."""
    assert quote("Han påpeker at det haster.", indirect=True).dash is QuoteDash.NONE


def test_a_quote_has_words() -> None:
    """At least one paragraph."""
    with pytest.raises(ValueError, match="at least one"):
        QuoteBlock(id=BlockId("b1"), paragraphs=(), speaker=None)


def test_a_quote_is_uncertain_until_its_speaker_is_known() -> None:
    """A confirmed speaker with an organisation; plain reporting is never uncertain."""
    known = replace(quote("– Ja."), speaker=ASE.id)
    nobody = replace(BASE, spokespersons=(replace(ASE, organisation=None),))

    assert not BASE.is_uncertain(known)
    assert BASE.is_uncertain(replace(known, is_speaker_confirmed=False))
    assert BASE.is_uncertain(quote("– Ja."))
    assert nobody.is_uncertain(known)
    assert not BASE.is_uncertain(Paragraph(id=BlockId("b2"), text=Text("Ja.")))


# --- content --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"release_mode": ReleaseMode.EMBARGO},
        {"embargo": datetime(2026, 11, 26, 7, tzinfo=UTC)},
        {"release_mode": ReleaseMode.IMMEDIATE, "embargo": datetime(2026, 11, 26, tzinfo=UTC)},
        {"release_mode": ReleaseMode.EMBARGO, "embargo": datetime(2026, 11, 26)},
        {"blocks": (quote("a"), quote("b"))},
        {"blocks": (replace(quote("a"), speaker=PersonId("nobody")),)},
        {"blocks": (replace(quote("a"), owner=PartnerId("nobody")),)},
        {"contacts": (Contact(partner=PartnerId("nobody"), name="x"),)},
        {"partners": (ACT, ACT)},
        {"spokespersons": (ASE, ASE)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_is_no_content_is_refused(change: dict[str, object]) -> None:
    """Embargoes without an instant, doubled ids, references to nobody."""
    with pytest.raises(ValueError):  # several rules
        replace(BASE, **change)


def test_partners_and_people_are_found() -> None:
    """By id, and partners by either of their names, in any case."""
    assert BASE.partner(ACT.id) == ACT
    assert BASE.partner(None) is None
    assert BASE.partner_called(" act cluster ") == ACT
    assert BASE.partner_called("ACT") == ACT
    assert BASE.partner_called("AC") is None
    assert BASE.partner_called(None) is None
    assert BASE.person(ASE.id) == ASE
    assert BASE.person(None) is None
    assert ASE.surname == "Dahl"


@pytest.mark.parametrize(("name", "short"), [("", "x"), ("x", ""), (" ", "x")])
def test_a_partner_has_two_names(name: str, short: str) -> None:
    """Spaces are none."""
    with pytest.raises(ValueError, match="a name and a short form"):
        Partner(id=PartnerId("p"), name=name, short=short)


def test_an_edit_gives_a_new_content() -> None:
    """The block of the same id is replaced; the old content stays."""
    old, new = quote("gammelt"), quote("nytt")
    content = replace(BASE, blocks=(Paragraph(id=BlockId("b0"), text=EMPTY), old))

    edited = content.with_block(new)

    assert edited.blocks == (content.blocks[0], new)
    assert content.blocks[1] == old


def test_blocks_tell_their_texts_in_reading_order() -> None:
    """Empty headings and credits are no paragraphs."""
    box = FactBox(id=BlockId("b"), heading=Text("Fakta"), items=(Text("a"),))
    image = Image(id=BlockId("b"), caption=Text("Foto"), credit=Text("Åse"), alt=Text("alt"))

    assert box.texts == (Text("Fakta"), Text("a"))
    assert replace(box, heading=EMPTY).texts == (Text("a"),)
    assert image.texts == (Text("Foto"), Text("Åse"))
    assert replace(image, credit=EMPTY).texts == (Text("Foto"),)
