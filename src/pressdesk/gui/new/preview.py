"""The draft as it will be, while it is being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from pressdesk.domain.content import Content, Language
from pressdesk.domain.text import EMPTY
from pressdesk.gui.sheet import Sheet
from pressdesk.gui.sheet_look import sheet_look
from pressdesk.gui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.ids import PartnerId
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_MOVING = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class ReadOnlySheet(Sheet):
    """A sheet to look at and copy from."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and copy; other keys are for the place."""
        copies = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
        if event.key() in _MOVING or any(event.matches(key) for key in copies):
            QTextEdit.keyPressEvent(self, event)
        else:
            event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Return that nothing can be put in here."""
        del source
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put nothing in."""
        del source

    def cut(self) -> None:
        """Copy instead."""
        self.copy()


class Preview(QWidget):
    """The sheet, and above it what the Word file says at the top."""

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_preview")
        self._look = look
        self._speech = speech
        self._owners: dict[PartnerId, int] = {}
        self._sender = make_label("muted caption", wraps=True)
        self._release = make_label("muted small strong", wraps=True)
        for label in (self._sender, self._release):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.sheet = ReadOnlySheet(
            speech,
            new_id=lambda: "preview",
            look=sheet_look(look),
            colour_of=self._colour_of,
            parent=self,
        )
        self.sheet.setObjectName("new_preview_sheet")
        self.sheet.load(Content(language=Language.NB, title=EMPTY))
        for action in self.sheet.actions_for_menus.all():
            self.sheet.removeAction(action)
        self.sheet.setReadOnly(True)
        self.sheet.setUndoRedoEnabled(False)
        self.sheet.setAcceptDrops(False)
        self.sheet.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._sender)
        self._column.addWidget(self._release)
        self._column.addWidget(self.sheet, 1)
        self._release.hide()
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    @property
    def least_width(self) -> int:
        """The width below which the draft cannot be read, in pixels."""
        margins = self._column.contentsMargins()
        return self.sheet.least_width + margins.left() + margins.right()

    def show_content(self, content: Content, sender: str, release: str) -> None:
        """Show the draft where it was scrolled to."""
        self._owners = {one.id: place for place, one in enumerate(content.partners)}
        self._sender.setText(sender)
        self._release.setText(release)
        self._release.setVisible(bool(release))
        bar = self.sheet.verticalScrollBar()
        scrolled_to = bar.value()
        self.setUpdatesEnabled(False)
        try:
            self.sheet.load(content)
            bar.setValue(scrolled_to)
        finally:
            self.setUpdatesEnabled(True)

    def show_words(self, words: Sequence[str]) -> None:
        """Scroll to the first of ``words`` that stands in the draft, unless it can be seen."""
        document = self.sheet.document()
        found = (document.find(one) for one in words)
        cursor = next((one for one in found if not one.isNull()), None)
        if cursor is None:
            return
        top = document.documentLayout().blockBoundingRect(cursor.block()).top()
        bar, height = self.sheet.verticalScrollBar(), self.sheet.viewport().height()
        if not bar.value() <= top <= bar.value() + height * 3 / 4:
            bar.setValue(round(top - height / 4))

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.sheet.retranslate()
        self.sheet.setAccessibleName(self._speech.gettext("Preview of the draft"))

    def _colour_of(self, owner: PartnerId | None) -> QColor | None:
        if owner is None or owner not in self._owners:
            return None
        return QColor(self._look.theme.partner(self._owners[owner]).main)

    def _restyle(self) -> None:
        look = self._look
        side = look.length(16)
        self._column.setContentsMargins(side, look.length(18), side, 0)
        self._column.setSpacing(look.length(2))
        inset = look.length(10)
        for label in (self._sender, self._release):
            label.setContentsMargins(inset, 0, inset, 0)
        self.sheet.set_look(sheet_look(look))
        self.sheet.set_text_scale(look.text_percent / 100)
