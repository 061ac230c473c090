"""How the sheet looks: fonts and sizes of each kind of line, and the colours around them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette

from pressdesk.gui.fonts import SANS, SERIF
from pressdesk.gui.sheet.lines import LineKind


class Tone(StrEnum):
    """What a pill says by colour; its words always say it too."""

    NEUTRAL = "neutral"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pill:
    """Where a quote stands, in words and tone."""

    words: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLook:
    """Colours and font families of the sheet.

    Colours take effect at once, families with the next text that is loaded: they are part of
    the document, and so of undo.
    """

    ink: QColor
    muted: QColor
    line: QColor
    canvas: QColor
    paper: QColor
    box: QColor
    accent: QColor
    accent_soft: QColor
    selection: QColor
    selection_ink: QColor
    ok: QColor
    ok_soft: QColor
    warn: QColor
    warn_soft: QColor
    bad: QColor
    bad_soft: QColor
    grammar: QColor
    fallback_owner: QColor
    sans: tuple[str, ...] = (SANS,)
    serif: tuple[str, ...] = (SERIF, SANS)

    @classmethod
    def light(cls) -> SheetLook:
        """Return the colours of mockups/2-editor.png."""
        return cls(
            ink=QColor("#1d2733"),
            muted=QColor("#66717f"),
            line=QColor("#e2e6ea"),
            canvas=QColor("#f3f4f2"),
            paper=QColor("#ffffff"),
            box=QColor("#f3f4f2"),
            accent=QColor("#0f5c6e"),
            accent_soft=QColor("#e1eff1"),
            selection=QColor("#bfdde3"),
            selection_ink=QColor("#1d2733"),
            ok=QColor("#176f42"),
            ok_soft=QColor("#e4f4eb"),
            warn=QColor("#9c5200"),
            warn_soft=QColor("#fdf0df"),
            bad=QColor("#b3261e"),
            bad_soft=QColor("#fbe9e7"),
            grammar=QColor("#2f6fde"),
            fallback_owner=QColor("#66717f"),
        )

    @classmethod
    def dark(cls) -> SheetLook:
        """Return the colours of mockups/2-editor-dark.png."""
        return cls(
            ink=QColor("#e6eaee"),
            muted=QColor("#9aa6b2"),
            line=QColor("#323a43"),
            canvas=QColor("#181c20"),
            paper=QColor("#20252b"),
            box=QColor("#1b2025"),
            accent=QColor("#4fb3c8"),
            accent_soft=QColor("#1d3a42"),
            selection=QColor("#2a5a66"),
            selection_ink=QColor("#ffffff"),
            ok=QColor("#5cc48c"),
            ok_soft=QColor("#1f3a2c"),
            warn=QColor("#e9a44b"),
            warn_soft=QColor("#3b2d18"),
            bad=QColor("#ff8a80"),
            bad_soft=QColor("#45231f"),
            grammar=QColor("#6ea1ff"),
            fallback_owner=QColor("#9aa6b2"),
        )

    def palette(self, base: QPalette) -> QPalette:
        """Return ``base`` with the colours of the sheet."""
        palette = QPalette(base)
        for role, colour in (
            (QPalette.ColorRole.Text, self.ink),
            (QPalette.ColorRole.Base, self.paper),
            (QPalette.ColorRole.Window, self.canvas),
            (QPalette.ColorRole.Highlight, self.selection),
            (QPalette.ColorRole.HighlightedText, self.selection_ink),
            (QPalette.ColorRole.PlaceholderText, self.muted),
            (QPalette.ColorRole.Link, self.accent),
        ):
            palette.setColor(role, colour)
        return palette

    @property
    def style_sheet(self) -> str:
        """What keeps the window's own style sheet from dressing the sheet as a field."""
        return (
            "QTextEdit#sheet { border: none; padding: 0; margin: 0; background: transparent;"
            f" color: {self.ink.name()}; selection-color: {self.selection_ink.name()};"
            f" selection-background-color: {self.selection.name()}; }}"
        )

    def tone(self, tone: Tone) -> tuple[QColor, QColor]:
        """Return ink and ground of a pill."""
        return {
            Tone.OK: (self.ok, self.ok_soft),
            Tone.WARN: (self.warn, self.warn_soft),
            Tone.BAD: (self.bad, self.bad_soft),
            Tone.NEUTRAL: (self.muted, self.canvas),
        }[tone]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLook:
    """The type of one kind of line.

    Units: pixels at text size 1.0. ``below`` is the space after the last line of a piece,
    ``between`` the space after the others, ``pad`` what a box adds above its first line.
    """

    size: float
    height: float
    below: float
    between: float = 4
    above: float = 0
    pad: float = 0
    left: float = 0
    right: float = 0
    weight: int = 400
    is_sans: bool = False
    spacing: float = 0


PAPER_WIDTH = 720
PAPER_LEFT = 72
PAPER_RIGHT = 64
PAPER_ABOVE = 26
"""The strip of canvas above and below the paper."""
PAPER_TOP = 44
QUOTE_BAR = 19
BOX_PAD = 14
SPEAKER_ROW = 20
SPEAKER_GAP = 5

LINE_LOOKS = {
    LineKind.TITLE: LineLook(size=29, height=36, below=10, weight=600, is_sans=True, spacing=-0.29),
    LineKind.LEAD: LineLook(size=17.5, height=26.5, below=17, between=8, weight=500, is_sans=True),
    LineKind.PARAGRAPH: LineLook(size=16.5, height=26.4, below=13),
    LineKind.SUBHEADING: LineLook(size=18, height=25, above=21, below=6, weight=600, is_sans=True),
    LineKind.QUOTE: LineLook(size=16.5, height=26.4, below=43, between=6),
    LineKind.ITEM: LineLook(size=16.5, height=26.4, below=13, between=4, left=22),
    LineKind.FACT_HEADING: LineLook(
        size=14.5,
        height=22,
        below=32,
        between=6,
        pad=16,
        left=18,
        right=18,
        weight=600,
        is_sans=True,
    ),
    LineKind.FACT_ITEM: LineLook(
        size=14.5, height=22.5, below=32, between=4, left=36, right=18, is_sans=True
    ),
    LineKind.CAPTION: LineLook(
        size=14, height=21.5, below=28, between=3, pad=14, left=40, right=18, is_sans=True
    ),
    LineKind.CREDIT: LineLook(size=12.5, height=19, below=28, left=40, right=18, is_sans=True),
    LineKind.ABOUT_HEADING: LineLook(
        size=15, height=22, above=46, below=6, between=4, weight=600, is_sans=True
    ),
    LineKind.ABOUT: LineLook(size=15, height=23.5, below=12, between=6),
}
