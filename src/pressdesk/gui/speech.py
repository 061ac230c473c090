"""The language of the window, switched while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

from pressdesk.gui.speech_stock import stock_words
from pressdesk.i18n import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


class Speech(QObject):
    """Says things in the user's language.

    One a process; ``app`` makes it and hands it to whoever shows words. A widget sets all its
    words in one method ``retranslate`` and gives that to ``follow`` at the end of
    ``__init__``: it is called at once, and again after every switch.
    """

    changed = Signal()
    """The language is another now."""

    def __init__(self, app: QCoreApplication, language: str) -> None:
        super().__init__(app)
        self.setObjectName("speech")
        self._app = app
        self._language = language
        self._catalogue = catalogue(language)
        self._stock: StockWords | None = None
        self._speak_stock()

    @property
    def language(self) -> str:
        """Return ``nb``, ``nn`` or ``en``."""
        return self._language

    def switch(self, language: str) -> None:
        """Speak ``nb``, ``nn`` or ``en`` from now on.

        Raises:
            FileNotFoundError: the catalogue was not compiled; the language stays as it was.
        """
        if language == self._language:
            return
        self._catalogue = catalogue(language)
        self._language = language
        self._speak_stock()
        self.changed.emit()

    def gettext(self, message: str) -> str:
        """Return ``message`` in the user's language."""
        return self._catalogue.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return ``one`` or ``many`` in the user's language, as ``count`` asks for."""
        return self._catalogue.ngettext(one, many, count)

    def follow(self, retranslate: Callable[[], None]) -> None:
        """Call ``retranslate``, a method of a QObject, now and after every switch."""
        self.changed.connect(retranslate)
        retranslate()

    def _speak_stock(self) -> None:
        """Let Qt's own buttons, menus, weekdays and number fields follow."""
        QLocale.setDefault(QLocale(_LOCALES[self._language]))
        if self._stock is not None:
            self._app.removeTranslator(self._stock)
            self._stock.deleteLater()
            self._stock = None
        words = stock_words(self._language)
        if words:
            self._stock = StockWords(words, self)
            self._app.installTranslator(self._stock)


class StockWords(QTranslator):
    """Translates what Qt itself says: Qt brings no bokmål, and its nynorsk has gaps."""

    def __init__(self, words: dict[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    # Qt's names
    def isEmpty(self) -> bool:
        """Return that there are words here; Qt asks before it tells the windows."""
        return False

    def translate(
        self,
        context: str,
        text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return Qt's ``text`` in our language; None tells Qt to look further."""
        found = self._words.get(text)
        return found.replace("%n", str(n)) if found is not None and n >= 0 else found
