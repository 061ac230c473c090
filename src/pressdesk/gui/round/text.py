"""The sheet in the middle: the text with the changes in it, read and not edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from pressdesk.gui.round.state import Step
from pressdesk.gui.round.tracked import KEY, Writer, Written
from pressdesk.gui.widgets.painting import add_look, paint_rounded, painting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.gui.round.state import Piece
    from pressdesk.gui.round.tracked import Chip
    from pressdesk.gui.surroundings import Surroundings

_WIDTH_PX, _LEFT_PX, _RIGHT_PX, _TOP_PX = 720, 72, 64, 44
_AROUND_PX = 26
_BAR_PX, _BAR_GAP_PX = 3, 16
_STEP_HREF = "step:"


class TrackedText(QTextEdit):
    """Says which change was chosen, and what is wanted of it."""

    chosen = Signal(str)
    step_wanted = Signal(str, str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tracked_text")
        add_look(self, "bare")
        self._around = around
        self._pieces: tuple[Piece, ...] = ()
        self._current = ""
        self._is_pointing = False
        self.written = Written()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # files are the window's business
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    # --- what is shown

    def show_pieces(self, pieces: Sequence[Piece], current: str) -> None:
        """Show the text; ``current`` is the change that is pointed at."""
        self._pieces = tuple(pieces)
        self._current = current
        self._write()

    def point_at(self, key: str) -> None:
        """Show where a change stands."""
        self._current = key
        self.viewport().update()
        if key not in self.written.spots:
            return
        start, _ = self.written.spots[key]
        cursor = self.textCursor()
        self._is_pointing = True
        try:
            cursor.setPosition(start)
            self.setTextCursor(cursor)
            self._show_place(start)
        finally:
            self._is_pointing = False

    def go_to(self, place: str) -> None:
        """Show where a block begins."""
        start = self.written.places.get(place)
        if start is not None:
            cursor = self.textCursor()
            cursor.setPosition(start)
            self.setTextCursor(cursor)
            self._show_place(start)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.setAccessibleName(self._around.speech.gettext("The text with the proposals"))
        self._write()

    def _write(self) -> None:
        bar = self.verticalScrollBar()
        kept, place = bar.value(), self.textCursor().position()
        self._is_pointing = True
        try:
            writer = Writer(self._around.look, self._around.speech)
            self.written = writer.write(self.document(), self._pieces)
            self._fit()
            cursor = self.textCursor()  # writing took it to the end
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            bar.setValue(kept)
        finally:
            self._is_pointing = False

    def _show_place(self, position: int) -> None:
        """Scroll so that a place is in sight with some text around it."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        rect = self.cursorRect(cursor)
        height = self.viewport().height()
        if rect.top() < height // 8 or rect.bottom() > height * 7 // 8:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - height // 3)

    # --- what happens

    def _on_cursor_moved(self) -> None:
        if self._is_pointing:
            return
        key = self._key_at(self.textCursor().position())
        if key and key != self._current:
            self._current = key
            self.viewport().update()
            self.chosen.emit(key)

    def _key_at(self, position: int) -> str:
        for place in (position + 1, position):
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            key = cursor.charFormat().property(KEY)
            if key:
                return str(key)
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button below a quote that the cursor is in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chip = self._chip_near(self.textCursor().position())
            if chip is not None:
                self.step_wanted.emit(chip.key, Step.ACCEPT_APPROVED.value)
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button that is written below a quote."""
        href = self.anchorAt(event.position().toPoint())
        if href.startswith(_STEP_HREF) and not self.textCursor().hasSelection():
            self.step_wanted.emit(href.removeprefix(_STEP_HREF), Step.ACCEPT_APPROVED.value)
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be pressed."""
        super().mouseMoveEvent(event)
        is_hot = bool(self.anchorAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if is_hot else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say who made the change under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.cursorForPosition(event.pos()).position()
            tip = self.written.tips.get(self._key_at(position), "")
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def _chip_near(self, position: int) -> Chip | None:
        block = self.document().findBlock(position)
        for chip in self.written.chips:
            if chip.key and self.document().findBlock(chip.start) in (block, block.next()):
                return chip
        return None

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint canvas, paper, margin bars and chips, then the words."""
        with painting(self.viewport()) as painter:
            self._paint_around(painter, QRectF(event.rect()))
        super().paintEvent(event)
        with painting(self.viewport()) as painter:
            self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        """Frame the change that is pointed at, line by line."""
        if self._current not in self.written.spots:
            return
        look = self._around.look
        pen = QPen(look.color("focus"), 1.5)
        for rect in self._line_rects(*self.written.spots[self._current]):
            paint_rounded(painter, rect, look.length(4), line=pen)

    def _line_rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield where words stand in the viewport, one rectangle a line."""
        layout = self.document().documentLayout()
        scroll = QPointF(0, self.verticalScrollBar().value())
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            origin = layout.blockBoundingRect(block).topLeft() - scroll
            lines = block.layout()
            for number in range(lines.lineCount()):
                line = lines.lineAt(number)
                first = block.position() + line.textStart()
                low, high = max(start, first), min(end, first + line.textLength())
                if low < high:
                    left, right = (_x_of(line, place - block.position()) for place in (low, high))
                    height = line.ascent() + line.descent()
                    top = line.y() + line.height() - height
                    rect = QRectF(left, top, right - left, height).translated(origin)
                    yield rect.adjusted(-2, -2, 2, 2)
            block = block.next()

    def _paint_around(self, painter: QPainter, clip: QRectF) -> None:
        look = self._around.look
        painter.fillRect(clip, look.color("bg"))
        paper = self._paper()
        line = look.color("line")
        paint_rounded(painter, paper, 4, ground=look.color("paper"), line=line)
        view = QRectF(self.viewport().rect())
        left = paper.left() + self._left() - look.length(_BAR_GAP_PX) - _BAR_PX
        for start, end, color in self.written.bars:
            top = self._rect_at(start).top()
            bottom = self._rect_at(end).bottom()
            bar = QRectF(left, top - 2, _BAR_PX, bottom - top + 6)
            if bar.intersects(view):
                painter.fillRect(bar, color)
        for chip in self.written.chips:
            self._paint_chip(painter, chip, view)

    def _paint_chip(self, painter: QPainter, chip: Chip, view: QRectF) -> None:
        first, last = self._rect_at(chip.start), self._rect_at(chip.end)
        if first.bottom() < view.top() or first.top() > view.bottom():
            return
        look = self._around.look
        rect = QRectF(first.topLeft(), last.bottomRight()).adjusted(1, -2, -1, 3)
        radius = look.length(6) if chip.key else rect.height() / 2
        line: QColor | None = chip.line if look.theme.has_outlines else None
        paint_rounded(painter, rect, radius, ground=chip.ground, line=line)

    def _rect_at(self, position: int) -> QRectF:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return QRectF(self.cursorRect(cursor))

    def _paper(self) -> QRectF:
        look = self._around.look
        width = self._paper_width()
        left = (self.viewport().width() - width) / 2
        top = look.length(_AROUND_PX) - self.verticalScrollBar().value()
        bottom = max(self.document().size().height() - look.length(_AROUND_PX), 0)
        least = self.viewport().height() + self.verticalScrollBar().value()
        return QRectF(left, top, width, max(bottom, least))

    def _paper_width(self) -> int:
        look = self._around.look
        room = self.viewport().width() - 2 * look.length(10)
        return max(min(look.length(_WIDTH_PX), room), 120)

    def _is_narrow(self) -> bool:
        return self._paper_width() < self._around.look.length(_WIDTH_PX)

    def _left(self) -> int:
        return self._around.look.length(34 if self._is_narrow() else _LEFT_PX)

    def _fit(self) -> None:
        """Give the words the room of the paper."""
        look = self._around.look
        around = (self.viewport().width() - self._paper_width()) / 2
        right = look.length(_RIGHT_PX if not self._is_narrow() else 24)
        made = QTextFrameFormat()
        made.setLeftMargin(around + self._left())
        made.setRightMargin(around + right)
        made.setTopMargin(look.length(_AROUND_PX) + look.length(_TOP_PX))
        made.setBottomMargin(look.length(_TOP_PX))
        self.document().setDocumentMargin(0)
        self.document().rootFrame().setFrameFormat(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the paper in the middle."""
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        self._write()


def _x_of(line: QTextLine, place: int) -> float:
    """Return how far right a place in a line stands."""
    found = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # Qt gives both
