"""What the user may choose, in one dialog that works while it is open."""

from pressdesk.gui.settings.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
