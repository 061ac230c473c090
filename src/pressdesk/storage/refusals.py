"""What SQLite's refusals mean for people."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from pressdesk.domain.errors import (
    DiskFull,
    FolderReadOnly,
    PressDeskError,
    ReleaseFileDamaged,
    ReleaseFileInUse,
)

if TYPE_CHECKING:
    from pathlib import Path


def refusal(error: BaseException | None, path: Path) -> PressDeskError:
    """Return what an error of SQLite means for whoever works with the file at ``path``."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ReleaseFileInUse(name=path.name)
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return DiskFull(name=path.name)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return FolderReadOnly(name=str(path.parent))
        case _:
            return ReleaseFileDamaged(name=path.name)
