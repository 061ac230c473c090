"""The bar above the round and the line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from pressdesk.gui.round.state import Counts, Overall
from pressdesk.gui.round.tell_round import counted
from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.painting import Tone, add_look
from pressdesk.gui.widgets.pill import Pill

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from pressdesk.gui.surroundings import Surroundings

_TITLE_LETTERS = 12


class TopBar(QWidget):
    """Which round of which release, how far it is decided, and what can be done with all of it."""

    back_wanted = Signal()
    next_wanted = Signal(int)
    accept_of_wanted = Signal(str)
    """A partner's short form; empty for everybody."""
    accept_block_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("round_top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "bar")
        self._look = around.look
        self._speech = around.speech
        self._partners: tuple[str, ...] = ()
        self._counts = Counts()
        self._is_open = False
        self.back_button = IconButton(around.look, "chevron-left", parent=self)
        self.back_button.setObjectName("round_back")
        self.title = ElidedLabel("", self)
        self.title.setObjectName("round_title")
        add_look(self.title, "title")
        self.pill = Pill(around.look, parent=self)
        self.pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.counts = ElidedLabel("", self)
        self.counts.setObjectName("round_counts")
        add_look(self.counts, "muted")
        self.previous_button = Button(around.look, parent=self)
        self.previous_button.setObjectName("round_previous")
        self.next_button = Button(around.look, parent=self)
        self.next_button.setObjectName("round_next")
        self.accept_button = Button(around.look, parent=self)
        self.accept_button.setObjectName("round_accept_of")
        self.menu = QMenu(self.accept_button)
        self.accept_button.setMenu(self.menu)
        self.close_button = Button(around.look, ButtonKind.PRIMARY, parent=self)
        self.close_button.setObjectName("round_close")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back_button)
        self._row.addWidget(self.title)
        self._row.addWidget(self.pill)
        self._row.addStretch(1)
        for widget in (self.counts, *self._buttons()):
            self._row.addWidget(widget)
        self.back_button.clicked.connect(self.back_wanted)
        self.previous_button.clicked.connect(lambda: self.next_wanted.emit(-1))
        self.next_button.clicked.connect(lambda: self.next_wanted.emit(1))
        self.close_button.clicked.connect(self.close_wanted)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def _buttons(self) -> tuple[Button, ...]:
        return (self.previous_button, self.next_button, self.accept_button, self.close_button)

    def show_overall(self, overall: Overall, counts: Counts, partners: Sequence[str]) -> None:
        """Show another state."""
        self._counts, self._partners = counts, tuple(partners)
        self._is_open = overall.is_open
        self.title.setText(overall.title)
        self.pill.show_status(overall.round_words, Tone.WARN if overall.is_open else Tone.NEUTRAL)
        self.retranslate()

    def actions_of_menu(self) -> tuple[QAction, ...]:
        """Return what can be accepted at once."""
        return tuple(self.menu.actions())

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._speech.gettext
        self.back_button.show_name(tr("Back to the text"))
        words = counted(self._speech, self._counts)
        self.counts.setText(words)
        self.previous_button.setText(tr("← Previous"))
        self.previous_button.setAccessibleName(tr("Previous proposal"))
        self.previous_button.setToolTip("Shift+F8")
        self.next_button.setText(tr("Next →"))
        self.next_button.setAccessibleName(tr("Next proposal"))
        self.next_button.setToolTip("F8")
        self.close_button.setText(tr("Close the round"))
        self.close_button.setToolTip("Ctrl+Shift+Enter")
        self._fill_menu()
        has_left = self._counts.left > 0
        for button in (self.previous_button, self.next_button, self.accept_button):
            button.setEnabled(has_left)
        self.close_button.setVisible(self._is_open)
        self._fit()

    def _fill_menu(self) -> None:
        tr = self._speech.gettext
        self.menu.clear()
        for short in self._partners:
            words = tr("Accept all from {partner}").format(partner=short)
            action = self.menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, short=short: self.accept_of_wanted.emit(short))
        here = self.menu.addAction(tr("Accept all in this place"))
        here.triggered.connect(lambda _=False: self.accept_block_wanted.emit())
        everything = self.menu.addAction(tr("Accept all"))
        everything.triggered.connect(lambda _=False: self.accept_of_wanted.emit(""))
        self.menu.setAccessibleName(tr("Accept several"))
        self.accept_button.setText(tr("Accept several"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the figures give way first, then the title."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave to title and figures what the buttons do not need."""
        margins = self._row.contentsMargins()
        buttons = [one for one in self._buttons() if not one.isHidden()]
        taken = margins.left() + margins.right() + self.back_button.sizeHint().width()
        taken += self.pill.sizeHint().width() + sum(one.sizeHint().width() for one in buttons)
        room = self.width() - taken - (len(buttons) + 5) * self._row.spacing()
        least = self.title.fontMetrics().averageCharWidth() * _TITLE_LETTERS
        wished = self.counts.fontMetrics().horizontalAdvance(self.counts.text()) + 4
        self.counts.setVisible(room - wished > least)
        self.counts.setMinimumWidth(wished if room - wished > least else 0)
        if room - wished > least:
            room -= wished
        self.title.setMaximumWidth(max(least, room))

    def _restyle(self) -> None:
        self.setFixedHeight(max(self._look.length(52), self._look.icon_size(46)))
        side = self._look.length(14)
        self._row.setContentsMargins(side - 4, 0, side + 4, 0)
        self._row.setSpacing(self._look.length(12))
        self._fit()


class StatusLine(QWidget):
    """When the round was sent, whom it waits for, whether the log is whole, and the panes."""

    people_wanted = Signal()
    panel_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("round_status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "status")
        self._look = around.look
        self._speech = around.speech
        self._labels = [ElidedLabel("", self) for _ in range(4)]
        self._people = IconButton(around.look, "person", design_px=14, parent=self)
        self._people.setObjectName("show_people")
        self._panel = IconButton(around.look, "list", design_px=14, parent=self)
        self._panel.setObjectName("show_panel")
        for button in (self._people, self._panel):
            button.setCheckable(True)
            button.hide()
        for label in self._labels:
            add_look(label, "muted small")
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._people)
        for label in self._labels[:3]:
            self._row.addWidget(label)
        self._row.addStretch(1)
        self._row.addWidget(self._labels[3])
        self._row.addWidget(self._panel)
        self._people.clicked.connect(self.people_wanted)
        self._panel.clicked.connect(self.panel_wanted)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def show_overall(self, overall: Overall) -> None:
        """Show another state."""
        said = (
            overall.left_words,
            overall.deadline_words,
            overall.waiting_words,
            overall.right_words,
        )
        for label, words in zip(self._labels, said, strict=True):
            label.setText(words)
            label.setVisible(bool(words))

    def show_panes(self, *, has_people: bool, has_panel: bool, asked: Collection[str]) -> None:
        """Offer the panes that there is no room for; ``asked`` are those shown all the same."""
        self._people.setVisible(not has_people)
        self._panel.setVisible(not has_panel)
        self._people.setChecked("people" in asked)
        self._panel.setChecked("panel" in asked)

    def words(self) -> tuple[str, ...]:
        """Return the words shown."""
        return tuple(label.text() for label in self._labels)

    def retranslate(self) -> None:
        """Say it in the language of the window; the words come with the next state."""
        self._people.show_name(self._speech.gettext("Answers and rounds"), "Ctrl+1")
        self._panel.show_name(self._speech.gettext("About the round"), "Ctrl+3")

    def _restyle(self) -> None:
        self.setFixedHeight(max(self._look.length(30), self._look.icon_size(28)))
        side = self._look.length(18)
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(self._look.length(22))
