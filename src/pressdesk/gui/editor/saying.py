"""What the editor's plain parts need of the window: words, and the text they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.errors import PressDeskError
from pressdesk.i18n import explain

if TYPE_CHECKING:
    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId


class Saying(Protocol):
    """Says things in the user's language: the window's speech does."""

    @property
    def language(self) -> str:
        """``nb``, ``nn`` or ``en``."""

    def gettext(self, message: str, /) -> str:
        """Return ``message`` in the user's language."""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Return ``one`` or ``many`` in the user's language, as ``count`` asks for."""


class Pages(Protocol):
    """The text that is edited, every change one step that can be undone: the sheet is one."""

    def content(self) -> Content:
        """Return what it says now."""

    def update_facts(self, content: Content) -> None:
        """Take over everything but the words."""

    def apply(self, content: Content) -> None:
        """Say ``content``."""

    def go_to(self, part_id: BlockId) -> bool:
        """Put the cursor there; return whether there is such a piece."""


def sentence(saying: Saying, error: BaseException) -> str:
    """Return what to tell people about ``error``; for bugs, that something went wrong."""
    if isinstance(error, PressDeskError):
        return explain(error, saying.language)
    return saying.gettext("Something went wrong in PressDesk itself. Your text is safe here.")
