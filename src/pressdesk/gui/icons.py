"""The icons of the window: one-colour drawings, tinted with the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pressdesk import paths

_SCREEN_SCALES = (1.0, 1.5, 2.0)


def tinted_icon(name: str, color: str, disabled_color: str, size: int, gap: int = 0) -> QIcon:
    """Return the icon ``name``, drawn anew for every usual screen scale.

    Units: ``size`` is the side, ``gap`` the room left empty at the right, in pixels that do
    not know the screen's scale.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    icon = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled_color)):
        renderer = _renderer(name, tint)
        for scale in _SCREEN_SCALES:
            icon.addPixmap(_drawn(renderer, size, scale, gap), mode)
    return icon


def icon_pixmap(name: str, color: str, size: int, screen_scale: float) -> QPixmap:
    """Return the icon ``name`` for painting by hand."""
    return _drawn(_renderer(name, color), size, screen_scale)


def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = paths.resource(f"icons/{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))


def _drawn(renderer: QSvgRenderer, size: int, screen_scale: float, gap: int = 0) -> QPixmap:
    side = round(size * screen_scale)
    pixmap = QPixmap(QSize(round((size + gap) * screen_scale), side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    try:
        renderer.render(painter, QRectF(0, 0, side, side))
    finally:
        painter.end()
    pixmap.setDevicePixelRatio(screen_scale)
    return pixmap
