"""The list of cards: one of them is open and real, the others are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QWidget

from pressdesk.gui.editor.proofing.card import OpenCard
from pressdesk.gui.editor.proofing.painting import ROW_ROLE, CardPainter, Chip
from pressdesk.gui.editor.proofing.rows import CardRow, HeadingRow, MoreRow, Step
from pressdesk.gui.widgets.painting import add_look
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from pressdesk.gui.editor.proofing.rows import Row
    from pressdesk.gui.surroundings import Surroundings

Index = QModelIndex | QPersistentModelIndex
_SEEN_MS = 60


class _Rows(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def replace(self, rows: Sequence[Row]) -> None:
        """Show other rows; those that stay keep their place, and so the card that is open."""
        old, new = self.rows, list(rows)
        head = 0
        while head < min(len(old), len(new)) and _name(old[head]) == _name(new[head]):
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and _name(old[-1 - tail]) == _name(
            new[-1 - tail]
        ):
            tail += 1
        before = list(old)
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self.rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self.rows = new
            self.endInsertRows()
        self.rows = new
        for place in (*range(head), *range(len(new) - tail, len(new))):
            if new[place] != before[place if place < head else place - len(new)]:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows or says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if isinstance(row, CardRow) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if isinstance(row, CardRow) else row.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings cannot be chosen."""
        is_heading = index.isValid() and isinstance(self.rows[index.row()], HeadingRow)
        if not index.isValid() or is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


def _name(row: Row) -> str:
    return f"heading:{row.text}" if isinstance(row, HeadingRow) else row.key


