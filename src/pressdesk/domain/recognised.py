"""What recognition made of a loose text, and what it wants to be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId


class CleanUpKind(StrEnum):
    """Why something of the source is not in the content."""

    REPEATED_LEAD = "repeated_lead"
    WEB_RESIDUE = "web_residue"
    INDENTATION = "indentation"
    TRAILING_SPACE = "trailing_space"
    FINAL_NEWLINE = "final_newline"
    EMPTY_LINES = "empty_lines"
    HIDDEN = "hidden"
    OTHER = "other"


class QuestionKind(StrEnum):
    """What a question is about."""

    SPEAKER = "speaker"
    ORGANISATION = "organisation"
    PARTNER = "partner"
    KIND = "kind"
    DATE = "date"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanUp:
    """One change made to the source on its way in.

    Units: ``line`` counts from 1 in a text, by paragraph in a Word file.
    Shape: ``text`` is verbatim.
    """

    kind: CleanUpKind
    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that the source leaves open and a person has to answer.

    ``block`` and ``suggestion`` help to ask it well: the block it is about, and the likeliest
    answer, never applied by itself.
    """

    kind: QuestionKind
    line: int
    text: str
    block: BlockId | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A structured release and the account of how it was read.

    Shape: ``lines`` gives the source lines of each block and boilerplate, ``title_lines`` and
    ``lead_lines`` those of the two parts that are no blocks.
    """

    content: Content
    lines: Mapping[BlockId, tuple[int, ...]] = field(default_factory=dict)
    title_lines: tuple[int, ...] = ()
    lead_lines: tuple[int, ...] = ()
    cleaned: tuple[CleanUp, ...] = ()
    questions: tuple[Question, ...] = ()
