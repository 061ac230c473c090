"""Pictures of the desk, for people to look at: build/screenshots/desk-*.png."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.desk.overviews import desk
from gui.foundations.pictures import screenshot
from pressdesk.domain.errors import DeskInUse
from pressdesk.gui.theme import ThemeMode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.window.places import Places


def lay_out(places: Places) -> None:
    """Let the line below take its words in before the picture is made."""
    layout = places._window.status.layout()
    assert layout is not None
    layout.activate()


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_desk(qtbot: QtBot, places: Places, language: str, theme: str) -> None:
    """The desk of the mockup."""
    places._around.look.choose(ThemeMode(theme))
    window = places._window
    window.status.show_desk(is_open=True)
    places.desk.show(desk())
    window.desk_page.desk.table.setFocus()
    qtbot.waitUntil(window.desk_page.desk.table.isVisible)

    lay_out(places)
    assert screenshot(window, f"desk-{theme}-{language}").exists()


@pytest.mark.parametrize("language", ["nb"])
def test_desk_in_double_size(qtbot: QtBot, places: Places, language: str) -> None:
    """Nothing is lost at 200 %."""
    places._around.look.choose(ThemeMode.LIGHT, 200)
    places.desk.show(desk())
    qtbot.waitUntil(places._window.desk_page.desk.table.isVisible)

    lay_out(places)
    assert screenshot(places._window, "desk-light-200").exists()


@pytest.mark.parametrize("language", ["nb"])
def test_empty_desk(qtbot: QtBot, places: Places, language: str) -> None:
    """Three things to start from."""
    places.open_desk()
    qtbot.waitUntil(places._window.desk_page.desk.empty.isVisible)
    qtbot.waitUntil(lambda: places._around.tasks.running == 0)

    lay_out(places)
    assert screenshot(places._window, "desk-empty").exists()


@pytest.mark.parametrize("language", ["nb"])
def test_locked_desk(places: Places, language: str) -> None:
    """A message at the place, the lines as they were read, and a button."""
    places.desk.show(desk())
    places._window.status.show_desk(is_open=False)
    places._window.desk_page.desk.show_trouble(DeskInUse(name="PressDesk"), is_kept=True)

    lay_out(places)
    assert screenshot(places._window, "desk-locked").exists()


@pytest.mark.parametrize("language", ["nb"])
def test_help(qtbot: QtBot, places: Places, language: str) -> None:
    """The help beside the desk; what has no room is scrolled to."""
    places.desk.show(desk())
    places._window.toggle_help()
    panel = places._window._help
    assert panel is not None
    qtbot.waitUntil(panel.words_area.isVisible)

    lay_out(places)
    assert screenshot(places._window, "desk-help").exists()
