"""The tab «Eksport»: how far the file is, and the report about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from pressdesk.gui.editor.exporting import scan_words
from pressdesk.gui.editor.fields import Page, let_grow
from pressdesk.gui.widgets.banner import announce
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.labels import SectionHeader, make_label
from pressdesk.services.exporting import CHECKED_FOR

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.exporting import Written


class ExportPanel(Page):
    """Shows an export, and says what the user wants of it."""

    cancel_wanted = Signal()
    file_wanted = Signal(object)
    folder_wanted = Signal(object)
    again_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.look, "export_panel", parent)
        self._around = around
        self._speech = around.speech
        self._path: Path | None = None
        look = around.look
        self._busy = Card(look, "", self)
        self._busy_words = make_label("", wraps=True)
        self._bar = QProgressBar(self._busy)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.cancel = Button(look, ButtonKind.QUIET, parent=self._busy)
        self.cancel.setObjectName("export_cancel")
        for widget in (self._busy_words, self._bar):
            self._busy.content.addWidget(widget)
        self._busy.content.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self._header = SectionHeader(look, parent=self)
        self._report = Card(look, "ok", self)
        self._name = make_label("strong", wraps=True)
        self._equal = make_label("", wraps=True)
        self._where = make_label("muted small", wraps=True)
        self._build_report()
        self._checked_header = SectionHeader(look, parent=self)
        self._checked = Card(look, "", self)
        self._checked_for = [make_label("muted") for _ in CHECKED_FOR]
        for label in self._checked_for:
            self._checked.content.addWidget(label)
        self._failed = Card(look, "danger", self)
        self._failed_words = make_label("", wraps=True)
        self._failed.content.addWidget(self._failed_words)
        self.again = Button(look, ButtonKind.SOFT, parent=self._failed)
        self.again.setObjectName("export_again")
        self._failed.content.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (
            self._header,
            self._busy,
            self._failed,
            self._report,
            self._checked_header,
            self._checked,
        ):
            let_grow(part)
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.again.clicked.connect(self.again_wanted)
        self._show()
        around.speech.follow(self.retranslate)

    def _build_report(self) -> None:
        look = self._around.look
        self.open_file = Button(look, ButtonKind.SOFT, parent=self._report)
        self.open_file.setObjectName("export_open_file")
        self.open_folder = Button(look, ButtonKind.QUIET, parent=self._report)
        self.open_folder.setObjectName("export_open_folder")
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_file)
        buttons.addWidget(self.open_folder)
        buttons.addStretch(1)
        for label in (self._name, self._equal, self._where):
            self._report.content.addWidget(label)
        self._report.content.addSpacing(look.length(6))
        self._report.content.addLayout(buttons)
        self.open_file.clicked.connect(lambda: self.file_wanted.emit(self._path))
        self.open_folder.clicked.connect(lambda: self.folder_wanted.emit(self._path))

    # --- what is shown

    def show_busy(self, words: str) -> None:
        """Show that the file is being made."""
        self._busy_words.setText(words)
        self._show(self._busy)
        announce(self, words)

    def show_written(self, written: Written) -> None:
        """Show where the file is and what it was checked for."""
        self._path = written.path
        self._name.setText(_breakable(written.path.name))
        self._where.setText(_breakable(str(written.path.parent)))
        self._show(self._report, self._checked_header, self._checked)
        announce(self, f"{written.path.name}. {self._equal.text()}")
        self.open_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failed(self, words: str) -> None:
        """Show why nothing was written."""
        self._failed_words.setText(words)
        self._failed.show_edge("danger")
        self._show(self._failed)
        announce(self, words, is_urgent=True)

    def show_stopped(self) -> None:
        """Show that nothing was written, as the user wished."""
        self._failed_words.setText(
            self._speech.gettext("The export was stopped. No file was written.")
        )
        self._failed.show_edge("")
        self._show(self._failed)

    def _show(self, *shown: QWidget) -> None:
        for widget in (
            self._busy,
            self._failed,
            self._report,
            self._checked_header,
            self._checked,
        ):
            widget.setVisible(widget in shown)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self._header.show_text(_("Last exported file"))
        self._equal.setText(_("Read again: the text is the same."))
        self._checked_header.show_text(_("Looked for, and not found"))
        self.cancel.setText(_("Cancel"))
        self.again.setText(_("Try again"))
        self.open_file.setText(_("Open file"))
        self.open_folder.setText(_("Show in folder"))
        self._bar.setAccessibleName(_("Export"))
        words = scan_words(self._speech)
        for label, kind in zip(self._checked_for, CHECKED_FOR, strict=True):
            label.setText(f"✓ {words[kind]}")


def _breakable(path: str) -> str:
    """Return ``path`` so that a label may break it where people would."""
    for sign in "/\\_":
        path = path.replace(sign, f"{sign}\u200b")
    return path
