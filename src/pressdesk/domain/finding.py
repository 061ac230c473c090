"""A finding: what a check has to say about the words of a release or a loose text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressdesk.domain.content import Language
    from pressdesk.domain.manuscript import Place


class FindingKind(StrEnum):
    """What sort of thing is wrong; decides the mark under the words."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"
    PUNCTUATION = "punctuation"
    TYPOGRAPHY = "typography"
    STYLE = "style"
    HOUSE = "house"
    STRUCTURE = "structure"


class Severity(StrEnum):
    """How sure and how grave: an error is wrong, a warning is probably wrong, advice is taste."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a rule found.

    Shape: ``start`` and ``end`` are code points of the passage at ``place``, half open; without
    a place the finding is about the text as a whole and both are 0. ``suggestions`` are
    replacements of ``text``, best first; None while they are still to be asked for, since they
    cost time (spelling). ``removes_passage`` says that the fix is to take the passage away.
    """

    rule: str
    kind: FindingKind
    severity: Severity
    message: str
    explanation: str
    source: str
    language: Language
    place: Place | None
    start: int = 0
    end: int = 0
    text: str = ""
    suggestions: tuple[str, ...] | None = ()
    removes_passage: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError("a finding covers a half-open range")
        if self.place is None and self.end:
            raise ValueError("a finding about the whole covers no words")
