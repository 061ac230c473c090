"""What is installed from a wheel has everything a checkout has, whichever way it was built."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
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
