"""The way to the place that compares, made when it is first gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.compare import ComparePlace
    from pressdesk.gui.compare.sources import Source
    from pressdesk.gui.desk.asking import LastFolder
    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.desk.store import Store
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.window.main_window import MainWindow


class CompareDoor(QObject):
    """Opens the place; ``left`` says that the user has seen enough."""

    left = Signal()

    def __init__(
        self,
        around: Surroundings,
        window: MainWindow,
        store: Store,
        jobs: Jobs,
        last_folder: LastFolder,
    ) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._store = store
        self._jobs = jobs
        self._last_folder = last_folder
        self.place: ComparePlace | None = None

    def open(self, release: ReleaseId | None, failed: Callable[[BaseException], None]) -> None:
        """Show the place with what ``release`` offers; without one, for two files."""
        from pressdesk.gui.compare.sources import CompareWork

        work = CompareWork(lambda: self._store)
        self._jobs.run(lambda _: work.sources(release), self._show, failed)

    def _show(self, sources: Sequence[Source]) -> None:
        from pressdesk.gui.compare import ComparePlace
        from pressdesk.gui.compare.sources import CompareWork

        if self.place is None:
            work = CompareWork(lambda: self._store)
            self.place = ComparePlace(self._around, work, self._last_folder, self._window)
            self.place.closed.connect(self.left)
            self._window.add_place(self.place)
        self._window.clear_passing()
        self._window.show_title(self._around.speech.gettext("Compare texts"))
        self._window.show_place(self.place, {})
        self.place.start(sources)
        self.place.setFocus()
