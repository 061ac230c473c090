"""The field to search in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.buttons import IconButton
from pressdesk.gui.widgets.painting import painting

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


class SearchField(QLineEdit):
    """Has a glass at the left, and at the right the keys that lead here, or a cross to clear.

    Escape clears it.
    """

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self._look = look
        self._speech = speech
        self._keys = ""
        self.clear_button = IconButton(look, "close", design_px=14, parent=self)
        self.clear_button.setObjectName("search_clear")
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        self.textChanged.connect(self._on_text_changed)
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    def show_hint(self, name: str, hint: str, keys: str = "") -> None:
        """Say what is searched: ``name`` for the ear, ``hint`` in the empty field."""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._keys = keys
        self.update()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.clear_button.show_name(self._speech.gettext("Clear search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the right."""
        super().resizeEvent(event)
        self._place_cross()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the glass and the keys."""
        super().paintEvent(event)
        look = self._look
        side, left = look.icon_size(16), look.length(10)
        with painting(self) as painter:
            glass = look.pixmap("search", "faint", 16, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - side) // 2, glass)
            if not self._keys or self.text():
                return
            painter.setFont(look.font(FontRole.SMALL))
            width = painter.fontMetrics().horizontalAdvance(self._keys)
            hint = self.fontMetrics().horizontalAdvance(self.placeholderText())
            if 4 * left + side + hint + width <= self.width():
                painter.setPen(look.color("faint"))
                right = QRectF(self.width() - width - left - 2, 0, width, self.height())
                painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter), self._keys)

    def _on_text_changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))

    def _place_cross(self) -> None:
        cross = self.clear_button
        cross.adjustSize()
        cross.move(self.width() - cross.width() - 4, (self.height() - cross.height()) // 2)

    def _restyle(self) -> None:
        self._place_cross()
        self.update()
