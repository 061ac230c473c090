"""Starting a release from a template: what there is to start from, and the draft it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from pressdesk.domain.content import Profile
from pressdesk.domain.oslo import oslo_time
from pressdesk.drafting.template_model import (
    Choice,
    FieldType,
    FilledContact,
    FilledFields,
    FilledPartner,
    FilledSpokesperson,
    Limit,
    LimitUnit,
    Template,
    TemplateField,
    TemplateText,
)
from pressdesk.drafting.template_values import FEWEST_PARTNERS, Values, written_value
from pressdesk.drafting.template_words import parse_moment
from pressdesk.drafting.templates import (
    FieldProblem,
    LoadedTemplates,
    ProblemKind,
    check_fields,
    example_fields,
    fill,
    load_templates,
    parse_assignments,
    read_fields_file,
)
from pressdesk.i18n.field_problems import explain_problem
from pressdesk.i18n.moments import moment_in_words
from pressdesk.services.typed_dates import understood
from pressdesk.word.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.content import Content, Language

__all__ = [
    "FEWEST_PARTNERS",
    "Choice",
    "FieldProblem",
    "FieldType",
    "FilledContact",
    "FilledFields",
    "FilledPartner",
    "FilledSpokesperson",
    "Limit",
    "LimitUnit",
    "LoadedTemplates",
    "ProblemKind",
    "Progress",
    "Template",
    "TemplateField",
    "TemplateText",
    "Templates",
    "combined",
    "parse_assignments",
    "problem_sentence",
    "progress",
    "read_fields_file",
    "templates_shape",
    "top_lines",
    "words_of",
]

_WRITTEN_OUT = (FieldType.DATE, FieldType.TIME, FieldType.DATETIME, FieldType.AMOUNT)


_OF_CLOCKS = (ProblemKind.TIME_IN_GAP, ProblemKind.TIME_AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the answers that a release needs are there."""

    filled: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """Start releases from templates. Loading is blocking: the window does it off its thread.

    Dates are taken as people type them: see ``typed_dates``.
    """

    shipped_folder: Path
    own_folder: Path
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def load(self) -> LoadedTemplates:
        """Return the templates there are, own ones before those they replace, and the faults."""
        return load_templates([self.shipped_folder, self.own_folder])

    @property
    def today(self) -> date:
        """Return the date in Norway."""
        return oslo_time(self.clock()).date()

    def check(
        self, template: Template, language: Language, filled: FilledFields
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with the answers; TemplateLanguageMissing for want of one."""
        read = self._understood(template, filled)
        problems = check_fields(template, language, read, today=self.today)
        return tuple(_as_typed(problem, filled) for problem in problems)

    def draft(
        self,
        template: Template,
        language: Language,
        filled: FilledFields,
        profile: str = Profile.SPRAKRADET.value,
    ) -> Content:
        """Return the draft that the answers make; TemplateLanguageMissing for want of one."""
        content = fill(template, language, self._understood(template, filled), self.new_id)
        return replace(content, profile=Profile(profile))

    def preview(self, template: Template, language: Language, filled: FilledFields) -> Content:
        """Return the draft with ids that mean nothing; the same answers make the same ids."""
        numbers = count(1)
        read = self._understood(template, filled)
        return fill(template, language, read, lambda: f"preview-{next(numbers)}")

    def example(self, template: Template, language: Language) -> FilledFields:
        """Return the answers of the example; TemplateLanguageMissing for want of the language."""
        return example_fields(template, language)

    def written(self, field: TemplateField, typed: str, language: Language) -> str:
        """Return how the release writes a date, time or amount out, "" where that is not known.

        A date comes with its weekday.
        """
        if field.type not in _WRITTEN_OUT or not typed.strip():
            return ""
        read = understood(field.type, typed, self.today)
        words = written_value(field, read, language, with_weekday=True)
        return "" if words == read else words

    def _understood(self, template: Template, filled: FilledFields) -> FilledFields:
        kinds = {field.name: field.type for field in template.fields}
        today = self.today
        values = {
            name: understood(kinds.get(name, FieldType.TEXT), value, today)
            for name, value in filled.values.items()
        }
        return replace(filled, values=values)


def words_of(template: Template, language: str) -> TemplateText:
    """Return the template in ``language`` if it is written in that, else in the first it has."""
    found = [text for text in template.texts if text.language.value == language]
    return found[0] if found else template.texts[0]


def combined(base: FilledFields, more: FilledFields) -> FilledFields:
    """Return ``base`` with what ``more`` says instead; new partners bring people of their own."""
    if more.partners:
        base = replace(base, partners=(), spokespersons=(), contacts=())
    return FilledFields(
        values={**base.values, **more.values},
        partners=more.partners or base.partners,
        spokespersons=more.spokespersons or base.spokespersons,
        contacts=more.contacts or base.contacts,
    )


def progress(text: TemplateText, filled: FilledFields) -> Progress:
    """Return how many required fields, partners and spokespersons are named."""
    values = Values(text, filled)
    answers = [bool(values.typed(field.name)) for field in text.fields if field.required]
    if filled.values.get("release_mode") == "embargo":
        answers.append(bool(filled.values.get("embargo", "").strip()))
    names = [bool(one.name.strip() or one.short.strip()) for one in filled.partners]
    people = [bool(one.name.strip()) for one in filled.spokespersons]
    wanted = max(FEWEST_PARTNERS, len(names))
    return Progress(
        filled=sum(answers) + sum(names) + min(wanted, sum(people)),
        total=len(answers) + 2 * wanted,
    )


def problem_sentence(problem: FieldProblem, template: Template, language: str) -> str:
    """Return one sentence about ``problem`` in the language of the interface."""
    kinds = {field.name: field.type for field in template.fields}
    key = problem.kind.value
    if problem.kind is ProblemKind.DATE_UNCLEAR and kinds.get(problem.field) is FieldType.DATETIME:
        key = "moment_unclear"
    value = problem.value
    if problem.kind in _OF_CLOCKS and (moment := parse_moment(value)) is not None:
        value = moment_in_words(moment[1], language)
    return explain_problem(
        key, language, value=value, expected=problem.expected, found=problem.found
    )


def top_lines(content: Content) -> tuple[str, str]:
    """Return who sends a release and when it may be published, as its Word file says above."""
    labels = Labels(content)
    return labels.sender().plain, labels.release().plain


def templates_shape(loaded: LoadedTemplates, language: str) -> dict[str, Json]:
    """Return what ``templates --json`` prints, titles in the language of the interface."""
    return {
        "templates": [
            {
                "id": template.id,
                "title": words_of(template, language).title,
                "languages": [one.value for one in template.languages],
                "fields": [
                    {"name": field.name, "type": field.type.value, "required": field.required}
                    for field in template.fields
                ],
            }
            for template in loaded.templates
        ]
    }


def _as_typed(problem: FieldProblem, filled: FilledFields) -> FieldProblem:
    """Return ``problem`` with the value as people typed it."""
    typed = filled.values.get(problem.field, "").strip()
    return replace(problem, value=typed) if typed and problem.value else problem
