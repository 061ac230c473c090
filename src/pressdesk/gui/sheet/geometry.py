"""Where the pieces of a page lie on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from pressdesk.gui.sheet.lines import Part, Shape
from pressdesk.gui.sheet.look import LINE_LOOKS, SPEAKER_GAP, SPEAKER_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from pressdesk.gui.sheet.page import Page


class Piece(NamedTuple):
    """A piece that can be seen.

    Units: viewport pixels; ``rect`` is the column of text without what is drawn around it.
    """

    shape: Shape
    first: QTextBlock
    last: QTextBlock
    rect: QRectF

    def blocks(self) -> Iterator[QTextBlock]:
        """Yield the lines of the piece."""
        block = self.first
        yield block
        while block != self.last:
            block = block.next()
            yield block


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Turns lines into rectangles of the viewport, as it is scrolled just now.

    Units: ``scale`` is the text size, 1.0 to 2.0.
    """

    page: Page
    scroll: QPointF
    scale: float

    def line_rect(self, block: QTextBlock) -> QRectF:
        """Return where the words of one line stand, leading included."""
        rect = self.page.document.documentLayout().blockBoundingRect(block)
        height = LINE_LOOKS[self.page.shape(block).kind].height * self.scale
        rows = max(1, block.layout().lineCount())
        return QRectF(
            rect.left() - self.scroll.x(), rect.top() - self.scroll.y(), rect.width(), rows * height
        )

    def piece(self, block: QTextBlock) -> Piece:
        """Return the piece that ``block`` is a line of."""
        first, last = self.page.unit(block)
        rect = self.line_rect(first)
        if last != first:
            rect.setBottom(self.line_rect(last).bottom())
        return Piece(self.page.shape(first), first, last, rect)

    def pieces(self, start: QTextBlock, bottom: float) -> Iterator[Piece]:
        """Yield the pieces from the one that ``start`` is in down to ``bottom``."""
        block = start
        while block.isValid():
            piece = self.piece(block)
            if piece.rect.top() > bottom + 80 * self.scale:
                return
            yield piece
            block = piece.last.next()

    def speaker_rect(self, piece: Piece) -> QRectF | None:
        """Return the row under a quote that says who speaks."""
        if piece.shape.part is not Part.QUOTE:
            return None
        rect = piece.rect
        top = rect.bottom() + SPEAKER_GAP * self.scale
        return QRectF(rect.left(), top, rect.width(), SPEAKER_ROW * self.scale)

    def word_rects(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        """Yield where letters stand, row by row.

        Units: UTF-16 units within the line.
        """
        layout = block.layout()
        origin = self.line_rect(block).topLeft()
        for number in range(layout.lineCount()):
            row = layout.lineAt(number)
            left = max(start, row.textStart())
            right = min(end, row.textStart() + row.textLength())
            if left >= right:
                continue
            begin, stop = _x(row.cursorToX(left)), _x(row.cursorToX(right))
            yield QRectF(origin.x() + begin, origin.y() + row.y(), stop - begin, row.height())


def _x(place: object) -> float:
    """Return the abscissa that Qt gives together with the place it rounded to."""
    return float(place[0]) if isinstance(place, tuple) else float(str(place))
