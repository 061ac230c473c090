"""Paints what stands around the words: paper, cards, boxes, labels and speakers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPainter,
    QPen,
    QTextBlock,
)

from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.gui.offsets import Offsets
from pressdesk.gui.sheet.lines import LineKind, Part
from pressdesk.gui.sheet.look import (
    BOX_PAD,
    LINE_LOOKS,
    PAPER_ABOVE,
    PAPER_LEFT,
    PAPER_RIGHT,
    QUOTE_BAR,
    Pill,
    SheetLook,
)

if TYPE_CHECKING:
    from pressdesk.domain.content import Spokesperson
    from pressdesk.gui.sheet.geometry import Geometry, Piece
    from pressdesk.gui.sheet.labels import Labels

PLACEHOLDER = re.compile(r"\[[^\[\]]*\]")
ColourOf: TypeAlias = Callable[[PartnerId | None], QColor | None]
PillOf: TypeAlias = Callable[[BlockId], Pill | None]

_LABEL_GAP = 12
_LABEL_WIDTH = 60
_BULLET_LEFT = 14
_HALF_BRIGHT = 0.179
_LINEAR_BELOW = 0.04045
_NO_PEN = Qt.PenStyle.NoPen
_LABEL = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What one paint event is about."""

    geometry: Geometry
    look: SheetLook
    start: QTextBlock
    clip: QRectF
    width: float
    height: float
    points_per_pixel: float
    device: QPaintDevice


