"""The tabs above a panel: as many as there is room for, the rest in a list at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStyle,
    QStyleOptionToolButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.buttons import IconButton
from pressdesk.gui.widgets.painting import paint_focus_ring, painting

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent

    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.theme_look import Look

_GAP_PX = 16
"""Between one tab and the next."""
RING_PX = 4
"""How far the words begin from the left, so that the ring of the keyboard goes around them."""
_ABOVE_PX, _BELOW_PX = 12, 10
_LINE_HEIGHT = 1.18
_CARET_PX = 12
_LINE_PX = 2
"""How thick the line is under the tab that is shown."""


class CountedTabs(QTabBar):
    """Tabs of two lines: a word, and below it how many there are."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hovered = -1
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        look.follow(self.lay_out)

    def show_words(self, place: int, word: str, count: int) -> None:
        """Show ``word`` on a tab, with a count unless it is 0; a reader hears both."""
        self.setTabData(place, count)
        self.setTabText(place, f"{word} {count}" if count else word)

    def lines(self, place: int) -> tuple[str, str]:
        """Return the word on a tab and its count, "" for none."""
        count = self.tabData(place)
        words = self.tabText(place)
        return (words.removesuffix(f" {count}"), str(count)) if count else (words, "")

    def lay_out(self) -> None:
        """Give each tab the room that it needs now."""
        self.setElideMode(Qt.TextElideMode.ElideRight)  # Qt measures the tabs anew for this only

    def word_width(self, place: int) -> int:
        """Return the width of what is written on a tab."""
        metrics = QFontMetrics(self._look.font(FontRole.MEDIUM))
        return 1 + max(metrics.horizontalAdvance(line) for line in self.lines(place))

    def line_height(self) -> int:
        """Return the height of each of the two lines."""
        metrics = QFontMetrics(self._look.font(FontRole.MEDIUM))
        return round(metrics.lineSpacing() * _LINE_HEIGHT)

    def tabSizeHint(self, place: int) -> QSize:
        """Return room for both lines, whether or not there is a count."""
        air = self._look.length(_ABOVE_PX) + self._look.length(_BELOW_PX)
        gap = self._look.length(_GAP_PX)
        return QSize(self.word_width(place) + gap, 2 * self.line_height() + air)

    def minimumTabSizeHint(self, place: int) -> QSize:
        """Return the same: tabs go away rather than shrink."""
        return self.tabSizeHint(place)

    def minimumSizeHint(self) -> QSize:
        """Return no width: who lays the row out decides which tabs there is room for."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs; each begins where its words do."""
        with painting(self) as painter:
            painter.setFont(self._look.font(FontRole.MEDIUM))
            painter.translate(RING_PX, 0)
            for place in range(self.count()):
                if self.isTabVisible(place):
                    self._paint_tab(painter, place)

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        is_current = place == self.currentIndex()
        tab, metrics = self.tabRect(place), painter.fontMetrics()
        width = min(self.word_width(place), self.width() - tab.left() - RING_PX)
        above, height = self._look.length(_ABOVE_PX), self.line_height()
        spoken = QRect(tab.left(), above, width, height)
        is_bright = is_current or place == self._hovered
        painter.setPen(self._look.color("ink" if is_bright else "muted"))
        for words in self.lines(place):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(spoken, int(Qt.AlignmentFlag.AlignVCenter), shown)
            spoken.translate(0, height)
        if is_current:
            line = QRect(tab.left(), tab.bottom() + 1 - _LINE_PX, width, _LINE_PX)
            painter.fillRect(line, self._look.color("accent"))
        if is_current and self.hasFocus():
            ring = QRect(tab.left(), above, width, height * (2 if self.lines(place)[1] else 1))
            ring = ring.adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX)
            paint_focus_ring(painter, ring.toRectF(), 6, self._look.color("focus"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what would be chosen."""
        super().mouseMoveEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Let it go dark again."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()


class MoreButton(IconButton):
    """A word and a caret, looking like a tab, that open a list."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "chevron-down", design_px=_CARET_PX, parent=parent)
        self.setObjectName("more_tabs")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def sizeHint(self) -> QSize:
        """Return room for word and caret, with the ring around them."""
        metrics, around = QFontMetrics(self._look.font(FontRole.MEDIUM)), 2 * self._look.length(5)
        word, caret = metrics.horizontalAdvance(self.text()), self._look.icon_size(_CARET_PX)
        return QSize(word + self._look.length(3) + caret + around, metrics.lineSpacing() + around)

    def minimumSizeHint(self) -> QSize:
        """Return the same: it is never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground as on any button, then word and caret: Qt knows the caret first only."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        rect = self.rect().adjusted(self._look.length(5), 0, -self._look.length(5), 0)
        token = "ink" if self.underMouse() or self.isDown() else "muted"
        with painting(self) as painter:
            self.style().drawComplexControl(
                QStyle.ComplexControl.CC_ToolButton, option, painter, self
            )
            painter.setFont(self._look.font(FontRole.MEDIUM))
            painter.setPen(self._look.color(token))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), self.text())
            side = self._look.icon_size(_CARET_PX)
            pixmap = self._look.pixmap("chevron-down", token, _CARET_PX, self.devicePixelRatioF())
            top = (self.height() - side) // 2 + 1
            painter.drawPixmap(rect.right() + 1 - side, top, pixmap)


class TabRow(QWidget):
    """Shows tabs in their order as far as they fit, and «More», which lists the others.

    The tab that is shown is always in the row. One chosen from the list takes the last place, and
    keeps it until another is chosen there: tabs that are clicked do not move.
    """

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tab_row")
        self._look = around.look
        self._speech = around.speech
        self._absent: set[int] = set()
        self._kept: int | None = None
        self.tabs = CountedTabs(around.look, self)
        self.more_button = MoreButton(around.look, self)
        self.menu = QMenu(self.more_button)
        self.more_button.setMenu(self.menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.tabs, 1)
        self._column = QVBoxLayout()  # air above the button, so that the words are in line
        self._column.addWidget(self.more_button)
        self._column.addStretch(1)
        self._row.addLayout(self._column)
        QWidget.setTabOrder(self.tabs, self.more_button)
        self.tabs.currentChanged.connect(self.fit)

    @property
    def last_stop(self) -> QWidget:
        """What takes the keyboard last, whether or not it is shown just now."""
        return self.more_button

    def set_there(self, place: int, *, is_there: bool) -> None:
        """Offer a tab, or not; one that is shown gives way to the first."""
        if is_there != (place in self._absent):
            return
        if is_there:
            self._absent.discard(place)
        else:
            self._absent.add(place)
            if place == self.tabs.currentIndex():
                self.tabs.setCurrentIndex(self._there()[0])
        self.fit()

    def step(self, by: int) -> None:
        """Show the tab that is ``by`` further on, round the ends, those in the list too."""
        there = self._there()
        here = there.index(self.tabs.currentIndex())
        self.tabs.setCurrentIndex(there[(here + by) % len(there)])

    def shown(self) -> tuple[int, ...]:
        """Return which tabs stand in the row."""
        return tuple(one for one in range(self.tabs.count()) if self.tabs.isTabVisible(one))

    def retranslate(self) -> None:
        """Follow other words on the tabs."""
        self.more_button.setText(self._speech.gettext("More"))
        self.more_button.show_name(self._speech.gettext("More tabs"))
        self.menu.setAccessibleName(self._speech.gettext("More tabs"))
        self.fit()

    def fit(self) -> None:
        """Show the tabs that there is room for."""
        there = self._there()
        if not there:
            return
        self._place_button()
        shown = self._fitting(there)
        for place in sorted(range(self.tabs.count()), key=lambda one: one not in shown):
            self.tabs.setTabVisible(place, place in shown)  # shown ones first: one is current
        self.tabs.lay_out()
        self._offer([place for place in there if place not in shown])

    def _there(self) -> list[int]:
        return [place for place in range(self.tabs.count()) if place not in self._absent]

    def _fitting(self, there: list[int]) -> set[int]:
        widths = {place: self.tabs.tabSizeHint(place).width() for place in there}
        width = self.width() - RING_PX
        room = width + self._look.length(_GAP_PX)  # the last one needs no gap behind it
        if sum(widths.values()) <= room:
            return set(there)
        room = width - self.more_button.sizeHint().width()
        current = self.tabs.currentIndex()
        shown = _first(widths, room, self._kept)
        return shown if current in shown else _first(widths, room, current)

    def _offer(self, hidden: list[int]) -> None:
        for place in range(len(self.menu.actions()), self.tabs.count()):
            self.menu.addAction("").triggered.connect(partial(self._on_chosen, place))
        for place, action in enumerate(self.menu.actions()):
            action.setText(self.tabs.tabText(place).replace("&", "&&"))
            action.setVisible(place in hidden)
        had_keyboard = self.more_button.hasFocus()
        self.more_button.setVisible(bool(hidden))
        if had_keyboard and not hidden:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, place: int, _is_checked: bool = False) -> None:
        if self.more_button.hasFocus():
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        self._kept = place
        self.tabs.setCurrentIndex(place)

    def _place_button(self) -> None:
        """Let its word stand on the line of the others'."""
        above = self._look.length(_ABOVE_PX) + self.tabs.line_height() / 2
        top = round(above - self.more_button.sizeHint().height() / 2)
        self._column.setContentsMargins(0, max(0, top), 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room."""
        super().resizeEvent(event)
        self.fit()


def _first(widths: dict[int, int], room: int, kept: int | None) -> set[int]:
    """Return which tabs fit from the first on, ``kept`` among them in any case."""
    shown = {kept} if kept is not None and kept in widths else set()
    room -= sum(widths[place] for place in shown)
    for place, width in widths.items():
        if place in shown:
            continue
        if width > room:
            break
        shown.add(place)
        room -= width
    return shown
