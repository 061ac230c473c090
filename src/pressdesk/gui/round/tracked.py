"""Writes the text with its changes into a document that is read and not edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from pressdesk.domain.text import MarkKind
from pressdesk.gui.fonts import FontRole
from pressdesk.gui.round.state import Bit, PieceKind
from pressdesk.gui.widgets.painting import Tone
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.round.state import Piece, Words
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

KEY = QTextFormat.Property.UserProperty.value + 40
"""The proposal that some words belong to."""
UNMARKED = N_("unmarked")
_ROLES = {
    PieceKind.TITLE: FontRole.SHEET_HEADLINE,
    PieceKind.LEAD: FontRole.SHEET_LEAD,
    PieceKind.SUBHEADING: FontRole.SECTION,
}
_BELOW = {PieceKind.TITLE: 12, PieceKind.LEAD: 18, PieceKind.ITEM: 5, PieceKind.SUBHEADING: 6}
_HEIGHTS = {PieceKind.TITLE: 101, PieceKind.LEAD: 122, PieceKind.SUBHEADING: 115}
_BULLET = "•\u2002"
_PAD = "\u2002"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A small surface behind words; with ``key`` it is a button."""

    start: int
    end: int
    ground: QColor
    line: QColor
    key: str = ""
    words: str = ""


@dataclass(slots=True)
class Written:
    """What stands where in the document. Units: places of a QTextDocument.

    ``spots`` are the words of each proposal, ``bars`` first and last place of quotes with the
    colour of their owner, ``places`` where blocks begin.
    """

    spots: dict[str, tuple[int, int]] = field(default_factory=dict)
    bars: list[tuple[int, int, QColor]] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    tips: dict[str, str] = field(default_factory=dict)


