"""How values are written in bokmål, nynorsk and English: dates, amounts, enumerations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.textops.months import MONTHS, MONTHS_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

HARD_SPACE = "\u00a0"

_SPACES = " \u00a0\u202f\u2009"
_NUMBER = rf"\d{{1,3}}(?:[{_SPACES}.,]\d{{3}})+|\d+"
_DIGITS = re.compile(rf"^(?:{_NUMBER})$")
_AMOUNT = re.compile(
    rf"^(?P<before>€|[^\W\d]+\.?)?[{_SPACES}]*(?P<number>{_NUMBER})(?:,-|,–)?"
    rf"[{_SPACES}]*(?P<after>€|[^\W\d]+\.?)?$"
)
_ROUND_AMOUNT = re.compile(
    rf"^(?:[A-Z]{{3}}[{_SPACES}])?\d+(?:[.,]\d+)?[{_SPACES}]"
    rf"(?:mill(?:ion(?:er|ar)?)?|milliard(?:er|ar)?|billion)(?:[{_SPACES}]\w+)?$"
)
_SHARE = re.compile(
    rf"^(?P<who>.*[^{_SPACES}:–-])[{_SPACES}:–-]+(?P<share>\d+(?:[.,]\d+)?)[{_SPACES}]*"
    r"(?:%|prosent|per cent)?$"
)
_PERCENT = re.compile(rf"^(\d+(?:[.,]\d+)?)[{_SPACES}]*(?:%|prosent|per cent)?$")
_TIME = re.compile(r"^(?:kl\.?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)$")
_NUMERIC_DATE = re.compile(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$")
_WRITTEN_DATE = re.compile(
    r"^(?:(?P<weekday>[^\W\d]+),?\s+)?(?:den\s+)?(?P<day>\d{1,2})\.?\s+(?P<month>[^\W\d]+)\s+"
    r"(?P<year>\d{4})$"
)
_TOP_TITLE = re.compile(
    r"^(?:(?:deputy|vice|acting|executive|managing|general)[ -])*(?:chair(?:man|woman|person)?"
    r"|chief executive(?: officer)?|ceo|president|director|secretary[ -]general|head|leader"
    r"|mayor|rector|principal|founder|owner|partner)$",
    re.IGNORECASE,
)
_GROUP = 3
_NORWEGIAN_GROUPS_FROM = 5
_ENGLISH_GROUPS_FROM = 4

_KRONER = {"kr", "kr.", "nok", "krone", "kroner"}
_EURO = {"eur", "euro", "euros", "€"}
_DOLLARS = {"usd", "dollar", "dollars"}
_WRITTEN_CURRENCIES = {"NOK": "kroner", "EUR": "euro", "USD": "dollar"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The small words of one language."""

    conjunction: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    small_numbers: tuple[str, ...]
    percent: str
    about: str
    first_partner: str
    second_partner: str
    person_name: str
    person_title: str
    organisation: str
    contact_name: str
    phone: str
    email: str
    boilerplate: str
    quote_from: str
    quote: str
    quote_length: str


