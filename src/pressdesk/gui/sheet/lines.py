"""A content as the lines of one sheet, and back: one line is one paragraph of the document."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from pressdesk.domain.content import (
    Block,
    Boilerplate,
    BulletList,
    Content,
    FactBox,
    Image,
    Paragraph,
    QuoteBlock,
    Subheading,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import EMPTY, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TITLE_ID = BlockId("title")
LEAD_ID = BlockId("lead")
"""Names for the two parts of a sheet that are no blocks of the content."""


class LineKind(StrEnum):
    """What one line of the sheet is."""

    TITLE = "title"
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    ITEM = "item"
    FACT_HEADING = "fact_heading"
    FACT_ITEM = "fact_item"
    CAPTION = "caption"
    CREDIT = "credit"
    ABOUT_HEADING = "about_heading"
    ABOUT = "about"


class Part(StrEnum):
    """What people call the pieces of a sheet; each is one line or several."""

    TITLE = "title"
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    LIST = "list"
    FACT_BOX = "fact_box"
    IMAGE = "image"
    BOILERPLATE = "boilerplate"


PART_OF = {
    LineKind.TITLE: Part.TITLE,
    LineKind.LEAD: Part.LEAD,
    LineKind.PARAGRAPH: Part.PARAGRAPH,
    LineKind.SUBHEADING: Part.SUBHEADING,
    LineKind.QUOTE: Part.QUOTE,
    LineKind.ITEM: Part.LIST,
    LineKind.FACT_HEADING: Part.FACT_BOX,
    LineKind.FACT_ITEM: Part.FACT_BOX,
    LineKind.CAPTION: Part.IMAGE,
    LineKind.CREDIT: Part.IMAGE,
    LineKind.ABOUT_HEADING: Part.BOILERPLATE,
    LineKind.ABOUT: Part.BOILERPLATE,
}

MAY_FOLLOW = {
    LineKind.QUOTE: (LineKind.QUOTE,),
    LineKind.ITEM: (LineKind.ITEM,),
    LineKind.FACT_ITEM: (LineKind.FACT_HEADING, LineKind.FACT_ITEM),
    LineKind.CREDIT: (LineKind.CAPTION,),
    LineKind.ABOUT: (LineKind.ABOUT_HEADING, LineKind.ABOUT),
}
"""Which line a line can continue, when both have the same id."""


class Zone(StrEnum):
    """The stretches of a sheet, in this order."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    ABOUT = "about"


_ZONES = {Part.TITLE: Zone.TITLE, Part.LEAD: Zone.LEAD, Part.BOILERPLATE: Zone.ABOUT}


