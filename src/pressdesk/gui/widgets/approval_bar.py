"""How many quotes are approved: a bar, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.painting import Tone, paint_rounded, painting

if TYPE_CHECKING:
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

BAR_PX, THICK_PX, GAP_PX = 110, 6, 9


def approval_words(speech: Speech, approved: int, total: int) -> str:
    """Return the words beside the bar: «3 av 5»."""
    return speech.gettext("{approved} of {total}").format(approved=approved, total=total)


def spoken_approval(speech: Speech, approved: int, total: int) -> str:
    """Return the whole sentence for a screen reader."""
    words = speech.ngettext(
        "{approved} of {total} quote approved", "{approved} of {total} quotes approved", total
    )
    return words.format(approved=approved, total=total)


def paint_approval(  # noqa: PLR0913  # where, with what, and what
    painter: QPainter,
    rect: QRectF,
    look: Look,
    *,
    share: float,
    words: str,
    tone: Tone = Tone.OK,
    stale: float = 0,
) -> None:
    """Paint bar and words in ``rect``, from the left; the desk's list paints with this too.

    ``stale`` is the share to approve again: amber, behind the one that is approved.
    """
    thick = look.length(THICK_PX)
    bar = QRectF(rect.left(), round(rect.center().y() - thick / 2), look.length(BAR_PX), thick)
    paint_rounded(painter, bar, thick / 2, ground=look.color("track"))
    if stale > 0:
        again = QRectF(bar)
        again.setWidth(max(thick, bar.width() * min(share + stale, 1)))
        paint_rounded(painter, again, thick / 2, ground=look.color(Tone.WARN.value))
    if share > 0:
        done = QRectF(bar)
        done.setWidth(max(thick, bar.width() * min(share, 1)))
        paint_rounded(painter, done, thick / 2, ground=look.color(tone.value))
    painter.setPen(look.color("ink"))
    painter.setFont(look.font(FontRole.BODY))
    left = bar.right() + look.length(GAP_PX)
    painter.drawText(
        QRectF(left, rect.top(), rect.right() - left, rect.height()),
        int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
        words,
    )


class ApprovalBar(QWidget):
    """The bar as a widget."""

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("approval_bar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = look
        self._speech = speech
        self._approved, self._total = 0, 0
        self._tone = Tone.OK
        look.follow(self._refresh)
        speech.follow(self.retranslate)

    def show_approvals(self, approved: int, total: int, tone: Tone = Tone.OK) -> None:
        """Show ``approved`` of ``total``; ``WARN`` where some must be approved again."""
        self._approved, self._total, self._tone = approved, total, tone
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.setAccessibleName(spoken_approval(self._speech, self._approved, self._total))
        self._refresh()

    def sizeHint(self) -> QSize:
        """Return room for bar and words."""
        metrics = QFontMetrics(self._look.font(FontRole.BODY))
        words = metrics.horizontalAdvance(self._words()) + 2
        return QSize(
            self._look.length(BAR_PX) + self._look.length(GAP_PX) + words, metrics.height() + 2
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        share = self._approved / self._total if self._total else 0
        with painting(self) as painter:
            paint_approval(
                painter,
                QRectF(self.rect()),
                self._look,
                share=share,
                words=self._words(),
                tone=self._tone,
            )

    def _words(self) -> str:
        return approval_words(self._speech, self._approved, self._total)

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
