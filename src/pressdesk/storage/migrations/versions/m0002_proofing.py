"""A release's own words, and the findings that were set aside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table; a release without a row has neither."""
    op.create_table(
        "proofing",
        sa.Column("release", sa.String(26), sa.ForeignKey("release.id"), primary_key=True),
        sa.Column("notes", sa.LargeBinary, nullable=False),
    )
