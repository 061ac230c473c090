"""The letters of the window: two families of our own, so that it looks the same everywhere."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase

from pressdesk import paths
from pressdesk.gui.theme_sheet import points

SANS = "PressDesk Sans"
"""Inter, for the interface, titles and leads."""
SERIF = "PressDesk Serif"
"""Noto Serif, for the body of the sheet."""

_REGULAR, _MEDIUM, _SEMIBOLD, _BOLD = (
    QFont.Weight.Normal,
    QFont.Weight.Medium,
    QFont.Weight.DemiBold,
    QFont.Weight.Bold,
)


class FontRole(Enum):
    """What letters are used for: family, size in the mockups' pixels, weight."""

    BODY = (SANS, 14, _REGULAR)
    MEDIUM = (SANS, 14, _MEDIUM)
    STRONG = (SANS, 14, _SEMIBOLD)
    SMALL = (SANS, 12, _REGULAR)
    SMALL_MEDIUM = (SANS, 12, _MEDIUM)
    FIX = (SANS, 13, _SEMIBOLD)
    CAPTION = (SANS, 11, _SEMIBOLD)
    TITLE = (SANS, 15, _BOLD)
    SECTION = (SANS, 16, _SEMIBOLD)
    HEADING = (SANS, 22, _SEMIBOLD)
    SHEET_BODY = (SERIF, 16.5, _REGULAR)
    SHEET_LEAD = (SANS, 17.5, _MEDIUM)
    SHEET_HEADLINE = (SANS, 29, _SEMIBOLD)
    SHEET_TAG = (SANS, 10.5, _MEDIUM)


def register_fonts() -> None:
    """Make the two families known to Qt; needs the application, once a run.

    Raises:
        FileNotFoundError: a font cannot be read, so the installation is incomplete.
    """
    for path in sorted(paths.resource("fonts").glob("PressDesk*.[ot]tf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)
    if not {SANS, SERIF} <= set(QFontDatabase.families()):
        raise FileNotFoundError(paths.resource("fonts"))
    QFont.insertSubstitution("Inter", SANS)
    QFont.insertSubstitution("Noto Serif", SERIF)


def make_font(role: FontRole, text_percent: int = 100) -> QFont:
    """Return the letters for ``role``; what the families lack comes from the system's fonts."""
    family, design_px, weight = role.value
    font = QFont()
    font.setFamilies([family, SANS] if family == SERIF else [family])
    font.setPointSizeF(points(design_px, text_percent))
    font.setWeight(weight)
    if role is FontRole.CAPTION:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
    elif role is FontRole.SHEET_HEADLINE:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
    return font
