"""Trying a grammar engine before anything is trusted to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pressdesk.domain.content import Language
from pressdesk.domain.errors import GrammarError, KeyringMissing
from pressdesk.domain.grammar import EngineState, EngineStatus
from pressdesk.domain.manuscript import Manuscript, Passage, Place, Role
from pressdesk.services.grammar import Grammar, with_server_allowed

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from pressdesk.settings import Settings
    from pressdesk.trust.os_keyring import Keyring

MakeKeyring: TypeAlias = "Callable[[], Keyring]"
_SENTENCES = {
    Language.EN: "This is an test of the engine.",
    Language.NB: "Dette er en prøve.",
    Language.NN: "Dette er ei prøve.",
}


def system_keyring() -> Keyring:
    """Return the keyring of the operating system; it is not asked for anything yet."""
    from pressdesk.trust.os_keyring import OsKeyring

    return OsKeyring()


def tried(
    settings: Settings, keyring: Keyring, cancelled: threading.Event | None = None
) -> EngineStatus:
    """Return how the engine of ``settings`` does; nothing is left running.

    Only sentences of PressDesk's own are sent, so a server needs no leave for it.
    """
    manuscript = Manuscript(
        language=Language.EN,
        passages=tuple(
            Passage(place=Place(role=Role.BODY, line=line), text=text, language=language)
            for line, (language, text) in enumerate(_SENTENCES.items(), 1)
        ),
    )
    grammar: Grammar | None = None
    try:
        if settings.grammar_engine == "remote":
            settings = with_server_allowed(settings, settings.grammar_server or "")
        # An engine of its own: that of the editor goes on meanwhile.
        grammar = Grammar(settings, keyring)
        grammar.check(manuscript, cancelled)
        status = grammar.state
    except (GrammarError, KeyringMissing) as error:
        status = EngineStatus(state=EngineState.FAILED, reason=error)
    finally:
        if grammar is not None:
            grammar.stop()
    return status
