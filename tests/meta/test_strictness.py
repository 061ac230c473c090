"""The strictness of tests/conftest.py bites: shown on small test files of its own."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HEAD = """
import logging, pytest
"""
SILENT = """
def test_it(): logging.getLogger("a").info("quiet")
"""
SURPRISING = """
def test_it(): logging.getLogger("a").warning("boo")
"""
EXPECTED = """
@pytest.mark.expects_log("boo")
def test_it(): logging.getLogger("a").warning("boo")
"""
MISSING = """
@pytest.mark.expects_log("boo")
def test_it(): pass
"""
SURPRISING_AT_THE_END = """
@pytest.fixture
def part():
    yield
    logging.getLogger("a").error("boo")
def test_it(part): pass
"""
WARNING = """
import warnings
def test_it(): warnings.warn("old")
"""
UNKNOWN_MARK = """
@pytest.mark.nosuchmark
def test_it(): pass
"""


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        pytest.param(SILENT, "1 passed", id="silent"),
        pytest.param(EXPECTED, "1 passed", id="expected"),
        pytest.param(SURPRISING, "1 failed", id="surprising"),
        pytest.param(MISSING, "1 failed", id="missing"),
        pytest.param(SURPRISING_AT_THE_END, "1 passed, 1 error", id="surprising at the end"),
        pytest.param(WARNING, "1 failed", id="warning"),
        pytest.param(UNKNOWN_MARK, "1 error", id="unknown mark"),
    ],
)
def test_a_test_passes_only_without_surprises(tmp_path: Path, source: str, outcome: str) -> None:
    """Log records, warnings and marks that nobody announced fail the test that brings them."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for folder in ("tests", "packaging"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / "tests/conftest.py", tmp_path / "tests")
    (tmp_path / "packaging" / "build_hook.py").touch()  # there is nothing to build
    (tmp_path / "tests" / "test_sample.py").write_text(HEAD + source, encoding="utf-8")

    answer = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_sample.py"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )

    assert answer.stdout.splitlines()[-1].startswith(f"{outcome} in "), answer.stdout


def test_a_test_cannot_reach_the_home_of_who_runs_it(home: Path) -> None:
    """Settings, desk and keyring of the person at the machine are out of reach."""
    assert Path.home() == home
    assert list(home.iterdir()) == []
    assert "PRESSDESK_KEY" not in os.environ
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ


@pytest.mark.expects_log("WARNING .*strictness: still here")
def test_an_expected_warning_is_no_failure() -> None:
    """The mark names the record by level, logger and words."""
    logging.getLogger(__name__).warning("still %s", "here")
