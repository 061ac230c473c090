"""A layout that puts widgets beside one another and begins a new line where room ends."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Lines of widgets, each as wide as it wishes to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  # a Qt virtual
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # a Qt virtual
        """Return an item, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # a Qt virtual
        """Let go of an item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  # a Qt virtual
        """Return that more room than needed is of no use."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that narrow rows are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._lay(QRect(0, 0, width, 0), is_real=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  # a Qt virtual
        """Place the items."""
        super().setGeometry(rect)
        self._lay(rect, is_real=True)

    def sizeHint(self) -> QSize:
        """Return the size that is needed at least."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802  # a Qt virtual
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, is_real: bool) -> int:
        gap = max(self.spacing(), 0)
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            does_grow = widget is not None and (
                widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
            )
            width = rect.width() if does_grow else min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line = rect.x(), y + line + gap, 0
            if is_real:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x, line = x + width + gap, max(line, size.height())
        return y + line - rect.y()
