"""The figures that review rounds promise; medians, printed by ``dev.py bench``."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from pressdesk.domain.content import Paragraph
from pressdesk.domain.deciding import Deciding, Proposed
from pressdesk.domain.ids import BlockId
from pressdesk.domain.proposals import Proposal, ProposalChange, ProposalPart
from pressdesk.domain.text import Text
from pressdesk.services.invitations import Invitation
from round_table import Table, joint, typed_into_box

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from pressdesk.domain.content import Content

PEOPLE = 10
WORDS = 5_000
LONG = 100
"""Words of a paragraph in the long release."""
TEXT = (
    "partnerne vil bygge nye anlegg for fornybar kraft i nord og avtalen som gjelder fra neste år "
    "gir støtte fra staten til målinger av utslipp i fjorden sier daglig leder ifølge rapporten"
)


def long_release() -> Content:
    """Return the joint release with a body of 5,000 words."""
    chance, known = random.Random(1), TEXT.split()
    words = [chance.choice(known) for _ in range(WORDS)]
    paragraphs = tuple(
        Paragraph(id=BlockId(f"n{at}"), text=Text.of(" ".join(words[at : at + LONG])))
        for at in range(0, WORDS, LONG)
    )
    content = joint()
    return replace(content, blocks=(*content.blocks, *paragraphs))


def test_a_round_for_ten_people_is_opened(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Ten Word files made, recorded and named: under 2 s."""
    numbers = count()
    invitations = [
        Invitation.parse(f"Leser Nummer{number};role=approver;partner=Fjell")
        for number in range(PEOPLE)
    ]

    def laid() -> tuple[tuple[Table, Path], dict[str, object]]:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        return (Table.laid(folder, long_release()), folder / "ut"), {}

    def opened(table: Table, folder: Path) -> None:
        table.journeys.rounds.open(table.place, invitations, table.now + timedelta(days=1), folder)

    benchmark.pedantic(opened, setup=laid, rounds=5, warmup_rounds=1)

    assert benchmark.stats.stats.median < 2.0


def test_a_long_answer_is_received(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A Word answer of 5,000 words with changes: under 400 ms."""
    numbers = count()

    def laid() -> tuple[tuple[Table, Path], dict[str, object]]:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        table = Table.laid(folder, long_release())
        table.open()
        data = typed_into_box(table.sent["Li"].read_bytes(), "GODKJENT")
        data = changed(data)
        return (table, table.write("svar.docx", data)), {}

    def received(table: Table, answer: Path) -> None:
        (found,) = table.receive(answer)
        assert found.response is not None
        assert len(found.response.proposals) > 20

    benchmark.pedantic(received, setup=laid, rounds=5, warmup_rounds=1)

    assert benchmark.stats.stats.median < 0.400


def changed(data: bytes) -> bytes:
    """Return a file in which every paragraph of the long body has another word."""
    from round_table import parts_of, with_part

    xml = parts_of(data)["word/document.xml"].decode()
    body = xml.index("Anlegget skal stå")
    return with_part(data, "word/document.xml", xml[:body] + xml[body:].replace(" som ", " der "))


def test_three_hundred_proposals_are_accepted(benchmark: BenchmarkFixture) -> None:
    """Six in each of fifty paragraphs, all at once: under 100 ms."""
    content = long_release()
    proposals = []
    for block in content.blocks:
        if not block.id.startswith("n"):
            continue
        words = block.texts[0].plain
        at = 0
        for number in range(6):
            at = words.index(" ", at + LONG // 2) + 1
            end = words.index(" ", at)
            proposals.append(
                Proposal(
                    id=f"{block.id}p{number}",
                    part=ProposalPart.BLOCK,
                    block=block.id,
                    start=at,
                    end=end,
                    old=words[at:end],
                    new="nytt",
                    change=ProposalChange.WORDS,
                    after=None,
                    author="Ola Li",
                    partner=None,
                    is_marked=True,
                    flags=(),
                )
            )
    names = [one.id for one in proposals]
    assert len(names) == 300

    def accepted() -> None:
        deciding = Deciding((Proposed(base=content, proposals=tuple(proposals)),))
        outcome = deciding.accept(content, {}, names)
        assert outcome.refused == ()

    benchmark.pedantic(accepted, rounds=9, warmup_rounds=1)

    assert benchmark.stats.stats.median < 0.100
