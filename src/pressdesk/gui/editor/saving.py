"""Saving by itself: soon after the first unsaved key, and again until it worked."""

from __future__ import annotations

import logging
import time
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.errors import DraftMoved, PressDeskError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.content import Content
    from pressdesk.domain.draft import Draft

    Contents = tuple[Content, ...]
    Done = Callable[[Draft], None]
    Failed = Callable[[BaseException], None]

logger = logging.getLogger(__name__)

DELAY_MS = 400
"""From the first unsaved key to the save; with the save itself it stays below a second."""
RETRY_MS = 5_000


class SaveState(StrEnum):
    """What the word beside the title tells."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
    MOVED = "moved"
    """Somebody else saved; the user decides."""


class SaveView(Protocol):
    """Shows how saving goes."""

    def show_save_state(self, state: SaveState, error: BaseException | None) -> None:
        """Show ``state``, and what is in the way."""

    def on_saved(self, draft: Draft) -> None:
        """Take the draft that was stored."""


class SaveTimer(Protocol):
    """Calls ``due`` once, some time from now; a new start forgets the one before."""

    def start(self, delay_ms: int, /) -> None:
        """Begin to wait."""

    def stop(self) -> None:
        """Wait no longer."""


class Autosave:
    """Decides when to save; what is stored, and on which thread, is the business of ``store``."""

    def __init__(
        self,
        view: SaveView,
        timer: SaveTimer,
        *,
        contents: Callable[[], Contents],
        store: Callable[[Contents, int, Done, Failed], None],
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._now_s = now_s
        self._first_unsaved_s = 0.0
        self._view = view
        self._timer = timer
        self._contents = contents
        self._store = store
        self._version = 0
        self._is_dirty = False
        self._is_saving = False
        self._is_hurried = False
        self._waiting: list[tuple[Callable[[], None], Failed]] = []
        self.state = SaveState.SAVED

    def begin(self, draft: Draft) -> None:
        """Start from a draft as it was read."""
        self._timer.stop()
        self._version = draft.version
        self._is_dirty = self._is_saving = self._is_hurried = False
        self._waiting.clear()
        self._show(SaveState.SAVED)

    @property
    def is_clean(self) -> bool:
        """Whether everything is stored."""
        return not self._is_dirty and not self._is_saving

    def on_changed(self) -> None:
        """Save soon; further keys do not put it off."""
        is_first = not self._is_dirty
        self._is_dirty = True
        if is_first:
            self._first_unsaved_s = self._now_s()
        if self.state is SaveState.MOVED or self._is_saving:
            return
        if self.state is SaveState.FAILED:
            if not self._is_hurried:
                self._is_hurried = True
                self._timer.start(DELAY_MS)
        elif is_first:
            self._timer.start(DELAY_MS)
            self._show(SaveState.SAVING)

    def on_due(self) -> None:
        """Save what is unsaved."""
        if self._is_dirty and not self._is_saving and self.state is not SaveState.MOVED:
            self._save()

    def flush(
        self,
        then: Callable[[], None] | None = None,
        failed: Failed = lambda _error: None,
    ) -> None:
        """Save at once what is unsaved, then call ``then``, or ``failed`` if it was not saved."""
        if self.state is SaveState.MOVED:
            failed(DraftMoved())
            return
        if self.is_clean:
            if then is not None:
                then()
            return
        if then is not None:
            self._waiting.append((then, failed))
        if not self._is_saving:
            self._save()

    def give_up(self) -> None:
        """Forget what could not be saved, since the user said so."""
        self._timer.stop()
        self._is_dirty = False
        self._waiting.clear()

    def keep_mine(self, draft: Draft) -> None:
        """Go on from what ``draft`` says was stored over the other's text."""
        self._is_saving = True
        self._on_done(draft)

    def _save(self) -> None:
        self._timer.stop()
        self._is_dirty, self._is_saving, self._is_hurried = False, True, False
        if self.state is SaveState.SAVED:
            self._show(SaveState.SAVING)
        self._store(self._contents(), self._version, self._on_done, self._on_failed)

    def _on_done(self, draft: Draft) -> None:
        self._version = draft.version
        self._is_saving = False
        self._view.on_saved(draft)
        if self._is_dirty:
            if self._waiting:
                self._save()
            else:
                self._timer.start(self._left_ms())
                if self.state is not SaveState.SAVING:
                    self._show(SaveState.SAVING)
            return
        self._show(SaveState.SAVED)
        waiting, self._waiting = self._waiting, []
        for then, _failed in waiting:
            then()

    def _left_ms(self) -> int:
        """Return what is left of the delay: a slow save is not added to it."""
        waited_ms = round((self._now_s() - self._first_unsaved_s) * 1000)
        return max(0, DELAY_MS - waited_ms)

    def _on_failed(self, error: BaseException) -> None:
        self._is_dirty, self._is_saving = True, False
        if not isinstance(error, PressDeskError):
            logger.error("the draft was not saved: %s", type(error).__name__)
        if isinstance(error, DraftMoved):
            self._show(SaveState.MOVED, error)
        else:
            self._timer.start(RETRY_MS)
            self._show(SaveState.FAILED, error)
        waiting, self._waiting = self._waiting, []
        for _then, failed in waiting:
            failed(error)

    def _show(self, state: SaveState, error: BaseException | None = None) -> None:
        self.state = state
        self._view.show_save_state(state, error)
