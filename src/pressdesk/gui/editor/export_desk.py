"""Ties an export to the store lane, the inspector's tab and the banner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pressdesk.domain.errors import (
    KeyFileDamaged,
    KeyringMissing,
    PassphraseMissing,
    PassphraseWrong,
)
from pressdesk.gui.editor.export_files import ExportFiles
from pressdesk.gui.editor.exporting import ExportPresenter
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.saying import sentence
from pressdesk.gui.editor.view import Pane
from pressdesk.gui.tasks import Lane
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.domain.content import Language
    from pressdesk.gui.editor.exporting import Arrived, Failed, Job, Then
    from pressdesk.gui.editor.view import EditorView
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.exporting import Exporting, Written
    from pressdesk.services.releases import Place

_ABOUT_KEYS = (KeyringMissing, PassphraseMissing, PassphraseWrong, KeyFileDamaged)


class ExportDesk(QObject):
    """Shows exports; ``where`` gives the release, its language and its suggested name."""

    def __init__(  # noqa: PLR0913 - each is another side of the world
        self,
        around: Surroundings,
        view: EditorView,
        *,
        exporting: Callable[[], Exporting],
        where: Callable[[], tuple[Place, Language]],
        suggested_name: Callable[[], str],
        flush: Callable[[Then, Failed], None],
        config_folder: Path,
    ) -> None:
        super().__init__(view)
        self._around = around
        self._view = view
        self._panel = view.inspector.export
        self._exporting = exporting
        self._where = where
        self._has_report = False
        self.files = ExportFiles(around.speech, config_folder, view)
        self.presenter = ExportPresenter(
            self,
            around.speech,
            self.files,
            suggested_name=suggested_name,
            flush=flush,
            run=self._run,
            export=self._export,
        )
        self._panel.cancel_wanted.connect(self.presenter.on_cancel_wanted)
        self._panel.again_wanted.connect(self.presenter.on_export_wanted)
        self._panel.file_wanted.connect(self.files.open_file)
        self._panel.folder_wanted.connect(self.files.show_folder)

    def begin(self) -> None:
        """Start with another release."""
        self._has_report = False
        self._view.inspector.set_there(Tab.EXPORT, is_there=False)

    # --- what the presenter asks

    def ask_target(self, suggested: Path, then: Callable[[Path], None]) -> None:
        """Let the user choose a file."""
        self.files.ask(suggested, then)

    def show_busy(self, words: str) -> None:
        """Show that the file is being made."""
        self._view.top.export_button.setEnabled(False)
        self._view.ask_for(Pane.INSPECTOR)
        self._view.inspector.show_tab(Tab.EXPORT)
        self._panel.show_busy(words)

    def show_written(self, written: Written) -> None:
        """Show where the file is and what it was checked for."""
        self._view.top.export_button.setEnabled(True)
        self._has_report = True
        self._panel.show_written(written)

    def show_stopped(self) -> None:
        """Show that nothing was written."""
        self._view.top.export_button.setEnabled(True)
        self._panel.show_stopped()

    def show_failed(self, words: str) -> None:
        """Show why nothing was written."""
        self._view.top.export_button.setEnabled(True)
        self._panel.show_failed(words)

    # --- the work

    def _export(self, target: Path) -> Written:
        place, language = self._where()
        return self._exporting().export(place, target, is_draft=True, language=language)

    def _run(
        self, job: Job, progressed: Callable[[str], None], done: Arrived, failed: Failed
    ) -> None:
        # All that touches the workspace goes through the store lane.
        self._around.tasks.run_reporting(
            lambda _cancelled, report: job(report),
            owner=self,
            progressed=progressed,
            done=done,
            failed=lambda error: self._on_failed(error, failed),
            lane=Lane.STORE,
        )

    def _on_failed(self, error: BaseException, failed: Failed) -> None:
        failed(error)
        if isinstance(error, _ABOUT_KEYS):
            self._view.note_banner.show_message(sentence(self._around.speech, error), Tone.WARN)
            self._view.fit_notes()
