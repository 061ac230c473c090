"""Signed ledgers of records, for tests of what ledgers tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from pressdesk.domain.ledger import NO_PREVIOUS, Event, EventKind
from pressdesk.domain.records import to_json
from samples import NOW, RELEASE, ledger_writer

if TYPE_CHECKING:
    from collections.abc import Iterable


def ledger(records: Iterable[tuple[EventKind, object]]) -> tuple[Event, ...]:
    """Return one signed event for each record, a minute apart."""
    events: list[Event] = []
    for number, (kind, record) in enumerate(records, start=1):
        at = NOW + timedelta(minutes=number)
        event = replace(ledger_writer(), clock=lambda at=at: at).write(
            release=RELEASE,
            seq=number,
            prev=events[-1].hash if events else NO_PREVIOUS,
            kind=kind,
            payload=to_json(record),
        )
        events.append(event)
    return tuple(events)
