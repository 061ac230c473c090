"""Speech for the tests: English as it is, and Norwegian from a few words of the test's own."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

from pressdesk.gui.speech import Speech

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication


class English(Speech):
    """Speech in English."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app, "en")


class Words(gettext.NullTranslations):
    """A catalogue of a few words."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words

    def gettext(self, message: str) -> str:
        """Return ``message`` in the words of the test."""
        return self._words.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for ``n`` in the words of the test."""
        return self.gettext(msgid1 if n == 1 else msgid2)
