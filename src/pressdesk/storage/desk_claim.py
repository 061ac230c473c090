"""Having the desk to oneself, before anything heavy is imported to work with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from pressdesk.domain.errors import ReleaseFileDamaged, ReleaseFileInUse, ReleaseFileNewer
from pressdesk.files import refusals_explained
from pressdesk.storage.desk_list import FILE_NAME
from pressdesk.storage.refusals import refusal
from pressdesk.storage.version import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x50724465
"""``PrDe``: what SQLite's header says of a desk."""

_LOCK_NAME = "desk.lock"


@contextmanager
def claimed_desk(folder: Path) -> Iterator[Path]:
    """Yield where the desk's database is, or will be; nobody else has it meanwhile.

    Raises:
        ReleaseFileInUse: another PressDesk has it.
        ReleaseFileDamaged, ReleaseFileNewer: it cannot be used; nothing was changed.
        FolderReadOnly, DiskFull: the folder cannot be written to.
    """
    path = folder / FILE_NAME
    lock = FileLock(folder / _LOCK_NAME, timeout=0)
    with refusals_explained(path):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout as error:
            raise ReleaseFileInUse(name=str(folder)) from error
    try:
        if path.exists():
            _look_at(path)
        yield path
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
