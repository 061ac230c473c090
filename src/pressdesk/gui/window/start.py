"""From the start of the process to the first paint, and on to the open desk."""

from __future__ import annotations

import gc
import signal
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from pressdesk.gui.crash import CrashWatch
from pressdesk.gui.single import SingleCopy
from pressdesk.gui.speech import Speech
from pressdesk.gui.surroundings import Surroundings
from pressdesk.gui.tasks import TaskRunner
from pressdesk.gui.theme import ThemeMode
from pressdesk.gui.theme_look import Look
from pressdesk.gui.window.main_window import MainWindow
from pressdesk.gui.window.places import Places
from pressdesk.gui.window.version import product_version
from pressdesk.services.desk_list import read_overviews

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.errors import PressDeskError
    from pressdesk.services.journeys import Journeys
    from pressdesk.settings import Settings

PAINTED, QUIT = "painted", "quit"
CRASH_FOLDER = "crash-reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the window is started with."""

    data_folder: Path
    config_folder: Path
    settings: Settings
    trouble: PressDeskError | None
    """Why the settings could not be read."""
    language: str
    system_language: str
    make_journeys: Callable[..., Journeys]
    """Takes what to do with notices, the language, who asks for passphrases, and the settings."""
    clock: Callable[[], datetime]
    file: Path | None
    report: frozenset[str]
    """What ``PRESSDESK_REPORT`` asks for."""
    process_age_ms: Callable[[], float]


class FirstPaint(QObject):
    """Says once that a window has been painted whole."""

    painted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint; what is in the window is painted in the same turn."""
        if watched is self._window and event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return False


def run_window(start: Start) -> int:
    """Show the window until it is left; return the exit code.

    Where a window is open on the same desk, that one comes forward with the file instead.
    """
    single = SingleCopy(start.data_folder)
    if not single.is_first():
        return _hand_over(single, start)
    app = QApplication(["pressdesk"])
    app.setApplicationName("PressDesk")
    app.setDesktopFileName("pressdesk")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl C in the terminal ends it
    look = Look(app)
    look.choose(ThemeMode(start.settings.theme), start.settings.text_percent)
    around = Surroundings(look=look, speech=Speech(app, start.language), tasks=TaskRunner(app))
    watch = CrashWatch(
        look,
        around.speech,
        start.data_folder / CRASH_FOLDER,
        version=product_version,
        clock=start.clock,
        parent=app,
    )
    watch.install()
    window = MainWindow(around, start.config_folder)
    watch.window = window
    places = Places(
        around,
        window,
        settings=start.settings,
        config_folder=start.config_folder,
        data_folder=start.data_folder,
        system_language=start.system_language,
        make_journeys=start.make_journeys,
        clock=start.clock,
        version=product_version,
    )
    app.aboutToQuit.connect(places.close)
    places.desk.show(read_overviews(start.data_folder))
    first = FirstPaint(window)
    first.painted.connect(partial(_on_painted, start, window, places, single))
    window.show()
    window.desk_page.desk.take_focus()
    code = app.exec()
    single.close()
    watch.uninstall()
    return code


def _on_painted(start: Start, window: MainWindow, places: Places, single: SingleCopy) -> None:
    """Do what had to wait for the first paint."""
    gc.enable()
    if PAINTED in start.report:
        sys.stdout.write(f"{PAINTED} {start.process_age_ms():.0f}\n")
        sys.stdout.flush()
    if QUIT in start.report:
        window.leave()
        return
    single.asked.connect(places.on_asked)
    single.listen()
    if start.trouble is not None:
        places.show_notice(start.trouble)
    places.open_desk()
    if start.file is not None:
        places.open_files([start.file])


def _hand_over(single: SingleCopy, start: Start) -> int:
    if single.hand_over(start.file):
        return 0
    from pressdesk.domain.errors import DeskInUse
    from pressdesk.i18n import explain

    sys.stderr.write(explain(DeskInUse(name=str(start.data_folder)), start.language) + "\n")
    return 2
