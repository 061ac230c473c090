"""Where findings stand on the sheet, and how they move."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.findings.hands import finding, paragraphs
from pressdesk.domain.content import Boilerplate, Content, FactBox, Image, QuoteBlock
from pressdesk.domain.ids import BlockId
from pressdesk.domain.manuscript import Place, Role
from pressdesk.domain.text import EMPTY, Text
from pressdesk.gui.editor.proofing.spots import Spot, moved, pieces_of, spots_of, without_passage
from pressdesk.gui.sheet import LEAD_ID, TITLE_ID, Wave
from pressdesk.services.manuscripts import manuscript_of_content
from samples import content as full_content

FACTS = FactBox(id=BlockId("f"), heading=EMPTY, items=(Text("fakta én"), Text("fakta to")))
PICTURE = Image(id=BlockId("i"), caption=EMPTY, credit=Text("Foto: Nes"))
QUOTE = QuoteBlock(id=BlockId("q"), paragraphs=(Text("– Ja."), Text("– Nei.")), speaker=None)
ABOUT = Boilerplate(
    id=BlockId("a"), partner=None, heading=Text("Om ACT"), paragraphs=(Text("ACT er 😀 stor."),)
)


def odd() -> Content:
    """Return a text with pieces whose lines are no paragraphs."""
    content = paragraphs("alt er vel")
    return replace(
        content,
        lead=(Text("ingressen"), Text("går videre")),
        blocks=(*content.blocks, FACTS, PICTURE, QUOTE),
        boilerplates=(ABOUT,),
    )


@pytest.mark.parametrize("content", [odd(), full_content()], ids=["odd", "sample"])
def test_every_word_of_every_passage_is_found_again_on_the_sheet(content: Content) -> None:
    """Headings without words, pictures without captions, texts about partners."""
    pieces = {part: "\n".join(lines) for part, lines in pieces_of(content).items()}
    passages = [
        one
        for one in manuscript_of_content(content).passages
        if one.place.role is not Role.FURNITURE
    ]
    found = [
        finding("x", place=one.place, start=0, end=len(one.text), text=one.text) for one in passages
    ]

    spots = spots_of(content, found)

    placed = [spot for some in spots.values() for spot in some]
    assert len(placed) == len(found)
    assert all(pieces[one.part][one.start : one.end] == one.finding.text for one in placed)


def test_a_finding_whose_words_are_others_has_no_spot() -> None:
    """It speaks of a text that is no more."""
    place = Place(role=Role.TITLE, line=1)
    stale = finding("x", place=place, start=0, end=3, text="Gam")
    whole = finding("x")

    assert spots_of(paragraphs("alt er vel"), [stale, whole]) == {}


def spot(text: str, start: int) -> Spot:
    made = finding(text, place=Place(role=Role.TITLE, line=1), end=len(text), text=text)
    return Spot(finding=made, part=TITLE_ID, start=start, end=start + len(text))


@given(st.text("ab ", max_size=9), st.text("ab ", max_size=9), st.text("ab ", max_size=9),
       st.text("ab ", max_size=9))  # fmt: skip
def test_what_stands_beside_new_words_moves_with_its_own(
    before: str, old: str, new: str, after: str
) -> None:
    """Whatever stretch was replaced, a spot that is kept still covers its words."""
    words, now = before + old + after, before + new + after
    spots = tuple(spot(words[n : n + 2], n) for n in range(len(words) - 1))

    kept = moved(spots, words, now)

    assert all(now[one.start : one.end] == one.finding.text for one in kept)
    assert {one.start for one in spots if one.end <= len(before)} <= {one.start for one in kept}


def test_a_line_under_a_whole_sentence_is_only_under_its_first_word() -> None:
    """Whoever reads is not in need of four dotted lines."""
    sentence = "Dette er en setning som er så lang at ingen orker å lese den til endes."
    assert spot(sentence, 3).mark == (3, 8, Wave.SPELLING)
    assert spot("fiel", 3).mark == (3, 7, Wave.SPELLING)


@pytest.mark.parametrize(
    ("place", "left"),
    [
        (Place(role=Role.LEAD, line=1, paragraph=1), (LEAD_ID, ("ingressen",))),
        (Place(role=Role.QUOTE, line=1, block=BlockId("q"), paragraph=0), ("q", ("– Nei.",))),
        (Place(role=Role.FACT, line=1, block=BlockId("f"), paragraph=1), ("f", ("", "fakta én"))),
        (Place(role=Role.BODY, line=1, block=BlockId("p0")), ("p0", None)),
        (Place(role=Role.ABOUT, line=1, block=BlockId("a")), ("a", ("Om ACT",))),
        (Place(role=Role.TITLE, line=1), (TITLE_ID, ("Tittel",))),
    ],
)
def test_one_paragraph_is_taken_away(place: Place, left: tuple[str, tuple[str, ...]]) -> None:
    """The rest of its piece stays, and a piece that was nothing else goes; titles stay."""
    pieces = pieces_of(without_passage(odd(), place))

    assert pieces.get(BlockId(left[0])) == left[1]
