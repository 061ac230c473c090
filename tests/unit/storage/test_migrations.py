"""Migrations, run one after the other, end where new workspaces begin."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

import pressdesk.storage
from pressdesk.storage.database import create_schema
from pressdesk.storage.engine import open_in_memory
from pressdesk.storage.version import SCHEMA
from pressdesk.storage.workspace import Workspace


def test_migrations_and_schema_agree() -> None:
    """The tables that Alembic makes are, to the letter, those that a new file gets."""
    migrated, made = open_in_memory(), open_in_memory()
    config = Config()
    config.set_main_option(
        "script_location", str(Path(pressdesk.storage.__file__).parent / "migrations")
    )
    with migrated.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    create_schema(made, 1)

    with Workspace(migrated).transaction() as first, Workspace(made).transaction() as second:
        assert first.schema_version() == second.schema_version() == SCHEMA
        tables = {
            name: shape for name, shape in second.shape().items() if name != "alembic_version"
        }
        assert {name: first.shape()[name] for name in tables} == tables
    for engine in (migrated, made):
        engine.dispose()
