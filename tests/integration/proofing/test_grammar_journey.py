"""The grammar engine as the front ends have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.app.wiring import make_journeys
from pressdesk.cli.session import Session
from pressdesk.domain.content import Language
from pressdesk.domain.grammar import EngineState
from pressdesk.domain.manuscript import Manuscript, Passage, Place, Role
from pressdesk.gui.desk.store import Store
from pressdesk.services.wishes import Wishes
from pressdesk.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from grammar_servers import Traces
    from pressdesk.services.journeys import Journeys

TEXT = Manuscript(
    language=Language.NB,
    passages=(
        Passage(place=Place(role=Role.LEAD, line=1), text="Avtalen er klar."),
        Passage(
            place=Place(role=Role.QUOTE, line=2),
            text="She are glad, and he go home.",
            language=Language.EN,
        ),
    ),
)


def journeys(folder: Path, data: Path) -> Journeys:
    """Return journeys whose settings ask for LanguageTool on this machine."""
    settings = Settings(grammar_engine="local", grammar_folder=str(folder))
    wishes = Wishes(data_folder=data)
    return make_journeys(wishes, lambda _notice: None, "en", settings=settings)


def test_an_english_quote_is_read_and_the_run_ends_clean(
    languagetool: Path, tmp_path: Path, traces: Traces
) -> None:
    """In a Norwegian release; when the command is done, the server is gone."""
    session = Session(
        wishes=Wishes(), make_journeys=lambda *_: journeys(languagetool, tmp_path), language="en"
    )
    session.close()  # nothing was made, so there is nothing to end

    found = session.journeys.grammar.check(TEXT)
    running = len(traces.processes())
    session.close()

    assert [(one.place, one.text) for one in found] == [
        (TEXT.passages[1].place, "are"),
        (TEXT.passages[1].place, "go"),
    ]
    assert running == 2
    assert session.journeys.grammar.state.state is EngineState.STOPPED
    assert traces.remaining() == []


def test_the_window_ends_it_too(languagetool: Path, tmp_path: Path, traces: Traces) -> None:
    """When the settings change, for the journeys are made anew, and when it is left."""
    store = Store(lambda: journeys(languagetool, tmp_path), tmp_path)
    store.journeys.grammar.check(TEXT)
    store.renew()
    after_renewal = traces.remaining()
    store.journeys.grammar.check(TEXT)

    store.end()

    assert after_renewal == []
    assert traces.remaining() == []
