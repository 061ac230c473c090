"""Number and date fields, dressed where the style sheet does not reach."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

_INSET_PX = 7


def inset_letters(box: QAbstractSpinBox) -> None:
    """Move the letters of ``box`` in from its line; Qt ignores the padding of style sheets here."""
    line = box.findChild(QLineEdit, "qt_spinbox_lineedit")
    if line is not None:
        line.setTextMargins(_INSET_PX, 0, 0, 0)
