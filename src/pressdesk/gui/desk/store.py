"""What the desk place does to the desk: plain functions that run on the store lane."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.domain.errors import (
    DiskFull,
    FolderReadOnly,
    KeyringMissing,
    PastedEmpty,
    PastedTooLong,
    PressDeskError,
    SourceEmpty,
    SourceTooLarge,
)
from pressdesk.services.desk_list import claimed_desk, put_desk_aside, read_overviews

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.domain.overview import Overview
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.reading import SourceBytes
    from pressdesk.services.stored import StoredRelease
    from pressdesk.settings import Settings


class Store:
    """The desk and the journeys; each is made when it is first asked for.

    To have the desk and read its lines is light; to work with it is not, so that waits until
    somebody does. Everything here is called on the store lane, which is one thread.
    """

    def __init__(self, make_journeys: Callable[[], Journeys], data_folder: Path) -> None:
        self._make_journeys = make_journeys
        self._data_folder = data_folder
        self._journeys: Journeys | None = None
        self._path: Path | None = None
        self._desk: DeskWork | None = None
        self._exit = ExitStack()

    @property
    def is_open(self) -> bool:
        """Whether this window has the desk; may be asked on any thread."""
        return self._path is not None

    @property
    def journeys(self) -> Journeys:
        """Return the journeys of this run."""
        if self._journeys is None:
            self._journeys = self._make_journeys()
        return self._journeys

    @property
    def desk(self) -> DeskWork:
        """Return the work on the desk; opens it if it is not.

        Raises:
            DeskInUse, DeskDamaged, DeskNewer, DeskReadOnly, DiskFull.
        """
        if self._desk is None:
            opening = self.journeys.open_claimed_desk(self._claim())
            try:
                self._desk = self._exit.enter_context(opening)
            except PressDeskError:
                self.close()  # it is claimed anew when it is tried again
                raise
        return self._desk

    def overviews(self) -> tuple[Overview, ...]:
        """Return the lines of the desk; raises what ``desk`` raises."""
        self._claim()
        return read_overviews(self._data_folder) if self._desk is None else self._desk.overviews()

    def _claim(self) -> Path:
        if self._path is None:
            self._path = self._exit.enter_context(claimed_desk(self._data_folder))
        return self._path

    def renew(self) -> None:
        """Make the journeys anew, from other settings, with the key that was chosen before."""
        before, self._journeys = self._journeys, None
        self.close()
        if before is not None:
            before.close()
            self.journeys.identity.go_on_from(before.identity)

    def take(self, settings: Settings) -> None:
        """Let proofreading go by other settings, at once."""
        if self._journeys is not None:
            self._journeys.take(settings)

    def take_key(self) -> None:
        """Let the grammar engine ask with another key."""
        if self._journeys is not None:
            self._journeys.grammar.renew()

    def put_aside(self, today: date) -> Path:
        """Move a damaged desk aside and return where it is now; raises what moving it does."""
        self.close()
        return put_desk_aside(self._data_folder, today)

    def end(self) -> None:
        """Give the desk free, and end what the journeys have started; nothing is asked after."""
        self.close()
        if self._journeys is not None:
            self._journeys.close()

    def close(self) -> None:
        """Give the desk free."""
        self._desk = self._path = None
        self._exit.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Which of how many is being read."""

    name: str
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came of bringing things in.

    Shape: ``releases`` in the order they came; ``opened`` is the release where there is one only.
    """

    releases: tuple[ReleaseId, ...] = ()
    opened: StoredRelease | None = None
    notes_are_new: bool = False
    errors: tuple[PressDeskError, ...] = ()
    left: tuple[Path, ...] = ()
    """Files that could be taken in when tried again: there was no room, or no writing."""


@dataclass(slots=True)
class Bringing:
    """Brings files and texts to the desk; what came before a cancel is taken away again."""

    store: Store
    cancelled: threading.Event
    report: Callable[[Progress], None]
    _added: list[ReleaseId] = field(default_factory=list)

    def files(self, paths: Sequence[Path]) -> Brought:
        """Bring ``.pressdesk``, Word and text files.

        Raises:
            KeyringMissing: nothing can be signed, so nothing came.
            What opening the desk raises.
        """
        from pressdesk.services.reading import is_release_file, read_bytes

        desk = self.store.desk
        here = {one.release for one in desk.overviews()}
        found: list[ReleaseId] = []
        errors: list[PressDeskError] = []
        left: list[Path] = []
        imported: StoredRelease | None = None
        for path in self._each(paths):
            try:
                if is_release_file(path):
                    release = desk.take_in(path)
                    self._added += [] if release in here else [release]
                else:
                    imported = desk.import_source(read_bytes(path))
                    release = imported.id
                    self._added.append(release)
            except KeyringMissing:
                raise
            except PressDeskError as error:
                errors.append(error)
                left += [path] if isinstance(error, DiskFull | FolderReadOnly) else []
            else:
                found.append(release)
        if self._was_cancelled():
            return Brought()
        opened = None
        if len(found) == 1:
            opened = imported or desk.open(found[0])
        return Brought(
            releases=tuple(found),
            opened=opened,
            notes_are_new=opened is not None and imported is not None,
            errors=tuple(errors),
            left=tuple(left),
        )

    def text(self, name: str, text: str, markup: str, spoken: str) -> Brought:
        """Bring a text that was pasted, or else what its ``markup`` says.

        ``name`` is kept with the release; ``spoken`` is how it is called within a sentence.

        Raises:
            PastedEmpty, PastedTooLong, and what else importing raises.
        """
        from pressdesk.services.reading import SourceBytes

        self.report(Progress(name=spoken, done=0, total=1))
        try:
            if not text.strip() and markup:
                text = _words_of(markup, name)
            data = text.encode("utf-8", "surrogatepass")  # lone halves are refused by the reader
            return self._import(SourceBytes(name=name, data=data))
        except SourceEmpty as error:
            raise PastedEmpty(name=spoken) from error
        except SourceTooLarge as error:
            raise PastedTooLong(name=spoken, limit_mb=error.limit_mb) from error

    def sample(self, language: str) -> Brought:
        """Bring the sample release; raises what importing raises."""
        from pressdesk.services.reading import read_bytes
        from pressdesk.services.samples import sample

        source = read_bytes(sample(language))
        self.report(Progress(name=source.name, done=0, total=1))
        return self._import(source)

    def content(self, content: Content) -> Brought:
        """Bring a content that was begun from a template."""
        return self._brought(self.store.desk.create(content), notes_are_new=False)

    def _import(self, source: SourceBytes) -> Brought:
        if self.cancelled.is_set():
            return Brought()
        return self._brought(self.store.desk.import_source(source), notes_are_new=True)

    def _brought(self, release: StoredRelease, *, notes_are_new: bool) -> Brought:
        self._added.append(release.id)
        if self._was_cancelled():
            return Brought()
        return Brought(releases=(release.id,), opened=release, notes_are_new=notes_are_new)

    def _each(self, paths: Sequence[Path]) -> Iterator[Path]:
        for number, path in enumerate(paths):
            if self.cancelled.is_set():
                return
            self.report(Progress(name=path.name, done=number, total=len(paths)))
            yield path

    def _was_cancelled(self) -> bool:
        if self.cancelled.is_set():
            for release in self._added:
                self.store.desk.remove(release)
        return self.cancelled.is_set()


def _words_of(markup: str, name: str) -> str:
    from pressdesk.services.clipboard import cleaned

    return "\n\n".join(one.plain for one in cleaned("", markup, name).paragraphs)
