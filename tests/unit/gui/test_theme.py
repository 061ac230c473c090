"""Themes: complete, readable, and chosen by the system or by the user."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.gui import theme as theme_module
from pressdesk.gui.theme import (
    ThemeMode,
    color_tokens,
    contrast_ratio,
    declared_pairs,
    load_theme,
    theme_name,
)
from pressdesk.gui.theme_sheet import length, points, style_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("light", "dark", "contrast")


@pytest.mark.parametrize("name", NAMES)
def test_every_declared_pair_can_be_read(name: str) -> None:
    """Words stand out from their ground by 4.5:1 (7:1 in high contrast), signs by 3:1."""
    theme = load_theme(name)

    faults = [
        f"{pair.sign} on {pair.ground}: {ratio:.2f}, needs {pair.needed}"
        for pair in declared_pairs(name)
        if (ratio := contrast_ratio(theme.color(pair.sign), theme.color(pair.ground))) < pair.needed
    ]

    assert faults == []


@pytest.mark.parametrize("name", NAMES)
def test_every_partner_colour_can_be_read(name: str) -> None:
    """Initials on their circle, and tracked words on the sheet and on their tint."""
    theme = load_theme(name)

    faults = [
        (slot, pair)
        for slot, partner in enumerate(theme.partners)
        for pair in (
            (partner.on, partner.main),
            (partner.main, theme.paper),
            (partner.main, partner.soft),
        )
        if contrast_ratio(*pair) < 4.5
    ]

    assert len(theme.partners) == 8
    assert faults == []


@pytest.mark.parametrize("name", NAMES)
def test_every_colour_of_words_is_declared_upon_some_ground(name: str) -> None:
    """A new colour for words cannot be forgotten in the list of pairs."""
    words = {"ink", "muted", "faint", "accent", "ok", "warn", "danger", "on_accent", "on_tooltip"}

    assert words <= {pair.sign for pair in declared_pairs(name)}


def test_partners_are_told_apart() -> None:
    """No two of the eight have the same colour, and the ninth is the first again."""
    theme = load_theme("light")

    assert len({partner.main for partner in theme.partners}) == 8
    assert theme.partner(8) == theme.partner(0)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#abcdef", "#abcdef", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Black on white is 21:1; #777 on white just misses 4.5:1; order does not matter."""
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast_ratio(other, one) == contrast_ratio(one, other)


def test_the_user_goes_before_the_system() -> None:
    """A choice counts whatever the system says; without one, high contrast goes first."""
    for is_dark, wants_contrast in product((False, True), repeat=2):
        system = {"system_is_dark": is_dark, "system_wants_contrast": wants_contrast}
        expected = "contrast" if wants_contrast else "dark" if is_dark else "light"

        assert theme_name(ThemeMode.LIGHT, **system) == "light"
        assert theme_name(ThemeMode.DARK, **system) == "dark"
        assert theme_name(ThemeMode.CONTRAST, **system) == "contrast"
        assert theme_name(ThemeMode.SYSTEM, **system) == expected


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace('ink = "#1d2733"\n', ""), "ink"),
        (lambda text: text.replace("[colors]", '[colors]\nglitter = "#ffffff"'), "glitter"),
    ],
)
def test_a_theme_with_a_wrong_colour_name_is_refused(
    change: Callable[[str], str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing or unknown colour is named."""
    original = paths.resource("themes/light.toml").read_text("utf-8")
    (tmp_path / "own.toml").write_text(change(original), encoding="utf-8")
    monkeypatch.setattr(theme_module.paths, "resource", lambda name: tmp_path / Path(name).name)

    with pytest.raises(ValueError, match=told):
        load_theme("own")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_style_sheet_holds_no_token_any_more(name: str, percent: int) -> None:
    """Every token of the template is known, and braces are balanced."""
    sheet = style_sheet(load_theme(name), percent)

    assert "$" not in sheet.partition("*/")[2]
    assert sheet.count("{") == sheet.count("}")


def test_letters_double_at_200_percent_and_air_grows_half_as_fast() -> None:
    """200 % means twice the size of letters."""
    assert points(14, 200) == pytest.approx(2 * points(14, 100))
    assert length(8, 200) == 12
    assert length(0, 200) == 0


def test_the_style_sheet_sizes_letters_in_points_only() -> None:
    """No size of letters is fixed, so all grow with the user's wish."""
    template = paths.resource("themes/window.qss").read_text("utf-8")

    sizes = re.findall(r"font-size:\s*([^;]+);", template)

    assert sizes
    assert all(re.fullmatch(r"\$f\d+", size) for size in sizes)


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheets_own_signs_have_the_colours_of_the_theme(name: str) -> None:
    """Style sheets cannot tint, so these drawings hold their colour; it must be the theme's."""
    theme = load_theme(name)
    expected = {
        "down": theme.muted,
        "up": theme.muted,
        "check": theme.on_accent,
        "dot": theme.on_accent,
    }

    for sign, color in expected.items():
        drawing = paths.resource(f"themes/{name}/{sign}.svg").read_text("utf-8")
        assert set(re.findall(r"#[0-9a-f]{6}", drawing)) == {color}


def test_a_colour_nobody_knows_is_refused() -> None:
    """A typing error in a token does not pass for a colour."""
    theme = load_theme("light")

    with pytest.raises(KeyError):
        theme.color("partners")
    assert all(re.fullmatch(r"#[0-9a-f]{6}", theme.color(token)) for token in color_tokens())
