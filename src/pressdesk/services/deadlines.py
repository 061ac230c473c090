"""Deadlines as they are typed on the command line."""

from __future__ import annotations

from datetime import UTC, datetime

from pressdesk.domain.errors import DeadlineUnclear
from pressdesk.domain.oslo import oslo_instant

_DAY_ONLY = len("2026-11-26")


def deadline_in(words: str) -> datetime:
    """Return the UTC instant of an ISO date and time, by Norwegian clocks where it has no zone.

    Raises:
        DeadlineUnclear: another form, or a day without a time.
        TimeInGap, TimeAmbiguous: Norwegian clocks never show it, or show it twice.
    """
    typed = words.strip()
    shown = "".join(one if one.isprintable() else "?" for one in words[:40])
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError as error:
        raise DeadlineUnclear(words=shown) from error
    if len(typed) <= _DAY_ONLY:
        raise DeadlineUnclear(words=shown)
    try:
        return oslo_instant(moment) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError as error:
        raise DeadlineUnclear(words=shown) from error
