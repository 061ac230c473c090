"""The window as a process of its own: start, report, one copy, SIGKILL."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pressdesk.storage.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "Nordlys og Fjell bygger\n\nNordlys AS og Fjell Kraft skal bygge et varmeanlegg i Bodø.\n"


def command(data: Path, *arguments: str) -> list[str]:
    """Return the command that starts PressDesk on the desk in ``data``."""
    return [sys.executable, "-m", "pressdesk.app", "--data", str(data), *arguments]


def environment(report: str) -> dict[str, str]:
    """Return the test's environment, without a screen."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PRESSDESK_REPORT": report,
        "PRESSDESK_KEY": "session",
    }


@pytest.fixture
def running(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Return a PressDesk whose window is painted."""
    process = subprocess.Popen(
        command(tmp_path), env=environment("painted"), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("painted ")
    yield process
    process.kill()
    process.wait(10)
    process.stdout.close()


def test_the_window_reports_its_first_paint_and_leaves(tmp_path: Path) -> None:
    """One line, exit code 0."""
    answer = subprocess.run(
        command(tmp_path),
        env=environment("painted,quit"),
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert answer.returncode == 0, answer.stderr
    assert re.fullmatch(r"painted \d+\n", answer.stdout)


def test_a_second_start_leaves_at_once_and_hands_its_file_over(
    running: subprocess.Popen[str], tmp_path: Path
) -> None:
    """Exit code 0, no second window, and the first has the desk all the time."""
    file = tmp_path / "tekst.txt"
    file.write_text(TEXT, "utf-8")

    answer = subprocess.run(
        command(tmp_path, "open", str(file)),
        env=environment("painted"),
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert (answer.returncode, answer.stdout) == (0, "")
    assert running.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_after_a_sigkill_the_desk_opens_again(
    running: subprocess.Popen[str], tmp_path: Path
) -> None:
    """Neither lock of a dead owner holds."""
    running.send_signal(signal.SIGKILL)
    running.wait(10)

    answer = subprocess.run(
        command(tmp_path),
        env=environment("painted,quit"),
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert answer.stdout.startswith("painted ")
    with open_desk(tmp_path) as desk, desk.transaction() as work:
        assert work.overviews() == ()


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    """What only the open desk needs waits."""
    heavy = "sqlalchemy alembic docx lxml keyring cryptography tomlkit rich PySide6.QtNetwork"
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from pressdesk.app import wiring\n"
        "from pressdesk.services.wishes import Wishes\n"
        f"wiring.open_window(Wishes(data_folder=Path({str(tmp_path)!r})), None)\n"
        f"print([one for one in {heavy.split()!r} if one in sys.modules])\n"
    )

    answer = subprocess.run(
        [sys.executable, "-c", program],
        env=environment("painted,quit"),
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert answer.stdout.splitlines()[-1] == "[]"
