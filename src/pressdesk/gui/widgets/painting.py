"""Strokes that painted widgets share."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


FOCUS_PX = 2
"""How thick the ring is that shows where the keyboard is."""


class Tone(StrEnum):
    """What a sign means. Words say it too: colour is never the only sign."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"

    @property
    def ink(self) -> str:
        """Return the token of the letters in this tone."""
        return "muted" if self is Tone.NEUTRAL else self.value

    @property
    def ground(self) -> str:
        """Return the token of the soft ground in this tone."""
        return "side" if self is Tone.NEUTRAL else f"{self.value}_soft"


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """Yield a painter with smooth edges, and end it whatever happens."""
    painter = QPainter(device)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield painter
    finally:
        painter.end()


def paint_rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    ground: QColor | None = None,
    line: QPen | QColor | None = None,
) -> None:
    """Paint a rounded surface within ``rect``, its line included."""
    painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(line)
        painter.setPen(pen)
        half = pen.widthF() / 2
        rect = rect.adjusted(half, half, -half, -half)
    radius = min(radius, rect.width() / 2, rect.height() / 2)
    painter.drawRoundedRect(rect, radius, radius)


def paint_focus_ring(painter: QPainter, rect: QRectF, radius: float, color: QColor) -> None:
    """Paint the ring that shows where the keyboard is."""
    paint_rounded(painter, rect, radius, line=QPen(color, FOCUS_PX))


def add_look(widget: QWidget, words: str) -> None:
    """Give ``widget`` classes of the style sheet, as in ``muted small``."""
    widget.setProperty("look", words)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
