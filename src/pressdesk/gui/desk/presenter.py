"""Keeps the desk place in step with the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.errors import (
    DeskDamaged,
    DeskInUse,
    DeskNewer,
    KeyringMissing,
    PressDeskError,
    TargetExists,
    WriteError,
)
from pressdesk.gui.desk.lines import (
    DeskLine,
    Filter,
    by_need,
    desk_line,
    filtered,
    matching,
)
from pressdesk.gui.desk.store import Bringing, Brought, Progress, Store
from pressdesk.gui.desk.waiting import summary_words

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.domain.overview import Overview
    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.desk.times import Words
    from pressdesk.services.exporting import Written
    from pressdesk.services.stored import StoredRelease


class DeskView(Protocol):
    """What the presenter tells the view."""

    def show_lines(self, lines: Sequence[DeskLine], summary: str) -> None:
        """Show releases, and a sentence above them."""

    def show_nothing_found(self, query: str) -> None:
        """Say that no release fits the search or the filter."""

    def show_empty_desk(self) -> None:
        """Show what to start from."""

    def show_closed_desk(self) -> None:
        """Show neither releases nor a start: the desk cannot be read."""

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show how many releases there are of each kind."""

    def show_trouble(self, error: PressDeskError, *, is_kept: bool) -> None:
        """Say why the desk cannot be used, and offer to try again.

        ``is_kept``: what was brought waits for that.
        """

    def show_error(self, error: PressDeskError, more: int, *, can_retry: bool) -> None:
        """Say what went wrong; ``more`` others did too."""

    def clear_message(self) -> None:
        """Take the message away."""

    def show_busy(self, progress: Progress) -> None:
        """Show that something is being brought in."""

    def show_idle(self) -> None:
        """Show that nothing goes on."""

    def show_removed(self, title: str) -> None:
        """Say that a release was removed, and offer to undo it."""

    def show_undo(self, *, can_undo: bool) -> None:
        """Say whether a removal can be undone; the offer of the last one is over."""

    def show_put_aside(self, path: Path) -> None:
        """Say where the damaged desk lies now."""

    def show_brought(self, count: int) -> None:
        """Say that several releases came."""

    def show_copied(self, name: str) -> None:
        """Say that a copy was written."""

    def choose(self, release: ReleaseId) -> None:
        """Choose a release, and go to it."""

    def point_at(self, release: ReleaseId) -> None:
        """Choose a release; the keyboard stays where it is."""


