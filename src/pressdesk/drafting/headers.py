"""The lines above a release: sender, date and place, embargo."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from pressdesk.domain.content import OPENING_DASHES, ReleaseMode
from pressdesk.drafting.dates import DateFound, find_date, find_time, instant
from pressdesk.drafting.lexicon import lexicon, patterns
from pressdesk.drafting.words import word_count

_LONGEST = 200
_LONGEST_PLACE = 45
_SHORT_LINE = 12
_FEW_WORDS = 4
_EMBARGO = re.compile(
    r"^[\W_]*(?:sperrefrist|sperra til|sperret til|sperret|klausulert|frigis|frigjeves|embargo(?:ed)?\b|under embargo|"
    r"(?:må )?ikk?j?e (?:for|til)? ?(?:publisering|offentliggjøring|publiserast|publiseres)? ?(?:før|til)|ikke publiser før|"
    r"not for (?:publication|release|broadcast)|strictly embargoed|hold (?:for release )?until)",
    re.IGNORECASE,
)
_IMMEDIATE = re.compile(
    r"(?:til|for) (?:umiddelbar|straks|omgåande|omgående) (?:publisering|bruk|offentliggjøring|offentleggjering|utsendelse|frigivelse)|"
    r"(?:kan|må) (?:publiseres|publiserast|brukes|offentliggjøres) (?:straks|umiddelbart|fritt|med en gang|med ein gong)|til fri (?:bruk|publisering)|"
    r"for immediate (?:release|publication|use|distribution)|(?:publiseres|frigis) (?:fritt|umiddelbart|straks)|"
    r"(?:ingen|ikkje|ikke|uten|utan|no) (?:sperrefrist|embargo)|sperrefrist\s*:\s*(?:ingen|umiddelbar|straks|nei)\w*|embargo\s*:\s*(?:none|immediate)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*(?:fra|frå|from|av|by|:)\s+(?P<names>\S.*)$", re.IGNORECASE)
_SENDER_AND_TITLE = re.compile(
    r"\s*(?:fra|frå|from|av|by)\s+(?P<names>[^:]{2,120}):\s+(?P<title>\S.*)", re.IGNORECASE
)
_FILLERS = re.compile(
    r"\b(?:dato|date|sted|stad|place|den|dated|nr|no|oppdatert|sendt|dato og sted|sted og dato)\b\.?\s*:?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:nr\.?\s*)?\d{1,3}\s?[/–-]\s?(?:20)?\d{2}\b|\bnr\.?\s*\d+\b", re.IGNORECASE
)
_EDGES = " \t\u00a0,;:|/()[]–—-−·•*_.!"
_PLACE = re.compile(
    r"[A-ZÆØÅ][\w'’.-]*(?:(?:\s?/\s?|\s?,\s|\s?[–-]\s?|\s(?:og|and|i|på|in)\s|\s)[A-ZÆØÅ][\w'’.-]*){0,3}"
)
_DATELINE = re.compile(
    r"^\(?(?P<place>[A-ZÆØÅ][^\d,()]{1,40}?)\s*,?\s+(?:den\s+)?(?P<date>\S.{5,40})$"
)
_PLACE_ALONE = re.compile(rf"(?:sted|stad|place)\s*:\s*(?P<place>{_PLACE.pattern})", re.IGNORECASE)
_AFTER_DATE = re.compile(r"^\)?\s*(?:[:–—-]|\))\s*\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderLine:
    """What one line above the title says. ``rest`` is what is left for the title, if any."""

    place: str | None = None
    date: DateFound | None = None
    mode: ReleaseMode | None = None
    embargo: str | None = None
    sender: str | None = None
    rest: str | None = None


@dataclass(slots=True)
class Header:
    """What all of them say together; filled while a text is read."""

    place: str | None = None
    date: dt.date | None = None
    mode: ReleaseMode | None = None
    embargo: dt.datetime | None = None
    senders: list[str] = field(default_factory=list)
    asked: list[tuple[str, int, str]] = field(default_factory=list)
    page_date: dt.date | None = None
    _embargo_lines: list[tuple[int, str]] = field(default_factory=list)

    def take(self, line: HeaderLine, number: int) -> None:
        """Add what ``line`` says, as far as nothing said it before."""
        self.place = self.place or line.place
        if line.date is not None:
            self.take_date(line.date, number)
        if line.mode is ReleaseMode.IMMEDIATE and self.mode is None:
            self.mode = line.mode
        if line.embargo is not None:
            self._embargo_lines.append((number, line.embargo))
        if line.sender is not None:
            self.senders.append(line.sender)

    def take_date(self, found: DateFound, number: int) -> None:
        """Take a date, or ask about it."""
        if self.date is not None:
            return
        self.date = found.value
        if found.problem is not None:
            self.asked.append((found.problem, number, found.text))

    def take_page_date(self, text: str) -> None:
        """Take the date of a page's "Publisert …", which counts where nothing better stands."""
        found = find_date(text)
        if found is not None and found.value is not None:
            self.page_date = self.page_date or found.value

    def settle(self) -> None:
        """Turn the embargo lines into an instant, once the release's own date is known."""
        self.date = self.date or self._date_of_page()
        for number, words in self._embargo_lines[:1]:
            found = find_date(words)
            rest = words if found is None else words[: found.start] + " , " + words[found.end :]
            time = find_time(rest)
            day = found.value if found is not None else None
            if found is not None and found.problem == "date_year" and self.date is not None:
                day = _in_year_of(self.date, found)
            if found is not None and day is None:
                self.asked.append((found.problem or "embargo_time", number, found.text))
                continue
            if day is None or time is None:
                self.asked.append(("embargo_time", number, words))
                continue
            if found is not None and found.problem == "date_weekday":
                self.asked.append(("date_weekday", number, found.text))
                continue
            self.embargo = instant(day, time)
            if self.embargo is None:
                self.asked.append(("embargo_gap", number, words))
        if self._embargo_lines:
            self.mode = ReleaseMode.EMBARGO if self.embargo is not None else None

    def _date_of_page(self) -> dt.date | None:
        """Return the page's own date, unless the release's date is being asked about."""
        return None if any(key.startswith("date") for key, _, _ in self.asked) else self.page_date


