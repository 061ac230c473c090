"""What the comparison costs in the window; medians, printed by ``dev.py bench``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.test_diff import texts
from pressdesk.gui.compare.view import CompareView
from pressdesk.gui.speech import Speech
from pressdesk.gui.surroundings import Surroundings
from pressdesk.gui.tasks import TaskRunner
from pressdesk.gui.theme_look import Look
from pressdesk.services.comparing import Side, compared
from pressdesk.textops.pairing import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> Iterator[CompareView]:
    """Return the view in a window that is shown."""
    runner = TaskRunner(qapp)
    view = CompareView(Surroundings(look=Look(qapp), speech=Speech(qapp, "en"), tasks=runner))
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    yield view
    runner.close()


@pytest.mark.parametrize("form", [0, 1], ids=["in one text", "side by side"])
def test_the_comparison_is_painted_quickly(
    benchmark: BenchmarkFixture, view: CompareView, form: int
) -> None:
    """5,000 words with some 300 changes, written and painted: under 150 ms."""
    old, new = (
        Side(paragraphs=tuple(Paragraph(text=one) for one in side)) for side in texts(5_000, 0.07)
    )
    comparison = compared(old, new)
    view.form_choice.setCurrentIndex(form)

    def show() -> None:
        view.show_comparison(comparison)
        view.grab()

    benchmark.pedantic(show, rounds=15, warmup_rounds=2)

    assert len(view.spots) > 280
    assert benchmark.stats.stats.median < 0.150
