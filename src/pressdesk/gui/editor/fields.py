"""Fields of the inspector: they say what was decided, not every key on the way there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.widgets.painting import add_look, painting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.gui.theme_look import Look


_WIDEST_PX = 420
"""A column is never made wider than this by its words."""


_OPENING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_ONWARDS = (Qt.Key.Key_Down, Qt.Key.Key_Right)


class FactLine(QLineEdit):
    """A line that says ``committed`` when the user is through with it.

    When there is nothing to take back in the line itself, undo goes on to the text.
    """

    committed = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._shown = ""
        self.editingFinished.connect(self.commit)

    def show_value(self, value: str) -> None:
        """Show ``value``, unless it is there already: what is half written stays."""
        if value != self._shown:
            self._shown = value
            self.setText(value)

    def commit(self) -> None:
        """Say what stands here, if that is news."""
        if self.text() != self._shown:
            self._shown = self.text()
            self.committed.emit(self._shown)

    def forget(self) -> None:
        """Let the next ``show_value`` show its value whatever stands here."""
        self._shown = "\0"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand undo on where the line has none."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
            self.redo_requested.emit()
        else:
            super().keyPressEvent(event)


class FactChoice(QComboBox):
    """A choice that says ``committed`` with the key of what the user chose.

    While the list is closed no key changes the choice: letters and arrows open the list, and
    Enter or a click in it chooses.
    """

    committed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._offered: tuple[tuple[str, str], ...] = ()
        self.activated.connect(self._on_activated)

    def show_choices(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """Offer ``choices``, pairs of key and words, the one with ``key`` being chosen."""
        with QSignalBlocker(self):
            if tuple(choices) != self._offered:
                self._offered = tuple(choices)
                self.clear()
                for one, words in choices:
                    self.addItem(words, one)
            self.setCurrentIndex(self.findData(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list where Qt would choose something without showing it."""
        words = event.text()
        keeps = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        is_letter = bool(words.strip()) and words.isprintable() and not event.modifiers() & keeps
        if event.key() not in _OPENING and not is_letter:
            super().keyPressEvent(event)
            return
        event.accept()
        self.showPopup()
        if is_letter:
            self.view().keyboardSearch(words)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel: nobody changes a fact by scrolling past it."""
        event.ignore()

    def _on_activated(self, index: int) -> None:
        self.committed.emit(str(self.itemData(index)))


def let_grow(widget: QWidget) -> None:
    """Let ``widget`` be as high as its wrapped words need in a narrow column."""
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def stops_of(layout: QLayout | None) -> Iterator[QWidget]:
    """Yield what takes the keyboard in ``layout``, hidden or not, as it is read."""
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is None:
            yield from stops_of(item.layout() if item is not None else None)
        elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        else:
            yield from stops_of(widget.layout())


class Page(QScrollArea):
    """One tab of the inspector: a column that can be scrolled, ``column``.

    Tab goes through it as it is read, once ``order_stops`` was called; arrows on a button stay
    within.
    """

    sheet_wanted = Signal()
    """What had the keyboard is gone, and nothing here is next."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look = look
        self.inner = QWidget(self)
        self.inner.setObjectName(f"{name}_inner")
        add_look(self.inner, "clear")
        self.column = QVBoxLayout(self.inner)
        self.setWidget(self.inner)
        self.inner.installEventFilter(self)
        self._before: QWidget | None = None
        self._stops: tuple[QWidget, ...] = ()
        look.follow(self._restyle)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard now, as it is read."""
        return tuple(
            one for one in stops_of(self.column) if one.isVisibleTo(self) and one.isEnabled()
        )

    def order_stops(self, before: QWidget | None = None) -> None:
        """Let Tab go from ``before`` through the column as it is read."""
        self._before = before or self._before
        stops = tuple(stops_of(self.column))
        if before is None and stops == self._stops:
            return
        for one in stops:
            if isinstance(one, QAbstractButton) and one not in self._stops:
                one.installEventFilter(self)
        self._stops = stops
        chain = (*((self._before,) if self._before is not None else ()), *stops)
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def has_keyboard(self) -> bool:
        """Return whether something in the column has the keyboard."""
        focus = QApplication.focusWidget()
        return focus is not None and self.inner.isAncestorOf(focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for the width that the column needs at least: nothing scrolls sideways.

        Keep arrows on buttons within the column, too.
        """
        if isinstance(event, QKeyEvent) and isinstance(watched, QAbstractButton):
            is_press = event.type() is QEvent.Type.KeyPress
            return is_press and self._go_by_arrow(watched, event)
        if watched is self.inner and event.type() is QEvent.Type.LayoutRequest:
            bar = self.verticalScrollBar().sizeHint().width()
            needed = self.inner.minimumSizeHint().width() + bar
            self.setMinimumWidth(min(needed, self._look.length(_WIDEST_PX)))
        return super().eventFilter(watched, event)

    def _go_by_arrow(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        if event.key() not in (*_BACK, *_ONWARDS):
            return False
        stops = self.stops()
        step = -1 if event.key() in _BACK else 1
        there = stops.index(button) + step if button in stops else -1
        if 0 <= there < len(stops):
            back, onwards = Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.TabFocusReason
            stops[there].setFocus(back if step < 0 else onwards)
        return True

    def _restyle(self) -> None:
        side, top = self._look.length(16), self._look.length(12)
        self.column.setContentsMargins(side, top, side, top)
        self.column.setSpacing(self._look.length(9))


class Rule(QWidget):
    """A thin line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
        self.setFixedHeight(1)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._look.color("line"))
