"""Workspaces of an older PressDesk, brought to today's shape.

What is only read is upgraded in a copy in memory: an archived file keeps its bytes. What is
written is upgraded in place, in one transaction and under its lock: a copy that took the file's
name would leave whoever waits for the lock with a file that nobody sees any more.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pressdesk.domain.errors import ReleaseFileDamaged
from pressdesk.storage.database import checked, schema_version_of
from pressdesk.storage.engine import copied_to_memory, open_engine, open_in_memory
from pressdesk.storage.schema import schema_version
from pressdesk.storage.version import SCHEMA
from pressdesk.storage.workspace import Work, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection, Engine

_FOLDER = Path(__file__).parent / "migrations"
OLDER = ("0001", "0002")
"""The shapes that can be upgraded."""


def upgrade_in_place(path: Path, pragmas: Mapping[str, str | int]) -> None:
    """Bring the database at ``path`` to the newest shape; one that has it is left alone.

    Raises:
        ReleaseFileDamaged: it is not of the shape that it names, or not sound; it is as it was.
        DBAPIError: what SQLite refuses; it is as it was.
    """
    # Foreign keys off: a change of a parent table would take its children along.
    engine = open_engine(path, mode="rw", pragmas={**pragmas, "foreign_keys": "OFF"})
    try:
        with engine.begin() as connection:
            _upgrade(connection, path)
    finally:
        engine.dispose()


@contextmanager
def newest_shape(engine: Engine, path: Path) -> Iterator[Engine]:
    """Yield ``engine`` if its database has the newest shape, else one over an upgraded copy.

    Raises:
        What ``upgrade_in_place`` does.
    """
    with engine.begin() as connection:
        is_older = schema_version_of(Work(connection)) in OLDER
        copy = copied_to_memory(connection) if is_older else None
    if copy is None:
        yield engine
        return
    try:
        with copy.begin() as connection:
            _upgrade(connection, path)
        yield copy
    finally:
        copy.dispose()


def run_migrations(connection: Connection, target: str = "head") -> None:
    """Run the migrations up to ``target`` within the connection's transaction."""
    from alembic import command  # late: files of today need no Alembic
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _upgrade(connection: Connection, path: Path) -> None:
    work = Work(connection)
    version = schema_version_of(work)
    if version not in OLDER:
        return
    if _own_tables(work) != _shape_of(version) or not work.is_whole():
        raise ReleaseFileDamaged(name=path.name)
    run_migrations(connection, SCHEMA)
    checked(work, path)


def _shape_of(version: str) -> dict[str, str]:
    """Return the tables that the migrations up to ``version`` make."""
    engine = open_in_memory()
    try:
        with engine.begin() as connection:
            run_migrations(connection, version)
        with Workspace(engine).transaction() as work:
            return _own_tables(work)
    finally:
        engine.dispose()


def _own_tables(work: Work) -> dict[str, str]:
    """Return the shape without the version's own table, which Alembic writes in its own words."""
    return {name: made for name, made in work.shape().items() if name != schema_version.name}
