"""Wall-clock time in Norway, in which embargoes are agreed and dates are shown."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.errors import TimeAmbiguous, TimeInGap

OSLO = ZoneInfo("Europe/Oslo")


def oslo_instant(wall_clock: datetime) -> datetime:
    """Return the UTC instant at which clocks in Norway show ``wall_clock`` (naive).

    Raises:
        TimeInGap: they never show it, since summer time begins.
        TimeAmbiguous: they show it twice, since summer time ends.
    """
    first, second = (wall_clock.replace(tzinfo=OSLO, fold=fold) for fold in (0, 1))
    instant = first.astimezone(UTC)
    if instant.astimezone(OSLO).replace(tzinfo=None) != wall_clock:
        raise TimeInGap(value=wall_clock)
    if first.utcoffset() != second.utcoffset():
        raise TimeAmbiguous(value=wall_clock)
    return instant


def oslo_time(instant: datetime) -> datetime:
    """Return what clocks in Norway show at an aware instant."""
    return instant.astimezone(OSLO)
