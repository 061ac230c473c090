"""Paints cards that are not open: the same look as the open one, at the cost of no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
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

from pressdesk.gui.editor.proofing.rows import CardRow, HeadingRow, MoreRow, Step
from pressdesk.gui.editor.proofing.words import MOST_SHOWN, fix_words, step_words, waiting_words
from pressdesk.gui.fonts import FontRole
from pressdesk.gui.sheet import Wave
from pressdesk.gui.widgets.card import RADIUS_PX, paint_card
from pressdesk.gui.widgets.painting import paint_focus_ring, paint_rounded

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from pressdesk.gui.editor.proofing.rows import Row
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.theme_look import Look

    Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
SIDE_PX, GAP_PX = 16, 9
"""Beside the cards, and between them."""
PAD_PX, TOP_PX = 14, 11
_CHIP_SIDE_PX, _CHIP_TOP_PX, _CHIP_GAP_PX = 9, 4, 6
_SIGN_PX = 20
_WAVE_TOKENS = {Wave.SPELLING: "spelling", Wave.GRAMMAR: "grammar", Wave.STYLE: "style"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A button of a card that is painted only. ``step`` is None for a replacement."""

    rect: QRect
    text: str
    fix: str = ""
    step: Step | None = None


def paint_sign(painter: QPainter, rect: QRectF, look: Look, wave: Wave) -> None:
    """Paint the line that stands under the words in the text."""
    color = look.color(_WAVE_TOKENS[wave])
    middle = rect.center().y()
    if wave is Wave.STYLE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        size, step = 2.4, 5.0
        x = rect.left() + 1
        while x + size <= rect.right():
            painter.drawEllipse(QRectF(x, middle - size / 2, size, size))
            x += step
        return
    path = QPainterPath(QPointF(rect.left(), middle))
    x, is_up = rect.left(), True
    while x + 5 <= rect.right():
        path.quadTo(QPointF(x + 2.5, middle + (-4 if is_up else 4)), QPointF(x + 5, middle))
        x, is_up = x + 5, not is_up
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(color), 1.6))
    painter.drawPath(path)


