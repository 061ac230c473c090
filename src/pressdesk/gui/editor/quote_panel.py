"""The tab «Sitat»: who speaks in the quote at the cursor, for whom, and what is open about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.gui.editor.approval.card import ApprovalCard
from pressdesk.gui.editor.fields import FactChoice, FactLine, Page, let_grow
from pressdesk.gui.editor.quote_state import NEW_KEY, Ask, QuoteState
from pressdesk.gui.widgets.badge import Badge, PersonBadge
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.field_row import FieldRow
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.length_meter import LengthMeter, LengthUnit
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from pressdesk.gui.surroundings import Surroundings

QUOTE_WORDS = 60


class AskCard(Card):
    """An open question, and buttons that answer it."""

    answered = Signal(str)
    left = Signal()
    """The button that had the keyboard is going, and no other question is open."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.look, "warn", parent)
        self.setObjectName("quote_question")
        self._around = around
        self._ask: Ask | None = None
        self._buttons: list[Button] = []
        self._words = make_label("strong", wraps=True)
        self._scope = make_label("muted small", wraps=True)
        self._answers = QVBoxLayout()
        self._answers.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self._words)
        self.content.addWidget(self._scope)
        self.content.addLayout(self._answers)

    def show_ask(self, ask: Ask | None) -> None:
        """Ask, or be gone where nothing is open; the keyboard goes to the next answer."""
        if ask != self._ask:
            has_keyboard = any(button.hasFocus() for button in self._buttons)
            if has_keyboard and (ask is None or not ask.answers):
                self.left.emit()  # before Qt gives the keyboard to whatever comes next
            self._ask = ask
            self._words.setText(ask.words if ask else "")
            self._scope.setText(ask.scope if ask else "")
            self._scope.setVisible(bool(ask and ask.scope))
            self._fill(ask.answers if ask else (), has_keyboard=has_keyboard)
        self.setVisible(ask is not None)

    def _fill(self, answers: tuple[tuple[str, str], ...], *, has_keyboard: bool) -> None:
        old, self._buttons = self._buttons, []
        for place, (key, words) in enumerate(answers):
            kind = ButtonKind.QUIET if place else ButtonKind.SOFT
            button = Button(self._around.look, kind, parent=self)
            button.setObjectName(f"answer_{place}")
            button.setText(words)
            button.clicked.connect(lambda _=False, key=key: self.answered.emit(key))
            self._answers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._buttons.append(button)
            button.show()  # now, and not when the layout comes to it: it may get the keyboard
        if has_keyboard and self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        for button in old:
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()


