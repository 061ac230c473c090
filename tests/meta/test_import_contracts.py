"""The import contracts in pyproject.toml break on planted imports, and cover every room."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = {
    contract["name"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
LAYERS = [re.findall(r"\w+", layer) for layer in CONTRACTS["rooms depend downwards"]["layers"]]
PLANTED = [
    ("domain", "import pressdesk.storage", "rooms depend downwards"),
    ("textops", "import pressdesk.domain", "rooms depend downwards"),
    ("word", "import pressdesk.trust", "rooms depend downwards"),
    ("services", "import pressdesk.cli", "rooms depend downwards"),
    ("cli", "import pressdesk.gui", "rooms depend downwards"),
    ("gui", "import pressdesk.cli", "rooms depend downwards"),
    ("i18n", "import pressdesk.settings", "rooms depend downwards"),
    ("cellar", "", "rooms depend downwards"),
    ("services", "import PySide6.QtCore", "Qt only in gui"),
    ("cli", "from shiboken6 import isValid", "Qt only in gui"),
    ("cli", "import pressdesk.storage", "front ends reach the world through services"),
    ("cli", "from pressdesk import word", "front ends reach the world through services"),
    ("cli", "import sqlalchemy", "front ends reach the world through services"),
    ("domain", "import lxml.etree", "pure core"),
    ("textops", "import cryptography", "pure core"),
]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a folder with a ``pressdesk`` of empty rooms and the real contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in ["", *(room for layer in LAYERS for room in layer)]:
        folder = tmp_path / "pressdesk" / room
        folder.mkdir()
        (folder / "__init__.py").touch()
    return tmp_path


def broken_contracts(house: Path) -> list[str]:
    """Return the names of the contracts that ``house`` breaks."""
    run = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    answer = subprocess.run(
        [sys.executable, "-c", run, "--no-cache"],
        cwd=house,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    broken = re.findall(r"^(.+?) BROKEN", answer.stdout, re.MULTILINE)
    assert answer.returncode == bool(broken), answer.stdout + answer.stderr
    return broken


def test_empty_rooms_break_no_contract(house: Path) -> None:
    """What the planted imports break is whole without them."""
    assert broken_contracts(house) == []


@pytest.mark.parametrize(("room", "line", "contract"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    house: Path, room: str, line: str, contract: str
) -> None:
    """One forbidden import, or one room nobody placed, breaks the contract that forbids it."""
    planted = house / "pressdesk" / room / "__init__.py"
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(f"{line}\n", encoding="utf-8")

    assert contract in broken_contracts(house)


def test_every_room_is_in_the_contracts_that_concern_it() -> None:
    """A room that exists is kept from Qt, and those that know things are kept from front ends."""
    rooms = {folder.parent.name for folder in ROOT.glob("src/pressdesk/*/__init__.py")}
    rooms |= {module.stem for module in ROOT.glob("src/pressdesk/[!_]*.py")}
    knowing = set(LAYERS[3])
    core = {"domain", "textops"}

    def named(contract: str, key: str) -> set[str]:
        modules = CONTRACTS[contract][key]
        return {module.removeprefix("pressdesk.") for module in modules}

    assert rooms - {"app", "gui"} <= named("Qt only in gui", "source_modules")
    assert rooms & knowing <= named(
        "front ends reach the world through services", "forbidden_modules"
    )
    assert rooms & {"cli", "gui"} <= named(
        "front ends reach the world through services", "source_modules"
    )
    assert rooms & core <= named("pure core", "source_modules")
