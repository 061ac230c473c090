"""Waiting until all that was begun has arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from pressdesk.gui.tasks import Lane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.surroundings import Surroundings


def settled(qtbot: QtBot, around: Surroundings) -> None:
    """Wait until nothing runs, and what ran has been delivered, with all that it began."""
    is_quiet = False
    while not is_quiet:
        arrived: list[bool] = []
        around.tasks.run(
            lambda _: True,
            owner=around.tasks,
            done=arrived.append,
            failed=lambda _error, arrived=arrived: arrived.append(True),  # type: ignore[misc]
            lane=Lane.STORE,
        )
        qtbot.waitUntil(lambda arrived=arrived: bool(arrived), timeout=20_000)  # type: ignore[misc]
        qtbot.waitUntil(lambda: around.tasks.running == 0, timeout=20_000)
        QApplication.processEvents()
        is_quiet = around.tasks.running == 0
