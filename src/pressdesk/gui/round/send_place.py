"""The page where a round is sent as a place of the window, wired."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pressdesk.gui.desk.jobs import LaneJobs
from pressdesk.gui.editor.saying import sentence
from pressdesk.gui.round.send_presenter import SendPresenter
from pressdesk.gui.round.send_view import SendPage
from pressdesk.gui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pressdesk.gui.desk.asking import LastFolder
    from pressdesk.gui.round.send_presenter import SendWork
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.stored import StoredRelease


class SendPlace(QWidget):
    """Asks who is to read a release, makes their files, and shows where they lie."""

    closed = Signal()
    """The user wants back to the text."""
    round_wanted = Signal()
    """The round is open, and the user wants to see it."""

    def __init__(
        self,
        around: Surroundings,
        work: SendWork,
        clock: Callable[[], datetime],
        last_folder: LastFolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("send_place")
        self._around = around
        self._last_folder = last_folder
        self.view = SendPage(around, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.presenter = SendPresenter(
            self.view,
            work,
            LaneJobs(around.tasks, self, Lane.STORE),
            around.speech,
            clock,
            folder=last_folder.path,
            remember=last_folder.remember,
            say_error=lambda error: sentence(around.speech, error),
            sent=lambda: None,
        )
        self._connect()
        around.speech.changed.connect(self._on_speech_changed)

    def start(self, release: StoredRelease) -> None:
        """Begin a fresh form."""
        self.presenter.start(release)
        first = self.view.guests.first() or self.view.add_button
        self.setFocusProxy(first)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that the keyboard can be in."""
        return (self.view.back_button, self.view.add_button, self.view.folder_button)

    def _connect(self) -> None:
        view, presenter = self.view, self.presenter
        view.back_wanted.connect(self._on_back)
        view.send_wanted.connect(presenter.on_send)
        view.cancel_wanted.connect(presenter.on_cancel)
        view.guest_added.connect(presenter.on_guest_added)
        view.guests.changed.connect(presenter.on_guest_changed)
        view.guests.removed.connect(presenter.on_guest_removed)
        view.deadline_typed.connect(presenter.on_deadline_typed)
        view.confidential_chosen.connect(presenter.on_confidential)
        view.listed_chosen.connect(presenter.on_listed)
        view.folder_wanted.connect(self._ask_folder)
        view.show_folder_wanted.connect(self._show_folder)
        view.round_wanted.connect(self.round_wanted)
        for keys, do in (
            ("Ctrl+Return", self._on_forward),
            ("Ctrl+Enter", self._on_forward),
            ("Escape", self._on_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _on_forward(self) -> None:
        """Do what the button on the right does: send, and once it is sent show the round."""
        if self.presenter.is_done:
            self.round_wanted.emit()
        else:
            self.presenter.on_send()

    def _on_back(self) -> None:
        """Stop what goes on; where nothing does, go back to the text."""
        if self.presenter.is_busy:
            self.presenter.on_cancel()
        else:
            self.closed.emit()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self)
        dialog.setObjectName("folder_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self._around.speech.gettext("Choose a folder for the files"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._last_folder.path()))
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, name: str) -> None:
        self.presenter.on_folder(Path(name))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.view.folder.text()))

    def _on_speech_changed(self) -> None:
        self.presenter.retell()
