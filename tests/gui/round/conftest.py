"""A round with a real desk behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.round.reviewed import Clock, Review, journeys_of, partnership
from pressdesk.gui.desk.asking import LastFolder
from pressdesk.gui.round import RoundPlace
from pressdesk.gui.round.send_place import SendPlace
from pressdesk.gui.round.work import RoundWork
from pressdesk.gui.surroundings import Surroundings
from pressdesk.gui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.tasks import TaskRunner
    from pressdesk.gui.theme_look import Look
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys


class OpenStore:
    """The desk that a test has open."""

    def __init__(self, desk: DeskWork, journeys: Journeys) -> None:
        self.desk = desk
        self.journeys = journeys


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """Return a release on a new desk, with nothing sent yet."""
    clock = Clock()
    journeys = journeys_of(tmp_path, clock)
    with journeys.open_desk() as desk:
        stored = desk.create(partnership())
        yield Review(tmp_path, desk, journeys, clock, stored.id)


@pytest.fixture
def around(review: Review, look: Look, speech: Speech, runner: TaskRunner) -> Surroundings:
    """Return what places are given; the runner closes before the desk does."""
    del review
    return Surroundings(look=look, speech=speech, tasks=runner)


@pytest.fixture
def place(qtbot: QtBot, around: Surroundings, review: Review) -> RoundPlace:
    """Return the round screen, shown, with nothing in it yet."""
    store = OpenStore(review.desk, review.journeys)
    place = RoundPlace(around, RoundWork(lambda: store), review.clock)  # type: ignore[arg-type, return-value]  # of the store it needs these two
    qtbot.addWidget(place)
    place.resize(1440, 900)
    place.show()
    return place


@pytest.fixture
def sending(qtbot: QtBot, around: Surroundings, review: Review, tmp_path: Path) -> SendPlace:
    """Return the page where a round is sent, shown, with nothing in it yet."""
    store = OpenStore(review.desk, review.journeys)
    folder = LastFolder(tmp_path / "window.ini", "rounds/folder")
    folder.remember(tmp_path)
    work = RoundWork(lambda: store)  # type: ignore[arg-type, return-value]  # of the store it needs these two
    place = SendPlace(around, work, review.clock, folder)
    qtbot.addWidget(place)
    place.resize(1440, 900)
    place.show()
    return place


@pytest.fixture
def settled(qtbot: QtBot, around: Surroundings) -> Callable[[], None]:
    """Return a function that waits until the store lane has done and told all it was given."""

    def wait() -> None:
        for _ in range(4):  # what is done may start something else
            came: list[None] = []
            around.tasks.run(
                lambda _: None, owner=around.look, done=came.append, failed=_fail, lane=Lane.STORE
            )
            qtbot.waitUntil(lambda came=came: bool(came))

    return wait


def _fail(error: BaseException) -> None:
    raise error
