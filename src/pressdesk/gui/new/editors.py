"""What answers are typed into: a line, several lines, or one of some answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QWheelEvent

_FEWEST_LINES, _MOST_LINES = 2, 9


class LineEditor(QLineEdit):
    """One line."""

    value_edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.textEdited.connect(self.value_edited)

    def show_value(self, value: str) -> None:
        """Show ``value``; the cursor stays where it is if that is there already."""
        if self.text() != value:
            self.setText(value)

    def show_hint(self, hint: str) -> None:
        """Show ``hint`` while there is no answer."""
        self.setPlaceholderText(hint)


class LongEditor(QPlainTextEdit):
    """Several lines; as high as what is typed."""

    value_edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_filling = False
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_value(self, value: str) -> None:
        """Show ``value``; the cursor stays where it is if that is there already."""
        if self.toPlainText() != value:
            self._is_filling = True
            self.setPlainText(value)
            self._is_filling = False

    def show_hint(self, hint: str) -> None:
        """Show ``hint`` while there is no answer."""
        self.setPlaceholderText(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep as high as what is typed."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel turn the form, unless there is something to turn here."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_text_changed(self) -> None:
        if not self._is_filling:
            self.value_edited.emit(self.toPlainText())

    def _fit(self) -> None:
        lines = round(self.document().documentLayout().documentSize().height())
        shown = min(max(lines, _FEWEST_LINES), _MOST_LINES)
        height = shown * self.fontMetrics().lineSpacing() + 2
        if self.height() != height:
            self.setFixedHeight(height)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > _MOST_LINES else policy.ScrollBarAlwaysOff
        )


class ChoiceEditor(QComboBox):
    """One of some answers, or none."""

    value_edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated.connect(lambda _: self.value_edited.emit(self.value()))

    def value(self) -> str:
        """Return the value of the answer chosen."""
        return str(self.currentData() or "")

    def show_choices(self, none: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer ``choices``, pairs of value and words, below the words for no answer."""
        chosen = self.value()
        self.clear()
        if none:
            self.addItem(none, "")
        for value, words in choices:
            self.addItem(words, value)
        self.show_value(chosen)

    def show_value(self, value: str) -> None:
        """Show an answer; nothing where that is none of those to choose from."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel turn the form: nobody changes an answer in passing."""
        event.ignore()
