"""Partners in their agreed order, and a form for the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.gui.editor.contact_card import ContactCard
from pressdesk.gui.editor.fields import FactLine, let_grow
from pressdesk.gui.widgets.banner import Banner
from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.field_row import FieldRow
from pressdesk.gui.widgets.labels import SectionHeader
from pressdesk.gui.widgets.painting import Tone
from pressdesk.gui.widgets.sidebar_list import SidebarItem, SidebarList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.editor.facts_state import ContactState, PartnerState
    from pressdesk.gui.surroundings import Surroundings

_FIELDS = ("name", "short", "number")
_UNDO = "undo"


class PartnerForm(QWidget):
    """Shows the partners, and says what the user wants of one of them, by its key."""

    changed = Signal(str, str, str)
    """Key of the partner, field, words."""
    added = Signal()
    removed = Signal(str)
    moved = Signal(str, int)
    contact_changed = Signal(int, str, str)
    contact_added = Signal(str)
    contact_removed = Signal(int)
    about_wanted = Signal(str)
    undo_wanted = Signal()
    line_added = Signal(object)
    """A line of a contact that was not there before."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partner_form")
        let_grow(self)
        self._around = around
        self._speech = around.speech
        self._partners: tuple[PartnerState, ...] = ()
        self._homeless: tuple[ContactState, ...] = ()
        self._key = ""
        self._goes_to_contact: int | None = None
        """How many contacts there were when one more was asked for."""
        self._wanted = ""
        self._goes_to_name = False
        self._problems: set[str] = set()
        self._cards: list[ContactCard] = []
        look = around.look
        self._header = SectionHeader(look, parent=self)
        self._up = IconButton(look, "move-up", parent=self)
        self._down = IconButton(look, "move-down", parent=self)
        self._remove = IconButton(look, "delete", parent=self)
        self._add = IconButton(look, "new", parent=self)
        for name, button in (
            ("partner_up", self._up),
            ("partner_down", self._down),
            ("partner_remove", self._remove),
            ("partner_add", self._add),
        ):
            button.setObjectName(name)
            self._header.add_action(button)
        self.list = SidebarList(look, self)
        self.list.setObjectName("partner_list")
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = {field: FactLine(f"partner_{field}", self) for field in _FIELDS}
        self._rows = {
            field: FieldRow(look, around.speech, line, parent=self)
            for field, line in self._lines.items()
        }
        self._contact_header = SectionHeader(look, parent=self)
        self._contact_add = IconButton(look, "new", parent=self)
        self._contact_add.setObjectName("contact_add")
        self._contact_header.add_action(self._contact_add)
        self._contacts = QVBoxLayout()
        self._homeless_header = SectionHeader(look, parent=self)
        self.removed_banner = Banner(look, around.speech, self)
        self.removed_banner.setObjectName("partner_removed")
        self.about_button = Button(look, ButtonKind.SOFT, parent=self)
        self.about_button.setObjectName("partner_about")
        self._arrange()
        self._connect()
        around.speech.follow(self.retranslate)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._around.look.length(9))
        column.addWidget(self._header)
        column.addWidget(self.removed_banner)
        column.addWidget(self.list)
        for row in self._rows.values():
            let_grow(row)
            column.addWidget(row)
        about = QHBoxLayout()
        about.addWidget(self.about_button)
        about.addStretch(1)
        column.addLayout(about)
        column.addWidget(self._contact_header)
        column.addLayout(self._contacts)

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        # A click on an icon leaves the keyboard in the line, whose words must be taken first.
        for button in (self._add, self._remove, self._up, self._down, self._contact_add):
            button.clicked.connect(self._commit)
        self._add.clicked.connect(self.added)
        self._remove.clicked.connect(lambda: self.removed.emit(self._key))
        self._up.clicked.connect(lambda: self.moved.emit(self._key, -1))
        self._down.clicked.connect(lambda: self.moved.emit(self._key, 1))
        self.removed_banner.action_requested.connect(self._on_undo)
        self._contact_add.clicked.connect(self._add_contact)
        self.about_button.clicked.connect(lambda: self.about_wanted.emit(self._key))
        for field, line in self._lines.items():
            line.committed.connect(
                lambda words, field=field: self.changed.emit(self._key, field, words)
            )

    def lines(self) -> tuple[FactLine, ...]:
        """Return the lines that can be typed in."""
        of_cards = (line for card in self._cards for line in card.lines())
        return (*self._lines.values(), *of_cards)

    def show_partners(
        self, partners: Sequence[PartnerState], homeless: Sequence[ContactState]
    ) -> None:
        """Show the partners; the one chosen before stays chosen."""
        self._partners, self._homeless = tuple(partners), tuple(homeless)
        keys = [one.key for one in partners]
        wanted = self._wanted if self._wanted in keys else self._key
        if wanted in keys:
            self._wanted = ""
        self._turn_to(wanted if wanted in keys else next(iter(keys), ""))

    def choose(self, key: str, *, goes_to_name: bool = False) -> None:
        """Show the partner with that key, now or as soon as there is one."""
        if any(one.key == key for one in self._partners):
            self._commit()
            self._goes_to_name = goes_to_name
            self._turn_to(key)
        else:
            self._wanted, self._goes_to_name = key, goes_to_name

    def focus(self) -> None:
        """Go to the partners, or to the button that adds one."""
        target = self.list if self._partners else self._add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_contacts(self) -> None:
        """Go to the telephone of a contact that has none, or to the button that adds a contact."""
        chosen = next((one for one in self._partners if one.key == self._key), None)
        cards = zip(self._cards, chosen.contacts if chosen else (), strict=False)
        lines = [card.line("phone") for card, one in cards if not one.contact.phone]
        target = lines[0] if lines else self._contact_add if chosen else self.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop what was typed and not taken."""
        self._drop_problems()
        self._wanted, self._goes_to_name = "", False

    def show_removed(self, words: str) -> None:
        """Say what a removal did, with a way to undo it; "" takes it away."""
        if words:
            actions = ((_UNDO, self._speech.gettext("Undo")),)
            self.removed_banner.show_message(words, Tone.WARN, actions)
        else:
            self._leave_banner()
            self.removed_banner.hide()

    def show_problem(self, field: str, words: str) -> None:
        """Show what is wrong with what was typed in ``field``."""
        row = self._rows.get(field)
        if row is not None:
            row.show_problem(words, Tone.DANGER)
            (self._problems.add if words else self._problems.discard)(field)

    def _turn_to(self, key: str) -> None:
        if key != self._key:
            self._drop_problems()
            self._goes_to_contact = None
        self._key = key
        self._show()
        if self._goes_to_name and not self._wanted:
            self._goes_to_name = False
            self._lines["name"].setFocus(Qt.FocusReason.OtherFocusReason)
            self._lines["name"].selectAll()

    def _drop_problems(self) -> None:
        for field in self._problems:
            self._lines[field].forget()
            self._rows[field].show_problem("")
        self._problems.clear()

    def _commit(self) -> None:
        for line in self.lines():
            line.commit()

    def _add_contact(self) -> None:
        chosen = next((one for one in self._partners if one.key == self._key), None)
        self._goes_to_contact = len(chosen.contacts) if chosen else None
        self.contact_added.emit(self._key)

    def _go_to_contact(self, count: int) -> None:
        """Go to the name of the contact that was asked for, once it is one of ``count``."""
        if self._goes_to_contact is not None and count > self._goes_to_contact:
            line = self._cards[self._goes_to_contact].line("name")
            self._goes_to_contact = None
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        self._leave_banner()
        self.removed_banner.hide()
        self.undo_wanted.emit()

    def _leave_banner(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.removed_banner.isAncestorOf(focus):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        chosen = next((one for one in self._partners if one.key == self._key), None)
        items = [
            SidebarItem(key=one.key, text=one.short, mark=one.note, badge=one.badge)
            for one in self._partners
        ]
        self.list.show_items(items, self._key)
        height = sum(self.list.sizeHintForRow(row) for row in range(len(items)))
        self.list.setFixedHeight(max(1, height + 2))
        self.list.setVisible(bool(items))
        for button in (self._up, self._down, self._remove):
            button.setEnabled(chosen is not None)
        for widget in (*self._rows.values(), self.about_button, self._contact_header):
            widget.setVisible(chosen is not None)
        if chosen is not None:
            self._up.setEnabled(chosen.can_move_up)
            self._down.setEnabled(chosen.can_move_down)
            for field, words in zip(
                _FIELDS, (chosen.name, chosen.short, chosen.number), strict=True
            ):
                if field not in self._problems:
                    self._lines[field].show_value(words)
                    self._rows[field].show_problem("")
            self._rows["number"].show_problem(chosen.number_warning)
        own = chosen.contacts if chosen else ()
        self._show_contacts((*own, *self._homeless))
        # Contacts of nobody stand below a heading of their own, under whichever partner.
        self._contacts.removeWidget(self._homeless_header)
        self._contacts.insertWidget(len(own), self._homeless_header)
        self._homeless_header.setVisible(bool(self._homeless))
        self.retranslate()
        self._go_to_contact(len(own))

    def _show_contacts(self, contacts: Sequence[ContactState]) -> None:
        while len(self._cards) > len(contacts):
            card = self._cards.pop()
            focus = QApplication.focusWidget()
            if focus is not None and card.isAncestorOf(focus):
                self._contact_add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._contacts.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self._cards) < len(contacts):
            card = ContactCard(self._around, len(self._cards), self)
            card.changed.connect(self.contact_changed)
            card.removed.connect(self.contact_removed)
            self._contacts.addWidget(card)
            self._cards.append(card)
            for line in card.lines():
                self.line_added.emit(line)
        choices = [(one.key, one.short) for one in self._partners]
        for card, state in zip(self._cards, contacts, strict=True):
            card.show_contact(state, choices)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self._header.show_text(_("Partners"))
        self.list.setAccessibleName(_("Partners"))
        self._up.show_name(_("Move partner up"))
        self._down.show_name(_("Move partner down"))
        self._remove.show_name(_("Remove partner"))
        self._add.show_name(_("Add partner"))
        for field, label in zip(
            _FIELDS, (_("Full name"), _("Short form"), _("Organisation number")), strict=True
        ):
            self._rows[field].show_label(label)
        chosen = next((one for one in self._partners if one.key == self._key), None)
        short = chosen.short if chosen else ""
        has_about = chosen is not None and bool(chosen.about)
        words = _("Go to the text about {partner}") if has_about else _("Write about {partner}")
        self.about_button.setText(words.format(partner=short))
        self._contact_header.show_text(_("Contacts of {partner}").format(partner=short))
        self._homeless_header.show_text(_("Contacts without a partner"))
        self._contact_add.show_name(_("Add contact"))
