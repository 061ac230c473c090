"""The figures that the core promises; medians, printed by ``dev.py bench``."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.app.wiring import make_journeys
from pressdesk.domain.ledger import EventKind
from pressdesk.services.reading import read_bytes
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from pressdesk.services.journeys import Journeys

SRC = str(Path(__file__).parents[2] / "src")


@pytest.fixture
def journeys() -> Journeys:
    """Return the journeys of a run with a key of its own."""
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session")
    return make_journeys(wishes, lambda _notice: None, "nb")


@pytest.fixture
def source(request: pytest.FixtureRequest) -> Path:
    """Return the seed text, the sample where the seed is not at hand."""
    seed = Path(__file__).parents[3] / "shared" / "seed" / "skift-act.txt"
    return seed if seed.exists() else paths.resource("samples/felles-pressemelding-nb.txt")


def test_help_is_quick(benchmark: BenchmarkFixture) -> None:
    """``pressdesk --help``, a whole process: under 150 ms."""
    command = [sys.executable, "-m", "pressdesk.app", "--help"]
    environment = os.environ | {"PYTHONPATH": SRC}

    benchmark.pedantic(
        lambda: subprocess.run(command, env=environment, check=True, capture_output=True),
        rounds=15,
        warmup_rounds=2,
    )

    assert benchmark.stats.stats.median < 0.150


def test_import_is_quick(
    benchmark: BenchmarkFixture, journeys: Journeys, source: Path, tmp_path: Path
) -> None:
    """``import`` of the seed inside the process, file and all: under 60 ms."""
    numbers = count()

    benchmark.pedantic(
        lambda: journeys.drafting.import_source(
            read_bytes(source), tmp_path / f"{next(numbers)}.pressdesk"
        ),
        rounds=30,
        warmup_rounds=2,
    )

    assert benchmark.stats.stats.median < 0.060


def test_export_is_quick(
    benchmark: BenchmarkFixture, journeys: Journeys, source: Path, tmp_path: Path
) -> None:
    """``export --draft``, written, read again and scanned: under 150 ms."""
    release = tmp_path / "a.pressdesk"
    journeys.drafting.import_source(read_bytes(source), release)

    benchmark.pedantic(
        lambda: journeys.exporting.export(journeys.at(release), tmp_path / "a.docx", is_draft=True),
        rounds=20,
        warmup_rounds=2,
    )

    assert benchmark.stats.stats.median < 0.150


def test_opening_is_quick(
    benchmark: BenchmarkFixture, journeys: Journeys, source: Path, tmp_path: Path
) -> None:
    """Opening and verifying a ``.pressdesk`` of 300 events: under 100 ms."""
    release = tmp_path / "a.pressdesk"
    journeys.drafting.import_source(read_bytes(source), release)
    with journeys.at(release).recording() as recorder:
        for number in range(298):
            recorder.record(EventKind.PAYLOAD_ERASED, {"events": [], "reason": f"event {number}"})

    opened = benchmark.pedantic(journeys.at(release).read, rounds=20, warmup_rounds=2)

    assert len(opened.events) == 300
    assert benchmark.stats.stats.median < 0.100
