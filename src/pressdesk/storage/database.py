"""What every workspace has in common: how it is made, checked, and what its refusals mean."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Engine, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateTable

from pressdesk.domain.errors import ReleaseFileDamaged, ReleaseFileNewer
from pressdesk.storage import schema
from pressdesk.storage.refusals import refusal
from pressdesk.storage.version import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pressdesk.storage.workspace import Work


def create_schema(engine: Engine, application_id: int) -> None:
    """Make the tables of a new workspace, in the newest shape."""
    with engine.begin() as connection:
        schema.metadata.create_all(connection)
        connection.execute(insert(schema.schema_version).values(version_num=SCHEMA))
        connection.exec_driver_sql(f"PRAGMA application_id = {application_id}")


def checked(work: Work, path: Path) -> None:
    """Refuse a workspace that is not of this version's exact shape, or not sound.

    Raises:
        ReleaseFileNewer: a newer PressDesk made it.
        ReleaseFileDamaged: tables, views or triggers that PressDesk never made, or broken pages.
    """
    found = work.shape()
    version = schema_version_of(work)
    if version is not None and version > SCHEMA:
        raise ReleaseFileNewer(name=path.name)
    if found != _expected_shape() or not work.is_whole():
        raise ReleaseFileDamaged(name=path.name)


def schema_version_of(work: Work) -> str | None:
    """Return the shape that the database names, None if it names none."""
    return work.schema_version() if schema.schema_version.name in work.shape() else None


def _expected_shape() -> dict[str, str]:
    return {
        table.name: " ".join(str(CreateTable(table)).split())
        for table in schema.metadata.sorted_tables
    }


@contextmanager
def database_refusals(path: Path) -> Iterator[None]:
    """Turn what SQLite refuses into PressDesk's errors about the file at ``path``."""
    try:
        yield
    except DBAPIError as error:
        raise refusal(error.orig, path) from error
