"""Words that stand alone: labels in a style, and headers of sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from pressdesk.gui.theme_look import Look


def make_label(look_words: str, text: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label with classes of the style sheet, as in ``muted small``."""
    label = QLabel(text)
    label.setWordWrap(wraps)
    add_look(label, look_words)
    return label


class SectionHeader(QWidget):
    """A small header in capitals, which a screen reader reads in plain letters.

    Something may stand at its right: ``add_action``.
    """

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section_header")
        self._look = look
        self._label = QLabel(text, self)
        add_look(self._label, "muted caption")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        look.follow(self._restyle)

    def show_text(self, text: str) -> None:
        """Show ``text``."""
        self._label.setText(text)

    def text(self) -> str:
        """Return the words as they are written."""
        return self._label.text()

    def add_action(self, widget: QWidget) -> None:
        """Put ``widget`` at the right."""
        self._row.addWidget(widget)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, self._look.length(10), 0, self._look.length(4))
