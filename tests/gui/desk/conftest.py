"""A desk place over a real desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from gui.desk.overviews import NOW
from pressdesk.app.wiring import make_journeys
from pressdesk.gui.desk.jobs import LaneJobs
from pressdesk.gui.desk.page import DeskPage
from pressdesk.gui.desk.presenter import DeskPresenter
from pressdesk.gui.desk.store import Store
from pressdesk.gui.surroundings import Surroundings
from pressdesk.gui.tasks import Lane
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.domain.errors import PressDeskError
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.tasks import TaskRunner
    from pressdesk.gui.theme_look import Look
    from pressdesk.services.stored import StoredRelease


@pytest.fixture
def around(look: Look, speech: Speech, runner: TaskRunner) -> Surroundings:
    """Return what every place is given."""
    return Surroundings(look=look, speech=speech, tasks=runner)


@dataclass
class Desk:
    """The place, its presenter, and what came of it."""

    page: DeskPage
    presenter: DeskPresenter
    store: Store
    opened: list[tuple[StoredRelease, bool]] = field(default_factory=list)
    asked: list[Callable[[], None]] = field(default_factory=list)

    def titles(self) -> list[str]:
        """Return the titles shown."""
        return [one.title for one in self.page.desk.table.lines()]


@pytest.fixture
def key_choice() -> str | None:
    """Return the key the desk's journeys sign with."""
    return "session"


@pytest.fixture
def desk(
    qtbot: QtBot, around: Surroundings, tmp_path: Path, key_choice: str | None
) -> Iterator[Desk]:
    """Return a desk place over the empty desk in ``tmp_path``."""
    notices: list[PressDeskError] = []
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice=key_choice, data_folder=tmp_path / "data")
    store = Store(lambda: make_journeys(wishes, notices.append, "en"), tmp_path / "data")
    page = DeskPage(around)
    qtbot.addWidget(page)
    opened: list[tuple[StoredRelease, bool]] = []
    asked: list[Callable[[], None]] = []
    jobs = LaneJobs(around.tasks, page, Lane.STORE)
    presenter = DeskPresenter(
        page.desk,
        store,
        jobs,
        around.speech,
        lambda: NOW,
        open_release=lambda stored, is_new: opened.append((stored, is_new)),
        ask_for_key=asked.append,
    )
    page.resize(1280, 800)
    page.show()
    yield Desk(page, presenter, store, opened, asked)
    jobs.run(lambda _: store.close(), lambda _: None, lambda _: None)
