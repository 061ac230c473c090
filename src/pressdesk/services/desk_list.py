"""The lines of the desk before the desk is open: what the first paint waits for."""

from __future__ import annotations

from pressdesk.storage.desk_list import read_overviews

__all__ = ["read_overviews"]
