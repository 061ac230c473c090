"""Changes to those behind a release: partners, whom journalists may call, and who says what.

Each takes a content and returns another. Whom a change is about is said by id, or by place for
contacts, which have none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.content import (
    Boilerplate,
    Contact,
    Content,
    Paragraph,
    Partner,
    QuoteBlock,
    QuoteDash,
    Spokesperson,
)
from pressdesk.domain.errors import TextMissing
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Mark, Text
from pressdesk.services.editing import with_owners_found

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.domain.recognised import CleanUp
    from pressdesk.services.editing import NewId

QUOTE_DASH = "–\u00a0"
_DIGITS = 9
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
_MODULUS = 11


def with_partner(content: Content, partner: Partner) -> Content:
    """Return the content with the partner of the same id replaced."""
    partners = tuple(partner if one.id == partner.id else one for one in content.partners)
    return with_owners_found(replace(content, partners=partners))


def with_new_partner(content: Content, name: str, new_id: NewId) -> Content:
    """Return the content with one partner more, last in order; TextMissing without a name."""
    words = Text.of(name).plain.strip()
    if not words:
        raise TextMissing
    partner = Partner(id=PartnerId(new_id()), name=words, short=words)
    return with_owners_found(replace(content, partners=(*content.partners, partner)))


def without_partner(content: Content, partner: PartnerId) -> Content:
    """Return the content without the partner; what was said for it stays, for nobody."""
    return replace(
        content,
        partners=tuple(one for one in content.partners if one.id != partner),
        contacts=tuple(
            replace(one, partner=None) if one.partner == partner else one
            for one in content.contacts
        ),
        boilerplates=tuple(
            replace(one, partner=None) if one.partner == partner else one
            for one in content.boilerplates
        ),
        blocks=tuple(
            replace(one, owner=None)
            if isinstance(one, QuoteBlock) and one.owner == partner
            else one
            for one in content.blocks
        ),
    )


def with_partner_moved(content: Content, partner: PartnerId, by: int) -> Content:
    """Return the content with the partner earlier (-1) or later (1) in the agreed order."""
    order = list(content.partners)
    here = next((place for place, one in enumerate(order) if one.id == partner), None)
    if here is None or not 0 <= here + by < len(order):
        return content
    order.insert(here + by, order.pop(here))
    return replace(content, partners=tuple(order))


def with_contact(content: Content, place: int, contact: Contact) -> Content:
    """Return the content with the contact at ``place`` replaced."""
    contacts = list(content.contacts)
    contacts[place] = contact
    return replace(content, contacts=tuple(contacts))


def with_new_contact(content: Content, partner: PartnerId | None) -> Content:
    """Return the content with an empty contact more."""
    return replace(content, contacts=(*content.contacts, Contact(partner=partner, name="")))


def without_contact(content: Content, place: int) -> Content:
    """Return the content without the contact at ``place``."""
    contacts = content.contacts[:place] + content.contacts[place + 1 :]
    return replace(content, contacts=contacts)


def with_about(content: Content, partner: Partner, heading: str, new_id: NewId) -> Content:
    """Return the content with room for the partner's text about itself."""
    about = Boilerplate(
        id=BlockId(new_id()),
        partner=partner.id,
        heading=Text.of(heading),
        paragraphs=(Text.of(f"[{heading}]"),),
    )
    return replace(content, boilerplates=(*content.boilerplates, about))


def with_speaker(content: Content, block: BlockId, person: PersonId | None) -> Content:
    """Return the content with another speaker of one quote; the owner follows the speaker."""
    quote = _quote(content, block)
    if quote is None:
        return content
    speaker = content.person(person)
    owner = content.partner_called(speaker.organisation) if speaker else None
    changed = replace(
        quote,
        speaker=speaker.id if speaker else None,
        owner=owner.id if owner else None,
        is_speaker_confirmed=True,
    )
    return content.with_block(changed)


