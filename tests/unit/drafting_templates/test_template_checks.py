"""What is wrong with answers is told by field and kind."""

from __future__ import annotations

from datetime import date

import pytest

from pressdesk.domain.content import Language
from pressdesk.drafting.templates import (
    FieldProblem,
    FilledContact,
    FilledFields,
    FilledPartner,
    FilledSpokesperson,
    ProblemKind,
    Template,
    check_fields,
    example_fields,
)

TODAY = date(2026, 11, 24)


def problems_of(template: Template, **values: str) -> tuple[FieldProblem, ...]:
    """Return what is wrong with the example when ``values`` are answered instead."""
    filled = example_fields(template, Language.NB).with_values(values)
    return check_fields(template, Language.NB, filled, today=TODAY)


@pytest.mark.parametrize(
    ("field", "value", "kind", "expected", "is_refused"),
    [
        ("amount", "", ProblemKind.MISSING, "", False),
        ("amount", "12.5", ProblemKind.AMOUNT_UNCLEAR, "", False),
        ("amount", "ganske mye", ProblemKind.AMOUNT_UNCLEAR, "", False),
        ("start", "til våren", ProblemKind.DATE_UNCLEAR, "", False),
        ("start", "fredag 1. januar 2027 ", None, "", False),
        ("start", "lørdag 1. januar 2027", ProblemKind.WEEKDAY_WRONG, "fredag", False),
        ("start", "2020-01-01", None, "", False),
        ("date", "2026-11-23", ProblemKind.DATE_PAST, "", False),
        ("date", "onsdag 26. november 2026", ProblemKind.WEEKDAY_WRONG, "torsdag", True),
        ("embargo", "i morgen", ProblemKind.DATE_UNCLEAR, "", True),
        ("embargo", "2026-11-23 08:00", ProblemKind.DATE_PAST, "", False),
        ("embargo", "2027-03-28 02:30", ProblemKind.TIME_IN_GAP, "", True),
        ("embargo", "2027-10-31 02:30", ProblemKind.TIME_AMBIGUOUS, "", True),
        ("embargo", "9999-12-31T23:00-10:00", ProblemKind.DATE_UNCLEAR, "", True),
        ("embargo", "", ProblemKind.EMBARGO_MISSING, "", False),
        ("split", "A 60 %; B 30 %", ProblemKind.SHARES_SUM, "100", False),
        ("split", "A 33,3 %; B 33,3 %; C 33,3 %", None, "", False),
        ("split", "halvt om halvt", ProblemKind.SHARES_UNCLEAR, "", False),
        ("release_mode", "snart", ProblemKind.CHOICE_UNKNOWN, "immediate, embargo", True),
        ("project_url", "plast.example", ProblemKind.URL_UNCLEAR, "", False),
        ("objective", "fange " + "all slags " * 6 + "plast", ProblemKind.TOO_LONG, "30", False),
        ("colour", "rød", ProblemKind.FIELD_UNKNOWN, "", True),
    ],
)
def test_answer_is_judged_by_its_field(
    grant: Template,
    *,
    field: str,
    value: str,
    kind: ProblemKind | None,
    expected: str,
    is_refused: bool,
) -> None:
    """One problem for one fault, with what would be right, and refused where it would harm."""
    problems = problems_of(grant, **{field: value})

    assert [one.kind for one in problems] == ([kind] if kind else [])
    for one in problems:
        assert (one.field, one.expected, one.is_refused) == (field, expected, is_refused)


def test_sum_of_shares_is_told(grant: Template) -> None:
    """People see how far they are off."""
    (problem,) = problems_of(grant, split="A 60,5 %; B 30 %")

    assert problem.found == "90.5"


def test_number_that_is_none_is_told(membership: Template) -> None:
    """A count of members is a figure."""
    assert [one.kind for one in problems_of(membership, members="mange")] == [
        ProblemKind.NUMBER_UNCLEAR
    ]


def test_default_is_an_answer(membership: Template) -> None:
    """What has a default is not missing."""
    assert problems_of(membership, network="") == ()


def test_partners_are_two_and_different_and_the_only_ones_that_are_named(
    agreement: Template,
) -> None:
    """People and contacts belong to partners of the release."""
    filled = FilledFields(
        partners=(FilledPartner(name="Skift"), FilledPartner(name="Noe", short="skift")),
        spokespersons=(FilledSpokesperson(name="A", partner="Skfit"),),
        contacts=(FilledContact(name="B", partner="ACT"),),
    )

    problems = check_fields(agreement, Language.NB, filled, today=TODAY)
    alone = check_fields(agreement, Language.NB, FilledFields(), today=TODAY)

    of_partners = [
        (one.field, one.kind, one.value)
        for one in problems
        if one.field in ("partner", "spokesperson", "contact")
    ]
    assert of_partners == [
        ("partner", ProblemKind.PARTNER_TWICE, "skift"),
        ("spokesperson", ProblemKind.PARTNER_UNKNOWN, "Skfit"),
        ("contact", ProblemKind.PARTNER_UNKNOWN, "ACT"),
    ]
    assert ProblemKind.PARTNERS_FEW in [one.kind for one in alone]
