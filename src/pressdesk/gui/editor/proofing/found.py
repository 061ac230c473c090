"""What is known of the findings in a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.gui.editor.proofing.spots import beside, moved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.domain.errors import PressDeskError
    from pressdesk.domain.finding import Finding
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.gui.editor.proofing.spots import Spots


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a check found, by piece, and the words that it read."""

    spots: Mapping[BlockId, Spots]
    words: Mapping[BlockId, str]
    whole: tuple[Finding, ...] = ()
    engines: tuple[str, ...] = ()
    notices: tuple[PressDeskError, ...] = ()
    count: int = 0
    manuscript: Manuscript | None = None
    """What was read, for the second reader."""


@dataclass(slots=True)
class Found:
    """What is known now.

    Shape: ``spots`` are for the ``words`` beside them: our ``own``, and those of the ``second``
    reader where we have nothing to say.
    """

    spots: dict[BlockId, Spots] = field(default_factory=dict)
    words: dict[BlockId, str] = field(default_factory=dict)
    own: dict[BlockId, Spots] = field(default_factory=dict)
    second: dict[BlockId, Spots] = field(default_factory=dict)
    whole: tuple[Finding, ...] = ()
    engines: tuple[str, ...] = ()
    notices: tuple[PressDeskError, ...] = ()
    trouble: PressDeskError | None = None
    """Why the second reader could not read."""
    count: int | None = None
    """Words that were read; None before the whole was."""

    def take_own(self, part: BlockId, words: str, own: Spots) -> None:
        """Take over what we found in a piece that says ``words`` now."""
        second = moved(self.second.get(part, ()), self.words.get(part, words), words)
        self._put(part, words, own, second)

    def take_second(self, part: BlockId, words: str, second: Spots) -> None:
        """Take over what the second reader found in a piece that says ``words`` now."""
        own = moved(self.own.get(part, ()), self.words.get(part, words), words)
        self._put(part, words, own, second)

    def follow(self, part: BlockId, words: str) -> None:
        """Let what was found in a piece move with its words."""
        before = self.words.get(part)
        if before is not None and before != words:
            self.take_own(part, words, moved(self.own.get(part, ()), before, words))

    def drop(self, part: BlockId) -> None:
        """Forget a piece that is gone."""
        for spots in (self.spots, self.own, self.second):
            spots.pop(part, None)
        self.words.pop(part, None)

    def _put(self, part: BlockId, words: str, own: Spots, second: Spots) -> None:
        self.words[part] = words
        _keep(self.own, part, own)
        _keep(self.second, part, second)
        _keep(self.spots, part, beside(self.own.get(part, ()), self.second.get(part, ())))


def _keep(kept: dict[BlockId, Spots], part: BlockId, spots: Spots) -> None:
    """Put ``spots`` in; the same ones stay as they are, for what was made of them still holds."""
    if not spots:
        kept.pop(part, None)
    elif kept.get(part) != spots:
        kept[part] = spots
