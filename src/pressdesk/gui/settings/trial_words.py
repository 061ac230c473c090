"""What a try of LanguageTool led to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.grammar import EngineState
from pressdesk.i18n import explain

if TYPE_CHECKING:
    from pressdesk.domain.grammar import EngineStatus
    from pressdesk.gui.editor.saying import Saying


def trial_words(saying: Saying, status: EngineStatus | None, *, is_going: bool) -> str:
    """Return what is known of the engine now; ``status`` is that after the last try."""
    _ = saying.gettext
    if is_going:
        return _("Trying …")
    if status is None:
        return _("Sends three sentences of PressDesk's own, nothing of yours.")
    if status.reason is not None:
        return explain(status.reason, saying.language)
    if status.state is not EngineState.READY:
        return _("LanguageTool is off.")
    name = f"LanguageTool {status.version}" if status.version else "LanguageTool"
    names = {
        Language.NB: _("bokmål"),
        Language.NN: _("nynorsk"),
        Language.EN: _("English text"),
    }
    read = ", ".join(words for language, words in names.items() if language in status.languages)
    if not read:
        return _("{engine} answers, but reads none of your languages.").format(engine=name)
    return _("{engine} answers. It reads: {languages}.").format(engine=name, languages=read)
