"""The page where a round is sent: who, until when, where to; then the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.editor.fields import let_grow
from pressdesk.gui.round.send_presenter import DEADLINE, FOLDER, PEOPLE
from pressdesk.gui.round.send_rows import GuestRows
from pressdesk.gui.widgets.banner import announce
from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressdesk.gui.round.inviting import Guest
    from pressdesk.gui.surroundings import Surroundings

_WIDEST_PX = 880


class SendPage(QWidget):
    """Shows the form, and says what the user wants."""

    back_wanted = Signal()
    send_wanted = Signal()
    cancel_wanted = Signal()
    guest_added = Signal()
    deadline_typed = Signal(str, str)
    confidential_chosen = Signal(bool)
    listed_chosen = Signal(bool)
    folder_wanted = Signal()
    show_folder_wanted = Signal()
    round_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("send_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "ground")
        self._around = around
        look = around.look
        self._top = QWidget(self)
        self._top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self._top, "bar")
        self.back_button = IconButton(look, "chevron-left", parent=self)
        self.back_button.setObjectName("send_back")
        self.title = ElidedLabel("", self)
        add_look(self.title, "title")
        self.send_button = Button(look, ButtonKind.PRIMARY, parent=self)
        self.send_button.setObjectName("send_now")
        self.round_button = Button(look, ButtonKind.PRIMARY, parent=self)
        self.round_button.setObjectName("send_show_round")
        self.heading = make_label("section", wraps=True)
        self.words = make_label("muted", wraps=True)
        self._make_form()
        self._make_outcome()
        self._cards = [Card(look, parent=self) for _ in range(4)]
        for card in self._cards:
            let_grow(card)
        self._busy = QWidget(self)
        self._area = QScrollArea(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = QWidget(self._area)
        self._column = QVBoxLayout(self._inner)
        self._lay_out()
        self._connect()
        self.show_idle()
        look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def _make_form(self) -> None:
        around, look = self._around, self._around.look
        self._people_head, self._deadline_head, self._files_head = (
            make_label("strong") for _ in range(3)
        )
        self.guests = GuestRows(around, self)
        self.add_button = Button(look, ButtonKind.SOFT, "person", self)
        self.add_button.setObjectName("guest_add")
        self.day, self.time = QLineEdit(self), QLineEdit(self)
        self.day.setObjectName("send_day")
        self.time.setObjectName("send_time")
        self.spoken = make_label("muted", wraps=True)
        self.confidential, self.listed = QCheckBox(self), QCheckBox(self)
        self.confidential.setObjectName("send_confidential")
        self.listed.setObjectName("send_listed")
        self.folder = ElidedLabel("", self)
        self.folder_button = Button(look, parent=self)
        self.folder_button.setObjectName("send_folder")
        self.problems = {
            part: make_label("danger", wraps=True) for part in (PEOPLE, DEADLINE, FOLDER)
        }

    def _make_outcome(self) -> None:
        look = self._around.look
        self.progress = QProgressBar(self)
        self.progress_words = make_label("muted")
        self.cancel_button = Button(look, parent=self)
        self.cancel_button.setObjectName("send_cancel")
        self.files = make_label("", wraps=True)
        self.files.setTextFormat(Qt.TextFormat.PlainText)
        self.files.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.files.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.done_words = make_label("ok", wraps=True)
        self.show_folder_button = Button(look, ButtonKind.SOFT, "open", self)
        self.show_folder_button.setObjectName("send_show_folder")

    def _lay_out(self) -> None:
        bar = self._bar = QHBoxLayout(self._top)
        bar.addWidget(self.back_button)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.send_button)
        bar.addWidget(self.round_button)
        people, until, where, done = self._cards
        people.content.addWidget(self._people_head)
        people.content.addWidget(self.guests)
        people.content.addWidget(self.problems[PEOPLE])
        people.content.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        until.content.addWidget(self._deadline_head)
        when = self._when = QHBoxLayout()
        when.addWidget(self.day)
        when.addWidget(self.time)
        when.addWidget(self.spoken, 1)
        until.content.addLayout(when)
        until.content.addWidget(self.problems[DEADLINE])
        until.content.addWidget(self.confidential)
        until.content.addWidget(self.listed)
        where.content.addWidget(self._files_head)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.folder_button)
        where.content.addLayout(place)
        where.content.addWidget(self.problems[FOLDER])
        busy = QHBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.addWidget(self.progress_words)
        busy.addWidget(self.progress, 1)
        busy.addWidget(self.cancel_button)
        where.content.addWidget(self._busy)
        done.content.addWidget(self.done_words)
        done.content.addWidget(self.files)
        done.content.addWidget(self.show_folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.words)
        for card in self._cards:
            self._column.addWidget(card)
        self._column.addStretch(1)
        add_look(self._inner, "clear")
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_wanted)
        self.send_button.clicked.connect(self.send_wanted)
        self.round_button.clicked.connect(self.round_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.add_button.clicked.connect(self.guest_added)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.show_folder_button.clicked.connect(self.show_folder_wanted)
        self.confidential.toggled.connect(self.confidential_chosen)
        self.listed.toggled.connect(self.listed_chosen)
        for line in (self.day, self.time):
            line.textEdited.connect(
                lambda _text: self.deadline_typed.emit(self.day.text(), self.time.text())
            )

    # --- what the presenter tells

    def show_heading(self, title: str, words: str) -> None:
        """Show what is sent."""
        self.heading.setText(title)
        self.words.setText(words)

    def show_guests(self, guests: Sequence[Guest], partners: Sequence[str]) -> None:
        """Show the people, each in a row."""
        self.guests.show_guests(guests, partners)

    def show_deadline(self, day: str, time: str, spoken: str) -> None:
        """Show the deadline as typed, and as it is understood."""
        for line, words in ((self.day, day), (self.time, time)):
            if line.text() != words:
                line.setText(words)
        self.spoken.setText(spoken)

    def show_flags(self, *, is_confidential: bool, is_listed: bool) -> None:
        """Show what the files warn of."""
        self.confidential.setChecked(is_confidential)
        self.listed.setChecked(is_listed)

    def show_folder(self, folder: Path) -> None:
        """Show where the files go."""
        self.folder.setText(str(folder))

    def show_problem(self, words: str, part: str = "", row: int | None = None) -> None:
        """Say what is wrong, at the part of the form that it is about."""
        is_in_row = bool(words) and part == PEOPLE and row is not None
        self.guests.show_problem(words if is_in_row else "", row)
        for name, label in self.problems.items():
            shown = words if name == part and not is_in_row else ""
            label.setText(shown)
            label.setVisible(bool(shown))
        if words:
            announce(self, words, is_urgent=True)
            goals: dict[str, QWidget] = {DEADLINE: self.day, FOLDER: self.folder_button}
            if part in goals:
                goals[part].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, total: int) -> None:
        """Show that files are made."""
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        self.progress_words.setText(
            self._around.speech.gettext("Making file {number} of {count} …").format(
                number=min(done + 1, total), count=total
            )
        )
        self._busy.show()
        self.send_button.setEnabled(False)

    def show_idle(self) -> None:
        """Show the form."""
        self._busy.hide()
        self.send_button.setEnabled(True)
        self._show_done(is_done=False)

    def show_files(self, names: Sequence[str], folder: Path, words: str) -> None:
        """Show what was made."""
        self.done_words.setText(words)
        self.files.setText("\n".join(names))
        self.folder.setText(str(folder))
        self._show_done(is_done=True)
        announce(self, words)
        self.show_folder_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_guest(self, row: int) -> None:
        """Go to the name in a row."""
        if row >= 0:
            self.guests.focus_row(row)
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_done(self, *, is_done: bool) -> None:
        *form, done = self._cards
        for card in form:
            card.setVisible(not is_done)
        done.setVisible(is_done)
        self.send_button.setVisible(not is_done)
        self.round_button.setVisible(is_done)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self.back_button.show_name(tr("Back to the text"), "Esc")
        self.title.setText(tr("Send for review"))
        self.send_button.setText(tr("Make the files"))
        self.send_button.setToolTip("Ctrl+Enter")
        self.round_button.setText(tr("Show the round"))
        self._people_head.setText(tr("Who is to read?"))
        self.add_button.setText(tr("Add a person"))
        self._deadline_head.setText(tr("Deadline"))
        self.day.setAccessibleName(tr("Day of the deadline"))
        self.time.setAccessibleName(tr("Time of the deadline"))
        self.confidential.setText(tr("Confidential until it is published"))
        self.listed.setText(tr("A partner is listed: the text may be inside information"))
        self._files_head.setText(tr("Folder for the files"))
        self.folder_button.setText(tr("Choose a folder …"))
        self.cancel_button.setText(tr("Cancel"))
        self.show_folder_button.setText(tr("Show in folder"))

    def _restyle(self) -> None:
        look = self._around.look
        self._top.setFixedHeight(max(look.length(52), look.icon_size(46)))
        side = look.length(14)
        self._bar.setContentsMargins(side - 4, 0, side + 4, 0)
        self._bar.setSpacing(side)
        self._column.setSpacing(look.length(12))
        self._when.setSpacing(look.length(10))
        self.day.setFixedWidth(look.icon_size(118))
        self.time.setFixedWidth(look.icon_size(74))
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's event
        self._fit()

    def _fit(self) -> None:
        look = self._around.look
        side = max(look.length(18), (self.width() - look.length(_WIDEST_PX)) // 2)
        self._column.setContentsMargins(side, look.length(22), side, look.length(22))
