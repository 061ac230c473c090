"""What a rule is: a fault that can be found, what to say about it, and the texts that prove it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressdesk.domain.content import Language, Profile
    from pressdesk.domain.finding import FindingKind, Severity
    from pressdesk.domain.manuscript import Manuscript, Place, Role
    from pressdesk.proofing.rules.context import Context
    from pressdesk.proofing.rules.filling import Filling
    from pressdesk.proofing.rules.patterns import Pattern


class Scope(StrEnum):
    """What a rule looks at: one passage, or the text as a whole."""

    PASSAGE = "passage"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Hit:
    """A fault in a passage.

    Shape: ``start`` and ``end`` are code points, half open. ``suggestions`` are those of a
    function or a word list; a rule that writes its own fills them from ``fields``.
    """

    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TextHit:
    """A fault that a check of the whole text found, at ``place`` or in the text as a whole."""

    place: Place | None = None
    start: int = 0
    end: int = 0
    suggestions: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    removes_passage: bool = False


class Detector(Protocol):
    """What finds the hits of a rule."""

    def hits(self, context: Context) -> Iterator[Hit]:
        """Yield the hits in a passage, in order.

        Raises:
            TimeoutError: a pattern took too long; the rule is set aside for the passage.
        """


class TextDetector(Protocol):
    """What finds the hits of a rule about the whole text."""

    def __call__(self, manuscript: Manuscript) -> Iterator[TextHit]:
        """Yield the hits in reading order, those about the whole last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A faulty text.

    Shape: ``spans`` are the marked places; ``right`` is the text with the first suggestion of
    every one, None where the rule suggests nothing. In a rule about the whole text each line is
    a passage, ``roles`` names them from the first, and ``spans`` may be empty: then the hit is
    about the text as a whole.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    right: str | None
    language: Language
    profile: Profile
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """A text near the fault that the rule leaves alone; see ``Example``."""

    text: str
    language: Language
    profile: Profile
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Shape: exactly one of ``detector`` and ``text_detector`` is given. ``order`` is its place
    among all rules. ``has_nynorsk`` says that message and explanation
    were written in nynorsk too. ``exceptions`` silence a hit that they overlap.
    """

    id: str
    order: int
    kind: FindingKind
    severity: Severity
    message: Filling
    message_nn: Filling
    explanation: str
    explanation_nn: str
    has_nynorsk: bool
    source: str
    languages: frozenset[Language]
    profiles: frozenset[Profile]
    roles: frozenset[Role]
    scope: Scope
    detector: Detector | None
    text_detector: TextDetector | None
    exceptions: tuple[Pattern, ...]
    suggestions: tuple[Filling, ...]
    examples: tuple[Example, ...]
    clean: tuple[Clean, ...]

    def is_for(self, language: Language, profile: Profile) -> bool:
        """Return whether the rule holds in a text of that language and profile."""
        return language in self.languages and profile in self.profiles
