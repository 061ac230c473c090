"""The right side of the ready page: the lock, the files, the time, the last file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from pressdesk.gui.editor.fields import let_grow
from pressdesk.gui.widgets.ask_form import AskForm
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.labels import SectionHeader, make_label
from pressdesk.gui.widgets.painting import Tone, add_look
from pressdesk.gui.widgets.pill import Pill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressdesk.gui.ready.state import ReadyState
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.widgets.ask_form import Question
    from pressdesk.services.exporting import Written


class OutPanel(QWidget):
    """Shows the way out of the house, and says what the user wants of it."""

    lock_wanted = Signal()
    override_wanted = Signal()
    override_answered = Signal(dict)
    final_wanted = Signal()
    file_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ready_out")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "inspector")
        self._around = around
        self._path: Path | None = None
        self._has_last = False
        self._column = QVBoxLayout(self)
        look = around.look
        self._out_header = SectionHeader(look, parent=self)
        self._lock_header = SectionHeader(look, parent=self)
        self._time_header = SectionHeader(look, parent=self)
        self._last_header = SectionHeader(look, parent=self)
        self._build_file()
        self._build_lock()
        self._time = Card(look, "", self)
        self._time_words = self._label(self._time, "strong")
        self._time_details = self._label(self._time, "muted")
        self._build_last()
        for part in (
            self._out_header,
            self._file,
            self._lock_header,
            self._lock,
            self._time_header,
            self._time,
            self._last_header,
            self._last,
        ):
            let_grow(part)
            self._column.addWidget(part)
        self._column.addStretch(1)
        look.follow(self._dress)
        around.speech.follow(self.retranslate)

    def _build_file(self) -> None:
        look = self._around.look
        self._file = Card(look, "", self)
        top = QHBoxLayout()
        self._format = make_label("strong", "Word")
        self.file_state = Pill(look, parent=self._file)
        top.addWidget(self._format, 1)
        top.addWidget(self.file_state)
        self._file.content.addLayout(top)
        self._file_name = self._label(self._file, "muted")
        self.final_button = Button(look, ButtonKind.SOFT, "export", self._file)
        self.final_button.setObjectName("ready_final")
        self._file.content.addSpacing(look.length(5))
        self._file.content.addWidget(self.final_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.final_button.clicked.connect(self.final_wanted)

    def _build_lock(self) -> None:
        look = self._around.look
        self._lock = Card(look, "", self)
        self._lock_words = self._label(self._lock, "strong")
        self._lock_details = self._label(self._lock, "muted")
        self.override_button = Button(look, ButtonKind.QUIET, parent=self._lock)
        self.override_button.setObjectName("ready_override")
        self.form = AskForm(look, self._around.speech, self._lock)
        self._lock.content.addSpacing(look.length(4))
        self._lock.content.addWidget(self.override_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._lock.content.addWidget(self.form)
        self.override_button.clicked.connect(self.override_wanted)
        self.form.answered.connect(lambda _name, answers: self.override_answered.emit(answers))
        self.form.cancelled.connect(self._on_cancelled)

    def _build_last(self) -> None:
        look = self._around.look
        self._last = Card(look, "", self)
        self._last_words = self._label(self._last, "strong")
        self._last_name = self._label(self._last, "")
        self._last_report = self._label(self._last, "muted")
        self._bar = QProgressBar(self._last)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._last.content.addWidget(self._bar)
        self.open_file = Button(look, ButtonKind.SOFT, parent=self._last)
        self.open_file.setObjectName("ready_open_file")
        self.open_folder = Button(look, ButtonKind.QUIET, parent=self._last)
        self.open_folder.setObjectName("ready_open_folder")
        self._opening = QWidget(self._last)
        row = QHBoxLayout(self._opening)
        row.setContentsMargins(0, look.length(5), 0, 0)
        row.addWidget(self.open_file)
        row.addWidget(self.open_folder)
        row.addStretch(1)
        self._last.content.addWidget(self._opening)
        self._opening.hide()
        self._bar.hide()
        self.open_file.clicked.connect(lambda: self.file_wanted.emit(self._path))
        self.open_folder.clicked.connect(lambda: self.folder_wanted.emit(self._path))

    def _label(self, card: Card, look: str) -> QLabel:
        label = make_label(look, wraps=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        card.content.addWidget(label)
        return label

    # --- what is shown

    def show_state(self, state: ReadyState) -> None:
        """Show where the text stands."""
        self._file_name.setText(breakable(state.file_name))
        self.file_state.show_status(state.file_state, Tone.OK if state.is_frozen else Tone.NEUTRAL)
        was_frozen = self.final_button.isEnabled()
        self.final_button.setEnabled(state.is_frozen)
        if state.is_frozen and not was_frozen and self.isVisible():
            self.final_button.setFocus(Qt.FocusReason.OtherFocusReason)  # what locked has gone
        self._lock_words.setText(state.lock_words)
        self._lock_details.setText(state.lock_details)
        can_override = not state.is_ready and not state.is_frozen
        if not can_override:
            self.form.end()
        self.override_button.setVisible(can_override and not self.form.name)
        self._lock.show_edge("accent" if state.is_frozen else "")
        self._time_words.setText(state.release_words)
        self._time_details.setText(state.release_details)
        self._time_details.setVisible(bool(state.release_details))
        last = state.last
        self._has_last = last is not None
        self._last_words.setText(last.title if last else "")
        self._last_name.setText(breakable(last.name) if last else "")
        self._last_report.setText(last.report if last else "")
        self._show_last()

    def ask_override(self, title: str, note: str, questions: Sequence[Question], done: str) -> None:
        """Ask who takes the responsibility, and why."""
        self.override_button.hide()
        self.form.ask("override", title, note, questions, done)

    def end_override(self) -> None:
        """Ask that no more."""
        self.form.end()

    def show_busy(self, words: str) -> None:
        """Show that a file is being made."""
        self._last_words.setText(words)
        self._last_name.setText("")
        self._last_report.setText("")
        self._bar.show()
        self._opening.hide()
        for part in (self._last_header, self._last):
            part.show()

    def show_written(self, written: Written) -> None:
        """Offer the file that was made just now."""
        self._path = written.path
        self._bar.hide()
        self._opening.show()

    def show_not_written(self) -> None:
        """Show that there is no new file."""
        self._bar.hide()

    def forget_file(self) -> None:
        """Offer no file of another release."""
        self._path = None
        self._opening.hide()
        self._bar.hide()

    def retranslate(self) -> None:
        """Say it in the language of the window; the state comes with it."""
        _ = self._around.speech.gettext
        self._out_header.show_text(_("Out of the house"))
        self._lock_header.show_text(_("Lock"))
        self._time_header.show_text(_("Distribution"))
        self._last_header.show_text(_("Last exported file"))
        self.final_button.setText(_("Export the final Word file …"))
        self.override_button.setText(_("Lock all the same …"))
        self.open_file.setText(_("Open file"))
        self.open_folder.setText(_("Show in folder"))
        self._bar.setAccessibleName(_("Export"))

    def _show_last(self) -> None:
        for part in (self._last_header, self._last):
            part.setVisible(self._has_last)

    def _on_cancelled(self) -> None:
        self.override_button.show()
        self.override_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        look = self._around.look
        side = look.length(16)
        self._column.setContentsMargins(side, look.length(18), side, look.length(18))
        self._column.setSpacing(look.length(2))


def breakable(name: str) -> str:
    """Return a file name so that a label may break it where people would."""
    for sign in "/\\_":
        name = name.replace(sign, f"{sign}\u200b")
    return name
