"""Having the desk to oneself, before anything heavy is imported to work with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from itertools import count
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from pressdesk.domain.errors import (
    DeskDamaged,
    DeskInUse,
    DeskNewer,
    DeskReadOnly,
    FolderReadOnly,
    ReleaseFileDamaged,
    ReleaseFileInUse,
    ReleaseFileNewer,
)
from pressdesk.files import refusals_explained
from pressdesk.storage.desk_list import FILE_NAME
from pressdesk.storage.refusals import refusal
from pressdesk.storage.version import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

APPLICATION_ID = 0x50724465
"""``PrDe``: what SQLite's header says of a desk."""

_LOCK_NAME = "desk.lock"


@contextmanager
def claimed_desk(folder: Path) -> Iterator[Path]:
    """Yield where the desk's database is, or will be; nobody else has it meanwhile.

    Raises:
        DeskInUse: another PressDesk has it.
        DeskDamaged, DeskNewer: it cannot be used; nothing was changed.
        DeskReadOnly, DiskFull: the folder cannot be written to.
    """
    path = folder / FILE_NAME
    with _locked(folder):
        if path.exists():
            with desk_refusals(path):
                _look_at(path)
        yield path


@contextmanager
def desk_refusals(path: Path) -> Iterator[None]:
    """Say of the desk at ``path`` what is said of a file that cannot be opened."""
    try:
        yield
    except (DeskInUse, DeskDamaged, DeskNewer, DeskReadOnly):
        raise
    except ReleaseFileInUse as error:
        raise DeskInUse(name=str(path.parent)) from error
    except ReleaseFileDamaged as error:
        raise DeskDamaged(name=str(path)) from error
    except ReleaseFileNewer as error:
        raise DeskNewer(name=str(path)) from error
    except FolderReadOnly as error:
        raise DeskReadOnly(name=str(path.parent)) from error


def put_desk_aside(folder: Path, today: date) -> Path:
    """Move a desk that cannot be read aside, in its folder, and return where it is now.

    Raises:
        DeskInUse: another PressDesk has it.
        DeskReadOnly, DiskFull: it could not be moved; it is where it was.
    """
    path = folder / FILE_NAME
    with _locked(folder), desk_refusals(path), refusals_explained(path):
        aside = next(
            name
            for number in count(1)
            if not (name := folder / _aside_name(path.stem, today, number)).exists()
        )
        moved: list[tuple[Path, Path]] = []
        try:
            for end in ("-wal", "-shm", "-journal", ""):  # SQLite finds its own under these names
                part, there = path.with_name(path.name + end), aside.with_name(aside.name + end)
                if part.exists():
                    part.rename(there)
                    moved.append((there, part))
        except OSError:
            for there, part in moved:
                there.rename(part)
            raise
    return aside


def _aside_name(stem: str, today: date, number: int) -> str:
    more = f"-{number}" if number > 1 else ""
    return f"{stem}-{today.isoformat()}{more}.sqlite.damaged"


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    path = folder / FILE_NAME
    lock = FileLock(folder / _LOCK_NAME, timeout=0)
    with desk_refusals(path), refusals_explained(path):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout as error:
            raise DeskInUse(name=str(folder)) from error
    try:
        yield
    finally:
        lock.release()


def _look_at(path: Path) -> None:
    """Refuse what is no desk, or not of this version, or not sound."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as desk:
            (application,) = desk.execute("PRAGMA application_id").fetchone()
            (sound,) = desk.execute("PRAGMA quick_check(1)").fetchone()
            (version,) = desk.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise refusal(error, path) from error
    except TypeError as error:  # a table without its row
        raise ReleaseFileDamaged(name=path.name) from error
    if application != APPLICATION_ID or sound != "ok" or not isinstance(version, str):
        raise ReleaseFileDamaged(name=path.name)
    if version > SCHEMA:
        raise ReleaseFileNewer(name=path.name)
