"""Jobs off the UI thread: results come back on it, once, or not at all."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread

from pressdesk.gui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

WAIT_S = 5


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    """Return somebody who waits for results."""
    return QObject(qapp)


def never(what: object) -> None:
    """Fail: nothing was to arrive here."""
    pytest.fail(f"arrived: {what!r}")


def flush(qtbot: QtBot, runner: TaskRunner) -> None:
    """Wait until every job is over and what it sent has been handled."""
    qtbot.waitUntil(lambda: runner.running == 0)
    QCoreApplication.sendPostedEvents()


@pytest.mark.parametrize("lane", list(Lane))
def test_a_result_arrives_on_the_ui_thread(
    qtbot: QtBot, runner: TaskRunner, owner: QObject, lane: Lane
) -> None:
    """The job runs elsewhere, its result arrives here, once."""
    heard: list[tuple[str, bool]] = []
    ui = threading.current_thread()

    runner.run(
        lambda _: threading.current_thread().name,
        owner=owner,
        done=lambda name: heard.append((name, threading.current_thread() is ui)),
        failed=never,
        lane=lane,
    )
    qtbot.waitUntil(lambda: bool(heard))
    flush(qtbot, runner)

    ((name, is_ui),) = heard
    assert name.startswith(f"pressdesk-{lane}")
    assert is_ui
    assert QThread.currentThread().isMainThread()


def test_an_error_arrives_as_it_was_raised(
    qtbot: QtBot, runner: TaskRunner, owner: QObject
) -> None:
    """Whatever a job raises is handed to ``failed``, the very object."""
    error = ValueError("no")
    heard: list[BaseException] = []

    def job(_cancelled: threading.Event) -> None:
        raise error

    runner.run(job, owner=owner, done=never, failed=heard.append)
    flush(qtbot, runner)

    assert heard == [error]


def test_nothing_arrives_after_cancel(qtbot: QtBot, runner: TaskRunner, owner: QObject) -> None:
    """A cancelled job may end as it likes."""
    started, release = threading.Event(), threading.Event()

    def job(_cancelled: threading.Event) -> str:
        started.set()
        release.wait(WAIT_S)
        return "late"

    cancelled = runner.run(job, owner=owner, done=never, failed=never)
    assert started.wait(WAIT_S)
    cancelled.set()
    release.set()
    flush(qtbot, runner)


def test_a_result_on_its_way_is_stopped_by_cancel(
    qtbot: QtBot, runner: TaskRunner, owner: QObject
) -> None:
    """Cancel counts even when the job is over and its result waits in the queue."""
    cancelled = runner.run(lambda _: 1, owner=owner, done=never, failed=never)
    while runner.running:
        cancelled.wait(0.001)
    cancelled.set()
    flush(qtbot, runner)


def test_a_job_cancelled_while_it_waits_is_never_begun(
    qtbot: QtBot, runner: TaskRunner, owner: QObject
) -> None:
    """Jobs of the store lane wait for each other."""
    release = threading.Event()
    begun: list[str] = []
    runner.run(
        lambda _: release.wait(WAIT_S),
        owner=owner,
        done=lambda _: None,
        failed=never,
        lane=Lane.STORE,
    )
    waiting = runner.run(
        lambda _: begun.append("begun"), owner=owner, done=never, failed=never, lane=Lane.STORE
    )
    waiting.set()
    release.set()
    flush(qtbot, runner)

    assert begun == []


def test_nothing_arrives_at_an_owner_that_is_gone(
    qtbot: QtBot, runner: TaskRunner, owner: QObject
) -> None:
    """A closed panel is not called back."""
    release = threading.Event()
    runner.run(lambda _: release.wait(WAIT_S), owner=owner, done=never, failed=never)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(owner)
    release.set()
    flush(qtbot, runner)


def test_jobs_of_the_store_run_one_at_a_time_in_order(
    qtbot: QtBot, runner: TaskRunner, owner: QObject
) -> None:
    """What is stored later is stored later."""
    order: list[int] = []
    together = threading.Lock()

    def job(number: int) -> Callable[[threading.Event], None]:
        def store(_cancelled: threading.Event) -> None:
            assert together.acquire(blocking=False)
            order.append(number)
            together.release()

        return store

    for number in range(50):
        runner.run(job(number), owner=owner, done=lambda _: None, failed=never, lane=Lane.STORE)
    flush(qtbot, runner)

    assert order == list(range(50))


def test_jobs_of_the_work_lane_run_together(
    qtbot: QtBot, runner: TaskRunner, owner: QObject
) -> None:
    """Two jobs can meet."""
    meeting = threading.Barrier(2, timeout=WAIT_S)
    heard: list[int] = []

    for _ in range(2):
        runner.run(lambda _: meeting.wait(), owner=owner, done=heard.append, failed=never)
    flush(qtbot, runner)

    assert sorted(heard) == [0, 1]


def test_progress_arrives_in_order_before_the_result(
    qtbot: QtBot, runner: TaskRunner, owner: QObject
) -> None:
    """Progress goes the same way as the result."""
    heard: list[object] = []

    def job(_cancelled: threading.Event, report: Callable[[int], None]) -> str:
        for part in range(5):
            report(part)
        return "done"

    runner.run_reporting(job, owner=owner, progressed=heard.append, done=heard.append, failed=never)
    flush(qtbot, runner)

    assert heard == [0, 1, 2, 3, 4, "done"]


def test_no_progress_arrives_after_cancel(qtbot: QtBot, runner: TaskRunner, owner: QObject) -> None:
    """What was reported and not yet handled is dropped."""
    reported = threading.Event()

    def job(_cancelled: threading.Event, report: Callable[[int], None]) -> None:
        report(1)
        reported.set()

    cancelled = runner.run_reporting(job, owner=owner, progressed=never, done=never, failed=never)
    assert reported.wait(WAIT_S)
    cancelled.set()
    flush(qtbot, runner)


def test_closing_cancels_work_and_finishes_what_is_to_be_stored(
    qapp: QApplication, owner: QObject
) -> None:
    """No saved word is lost because the window closed; nothing is delivered any more."""
    runner = TaskRunner(qapp)
    stored: list[int] = []
    seen = threading.Event()
    gate = threading.Event()

    def work(cancelled: threading.Event) -> None:
        gate.set()
        if cancelled.wait(WAIT_S):
            seen.set()

    runner.run(work, owner=owner, done=never, failed=never)
    for number in range(20):
        runner.run(
            lambda _, number=number: stored.append(number),
            owner=owner,
            done=never,
            failed=never,
            lane=Lane.STORE,
        )
    assert gate.wait(WAIT_S)
    runner.close()
    QCoreApplication.sendPostedEvents()

    assert seen.is_set()
    assert stored == list(range(20))
    assert runner.running == 0
    with pytest.raises(RuntimeError):
        runner.run(lambda _: None, owner=owner, done=never, failed=never)
    runner.deleteLater()


def test_an_error_in_a_handler_is_not_swallowed(
    qtbot: QtBot, runner: TaskRunner, owner: QObject
) -> None:
    """A bug in ``done`` goes where all bugs of the UI thread go."""

    def broken(_result: int) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        runner.run(lambda _: 1, owner=owner, done=broken, failed=never)
        flush(qtbot, runner)

    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_a_thousand_jobs_each_arrive_once(qtbot: QtBot, runner: TaskRunner, owner: QObject) -> None:
    """Nothing is lost or doubled when many end together."""
    heard: list[int] = []

    for number in range(1000):
        runner.run(lambda _, number=number: number, owner=owner, done=heard.append, failed=never)
    flush(qtbot, runner)

    assert sorted(heard) == list(range(1000))
