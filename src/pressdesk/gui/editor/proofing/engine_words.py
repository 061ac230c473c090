"""How the grammar engine is doing, in the words of the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.grammar import EngineState

if TYPE_CHECKING:
    from pressdesk.domain.grammar import EngineStatus
    from pressdesk.gui.editor.saying import Saying


def engine_words(
    saying: Saying, status: EngineStatus, language: Language, *, is_silent: bool
) -> str:
    """Return what stands behind «innebygd»: « + LanguageTool 6.6», « · LanguageTool starter …».

    ``is_silent``: the user has not said yes to sending text there.
    """
    _ = saying.gettext
    if is_silent:
        return " · " + _("LanguageTool waits for your yes")
    match status.state:
        case EngineState.STARTING:
            return " · " + _("LanguageTool is starting …")
        case EngineState.FAILED:
            return " · " + _("LanguageTool failed")
        case EngineState.READY if language in status.languages:
            return f" + {_named(status)}"
        case EngineState.READY:
            return " · " + _without(saying, language).format(engine=_named(status))
        case _:
            return ""


def _named(status: EngineStatus) -> str:
    """Return «LanguageTool 6.6», with the host where the text leaves this machine."""
    name = f"LanguageTool {status.version}" if status.version else "LanguageTool"
    return f"{name} ({status.server})" if status.server else name


def _without(saying: Saying, language: Language) -> str:
    _ = saying.gettext
    return {
        Language.NB: _("{engine} does not read bokmål"),
        Language.NN: _("{engine} does not read nynorsk"),
        Language.EN: _("{engine} does not read English"),
    }[language]


def offer_words(saying: Saying, status: EngineStatus, *, is_silent: bool) -> str:
    """Return what the button beside the engine says, "" where there is nothing to do."""
    if is_silent:
        return saying.gettext("Answer")
    return saying.gettext("Try again") if status.state is EngineState.FAILED else ""
