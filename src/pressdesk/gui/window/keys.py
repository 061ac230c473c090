"""The signing key from the window: asking for a passphrase, and choosing a key."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.gui.surroundings import Surroundings

LEAST_LETTERS = 12


@dataclass(slots=True)
class _Question:
    path: Path
    answer: str | None = None
    answered: threading.Event = field(default_factory=threading.Event)


class PassphraseDoor(QObject):
    """Lets a job ask the user: the job waits on its thread, the dialog lives on the UI's."""

    _asked = Signal(object)

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._waiting: list[_Question] = []
        self._lock = threading.Lock()
        self._is_closed = False
        self._known: dict[Path, str] = {}
        self._asked.connect(self._show, Qt.ConnectionType.QueuedConnection)

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
        return question.answer

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
            question.answered.set()

    @Slot(object)
    def _show(self, question: _Question) -> None:
        dialog = PassphraseDialog(
            self._around, question.path.name, is_new=False, parent=self._window
        )
        dialog.finished.connect(lambda _: self._on_finished(question, dialog))
        dialog.open()

    def _on_finished(self, question: _Question, dialog: PassphraseDialog) -> None:
        question.answer = dialog.passphrase()
        with self._lock:
            self._waiting = [one for one in self._waiting if one is not question]
        question.answered.set()


class PassphraseDialog(QDialog):
    """Asks for the passphrase of a key file, twice if it is new."""

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
        cancel = Button(look, parent=self)
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
        elif self.field.text():
            self.accept()

    def _show_fault(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setAccessibleName(words)
        self._fault.show()


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