class Writer:
    """Fills one document; made anew for every look and language."""

    def __init__(self, look: Look, speech: Speech) -> None:
        self._look = look
        self._speech = speech
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}

    def write(self, document: QTextDocument, pieces: Sequence[Piece]) -> Written:
        """Fill ``document`` and return what stands where."""
        written = Written()
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, piece in enumerate(pieces):
            block = self._block(piece)
            if number:
                cursor.insertBlock(block, self._plain(piece.kind))
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(self._plain(piece.kind))
            self._write_piece(cursor, piece, written)
        cursor.endEditBlock()
        return written

    def _write_piece(self, cursor: QTextCursor, piece: Piece, written: Written) -> None:
        start = cursor.position()
        written.places.setdefault(piece.place, start)
        if piece.kind is PieceKind.ITEM:
            cursor.insertText(_BULLET, self._plain(piece.kind))
        for words in piece.words:
            begin = cursor.position()
            cursor.insertText(words.text, self._format(piece.kind, words))
            if not words.key:
                continue
            first, _ = written.spots.get(words.key, (begin, 0))
            written.spots[words.key] = (first, cursor.position())
            written.tips[words.key] = words.tip
            self._write_tag(cursor, words)
        if piece.note:
            self._write_note(cursor, piece, written)
        if piece.slot is not None:
            color = QColor(self._look.theme.partner(piece.slot).main)
            written.bars.append((start, cursor.position(), color))

    def _write_tag(self, cursor: QTextCursor, words: Words) -> None:
        """Say in letters what colour says: that a change is unmarked, or whose it is."""
        is_last = words.bit is Bit.CAME
        has_outlines = self._look.theme.has_outlines
        tag = ""
        if words.is_silent:
            tag = self._speech.gettext(UNMARKED)
        elif has_outlines and is_last:
            tag = words.initials
        if words.is_conflict and is_last:
            tag = f"{tag} ≠".strip()
        if tag:
            cursor.insertText(f"\u2009{tag}\u2009", self._tag_format(words))

    def _write_note(self, cursor: QTextCursor, piece: Piece, written: Written) -> None:
        """Write where a quote stands below it, and the button that goes with it."""
        look = self._look
        block = QTextBlockFormat()
        block.setTopMargin(0)
        block.setBottomMargin(look.length(14))
        block.setLeftMargin(0)
        cursor.insertBlock(block)
        if piece.note_slot is not None:
            colors = look.theme.partner(piece.note_slot)
            ink, ground = QColor(colors.main), QColor(colors.soft)
        else:
            tone = piece.note_tone
            ink, ground = look.color(tone.ink), look.color(tone.ground)
        self._write_chip(cursor, piece.note, ink, ground, written, FontRole.SMALL_MEDIUM)
        if piece.action:
            plain = QTextCharFormat()
            plain.setFont(look.font(FontRole.SMALL_MEDIUM))
            cursor.insertText("\u2003", plain)
            self._write_chip(
                cursor,
                piece.action,
                look.color(Tone.ACCENT.ink),
                look.color(Tone.ACCENT.ground),
                written,
                FontRole.FIX,
                key=piece.key,
            )

    def _write_chip(  # noqa: PLR0913, PLR0917  # what is written, how, and what it does
        self,
        cursor: QTextCursor,
        words: str,
        ink: QColor,
        ground: QColor,
        written: Written,
        role: FontRole,
        key: str = "",
    ) -> None:
        shown = QTextCharFormat()
        shown.setFont(self._look.font(role))
        shown.setForeground(ink)
        if key:
            shown.setAnchor(True)
            shown.setAnchorHref(f"step:{key}")
        start = cursor.position()
        # The words of a chip stay together, or its ground would be torn apart.
        cursor.insertText(f"{_PAD}{words}{_PAD}".replace(" ", "\u00a0"), shown)
        written.chips.append(
            Chip(start=start, end=cursor.position(), ground=ground, line=ink, key=key, words=words)
        )

    def _block(self, piece: Piece) -> QTextBlockFormat:
        look = self._look
        block = QTextBlockFormat()
        below = 3 if piece.note else _BELOW.get(piece.kind, 13)
        block.setBottomMargin(look.length(below))
        if piece.kind is PieceKind.SUBHEADING:
            block.setTopMargin(look.length(8))
        height = _HEIGHTS.get(piece.kind, 118)
        block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return block

    def _plain(self, kind: PieceKind) -> QTextCharFormat:
        key: tuple[object, ...] = (kind,)
        if key not in self._formats:
            made = QTextCharFormat()
            made.setFont(self._look.font(_ROLES.get(kind, FontRole.SHEET_BODY)))
            made.setForeground(self._look.color("ink"))
            self._formats[key] = made
        return self._formats[key]

    def _format(self, kind: PieceKind, words: Words) -> QTextCharFormat:
        if words.bit is Bit.KEPT:
            return self._marked(kind, words.marks) if words.marks else self._plain(kind)
        key = (kind, words.bit, words.slot, words.is_silent, words.is_conflict)
        made = self._formats.get(key)
        if made is None:
            made = self._formats[key] = self._changed(kind, words)
        made = QTextCharFormat(made)
        made.setProperty(KEY, words.key)
        return made

    def _marked(self, kind: PieceKind, marks: frozenset[MarkKind]) -> QTextCharFormat:
        key: tuple[object, ...] = (kind, marks)
        if key not in self._formats:
            made = self._formats[key] = QTextCharFormat(self._plain(kind))
            if MarkKind.STRONG in marks:
                made.setFontWeight(QFont.Weight.Bold)
            made.setFontItalic(MarkKind.EMPHASIS in marks)
        return self._formats[key]

    def _changed(self, kind: PieceKind, words: Words) -> QTextCharFormat:
        look = self._look
        made = QTextCharFormat(self._plain(kind))
        if words.is_silent:
            ink, ground = look.color("danger"), look.color("danger_soft")
        else:
            colors = look.theme.partner(words.slot)
            ink, ground = QColor(colors.main), QColor(colors.soft)
        made.setForeground(ink)
        if words.bit is Bit.GONE:
            made.setFontStrikeOut(True)
        else:
            made.setBackground(ground)
            made.setUnderlineColor(ink)
            style = QTextCharFormat.UnderlineStyle
            made.setUnderlineStyle(
                style.DashUnderline if words.is_silent else style.SingleUnderline
            )
        return made

    def _tag_format(self, words: Words) -> QTextCharFormat:
        made = QTextCharFormat()
        look = self._look
        role = FontRole.SMALL_MEDIUM if words.is_conflict else FontRole.SHEET_TAG
        made.setFont(look.font(role))
        ink = look.color("danger")
        if not words.is_silent:
            ink = QColor(look.theme.partner(words.slot).main)
        made.setForeground(ink)
        return made
