"""Dates and clock times as people write them, and the instants they mean in Oslo."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

OSLO = "Europe/Oslo"
_MONTHS = (
    ("januar", "january", "jan"), ("februar", "february", "feb"), ("mars", "march", "mar"),
    ("april", "apr"), ("mai", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"),
    ("august", "aug"), ("september", "sept", "sep"), ("oktober", "october", "okt", "oct"),
    ("november", "nov"), ("desember", "december", "des", "dec"),
)  # fmt: skip
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS = {
    word: number
    for number, words in enumerate((
        ("mandag", "måndag", "monday"), ("tirsdag", "tysdag", "tuesday"),
        ("onsdag", "wednesday"), ("torsdag", "thursday"), ("fredag", "friday"),
        ("lørdag", "laurdag", "saturday"), ("søndag", "sundag", "sunday"),
    ))
    for word in words
}  # fmt: skip
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})(?:\s+den)?,?\s+)?"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\.?"
_FORMS = tuple(
    re.compile(rf"(?<![\w.]){_WEEKDAY}{form}(?!\w)", re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
        r"(?P<day>\d{1,2})\s?(?P<sign>[./-])\s?(?P<month>\d{1,2})\s?(?P=sign)\s?(?P<year>\d{4}|\d{2})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.",
    )
)
_MONTH_STEM = r"(?:jan|feb|mar|apr|ma[iy]|ju[nl]|aug|sep|o[kc]t|nov|de[sc])"
_LIKELY = re.compile(
    rf"\d(?:\s?[./-]\s?\d|(?:\.|st|nd|rd|th)?\s*(?:of\s+)?{_MONTH_STEM})|{_MONTH_STEM}\w*\.?\s+\d",
    re.IGNORECASE,
)
"""A quick look, which may say yes too often."""
_TIME = re.compile(
    r"(?:(?P<lead>(?:\bkl\.?|\bklokk(?:a|en)\b|\bat\b|\bby\b|\buntil\b|,)\s*))?"
    r"(?<![\d.])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2})(?:[.:]\d{2})?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?:\s*(?:hours|hrs))?\s*(?P<zone>\b(?:CEST|CET|GMT|UTC|BST|norsk tid|"
    r"Norwegian time|Oslo time|local time|lokal tid|sommertid|E[SD]?T|P[SD]?T)\b)?(?![\d.:]*\d)",
    re.IGNORECASE,
)
_FOUR_DIGITS = re.compile(
    r"\bkl\.?\s*(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?!\d)", re.IGNORECASE
)
_CENTURY = 2000
_NOON, _MIDNIGHT, _MINUTES, _LAST_MONTH = 12, 24, 60, 12
_OFFSETS = {"gmt": 0, "utc": 0, "bst": 1}
_OSLO_OFFSETS = {"cet": 1, "cest": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """A date in a text. ``problem`` names what keeps it from being sure, if anything does.

    Units: ``start`` and ``end`` are code points. ``day`` and ``month`` serve where no year stands.
    """

    start: int
    end: int
    text: str
    value: date | None
    problem: str | None = None
    day: int = 0
    month: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFound:
    """A clock time. ``zone`` is as written, in lower case."""

    start: int
    end: int
    hour: int
    minute: int
    zone: str | None


def find_date(text: str) -> DateFound | None:
    """Return the first date in ``text``, None when there is none."""
    if not _LIKELY.search(text):
        return None
    found = [match for form in _FORMS if (match := form.search(text))]
    if not found:
        return None
    return _read(min(found, key=lambda match: (match.start("day"), -match.end())))


def find_time(text: str) -> TimeFound | None:
    """Return the first clock time in ``text``: "kl. 09.00", "9 am", "06:00 CET"."""
    four = _FOUR_DIGITS.search(text)
    if four:
        return TimeFound(
            start=four.start(),
            end=four.end(),
            hour=int(four["hour"]),
            minute=int(four["minute"]),
            zone=None,
        )
    for match in _TIME.finditer(text):
        is_marked = (match["lead"] or "").strip().lower() not in ("", ",") or match["half"]
        if not (is_marked or match["minute"]):
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = (match["half"] or "").replace(".", "").lower()
        if half and 1 <= hour <= _NOON:
            hour = hour % _NOON + (_NOON if half == "pm" else 0)
        if hour <= _MIDNIGHT and minute < _MINUTES:
            zone = match["zone"].lower() if match["zone"] else None
            return TimeFound(
                start=match.start(), end=match.end(), hour=hour, minute=minute, zone=zone
            )
    return None


def instant(day: date, time: TimeFound) -> datetime | None:
    """Return the UTC instant of a clock time, None where it has none, or two, or is unclear.

    The clock is Oslo's, unless another zone is named. 24.00 is the next day's midnight.
    """
    if time.hour == _MIDNIGHT:
        day, hour = day + timedelta(days=1), 0
    else:
        hour = time.hour
    wall = datetime(day.year, day.month, day.day, hour, time.minute, tzinfo=ZoneInfo(OSLO))
    if time.zone in _OFFSETS:
        return wall.replace(tzinfo=UTC) - timedelta(hours=_OFFSETS[time.zone])
    earlier, later = wall.utcoffset(), wall.replace(fold=1).utcoffset()
    if earlier != later:
        return None
    if time.zone in _OSLO_OFFSETS and earlier != timedelta(hours=_OSLO_OFFSETS[time.zone]):
        return None
    if time.zone in ("et", "est", "edt", "pt", "pst", "pdt"):
        return None
    return wall.astimezone(UTC)


def _read(match: re.Match[str]) -> DateFound:
    groups = match.groupdict()
    day = int(groups["day"])
    month = groups["month"].lower()
    number = int(month) if month.isdigit() else _MONTH_NUMBERS[month]
    value, problem = _value(groups.get("year"), number, day)
    if groups.get("sign") == "/" and day <= _LAST_MONTH and number <= _LAST_MONTH and day != number:
        value, problem = None, "date_ambiguous"
    weekday = groups.get("weekday")
    if value is not None and weekday and _WEEKDAYS[weekday.lower()] != value.weekday():
        problem = "date_weekday"
    return DateFound(
        start=match.start(), end=match.end(), text=match.group().strip(), value=value,
        problem=problem, day=day, month=number,
    )  # fmt: skip


def _value(year: str | None, month: int, day: int) -> tuple[date | None, str | None]:
    if year is None:
        return None, "date_year"
    full = int(year) + (_CENTURY if len(year) < len("2026") else 0)
    try:
        return date(full, month, day), None
    except ValueError:
        return None, "date_impossible"
