"""The place where a release begins, with the templates that come along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.new.answers import answered
from pressdesk.app.wiring import make_journeys
from pressdesk.gui.new import NewReleasePlace
from pressdesk.gui.surroundings import Surroundings
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.new.answers import MakePlace
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.tasks import TaskRunner
    from pressdesk.gui.theme_look import Look
    from pressdesk.services.journeys import Journeys


@pytest.fixture
def journeys() -> Journeys:
    """Return the journeys of a run with a key of its own."""
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session")
    return make_journeys(wishes, lambda _notice: None, "en")


@pytest.fixture
def surroundings(look: Look, speech: Speech, runner: TaskRunner) -> Surroundings:
    """Return what every place is given."""
    return Surroundings(look=look, speech=speech, tasks=runner)


@pytest.fixture
def make_place(qtbot: QtBot, surroundings: Surroundings, journeys: Journeys) -> MakePlace:
    """Return a maker of places that are shown, their templates loaded."""

    def make() -> NewReleasePlace:
        place = NewReleasePlace(surroundings, journeys.templates, journeys)
        qtbot.addWidget(place)
        place.resize(1440, 900)
        place.show()
        place.activateWindow()
        place.start()
        qtbot.waitUntil(lambda: answered(place) != "")
        return place

    return make


@pytest.fixture
def place(make_place: MakePlace) -> NewReleasePlace:
    """Return a place with an empty form of the first template."""
    return make_place()
