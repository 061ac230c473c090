"""An editor with a real desk behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.app.wiring import make_journeys
from pressdesk.gui.editor import EditorPlace
from pressdesk.gui.surroundings import Surroundings
from pressdesk.services.reading import SourceBytes, read_bytes
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from pressdesk.domain.content import Content
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.tasks import TaskRunner
    from pressdesk.gui.theme_look import Look
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.stored import StoredRelease

LOOSE = """Nordlys og Fjell bygger varmeanlegg

Nordlys og Fjell skal bygge et varmeanlegg i [sted].

Del:

Anlegget er ferdig i 2028.

– Vi gleder oss stort, sier daglig leder Kari Nes.

– Det blir varmt, sier Nes.

Dette sier vi med glede, sier Ola Li i Fjell.

Om Nordlys
Nordlys lager strøm.

Om Fjell
Fjell lager varme.
"""


@pytest.fixture
def journeys() -> Journeys:
    """Return the journeys of a run with a key of its own."""
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session")
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
def place(
    qtbot: QtBot, around: Surroundings, desk: DeskWork, journeys: Journeys
) -> Iterator[EditorPlace]:
    """Return an editor that is shown, with nothing in it yet."""
    place = EditorPlace(around, desk, journeys)
    qtbot.addWidget(place)
    place.resize(1440, 900)
    place.show()
    yield place
    place.autosave.give_up()


@pytest.fixture
def release(desk: DeskWork) -> StoredRelease:
    """Return a release made of a loose text, on the desk."""
    return desk.import_source(SourceBytes(name="a.txt", data=LOOSE.encode()))


@pytest.fixture
def opened(place: EditorPlace, release: StoredRelease) -> EditorPlace:
    """Return the editor with that release in it."""
    place.open(release)
    return place


@pytest.fixture
def stored(desk: DeskWork, release: StoredRelease) -> Callable[[], Content]:
    """Return a function that reads what the desk holds of the release now."""

    def read() -> Content:
        return desk.open(release.id).draft.content()

    return read


@pytest.fixture
def sample(desk: DeskWork) -> Callable[[str], StoredRelease]:
    """Return a function that puts the sample release on the desk."""

    def take(language: str) -> StoredRelease:
        path = paths.resource(f"samples/felles-pressemelding-{language}.txt")
        return desk.import_source(read_bytes(path))

    return take
