"""Whatever two people answer, and whoever is received first."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressdesk.domain.approvals import ApprovalState
from pressdesk.domain.content import Content, Paragraph, QuoteBlock
from pressdesk.domain.errors import ProposalsInConflict
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import Text
from pressdesk.word.manifest import manifest_in
from pressdesk.word.reading import read_marked_bytes
from pressdesk.word.review import Cover, Review, review_document
from round_table import START, Table, joint

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = ("varme", "kraft", "ikke", "12 000", "Bodø", "«ny»", "2028.", "samarbeid,", "for", "anlegg")
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


@st.composite
def edited(draw: st.DrawFn) -> Content:
    """Return the release after somebody's work on it."""
    content = joint()
    blocks = list(content.blocks)
    for number in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(blocks) - 1))
        block = blocks[place]
        match draw(st.sampled_from(["remove", "add", "word", "word", "change"])):
            case "remove" if len(blocks) > 2:
                del blocks[place]
            case "add":
                text = Text.of(draw(sentences))
                blocks.insert(place, Paragraph(id=BlockId(f"n{number}"), text=text))
            case "change" if isinstance(block, QuoteBlock):
                blocks[place] = replace(block, paragraphs=(Text.of(draw(sentences)),))
            case _ if isinstance(block, Paragraph):
                words = block.text.plain.split()
                words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
                blocks[place] = replace(block, text=Text.of(" ".join(words)))
            case _:
                pass
    return replace(content, blocks=tuple(blocks))


def answer(sent: bytes, after: Content, author: str, *, is_tracked: bool) -> bytes:
    """Return a file as somebody sends it back who worked on it, with or without tracking."""
    manifest = manifest_in(read_marked_bytes("a.docx", sent))
    assert manifest is not None
    cover = Cover(organisation=author, reader=author, number=1, deadline="i morgen")
    return review_document(
        Review(
            content=after,
            before=joint() if is_tracked else None,
            cover=cover,
            ticket=manifest.ticket,
            head=manifest.head,
            at=START,
        )
    )


def outcome(answers: Sequence[tuple[str, Content, bool]]) -> tuple[object, ...]:
    """Receive answers in this order, accept what fits; return what there is to see."""
    with tempfile.TemporaryDirectory() as name:
        table = Table.laid(Path(name))
        table.open()
        for surname, after, is_tracked in answers:
            data = answer(table.sent[surname].read_bytes(), after, surname, is_tracked=is_tracked)
            (got,) = table.receive(table.write(f"{surname}.docx", data))
            assert got.is_taken, got
        lines = table.journeys.proposals.listed(table.place)
        seen = sorted(
            repr(replace(one.proposal, id="", after=None)) + f"{one.is_conflict} {one.landing}"
            for one in lines
        )
        with suppress(ProposalsInConflict):
            table.journeys.proposals.accept(table.place, None)
        states = table.journeys.approving.states(table.place)
        assert ApprovalState.APPROVED not in {one.state for one in states.values()}
        content = table.content
        words = {
            block.id: tuple(text.plain for text in block.texts)
            for block in content.blocks
            if not block.id.startswith("01TEST")
        }
        added = sorted(
            text.plain
            for block in content.blocks
            if block.id.startswith("01TEST")
            for text in block.texts
        )
        return seen, words, added, content.title


def check(first: Content, second: Content, *, is_tracked: bool) -> None:
    """Compare both orders."""
    one, other = ("Li", first, is_tracked), ("Moe", second, True)

    assert outcome((one, other)) == outcome((other, one))


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(edited(), edited(), st.booleans())
def test_both_orders_give_the_same(
    first: Content,
    second: Content,
    is_tracked: bool,  # drawn by hypothesis
) -> None:
    """The same proposals, the same conflicts, the same text, and nothing approved."""
    check(first, second, is_tracked=is_tracked)


@pytest.mark.soak
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(edited(), edited(), st.booleans())
def test_both_orders_give_the_same_often(
    first: Content,
    second: Content,
    is_tracked: bool,  # drawn by hypothesis
) -> None:
    """The same, often."""
    check(first, second, is_tracked=is_tracked)
