"""The first shape: releases, ledgers, keys, contents, drafts and overviews."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the first schema."""
    op.create_table("release", sa.Column("id", sa.String(26), primary_key=True))
    op.create_table(
        "ledger",
        sa.Column("release", sa.String(26), sa.ForeignKey("release.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("header", sa.LargeBinary, nullable=False),
        sa.Column("payload", sa.LargeBinary),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "signing_key",
        sa.Column("release", sa.String(26), sa.ForeignKey("release.id"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("public", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "content",
        sa.Column("release", sa.String(26), sa.ForeignKey("release.id"), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "draft",
        sa.Column("release", sa.String(26), sa.ForeignKey("release.id"), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.String(32), nullable=False),
        sa.Column("contents", sa.LargeBinary, nullable=False),
        sa.Column("notes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "overview",
        sa.Column("release", sa.String(26), sa.ForeignKey("release.id"), primary_key=True),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("template", sa.String),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("partners", sa.String, nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("quotes", sa.Integer, nullable=False),
        sa.Column("approved", sa.Integer, nullable=False),
        sa.Column("embargo", sa.String(32)),
        sa.Column("changed_at", sa.String(32), nullable=False),
    )
