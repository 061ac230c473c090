"""Where exported files go, and opening them: the system's dialogs and programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.gui.speech import Speech

SETTINGS_NAME = "window.ini"
_FOLDER_KEY = "editor/export_folder"


class ExportFiles(QObject):
    """Asks for a file, remembers its folder, and shows it to the user."""

    def __init__(self, speech: Speech, config_folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_files")
        self._window = parent
        self._speech = speech
        self._settings = QSettings(str(config_folder / SETTINGS_NAME), QSettings.Format.IniFormat)

    def last(self) -> Path:
        """Return the folder of the last export, else the user's documents."""
        kept = Path(str(self._settings.value(_FOLDER_KEY, "")))
        if self._settings.contains(_FOLDER_KEY) and kept.is_dir():
            return kept
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents))

    def remember(self, folder: Path) -> None:
        """Keep ``folder`` for the next time."""
        self._settings.setValue(_FOLDER_KEY, str(folder))

    def ask(self, suggested: Path, then: Callable[[Path], None], *, is_draft: bool = True) -> None:
        """Let the user choose a file; nothing waits for the answer."""
        _ = self._speech.gettext
        dialog = QFileDialog(self._window)
        dialog.setObjectName("export_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Export draft") if is_draft else _("Export the final file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._speech.gettext("Word document (*.docx)"))
        dialog.setDefaultSuffix("docx")
        dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def open_file(self, path: Path) -> None:
        """Open the file in the program that the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_folder(self, path: Path) -> None:
        """Show the folder that the file lies in."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
