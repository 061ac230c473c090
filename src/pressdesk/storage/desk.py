"""The desk: the user's own workspace, which holds every release and owns the truth."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from pressdesk.domain.codes import head_code
from pressdesk.domain.errors import LedgerForked, ReleaseFileInUse
from pressdesk.files import refusals_explained
from pressdesk.storage.database import checked, create_schema, database_refusals
from pressdesk.storage.desk_list import FILE_NAME
from pressdesk.storage.engine import open_engine
from pressdesk.storage.workspace import StoredRelease, Work, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

APPLICATION_ID = 0x50724465
"""``PrDe``: what SQLite's header says of a desk."""


_LOCK_NAME = "desk.lock"
_PRAGMAS = {"foreign_keys": "ON", "journal_mode": "WAL", "synchronous": "FULL"}


class Desk:
    """The open desk. One PressDesk at a time has it."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self._workspace = workspace
        self._name = name

    @contextmanager
    def transaction(self) -> Iterator[Work]:
        """Yield the work of one journey; all of it is stored, or none."""
        with database_refusals(Path(self._name)), self._workspace.transaction() as work:
            yield work

    def take_in(self, release: StoredRelease) -> None:
        """Put a verified release on the desk: add it, or go on where the desk's copy ends.

        An equal or older copy changes nothing.

        Raises:
            LedgerForked: both copies went on since they parted; nothing was changed.
        """
        with self.transaction() as work:
            if release.id not in work.releases():
                work.add(release)
                return
            ours = work.stored(release.id)
            shorter = min(len(ours.events), len(release.events))
            if ours.events[:shorter] != release.events[:shorter]:
                raise LedgerForked(
                    ours=head_code(ours.head.hash), theirs=head_code(release.head.hash)
                )
            if len(release.events) > len(ours.events):
                work.go_on(release, after=ours.head)


@contextmanager
def open_desk(folder: Path) -> Iterator[Desk]:
    """Yield the desk in ``folder``, made if there is none.

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
    is_new = not path.exists()
    try:
        with database_refusals(path):
            engine = open_engine(path, mode="rwc", pragmas=_PRAGMAS)
            if is_new:
                create_schema(engine, APPLICATION_ID)
            workspace = Workspace(engine)
            try:
                with workspace.transaction() as work:
                    checked(work, path)
                yield Desk(workspace, str(path))
                engine.raw_connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                workspace.close()
    finally:
        lock.release()
