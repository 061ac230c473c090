"""The way to the rounds: sending one, deciding about one, and taking answers in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pressdesk.domain.errors import PressDeskError
from pressdesk.gui.desk.asking import LastFolder, ask_for_files
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.desk.store import Store
    from pressdesk.gui.round import RoundPlace
    from pressdesk.gui.round.send_place import SendPlace
    from pressdesk.gui.round.work import Post, RoundWork
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.window.main_window import MainWindow
    from pressdesk.services.stored import StoredRelease

    Failed = Callable[[BaseException], None]

_SUFFIX = ".docx"
_FOLDER_KEY = "rounds/folder"


class RoundDoor(QObject):
    """Opens the two places; each is made when it is first gone to."""

    left = Signal(object)
    """The user wants to the text of this release."""
    compare_wanted = Signal(object)
    """The user wants to compare versions of this release."""
    receive_wanted = Signal(object)
    """The user chose files that should be answers."""

    def __init__(  # noqa: PLR0913, PLR0917  # each is another side of the world
        self,
        around: Surroundings,
        window: MainWindow,
        store: Store,
        jobs: Jobs,
        last_folder: LastFolder,
        geometry_file: Path,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._store = store
        self._jobs = jobs
        self._last_folder = last_folder
        self._round_folder = LastFolder(geometry_file, _FOLDER_KEY)
        self._clock = clock
        self.place: RoundPlace | None = None
        self.sending: SendPlace | None = None

    def open(self, release: ReleaseId, failed: Failed) -> None:
        """Show the round of a release that counts; without one, offer to send the text."""
        self._jobs.run(lambda _: self._work().open(release), self._show_or_send, failed)

    def send(self, release: ReleaseId, failed: Failed) -> None:
        """Ask who is to read a release."""
        self._jobs.run(lambda _: self._work().open(release), self._show_sending, failed)

    def ask_for_answers(self) -> None:
        """Let the user choose returned files."""
        tr = self._around.speech.gettext
        kinds = tr("Word documents ({kinds})").format(kinds="*.docx")
        ask_for_files(
            self._window,
            tr("Receive answers"),
            kinds,
            self.receive_wanted.emit,
            self._last_folder,
        )

    def take_in(
        self,
        paths: Sequence[Path],
        first: ReleaseId | None,
        others: Callable[[Sequence[Path]], None],
        stayed: Failed,
    ) -> None:
        """Take in answers among files, and hand on the ``others``.

        ``first`` is the release that is open. ``stayed`` is called where the place stays the
        same, with the reason.
        """
        if not any(path.suffix.lower() == _SUFFIX for path in paths):
            others(paths)
            return
        work = self._work()
        self._jobs.run(
            lambda _: work.take_in(paths, first),
            lambda post: self._on_post(post, others, stayed),
            stayed,
        )

    def leave(self, then: Callable[[], None]) -> bool:
        """Call ``then`` once the round that is shown is stored; return whether one is shown."""
        if self.place is None or self._window.current_place() is not self.place:
            return False
        self.place.leave(then)
        return True

    @property
    def shown_release(self) -> ReleaseId | None:
        """The release whose round is shown, or is sent, now."""
        current = self._window.current_place()
        if self.place is not None and current is self.place and self.place.release is not None:
            return self.place.release.id
        sent = self.sending.presenter.release if self.sending is not None else None
        return sent.id if sent is not None and current is self.sending else None

    # --- inside

    def _work(self) -> RoundWork:
        from pressdesk.gui.round.work import RoundWork

        return RoundWork(lambda: self._store)

    def _on_post(
        self,
        post: Post,
        others: Callable[[Sequence[Path]], None],
        stayed: Failed,
    ) -> None:
        if post.release is not None:
            self._show(post.release, post)
        if post.others:
            others(post.others)
        if post.errors and post.release is None and not post.others:
            stayed(post.errors[0])
        if post.errors:
            self.say(post.errors)

    def say(self, errors: Sequence[PressDeskError]) -> None:
        """Say why files were not taken in, or something was not done."""

        def words() -> tuple[str, Sequence[tuple[str, str]]]:
            from pressdesk.i18n import explain

            language = self._around.speech.language
            return " ".join(explain(error, language) for error in errors), ()

        self._window.say(words, Tone.WARN)

    def _show_or_send(self, stored: StoredRelease) -> None:
        if not self._show(stored):
            self._show_sending(stored)

    def _show(self, stored: StoredRelease, post: Post | None = None) -> bool:
        from pressdesk.gui.round import RoundPlace

        if self.place is None:
            self.place = RoundPlace(self._around, self._work(), self._clock, self._window)
            self.place.closed.connect(self._on_closed)
            self.place.receive_wanted.connect(self.ask_for_answers)
            self.place.compare_wanted.connect(self._on_compare)
            self._window.add_place(self.place)
        if not self.place.open(stored, received=post.received if post is not None else ()):
            return False
        self._window.clear_passing()
        self._window.show_title(stored.draft.content().title.plain)
        self._window.show_place(self.place, self.place.menus(), has_own_status=True)
        self.place.setFocus()
        return True

    def _show_sending(self, stored: StoredRelease) -> None:
        from pressdesk.gui.round.send_place import SendPlace

        if self.sending is None:
            self.sending = SendPlace(
                self._around, self._work(), self._clock, self._round_folder, self._window
            )
            self.sending.closed.connect(self._on_closed)
            self.sending.round_wanted.connect(self._on_round_wanted)
            self._window.add_place(self.sending)
        self._window.clear_passing()
        self._window.show_title(self._around.speech.gettext("Send for review"))
        self._window.show_place(self.sending, {})
        self.sending.start(stored)

    def _on_closed(self) -> None:
        release = self.shown_release
        if release is not None:
            self.left.emit(release)

    def _on_round_wanted(self) -> None:
        release = self.shown_release
        if release is not None:
            self.open(release, self._on_failed)

    def _on_compare(self) -> None:
        release = self.shown_release
        if release is not None:
            self.compare_wanted.emit(release)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self.say([error])
