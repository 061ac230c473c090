"""Times as the desk says them: «for 4 min siden», «i går», «torsdag 08.00», «20. nov.»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.oslo import oslo_time
from pressdesk.i18n.marking import N_
from pressdesk.i18n.moments import WEEKDAYS

if TYPE_CHECKING:
    from datetime import datetime


class Words(Protocol):
    """Says things in the user's language."""

    def gettext(self, message: str) -> str:
        """Return ``message`` in the user's language."""

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return ``one`` or ``many`` in the user's language, as ``count`` asks for."""


MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
_WEEK = 7
_HOUR_S = 3600


def past_words(words: Words, instant: datetime, now: datetime) -> str:
    """Return how long ago ``instant`` was, by the calendar of Norway."""
    seconds = (now - instant).total_seconds()
    if seconds < 60:  # noqa: PLR2004  # a minute
        return words.gettext("just now")
    if seconds < _HOUR_S:
        minutes = int(seconds // 60)
        return words.ngettext("{count} min ago", "{count} min ago", minutes).format(count=minutes)
    days = (oslo_time(now).date() - oslo_time(instant).date()).days
    if days == 0:
        return words.gettext("today {time}").format(time=clock_words(words, instant))
    if days == 1:
        return words.gettext("yesterday")
    if days < _WEEK:
        return words.gettext(WEEKDAYS[oslo_time(instant).weekday()])
    return day_words(words, instant, now)


def due_words(words: Words, instant: datetime, now: datetime) -> str:
    """Return when ``instant`` will be: with the time while it is ahead, else the day only."""
    if instant <= now:
        return day_words(words, instant, now)
    days = (oslo_time(instant).date() - oslo_time(now).date()).days
    time = clock_words(words, instant)
    if days == 0:
        return words.gettext("today {time}").format(time=time)
    if days == 1:
        return words.gettext("tomorrow {time}").format(time=time)
    day = day_words(words, instant, now)
    if days < _WEEK:
        day = words.gettext(WEEKDAYS[oslo_time(instant).weekday()])
    return words.gettext("{day} {time}").format(day=day, time=time)


def overdue_words(words: Words, instant: datetime, now: datetime) -> str:
    """Return when ``instant`` passed that should have been kept: «gikk ut i går»."""
    days = (oslo_time(now).date() - oslo_time(instant).date()).days
    if days == 0:
        return words.gettext("passed {time}").format(time=clock_words(words, instant))
    if days == 1:
        return words.gettext("passed yesterday")
    return words.gettext("passed {time}").format(time=day_words(words, instant, now))


def is_today(instant: datetime, now: datetime) -> bool:
    """Return whether ``instant`` is still ahead, and today."""
    return instant > now and oslo_time(instant).date() == oslo_time(now).date()


def clock_words(words: Words, instant: datetime) -> str:
    """Return what clocks in Norway show: «08.00»."""
    shown = oslo_time(instant)
    return words.gettext("{hour:02d}:{minute:02d}").format(hour=shown.hour, minute=shown.minute)


def day_words(words: Words, instant: datetime, now: datetime) -> str:
    """Return the day: «20. nov.», with the year where it is another than now."""
    shown = oslo_time(instant)
    month = words.gettext(MONTHS[shown.month - 1])
    if shown.year == oslo_time(now).year:
        return words.gettext("{day} {month}").format(day=shown.day, month=month)
    return words.gettext("{day} {month} {year}").format(day=shown.day, month=month, year=shown.year)