def read_header_line(text: str, *, is_top: bool = True) -> HeaderLine | None:
    """Return what ``text`` says if it is nothing but a header line, else None.

    A label before a title ("Pressemelding: Skift …") comes back with the title as ``rest``.
    Below the top only "Place, date" with its comma is believed.
    """
    if len(text) > _LONGEST or text[0] in OPENING_DASHES:
        return None
    if len(text.split()) <= _SHORT_LINE and _IMMEDIATE.search(text):
        return _with_other_facts(_IMMEDIATE.sub(" ", text))
    embargo = _EMBARGO.match(text)
    if embargo and _says_when(text):
        sender, _ = _sender(text)
        return HeaderLine(embargo=text, sender=sender)
    line = _plain_header(text) or (_addressed(text) if is_top else None)
    if line is not None and line.place and not is_top:
        is_sure = f"{line.place}," in text or line.place in lexicon().places
        return line if is_sure else None
    return line


def _addressed(text: str) -> HeaderLine | None:
    """Read "Fra: Havnor", "Til: redaksjonen", "Til redaksjonen", "Dato: …", "Sted: …"."""
    if len(text.split()) > _SHORT_LINE + _FEW_WORDS:
        return None
    sender = patterns("headings", "sender_label").match(text)
    if sender is not None:
        return HeaderLine(sender=text[sender.end() :].strip(_EDGES) or None)
    if patterns("headings", "addressed").fullmatch(text):
        return HeaderLine()
    return None


def _says_when(text: str) -> bool:
    """Return whether a line about an embargo is short, and says until when or is but the word."""
    words = len(text.split())
    has_time = bool(find_date(text) or find_time(text)) or ":" in text
    return words <= _SHORT_LINE + _FEW_WORDS and (has_time or words < _FEW_WORDS - 1)


def read_dateline(text: str) -> tuple[str, DateFound] | None:
    """Return place and date from the head of a lead: "(Bodø, 24. november 2026) ACT …"."""
    found = find_date(text[:80])
    if found is None or found.start > _LONGEST_PLACE:
        return None
    if not _AFTER_DATE.match(text[found.end : found.end + 8]):
        return None
    match = _DATELINE.match(text[: found.end])
    if match is None:
        return None
    place = match["place"].strip(_EDGES)
    return (_sentence_case(place), found) if _PLACE.fullmatch(place) else None


def _with_other_facts(rest: str) -> HeaderLine | None:
    other = _plain_header(rest) if rest.strip(_EDGES) else HeaderLine()
    if other is None or other.rest is not None:
        return HeaderLine(mode=ReleaseMode.IMMEDIATE) if len(rest.split()) <= _FEW_WORDS else None
    return HeaderLine(
        mode=ReleaseMode.IMMEDIATE, place=other.place, date=other.date, sender=other.sender
    )


