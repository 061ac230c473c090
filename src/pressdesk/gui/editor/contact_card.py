"""One person whom journalists may call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from pressdesk.gui.editor.fields import FactChoice, FactLine, let_grow
from pressdesk.gui.widgets.buttons import IconButton
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.editor.facts_state import ContactState
    from pressdesk.gui.surroundings import Surroundings

_FIELDS = ("name", "title", "phone", "email")


class ContactCard(Card):
    """Shows a contact, and says what is changed about it, by its place in the release."""

    changed = Signal(int, str, str)
    removed = Signal(int)

    def __init__(self, around: Surroundings, number: int, parent: QWidget | None = None) -> None:
        super().__init__(around.look, "", parent)
        self.setObjectName(f"contact_{number}")
        let_grow(self)
        self._speech = around.speech
        self._place = 0
        self._head = ElidedLabel("", self)
        add_look(self._head, "strong")
        self._remove = IconButton(around.look, "delete", parent=self)
        self._remove.setObjectName(f"contact_{number}_remove")
        self._lines = {field: FactLine(f"contact_{number}_{field}", self) for field in _FIELDS}
        self._partner = FactChoice(f"contact_{number}_partner", self)
        self._labels = {field: QLabel(self) for field in (*_FIELDS, "partner")}
        self._arrange()
        self._remove.clicked.connect(lambda: self.removed.emit(self._place))
        self._partner.committed.connect(lambda key: self.changed.emit(self._place, "partner", key))
        for field, line in self._lines.items():
            line.committed.connect(
                lambda words, field=field: self.changed.emit(self._place, field, words)
            )
        around.speech.follow(self.retranslate)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._remove)
        self.content.addLayout(head)
        form = QFormLayout()
        form.setVerticalSpacing(5)
        form.setHorizontalSpacing(10)
        for field in _FIELDS:
            form.addRow(self._labels[field], self._lines[field])
        form.addRow(self._labels["partner"], self._partner)
        for label in self._labels.values():
            add_look(label, "muted small")
        self.content.addLayout(form)

    def lines(self) -> tuple[FactLine, ...]:
        """Return the lines that can be typed in."""
        return tuple(self._lines.values())

    def line(self, field: str) -> FactLine:
        """Return the line of a field: ``name``, ``title``, ``phone`` or ``email``."""
        return self._lines[field]

    def show_contact(self, state: ContactState, partners: Sequence[tuple[str, str]]) -> None:
        """Show a contact; ``partners`` are key and short form."""
        contact = state.contact
        self._place = state.place
        self._head.setText(contact.name or self._speech.gettext("New contact"))
        values = (contact.name, contact.title, contact.phone, contact.email)
        for line, value in zip(self._lines.values(), values, strict=True):
            line.show_value(value or "")
        choices = [("", self._speech.gettext("No partner yet")), *partners]
        self._partner.show_choices(choices, contact.partner or "")

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self._remove.show_name(_("Remove contact"))
        names = (_("Name"), _("Title"), _("Telephone"), _("E-mail"), _("Partner"))
        widgets = (*self._lines.values(), self._partner)
        for label, widget, name in zip(self._labels.values(), widgets, names, strict=True):
            label.setText(name)
            widget.setAccessibleName(_("Contact: {field}").format(field=name))
