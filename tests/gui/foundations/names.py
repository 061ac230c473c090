"""What a screen reader would say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def unnamed_focusables(root: QWidget) -> list[str]:
    """Return the widgets in ``root`` that take the keyboard and have no name to be read.

    Qt's own inner parts (``qt_…``, as the line of a spin box, and the list of a combo box)
    speak through the widget they belong to.
    """
    return [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in (root, *root.findChildren(QWidget))
        if takes_keyboard(widget) and not spoken_name(widget)
    ]


def takes_keyboard(widget: QWidget) -> bool:
    """Return whether the user can get to ``widget`` with keys or a click."""
    parent = widget.parentWidget()
    is_list_of_combo_box = parent is not None and parent.inherits("QComboBoxPrivateContainer")
    is_inner = (
        widget.objectName().startswith("qt_")
        or widget.focusProxy() is not None
        or is_list_of_combo_box
    )
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not is_inner


def spoken_name(widget: QWidget) -> str:
    """Return the name of ``widget`` as Qt gives it to the system's accessibility."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""
