"""The list at the left: outline of a release, places of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.badge import Badge, paint_badge
from pressdesk.gui.widgets.painting import Tone, paint_focus_ring, paint_rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.theme_look import Look

Index = QModelIndex | QPersistentModelIndex
_ITEM_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class SidebarItem:
    """One line: «Sitat · Paulsen  ✓», «Partnere  18», or a heading."""

    key: str
    text: str
    mark: str = ""
    """What stands at the right: a sign, a number, a word or two."""
    mark_tone: Tone = Tone.NEUTRAL
    mark_spoken: str = ""
    """The mark in words, for the screen reader and the tooltip: «godkjent»."""
    badge: Badge | None = None
    """A circle before the text."""
    is_heading: bool = False

    @property
    def spoken(self) -> str:
        """Return the line for a screen reader."""
        more = self.mark_spoken or self.mark
        return f"{self.text}, {more}" if more else self.text


class _Items(QAbstractListModel):
    """The lines of a sidebar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: tuple[SidebarItem, ...] = ()

    def replace(self, items: tuple[SidebarItem, ...]) -> None:
        """Show other lines; equally many lines keep their places."""
        if len(items) == len(self.items):
            self.items = items
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a line shows or says."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return item.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return item.spoken if item.mark_spoken else None
            case _ if role == _ITEM_ROLE:
                return item
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings cannot be chosen."""
        if not index.isValid() or self.items[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class _Delegate(QStyledItemDelegate):
    """Paints the lines."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line, by its letters."""
        item: SidebarItem = index.data(_ITEM_ROLE)
        if item.is_heading:
            height = QFontMetrics(self._look.font(FontRole.CAPTION)).height()
            above = self._look.length(14) if index.row() else self._look.length(6)
            return QSize(40, height + above + self._look.length(6))
        height = QFontMetrics(self._look.font(FontRole.BODY)).height()
        if item.badge is not None:
            height = max(height, self._look.icon_size(24))
        return QSize(40, height + 2 * self._look.length(7) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        item: SidebarItem = index.data(_ITEM_ROLE)
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if item.is_heading:
                self._paint_heading(painter, rect, item)
            else:
                self._paint_item(painter, rect, item, state)
        finally:
            painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, item: SidebarItem) -> None:
        painter.setFont(self._look.font(FontRole.CAPTION))
        painter.setPen(self._look.color("muted"))
        pad = self._look.length(8)
        place = rect.adjusted(pad, 0, -pad, -self._look.length(6))
        painter.drawText(
            place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), item.text
        )

    def _paint_item(
        self, painter: QPainter, rect: QRectF, item: SidebarItem, state: QStyle.StateFlag
    ) -> None:
        look = self._look
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        rect = rect.adjusted(0, 0, 0, -1)
        radius = look.length(7)
        if is_chosen:
            line = look.color("line")
            paint_rounded(painter, rect, radius, ground=look.color("paper"), line=line)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_rounded(painter, rect, radius, ground=look.color("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect, radius, look.color("focus"))
        pad = look.length(10)
        inner = rect.adjusted(pad, 0, -pad, 0)
        if item.badge is not None:
            side = look.icon_size(24)
            top = inner.center().y() - side / 2
            circle = QRectF(inner.left(), top, side, side)
            paint_badge(painter, circle, look, item.badge)
            inner.setLeft(circle.right() + look.length(8))
        if item.mark:
            self._paint_mark(painter, inner, item)
        font = look.font(FontRole.STRONG if is_chosen else FontRole.BODY)
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        text = QFontMetrics(font).elidedText(
            item.text, Qt.TextElideMode.ElideRight, int(inner.width())
        )
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(flags), text)

    def _paint_mark(self, painter: QPainter, inner: QRectF, item: SidebarItem) -> None:
        """Paint the mark at the right and take its room from ``inner``."""
        look = self._look
        font = look.font(FontRole.BODY if item.mark_tone is Tone.NEUTRAL else FontRole.STRONG)
        painter.setFont(font)
        painter.setPen(look.color(item.mark_tone.ink))
        metrics = QFontMetrics(font)
        wished = QFontMetrics(look.font(FontRole.STRONG)).horizontalAdvance(item.text)
        most = int(max(inner.width() * 0.3, inner.width() - wished - look.length(8)))
        text = metrics.elidedText(item.mark, Qt.TextElideMode.ElideRight, most)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(flags), text)
        inner.setRight(inner.right() - metrics.horizontalAdvance(text) - look.length(8))


class SidebarList(QListView):
    """Says by ``chosen`` which line the user went to."""

    chosen = Signal(str)
    """The key of the line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar_list")
        self._look = look
        self._is_filling = False
        self._model = _Items(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        look.follow(self._restyle)

    def show_items(self, items: Sequence[SidebarItem], current: str = "") -> None:
        """Show ``items``; the line ``current``, else the one chosen before, stays chosen."""
        wanted = current or self.current_key()
        self._is_filling = True
        try:
            self._model.replace(tuple(items))
            self.select(wanted)
        finally:
            self._is_filling = False
        self.scheduleDelayedItemsLayout()

    def items(self) -> tuple[SidebarItem, ...]:
        """Return the lines shown."""
        return self._model.items

    def current_key(self) -> str:
        """Return the key of the chosen line; empty if there is none."""
        index = self.currentIndex()
        return self._model.items[index.row()].key if index.isValid() else ""

    def select(self, key: str) -> None:
        """Choose the line ``key`` without saying ``chosen``."""
        was_filling, self._is_filling = self._is_filling, True
        try:
            for row, item in enumerate(self._model.items):
                if item.key == key and not item.is_heading:
                    self.setCurrentIndex(self._model.index(row))
                    return
            self.setCurrentIndex(QModelIndex())
        finally:
            self._is_filling = was_filling

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._is_filling:
            self.chosen.emit(self._model.items[index.row()].key)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
