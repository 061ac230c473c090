"""The tab «Opplysninger»: when and where, whose rules, and who stands behind the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
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
        self._spoken: dict[str, str] = {}
        self._wants_embargo = False
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
        self.mode.committed.connect(self.mode_chosen)
        self.embargo_day.committed.connect(self._on_embargo_given)
        self.embargo_time.committed.connect(self._on_embargo_given)
        self.language.committed.connect(self.language_chosen)
        self.profile.committed.connect(self.profile_chosen)
        self.confidential.clicked.connect(self.confidential_chosen)
        self.listed.clicked.connect(self.listed_chosen)

    def lines(self) -> tuple[FactLine, ...]:
        """Return the lines that can be typed in."""
        own = (self.place, self.day, self.embargo_day, self.embargo_time)
        return (*own, *self.partners.lines())

    # --- what is shown

    def show_facts(self, state: FactsState) -> None:
        """Show all facts; what was typed wrong gives way to what holds."""
        self._wants_embargo = False
        for field in list(self._problems):
            if field in self._rows:
                self.show_problem(field, "")
        self.place.show_value(state.place)
        self.day.show_value(state.day)
        self.mode.show_choices(state.modes, state.mode)
        self.embargo_day.show_value(state.embargo_day)
        self.embargo_time.show_value(state.embargo_time)
        self._spoken = {"day": state.day_spoken, "embargo": state.embargo_spoken}
        for field, words in self._spoken.items():
            self._rows[field].show_guidance(words)
        self._show_embargo(is_shown=state.mode == ReleaseMode.EMBARGO)
        self.language.show_choices(state.languages, state.language)
        self.profile.show_choices(state.profiles, state.profile)
        for box, is_on in (
            (self.confidential, state.is_confidential),
            (self.listed, state.is_listed),
        ):
            with QSignalBlocker(box):
                box.setChecked(is_on)
        self.partners.show_partners(state.partners, state.homeless)

    def show_problem(self, field: str, words: str) -> None:
        """Show what is wrong with what was typed in ``field``; "" for nothing."""
        if words:
            self._problems[field] = words
        elif self._problems.pop(field, None) is None:
            return
        row = self._rows.get(field)
        if row is None:
            self.partners.show_problem(field, words)
            return
        row.show_guidance("" if words else self._spoken.get(field, ""))
        row.show_problem(words, Tone.DANGER)
        if words:
            for line in self._lines_of(field):
                line.forget()

    def show_embargo_fields(self) -> None:
        """Show where to say the embargo, and go there."""
        self._wants_embargo = True
        self._show_embargo(is_shown=True)
        if not self.embargo_day.text():
            self.embargo_day.setText(self.day.text())
        if not self.embargo_time.text():
            self.embargo_time.setText("08.00")
        target = self.embargo_time if self.embargo_day.text() else self.embargo_day
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_embargo_given()

    def choose_partner(self, key: str) -> None:
        """Show the partner with that key."""
        self.partners.choose(key)

    def show_partners(self, key: str = "") -> None:
        """Scroll to the partners, and to the one with that key."""
        if key:
            self.partners.choose(key)
        self.column.activate()
        self.ensureVisible(0, self.partners.y() + self.viewport().height() - 8, 0, 0)

    def _show_embargo(self, *, is_shown: bool) -> None:
        self._rows["embargo_day"].setVisible(is_shown)
        self._rows["embargo"].setVisible(is_shown)

    def _lines_of(self, field: str) -> tuple[FactLine, ...]:
        return {
            "day": (self.day,),
            "place": (self.place,),
            "embargo": (self.embargo_day, self.embargo_time),
        }.get(field, ())

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
