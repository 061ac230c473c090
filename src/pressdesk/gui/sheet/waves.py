"""Underlines that findings draw: laid over the text, no part of it and of its undo."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.sheet.look import SheetLook
    from pressdesk.gui.sheet.page import Page


class Wave(StrEnum):
    """What a finding is about, told by colour and form of its line."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"
    STYLE = "style"


class _Laid(NamedTuple):
    cursor: QTextCursor
    kind: Wave


class Waves:
    """Keeps the underlines of each piece; Qt moves them along when text before them changes."""

    def __init__(self, page: Page, look: SheetLook) -> None:
        self._page = page
        self._look = look
        self._laid: dict[BlockId, list[_Laid]] = {}

    def clear(self) -> None:
        """Take all of them away."""
        self._laid.clear()

    def set_look(self, look: SheetLook) -> None:
        """Draw with other colours."""
        self._look = look

    def put(self, part_id: BlockId, marks: Sequence[tuple[int, int, Wave]]) -> None:
        """Replace the underlines of one piece.

        Units: code points of the piece's lines, joined by one line break each.
        """
        first = self._page.find(part_id)
        self._laid.pop(part_id, None)
        if first is None or not marks:
            return
        _, last = self._page.unit(first)
        laid: list[_Laid] = []
        start, block = 0, first
        while True:
            words = block.text()
            end = start + len(words)
            for left, right, kind in marks:
                begin, stop = max(left, start), min(right, end)
                if begin < stop:
                    laid.append(_Laid(self._cursor(block, begin - start, stop - start), kind))
            if block == last:
                break
            start, block = end + 1, block.next()
        self._laid[part_id] = laid

    def selections(self) -> list[QTextEdit.ExtraSelection]:
        """Return what the edit is to draw."""
        made = []
        looks = {kind: self._format(kind) for kind in Wave}
        for laid in self._laid.values():
            for one in laid:
                if one.cursor.hasSelection():
                    selection = QTextEdit.ExtraSelection()
                    selection.cursor = one.cursor
                    selection.format = looks[one.kind]
                    made.append(selection)
        return made

    def _cursor(self, block: QTextBlock, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(block)
        self._page.select(cursor, block, start, end)
        return cursor

    def _format(self, kind: Wave) -> QTextCharFormat:
        style, colour = {
            Wave.SPELLING: (QTextCharFormat.UnderlineStyle.WaveUnderline, self._look.bad),
            Wave.GRAMMAR: (QTextCharFormat.UnderlineStyle.WaveUnderline, self._look.grammar),
            Wave.STYLE: (QTextCharFormat.UnderlineStyle.DotLine, self._look.warn),
        }[kind]
        made = QTextCharFormat()
        made.setUnderlineStyle(style)
        made.setUnderlineColor(QColor(colour))
        return made
