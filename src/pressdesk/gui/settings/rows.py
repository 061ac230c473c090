"""A form of rows: sections, each with labels and fields that go below one another if need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.labels import SectionHeader, make_label

if TYPE_CHECKING:
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_LABEL_PX = 170
_TALL = ("settings_kinds", "word_list_box")
"""Fields of several lines."""


class RowsForm(QWidget):
    """Holds sections of rows; what stands in them is the business of who inherits."""

    def __init__(self, name: str, look: Look, speech: Speech, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._look = look
        self._speech = speech
        self._labels: list[tuple[QLabel, str, QWidget]] = []
        self._headers: list[tuple[SectionHeader, str]] = []
        self._grids: list[QGridLayout] = []
        self._rows: list[tuple[QGridLayout, QLabel | None, QWidget, QWidget | None]] = []
        self._is_narrow = False
        self._column = QVBoxLayout(self)

    def follow_look_and_speech(self) -> None:
        """Follow both, once all rows are there."""
        self._column.addStretch(1)
        self._look.follow(self._restyle)
        self._speech.follow(self.retranslate)

    def retranslate(self) -> None:
        """Say the names in the language of the window."""
        _ = self._speech.gettext
        for header, text in self._headers:
            header.show_text(_(text))
        for label, text, widget in self._labels:
            label.setText(_(text))
            widget.setAccessibleName(_(text))

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Put labels above their fields, or beside them."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        lines = dict.fromkeys(self._grids, 0)
        for number, row in enumerate(self._rows):
            self._place(number, lines[row[0]])
            lines[row[0]] += 2
        self._restyle()

    def line(self, name: str) -> QLineEdit:
        """Return a new field for one line."""
        edit = QLineEdit(self)
        edit.setObjectName(name)
        return edit

    def section(self, title: str) -> QGridLayout:
        """Add a section."""
        header, card, grid = SectionHeader(self._look, parent=self), Card(self._look), QGridLayout()
        grid.setColumnStretch(1, 1)
        card.content.addLayout(grid)
        self._headers.append((header, title))
        self._grids.append(grid)
        self._column.addWidget(header)
        self._column.addWidget(card)
        return grid

    def add(
        self, grid: QGridLayout, name: str, widget: QWidget, button: QWidget | None = None
    ) -> None:
        """Add a field with its name; a button may stand beside it."""
        label = make_label("muted")
        label.setBuddy(widget)
        self._labels.append((label, name, widget))
        self._rows.append((grid, label, widget, button))
        self._place(len(self._rows) - 1, grid.rowCount())

    def add_plain(self, grid: QGridLayout, widget: QWidget) -> None:
        """Add something without a name, under the fields."""
        self._rows.append((grid, None, widget, None))
        self._place(len(self._rows) - 1, grid.rowCount())

    def show_row(self, widget: QWidget, *, is_shown: bool) -> None:
        """Show a field with its name and its button, or hide them."""
        for _grid, label, field, button in self._rows:
            if field is widget:
                for one in (label, field, button):
                    if one is not None:
                        one.setVisible(is_shown)

    def _place(self, number: int, line: int) -> None:
        """Put one row into ``line`` of its grid, the label above the field if there is no room."""
        grid, label, widget, button = self._rows[number]
        below = line + 1 if self._is_narrow else line
        if label is not None:
            grid.addWidget(label, line, 0, 1, 3 if self._is_narrow else 1, _at_height_of(widget))
        column = 0 if self._is_narrow else 1
        width = 3 - column - (0 if button is None else 1)
        grid.addWidget(widget, below, column, 1, width)
        if button is not None:
            grid.addWidget(button, below, 2)

    def _restyle(self) -> None:
        look = self._look
        margin = look.length(22)
        self._column.setContentsMargins(margin, look.length(8), margin, margin)
        self._column.setSpacing(look.length(2))
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, 0 if self._is_narrow else look.length(_LABEL_PX))
            grid.setHorizontalSpacing(look.length(10))
            grid.setVerticalSpacing(look.length(7))


def _at_height_of(widget: QWidget) -> Qt.AlignmentFlag:
    """Return where the label of ``widget`` stands: beside its middle, or its first line."""
    has_lines = widget.objectName() in _TALL
    return Qt.AlignmentFlag.AlignTop if has_lines else Qt.AlignmentFlag.AlignVCenter
