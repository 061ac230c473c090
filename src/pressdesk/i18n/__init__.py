"""What PressDesk says to people, in bokmål, nynorsk and English."""

from pressdesk.i18n.catalogue import Catalogue, catalogue, interface_language
from pressdesk.i18n.errors import explain

__all__ = ["Catalogue", "catalogue", "explain", "interface_language"]
