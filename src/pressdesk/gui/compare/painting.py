"""Writes a comparison into one text that is read and not edited."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from pressdesk.gui.fonts import FontRole
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look
    from pressdesk.services.comparing import ComparedBlock, Comparison, Hunk

KIND_WORDS = {
    "changed": N_("Changed"),
    "moved": N_("Moved"),
    "added": N_("Added"),
    "removed": N_("Removed"),
}
"""Colour is never the only sign: each paragraph says what became of it."""
_LINE_BREAK = "¶\u2028"
_AIR_PX = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One change: where it stands in the document, and what went and came.

    Units: places of a QTextDocument.
    """

    start: int
    end: int
    kind: str
    old: str
    new: str


class Formats:
    """The looks of what was kept, went and came, and of what is said beside it."""

    def __init__(self, look: Look) -> None:
        body = look.font(FontRole.SHEET_BODY)
        self.equal = QTextCharFormat()
        self.equal.setFont(body)
        self.equal.setForeground(look.color("ink"))
        self.insert = QTextCharFormat(self.equal)
        self.insert.setFontUnderline(True)
        self.insert.setForeground(look.color("ok"))
        self.insert.setBackground(look.color("ok_soft"))
        self.delete = QTextCharFormat(self.equal)
        self.delete.setFontStrikeOut(True)
        self.delete.setForeground(look.color("danger"))
        self.delete.setBackground(look.color("danger_soft"))
        self.tag = QTextCharFormat()
        self.tag.setFont(look.font(FontRole.SMALL_MEDIUM))
        self.tag.setForeground(look.color("muted"))
        self.block = QTextBlockFormat()
        self.block.setBottomMargin(look.length(_AIR_PX))

    def of(self, hunk: Hunk) -> QTextCharFormat:
        """Return the look of a hunk."""
        return {"insert": self.insert, "delete": self.delete}.get(hunk.op.value, self.equal)


def write(
    document: QTextDocument, comparison: Comparison, look: Look, speech: Speech
) -> tuple[Spot, ...]:
    """Fill ``document`` and return the changes in it, in order."""
    formats = Formats(look)
    document.clear()
    cursor = QTextCursor(document)
    spots: list[Spot] = []
    cursor.beginEditBlock()
    for number, block in enumerate(comparison.blocks):
        if number:
            cursor.insertBlock(formats.block)
        else:
            cursor.setBlockFormat(formats.block)
        _write_block(cursor, block, formats, speech, spots)
    cursor.endEditBlock()
    return tuple(spots)


def write_beside(
    document: QTextDocument, comparison: Comparison, look: Look, speech: Speech
) -> tuple[Spot, ...]:
    """Fill ``document`` with the old text at the left and the new one at the right.

    Shape: the changes in order, each where its words came, else where they went.
    """
    formats = Formats(look)
    document.clear()
    cursor = QTextCursor(document)
    if not comparison.blocks:
        return ()
    half = QTextLength(QTextLength.Type.PercentageLength, 50)
    table_format = QTextTableFormat()
    table_format.setColumnWidthConstraints([half, half])
    table_format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table_format.setBorder(0)
    table_format.setCellPadding(look.length(_AIR_PX) / 2)
    cursor.beginEditBlock()
    table = cursor.insertTable(len(comparison.blocks), 2, table_format)
    found: list[tuple[int, int, int, Spot]] = []
    for row, block in enumerate(comparison.blocks):
        for column in (0, 1):
            cell = table.cellAt(row, column).firstCursorPosition()
            for number, spot in _write_side(cell, block, column, formats, speech):
                found.append((row, number, column, spot))
    cursor.endEditBlock()
    return _one_each(found)


_GOES, _COMES = 0, 1


def _write_side(
    cursor: QTextCursor, block: ComparedBlock, column: int, formats: Formats, speech: Speech
) -> Iterator[tuple[int, Spot]]:
    """Write one side of a paragraph and yield its changes with their numbers in the paragraph."""
    kind = block.kind.value
    is_here = (block.old, block.new)[column] is not None
    if is_here and kind in KIND_WORDS:
        cursor.insertText(f"{speech.gettext(KIND_WORDS[kind])}: ", formats.tag)
    shown = ("delete", "insert")[column]
    number, was_equal = -1, True
    start = cursor.position()
    for hunk in block.hunks:
        is_equal = hunk.op.value == "equal"
        number += was_equal and not is_equal
        was_equal = is_equal
        if not is_equal and hunk.op.value != shown:
            continue
        start = cursor.position()
        cursor.insertText(hunk.text.replace("\n", _LINE_BREAK), formats.of(hunk))
        if not is_equal:
            old, new = (hunk.text, "") if column == _GOES else ("", hunk.text)
            yield number, Spot(start=start, end=cursor.position(), kind=kind, old=old, new=new)
    if kind == "moved" and number < 0 and column == _COMES:
        words = block.new or ""
        yield 0, Spot(start=start, end=cursor.position(), kind=kind, old=words, new=words)


def _one_each(found: Sequence[tuple[int, int, int, Spot]]) -> tuple[Spot, ...]:
    """Return one spot for each change, with the words of both sides."""
    spots: dict[tuple[int, int], Spot] = {}
    for row, number, _, spot in sorted(found, key=lambda one: one[:3]):
        before = spots.get((row, number))
        spots[row, number] = replace(spot, old=before.old) if before else spot
    return tuple(spots.values())


def _write_block(
    cursor: QTextCursor,
    block: ComparedBlock,
    formats: Formats,
    speech: Speech,
    spots: list[Spot],
) -> None:
    kind = block.kind.value
    start = cursor.position()
    if kind in KIND_WORDS:
        cursor.insertText(f"{speech.gettext(KIND_WORDS[kind])}: ", formats.tag)
    before = len(spots)
    run: list[Hunk] = []
    run_start = cursor.position()
    for hunk in block.hunks:
        if hunk.op.value == "equal":
            _end_run(spots, run, run_start, cursor.position(), kind)
            run = []
        elif not run:
            run_start = cursor.position()
        if hunk.op.value != "equal":
            run.append(hunk)
        cursor.insertText(hunk.text.replace("\n", _LINE_BREAK), formats.of(hunk))
    _end_run(spots, run, run_start, cursor.position(), kind)
    if kind == "moved" and len(spots) == before:
        words = block.new or ""
        spots.append(Spot(start=start, end=cursor.position(), kind=kind, old=words, new=words))


def _end_run(spots: list[Spot], run: Sequence[Hunk], start: int, end: int, kind: str) -> None:
    if not run:
        return
    old = "".join(hunk.text for hunk in run if hunk.op.value == "delete")
    new = "".join(hunk.text for hunk in run if hunk.op.value == "insert")
    spots.append(Spot(start=start, end=end, kind=kind, old=old, new=new))