class FindingList(QListView):
    """Says which card was chosen and what is wanted of it."""

    card_chosen = Signal(str)
    more_wanted = Signal(str)
    fix_wanted = Signal(str, str)
    step_wanted = Signal(str, str)
    ignored = Signal(str, str)
    word_wanted = Signal(str, str)
    seen = Signal(object)
    """The keys of the cards in sight."""
    text_wanted = Signal()
    """Escape: back to the text."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding_list")
        add_look(self, "clear")
        self._around = around
        self._layer = Layer.RELEASE
        self._card: OpenCard | None = None
        self._is_filling = False
        self._pressed: tuple[str, Chip] | None = None
        self._model = _Rows(self)
        self.painter = CardPainter(around, self)
        self.setModel(self._model)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setObjectName("finding_viewport")
        self._seen_timer = QTimer(self)
        self._seen_timer.setSingleShot(True)
        self._seen_timer.setInterval(_SEEN_MS)
        self._seen_timer.timeout.connect(self._tell_seen)
        self.verticalScrollBar().valueChanged.connect(lambda _place: self._seen_timer.start())
        around.look.follow(self._restyle)

    # --- what is shown

    def show_rows(self, rows: Sequence[Row], current: str, layer: Layer) -> None:
        """List ``rows``, with the card of the key ``current`` open."""
        self._layer = layer
        is_same_card = self._card is not None and self._card.key == current
        if not is_same_card:
            self._close_card()
        self._is_filling = True
        try:
            self._model.replace(rows)
        finally:
            self._is_filling = False
        number = self._number(current)
        if number is None:
            self.selectionModel().clear()
            self._close_card()
        else:
            self._open_card(number, is_new=not is_same_card)
        self._seen_timer.start()

    def rows(self) -> tuple[Row, ...]:
        """Return what is listed."""
        return tuple(self._model.rows)

    @property
    def card(self) -> OpenCard | None:
        """The card that is open."""
        return self._card

    def rect_of(self, key: str) -> tuple[int, int]:
        """Return top and height of a card in the list."""
        number = self._number(key)
        rect = self.visualRect(self._model.index(number or 0))
        return rect.top(), rect.height()

    def chip_at(self, place: QPoint) -> Chip | None:
        """Return the painted button at a point of the viewport."""
        index = self.indexAt(place)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if not isinstance(row, CardRow) or row.key == self.painter.live_key:
            return None
        chips = self.painter.chips(row, self.visualRect(index))
        return next((one for one in chips if one.rect.contains(place)), None)

    def _number(self, key: str) -> int | None:
        for number, row in enumerate(self._model.rows):
            if isinstance(row, CardRow) and row.key == key:
                return number
        return None

    def _open_card(self, number: int, *, is_new: bool) -> None:
        index = self._model.index(number)
        row = self._model.rows[number]
        if not isinstance(row, CardRow):
            return
        if self._card is None:
            card = self._card = OpenCard(self._around, self.viewport())
            card.fix_wanted.connect(lambda words: self.fix_wanted.emit(card.key, words))
            card.step_wanted.connect(lambda step: self.step_wanted.emit(card.key, step))
            card.ignored.connect(lambda reason: self.ignored.emit(card.key, reason))
            card.word_wanted.connect(lambda layer: self.word_wanted.emit(card.key, layer))
            card.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
            card.resized.connect(self._fit_card)
            self.setIndexWidget(index, card)
        self._card.show_row(row, self._layer)
        if self.currentIndex().row() != number:
            self._is_filling = True
            try:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(index, flag)
            finally:
                self._is_filling = False
        self._fit_card()
        if is_new:
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _close_card(self) -> None:
        card, self._card = self._card, None
        self.painter.live_key = ""
        if card is None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and card.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # the card goes with its buttons
        card.blockSignals(True)
        for row in range(self._model.rowCount()):
            if self.indexWidget(self._model.index(row)) is card:
                self.setIndexWidget(self._model.index(row), None)  # type: ignore[arg-type]  # Qt's way to take it away
                break
        card.hide()
        card.deleteLater()
        self.scheduleDelayedItemsLayout()

    def _fit_card(self) -> None:
        card = self._card
        if card is None or not card.key:
            return
        height = card.height_at(self.viewport().width())
        if (card.key, height) != (self.painter.live_key, self.painter.live_height):
            self.painter.live_key, self.painter.live_height = card.key, height
            self.doItemsLayout()

    # --- what happens

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:  # noqa: N802  # a Qt virtual
        """Close the card in time: Qt deletes what stands in a row that goes."""
        if self._card is not None and start <= (self._number(self._card.key) or 0) <= end:
            self._close_card()
        super().rowsAboutToBeRemoved(parent, start, end)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose no card yet: Qt would take the first, and the text would go there."""
        was_filling, self._is_filling = self._is_filling, True
        try:
            super().focusInEvent(event)
            if self._card is None:
                self.selectionModel().clear()
        finally:
            self._is_filling = was_filling

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  # a Qt virtual
        """Say that a card was chosen."""
        super().currentChanged(current, previous)
        row = current.data(ROW_ROLE) if current.isValid() else None
        if not self._is_filling and isinstance(row, CardRow):
            self.card_chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the card, Escape to the text; the rest is the list's."""
        row = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if isinstance(row, MoreRow):
                self.more_wanted.emit(row.key)
            elif self._card is not None:
                for one in self._card.stops()[:1]:
                    one.setFocus(Qt.FocusReason.TabFocusReason)
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.text_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a painted button, or choose a card."""
        place = event.position().toPoint()
        chip = self.chip_at(place)
        row = self.indexAt(place).data(ROW_ROLE) if self.indexAt(place).isValid() else None
        self._pressed = None
        if chip is not None and isinstance(row, CardRow):
            self._pressed = (row.key, chip)
        elif isinstance(row, MoreRow):
            self.more_wanted.emit(row.key)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what a painted button says."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        key, chip = pressed
        if chip.rect.contains(event.position().toPoint()):
            self._on_chip(key, chip)

    def _on_chip(self, key: str, chip: Chip) -> None:
        if chip.step is None:
            self.fix_wanted.emit(key, chip.fix)
        elif chip.step in (Step.IGNORE, Step.WORD):
            self.card_chosen.emit(key)
            if self._card is not None and self._card.key == key:
                self._card.ask(chip.step)
        else:
            self.step_wanted.emit(key, chip.step.value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a painted button can be pressed."""
        is_hot = self.chip_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_hot else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the open card anew."""
        super().resizeEvent(event)
        self._fit_card()
        self._seen_timer.start()

    def _tell_seen(self) -> None:
        view = self.viewport().rect()
        self.seen.emit(
            frozenset(
                row.key
                for number, row in enumerate(self._model.rows)
                if isinstance(row, CardRow)
                and self.visualRect(self._model.index(number)).intersects(view)
            )
        )

    def _restyle(self) -> None:
        self.painter.forget()
        self.scheduleDelayedItemsLayout()
