"""What the round screen costs; medians, printed by ``dev.py bench``."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.test_diff import texts
from gui.round.reviewed import Clock, Review, journeys_of, partnership
from pressdesk.domain.content import Paragraph
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import Text
from pressdesk.gui.round import RoundPlace
from pressdesk.gui.round.work import RoundWork
from pressdesk.gui.speech import Speech
from pressdesk.gui.surroundings import Surroundings
from pressdesk.gui.tasks import TaskRunner
from pressdesk.gui.theme_look import Look
from word_hand import Edit, Hand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

    from pressdesk.domain.content import Content
    from pressdesk.services.stored import StoredRelease

_PROPOSALS = 300
_WORDS = 5_000


def _long() -> Content:
    """Return a release of some 5,000 words."""
    before, _ = texts(_WORDS, 0.07)
    blocks = tuple(
        Paragraph(id=BlockId(f"w{number}"), text=Text.of(words))
        for number, words in enumerate(before)
        if words.strip()
    )
    return replace(partnership(), blocks=(*blocks, *partnership().blocks))


def _edited(data: bytes, wanted: int) -> bytes:
    """Return a returned file with ``wanted`` tracked changes of a word, far apart."""
    hand = Hand(data, author="Ingrid Lund")
    edits: list[Edit] = []
    for number, line in enumerate(hand.lines):
        words = hand.words(line)
        place = 0
        found: list[Edit] = []
        for nth, word in enumerate(words.split(" ")):
            if nth % 12 == 5 and word.isalpha():
                found.append(
                    Edit(
                        "words",
                        number,
                        place,
                        place + len(word),
                        f"{word}nytt",
                        is_tracked=True,
                    )
                )
            place += len(word) + 1
        edits += reversed(found)
    return hand.do(edits[:wanted])


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> StoredRelease:
    """Return a release whose open round has 300 proposals."""
    folder: Path = tmp_path_factory.mktemp("round")
    clock = Clock()
    journeys = journeys_of(folder, clock)
    with journeys.open_desk() as desk:
        review = Review(folder, desk, journeys, clock, desk.create(_long()).id)
        review.send()
        answer = _edited(review.sent["Lund"].read_bytes(), _PROPOSALS)
        review.receive(review.write("lund.docx", answer))
        return review.stored()


class _NoWork(RoundWork):
    """Keeps nothing: what the window itself costs is measured."""

    def __init__(self) -> None:
        self._versions = count(1_000)

    def keep(self, release: object, draft: object, read_version: int) -> object:  # type: ignore[override]  # nothing is kept
        """Return the draft as if it were stored."""
        del release, read_version
        return draft


@pytest.fixture
def place(qapp: QApplication, qtbot: QtBot) -> Iterator[RoundPlace]:
    """Return the place in a window that is shown."""
    runner = TaskRunner(qapp)
    around = Surroundings(look=Look(qapp), speech=Speech(qapp, "en"), tasks=runner)
    place = RoundPlace(around, _NoWork(), Clock())
    qtbot.addWidget(place)
    place.resize(1440, 900)
    place.show()
    yield place
    runner.close()


def test_the_round_is_painted_quickly(
    benchmark: BenchmarkFixture, place: RoundPlace, release: StoredRelease
) -> None:
    """300 proposals in 5,000 words, opened and painted: under 300 ms."""

    def show() -> None:
        place.open(release)
        place.grab()

    benchmark.pedantic(show, rounds=9, warmup_rounds=1)

    assert len(place.view.panel.changes.list.cards()) >= _PROPOSALS * 0.9
    assert benchmark.stats.stats.median < 0.300


def test_all_proposals_are_accepted_quickly(
    benchmark: BenchmarkFixture, place: RoundPlace, release: StoredRelease
) -> None:
    """300 proposals taken into the draft at once: under 100 ms; the window follows."""

    def begin() -> tuple[tuple[object, ...], dict[str, object]]:
        place.open(release)
        decisions = place.presenter.decisions
        assert decisions is not None
        names = decisions.open_ones()
        return (decisions, names), {}

    def accept(decisions: object, names: object) -> None:
        decisions.accept(names)  # type: ignore[attr-defined]  # as begin gives them

    benchmark.pedantic(accept, setup=begin, rounds=9, warmup_rounds=1)

    assert benchmark.stats.stats.median < 0.100


def test_one_decision_is_shown_quickly(
    benchmark: BenchmarkFixture, place: RoundPlace, release: StoredRelease
) -> None:
    """One of 300 accepted, text and list painted anew: under 300 ms."""

    def begin() -> tuple[tuple[object, ...], dict[str, object]]:
        place.open(release)
        place.grab()
        return (), {}

    def accept() -> None:
        place.presenter.on_accept()
        place.grab()

    benchmark.pedantic(accept, setup=begin, rounds=9, warmup_rounds=1)

    assert benchmark.stats.stats.median < 0.300
