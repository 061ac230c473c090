"""SQLAlchemy engines over SQLite, set so that a transaction is what it says."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

BUSY_TIMEOUT_S = 2.0


def open_engine(path: Path, *, mode: str, pragmas: Mapping[str, str | int]) -> Engine:
    """Return an engine with one connection to the database at ``path``.

    ``mode`` is SQLite's own: ``ro``, ``rw`` or ``rwc``. Every transaction of a writable engine
    takes the write lock at once (BEGIN IMMEDIATE), so that what was read is still true when it
    is written.
    """
    begin = "BEGIN" if mode == "ro" else "BEGIN IMMEDIATE"
    return _engine(lambda: _connect(f"{path.absolute().as_uri()}?mode={mode}"), begin, pragmas)


def open_in_memory() -> Engine:
    """Return an engine over an empty database in memory, for tests and throw-away work."""
    return _engine(lambda: _connect(":memory:"), "BEGIN IMMEDIATE", {"foreign_keys": "ON"})


def copied_to_memory(connection: Connection) -> Engine:
    """Return an engine over a copy in memory; foreign keys are off, so that it can be reshaped."""
    engine = _engine(lambda: _connect(":memory:"), "BEGIN IMMEDIATE", {"foreign_keys": "OFF"})
    there, here = engine.raw_connection(), connection.connection
    source, target = here.driver_connection, there.driver_connection
    if not isinstance(source, sqlite3.Connection) or not isinstance(target, sqlite3.Connection):
        raise TypeError("both are SQLite")
    source.backup(target)
    there.close()
    return engine


def _connect(address: str) -> sqlite3.Connection:
    return sqlite3.connect(
        address,
        uri=True,
        timeout=BUSY_TIMEOUT_S,
        isolation_level=None,
        check_same_thread=False,
    )


def _engine(
    connect: Callable[[], sqlite3.Connection], begin: str, pragmas: Mapping[str, str | int]
) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