class CardPainter(QStyledItemDelegate):
    """Measures and paints rows; ``live_height`` is the height of the open card, which paints itself."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = around.look
        self._speech = around.speech
        self._heights: dict[tuple[Row, int], int] = {}
        self.live_key = ""
        self.live_height = 0

    def forget(self) -> None:
        """Measure anew: letters or language are others."""
        self._heights.clear()

    # --- sizes

    def height_of(self, row: Row, width: int) -> int:
        """Return how high a row is."""
        if isinstance(row, CardRow) and row.key == self.live_key:
            return self.live_height
        key = (row, width)
        if key not in self._heights:
            self._heights[key] = self._measure(row, width)
        return self._heights[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        return QSize(width, self.height_of(index.data(ROW_ROLE), width))

    def updateEditorGeometry(  # a Qt virtual
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Give the open card the whole row: it has its own margins."""
        del index
        editor.setGeometry(option.rect)

    def _measure(self, row: Row, width: int) -> int:
        look = self._look
        if isinstance(row, HeadingRow):
            return QFontMetrics(look.font(FontRole.CAPTION)).height() + look.length(14)
        if isinstance(row, MoreRow):
            return QFontMetrics(look.font(FontRole.FIX)).height() + 2 * look.length(9)
        bottom = self._lay(None, QRect(0, 0, width, 0), row)[1]
        return bottom + look.length(GAP_PX)

    def chips(self, row: CardRow, rect: QRect) -> list[Chip]:
        """Return the painted buttons of a card in the row ``rect``."""
        return self._lay(None, rect, row)[0]

    # --- painting

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
            elif isinstance(row, MoreRow):
                is_hot = bool(state & QStyle.StateFlag.State_MouseOver)
                self._paint_more(painter, rect, row.text, is_hot=is_hot)
            elif row.key != self.live_key:
                self._paint_card(painter, rect, row, state)
        finally:
            painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        look = self._look
        font = look.font(FontRole.CAPTION)
        painter.setFont(font)
        painter.setPen(look.color("muted"))
        side = look.length(SIDE_PX)
        place = rect.adjusted(side, 0, -side, -look.length(6))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, int(flags), shown)

    def _paint_more(self, painter: QPainter, rect: QRect, text: str, *, is_hot: bool) -> None:
        look = self._look
        side = look.length(SIDE_PX)
        place = QRectF(rect.adjusted(side, 0, -side, -look.length(GAP_PX)))
        ground = look.color("hover") if is_hot else None
        paint_rounded(painter, place, look.length(6), ground=ground)
        painter.setFont(look.font(FontRole.FIX))
        painter.setPen(look.color("accent"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_card(
        self, painter: QPainter, rect: QRect, row: CardRow, state: QStyle.StateFlag
    ) -> None:
        look = self._look
        side = look.length(SIDE_PX)
        card = QRectF(rect.adjusted(side, 0, -side, -look.length(GAP_PX)))
        is_hot = bool(state & QStyle.StateFlag.State_MouseOver)
        line = look.color("field_line") if is_hot else None
        paint_card(painter, card, look, line=line)
        self._lay(painter, rect, row)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, card, look.length(RADIUS_PX), look.color("focus"))

    def _lay(self, painter: QPainter | None, rect: QRect, row: CardRow) -> tuple[list[Chip], int]:
        """Lay a card out, and paint it if there is a painter; return its buttons and its end."""
        look = self._look
        side, pad = look.length(SIDE_PX), look.length(PAD_PX)
        left, right = rect.left() + side + pad, rect.right() + 1 - side - pad
        y = rect.top() + look.length(TOP_PX)
        sign = look.icon_size(_SIGN_PX)
        strong, body = look.font(FontRole.STRONG), look.font(FontRole.BODY)
        if painter is not None:
            line = QFontMetrics(strong).height()
            paint_sign(painter, QRectF(right - sign, y, sign, line), look, row.wave)
        y += self._text(
            painter, row.title, strong, "ink", QRect(left, y, right - left - sign - pad // 2, 0)
        )
        gap = look.length(3)
        one = row.excerpt
        bold = (len(one.before), len(one.words)) if one.before + one.after else None
        for text, ink, part in ((str(one), "muted", bold), (row.note, "warn", None)):
            if text:
                place = QRect(left, y + gap, right - left, 0)
                y += gap + self._text(painter, text, body, ink, place, part)
        chips, bottom = self._lay_chips(row, left, right, y + look.length(8))
        if painter is not None:
            for chip in chips:
                self._paint_chip(painter, chip)
        waiting = waiting_words(self._speech, row)
        y = bottom if chips else y
        if waiting and not chips:
            place = QRect(left, y + gap, right - left, 0)
            y += gap + self._text(painter, waiting, look.font(FontRole.SMALL), "faint", place)
        return chips, y + look.length(TOP_PX)

    def _lay_chips(self, row: CardRow, left: int, right: int, top: int) -> tuple[list[Chip], int]:
        look = self._look
        metrics = QFontMetrics(look.font(FontRole.FIX))
        pad, gap = look.length(_CHIP_SIDE_PX), look.length(_CHIP_GAP_PX)
        height = metrics.height() + 2 * look.length(_CHIP_TOP_PX)
        wanted: list[tuple[str, str, Step | None]] = [
            (fix_words(self._speech, fix), fix, None) for fix in (row.fixes or ())[:MOST_SHOWN]
        ]
        wanted += [
            (step_words(self._speech, step, row.alike), "", step)
            for step in row.steps
            if step is not Step.ALIKE
        ]
        chips: list[Chip] = []
        x, y = left, top
        for text, fix, step in wanted:
            most = right - left - 2 * pad
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
            width = metrics.horizontalAdvance(shown) + 2 * pad
            if x > left and x + width > right:
                x, y = left, y + height + gap
            chips.append(Chip(QRect(x, y, width, height), shown, fix, step))
            x += width + gap
        return chips, y + height

    def _paint_chip(self, painter: QPainter, chip: Chip) -> None:
        look = self._look
        is_soft = chip.step in (None, Step.REMOVE, Step.GO, Step.RESTORE)
        if is_soft:
            line = look.color("accent") if look.theme.has_outlines else None
            ground = look.color("accent_soft")
            paint_rounded(painter, QRectF(chip.rect), look.length(6), ground=ground, line=line)
        font = look.font(FontRole.FIX)
        if not is_soft:
            font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.color("accent" if is_soft else "muted"))
        painter.drawText(chip.rect, int(Qt.AlignmentFlag.AlignCenter), chip.text)

    def _text(  # noqa: PLR0913, PLR0917 - what is painted, how, and where
        self,
        painter: QPainter | None,
        text: str,
        font: QFont,
        token: str,
        place: QRect,
        bold: tuple[int, int] | None = None,
    ) -> int:
        """Paint wrapped words, if there is a painter, and return their height."""
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if bold is not None:
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.DemiBold)
            strong.setForeground(self._look.color("ink"))
            part = QTextLayout.FormatRange()
            before = len(text[: bold[0]].encode("utf-16-le")) // 2
            words = text[bold[0] : bold[0] + bold[1]]
            part.start, part.length = before, len(words.encode("utf-16-le")) // 2
            part.format = strong
            layout.setFormats([part])
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
