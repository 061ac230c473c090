"""The one way off the UI thread."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
P = TypeVar("P")

THREAD_NAME = "pressdesk"
"""How the names of all worker threads begin."""


class Lane(StrEnum):
    """Where a job runs."""

    STORE = "store"
    """One thread, in order: everything that touches the workspace."""
    WORK = "work"
    """Several at a time: proofing, export, network."""


class TaskRunner(QObject):
    """Runs jobs on worker threads and hands results back on the UI thread.

    Lives in the UI thread and owns the only signal workers emit, so no QObject is ever
    destroyed on a worker thread. A job is a plain function of values; it should look at
    ``cancelled`` now and then.
    """

    _ready = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._live: dict[threading.Event, Lane] = {}
        self._lanes = {
            lane: ThreadPoolExecutor(threads, thread_name_prefix=f"{THREAD_NAME}-{lane}")
            for lane, threads in ((Lane.STORE, 1), (Lane.WORK, 4))
        }
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[threading.Event], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        lane: Lane = Lane.WORK,
    ) -> threading.Event:
        """Start ``job(cancelled)``; return the event that cancels it.

        Exactly one of ``done`` and ``failed`` is called, on the UI thread, unless the job was
        cancelled, ``owner`` is gone or the runner was closed. A job that is cancelled while it
        waits is never begun.
        """
        cancelled = threading.Event()

        def deliver(future: Future[T | None]) -> None:
            if cancelled.is_set() or not shiboken6.isValid(owner):
                return
            error = future.exception()
            if error is None:
                done(future.result())  # type: ignore[arg-type]  # None only if cancelled
            else:
                failed(error)

        def begin() -> T | None:
            return None if cancelled.is_set() else job(cancelled)

        def hand_back(future: Future[T | None]) -> None:
            with self._lock:
                self._live.pop(cancelled, None)
            self._send(partial(deliver, future))

        with self._lock:
            self._live[cancelled] = lane
        self._lanes[lane].submit(begin).add_done_callback(hand_back)
        return cancelled

    def run_reporting(  # noqa: PLR0913  # what run takes, and where progress goes
        self,
        job: Callable[[threading.Event, Callable[[P], None]], T],
        *,
        owner: QObject,
        progressed: Callable[[P], None],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        lane: Lane = Lane.WORK,
    ) -> threading.Event:
        """Start ``job(cancelled, report)`` as ``run`` does.

        What the job reports arrives in ``progressed`` on the UI thread, in order, before the
        result, and not after a cancel.
        """

        def reporting(cancelled: threading.Event) -> T:
            def arrive(value: P) -> None:
                if not cancelled.is_set() and shiboken6.isValid(owner):
                    progressed(value)

            def report(value: P) -> None:
                self._send(partial(arrive, value))

            return job(cancelled, report)

        return self.run(reporting, owner=owner, done=done, failed=failed, lane=lane)

    def relay(self, owner: QObject, arrive: Callable[[P], None]) -> Callable[[P], None]:
        """Return a function for any thread: what it is given arrives in ``arrive`` on this one.

        Nothing arrives any more once ``owner`` is gone or the runner was closed.
        """

        def tell(value: P) -> None:
            def deliver() -> None:
                if shiboken6.isValid(owner):
                    arrive(value)

            self._send(deliver)

        return tell

    @property
    def is_closed(self) -> bool:
        """Whether no job is taken any more."""
        return self._stop.is_set()

    @property
    def running(self) -> int:
        """Return how many jobs wait or run."""
        with self._lock:
            return len(self._live)

    def close(self) -> None:
        """Cancel the work, finish what is to be stored, and wait; connect to ``aboutToQuit``.

        Jobs of the store lane are short, and what the user wrote hangs on them: they run to
        their end, those that wait too. Nothing is delivered any more.
        """
        self._stop.set()
        with self._lock:
            for cancelled, lane in self._live.items():
                if lane is Lane.WORK:
                    cancelled.set()
        self._lanes[Lane.WORK].shutdown(wait=False, cancel_futures=True)
        self._lanes[Lane.STORE].shutdown(wait=True)
        self._lanes[Lane.WORK].shutdown(wait=True)

    def _send(self, deliver: Callable[[], None]) -> None:
        if not self._stop.is_set() and shiboken6.isValid(self):
            self._ready.emit(deliver)

    @Slot(object)
    def _deliver(self, deliver: Callable[[], None]) -> None:
        if not self._stop.is_set():
            deliver()
