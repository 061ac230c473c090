"""The figures that templates promise; medians, printed by ``dev.py bench``."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk.app.wiring import make_journeys
from pressdesk.domain.content import Language
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from pressdesk.services.templates import Templates

SRC = str(Path(__file__).parents[2] / "src")


@pytest.fixture
def templates() -> Templates:
    """Return the journey of a run."""
    return make_journeys(Wishes(key_choice="session"), lambda _notice: None, "nb").templates


def test_loading_is_quick(benchmark: BenchmarkFixture, templates: Templates) -> None:
    """Four templates in three languages, read and checked: under 100 ms."""
    loaded = benchmark.pedantic(templates.load, rounds=15, warmup_rounds=2)

    assert len(loaded.templates) == 4
    assert benchmark.stats.stats.median < 0.100


def test_a_preview_is_quick(benchmark: BenchmarkFixture, templates: Templates) -> None:
    """What follows every key while a form is filled in, without the window: under 5 ms."""
    template = templates.load().template("samarbeidsavtale")
    filled = templates.example(template, Language.NB)

    def follow() -> None:
        templates.check(template, Language.NB, filled)
        templates.preview(template, Language.NB, filled)

    benchmark.pedantic(follow, rounds=50, warmup_rounds=5)

    assert benchmark.stats.stats.median < 0.005


def test_new_is_quick(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """``pressdesk new --example``, a whole process with its signed file: under 900 ms."""
    numbers = count()
    environment = os.environ | {"PYTHONPATH": SRC, "PRESSDESK_KEY": "session"}

    def run() -> None:
        target = tmp_path / f"{next(numbers)}.pressdesk"
        command = [sys.executable, "-m", "pressdesk.app", "--as", "Kari", "new", "tildeling"]
        subprocess.run(
            [*command, "--example", "-o", str(target)],
            env=environment,
            check=True,
            capture_output=True,
        )

    benchmark.pedantic(run, rounds=7, warmup_rounds=1)

    assert benchmark.stats.stats.median < 0.900
