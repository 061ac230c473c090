"""How the grammar engine is doing, and whether text may go to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pressdesk.domain.grammar import EngineState, EngineStatus
from pressdesk.gui.editor.proofing.engine_words import engine_words, offer_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.content import Language
    from pressdesk.gui.editor.proofing.ports import SecondReader
    from pressdesk.gui.editor.proofing.question import LeaveQuestion
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.grammar import Grammar


class GrammarDesk(QObject):
    """Gives the grammar engine to whoever checks, once text may go there.

    ``grammar`` gives the journey, None where no engine was ever asked for.
    """

    changed = Signal()
    """``words`` or ``offer`` has changed."""
    wanted_again = Signal()
    """The text is to be read once more."""
    allowed = Signal(str)
    """The user said yes to sending text to that address."""

    def __init__(
        self,
        around: Surroundings,
        question: LeaveQuestion,
        *,
        grammar: Callable[[], Grammar | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("grammar_desk")
        self._around = around
        self._question = question
        self._given = grammar
        self._watched: Grammar | None = None
        self._refused: str | None = None
        question.answered.connect(self._on_answered)

    def reader(self) -> SecondReader | None:
        """Return who reads a text again; None where nobody does, or the user is being asked."""
        grammar = self._chosen()
        address = grammar.to_allow if grammar is not None else None
        if address is None:
            self._question.hide()
            return grammar
        if address != self._refused:
            self._question.ask(_host(address))
        return None

    def on_settings(self) -> None:
        """Follow other settings: another server is asked about anew."""
        self._refused = None
        self._question.hide()
        self.changed.emit()

    def words(self, built_in: str, language: Language) -> str:
        """Return who reads: ``built_in``, and how the engine is doing."""
        grammar = self._chosen()
        if grammar is None:
            return built_in
        speech, is_silent = self._around.speech, self.is_asking
        more = engine_words(speech, grammar.state, language, is_silent=is_silent)
        return f"{built_in}{more}"

    @property
    def offer(self) -> str:
        """What the user may do about the engine, "" for nothing."""
        grammar = self._chosen()
        if grammar is None:
            return ""
        return offer_words(self._around.speech, grammar.state, is_silent=self.is_asking)

    @property
    def is_asking(self) -> bool:
        """Whether the user has not said yet that text may go to the server."""
        grammar = self._chosen()
        return grammar is not None and grammar.to_allow is not None

    @property
    def state(self) -> EngineStatus:
        """How the engine is doing."""
        grammar = self._chosen()
        return grammar.state if grammar is not None else EngineStatus()

    def take_offer(self) -> None:
        """Do what was offered: try again, or ask again."""
        grammar = self._chosen()
        if grammar is None:
            return
        self._refused = None
        if grammar.state.state is EngineState.FAILED:
            grammar.start()
        self.wanted_again.emit()

    def _chosen(self) -> Grammar | None:
        grammar = self._given()
        if grammar is None or not grammar.is_chosen:
            return None
        if grammar is not self._watched:
            self._watched = grammar
            grammar.watch(self._around.tasks.relay(self, self._on_state))
        return grammar

    def _on_state(self, _status: EngineStatus) -> None:
        self.changed.emit()

    def _on_answered(self, is_yes: bool) -> None:
        grammar = self._chosen()
        address = grammar.to_allow if grammar is not None else None
        self._question.hide()
        if address is None:
            return
        if is_yes:
            self.allowed.emit(address)
        else:
            self._refused = address
        self.changed.emit()


def _host(address: str) -> str:
    return address.split("//", 1)[-1].rstrip("/")
