"""Stores decisions one after the other, the last one that counts; knows no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.draft import Draft
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.jobs import Jobs


class Keeping:
    """Keeps the desk in step with the draft at hand.

    ``store`` runs on the store lane; what is decided meanwhile is stored after it.
    """

    def __init__(
        self,
        jobs: Jobs,
        store: Callable[[ReleaseId, Draft, int], Draft],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._jobs = jobs
        self._store = store
        self._failed = failed
        self._release: ReleaseId | None = None
        self._version = 0
        self._waiting: Draft | None = None
        self._is_busy = False
        self._then: list[Callable[[], None]] = []

    def begin(self, release: ReleaseId, draft: Draft) -> None:
        """Start from a draft that is stored."""
        self._release, self._version = release, draft.version
        self._waiting = None

    def keep(self, draft: Draft) -> None:
        """Store a draft soon."""
        self._waiting = draft
        self._go_on()

    def flush(self, then: Callable[[], None]) -> None:
        """Call ``then`` once everything is stored; not at all where that fails."""
        self._then.append(then)
        self._go_on()

    def _go_on(self) -> None:
        if self._is_busy:
            return
        draft, release, version = self._waiting, self._release, self._version
        if draft is None or release is None:
            waiting, self._then = self._then, []
            for then in waiting:
                then()
            return
        self._waiting, self._is_busy = None, True
        self._jobs.run(
            lambda _: self._store(release, draft, version),
            lambda kept: self._on_kept(release, kept),
            self._on_failed,
        )

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way to the desk."""
        return self._is_busy or self._waiting is not None

    def _on_kept(self, release: ReleaseId, draft: Draft) -> None:
        self._is_busy = False
        if release == self._release:
            self._version = draft.version
        self._go_on()

    def _on_failed(self, error: BaseException) -> None:
        self._is_busy = False
        self._waiting = None
        self._then.clear()
        self._failed(error)
