"""Takes a round from the form to the files; knows no Qt."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.errors import (
    DeadlinePassed,
    InvitedPartnerUnknown,
    NobodyInvited,
    PersonTwice,
    PressDeskError,
    RoundCancelled,
    RoundFilesMissing,
    TimeAmbiguous,
    TimeInGap,
)
from pressdesk.domain.oslo import oslo_time
from pressdesk.domain.rounds import ReaderRole, rounds
from pressdesk.gui.editor.days import day_in_field, typed_day, typed_time
from pressdesk.gui.round.inviting import (
    Guest,
    Sending,
    guests_of,
    instant_of,
    invitations_of,
    usual_deadline,
)
from pressdesk.gui.round.tell_round import spoken_deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.services.rounds import OpenedRound
    from pressdesk.services.stored import StoredRelease

PEOPLE, DEADLINE, FOLDER = "people", "deadline", "folder"
"""The parts of the form that something can be wrong with."""


class SendView(Protocol):
    """What the presenter tells the view."""

    def show_heading(self, title: str, words: str) -> None:
        """Show what is sent."""

    def show_guests(self, guests: Sequence[Guest], partners: Sequence[str]) -> None:
        """Show the people, each in a row; ``partners`` can be chosen from."""

    def show_deadline(self, day: str, time: str, spoken: str) -> None:
        """Show the deadline as typed, and as it is understood."""

    def show_flags(self, *, is_confidential: bool, is_listed: bool) -> None:
        """Show what the files warn of."""

    def show_folder(self, folder: Path) -> None:
        """Show where the files go."""

    def show_problem(self, words: str, part: str = "", row: int | None = None) -> None:
        """Say what is wrong, at the part of the form that it is about."""

    def show_progress(self, done: int, total: int) -> None:
        """Show that files are made."""

    def show_idle(self) -> None:
        """Show that nothing goes on."""

    def show_files(self, names: Sequence[str], folder: Path, words: str) -> None:
        """Show what was made."""

    def focus_guest(self, row: int) -> None:
        """Go to the name in a row."""


class SendWork(Protocol):
    """What is done to the desk; called off the thread of the window."""

    def send(
        self,
        release: ReleaseId,
        sending: Sending,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> OpenedRound:
        """Open a round."""


class SendPresenter:
    """Decides what the form says, and sends.

    ``folder`` is where files went last; ``remember`` keeps another.
    """

    def __init__(  # noqa: PLR0913  # each is another side of the world
        self,
        view: SendView,
        work: SendWork,
        jobs: Jobs,
        speech: Saying,
        clock: Callable[[], datetime],
        *,
        folder: Callable[[], Path],
        remember: Callable[[Path], None],
        say_error: Callable[[BaseException], str],
        sent: Callable[[], None],
    ) -> None:
        self._view = view
        self._work = work
        self._jobs = jobs
        self._speech = speech
        self._clock = clock
        self._last_folder = folder
        self._remember = remember
        self._say_error = say_error
        self._sent = sent
        self._release: StoredRelease | None = None
        self._guests: list[Guest] = []
        self._day = self._time = ""
        self._is_confidential = self._is_listed = False
        self._folder: Path | None = None
        self._running: threading.Event | None = None
        self._opened: OpenedRound | None = None
        self._problem: Callable[[], tuple[str, str, int | None]] | None = None

    def start(self, release: StoredRelease) -> None:
        """Begin a fresh form for a release."""
        content = release.draft.content()
        self._release = release
        self._opened, self._problem = None, None
        self._guests = list(guests_of(release)) or [Guest()]
        at = oslo_time(usual_deadline(self._clock()))
        self._day, self._time = day_in_field(at.date()), f"{at.hour:02}.{at.minute:02}"
        self._is_confidential = content.is_confidential
        self._is_listed = content.is_listed_partner
        self._folder = self._last_folder()
        self._show_all()

    @property
    def release(self) -> StoredRelease | None:
        """The release that is sent."""
        return self._release

    @property
    def is_busy(self) -> bool:
        """Whether files are made."""
        return self._running is not None

    @property
    def is_done(self) -> bool:
        """Whether the files are made."""
        return self._opened is not None

    def guests(self) -> tuple[Guest, ...]:
        """Return the rows as they stand."""
        return tuple(self._guests)

    def retell(self) -> None:
        """Say everything again: the language is another."""
        if self._release is not None:
            self._show_all()

    # --- what is typed

    def on_guest_changed(self, row: int, field: str, value: str) -> None:
        """Take what was typed or chosen in a row."""
        if 0 <= row < len(self._guests):
            guest = self._guests[row]
            match field:
                case "name":
                    self._guests[row] = replace(guest, name=value)
                case "mail":
                    self._guests[row] = replace(guest, mail=value)
                case "role":
                    self._guests[row] = replace(guest, role=ReaderRole(value))
                case "partner":
                    self._guests[row] = replace(guest, partner=value)
            self._clear_problem()

    def on_guest_added(self) -> None:
        """Add an empty row."""
        self._guests.append(Guest())
        self._show_guests()
        self._view.focus_guest(len(self._guests) - 1)

    def on_guest_removed(self, row: int) -> None:
        """Take a row away."""
        if 0 <= row < len(self._guests):
            del self._guests[row]
            self._show_guests()
            self._view.focus_guest(min(row, len(self._guests) - 1))

    def on_deadline_typed(self, day: str, time: str) -> None:
        """Take another deadline, and say how it is understood."""
        self._day, self._time = day, time
        self._clear_problem()
        self._show_deadline()

    def on_confidential(self, is_so: bool) -> None:
        """Take that the files warn of confidential content, or do not."""
        self._is_confidential = is_so

    def on_listed(self, is_so: bool) -> None:
        """Take that the files warn of inside information, or do not."""
        self._is_listed = is_so

    def on_folder(self, folder: Path) -> None:
        """Take another folder."""
        self._folder = folder
        self._remember(folder)
        self._clear_problem()
        self._view.show_folder(folder)

    # --- sending

    def on_send(self) -> None:
        """Make the files and open the round, if the form is right."""
        if self._release is None or self._folder is None or self._running is not None:
            return
        deadline = self._deadline()
        if deadline is None:
            return
        if all(one.is_blank for one in self._guests):
            self._say(NobodyInvited(), PEOPLE)
            return
        nameless = [n for n, one in enumerate(self._guests) if one.mail and not one.name.strip()]
        if nameless:
            self._say_words(lambda: self._speech.gettext("Write the name."), PEOPLE, nameless[0])
            return
        sending = Sending(
            invitations=invitations_of(self._guests),
            deadline=deadline,
            folder=self._folder,
            is_confidential=self._is_confidential,
            is_listed_partner=self._is_listed,
        )
        self._clear_problem()
        release = self._release.id
        # The job's own event would silence the answer: whether the round came must be heard.
        stopped = self._running = threading.Event()

        def job(
            cancelled: threading.Event, report: Callable[[tuple[int, int]], None]
        ) -> OpenedRound:
            return self._work.send(
                release,
                sending,
                lambda done, total: report((done, total)),
                stopped.is_set,
            )

        self._view.show_progress(0, len(sending.invitations))
        self._jobs.run_reporting(
            job, lambda step: self._view.show_progress(*step), self._on_sent, self._on_failed
        )

    def on_cancel(self) -> None:
        """Stop making files; nothing of it stays."""
        if self._running is not None:
            self._running.set()

    def _on_sent(self, opened: OpenedRound) -> None:
        self._running = None
        self._opened = opened
        self._view.show_idle()
        self._show_files()
        self._sent()

    def _on_failed(self, error: BaseException) -> None:
        self._running = None
        self._view.show_idle()
        if not isinstance(error, PressDeskError):
            raise error
        match error:
            case RoundCancelled():
                self._clear_problem()
            case RoundFilesMissing():
                self._say(error, FOLDER)
                self._sent()
            case DeadlinePassed():
                self._say(error, DEADLINE)
            case PersonTwice() | InvitedPartnerUnknown():
                row = next(
                    (n for n, one in enumerate(self._guests) if one.name.strip() == error.name),
                    None,
                )
                self._say(error, PEOPLE, row)
            case _:
                self._say(error, FOLDER)

    # --- what is shown

    def _deadline(self) -> datetime | None:
        tr = self._speech.gettext
        day, clock = typed_day(self._day), typed_time(self._time)
        if day is None:
            self._say_words(lambda: tr("Write the day as 26.11.2026."), DEADLINE)
            return None
        if clock is None:
            self._say_words(lambda: tr("Write the time as 12.00."), DEADLINE)
            return None
        try:
            return instant_of(day, clock)
        except (TimeInGap, TimeAmbiguous) as error:
            self._say(error, DEADLINE)
            return None

    def _show_all(self) -> None:
        assert self._release is not None  # noqa: S101  # asked only while there is a release
        tr = self._speech.gettext
        number = 1 + sum(not one.is_request for one in rounds(self._release.events))
        title = self._release.draft.content().title.plain or tr("(without a title)")
        words = tr("Round {number}: everybody gets a Word file of their own, to answer in.")
        self._view.show_heading(title, words.format(number=number))
        if self._opened is not None:
            self._show_files()
            return
        self._show_guests()
        self._show_deadline()
        self._view.show_flags(is_confidential=self._is_confidential, is_listed=self._is_listed)
        if self._folder is not None:
            self._view.show_folder(self._folder)
        if self._running is None:
            self._view.show_idle()
        if self._problem is not None:
            self._view.show_problem(*self._problem())
        else:
            self._view.show_problem("")

    def _show_guests(self) -> None:
        partners = self._release.draft.content().partners if self._release else ()
        self._view.show_guests(self._guests, [one.short for one in partners])

    def _show_deadline(self) -> None:
        day, clock = typed_day(self._day), typed_time(self._time)
        spoken = ""
        if day is not None and clock is not None:
            try:
                spoken = spoken_deadline(self._speech, instant_of(day, clock))
            except (TimeInGap, TimeAmbiguous) as error:
                spoken = self._say_error(error)
        self._view.show_deadline(self._day, self._time, spoken)

    def _show_files(self) -> None:
        if self._opened is None or self._folder is None:
            return
        count = len(self._opened.paths)
        words = self._speech.ngettext(
            "{count} file is ready. Send it by e-mail to the person it is named after.",
            "{count} files are ready. Send each by e-mail to the person it is named after.",
            count,
        )
        names = [path.name for path in self._opened.paths]
        self._view.show_files(names, self._folder, words.format(count=count))

    def _say(self, error: BaseException, part: str, row: int | None = None) -> None:
        self._say_words(lambda: self._say_error(error), part, row)

    def _say_words(self, words: Callable[[], str], part: str, row: int | None = None) -> None:
        self._problem = lambda: (words(), part, row)
        self._view.show_problem(*self._problem())

    def _clear_problem(self) -> None:
        if self._problem is not None:
            self._problem = None
            self._view.show_problem("")
