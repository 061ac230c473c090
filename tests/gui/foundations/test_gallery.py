"""All widgets at once: pictures for people, names for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.foundations.gallery import Gallery
from gui.foundations.names import unnamed_focusables
from gui.foundations.norwegian import norwegian
from gui.foundations.pictures import screenshot
from pressdesk.gui.theme import ThemeMode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


@pytest.mark.parametrize("shown", ["light 100", "dark 100", "contrast 100", "light 200"])
def test_every_widget_is_pictured(
    qtbot: QtBot, look: Look, speech: Speech, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gallery is drawn in every theme, and with letters twice as large."""
    mode, percent = shown.split()
    norwegian(speech, monkeypatch)
    look.choose(ThemeMode(mode), int(percent))
    gallery = Gallery(look, speech)
    qtbot.addWidget(gallery)
    gallery.resize(1440 * int(percent) // 100, 980 * int(percent) // 100)
    gallery.show()
    gallery.toast.show_done("Sitatet er slettet")
    gallery.activateWindow()
    gallery.empty.card("word").setFocus()
    qtbot.waitUntil(gallery.empty.card("word").hasFocus)

    path = screenshot(gallery, f"gallery-{mode}-nb-{percent}")

    assert path.stat().st_size > 20_000


def test_every_widget_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, look: Look, speech: Speech
) -> None:
    """A screen reader has something to say wherever Tab leads."""
    gallery = Gallery(look, speech)
    qtbot.addWidget(gallery)

    assert unnamed_focusables(gallery) == []


def test_look_can_change_while_the_window_is_open(qtbot: QtBot, look: Look, speech: Speech) -> None:
    """Nothing has to be opened again for another theme or larger letters."""
    gallery = Gallery(look, speech)
    qtbot.addWidget(gallery)
    gallery.show()
    before = gallery.stages.sizeHint()

    look.choose(ThemeMode.DARK, 150)

    assert gallery.stages.sizeHint().height() > before.height()
    assert gallery.grab().toImage().pixelColor(900, 5) == look.color("paper")