def zone_of(kind: LineKind) -> Zone:
    """Return the stretch of the sheet where such a line stands."""
    return _ZONES.get(PART_OF[kind], Zone.BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Everything about a line but its words.

    ``owner`` is the partner behind a quote or a boilerplate. ``is_absent`` marks a line that
    stands for nothing while it is empty, so that there is a place to write. ``carried`` names
    what the line holds unseen: the facts of the release (title) or the alt text (caption).
    """

    kind: LineKind
    id: BlockId | None = None
    speaker: PersonId | None = None
    owner: PartnerId | None = None
    is_confirmed: bool = True
    is_indirect: bool = False
    is_absent: bool = False
    carried: int | None = None

    @property
    def part(self) -> Part:
        """What people call the piece that the line belongs to."""
        return PART_OF[self.kind]

    @property
    def zone(self) -> Zone:
        """The stretch of the sheet where the line stands."""
        return zone_of(self.kind)

    @property
    def part_id(self) -> BlockId:
        """The id by which the place around knows the line."""
        if self.kind is LineKind.TITLE:
            return TITLE_ID
        if self.kind is LineKind.LEAD or self.id is None:
            return LEAD_ID
        return self.id

    def continues(self, before: Shape | None) -> bool:
        """Return whether the line belongs to the same piece as the line before it."""
        if before is None:
            return False
        if self.kind is LineKind.LEAD:
            return before.kind is LineKind.LEAD
        return self.id == before.id and before.kind in MAY_FOLLOW.get(self.kind, ())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet."""

    shape: Shape
    text: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Facts:
    """The release without its words, and what the place keeps beside it with the same undo."""

    content: Content
    beside: object = None


Carried: TypeAlias = Facts | Text


@dataclass(slots=True)
class Hold:
    """Keeps what lines carry unseen, so that a line needs only its number.

    A number never changes its meaning while the sheet lives: undo brings the number back, and
    with it the exact value.
    """

    _values: list[Carried] = field(default_factory=list)

    def put(self, value: Carried) -> int:
        """Return the number of ``value``."""
        for number in range(len(self._values) - 1, max(-1, len(self._values) - 9), -1):
            if self._values[number] == value:
                return number
        self._values.append(value)
        return len(self._values) - 1

    def facts(self, number: int | None) -> Content:
        """Return the release without its words."""
        return self._carried(number).content

    def beside(self, number: int | None) -> object:
        """Return what the place keeps beside the release."""
        return self._carried(number).beside

    def _carried(self, number: int | None) -> Facts:
        value = self._values[number] if number is not None else None
        if not isinstance(value, Facts):
            raise LookupError("the title carries no facts")
        return value

    def alt(self, number: int | None) -> Text:
        """Return the alt text, empty where there is none."""
        value = self._values[number] if number is not None else None
        return value if isinstance(value, Text) else EMPTY


def facts_of(content: Content) -> Content:
    """Return ``content`` without what the sheet shows."""
    return replace(content, title=EMPTY, lead=(), blocks=(), boilerplates=())


def lines_of(
    content: Content, hold: Hold, body_id: BlockId, beside: object = None
) -> tuple[Line, ...]:
    """Return the sheet of ``content``; ``body_id`` serves an empty body's place to write."""
    facts = hold.put(Facts(facts_of(content), beside))
    lines = [Line(Shape(kind=LineKind.TITLE, carried=facts), content.title)]
    lines += [Line(Shape(kind=LineKind.LEAD), text) for text in content.lead]
    if not content.lead:
        lines.append(Line(Shape(kind=LineKind.LEAD, is_absent=True)))
    for block in content.blocks:
        lines += block_lines(block, hold)
    if not content.blocks:
        lines.append(Line(Shape(kind=LineKind.PARAGRAPH, id=body_id, is_absent=True)))
    for about in content.boilerplates:
        heading = Shape(kind=LineKind.ABOUT_HEADING, id=about.id, owner=about.partner)
        lines.append(Line(heading, about.heading))
        rest = replace(heading, kind=LineKind.ABOUT)
        lines += [Line(rest, text) for text in about.paragraphs]
    return tuple(lines)


def block_lines(block: Block, hold: Hold) -> list[Line]:
    """Return the lines of one block."""
    shape = Shape(kind=LineKind.PARAGRAPH, id=block.id)
    match block:
        case Paragraph():
            lines = [Line(shape, block.text)]
        case Subheading():
            lines = [Line(replace(shape, kind=LineKind.SUBHEADING), block.text)]
        case QuoteBlock():
            shape = Shape(
                kind=LineKind.QUOTE,
                id=block.id,
                speaker=block.speaker,
                owner=block.owner,
                is_confirmed=block.is_speaker_confirmed,
                is_indirect=block.is_indirect,
            )
            lines = [Line(shape, text) for text in block.paragraphs]
        case BulletList():
            shape = replace(shape, kind=LineKind.ITEM)
            lines = [Line(shape, text) for text in block.items]
            lines = lines or [Line(replace(shape, is_absent=True))]
        case FactBox():
            shape = replace(shape, kind=LineKind.FACT_ITEM)
            heading = Line(replace(shape, kind=LineKind.FACT_HEADING), block.heading)
            lines = [heading, *(Line(shape, text) for text in block.items)]
        case Image():
            caption = replace(shape, kind=LineKind.CAPTION, carried=hold.put(block.alt))
            credit = replace(shape, kind=LineKind.CREDIT)
            lines = [Line(caption, block.caption), Line(credit, block.credit)]
    return lines


def content_of(lines: Sequence[Line], hold: Hold) -> Content:
    """Return the content that a sheet in good order says."""
    facts = hold.facts(lines[0].shape.carried)
    people = {person.id for person in facts.spokespersons}
    partners = {partner.id for partner in facts.partners}
    lead: tuple[Text, ...] = ()
    blocks: list[Block] = []
    boilerplates: list[Boilerplate] = []
    for unit in units(lines):
        shape = unit[0].shape
        texts = tuple(line.text for line in unit if line.text.plain or not line.shape.is_absent)
        owner = shape.owner if shape.owner in partners else None
        if shape.part is Part.LEAD:
            lead = texts
        elif shape.part is Part.BOILERPLATE and shape.id is not None:
            about = Boilerplate(id=shape.id, partner=owner, heading=texts[0], paragraphs=texts[1:])
            boilerplates.append(about)
        elif shape.part is Part.QUOTE and shape.id is not None:
            speaker = shape.speaker if shape.speaker in people else None
            quote = QuoteBlock(
                id=shape.id,
                paragraphs=texts,
                speaker=speaker,
                is_speaker_confirmed=shape.is_confirmed,
                owner=owner,
                is_indirect=shape.is_indirect,
            )
            blocks.append(quote)
        elif (block := _plain_block(shape, texts, hold)) is not None:
            blocks.append(block)
    return replace(
        facts,
        title=lines[0].text,
        lead=lead,
        blocks=tuple(blocks),
        boilerplates=tuple(boilerplates),
    )


def _plain_block(shape: Shape, texts: tuple[Text, ...], hold: Hold) -> Block | None:
    """Return the block of a piece that nobody speaks in; None for title and empty places."""
    block: Block | None = None
    if shape.id is None:
        return block
    match shape.part:
        case Part.PARAGRAPH if texts:
            block = Paragraph(id=shape.id, text=texts[0])
        case Part.SUBHEADING:
            block = Subheading(id=shape.id, text=texts[0])
        case Part.LIST:
            block = BulletList(id=shape.id, items=texts)
        case Part.FACT_BOX:
            block = FactBox(id=shape.id, heading=texts[0], items=texts[1:])
        case Part.IMAGE:
            alt = hold.alt(shape.carried)
            block = Image(id=shape.id, caption=texts[0], credit=texts[1], alt=alt)
        case _:
            pass
    return block


def units(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the pieces of the sheet as runs of lines."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not lines[index].shape.continues(lines[index - 1].shape):
            yield lines[start:index]
            start = index
