"""Comparing from the menu of the window, over a real desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk import paths

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.window.places import Places


def test_the_release_in_the_editor_offers_its_versions(qtbot: QtBot, places: Places) -> None:
    """The last version against the text as it stands; leaving goes to the desk."""
    window = places._window
    places.open_desk()
    places.open_files([paths.resource("samples/felles-pressemelding-nb.txt")])
    qtbot.waitUntil(lambda: window.current_place().objectName() == "editor_place", timeout=10_000)

    window.actions_.action("compare").trigger()
    qtbot.waitUntil(lambda: window.current_place().objectName() == "compare_place", timeout=10_000)
    place = places.comparing.place
    assert place is not None
    qtbot.waitUntil(lambda: place.view.summary.text() == "The two texts say the same.")
    names = [place.view.old_choice.itemText(number) for number in range(3)]
    place.closed.emit()

    assert names[0].startswith("Version 1")
    assert names[1:] == ["The text as it stands", "Choose a file …"]
    assert window.current_place() is window.desk_page


def test_from_the_desk_two_files_are_asked_for(qtbot: QtBot, places: Places) -> None:
    """The place opens empty and says so."""
    window = places._window
    places.open_desk()

    window.actions_.action("compare").trigger()
    qtbot.waitUntil(lambda: window.current_place().objectName() == "compare_place", timeout=10_000)

    place = places.comparing.place
    assert place is not None
    assert place.view.summary.text() == "Choose an old and a new text."
