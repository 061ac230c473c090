"""What the buttons of a card say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.gui.editor.proofing.rows import Step
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from pressdesk.gui.editor.proofing.rows import CardRow
    from pressdesk.gui.editor.saying import Saying

MOST_SHOWN = 3
"""Replacements on a card that is not open."""
MOST_OPEN = 5


def step_words(saying: Saying, step: Step, alike: int) -> str:
    """Return what the button of a step says."""
    _ = saying.gettext
    return {
        Step.REMOVE: _("Remove the paragraph"),
        Step.GO: _("Go there"),
        Step.ALIKE: _("Mend all {count} alike").format(count=alike),
        Step.WORD: _("Add to word list"),
        Step.IGNORE: _("Ignore"),
        Step.RESTORE: _("Bring it back"),
    }[step]


def layer_words(saying: Saying, layer: Layer) -> str:
    """Return who knows a word in a list."""
    _ = saying.gettext
    return {
        Layer.RELEASE: _("This release"),
        Layer.ORGANISATION: _("The organisation"),
        Layer.PERSONAL: _("My own list"),
    }[layer]


def fix_words(saying: Saying, words: str) -> str:
    """Return what the button of a replacement says, where spaces alone would not be seen."""
    _ = saying.gettext
    if not words:
        return _("Delete")
    if not words.strip():
        return _("Hard space") if "\u00a0" in words else _("Space")
    return words.strip(" ") if len(words.strip(" ")) > 1 else words


def fix_spoken(saying: Saying, words: str) -> str:
    """Return what the button of a replacement says to the ear."""
    return saying.gettext("Replace with {words}").format(words=fix_words(saying, words))


def empty_words(
    saying: Saying, count: int | None, *, has_failed: bool, has_any: bool
) -> tuple[str, str]:
    """Return heading and words where no card is listed; ``count`` words were read, if known."""
    _ = saying.gettext
    if has_failed:
        return _("The text was not checked"), ""
    if count is None:
        return _("Reading proofs …"), ""
    if has_any:
        return _("Nothing here"), _("There are remarks of other kinds.")
    words = saying.ngettext(
        "{count} word was read: spelling, grammar, punctuation, typography, style and structure.",
        "{count} words were read: spelling, grammar, punctuation, typography, style and structure.",
        count,
    )
    return _("No remarks"), words.format(count=count)


def waiting_words(saying: Saying, row: CardRow) -> str:
    """Return what stands where replacements will be, or would have been."""
    if row.fixes is None:
        return saying.gettext("Looking for suggestions …")
    return ""
