"""What Qt keeps about each line: shapes and marks as properties of formats.

Properties come back exactly on undo and redo, which user data of blocks does not.
"""

from __future__ import annotations

import json
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
)

from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import MarkKind, Text
from pressdesk.gui.sheet.inline import Run, text_of
from pressdesk.gui.sheet.lines import Line, LineKind, Shape
from pressdesk.gui.sheet.look import LINE_LOOKS, LineLook, SheetLook

_USER = QTextFormat.Property.UserProperty.value


class Prop(IntEnum):
    """The properties of our own."""

    KIND = _USER + 1
    ID = _USER + 2
    SPEAKER = _USER + 3
    OWNER = _USER + 4
    IS_CONFIRMED = _USER + 5
    IS_INDIRECT = _USER + 6
    IS_ABSENT = _USER + 7
    CARRIED = _USER + 8
    IS_FIRST = _USER + 9
    IS_LAST = _USER + 10
    ABOVE = _USER + 11
    STYLE = _USER + 20
    MARKS = _USER + 21
    DISGUISED = _USER + 22


class Placed(NamedTuple):
    """A line's shape, and where it stands: first or last of its piece, and the space above.

    ``above`` is given for boxes only: they keep clear of what stands above, because Qt takes
    the larger of two neighbours' margins, never both.
    """

    shape: Shape
    is_first: bool = True
    is_last: bool = True
    above: float = 0


class Formats:
    """Makes formats and reads them; remembers both, so that a line costs one look-up.

    Qt numbers the formats of a document and never changes what a number means; ``forget``
    when the document is emptied.
    """

    def __init__(self, look: SheetLook, points_per_pixel: float) -> None:
        self._look = look
        self._points_per_pixel = points_per_pixel
        self._blocks: dict[Placed, QTextBlockFormat] = {}
        self._chars: dict[tuple[LineKind, str, int], QTextCharFormat] = {}
        self._placed: dict[int, Placed | None] = {}

    def forget(self, look: SheetLook) -> None:
        """Start again with a new document and look."""
        self._look = look
        self._blocks.clear()
        self._chars.clear()
        self._placed.clear()

    def block(self, placed: Placed) -> QTextBlockFormat:
        """Return the format of a line that stands so."""
        found = self._blocks.get(placed)
        if found is None:
            found = self._blocks[placed] = _block_format(placed)
        return found

    def char(self, kind: LineKind, run: Run | None = None) -> QTextCharFormat:
        """Return the format of letters in such a line."""
        marks, disguised = (run.marks, run.disguised) if run else ("", 0)
        key = (kind, marks, disguised)
        found = self._chars.get(key)
        if found is None:
            found = self._chars[key] = self._char_format(kind, marks, disguised)
        return found

    def placed(self, block: QTextBlock) -> Placed | None:
        """Return what the block's format says; None where it says nothing of ours."""
        index = block.blockFormatIndex()
        try:
            return self._placed[index]
        except KeyError:
            found = self._placed[index] = _placed(block.blockFormat())
            return found

    def shape(self, block: QTextBlock) -> Shape | None:
        """Return the shape of the line."""
        placed = self.placed(block)
        return placed.shape if placed else None

    def line(self, block: QTextBlock) -> Line:
        """Return the line in the block."""
        shape = self.shape(block)
        return Line(shape or Shape(kind=LineKind.PARAGRAPH), self.text(block))

    def runs(self, block: QTextBlock) -> list[Run]:
        """Return the words of the block, one run a format."""
        letters = block.text()
        if not letters:
            return []
        ranges = block.textFormats()
        if len(ranges) == 1:
            return [_run(letters, ranges[0].format)]
        units = letters.encode("utf-16-le", "surrogatepass")
        return [
            _run(
                units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le", "replace"),
                one.format,
            )
            for one in ranges
        ]

    @staticmethod
    def run(letters: str, made: QTextCharFormat) -> Run:
        """Return letters of such a format as a run."""
        return _run(letters, made)

    def text(self, block: QTextBlock) -> Text:
        """Return the words of the block."""
        return text_of(self.runs(block))

    def is_styled(self, block: QTextBlock, kind: LineKind) -> bool:
        """Return whether all letters of the block look like such a line."""
        if block.charFormat().property(Prop.STYLE) != kind.value:
            return False
        return all(one.format.property(Prop.STYLE) == kind.value for one in block.textFormats())

    def _char_format(self, kind: LineKind, marks: str, disguised: int) -> QTextCharFormat:
        look = LINE_LOOKS[kind]
        made = QTextCharFormat()
        made.setFont(
            self._font(look),
            QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly,
        )
        made.setProperty(Prop.STYLE, kind.value)
        if disguised:
            made.setProperty(Prop.DISGUISED, disguised)
        if not marks:
            return made
        made.setProperty(Prop.MARKS, marks)
        kinds = {mark[1] for mark in json.loads(marks)}
        if MarkKind.STRONG in kinds:
            made.setFontWeight(QFont.Weight.Bold)
        made.setFontItalic(MarkKind.EMPHASIS in kinds)
        made.setFontUnderline(MarkKind.LINK in kinds)
        return made

    def _font(self, look: LineLook) -> QFont:
        font = QFont()
        font.setFamilies(list(self._look.sans if look.is_sans else self._look.serif))
        font.setPointSizeF(look.size * self._points_per_pixel)
        font.setWeight(QFont.Weight(look.weight))
        if look.spacing:
            font.setLetterSpacing(
                QFont.SpacingType.PercentageSpacing, 100 + 100 * look.spacing / look.size
            )
        return font


