"""Crash reports: enough to find the fault, and no word of a release."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest

from gui.desk.overviews import NOW
from pressdesk.gui.crash import MOST_KEPT, CrashWatch, keep_report, places_of
from pressdesk.gui.crash_dialog import CrashDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

SECRET = "Oppkjøpet av Hemmelig AS"


def fault() -> Exception:
    """Return an error whose messages hold a release's words, with a cause."""
    words = {"title": SECRET}
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise KeyError(words["title"]) from error
    except KeyError as error:
        return error


@pytest.fixture
def watch(qapp: QApplication, look: Look, speech: Speech, tmp_path: Path) -> Iterator[CrashWatch]:
    """Return a watch that keeps its reports in ``tmp_path``."""
    watch = CrashWatch(
        look, speech, tmp_path, version=lambda: "26.11.0", clock=lambda: NOW, parent=qapp
    )
    yield watch
    watch.deleteLater()


def test_places_hold_types_and_lines_and_no_words() -> None:
    """Of the error and of its cause."""
    kind, places = places_of(fault())

    assert kind == "KeyError <- ValueError"
    assert any("test_crash" in place and "fault" in place for place in places)
    assert SECRET not in "\n".join(places)


@pytest.mark.expects_log("A fault of ours: KeyError <- ValueError")
def test_a_fault_on_a_thread_is_shown_and_kept(
    qtbot: QtBot, watch: CrashWatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog comes on the UI thread; the file says the same, without a message."""
    monkeypatch.setattr(threading, "excepthook", watch._on_thread_error)

    def fail() -> None:
        raise fault()

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watch._dialog is not None)

    dialog = watch._dialog
    assert isinstance(dialog, CrashDialog)
    (report,) = tmp_path.glob("crash-*.txt")
    assert report.read_text("utf-8") == dialog.report.toPlainText()
    assert SECRET not in report.read_text("utf-8")
    assert "KeyError <- ValueError" in report.read_text("utf-8")
    dialog.copy_button.click()
    assert dialog.report.toPlainText() in qapp_clipboard()
    dialog.close()
    qtbot.waitUntil(lambda: watch._dialog is None)


def qapp_clipboard() -> str:
    """Return what is in the clipboard."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.clipboard().text()


def test_only_the_last_ten_are_kept(tmp_path: Path) -> None:
    """The oldest go."""
    for number in range(MOST_KEPT + 3):
        (tmp_path / f"crash-2025010{number % 10}-{number:06d}.txt").write_text("old", "utf-8")

    path = keep_report(tmp_path, "new", NOW)

    assert path is not None
    assert path.read_text("utf-8") == "new"
    assert len(list(tmp_path.glob("crash-*.txt"))) == MOST_KEPT


def test_hooks_are_put_back(watch: CrashWatch) -> None:
    """After the window is gone, Python speaks for itself again."""
    before = sys.excepthook
    watch.install()
    watch.uninstall()

    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before
