"""Paints the cards of proposals, at the cost of no widget each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.round.state import ChangeCard, HeadingRow, Step
from pressdesk.gui.widgets.card import RADIUS_PX, paint_card
from pressdesk.gui.widgets.painting import paint_focus_ring, paint_rounded
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from pressdesk.gui.round.tell_changes import Row
    from pressdesk.gui.surroundings import Surroundings

    Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
SIDE_PX, GAP_PX = 16, 9
"""Beside the cards, and between them."""
PAD_PX, TOP_PX = 14, 11
CHIP_GAP_PX = 6
_CHIP_SIDE_PX, _CHIP_TOP_PX = 9, 4
STEP_WORDS = {
    Step.ACCEPT: N_("Accept"),
    Step.ACCEPT_APPROVED: N_("Accept and record as approved"),
    Step.FORCE: N_("Take this instead"),
    Step.REJECT: N_("Reject"),
    Step.REOPEN: N_("Undo the decision"),
    Step.ANSWER: N_("Answer …"),
}
_TOKENS = {
    Step.REJECT: ("danger", "danger_soft"),
    Step.ANSWER: ("muted", ""),
    Step.REOPEN: ("muted", ""),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A button of a card that is painted only."""

    rect: QRect
    text: str
    step: Step


@dataclass(frozen=True, slots=True)
class _Part:
    """Some letters of a paragraph that look otherwise. Shape: UTF-16 units."""

    start: int
    length: int
    is_struck: bool = False
    is_strong: bool = False
    color: QColor | None = None


