"""Theme, letters and icons as the window gets them."""

from __future__ import annotations

import re
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QIcon, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLabel

from pressdesk import paths
from pressdesk.gui.fonts import SANS, SERIF, FontRole
from pressdesk.gui.theme import ThemeMode
from pressdesk.gui.theme_look import Look, make_palette

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

ICONS = sorted(path.stem for path in paths.resource("icons").glob("*.svg"))


class System:
    """A system whose wishes the test decides."""

    def __init__(self) -> None:
        self.dark = False
        self.contrast = False
        self.changed: Callable[[], None] = lambda: None
        self.preferred: list[ThemeMode] = []

    def is_dark(self) -> bool:
        """Return what the test decided."""
        return self.dark

    def wants_contrast(self) -> bool:
        """Return what the test decided."""
        return self.contrast

    def watch(self, changed: Callable[[], None]) -> None:
        """Keep whom to call."""
        self.changed = changed

    def prefer(self, mode: ThemeMode) -> None:
        """Keep what was asked for."""
        self.preferred.append(mode)


def test_the_window_follows_the_system_until_the_user_chooses(
    qtbot: QtBot, qapp: QApplication, look: Look
) -> None:
    """Dark and high contrast come and go with the system; a choice of the user stays."""
    system = System()
    own = Look(qapp, system)
    shown = [own.theme.name]

    system.dark = True
    with qtbot.waitSignal(own.changed):
        system.changed()
    shown.append(own.theme.name)
    system.contrast = True
    system.changed()
    shown.append(own.theme.name)
    own.choose(ThemeMode.LIGHT)
    system.changed()
    shown.append(own.theme.name)
    own.choose(ThemeMode.SYSTEM)
    shown.append(own.theme.name)
    own.deleteLater()
    look.choose(ThemeMode.DARK)

    assert shown == ["light", "dark", "contrast", "light", "contrast"]
    assert system.preferred == [ThemeMode.LIGHT, ThemeMode.SYSTEM]


def test_nothing_is_drawn_again_when_the_theme_stays(qtbot: QtBot, look: Look) -> None:
    """Choosing what is shown already says nothing."""
    with qtbot.assertNotEmitted(look.changed):
        look.choose(ThemeMode.LIGHT, 100)


@pytest.mark.parametrize(("wished", "given"), [(50, 100), (150, 150), (900, 200)])
def test_letters_grow_to_twice_their_size_and_no_further(
    look: Look, wished: int, given: int
) -> None:
    """100 to 200 per cent."""
    look.choose(ThemeMode.LIGHT, wished)

    assert look.text_percent == given
    expected = look.font(FontRole.BODY).pointSizeF()
    assert QApplication.font().pointSizeF() == pytest.approx(expected)


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK, ThemeMode.CONTRAST])
def test_the_palette_is_that_of_the_theme(qapp: QApplication, look: Look, mode: ThemeMode) -> None:
    """What Qt paints by itself has our colours."""
    look.choose(mode)

    palette = qapp.palette()

    assert palette.color(QPalette.ColorRole.Window) == look.color("bg")
    assert palette.color(QPalette.ColorRole.Text) == look.color("ink")
    assert make_palette(look.theme).color(QPalette.ColorRole.Link) == look.color("accent")


@pytest.mark.parametrize("role", list(FontRole))
def test_letters_are_our_own(look: Look, role: FontRole) -> None:
    """No font of the machine stands in for ours, and the weight is there."""
    family, _size, weight = role.value

    font = look.font(role)

    assert QFontInfo(font).family() == family
    assert QFontInfo(font).weight() == weight.value


@pytest.mark.parametrize("family", [SANS, SERIF])
def test_norwegian_and_sami_letters_are_in_the_fonts(look: Look, family: str) -> None:
    """Letters, dashes, quotes and hard spaces of our languages need no other font."""
    font = look.font(FontRole.BODY)
    font.setFamilies([family])
    raw = QRawFont.fromFont(font)

    text = "æøåÆØÅéèêòóôüäöáčđŋšŧžÁČĐŊŠŦŽ–—«»“”‘’…·•€%‰½²³×\u00a0\u202f\u2011\u2009"

    assert [letter for letter in text if not raw.supportsCharacter(ord(letter))] == []


def test_signs_are_in_the_interface_font(look: Look) -> None:
    """Check marks and arrows of the interface look the same everywhere."""
    raw = QRawFont.fromFont(look.font(FontRole.BODY))

    assert all(raw.supportsCharacter(ord(sign)) for sign in "✓✗←→↑↓●○▼×−")


def test_fonts_are_small_enough_to_carry() -> None:
    """All together under 900 kB, each with its licence beside it."""
    folder = paths.resource("fonts")
    files = [*folder.glob("*.otf"), *folder.glob("*.ttf")]

    assert sum(path.stat().st_size for path in files) < 900_000
    for path in files:
        licence = folder / f"OFL-{path.stem.split('-')[0]}.txt"
        assert "SIL OPEN FONT LICENSE" in licence.read_text("utf-8")


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_one_colour_on_the_grid(name: str) -> None:
    """24 × 24, drawn with currentColor and nothing else."""
    drawing = paths.resource(f"icons/{name}.svg").read_text("utf-8")

    assert 'viewBox="0 0 24 24"' in drawing
    assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', drawing)) == {"currentColor", "none"}


@pytest.mark.parametrize("name", ICONS)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_icon_is_tinted_and_sharp_at_every_scale(look: Look, name: str, scale: float) -> None:
    """The pixels are drawn for the screen's scale, in the colour of the theme."""
    look.choose(ThemeMode.DARK)

    image = look.icon(name, "accent").pixmap(QSize(16, 16), scale).toImage()

    assert image.size() == QSize(round(16 * scale), round(16 * scale))
    accent = look.color("accent")
    strong = [
        color
        for x in range(image.width())
        for y in range(image.height())
        if (color := image.pixelColor(x, y)).alpha() >= 100
    ]
    assert strong
    for color in strong:
        for channel in ("red", "green", "blue"):
            assert abs(getattr(color, channel)() - getattr(accent, channel)()) < 4


def test_a_disabled_icon_is_fainter(look: Look) -> None:
    """A button that cannot be pressed looks so."""
    icon = look.icon("save", "accent")

    normal = icon.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Normal).toImage()
    disabled = icon.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Disabled).toImage()

    assert normal != disabled


def test_an_icon_that_does_not_exist_is_refused(look: Look) -> None:
    """A typing error does not become an empty button."""
    with pytest.raises(FileNotFoundError):
        look.icon("no-such-icon")


def test_qt_does_not_lose_references_to_none(qtbot: QtBot) -> None:
    """PySide 6.12 dropped one at every call that returns None, until the process died."""
    label = QLabel()
    qtbot.addWidget(label)

    before = sys.getrefcount(None)
    for _ in range(300):
        label.setText("x")

    assert abs(sys.getrefcount(None) - before) < 50


def test_an_icon_costs_next_to_nothing_the_second_time(look: Look) -> None:
    """Icons are kept for the colours in use."""
    first = look.icon("moon", "danger")
    started = time.perf_counter()

    again = look.icon("moon", "danger")

    assert again.cacheKey() == first.cacheKey()
    assert time.perf_counter() - started < 0.05
