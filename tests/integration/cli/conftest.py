"""The command line as people run it: real files, a key of the run, a data folder of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from pressdesk import paths
from pressdesk.app.wiring import make_journeys
from pressdesk.cli.main import pressdesk as group
from pressdesk.cli.session import Session
from pressdesk.services.wishes import Wishes
from running import Ran, Run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def run() -> Run:
    """Return a function that runs ``pressdesk`` with arguments, in this process."""

    def run(*arguments: object, stdin: bytes | None = None, key: str | None = "session") -> Ran:
        session = Session(wishes=Wishes(key_choice=key), make_journeys=make_journeys, language="en")
        words = [str(argument) for argument in ("--as", "Kari Nes; Nordlys", *arguments)]
        result = CliRunner().invoke(group, words, input=stdin, obj=session, prog_name="pressdesk")
        assert "Traceback" not in result.stderr
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def sample() -> Path:
    """Return the bokmål sample."""
    return paths.resource("samples/felles-pressemelding-nb.txt")


@pytest.fixture
def release(run: Run, sample: Path, tmp_path: Path) -> Path:
    """Return a release made of the bokmål sample."""
    target = tmp_path / "release.pressdesk"
    assert run("import", sample, "-o", target).code == 0
    return target
