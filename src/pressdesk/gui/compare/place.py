"""The place that compares two texts, wired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.gui.compare.presenter import ComparePresenter
from pressdesk.gui.compare.view import CompareView
from pressdesk.gui.desk.asking import LastFolder, ask_for_files
from pressdesk.gui.desk.jobs import LaneJobs
from pressdesk.gui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pressdesk.gui.compare.presenter import Work
    from pressdesk.gui.compare.sources import Source
    from pressdesk.gui.surroundings import Surroundings


class ComparePlace(QWidget):
    """Compares versions of a release, or any two files."""

    closed = Signal()

    def __init__(
        self,
        around: Surroundings,
        work: Work,
        last_folder: LastFolder | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compare_place")
        self._around = around
        self._last_folder = last_folder
        self.view = CompareView(around, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view.old_choice)
        self.presenter = ComparePresenter(
            self.view,
            work,
            LaneJobs(around.tasks, self, Lane.STORE),
            around.speech,
            self._ask_for_file,
        )
        view, presenter = self.view, self.presenter
        view.old_chosen.connect(presenter.on_old_chosen)
        view.new_chosen.connect(presenter.on_new_chosen)
        view.level_chosen.connect(presenter.on_level_chosen)
        view.swap_requested.connect(presenter.on_swap_requested)
        view.close_requested.connect(self.closed)
        for keys, do in (
            ("F9", lambda: view.go_to_change(1)),
            ("Shift+F9", lambda: view.go_to_change(-1)),
            ("Escape", self.closed.emit),
        ):
            self._bind(keys, do)
        around.speech.changed.connect(self._on_speech_changed)

    def start(self, sources: Sequence[Source]) -> None:
        """Begin with what a release offers; empty for two files."""
        self.presenter.start(sources)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that the keyboard can be in."""
        return (self.view.old_choice, self.view.text)

    def _bind(self, keys: str, do: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)

    def _ask_for_file(self, chosen: Callable[[Sequence[Path]], None]) -> None:
        tr = self._around.speech.gettext
        kinds = tr("All that PressDesk reads ({kinds})").format(
            kinds="*.pressdesk *.docx *.txt *.md *.html *.htm"
        )
        ask_for_files(self, tr("Choose texts to compare"), kinds, chosen, self._last_folder)

    def _on_speech_changed(self) -> None:
        self.presenter.on_speech_changed()
