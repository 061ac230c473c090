"""Asking for files and folders, without ever blocking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

SUFFIX = "pressdesk"
_FOLDER_KEY = "desk/last_folder"
_LONGEST = 80
_UNFIT = '<>:"/\\|?*'


def file_stem(title: str, otherwise: str) -> str:
    """Return a file name, its suffix left out, that every system takes."""
    fit = "".join(" " if one in _UNFIT or not one.isprintable() else one for one in title)
    return " ".join(fit.split())[:_LONGEST].strip(" .") or otherwise


class LastFolder:
    """The folder where the user was last, kept from one run to the next."""

    def __init__(self, file: Path, key: str = _FOLDER_KEY) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._key = key

    def path(self) -> Path:
        """Return it; the user's documents where there is none any more."""
        kept = Path(str(self._settings.value(self._key, "")))
        if self._settings.contains(self._key) and kept.is_dir():
            return kept
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents))

    def remember(self, folder: Path) -> None:
        """Keep ``folder`` for the next time."""
        self._settings.setValue(self._key, str(folder))


def ask_for_files(
    parent: QWidget,
    title: str,
    kinds: str,
    chosen: Callable[[Sequence[Path]], None],
    last: LastFolder | None = None,
) -> QFileDialog:
    """Let the user choose files to read."""
    dialog = _dialog(parent, title, last)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kinds)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
    return dialog


def ask_for_target(  # noqa: PLR0913  # all that a dialog is asked with
    parent: QWidget,
    title: str,
    kinds: str,
    name: str,
    chosen: Callable[[Path], None],
    *,
    last: LastFolder | None = None,
) -> QFileDialog:
    """Let the user choose a file to write."""
    dialog = _dialog(parent, title, last)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever written over
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda one: chosen(Path(one)))
    dialog.open()
    return dialog


def ask_for_folder(
    parent: QWidget,
    title: str,
    chosen: Callable[[Path], None],
    last: LastFolder | None = None,
) -> QFileDialog:
    """Let the user choose a folder to write to."""
    dialog = _dialog(parent, title, last)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda one: chosen(Path(one)))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, last: LastFolder | None) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    if last is not None:
        dialog.setDirectory(str(last.path()))
        dialog.accepted.connect(lambda: last.remember(Path(dialog.directory().absolutePath())))
    dialog.setObjectName("file_dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
