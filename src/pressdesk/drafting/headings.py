"""Lines that open a part: contacts, facts, "Om …", a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pressdesk.drafting.lexicon import read

_LONGEST = 140
_MOST_WORDS = 14
_ABOUT_WORDS = 10
_CAPTION_WORDS = 70
_TOPIC_WORDS = 5
OURSELVES = frozenset({"oss", "us"})
"""Names in headings that leave it to the text below to say who is meant."""
_DEFINITE = re.compile(r"(?:\w+(?:et|en|a|ene|ane|i)|the|this)\b")


class Section(StrEnum):
    """Parts that a heading of their own opens."""

    CONTACTS = "contacts"
    ABOUT = "about"
    FACTS = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that opens a part.

    ``name`` is whom it is about; ``rest_at`` is where text begins that stands on the same line,
    None where none does.
    """

    section: Section
    name: str | None = None
    rest_at: int | None = None


def read_heading(text: str) -> Heading | None:
    """Return what part the line opens, None when it opens none."""
    return _contacts(text) or _facts(text) or _about(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A caption and a credit. Units: code points, half open; empty where they are equal."""

    caption: tuple[int, int]
    credit: tuple[int, int]


def read_picture(text: str) -> Picture | None:
    """Return where caption and credit stand in a line that describes a picture, else None."""
    if len(text.split()) > _CAPTION_WORDS:
        return None
    label = _caption_label().match(text)
    credit = _credit().search(text)
    start = label.end() if label else 0
    if credit is not None:
        end = credit.end("credit")
        return Picture(
            caption=(start, max(start, credit.start())), credit=(credit.start("credit"), end)
        )
    if label is not None or _pictured().match(text):
        return Picture(caption=(start, len(text)), credit=(len(text), len(text)))
    return None


def label_end(text: str) -> int:
    """Return where the words begin after a label such as "Ingress:", 0 where there is none."""
    found = _labels().match(text)
    return found.end() if found else 0


def _contacts(text: str) -> Heading | None:
    found = _contact_heading().match(text)
    if found is None or _SWITCHBOARD.fullmatch(text):
        return None
    tail = text[found.end() :]
    whole = _CONTACT_WHOLE.fullmatch(tail)
    if whole is not None and len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS:
        return Heading(section=Section.CONTACTS, name=(whole["name"] or "").strip() or None)
    has_reach = "@" in tail or re.search(r"(?:\d[ .]?){8}", tail)
    if not has_reach:
        return None
    after = _CONTACT_REST.match(tail)
    if after is None:
        return None
    named = _CONTACT_NAMED.match(tail)
    return Heading(
        section=Section.CONTACTS,
        name=named["name"].strip() if named else None,
        rest_at=found.end() + after.end(),
    )


_SWITCHBOARD = re.compile(
    r"(?:presse|media|medie|press)\w*\s*[,:]?\s*(?:t(?:lf|el|elefon|elephone)?\.?:?)?\s*\+?[\d ()\u00a0.-]{8,}",
    re.IGNORECASE,
)
"""A contact by itself, not the heading of others."""
_CONTACT_WHOLE = re.compile(
    r"[\s,]*(?:(?:i|hos|for|ved|til|frå|fra|in|at|from|med|the)\s+)?(?P<name>(?:[A-ZÆØÅ0-9][^:,.?!]{0,70})?)[,\s]*"
    r"(?:kontakt|contact|please contact|ta kontakt(?: med)?)?\s*[:.]?\s*"
)
_CONTACT_NAMED = re.compile(
    r"\s+(?:i|hos|for|ved|til|frå|fra|in|at|from)\s+(?:the\s+)?(?P<name>[A-ZÆØÅ0-9][^:,.?!@]{1,60}):\s"
)
_CONTACT_REST = re.compile(r"[^:\n]{0,60}?(?::\s*|(?:kontakt|contact|med)\s+|[,\s]\s*(?=[A-ZÆØÅ]))")


def _facts(text: str) -> Heading | None:
    found = _fact_heading().match(text)
    if found is None or len(text.split()) > _CAPTION_WORDS:
        return None
    tail = text[found.end() :]
    if (
        re.fullmatch(r"(?:\s+(?:om|about|:)?\s*[^.!?:]{0,60})?\s*:?", tail)
        and len(text.split()) <= _ABOUT_WORDS
    ):
        return Heading(section=Section.FACTS)
    rest = re.match(r"(?:\s+(?:om|about)\s+[^.:]{1,40})?:\s+", tail)
    return Heading(section=Section.FACTS, rest_at=found.end() + rest.end()) if rest else None


def _about(text: str) -> Heading | None:
    found = _about_heading().match(text)
    if found is None:
        return None
    tail = text[found.end() :]
    colon = re.match(r"(?P<name>[^:.?!]{2,80}):\s+(?=\S)", tail)
    name = colon["name"] if colon else tail.rstrip(" :")
    is_short = len(name.split()) <= _ABOUT_WORDS and not re.search(
        r"[.?!,;]\s|[?!]$|(?<![A-Z])\.$", name
    )
    if not is_short or not name:
        return None
    rest_at = found.end() + colon.end() if colon else None
    name = re.sub(r"^(?:the|den|det)\s+(?=[A-ZÆØÅ])", "", name)
    if (
        name[0].isupper()
        or name[0].isdigit()
        or name.lower() in OURSELVES
        or any(one.isupper() for one in name)
    ):
        return Heading(section=Section.ABOUT, name=name, rest_at=rest_at)
    is_topic = rest_at is None and len(name.split()) < _TOPIC_WORDS and _DEFINITE.match(name)
    return Heading(section=Section.FACTS) if is_topic else None


@cache
def _contact_heading() -> re.Pattern[str]:
    return _opening("contacts", r"(?![\w-])")


@cache
def _fact_heading() -> re.Pattern[str]:
    return _opening("facts", r"(?![\w-])")


@cache
def _about_heading() -> re.Pattern[str]:
    return _opening("about", r"\s+(?=\S)")


@cache
def _caption_label() -> re.Pattern[str]:
    return _opening("caption", r"\s*:\s*(?=\S)")


@cache
def _labels() -> re.Pattern[str]:
    return _opening("labels", r"\s*:\s+(?=\S)")


@cache
def _pictured() -> re.Pattern[str]:
    return _opening("pictured", "")


@cache
def _credit() -> re.Pattern[str]:
    words = "|".join(read("headings")["credit"])
    return re.compile(
        rf"(?:^|(?<=[\s(\[|/–—.]))[(\[]?(?:{words})\s*[:.]\s*(?P<credit>(?:[A-ZÆØÅ]\. ?)*[^.:()\[\]]{{2,90}}(?:\.(?=\S)[^.:()\[\]]{{1,60}})?)[)\].]*$",
        re.IGNORECASE,
    )


def _opening(key: str, ending: str) -> re.Pattern[str]:
    words = "|".join(f"(?:{one})" for one in read("headings")[key])
    return re.compile(rf"(?:{words}){ending}", re.IGNORECASE)
