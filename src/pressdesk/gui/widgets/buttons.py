"""Buttons: one that leads on, plain ones, soft ones within cards, and icons."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from pressdesk.gui.theme_look import Look


_GAP_PX = 4
"""Between icon and words: style sheets leave none."""


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _enter_clicks(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press ``button`` if ``event`` is Enter alone: Qt knows the space bar only."""
    others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or others:
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True


class ButtonKind(StrEnum):
    """How much a button wants to be pressed."""

    PRIMARY = "primary"
    """The one that leads on; one a place."""
    PLAIN = "plain"
    SOFT = "soft"
    """A fix or a step within a card."""
    SOFT_DANGER = "soft-danger"
    """A refusal within a card."""
    QUIET = "quiet"
    """Beside a soft one: «Ignorer»."""
    LINK = "link"
    """Words that lead on, in the middle of others: «Purr på e-post»."""


class Button(QPushButton):
    """A button with words, and an icon if it has one."""

    def __init__(
        self,
        look: Look,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._icon_name = icon_name
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        add_look(self, kind.value)
        look.follow(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard."""
        if not _enter_clicks(self, event):
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        if not self._icon_name:
            return
        tokens = {
            ButtonKind.PRIMARY: "on_accent",
            ButtonKind.SOFT: "accent",
            ButtonKind.SOFT_DANGER: "danger",
            ButtonKind.QUIET: "muted",
        }
        side, gap = self._look.icon_size(), self._look.length(_GAP_PX)
        color = tokens.get(self._kind, "ink")
        self.setIcon(self._look.icon(self._icon_name, color, gap=gap))
        self.setIconSize(QSize(side + gap, side))


class IconButton(QToolButton):
    """A button with an icon only; its words are for the tooltip and the screen reader."""

    def __init__(
        self,
        look: Look,
        icon_name: str,
        *,
        color: str = "muted",
        design_px: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{icon_name}_button")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._look = look
        self._icon_name = icon_name
        self._color = color
        self._design_px = design_px
        look.follow(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard."""
        if not _enter_clicks(self, event):
            super().keyPressEvent(event)

    def show_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._restyle()

    def show_name(self, name: str, keys: str = "") -> None:
        """Say what the button does, and which keys do the same."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys})" if keys else name)

    def _restyle(self) -> None:
        self.setIcon(self._look.icon(self._icon_name, self._color, self._design_px))
        side = self._look.icon_size(self._design_px)
        self.setIconSize(QSize(side, side))
