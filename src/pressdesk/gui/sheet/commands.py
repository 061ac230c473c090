"""What a person asks of the sheet by menu or shortcut, about the place where the cursor is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from pressdesk.gui.sheet.lines import LineKind, Part
from pressdesk.gui.sheet.painting import PLACEHOLDER
from pressdesk.gui.sheet.search import FindOptions, Found, Search, pattern_of

if TYPE_CHECKING:
    from pressdesk.domain.text import MarkKind
    from pressdesk.gui.sheet.inline import Run
    from pressdesk.gui.sheet.sheet import Sheet
    from pressdesk.gui.sheet.structure import Extent


class Commands:
    """Every command is one undo step; it returns whether there was anything to do."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def _extent(self) -> Extent:
        cursor = self._sheet.textCursor()
        return self._sheet.structure.extent(cursor.selectionStart(), cursor.selectionEnd())

    def can_convert(self, part: Part) -> bool:
        """Return whether the pieces at the cursor can become ``part``."""
        return self._sheet.structure.can_convert(self._extent(), part)

    def convert(self, part: Part) -> bool:
        """Make the pieces at the cursor ``part``; asks for the speaker of a quote by nobody."""
        sheet = self._sheet
        sheet.page.settle()
        extent = self._extent()
        cursor = sheet.textCursor()
        tail = cursor.block().length() - 1 - cursor.positionInBlock()
        block_id = sheet.structure.convert(extent, part)
        if block_id is None:
            return False
        if extent.first == extent.last:
            block = sheet.page.document.findBlockByNumber(extent.first)
            if part is Part.FACT_BOX:
                block = block.next()
            end = block.position() + block.length() - 1
            sheet.put_cursor(max(block.position(), end - tail))
        else:
            sheet.go_to(block_id)
        block_now = sheet.page.find(block_id)
        shape = sheet.page.shape_or_none(block_now) if block_now else None
        if shape is not None and shape.kind is LineKind.QUOTE and shape.speaker is None:
            sheet.speaker_asked.emit(block_id)
        return True

    def move_up(self) -> bool:
        """Move the pieces at the cursor above their neighbour."""
        return self._move(is_up=True)

    def move_down(self) -> bool:
        """Move the pieces at the cursor below their neighbour."""
        return self._move(is_up=False)

    def _move(self, *, is_up: bool) -> bool:
        sheet = self._sheet
        sheet.page.settle()
        cursor = sheet.textCursor()
        document = sheet.page.document
        ends = [
            (document.findBlock(place).blockNumber(), place - document.findBlock(place).position())
            for place in (cursor.anchor(), cursor.position())
        ]
        lines = sheet.structure.move(self._extent(), is_up=is_up)
        if lines:
            anchor, position = (
                document.findBlockByNumber(number + lines).position() + offset
                for number, offset in ends
            )
            sheet.put_cursor(position, anchor)
        return lines != 0

    def delete_block(self) -> bool:
        """Take the pieces at the cursor out; of title and lead only the words go."""
        sheet = self._sheet
        sheet.page.settle()
        extent = self._extent()
        sheet.structure.delete(extent)
        number = min(extent.first, sheet.page.document.blockCount() - 1)
        sheet.put_cursor(sheet.page.document.findBlockByNumber(number).position())
        return True

    def insert_after(self, part: Part = Part.PARAGRAPH) -> bool:
        """Put an empty piece below the one at the cursor, and go there."""
        sheet = self._sheet
        sheet.page.settle()
        number = sheet.structure.insert_after(sheet.textCursor().blockNumber(), part)
        block = sheet.page.document.findBlockByNumber(number)
        end = block.position() + block.length() - 1
        sheet.put_cursor(end)
        shape = sheet.page.shape(block)
        if shape.kind is LineKind.QUOTE and shape.speaker is None:
            sheet.speaker_asked.emit(shape.part_id)
        return True

    def toggle(self, kind: MarkKind) -> bool:
        """Make the selected words strong or emphasised, or plain again."""
        sheet = self._sheet
        cursor = sheet.textCursor()
        block = sheet.page.document.findBlock(cursor.selectionStart())
        if not cursor.hasSelection() or block != sheet.page.document.findBlock(
            cursor.selectionEnd()
        ):
            return False
        runs = _selected_runs(cursor, sheet)
        is_on = all(kind in _kinds(run) for _, _, run in runs)
        with sheet.page.step() as editing:
            line_kind = sheet.page.shape(block).kind
            for start, end, run in runs:
                new = run._replace(marks=_toggled(run.marks, kind, is_on=not is_on))
                editing.setPosition(start)
                editing.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                editing.setCharFormat(sheet.page.formats.char(line_kind, new))
        return True

    def next_placeholder(self) -> bool:
        """Select the next «[…]» after the cursor, going round at the end."""
        sheet = self._sheet
        found = Search(sheet.page).next(PLACEHOLDER, sheet.textCursor().selectionEnd())
        if found is not None:
            sheet.put_cursor(found.end, found.start)
        return found is not None


class Finder:
    """Find and replace for the sheet, without any window."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._search = Search(sheet.page)

    def count(self, words: str, options: FindOptions) -> int:
        """Return how often ``words`` stand in the text."""
        return len(self._places(words, options))

    def find(self, words: str, options: FindOptions, *, is_backwards: bool = False) -> bool:
        """Select the next place, going round at the end; return whether there is one."""
        if not words:
            return False
        cursor = self._sheet.textCursor()
        position = cursor.selectionStart() if is_backwards else cursor.selectionEnd()
        pattern = pattern_of(words, options)
        found = self._search.next(pattern, position, is_backwards=is_backwards)
        if found is not None:
            self._sheet.put_cursor(found.end, found.start)
        return found is not None

    def replace(self, words: str, new: str, options: FindOptions) -> bool:
        """Replace the selected place, if it is one, and select the next."""
        self._sheet.page.settle()
        cursor = self._sheet.textCursor()
        selected = Found(cursor.selectionStart(), cursor.selectionEnd())
        is_place = selected in self._places(words, options)
        if is_place:
            self._sheet.put_cursor(self._search.replace(selected, new))
        self.find(words, options)
        return is_place

    def replace_all(self, words: str, new: str, options: FindOptions) -> int:
        """Replace every place as one undo step; return how many there were."""
        self._sheet.page.settle()
        return self._search.replace_all(pattern_of(words, options), new) if words else 0

    def _places(self, words: str, options: FindOptions) -> list[Found]:
        return list(self._search.all(pattern_of(words, options))) if words else []


def _selected_runs(cursor: QTextCursor, sheet: Sheet) -> list[tuple[int, int, Run]]:
    block = sheet.page.document.findBlock(cursor.selectionStart())
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found = []
    for one in block.textFormats():
        left = block.position() + one.start
        begin, stop = max(start, left), min(end, left + one.length)
        if begin < stop:
            found.append((begin, stop, sheet.page.formats.run("", one.format)))
    return found


def _kinds(run: Run) -> set[str]:
    return {kind for _, kind, _ in json.loads(run.marks)} if run.marks else set()


def _toggled(marks: str, kind: MarkKind, *, is_on: bool) -> str:
    kept = [mark for mark in json.loads(marks or "[]") if mark[1] != kind]
    if is_on:
        used = {mark[0] for mark in kept}
        number = next(number for number in range(len(kept) + 1) if number not in used)
        kept.append([number, kind.value, None])
    return json.dumps(kept) if kept else ""
