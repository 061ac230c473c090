"""Rounds: sending a text to named people, and deciding about what they answer."""

from pressdesk.gui.round.place import RoundPlace

__all__ = ["RoundPlace"]
