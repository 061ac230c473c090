"""What the list beside the sheet shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.gui.sheet.lines import Part

if TYPE_CHECKING:
    from pressdesk.domain.ids import BlockId, PartnerId, PersonId
    from pressdesk.gui.sheet.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineItem:
    """One piece of the sheet.

    ``words`` are the words of its first line, for the place to shorten.
    """

    part: Part
    id: BlockId
    words: str
    speaker: PersonId | None = None
    owner: PartnerId | None = None


def outline_of(page: Page) -> tuple[OutlineItem, ...]:
    """Return the pieces in reading order; empty places to write are left out, title and lead in."""
    items: list[OutlineItem] = []
    before = None
    for block in page.blocks():
        shape = page.shape(block)
        is_place = shape.is_absent and block.length() == 1 and shape.part is Part.PARAGRAPH
        if not shape.continues(before) and not is_place:
            items.append(
                OutlineItem(
                    part=shape.part,
                    id=shape.part_id,
                    words=block.text(),
                    speaker=shape.speaker,
                    owner=shape.owner,
                )
            )
        before = shape
    return tuple(items)
