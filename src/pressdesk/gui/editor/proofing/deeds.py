"""What people said about findings in this session, kept beside the text so that undo knows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pressdesk.domain.finding import Finding
    from pressdesk.domain.proofing_notes import Ignored, ProofingNotes
    from pressdesk.services.word_lists import Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A finding was set aside."""

    ignored: Ignored
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtBack:
    """A finding that was set aside is shown again."""

    ignored: Ignored


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAdded:
    """A word was put into a list."""

    word: str
    layer: Layer


Deed = SetAside | BroughtBack | WordAdded


class Keeping(Protocol):
    """Keeps deeds where they outlast the session; the order of calls is theirs."""

    def do(self, deed: Deed) -> None:
        """Keep what was done."""

    def undo(self, deed: Deed) -> None:
        """Take back what was done."""


def deeds_in(beside: object) -> tuple[Deed, ...]:
    """Return the deeds that the sheet keeps beside its text."""
    if not isinstance(beside, tuple):
        return ()
    return tuple(one for one in beside if isinstance(one, SetAside | BroughtBack | WordAdded))


def carry_over(before: tuple[Deed, ...], after: tuple[Deed, ...], keeping: Keeping) -> None:
    """Let what is kept follow from the deeds ``before`` to those ``after``."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    for deed in reversed(before[same:]):
        keeping.undo(deed)
    for deed in after[same:]:
        keeping.do(deed)


def notes_after(notes: ProofingNotes, deeds: tuple[Deed, ...]) -> ProofingNotes:
    """Return the notes of the release with all that was done since."""
    for deed in deeds:
        match deed:
            case SetAside():
                notes = notes.with_ignored(deed.ignored)
            case BroughtBack():
                notes = notes.without_ignored(deed.ignored)
            case WordAdded(layer="release"):
                notes = notes.with_word(deed.word)
            case _:
                pass
    return notes


def words_added(deeds: tuple[Deed, ...]) -> frozenset[str]:
    """Return the words that were put into any list."""
    return frozenset(deed.word for deed in deeds if isinstance(deed, WordAdded))
