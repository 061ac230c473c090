"""Files that were sent and came back, and what the draft makes of proposals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; a release without rows was never sent round."""
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
