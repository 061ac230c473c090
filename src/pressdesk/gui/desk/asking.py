"""Asking for files and folders, without ever blocking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

SUFFIX = "pressdesk"
_LONGEST = 80
_UNFIT = '<>:"/\\|?*'


def file_stem(title: str, otherwise: str) -> str:
    """Return a file name, its suffix left out, that every system takes."""
    fit = "".join(" " if one in _UNFIT or not one.isprintable() else one for one in title)
    return " ".join(fit.split())[:_LONGEST].strip(" .") or otherwise


def ask_for_files(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[Sequence[Path]], None]
) -> QFileDialog:
    """Let the user choose files to read."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kinds)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
    return dialog


def ask_for_target(
    parent: QWidget, title: str, kinds: str, name: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Let the user choose a file to write."""
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever written over
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda one: chosen(Path(one)))
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Let the user choose a folder to write to."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda one: chosen(Path(one)))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("file_dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