def _plain_header(text: str) -> HeaderLine | None:
    found = find_date(text)
    before = text if found is None else text[: found.start]
    after = "" if found is None else text[found.end :]
    time = find_time(after) if after else None
    if time is not None:
        after = after[: time.start] + after[time.end :]
    label_at = patterns("headings", "sender").match(text.lstrip(_EDGES))
    if label_at is not None:
        return _labelled(text, before, after, found)
    if found is None:
        alone = _PLACE_ALONE.fullmatch(text.strip(_EDGES))
        return HeaderLine(place=_sentence_case(alone["place"])) if alone else None
    place = _FILLERS.sub(" ", before).strip(_EDGES)
    left = _FILLERS.sub(" ", after).strip(_EDGES)
    if place and left:
        return None
    place = place or left
    if place and not _PLACE.fullmatch(place):
        return None
    return HeaderLine(date=found, place=_sentence_case(place) if place else None)


def _labelled(text: str, before: str, after: str, found: DateFound | None) -> HeaderLine | None:
    """Read a line that begins with "Pressemelding"."""
    titled = _SENDER_AND_TITLE.fullmatch(text.lstrip(_EDGES)[_label_length(text) :])
    if titled is not None and _is_title(titled["title"]):
        return HeaderLine(sender=titled["names"].strip(_EDGES), rest=titled["title"])
    sender, rest = _sender(before)
    if found is None and sender is None and rest and rest.strip(_EDGES):
        return _label_or_title(text, rest)
    rest = _NUMBER.sub(" ", _FILLERS.sub(" ", rest)).strip(_EDGES)
    left = after.strip(_EDGES)
    if found is not None and len((rest + " " + left).split()) > _SHORT_LINE // 2:
        return None
    place = None
    for part in re.split(r"[|,–—]|\s-\s", rest):
        words = part.strip(_EDGES)
        if words and (
            words in lexicon().places
            or (
                found is not None
                and before.rstrip().endswith(",")
                and _PLACE.fullmatch(words)
                and part is not None
            )
        ):
            place = words
    return HeaderLine(sender=sender, date=found, place=_sentence_case(place) if place else None)


def _is_title(words: str) -> bool:
    """Return whether more than two words stand there besides a date."""
    found = find_date(words)
    left = words if found is None else words[: found.start] + words[found.end :]
    return word_count(left) > _FEW_WORDS // 2


def _label_length(text: str) -> int:
    label = patterns("headings", "sender").match(text.lstrip(_EDGES))
    return label.end() if label else 0


def _label_or_title(text: str, rest: str) -> HeaderLine | None:
    """Return a mere label, or a label with the title behind it; None when it is a title."""
    words = rest.split()
    label = text.lstrip(_EDGES)[: len(text.lstrip(_EDGES)) - len(rest)]
    has_sign = bool(re.search(r"[:|–—]\s*$|\s-\s*$", label)) or label.strip(_EDGES).isupper()
    if _NUMBER.sub(" ", rest).strip(_EDGES) == "":
        return HeaderLine()
    if has_sign and len(words) > _FEW_WORDS // 2:
        return HeaderLine(rest=rest)
    return HeaderLine() if has_sign or rest in lexicon().places else None


def _sender(text: str) -> tuple[str | None, str]:
    """Return whom a label names as sender, and what else stands after the label."""
    words = text.lstrip(_EDGES)
    label = patterns("headings", "sender").match(words)
    if label is None:
        return None, words
    tail = words[label.end() :]
    source = _FROM.match(tail)
    if source is None or (source.group().lstrip().startswith(":")):
        return None, tail.strip(_EDGES)
    names = re.split(r"\s*[|]\s*|\s+[–—-]\s+(?=\d)|,\s*$", source["names"])
    return names[0].strip(_EDGES), " ".join(names[1:])


def _in_year_of(release: dt.date, found: DateFound) -> dt.date | None:
    """Return the date nearest after the release's own that has this day and month."""
    for year in (release.year, release.year + 1):
        try:
            day = dt.date(year, found.month, found.day)
        except ValueError:
            continue
        if day >= release:
            return day
    return None


def _sentence_case(place: str) -> str:
    return place.title() if place.isupper() and len(place) >= _FEW_WORDS else place
