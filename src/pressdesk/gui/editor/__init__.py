"""The place where a release is written."""

from __future__ import annotations

from pressdesk.gui.editor.place import EditorPlace

__all__ = ["EditorPlace"]