def _block_format(placed: Placed) -> QTextBlockFormat:
    shape, is_first, is_last, above = placed
    look = LINE_LOOKS[shape.kind]
    made = QTextBlockFormat()
    made.setProperty(Prop.KIND, shape.kind.value)
    for prop, value in (
        (Prop.ID, shape.id),
        (Prop.SPEAKER, shape.speaker),
        (Prop.OWNER, shape.owner),
        (Prop.CARRIED, shape.carried),
        (Prop.ABOVE, above or None),
    ):
        if value is not None:
            made.setProperty(prop, value)
    for prop, flag in (
        (Prop.IS_CONFIRMED, shape.is_confirmed),
        (Prop.IS_INDIRECT, shape.is_indirect),
        (Prop.IS_ABSENT, shape.is_absent),
        (Prop.IS_FIRST, is_first),
        (Prop.IS_LAST, is_last),
    ):
        if flag:
            made.setProperty(prop, True)
    made.setLineHeight(look.height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setTopMargin(above or (look.above if is_first else 0))
    made.setBottomMargin(look.below if is_last else look.between)
    made.setLeftMargin(look.left)
    made.setRightMargin(look.right)
    return made


def _placed(made: QTextBlockFormat) -> Placed | None:
    kind = made.property(Prop.KIND)
    if kind is None:
        return None
    block, speaker = made.property(Prop.ID), made.property(Prop.SPEAKER)
    owner, carried = made.property(Prop.OWNER), made.property(Prop.CARRIED)
    return Placed(
        Shape(
            kind=LineKind(kind),
            id=BlockId(block) if block is not None else None,
            speaker=PersonId(speaker) if speaker is not None else None,
            owner=PartnerId(owner) if owner is not None else None,
            is_confirmed=made.boolProperty(Prop.IS_CONFIRMED),
            is_indirect=made.boolProperty(Prop.IS_INDIRECT),
            is_absent=made.boolProperty(Prop.IS_ABSENT),
            carried=carried,
        ),
        is_first=made.boolProperty(Prop.IS_FIRST),
        is_last=made.boolProperty(Prop.IS_LAST),
        above=made.property(Prop.ABOVE) or 0,
    )


def _run(letters: str, made: QTextCharFormat) -> Run:
    """Return letters of such a format as a run."""
    return Run(letters, made.property(Prop.MARKS) or "", made.property(Prop.DISGUISED) or 0)
