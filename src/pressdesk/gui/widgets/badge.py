"""Partners and persons: initials in a circle of the partner's colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.painting import add_look, painting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.theme_look import Look

BADGE_PX, GAP_PX = 26, 4
_OTHERS_SLOT = 7
_LETTER_SHARES = (0.44, 0.4, 0.34)
"""Height of one, two and three letters as a share of the circle's."""


@dataclass(frozen=True, slots=True)
class Badge:
    """Initials in the colour of the partner in ``slot``; ``name`` is for the ear."""

    initials: str
    slot: int
    name: str = ""


def paint_badge(painter: QPainter, rect: QRectF, look: Look, badge: Badge) -> None:
    """Paint the circle with its initials."""
    colors = look.theme.partner(badge.slot)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.main))
    painter.drawEllipse(rect)
    font = look.font(FontRole.STRONG)
    share = _LETTER_SHARES[min(max(len(badge.initials), 1), 3) - 1]
    font.setPixelSize(max(8, round(rect.height() * share)))
    painter.setFont(font)
    painter.setPen(QColor(colors.on))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), badge.initials)


class PersonBadge(QWidget):
    """One circle; its accessible name and tooltip are the full name."""

    def __init__(
        self, look: Look, badge: Badge, design_px: int = BADGE_PX, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("person_badge")
        self._look = look
        self._design_px = design_px
        self._badge = badge
        self.show_badge(badge)
        look.follow(self._restyle)

    def show_badge(self, badge: Badge) -> None:
        """Show somebody."""
        self._badge = badge
        self.setAccessibleName(badge.name)
        self.setToolTip(badge.name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the circle."""
        side = self._look.icon_size(self._design_px)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and the initials."""
        with painting(self) as painter:
            paint_badge(painter, QRectF(self.rect()), self._look, self._badge)

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class PartnerChip(QWidget):
    """A circle, a name, and at the right a note: «ACT Cluster … fører pennen»."""

    def __init__(
        self, look: Look, badge: Badge, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("partner_chip")
        self._circle = PersonBadge(look, badge, parent=self)
        self._name = ElidedLabel(badge.name, self)
        self._note = QLabel(note, self)
        add_look(self._note, "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._circle)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._note)
        self.show_partner(badge, note)

    def show_partner(self, badge: Badge, note: str = "") -> None:
        """Show a partner."""
        self._circle.show_badge(badge)
        self._name.setText(badge.name)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{badge.name}, {note}" if note else badge.name)


class BadgeRow(QWidget):
    """The circles of several; those there is no room for become «+4»."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("badge_row")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = look
        self._shown: tuple[Badge, ...] = ()
        look.follow(self._restyle)

    def show_badges(self, badges: Sequence[Badge], most: int = 4) -> None:
        """Show at most ``most`` circles; the names of all are in tooltip and accessible name."""
        self._shown = fitting_badges(badges, most)
        names = ", ".join(badge.name for badge in badges)
        self.setAccessibleName(names)
        self.setToolTip(names)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return room for every circle."""
        side = self._look.icon_size(BADGE_PX)
        return QSize(max(0, len(self._shown) * (side + GAP_PX) - GAP_PX), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circles from left to right."""
        with painting(self) as painter:
            paint_badges(painter, QRectF(self.rect()), self._look, self._shown)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def fitting_badges(badges: Sequence[Badge], most: int = 4) -> tuple[Badge, ...]:
    """Return at most ``most`` badges, the last being «+n» where some are left out."""
    if len(badges) <= most:
        return tuple(badges)
    kept = most - 1
    return (*badges[:kept], Badge(f"+{len(badges) - kept}", _OTHERS_SLOT))


def paint_badges(painter: QPainter, rect: QRectF, look: Look, badges: Sequence[Badge]) -> None:
    """Paint ``badges`` in ``rect`` from the left; a delegate paints with this too."""
    side = look.icon_size(BADGE_PX)
    top = rect.center().y() - side / 2
    for place, badge in enumerate(badges):
        left = rect.left() + place * (side + GAP_PX)
        paint_badge(painter, QRectF(left, top, side, side), look, badge)
