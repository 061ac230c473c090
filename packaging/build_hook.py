"""Compiles the catalogues, and puts resources and templates into the wheel.

hatchling runs it for every wheel, the editable one too; ``python packaging/build_hook.py`` by
itself only compiles what has changed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent
SHIPPED_FOLDERS = ("resources", "templates")


class PressDeskBuildHook(BuildHookInterface[BuilderConfig]):
    """Makes the parts of a wheel that are not Python files under version control."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # the plugin's form
        """Compile the catalogues; ship the data folders unless the install is editable."""
        root = Path(self.root)
        compile_catalogues(root)
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


if __name__ == "__main__":
    for path in compile_catalogues(ROOT):
        print(f"compiled {path.relative_to(ROOT)}")