class Painting:
    """Paints one page; decides nothing."""

    def __init__(self, labels: Labels, colour_of: ColourOf, pill_of: PillOf) -> None:
        self.labels = labels
        self.colour_of = colour_of
        self.pill_of = pill_of

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Paint everything that lies under the words."""
        _Brush(painter, scene, self).paint()

    def pill_rect(self, scene: Scene, piece: Piece) -> QRectF | None:
        """Return where the pill of a quote stands."""
        return _Measure(scene, self).pill_rect(piece)


class _Measure:
    """Knows sizes, colours and words of one scene."""

    def __init__(self, scene: Scene, painting: Painting) -> None:
        self._scene = scene
        self._geometry = scene.geometry
        self._look = scene.look
        self._scale = scene.geometry.scale
        self._painting = painting
        self._facts = scene.geometry.page.facts

    def pill_rect(self, piece: Piece) -> QRectF | None:
        row = self._geometry.speaker_rect(piece)
        pill = self._painting.pill_of(piece.shape.part_id)
        if row is None or pill is None:
            return None
        metrics = QFontMetricsF(self._font(12, QFont.Weight.Medium), self._scene.device)
        width = metrics.horizontalAdvance(pill.words) + 18 * self._scale
        words = metrics.horizontalAdvance(self._speaker_words(piece))
        left = row.left() + row.height() + words + 16 * self._scale
        return QRectF(min(left, row.right() - width), row.top(), width, row.height())

    def _speaker_words(self, piece: Piece) -> str:
        person = self._facts.person(piece.shape.speaker)
        return self._painting.labels.speaker(person, is_confirmed=piece.shape.is_confirmed)

    def _column(self) -> QRectF:
        left = PAPER_LEFT * self._scale - self._geometry.scroll.x()
        return QRectF(left, 0, self._scene.width - left - PAPER_RIGHT * self._scale, 1)

    def _colour(self, piece: Piece) -> QColor:
        return self._painting.colour_of(piece.shape.owner) or self._look.fallback_owner

    def _font(self, pixels: float, weight: QFont.Weight) -> QFont:
        font = QFont()
        font.setFamilies(list(self._look.sans))
        font.setPointSizeF(pixels * self._scene.points_per_pixel * self._scale)
        font.setWeight(weight)
        return font


class _Brush(_Measure):
    """Paints one event."""

    def __init__(self, painter: QPainter, scene: Scene, painting: Painting) -> None:
        super().__init__(scene, painting)
        self._painter = painter

    def paint(self) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper()
        pieces = list(self._geometry.pieces(self._scene.start, self._scene.clip.bottom()))
        lead_is_labelled = False
        for piece in pieces:
            self._paint_ground(piece)
            is_lead = piece.shape.part is Part.LEAD
            if not (is_lead and lead_is_labelled):
                self._paint_label(piece)
            lead_is_labelled |= is_lead
            for block in piece.blocks():
                self._paint_line(block)

    def _paint_paper(self) -> None:
        scene, painter = self._scene, self._painter
        painter.fillRect(scene.clip, self._look.canvas)
        above = PAPER_ABOVE * self._scale
        top = above - self._geometry.scroll.y()
        paper = QRectF(0.5, top + 0.5, scene.width - 1, scene.height - 2 * above - 1)
        painter.setPen(QPen(self._look.line, 1))
        painter.setBrush(self._look.paper)
        painter.drawRoundedRect(paper, 4, 4)

    def _paint_ground(self, piece: Piece) -> None:
        match piece.shape.part:
            case Part.QUOTE:
                self._paint_quote(piece)
            case Part.FACT_BOX | Part.IMAGE:
                self._paint_box(piece)
            case Part.BOILERPLATE:
                self._paint_rule(piece)
            case _:
                pass

    def _paint_quote(self, piece: Piece) -> None:
        row = self._geometry.speaker_rect(piece)
        if row is None:
            return
        colour = self._colour(piece)
        left = piece.rect.left() - QUOTE_BAR * self._scale
        bar = QRectF(left, piece.rect.top(), 3 * self._scale, row.bottom() + 3 - piece.rect.top())
        self._painter.setPen(_NO_PEN)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(bar, 1, 1)
        self._paint_speaker(piece, row, colour)

    def _paint_speaker(self, piece: Piece, row: QRectF, colour: QColor) -> None:
        painter = self._painter
        person = self._facts.person(piece.shape.speaker)
        badge = QRectF(row.left(), row.top(), row.height(), row.height())
        painter.setPen(_NO_PEN)
        painter.setBrush(colour)
        painter.drawEllipse(badge)
        painter.setFont(self._font(8.5, QFont.Weight.DemiBold))
        painter.setPen(readable_on(colour))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, initials_of(person))
        words = self._speaker_words(piece)
        pill = self.pill_rect(piece)
        font = self._font(12, QFont.Weight.Medium)
        left = badge.right() + 7 * self._scale
        right = pill.left() - 8 * self._scale if pill else row.right()
        text = QFontMetricsF(font, self._scene.device).elidedText(
            words, Qt.TextElideMode.ElideRight, right - left
        )
        painter.setFont(font)
        painter.setPen(self._look.muted)
        painter.drawText(QRectF(left, row.top(), right - left + 2, row.height()), _MIDDLE, text)
        if pill is not None:
            self._paint_pill(piece, pill)

    def _paint_pill(self, piece: Piece, rect: QRectF) -> None:
        pill = self._painting.pill_of(piece.shape.part_id)
        if pill is None:
            return
        painter = self._painter
        ink, ground = self._look.tone(pill.tone)
        painter.setPen(_NO_PEN)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setFont(self._font(12, QFont.Weight.Medium))
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, pill.words)

    def _paint_box(self, piece: Piece) -> None:
        pad = BOX_PAD * self._scale
        box = piece.rect.adjusted(0, -pad, 0, pad - 2 * self._scale)
        column = self._column()
        box.setLeft(column.left())
        box.setRight(column.right())
        painter = self._painter
        painter.setPen(QPen(self._look.line, 1))
        is_image = piece.shape.part is Part.IMAGE
        painter.setBrush(Qt.BrushStyle.NoBrush if is_image else self._look.box)
        painter.drawRoundedRect(box, 6, 6)
        if is_image:
            self._paint_picture(QPointF(box.left() + 13 * self._scale, piece.rect.top()))

    def _paint_picture(self, corner: QPointF) -> None:
        """Draw the small sign of a picture: a frame, a hill and a sun."""
        painter, unit = self._painter, self._scale
        frame = QRectF(corner.x(), corner.y() + 3 * unit, 17 * unit, 13 * unit)
        painter.setPen(QPen(self._look.muted, 1.3 * unit))
        painter.drawRoundedRect(frame, 2 * unit, 2 * unit)
        left, bottom = frame.left(), frame.bottom()
        hill = [(3, 3), (7, 8), (10, 5), (14, 3)]
        painter.drawPolyline([QPointF(left + x * unit, bottom - y * unit) for x, y in hill])
        painter.setPen(_NO_PEN)
        painter.setBrush(self._look.muted)
        painter.drawEllipse(QPointF(left + 12.5 * unit, bottom - 9 * unit), 1.3 * unit, 1.3 * unit)

    def _paint_rule(self, piece: Piece) -> None:
        y = round(piece.rect.top() - 19 * self._scale) + 0.5
        column = self._column()
        self._painter.setPen(QPen(self._look.line, 1))
        self._painter.drawLine(QPointF(column.left(), y), QPointF(column.right(), y))

    def _paint_label(self, piece: Piece) -> None:
        words, is_over = self._painting.labels.margin(piece)
        is_quote = piece.shape.part is Part.QUOTE
        gap = QUOTE_BAR + 6 if is_quote else _LABEL_GAP
        right = self._column().left() - gap * self._scale
        top = piece.rect.top() + 3 * self._scale
        width = _LABEL_WIDTH * self._scale
        self._painter.setFont(self._font(10.5, QFont.Weight.Medium))
        self._painter.setPen(self._look.warn if is_over else self._look.muted)
        self._painter.drawText(
            QRectF(right - width, top, width, 60 * self._scale),
            _LABEL,
            words,
        )

    def _paint_line(self, block: QTextBlock) -> None:
        kind = self._geometry.page.shape(block).kind
        if kind in (LineKind.ITEM, LineKind.FACT_ITEM):
            rect = self._geometry.line_rect(block)
            height = block.layout().lineAt(0).height() if block.layout().lineCount() else 0
            left = rect.left() + (LINE_LOOKS[kind].left - _BULLET_LEFT) * self._scale
            centre = QPointF(left, rect.top() + height * 0.56)
            self._painter.setPen(_NO_PEN)
            self._painter.setBrush(self._look.ink)
            self._painter.drawEllipse(centre, 2.2 * self._scale, 2.2 * self._scale)
        if block.length() == 1:
            self._paint_hint(block, kind)
            return
        for rect in self._placeholders(block):
            self._painter.setPen(_NO_PEN)
            self._painter.setBrush(self._look.warn_soft)
            self._painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 1), 3, 3)

    def _paint_hint(self, block: QTextBlock, kind: LineKind) -> None:
        words = self._painting.labels.hint(kind)
        if not words or block.layout().preeditAreaText():
            return
        font = block.charFormat().font()
        font.setPointSizeF(font.pointSizeF() * self._scale)
        rect = self._geometry.line_rect(block)
        self._painter.setFont(font)
        self._painter.setPen(self._look.muted)
        row = block.layout().lineAt(0)
        self._painter.drawText(QPointF(rect.left() + row.x(), rect.top() + row.ascent()), words)

    def _placeholders(self, block: QTextBlock) -> Iterator[QRectF]:
        words = block.text()
        if "[" not in words:
            return
        offsets = Offsets(words)
        for match in PLACEHOLDER.finditer(words):
            yield from self._geometry.word_rects(
                block, offsets.to_qt(match.start()), offsets.to_qt(match.end())
            )


def initials_of(person: Spokesperson | None) -> str:
    """Return the first letters of first name and surname, a question mark for nobody."""
    if person is None:
        return "?"
    names = person.name.split()
    return (names[0][0] + names[-1][0] if len(names) > 1 else names[0][0]).upper()


def readable_on(ground: QColor) -> QColor:
    """Return white or near black, whichever is easier to read on ``ground``."""
    return QColor("#14181c") if _luminance(ground) > _HALF_BRIGHT else QColor("#ffffff")


def _luminance(colour: QColor) -> float:
    channels = [
        value / 12.92 if value <= _LINEAR_BELOW else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
