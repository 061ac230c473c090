"""The way of presenters off the UI thread, so that they need not know Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from pressdesk.gui.tasks import Lane, TaskRunner

T = TypeVar("T")
P = TypeVar("P")


class Jobs(Protocol):
    """Runs jobs; ``done`` or ``failed`` is called where the presenter lives."""

    def run(
        self,
        job: Callable[[threading.Event], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> threading.Event:
        """Start ``job(cancelled)`` and return the event that cancels it."""

    def run_reporting(
        self,
        job: Callable[[threading.Event, Callable[[P], None]], T],
        progressed: Callable[[P], None],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> threading.Event:
        """Start ``job(cancelled, report)``; what it reports arrives in ``progressed``."""


class LaneJobs:
    """Runs jobs on one lane for one owner."""

    def __init__(self, tasks: TaskRunner, owner: QObject, lane: Lane) -> None:
        self._tasks = tasks
        self._owner = owner
        self._lane = lane

    def run(
        self,
        job: Callable[[threading.Event], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> threading.Event:
        """Start ``job(cancelled)`` and return the event that cancels it."""
        return self._tasks.run(job, owner=self._owner, done=done, failed=failed, lane=self._lane)

    def run_reporting(
        self,
        job: Callable[[threading.Event, Callable[[P], None]], T],
        progressed: Callable[[P], None],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> threading.Event:
        """Start ``job(cancelled, report)``; what it reports arrives in ``progressed``."""
        return self._tasks.run_reporting(
            job,
            owner=self._owner,
            progressed=progressed,
            done=done,
            failed=failed,
            lane=self._lane,
        )
