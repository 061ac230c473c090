"""Proofreading as a user lives it: a real window, real keys, the mistake marked and mended."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from e2e.screen import Screen, running_pressdesk, wait_for
from e2e.test_stories import draft

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Nordlys og Fjell bygger varmeanlegg

Nordlys og Fjell skal bygge et felles varmeanlegg i Elvebyen.

Anlegget gir varme til sykehuset og to skoler.

– Vi gleder oss til å komme i gang, sier daglig leder Kari Nes i Nordlys.

Om Nordlys
Nordlys lager strøm.

Kontakt:
Kari Nes, daglig leder, 900 00 001, kari@nordlys.example
"""


def says(folder: Path, words: str) -> bool:
    """Return whether the stored draft says ``words``."""
    return words in json.dumps(draft(folder), ensure_ascii=False)


def test_a_misspelling_is_typed_found_mended_and_undone(screen: Screen, tmp_path: Path) -> None:
    """Typed in the text, gone to with Shift+F7, mended with Ctrl+. and Enter, brought back with undo."""
    folder = tmp_path / "desk"
    screen.put_on_clipboard(TEXT)
    with running_pressdesk(screen, "--data", str(folder), "--as", "Kari Nes; Nordlys"):
        screen.wait_for_title("PressDesk")
        wait_for((folder / "desk.lock").exists, "the desk was not opened")
        screen.keys("ctrl+v")
        screen.wait_for_title("Nordlys og Fjell bygger varmeanlegg")
        screen.keys("ctrl+2", "ctrl+Home", "ctrl+f")
        screen.type("to skoler.")
        screen.keys("Return", "Escape", "Right")
        screen.type(" Dette er et sammarbeid om varme.")
        screen.photograph("findings-1-typed")
        wait_for(
            lambda: says(folder, "Dette er et sammarbeid om varme."), "the words were not saved"
        )

        def is_found() -> bool:
            screen.keys("shift+F7", "ctrl+c")
            return screen.clipboard() == "sammarbeid"

        wait_for(is_found, "the misspelling was not found")
        screen.photograph("findings-2-next")
        screen.keys("ctrl+period")
        screen.photograph("findings-3-quick-fix")
        screen.keys("Return")
        wait_for(lambda: says(folder, "Dette er et samarbeid om varme."), "the word was not mended")
        screen.photograph("findings-4-mended")
        screen.keys("ctrl+z")
        wait_for(
            lambda: says(folder, "Dette er et sammarbeid om varme."), "the mending was not undone"
        )
        screen.photograph("findings-5-undone")
