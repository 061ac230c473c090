"""Who is asked to read, until when, and where the files go: one form as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from pressdesk.domain.oslo import oslo_instant, oslo_time
from pressdesk.domain.rounds import ReaderRole, rounds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from pressdesk.domain.content import Content
    from pressdesk.services.invitations import Invitation
    from pressdesk.services.stored import StoredRelease

_WORK_DAYS = 2
_NOON = time(12, 0)
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """One line of the form; ``why`` says where the line comes from: the quotes to approve."""

    name: str = ""
    mail: str = ""
    role: ReaderRole = ReaderRole.READER
    partner: str = ""
    quotes: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not self.name.strip() and not self.mail.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A round that is to be sent. Units: ``deadline`` is an aware instant."""

    invitations: tuple[Invitation, ...]
    deadline: datetime
    folder: Path
    is_confidential: bool
    is_listed_partner: bool


def guests_of(release: StoredRelease) -> tuple[Guest, ...]:
    """Return whom to ask: those of the last round, else speakers, then contacts."""
    content = release.draft.content()
    known = {one.name.casefold(): one for one in (*_speakers(content), *_contacts(content))}
    earlier = [one for one in rounds(release.events) if not one.is_request]
    found: dict[str, Guest] = {}
    for reader in earlier[-1].opened.readers if earlier else ():
        partner = content.partner(reader.partner)
        quotes = known.get(reader.name.casefold(), Guest()).quotes
        found[reader.name.casefold()] = Guest(
            name=reader.name,
            mail=reader.mail or "",
            role=ReaderRole.APPROVER if quotes else reader.role,
            partner=partner.short if partner else "",
            quotes=quotes,
        )
    for one in known.values():
        if not earlier or one.quotes:
            found.setdefault(one.name.casefold(), one)
    return tuple(found.values())


def _speakers(content: Content) -> tuple[Guest, ...]:
    mails = {one.name.casefold(): one.email or "" for one in content.contacts}
    counts: dict[str, int] = {}
    for quote in content.quotes():
        if quote.speaker is not None:
            counts[quote.speaker] = counts.get(quote.speaker, 0) + 1
    return tuple(
        Guest(
            name=one.name,
            mail=mails.get(one.name.casefold(), ""),
            role=ReaderRole.APPROVER,
            partner=_short(content, one.organisation),
            quotes=counts[one.id],
        )
        for one in content.spokespersons
        if one.id in counts
    )


def _contacts(content: Content) -> tuple[Guest, ...]:
    speakers = {one.name.casefold() for one in _speakers(content)}
    guests = []
    for one in content.contacts:
        partner = content.partner(one.partner)
        if one.name.casefold() not in speakers and one.name.strip():
            guests.append(
                Guest(
                    name=one.name,
                    mail=one.email or "",
                    role=ReaderRole.COMMENTER,
                    partner=partner.short if partner else "",
                )
            )
    return tuple(guests)


def _short(content: Content, organisation: str | None) -> str:
    partner = content.partner_called(organisation)
    return partner.short if partner else ""


def usual_deadline(now: datetime) -> datetime:
    """Return noon in Norway, two working days on."""
    day, left = oslo_time(now).date(), _WORK_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return instant_of(day, (_NOON.hour, _NOON.minute))


def instant_of(day: date, clock: tuple[int, int]) -> datetime:
    """Return the instant when clocks in Norway show that."""
    return oslo_instant(datetime.combine(day, time(*clock)))


def invitations_of(guests: Sequence[Guest]) -> tuple[Invitation, ...]:
    """Return the guests as they are asked; blank lines are left out."""
    from pressdesk.services.invitations import Invitation

    return tuple(
        Invitation(
            name=one.name.strip(),
            mail=one.mail.strip() or None,
            role=one.role,
            partner=one.partner or None,
        )
        for one in guests
        if not one.is_blank
    )
