"""Files that were sent and came back, what the draft makes of proposals, and what waits.

The desk's lines tell of the open round and of quotes to approve anew. Before this there was
neither, so that every line begins with none.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; a release without rows was never sent round."""
    _make_lines_anew()
    op.create_table(
        "decided",
        sa.Column("release", sa.String(26), sa.ForeignKey("release.id"), primary_key=True),
        sa.Column("decisions", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "attachment",
        sa.Column("release", sa.String(26), sa.ForeignKey("release.id"), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )


def _make_lines_anew() -> None:
    """Add columns to the desk's lines.

    Where a column is added SQLite writes it behind the constraints: the table would differ to the
    letter from that of a new file.
    """
    lines = [
        dict(row) for row in op.get_bind().execute(sa.text("SELECT * FROM overview")).mappings()
    ]
    op.drop_table("overview")
    made = op.create_table(
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
        sa.Column("stale", sa.Integer, nullable=False),
        sa.Column("round_number", sa.Integer, nullable=False),
        sa.Column("deadline", sa.String(32)),
        sa.Column("waiting_for", sa.String, nullable=False),
    )
    none = {"stale": 0, "round_number": 0, "deadline": None, "waiting_for": "[]"}
    op.bulk_insert(made, [line | none for line in lines])
