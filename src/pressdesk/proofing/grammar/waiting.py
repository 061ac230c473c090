"""Waits that end: for an answer, at most so long, or until somebody no longer wants it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
STEP_S = 0.02
"""How soon a wish to stop is noticed."""


class GivenUp(Exception):
    """Nobody wants the answer any more."""


class _Call(Generic[T]):
    """One call on a thread of its own."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._answer: list[T] = []
        self._trouble: BaseException | None = None
        self.ended = threading.Event()

    def run(self) -> None:
        """Do the work, and keep what came of it."""
        try:
            self._answer.append(self._work())
        except BaseException as error:  # noqa: BLE001  # told in the thread that waits
            self._trouble = error
        finally:
            self.ended.set()

    def result(self) -> T:
        """Return the answer, or raise what the work raised."""
        if self._trouble is not None:
            raise self._trouble
        return self._answer[0]


def answer_within(limit_s: float, work: Callable[[], T], is_given_up: Callable[[], bool]) -> T:
    """Return what ``work`` returns or raise what it raises.

    A thread that a dripping server holds longer is left behind; it ends with its connection or
    with the program.

    Raises:
        TimeoutError: it took longer than ``limit_s``.
        GivenUp: ``is_given_up`` became true.
    """
    call = _Call(work)
    threading.Thread(target=call.run, name="grammar request", daemon=True).start()
    wait_for(call.ended, limit_s, is_given_up)
    return call.result()


def wait_for(event: threading.Event, limit_s: float, is_given_up: Callable[[], bool]) -> None:
    """Return when ``event`` is set; raises what ``answer_within`` raises."""
    end = time.monotonic() + limit_s
    while not event.wait(STEP_S):
        if is_given_up():
            raise GivenUp
        if time.monotonic() > end:
            raise TimeoutError
