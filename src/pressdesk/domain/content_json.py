"""Content as canonical JSON and back: what revisions are named by and drafts are stored as.

The shape is format 1 of ARCHITECTURE.md, "Content as JSON". Reading is strict: a missing, extra
or ill-typed key is a ValueError, never a silent default.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeVar

from pressdesk.domain.canonical import Json, canonical_json, sha256
from pressdesk.domain.content import (
    Block,
    Boilerplate,
    BulletList,
    Contact,
    Content,
    FactBox,
    Image,
    Language,
    Link,
    Paragraph,
    Partner,
    Profile,
    QuoteBlock,
    ReleaseMode,
    Spokesperson,
    Subheading,
)
from pressdesk.domain.fields import Fields
from pressdesk.domain.ids import BlockId, Digest, PartnerId, PersonId
from pressdesk.domain.text import EMPTY, Mark, MarkKind, Text

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = 1

T = TypeVar("T")


def content_digest(content: Content) -> Digest:
    """Return the hash that names this exact content, typography and ids included."""
    return sha256(canonical_json(content_to_json(content)))


def content_to_json(content: Content) -> dict[str, Json]:
    """Return the content as JSON values."""
    return {
        "format": FORMAT,
        "language": content.language,
        "profile": content.profile,
        "template": content.template,
        "title": _text_to_json(content.title),
        "lead": _list(content.lead, _text_to_json),
        "place": content.place,
        "date": content.date.isoformat() if content.date else None,
        "release_mode": content.release_mode,
        "embargo": instant_to_json(content.embargo) if content.embargo else None,
        "is_confidential": content.is_confidential,
        "is_listed_partner": content.is_listed_partner,
        "blocks": _list(content.blocks, _block_to_json),
        "partners": _list(content.partners, _partner_to_json),
        "spokespersons": _list(content.spokespersons, _person_to_json),
        "contacts": _list(content.contacts, _contact_to_json),
        "boilerplates": _list(content.boilerplates, _boilerplate_to_json),
        "links": _list(content.links, _link_to_json),
    }


def content_from_json(value: Json) -> Content:
    """Return the content that ``value`` holds.

    Raises:
        ValueError: not the shape of format 1, or values that no content can have.
    """
    fields = Fields(value)
    if fields.integer("format") != FORMAT:
        raise ValueError("content of another format")
    day, mode, embargo = (
        fields.optional_string("date"),
        fields.optional_string("release_mode"),
        fields.optional_string("embargo"),
    )
    content = Content(
        language=Language(fields.string("language")),
        profile=Profile(fields.string("profile")),
        template=fields.optional_string("template"),
        title=_text_from_json(fields.value("title")),
        lead=fields.each("lead", _text_from_json),
        place=fields.optional_string("place"),
        date=_day_from_json(day) if day is not None else None,
        release_mode=ReleaseMode(mode) if mode is not None else None,
        embargo=instant_from_json(embargo) if embargo is not None else None,
        is_confidential=fields.boolean("is_confidential"),
        is_listed_partner=fields.boolean("is_listed_partner"),
        blocks=fields.each("blocks", _block_from_json),
        partners=fields.each("partners", _partner_from_json),
        spokespersons=fields.each("spokespersons", _person_from_json),
        contacts=fields.each("contacts", _contact_from_json),
        boilerplates=fields.each("boilerplates", _boilerplate_from_json),
        links=fields.each("links", _link_from_json),
    )
    fields.end()
    return content


def instant_to_json(instant: datetime) -> str:
    """Return an aware instant as ``2026-11-24T12:00:00.000000Z``, always in this one form."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def instant_from_json(words: str) -> datetime:
    """Return the instant; ValueError for any other form than ``instant_to_json`` makes."""
    instant = datetime.strptime(words, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    if instant_to_json(instant) != words:
        raise ValueError("an instant in another form")
    return instant


def _day_from_json(words: str) -> date:
    day = date.fromisoformat(words)
    if day.isoformat() != words:
        raise ValueError("a date in another form")
    return day


def _list(values: tuple[T, ...], convert: Callable[[T], Json]) -> Json:
    return [convert(value) for value in values]


def _text_to_json(text: Text) -> Json:
    if not text.marks:
        return text.plain
    marks: list[Json] = [
        {"start": mark.start, "end": mark.end, "kind": mark.kind, "target": mark.target}
        for mark in text.marks
    ]
    return {"plain": text.plain, "marks": marks}


def _text_from_json(value: Json) -> Text:
    if isinstance(value, str):
        return Text(value) if value else EMPTY
    fields = Fields(value)
    text = Text(fields.string("plain"), fields.each("marks", _mark_from_json))
    fields.end()
    if not text.marks:
        raise ValueError("a text without marks is written as a string")
    return text


def _mark_from_json(value: Json) -> Mark:
    fields = Fields(value)
    mark = Mark(
        start=fields.integer("start"),
        end=fields.integer("end"),
        kind=MarkKind(fields.string("kind")),
        target=fields.optional_string("target"),
    )
    fields.end()
    return mark


def _block_to_json(block: Block) -> Json:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "id": block.id, "text": _text_to_json(block.text)}
        case Subheading():
            return {"kind": "subheading", "id": block.id, "text": _text_to_json(block.text)}
        case QuoteBlock():
            return {
                "kind": "quote",
                "id": block.id,
                "paragraphs": _list(block.paragraphs, _text_to_json),
                "speaker": block.speaker,
                "is_speaker_confirmed": block.is_speaker_confirmed,
                "owner": block.owner,
                "is_indirect": block.is_indirect,
            }
        case BulletList():
            return {"kind": "list", "id": block.id, "items": _list(block.items, _text_to_json)}
        case FactBox():
            return {
                "kind": "factbox",
                "id": block.id,
                "heading": _text_to_json(block.heading),
                "items": _list(block.items, _text_to_json),
            }
        case Image():
            return {
                "kind": "image",
                "id": block.id,
                "caption": _text_to_json(block.caption),
                "credit": _text_to_json(block.credit),
                "alt": _text_to_json(block.alt),
            }


