"""The document of the sheet: reads its lines, writes them, and keeps them in good order."""

from __future__ import annotations

import re
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from pressdesk.gui.offsets import Offsets, qt_length
from pressdesk.gui.sheet.formats import Formats, Placed
from pressdesk.gui.sheet.inline import runs_of
from pressdesk.gui.sheet.lines import Hold, Line, LineKind, Shape, content_of, lines_of
from pressdesk.gui.sheet.look import (
    LINE_LOOKS,
    PAPER_ABOVE,
    PAPER_LEFT,
    PAPER_RIGHT,
    PAPER_TOP,
    SheetLook,
)
from pressdesk.gui.sheet.order import ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.text import Text

_KEEP = QTextCursor.MoveMode.KeepAnchor
_UNFIT = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What no text of the domain may hold."""


class Page:
    """Owns what a QTextDocument says as a release.

    Every change runs inside ``step``: one undo step, at the end of which the lines are in good
    order. What others do to the document is put in order by ``settle``, as part of their step.
    """

    def __init__(
        self,
        document: QTextDocument,
        look: SheetLook,
        new_id: Callable[[], BlockId],
        points_per_pixel: float,
    ) -> None:
        self.document = document
        self.formats = Formats(look, points_per_pixel)
        self.hold = Hold()
        self.new_id = new_id
        self._facts = 0
        self._depth = 0
        self._is_unsettled = False

    # --- whole contents

    def load(self, content: Content, look: SheetLook, beside: object = None) -> None:
        """Show ``content``; what could be undone before is gone."""
        lines = lines_of(content, self.hold, self.new_id(), beside)
        self._depth += 1
        self.document.setUndoRedoEnabled(False)
        try:
            self.document.clear()
            self.formats.forget(look)
            self._set_margins()
            cursor = QTextCursor(self.document)
            cursor.beginEditBlock()
            places = places_of([line.shape for line in lines])
            for index, (line, placed) in enumerate(zip(lines, places, strict=True)):
                block, char = self.formats.block(placed), self.formats.char(line.shape.kind)
                if index:
                    cursor.insertBlock(block, char)
                else:
                    cursor.setBlockFormat(block)
                    cursor.setBlockCharFormat(char)
                self._write(cursor, line)
            cursor.endEditBlock()
        finally:
            self.document.setUndoRedoEnabled(True)
            self.document.setModified(False)
            self._depth -= 1
        self._facts = lines[0].shape.carried or 0
        self._is_unsettled = False

    def content(self) -> Content:
        """Return what the sheet says now."""
        self.settle()
        return content_of(self.lines(), self.hold)

    def lines(self) -> list[Line]:
        """Return every line."""
        return [self.formats.line(block) for block in self.blocks()]

    @property
    def facts(self) -> Content:
        """The release without its words, as it is now."""
        return self.hold.facts(self._carried())

    @property
    def beside(self) -> object:
        """What the place keeps beside the release, as it is now."""
        return self.hold.beside(self._carried())

    def _carried(self) -> int:
        shape = self.formats.shape(self.document.firstBlock())
        if shape is not None and shape.kind is LineKind.TITLE and shape.carried is not None:
            self._facts = shape.carried
        return self._facts

    # --- reading

    def blocks(self) -> Iterator[QTextBlock]:
        """Yield every block of the document."""
        block = self.document.firstBlock()
        while block.isValid():
            yield block
            block = block.next()

    def shape(self, block: QTextBlock) -> Shape:
        """Return the shape of a line, a plain paragraph for one that is not settled yet."""
        return self.formats.shape(block) or Shape(kind=LineKind.PARAGRAPH)

    def shape_or_none(self, block: QTextBlock) -> Shape | None:
        """Return the shape of a line, None beyond the ends of the document."""
        return self.shape(block) if block.isValid() else None

    def unit(self, block: QTextBlock) -> tuple[QTextBlock, QTextBlock]:
        """Return the first and the last line of the piece that ``block`` belongs to."""
        first, last = block, block
        while first.previous().isValid() and self.shape(first).continues(
            self.shape(first.previous())
        ):
            first = first.previous()
        while last.next().isValid() and self.shape(last.next()).continues(self.shape(last)):
            last = last.next()
        return first, last

    def pieces(
        self, first: QTextBlock | None = None, last: QTextBlock | None = None
    ) -> Iterator[tuple[BlockId, list[QTextBlock]]]:
        """Yield each piece with its lines, all of them or those from ``first`` to ``last``."""
        block = self.document.firstBlock() if first is None else self.unit(first)[0]
        end = self.document.blockCount() if last is None else last.blockNumber() + 1
        lines: list[QTextBlock] = []
        before: Shape | None = None
        while block.isValid():
            shape = self.shape(block)
            if lines and not shape.continues(before):
                yield self.shape(lines[0]).part_id, lines
                if block.blockNumber() >= end:
                    return
                lines = []
            lines.append(block)
            before = shape
            block = block.next()
        if lines:
            yield self.shape(lines[0]).part_id, lines

    def find(self, part_id: BlockId) -> QTextBlock | None:
        """Return the first line of the piece with that id."""
        return next((one for one in self.blocks() if self.shape(one).part_id == part_id), None)

    # --- changing

    @contextmanager
    def step(self) -> Iterator[QTextCursor]:
        """Hold everything until the end of the ``with`` together as one undo step.

        The cursor is free to use, and stays at its words while the lines are put in order.
        """
        self.settle()
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        self._depth += 1
        try:
            yield cursor
            cursor.setKeepPositionOnInsert(True)
            self._put_in_order()
        finally:
            self._depth -= 1
            cursor.endEditBlock()

    @contextmanager
    def joint_step(self) -> Iterator[None]:
        """Hold several steps together as one, when each needs the one before in good order."""
        self.settle()
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()

    def unsettle(self) -> None:
        """Note that somebody else may have disordered the lines."""
        self._is_unsettled = True

    def settle(self) -> None:
        """Put the lines in order where somebody else changed them, within that undo step."""
        if not self._is_unsettled or self._depth:
            return
        self._is_unsettled = False
        # What undo and redo lead to was in order once; an edit there would cut off the way on.
        if self.document.isRedoAvailable() or not self._is_disordered():
            return
        cursor = QTextCursor(self.document)
        cursor.joinPreviousEditBlock()
        self._depth += 1
        try:
            self._put_in_order()
        finally:
            self._depth -= 1
            cursor.endEditBlock()

    def replace(self, first: int, last: int, lines: Sequence[Line]) -> None:
        """Put ``lines`` in the place of those from ``first`` to ``last``, inside a step.

        Shape: numbers of lines, both included; ``last`` one less than ``first`` inserts
        before ``first``. The title is never among them.
        """
        cursor = QTextCursor(self.document.findBlockByNumber(first - 1))
        before = self.formats.placed(cursor.block())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if last >= first:
            end = self.document.findBlockByNumber(last)
            cursor.setPosition(end.position() + end.length() - 1, _KEEP)
            cursor.removeSelectedText()
        if before and self.formats.placed(cursor.block()) != before:
            cursor.setBlockFormat(self.formats.block(before))
        for line in lines:
            cursor.insertBlock(
                self.formats.block(Placed(line.shape)), self.formats.char(line.shape.kind)
            )
            self._write(cursor, line)

    def set_shape(self, block: QTextBlock, shape: Shape) -> None:
        """Make a line another kind or another piece, inside a step."""
        QTextCursor(block).setBlockFormat(self.formats.block(Placed(shape)))
        if not self.formats.is_styled(block, shape.kind):
            self._dress(block, shape.kind)

    def insert_text(self, cursor: QTextCursor, text: Text) -> None:
        """Put ``text`` where the cursor stands, inside a step."""
        self._write(cursor, Line(self.shape(cursor.block()), text))

    @staticmethod
    def cursor_at(block: QTextBlock) -> QTextCursor:
        """Return a cursor at the start of a line."""
        return QTextCursor(block)

    def select(
        self, cursor: QTextCursor, block: QTextBlock, start: int, end: int | None = None
    ) -> None:
        """Select part of a line.

        Units: code points; without ``end`` to the end of the line.
        """
        words = block.text()
        offsets = Offsets(words)
        cursor.setPosition(block.position() + offsets.to_qt(start))
        stop = len(words) if end is None else end
        cursor.setPosition(block.position() + offsets.to_qt(stop), _KEEP)

    # --- within

    def _write(self, cursor: QTextCursor, line: Line) -> None:
        for run in runs_of(line.text):
            cursor.insertText(run.letters, self.formats.char(line.shape.kind, run))

    def _dress(self, block: QTextBlock, kind: LineKind) -> None:
        """Give the letters of ``block`` the look of such a line; their marks stay."""
        cursor = QTextCursor(block)
        cursor.setBlockCharFormat(self.formats.char(kind))
        start = block.position()
        for run in self.formats.runs(block):
            length = Offsets(run.letters).to_qt(len(run.letters))
            cursor.setPosition(start)
            cursor.setPosition(start + length, _KEEP)
            cursor.setCharFormat(self.formats.char(kind, run))
            start += length

    def _is_disordered(self) -> bool:
        placed = [self.formats.placed(block) for block in self.blocks()]
        shapes = [one.shape if one else None for one in placed]
        slots = ordered(shapes, facts=self._facts, new_id=self.new_id)
        if [slot.shape for slot in slots] != shapes:
            return True
        if places_of([slot.shape for slot in slots]) != placed:
            return True
        return any(
            not is_clean(block) or not self.formats.is_styled(block, self.shape(block).kind)
            for block in self.blocks()
        )

    def _put_in_order(self) -> None:
        shapes = [self.formats.shape(block) for block in self.blocks()]
        slots = ordered(shapes, facts=self._facts, new_id=self.new_id)
        for index, slot in enumerate(slots):
            if slot.source is None:
                self.replace(index, index - 1, [Line(slot.shape)])
        places = places_of([slot.shape for slot in slots])
        block = self.document.firstBlock()
        for placed in places:
            if self.formats.placed(block) != placed:
                QTextCursor(block).setBlockFormat(self.formats.block(placed))
            if not is_clean(block):
                self._clean(block, placed.shape)
            if not self.formats.is_styled(block, placed.shape.kind):
                self._dress(block, placed.shape.kind)
            block = block.next()
        self._facts = slots[0].shape.carried or 0

    def _clean(self, block: QTextBlock, shape: Shape) -> None:
        text = self.formats.text(block)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
        cursor.removeSelectedText()
        self._write(cursor, Line(shape, text))

    def _set_margins(self) -> None:
        root = self.document.rootFrame()
        margins = root.frameFormat()
        margins.setMargin(0)
        margins.setLeftMargin(PAPER_LEFT)
        margins.setRightMargin(PAPER_RIGHT)
        margins.setTopMargin(PAPER_ABOVE + PAPER_TOP)
        margins.setBottomMargin(PAPER_ABOVE + PAPER_TOP)
        root.setFrameFormat(margins)


def places_of(shapes: Sequence[Shape]) -> list[Placed]:
    """Return where each line stands."""
    places: list[Placed] = []
    for index, shape in enumerate(shapes):
        before = shapes[index - 1] if index else None
        after = shapes[index + 1] if index + 1 < len(shapes) else None
        is_first = not shape.continues(before)
        is_last = after is None or not after.continues(shape)
        look = LINE_LOOKS[shape.kind]
        above = 0.0
        if look.pad and is_first and before is not None:
            above = LINE_LOOKS[before.kind].below + look.pad
        places.append(Placed(shape, is_first, is_last, above))
    return places


def is_clean(block: QTextBlock) -> bool:
    """Return whether the letters of a line can stand in a text as they are.

    Half of a surrogate pair shows only by the length: Python does not get to see it.
    """
    letters = block.text()
    if letters.isascii() and letters.isprintable():
        return len(letters) == block.length() - 1
    if qt_length(letters) != block.length() - 1:
        return False
    return not _UNFIT.search(letters) and unicodedata.is_normalized("NFC", letters)
