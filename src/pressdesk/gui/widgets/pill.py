"""A status in a word or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QLabel, QWidget

from pressdesk.gui.widgets.painting import Tone, add_look, paint_rounded, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pressdesk.gui.theme_look import Look


class Pill(QLabel):
    """A rounded label: «Utkast», «Runde 2 · 2 av 3 svar»."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName("pill")
        self._look = look
        self._tone = tone
        self._restyle()

    @property
    def tone(self) -> Tone:
        """Return what the status means."""
        return self._tone

    def show_status(self, text: str, tone: Tone) -> None:
        """Show ``text`` in ``tone``."""
        self.setText(text)
        self._tone = tone
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the words."""
        theme = self._look.theme
        line = self._look.color(self._tone.ink) if theme.has_outlines else None
        with painting(self) as painter:
            ground = self._look.color(self._tone.ground)
            paint_rounded(painter, QRectF(self.rect()), self.height() / 2, ground=ground, line=line)
        super().paintEvent(event)

    def _restyle(self) -> None:
        add_look(self, self._tone.ink)
        self.updateGeometry()
        self.update()