class CardPainter(QStyledItemDelegate):
    """Measures and paints rows; the buttons of the row ``live_key`` are real ones."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = around.look
        self._speech = around.speech
        self._heights: dict[tuple[Row, int], int] = {}
        self.live_key = ""

    def forget(self) -> None:
        """Measure anew: letters or language are others."""
        self._heights.clear()

    def height_of(self, row: Row, width: int) -> int:
        """Return how high a row is."""
        key = (row, width)
        if key not in self._heights:
            if isinstance(row, HeadingRow):
                look = self._look
                letters = QFontMetrics(look.font(FontRole.CAPTION)).height()
                self._heights[key] = letters + look.length(20)
            else:
                bottom = self._lay(None, QRect(0, 0, width, 0), row)[1]
                self._heights[key] = bottom + self._look.length(GAP_PX)
        return self._heights[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        return QSize(width, self.height_of(index.data(ROW_ROLE), width))

    def updateEditorGeometry(  # a Qt virtual
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the real buttons where the painted ones would be."""
        row = index.data(ROW_ROLE)
        if isinstance(row, ChangeCard):
            chips = self.chips(row, option.rect)
            place = QRect()
            for chip in chips:
                place = place.united(chip.rect)
            place.setRight(option.rect.right() - self._look.length(SIDE_PX))
            editor.setGeometry(place)

    def chips(self, row: ChangeCard, rect: QRect) -> list[Chip]:
        """Return the painted buttons of a card in the row ``rect``."""
        return self._lay(None, rect, row)[0]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(row, HeadingRow):
                self._paint_heading(painter, rect, row.text)
            else:
                self._paint_card(painter, rect, row, state)
        finally:
            painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        look = self._look
        painter.setFont(look.font(FontRole.CAPTION))
        painter.setPen(look.color("muted"))
        side = look.length(SIDE_PX)
        place = rect.adjusted(side, 0, -side, -look.length(6))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, int(flags), text)

    def _paint_card(
        self, painter: QPainter, rect: QRect, row: ChangeCard, state: QStyle.StateFlag
    ) -> None:
        look = self._look
        side = look.length(SIDE_PX)
        card = QRectF(rect.adjusted(side, 0, -side, -look.length(GAP_PX)))
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_hot = bool(state & QStyle.StateFlag.State_MouseOver)
        line = look.color("accent" if is_chosen else "field_line" if is_hot else "line")
        paint_card(painter, card, look, edge=self._edge(row.edge), line=line)
        chips, _ = self._lay(painter, rect, row)
        if row.key != self.live_key:
            for chip in chips:
                self._paint_chip(painter, chip)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, card, look.length(RADIUS_PX), look.color("focus"))

    def _edge(self, edge: str) -> QColor:
        kind, _, slot = edge.partition(":")
        if kind == "partner":
            return QColor(self._look.theme.partner(int(slot)).main)
        return self._look.color(kind)

    def _lay(
        self, painter: QPainter | None, rect: QRect, row: ChangeCard
    ) -> tuple[list[Chip], int]:
        """Lay a card out, and paint it if there is a painter; return its buttons and its end."""
        look = self._look
        inset = look.length(SIDE_PX) + look.length(PAD_PX)
        left, right = rect.left() + inset, rect.right() + 1 - inset
        y = rect.top() + look.length(TOP_PX)
        strong, body, small = (
            look.font(role) for role in (FontRole.STRONG, FontRole.BODY, FontRole.SMALL)
        )
        lines: list[tuple[str, QFont, str, Sequence[_Part]]] = [(row.place, strong, "ink", ())]
        words, parts = self._change(row)
        lines.append((words, body, "ink" if row.is_open else "muted", parts))
        lines += [(one, body, "danger", ()) for one in row.against]
        lines += [(row.flags, small, "warn", ()), (row.note, small, "muted", ())]
        said = " · ".join(part for part in (row.who, row.state_words) if part)
        lines.append((said, body, "muted", ()))
        gap = look.length(2)
        for text, font, token, shown in lines:
            if text:
                place = QRect(left, y, right - left, 0)
                y += self._text(painter, text, font, token, place, shown) + gap
        chips, bottom = self._lay_chips(row, left, right, y + look.length(5))
        return chips, (bottom if chips else y) + look.length(TOP_PX)

    def _change(self, row: ChangeCard) -> tuple[str, list[_Part]]:
        """Return «old → new», what goes struck and what comes strong."""
        old, new = _units(row.old), _units(row.new)
        color = self._edge(row.edge) if row.is_open else None
        arrow = " → " if row.old else "+ "
        parts = [_Part(0, old, is_struck=True, color=color)] if old else []
        parts.append(_Part(old + len(arrow), new, is_strong=True))
        return f"{row.old}{arrow}{row.new}", parts

    def _lay_chips(
        self, row: ChangeCard, left: int, right: int, top: int
    ) -> tuple[list[Chip], int]:
        look = self._look
        metrics = QFontMetrics(look.font(FontRole.FIX))
        pad, gap = look.length(_CHIP_SIDE_PX), look.length(CHIP_GAP_PX)
        height = metrics.height() + 2 * look.length(_CHIP_TOP_PX)
        chips: list[Chip] = []
        x, y = left, top
        for step in row.steps:
            text = self._speech.gettext(STEP_WORDS[step])
            most = right - left - 2 * pad
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
            width = metrics.horizontalAdvance(shown) + 2 * pad
            if x > left and x + width > right:
                x, y = left, y + height + gap
            chips.append(Chip(QRect(x, y, width, height), shown, step))
            x += width + gap
        return chips, y + height

    def _paint_chip(self, painter: QPainter, chip: Chip) -> None:
        look = self._look
        ink, soft = _TOKENS.get(chip.step, ("accent", "accent_soft"))
        if soft:
            line = look.color(ink) if look.theme.has_outlines else None
            ground = look.color(soft)
            paint_rounded(painter, QRectF(chip.rect), look.length(6), ground=ground, line=line)
        font = look.font(FontRole.FIX)
        if not soft:
            font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.color(ink))
        painter.drawText(chip.rect, int(Qt.AlignmentFlag.AlignCenter), chip.text)

    def _text(  # noqa: PLR0913, PLR0917  # what is painted, how, and where
        self,
        painter: QPainter | None,
        text: str,
        font: QFont,
        token: str,
        place: QRect,
        parts: Sequence[_Part] = (),
    ) -> int:
        """Paint wrapped words, if there is a painter, and return their height."""
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if parts:
            layout.setFormats([_range(part) for part in parts])
        height = 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(place.width(), 20))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        if painter is not None:
            painter.setPen(self._look.color(token))
            layout.draw(painter, QPointF(place.topLeft()))
        return round(height)


def _range(part: _Part) -> QTextLayout.FormatRange:
    made = QTextCharFormat()
    made.setFontStrikeOut(part.is_struck)
    if part.is_strong:
        made.setFontWeight(QFont.Weight.DemiBold)
    if part.color is not None:
        made.setForeground(part.color)
    found = QTextLayout.FormatRange()
    found.start, found.length = part.start, part.length
    found.format = made
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
