"""Dates and times in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.oslo import oslo_time
from pressdesk.i18n.catalogue import catalogue
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from datetime import datetime


def moment_in_words(moment: datetime, language: str) -> str:
    """Return "søndag 29. mars 2026 kl. 02.30", as its clock shows, in ``nb``, ``nn`` or ``en``."""
    gettext = catalogue(language).gettext
    return gettext("{weekday} {day} {month} {year}, {hour}:{minute}").format(
        weekday=gettext(WEEKDAYS[moment.weekday()]),
        day=moment.day,
        month=gettext(MONTHS[moment.month - 1]),
        year=moment.year,
        hour=f"{moment.hour:02}",
        minute=f"{moment.minute:02}",
    )


def day_in_words(moment: datetime, language: str) -> str:
    """Return "29. mars", the day of an aware instant in Norway, in ``nb``, ``nn`` or ``en``."""
    at = oslo_time(moment)
    gettext = catalogue(language).gettext
    return gettext("{day} {month}").format(day=at.day, month=gettext(MONTHS[at.month - 1]))


MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
