"""Exporting a draft: a real Word file, its report, and what stands in the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from PySide6.QtWidgets import QFileDialog

from gui.foundations.hands import type_text
from pressdesk.app.wiring import make_journeys
from pressdesk.gui.editor import EditorPlace
from pressdesk.gui.editor.exporting import ExportPresenter, scan_words
from pressdesk.gui.editor.inspector import Tab
from pressdesk.services.exporting import CHECKED_FOR
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor.exporting import Arrived, Failed, Job
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.exporting import Written
    from pressdesk.services.stored import StoredRelease

NAME = "_Nordlys-Fjell_pressemelding_utkast_nb.docx"


def test_the_dialog_offers_the_name_by_rule_and_the_last_folder(
    opened: EditorPlace, tmp_path: Path
) -> None:
    """Nothing waits for the answer."""
    opened.exports.files.remember(tmp_path)

    opened.actions_of_place["export"].trigger()

    dialog = opened.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    (chosen,) = dialog.selectedFiles()
    assert Path(chosen).name.endswith(NAME)
    assert Path(chosen).parent == tmp_path
    dialog.reject()


def test_a_draft_is_saved_written_and_reported(
    qtbot: QtBot, opened: EditorPlace, tmp_path: Path
) -> None:
    """The latest key is in the file, and the report says what it was checked for."""
    type_text(opened.sheet, "Å! ")
    target = tmp_path / "ut.docx"

    opened.exports.presenter.on_target_chosen(target)
    assert opened.view.inspector.tab is Tab.EXPORT
    assert not opened.view.top.export_button.isEnabled()
    panel = opened.view.inspector.export
    qtbot.waitUntil(panel._report.isVisible, timeout=10_000)

    words = [paragraph.text for paragraph in Document(str(target)).paragraphs]
    assert any(one.startswith("Å! Nordlys") for one in words)
    assert panel._equal.text() == "Read again: the text is the same."
    assert len(panel._checked_for) == len(CHECKED_FOR)
    assert opened.view.top.export_button.isEnabled()
    assert opened.exports.files.last() == tmp_path


def test_file_and_folder_are_opened_by_the_system(
    opened: EditorPlace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By their addresses."""
    urls: list[str] = []
    monkeypatch.setattr(
        "pressdesk.gui.editor.export_files.QDesktopServices.openUrl",
        lambda url: urls.append(url.toLocalFile()),
    )
    panel = opened.view.inspector.export
    panel._path = tmp_path / "ut.docx"

    panel.open_file.click()
    panel.open_folder.click()

    assert urls == [str(tmp_path / "ut.docx"), str(tmp_path)]


def test_a_folder_that_may_not_be_written_to_is_told_in_place(
    qtbot: QtBot, opened: EditorPlace, tmp_path: Path
) -> None:
    """With a button to try again."""
    opened.exports.presenter.on_target_chosen(tmp_path / "mangler" / "ut.docx")

    panel = opened.view.inspector.export
    qtbot.waitUntil(panel._failed.isVisible)
    assert "mangler" in panel._failed_words.text()
    assert panel.again.isVisible()


def test_a_missing_keyring_is_said_in_a_banner(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    around: Surroundings,
    desk: DeskWork,
    release: StoredRelease,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The sentence says what to do."""
    keyless = make_journeys(Wishes(actor="Kari Nes"), lambda _notice: None, "en")
    place = EditorPlace(around, desk, keyless)
    qtbot.addWidget(place)
    place.show()
    place.open(release)
    monkeypatch.setattr(desk.drafting.guard, "_identity", keyless.identity)

    place.exports.presenter.on_target_chosen(tmp_path / "ut.docx")

    qtbot.waitUntil(place.view.note_banner.isVisible)
    assert "key" in place.view.note_banner.text()
    assert not (tmp_path / "ut.docx").exists()


def test_everything_the_scan_looks_for_has_a_name(opened: EditorPlace) -> None:
    """A kind that is added to the scan is added to the report."""
    assert set(scan_words(opened._speech)) == set(CHECKED_FOR)


class Stopped:
    """A view, folders and a lane that wait."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.jobs: list[tuple[Job, Arrived]] = []

    def last(self) -> Path:
        """Return any folder."""
        return Path("/tmp")  # noqa: S108 - nothing is written

    def remember(self, folder: Path) -> None:
        """Keep the folder."""
        self.heard.append(str(folder))

    def ask_target(self, suggested: Path, then: Callable[[Path], None]) -> None:
        """Choose what is suggested, without its suffix."""
        then(suggested.with_suffix(""))

    def show_busy(self, words: str) -> None:
        """Keep the words."""
        self.heard.append(words)

    def show_written(self, written: Written) -> None:
        """Keep the name."""
        self.heard.append(written.path.name)

    def show_stopped(self) -> None:
        """Keep that it stopped."""
        self.heard.append("stopped")

    def show_failed(self, words: str) -> None:
        """Keep the words."""
        self.heard.append(words)

    def run(
        self, job: Job, progressed: Callable[[str], None], done: Arrived, failed: Failed
    ) -> None:
        """Keep the job for later."""
        del progressed, failed
        self.jobs.append((job, done))


def test_an_export_that_is_cancelled_in_time_writes_nothing() -> None:
    """The suffix is given where it was left out; a stop before the writing is heeded."""
    from gui.editor.test_quotes import English

    bench = Stopped()
    targets: list[Path] = []

    def export(target: Path) -> Written:
        targets.append(target)
        raise AssertionError

    presenter = ExportPresenter(
        bench,
        English(),
        bench,
        suggested_name=lambda: "a.docx",
        flush=lambda then, _failed: then(),
        run=bench.run,
        export=export,
    )

    presenter.on_export_wanted()
    presenter.on_export_wanted()
    presenter.on_cancel_wanted()
    ((job, done),) = bench.jobs
    done(job(bench.heard.append))

    assert not targets
    assert bench.heard[-1] == "stopped"
    assert not presenter.is_busy
