"""The panel at the right: proposals, comments, approvals, and the log."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pressdesk.gui.editor.comments.panel import CommentsPanel
from pressdesk.gui.editor.fields import Rule
from pressdesk.gui.round.card_list import ChangeList
from pressdesk.gui.round.log_view import LogView
from pressdesk.gui.round.matrix_view import MatrixView
from pressdesk.gui.widgets.ask_form import AskForm
from pressdesk.gui.widgets.labels import SectionHeader, make_label
from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from pressdesk.gui.round.state import Matrix
    from pressdesk.gui.round.tell_changes import Row
    from pressdesk.gui.surroundings import Surroundings


_NO_LIMIT = 16_777_215
"""Qt's word for any height."""


class Tab(StrEnum):
    """The tabs, in their order."""

    CHANGES = "changes"
    REMARKS = "remarks"
    APPROVALS = "approvals"
    LOG = "log"


class _Changes(QWidget):
    """The proposals, and below them the approvals where there is room for both."""

    answered = Signal(str, str)
    """A proposal, and what was written about it."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("round_changes")
        self._around = around
        self.list = ChangeList(around, self)
        self.empty = make_label("muted", wraps=True)
        self.form = AskForm(around.look, around.speech, self)
        self._head = SectionHeader(around.look, parent=self)
        self.matrix = MatrixView(around, self)
        self.matrix.setObjectName("approval_matrix_small")
        self._form_room = QVBoxLayout()
        self._form_room.addWidget(self.empty)
        self._form_room.addWidget(self.form)
        self._below = QVBoxLayout()
        self._below.addWidget(self._head)
        self._below.addWidget(self.matrix)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._form_room)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(self._below)
        self._column.addStretch(0)
        self.form.answered.connect(lambda name, answers: self.answered.emit(name, answers["text"]))
        self.form.cancelled.connect(self.end_form)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """List proposals."""
        self.list.show_rows(rows, current)
        self.empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.fit()

    def end_form(self) -> None:
        """Ask nothing any more."""
        self.form.end()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def fit(self) -> None:
        """Show the approvals too where nothing has to scroll for them."""
        width = self.list.viewport().width()
        painter = self.list.painter
        cards = sum(painter.height_of(row, width) for row in self.list.rows())
        below = self.matrix.full_height() + self._head.sizeHint().height()
        has_room = cards + below + self._around.look.length(40) < self.height()
        is_there = has_room and bool(self.matrix.matrix.rows)
        self._head.setVisible(is_there)
        self.matrix.setVisible(is_there)
        if is_there:
            self.matrix.setFixedHeight(self.matrix.full_height())
            self.list.setFixedHeight(cards + self._around.look.length(6))
        else:
            self.list.setMinimumHeight(0)
            self.list.setMaximumHeight(_NO_LIMIT)
        self._column.setStretch(self._column.count() - 1, int(is_there))

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self._head.show_text(tr("Quote approvals"))
        self.empty.setText(tr("Nobody has proposed anything yet."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self.fit()

    def _restyle(self) -> None:
        look = self._around.look
        side = look.length(16)
        self._column.setContentsMargins(0, look.length(12), 0, look.length(8))
        self._below.setContentsMargins(side, 0, side, 0)
        self._form_room.setContentsMargins(side, 0, side, look.length(8))


class Panel(QWidget):
    """Holds the tabs."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("round_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "inspector")
        self._around = around
        self._counts = {Tab.CHANGES: 0, Tab.REMARKS: 0}
        self.changes = _Changes(around, self)
        self.remarks = CommentsPanel(around, self)
        self.approvals = MatrixView(around, self)
        self.log = LogView(around, self)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("round_tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self._stack = QStackedWidget(self)
        self._approvals_room = QWidget(self)
        room = QVBoxLayout(self._approvals_room)
        room.addWidget(self.approvals)
        for page in (self.changes, self.remarks, self._approvals_room, self.log):
            self.tabs.addTab("")
            self._stack.addWidget(page)
        self._row = QHBoxLayout()
        self._row.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(Rule(around.look, self))
        column.addWidget(self._stack, 1)
        self.remarks.order_stops(self.tabs)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.remarks.count_changed.connect(lambda count: self._show_count(Tab.REMARKS, count))
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return list(Tab)[self.tabs.currentIndex()]

    def show_tab(self, tab: Tab) -> None:
        """Show a tab."""
        self.tabs.setCurrentIndex(list(Tab).index(tab))

    def show_left(self, count: int) -> None:
        """Show beside «Proposals» how many are left."""
        self._show_count(Tab.CHANGES, count)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show where the quotes stand."""
        self.changes.matrix.show_matrix(matrix)
        self.approvals.show_matrix(matrix)
        self.changes.fit()

    def focus(self) -> None:
        """Go to the first thing in the tab that takes the keyboard."""
        pages: dict[Tab, QWidget] = {
            Tab.CHANGES: self.changes.list,
            Tab.REMARKS: next(iter(self.remarks.stops()), self.tabs),
            Tab.APPROVALS: self.approvals,
            Tab.LOG: self.log,
        }
        page = pages[self.tab]
        (page if page.isVisibleTo(self) else self.tabs).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self.tabs.setAccessibleName(tr("About the round"))
        words = (tr("Proposals"), tr("Comments"), tr("Approvals"), tr("Log"))
        for place, (tab, one) in enumerate(zip(Tab, words, strict=True)):
            count = self._counts.get(tab, 0)
            self.tabs.setTabText(place, f"{one} {count}" if count else one)

    def _show_count(self, tab: Tab, count: int) -> None:
        if self._counts[tab] != count:
            self._counts[tab] = count
            self.retranslate()

    def _restyle(self) -> None:
        self._row.setContentsMargins(self._around.look.length(16), 0, 0, 0)