class DeskPresenter:
    """Decides what the desk place shows, and does what is asked there."""

    def __init__(  # noqa: PLR0913  # the window wires every part
        self,
        view: DeskView,
        store: Store,
        jobs: Jobs,
        words: Words,
        clock: Callable[[], datetime],
        *,
        open_release: Callable[[StoredRelease, bool], None],
        ask_for_key: Callable[[Callable[[], None]], None],
    ) -> None:
        """``open_release`` shows a release; True with it means its import notes are new.

        ``ask_for_key`` lets the user choose a key and then calls what it is given.
        """
        self._view = view
        self._store = store
        self._jobs = jobs
        self._words = words
        self._clock = clock
        self._open_release = open_release
        self._ask_for_key = ask_for_key
        self._overviews: tuple[Overview, ...] = ()
        self._removed: list[StoredRelease] = []
        self._filter = Filter.ALL
        self._query = ""
        self._is_known = False
        self._has_trouble = False
        self._bringing: threading.Event | None = None
        self._waiting: dict[object, Callable[[], None]] = {}
        """What was brought in vain and is kept, by what it is."""
        self._last_open: ReleaseId | None = None

    # what the desk holds

    def show(self, overviews: Sequence[Overview]) -> None:
        """Show ``overviews``, read before the desk was open."""
        self._overviews = tuple(overviews)
        self.retell()

    def refresh(self, last_open: ReleaseId | None = None) -> None:
        """Read the desk again, and choose the release ``last_open``; opens it if need be."""
        self._last_open = last_open or self._last_open
        self._jobs.run(lambda _: self._store.overviews(), self._on_read, self._on_closed)

    def retell(self) -> None:
        """Say everything again: the language or the minute changed."""
        now = self._clock()
        everything = by_need(self._overviews, now)
        self._view.show_counts({kind: len(filtered(everything, kind, now)) for kind in Filter})
        shown = matching(filtered(everything, self._filter, now), self._query, self._words)
        if shown:
            lines = [desk_line(self._words, one, now) for one in shown]
            self._view.show_lines(lines, summary_words(self._words, everything, now))
        elif everything:
            self._view.show_nothing_found(self._query)
        elif self._has_trouble or not self._is_known:
            self._view.show_closed_desk()
        else:
            self._view.show_empty_desk()

    def on_retry(self) -> None:
        """Take in what waits, or else open the desk again."""
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            self.refresh()
        for again in waiting.values():
            again()

    def on_dismissed(self) -> None:
        """Let go of what waits: the message about it was closed."""
        self._waiting.clear()

    def on_start_afresh(self) -> None:
        """Move a damaged desk aside, and open a new one."""
        today = self._clock().date()
        self._jobs.run(lambda _: self._store.put_aside(today), self._on_put_aside, self._on_failed)

    def on_search(self, query: str) -> None:
        """Show only what fits ``query``."""
        self._query = query
        self.retell()

    def on_filter(self, key: str) -> None:
        """Show only releases of one kind."""
        self._filter = Filter(key)
        self.retell()

    # one release

    def on_open(self, release: ReleaseId) -> None:
        """Open a release."""
        self._jobs.run(
            lambda _: self._store.desk.open(release),
            self._on_opened,
            self._on_failed,
        )

    def on_remove(self, release: ReleaseId) -> None:
        """Take a release off the desk; it can be put back."""
        self._jobs.run(
            lambda _: self._store.desk.remove(release), self._on_removed, self._on_failed
        )

    def on_undo_remove(self) -> None:
        """Put back what was removed last."""
        if not self._removed:
            return
        stored = self._removed.pop()
        self._view.show_undo(can_undo=bool(self._removed))

        def put_back(_: threading.Event) -> tuple[Overview, ...]:
            self._store.desk.put_back(stored)
            return self._store.desk.overviews()

        def on_back(overviews: tuple[Overview, ...]) -> None:
            self._view.clear_message()
            self._on_read(overviews)
            self._view.choose(stored.id)

        def on_failed(error: BaseException) -> None:
            self._removed.append(stored)
            self._view.show_undo(can_undo=True)
            self._on_failed(error)

        self._jobs.run(put_back, on_back, on_failed)

    def on_hand_out(self, release: ReleaseId, target: Path) -> None:
        """Write a copy of a release as a ``.pressdesk`` file."""
        self._jobs.run(
            lambda _: self._store.desk.hand_out(release, target),
            lambda _: self._view.show_copied(target.name),
            self._on_failed,
        )

    def on_export(self, release: ReleaseId, folder: Path) -> None:
        """Write the Word file of a draft into ``folder``."""

        def export(_: threading.Event) -> Written:
            place = self._store.desk.at(release)
            return self._store.journeys.exporting.export(place, folder, is_draft=True)

        self._jobs.run(
            export,
            lambda written: self._view.show_copied(written.path.name),
            partial(
                self._on_failed,
                again=lambda: self.on_export(release, folder),
                what=("export", release, folder),
            ),
        )

    # bringing things in

    def on_files(self, paths: Sequence[Path]) -> None:
        """Bring files in; one alone is opened."""
        if paths:
            self._bring(lambda bringing: bringing.files(paths), ("files", *paths))

    def on_text(self, text: str, markup: str = "") -> None:
        """Bring a pasted text in as a new release; without one, what its ``markup`` says."""
        name, spoken = self._words.gettext("The clipboard"), self._words.gettext("the clipboard")
        self._bring(
            lambda bringing: bringing.text(name, text, markup, spoken), ("text", text, markup)
        )

    def on_sample(self, language: str) -> None:
        """Bring the sample release in."""
        self._bring(lambda bringing: bringing.sample(language), ("sample", language))

    def on_created(self, content: Content, refused: Callable[[PressDeskError], None]) -> None:
        """Bring a content in that was begun from a template; ``refused`` hears why it is not."""
        self._bring(lambda bringing: bringing.content(content), None, refused)

    def on_cancel(self) -> None:
        """Stop bringing things in; nothing of it stays."""
        if self._bringing is None:
            return
        self._bringing.set()
        self._bringing = None
        self._view.show_idle()
        self.refresh()

    def _bring(
        self,
        bring: Callable[[Bringing], Brought],
        what: object,
        refused: Callable[[PressDeskError], None] | None = None,
    ) -> None:
        """Run ``bring``; where that fails, keep it as ``what``, or hand the error to ``refused``."""
        self._view.clear_message()

        def job(cancelled: threading.Event, report: Callable[[Progress], None]) -> Brought:
            return bring(Bringing(self._store, cancelled, report))

        def failed(error: BaseException) -> None:
            self._bringing = None
            self._view.show_idle()
            if refused is None:
                self._on_failed(error, again=lambda: self._bring(bring, what), what=what)
            elif isinstance(error, PressDeskError):
                if not self._store.is_open:
                    self._on_closed(error)
                refused(error)
            else:
                raise error

        self._bringing = self._jobs.run_reporting(
            job, self._view.show_busy, self._on_brought, failed
        )

    # what came of it

    def _on_read(self, overviews: tuple[Overview, ...]) -> None:
        had_trouble, self._has_trouble = self._has_trouble, False
        if had_trouble:
            self._view.clear_message()
        self._is_known = True
        self._overviews = overviews
        self.retell()
        if self._last_open is not None:
            self._view.point_at(self._last_open)
            self._last_open = None
        if had_trouble and self._waiting:
            self.on_retry()

    def _on_closed(self, error: BaseException) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self._has_trouble = True
        self.retell()
        self._view.show_trouble(error, is_kept=bool(self._waiting))

    def _on_put_aside(self, path: Path) -> None:
        self._has_trouble = False
        self._overviews = ()
        self._view.show_put_aside(path)
        if self._waiting:
            self.on_retry()
        self.refresh()

    def _on_opened(self, stored: StoredRelease) -> None:
        self._view.clear_message()
        self._open_release(stored, False)  # no news

    def _on_removed(self, stored: StoredRelease) -> None:
        self._removed.append(stored)
        self._overviews = tuple(one for one in self._overviews if one.release != stored.id)
        self._view.clear_message()
        self.retell()
        self._view.show_undo(can_undo=True)
        self._view.show_removed(stored.draft.content().title.plain)

    def _on_brought(self, brought: Brought) -> None:
        self._bringing = None
        self._view.show_idle()
        self._view.clear_message()
        self._has_trouble = False
        self.refresh()
        if brought.errors:
            if brought.left:
                self._waiting["files", *brought.left] = partial(self.on_files, brought.left)
            more = len(brought.errors) - 1
            self._view.show_error(brought.errors[0], more, can_retry=bool(brought.left))
        elif brought.opened is not None:
            self._open_release(brought.opened, brought.notes_are_new)
        elif brought.releases:
            self._view.show_brought(len(brought.releases))

    def _on_failed(
        self,
        error: BaseException,
        again: Callable[[], None] | None = None,
        what: object = None,
    ) -> None:
        """Say what went wrong; where it may pass, ``again`` is kept as ``what``."""
        if isinstance(error, KeyringMissing) and again is not None:
            self._ask_for_key(again)
            return
        if not isinstance(error, PressDeskError):
            raise error
        can_retry = again is not None and _may_pass(error)
        if again is not None and can_retry:
            self._waiting[what] = again
        if self._store.is_open:
            self._view.show_error(error, 0, can_retry=can_retry)
        else:
            self._on_closed(error)


def _may_pass(error: PressDeskError) -> bool:
    """Return whether the same action may go well later, when the user has done something."""
    if isinstance(error, TargetExists):
        return False
    return isinstance(error, WriteError | DeskInUse | DeskDamaged | DeskNewer)
