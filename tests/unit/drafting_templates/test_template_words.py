"""How dates, numbers and money are read, and written in three languages."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import Language
from pressdesk.drafting.template_words import (
    Amount,
    enumeration,
    is_round_amount,
    parse_amount,
    parse_date,
    parse_moment,
    parse_number,
    parse_percent,
    parse_shares,
    parse_time,
    write_amount,
    write_date,
    write_number,
    write_percent,
    write_shares,
)

NB, NN, EN = Language.NB, Language.NN, Language.EN


@pytest.mark.parametrize(
    ("names", "norwegian", "english"),
    [
        ((), "", ""),
        (("A",), "A", "A"),
        (("A", "B"), "A og B", "A and B"),
        (("A", "B", "C"), "A, B og C", "A, B and C"),
    ],
)
def test_names_are_enumerated(names: tuple[str, ...], norwegian: str, english: str) -> None:
    """No comma before the conjunction."""
    assert enumeration(names, NB) == enumeration(names, NN) == norwegian
    assert enumeration(names, EN) == english


@pytest.mark.parametrize(
    "words",
    [
        "2026-11-26",
        "26.11.2026",
        "26. november 2026",
        "torsdag 26. november 2026",
        "26 November 2026",
        "Thursday 26 November 2026",
        "Thursday, 26 November 2026",
    ],
)
def test_date_is_read_as_people_write_it(words: str) -> None:
    """Both countries' forms, with and without weekday."""
    found = parse_date(words)

    assert found
    assert found.day == date(2026, 11, 26)
    assert found.weekday in (None, 3)


@pytest.mark.parametrize(
    "words", ["", "i morgen", "26.13.2026", "2026-02-30", "31. juni 2026", "20261126"]
)
def test_what_is_no_date_is_none(words: str) -> None:
    """Nothing is guessed."""
    assert parse_date(words) is None


@pytest.mark.parametrize(
    ("language", "plain", "with_weekday"),
    [
        (NB, "26. november 2026", "torsdag 26. november 2026"),
        (NN, "26. november 2026", "torsdag 26. november 2026"),
        (EN, "26 November 2026", "Thursday 26 November 2026"),
    ],
)
def test_date_is_written_out(language: Language, plain: str, with_weekday: str) -> None:
    """The weekday is worked out, never typed."""
    day = date(2026, 11, 26)

    assert write_date(day, language) == plain
    assert write_date(day, language, with_weekday=True) == with_weekday
    assert write_date(date(2026, 12, 1), NN, with_weekday=True) == "tysdag 1. desember 2026"


@given(day=st.dates(min_value=date(1000, 1, 1)), language=st.sampled_from(Language))
def test_written_date_is_read_back(day: date, language: Language) -> None:
    """Reading is the inverse of writing, weekday included."""
    found = parse_date(write_date(day, language, with_weekday=True))

    assert found
    assert (found.day, found.weekday) == (day, day.weekday())


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-11-26T08:00", datetime(2026, 11, 26, 8)),
        ("2026-11-26 08:00", datetime(2026, 11, 26, 8)),
        ("26.11.2026 kl. 08.00", datetime(2026, 11, 26, 8)),
        ("26. november 2026 8.30", datetime(2026, 11, 26, 8, 30)),
        ("26 November 2026 at 08:30", datetime(2026, 11, 26, 8, 30)),
        ("2026-11-26", None),
        ("2026-11-26T25:00", None),
        ("kl. 08.00", None),
    ],
)
def test_moment_is_read(words: str, moment: datetime | None) -> None:
    """A day alone is no moment."""
    found = parse_moment(words)

    assert (found and found[1]) == moment


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("12500000", Amount(12_500_000, "NOK")),
        ("12 500 000", Amount(12_500_000, "NOK")),
        ("12\u00a0500\u00a0000 kroner", Amount(12_500_000, "NOK")),
        ("12.500.000 kr", Amount(12_500_000, "NOK")),
        ("kr 12 500 000,-", Amount(12_500_000, "NOK")),
        ("NOK 12,500,000", Amount(12_500_000, "NOK")),
        ("EUR 3000000", Amount(3_000_000, "EUR")),
        ("3000000 euro", Amount(3_000_000, "EUR")),
        ("€3000000", Amount(3_000_000, "EUR")),
        ("USD 5000", Amount(5_000, "USD")),
        ("12,5", None),
        ("12 50 000", None),
        ("5000 epler", None),
        ("kr 5000 kr", None),
        ("mye", None),
        ("9" * 40, None),
    ],
)
def test_amount_is_read_in_whole_units(words: str, amount: Amount | None) -> None:
    """Kroner where no currency is named; what is ambiguous is nothing."""
    assert parse_amount(words) == amount


def test_amount_is_written_with_hard_spaces() -> None:
    """Norwegian groups from five digits on, English from four."""
    assert write_amount(Amount(12_500_000, "NOK"), NB) == "12\u00a0500\u00a0000\u00a0kroner"
    assert write_amount(Amount(5_000, "EUR"), NN) == "5000\u00a0euro"
    assert write_amount(Amount(5_000, "EUR"), EN) == "EUR\u00a05,000"


@pytest.mark.parametrize(
    ("words", "is_round"),
    [
        ("12,5 millioner kroner", True),
        ("2 milliardar", True),
        ("NOK 12.5 million", True),
        ("12,5 mill", True),
        ("mange millioner", False),
    ],
)
def test_money_in_millions_is_understood(words: str, is_round: bool) -> None:
    """It is left as it is, so it must be clear."""
    assert is_round_amount(words) is is_round


@pytest.mark.parametrize(
    ("number", "nb", "en"),
    [(1, "1", "1"), (2, "to", "two"), (12, "tolv", "twelve"), (13, "13", "13")],
)
def test_numbers_up_to_twelve_are_words(number: int, nb: str, en: str) -> None:
    """One is left as a figure, since its word has genders."""
    assert write_number(number, NB) == nb
    assert write_number(number, EN) == en


def test_numbers_times_and_percentages_are_read() -> None:
    """With the marks people use for thousands, decimals and minutes."""
    assert parse_number("10 000") == parse_number("10.000") == parse_number("10000") == 10_000
    assert parse_number("ti") is parse_number("-4") is parse_number("1,5") is None
    assert str(parse_time("kl. 8.05")) == str(parse_time("08:05")) == "08:05:00"
    assert parse_time("24:00") is None
    assert parse_percent("12,5 %") == parse_percent("12,5 prosent") == "12,5"
    assert write_percent("12,5", NN) == "12,5 prosent"
    assert write_percent("12,5", EN) == "12.5 per cent"


def test_shares_are_read_by_semicolon_or_line_and_written_as_a_sentence() -> None:
    """Names may hold figures and dashes of their own."""
    shares = parse_shares("A-kraft 40 %\nLag 22: 60 prosent")

    assert shares
    assert write_shares(shares, NB) == "A-kraft 40 prosent og Lag 22 60 prosent"
    assert parse_shares("A 50 %; B") is None
    assert parse_shares(" ; ") is None
