"""The signing key from the window: asking for a passphrase, and choosing a key."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pressdesk.gui.widgets.banner import announce
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from pressdesk.gui.surroundings import Surroundings

LEAST_LETTERS = 12


@dataclass(slots=True)
class _Question:
    path: Path
    answer: str | None = None
    answered: threading.Event = field(default_factory=threading.Event)
    dialog: PassphraseDialog | None = None
    """Stays open until the passphrase fits; only the UI's thread touches it."""


class PassphraseDoor(QObject):
    """Lets a job ask the user: the job waits on its thread, the dialog lives on the UI's."""

    _asked = Signal(object)
    _refused = Signal(object)
    _accepted = Signal(object)

    def __init__(
        self, around: Surroundings, window: QWidget, fits: Callable[[Path, str], bool]
    ) -> None:
        """``fits`` says whether a passphrase opens a key file; it is called on the job's thread."""
        super().__init__(window)
        self._fits = fits
        self._around = around
        self._window = window
        self._waiting: list[_Question] = []
        self._lock = threading.Lock()
        self._is_closed = False
        self._known: dict[Path, str] = {}
        self._asked.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._show_refusal, Qt.ConnectionType.QueuedConnection)
        self._accepted.connect(self._let_go, Qt.ConnectionType.QueuedConnection)

    def ask(self, path: Path) -> str | None:
        """Return the passphrase of the key file ``path``; None if the user does not give it.

        Called on a worker thread.
        """
        question = _Question(path)
        with self._lock:
            known = self._known.pop(path, None)
            if known is not None or self._is_closed:
                return known
            self._waiting.append(question)
        self._asked.emit(question)
        question.answered.wait()
        while question.answer is not None and not self._fits(path, question.answer):
            if not self._wait_again(question):
                return None
            self._refused.emit(question)
            question.answered.wait()
        if question.answer is not None:
            self._accepted.emit(question)
        return question.answer

    def _wait_again(self, question: _Question) -> bool:
        with self._lock:
            if not self._is_closed:
                question.answered.clear()
                self._waiting.append(question)
            return not self._is_closed

    def know(self, path: Path, passphrase: str) -> None:
        """Answer the next question about ``path`` without asking: it was just chosen."""
        with self._lock:
            self._known[path] = passphrase

    def close(self) -> None:
        """Answer what waits with nothing, so that no thread waits when the window closes."""
        with self._lock:
            self._is_closed = True
            waiting, self._waiting = self._waiting, []
        for question in waiting:
            question.answer = None
            question.answered.set()

    @Slot(object)
    def _show(self, question: _Question) -> None:
        dialog = question.dialog = PassphraseDialog(
            self._around, question.path.name, is_new=False, parent=self._window
        )
        dialog.given.connect(lambda words: self._answer(question, words))
        dialog.rejected.connect(lambda: self._answer(question, None))
        dialog.open()

    @Slot(object)
    def _show_refusal(self, question: _Question) -> None:
        if question.dialog is not None:
            question.dialog.show_refusal()

    @Slot(object)
    def _let_go(self, question: _Question) -> None:
        if question.dialog is not None:
            question.dialog.accept()

    def _answer(self, question: _Question, words: str | None) -> None:
        with self._lock:
            self._waiting = [one for one in self._waiting if one is not question]
        question.answer = words
        question.answered.set()


class PassphraseDialog(QDialog):
    """Asks for the passphrase of a key file, twice if it is new.

    That of a key file there is, is handed on by ``given``; the dialog then waits to be accepted
    or told that it does not fit.
    """

    given = Signal(str)

    def __init__(
        self, around: Surroundings, name: str, *, is_new: bool, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        tr, look = around.speech.gettext, around.look
        self._around = around
        self._is_new = is_new
        self.setObjectName("passphrase_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Passphrase"))
        self.setMinimumWidth(look.icon_size(420))
        words = make_label("", wraps=True)
        words.setText(
            tr(
                "Choose a passphrase of at least {minimum} characters for the key file {name}. "
                "It cannot be recovered."
            ).format(minimum=LEAST_LETTERS, name=name)
            if is_new
            else tr("The passphrase of the key file {name}:").format(name=name)
        )
        self.field = self._make_field("passphrase", tr("Passphrase"))
        self.again = self._make_field("passphrase_again", tr("The passphrase again"))
        self.again.setPlaceholderText(tr("The passphrase again"))
        self.again.setVisible(is_new)
        self._fault = make_label("danger small", wraps=True)
        self._fault.hide()
        self.ok = Button(look, ButtonKind.PRIMARY, parent=self)
        self.ok.setObjectName("passphrase_ok")
        self.ok.setText(tr("Make the key file") if is_new else tr("Open the key"))
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._on_ok)
        cancel = self.cancel = Button(look, parent=self)
        cancel.setObjectName("passphrase_cancel")
        cancel.setText(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.ok)
        column = QVBoxLayout(self)
        for widget in (words, self.field, self.again, self._fault):
            column.addWidget(widget)
        column.addLayout(buttons)

    def passphrase(self) -> str | None:
        """Return what was given; None if the dialog was left."""
        return self.field.text() if self.result() == QDialog.DialogCode.Accepted else None

    def _make_field(self, name: str, spoken: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    def _on_ok(self) -> None:
        tr = self._around.speech.gettext
        if self._is_new and len(self.field.text()) < LEAST_LETTERS:
            self._show_fault(tr("Use at least {minimum} characters.").format(minimum=LEAST_LETTERS))
        elif self._is_new and self.field.text() != self.again.text():
            self._show_fault(tr("The two passphrases differ."))
        elif self._is_new and self.field.text():
            self.accept()
        elif self.field.text():
            self._be_busy(is_busy=True)
            self.given.emit(self.field.text())

    def show_refusal(self) -> None:
        """Say that the passphrase does not fit, and let it be given again."""
        self._be_busy(is_busy=False)
        self._show_fault(
            self._around.speech.gettext("The passphrase does not open the key. Try again.")
        )
        self.field.selectAll()
        self.field.setFocus()

    def _be_busy(self, *, is_busy: bool) -> None:
        for widget in (self.field, self.ok, self.cancel):
            widget.setEnabled(not is_busy)

    def reject(self) -> None:
        """Leave, but not while the passphrase is tried: that takes a moment only."""
        if self.cancel.isEnabled():
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Be high enough for the words."""
        super().showEvent(event)
        self._grow()

    def _show_fault(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setAccessibleName(words)
        self._fault.show()
        announce(self, words, is_urgent=True)
        self._grow()

    def _grow(self) -> None:
        """Give every word room: lines that wrap are not in the size that a dialog begins with."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(self.width())
            self.setMinimumHeight(needed)
            self.resize(self.width(), needed)


def ask_for_new_passphrase(
    around: Surroundings, path: Path, parent: QWidget, chosen: Callable[[str], None]
) -> PassphraseDialog:
    """Let the user choose the passphrase of a new key file."""
    dialog = PassphraseDialog(around, path.name, is_new=True, parent=parent)

    def on_finished() -> None:
        passphrase = dialog.passphrase()
        if passphrase:
            chosen(passphrase)

    dialog.finished.connect(on_finished)
    dialog.open()
    return dialog
