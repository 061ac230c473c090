"""Two texts as one: what went, what came, what moved."""

from pressdesk.gui.compare.place import ComparePlace

__all__ = ["ComparePlace"]
