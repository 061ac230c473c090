"""Keys that change lines, seen before Qt sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from pressdesk.gui.sheet.lines import LineKind, Shape, Zone

if TYPE_CHECKING:
    from pressdesk.gui.sheet.sheet import Sheet

_Standard = QKeySequence.StandardKey
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_NOT_FOR_ENTER = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
) | Qt.KeyboardModifier.MetaModifier
_BACK = (_Standard.Backspace, _Standard.DeleteStartOfWord)
_FORWARD = (_Standard.Delete, _Standard.DeleteEndOfWord, _Standard.DeleteEndOfLine)


class Keys:
    """Takes the keys that Qt would use to join or split lines without knowing what they are."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key asks for; return False where Qt knows how."""
        sheet = self._sheet
        if event.matches(_Standard.Undo):
            sheet.undo()
        elif event.matches(_Standard.Redo):
            sheet.redo()
        elif event.matches(_Standard.Cut):
            sheet.cut()
        elif event.key() in _TABS:
            event.ignore()
            return True
        elif event.key() in _ENTER and not event.modifiers() & _NOT_FOR_ENTER:
            self._enter()
        elif self._is_any(event, _BACK) or event.key() == Qt.Key.Key_Backspace:
            return self._delete(is_forward=False)
        elif self._is_any(event, _FORWARD):
            return self._delete(is_forward=True)
        else:
            return self._type(event)
        event.accept()
        return True

    def clear_selected_lines(self) -> None:
        """Remove the selection if it runs over several lines; Qt can do the rest."""
        if self._spans_lines():
            self.remove_selection()

    def remove_selection(self, *, is_cut: bool = False) -> None:
        """Remove the selection; a piece that was cut out whole takes its id along."""
        sheet = self._sheet
        cursor = sheet.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = sheet.page.document.findBlock(start)
        first, last = sheet.page.unit(block)
        is_whole = (
            first == last
            and start == block.position()
            and (end == block.position() + block.length() - 1)
        )
        with sheet.page.step() as place:
            place.setPosition(start)
            sheet.strokes.remove_within(start, end)
            emptied = sheet.page.document.findBlock(start)
            if is_cut and is_whole and sheet.page.shape(emptied).zone is Zone.BODY:
                paragraph = Shape(kind=LineKind.PARAGRAPH, id=sheet.page.new_id())
                sheet.page.set_shape(emptied, paragraph)
        sheet.put_cursor(place.position())

    def _enter(self) -> None:
        sheet = self._sheet
        with sheet.page.joint_step():
            if sheet.textCursor().hasSelection():
                self.remove_selection()
            position = sheet.strokes.split(sheet.textCursor().position())
        sheet.put_cursor(position)

    def _delete(self, *, is_forward: bool) -> bool:
        sheet = self._sheet
        cursor = sheet.textCursor()
        if cursor.hasSelection():
            if not self._spans_lines():
                return False
            self.remove_selection()
            return True
        if is_forward and cursor.atBlockEnd():
            sheet.put_cursor(sheet.strokes.merge_forward(cursor.position()))
            return True
        if not is_forward and cursor.atBlockStart():
            sheet.put_cursor(sheet.strokes.merge_back(cursor.position()))
            return True
        return False

    def _type(self, event: QKeyEvent) -> bool:
        """Remove selected lines before the letter that replaces them, in one step with it."""
        words = event.text()
        is_letter = (
            bool(words)
            and words.isprintable()
            and not (event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        )
        if not is_letter or not self._spans_lines():
            return False
        sheet = self._sheet
        with sheet.page.joint_step():
            self.remove_selection()
            sheet.textCursor().insertText(words)
        return True

    def _spans_lines(self) -> bool:
        cursor: QTextCursor = self._sheet.textCursor()
        document = self._sheet.page.document
        return cursor.hasSelection() and document.findBlock(
            cursor.selectionStart()
        ) != document.findBlock(cursor.selectionEnd())

    @staticmethod
    def _is_any(event: QKeyEvent, keys: tuple[QKeySequence.StandardKey, ...]) -> bool:
        return any(event.matches(key) for key in keys)
