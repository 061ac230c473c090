"""The desk: the user's own workspace, which holds every release and owns the truth."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from pressdesk.domain.codes import head_code
from pressdesk.domain.errors import LedgerForked
from pressdesk.storage.database import checked, create_schema
from pressdesk.storage.desk_claim import APPLICATION_ID, claimed_desk, desk_refusals
from pressdesk.storage.engine import open_engine
from pressdesk.storage.refusals import refusal
from pressdesk.storage.upgrading import upgrade_in_place
from pressdesk.storage.workspace import StoredRelease, Work, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

_PRAGMAS = {
    "foreign_keys": "ON",
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "secure_delete": "ON",
}


class Desk:
    """The open desk. One PressDesk at a time has it."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self._workspace = workspace
        self._name = name

    @contextmanager
    def transaction(self) -> Iterator[Work]:
        """Yield the work of one journey; all of it is stored, or none."""
        with _refusals(Path(self._name)), self._workspace.transaction() as work:
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
    """Yield the desk in ``folder``, made if there is none; nobody else has it meanwhile.

    Raises:
        What ``claimed_desk`` and ``opened_desk`` raise.
    """
    with claimed_desk(folder) as path, opened_desk(path) as desk:
        yield desk


@contextmanager
def opened_desk(path: Path) -> Iterator[Desk]:
    """Yield the desk whose database, at ``path``, was claimed.

    Raises:
        DeskDamaged, DeskNewer: it cannot be used; nothing was changed.
        DeskReadOnly, DiskFull: it cannot be written to.
    """
    is_new = not path.exists()
    with _refusals(path):
        if not is_new:
            with desk_refusals(path):
                upgrade_in_place(path, _PRAGMAS)
        engine = open_engine(path, mode="rwc", pragmas=_PRAGMAS)
        try:
            if is_new:
                create_schema(engine, APPLICATION_ID)
            workspace = Workspace(engine)
            with desk_refusals(path), workspace.transaction() as work:
                checked(work, path)
            yield Desk(workspace, str(path))
            engine.raw_connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            engine.dispose()


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn what SQLite refuses into errors about the desk; others are about something else."""
    try:
        yield
    except DBAPIError as error:
        with desk_refusals(path):
            raise refusal(error.orig, path) from error
