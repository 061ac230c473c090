"""What somebody means by the words in the box under a quote: a yes only where nothing is added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressdesk.domain.rounds import Decided
from pressdesk.textops.months import MONTHS, MONTHS_ENGLISH, WEEKDAYS, WEEKDAYS_NYNORSK
from pressdesk.textops.normalise import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOKEN = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_CODE = re.compile(r"\b[0-9A-Z]{2}-[0-9A-Z]{2}-[0-9A-Z]{2}\b", re.IGNORECASE)
_MONTHS = "jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec"
_WHEN = re.compile(
    rf"\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}\.?\s?(?:{_MONTHS})[a-z]*\.?(?:\s\d{{4}})?\b"
    r"|\bkl\.?\s?\d{1,2}(?:[.:]\d{2})?\b|\b\d{1,2}:\d{2}\b"
    r"|\b\d{1,2}[./]\s?\d{1,2}[./]?(?:\s?(?:20)?\d{2})?(?!\d)",
    re.IGNORECASE,
)
"""A day or a time of day; other figures beside a yes may be part of what is meant."""
_YES = frozenset(("godkjent", "godkjend", "approved"))
_NOT = frozenset(("ikke", "ikkje", "ei", "not", "never", "aldri", "nei", "no", "don't", "don’t"))
_DECLINES = (
    ("ikke", "siter", "meg"),
    ("ikke", "sitér", "meg"),
    ("ikkje", "siter", "meg"),
    ("ikkje", "sitér", "meg"),
    ("do", "not", "quote", "me"),
    ("don't", "quote", "me"),
    ("don’t", "quote", "me"),
)
_CHANGE_WORDS = ("endr", "chang", "rettes", "rettast", "korriger", "bytt")
_WITH_CHANGES = frozenset(
    ("med", "mine", "endringer", "endringar", "endringene", "endringane", "with", "my", "changes")
)
_AROUND = frozenset(
    (
        *("av", "by", "den", "dato", "date", "kl", "klokken", "klokka", "ja", "yes", "ok", "at"),
        *("hilsen", "helsing", "mvh", "vh", "regards", "fra", "frå", "from", "kode", "code"),
        *(*MONTHS, *WEEKDAYS, *WEEKDAYS_NYNORSK),
        *(month.lower() for month in MONTHS_ENGLISH),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov"),
        *("des", "dec", "monday"),
        *("tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
)
"""What people write beside a yes without adding to it: from whom, and when."""


def decision_in(words: str, people: Iterable[str], *, is_changed: bool) -> Decided | None:
    """Return what the words in a box mean; None where that is not clear.

    ``people`` are the names that may stand beside an answer. ``is_changed`` says that the same
    file changes the quote, which is what a yes with changes then speaks of.
    """
    plain = normal_form(words)
    bare = _WHEN.sub(" ", _CODE.sub(" ", plain))
    tokens = tuple(_TOKEN.findall(bare.casefold()))
    names = {one for name in people for one in _TOKEN.findall(normal_form(name).casefold())}
    names |= {one[:1] for one in names}
    said = tuple(one for one in tokens if one not in names | _AROUND)
    if any(said[: len(phrase)] == phrase for phrase in _DECLINES):
        return Decided.DECLINED
    has_yes = any(one in _YES or one.startswith(("godkj", "approv")) for one in said)
    if has_yes and any(one in _NOT for one in tokens):
        return Decided.CHANGE_ASKED
    is_only_yes = bool(said) and set(said) <= _YES and "?" not in plain
    if is_only_yes:
        return Decided.APPROVED_AS_CHANGED if is_changed else Decided.APPROVED
    if has_yes and set(said) <= _YES | _WITH_CHANGES:
        return Decided.APPROVED_AS_CHANGED if is_changed and "?" not in plain else None
    if any(one.startswith(_CHANGE_WORDS) for one in said):
        return Decided.CHANGE_ASKED
    return None
