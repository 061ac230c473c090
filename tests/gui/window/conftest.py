"""The whole window over a real desk, in this process."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from gui.desk.overviews import NOW
from pressdesk.app.wiring import make_journeys
from pressdesk.gui.speech import Speech
from pressdesk.gui.surroundings import Surroundings
from pressdesk.gui.window.main_window import MainWindow
from pressdesk.gui.window.places import Places
from pressdesk.services.wishes import Wishes
from pressdesk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.tasks import TaskRunner
    from pressdesk.gui.theme_look import Look


@pytest.fixture
def language() -> str:
    """Return the language of the window."""
    return "en"


@pytest.fixture
def key_choice() -> str | None:
    """Return the key that signs."""
    return "session"


@pytest.fixture
def around(
    look: Look, qapp: QApplication, runner: TaskRunner, language: str
) -> Iterator[Surroundings]:
    """Return what every place is given."""
    speech = Speech(qapp, language)
    yield Surroundings(look=look, speech=speech, tasks=runner)
    speech.switch("en")
    speech.deleteLater()


@pytest.fixture
def places(
    qtbot: QtBot, around: Surroundings, tmp_path: Path, language: str, key_choice: str | None
) -> Iterator[Places]:
    """Return the places of a window that is shown; its desk is not open yet."""
    window = MainWindow(around, tmp_path / "config")
    wishes = Wishes(key_choice=key_choice, data_folder=tmp_path / "data")
    places = Places(
        around,
        window,
        settings=Settings(actor="Kari Nes; ACT Cluster", theme="light"),
        config_folder=tmp_path / "config",
        data_folder=tmp_path / "data",
        system_language=language,
        make_journeys=partial(make_journeys, wishes),
        clock=lambda: NOW,
        version=lambda: "26.11.0",
    )
    window.resize(1440, 900)
    window.show()
    yield places
    places.close()
    window._is_leaving = True
    window.close()
    window.deleteLater()
