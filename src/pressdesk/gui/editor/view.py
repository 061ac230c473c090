"""The editor as it is laid out: bars above and below, outline, sheet and inspector between."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QVBoxLayout, QWidget

from pressdesk.gui.editor.bars import StatusLine, TopBar
from pressdesk.gui.editor.finding import FindBar
from pressdesk.gui.editor.inspector import Inspector
from pressdesk.gui.widgets.banner import Banner
from pressdesk.gui.widgets.painting import add_look
from pressdesk.gui.widgets.sidebar_list import SidebarList

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from pressdesk.gui.sheet import Sheet
    from pressdesk.gui.surroundings import Surroundings

_SIDE_PX, _INSPECTOR_PX = 220, 340
_LARGE_PERCENT = 150


class Pane(StrEnum):
    """What stands beside the text."""

    OUTLINE = "outline"
    INSPECTOR = "inspector"


class EditorView(QWidget):
    """Holds the parts; it decides nothing but who gives way where room is short.

    The outline goes first, then the inspector; whoever asks for one has it until the keyboard is
    back in the text.
    """

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
        self._asked: set[Pane] = set()
        self._widths = {Pane.OUTLINE: _SIDE_PX, Pane.INSPECTOR: _INSPECTOR_PX}
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
        self.panes.setMinimumWidth(1)  # what does not fit gives way: the window need not grow
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

    # --- room

    def is_shown(self, pane: Pane) -> bool:
        """Return whether a pane stands beside the text."""
        return not self._widget(pane).isHidden()

    def ask_for(self, pane: Pane) -> None:
        """Show a pane even where it takes room of the text; the other one stays if in use."""
        self._asked = {pane} | {one for one in self._asked if self._has_keyboard(one)}
        self.fit_panes()

    def give_room(self) -> None:
        """Let go of what was only asked for: the text is what counts now."""
        if self._asked:
            self._asked.clear()
            self.fit_panes()

    def fit_panes(self) -> None:
        """Show what there is room for beside the text, and what was asked for."""
        room, sheet = self.panes.width(), self.sheet.least_width
        inspector = self.inspector.minimumWidth() + sheet
        outline = self._side.minimumWidth() + inspector
        fits = {Pane.OUTLINE: room >= outline, Pane.INSPECTOR: room >= inspector}
        self._asked -= {pane for pane, does_fit in fits.items() if does_fit}
        before = [self.is_shown(pane) for pane in Pane]
        for pane, does_fit in fits.items():
            is_wanted = does_fit or pane in self._asked
            if not is_wanted and self._has_keyboard(pane):
                self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
            self._widget(pane).setVisible(is_wanted)
        taken = sum(self._widget(pane).minimumWidth() for pane in Pane if self.is_shown(pane))
        self._middle.setMinimumWidth(max(0, min(sheet, room - taken - 2)))
        if before != [self.is_shown(pane) for pane in Pane]:
            self._share()
        self.status.show_panes(
            has_outline=fits[Pane.OUTLINE], has_inspector=fits[Pane.INSPECTOR], asked=self._asked
        )

    def go_to_pane(self, by: int = 0, number: int = 0) -> None:
        """Go ``by`` panes on from where the keyboard is, or to pane ``number``."""
        panes = (self.outline, self.sheet, self.inspector)
        focus = QApplication.focusWidget()
        if by:
            here = [
                place
                for place, pane in enumerate(panes)
                if focus is not None and (pane is focus or pane.isAncestorOf(focus))
            ]
            number = ((here[0] if here else 1) + by) % len(panes)
        wanted = {0: Pane.OUTLINE, 2: Pane.INSPECTOR}.get(number)
        if wanted is not None:
            self.ask_for(wanted)
        else:
            self.give_room()
        if panes[number] is self.inspector:
            self.inspector.focus()
        else:
            panes[number].setFocus(Qt.FocusReason.ShortcutFocusReason)
        if wanted is not None:
            self.ask_for(wanted)  # the one that the keyboard has left may go now

    def toggle_pane(self, pane: Pane) -> None:
        """Go to a pane that there is no room for, or back to the text."""
        if self.is_shown(pane):
            self.go_to_pane(number=1)
        else:
            self.go_to_pane(number=0 if pane is Pane.OUTLINE else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let panes come and go with the room."""
        super().resizeEvent(event)
        self.fit_panes()

    def _widget(self, pane: Pane) -> QWidget:
        return self._side if pane is Pane.OUTLINE else self.inspector

    def _has_keyboard(self, pane: Pane) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._widget(pane).isAncestorOf(focus)

    def _share(self) -> None:
        side, inspector = self._widths[Pane.OUTLINE], self._widths[Pane.INSPECTOR]
        shown = (side if self.is_shown(Pane.OUTLINE) else 0) + (
            inspector if self.is_shown(Pane.INSPECTOR) else 0
        )
        self.panes.setSizes([side, max(self.panes.width() - shown, 1), inspector])

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
        self._widths = {Pane.OUTLINE: side, Pane.INSPECTOR: inspector}
        self._share()
        self.fit_panes()
        self.fit_notes()
