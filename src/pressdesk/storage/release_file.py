"""``.pressdesk`` files: one release in one SQLite file, safe to send and to keep in a cloud folder.

Rollback journal and ``synchronous=EXTRA``: no side files remain, so synchronising services see
one whole file. A file from outside is looked at before SQLite gets it, and its shape is compared
with the schema before a row is read.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pressdesk.domain.errors import ReleaseFileDamaged, ReleaseUnknown, SourceMissing, UnknownTarget
from pressdesk.files import refuse_existing, written_whole
from pressdesk.storage.database import checked, create_schema, database_refusals
from pressdesk.storage.engine import open_engine
from pressdesk.storage.upgrading import newest_shape, upgrade_in_place
from pressdesk.storage.workspace import Work, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x50726573
"""``Pres``: what SQLite's header says of a PressDesk file."""

SUFFIX = ".pressdesk"
_HEADER_BYTES = 100
_SIDE_FILES_FORMAT = 2
_JOURNAL_SUFFIX = "-journal"
_WRITING = {
    "foreign_keys": "ON",
    "journal_mode": "DELETE",
    "synchronous": "EXTRA",
    "secure_delete": "ON",
}
_BUILDING = {"foreign_keys": "ON", "journal_mode": "MEMORY", "synchronous": "OFF"}


def refuse_target(path: Path) -> None:
    """Refuse a name for a new file before work is begun in vain.

    Raises:
        UnknownTarget: another ending than ``.pressdesk``.
        TargetExists: history is never overwritten.
    """
    if path.suffix.lower() != SUFFIX:
        raise UnknownTarget(name=path.name, wanted=SUFFIX)
    refuse_existing(path)


@contextmanager
def new_release_file(path: Path) -> Iterator[Work]:
    """Yield the work in which a new file is filled; the file appears when all of it is there.

    Raises:
        TargetExists: history is never overwritten.
        UnknownTarget: another ending than ``.pressdesk``.
        FolderReadOnly, DiskFull: nothing was written.
    """
    refuse_target(path)
    with written_whole(path, may_replace=False) as neighbour:
        engine = open_engine(neighbour, mode="rwc", pragmas=_BUILDING)
        try:
            with database_refusals(path):
                create_schema(engine, APPLICATION_ID)
                with Workspace(engine).transaction() as work:
                    yield work
        finally:
            engine.dispose()


@contextmanager
def reading(path: Path) -> Iterator[Work]:
    """Yield the work that reads the release in the file at ``path``; nothing is changed.

    A file of an older PressDesk is read from an upgraded copy.

    Raises:
        SourceMissing, ReleaseFileDamaged, ReleaseFileNewer, ReleaseFileInUse.
    """
    # A journal is left when a writer was killed: it is rolled back first, which needs writing.
    mode = "rw" if _has_journal(path) else "ro"
    with _opened(path, mode, {"query_only": "ON"} if mode == "ro" else _WRITING) as work:
        yield work


@contextmanager
def writing(path: Path) -> Iterator[Work]:
    """Yield the work that changes the file in place: all of it, under one lock, or nothing.

    A file of an older PressDesk is upgraded first.

    Raises:
        SourceMissing, ReleaseFileDamaged, ReleaseFileNewer, ReleaseFileInUse: as reading.
        FolderReadOnly, DiskFull: it could not be written; it is as it was.
    """
    _look_at_header(path)
    with _damage_explained(path), database_refusals(path):
        upgrade_in_place(path, _WRITING)
    with _opened(path, "rw", _WRITING) as work:
        yield work


@contextmanager
def _opened(path: Path, mode: str, pragmas: dict[str, str]) -> Iterator[Work]:
    _look_at_header(path)
    engine = open_engine(path, mode=mode, pragmas=pragmas)
    try:
        with (
            _damage_explained(path),
            database_refusals(path),
            newest_shape(engine, path) as newest,
            Workspace(newest).transaction() as work,
        ):
            checked(work, path)
            if len(work.releases()) != 1:
                raise ReleaseFileDamaged(name=path.name)
            yield work
    finally:
        engine.dispose()


@contextmanager
def _damage_explained(path: Path) -> Iterator[None]:
    """Say of what PressDesk never wrote that the file is damaged."""
    try:
        yield
    except (ValueError, KeyError, RecursionError, ReleaseUnknown) as error:
        raise ReleaseFileDamaged(name=path.name) from error


def _look_at_header(path: Path) -> None:
    """Refuse what is no PressDesk file, or not all of one, before SQLite opens it."""
    try:
        if not path.is_file():  # a pipe might never answer
            raise SourceMissing(name=path.name)
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        size = path.stat().st_size
    except OSError as error:
        raise SourceMissing(name=path.name) from error
    if len(header) < _HEADER_BYTES or not header.startswith(b"SQLite format 3\0"):
        raise ReleaseFileDamaged(name=path.name)
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    is_whole = (65536 if page_size == 1 else page_size) * pages == size or _has_journal(path)
    needs_side_files = _SIDE_FILES_FORMAT in header[18:20]
    is_ours = int.from_bytes(header[68:72], "big") == APPLICATION_ID
    if not is_whole or needs_side_files or not is_ours:
        raise ReleaseFileDamaged(name=path.name)


def _has_journal(path: Path) -> bool:
    """Return whether a writer left a journal: it is at work, or was killed."""
    return path.with_name(path.name + _JOURNAL_SUFFIX).exists()
