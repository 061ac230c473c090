"""What the desk paints of approvals, looked at pixel by pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from pressdesk.gui.widgets.approval_bar import BAR_PX, paint_approval

if TYPE_CHECKING:
    from pressdesk.gui.theme_look import Look


@pytest.mark.parametrize(
    ("share", "stale", "tokens"),
    [
        (0.5, 0.25, ("ok", "warn", "track")),
        (0.0, 0.75, ("warn", "warn", "track")),
        (0.75, 0.0, ("ok", "ok", "track")),
        (0.5, 0.5, ("ok", "warn", "warn")),
        (0.0, 0.0, ("track", "track", "track")),
    ],
)
def test_the_bar_has_an_amber_part_for_words_to_approve_again(
    look: Look, share: float, stale: float, tokens: tuple[str, str, str]
) -> None:
    """Behind the green one, and as long as they are many; looked at in three places."""
    image = QImage(300, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)

    paint_approval(painter, QRectF(0, 0, 300, 40), look, share=share, stale=stale, words="5 av 7")
    painter.end()

    length = look.length(BAR_PX)
    seen = [image.pixelColor(int(length * place), 20).name() for place in (0.3, 0.65, 0.9)]
    assert seen == [look.color(token).name() for token in tokens]
