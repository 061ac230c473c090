"""When the second reader reads: after the first, one text at a time, in nobody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.errors import PressDeskError
from pressdesk.gui.editor.proofing.reading import read_again

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from pressdesk.domain.content import Content
    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.gui.editor.proofing.found import Result
    from pressdesk.gui.editor.proofing.ports import Run, SecondReader


class SecondReading:
    """Has a text read again; of those that come while it reads, the last is read next.

    ``reader`` gives who reads, None where nobody does. ``done`` takes what was found, ``failed``
    why nothing was.
    """

    def __init__(
        self,
        *,
        reader: Callable[[], SecondReader | None],
        run: Run,
        done: Callable[[Result], None],
        failed: Callable[[PressDeskError], None],
    ) -> None:
        self._reader = reader
        self._run = run
        self._done = done
        self._failed = failed
        self._job: threading.Event | None = None
        self._next: tuple[Content, Manuscript] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether somebody reads."""
        return self._job is not None

    def begin(self, content: Content, manuscript: Manuscript) -> None:
        """Have ``manuscript`` read, now or after the one that is being read."""
        reader = self._reader()
        if reader is None:
            return
        if self._job is not None:
            self._next = content, manuscript
            return
        job: threading.Event | None = None

        def work(cancelled: threading.Event) -> Result:
            return read_again(reader, content, manuscript, cancelled)

        def done(result: Result) -> None:
            if self._job is job:
                self._job = None
                self._done(result)
                self._go_on()

        def failed(error: BaseException) -> None:
            if not isinstance(error, PressDeskError):
                raise error
            if self._job is job:
                self._job = None
                self._failed(error)
                self._go_on()

        job = self._job = self._run(work, done, failed)

    def _go_on(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None:
            self.begin(*waiting)

    def end(self) -> None:
        """Stop; nothing arrives any more."""
        if self._job is not None:
            self._job.set()
        self._job = self._next = None
