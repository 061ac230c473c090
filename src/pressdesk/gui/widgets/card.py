"""Rounded surfaces: cards that hold something, and cards to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.painting import paint_focus_ring, paint_rounded, painting

if TYPE_CHECKING:
    from pressdesk.gui.theme_look import Look

RADIUS_PX = 9
_EDGE_PX = 3


def paint_card(
    painter: QPainter,
    rect: QRectF,
    look: Look,
    edge: QColor | None = None,
    line: QColor | None = None,
) -> None:
    """Paint the surface of a card; ``edge`` is the bar at its left."""
    radius = look.length(RADIUS_PX)
    ground, line = look.color("paper"), line or look.color("line")
    paint_rounded(painter, rect, radius, ground=ground, line=line)
    if edge is not None:
        strip = QRectF(rect)
        strip.setWidth(_EDGE_PX)
        painter.save()
        painter.setClipRect(strip)
        paint_rounded(painter, rect, radius, ground=edge)
        painter.restore()


class Card(QWidget):
    """A surface with a vertical layout, ``content``.

    ``edge`` is a colour token, or ``partner:n`` for the colour of the partner in slot n.
    """

    def __init__(self, look: Look, edge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._look = look
        self._edge = edge
        self.content = QVBoxLayout(self)
        look.follow(self._restyle)

    def show_edge(self, edge: str) -> None:
        """Mark the card with a colour at its left; an empty string takes it away."""
        self._edge = edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        with painting(self) as painter:
            paint_card(painter, QRectF(self.rect()), self._look, self._edge_color())

    def _edge_color(self) -> QColor | None:
        if not self._edge:
            return None
        kind, _, slot = self._edge.partition(":")
        if kind == "partner":
            return QColor(self._look.theme.partner(int(slot)).main)
        return self._look.color(kind)

    def _restyle(self) -> None:
        side, top = self._look.length(14), self._look.length(11)
        self.content.setContentsMargins(side, top, side, top)
        self.content.setSpacing(self._look.length(3))
        self.update()


class ChoiceCard(QAbstractButton):
    """A card that is a button: icon, title, and a line that explains."""

    def __init__(self, look: Look, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"choice_{icon_name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._look = look
        self._icon_name = icon_name
        self._explanation = ""
        look.follow(self._refresh)

    def show_choice(self, title: str, explanation: str) -> None:
        """Say what is chosen here; an ``&`` in the title marks the key to press with Alt."""
        self.setText(title)
        self._explanation = explanation
        self.setAccessibleName(title.replace("&", ""))
        self.setAccessibleDescription(explanation)
        self._refresh()

    def sizeHint(self) -> QSize:
        """Return room for the title, and for the explanation on as many lines as it needs."""
        title = QFontMetrics(self._look.font(FontRole.STRONG))
        width = max(self._look.icon_size(230), title.horizontalAdvance(self.text()) + 60)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width that still reads well."""
        width = self._look.icon_size(170)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """Return that narrow cards are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for icon, title and explanation."""
        pad = self._look.length(16)
        room = QRectF(0, 0, max(1, width - 2 * pad), 10_000).toRect()
        wrap = int(Qt.TextFlag.TextWordWrap)
        title = QFontMetrics(self._look.font(FontRole.STRONG))
        words = QFontMetrics(self._look.font(FontRole.BODY))
        return (
            2 * pad
            + self._look.icon_size(22)
            + self._look.length(10)
            + title.boundingRect(room, wrap, self.text().replace("&", "")).height()
            + self._look.length(3)
            + words.boundingRect(room, wrap, self._explanation).height()
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card, icon and words."""
        look, rect = self._look, QRectF(self.rect())
        pad, icon = look.length(16), look.icon_size(22)
        hot = self.underMouse() or self.isDown()
        line = look.color("accent") if hot else None
        wrap = int(Qt.TextFlag.TextWordWrap)
        with painting(self) as painter:
            paint_card(painter, rect, look, line=line)
            scale = self.devicePixelRatioF()
            painter.drawPixmap(pad, pad, look.pixmap(self._icon_name, "accent", 22, scale))
            room = QRectF(pad, pad + icon + look.length(10), self.width() - 2 * pad, 10_000)
            painter.setFont(look.font(FontRole.STRONG))
            painter.setPen(look.color("ink"))
            flags = wrap | int(Qt.TextFlag.TextShowMnemonic)
            title = painter.boundingRect(room, flags, self.text())
            painter.drawText(room, flags, self.text())
            room.setTop(title.bottom() + look.length(3))
            painter.setFont(look.font(FontRole.BODY))
            painter.setPen(look.color("muted"))
            painter.drawText(room, wrap, self._explanation)
            if self.hasFocus():
                paint_focus_ring(painter, rect, look.length(RADIUS_PX), look.color("focus"))

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
