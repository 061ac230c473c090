"""The style sheet of the window: one template, filled with a theme and the user's text size."""

from __future__ import annotations

import sys
from string import Template
from typing import TYPE_CHECKING

from pressdesk import paths

if TYPE_CHECKING:
    from pressdesk.gui.theme import Theme

MAX_TEXT_PERCENT = 200
_BASE_DPI = 72 if sys.platform == "darwin" else 96


def points(design_px: float, text_percent: int) -> float:
    """Return the size of letters that the mockups draw ``design_px`` high.

    Units: points, so that the system's own resolution counts.
    """
    return round(design_px * 72 / _BASE_DPI * text_percent / 100, 2)


def length(design_px: float, text_percent: int) -> int:
    """Return a length of the mockups for the user's text size.

    Units: pixels that do not know the screen's scale; half the growth of the letters, since
    air need not grow as fast as they do.
    """
    if not design_px:
        return 0
    return max(1, round(design_px * (1 + (text_percent - 100) / 200)))


def style_sheet(theme: Theme, text_percent: int) -> str:
    """Return the style sheet of the application."""
    template = Template(paths.resource("themes/window.qss").read_text("utf-8"))
    return template.substitute(
        {name: _token(name, theme, text_percent) for name in template.get_identifiers()}
    )


def _token(name: str, theme: Theme, text_percent: int) -> str:
    """Return what stands for ``$name``.

    A colour by its name; ``s8`` is a length and ``f12`` a font size of the mockups; ``icons``
    is the folder of the signs that style sheets cannot tint.
    """
    if name == "icons":
        return paths.resource(f"themes/{theme.name}").as_posix()
    kind, number = name[0], name[1:]
    if kind == "s" and number.isdigit():
        return f"{length(int(number), text_percent)}px"
    if kind == "f" and number.isdigit():
        return f"{points(int(number), text_percent)}pt"
    return theme.color(name)
