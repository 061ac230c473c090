"""The ready page: what still stands between a text and its distribution, and the way out."""

from __future__ import annotations

from pressdesk.gui.ready.place import ReadyPlace

__all__ = ["ReadyPlace"]
