"""Changes to a content that people ask for by name: words of a block, and named fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pressdesk.domain.content import (
    Block,
    BulletList,
    Content,
    FactBox,
    Image,
    Paragraph,
    QuoteBlock,
    Subheading,
)
from pressdesk.domain.errors import BlockUnknown, TextMissing
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import EMPTY, Text

NewId = Callable[[], str]


def paragraphs_of(words: str) -> tuple[Text, ...]:
    """Return typed words as paragraphs: a line break begins a new one, empty ones fall away.

    Raises:
        TextMissing: no words.
    """
    texts = tuple(Text.of(line.strip(" \t")) for line in words.splitlines())
    filled = tuple(text for text in texts if text)
    if not filled:
        raise TextMissing
    return filled


def with_words(content: Content, block: BlockId, words: str, new_id: NewId) -> Content:
    """Return the content with the words of one block, or of a boilerplate, replaced.

    A paragraph that gets line breaks becomes several blocks; the first keeps the id.

    Raises:
        BlockUnknown: no such block.
        TextMissing: no words.
    """
    texts = paragraphs_of(words)
    if any(one.id == block for one in content.boilerplates):
        boilerplates = tuple(
            replace(one, paragraphs=texts) if one.id == block else one
            for one in content.boilerplates
        )
        return replace(content, boilerplates=boilerplates)
    if not any(one.id == block for one in content.blocks):
        raise BlockUnknown(block=block)
    blocks: list[Block] = []
    for one in content.blocks:
        blocks.extend(_rewritten(one, texts, new_id) if one.id == block else (one,))
    return replace(content, blocks=tuple(blocks))


def _rewritten(block: Block, texts: Sequence[Text], new_id: NewId) -> tuple[Block, ...]:
    match block:
        case QuoteBlock():
            return (replace(block, paragraphs=tuple(texts)),)
        case BulletList():
            return (replace(block, items=tuple(texts)),)
        case FactBox() if block.heading:
            return (replace(block, heading=texts[0], items=tuple(texts[1:])),)
        case FactBox():
            return (replace(block, items=tuple(texts)),)
        case Image():
            credit = texts[1] if len(texts) > 1 else EMPTY
            return (replace(block, caption=texts[0], credit=credit),)
        case Paragraph() | Subheading():
            rest = (Paragraph(id=BlockId(new_id()), text=text) for text in texts[1:])
            return (replace(block, text=texts[0]), *rest)


def with_owners_found(content: Content) -> Content:
    """Give quotes that nobody answers for to the partner that their speaker's organisation names."""
    for quote in tuple(content.quotes()):
        person = content.person(quote.speaker)
        partner = content.partner_called(person.organisation) if person else None
        if partner is not None and quote.owner is None:
            content = content.with_block(replace(quote, owner=partner.id))
    return content
