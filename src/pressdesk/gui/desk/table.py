"""The table of releases, on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.desk.delegate import DeskDelegate
from pressdesk.gui.desk.model import Column, DeskModel
from pressdesk.gui.widgets.card import paint_card
from pressdesk.gui.widgets.painting import FOCUS_PX, paint_focus_ring, painting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.lines import DeskLine
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_LEAST_TITLE_PX = 250
_SHARES = {Column.RELEASE: 36, Column.PARTNERS: 12, Column.STAGE: 16, Column.APPROVED: 14}
"""How room beyond what is needed is given out, of 100; the other columns get the rest."""
_FIRST_TO_GO = (Column.CHANGED, Column.PARTNERS, Column.APPROVED, Column.DUE)
"""What is left out where there is no room; the screen reader says it with the title."""


class DeskTable(QTableView):
    """Arrows choose a release, Enter opens it, Delete removes it."""

    opened = Signal(str)
    remove_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    """A release, and where on the screen its menu is wanted."""

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_table")
        self._look = look
        self._speech = speech
        self._rows = DeskModel(speech, self)
        self._paint = DeskDelegate(look, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._paint)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setObjectName("desk_header")
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    def show_lines(self, lines: Sequence[DeskLine]) -> None:
        """Show ``lines``; the chosen release stays chosen, else the next one at its place."""
        chosen, row = self.chosen(), self.currentIndex().row()
        self._rows.replace(lines)
        if lines:
            kept = self._rows.row_of(chosen) if chosen else 0
            self._choose_row(kept if kept >= 0 else min(max(row, 0), len(lines) - 1))
        self._fit()

    def lines(self) -> tuple[DeskLine, ...]:
        """Return the lines shown."""
        return self._rows.lines

    def chosen(self) -> ReleaseId | None:
        """Return the chosen release."""
        row = self.currentIndex().row()
        return self._rows.lines[row].release if 0 <= row < len(self._rows.lines) else None

    def choose(self, release: ReleaseId) -> None:
        """Go to a release."""
        row = self._rows.row_of(release)
        if row >= 0:
            self._choose_row(row)

    def wished_height(self) -> int:
        """Return the height in which nothing has to be scrolled."""
        rows = self._rows.rowCount() * self._paint.row_height()
        return self.horizontalHeader().sizeHint().height() + rows

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.setAccessibleName(self._speech.gettext("Press releases"))
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._fit()

    # Qt's names
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, remove on Delete."""
        chosen = self.chosen()
        if chosen and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(chosen)
        elif chosen and event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit(chosen)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self._rows.lines[index.row()].release)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which line the mouse is on."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the mouse is gone."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, and a ring round the one that the keyboard is on."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not (self.hasFocus() and index.isValid()):
            return
        row = QRectF(self.visualRect(index))
        row.setLeft(0)
        row.setRight(self.viewport().width())
        with painting(self.viewport()) as painter:
            half = FOCUS_PX / 2
            ring = row.adjusted(half, half, -half, -half - 1)
            paint_focus_ring(painter, ring, self._look.length(6), self._look.color("focus"))

    def focusInEvent(self, event: QEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt hands in a QFocusEvent
        self.viewport().update()

    def focusOutEvent(self, event: QEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt hands in a QFocusEvent
        self.viewport().update()

    def _hover(self, row: int) -> None:
        if row != self._paint.hovered_row:
            self._paint.hovered_row = row
            self.viewport().update()

    def _choose_row(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():  # asked for by the keyboard
            index = self.currentIndex()
            place = self.visualRect(index).center()
        if index.isValid():
            release = self._rows.lines[index.row()].release
            self.menu_requested.emit(release, self.viewport().mapToGlobal(place))

    def _fit(self) -> None:
        """Give every column what it needs, the title what is left; leave out what has no room."""
        room = self.viewport().width()
        metrics = self.horizontalHeader()
        needed: dict[Column, int] = {
            column: max(
                self._paint.wished_width(self._rows, column), metrics.sectionSizeHint(column)
            )
            for column in Column
            if column is not Column.RELEASE
        }
        least = self._look.icon_size(_LEAST_TITLE_PX)
        for column in _FIRST_TO_GO:
            if least + sum(needed.values()) > room:
                needed.pop(column, None)
        wished = max(least, self._paint.wished_width(self._rows, Column.RELEASE))
        over = max(0, room - wished - sum(needed.values()))  # no title is cut while there is room
        used = 0
        for column in Column:
            self.setColumnHidden(column, column is not Column.RELEASE and column not in needed)
            if column in needed:
                width = needed[column] + over * _SHARES.get(column, 11) // 100
                used += width
                self.setColumnWidth(column, width)
        self.setColumnWidth(Column.RELEASE, room - used)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._paint.row_height())
        self._fit()
        self.viewport().update()


class TableCard(QWidget):
    """The table on a rounded surface that is as high as its lines, if there is room."""

    def __init__(self, look: Look, table: DeskTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_card")
        self._look = look
        self._table = table
        column = QVBoxLayout(self)
        self._column = column
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(table)
        look.follow(self.fit)

    def fit(self) -> None:
        """Be as high as the lines need."""
        self._column.setContentsMargins(1, self._edge(), 1, self._edge())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height in which nothing has to be scrolled."""
        return QSize(super().sizeHint().width(), self._table.wished_height() + 2 * self._edge())

    def minimumSizeHint(self) -> QSize:
        """Return room for a line or two."""
        return QSize(0, min(self.sizeHint().height(), self._look.icon_size(150)))

    def _edge(self) -> int:
        """Return the room above and below in which the corners are round."""
        return self._look.length(5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        with painting(self) as painter:
            paint_card(painter, QRectF(self.rect()), self._look)
