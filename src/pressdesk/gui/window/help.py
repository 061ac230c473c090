"""Help beside the work: how it goes, and the keys."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.widgets.buttons import IconButton
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from pressdesk.gui.surroundings import Surroundings

_WIDTH_PX = 340


class HelpPanel(QFrame):
    """A short how-to and every key; Escape closes it."""

    closed = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_panel")
        add_look(self, "inspector")
        self._around = around
        look, speech = around.look, around.speech
        self._title = make_label("section")
        self.close_button = IconButton(look, "close", parent=self)
        self.close_button.setObjectName("help_close")
        self.close_button.clicked.connect(self.closed)
        self._words = QLabel(self)
        self._words.setObjectName("help_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words_area = QScrollArea(self)
        self.words_area.setObjectName("help_scroll")
        self.words_area.setWidgetResizable(True)
        self.words_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words_area.setWidget(self._words)
        self.words_area.viewport().setAutoFillBackground(False)
        self._words.setAutoFillBackground(False)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self.words_area, 1)
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self._title.setText(tr("How to, and keys"))
        self.setAccessibleName(tr("Help"))
        self.words_area.setAccessibleName(tr("How to, and keys"))
        self.close_button.show_name(tr("Close help"), tr("Esc"))
        steps = (
            tr(
                "Start from a template, or bring a Word file or a text: title, lead and quotes are recognised."
            ),
            tr("Write on the sheet. Every quote has a speaker, a title and an organisation."),
            tr("All is saved as you write; undo goes back through everything."),
            tr("Export a Word file when you want to show it: it is read again and checked first."),
        )
        keys = (
            ("Ctrl+N", tr("New joint press release")),
            ("Ctrl+O", tr("Open a file")),
            ("Ctrl+Shift+V", tr("New from the clipboard")),
            ("Ctrl+K", tr("Search on the desk")),
            ("Ctrl+E", tr("Export")),
            ("Ctrl+Z", tr("Undo")),
            ("Alt+Left", tr("Back to the desk")),
            ("F6", tr("Next pane")),
            ("Ctrl++", tr("Larger text")),
            ("Ctrl+-", tr("Smaller text")),
            ("Ctrl+,", tr("Settings")),
            ("F1", tr("Help")),
        )
        rows = "".join(
            f"<tr><td style='padding:3px 14px 3px 0'><b>{escape(_shown(one))}</b></td>"
            f"<td style='padding:3px 0'>{escape(words)}</td></tr>"
            for one, words in keys
        )
        paragraphs = "".join(f"<p>{escape(step)}</p>" for step in steps)
        self._words.setText(f"{paragraphs}<p></p><table>{rows}</table>")

    def _restyle(self) -> None:
        look = self._around.look
        self.setFixedWidth(look.length(_WIDTH_PX))
        self._column.setContentsMargins(
            look.length(18), look.length(14), look.length(14), look.length(14)
        )


def show_about(around: Surroundings, version: str, parent: QWidget) -> QMessageBox:
    """Say what this is; returns the box, which is not waited for."""
    tr = around.speech.gettext
    box = QMessageBox(parent)
    box.setObjectName("about_box")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("About PressDesk"))
    box.setText(f"PressDesk {version}")
    box.setInformativeText(
        tr("Joint press releases: every word approved, every file checked before it leaves.")
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
    return box


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