class QuotePanel(Page):
    """Shows one quote, and says what the user wants of it."""

    speaker_chosen = Signal(str)
    name_given = Signal(str)
    title_given = Signal(str)
    organisation_given = Signal(str)
    owner_chosen = Signal(str)
    indirect_chosen = Signal(bool)
    dash_wanted = Signal()
    answered = Signal(str)
    quote_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.look, "quote_panel", parent)
        self._around = around
        self._speech = around.speech
        self._build_empty()
        self._build_quote()
        self.column.addWidget(self._empty)
        self.column.addWidget(self._filled)
        self.column.addStretch(1)
        self._connect()
        self.show_no_quote(can_make=False)
        around.speech.follow(self.retranslate)

    def _build_empty(self) -> None:
        self._empty = QWidget(self)
        self._hint = make_label("muted", wraps=True)
        self.make_button = Button(self._around.look, ButtonKind.SOFT, "quote", self._empty)
        self.make_button.setObjectName("make_quote")
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_quote(self) -> None:
        look, speech = self._around.look, self._around.speech
        self._filled = QWidget(self)
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.length(9))
        self._badge = PersonBadge(look, Badge("?", 7), parent=self._filled)
        self._name = make_label("strong", wraps=True)
        self._meter = LengthMeter(look, speech, LengthUnit.WORDS, self._filled)
        head = QHBoxLayout()
        head.addWidget(self._badge)
        head.addWidget(self._name, 1)
        column.addLayout(head)
        # A row of its own, which gives way: the words of a long quote never widen the panel.
        self._meter.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column.addWidget(self._meter)
        self.ask_card = AskCard(self._around, self._filled)
        let_grow(self.ask_card)
        column.addWidget(self.ask_card)
        self.approval = ApprovalCard(self._around, self._filled)
        column.addWidget(self.approval)
        self.speaker = FactChoice("quote_speaker", self._filled)
        self.name = FactLine("quote_name", self._filled)
        self.person_title = FactLine("quote_title", self._filled)
        self.organisation = FactLine("quote_organisation", self._filled)
        self.owner = FactChoice("quote_owner", self._filled)
        editors = (self.speaker, self.name, self.person_title, self.organisation, self.owner)
        self._rows = [FieldRow(look, speech, editor, parent=self._filled) for editor in editors]
        for row in self._rows:
            let_grow(row)
            column.addWidget(row)
        self._dash_row = QHBoxLayout()
        self._dash = make_label("muted", wraps=True)
        self.dash_button = Button(look, ButtonKind.SOFT, parent=self._filled)
        self.dash_button.setObjectName("quote_dash_fix")
        self.indirect = QCheckBox(self._filled)
        self.indirect.setObjectName("quote_indirect")
        self._dash_row.addWidget(self._dash, 1)
        self._dash_row.addWidget(self.dash_button)
        column.addWidget(self.indirect)
        column.addLayout(self._dash_row)

    def _connect(self) -> None:
        self.make_button.clicked.connect(self.quote_wanted)
        self.ask_card.answered.connect(self.answered)
        self.ask_card.left.connect(self.sheet_wanted)
        self.speaker.committed.connect(self.speaker_chosen)
        self.name.committed.connect(self.name_given)
        self.person_title.committed.connect(self.title_given)
        self.organisation.committed.connect(self.organisation_given)
        self.owner.committed.connect(self.owner_chosen)
        self.indirect.clicked.connect(self.indirect_chosen)
        self.dash_button.clicked.connect(self.dash_wanted)

    def lines(self) -> tuple[FactLine, ...]:
        """Return the lines that can be typed in."""
        return (self.name, self.person_title, self.organisation)

    # --- what is shown

    def show_quote(self, state: QuoteState) -> None:
        """Show a quote."""
        if self.make_button.hasFocus() or (
            self.dash_button.hasFocus() and not state.is_dash_missing
        ):
            self.sheet_wanted.emit()
        self._empty.hide()
        self._filled.show()
        self._badge.setVisible(state.badge is not None)
        if state.badge is not None:
            self._badge.show_badge(state.badge)
        self._name.setText(state.name or self._speech.gettext("Nobody speaks yet"))
        self._meter.show_length(state.words, QUOTE_WORDS)
        self.ask_card.show_ask(state.ask)
        self.speaker.show_choices(state.people, state.speaker)
        if not self.name.hasFocus():
            self._rows[1].show_problem("")
        self.name.show_value(state.name)
        self.person_title.show_value(state.title)
        self.organisation.show_value(state.organisation)
        self.owner.show_choices(state.partners, state.owner)
        self._rows[3].show_guidance(state.scope)
        with QSignalBlocker(self.indirect):
            self.indirect.setChecked(state.is_indirect)
        self._dash.setText(state.dash)
        self.dash_button.setVisible(state.is_dash_missing)
        self.order_stops()

    def show_no_quote(self, *, can_make: bool) -> None:
        """Show that the cursor is in no quote."""
        if self.has_keyboard() and (self._filled.isVisible() or not can_make):
            self.sheet_wanted.emit()
        self._filled.hide()
        self._empty.show()
        self.make_button.setVisible(can_make)

    def show_new_person(self, title: str, organisation: str) -> None:
        """Show what is known of the person without a name yet, and go to the name."""
        self._filled.show()
        self._empty.hide()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask_card.show_ask(None)
        self._badge.hide()
        self._name.setText(self._speech.gettext("New person"))
        with QSignalBlocker(self.speaker):
            self.speaker.setCurrentIndex(self.speaker.findData(NEW_KEY))
        for line, words in zip(self.lines(), ("", title, organisation), strict=True):
            line.forget()
            line.show_value(words)
        self._rows[3].show_guidance("")
        self.order_stops()

    def show_problem(self, words: str) -> None:
        """Show what is wrong with the name; "" for nothing."""
        self._rows[1].show_problem(words, Tone.DANGER)
        if words:
            self.name.forget()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self._hint.setText(
            _("Put the cursor in a quote to see who says it, or make a quote of this paragraph.")
        )
        self.make_button.setText(_("Make it a quote"))
        labels = (
            _("Speaker"),
            _("Name"),
            _("Title"),
            _("Organisation"),
            _("Partner who answers for the quote"),
        )
        for row, label in zip(self._rows, labels, strict=True):
            row.show_label(label)
        self.indirect.setText(_("Reported speech"))
        self.dash_button.setText(_("Put it in"))
