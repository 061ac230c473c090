"""Who is asked to read: parsed from what people type, and checked against the release."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.errors import (
    InvitationUnclear,
    InvitedPartnerUnknown,
    NobodyInvited,
    PersonTwice,
    RoleUnknown,
    TooManyInvited,
)
from pressdesk.domain.rounds import ReaderRole
from pressdesk.services.typed_words import typed_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import PartnerId

MOST_INVITED = 100
_WHO = re.compile(r"\s*([^<>;]*[^<>;\s])\s*(?:<\s*([^<>;\s]+@[^<>;\s]+)\s*>)?\s*")
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A person who is asked to read. ``partner`` is a partner's name or short form."""

    name: str
    mail: str | None = None
    role: ReaderRole = ReaderRole.READER
    partner: str | None = None

    @classmethod
    def parse(cls, words: str) -> Invitation:
        """Return what ``Name <mail>;role=…;partner=…`` says; only the name is needed.

        Raises:
            InvitationUnclear: another form.
            RoleUnknown: no such role.
        """
        who, *options = words.split(";")
        found = _WHO.fullmatch(who)
        if found is None or len(words) > _LONGEST or not words.isprintable():
            raise InvitationUnclear(words=_shown(words))
        given: dict[str, str] = {}
        for option in options:
            key, equals, value = (part.strip() for part in option.partition("="))
            if not equals or key not in ("role", "partner") or key in given or not value:
                raise InvitationUnclear(words=_shown(words))
            given[key] = value
        return cls(
            name=found[1],
            mail=found[2],
            role=_role(given.get("role", ReaderRole.READER.value)),
            partner=given.get("partner"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """An invitation that fits the release."""

    name: str
    mail: str | None
    role: ReaderRole
    partner: PartnerId | None


def invited(invitations: Iterable[Invitation], content: Content) -> tuple[Invited, ...]:
    """Return the people who are asked, with their partners found.

    Raises:
        NobodyInvited, TooManyInvited, PersonTwice, InvitedPartnerUnknown, NameMissing,
        WordsTooLong.
    """
    found = tuple(_each(invitations, content))
    if not found:
        raise NobodyInvited
    if len(found) > MOST_INVITED:
        raise TooManyInvited(limit=MOST_INVITED)
    seen: set[tuple[str, str]] = set()
    for one in found:
        key = (one.name.casefold(), (one.mail or "").casefold())
        if key in seen:
            raise PersonTwice(name=one.name)
        seen.add(key)
    return found


def _each(invitations: Iterable[Invitation], content: Content) -> Iterator[Invited]:
    for one in invitations:
        name = typed_name(one.name)
        partner = content.partner_called(one.partner)
        if one.partner is not None and partner is None:
            raise InvitedPartnerUnknown(name=name, partner=_shown(one.partner))
        yield Invited(
            name=name, mail=one.mail, role=one.role, partner=partner.id if partner else None
        )


def _role(words: str) -> ReaderRole:
    try:
        return ReaderRole(words.casefold())
    except ValueError as error:
        raise RoleUnknown(words=_shown(words)) from error


def _shown(words: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in words[:80])
