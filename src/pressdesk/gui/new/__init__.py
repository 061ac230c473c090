"""The place where a release begins: template, partners, answers, and the draft they make."""

from pressdesk.gui.new.place import NewReleasePlace

__all__ = ["NewReleasePlace"]
