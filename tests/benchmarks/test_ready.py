"""How quick the ready page is, and what approvals cost while one types."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.test_editor import long_release
from gui.ready.stories import approve
from pressdesk.app.wiring import make_journeys
from pressdesk.gui.editor.approval.standings import Standings
from pressdesk.gui.ready import ReadyPlace
from pressdesk.gui.ready.work import ReadyWork
from pressdesk.gui.speech import Speech
from pressdesk.gui.surroundings import Surroundings
from pressdesk.gui.tasks import TaskRunner
from pressdesk.gui.theme_look import Look
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from pressdesk.gui.ready.work import Seen


@pytest.fixture
def qapp() -> QApplication:
    """Return the application."""
    return QApplication.instance() or QApplication([])  # type: ignore[return-value]


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[ReadyPlace, ReadyWork, Seen]]:
    """Return a shown page and a release of 100 quotes, some of them approved."""
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session", data_folder=tmp_path)
    journeys = make_journeys(wishes, lambda _notice: None, "nb")
    tasks = TaskRunner(qapp)
    with journeys.open_desk() as desk:
        release = desk.create(long_release())
        for number in range(0, 20, 2):
            approve(journeys, desk.at(release.id), number)
        around = Surroundings(look=Look(qapp), speech=Speech(qapp, "nb"), tasks=tasks)
        place = ReadyPlace(around, config_folder=tmp_path, clock=journeys.clock)
        place.resize(1440, 900)
        work = ReadyWork(lambda: desk, lambda: journeys, release.id)
        yield place, work, work.look()
        tasks.close()
        place.close()


def test_the_ready_page_is_painted(
    benchmark: BenchmarkFixture, page: tuple[ReadyPlace, ReadyWork, Seen]
) -> None:
    """Shown with sixty cards; target: 300 ms."""
    place, _work, seen = page

    def show() -> None:
        place.presenter.show(seen)
        place.show()
        place.grab()

    def again() -> None:
        place.hide()
        place.view.remaining.show_cards(())

    benchmark.pedantic(show, setup=again, rounds=5)


def test_what_is_missing_is_looked_up(
    benchmark: BenchmarkFixture, page: tuple[ReadyPlace, ReadyWork, Seen]
) -> None:
    """Read, verified and judged, off the UI's thread."""
    _place, work, _seen = page

    benchmark.pedantic(work.look, rounds=5)


def test_standings_follow_one_changed_quote(
    benchmark: BenchmarkFixture, page: tuple[ReadyPlace, ReadyWork, Seen]
) -> None:
    """Of a hundred quotes one is hashed anew; this comes with every refresh while one types."""
    _place, _work, seen = page
    standings, content = Standings(), seen.release.draft.content()
    standings.begin(seen.release)
    standings.of(content)
    quote = next(iter(content.quotes()))
    changed = content.with_block(replace(quote, is_indirect=not quote.is_indirect))
    texts = [content, changed]

    def step() -> None:
        texts.reverse()
        standings.of(texts[0])

    benchmark(step)
