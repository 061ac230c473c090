"""Templates filled: a content with every answer in its place and a placeholder elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pressdesk.domain.content import (
    OPENING_DASHES,
    OPENING_MARKS,
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
    QuoteBlock,
    ReleaseMode,
    Spokesperson,
    Subheading,
)
from pressdesk.domain.errors import TimeAmbiguous, TimeInGap
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.oslo import oslo_instant
from pressdesk.domain.text import Text
from pressdesk.drafting.template_model import (
    FactBoxPart,
    FieldType,
    FilledContact,
    FilledFields,
    FilledSpokesperson,
    ImagePart,
    ListPart,
    ParagraphPart,
    Pattern,
    QuotesPart,
    SubheadingPart,
    Template,
    TemplatePart,
    TemplateText,
)
from pressdesk.drafting.template_values import NamedPartner, Values, bracketed, cleaned
from pressdesk.drafting.template_words import (
    WORDS,
    english_link,
    parse_date,
    parse_moment,
)

NewId = Callable[[], str]

_DASH = re.compile(rf"^[{re.escape(OPENING_DASHES)}]\s*")
_MARKS = re.compile(rf"^[{OPENING_MARKS}]([^{OPENING_MARKS}]*)[{OPENING_MARKS}]\.?$")
_WEB = re.compile(r"^https?://[^\s<>\"'\\]+$", re.IGNORECASE)


def fill(template: Template, language: Language, filled: FilledFields, new_id: NewId) -> Content:
    """Return the draft that ``filled`` makes of the template.

    Never fails on an answer: one that is not understood stands as typed, and an embargo that is
    not understood is left out. ``check_fields`` says so.

    Raises:
        TemplateLanguageMissing: the template is not written in that language.
    """
    text = template.text(language)
    return _Filling(text, filled, new_id).content(template.id)


def template_example(template: Template, language: Language, new_id: NewId) -> Content:
    """Return the template's example as a complete release, with nothing left to write.

    Raises:
        TemplateLanguageMissing: the template is not written in that language.
    """
    return fill(template, language, example_fields(template, language), new_id)


def example_fields(template: Template, language: Language) -> FilledFields:
    """Return the answers of the example release.

    Raises:
        TemplateLanguageMissing: the template is not written in that language.
    """
    text = template.text(language)
    examples = {field.name: field.example for field in text.fields}

    def answer(pattern: Pattern) -> str:
        return "".join(
            piece if isinstance(piece, str) else answer(examples.get(piece.name, Pattern()))
            for piece in pattern.pieces
        )

    return text.example.with_values({name: answer(one) for name, one in examples.items()})


def embargo_of(words: str) -> datetime | None:
    """Return the UTC instant that ``words`` name, None where they name none.

    Raises:
        TimeInGap, TimeAmbiguous: clocks in Norway show that time never, or twice.
    """
    moment = parse_moment(words)
    if moment is None:
        return None
    if moment[1].tzinfo is not None:
        return moment[1].astimezone(UTC)
    return oslo_instant(moment[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote:
    """One quote to come: who, for which partner (its place), what is known."""

    partner: int | None
    person: PersonId | None = None
    known: FilledSpokesperson


class _Filling:
    """The making of one content. Ids are drawn in a fixed order: partners, people, blocks."""

    def __init__(self, text: TemplateText, filled: FilledFields, new_id: NewId) -> None:
        self._text, self._filled, self._new_id = text, filled, new_id
        self._words = WORDS[text.language]
        self._values = Values(text, filled)
        self._named = self._values.partners
        self._partners = tuple(
            self._partner(place, named) for place, named in enumerate(self._named)
        )
        self._people: list[Spokesperson] = []
        self._quotes = self._all_quotes()

    def content(self, template: str) -> Content:
        """Return the content."""
        values, embargo = self._values, self._embargo()
        lead = Text.of(values.sentences(self._text.lead))
        blocks = tuple(block for part in self._text.parts for block in self._blocks(part))
        return Content(
            language=self._text.language,
            template=template,
            title=Text.of(cleaned(values.typed("title")) or values.words(self._text.headline)),
            lead=(lead,) if lead else (),
            place=cleaned(values.typed("place")) or None,
            date=self._date(),
            release_mode=self._release_mode(embargo),
            embargo=embargo,
            blocks=blocks,
            partners=self._partners,
            spokespersons=tuple(self._people),
            contacts=tuple(self._contacts()),
            boilerplates=tuple(self._boilerplates()),
            links=tuple(self._links()),
        )

    def _partner(self, place: int, named: NamedPartner) -> Partner:
        number = ""
        if place < len(self._filled.partners):
            number = cleaned(self._filled.partners[place].organisation_number)
        return Partner(
            id=PartnerId(self._new_id()),
            name=named.name,
            short=named.short,
            organisation_number=number or None,
        )

    def _place_of(self, *names: str) -> int | None:
        """Return the place of the partner that one of ``names`` is a name of."""
        for name in names:
            for place, partner in enumerate(self._partners):
                if name.strip() and partner.is_called(cleaned(name)):
                    return place
        return None

    def _all_quotes(self) -> list[_Quote]:
        """Return one quote per spokesperson, and one for each partner that has none.

        Shape: every partner's first one in the order of partners, then the second ones.
        """
        turns: dict[int | None, int] = {}
        ordered: list[tuple[int, int, _Quote]] = []
        for known in self._filled.spokespersons:
            partner = self._place_of(known.partner, known.organisation)
            quote = _Quote(partner=partner, person=self._person(known, partner), known=known)
            turn = turns.get(partner, 0)
            turns[partner] = turn + 1
            ordered.append((turn, len(self._partners) if partner is None else partner, quote))
        ordered += [
            (0, place, _Quote(partner=place, known=FilledSpokesperson()))
            for place in range(len(self._partners))
            if place not in turns
        ]
        ordered.sort(key=lambda one: one[:2])
        return [quote for _, _, quote in ordered]

    def _person(self, known: FilledSpokesperson, partner: int | None) -> PersonId | None:
        name = cleaned(known.name)
        if not name:
            return None
        organisation = cleaned(known.organisation)
        if not organisation and partner is not None:
            organisation = self._partners[partner].short
        person = Spokesperson(
            id=PersonId(self._new_id()),
            name=name,
            title=cleaned(known.title) or None,
            organisation=organisation or None,
        )
        self._people.append(person)
        return person.id

    def _date(self) -> date | None:
        day = parse_date(self._values.typed("date"))
        return day.day if day else None

    def _embargo(self) -> datetime | None:
        try:
            return embargo_of(self._values.typed("embargo"))
        except (TimeInGap, TimeAmbiguous, OverflowError):
            return None

    def _release_mode(self, embargo: datetime | None) -> ReleaseMode | None:
        if embargo is not None:
            return ReleaseMode.EMBARGO
        is_immediate = self._values.typed("release_mode") == ReleaseMode.IMMEDIATE.value
        return ReleaseMode.IMMEDIATE if is_immediate else None

    def _block_id(self) -> BlockId:
        return BlockId(self._new_id())

    def _blocks(self, part: TemplatePart) -> Iterator[Block]:
        match part:
            case ParagraphPart():
                yield from self._paragraphs(part)
            case SubheadingPart():
                if self._values.is_said(part.text):
                    yield Subheading(id=self._block_id(), text=self._said(part.text))
            case QuotesPart():
                taken = self._quotes[: part.take]
                self._quotes = self._quotes[len(taken) :]
                yield from (self._quote_block(quote) for quote in taken)
            case ListPart():
                items = self._items(part.items)
                if items:
                    yield BulletList(id=self._block_id(), items=items)
            case FactBoxPart():
                items = self._items(part.items)
                if items:
                    yield FactBox(
                        id=self._block_id(), heading=self._said(part.heading), items=items
                    )
            case ImagePart():
                yield Image(
                    id=self._block_id(),
                    caption=self._said(part.caption),
                    credit=self._said(part.credit),
                    alt=self._said(part.alt),
                )

    def _said(self, pattern: Pattern) -> Text:
        return Text.of(self._values.words(pattern))

    def _items(self, patterns: Sequence[Pattern]) -> tuple[Text, ...]:
        return tuple(self._said(one) for one in patterns if self._values.is_said(one))

    def _paragraphs(self, part: ParagraphPart) -> Iterator[Paragraph]:
        """Yield the paragraph; a long answer that is all of it keeps its own paragraphs."""
        lone = part.sentences[0].only_reference if len(part.sentences) == 1 else None
        field = self._text.field(lone.name) if lone else None
        if field is not None and field.type is FieldType.LONGTEXT:
            lines = [cleaned(line) for line in self._values.typed(field.name).splitlines()]
            answers = [line for line in lines if line]
            if answers:
                yield from (Paragraph(id=self._block_id(), text=Text.of(one)) for one in answers)
                return
        words = self._values.sentences(part.sentences)
        if words:
            yield Paragraph(id=self._block_id(), text=Text.of(words))

    def _quote_block(self, quote: _Quote) -> QuoteBlock:
        block = self._block_id()
        owner = None if quote.partner is None else self._partners[quote.partner].id
        return QuoteBlock(
            id=block,
            paragraphs=(Text.of(self._attributed(quote)),),
            speaker=quote.person,
            owner=owner,
        )

    def _attributed(self, quote: _Quote) -> str:
        words = self._words
        known, speech = quote.known, _speech(quote.known.quote) or self._prompt(quote)
        name = cleaned(known.name) or bracketed(words.person_name)
        title = cleaned(known.title) or bracketed(words.person_title)
        organisation = cleaned(known.organisation) or bracketed(words.organisation)
        if quote.partner is not None and not cleaned(known.organisation):
            organisation = self._named[quote.partner].short
        comma = "" if speech.endswith(("?", "!")) else ","
        match self._text.language:
            case Language.NB:
                return f"– {speech}{comma} sier {title} {name} i {organisation}."
            case Language.NN:
                return f"– {speech}{comma} seier {title} {name} i {organisation}."
            case Language.EN:
                link = english_link(title)
                return f"“{speech}{comma}” says {name}, {title} {link} {organisation}."

    def _prompt(self, quote: _Quote) -> str:
        """Return what the quote should answer: the partner's question, the last for the rest."""
        words, prompts = self._words, self._text.prompts
        place = len(prompts) - 1 if quote.partner is None else quote.partner
        prompt = self._values.words(prompts[min(place, len(prompts) - 1)])
        name = cleaned(quote.known.name)
        if not name and quote.partner is not None and self._named[quote.partner].is_known:
            name = self._named[quote.partner].short
        form = words.quote_from if name else words.quote
        asked = form.format(name=name, prompt=prompt)
        return bracketed(f"{asked} {words.quote_length}")

    def _contacts(self) -> Iterator[Contact]:
        """Yield the contacts, and one to be named for each partner that has none."""
        found: set[int | None] = set()
        for known in self._filled.contacts:
            place = self._place_of(known.partner)
            found.add(place)
            yield self._contact(known, place)
        for place in range(len(self._partners)):
            if place not in found:
                yield self._contact(FilledContact(), place)

    def _contact(self, known: FilledContact, place: int | None) -> Contact:
        words = self._words
        return Contact(
            partner=None if place is None else self._partners[place].id,
            name=cleaned(known.name) or bracketed(words.contact_name),
            title=cleaned(known.title) or bracketed(words.person_title),
            phone=cleaned(known.phone) or bracketed(words.phone),
            email=cleaned(known.email) or bracketed(words.email),
        )

    def _boilerplates(self) -> Iterator[Boilerplate]:
        for place, partner in enumerate(self._partners):
            typed = ""
            if place < len(self._filled.partners):
                typed = self._filled.partners[place].boilerplate
            lines = [cleaned(line) for line in typed.splitlines()]
            asked = bracketed(self._words.boilerplate.format(name=partner.short))
            yield Boilerplate(
                id=self._block_id(),
                partner=partner.id,
                heading=Text.of(self._words.about.format(name=partner.short)),
                paragraphs=tuple(Text.of(line) for line in lines if line) or (Text.of(asked),),
            )

    def _links(self) -> Iterator[Link]:
        for link in self._text.links:
            target = self._values.words(link.target)
            if _WEB.match(target) and self._values.is_said(link.label):
                yield Link(label=self._said(link.label), target=target)


def _speech(typed: str) -> str:
    """Return the words of a typed quote: no dash or marks around them, no full stop after."""
    words = _MARKS.sub(r"\1", _DASH.sub("", cleaned(typed)))
    if words.endswith((".", ",")) and not words.endswith(".."):
        words = words[:-1]
    return words.strip()
