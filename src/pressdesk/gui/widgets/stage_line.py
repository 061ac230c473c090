"""Where a release is, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.painting import paint_rounded, painting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_DONE_MARK = "✓"
_LINK_PX, _LINK_LEAST_PX, _GAP_PX = 26, 8, 6


class StepState(StrEnum):
    """Whether a stage is behind, here or ahead."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """One stage; the text is already in the language of the window."""

    text: str
    state: StepState


class StageLine(QWidget):
    """The stages in a row: ✓ Utkast — Runde 2 · venter på Paulsen — Sluttsjekk.

    Where it gets narrow, first the lines between shrink, then the stages behind become ✓,
    then those ahead become dots; the stage that counts stays whole.
    """

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage_line")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._look = look
        self._speech = speech
        self._steps: tuple[Step, ...] = ()
        look.follow(self._refresh)
        speech.follow(self.retranslate)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show the stages that this release has, in order."""
        self._steps = tuple(steps)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the stages for a screen reader; the steps themselves come from the caller."""
        says = {
            StepState.DONE: self._speech.gettext("{stage}, done"),
            StepState.NOW: self._speech.gettext("{stage}, now"),
            StepState.AHEAD: self._speech.gettext("{stage}, later"),
        }
        spoken = [says[step.state].format(stage=step.text) for step in self._steps]
        label = self._speech.gettext("Stages: {stages}").format(stages="; ".join(spoken))
        self.setAccessibleName(label)
        self._refresh()

    def sizeHint(self) -> QSize:
        """Return room for all stages in full."""
        return QSize(self._width(_LINK_PX, set()), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the stage that counts, and marks for the others."""
        short = {StepState.DONE, StepState.AHEAD}
        return QSize(self._width(_LINK_LEAST_PX, short), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole in the tooltip where something is shortened."""
        super().resizeEvent(event)
        whole = " – ".join(step.text for step in self._steps)
        self.setToolTip(whole if self._fitting()[1] else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stages and the lines between them."""
        link, short = self._fitting()
        gap, link = self._look.length(_GAP_PX), self._look.length(link)
        left = (self.width() - self._width_of(link, gap, short)) / 2
        middle = self.height() / 2
        with painting(self) as painter:
            for place, step in enumerate(self._steps):
                if place:
                    painter.setPen(QPen(self._look.color("track"), 1))
                    painter.drawLine(
                        round(left + gap), round(middle), round(left + gap + link), round(middle)
                    )
                    left += 2 * gap + link
                width = self._step_width(step, short)
                self._paint_step(painter, QRectF(left, 0, width, self.height()), step, short)
                left += width

    def _paint_step(
        self, painter: QPainter, rect: QRectF, step: Step, short: set[StepState]
    ) -> None:
        token = {StepState.DONE: "ok", StepState.NOW: "accent", StepState.AHEAD: "muted"}
        if step.state is StepState.NOW:
            line = self._look.color("accent") if self._look.theme.has_outlines else None
            ground = self._look.color("accent_soft")
            paint_rounded(painter, rect, rect.height() / 2, ground=ground, line=line)
        painter.setFont(self._font(step))
        painter.setPen(self._look.color(token[step.state]))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._shown(step, short))

    def _fitting(self) -> tuple[int, set[StepState]]:
        """Return the length of the links and which stages must be short."""
        tries: tuple[tuple[int, set[StepState]], ...] = (
            (_LINK_PX, set()),
            (_LINK_LEAST_PX, set()),
            (_LINK_LEAST_PX, {StepState.DONE}),
        )
        for link, short in tries:
            if self._width(link, short) <= self.width():
                return link, short
        return _LINK_LEAST_PX, {StepState.DONE, StepState.AHEAD}

    def _width(self, link_px: int, short: set[StepState]) -> int:
        return self._width_of(self._look.length(link_px), self._look.length(_GAP_PX), short)

    def _width_of(self, link: int, gap: int, short: set[StepState]) -> int:
        between = max(0, len(self._steps) - 1) * (link + 2 * gap)
        return between + sum(self._step_width(step, short) for step in self._steps)

    def _step_width(self, step: Step, short: set[StepState]) -> int:
        metrics = QFontMetrics(self._font(step))
        padding = self._look.length(4 if step.state in short else 10)
        return metrics.horizontalAdvance(self._shown(step, short)) + 2 * padding

    def _shown(self, step: Step, short: set[StepState]) -> str:
        if step.state is StepState.DONE:
            return _DONE_MARK if step.state in short else f"{_DONE_MARK} {step.text}"
        return "·" if step.state in short else step.text

    def _font(self, step: Step) -> QFont:
        font = self._look.font(FontRole.FIX)
        if step.state is not StepState.NOW:
            font.setWeight(QFont.Weight.Normal)
        return font

    def _height(self) -> int:
        return QFontMetrics(self._look.font(FontRole.FIX)).height() + 2 * self._look.length(4)

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
