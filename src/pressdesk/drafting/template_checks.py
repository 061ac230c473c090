"""What is wrong with the answers to a template's fields, before a draft is made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language, ReleaseMode
from pressdesk.domain.errors import TimeAmbiguous, TimeInGap
from pressdesk.drafting.template_filling import embargo_of
from pressdesk.drafting.template_model import FieldType, FilledFields, Template, TemplateField
from pressdesk.drafting.template_values import FEWEST_PARTNERS, Values
from pressdesk.drafting.template_words import (
    WORDS,
    WrittenDate,
    is_round_amount,
    parse_amount,
    parse_date,
    parse_moment,
    parse_number,
    parse_percent,
    parse_shares,
    parse_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_WHOLE = 100
_ROUNDING = 0.05
"""Per cent; three equal shares are 33,3."""
_WEB = re.compile(r"^https?://[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?$", re.IGNORECASE)
_PLANNED = ("date", "embargo")
"""The fields that say when the release goes out, which is never in the past."""


class ProblemKind(StrEnum):
    """What is wrong with an answer."""

    MISSING = "missing"
    FIELD_UNKNOWN = "field_unknown"
    PARTNERS_FEW = "partners_few"
    PARTNER_TWICE = "partner_twice"
    PARTNER_UNKNOWN = "partner_unknown"
    DATE_UNCLEAR = "date_unclear"
    DATE_PAST = "date_past"
    WEEKDAY_WRONG = "weekday_wrong"
    TIME_UNCLEAR = "time_unclear"
    TIME_IN_GAP = "time_in_gap"
    TIME_AMBIGUOUS = "time_ambiguous"
    EMBARGO_MISSING = "embargo_missing"
    AMOUNT_UNCLEAR = "amount_unclear"
    NUMBER_UNCLEAR = "number_unclear"
    PERCENT_UNCLEAR = "percent_unclear"
    SHARES_UNCLEAR = "shares_unclear"
    SHARES_SUM = "shares_sum"
    CHOICE_UNKNOWN = "choice_unknown"
    URL_UNCLEAR = "url_unclear"
    TOO_LONG = "too_long"


_REFUSED = {
    ProblemKind.FIELD_UNKNOWN,
    ProblemKind.PARTNER_UNKNOWN,
    ProblemKind.PARTNER_TWICE,
    ProblemKind.TIME_IN_GAP,
    ProblemKind.TIME_AMBIGUOUS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldProblem:
    """One thing that is wrong.

    ``field`` is a field's name, or ``partner``, ``spokesperson``, ``contact``. ``expected`` is
    what would be right where that is known: the weekday, the choices, the limit; ``found`` is
    the sum of the shares, or the length.
    """

    field: str
    kind: ProblemKind
    value: str = ""
    expected: str = ""
    found: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether no draft should be made: the answer would be lost or do harm in silence."""
        if self.kind in _REFUSED:
            return True
        unclear = self.kind in (ProblemKind.DATE_UNCLEAR, ProblemKind.WEEKDAY_WRONG)
        return (unclear and self.field in _PLANNED) or (
            self.kind is ProblemKind.CHOICE_UNKNOWN and self.field == "release_mode"
        )


def check_fields(
    template: Template, language: Language, filled: FilledFields, *, today: date
) -> tuple[FieldProblem, ...]:
    """Return what is wrong, in the order of the fields, then partners and people.

    Raises:
        TemplateLanguageMissing: the template is not written in that language.
    """
    text = template.text(language)
    values = Values(text, filled)
    known = {field.name for field in text.fields}
    problems = [
        FieldProblem(field=name, kind=ProblemKind.FIELD_UNKNOWN, value=value)
        for name, value in filled.values.items()
        if name not in known
    ]
    for field in text.fields:
        answer = filled.values.get(field.name, "").strip()
        if answer:
            problems += _problems_of(field, answer, language, today)
        elif field.required and not values.typed(field.name):
            problems.append(FieldProblem(field=field.name, kind=ProblemKind.MISSING))
    mode, embargo = (filled.values.get(name, "").strip() for name in ("release_mode", "embargo"))
    if mode == ReleaseMode.EMBARGO.value and not embargo:
        problems.append(FieldProblem(field="embargo", kind=ProblemKind.EMBARGO_MISSING))
    return (*problems, *_problems_of_partners(filled))


