"""Pictures of the place, for people to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.foundations.pictures import screenshot
from gui.new.answers import AGREEMENT, fill_in
from pressdesk.gui.theme import ThemeMode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from gui.new.answers import MakePlace
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("shown", ["light 100", "dark 100", "contrast 100", "light 200"])
def test_the_place_is_pictured(  # noqa: PLR0917  # fixtures
    qtbot: QtBot, make_place: MakePlace, look: Look, speech: Speech, language: str, shown: str
) -> None:
    """Half filled in, in both written forms of Norwegian, light, dark and with large letters."""
    mode, percent = shown.split()
    look.choose(ThemeMode(mode), int(percent))
    speech.switch(language)
    place = make_place()
    if percent == "200":
        place.resize(1920, 1080)
    fill_in(place)
    place.view.go_to_field("signed_by")
    place.presenter.on_field_left("signed_place")
    qtbot.waitUntil(lambda: AGREEMENT["purpose"] in place.view.preview.sheet.toPlainText())
    qtbot.waitUntil(lambda: "26. november" in _written(place))
    row = place.view.fields.editor("signed_by").parentWidget()
    qtbot.waitUntil(lambda: row.height() >= row.heightForWidth(row.width()))

    path = screenshot(place, f"new-{mode}-{language}" + ("" if percent == "100" else f"-{percent}"))

    assert path.stat().st_size > 40_000


def _written(place: QWidget) -> str:
    return place.view.fields.editor("embargo").accessibleDescription()
