"""The colours of the window, as values; nothing here knows Qt."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any  # TOML: what is in a file is known once it is read

from pressdesk import paths

_LINEAR_BELOW = 0.04045


class ThemeMode(StrEnum):
    """Who decides how the window looks: the system, or the user."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerColor:
    """The colour of one partner.

    ``main`` is for bars, badges and tracked words, ``soft`` for the ground behind tracked
    words, ``on`` for initials upon ``main``.
    """

    main: str
    soft: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Every colour of one look.

    Units: colours are ``#rrggbb``.
    """

    name: str
    is_dark: bool
    has_outlines: bool
    """Whether soft surfaces need a line round them to be seen."""

    bg: str
    paper: str
    side: str
    inspector: str
    hover: str
    line: str
    field_line: str
    ink: str
    muted: str
    faint: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    track: str
    selection: str
    focus: str
    spelling: str
    grammar: str
    style: str
    tooltip: str
    on_tooltip: str

    partners: tuple[PartnerColor, ...]

    def partner(self, slot: int) -> PartnerColor:
        """Return the colour of the partner in ``slot``; colours come again after the last."""
        return self.partners[slot % len(self.partners)]

    def color(self, token: str) -> str:
        """Return the colour called ``token``.

        Raises:
            KeyError: no colour has that name.
        """
        if token not in color_tokens():
            raise KeyError(token)
        return str(getattr(self, token))


@dataclass(frozen=True, slots=True)
class Pair:
    """Something seen upon a ground, and the contrast it needs there."""

    sign: str
    ground: str
    needed: float


@cache
def color_tokens() -> tuple[str, ...]:
    """Return the names of the colours of a theme, partners left out."""
    others = {"name", "is_dark", "has_outlines", "partners"}
    return tuple(field.name for field in fields(Theme) if field.name not in others)


@cache
def load_theme(name: str) -> Theme:
    """Return the theme ``light``, ``dark`` or ``contrast``.

    Raises:
        ValueError: the file lacks a colour, or holds one that no theme has.
    """
    values = _read(name)
    colors: dict[str, str] = values["colors"]
    if set(colors) != set(color_tokens()):
        odd = sorted(set(colors) ^ set(color_tokens()))
        raise ValueError(f"theme {name}: missing or unknown: {', '.join(odd)}")
    partners = values["partners"]
    return Theme(
        name=name,
        is_dark=values["is_dark"],
        has_outlines=values["has_outlines"],
        partners=tuple(
            PartnerColor(main=main, soft=soft, on=partners["on"])
            for main, soft in zip(partners["main"], partners["soft"], strict=True)
        ),
        **colors,
    )


def declared_pairs(name: str) -> tuple[Pair, ...]:
    """Return the pairs whose contrast the theme ``name`` promises."""
    contrast = _read(name)["contrast"]
    return (
        *(Pair(sign, ground, contrast["minimum"]) for sign, ground in contrast["text"]),
        *(Pair(sign, ground, 3.0) for sign, ground in contrast["signs"]),
    )


def theme_name(mode: ThemeMode, *, system_is_dark: bool, system_wants_contrast: bool) -> str:
    """Return the name of the theme to show."""
    if mode is not ThemeMode.SYSTEM:
        return mode.value
    if system_wants_contrast:
        return "contrast"
    return "dark" if system_is_dark else "light"


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two colours.

    Units: 1 (none) to 21.
    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= _LINEAR_BELOW else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(paths.resource(f"themes/{name}.toml").read_text("utf-8"))
