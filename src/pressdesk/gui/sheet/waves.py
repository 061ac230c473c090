"""Underlines that findings draw: laid over the text, no part of it and of its undo."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.sheet.look import SheetLook
    from pressdesk.gui.sheet.page import Page


class Wave(StrEnum):
    """What a finding is about, told by colour and form of its line; a comment by its ground."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"
    STYLE = "style"
    COMMENT = "comment"


class _Laid(NamedTuple):
    cursor: QTextCursor
    kind: Wave


class Waves:
    """Keeps the underlines of each piece; Qt moves them along when text before them changes.

    Only pieces that come into sight get cursors: a long text has more findings than anybody
    sees at once.
    """

    def __init__(self, page: Page, look: SheetLook) -> None:
        self._page = page
        self._look = look
        self._laid: dict[BlockId, list[_Laid]] = {}
        self._unseen: dict[BlockId, Sequence[tuple[int, int, Wave]]] = {}

    def clear(self) -> None:
        """Take all of them away."""
        self._laid.clear()
        self._unseen.clear()

    def set_look(self, look: SheetLook) -> None:
        """Draw with other colours."""
        self._look = look

    def put(self, part_id: BlockId, marks: Sequence[tuple[int, int, Wave]]) -> None:
        """Replace the underlines of one piece.

        Units: code points of the piece's lines, joined by one line break each.
        """
        self._laid.pop(part_id, None)
        self._unseen.pop(part_id, None)
        if marks:
            self._unseen[part_id] = marks

    def put_all(self, marks: Mapping[BlockId, Sequence[tuple[int, int, Wave]]]) -> None:
        """Replace the underlines of the whole text; the words are those of now."""
        self.clear()
        self._unseen.update((part, some) for part, some in marks.items() if some)

    def selections(self, first: QTextBlock, last: QTextBlock) -> list[QTextEdit.ExtraSelection]:
        """Return what the edit is to draw between two lines."""
        made: list[QTextEdit.ExtraSelection] = []
        if not self._laid and not self._unseen:
            return made
        looks = {kind: self._format(kind) for kind in Wave}
        for part_id, lines in self._page.pieces(first, last):
            if part_id in self._unseen:
                self._laid[part_id] = self._lay(lines, self._unseen.pop(part_id))
            for one in self._laid.get(part_id, ()):
                if one.cursor.hasSelection():
                    selection = QTextEdit.ExtraSelection()
                    selection.cursor = one.cursor
                    selection.format = looks[one.kind]
                    made.append(selection)
        return made

    def _lay(
        self, lines: Sequence[QTextBlock], marks: Sequence[tuple[int, int, Wave]]
    ) -> list[_Laid]:
        laid: list[_Laid] = []
        start = 0
        for block in lines:
            end = start + len(block.text())
            for left, right, kind in marks:
                begin, stop = max(left, start), min(right, end)
                if begin < stop:
                    laid.append(_Laid(self._cursor(block, begin - start, stop - start), kind))
            start = end + 1
        return laid

    def _cursor(self, block: QTextBlock, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(block)
        self._page.select(cursor, block, start, end)
        return cursor

    def _format(self, kind: Wave) -> QTextCharFormat:
        made = QTextCharFormat()
        if kind is Wave.COMMENT:
            made.setBackground(self._look.accent_soft)
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            made.setUnderlineColor(QColor(self._look.accent))
            return made
        style, colour = {
            Wave.SPELLING: (QTextCharFormat.UnderlineStyle.WaveUnderline, self._look.bad),
            Wave.GRAMMAR: (QTextCharFormat.UnderlineStyle.WaveUnderline, self._look.grammar),
            Wave.STYLE: (QTextCharFormat.UnderlineStyle.DotLine, self._look.warn),
        }[kind]
        made.setUnderlineStyle(style)
        made.setUnderlineColor(QColor(colour))
        return made
