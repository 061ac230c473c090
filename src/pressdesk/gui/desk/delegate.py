"""Paints the lines of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QTableView

from pressdesk.domain.history import Stage
from pressdesk.gui.desk.model import LINE_ROLE, NONE, Column
from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.approval_bar import BAR_PX, paint_approval
from pressdesk.gui.widgets.approval_bar import GAP_PX as BAR_GAP_PX
from pressdesk.gui.widgets.badge import BADGE_PX, GAP_PX, Badge, fitting_badges, paint_badges
from pressdesk.gui.widgets.painting import Tone, paint_rounded

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from pressdesk.gui.desk.lines import DeskLine
    from pressdesk.gui.desk.model import Index
    from pressdesk.gui.theme_look import Look

PAD_PX = 10
_MOST_BADGES = 4
_MOST_TEXT_PX, _MOST_STAGE_PX = 150, 250
_TONES = {
    Stage.DRAFT: Tone.NEUTRAL,
    Stage.ROUND: Tone.WARN,
    Stage.READY: Tone.OK,
    Stage.FROZEN: Tone.ACCENT,
    Stage.PUBLISHED: Tone.NEUTRAL,
}
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class DeskDelegate(QStyledItemDelegate):
    """Paints each cell of a line."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.hovered_row = -1

    def row_height(self) -> int:
        """Return room for title and details, with air."""
        title = QFontMetrics(self._look.font(FontRole.STRONG)).height()
        details = QFontMetrics(self._look.font(FontRole.BODY)).height()
        return title + details + self._look.length(4) + 2 * self._look.length(11) + 1

    def wished_width(self, model: QAbstractItemModel, column: Column) -> int:
        """Return the width that the longest cell of ``column`` needs, header left out."""
        look = self._look
        pads = 2 * look.length(PAD_PX)
        if column is Column.PARTNERS:
            lines = [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]
            count = min(max([2, *(len(line.partners) for line in lines)]), _MOST_BADGES)
            return pads + count * (look.icon_size(BADGE_PX) + GAP_PX)
        metrics = QFontMetrics(look.font(FontRole.STRONG))
        if column is Column.RELEASE:
            return pads + self._widest_title(model) + 4
        texts = {str(model.index(row, column).data() or "") for row in range(model.rowCount())}
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        most = _MOST_STAGE_PX if column is Column.STAGE else _MOST_TEXT_PX
        widest = min(widest, look.icon_size(most))
        if column is Column.APPROVED:
            return pads + look.length(BAR_PX) + look.length(BAR_GAP_PX) + widest + 4
        if column is Column.STAGE:
            return pads + widest + 2 * look.length(9)
        return pads + widest + 4

    def _widest_title(self, model: QAbstractItemModel) -> int:
        strong = QFontMetrics(self._look.font(FontRole.STRONG))
        body = QFontMetrics(self._look.font(FontRole.BODY))
        lines = [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]
        return max(
            (
                max(strong.horizontalAdvance(line.title), body.horizontalAdvance(line.details))
                for line in lines
            ),
            default=0,
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(40, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line: DeskLine = index.data(LINE_ROLE)
        look = self._look
        rect = QRectF(option.rect)
        painter.save()
        try:
            painter.setRenderHint(painter.RenderHint.Antialiasing)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, look.color("accent_soft"))
            elif index.row() == self.hovered_row:
                painter.fillRect(rect, look.color("inspector"))
            if index.row() < index.model().rowCount() - 1:
                below = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
                painter.fillRect(below, look.color("line"))
            pad = look.length(PAD_PX)
            self._paint_cell(painter, rect.adjusted(pad, 0, -pad, -1), line, index)
        finally:
            painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, line: DeskLine, index: Index) -> None:
        match Column(index.column()):
            case Column.RELEASE:
                self._paint_title(painter, rect, line, self._left_out(index))
            case Column.PARTNERS:
                badges = [
                    Badge(name[:1].upper(), slot, name) for slot, name in enumerate(line.partners)
                ]
                side = self._look.icon_size(BADGE_PX) + GAP_PX
                most = min(_MOST_BADGES, max(1, int((rect.width() + GAP_PX) // side)))
                paint_badges(painter, rect, self._look, fitting_badges(badges, most))
            case Column.STAGE:
                self._paint_stage(painter, rect, line)
            case Column.APPROVED:
                share = line.approved / line.quotes if line.quotes else 0
                stale = line.stale / line.quotes if line.quotes else 0
                words = str(index.data())
                paint_approval(painter, rect, self._look, share=share, stale=stale, words=words)
            case Column.DUE:
                is_strong = line.is_urgent or line.is_overdue
                role = FontRole.STRONG if is_strong else FontRole.BODY
                token = "ink" if line.due else "faint"
                token = Tone.DANGER.ink if line.is_overdue else token
                self._paint_text(painter, rect, line.due or NONE, role, token)
            case Column.CHANGED:
                self._paint_text(painter, rect, line.changed, FontRole.BODY, "muted")

    def _left_out(self, index: Index) -> list[str]:
        """Return what the columns would say that have no room."""
        table = self.parent()
        if not isinstance(table, QTableView):
            return []
        columns = (Column.DUE, Column.APPROVED)
        return [
            str(index.sibling(index.row(), column).data(Qt.ItemDataRole.AccessibleTextRole))
            for column in columns
            if table.isColumnHidden(column) and index.sibling(index.row(), column).data() != NONE
        ]

    def _paint_title(
        self, painter: QPainter, rect: QRectF, line: DeskLine, left_out: list[str]
    ) -> None:
        look = self._look
        title = QFontMetrics(look.font(FontRole.STRONG)).height()
        details = QFontMetrics(look.font(FontRole.BODY)).height()
        gap = look.length(4)
        top = rect.center().y() - (title + gap + details) / 2
        first = QRectF(rect.left(), top, rect.width(), title)
        second = QRectF(rect.left(), top + title + gap, rect.width(), details)
        self._paint_text(painter, first, line.title, FontRole.STRONG, "ink")
        words = " · ".join((*left_out, line.details))
        self._paint_text(painter, second, words, FontRole.BODY, "muted")

    def _paint_stage(self, painter: QPainter, rect: QRectF, line: DeskLine) -> None:
        look = self._look
        tone = _tone_of(line)
        font = look.font(FontRole.SMALL_MEDIUM)
        metrics = QFontMetrics(font)
        side, height = look.length(9), metrics.height() + 2 * look.length(2)
        width = min(metrics.horizontalAdvance(line.stage_words) + 2 * side, rect.width())
        pill = QRectF(rect.left(), round(rect.center().y() - height / 2), width, height)
        outline = look.color(tone.ink) if look.theme.has_outlines else None
        paint_rounded(painter, pill, height / 2, ground=look.color(tone.ground), line=outline)
        inner = pill.adjusted(side, 0, -side, 0)
        self._paint_text(painter, inner, line.stage_words, FontRole.SMALL_MEDIUM, tone.ink)

    def _paint_text(
        self, painter: QPainter, rect: QRectF, text: str, role: FontRole, token: str
    ) -> None:
        font = self._look.font(role)
        painter.setFont(font)
        painter.setPen(self._look.color(token))
        width = int(rect.width()) + 1
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(rect, _LEFT | int(Qt.TextFlag.TextDontClip), shown)


def _tone_of(line: DeskLine) -> Tone:
    """Return the tone of the pill: red where it says that something is late or lost."""
    is_lost = line.is_overdue or (line.stale > 0 and line.stage_words == line.stale_words)
    return Tone.DANGER if is_lost else _TONES[line.stage]
