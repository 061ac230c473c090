"""Quotes × persons, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.round.state import Cell, Matrix
from pressdesk.gui.widgets.painting import paint_focus_ring, paint_rounded

if TYPE_CHECKING:
    from pressdesk.gui.surroundings import Surroundings

    Index = QModelIndex | QPersistentModelIndex

_CELL_ROLE = int(Qt.ItemDataRole.UserRole)
_CELL_SIDE_PX, _PILL_SIDE_PX = 10, 9


class _Delegate(QStyledItemDelegate):
    """Paints a standing as a pill."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = around.look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the words of a cell, and for the pill around them."""
        look = self._look
        metrics = QFontMetrics(look.font(FontRole.BODY))
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        cell = index.data(_CELL_ROLE)
        if isinstance(cell, Cell) and not cell.is_empty:
            of_pill = QFontMetrics(look.font(FontRole.SMALL_MEDIUM))
            width = of_pill.horizontalAdvance(words) + 2 * look.length(_PILL_SIDE_PX)
        else:
            width = metrics.horizontalAdvance(words)
        width += 2 * look.length(_CELL_SIDE_PX + 2)
        return QSize(width, metrics.height() + 2 * look.length(9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        look, rect = self._look, QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        cell = index.data(_CELL_ROLE)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        pad = look.length(_CELL_SIDE_PX)
        inner = rect.adjusted(pad, 0, -pad, 0)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.color("line"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            if isinstance(cell, Cell) and not cell.is_empty:
                self._paint_pill(painter, inner, cell)
            else:
                painter.setFont(look.font(FontRole.BODY))
                painter.setPen(look.color("muted" if isinstance(cell, Cell) else "ink"))
                shown = QFontMetrics(look.font(FontRole.BODY)).elidedText(
                    words, Qt.TextElideMode.ElideRight, int(inner.width())
                )
                painter.drawText(inner, middle, shown)
            if state & QStyle.StateFlag.State_HasFocus:
                paint_focus_ring(painter, rect, 4, look.color("focus"))
        finally:
            painter.restore()

    def _paint_pill(self, painter: QPainter, inner: QRectF, cell: Cell) -> None:
        look = self._look
        font = look.font(FontRole.SMALL_MEDIUM)
        metrics = QFontMetrics(font)
        side = look.length(_PILL_SIDE_PX)
        width = min(metrics.horizontalAdvance(cell.words) + 2 * side, int(inner.width()))
        height = metrics.height() + 2 * look.length(2)
        pill = QRectF(inner.left(), inner.center().y() - height / 2, width, height)
        line = look.color(cell.tone.ink) if look.theme.has_outlines else None
        ground = look.color(cell.tone.ground)
        paint_rounded(painter, pill, height / 2, ground=ground, line=line)
        painter.setFont(font)
        painter.setPen(look.color(cell.tone.ink))
        shown = metrics.elidedText(cell.words, Qt.TextElideMode.ElideRight, width - side)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), shown)


class MatrixView(QTableWidget):
    """Shows where every quote stands with whoever answers for it."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("approval_matrix")
        self._around = around
        self._matrix = Matrix()
        self.setItemDelegate(_Delegate(around, self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show other standings."""
        if matrix == self._matrix:
            return
        self._matrix = matrix
        self._fill()

    @property
    def matrix(self) -> Matrix:
        """What is shown."""
        return self._matrix

    def full_height(self) -> int:
        """Return the height without scrolling."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return self.horizontalHeader().sizeHint().height() + rows + 2

    def retranslate(self) -> None:
        """Say it in the language of the window; the standings come with the next text."""
        self.setAccessibleName(self._around.speech.gettext("Quote approvals"))
        self._fill()

    def _fill(self) -> None:
        matrix, tr = self._matrix, self._around.speech.gettext
        self.clear()
        self.setRowCount(len(matrix.rows))
        self.setColumnCount(1 + len(matrix.people))
        self.setHorizontalHeaderLabels([tr("Quote"), *matrix.people])
        for row, (name, beginning, cells) in enumerate(matrix.rows):
            first = QTableWidgetItem(name)
            first.setToolTip(beginning)
            first.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {beginning}")
            self.setItem(row, 0, first)
            for column, cell in enumerate(cells, 1):
                item = QTableWidgetItem(cell.words)
                item.setData(_CELL_ROLE, cell)
                spoken = cell.spoken or tr("not asked")
                person = matrix.people[column - 1]
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {person}: {spoken}")
                item.setToolTip(spoken if not cell.is_empty else "")
                self.setItem(row, column, item)
        self._restyle()

    def _restyle(self) -> None:
        self.resizeRowsToContents()
        self.resizeColumnsToContents()
        self.viewport().update()
