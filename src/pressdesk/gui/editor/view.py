"""The editor as it is laid out: bars above and below, outline, sheet and inspector between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from pressdesk.gui.editor.bars import StatusLine, TopBar
from pressdesk.gui.editor.finding import FindBar
from pressdesk.gui.editor.inspector import Inspector
from pressdesk.gui.widgets.banner import Banner
from pressdesk.gui.widgets.painting import add_look
from pressdesk.gui.widgets.sidebar_list import SidebarList

if TYPE_CHECKING:
    from pressdesk.gui.sheet import Sheet
    from pressdesk.gui.surroundings import Surroundings

_SIDE_PX, _INSPECTOR_PX = 220, 340
_LARGE_PERCENT = 150


class EditorView(QWidget):
    """Holds the parts; it decides nothing."""

    def __init__(self, around: Surroundings, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor_view")
        self._around = around
        self.sheet = sheet
        add_look(sheet, "bare")
        self.top = TopBar(around, self)
        self.outline = SidebarList(around.look, self)
        self.outline.setObjectName("outline")
        self.find_bar = FindBar(around, self)
        self.save_banner = Banner(around.look, around.speech, self)
        self.save_banner.setObjectName("save_banner")
        self.note_banner = Banner(around.look, around.speech, self)
        self.note_banner.setObjectName("note_banner")
        for banner in (self.save_banner, self.note_banner):
            for label in banner.findChildren(QLabel):
                label.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # words are read, not gone to
        self.inspector = Inspector(around, self)
        self.status = StatusLine(around, self)
        self._side = QWidget(self)
        self._side.setObjectName("editor_side")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self._side, "side")
        self._side_column = QVBoxLayout(self._side)
        self._side_column.addWidget(self.outline)
        self._middle = QWidget(self)
        self._middle.setObjectName("editor_middle")
        self._middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self._middle, "ground")
        self._notes = QVBoxLayout()
        self._arrange()
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def _arrange(self) -> None:
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.find_bar)
        middle.addLayout(self._notes)
        self._notes.addWidget(self.save_banner)
        self._notes.addWidget(self.note_banner)
        middle.addWidget(self.sheet, 1)
        self.panes = QSplitter(Qt.Orientation.Horizontal, self)
        self.panes.setObjectName("editor_panes")
        self.panes.setHandleWidth(1)
        for number, pane in enumerate((self._side, self._middle, self.inspector)):
            self.panes.addWidget(pane)
            self.panes.setStretchFactor(number, int(pane is self._middle))
            self.panes.setCollapsible(number, pane is not self._middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.panes, 1)
        column.addWidget(self.status)

    def fit_notes(self) -> None:
        """Give messages air while there are any."""
        is_any = self.save_banner.isVisibleTo(self) or self.note_banner.isVisibleTo(self)
        side = self._around.look.length(18) if is_any else 0
        self._notes.setContentsMargins(side, side // 2, side, side // 2)
        self._notes.setSpacing(side // 2)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.outline.setAccessibleName(self._around.speech.gettext("Outline"))

    def _restyle(self) -> None:
        look = self._around.look
        self._side_column.setContentsMargins(
            look.length(9), look.length(14), look.length(10), look.length(10)
        )
        # With large letters the text needs the room: what stands beside it grows less.
        narrow = 1 if look.text_percent < _LARGE_PERCENT else 0.88
        side, inspector = (look.length(width * narrow) for width in (_SIDE_PX, _INSPECTOR_PX))
        self._side.setMinimumWidth(round(side * 0.6))
        self.inspector.setMinimumWidth(round(inspector * 0.85))
        room = max(self.width(), side + inspector + 1) - side - inspector
        self.panes.setSizes([side, room, inspector])
        self.fit_notes()
