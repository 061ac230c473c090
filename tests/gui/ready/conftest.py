"""The ready page over a real desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.ready.stories import READY
from pressdesk import paths
from pressdesk.app.wiring import make_journeys
from pressdesk.gui.editor import EditorPlace
from pressdesk.gui.ready import ReadyPlace
from pressdesk.gui.ready.work import ReadyWork
from pressdesk.gui.surroundings import Surroundings
from pressdesk.services.reading import SourceBytes, read_bytes
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.tasks import TaskRunner
    from pressdesk.gui.theme_look import Look
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.stored import StoredRelease


@pytest.fixture
def journeys(tmp_path: Path) -> Journeys:
    """Return the journeys of a run with a key of its own."""
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session", data_folder=tmp_path / "data")
    return make_journeys(wishes, lambda _notice: None, "en")


@pytest.fixture
def desk(journeys: Journeys) -> Iterator[DeskWork]:
    """Return the work on a new desk."""
    with journeys.open_desk() as desk:
        yield desk


@pytest.fixture
def around(desk: DeskWork, look: Look, speech: Speech, runner: TaskRunner) -> Surroundings:
    """Return what places are given; the runner closes before the desk does."""
    del desk
    return Surroundings(look=look, speech=speech, tasks=runner)


@pytest.fixture
def place(qtbot: QtBot, around: Surroundings, journeys: Journeys, tmp_path: Path) -> ReadyPlace:
    """Return the ready page, shown, with nothing in it yet."""
    place = ReadyPlace(around, config_folder=tmp_path / "config", clock=journeys.clock)
    qtbot.addWidget(place)
    place.resize(1440, 900)
    place.show()
    return place


@pytest.fixture
def editor(
    qtbot: QtBot, around: Surroundings, desk: DeskWork, journeys: Journeys
) -> Iterator[EditorPlace]:
    """Return an editor that is shown, with nothing in it yet."""
    editor = EditorPlace(around, desk, journeys)
    qtbot.addWidget(editor)
    editor.resize(1440, 900)
    editor.show()
    yield editor
    editor.autosave.give_up()


@pytest.fixture
def show(place: ReadyPlace, desk: DeskWork, journeys: Journeys) -> Callable[[StoredRelease], None]:
    """Return a function that shows a release on the page."""

    def begin(release: StoredRelease) -> None:
        work = ReadyWork(lambda: desk, lambda: journeys, release.id)
        place.start(work, work.look())

    return begin


@pytest.fixture
def sample(desk: DeskWork) -> Callable[[str], StoredRelease]:
    """Return a function that puts the sample release on the desk."""

    def take(language: str) -> StoredRelease:
        path = paths.resource(f"samples/felles-pressemelding-{language}.txt")
        return desk.import_source(read_bytes(path))

    return take


@pytest.fixture
def release(desk: DeskWork) -> StoredRelease:
    """Return a release that lacks nothing but the approvals of its two quotes."""
    return desk.import_source(SourceBytes(name="a.txt", data=READY.encode()))


@pytest.fixture
def approved(
    desk: DeskWork, journeys: Journeys, release: StoredRelease
) -> Callable[[], StoredRelease]:
    """Return a function that approves every quote of that release."""
    from gui.ready.stories import approve

    def run() -> StoredRelease:
        for number, _ in enumerate(release.draft.content().quotes()):
            approve(journeys, desk.at(release.id), number)
        return desk.open(release.id)

    return run
