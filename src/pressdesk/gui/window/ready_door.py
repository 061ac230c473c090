"""The way to the ready page, made when it is first gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.asking import LastFolder
    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.desk.store import Store
    from pressdesk.gui.editor.going import Goal
    from pressdesk.gui.ready import ReadyPlace
    from pressdesk.gui.ready.work import ReadyWork, Seen
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.window.main_window import MainWindow


class ReadyDoor(QObject):
    """Opens the place for a release."""

    left = Signal(str, object)
    """The release whose text is wanted, and the goal there; None for where one was."""
    round_wanted = Signal(str)
    """The release whose round is wanted."""

    def __init__(  # noqa: PLR0913, PLR0917 - the start wires every part
        self,
        around: Surroundings,
        window: MainWindow,
        store: Store,
        jobs: Jobs,
        last_folder: LastFolder,
        config_folder: Path,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._store = store
        self._jobs = jobs
        self._last_folder = last_folder
        self._config_folder = config_folder
        self._clock = clock
        self._release: ReleaseId | None = None
        self.place: ReadyPlace | None = None

    def open(self, release: ReleaseId, failed: Callable[[BaseException], None]) -> None:
        """Show what ``release`` still lacks."""
        from pressdesk.gui.ready.work import ReadyWork

        work = ReadyWork(lambda: self._store.desk, lambda: self._store.journeys, release)
        self._jobs.run(lambda _: work.look(), lambda seen: self._show(release, work, seen), failed)

    def end(self) -> None:
        """Stop what still goes on in the place."""
        if self.place is not None:
            self.place.end()

    def _show(self, release: ReleaseId, work: ReadyWork, seen: Seen) -> None:
        from pressdesk.gui.ready import ReadyPlace

        if self.place is None:
            self.place = ReadyPlace(
                self._around,
                config_folder=self._config_folder,
                clock=self._clock,
                last_folder=self._last_folder,
                parent=self._window,
            )
            self.place.closed.connect(lambda: self._leave(None))
            self.place.goal_wanted.connect(self._leave)
            self.place.round_wanted.connect(self._on_round_wanted)
            self._window.add_place(self.place)
        self._release = release
        self._window.clear_passing()
        self._window.show_title(seen.release.draft.content().title.plain)
        self._window.show_place(self.place, {}, has_own_status=True)
        self.place.start(work, seen)

    def _leave(self, goal: Goal | None) -> None:
        if self._release is not None:
            self.end()
            self.left.emit(self._release, goal)

    def _on_round_wanted(self) -> None:
        if self._release is not None:
            self.end()
            self.round_wanted.emit(self._release)
