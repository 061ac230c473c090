"""What Enter, Backspace, Delete and typing over a selection do to the lines of a page."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from pressdesk.gui.sheet.lines import Line, LineKind, Part, Shape, Zone

if TYPE_CHECKING:
    from pressdesk.gui.sheet.page import Page

_KEEP = QTextCursor.MoveMode.KeepAnchor
_HEADED = {
    LineKind.FACT_HEADING: LineKind.FACT_ITEM,
    LineKind.ABOUT_HEADING: LineKind.ABOUT,
}
_ONE_LINERS = (LineKind.PARAGRAPH, LineKind.SUBHEADING)
_LEFT_BY_ENTER = (LineKind.QUOTE, LineKind.ITEM, LineKind.FACT_ITEM)
_FIXED = (LineKind.TITLE, LineKind.CAPTION, LineKind.FACT_HEADING, LineKind.ABOUT_HEADING)
"""Lines that do not become something else when words flow in."""
_STAYING = (*_FIXED, LineKind.CREDIT)
"""Lines that do not flow into the line above."""


class Strokes:
    """Splits and merges lines.

    Every method is one undo step and returns where the cursor then stands.
    """

    def __init__(self, page: Page) -> None:
        self._page = page

    def split(self, position: int) -> int:
        """Begin a new line at ``position``; what it is depends on the line it comes from."""
        block = self._page.document.findBlock(position)
        shape = self._page.shape(block)
        if shape.kind is LineKind.TITLE or shape.kind is LineKind.CAPTION:
            return block.next().position()
        is_empty = block.length() == 1
        if is_empty and (shape.kind in _LEFT_BY_ENTER or shape.kind is LineKind.LEAD):
            return self._leave(block, shape)
        with self._page.step() as cursor:
            cursor.setPosition(position)
            cursor.insertBlock()
            first, second = cursor.block().previous(), cursor.block()
            self._shape_split(first, second, shape)
        return cursor.position()

    def _shape_split(self, first: QTextBlock, second: QTextBlock, shape: Shape) -> None:
        """Say what the two halves of a line are; the words keep the id, the first half's first."""
        page = self._page
        paragraph = Shape(kind=LineKind.PARAGRAPH, id=page.new_id())
        is_at_start = first.length() == 1 < second.length()
        is_head = not shape.continues(page.shape_or_none(first.previous()))
        opens_quote = shape.kind is LineKind.QUOTE and is_at_start and is_head
        if shape.kind in _ONE_LINERS or opens_quote:
            if is_at_start:
                page.set_shape(first, paragraph)
                page.set_shape(second, shape)
            else:
                page.set_shape(second, paragraph)
        elif shape.kind in _HEADED:
            page.set_shape(second, replace(shape, kind=_HEADED[shape.kind]))
        elif shape.kind is LineKind.CREDIT:
            page.set_shape(second, paragraph)

    def _leave(self, block: QTextBlock, shape: Shape) -> int:
        """Leave the piece from its empty last line; elsewhere just add a line."""
        page = self._page
        following = page.shape_or_none(block.next())
        is_only = (
            shape.kind is LineKind.LEAD and page.shape(block.previous()).kind is LineKind.TITLE
        )
        if shape.kind is LineKind.LEAD and is_only:
            return self._into_body(block)
        is_last = following is None or not following.continues(shape)
        with page.step() as cursor:
            if is_last or shape.kind is LineKind.ITEM:
                page.set_shape(block, Shape(kind=LineKind.PARAGRAPH, id=page.new_id()))
                cursor.setPosition(block.position())
            else:
                cursor.setPosition(block.position())
                cursor.insertBlock()
        return cursor.position()

    def _into_body(self, lead: QTextBlock) -> int:
        """Go to an empty first paragraph of the body, made where there is none."""
        page = self._page
        after = lead.next()
        shape = page.shape(after)
        if shape.kind is LineKind.PARAGRAPH and after.length() == 1:
            return after.position()
        number = after.blockNumber()
        with page.step():
            page.replace(
                number, number - 1, [Line(Shape(kind=LineKind.PARAGRAPH, id=page.new_id()))]
            )
        return page.document.findBlockByNumber(number).position()

    def merge_back(self, position: int) -> int:
        """Merge the line that begins at ``position`` into the one above, where that makes sense."""
        page = self._page
        block = page.document.findBlock(position)
        above = block.previous()
        if not above.isValid():
            return position
        shape, shape_above = page.shape(block), page.shape(above)
        end_above = above.position() + above.length() - 1
        is_empty, stays = block.length() == 1, shape.kind in _STAYING
        if stays:
            return self._drop_blank_piece(block, end_above)
        if is_empty:
            return self._drop_empty(block, shape, end_above)
        if shape.kind is LineKind.ITEM and not shape.continues(shape_above):
            with page.step():
                page.set_shape(block, Shape(kind=LineKind.PARAGRAPH, id=page.new_id()))
            return position
        is_first_about = shape.zone is Zone.ABOUT and shape_above.zone is not Zone.ABOUT
        if shape_above.kind is LineKind.TITLE or is_first_about:
            return end_above
        return self._merge(above, block)

    def _drop_blank_piece(self, block: QTextBlock, end_above: int) -> int:
        """Remove a box, picture or boilerplate in which nothing is written yet."""
        page = self._page
        first, last = page.unit(block)
        is_blank = all(one.length() == 1 for one in self._between(first, last))
        if block == first and is_blank:
            with page.step():
                page.replace(first.blockNumber(), last.blockNumber(), [])
        return end_above

    def _drop_empty(self, block: QTextBlock, shape: Shape, end_above: int) -> int:
        """Remove an empty line; the only one of its stretch stays, and the cursor moves."""
        page = self._page
        neighbours = (page.shape_or_none(block.previous()), page.shape_or_none(block.next()))
        is_only = all(one is None or one.zone is not shape.zone for one in neighbours)
        if not (is_only and shape.zone in (Zone.LEAD, Zone.BODY) and shape.is_absent):
            with page.step():
                page.replace(block.blockNumber(), block.blockNumber(), [])
        return end_above

    def _merge(self, above: QTextBlock, block: QTextBlock) -> int:
        """Join two lines; the one with words says what the result is, the upper one first."""
        page = self._page
        shape, shape_above = page.shape(block), page.shape(above)
        winner = shape_above
        if above.length() == 1 and shape_above.kind not in (LineKind.LEAD, *_FIXED):
            winner = shape
        if shape.part is shape_above.part is Part.QUOTE and shape.id != shape_above.id:
            winner = _merged_quote(winner, shape if winner is shape_above else shape_above)
        with page.step() as cursor:
            number = page.unit(above)[0].blockNumber()
            cursor.setPosition(above.position() + above.length() - 1)
            cursor.setPosition(block.position(), _KEEP)
            cursor.removeSelectedText()
            page.set_shape(cursor.block(), winner)
            if winner.kind is LineKind.QUOTE and winner.id == shape_above.id:
                self._spread(page.document.findBlockByNumber(number), winner)
        return cursor.position()

    def _spread(self, first: QTextBlock, winner: Shape) -> None:
        """Give all lines of a quote the same attributes."""
        block = first
        while block.isValid() and self._page.shape(block).id == winner.id:
            self._page.set_shape(block, winner)
            block = block.next()

    def merge_forward(self, position: int) -> int:
        """Merge the next line into the one that ends at ``position``."""
        following = self._page.document.findBlock(position).next()
        if following.isValid():
            block = self._page.document.findBlock(position)
            if block.length() == 1 and block.blockNumber() > 0:
                shape = self._page.shape(block)
                if shape.kind not in _STAYING:
                    return min(self._drop_forward(block, shape), position)
            self.merge_back(following.position())
        return position

    def _drop_forward(self, block: QTextBlock, shape: Shape) -> int:
        start = block.position()
        self._drop_empty(block, shape, start)
        return start

    def remove_within(self, start: int, end: int) -> None:
        """Remove what stands between two positions, inside a step.

        Title, lead, body and boilerplates never flow into one another, and title, lead and
        body keep a line to write on.
        """
        document = self._page.document
        blocks = self._between(document.findBlock(start), document.findBlock(end))
        # Numbers, not blocks: where Qt joins two blocks, either may be the one that goes.
        stretches: list[tuple[int, int]] = []
        for _, group in groupby(blocks, lambda one: self._page.shape(one).zone):
            stretch = list(group)
            first, last = stretch[0], stretch[-1]
            stretches.append(
                (max(start, first.position()), min(end, last.position() + last.length() - 1))
            )
        for number in range(len(stretches) - 1, -1, -1):
            self._remove_stretch(*stretches[number], is_whole=number > 0)

    def _remove_stretch(self, start: int, end: int, *, is_whole: bool) -> None:
        """Remove within one zone; ``is_whole`` when the selection began before it."""
        page = self._page
        first, last = page.document.findBlock(start), page.document.findBlock(end)
        shape, shape_last = page.shape(first), page.shape(last)
        is_one_line = first == last
        is_from_start = start == first.position()
        is_to_end = end == last.position() + last.length() - 1
        begins_piece = not shape.continues(page.shape_or_none(first.previous()))
        following = page.shape_or_none(last.next())
        ends_piece = following is None or not following.continues(shape_last)
        cursor = QTextCursor(page.document)
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        cursor.removeSelectedText()
        block = cursor.block()
        if is_one_line and not is_whole:
            return
        if is_from_start and not is_to_end and shape.kind not in (LineKind.TITLE, LineKind.LEAD):
            shape = shape_last
        elif (
            is_from_start and is_to_end and shape.zone is Zone.BODY and begins_piece and ends_piece
        ):
            shape = Shape(kind=LineKind.PARAGRAPH, id=page.new_id())
        page.set_shape(block, shape)
        if is_whole and block.length() == 1 and shape.zone in (Zone.BODY, Zone.ABOUT):
            page.replace(block.blockNumber(), block.blockNumber(), [])

    @staticmethod
    def _between(first: QTextBlock, last: QTextBlock) -> list[QTextBlock]:
        blocks = [first]
        while blocks[-1] != last:
            blocks.append(blocks[-1].next())
        return blocks


def _merged_quote(winner: Shape, other: Shape) -> Shape:
    """Return one quote out of two; who speaks is asked again when the two disagree."""
    if winner.speaker == other.speaker and winner.owner == other.owner:
        return replace(winner, is_confirmed=winner.is_confirmed and other.is_confirmed)
    return replace(winner, is_confirmed=False)
