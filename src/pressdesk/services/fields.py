"""The fields that ``set`` knows: how each key changes a content.

Keys are dotted; a part in capitals stands for a name: ``contact.SHORT.phone``. Words between the
first and the last dot are taken whole, so names may hold dots.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TypeVar

from pressdesk.domain.content import (
    Boilerplate,
    Contact,
    Content,
    Partner,
    Profile,
    QuoteBlock,
    ReleaseMode,
    Spokesperson,
)
from pressdesk.domain.errors import BlockUnknown, SettingUnknown, TextMissing, ValueRefused
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.oslo import oslo_instant
from pressdesk.domain.text import EMPTY, Text
from pressdesk.services.editing import NewId, paragraphs_of, with_owners_found

T = TypeVar("T")

KEYS = (
    "title",
    "lead",
    "place",
    "date",
    "embargo",
    "release_mode",
    "profile",
    "confidential",
    "listed",
    "partner.SHORT.name|short|organisation_number",
    "contact.SHORT.name|title|phone|email",
    "boilerplate.SHORT",
    "speaker.BLOCK.name|title|organisation",
    "spokesperson.NAME.name|title|organisation",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One ``KEY=VALUE``; an empty value clears the field."""

    key: str
    value: str

    @classmethod
    def parse(cls, words: str) -> Change:
        """Return the change that ``KEY=VALUE`` asks for; SettingUnknown without ``=``."""
        key, equals, value = words.partition("=")
        if not equals:
            raise SettingUnknown(key=words)
        return cls(key.strip(), value.strip())

    def refused(self) -> ValueRefused:
        """Return the error that says that the value does not fit the key."""
        return ValueRefused(key=self.key, value=self.value)


_ANYTHING = re.compile(r".*")
_REACH = {
    "phone": re.compile(r"(?=(?:\D*\d){5})[+\d][\d ()/\u00a0–-]*"),
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+"),
}
"""What can be called or written to: at least five digits; one @ and a domain."""


def with_changes(content: Content, changes: Sequence[Change], new_id: NewId) -> Content:
    """Return the content with all ``changes`` made, names first, so that their order is free.

    Raises:
        SettingUnknown, ValueRefused, TextMissing, BlockUnknown, TimeInGap, TimeAmbiguous.
    """
    for change in sorted(changes, key=_turn):
        content = _with_change(content, change, new_id)
    return content


def _turn(change: Change) -> int:
    """Names and partners come before what is said about them."""
    first, _, last = change.key.partition(".")
    return 0 if first == "partner" else 1 if last.endswith("name") else 2


def _with_change(content: Content, change: Change, new_id: NewId) -> Content:
    plain = _PLAIN.get(change.key)
    if plain is not None:
        return plain(content, change)
    group, _, rest = change.key.partition(".")
    whose, _, field = rest.rpartition(".")
    if group == "boilerplate" and rest:
        return _with_boilerplate(content, rest, change, new_id)
    known = _GROUPS.get(group)
    if known is None or not whose or field not in known[0]:
        raise SettingUnknown(key=change.key)
    return known[1](content, whose, field, change, new_id)


def _with_title(content: Content, change: Change) -> Content:
    (title, *more) = paragraphs_of(change.value)
    if more:
        raise change.refused()
    return replace(content, title=title)


def _with_lead(content: Content, change: Change) -> Content:
    return replace(content, lead=paragraphs_of(change.value) if change.value else ())


def _with_place(content: Content, change: Change) -> Content:
    return replace(content, place=Text.of(change.value).plain or None)


def _with_date(content: Content, change: Change) -> Content:
    return replace(content, date=_parsed(change, date.fromisoformat) if change.value else None)


def _with_embargo(content: Content, change: Change) -> Content:
    if not change.value:
        return replace(content, embargo=None, release_mode=None)
    moment = _parsed(change, datetime.fromisoformat)
    if len(change.value) <= len("2026-11-26"):
        raise change.refused()
    instant = oslo_instant(moment) if moment.tzinfo is None else moment
    return replace(content, embargo=instant.astimezone(UTC), release_mode=ReleaseMode.EMBARGO)


def _with_release_mode(content: Content, change: Change) -> Content:
    mode = _parsed(change, ReleaseMode) if change.value else None
    if mode is ReleaseMode.EMBARGO:
        if content.embargo is None:
            raise change.refused()
        return content
    return replace(content, release_mode=mode, embargo=None)


def _with_profile(content: Content, change: Change) -> Content:
    return replace(content, profile=_parsed(change, Profile))


def _with_confidential(content: Content, change: Change) -> Content:
    return replace(content, is_confidential=_yes_or_no(change))


def _with_listed(content: Content, change: Change) -> Content:
    return replace(content, is_listed_partner=_yes_or_no(change))


_PLAIN: dict[str, Callable[[Content, Change], Content]] = {
    "title": _with_title,
    "lead": _with_lead,
    "place": _with_place,
    "date": _with_date,
    "embargo": _with_embargo,
    "release_mode": _with_release_mode,
    "profile": _with_profile,
    "confidential": _with_confidential,
    "listed": _with_listed,
}


def _with_partner(
    content: Content, short: str, field: str, change: Change, new_id: NewId
) -> Content:
    value = _line(change)
    partner = content.partner_called(short)
    if partner is None:
        partner = Partner(id=PartnerId(new_id()), name=short, short=short)
        content = replace(content, partners=(*content.partners, partner))
    if field != "organisation_number" and not value:
        raise TextMissing
    match field:
        case "name":
            changed = replace(partner, name=value)
        case "short":
            changed = replace(partner, short=value)
        case _:
            changed = replace(partner, organisation_number=value or None)
    partners = tuple(changed if one.id == partner.id else one for one in content.partners)
    return with_owners_found(replace(content, partners=partners))


