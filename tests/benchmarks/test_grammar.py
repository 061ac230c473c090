"""The grammar engine: its start, a sentence, a whole release."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from pressdesk.domain.content import Language
from pressdesk.domain.errors import GrammarError
from pressdesk.domain.manuscript import Passage, Place, Role
from pressdesk.proofing.grammar import LocalServer, ServedEngine
from pressdesk.proofing.grammar.installation import found_installation, found_java

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

FOLDER = Path(__file__).resolve().parents[2] / "build" / "languagetool"
SENTENCE = "The {}th agreement between the partners is signed, and he go to work on it in Oslo."


def passages(first: int, count: int) -> list[Passage]:
    """Return passages that nobody has read before."""
    return [
        Passage(place=Place(role=Role.BODY, line=line), text=SENTENCE.format(line))
        for line in range(first, first + count)
    ]


@pytest.fixture
def folder() -> Path:
    """Return the folder of LanguageTool, or skip."""
    try:
        found_java(found_installation(FOLDER, {}).needed_java, os.environ, 20)
    except GrammarError as error:
        pytest.skip(f"LanguageTool cannot run here ({error.code})")
    return FOLDER


@pytest.fixture
def engine(folder: Path) -> Iterator[ServedEngine]:
    """Return an engine that has read before."""
    engine = ServedEngine(LocalServer(folder), can_restart=True)
    engine.check(passages(0, 30), Language.EN)
    yield engine
    engine.stop()


def test_from_nothing_to_the_first_finding(benchmark: BenchmarkFixture, folder: Path) -> None:
    """Java, the server, English, and one sentence."""
    made: list[ServedEngine] = []

    def start() -> None:
        made.append(ServedEngine(LocalServer(folder), can_restart=True))
        made[-1].check(passages(0, 1), Language.EN)

    def stop() -> None:
        made[-1].stop()

    benchmark.pedantic(start, rounds=3, teardown=stop)


def test_one_sentence(benchmark: BenchmarkFixture, engine: ServedEngine) -> None:
    """As after a key; memory of the server goes with it."""
    lines = iter(range(100, 100_000))

    benchmark.pedantic(
        lambda: engine.check(passages(next(lines), 1), Language.EN), rounds=50, warmup_rounds=20
    )

    family = psutil.Process().children(recursive=True)
    benchmark.extra_info["memory_mb"] = max(one.memory_info().rss for one in family) // 1_000_000


def test_a_release(benchmark: BenchmarkFixture, engine: ServedEngine) -> None:
    """Five hundred words, of which nothing was read before."""
    lines = iter(range(100_000, 900_000, 1_000))

    benchmark.pedantic(
        lambda: engine.check(passages(next(lines), 30), Language.EN), rounds=10, warmup_rounds=3
    )
