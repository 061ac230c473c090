"""Dates and times as people type them: «26.11», «tors 26. nov kl 8», «i morgen»."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.drafting.template_model import FieldType
from pressdesk.drafting.template_words import WORDS, parse_date, parse_moment, parse_time

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAST_DAYS = 60
"""How far back a date without a year may lie; else it is the next one."""
_CENTURY = 2000
_SHORTEST_NAME = 3
_RELATIVE = {
    "i dag": 0,
    "idag": 0,
    "today": 0,
    "i morgen": 1,
    "i morgon": 1,
    "imorgen": 1,
    "imorgon": 1,
    "tomorrow": 1,
}
_WEEKDAY = re.compile(r"^(?P<name>[^\W\d]{3,})\.?,?\s+(?=\d|[^\W\d])")
_NUMERIC = re.compile(r"^(\d{1,2})[./-]\s?(\d{1,2})(?:[./-]\s?(\d{4}|\d{2})?)?$")
_COMPACT = re.compile(r"^(\d{2})(\d{2})(\d{4}|\d{2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2})(?:\.|st|nd|rd|th)?\s*([^\W\d]{3,})\.?,?(?:\s*(\d{4}))?$")
_MONTH_FIRST = re.compile(r"^([^\W\d]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?$")
_ISO = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}$")
_CLOCK = re.compile(
    r"^(?:(?:kl\.?|klokk[ae]n?|at)\s*)?(\d{1,2})(?:[.:]?([0-5]\d))?$", re.IGNORECASE
)
_MOMENT = re.compile(
    r"^(?P<day>.+?)[\s,]+(?P<clock>(?:kl\.?|klokk[ae]n?|at)\s*\d{1,2}(?:[.:]?\d{2})?|\d{1,2}[.:]\d{2})$",
    re.IGNORECASE,
)


def understood(kind: FieldType, words: str, today: date) -> str:
    """Return a typed answer in the form that templates read; as it is where it is not clear.

    A weekday that does not fit its date is kept, so that it is found. A date without a year is
    the next one, unless it was in the last weeks.
    """
    words = " ".join(words.split()) if kind in _FORMS else words
    if not words:
        return words
    match kind:
        case FieldType.DATE if parse_date(words) is None:
            return _date(words, today) or words
        case FieldType.TIME if parse_time(words) is None:
            clock = _time(words)
            return words if clock is None else clock.strftime("%H:%M")
        case FieldType.DATETIME if parse_moment(words) is None:
            return _moment(words, today) or words
    return words


_FORMS = (FieldType.DATE, FieldType.TIME, FieldType.DATETIME)


def _moment(words: str, today: date) -> str | None:
    found = _MOMENT.match(words)
    if found is None:
        return None
    clock = _time(found["clock"])
    day = found["day"] if parse_date(found["day"]) else _date(found["day"], today)
    if clock is None or day is None:
        return None
    return f"{day} kl. {clock.strftime('%H.%M')}"


def _time(words: str) -> time | None:
    found = _CLOCK.match(words)
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


def _date(words: str, today: date) -> str | None:
    if words.casefold() in _RELATIVE:
        return (today + timedelta(days=_RELATIVE[words.casefold()])).isoformat()
    said = _WEEKDAY.match(words)
    weekday = _weekday_of(said["name"]) if said else None
    day = _day(words[said.end() :] if said and weekday is not None else words, today)
    if day is None:
        return None
    if weekday is None or weekday == day.weekday():
        return day.isoformat()
    norwegian = WORDS[Language.NB]
    month = norwegian.months[day.month - 1]
    return f"{norwegian.weekdays[weekday]} {day.day}. {month} {day.year}"


def _day(words: str, today: date) -> date | None:
    for day, month, year in _readings(words):
        try:
            return _in_year(day, month, year, today)
        except ValueError:
            continue
    return None


def _readings(words: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield day, month and the year's digits, None where no year was said."""
    if _ISO.match(words):
        written_year, written_month, written_day = words.split("-")
        yield int(written_day), int(written_month), written_year
    for form in (_NUMERIC, _COMPACT):
        if found := form.match(words):
            yield int(found[1]), int(found[2]), found[3]
    if found := _DAY_FIRST.match(words):
        if month := _month_of(found[2]):
            yield int(found[1]), month, found[3]
    elif (found := _MONTH_FIRST.match(words)) and (month := _month_of(found[1])):
        yield int(found[2]), month, found[3]


def _in_year(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        short = len(year) == len("26")
        return date(int(year) + (_CENTURY if short else 0), month, day)
    this_year = date(today.year, month, day)
    is_past = this_year < today - timedelta(days=_PAST_DAYS)
    return this_year.replace(year=today.year + 1) if is_past else this_year


def _month_of(name: str) -> int | None:
    return _place_of(name, [words.months for words in WORDS.values()], first=1)


def _weekday_of(name: str) -> int | None:
    return _place_of(name, [words.weekdays for words in WORDS.values()], first=0)


def _place_of(name: str, lists: list[tuple[str, ...]], *, first: int) -> int | None:
    """Return the place of the only word that begins with ``name``."""
    begun = name.casefold()
    if len(begun) < _SHORTEST_NAME:
        return None
    found = {
        place
        for words in lists
        for place, word in enumerate(words, first)
        if word.casefold().startswith(begun)
    }
    return found.pop() if len(found) == 1 else None
