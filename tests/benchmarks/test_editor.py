"""How quick the editor is with a long release."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from pressdesk.app.wiring import make_journeys
from pressdesk.domain.content import Block, Content, Paragraph, QuoteBlock
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import Text
from pressdesk.gui.editor import EditorPlace
from pressdesk.gui.speech import Speech
from pressdesk.gui.surroundings import Surroundings
from pressdesk.gui.tasks import TaskRunner
from pressdesk.gui.theme_look import Look
from pressdesk.services.wishes import Wishes
from samples import content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from pressdesk.services.stored import StoredRelease

WORDS = "Det skal bli et varmeanlegg som forsyner hele byen med varme fra havet i vinter "


def long_release() -> Content:
    """Return a release of 5,000 words, 100 quotes among them."""
    people = content().spokespersons
    blocks: list[Block] = []
    for number in range(100):
        words = Text.of(f"– {WORDS}og lenge etter, sier Kari Nes i Nordlys.")
        blocks += [
            QuoteBlock(
                id=BlockId(f"q{number}"),
                paragraphs=(words,),
                speaker=people[number % 2].id,
                owner=content().partners[0].id,
            ),
            Paragraph(id=BlockId(f"p{number}"), text=Text.of(WORDS + WORDS[:60])),
        ]
    return replace(content(), blocks=tuple(blocks))


@pytest.fixture
def qapp() -> QApplication:
    """Return the application."""
    return QApplication.instance() or QApplication([])  # type: ignore[return-value]


@pytest.fixture
def opened(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[EditorPlace, StoredRelease]]:
    """Return a shown editor and a long release on the desk."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session", data_folder=tmp_path)
    journeys = make_journeys(wishes, lambda _notice: None, "nb")
    tasks = TaskRunner(qapp)
    with journeys.open_desk() as desk:
        around = Surroundings(look=Look(qapp), speech=Speech(qapp, "nb"), tasks=tasks)
        place = EditorPlace(around, desk, journeys)
        place.resize(1440, 900)
        place.show()
        yield place, desk.create(long_release())
        place.autosave.give_up()
        tasks.close()
        place.close()
        place.deleteLater()


def test_a_long_release_opens_quickly(
    benchmark: BenchmarkFixture, opened: tuple[EditorPlace, StoredRelease]
) -> None:
    """5,000 words and 100 quotes into the place, painted: under 150 ms."""
    place, release = opened

    def show() -> None:
        place.open(release)
        place.sheet.viewport().repaint()

    benchmark.pedantic(show, rounds=15, warmup_rounds=2)

    assert benchmark.stats.stats.median < 0.150


def test_panels_follow_quickly(
    benchmark: BenchmarkFixture, opened: tuple[EditorPlace, StoredRelease]
) -> None:
    """What runs a moment after a key, on the thread that paints: under 50 ms."""
    place, release = opened
    place.open(release)

    benchmark.pedantic(place.refresh, rounds=15, warmup_rounds=2)

    assert benchmark.stats.stats.median < 0.050


def test_content_for_saving_is_taken_quickly(
    benchmark: BenchmarkFixture, opened: tuple[EditorPlace, StoredRelease]
) -> None:
    """The part of a save that the user could feel: under 50 ms."""
    place, release = opened
    place.open(release)

    benchmark.pedantic(place.sheet.content, rounds=15, warmup_rounds=2)

    assert benchmark.stats.stats.median < 0.050


def test_saving_takes_little_of_its_second(
    benchmark: BenchmarkFixture, opened: tuple[EditorPlace, StoredRelease]
) -> None:
    """From the call to what the desk holds: the wait before it may be 700 ms."""
    place, release = opened
    place.open(release)

    def save() -> None:
        place.autosave.on_changed()
        place.autosave.flush()
        end = time.monotonic() + 2
        while not place.autosave.is_clean and time.monotonic() < end:
            QApplication.processEvents()

    benchmark.pedantic(save, rounds=15, warmup_rounds=2)

    assert benchmark.stats.stats.median < 0.250