def with_new_speaker(content: Content, block: BlockId, name: str, new_id: NewId) -> Content:
    """Return the content with a new person speaking in one quote; TextMissing without a name."""
    words = Text.of(name).plain.strip()
    if not words:
        raise TextMissing
    person = Spokesperson(id=PersonId(new_id()), name=words)
    people = (*content.spokespersons, person)
    return with_speaker(replace(content, spokespersons=people), block, person.id)


def with_person(content: Content, person: Spokesperson) -> Content:
    """Return the content with the person of the same id replaced, wherever they speak.

    Another organisation gives all their quotes to the partner of that name.

    Raises:
        TextMissing: no name.
    """
    if not person.name.strip():
        raise TextMissing
    before = content.person(person.id)
    people = tuple(person if one.id == person.id else one for one in content.spokespersons)
    content = replace(content, spokespersons=people)
    if before is None or before.organisation == person.organisation:
        return content
    partner = content.partner_called(person.organisation)
    for quote in tuple(content.quotes()):
        if quote.speaker == person.id:
            owner = partner.id if partner else None
            content = content.with_block(replace(quote, owner=owner))
    return content


def with_owner(content: Content, block: BlockId, partner: PartnerId | None) -> Content:
    """Return the content with another partner answering for one quote."""
    quote = _quote(content, block)
    return content if quote is None else content.with_block(replace(quote, owner=partner))


def with_indirect(content: Content, block: BlockId, *, is_indirect: bool) -> Content:
    """Return the content with one quote as reported speech, or as direct."""
    quote = _quote(content, block)
    if quote is None:
        return content
    return content.with_block(replace(quote, is_indirect=is_indirect))


def with_dash(content: Content, block: BlockId) -> Content:
    """Return the content with the quote dash before one quote, where it is missing."""
    quote = _quote(content, block)
    if quote is None or quote.dash is not QuoteDash.MISSING:
        return content
    first, *more = quote.paragraphs
    lead = len(first.plain) - len(first.plain.lstrip(" \u00a0\t"))
    shift = len(QUOTE_DASH) - lead
    marks = tuple(
        Mark(
            start=max(mark.start, lead) + shift,
            end=mark.end + shift,
            kind=mark.kind,
            target=mark.target,
        )
        for mark in first.marks
        if mark.end > lead
    )
    opened = Text(QUOTE_DASH + first.plain[lead:], marks)
    return content.with_block(replace(quote, paragraphs=(opened, *more)))


def with_put_back(
    content: Content,
    removed: CleanUp,
    lines: Mapping[BlockId, tuple[int, ...]],
    new_id: NewId,
) -> tuple[Content, BlockId]:
    """Return the content with a line that was cleaned away, and the id of its new paragraph.

    It goes behind the last block that stood above it in the source; ``lines`` tells where blocks
    stood.
    """
    paragraph = Paragraph(id=BlockId(new_id()), text=Text.of(removed.text.strip()))
    before = 0
    for place, block in enumerate(content.blocks, start=1):
        stood = lines.get(block.id)
        if stood and min(stood) < removed.line:
            before = place
    blocks = (*content.blocks[:before], paragraph, *content.blocks[before:])
    return replace(content, blocks=blocks), paragraph.id


def is_organisation_number(words: str) -> bool:
    """Return whether ``words`` is a Norwegian organisation number, its check digit right.

    Source: Brønnøysundregistrene, "Om organisasjonsnummeret": modulus 11, weights 3 2 7 6 5 4 3 2.
    """
    digits = re.sub(r"[\s\u00a0]", "", words)
    if len(digits) != _DIGITS or not (digits.isascii() and digits.isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:8], _WEIGHTS, strict=True))
    return (_MODULUS - total % _MODULUS) % _MODULUS == int(digits[8])


def _quote(content: Content, block: BlockId) -> QuoteBlock | None:
    return next((one for one in content.quotes() if one.id == block), None)
