"""What holds for every test: a strict log, a world of its own, and the property-test profiles."""

from __future__ import annotations

import itertools
import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

ROOT = Path(__file__).resolve().parent.parent
RECORDS = pytest.StashKey["list[logging.LogRecord]"]()

settings.register_profile(
    "ci", derandomize=True, deadline=None, max_examples=100, database=None, print_blob=True
)
settings.register_profile(
    "soak",
    deadline=None,
    max_examples=5_000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("PRESSDESK_HYPOTHESIS", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites golden files."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the golden tests find instead of comparing; the diff is read in review",
    )


def pytest_sessionstart() -> None:
    """Compile the catalogues that changed, so that pytest alone never reads stale ones."""
    subprocess.run([sys.executable, str(ROOT / "packaging" / "build_hook.py")], check=True)


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Return whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of texts and data that lies beside the checkout, or skip."""
    folder = Path(os.environ.get("PRESSDESK_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("no folder `shared` beside the checkout, and PRESSDESK_SHARED names none")
    return folder


# --- a world of its own for every test -----------------------------------------------------------


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return new, empty home folders, one for each ``next``."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count(1))


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, homes: Iterator[Path]) -> Path:
    """Give the test an empty home folder, English, and no keyring; return that folder.

    Neither settings, desks, keys nor the session bus of whoever runs the tests can be reached.
    """
    folder = next(homes)
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith("PRESSDESK_")]:
        monkeypatch.delenv(name)
    for name in ("DBUS_SESSION_BUS_ADDRESS", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "100")
    return folder


# --- a log without surprises ---------------------------------------------------------------------


class Collector(logging.Handler):
    """Keeps every record from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep ``record``."""
        self.records.append(record)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Listen to the log from before the first fixture until after the last."""
    collector = Collector()
    item.stash[RECORDS] = collector.records
    logging.getLogger().addHandler(collector)
    try:
        return (yield)
    finally:
        logging.getLogger().removeHandler(collector)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test that logged what it did not expect, or did not log what it expected."""
    result = yield
    heard = take_messages(item)
    expected = expected_patterns(item)
    unmet = [pattern for pattern in expected if not any(re.search(pattern, line) for line in heard)]
    fail_on_unexpected(heard, expected)
    if unmet:
        pytest.fail("expected in the log, and not there:\n" + "\n".join(unmet), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test whose fixtures complained while they were taken down."""
    result = yield
    fail_on_unexpected(take_messages(item), expected_patterns(item))
    return result


def take_messages(item: pytest.Item) -> list[str]:
    """Return what was logged since the last call, one line of text a record."""
    records = item.stash[RECORDS]
    messages = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in records]
    records.clear()
    return messages


def expected_patterns(item: pytest.Item) -> list[str]:
    """Return the patterns of the test's ``expects_log`` marks."""
    return [pattern for mark in item.iter_markers("expects_log") for pattern in mark.args]


def fail_on_unexpected(messages: list[str], expected: list[str]) -> None:
    """Fail the running test if a message fits none of the patterns."""
    surprises = [
        message
        for message in messages
        if not any(re.search(pattern, message) for pattern in expected)
    ]
    if surprises:
        pytest.fail("nobody expected in the log:\n" + "\n".join(surprises), pytrace=False)
