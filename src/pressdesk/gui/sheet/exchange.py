"""What goes from the sheet to the clipboard, and comes from there or is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pressdesk.gui.sheet.clipping import clip_in, mime_of

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDropEvent

    from pressdesk.gui.sheet.clipping import Clean
    from pressdesk.gui.sheet.keys import Keys
    from pressdesk.gui.sheet.sheet import Sheet


class Exchange:
    """Takes words out of the sheet and brings words in; ``clean`` makes paragraphs of foreign ones."""

    def __init__(self, sheet: Sheet, keys: Keys, clean: Clean) -> None:
        self._sheet = sheet
        self._keys = keys
        self._clean = clean

    def selected(self) -> QMimeData:
        """Return plain text for others, and lines with their shapes for PressDesk."""
        sheet = self._sheet
        sheet.page.settle()
        cursor = sheet.textCursor()
        clip = sheet.pasting.clip_of(cursor.selectionStart(), cursor.selectionEnd())
        return mime_of(clip, sheet.page.hold)

    def insert(self, source: QMimeData) -> None:
        """Take over a stretch of a sheet as it is, and foreign text cleaned."""
        sheet = self._sheet
        sheet.page.settle()
        cursor = sheet.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        clip = clip_in(source, sheet.page.hold)
        if clip is not None:
            sheet.put_cursor(sheet.pasting.put_clip(start, end, clip))
        elif source.hasText() or source.hasHtml():
            found = self._clean(source.text(), source.html() if source.hasHtml() else None)
            sheet.put_cursor(sheet.pasting.put(start, end, found))
            sheet.pasted.emit(found.removed)

    def cut(self) -> None:
        """Move the selection to the clipboard."""
        if self._sheet.textCursor().hasSelection():
            QApplication.clipboard().setMimeData(self.selected())
            self._keys.remove_selection(is_cut=True)

    def drop(self, event: QDropEvent) -> None:
        """Hand files on; take text in where it was dropped."""
        sheet = self._sheet
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            for path in paths:
                sheet.file_dropped.emit(path)
            return
        sheet.page.settle()
        place = sheet.cursorForPosition(event.position().toPoint())
        own = sheet.textCursor()
        is_own = event.source() in (sheet, sheet.viewport()) and own.hasSelection()
        if is_own and own.selectionStart() <= place.position() <= own.selectionEnd():
            event.ignore()
            return
        with sheet.page.joint_step():
            if is_own and event.dropAction() is Qt.DropAction.MoveAction:
                self._keys.remove_selection(is_cut=True)
            sheet.setTextCursor(place)
            self.insert(event.mimeData())
        # The drag has moved the text already: a copy as the answer keeps Qt from moving it again.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
