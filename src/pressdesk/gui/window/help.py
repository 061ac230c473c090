"""Help beside the work: how it goes, and the keys."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
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

_WIDTH_PX = 420


class HelpPanel(QFrame):
    """A short how-to and every key; Escape closes it.

    It stands over the window's right side and takes no room from the text, whoever lays it out.
    """

    closed = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over: QWidget | None = None
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

    def setVisible(self, visible: bool) -> None:  # noqa: N802  # a Qt virtual
        """Stand over the window when shown, not in its layout."""
        if visible:
            self._float()
        super().setVisible(visible)
        if visible:
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def _float(self) -> None:
        window = self.window()
        if window is self:
            return
        over = window.centralWidget() if isinstance(window, QMainWindow) else window
        if over is not None and over is not self._over:
            over.installEventFilter(self)
            self._over = over
        if self.parentWidget() is not window:
            self.setParent(window)  # so it leaves the layout too
        self._cover()

    def _cover(self) -> None:
        if self._over is None:
            return
        room = self._over.geometry() if self._over is not self.parentWidget() else self._over.rect()
        width = min(self._around.look.length(_WIDTH_PX), room.width())
        self.setGeometry(room.right() + 1 - width, room.top(), width, room.height())

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
            tr(
                "Send the text for review, and drop the answers in the window: they sort themselves."
            ),
            tr("Export a Word file when you want to show it: it is read again and checked first."),
        )
        keys = (
            ("Ctrl+N", tr("New joint press release")),
            ("Ctrl+O", tr("Open a file")),
            ("Ctrl+Shift+V", tr("New from the clipboard")),
            ("Ctrl+Shift+D", tr("Compare two texts")),
            ("F9 Shift+F9", tr("Next change, previous change in a comparison")),
            ("Ctrl+K", tr("Search on the desk")),
            ("Ctrl+E Ctrl+Shift+E", tr("Export, preflight")),
            ("Ctrl+Shift+R", tr("Send for review, or show the open round")),
            ("Alt+Left", tr("Back to the desk")),
            ("Ctrl++ Ctrl+-", tr("Larger text, smaller text")),
            ("Ctrl+,", tr("Settings")),
            ("F1", tr("Help")),
        )
        in_text = (
            ("Ctrl+Z Ctrl+Shift+Z", tr("Undo, redo")),
            ("F7 Shift+F7 Ctrl+.", tr("Next remark, previous remark, quick fix")),
            ("Ctrl+Alt+M", tr("New comment")),
            ("F8 Shift+F8", tr("Next placeholder, previous placeholder")),
            ("Ctrl+F Ctrl+H", tr("Find, find and replace")),
            ("F3 Shift+F3", tr("Next place, previous place")),
            ("Ctrl+1 Ctrl+2 Ctrl+3", tr("To the outline, the text, the inspector")),
            ("F6 Shift+F6", tr("Next pane, previous pane")),
            ("Ctrl+Shift+1 … 6", tr("Paragraph, subheading, quote, list, fact box, picture")),
            ("Ctrl+Return", tr("New paragraph below")),
            ("Alt+Up Alt+Down", tr("Move up, move down")),
        )
        in_round = (
            ("Alt+A Alt+R", tr("Accept, reject a proposal")),
            ("Alt+Shift+A", tr("Accept all in this place")),
            ("F8 Shift+F8", tr("Next proposal, previous proposal")),
            ("Ctrl+Z Ctrl+Y", tr("Undo a decision, decide again")),
            ("Ctrl+Shift+O", tr("Receive answers …")),
            ("Ctrl+Shift+Return", tr("Close the round")),
        )
        in_form = (
            ("Ctrl+Shift+P", tr("Add partner")),
            ("Ctrl+Return", tr("Make the draft")),
        )
        rows = "".join(
            (
                *(_row(*one) for one in keys),
                _heading(tr("In the text")),
                *(_row(*one) for one in in_text),
                _heading(tr("In a round")),
                *(_row(*one) for one in in_round),
                _heading(tr("In a new release")),
                *(_row(*one) for one in in_form),
            )
        )
        paragraphs = "".join(f"<p>{escape(step)}</p>" for step in steps)
        self._words.setText(f"{paragraphs}<p></p><table>{rows}</table>")

    def _restyle(self) -> None:
        look = self._around.look
        self._cover()
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


def _row(keys: str, words: str) -> str:
    shown = escape(" ".join(_shown(one) for one in keys.split()))
    return (
        f"<tr><td style='padding:1px 14px 1px 0'><b>{shown}</b></td>"
        f"<td style='padding:1px 0'>{escape(words)}</td></tr>"
    )


def _heading(words: str) -> str:
    return f"<tr><td colspan='2' style='padding:5px 0 1px 0'>{escape(words)}</td></tr>"


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
