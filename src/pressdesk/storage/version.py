"""Which shape workspaces have."""

from __future__ import annotations

SCHEMA = "0003"
"""The newest migration. New workspaces are made in this shape at once."""
