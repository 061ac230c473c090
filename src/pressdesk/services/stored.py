"""The stored release, for front ends that hold one and hand it on."""

from __future__ import annotations

from pressdesk.storage.workspace import StoredRelease

__all__ = ["StoredRelease"]
