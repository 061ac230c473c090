"""How long a text is against its limit, in a thin bar and in words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.painting import Tone, paint_rounded, painting

if TYPE_CHECKING:
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_TIGHT_FROM = 0.9
_BAR_PX, _THICK_PX = 72, 4


class LengthUnit(StrEnum):
    """What is counted."""

    CHARACTERS = "characters"
    WORDS = "words"


class LengthMeter(QWidget):
    """Shows «30/70», near the limit «66/70 · 4 igjen», beyond it «75/70 · 5 for mye»."""

    def __init__(
        self,
        look: Look,
        speech: Speech,
        unit: LengthUnit = LengthUnit.CHARACTERS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("length_meter")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = look
        self._speech = speech
        self._unit = unit
        self._count, self._limit = 0, 1
        self._label = ""
        look.follow(self._refresh)
        speech.follow(self.retranslate)

    @property
    def tone(self) -> Tone:
        """Return whether the length is fine, near the limit, or beyond it."""
        if self._count > self._limit:
            return Tone.DANGER
        return Tone.WARN if self._count > self._limit * _TIGHT_FROM else Tone.OK

    def show_length(self, count: int, limit: int, label: str = "") -> None:
        """Show ``count`` of ``limit``; ``label`` says of what («Tittel») where nothing else does.

        Shape: ``limit`` is at least 1.
        """
        self._count, self._limit, self._label = count, limit, label
        self.retranslate()

    def words(self) -> str:
        """Return what stands beside the bar."""
        left = self._limit - self._count
        shown = f"{self._count}/{self._limit}"
        if self._label:
            shown = f"{self._label} {shown}"
        if self.tone is Tone.OK:
            return shown
        if self.tone is Tone.DANGER:
            more = self._speech.gettext("{count} too many").format(count=-left)
        else:
            more = self._speech.gettext("{count} left").format(count=left)
        return f"{shown} · {more}"

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        if self._unit is LengthUnit.WORDS:
            spoken = self._speech.ngettext(
                "{count} of {limit} word", "{count} of {limit} words", self._limit
            )
        else:
            spoken = self._speech.ngettext(
                "{count} of {limit} character", "{count} of {limit} characters", self._limit
            )
        spoken = spoken.format(count=self._count, limit=self._limit)
        if self.tone is Tone.DANGER:
            over = self._speech.gettext("{count} too many").format(count=self._count - self._limit)
            spoken = f"{spoken}, {over}"
        self.setAccessibleName(f"{self._label}: {spoken}" if self._label else spoken)
        self._refresh()

    def sizeHint(self) -> QSize:
        """Return room for bar and words."""
        metrics = QFontMetrics(self._look.font(FontRole.SMALL))
        words = metrics.horizontalAdvance(self.words()) + 2
        width = self._look.length(_BAR_PX) + self._look.length(8) + words
        return QSize(width, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the words."""
        look, tone = self._look, self.tone
        thick = look.length(_THICK_PX)
        bar = QRectF(0, round((self.height() - thick) / 2), look.length(_BAR_PX), thick)
        filled = QRectF(bar)
        filled.setWidth(bar.width() * min(1, self._count / self._limit))
        with painting(self) as painter:
            paint_rounded(painter, bar, thick / 2, ground=look.color("track"))
            if self._count:
                paint_rounded(painter, filled, thick / 2, ground=look.color(tone.value))
            painter.setFont(look.font(FontRole.SMALL))
            painter.setPen(look.color("muted" if tone is Tone.OK else tone.value))
            left = bar.right() + look.length(8)
            painter.drawText(
                QRectF(left, 0, self.width() - left, self.height()),
                int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                self.words(),
            )

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
