"""What lies in the repository holds for everybody, and says what is true."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "requirements.lock"

# The home or scratch folder of one machine; the class keeps this line from finding itself.
MACHINE_PATH = re.compile(
    rb"(?<![A-Za-z./])/(?:work|root|home|farm|Users)/[a-z]|(?<![A-Za-z./])/tmp/[a-z]"
    rb"|\b[A-Z]:\\Users\\",
)


@pytest.fixture(scope="module")
def repository_files() -> list[Path]:
    """Return the files under version control, and those about to be."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout
    files = [ROOT / name.decode() for name in listed.split(b"\0") if name]
    return [path for path in files if path.is_file()]


def test_no_file_names_a_folder_of_one_machine(repository_files: list[Path]) -> None:
    """What only exists on the machine of whoever wrote it has no place here."""
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()[:100]!r}"
        for path in repository_files
        for line in path.read_bytes().splitlines()
        if MACHINE_PATH.search(line)
    ]

    assert found == []


def test_no_built_file_is_under_version_control(repository_files: list[Path]) -> None:
    """Compiled catalogues and databases are made, not kept."""
    assert [path.name for path in repository_files if path.suffix in {".mo", ".pyc"}] == []


def test_lock_file_pins_every_requirement_by_hash_and_names_no_registry() -> None:
    """Whoever installs from the lock gets these bytes, from wherever they get packages."""
    lock = LOCK.read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
    ]

    blocks = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    pinned = {block.split("==")[0]: block for block in blocks}

    for requirement in wanted:
        name = re.match(r"[\w-]+", requirement).group().lower()  # type: ignore[union-attr]
        assert name in pinned
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in lock
    assert "--index-url" not in lock
    assert "--find-links" not in lock


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md"])
def test_papers_name_only_verbs_that_exist(paper: str) -> None:
    """A command that a paper tells to type is one that packaging/dev.py knows."""
    text = (ROOT / paper).read_text(encoding="utf-8")
    usage = runpy.run_path(str(ROOT / "packaging" / "dev.py"))["__doc__"]
    verbs = set(re.findall(r"^    (\w+)  ", usage, re.MULTILINE))

    told = re.findall(r"python3? packaging/dev\.py (\w+)", text)

    assert {"demo", "test"} <= set(told)
    assert set(told) <= verbs


def test_readme_gives_the_two_commands_of_a_clean_clone() -> None:
    """The demo comes first, and the tests are told of, each on a line to copy."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    told = re.findall(r"^(?:    )?(?:\$ )?python3? packaging/dev\.py (\w+)", text, re.MULTILINE)

    assert told[:1] == ["demo"]
    assert "test" in told
