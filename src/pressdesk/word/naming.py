"""File names by rule: ``2026-11-26_ACT-Skift_pressemelding_utkast_nb.docx``."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pressdesk.domain.oslo import oslo_time
from pressdesk.word.labels import Labels

if TYPE_CHECKING:
    from datetime import date

    from pressdesk.domain.content import Content, Partner

NAMED_PARTNERS = 4
SHORT_FORM_LENGTH = 24
"""Both keep a name well below what old file systems and long folder paths allow."""


def file_name(content: Content, *, today: date, is_draft: bool, suffix: str = ".docx") -> str:
    """Return the name by rule, unique in its parts and safe on every system.

    The date is the embargo's in Norway, else the release date, else ``today``. Parts stand
    between underscores and partners between hyphens, so a short form keeps neither: "Nordlys
    Kraft" is ``NordlysKraft``. From the fifth partner on they are only counted: ``A-B-C-D+2``.
    """
    release, draft = Labels(content).file_words()
    parts = (
        _day(content, today).isoformat(),
        _partners(content.partners),
        release,
        draft if is_draft else "",
        content.language.value,
    )
    return "_".join(part for part in parts if part) + suffix


def _day(content: Content, today: date) -> date:
    if content.embargo is not None:
        return oslo_time(content.embargo).date()
    return content.date or today


def _partners(partners: tuple[Partner, ...]) -> str:
    names = [name for partner in partners if (name := _one_word(partner.short))]
    more = len(names) - NAMED_PARTNERS
    joined = "-".join(names[:NAMED_PARTNERS])
    return f"{joined}+{more}" if more > 0 else joined


def _one_word(short: str) -> str:
    """Return the letters and digits of ``short``, each word after the first with a capital."""
    kept = "".join(one if one.isalnum() else " " for one in unicodedata.normalize("NFC", short))
    first, *others = kept.split() or [""]
    return (first + "".join(word[0].upper() + word[1:] for word in others))[:SHORT_FORM_LENGTH]


def review_name(content: Content, *, today: date, number: int, person: str, taken: set[str]) -> str:
    """Return the name of a reader's file: ``2026-11-26_ACT-Skift_pressemelding_runde2_Nes_nb.docx``.

    ``number`` is 0 for a request outside the rounds. ``person`` is a full name, of which the
    surname stands there, all of it where ``taken`` has that name already; it is added there.
    """
    labels = Labels(content)
    release, _ = labels.file_words()
    part = labels.gettext("round{number}").format(number=number)
    if not number:
        part = labels.gettext("quote-approval")
    words = person.split() or [""]
    before_comma = person.partition(",")[0].split()  # "Li, Anna", and "Anna Li, director"
    surname = _one_word((before_comma or words)[-1]) or "x"
    whole = "-".join(filter(None, map(_one_word, words))) or surname
    wishes = (surname, whole, *(f"{whole}-{count}" for count in range(2, len(taken) + 3)))
    for wish in wishes:
        parts = (
            _day(content, today).isoformat(),
            _partners(content.partners),
            release,
            part,
            wish,
            content.language.value,
        )
        name = "_".join(one for one in parts if one) + ".docx"
        if name.casefold() not in taken:
            break
    taken.add(name.casefold())
    return name
