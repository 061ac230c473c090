"""Words of the sheet by piece and place, as whoever checks them counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from pressdesk.domain.text import Text
from pressdesk.gui.offsets import Offsets
from pressdesk.gui.sheet.lines import Line, content_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.sheet.sheet import Sheet


class Change(NamedTuple):
    """Words to put in the place of others.

    Units: code points of the piece's lines, joined by one line break each, half open; both
    ends lie in one line.
    """

    part: BlockId
    start: int
    end: int
    words: str


class Caret(NamedTuple):
    """Where the cursor stands: the piece, the place in it, and the words of the piece."""

    part: BlockId
    place: int
    words: str


class Spots:
    """Reads and changes words by their place in a piece.

    Units: code points of the piece's lines, joined by one line break each.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def words(self) -> dict[BlockId, str]:
        """Return the words of every piece, in reading order."""
        return {part: self._joined(lines) for part, lines in self._sheet.page.pieces()}

    def words_of(self, part: BlockId) -> str | None:
        """Return the words of one piece, None where there is no such piece."""
        block = self._sheet.page.find(part)
        return None if block is None else self._joined(self._lines(block))

    def piece(self, part: BlockId) -> Content | None:
        """Return the release with the words of one piece only, None where there is none."""
        page = self._sheet.page
        page.settle()
        block = page.find(part)
        if block is None:
            return None
        title = page.document.firstBlock()
        lines = [page.formats.line(one) for one in self._lines(block)]
        if block != title:
            lines.insert(0, Line(page.shape(title)))
        return content_of(lines, page.hold)

    def caret(self) -> Caret:
        """Return where the cursor stands."""
        page, cursor = self._sheet.page, self._sheet.textCursor()
        first, _ = page.unit(cursor.block())
        lines = self._lines(first)
        place = Offsets(cursor.block().text()).from_qt(cursor.positionInBlock())
        for line in lines:
            if line == cursor.block():
                break
            place += len(line.text()) + 1
        return Caret(page.shape(first).part_id, place, self._joined(lines))

    def selection(self) -> tuple[BlockId, int, int]:
        """Return the piece at the start of the selection, and what is selected of it."""
        page, cursor = self._sheet.page, self._sheet.textCursor()
        block = page.document.findBlock(cursor.selectionStart())
        first, _ = page.unit(block)
        start, end, before = 0, 0, 0
        for line in self._lines(first):
            offsets, length = Offsets(line.text()), line.length() - 1
            left = min(max(cursor.selectionStart() - line.position(), 0), length)
            right = min(max(cursor.selectionEnd() - line.position(), 0), length)
            if line == block:
                start = end = before + offsets.from_qt(left)
            if line.position() <= cursor.selectionEnd():
                end = max(end, before + offsets.from_qt(right))
            before += len(line.text()) + 1
        return page.shape(first).part_id, start, end

    def order(self) -> list[BlockId]:
        """Return the pieces in reading order."""
        return [part for part, _ in self._sheet.page.pieces()]

    def in_sight(self) -> list[BlockId]:
        """Return the pieces that are seen just now."""
        return [part for part, _ in self._sheet.page.pieces(*self.seen_lines())]

    def seen_lines(self) -> tuple[QTextBlock, QTextBlock]:
        """Return the first and the last line that is seen."""
        sheet, height = self._sheet, self._sheet.viewport().height()
        middle = sheet.viewport().width() // 2
        top = sheet.cursorForPosition(QPoint(middle, 0)).block()
        return top, sheet.cursorForPosition(QPoint(middle, height)).block()

    def select(self, part: BlockId, start: int, end: int) -> bool:
        """Select words and show them; return whether they are there."""
        cursor = self._cursor(part, start, end)
        if cursor is None:
            return False
        self._sheet.put_cursor(cursor.position(), cursor.anchor())
        return True

    def change(self, changes: Sequence[Change]) -> bool:
        """Put words in the place of others, all as one undo step; return whether it was done."""
        sheet = self._sheet
        sheet.page.settle()
        cursors = [self._cursor(one.part, one.start, one.end) for one in changes]
        placed = [
            (cursor, one.words)
            for cursor, one in zip(cursors, changes, strict=True)
            if cursor is not None
        ]
        if not placed:
            return False
        with sheet.page.step():
            for cursor, words in placed:
                self._put(cursor, words)
        if len(placed) == 1:
            sheet.put_cursor(placed[0][0].position())
        return True

    @staticmethod
    def _put(cursor: QTextCursor, words: str) -> None:
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(start + 1 if start < end else start)
        looks = cursor.charFormat()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(Text.of(words).plain, looks)

    def _cursor(self, part: BlockId, start: int, end: int) -> QTextCursor | None:
        page = self._sheet.page
        block = page.find(part)
        for line in self._lines(block) if block is not None else ():
            length = len(line.text())
            if start <= length:
                if end > length:
                    return None
                cursor = QTextCursor(line)
                page.select(cursor, line, start, end)
                return cursor
            start, end = start - length - 1, end - length - 1
        return None

    def _lines(self, first: QTextBlock) -> list[QTextBlock]:
        _, last = self._sheet.page.unit(first)
        lines = [first]
        while lines[-1] != last:
            lines.append(lines[-1].next())
        return lines

    def _joined(self, lines: Sequence[QTextBlock]) -> str:
        return "\n".join(self._sheet.page.formats.text(line).plain for line in lines)
