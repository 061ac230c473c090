"""The panel at the left: who has answered, the deadline, and the rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pressdesk.domain.oslo import oslo_time
from pressdesk.gui.editor.days import day_in_field
from pressdesk.gui.editor.fields import let_grow
from pressdesk.gui.round.state import TONES
from pressdesk.gui.round.tell_round import spoken_deadline
from pressdesk.gui.widgets.ask_form import AskForm, Question
from pressdesk.gui.widgets.badge import Badge, PersonBadge
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.flow import FlowLayout
from pressdesk.gui.widgets.labels import SectionHeader, make_label
from pressdesk.gui.widgets.painting import add_look
from pressdesk.gui.widgets.pill import Pill
from pressdesk.gui.widgets.sidebar_list import SidebarItem, SidebarList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.round.state import Overall, PersonCard, RoundRow
    from pressdesk.gui.surroundings import Surroundings

DAY, TIME = "day", "time"
_DEADLINE = "deadline"


class _Person(Card):
    """One reader."""

    remind_wanted = Signal(str)

    def __init__(self, around: Surroundings, card: PersonCard, parent: QWidget) -> None:
        super().__init__(around.look, parent=parent)
        self.setObjectName("person_card")
        let_grow(self)
        self.setAccessibleName(card.spoken)
        look = around.look
        head = QHBoxLayout()
        head.setSpacing(look.length(6))
        badge = Badge(card.initials, card.slot, card.partner or card.name)
        head.addWidget(PersonBadge(look, badge, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        names = QWidget(self)
        flow = FlowLayout(names)
        flow.setSpacing(look.length(5))
        name = ElidedLabel(card.name, names)
        add_look(name, "strong")
        name.setMinimumHeight(look.icon_size(24))
        flow.addWidget(name)
        flow.addWidget(Pill(look, card.state_words, TONES[card.state], names))
        head.addWidget(names, 1)
        self.content.addLayout(head)
        for line in card.lines:
            self._add("muted", line)
        if card.alarm:
            self._add("danger", card.alarm)
        if card.mail:
            button = Button(look, ButtonKind.LINK, parent=self)
            button.setObjectName("person_remind")
            button.setText(around.speech.gettext("Remind by e-mail"))
            button.setAccessibleDescription(card.name)
            button.clicked.connect(lambda: self.remind_wanted.emit(card.key))
            self.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, look: str, words: str) -> None:
        label = make_label(look, words, wraps=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.content.addWidget(label)


class Side(QScrollArea):
    """Says which round was chosen, and what is wanted of the one that is shown."""

    round_chosen = Signal(str)
    receive_wanted = Signal()
    compare_wanted = Signal()
    remind_wanted = Signal(str)
    deadline_given = Signal(str, str)
    """A day and a time, as they were typed."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("round_side")
        add_look(self, "side")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._around = around
        self._overall: Overall | None = None
        self._shown: tuple[PersonCard, ...] = ()
        look = around.look
        self._inner = QWidget(self)
        self._inner.setObjectName("round_side_inner")
        add_look(self._inner, "clear")
        self._people_head = SectionHeader(look, parent=self)
        self._people = QVBoxLayout()
        self.receive_button = Button(look, ButtonKind.PLAIN, "import", self)
        self.receive_button.setObjectName("round_receive")
        self._deadline_head = SectionHeader(look, parent=self)
        self._deadline = make_label("", wraps=True)
        self.move_button = Button(look, ButtonKind.LINK, parent=self)
        self.move_button.setObjectName("round_move")
        self.form = AskForm(look, around.speech, self)
        self._rounds_head = SectionHeader(look, parent=self)
        self.rounds = SidebarList(look, self)
        self.rounds.setObjectName("round_list")
        self.rounds.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.compare_button = Button(look, ButtonKind.LINK, parent=self)
        self.compare_button.setObjectName("round_compare")
        self._link_rows = (QHBoxLayout(), QHBoxLayout())
        self._column = QVBoxLayout(self._inner)
        self._lay_out()
        self.setWidget(self._inner)
        self._connect()
        look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def _lay_out(self) -> None:
        column = self._column
        for row, button in zip(
            self._link_rows, (self.move_button, self.compare_button), strict=True
        ):
            row.addWidget(button)
            row.addStretch(1)
        column.addWidget(self._people_head)
        column.addLayout(self._people)
        column.addSpacing(5)
        column.addWidget(self.receive_button)
        column.addWidget(self._deadline_head)
        column.addWidget(self._deadline)
        column.addLayout(self._link_rows[0])
        column.addWidget(self.form)
        column.addWidget(self._rounds_head)
        column.addWidget(self.rounds)
        column.addLayout(self._link_rows[1])
        column.addStretch(1)

    def _connect(self) -> None:
        self.rounds.chosen.connect(self.round_chosen)
        self.receive_button.clicked.connect(self.receive_wanted)
        self.compare_button.clicked.connect(self.compare_wanted)
        self.move_button.clicked.connect(self.ask_deadline)
        self.form.answered.connect(self._on_answered)
        self.form.cancelled.connect(self.end_form)

    # --- what is shown

    def show_people(self, people: Sequence[PersonCard]) -> None:
        """Show the readers."""
        if tuple(people) == self._shown:
            return
        self._shown = tuple(people)
        while (item := self._people.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card in people:
            person = _Person(self._around, card, self._inner)
            person.remind_wanted.connect(self.remind_wanted)
            self._people.addWidget(person)
            person.show()

    def show_rounds(self, rows: Sequence[RoundRow], current: str) -> None:
        """Show the rounds, the current one chosen."""
        items = [SidebarItem(key=row.key, text=row.name, mark=row.note) for row in rows]
        self.rounds.show_items(items, current)
        self._fit_rounds()
        self.compare_button.setVisible(bool(rows))

    def show_overall(self, overall: Overall) -> None:
        """Show the deadline."""
        self._overall = overall
        self._deadline.setText(spoken_deadline(self._around.speech, overall.deadline))
        self.receive_button.setVisible(True)
        can_move = overall.is_open and not self.form.isVisibleTo(self)
        self.move_button.setVisible(can_move)

    def ask_deadline(self) -> None:
        """Ask for another deadline."""
        if self._overall is None:
            return
        tr = self._around.speech.gettext
        at = oslo_time(self._overall.deadline)
        self.move_button.hide()
        self.form.set_busy(is_busy=False)
        self.form.ask(
            _DEADLINE,
            "",
            "",
            (
                Question(
                    key=DAY,
                    label=tr("New deadline"),
                    value=day_in_field(at.date()),
                    is_required=True,
                ),
                Question(
                    key=TIME,
                    label=tr("Time"),
                    value=f"{at.hour:02}.{at.minute:02}",
                    is_required=True,
                ),
            ),
            tr("Move the deadline"),
        )

    def show_deadline_problem(self, words: str, key: str = DAY) -> None:
        """Say what is wrong with the deadline."""
        self.form.set_busy(is_busy=False)
        self.form.show_problem(words, key)

    def end_form(self) -> None:
        """Ask nothing any more."""
        had_keyboard = self.form.isVisibleTo(self)
        self.form.end()
        is_open = self._overall is not None and self._overall.is_open
        self.move_button.setVisible(is_open)
        if had_keyboard and is_open:
            self.move_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self.setAccessibleName(tr("Answers and rounds"))
        self._people_head.show_text(tr("Answers in the round"))
        self._deadline_head.show_text(tr("Deadline"))
        self._rounds_head.show_text(tr("Rounds"))
        self.rounds.setAccessibleName(tr("Rounds"))
        self.receive_button.setText(tr("Receive answers …"))
        self.move_button.setText(tr("Move the deadline …"))
        self.compare_button.setText(tr("Compare rounds …"))
        if self.form.isVisibleTo(self):
            self.end_form()
        if self._overall is not None:
            self.show_overall(self._overall)

    def _on_answered(self, _name: str, answers: dict[str, str]) -> None:
        self.deadline_given.emit(answers[DAY], answers[TIME])

    def _fit_rounds(self) -> None:
        count = len(self.rounds.items())
        height = sum(self.rounds.sizeHintForRow(row) for row in range(count))
        self.rounds.setFixedHeight(height + 2)

    def _restyle(self) -> None:
        look = self._around.look
        side = look.length(10)
        self._column.setContentsMargins(side, look.length(8), side, side)
        self._column.setSpacing(look.length(4))
        self._people.setSpacing(look.length(9))
        inset = look.length(8)
        for widget in (self._people_head, self._deadline_head, self._rounds_head, self._deadline):
            widget.setContentsMargins(inset, 0, 0, 0)
        for row in self._link_rows:
            row.setContentsMargins(inset - 2, 0, 0, 0)
        self._fit_rounds()