WORDS = {
    Language.NB: Words(
        conjunction="og",
        months=MONTHS,
        weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        small_numbers=(
            "to",
            "tre",
            "fire",
            "fem",
            "seks",
            "sju",
            "åtte",
            "ni",
            "ti",
            "elleve",
            "tolv",
        ),
        percent="prosent",
        about="Om {name}",
        first_partner="første partner",
        second_partner="andre partner",
        person_name="navn på talsperson",
        person_title="tittel",
        organisation="virksomhet",
        contact_name="navn på kontaktperson",
        phone="mobilnummer",
        email="e-postadresse",
        boilerplate="kort om {name}, 40–80 ord",
        quote_from="Sitat fra {name}: {prompt}",
        quote="Sitat: {prompt}",
        quote_length="Mening, ikke fakta, 20–45 ord",
    ),
    Language.NN: Words(
        conjunction="og",
        months=MONTHS,
        weekdays=("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
        small_numbers=(
            "to",
            "tre",
            "fire",
            "fem",
            "seks",
            "sju",
            "åtte",
            "ni",
            "ti",
            "elleve",
            "tolv",
        ),
        percent="prosent",
        about="Om {name}",
        first_partner="første partnar",
        second_partner="andre partnar",
        person_name="namn på talsperson",
        person_title="tittel",
        organisation="verksemd",
        contact_name="namn på kontaktperson",
        phone="mobilnummer",
        email="e-postadresse",
        boilerplate="kort om {name}, 40–80 ord",
        quote_from="Sitat frå {name}: {prompt}",
        quote="Sitat: {prompt}",
        quote_length="Meining, ikkje fakta, 20–45 ord",
    ),
    Language.EN: Words(
        conjunction="and",
        months=MONTHS_ENGLISH,
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        small_numbers=(
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ),
        percent="per cent",
        about="About {name}",
        first_partner="first partner",
        second_partner="second partner",
        person_name="name of spokesperson",
        person_title="job title",
        organisation="organisation",
        contact_name="name of contact",
        phone="mobile number",
        email="email address",
        boilerplate="{name} in brief, 40–80 words",
        quote_from="Quote from {name}: {prompt}",
        quote="Quote: {prompt}",
        quote_length="Opinion, not facts, 20–45 words",
    ),
}
_MONTHS = {
    name.casefold(): number
    for words in WORDS.values()
    for number, name in enumerate(words.months, 1)
}
_WEEKDAYS = {
    name.casefold(): number
    for words in WORDS.values()
    for number, name in enumerate(words.weekdays)
} | {"sundag": 6}


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as somebody typed it; ``weekday`` counts from Monday 0, None where none was said."""

    day: date
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in whole units of a currency (``NOK``, ``EUR``, ``USD``)."""

    units: int
    currency: str


@dataclass(frozen=True, slots=True)
class Share:
    """Somebody's part of a whole, in per cent, as it was written."""

    who: str
    written: str

    @property
    def percent(self) -> float:
        """The share as a number."""
        return float(self.written.replace(",", "."))


def english_link(title: str) -> str:
    """Return the word between a title and the organisation: chair *of*, adviser *at*."""
    return "of" if _TOP_TITLE.match(title) else "at"


def enumeration(names: Sequence[str], language: Language) -> str:
    """Return ``A``, ``A og B`` or ``A, B og C``: no comma before the conjunction."""
    if len(names) < len(("A", "B")):
        return "".join(names)
    return f"{', '.join(names[:-1])} {WORDS[language].conjunction} {names[-1]}"


def parse_date(words: str) -> WrittenDate | None:
    """Return the date in ``2026-11-26``, ``26.11.2026`` or ``torsdag 26. november 2026``."""
    words = words.strip()
    try:
        numeric, written = _NUMERIC_DATE.match(words), _WRITTEN_DATE.match(words)
        if numeric is not None:
            day, month, year = (int(part) for part in numeric.groups())
            return WrittenDate(date(year, month, day))
        if written is not None:
            month, weekday = _MONTHS[written["month"].casefold()], written["weekday"]
            return WrittenDate(
                date(int(written["year"]), month, int(written["day"])),
                _WEEKDAYS[weekday.casefold()] if weekday else None,
            )
        return WrittenDate(date.fromisoformat(words)) if "-" in words else None
    except (KeyError, ValueError):
        return None


def parse_time(words: str) -> time | None:
    """Return the time in ``08:00``, ``8.00`` or ``kl. 08.00``."""
    found = _TIME.match(words.strip())
    return time(int(found[1]), int(found[2])) if found else None


def parse_moment(words: str) -> tuple[WrittenDate, datetime] | None:
    """Return the date and the moment in ``2026-11-26T08:00`` or ``26.11.2026 kl. 08.00``.

    Shape: the moment is naive, and then Norwegian time, unless the words give an offset.
    """
    words = words.strip()
    day_words, _, time_words = (
        words.partition("T") if words[10:11] == "T" else words.rpartition(" ")
    )
    day_words = re.sub(r"[\s,]*(?:kl\.?|at)?$", "", day_words)
    day, clock = parse_date(day_words), parse_time(time_words)
    if day is not None and clock is not None:
        return day, datetime.combine(day.day, clock)
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return (WrittenDate(moment.date()), moment) if len(words) > len("2026-11-26") else None


def parse_number(words: str) -> int | None:
    """Return a whole number, with or without spaces, full stops or commas between thousands."""
    words = words.strip()
    return _whole(words) if words.isascii() or _DIGITS.match(words) else None


def parse_amount(words: str) -> Amount | None:
    """Return the money in ``12500000``, ``12 500 000 kr``, ``EUR 3000000``; kroner if unsaid."""
    found = _AMOUNT.match(words.strip())
    if found is None or (found["before"] and found["after"]):
        return None
    units, currency = _whole(found["number"]), found["before"] or found["after"] or "NOK"
    for code, names in (("NOK", _KRONER), ("EUR", _EURO), ("USD", _DOLLARS)):
        if units is not None and currency.casefold() in names:
            return Amount(units, code)
    return None


def is_round_amount(words: str) -> bool:
    """Return whether ``words`` is money in millions, ``12,5 millioner kroner``: left as it is."""
    return _ROUND_AMOUNT.match(words.strip()) is not None


def parse_percent(words: str) -> str | None:
    """Return the number in ``40``, ``40 %`` or ``12,5 prosent`` as it was written."""
    found = _PERCENT.match(words.strip())
    return found[1] if found else None


def parse_shares(words: str) -> tuple[Share, ...] | None:
    """Return the shares in ``Brisa 60 %; Tangen 40 %``, separated by semicolons or lines."""
    parts = [part.strip() for part in re.split(r"[;\n]", words) if part.strip()]
    found = [_SHARE.match(part) for part in parts]
    shares = tuple(Share(one["who"], one["share"]) for one in found if one)
    return shares if len(shares) == len(parts) and parts else None


def write_date(day: date, language: Language, *, with_weekday: bool = False) -> str:
    """Return ``26. november 2026`` or ``26 November 2026``, with its weekday if wanted."""
    words = WORDS[language]
    point = "" if language is Language.EN else "."
    written = f"{day.day}{point} {words.months[day.month - 1]} {day.year}"
    return f"{words.weekdays[day.weekday()]} {written}" if with_weekday else written


def write_time(clock: time, language: Language) -> str:
    """Return ``08.00`` or ``08:00``."""
    return clock.strftime("%H:%M" if language is Language.EN else "%H.%M")


def write_number(number: int, language: Language) -> str:
    """Return two to twelve in words, larger numbers in digits with their groups."""
    small = WORDS[language].small_numbers
    first = len(("nought", "one"))
    if first <= number < first + len(small):
        return small[number - first]
    return _grouped(number, language)


def write_amount(amount: Amount, language: Language) -> str:
    """Return ``12 500 000 kroner``, or ``NOK 12,500,000`` in English; the spaces are hard."""
    digits = _grouped(amount.units, language)
    if language is Language.EN:
        return f"{amount.currency}{HARD_SPACE}{digits}"
    return f"{digits}{HARD_SPACE}{_WRITTEN_CURRENCIES[amount.currency]}"


def write_percent(written: str, language: Language) -> str:
    """Return ``12,5 prosent`` or ``12.5 per cent``."""
    mark = "." if language is Language.EN else ","
    return f"{written.replace(',', '.').replace('.', mark)} {WORDS[language].percent}"


def write_shares(shares: Sequence[Share], language: Language) -> str:
    """Return ``Brisa 60 prosent og Tangen 40 prosent``."""
    written = [f"{one.who} {write_percent(one.written, language)}" for one in shares]
    return enumeration(written, language)


def _whole(words: str) -> int | None:
    longest = len("100 000 000 000 000")
    if not _DIGITS.match(words) or len(words) > longest:
        return None
    return int(re.sub(r"\D", "", words))


def _grouped(number: int, language: Language) -> str:
    digits = str(number)
    is_english = language is Language.EN
    if len(digits) < (_ENGLISH_GROUPS_FROM if is_english else _NORWEGIAN_GROUPS_FROM):
        return digits
    start = len(digits) % _GROUP or _GROUP
    groups = [digits[:start]] + [
        digits[place : place + _GROUP] for place in range(start, len(digits), _GROUP)
    ]
    return ("," if is_english else HARD_SPACE).join(groups)
