"""The sheet: one edit over one document that shows a whole release as its Word file will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.gui.sheet.actions import SheetActions
from pressdesk.gui.sheet.clipping import Clean, paragraphs_of
from pressdesk.gui.sheet.commands import Commands, Finder
from pressdesk.gui.sheet.exchange import Exchange
from pressdesk.gui.sheet.geometry import Geometry
from pressdesk.gui.sheet.keys import Keys
from pressdesk.gui.sheet.labels import Labels, Limits, Speaking
from pressdesk.gui.sheet.lines import TITLE_ID, LineKind
from pressdesk.gui.sheet.look import (
    LINE_LOOKS,
    PAPER_LEFT,
    PAPER_RIGHT,
    PAPER_WIDTH,
    SheetLook,
)
from pressdesk.gui.sheet.outline import OutlineItem, outline_of
from pressdesk.gui.sheet.page import Page
from pressdesk.gui.sheet.painting import ColourOf, Painting, PillOf, Scene
from pressdesk.gui.sheet.pasting import Pasting
from pressdesk.gui.sheet.spots import Spots
from pressdesk.gui.sheet.strokes import Strokes
from pressdesk.gui.sheet.structure import Structure
from pressdesk.gui.sheet.watching import Watch
from pressdesk.gui.sheet.waves import Wave, Waves

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pressdesk.domain.content import Content

_INCH_M = 0.0254
_LEAST_LETTERS = 36
"""A line of text shorter than this is hard to read."""


class Sheet(QTextEdit):
    """Edits one content; every change can be undone, and nothing but ``load`` forgets undo.

    ``new_id`` makes block ids, ``clean`` makes paragraphs of foreign text, ``colour_of`` gives
    the colour of a partner and ``pill_of`` the state of a quote.
    """

    text_edited = Signal()
    """Something that ``content`` returns has changed."""
    structure_changed = Signal()
    """``outline`` has changed, and not only its words; comes once for many changes."""
    block_entered = Signal(str)
    speaker_asked = Signal(str)
    """Somebody has to say who speaks in the quote with that id."""
    pill_clicked = Signal(str)
    pasted = Signal(object)
    """Foreign text was pasted; carries what was taken out, a tuple of CleanUp."""
    file_dropped = Signal(str)
    menu_opening = Signal(object)
    """The context menu, a QMenu, comes; the cursor stands where it was asked for."""

    def __init__(  # noqa: PLR0913 - all but the speech are named, and given once by the place
        self,
        speech: Speaking,
        *,
        new_id: Callable[[], str],
        look: SheetLook,
        clean: Clean = paragraphs_of,
        colour_of: ColourOf = lambda _: None,
        pill_of: PillOf = lambda _: None,
        limits: Limits | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look = look
        self._scale = 1.0
        self._scaled_device = QImage()
        self._points_per_pixel = 72 / self.logicalDpiY()
        self._labels = Labels(speech, limits or Limits())
        self._painting = Painting(self._labels, colour_of, pill_of)
        self.page = Page(self.document(), look, lambda: BlockId(new_id()), self._points_per_pixel)
        self.strokes = Strokes(self.page)
        self.structure = Structure(self.page)
        self.pasting = Pasting(self.page, self.strokes)
        self._waves, self._notes = Waves(self.page, look), Waves(self.page, look)
        self._keys = Keys(self)
        self._exchange = Exchange(self, self._keys, clean)
        self._wave_timer = QTimer(self)
        self._wave_timer.setSingleShot(True)
        self._wave_timer.setInterval(0)
        self._wave_timer.timeout.connect(self._lay_waves)
        self._watch = Watch(self, self.page)
        self._watch.text_edited.connect(self.text_edited)
        self._watch.structure_changed.connect(self.structure_changed)
        self.commands = Commands(self)
        self.spots = Spots(self)
        self.finder = Finder(self)
        self.actions_for_menus = SheetActions(self, speech)
        self._entered = TITLE_ID
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.verticalScrollBar().rangeChanged.connect(self._centre)
        self.verticalScrollBar().valueChanged.connect(lambda _place: self._wave_timer.start())
        self.set_look(look)
        self.retranslate()

    # --- contents

    def load(self, content: Content, beside: object = None) -> None:
        """Show ``content``; what could be undone before is gone.

        ``beside`` is kept with it, and follows undo: see ``keep_beside``.
        """
        self._waves.clear()
        self._notes.clear()
        self.setExtraSelections([])
        with self._watch.quiet():
            self.page.load(content, self._look, beside)
            self._fit_scale()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._entered = TITLE_ID

    def content(self) -> Content:
        """Return what the sheet says now."""
        return self.page.content()

    def update_facts(self, content: Content) -> None:
        """Take over everything of ``content`` but its words, as one undo step."""
        self.structure.update_facts(content)

    def apply(self, content: Content) -> None:
        """Make the sheet say ``content``, as one undo step."""
        self.structure.apply(content)

    def outline(self) -> tuple[OutlineItem, ...]:
        """Return the pieces in reading order."""
        self.page.settle()
        return outline_of(self.page)

    # --- looks

    def set_look(self, look: SheetLook) -> None:
        """Paint with other colours."""
        self._look = look
        self.setStyleSheet(look.style_sheet)
        self.setPalette(look.palette(self.palette()))
        self._waves.set_look(look)
        self._notes.set_look(look)
        self._lay_waves()
        self.viewport().update()

    def set_text_scale(self, scale: float) -> None:
        """Show letters and all that belongs to them larger.

        Units: 1.0 to 2.0. The document does not change, only the resolution that it is laid
        out for; so undo knows nothing of it.
        """
        self._scale = min(2.0, max(1.0, scale))
        with self._watch.quiet():
            self._fit_scale()
        self._centre()

    @property
    def text_scale(self) -> float:
        """How large letters are, 1.0 to 2.0."""
        return self._scale

    @property
    def least_width(self) -> int:
        """The width below which lines get too short to be read.

        Units: pixels; the scroll bar is in it.
        """
        font = QFont()
        font.setFamilies(list(self._look.serif))
        font.setPixelSize(round(LINE_LOOKS[LineKind.PARAGRAPH].size * self._scale))
        letters = QFontMetrics(font).averageCharWidth() * _LEAST_LETTERS
        sides = (PAPER_LEFT + PAPER_RIGHT) * self._scale
        return round(letters + sides) + self.verticalScrollBar().sizeHint().width()

    def retranslate(self) -> None:
        """Say everything in the language that the speech speaks now."""
        self.actions_for_menus.retranslate()
        self.setAccessibleName(self._labels.accessible_name)
        self.viewport().update()

    def refresh(self) -> None:
        """Paint colours and pills anew, after what the callables return has changed."""
        self.viewport().update()

    def _fit_scale(self) -> None:
        per_metre = round(self.logicalDpiY() * self._scale / _INCH_M)
        device = QImage(1, 1, QImage.Format.Format_RGB32)
        device.setDotsPerMeterX(per_metre)
        device.setDotsPerMeterY(per_metre)
        self.document().documentLayout().setPaintDevice(device)
        self._scaled_device = device
        self.document().markContentsDirty(0, self.document().characterCount())

    def _centre(self) -> None:
        paper = round(PAPER_WIDTH * self._scale)
        bar = self.verticalScrollBar()
        bar_width = bar.sizeHint().width() if bar.maximum() > 0 else 0
        side = max(0, (self.width() - paper) // 2)
        right = max(0, self.width() - paper - side - bar_width)
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (side, right):
            self.setViewportMargins(side, 0, right, 0)

    # --- findings

    def set_marks(self, part_id: BlockId, marks: Sequence[tuple[int, int, Wave]]) -> None:
        """Underline words of one piece, in the place of what was underlined there.

        Units: code points of the piece's lines, joined by one line break each.
        """
        self._waves.put(part_id, marks)
        self._lay_waves()  # now: with the next key the places would be others

    def set_all_marks(self, marks: Mapping[BlockId, Sequence[tuple[int, int, Wave]]]) -> None:
        """Underline words of the whole text, in the place of all that was underlined."""
        self._waves.put_all(marks)
        self._lay_waves()

    def set_notes(self, spans: Mapping[BlockId, Sequence[tuple[int, int]]]) -> None:
        """Give words that somebody commented on a ground, in the place of all that had one."""
        self._notes.put_all(
            {part: [(*span, Wave.COMMENT) for span in some] for part, some in spans.items()}
        )
        self._lay_waves()

    def _lay_waves(self) -> None:
        seen = self.spots.seen_lines()
        self.setExtraSelections(self._notes.selections(*seen) + self._waves.selections(*seen))

    @property
    def beside(self) -> object:
        """What is kept beside the text; undo brings it back with the text of its time."""
        return self.page.beside

    def keep_beside(self, beside: object) -> None:
        """Keep something beside the text, as a step that can be undone."""
        self.structure.keep_beside(beside)

    # --- cursor

    @property
    def current_block_id(self) -> BlockId:
        """The id of the piece in which the cursor stands."""
        return self.page.shape(self.textCursor().block()).part_id

    def go_to(self, part_id: BlockId) -> bool:
        """Put the cursor at the start of a piece and show it; return whether there is one."""
        block = self.page.find(part_id)
        if block is None:
            return False
        self.put_cursor(block.position())
        top = self.page.document.documentLayout().blockBoundingRect(block).top()
        bar = self.verticalScrollBar()
        if not bar.value() <= top <= bar.value() + self.viewport().height() * 2 / 3:
            bar.setValue(round(top - self.viewport().height() / 4))
        return True

    def put_cursor(self, position: int, anchor: int | None = None) -> None:
        """Put the cursor at a position, selecting from ``anchor``."""
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        position = min(position, last)
        cursor.setPosition(position if anchor is None else min(anchor, last))
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _on_cursor_moved(self) -> None:
        entered = self.current_block_id
        if entered != self._entered:
            self._entered = entered
            self.block_entered.emit(entered)

    # --- undo

    def undo(self) -> None:
        """Take the last step back."""
        self.page.settle()
        before = self.current_block_id
        super().undo()
        self._stay_in(before)

    def redo(self) -> None:
        """Take the last undone step again."""
        self.page.settle()
        before = self.current_block_id
        super().redo()
        self._stay_in(before)

    def _stay_in(self, block_id: BlockId) -> None:
        """Go back to where the cursor was, if Qt put it at the top for a change of shape."""
        if self.textCursor().position() == 0 and block_id != self.current_block_id:
            self.go_to(block_id)

    def set_quote(
        self,
        block_id: BlockId,
        *,
        speaker: PersonId | None,
        owner: PartnerId | None,
        is_indirect: bool,
        is_confirmed: bool = True,
    ) -> bool:
        """Say who speaks in a quote, and for whom; return whether there is such a quote."""
        return self.structure.set_quote(
            block_id,
            speaker=speaker,
            owner=owner,
            is_indirect=is_indirect,
            is_confirmed=is_confirmed,
        )

    # --- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, split, merge and delete."""
        self.page.settle()
        if not self._keys.press(event):
            super().keyPressEvent(event)
        self.page.settle()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take text from an input method."""
        self.page.settle()
        if event.commitString() or event.preeditString():
            self._keys.clear_selected_lines()
        super().inputMethodEvent(event)
        self.page.settle()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return plain text for others, and lines with their shapes for PressDesk."""
        return self._exchange.selected()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Return whether there is text, or a file to hand on."""
        return source.hasText() or source.hasHtml() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take over a stretch of a sheet as it is, and foreign text cleaned."""
        self._exchange.insert(source)

    def cut(self) -> None:
        """Move the selection to the clipboard."""
        self._exchange.cut()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand files on; take text in where it was dropped."""
        self._exchange.drop(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the speaker when the row under a quote is clicked, or move the cursor."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._click(event.position()):
            super().mousePressEvent(event)

    def _click(self, place: QPointF) -> bool:
        scene = self._scene(QRectF(self.viewport().rect()))
        for piece in scene.geometry.pieces(scene.start, place.y()):
            row = scene.geometry.speaker_rect(piece)
            if row is None or not row.contains(place):
                continue
            pill = self._painting.pill_rect(scene, piece)
            is_pill = pill is not None and pill.contains(place)
            told = self.pill_clicked if is_pill else self.speaker_asked
            told.emit(piece.shape.part_id)
            return True
        return False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu, with what the place has to say about the words there."""
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            cursor, there = self.textCursor(), self.cursorForPosition(place).position()
            if not cursor.selectionStart() <= there <= cursor.selectionEnd():
                self.put_cursor(there)
        menu = self.createStandardContextMenu()
        menu.setParent(self, menu.windowFlags())
        menu.setObjectName("sheet_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opening.emit(menu)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the paper in the middle."""
        self._centre()
        super().resizeEvent(event)
        self._wave_timer.start()

    def event(self, event: QEvent) -> bool:
        """Paint the canvas beside the paper, and let the wheel turn there too."""
        if event.type() is QEvent.Type.Paint:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._look.canvas)
            painter.end()
            return True
        if event.type() is QEvent.Type.Wheel:
            return QApplication.sendEvent(self.verticalScrollBar(), event)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what stands around the words, then the words."""
        painter = QPainter(self.viewport())
        try:
            self._painting.paint(painter, self._scene(QRectF(event.rect())))
        finally:
            painter.end()
        super().paintEvent(event)

    def _geometry(self) -> Geometry:
        scroll = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return Geometry(page=self.page, scroll=scroll, scale=self._scale)

    def _scene(self, clip: QRectF) -> Scene:
        top = QPoint(self.viewport().width() // 2, max(0, int(clip.top() - 80 * self._scale)))
        height = self.document().documentLayout().documentSize().height()
        return Scene(
            geometry=self._geometry(),
            look=self._look,
            start=self.cursorForPosition(top).block(),
            clip=clip,
            width=self.viewport().width(),
            height=max(height, self.viewport().height()),
            points_per_pixel=self._points_per_pixel,
            device=self.viewport(),
        )

    def update_piece(self, block: QTextBlock) -> None:
        """Paint a piece anew, with all that stands around it."""
        rect = self._geometry().piece(block).rect
        height = rect.height() + 60 * self._scale
        self.viewport().update(0, int(rect.top()) - 4, self.viewport().width(), int(height))
