r"""The places of a text that proposals speak of, their words, and the same place with other words.

The words of a place are its paragraphs that have any, parted by ``\n``.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, count
from typing import TYPE_CHECKING

from pressdesk.domain.content import (
    OPENING_DASHES,
    OPENING_MARKS,
    Block,
    BulletList,
    Content,
    FactBox,
    Image,
    Paragraph,
    QuoteBlock,
    Subheading,
)
from pressdesk.domain.ids import BlockId
from pressdesk.domain.proposals import ProposalPart
from pressdesk.domain.rewording import Rewording, apply
from pressdesk.domain.text import EMPTY, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

Place = tuple[ProposalPart, BlockId | None]
"""Which kind of place, and the id of a block or a boilerplate."""

Edit = tuple[int, int, str]
"""Where in a place's words, half open, and what comes there."""


def texts_at(content: Content, place: Place) -> tuple[Text, ...] | None:
    """Return the paragraphs of a place that have words; None where the place is not there."""
    part, name = place
    match part:
        case ProposalPart.TITLE:
            return _filled((content.title,))
        case ProposalPart.LEAD:
            return _filled(content.lead)
        case ProposalPart.BLOCK:
            run = block_run(content, name)
            return _filled(text for block in run for text in block.texts) if run else None
        case ProposalPart.BOILERPLATE:
            found = [one for one in content.boilerplates if one.id == name]
            return _filled(found[0].paragraphs) if found else None
        case ProposalPart.FACTS:
            return None


def words_at(content: Content, place: Place) -> str | None:
    """Return the words of a place; None where it is not there."""
    texts = texts_at(content, place)
    return None if texts is None else "\n".join(text.plain for text in texts)


def block_run(content: Content, block: BlockId | None) -> tuple[Block, ...]:
    """Return a block with those that were split off it; empty where it is not there."""
    ids = [one.id for one in content.blocks]
    if block not in ids:
        return ()
    start = end = ids.index(block)
    end += 1
    while end < len(ids) and _is_split_off(ids[end], block):
        end += 1
    return content.blocks[start:end]


def reworded(content: Content, place: Place, edits: Sequence[Edit]) -> Content:
    """Return the content with some words of a place changed; marks stay over words that stay.

    A block that is left without words goes. A paragraph that is split becomes several blocks.
    Shape: edits in any order, in the words of the place as they stand, not overlapping.
    """
    texts = list(texts_at(content, place) or ())
    for start, end, new in sorted(edits, reverse=True):
        texts = _edited(texts, start, end, new)
    return with_texts(content, place, texts)


def with_texts(content: Content, place: Place, texts: Sequence[Text]) -> Content:
    """Return the content with these paragraphs at a place."""
    part, name = place
    filled = _filled(texts)
    match part:
        case ProposalPart.TITLE:
            return replace(content, title=_one_line(filled))
        case ProposalPart.LEAD:
            return replace(content, lead=filled)
        case ProposalPart.BLOCK if run := block_run(content, name):
            first = content.blocks.index(run[0])
            rest = content.blocks[first + len(run) :]
            taken = {one.id for one in (*content.blocks[:first], *rest)}
            blocks = _rewritten(run[0], filled, taken)
            return replace(content, blocks=(*content.blocks[:first], *blocks, *rest))
        case ProposalPart.BOILERPLATE:
            kept = (
                replace(one, paragraphs=filled) if one.id == name else one
                for one in content.boilerplates
                if one.id != name or filled
            )
            return replace(content, boilerplates=tuple(kept))
        case _:
            return content


def new_block(name: BlockId, text: Text) -> Block:
    """Return a paragraph, or a quote that somebody must be found for where it opens like one."""
    opening = text.plain.lstrip()[:1]
    if opening and opening in OPENING_DASHES + OPENING_MARKS:
        return QuoteBlock(id=name, paragraphs=(text,), speaker=None, is_speaker_confirmed=False)
    return Paragraph(id=name, text=text)


def _is_split_off(name: BlockId, block: BlockId) -> bool:
    return name.startswith(f"{block}s") and name[len(block) + 1 :].isdecimal()


def _rewritten(
    block: Block, texts: tuple[Text, ...], taken: Collection[BlockId]
) -> tuple[Block, ...]:
    return (_with_words(block, texts), *_split_off(block, texts, taken)) if texts else ()


def _split_off(
    block: Block, texts: tuple[Text, ...], taken: Collection[BlockId]
) -> Iterator[Block]:
    if isinstance(block, Paragraph | Subheading):
        names = (BlockId(f"{block.id}s{number}") for number in count(1))
        free = (name for name in names if name not in taken)
        for text in texts[1:]:
            yield new_block(next(free), text)


def _with_words(block: Block, texts: tuple[Text, ...]) -> Block:
    match block:
        case QuoteBlock():
            return replace(block, paragraphs=texts)
        case FactBox() if block.heading:
            return replace(block, heading=texts[0], items=texts[1:])
        case BulletList() | FactBox():
            return replace(block, items=texts)
        case Image() if block.caption:
            return replace(block, caption=texts[0], credit=_one_line(texts[1:]))
        case Image():
            return replace(block, credit=_one_line(texts))
        case Paragraph() | Subheading():
            return replace(block, text=texts[0])


def _filled(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(text for text in texts if text)


def _edited(texts: list[Text], start: int, end: int, new: str) -> list[Text]:
    """Return the paragraphs with what stands between two places of their words replaced."""
    if not texts:
        return [Text.of(line) for line in new.split("\n")]
    starts = list(accumulate((len(text.plain) + 1 for text in texts[:-1]), initial=0))
    first = max(n for n, here in enumerate(starts) if here <= start)
    last = max(n for n, here in enumerate(starts) if here <= end)
    low, high = start - starts[first], end - starts[last]
    came = [Text.of(line) for line in new.split("\n")]
    if first == last and len(came) == 1:
        changed = [apply(texts[first], [Rewording(start=low, end=high, new=came[0])])]
    else:
        head, tail = texts[first], texts[last].part(high)
        came[-1] = _joined(came[-1], tail)
        rewording = Rewording(start=low, end=len(head.plain), new=came[0])
        changed = [apply(head, [rewording]), *came[1:]]
    return [*texts[:first], *changed, *texts[last + 1 :]]


def _joined(first: Text, second: Text) -> Text:
    return apply(first, [Rewording(start=len(first.plain), end=len(first.plain), new=second)])


def _one_line(texts: Sequence[Text]) -> Text:
    line = texts[0] if texts else EMPTY
    for text in texts[1:]:
        line = _joined(_joined(line, Text(" ")), text)
    return line
