"""Where findings stand on the sheet, and how they move with the words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.content import BulletList, FactBox, Image, QuoteBlock
from pressdesk.domain.finding import FindingKind
from pressdesk.domain.manuscript import Role
from pressdesk.domain.text import EMPTY
from pressdesk.gui.sheet import LEAD_ID, TITLE_ID, Wave

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressdesk.domain.content import Block, Content
    from pressdesk.domain.finding import Finding
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.manuscript import Place
    from pressdesk.domain.text import Text

WAVES = {
    FindingKind.SPELLING: Wave.SPELLING,
    FindingKind.GRAMMAR: Wave.GRAMMAR,
    FindingKind.PUNCTUATION: Wave.GRAMMAR,
    FindingKind.TYPOGRAPHY: Wave.GRAMMAR,
    FindingKind.STYLE: Wave.STYLE,
    FindingKind.HOUSE: Wave.STYLE,
    FindingKind.STRUCTURE: Wave.STYLE,
}
"""How each kind is underlined."""


_MOST_MARKED = 60
"""Letters; a line under more than that is in the way of who reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A finding and the words that it is about.

    Units: code points of the piece's lines, joined by one line break each, half open.
    """

    finding: Finding
    part: BlockId
    start: int
    end: int

    @property
    def mark(self) -> tuple[int, int, Wave]:
        """The underline of the words; of a whole sentence that is too long, its first word."""
        end = self.end
        if end - self.start > _MOST_MARKED:
            end = self.start + len(self.finding.text.partition(" ")[0])
        return self.start, end, WAVES[self.finding.kind]


Spots = tuple[Spot, ...]


def pieces_of(content: Content) -> dict[BlockId, tuple[str, ...]]:
    """Return the lines of every piece of the sheet, in reading order."""
    pieces = {
        TITLE_ID: (content.title.plain,),
        LEAD_ID: tuple(text.plain for text in content.lead) or ("",),
    }
    for block in content.blocks:
        pieces[block.id] = _lines(block)
    for about in content.boilerplates:
        pieces[about.id] = (about.heading.plain, *(text.plain for text in about.paragraphs))
    return pieces


def _lines(block: Block) -> tuple[str, ...]:
    match block:
        case FactBox():
            return (block.heading.plain, *(text.plain for text in block.items))
        case Image():
            return (block.caption.plain, block.credit.plain)
        case _:
            return tuple(text.plain for text in block.texts)


def part_of(place: Place) -> BlockId | None:
    """Return the piece in which a passage stands; None for what is not on the sheet."""
    if place.block is not None:
        return place.block
    return {Role.TITLE: TITLE_ID, Role.LEAD: LEAD_ID}.get(place.role)


def spots_of(content: Content, findings: Iterable[Finding]) -> dict[BlockId, Spots]:
    """Return the findings that stand in words of the sheet, by piece, in reading order."""
    pieces = pieces_of(content)
    unnumbered = _unnumbered(content)
    found: dict[BlockId, list[Spot]] = {}
    for finding in findings:
        part = part_of(finding.place) if finding.place is not None else None
        if finding.place is None or part is None or part not in pieces:
            continue
        lines = pieces[part]
        number = finding.place.paragraph + unnumbered.get(part, 0)
        if number >= len(lines) or lines[number][finding.start : finding.end] != finding.text:
            continue
        before = sum(len(line) + 1 for line in lines[:number])
        spot = Spot(
            finding=finding, part=part, start=before + finding.start, end=before + finding.end
        )
        found.setdefault(part, []).append(spot)
    return {part: tuple(sorted(found[part], key=_place)) for part in pieces if part in found}


def _place(spot: Spot) -> tuple[int, int]:
    return spot.start, spot.end


def _unnumbered(content: Content) -> dict[BlockId, int]:
    """Return how many lines at the head of a piece are on the sheet but no paragraph of it."""
    found: dict[BlockId, int] = {about.id: 1 for about in content.boilerplates}
    for block in content.blocks:
        if (isinstance(block, FactBox) and not block.heading) or (
            isinstance(block, Image) and not block.caption
        ):
            found[block.id] = 1
    return found


def moved(spots: Spots, before: str, after: str) -> Spots:
    """Return the spots where their words stand now, without those whose words have changed.

    One stretch of the words was replaced by another: what stands before it stays, what stands
    behind it moves.
    """
    if before == after:
        return spots
    most = min(len(before), len(after))
    head = 0
    while head < most and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    by = len(after) - len(before)
    kept = []
    for spot in spots:
        if spot.end <= head:
            kept.append(spot)
        elif spot.start >= len(before) - tail:
            kept.append(replace(spot, start=spot.start + by, end=spot.end + by))
    return tuple(kept)


def beside(own: Spots, second: Spots) -> Spots:
    """Return our own spots and those of the second reader where ours do not say anything.

    What marks a whole sentence of ours (that it is long, say) hides nothing.
    """
    if not second:
        return own
    taken = [(one.start, one.end) for one in own if one.end - one.start <= _MOST_MARKED]
    kept = [
        one
        for one in second
        if not any(one.start < end and start < one.end for start, end in taken)
    ]
    return tuple(sorted((*own, *kept), key=_place))


def without_passage(content: Content, place: Place) -> Content:
    """Return the content without one paragraph; a block that was nothing else goes too."""
    if place.block is None:
        if place.role is not Role.LEAD:
            return content
        return replace(content, lead=_without(content.lead, place.paragraph))
    blocks = (
        _shortened(block, place.paragraph) if block.id == place.block else block
        for block in content.blocks
    )
    boilerplates = tuple(
        replace(about, paragraphs=_without(about.paragraphs, place.paragraph))
        if about.id == place.block
        else about
        for about in content.boilerplates
    )
    return replace(
        content,
        blocks=tuple(block for block in blocks if block is not None),
        boilerplates=boilerplates,
    )


def _without(texts: tuple[Text, ...], number: int) -> tuple[Text, ...]:
    return texts[:number] + texts[number + 1 :]


def _shortened(block: Block, number: int) -> Block | None:
    """Return the block without one of its paragraphs, None if nothing is left."""
    match block:
        case QuoteBlock() if len(block.paragraphs) > 1:
            return replace(block, paragraphs=_without(block.paragraphs, number))
        case BulletList() if len(block.items) > 1:
            return replace(block, items=_without(block.items, number))
        case FactBox() if block.heading and number == 0:
            return replace(block, heading=EMPTY)
        case FactBox() if block.heading or len(block.items) > 1:
            return replace(block, items=_without(block.items, number - bool(block.heading)))
        case Image() if block.caption and block.credit:
            is_credit = number > 0
            return replace(
                block,
                caption=block.caption if is_credit else EMPTY,
                credit=EMPTY if is_credit else block.credit,
            )
        case _:
            return None
