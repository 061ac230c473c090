"""The people of a round, each in a row that is typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from pressdesk.domain.rounds import ReaderRole
from pressdesk.gui.round.words import ROLES
from pressdesk.gui.widgets.ask_form import Choice
from pressdesk.gui.widgets.buttons import IconButton
from pressdesk.gui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.round.inviting import Guest
    from pressdesk.gui.surroundings import Surroundings

_COLUMNS = ("name", "mail", "role", "partner")
_LONGEST = 200
_LETTERS = 11


class _Row:
    """The fields of one person."""

    def __init__(self, around: Surroundings, number: int, parent: QWidget) -> None:
        self.name = QLineEdit(parent)
        self.mail = QLineEdit(parent)
        self.role = Choice(parent)
        self.partner = Choice(parent)
        self.remove = IconButton(around.look, "close", parent=parent)
        self.note = make_label("muted small", wraps=True)
        self.problem = make_label("danger", wraps=True)
        for field, widget in self.fields().items():
            widget.setObjectName(f"guest_{field}_{number}")
        self.remove.setObjectName(f"guest_remove_{number}")
        for line in (self.name, self.mail):
            line.setMaxLength(_LONGEST)
        for choice in (self.role, self.partner):
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            choice.setMinimumContentsLength(_LETTERS)
            choice.setSizeAdjustPolicy(
                Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )

    def fields(self) -> dict[str, QWidget]:
        """Return what is typed or chosen in, by column."""
        return {
            "name": self.name,
            "mail": self.mail,
            "role": self.role,
            "partner": self.partner,
        }

    def every(self) -> tuple[QWidget, ...]:
        """Return all that stands in the row."""
        return (*self.fields().values(), self.remove, self.note, self.problem)


class GuestRows(QWidget):
    """Says what was typed where."""

    changed = Signal(int, str, str)
    removed = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guest_rows")
        self._around = around
        self._rows: list[_Row] = []
        self._guests: tuple[Guest, ...] = ()
        self._partners: tuple[str, ...] = ()
        self._heads: dict[str, QLabel] = {name: make_label("muted small") for name in _COLUMNS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, stretch in enumerate((5, 5, 3, 3, 0)):
            self._grid.setColumnStretch(column, stretch)
        for column, name in enumerate(_COLUMNS):
            self._grid.addWidget(self._heads[name], 0, column)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def show_guests(self, guests: Sequence[Guest], partners: Sequence[str]) -> None:
        """Show people; rows that are there stay, and so does the keyboard in them."""
        self._guests, self._partners = tuple(guests), tuple(partners)
        while len(self._rows) > len(guests):
            for widget in self._rows.pop().every():
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self._rows) < len(guests):
            self._add_row()
        for row, guest in zip(self._rows, guests, strict=True):
            self._fill(row, guest)

    def focus_row(self, number: int) -> None:
        """Go to the name in a row."""
        if 0 <= number < len(self._rows):
            self._rows[number].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, words: str, number: int | None) -> None:
        """Say what is wrong in a row; no words take that away."""
        for place, row in enumerate(self._rows):
            shown = words if place == number else ""
            row.problem.setText(shown)
            row.problem.setVisible(bool(shown))
        if words and number is not None:
            self.focus_row(number)

    def first(self) -> QWidget | None:
        """Return what the keyboard goes to first."""
        return self._rows[0].name if self._rows else None

    def row(self, number: int) -> _Row:
        """Return the fields of a row."""
        return self._rows[number]

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        words = {
            "name": tr("Name"),
            "mail": tr("E-mail"),
            "role": tr("Role"),
            "partner": tr("Partner"),
        }
        for name, label in self._heads.items():
            label.setText(words[name])
        self.show_guests(self._guests, self._partners)

    def _add_row(self) -> None:
        number = len(self._rows)
        row = _Row(self._around, number, self)
        for column, (field, widget) in enumerate(row.fields().items()):
            self._grid.addWidget(widget, 1 + 3 * number, column)
            if isinstance(widget, QLineEdit):
                widget.textEdited.connect(
                    lambda text, number=number, field=field: self.changed.emit(number, field, text)
                )
            elif isinstance(widget, Choice):
                widget.activated.connect(
                    lambda _index, number=number, field=field, widget=widget: self.changed.emit(
                        number, field, str(widget.currentData())
                    )
                )
        self._grid.addWidget(row.remove, 1 + 3 * number, len(_COLUMNS))
        self._grid.addWidget(row.note, 2 + 3 * number, 0, 1, len(_COLUMNS))
        self._grid.addWidget(row.problem, 3 + 3 * number, 0, 1, len(_COLUMNS))
        row.remove.clicked.connect(lambda _=False, number=number: self.removed.emit(number))
        self._rows.append(row)
        for widget in row.every():
            widget.show()
        row.problem.hide()

    def _fill(self, row: _Row, guest: Guest) -> None:
        tr = self._around.speech.gettext
        for line, value, name in (
            (row.name, guest.name, tr("Name")),
            (row.mail, guest.mail, tr("E-mail")),
        ):
            if line.text() != value:
                line.setText(value)
                line.setCursorPosition(0)  # a long address is read from its start
            line.setAccessibleName(f"{name}: {guest.name}" if line is row.mail else name)
        roles = [(role.value, tr(ROLES[role])) for role in ReaderRole]
        partners = [("", tr("None")), *((short, short) for short in self._partners)]
        for choice, offered, value, name in (
            (row.role, roles, guest.role.value, tr("Role")),
            (row.partner, partners, guest.partner, tr("Partner")),
        ):
            with QSignalBlocker(choice):
                choice.clear()
                for key, words in offered:
                    choice.addItem(words, key)
                choice.setCurrentIndex(max(0, choice.findData(value)))
            choice.setAccessibleName(f"{name}: {guest.name}")
        row.remove.show_name(tr("Take {name} off the list").format(name=guest.name).strip())
        words = ""
        if guest.quotes and guest.role is ReaderRole.APPROVER:
            words = self._around.speech.ngettext(
                "Is asked to approve {count} quote.",
                "Is asked to approve {count} quotes.",
                guest.quotes,
            ).format(count=guest.quotes)
        row.note.setText(words)
        row.note.setVisible(bool(words))

    def _restyle(self) -> None:
        look = self._around.look
        self._grid.setHorizontalSpacing(look.length(8))
        self._grid.setVerticalSpacing(look.length(5))