def _problems_of(
    field: TemplateField, answer: str, language: Language, today: date
) -> Iterator[FieldProblem]:
    problem = FieldProblem(field=field.name, kind=ProblemKind.TOO_LONG, value=answer)
    if field.limit is not None and field.limit.length(answer) > field.limit.warn:
        yield replace(
            problem, expected=str(field.limit.good), found=str(field.limit.length(answer))
        )
    match field.type:
        case FieldType.DATE:
            yield from _problems_of_day(problem, parse_date(answer), language, today)
        case FieldType.DATETIME:
            yield from _problems_of_moment(problem, language, today)
        case FieldType.SHARES:
            yield from _problems_of_shares(problem)
        case FieldType.CHOICE:
            values = [one.value for one in field.choices]
            if answer not in values:
                yield replace(problem, kind=ProblemKind.CHOICE_UNKNOWN, expected=", ".join(values))
        case _:
            kind = _unclear(field.type, answer)
            if kind is not None:
                yield replace(problem, kind=kind)


def _problems_of_day(
    problem: FieldProblem, day: WrittenDate | None, language: Language, today: date
) -> Iterator[FieldProblem]:
    if day is None:
        yield replace(problem, kind=ProblemKind.DATE_UNCLEAR)
        return
    if day.weekday is not None and day.weekday != day.day.weekday():
        right = WORDS[language].weekdays[day.day.weekday()]
        yield replace(problem, kind=ProblemKind.WEEKDAY_WRONG, expected=right)
    if problem.field in _PLANNED and day.day < today:
        yield replace(problem, kind=ProblemKind.DATE_PAST)


def _problems_of_moment(
    problem: FieldProblem, language: Language, today: date
) -> Iterator[FieldProblem]:
    moment = parse_moment(problem.value)
    yield from _problems_of_day(problem, moment and moment[0], language, today)
    try:
        embargo_of(problem.value)
    except TimeInGap:
        yield replace(problem, kind=ProblemKind.TIME_IN_GAP)
    except TimeAmbiguous:
        yield replace(problem, kind=ProblemKind.TIME_AMBIGUOUS)
    except OverflowError:
        yield replace(problem, kind=ProblemKind.DATE_UNCLEAR)


def _problems_of_shares(problem: FieldProblem) -> Iterator[FieldProblem]:
    shares = parse_shares(problem.value)
    if shares is None:
        yield replace(problem, kind=ProblemKind.SHARES_UNCLEAR)
        return
    total = sum(one.percent for one in shares)
    if abs(total - _WHOLE) > _ROUNDING * len(shares):
        yield replace(
            problem, kind=ProblemKind.SHARES_SUM, expected=str(_WHOLE), found=f"{total:g}"
        )


def _unclear(kind: FieldType, answer: str) -> ProblemKind | None:
    """Return what is unclear in an answer that is right or wrong as a whole."""
    match kind:
        case FieldType.TIME if parse_time(answer) is None:
            return ProblemKind.TIME_UNCLEAR
        case FieldType.AMOUNT if parse_amount(answer) is None and not is_round_amount(answer):
            return ProblemKind.AMOUNT_UNCLEAR
        case FieldType.NUMBER if parse_number(answer) is None:
            return ProblemKind.NUMBER_UNCLEAR
        case FieldType.PERCENT:
            percent = parse_percent(answer)
            if percent is None or float(percent.replace(",", ".")) > _WHOLE:
                return ProblemKind.PERCENT_UNCLEAR
        case FieldType.URL if not _WEB.match(answer):
            return ProblemKind.URL_UNCLEAR
    return None


def _problems_of_partners(filled: FilledFields) -> Iterator[FieldProblem]:
    named = [(one.name.strip(), one.short.strip()) for one in filled.partners]
    if sum(any(names) for names in named) < FEWEST_PARTNERS:
        yield FieldProblem(field="partner", kind=ProblemKind.PARTNERS_FEW)
    seen: set[str] = set()
    for names in named:
        again = next((name for name in names if name and name.casefold() in seen), None)
        if again is not None:
            yield FieldProblem(field="partner", kind=ProblemKind.PARTNER_TWICE, value=again)
        seen |= {name.casefold() for name in names if name}
    called = [("spokesperson", one.partner) for one in filled.spokespersons]
    called += [("contact", one.partner) for one in filled.contacts]
    for field, partner in called:
        if partner.strip() and partner.strip().casefold() not in seen:
            yield FieldProblem(field=field, kind=ProblemKind.PARTNER_UNKNOWN, value=partner)
