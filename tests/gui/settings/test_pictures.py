"""Pictures of the dialog, for people to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.foundations.pictures import screenshot
from pressdesk.gui.theme import ThemeMode
from pressdesk.settings import Settings

if TYPE_CHECKING:
    from gui.settings.conftest import MakeDialog
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


@pytest.mark.parametrize("page", ["", "proofing-"])
@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("shown", ["light 100", "dark 100", "contrast 100", "light 200"])
def test_the_dialog_is_pictured(  # noqa: PLR0917  # fixtures and parameters
    make_dialog: MakeDialog, look: Look, speech: Speech, language: str, shown: str, page: str
) -> None:
    """Light, dark and with large letters, in both written forms of Norwegian."""
    mode, percent = shown.split()
    look.choose(ThemeMode(mode), int(percent))
    speech.switch(language)
    dialog = make_dialog(
        Settings(
            actor="Kari Nes <kari.nes@nordlys.example>; Nordlys",
            interface_language=language,
            theme=mode,
            text_percent=int(percent),
            grammar_engine="remote",
            grammar_server="https://lt.nordlys.example",
        )
    )
    if page:
        dialog.show_proofing()
    name = f"settings-{page}{mode}-{language}" + ("" if percent == "100" else f"-{percent}")

    path = screenshot(dialog, name)

    assert path.stat().st_size > 15_000
