"""Puts paragraphs and stretches of a sheet where the cursor stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from pressdesk.domain.text import EMPTY, Text
from pressdesk.gui.offsets import Offsets, qt_length
from pressdesk.gui.sheet.clipping import Clip, Pasted, body_line
from pressdesk.gui.sheet.inline import joined
from pressdesk.gui.sheet.lines import Line, LineKind, Shape, Zone, block_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.sheet.page import Page
    from pressdesk.gui.sheet.strokes import Strokes

_NEXT_KIND = {
    LineKind.SUBHEADING: LineKind.PARAGRAPH,
    LineKind.FACT_HEADING: LineKind.FACT_ITEM,
    LineKind.ABOUT_HEADING: LineKind.ABOUT,
}
_ONE_LINE = (LineKind.CAPTION, LineKind.CREDIT)
_WORDS_ONLY = (LineKind.LEAD, LineKind.PARAGRAPH, LineKind.ABOUT)


class Pasting:
    """Every method is one undo step and returns where the cursor then stands."""

    def __init__(self, page: Page, strokes: Strokes) -> None:
        self._page = page
        self._strokes = strokes

    def clip_of(self, start: int, end: int) -> Clip:
        """Return the stretch between two positions."""
        document = self._page.document
        first, last = document.findBlock(start), document.findBlock(end)
        if first != last and end == last.position():
            last = last.previous()
            end = last.position() + last.length() - 1
        lines = []
        block = first
        while True:
            text = self._page.formats.text(block)
            offsets = Offsets(block.text())
            begin = offsets.from_qt(start - block.position()) if block == first else 0
            stop = offsets.from_qt(end - block.position()) if block == last else None
            shape = replace(self._page.shape(block), is_absent=False)
            lines.append(Line(shape, text.part(begin, stop)))
            if block == last:
                break
            block = block.next()
        return Clip(
            lines=tuple(lines),
            is_open_start=start > first.position(),
            is_open_end=end < last.position() + last.length() - 1,
        )

    def put(self, start: int, end: int, pasted: Pasted) -> int:
        """Put foreign text in the place of what stands between two positions."""
        if pasted.blocks:
            hold = self._page.hold
            lines = [line for block in pasted.blocks for line in block_lines(block, hold)]
            return self.put_clip(start, end, Clip(lines=tuple(lines)))
        with self._page.step() as cursor:
            if start != end:
                self._strokes.remove_within(start, end)
            cursor.setPosition(self._put_texts(start, pasted.paragraphs))
        return cursor.position()

    def put_clip(self, start: int, end: int, clip: Clip) -> int:
        """Put a stretch of a sheet in the place of what stands between two positions."""
        with self._page.step() as cursor:
            if start != end:
                self._strokes.remove_within(start, end)
            cursor.setPosition(self._put_clip_at(start, clip))
        return cursor.position()

    def _put_clip_at(self, position: int, clip: Clip) -> int:
        block = self._page.document.findBlock(position)
        shape = self._page.shape(block)
        is_empty = block.length() == 1
        is_inline = len(clip.lines) == 1 and (
            clip.is_open_start or clip.is_open_end or not is_empty or shape.zone is not Zone.BODY
        )
        is_plain = all(line.shape.kind in _WORDS_ONLY for line in clip.lines)
        if is_inline or (is_plain and shape.zone in (Zone.LEAD, Zone.ABOUT)):
            return self._put_texts(position, [line.text for line in clip.lines])
        lines = self._settled_in(clip.lines)
        if shape.zone in (Zone.TITLE, Zone.LEAD):
            return self._put_at(self._first_number(Zone.BODY), lines)
        if shape.zone is Zone.ABOUT:
            return self._put_at(self._first_number(Zone.ABOUT), lines)
        return self._put_in_body(block, position, replace(clip, lines=tuple(lines)))

    def _put_texts(self, position: int, texts: Sequence[Text]) -> int:
        """Put paragraphs into the line at ``position``; further ones become lines like it."""
        if not texts:
            return position
        page = self._page
        block = page.document.findBlock(position)
        shape = replace(page.shape(block), is_absent=False, carried=None)
        if shape.kind in _ONE_LINE:
            spaced = [part for text in texts for part in (Text(" "), text)]
            texts = [joined(spaced[1:])]
        head, rest = texts[0], texts[1:]
        cursor = QTextCursor(page.document)
        cursor.setPosition(position)
        if not rest:
            page.insert_text(cursor, head)
            return cursor.position()
        if shape.kind is LineKind.TITLE:
            page.insert_text(cursor, head)
            paragraph = Shape(kind=LineKind.PARAGRAPH)
            return self._put_at(
                self._first_number(Zone.BODY), [Line(paragraph, text) for text in rest]
            )
        after = self._take_rest(block, position)
        cursor.setPosition(position)
        page.insert_text(cursor, head)
        is_single = shape.kind in (LineKind.PARAGRAPH, LineKind.SUBHEADING)
        following = replace(
            shape,
            kind=_NEXT_KIND.get(shape.kind, shape.kind),
            id=page.new_id() if is_single else shape.id,
        )
        lines = [
            Line(replace(following, id=page.new_id() if is_single else following.id), text)
            for text in rest
        ]
        return self._put_at(block.blockNumber() + 1, lines, after)

    def _put_in_body(self, block: QTextBlock, position: int, clip: Clip) -> int:
        page = self._page
        number = block.blockNumber()
        lines = list(clip.lines)
        if block.length() == 1:
            page.replace(number, number, [])
            return self._put_at(number, lines)
        if position == block.position() and not clip.is_open_start:
            if not clip.is_open_end:
                return self._put_at(number, lines)
            shape = page.shape(block)
        else:
            shape = replace(page.shape(block), carried=None)
        after = self._take_rest(block, position)
        if clip.is_open_start:
            cursor = QTextCursor(page.document)
            cursor.setPosition(position)
            page.insert_text(cursor, lines.pop(0).text)
        if after.plain and not clip.is_open_end:
            is_single = shape.kind in (LineKind.PARAGRAPH, LineKind.SUBHEADING)
            rest = Line(replace(shape, id=page.new_id()) if is_single else shape, after)
            end = self._put_at(number + 1, lines)
            page.replace(number + 1 + len(lines), number + len(lines), [rest])
            return end
        return self._put_at(number + 1, lines, after)

    def _put_at(self, number: int, lines: Sequence[Line], after: Text = EMPTY) -> int:
        """Insert lines before line ``number``, the last with ``after`` behind its words."""
        page = self._page
        last = lines[-1]
        whole = Line(last.shape, joined((last.text, after))) if after.plain else last
        page.replace(number, number - 1, [*lines[:-1], whole])
        block = page.document.findBlockByNumber(number + len(lines) - 1)
        return block.position() + qt_length(last.text.plain)

    def _take_rest(self, block: QTextBlock, position: int) -> Text:
        """Cut off what stands behind ``position`` in the line, and return it."""
        text = self._page.formats.text(block)
        rest = text.part(Offsets(block.text()).from_qt(position - block.position()))
        cursor = QTextCursor(self._page.document)
        cursor.setPosition(position)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return rest

    def _settled_in(self, lines: Sequence[Line]) -> list[Line]:
        """Return lines for the body of this release: ids free, people and partners known."""
        facts = self._page.facts
        taken = {self._page.shape(block).id for block in self._page.blocks()}
        new_ids: dict[BlockId | None, BlockId | None] = {}
        settled: list[Line] = []
        for line in map(body_line, lines):
            shape = line.shape
            if shape.id not in new_ids:
                is_free = shape.id is not None and shape.id not in taken
                new_ids[shape.id] = shape.id if is_free else self._page.new_id()
            speaker = shape.speaker if facts.person(shape.speaker) else None
            owner = shape.owner if facts.partner(shape.owner) else None
            is_known = speaker == shape.speaker
            shape = replace(
                shape,
                id=new_ids[shape.id] if shape.id is not None else self._page.new_id(),
                speaker=speaker,
                owner=owner,
                is_confirmed=shape.is_confirmed and is_known,
            )
            settled.append(Line(shape, line.text))
        return settled

    def _first_number(self, zone: Zone) -> int:
        """Return the number of the first line of a zone, or of where it would begin."""
        later = (zone, Zone.ABOUT)
        for block in self._page.blocks():
            if self._page.shape(block).zone in later:
                return block.blockNumber()
        return self._page.document.blockCount()
