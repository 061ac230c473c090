"""The gate over a long text with many versions, as the ready page asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.app.wiring import make_journeys
from pressdesk.domain.approvals import How
from pressdesk.domain.content import QuoteBlock
from pressdesk.domain.ids import BlockId, PersonId
from pressdesk.domain.text import Text
from pressdesk.services.approving import Said
from pressdesk.services.wishes import Wishes
from samples import content

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

QUOTES = 40


def test_preflight_of_forty_changed_quotes(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """5,000 words, a version for each approval, every quote changed since."""
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session", data_folder=tmp_path / "data")
    journeys = make_journeys(wishes, lambda _: None, "nb")
    words = "– " + "Vi gleder oss over saken og alt som følger. " * 14
    blocks = tuple(
        QuoteBlock(
            id=BlockId(f"q{number}"),
            paragraphs=(Text.of(f"{words}Nummer {number}, sier Kari Nes."),),
            speaker=PersonId("s1"),
        )
        for number in range(QUOTES)
    )
    journeys.drafting.create_file(replace(content(), blocks=blocks), tmp_path / "a.pressdesk")
    place = journeys.at(tmp_path / "a.pressdesk")
    for block in blocks:
        journeys.drafting.edit(place, block.id, f"{words}Ja, sier {block.id}.", None)
        said = Said(block=block.id, by="Kari Nes", how=How.PHONE, evidence="Ringte")
        journeys.approving.approve(place, said)
    for block in blocks:
        journeys.drafting.edit(place, block.id, f"{words}Nei, sier {block.id}.", None)
    release = place.read()

    found = benchmark(journeys.gate.readiness, release)

    assert sum("«Ja»" in one.message for one in found.blocking) == QUOTES
