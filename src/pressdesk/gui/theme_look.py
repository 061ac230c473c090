"""How the window looks just now: theme, letters and icons, switched while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QIcon, QPalette, QPixmap, QStyleHints

from pressdesk.gui.fonts import FontRole, make_font, register_fonts
from pressdesk.gui.icons import icon_pixmap, tinted_icon
from pressdesk.gui.theme import Theme, ThemeMode, load_theme, theme_name
from pressdesk.gui.theme_sheet import MAX_TEXT_PERCENT, length, style_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication


class SystemLook(Protocol):
    """What the system wishes."""

    def is_dark(self) -> bool:
        """Return whether the system shows dark windows."""

    def wants_contrast(self) -> bool:
        """Return whether the user asked the system for high contrast."""

    def watch(self, changed: Callable[[], None]) -> None:
        """Call ``changed`` whenever an answer may have changed."""

    def prefer(self, mode: ThemeMode) -> None:
        """Ask that frames and dialogs of the system look as the user chose."""


class QtSystemLook:
    """Asks Qt what the system wishes."""

    def __init__(self, hints: QStyleHints) -> None:
        self._hints = hints

    def is_dark(self) -> bool:
        """Return whether the system shows dark windows."""
        return self._hints.colorScheme() is Qt.ColorScheme.Dark

    def wants_contrast(self) -> bool:
        """Return whether the user asked the system for high contrast; Qt knows since 6.10."""
        accessibility = self._accessibility()
        if accessibility is None:
            return False
        return accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast

    def watch(self, changed: Callable[[], None]) -> None:
        """Call ``changed`` whenever an answer may have changed."""
        self._hints.colorSchemeChanged.connect(lambda _: changed())
        accessibility = self._accessibility()
        if accessibility is not None:
            accessibility.contrastPreferenceChanged.connect(lambda _: changed())

    def prefer(self, mode: ThemeMode) -> None:
        """Ask that frames and dialogs of the system look as the user chose."""
        if mode is ThemeMode.SYSTEM:
            self._hints.unsetColorScheme()
        else:
            is_dark = load_theme(mode.value).is_dark
            self._hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)

    def _accessibility(self) -> QAccessibilityHints | None:
        return self._hints.accessibility() if hasattr(self._hints, "accessibility") else None


class Look(QObject):
    """Dresses the application, and tells widgets that paint themselves what to paint with.

    One a process; ``app`` makes it and hands it to whoever paints.
    """

    changed = Signal()
    """Theme or text size are others now."""

    def __init__(self, app: QApplication, system: SystemLook | None = None) -> None:
        super().__init__(app)
        self.setObjectName("look")
        self._app = app
        self._system = system or QtSystemLook(app.styleHints())
        self._mode = ThemeMode.SYSTEM
        self._text_percent = 100
        self._icons: dict[tuple[str, str, int, int], QIcon] = {}
        app.aboutToQuit.connect(self._icons.clear)  # pictures must not outlive the application
        register_fonts()
        app.setStyle("Fusion")
        self._theme = self._wanted_theme()
        self._dress()
        self._system.watch(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """Return the theme shown now."""
        return self._theme

    @property
    def mode(self) -> ThemeMode:
        """Return who decides the theme."""
        return self._mode

    @property
    def text_percent(self) -> int:
        """Return the size of letters: 100 to 200."""
        return self._text_percent

    def choose(self, mode: ThemeMode, text_percent: int | None = None) -> None:
        """Switch theme, and size of letters if given, at once."""
        wanted = self._text_percent if text_percent is None else text_percent
        wanted = min(max(wanted, 100), MAX_TEXT_PERCENT)
        before = (self._theme, self._text_percent)
        if mode is not self._mode:
            self._mode = mode
            self._system.prefer(mode)
        self._text_percent = wanted
        self._theme = self._wanted_theme()
        if (self._theme, self._text_percent) != before:
            self._dress()
            self.changed.emit()

    def follow(self, restyle: Callable[[], None]) -> None:
        """Call ``restyle``, a method of a QObject, now and after every change."""
        self.changed.connect(restyle)
        restyle()

    def color(self, token: str) -> QColor:
        """Return the colour called ``token`` in the theme."""
        return QColor(self._theme.color(token))

    def font(self, role: FontRole) -> QFont:
        """Return the letters for ``role`` in the user's size."""
        return make_font(role, self._text_percent)

    def length(self, design_px: float) -> int:
        """Return a length of the mockups for the user's text size."""
        return length(design_px, self._text_percent)

    def icon_size(self, design_px: int = 16) -> int:
        """Return the side of an icon that stands beside letters, which grows as they do."""
        return round(design_px * self._text_percent / 100)

    def icon(self, name: str, color: str = "ink", design_px: int = 16, gap: int = 0) -> QIcon:
        """Return the icon ``name`` in the colour called ``color``, with a gap at its right."""
        key = (name, color, design_px, gap)
        if key not in self._icons:
            tint, disabled = self._theme.color(color), self._theme.faint
            size = self.icon_size(design_px)
            self._icons[key] = tinted_icon(name, tint, disabled, size, gap)
        return self._icons[key]

    def pixmap(self, name: str, color: str, design_px: int, screen_scale: float) -> QPixmap:
        """Return the icon ``name`` for painting by hand."""
        tint = self._theme.color(color)
        return icon_pixmap(name, tint, self.icon_size(design_px), screen_scale)

    def _wanted_theme(self) -> Theme:
        name = theme_name(
            self._mode,
            system_is_dark=self._system.is_dark(),
            system_wants_contrast=self._system.wants_contrast(),
        )
        return load_theme(name)

    def _on_system_changed(self) -> None:
        self.choose(self._mode)

    def _dress(self) -> None:
        self._icons.clear()
        self._app.setFont(make_font(FontRole.BODY, self._text_percent))
        self._app.setPalette(make_palette(self._theme))
        self._app.setStyleSheet(style_sheet(self._theme, self._text_percent))


def make_palette(theme: Theme) -> QPalette:
    """Return the palette of ``theme``, for what Qt paints without the style sheet."""
    role = QPalette.ColorRole
    palette = QPalette()
    for part, color in (
        (role.Window, theme.bg),
        (role.WindowText, theme.ink),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.inspector),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.faint),
        (role.Button, theme.paper),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.danger),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.ink),
        (role.Accent, theme.accent),
        (role.ToolTipBase, theme.tooltip),
        (role.ToolTipText, theme.on_tooltip),
        (role.Light, theme.paper),
        (role.Midlight, theme.hover),
        (role.Mid, theme.line),
        (role.Dark, theme.field_line),
        (role.Shadow, theme.field_line),
    ):
        palette.setColor(part, QColor(color))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(theme.faint))
    return palette
