"""The working draft: what is being written, before anybody else relies on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pressdesk.domain.errors import LanguageMissing
from pressdesk.domain.fields import Fields
from pressdesk.domain.ids import BlockId
from pressdesk.domain.recognised import (
    CleanUp,
    CleanUpKind,
    Question,
    QuestionKind,
    Recognised,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.content import Content, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportNotes:
    """How the source was read: kept with the draft, so that it can be looked up later."""

    lines: Mapping[BlockId, tuple[int, ...]] = field(default_factory=dict)
    cleaned: tuple[CleanUp, ...] = ()
    questions: tuple[Question, ...] = ()

    @classmethod
    def of(cls, recognised: Recognised) -> ImportNotes:
        """Return the account that recognition gave."""
        return cls(
            lines=recognised.lines, cleaned=recognised.cleaned, questions=recognised.questions
        )

    def to_json(self) -> dict[str, Json]:
        """Return the notes as JSON values."""
        return {
            "lines": {block: list(lines) for block, lines in self.lines.items()},
            "cleaned": [
                {"what": one.kind.value, "line": one.line, "text": one.text} for one in self.cleaned
            ],
            "questions": [
                {
                    "about": one.kind.value,
                    "line": one.line,
                    "text": one.text,
                    "block": one.block,
                    "suggestion": one.suggestion,
                }
                for one in self.questions
            ],
        }

    @classmethod
    def from_json(cls, value: Json) -> ImportNotes:
        """Return the notes that ``value`` holds; ValueError for another shape."""
        fields = Fields(value)
        lines = fields.value("lines")
        if not isinstance(lines, dict):
            raise ValueError("lines is not an object")
        notes = cls(
            lines={BlockId(block): _line_numbers(numbers) for block, numbers in lines.items()},
            cleaned=fields.each("cleaned", _clean_up_from_json),
            questions=fields.each("questions", _question_from_json),
        )
        fields.end()
        return notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The mutable text of a release, one content per language, in the order they were added.

    ``version`` counts saves from 1; whoever saves names the version that was read. ``decisions``
    tells of proposals, by id, whether the draft has accepted them; undecided ones are not there.
    Units: ``saved_at`` is an aware UTC instant.
    """

    contents: tuple[Content, ...]
    version: int
    saved_at: datetime
    notes: ImportNotes = ImportNotes()
    decisions: Mapping[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        languages = [content.language for content in self.contents]
        if not languages or len(set(languages)) != len(languages):
            raise ValueError("a draft has one content for each of its languages")

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages, the first written first."""
        return tuple(content.language for content in self.contents)

    def content(self, language: Language | None = None) -> Content:
        """Return the content in ``language``, by default the first.

        Raises:
            LanguageMissing: the release has no such text.
        """
        for content in self.contents:
            if language in (None, content.language):
                return content
        raise LanguageMissing(language=str(language))

    def with_content(self, content: Content) -> Draft:
        """Return the draft with the content of that language replaced."""
        contents = tuple(
            content if one.language is content.language else one for one in self.contents
        )
        return replace(self, contents=contents)


def _line_numbers(value: Json) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise ValueError("line numbers are a list")
    numbers = tuple(number for number in value if isinstance(number, int))
    if len(numbers) != len(value):
        raise ValueError("line numbers are integers")
    return numbers


def _clean_up_from_json(value: Json) -> CleanUp:
    fields = Fields(value)
    clean_up = CleanUp(
        kind=CleanUpKind(fields.string("what")),
        line=fields.integer("line"),
        text=fields.string("text"),
    )
    fields.end()
    return clean_up


def _question_from_json(value: Json) -> Question:
    fields = Fields(value)
    block = fields.optional_string("block")
    question = Question(
        kind=QuestionKind(fields.string("about")),
        line=fields.integer("line"),
        text=fields.string("text"),
        block=BlockId(block) if block is not None else None,
        suggestion=fields.optional_string("suggestion"),
    )
    fields.end()
    return question
