"""The desk before anything heavy is imported: having it, and the lines that lie there."""

from __future__ import annotations

from pressdesk.storage.desk_claim import claimed_desk, put_desk_aside
from pressdesk.storage.desk_list import read_overviews

__all__ = ["claimed_desk", "put_desk_aside", "read_overviews"]
