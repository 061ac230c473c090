"""The list of proposals: the buttons of the one that is chosen are real, the others painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QWidget

from pressdesk.gui.round.card_painting import CHIP_GAP_PX, ROW_ROLE, STEP_WORDS, CardPainter, Chip
from pressdesk.gui.round.state import ChangeCard, HeadingRow, Step
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.flow import FlowLayout
from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from pressdesk.gui.round.tell_changes import Row
    from pressdesk.gui.surroundings import Surroundings

Index = QModelIndex | QPersistentModelIndex
_KINDS = {
    Step.REJECT: ButtonKind.SOFT_DANGER,
    Step.ANSWER: ButtonKind.QUIET,
    Step.REOPEN: ButtonKind.QUIET,
}


class _Rows(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def replace(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

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
            return row.place if isinstance(row, ChangeCard) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if isinstance(row, ChangeCard) else row.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings cannot be chosen."""
        if not index.isValid() or isinstance(self.rows[index.row()], HeadingRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class _Steps(QWidget):
    """The real buttons of one card."""

    wanted = Signal(str, str)

    def __init__(self, around: Surroundings, card: ChangeCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        flow = FlowLayout(self)
        flow.setSpacing(around.look.length(CHIP_GAP_PX))
        for step in card.steps:
            button = Button(around.look, _KINDS.get(step, ButtonKind.SOFT), parent=self)
            button.setObjectName(f"step_{step.value}")
            button.setText(around.speech.gettext(STEP_WORDS[step]))
            button.setAccessibleDescription(card.spoken)
            keys = {Step.ACCEPT: "Alt+A", Step.ACCEPT_APPROVED: "Alt+A", Step.REJECT: "Alt+R"}
            button.setToolTip(keys.get(step, ""))
            button.clicked.connect(
                lambda _=False, step=step: self.wanted.emit(card.key, step.value)
            )
            flow.addWidget(button)


class ChangeList(QListView):
    """Says which proposal was chosen and what is wanted of it."""

    chosen = Signal(str)
    step_wanted = Signal(str, str)
    text_wanted = Signal()
    """Escape: back to the text."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("change_list")
        add_look(self, "clear")
        self._around = around
        self._is_filling = False
        self._pressed: tuple[str, Chip] | None = None
        self._model = _Rows(self)
        self.painter = CardPainter(around, self)
        self.setModel(self._model)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """List ``rows`` with ``current`` chosen; where the list stood it stays."""
        had_keyboard = self._has_keyboard_inside()
        kept = self.verticalScrollBar().value()
        self._is_filling = True
        try:
            self._model.replace(rows)
        finally:
            self._is_filling = False
        self.painter.live_key = ""
        self.doItemsLayout()
        self.verticalScrollBar().setValue(kept)
        self.point_at(current)
        if had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def point_at(self, key: str) -> None:
        """Choose a card and show it, without saying so."""
        number = self._number(key)
        self._is_filling = True
        try:
            if number is None:
                self.selectionModel().clear()
                self._take_steps_away()
                return
            index = self._model.index(number)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
        finally:
            self._is_filling = False
        self._show_steps(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def rows(self) -> tuple[Row, ...]:
        """Return what is listed."""
        return self._model.rows

    def cards(self) -> tuple[ChangeCard, ...]:
        """Return the proposals that are listed."""
        return tuple(row for row in self._model.rows if isinstance(row, ChangeCard))

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.setAccessibleName(self._around.speech.gettext("Proposals"))
        self._restyle()

    def step_button(self, step: Step) -> Button | None:
        """Return a real button of the chosen card."""
        found = self.viewport().findChild(Button, f"step_{step.value}")
        return found if isinstance(found, Button) else None

    def _number(self, key: str) -> int | None:
        for number, row in enumerate(self._model.rows):
            if isinstance(row, ChangeCard) and row.key == key:
                return number
        return None

    def _show_steps(self, index: Index) -> None:
        card = index.data(ROW_ROLE)
        if not isinstance(card, ChangeCard) or card.key == self.painter.live_key:
            return
        self._take_steps_away()
        if not card.steps:
            return
        steps = _Steps(self._around, card, self.viewport())
        steps.wanted.connect(self.step_wanted)
        self.painter.live_key = card.key
        self.setIndexWidget(index, steps)
        steps.show()

    def _take_steps_away(self) -> None:
        self.painter.live_key = ""
        for steps in self.viewport().findChildren(_Steps):
            steps.setObjectName("")
            for row in range(self._model.rowCount()):
                if self.indexWidget(self._model.index(row)) is steps:
                    self.setIndexWidget(self._model.index(row), None)  # type: ignore[arg-type]  # Qt's way to take it away
                    break
        self.viewport().update()

    def _has_keyboard_inside(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def chip_at(self, place: QPoint) -> tuple[ChangeCard, Chip] | None:
        """Return the painted button at a point of the viewport."""
        index = self.indexAt(place)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if not isinstance(row, ChangeCard) or row.key == self.painter.live_key:
            return None
        for chip in self.painter.chips(row, self.visualRect(index)):
            if chip.rect.contains(place):
                return row, chip
        return None

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  # a Qt virtual
        """Say that a card was chosen."""
        super().currentChanged(current, previous)
        row = current.data(ROW_ROLE) if current.isValid() else None
        if not self._is_filling and isinstance(row, ChangeCard):
            self._show_steps(current)
            self.chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the buttons of the card, Escape to the text; the rest is the list's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for steps in self.viewport().findChildren(_Steps)[:1]:
                for button in steps.findChildren(Button)[:1]:
                    button.setFocus(Qt.FocusReason.TabFocusReason)
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.text_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a painted button, or choose a card."""
        found = self.chip_at(event.position().toPoint())
        self._pressed = None if found is None else (found[0].key, found[1])
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what a painted button says."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif pressed[1].rect.contains(event.position().toPoint()):
            self.step_wanted.emit(pressed[0], pressed[1].step.value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a painted button can be pressed."""
        is_hot = self.chip_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_hot else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def _restyle(self) -> None:
        self.painter.forget()
        self.scheduleDelayedItemsLayout()
