"""The round screen as a place of the window, wired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, QUrlQuery, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.errors import TimeAmbiguous, TimeInGap
from pressdesk.gui.desk.jobs import LaneJobs
from pressdesk.gui.editor.days import typed_day, typed_time
from pressdesk.gui.editor.saying import sentence
from pressdesk.gui.round.inviting import instant_of
from pressdesk.gui.round.presenter import RoundPresenter
from pressdesk.gui.round.side import DAY, TIME
from pressdesk.gui.round.state import Step
from pressdesk.gui.round.tell_round import spoken_deadline
from pressdesk.gui.round.view import RoundView
from pressdesk.gui.tasks import Lane
from pressdesk.gui.widgets.ask_form import Question
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from pressdesk.domain.rounds import Reader
    from pressdesk.gui.round.ports import Work
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.rounds import Received
    from pressdesk.services.stored import StoredRelease

_KEYS = {
    "undo": (N_("Undo the decision"), "Ctrl+Z"),
    "redo": (N_("Decide again"), "Ctrl+Y"),
    "accept": (N_("Accept the proposal"), "Alt+A"),
    "reject": (N_("Reject the proposal"), "Alt+R"),
    "accept_here": (N_("Accept all in this place"), "Alt+Shift+A"),
    "next": (N_("Next proposal"), "F8"),
    "previous": (N_("Previous proposal"), "Shift+F8"),
    "receive": (N_("Receive answers …"), "Ctrl+Shift+O"),
    "close": (N_("Close the round"), "Ctrl+Shift+Return"),
    "next_pane": (N_("Next pane"), "F6"),
    "previous_pane": (N_("Previous pane"), "Shift+F6"),
    "to_people": (N_("Go to the answers"), "Ctrl+1"),
    "to_text": (N_("Go to the text"), "Ctrl+2"),
    "to_panel": (N_("Go to the proposals"), "Ctrl+3"),
}
_IN_MENU = ("undo", "redo", "accept", "reject", "accept_here", "next", "previous")


class RoundPlace(QWidget):
    """Shows one round of one release; ``open`` brings it in, ``leave`` takes leave of it."""

    closed = Signal()
    """The user wants back to the text; every decision is stored."""
    receive_wanted = Signal()
    compare_wanted = Signal()

    def __init__(
        self,
        around: Surroundings,
        work: Work,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("round_place")
        self._around = around
        self.view = RoundView(around, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view.text)
        self.presenter = RoundPresenter(
            self.view,
            work,
            LaneJobs(around.tasks, self, Lane.STORE),
            around.speech,
            clock,
            say_error=lambda error: sentence(around.speech, error),
        )
        self._actions: dict[str, QAction] = {}
        self._connect()
        self._make_actions()
        around.speech.follow(self.retranslate)

    # --- what the window asks

    def open(
        self, release: StoredRelease, chosen: str = "", received: Sequence[Received] = ()
    ) -> bool:
        """Show a round; return whether the release has one."""
        return self.presenter.open(release, chosen, received)

    def leave(self, then: Callable[[], None]) -> None:
        """Call ``then`` once every decision is stored."""
        self.presenter.leave(then)

    @property
    def release(self) -> StoredRelease | None:
        """The release that is shown."""
        return self.presenter.release

    def menus(self) -> Mapping[str, Sequence[QAction]]:
        """Return what belongs into the menus ``edit`` and ``export``."""
        return {
            "edit": tuple(self._actions[name] for name in _IN_MENU),
            "export": (self._actions["receive"], self._actions["close"]),
        }

    def go_to_pane(self, by: int = 0, number: int = 0) -> None:
        """Go ``by`` panes on from where the keyboard is, or to pane ``number``."""
        self.view.go_to_pane(by, number)

    def action(self, name: str) -> QAction:
        """Return one of the place's actions."""
        return self._actions[name]

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        for name, (words, _keys) in _KEYS.items():
            self._actions[name].setText(self._around.speech.gettext(words))
        self.presenter.retell()

    # --- wiring

    def _connect(self) -> None:
        view, presenter = self.view, self.presenter
        view.chosen.connect(presenter.on_chosen)
        view.step_wanted.connect(lambda key, step: presenter.on_step(key, Step(step)))
        view.message_action.connect(presenter.on_message_action)
        view.message_closed.connect(presenter.on_message_closed)
        view.undo_wanted.connect(presenter.on_undo)
        top, side, panel = view.top, view.side, view.panel
        top.back_wanted.connect(lambda: self.leave(self.closed.emit))
        top.next_wanted.connect(presenter.on_next)
        top.accept_of_wanted.connect(presenter.on_accept_of)
        top.accept_block_wanted.connect(presenter.on_accept_block)
        top.close_wanted.connect(presenter.on_close_wanted)
        side.round_chosen.connect(presenter.on_round_chosen)
        side.receive_wanted.connect(self.receive_wanted)
        side.compare_wanted.connect(self.compare_wanted)
        side.remind_wanted.connect(self._on_remind)
        side.deadline_given.connect(self._on_deadline)
        panel.changes.answered.connect(presenter.on_answer)
        panel.remarks.new_wanted.connect(self._on_new_comment)
        panel.remarks.written.connect(
            lambda answers: presenter.on_comment(answers["text"], answers["audience"])
        )
        panel.remarks.replied.connect(presenter.on_reply)
        panel.remarks.resolved.connect(presenter.on_settle)

    def _make_actions(self) -> None:
        presenter = self.presenter
        commands: dict[str, Callable[[], object]] = {
            "undo": presenter.on_undo,
            "redo": presenter.on_redo,
            "accept": presenter.on_accept,
            "reject": presenter.on_reject,
            "accept_here": presenter.on_accept_block,
            "next": presenter.on_next,
            "previous": lambda: presenter.on_next(-1),
            "receive": self.receive_wanted.emit,
            "close": presenter.on_close_wanted,
            "next_pane": lambda: self.go_to_pane(by=1),
            "previous_pane": lambda: self.go_to_pane(by=-1),
            "to_people": lambda: self.go_to_pane(number=0),
            "to_text": lambda: self.go_to_pane(number=1),
            "to_panel": lambda: self.go_to_pane(number=2),
        }
        for name, (_words, keys) in _KEYS.items():
            action = QAction(self)
            action.setObjectName(f"round_{name}")
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, command=commands[name]: command())
            self.addAction(action)
            self._actions[name] = action

    # --- what is typed

    def _on_deadline(self, day_typed: str, time_typed: str) -> None:
        tr, side = self._around.speech.gettext, self.view.side
        day, clock = typed_day(day_typed), typed_time(time_typed)
        if day is None:
            side.show_deadline_problem(tr("Write the day as 26.11.2026."), DAY)
        elif clock is None:
            side.show_deadline_problem(tr("Write the time as 12.00."), TIME)
        else:
            try:
                instant = instant_of(day, clock)
            except (TimeInGap, TimeAmbiguous) as error:
                side.show_deadline_problem(sentence(self._around.speech, error), TIME)
            else:
                self.presenter.on_deadline(instant)

    def _on_new_comment(self) -> None:
        tr = self._around.speech.gettext
        release = self.presenter.release
        partners = release.draft.content().partners if release is not None else ()
        audiences = (
            ("all", tr("Everybody")),
            ("own", tr("Own organisation only")),
            *((one.short, tr("Only {partner}").format(partner=one.short)) for one in partners),
        )
        questions = (
            Question(key="text", label=tr("Comment"), is_required=True, is_long=True),
            Question(key="audience", label=tr("Who may read it?"), choices=audiences, value="all"),
        )
        self.view.panel.remarks.ask(
            tr("Comment on the text as a whole"), "", questions, tr("Comment")
        )

    def _on_remind(self, key: str) -> None:
        """Let the mail program write to somebody whose answer is waited for."""
        found = self.presenter.reader(key)
        if found is not None and found.mail:
            QDesktopServices.openUrl(self.reminder(found))

    def reminder(self, reader: Reader) -> QUrl:
        """Return the mail to somebody whose answer is waited for, as an address to open."""
        speech = self._around.speech
        subject, deadline = self.presenter.told()
        body = speech.gettext(
            "Dear {name},\n\nwe are waiting for your answer about “{title}”. "
            "The deadline is {deadline}.\n\nThe file is called {file}.\n"
        ).format(
            name=reader.name,
            title=subject,
            deadline=spoken_deadline(speech, deadline),
            file=reader.file_name,
        )
        query = QUrlQuery()
        query.addQueryItem("subject", speech.gettext("Reminder: {title}").format(title=subject))
        query.addQueryItem("body", body)
        url = QUrl(f"mailto:{reader.mail}")
        url.setQuery(query)
        return url
