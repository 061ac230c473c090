"""The window without a screen: letters and look of our own, and nothing left behind."""

from __future__ import annotations

import gc
import os
import threading
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from gui.foundations.language import English
from pressdesk.gui.tasks import THREAD_NAME, TaskRunner
from pressdesk.gui.theme import ThemeMode
from pressdesk.gui.theme_look import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from pressdesk.gui.speech import Speech


@pytest.fixture(scope="session")
def session_look(qapp: QApplication) -> Look:
    """Return the one look of the run; tests take ``look``."""
    return Look(qapp)


@pytest.fixture
def look(session_look: Look) -> Iterator[Look]:
    """Return a light look at 100 %, and put it back afterwards."""
    session_look.choose(ThemeMode.LIGHT, 100)
    yield session_look
    session_look.choose(ThemeMode.LIGHT, 100)


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    """Return English speech, which needs no catalogue."""
    speech = English(qapp)
    yield speech
    speech.switch("en")
    speech.deleteLater()


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    """Return a task runner that is closed afterwards."""
    runner = TaskRunner(qapp)
    yield runner
    runner.close()
    runner.deleteLater()


@pytest.fixture(autouse=True)
def leaves_nothing_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a job's thread."""
    if "qapp" not in request.fixturenames:
        yield
        return
    qapp: QApplication = request.getfixturevalue("qapp")
    before = set(map(address, windows(qapp)))
    yield
    settle()
    left = [
        *(f"window: {window!r}" for window in windows(qapp) if address(window) not in before),
        *(f"timer: {timer!r} of {timer.parent()!r}" for timer in running_timers()),
        *(f"thread: {name}" for name in job_threads()),
    ]
    if left:
        pytest.fail("left behind:\n" + "\n".join(left), pytrace=False)


def settle() -> None:
    """Let go of what is to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect(0)


def windows(qapp: QApplication) -> list[QWidget]:
    """Return the windows there are, shown or not."""
    return [widget for widget in qapp.topLevelWidgets() if shiboken6.isValid(widget)]


def address(window: QWidget) -> int:
    """Return what tells ``window`` from others, whatever Python object stands for it."""
    return int(shiboken6.getCppPointer(window)[0])


def running_timers() -> list[QTimer]:
    """Return the timers that run."""
    return [
        thing
        for thing in gc.get_objects()
        if type(thing) is QTimer and shiboken6.isValid(thing) and thing.isActive()
    ]


def job_threads() -> list[str]:
    """Return the names of the worker threads of runners that were not closed."""
    names = [thread.name for thread in threading.enumerate()]
    return [name for name in names if name.startswith(THREAD_NAME)]
