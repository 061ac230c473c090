"""What the user sees of a fault of ours; imported when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.labels import make_label

if TYPE_CHECKING:
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


class CrashDialog(QDialog):
    """Says that the text is safe, and shows the report."""

    def __init__(self, look: Look, speech: Speech, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        tr = speech.gettext
        self.setObjectName("crash_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("PressDesk made a mistake"))
        self.setMinimumWidth(look.icon_size(560))
        words = make_label("", wraps=True)
        words.setText(
            tr(
                "PressDesk made a mistake. Your text is safe: it is saved as you write. "
                "Please send this report; it holds no word of your releases."
            )
        )
        self.report = QPlainTextEdit(text, self)
        self.report.setObjectName("crash_report")
        self.report.setAccessibleName(tr("Report"))
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.copy_button = Button(look, ButtonKind.PRIMARY, parent=self)
        self.copy_button.setObjectName("crash_copy")
        self.copy_button.setText(tr("Copy the report"))
        self.copy_button.clicked.connect(self._on_copy)
        close = Button(look, parent=self)
        close.setObjectName("crash_close")
        close.setText(tr("Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self.report)
        column.addLayout(buttons)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
