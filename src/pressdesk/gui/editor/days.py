"""Days and times as people type them, and as they are said."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from pressdesk.domain.oslo import oslo_time

if TYPE_CHECKING:
    from pressdesk.gui.editor.saying import Saying

_DAY = re.compile(r"\s*(?:(\d{1,2})[./ ]\s*(\d{1,2})[./ ]\s*(\d{4})|(\d{4})-(\d{2})-(\d{2}))\s*")
_TIME = re.compile(r"\s*(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})\s*|\s*(?:kl\.?\s*)?(\d{1,2})\s*")


def typed_day(words: str) -> date | None:
    """Return the day that ``26.11.2026`` or ``2026-11-26`` names; None for anything else."""
    found = _DAY.fullmatch(words)
    if found is None:
        return None
    day, month, year, *iso = found.groups()
    numbers = (year, month, day) if year else iso
    try:
        return date(*(int(number) for number in numbers))
    except ValueError:
        return None


def typed_time(words: str) -> tuple[int, int] | None:
    """Return hour and minute of ``08.00``, ``8:00``, ``8`` or ``kl. 08.00``."""
    found = _TIME.fullmatch(words)
    if found is None:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or 0)
    return (hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - the clock


def day_in_field(day: date | None) -> str:
    """Return the day as the field shows it."""
    return f"{day.day:02}.{day.month:02}.{day.year}" if day else ""


def spoken_day(saying: Saying, day: date) -> str:
    """Return «torsdag 26. november 2026», the weekday computed."""
    form = "dddd d MMMM yyyy" if saying.language == "en" else "dddd d. MMMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def spoken_moment(saying: Saying, instant: datetime) -> str:
    """Return «torsdag 26. november 2026 kl. 08.00», as clocks in Norway show it."""
    at = oslo_time(instant)
    return saying.gettext("{day} at {time}").format(
        day=spoken_day(saying, at.date()), time=f"{at.hour:02}.{at.minute:02}"
    )
