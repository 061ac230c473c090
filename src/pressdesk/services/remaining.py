"""What still has to be written in a draft."""

from __future__ import annotations

from pressdesk.drafting.placeholders import ContentPart, Placeholder, placeholders

__all__ = ["ContentPart", "Placeholder", "placeholders"]
