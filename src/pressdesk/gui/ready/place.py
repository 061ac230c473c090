"""The ready page as a place of the window: wired to the store lane, to files and to the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.gui.desk.asking import ask_for_folder
from pressdesk.gui.desk.jobs import LaneJobs
from pressdesk.gui.editor.approval.request import REQUEST, RequestPresenter
from pressdesk.gui.editor.export_files import ExportFiles
from pressdesk.gui.editor.exporting import ExportPresenter
from pressdesk.gui.ready.presenter import ReadyPresenter
from pressdesk.gui.ready.view import ReadyView
from pressdesk.gui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from pressdesk.gui.desk.asking import LastFolder
    from pressdesk.gui.editor.approval.request import Wish
    from pressdesk.gui.editor.exporting import Arrived, Failed, Job
    from pressdesk.gui.ready.work import ReadyWork, Seen
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.exporting import Written
    from pressdesk.services.rounds import OpenedRound


class ReadyPlace(QWidget):
    """Shows what one release still lacks, locks it, and makes its final file."""

    closed = Signal()
    """The user wants back to the text."""
    goal_wanted = Signal(object)
    """Where in the text the user wants to go, a ``Goal``."""
    round_wanted = Signal()

    def __init__(
        self,
        around: Surroundings,
        *,
        config_folder: Path,
        clock: Callable[[], datetime],
        last_folder: LastFolder | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ready_place")
        self._around = around
        self._last_folder = last_folder
        self._work: ReadyWork | None = None
        self._store = LaneJobs(around.tasks, self, Lane.STORE)
        self.view = ReadyView(around, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.presenter = ReadyPresenter(
            self.view,
            around.speech,
            store=self._store,
            side=LaneJobs(around.tasks, self, Lane.WORK),
            now=clock,
            go=self.goal_wanted.emit,
            go_to_round=self.round_wanted.emit,
        )
        self.requests = RequestPresenter(
            around.speech,
            now=clock,
            ask_folder=self._ask_folder,
            send=self._send,
            told=self.view.show_message,
        )
        self.files = ExportFiles(around.speech, config_folder, self)
        self.final_export = self._export_presenter(is_draft=False)
        self.draft_export = self._export_presenter(is_draft=True)
        self._connect()

    def _export_presenter(self, *, is_draft: bool) -> ExportPresenter:
        return ExportPresenter(
            _Exports(self, is_draft=is_draft),
            self._around.speech,
            self.files,
            suggested_name=lambda: self._suggested(is_draft=is_draft),
            flush=lambda then, _failed: then(),
            run=self._run,
            export=lambda target: self._export(target, is_draft=is_draft),
        )

    def _connect(self) -> None:
        view, presenter = self.view, self.presenter
        view.back_wanted.connect(self.closed)
        view.go_wanted.connect(presenter.on_go_wanted)
        view.request_wanted.connect(presenter.on_request_wanted)
        view.about_wanted.connect(self.requests.begin)
        view.request_answered.connect(self._on_request_answered)
        view.lock_wanted.connect(presenter.on_lock_wanted)
        view.draft_wanted.connect(self.draft_export.on_export_wanted)
        view.out.override_wanted.connect(presenter.on_override_wanted)
        view.out.override_answered.connect(presenter.on_override_answered)
        view.out.final_wanted.connect(self.final_export.on_export_wanted)
        view.out.file_wanted.connect(self.files.open_file)
        view.out.folder_wanted.connect(self.files.show_folder)
        for keys, do in (
            ("Escape", self.closed.emit),
            ("Ctrl+E", self.draft_export.on_export_wanted),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)
        self._around.speech.changed.connect(presenter.retell)

    # --- what the window asks

    def start(self, work: ReadyWork, seen: Seen) -> None:
        """Show a release."""
        self._work = work
        self.view.out.forget_file()
        self.presenter.begin(work, seen)
        self.view.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Stop what is still going on."""
        self.presenter.end()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that the keyboard can be in."""
        return self.view.panes()

    # --- the work

    def _suggested(self, *, is_draft: bool) -> str:
        seen = self.presenter.seen
        if seen is None or self._work is None:
            return ""
        return self._work.draft_name(seen) if is_draft else seen.final_name

    def _export(self, target: Path, *, is_draft: bool) -> Written:
        if self._work is None:
            raise RuntimeError("no release is shown")
        return self._work.export(target, is_draft=is_draft)

    def _run(
        self, job: Job, progressed: Callable[[str], None], done: Arrived, failed: Failed
    ) -> None:
        self._store.run_reporting(lambda _cancelled, report: job(report), progressed, done, failed)

    def _ask_folder(self, chosen: Callable[[Path], None]) -> None:
        words = self._around.speech.gettext("Where shall the Word file lie?")
        ask_for_folder(self, words, chosen, self._last_folder)

    def _send(self, wish: Wish, done: Callable[[OpenedRound], None], failed: Failed) -> None:
        work = self._work
        if work is None:
            return

        def arrived(found: tuple[OpenedRound, Seen]) -> None:
            opened, seen = found
            done(opened)
            self.presenter.show(seen)

        self._store.run(lambda _: work.request(wish), arrived, failed)

    def _on_request_answered(self, _key: str, name: str, answers: dict[str, str]) -> None:
        if name == REQUEST:
            self.requests.on_answered(answers)


class _Exports:
    """Shows exports on the ready page."""

    def __init__(self, place: ReadyPlace, *, is_draft: bool) -> None:
        self._place = place
        self._is_draft = is_draft

    def ask_target(self, suggested: Path, then: Callable[[Path], None]) -> None:
        """Let the user choose a file."""
        self._place.files.ask(suggested, then, is_draft=self._is_draft)

    def show_busy(self, words: str) -> None:
        """Show that the file is being made."""
        self._place.view.out.show_busy(words)

    def show_written(self, written: Written) -> None:
        """Show where the file is; what it was checked for stands in the log now."""
        self._place.view.out.show_written(written)
        words = self._place._around.speech.gettext("{file} lies in {folder}.")  # noqa: SLF001
        self._place.view.show_message(
            words.format(file=written.path.name, folder=written.path.parent)
        )
        self._place.presenter.look_again()

    def show_stopped(self) -> None:
        """Show that nothing was written."""
        self._place.view.out.show_not_written()
        self._place.presenter.retell()

    def show_failed(self, words: str) -> None:
        """Show why nothing was written."""
        self._place.view.out.show_not_written()
        self._place.presenter.retell()
        self._place.view.show_message(words, is_wrong=True)