def _block_from_json(value: Json) -> Block:
    fields = Fields(value)
    make = _BLOCK_READERS.get(fields.string("kind"))
    if make is None:
        raise ValueError("a block of unknown kind")
    block = make(fields, BlockId(fields.string("id")))
    fields.end()
    return block


def _quote_from_fields(fields: Fields, block: BlockId) -> QuoteBlock:
    speaker, owner = fields.optional_string("speaker"), fields.optional_string("owner")
    return QuoteBlock(
        id=block,
        paragraphs=fields.each("paragraphs", _text_from_json),
        speaker=PersonId(speaker) if speaker is not None else None,
        is_speaker_confirmed=fields.boolean("is_speaker_confirmed"),
        owner=PartnerId(owner) if owner is not None else None,
        is_indirect=fields.boolean("is_indirect"),
    )


_BLOCK_READERS: dict[str, Callable[[Fields, BlockId], Block]] = {
    "paragraph": lambda fields, block: Paragraph(
        id=block, text=_text_from_json(fields.value("text"))
    ),
    "subheading": lambda fields, block: Subheading(
        id=block, text=_text_from_json(fields.value("text"))
    ),
    "quote": _quote_from_fields,
    "list": lambda fields, block: BulletList(id=block, items=fields.each("items", _text_from_json)),
    "factbox": lambda fields, block: FactBox(
        id=block,
        heading=_text_from_json(fields.value("heading")),
        items=fields.each("items", _text_from_json),
    ),
    "image": lambda fields, block: Image(
        id=block,
        caption=_text_from_json(fields.value("caption")),
        credit=_text_from_json(fields.value("credit")),
        alt=_text_from_json(fields.value("alt")),
    ),
}


def _partner_to_json(partner: Partner) -> Json:
    return {
        "id": partner.id,
        "name": partner.name,
        "short": partner.short,
        "organisation_number": partner.organisation_number,
    }


def _partner_from_json(value: Json) -> Partner:
    fields = Fields(value)
    partner = Partner(
        id=PartnerId(fields.string("id")),
        name=fields.string("name"),
        short=fields.string("short"),
        organisation_number=fields.optional_string("organisation_number"),
    )
    fields.end()
    return partner


def _person_to_json(person: Spokesperson) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "title": person.title,
        "organisation": person.organisation,
    }


def _person_from_json(value: Json) -> Spokesperson:
    fields = Fields(value)
    person = Spokesperson(
        id=PersonId(fields.string("id")),
        name=fields.string("name"),
        title=fields.optional_string("title"),
        organisation=fields.optional_string("organisation"),
    )
    fields.end()
    return person


def _contact_to_json(contact: Contact) -> Json:
    return {
        "partner": contact.partner,
        "name": contact.name,
        "title": contact.title,
        "phone": contact.phone,
        "email": contact.email,
    }


def _contact_from_json(value: Json) -> Contact:
    fields = Fields(value)
    partner = fields.optional_string("partner")
    contact = Contact(
        partner=PartnerId(partner) if partner is not None else None,
        name=fields.string("name"),
        title=fields.optional_string("title"),
        phone=fields.optional_string("phone"),
        email=fields.optional_string("email"),
    )
    fields.end()
    return contact


def _boilerplate_to_json(text: Boilerplate) -> Json:
    return {
        "id": text.id,
        "partner": text.partner,
        "heading": _text_to_json(text.heading),
        "paragraphs": _list(text.paragraphs, _text_to_json),
    }


def _boilerplate_from_json(value: Json) -> Boilerplate:
    fields = Fields(value)
    partner = fields.optional_string("partner")
    text = Boilerplate(
        id=BlockId(fields.string("id")),
        partner=PartnerId(partner) if partner is not None else None,
        heading=_text_from_json(fields.value("heading")),
        paragraphs=fields.each("paragraphs", _text_from_json),
    )
    fields.end()
    return text


def _link_to_json(link: Link) -> Json:
    return {"label": _text_to_json(link.label), "target": link.target}


def _link_from_json(value: Json) -> Link:
    fields = Fields(value)
    link = Link(label=_text_from_json(fields.value("label")), target=fields.string("target"))
    fields.end()
    return link