def _with_contact(
    content: Content, short: str, field: str, change: Change, new_id: NewId
) -> Content:
    del new_id
    partner = content.partner_called(short)
    if partner is None:
        raise change.refused()
    value = _line(change)
    if value and not _REACH.get(field, _ANYTHING).fullmatch(value):
        raise change.refused()
    mine = next((one for one in content.contacts if one.partner == partner.id), None)
    if field == "name" and not value:
        return replace(content, contacts=tuple(one for one in content.contacts if one != mine))
    if mine is None:
        mine = Contact(partner=partner.id, name="")
        content = replace(content, contacts=(*content.contacts, mine))
    match field:
        case "name":
            changed = replace(mine, name=value)
        case "title":
            changed = replace(mine, title=value or None)
        case "phone":
            changed = replace(mine, phone=value or None)
        case _:
            changed = replace(mine, email=value or None)
    contacts = tuple(changed if one == mine else one for one in content.contacts)
    return replace(content, contacts=contacts)


def _with_boilerplate(content: Content, short: str, change: Change, new_id: NewId) -> Content:
    partner = content.partner_called(short)
    if partner is None:
        raise change.refused()
    others = tuple(one for one in content.boilerplates if one.partner != partner.id)
    if not change.value:
        return replace(content, boilerplates=others)
    texts = paragraphs_of(change.value)
    mine = next((one for one in content.boilerplates if one.partner == partner.id), None)
    if mine is None:
        fresh = Boilerplate(
            id=BlockId(new_id()), partner=partner.id, heading=EMPTY, paragraphs=texts
        )
        return replace(content, boilerplates=(*content.boilerplates, fresh))
    changed = replace(mine, paragraphs=texts)
    boilerplates = tuple(changed if one == mine else one for one in content.boilerplates)
    return replace(content, boilerplates=boilerplates)


def _with_speaker(
    content: Content, block: str, field: str, change: Change, new_id: NewId
) -> Content:
    """A name says who speaks in this block; the rest is about the person, in every block."""
    quote = next((one for one in content.quotes() if one.id == block), None)
    if quote is None:
        raise BlockUnknown(block=block)
    value = _line(change)
    if field == "name":
        return _spoken_by(content, quote, value, new_id)
    person = content.person(quote.speaker)
    if person is None:
        raise change.refused()
    return _with_person_field(content, person, field, value)


def _with_spokesperson(
    content: Content, name: str, field: str, change: Change, new_id: NewId
) -> Content:
    value = _line(change)
    person = next((one for one in content.spokespersons if one.name == name), None)
    if person is None:
        person = Spokesperson(id=PersonId(new_id()), name=name)
        content = replace(content, spokespersons=(*content.spokespersons, person))
    if field == "name" and not value:
        raise TextMissing
    return _with_person_field(content, person, field, value)


_Named = Callable[[Content, str, str, Change, NewId], Content]
_GROUPS: dict[str, tuple[tuple[str, ...], _Named]] = {
    "partner": (("name", "short", "organisation_number"), _with_partner),
    "contact": (("name", "title", "phone", "email"), _with_contact),
    "speaker": (("name", "title", "organisation"), _with_speaker),
    "spokesperson": (("name", "title", "organisation"), _with_spokesperson),
}


def _spoken_by(content: Content, quote: QuoteBlock, name: str, new_id: NewId) -> Content:
    if not name:
        return content.with_block(
            replace(quote, speaker=None, owner=None, is_speaker_confirmed=True)
        )
    person = next((one for one in content.spokespersons if one.name == name), None)
    if person is None:
        person = Spokesperson(id=PersonId(new_id()), name=name)
        content = replace(content, spokespersons=(*content.spokespersons, person))
    partner = content.partner_called(person.organisation)
    owner = partner.id if partner else None
    return content.with_block(
        replace(quote, speaker=person.id, owner=owner, is_speaker_confirmed=True)
    )


def _with_person_field(content: Content, person: Spokesperson, field: str, value: str) -> Content:
    match field:
        case "name":
            changed = replace(person, name=value)
        case "title":
            changed = replace(person, title=value or None)
        case _:
            changed = replace(person, organisation=value or None)
    people = tuple(changed if one.id == changed.id else one for one in content.spokespersons)
    content = replace(content, spokespersons=people)
    return content if field != "organisation" else _with_owner_of(content, changed)


def _with_owner_of(content: Content, person: Spokesperson) -> Content:
    """Give the person's quotes to the partner that the organisation names, else to nobody."""
    partner = content.partner_called(person.organisation)
    for quote in tuple(content.quotes()):
        if quote.speaker == person.id:
            owner = partner.id if partner else None
            content = content.with_block(replace(quote, owner=owner))
    return content


def _line(change: Change) -> str:
    text = Text.of(change.value)
    if "\n" in change.value:
        raise change.refused()
    return text.plain


def _parsed(change: Change, parse: Callable[[str], T]) -> T:
    try:
        return parse(change.value)
    except ValueError as error:
        raise change.refused() from error


def _yes_or_no(change: Change) -> bool:
    if change.value not in ("true", "false"):
        raise change.refused()
    return change.value == "true"
