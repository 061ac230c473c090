"""Keeps the comparison in step with what was chosen; knows no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.errors import PressDeskError
from pressdesk.gui.compare.sources import Source

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.speech import Speech
    from pressdesk.services.comparing import Comparison, Level


class View(Protocol):
    """What shows the comparison."""

    def show_sources(self, sources: Sequence[str], old: int | None, new: int | None) -> None:
        """Show what can be chosen, and what is."""

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what differs."""

    def show_message(self, words: str) -> None:
        """Show a sentence and no text."""


class Work(Protocol):
    """What compares; called off the thread of the window."""

    def compare(self, old: Source, new: Source, level: Level) -> Comparison:
        """Return what differs."""


class ComparePresenter:
    """Asks for both texts and shows what differs, the last choice only."""

    def __init__(
        self,
        view: View,
        work: Work,
        jobs: Jobs,
        speech: Speech,
        ask_for_file: Callable[[Callable[[Sequence[Path]], None]], None],
    ) -> None:
        self._view = view
        self._work = work
        self._jobs = jobs
        self._speech = speech
        self._ask_for_file = ask_for_file
        self._sources: list[Source] = []
        self._chosen: list[int | None] = [None, None]
        self._level = "word"
        self._error: PressDeskError | None = None
        self._is_done = False
        self._running: threading.Event | None = None

    def start(self, sources: Sequence[Source]) -> None:
        """Begin with the last two of what a release offers, or with nothing."""
        self._sources = list(sources)
        count = len(self._sources)
        self._chosen = [count - 2, count - 1] if count > 1 else [None, 0 if count else None]
        self._refresh()

    def on_old_chosen(self, number: int) -> None:
        """Take another old text, or ask for a file."""
        self._choose(0, number)

    def on_new_chosen(self, number: int) -> None:
        """Take another new text, or ask for a file."""
        self._choose(1, number)

    def on_level_chosen(self, level: str) -> None:
        """Compare by words, sentences or paragraphs."""
        self._level = level
        self._refresh()

    def on_swap_requested(self) -> None:
        """Take the old text for the new one."""
        self._chosen.reverse()
        self._refresh()

    def on_speech_changed(self) -> None:
        """Say it in the language of the window; the view says the rest itself."""
        self._show_sources()
        if not self._is_done:
            self._show_message()

    def _choose(self, side: int, number: int) -> None:
        if number < len(self._sources):
            self._chosen[side] = number
            self._refresh()
            return
        self._show_sources()  # the choice shows what holds until there is a file
        self._ask_for_file(lambda paths: self._take_files(side, paths))

    def _take_files(self, side: int, paths: Sequence[Path]) -> None:
        """Take one file for that side, or two for both."""
        sides = [side] if len(paths) == 1 else [0, 1]
        for place, path in zip(sides, paths, strict=False):
            source = Source(path=path)
            if source not in self._sources:
                self._sources.append(source)
            self._chosen[place] = self._sources.index(source)
        self._refresh()

    def _refresh(self) -> None:
        if self._running is not None:
            self._running.set()
            self._running = None
        self._error, self._is_done = None, False
        self._show_sources()
        old, new = self._chosen
        if old is None or new is None:
            self._show_message()
            return
        from pressdesk.services.comparing import Level

        before, after, level = self._sources[old], self._sources[new], Level(self._level)
        self._running = self._jobs.run(
            lambda _: self._work.compare(before, after, level), self._on_done, self._on_failed
        )

    def _on_done(self, comparison: Comparison) -> None:
        self._running, self._is_done = None, True
        self._view.show_comparison(comparison)

    def _on_failed(self, error: BaseException) -> None:
        self._running = None
        if not isinstance(error, PressDeskError):
            raise error
        self._error = error
        self._show_message()

    def _show_sources(self) -> None:
        words = [source.words(self._speech) for source in self._sources]
        self._view.show_sources(words, self._chosen[0], self._chosen[1])

    def _show_message(self) -> None:
        from pressdesk.i18n import explain

        if self._error is not None:
            words = explain(self._error, self._speech.language)
        elif None in self._chosen:
            words = self._speech.gettext("Choose an old and a new text.")
        else:
            words = self._speech.gettext("Comparing …")
        self._view.show_message(words)
