"""The tables of a workspace, in portable types.

A change here is a new migration in ``migrations/versions`` and a new ``SCHEMA`` in ``version``; a test
holds the two together.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

metadata = MetaData()

schema_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), primary_key=True),
)

releases = Table(
    "release",
    metadata,
    Column("id", String(26), primary_key=True),
)

ledger = Table(
    "ledger",
    metadata,
    Column("release", String(26), ForeignKey("release.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("header", LargeBinary, nullable=False),
    Column("payload", LargeBinary),
    Column("salt", LargeBinary),
    Column("signature", LargeBinary, nullable=False),
)

signing_keys = Table(
    "signing_key",
    metadata,
    Column("release", String(26), ForeignKey("release.id"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("public", LargeBinary, nullable=False),
)

contents = Table(
    "content",
    metadata,
    Column("release", String(26), ForeignKey("release.id"), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

drafts = Table(
    "draft",
    metadata,
    Column("release", String(26), ForeignKey("release.id"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("saved_at", String(32), nullable=False),
    Column("contents", LargeBinary, nullable=False),
    Column("notes", LargeBinary, nullable=False),
)

proofing = Table(
    "proofing",
    metadata,
    Column("release", String(26), ForeignKey("release.id"), primary_key=True),
    Column("notes", LargeBinary, nullable=False),
)

decided = Table(
    "decided",
    metadata,
    Column("release", String(26), ForeignKey("release.id"), primary_key=True),
    Column("decisions", LargeBinary, nullable=False),
)

attachments = Table(
    "attachment",
    metadata,
    Column("release", String(26), ForeignKey("release.id"), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

overviews = Table(
    "overview",
    metadata,
    Column("release", String(26), ForeignKey("release.id"), primary_key=True),
    Column("title", String, nullable=False),
    Column("template", String),
    Column("language", String(2), nullable=False),
    Column("words", Integer, nullable=False),
    Column("partners", String, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("quotes", Integer, nullable=False),
    Column("approved", Integer, nullable=False),
    Column("embargo", String(32)),
    Column("changed_at", String(32), nullable=False),
    Column("stale", Integer, nullable=False),
    Column("round_number", Integer, nullable=False),
    Column("deadline", String(32)),
    Column("waiting_for", String, nullable=False),
)
