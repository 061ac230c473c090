"""The ready page as it is laid out: bar, what remains, the way out, and a line at the foot."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.ready.cards import GapList
from pressdesk.gui.ready.out import OutPanel
from pressdesk.gui.widgets.banner import Banner
from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import Tone, add_look
from pressdesk.gui.widgets.pill import Pill
from pressdesk.gui.widgets.stage_line import StageLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.ready.cards import GapRow
    from pressdesk.gui.ready.state import ReadyState
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.widgets.ask_form import Question

_OUT_PX = 460
_OUT_SHARE = 0.45
_LEFT_PX = 420
_TITLE_LETTERS = 12


class ReadyView(QWidget):
    """Shows the page; says what the user asked for by signals."""

    back_wanted = Signal()
    draft_wanted = Signal()
    lock_wanted = Signal()
    go_wanted = Signal(str)
    request_wanted = Signal(str)
    request_answered = Signal(str, str, dict)
    about_wanted = Signal(object, object, object)
    """A form, a text and a quote of it: somebody is to be asked about it in the form."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ready_view")
        self._around = around
        look, speech = around.look, around.speech
        self.banner = Banner(look, speech, self)
        self.out = OutPanel(around, self)
        self.remaining = GapList(around, "ready_remaining", "danger", self)
        self.worth = GapList(around, "ready_worth", "warn", self)
        self.heading = make_label("heading", wraps=True)
        self.more = make_label("muted", wraps=True)
        self._worth_heading = make_label("section", wraps=True)
        self._fine_heading = make_label("section", wraps=True)
        self.fine = make_label("muted", wraps=True)
        self.fine.setTextFormat(Qt.TextFormat.PlainText)
        self._build_bar()
        self._build_foot()
        self._arrange()
        for gaps in (self.remaining, self.worth):
            gaps.go_wanted.connect(self.go_wanted)
            gaps.request_wanted.connect(self.request_wanted)
            gaps.answered.connect(self.request_answered)
        look.follow(self._dress)
        speech.follow(self.retranslate)

    def _build_bar(self) -> None:
        look = self._around.look
        self._bar = QWidget(self)
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self._bar, "bar")
        self.back_button = IconButton(look, "chevron-left", parent=self._bar)
        self.back_button.setObjectName("ready_back")
        self.title = ElidedLabel("", self._bar)
        add_look(self.title, "title")
        self.badge = Pill(look, parent=self._bar)
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.stage = StageLine(look, self._around.speech, self._bar)
        self.draft_button = Button(look, parent=self._bar)
        self.draft_button.setObjectName("ready_draft")
        self.lock_button = Button(look, ButtonKind.PRIMARY, parent=self._bar)
        self.lock_button.setObjectName("ready_lock")
        self._bar_row = QHBoxLayout(self._bar)
        for part in (self.back_button, self.title, self.badge):
            self._bar_row.addWidget(part)
        self._bar_row.addStretch(1)
        self._bar_row.addWidget(self.stage)
        self._bar_row.addStretch(1)
        self._bar_row.addWidget(self.draft_button)
        self._bar_row.addWidget(self.lock_button)
        self.back_button.clicked.connect(self.back_wanted)
        self.draft_button.clicked.connect(self.draft_wanted)
        self.lock_button.clicked.connect(self.lock_wanted)

    def _build_foot(self) -> None:
        self._foot = QWidget(self)
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self._foot, "status")
        self.log = QLabel(self._foot)
        self.log.setObjectName("ready_log")
        self.engines = QLabel(self._foot)
        add_look(self.engines, "muted small")
        self._foot_row = QHBoxLayout(self._foot)
        self._foot_row.addWidget(self.log)
        self._foot_row.addStretch(1)
        self._foot_row.addWidget(self.engines)

    def _arrange(self) -> None:
        self._area = QScrollArea(self)
        self._area.setObjectName("ready_area")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = _Inner(self._area)
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(inner, "ground")
        self._left = QVBoxLayout()
        for part in (
            self.banner,
            self.heading,
            self.remaining,
            self.more,
            self._worth_heading,
            self.worth,
            self._fine_heading,
            self.fine,
        ):
            self._left.addWidget(part)
        self._left.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addLayout(self._left, 1)
        self._sides.addWidget(self.out)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot)

    # --- what is shown

    def show_state(self, state: ReadyState) -> None:
        """Show a release."""
        self.title.setText(state.title)
        self.badge.show_status(state.badge, state.tone)
        self.stage.show_steps(state.steps)
        self.heading.setText(state.heading)
        self.remaining.show_cards(state.blocking)
        self.remaining.setVisible(bool(state.blocking))
        self.more.setText(state.more)
        self.more.setVisible(bool(state.more))
        self.worth.show_cards(state.warnings)
        for part in (self.worth, self._worth_heading):
            part.setVisible(bool(state.warnings))
        self.fine.setText("   ".join(f"✓\u00a0{_kept_together(one)}" for one in state.fine))
        for part in (self.fine, self._fine_heading):
            part.setVisible(bool(state.fine))
        self.lock_button.setEnabled(state.is_ready and not state.is_frozen)
        why = "" if self.lock_button.isEnabled() else state.lock_words
        self.lock_button.setToolTip(why)
        self.lock_button.setAccessibleDescription(why)
        self.out.show_state(state)
        self.log.setText(state.log)
        add_look(self.log, "muted small" if state.is_log_whole else "danger small")
        self.engines.setText(state.foot)
        self._fit_title()
        self._order()

    def show_message(self, words: str, *, is_wrong: bool = False) -> None:
        """Say how something went; "" for nothing."""
        if words:
            self.banner.show_message(words, Tone.WARN if is_wrong else Tone.OK)
            self._area.ensureWidgetVisible(self.banner)
        else:
            self.banner.hide()

    def ask_override(self, title: str, note: str, questions: Sequence[Question], done: str) -> None:
        """Ask who takes the responsibility, and why."""
        self.out.ask_override(title, note, questions, done)
        self._order()
        self._area.ensureWidgetVisible(self.out.form)

    def end_override(self) -> None:
        """Ask that no more."""
        self.out.end_override()

    def show_override_problem(self, words: str, key: str = "") -> None:
        """Show what is wrong with the answers."""
        self.out.form.show_problem(words, key)

    def ask_about(self, key: str, content: Content, block: BlockId) -> None:
        """Ask at a card whom to send a quote to."""
        row = self.remaining.row(key) or self.worth.row(key)
        if row is not None:
            self.about_wanted.emit(FormAt(row), content, block)
            self._area.ensureWidgetVisible(row)
            self._order()

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no second wish while the first is worked on."""
        self.out.form.set_busy(is_busy=is_busy)
        if is_busy:
            self.lock_button.setEnabled(False)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that the keyboard can be in."""
        first = next((row.go_button for row in self.remaining.rows()), self.back_button)
        out = self.out.override_button if self.out.override_button.isVisible() else None
        return (first, out or self.out.final_button)

    def retranslate(self) -> None:
        """Say it in the language of the window; the state comes with it."""
        _ = self._around.speech.gettext
        self.back_button.show_name(_("Back to the text"), "Esc")
        self.draft_button.setText(_("Export draft"))
        self.draft_button.setToolTip("Ctrl+E")
        self.lock_button.setText(_("Lock the text"))
        self._worth_heading.setText(_("Worth a look"))
        self._fine_heading.setText(_("In order"))
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the way out below what remains where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self._around.look
        out = min(look.length(_OUT_PX), round(self.width() * _OUT_SHARE))
        is_narrow = self.width() - out < look.length(_LEFT_PX)
        self._sides.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        self.out.setMinimumWidth(0 if is_narrow else out)
        self.out.setMaximumWidth(16_777_215 if is_narrow else out)
        self._fit_title()

    def _fit_title(self) -> None:
        margins = self._bar_row.contentsMargins()
        others = (self.back_button, self.badge, self.draft_button, self.lock_button)
        taken = margins.left() + margins.right() + sum(one.sizeHint().width() for one in others)
        gaps = (len(others) + 3) * self._bar_row.spacing()
        least = self.title.fontMetrics().averageCharWidth() * _TITLE_LETTERS
        room = self.width() - taken - gaps
        self.stage.setVisible(room - least > self.stage.minimumSizeHint().width())
        room -= self.stage.sizeHint().width() if not self.stage.isHidden() else 0
        self.title.setMaximumWidth(max(least, room))

    def _order(self) -> None:
        """Let Tab go as one reads: the bar, what remains, worth a look, the way out."""
        stops: list[QWidget] = [self.back_button, self.draft_button, self.lock_button]
        for row in (*self.remaining.rows(), *self.worth.rows()):
            stops += [row.go_button, row.request_button]
        stops += [self.out.final_button, self.out.override_button]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _dress(self) -> None:
        look = self._around.look
        self._bar.setFixedHeight(max(look.length(52), look.icon_size(46)))
        side = look.length(14)
        self._bar_row.setContentsMargins(side - 4, 0, side + 4, 0)
        self._bar_row.setSpacing(side)
        self._foot.setFixedHeight(max(look.length(30), look.icon_size(28)))
        self._foot_row.setContentsMargins(look.length(18), 0, look.length(18), 0)
        wide = look.length(34)
        self._left.setContentsMargins(wide, look.length(24), wide, look.length(24))
        self._left.setSpacing(look.length(9))
        for heading in (self._worth_heading, self._fine_heading):
            heading.setContentsMargins(0, look.length(14), 0, 0)
        self._fit()


class _Inner(QWidget):
    """What is scrolled: as high as its words need at their width, and no higher."""

    def minimumSizeHint(self) -> QSize:
        """Return the least width; Qt asks for the height at the width there is."""
        return QSize(super().minimumSizeHint().width(), 0)


class FormAt:
    """The form of a card, as whoever asks there sees it."""

    def __init__(self, row: GapRow) -> None:
        self._row = row
        self.key = row.card.key

    def ask(
        self, name: str, title: str, note: str, questions: Sequence[Question], done_words: str
    ) -> None:
        """Ask for what is needed."""
        self._row.form.set_busy(is_busy=False)
        self._row.form.ask(name, title, note, questions, done_words)

    def end_form(self) -> None:
        """Ask nothing any more."""
        self._row.form.end()

    def show_form_problem(self, words: str, key: str = "") -> None:
        """Show what is wrong with an answer."""
        self._row.form.show_problem(words, key)

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no second answer while the first is worked on."""
        self._row.form.set_busy(is_busy=is_busy)


def _kept_together(words: str) -> str:
    """Return short words so that a line never breaks right after their mark."""
    first, _, rest = words.partition(" ")
    return f"{first}\u00a0{rest}" if rest else first
