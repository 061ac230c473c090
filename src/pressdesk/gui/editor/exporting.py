"""Exporting a draft: where it goes, what is done meanwhile, and what the file was checked for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

from pressdesk.gui.editor.saying import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.domain.content import Content
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.services.exporting import Written

    Then = Callable[[], None]
    Failed = Callable[[BaseException], None]
    Job = Callable[[Callable[[str], None]], Written | None]
    Arrived = Callable[[Written | None], None]

SUFFIX = ".docx"


class ExportView(Protocol):
    """Asks where to, and shows how it went."""

    def ask_target(self, suggested: Path, then: Callable[[Path], None]) -> None:
        """Let the user choose a file; ``then`` is not called if they think better of it."""

    def show_busy(self, words: str) -> None:
        """Show that the file is being made."""

    def show_written(self, written: Written) -> None:
        """Show where the file is and what it was checked for."""

    def show_stopped(self) -> None:
        """Show that nothing was written, as the user wished."""

    def show_failed(self, words: str) -> None:
        """Show why nothing was written."""


class Folders(Protocol):
    """Remembers where files went."""

    def last(self) -> Path:
        """Return the folder of the last export, else a good first one."""

    def remember(self, folder: Path) -> None:
        """Keep ``folder`` for the next time."""


class ExportPresenter:
    """Takes an export from the wish to the report."""

    def __init__(  # noqa: PLR0913 - each is another side of the world
        self,
        view: ExportView,
        saying: Saying,
        folders: Folders,
        *,
        suggested_name: Callable[[], str],
        flush: Callable[[Then, Failed], None],
        run: Callable[[Job, Callable[[str], None], Arrived, Failed], None],
        export: Callable[[Path], Written],
    ) -> None:
        self._view = view
        self._saying = saying
        self._folders = folders
        self._suggested_name = suggested_name
        self._flush = flush
        self._run = run
        self._export = export
        self._stop = threading.Event()
        self.is_busy = False

    def on_export_wanted(self) -> None:
        """Ask where the file shall go."""
        if not self.is_busy:
            suggested = self._folders.last() / self._suggested_name()
            self._view.ask_target(suggested, self.on_target_chosen)

    def on_target_chosen(self, target: Path) -> None:
        """Save what is unsaved, then write the file."""
        if target.suffix.lower() != SUFFIX:
            target = target.with_name(target.name + SUFFIX)
        self._folders.remember(target.parent)
        self._stop = threading.Event()
        self.is_busy = True
        self._view.show_busy(self._saying.gettext("Saving the text …"))
        self._flush(lambda: self._write(target), self._on_failed)

    def on_cancel_wanted(self) -> None:
        """Stop, if the file is not being written yet; one that is, gets its report."""
        self._stop.set()

    def _write(self, target: Path) -> None:
        stop, export = self._stop, self._export
        writing = self._saying.gettext("Writing the file, and reading it again …")

        def job(report: Callable[[str], None]) -> Written | None:
            if stop.is_set():
                return None
            report(writing)
            return export(target)

        self._run(job, self._view.show_busy, self._on_arrived, self._on_failed)

    def _on_arrived(self, written: Written | None) -> None:
        self.is_busy = False
        if written is None:
            self._view.show_stopped()
        else:
            self._view.show_written(written)

    def _on_failed(self, error: BaseException) -> None:
        self.is_busy = False
        self._view.show_failed(sentence(self._saying, error))


def scan_words(saying: Saying) -> dict[str, str]:
    """Return what a file is scanned for, by the name that the scan gives it."""
    _ = saying.gettext
    return {
        "author": _("authors"),
        "organisation": _("company names in the properties"),
        "description": _("descriptions and keywords"),
        "template": _("template paths"),
        "comment": _("comments"),
        "revision": _("tracked changes"),
        "editing_trail": _("traces of editing"),
        "hidden_text": _("hidden text"),
        "external_relation": _("links to outside files"),
        "custom_data": _("custom data"),
        "macro": _("macros"),
        "embedded_object": _("embedded objects"),
        "picture_data": _("camera and place data in pictures"),
        "thumbnail": _("thumbnails"),
    }


def title_of(saying: Saying, content: Content) -> str:
    """Return what to call the release."""
    return content.title.plain.strip() or saying.gettext("Without a title")
