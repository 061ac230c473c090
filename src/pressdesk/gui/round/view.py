"""The round screen as it is laid out; it decides nothing but who gives way where room is short."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from pressdesk.gui.round.bars import StatusLine, TopBar
from pressdesk.gui.round.panel import Panel, Tab
from pressdesk.gui.round.side import Side
from pressdesk.gui.round.text import TrackedText
from pressdesk.gui.widgets.ask_form import Question
from pressdesk.gui.widgets.banner import Banner, UndoToast
from pressdesk.gui.widgets.painting import Tone, add_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from pressdesk.gui.editor.comments.state import CommentRow
    from pressdesk.gui.round.state import (
        Counts,
        LogLine,
        Matrix,
        Overall,
        PersonCard,
        Piece,
        RoundRow,
    )
    from pressdesk.gui.round.tell_changes import Row
    from pressdesk.gui.surroundings import Surroundings

_SIDE_PX, _PANEL_PX, _TEXT_PX = 250, 392, 430
_LARGE_PERCENT = 150


class Pane(StrEnum):
    """What stands beside the text."""

    PEOPLE = "people"
    PANEL = "panel"


class RoundView(QWidget):
    """Holds the parts and passes on what the user wants."""

    chosen = Signal(str)
    step_wanted = Signal(str, str)
    message_action = Signal(str)
    message_closed = Signal()
    undo_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("round_view")
        self._around = around
        self._asked: set[Pane] = set()
        self.can_undo = self.can_redo = False
        self.top = TopBar(around, self)
        self.side = Side(around, self)
        self.text = TrackedText(around, self)
        self.panel = Panel(around, self)
        self.status = StatusLine(around, self)
        self.banner = Banner(around.look, around.speech, self)
        self.banner.setObjectName("round_banner")
        self._banner_room = QWidget(self)
        add_look(self._banner_room, "ground")
        room = QVBoxLayout(self._banner_room)
        room.addWidget(self.banner)
        self._banner_room.hide()
        self._middle = QWidget(self)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._banner_room)
        middle.addWidget(self.text, 1)
        self.panes = QSplitter(Qt.Orientation.Horizontal, self)
        self.panes.setObjectName("round_panes")
        self.panes.setHandleWidth(1)
        self.panes.setMinimumWidth(1)
        for number, pane in enumerate((self.side, self._middle, self.panel)):
            self.panes.addWidget(pane)
            self.panes.setStretchFactor(number, int(pane is self._middle))
            self.panes.setCollapsible(number, pane is not self._middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.panes, 1)
        column.addWidget(self.status)
        self.toast = UndoToast(around.look, around.speech, self._middle)
        self._connect()
        around.look.follow(self._restyle)

    def _connect(self) -> None:
        changes = self.panel.changes.list
        self.text.chosen.connect(self.chosen)
        self.text.step_wanted.connect(self.step_wanted)
        changes.chosen.connect(self.chosen)
        changes.step_wanted.connect(self.step_wanted)
        changes.text_wanted.connect(lambda: self.text.setFocus(Qt.FocusReason.OtherFocusReason))
        self.panel.remarks.go_wanted.connect(self.text.go_to)
        self.banner.action_requested.connect(self.message_action)
        self.banner.closed.connect(self._on_message_closed)
        self.toast.undo_requested.connect(self.undo_wanted)
        self.status.people_wanted.connect(lambda: self.toggle_pane(Pane.PEOPLE))
        self.status.panel_wanted.connect(lambda: self.toggle_pane(Pane.PANEL))

    # --- what the presenter tells

    def show_overall(self, overall: Overall, counts: Counts, partners: Sequence[str]) -> None:
        """Show title, round, deadline, and whose proposals can be accepted together."""
        self.top.show_overall(overall, counts, partners)
        self.side.show_overall(overall)
        self.status.show_overall(overall)
        self.panel.show_left(counts.left)

    def show_people(self, people: Sequence[PersonCard]) -> None:
        """Show who has answered."""
        self.side.show_people(people)

    def show_rounds(self, rows: Sequence[RoundRow], current: str) -> None:
        """Show the rounds."""
        self.side.show_rounds(rows, current)

    def show_text(self, pieces: Sequence[Piece], current: str) -> None:
        """Show the text with the changes in it."""
        self.text.show_pieces(pieces, current)

    def show_changes(self, rows: Sequence[Row], current: str) -> None:
        """List the proposals."""
        self.panel.changes.show_rows(rows, current)

    def show_current(self, key: str) -> None:
        """Point at a proposal in the text and in the list."""
        self.text.point_at(key)
        self.panel.changes.list.point_at(key)

    def show_remarks(self, rows: Sequence[CommentRow]) -> None:
        """List the comments."""
        self.panel.remarks.end_form()
        self.panel.remarks.show_rows(rows)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show where the quotes stand."""
        self.panel.show_matrix(matrix)

    def show_log(self, lines: Sequence[LogLine]) -> None:
        """Show what happened."""
        self.panel.log.show_lines(lines)

    def show_message(self, words: str, tone: Tone, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Say something above the text, and where something waits for an answer say it there."""
        if self.side.form.isVisibleTo(self):
            self.side.show_deadline_problem(words)
            return
        for panel in (self.panel.remarks,):
            if panel.form.isVisibleTo(self):
                panel.show_problem(words)
                return
        if self.panel.changes.form.isVisibleTo(self):
            self.panel.changes.form.set_busy(is_busy=False)
            self.panel.changes.form.show_problem(words, "text")
            return
        self.panel.remarks.set_busy(is_busy=False)
        self.banner.show_message(words, tone, actions)
        self._banner_room.show()
        self.toast.dismiss()

    def clear_message(self) -> None:
        """Take the message away."""
        self.banner.hide()
        self._banner_room.hide()

    def show_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Say whether there is a decision to take back."""
        self.can_undo, self.can_redo = can_undo, can_redo
        if not can_undo:
            self.toast.dismiss()

    def show_done(self, words: str) -> None:
        """Say what was done, and offer to undo it."""
        self.toast.show_done(words)

    def show_changed(self) -> None:
        """Take the questions away: what they asked for was done."""
        if self.side.form.isVisibleTo(self):
            self.side.end_form()
        if self.panel.changes.form.isVisibleTo(self):
            self.panel.changes.end_form()

    def ask_answer(self, key: str) -> None:
        """Let the user answer a proposal by a comment."""
        tr = self._around.speech.gettext
        self.ask_for(Pane.PANEL)
        self.panel.show_tab(Tab.CHANGES)
        question = Question(
            key="text",
            label=tr("Your comment, for everybody"),
            is_required=True,
            is_long=True,
        )
        form = self.panel.changes.form
        form.set_busy(is_busy=False)
        form.ask(key, tr("Answer the proposal"), "", (question,), tr("Comment"))
        self.panel.changes.fit()

    # --- room and keyboard

    def toggle_pane(self, pane: Pane) -> None:
        """Show a pane that there is no room for, or go back to the text."""
        if self._widget(pane).isVisibleTo(self):
            self._asked.discard(pane)
            self.fit_panes()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go_to_pane(number=0 if pane is Pane.PEOPLE else 2)

    def ask_for(self, pane: Pane) -> None:
        """Show a pane even where it takes room of the text."""
        self._asked = {pane}
        self.fit_panes()

    def go_to_pane(self, by: int = 0, number: int = 0) -> None:
        """Go ``by`` panes on from where the keyboard is, or to pane ``number``."""
        panes = (self.side, self.text, self.panel)
        focus = QApplication.focusWidget()
        if by:
            here = [
                place
                for place, pane in enumerate(panes)
                if focus is not None and (pane is focus or pane.isAncestorOf(focus))
            ]
            number = ((here[0] if here else 1) + by) % len(panes)
        if number == 1:
            self._asked.clear()
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.fit_panes()
        elif number == 0:
            self.ask_for(Pane.PEOPLE)
            self.side.rounds.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.ask_for(Pane.PANEL)
            self.panel.focus()

    def fit_panes(self) -> None:
        """Show what there is room for beside the text, and what was asked for."""
        look = self._around.look
        room, text = self.panes.width(), look.length(_TEXT_PX)
        panel = self.panel.minimumWidth() + text
        people = self.side.minimumWidth() + panel
        fits = {Pane.PEOPLE: room >= people, Pane.PANEL: room >= panel}
        before = [self._widget(pane).isVisibleTo(self) for pane in Pane]
        for pane, does_fit in fits.items():
            self._widget(pane).setVisible(does_fit or pane in self._asked)
        if before != [self._widget(pane).isVisibleTo(self) for pane in Pane]:
            self._share()
        self.status.show_panes(
            has_people=fits[Pane.PEOPLE], has_panel=fits[Pane.PANEL], asked=self._asked
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let panes come and go with the room."""
        super().resizeEvent(event)
        self.fit_panes()

    def _widget(self, pane: Pane) -> QWidget:
        return self.side if pane is Pane.PEOPLE else self.panel

    def _widths(self) -> tuple[int, int]:
        look = self._around.look
        # With large letters the text needs the room: what stands beside it grows less.
        narrow = 1 if look.text_percent < _LARGE_PERCENT else 0.85
        return look.length(_SIDE_PX * narrow), look.length(_PANEL_PX * narrow)

    def _share(self) -> None:
        side, panel = self._widths()
        shown = (side if self.side.isVisibleTo(self) else 0) + (
            panel if self.panel.isVisibleTo(self) else 0
        )
        self.panes.setSizes([side, max(self.panes.width() - shown, 1), panel])

    def _on_message_closed(self) -> None:
        self._banner_room.hide()
        self.message_closed.emit()

    def _restyle(self) -> None:
        look = self._around.look
        side, panel = self._widths()
        self.side.setMinimumWidth(round(side * 0.8))
        self.panel.setMinimumWidth(round(panel * 0.85))
        room = self._banner_room.layout()
        if room is not None:
            edge = look.length(18)
            room.setContentsMargins(edge, look.length(10), edge, 0)
        self._share()
        self.fit_panes()
