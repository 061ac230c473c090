"""The tab «Opplysninger»: when and where, whose rules, and who stands behind the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from pressdesk.domain.content import ReleaseMode
from pressdesk.gui.editor.fields import FactChoice, FactLine, Page, let_grow
from pressdesk.gui.editor.partner_form import PartnerForm
from pressdesk.gui.widgets.field_row import FieldRow
from pressdesk.gui.widgets.labels import SectionHeader
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from pressdesk.gui.editor.facts_state import FactsState
    from pressdesk.gui.surroundings import Surroundings


_EMBARGO = ("embargo_day", "embargo")


class FactsPanel(Page):
    """Shows the facts of the release, and says what the user wants of them."""

    place_given = Signal(str)
    day_given = Signal(str)
    mode_chosen = Signal(str)
    embargo_given = Signal(str, str)
    language_chosen = Signal(str)
    profile_chosen = Signal(str)
    confidential_chosen = Signal(bool)
    listed_chosen = Signal(bool)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.look, "facts_panel", parent)
        self._around = around
        self._speech = around.speech
        self._problems: dict[str, str] = {}
        """Fields whose words were not taken: they stay until they are put right or emptied."""
        self._spoken: dict[str, str] = {}
        self._wants_embargo = False
        self._shown_embargo = ("", "")
        self._when = SectionHeader(around.look, parent=self)
        self.place = FactLine("fact_place", self)
        self.day = FactLine("fact_day", self)
        self.mode = FactChoice("fact_mode", self)
        self.embargo_day = FactLine("fact_embargo_day", self)
        self.embargo_time = FactLine("fact_embargo_time", self)
        self._rules = SectionHeader(around.look, parent=self)
        self.language = FactChoice("fact_language", self)
        self.profile = FactChoice("fact_profile", self)
        self.confidential = QCheckBox(self)
        self.confidential.setObjectName("fact_confidential")
        self.listed = QCheckBox(self)
        self.listed.setObjectName("fact_listed")
        self.partners = PartnerForm(around, self)
        self._rows = {
            name: FieldRow(around.look, around.speech, editor, parent=self)
            for name, editor in (
                ("place", self.place),
                ("day", self.day),
                ("mode", self.mode),
                ("embargo_day", self.embargo_day),
                ("embargo", self.embargo_time),
                ("language", self.language),
                ("profile", self.profile),
            )
        }
        self._arrange()
        self._connect()
        around.speech.follow(self.retranslate)

    def _arrange(self) -> None:
        for row in self._rows.values():
            let_grow(row)
        self.column.addWidget(self._when)
        for name in ("place", "day", "mode", "embargo_day", "embargo"):
            self.column.addWidget(self._rows[name])
        self.column.addWidget(self.partners)
        self.column.addWidget(self._rules)
        for name in ("language", "profile"):
            self.column.addWidget(self._rows[name])
        self.column.addWidget(self.confidential)
        self.column.addWidget(self.listed)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.place.committed.connect(self.place_given)
        self.day.committed.connect(self.day_given)
        self.mode.committed.connect(self._on_mode_chosen)
        self.embargo_day.committed.connect(self._on_embargo_given)
        self.embargo_time.committed.connect(self._on_embargo_given)
        self.language.committed.connect(self.language_chosen)
        self.profile.committed.connect(self.profile_chosen)
        self.partners.line_added.connect(lambda _line: self.order_stops())
        self.confidential.clicked.connect(self.confidential_chosen)
        self.listed.clicked.connect(self.listed_chosen)

    def lines(self) -> tuple[FactLine, ...]:
        """Return the lines that can be typed in."""
        own = (self.place, self.day, self.embargo_day, self.embargo_time)
        return (*own, *self.partners.lines())

    # --- what is shown

    def show_facts(self, state: FactsState) -> None:
        """Show all facts; what was typed wrong or is not finished stays as it is."""
        self._shown_embargo = (state.embargo_day, state.embargo_time)
        has_embargo = state.mode == ReleaseMode.EMBARGO
        is_unfinished = not self._problems.keys().isdisjoint(_EMBARGO)
        self._wants_embargo = (self._wants_embargo or has_embargo) and is_unfinished
        self.place.show_value(state.place)
        if "day" not in self._problems:
            self.day.show_value(state.day)
        mode = ReleaseMode.EMBARGO if self._wants_embargo else state.mode
        self.mode.show_choices(state.modes, mode)
        if not self._wants_embargo:
            for field in _EMBARGO:
                self.show_problem(field, "")
            self._show_moment()
        self._spoken = {"day": state.day_spoken, "embargo": state.embargo_spoken}
        for field, words in self._spoken.items():
            self._rows[field].show_guidance("" if field in self._problems else words)
        self._show_embargo(is_shown=has_embargo or self._wants_embargo)
        self.language.show_choices(state.languages, state.language)
        self.profile.show_choices(state.profiles, state.profile)
        for box, is_on in (
            (self.confidential, state.is_confidential),
            (self.listed, state.is_listed),
        ):
            with QSignalBlocker(box):
                box.setChecked(is_on)
        self.partners.show_partners(state.partners, state.homeless)
        self.order_stops()

    def forget(self) -> None:
        """Drop what was typed and not taken: another release comes."""
        for field in list(self._problems):
            self.show_problem(field, "")
        self._wants_embargo = False
        for line in (self.place, self.day, self.embargo_day, self.embargo_time):
            line.forget()
        self.partners.forget()

    def show_problem(self, field: str, words: str, *, is_unfinished: bool = False) -> None:
        """Show what is wrong with what was typed in ``field``, or missing; "" for nothing."""
        if words:
            self._problems[field] = words
        elif self._problems.pop(field, None) is None:
            return
        row = self._rows.get(field)
        if row is None:
            self.partners.show_problem(field, words)
            return
        row.show_guidance("" if words else self._spoken.get(field, ""))
        row.show_problem(words, Tone.WARN if is_unfinished else Tone.DANGER)

    def show_embargo_fields(self) -> None:
        """Show where to say the embargo."""
        self._wants_embargo = True
        self._show_embargo(is_shown=True)
        if not self.embargo_day.text():
            self.embargo_day.setText(self.day.text())
        if not self.embargo_time.text():
            self.embargo_time.setText("08.00")
        self._on_embargo_given()

    def name_partner(self, key: str) -> None:
        """Show the partner with that key, and go to its name."""
        self.partners.choose(key, goes_to_name=True)

    def show_removed(self, words: str) -> None:
        """Say what a removal did, with a way to undo it; "" when it is no longer the last step."""
        self.partners.show_removed(words)

    def focus_partners(self) -> None:
        """Go to the partners."""
        self.show_partners()
        self.partners.focus()

    def focus_contacts(self) -> None:
        """Go to where journalists' contact with the shown partner is filled in."""
        self.show_partners()
        self.partners.focus_contacts()

    def show_partners(self, key: str = "") -> None:
        """Scroll to the partners, and to the one with that key."""
        if key:
            self.partners.choose(key)
        self.column.activate()
        self.ensureVisible(0, self.partners.y() + self.viewport().height() - 8, 0, 0)

    def _show_embargo(self, *, is_shown: bool) -> None:
        self._rows["embargo_day"].setVisible(is_shown)
        self._rows["embargo"].setVisible(is_shown)

    def _show_moment(self) -> None:
        day, time = self._shown_embargo
        self.embargo_day.show_value(day)
        self.embargo_time.show_value(time)

    def _on_mode_chosen(self, key: str) -> None:
        if key != ReleaseMode.EMBARGO:
            self._wants_embargo = False
            self._show_embargo(is_shown=False)
        self.mode_chosen.emit(key)

    def _on_embargo_given(self) -> None:
        self.embargo_given.emit(self.embargo_day.text(), self.embargo_time.text())

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self._when.show_text(_("When and where"))
        self._rules.show_text(_("Language and rules"))
        for name, label in (
            ("place", _("Place")),
            ("day", _("Date")),
            ("mode", _("Publication")),
            ("embargo_day", _("Embargo until, day")),
            ("embargo", _("Embargo until, time in Norway")),
            ("language", _("Language of the text")),
            ("profile", _("Typography after")),
        ):
            self._rows[name].show_label(label)
        self.day.setPlaceholderText(_("day.month.year"))
        self.embargo_day.setPlaceholderText(_("day.month.year"))
        self.embargo_time.setPlaceholderText("08.00")
        self.confidential.setText(_("Confidential until published"))
        self.listed.setText(_("A partner is listed on an exchange"))
