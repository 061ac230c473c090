"""Changes to whole pieces of a page: another kind, another place, in or out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.domain.content import Content, QuoteBlock, QuoteDash
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Text
from pressdesk.gui.sheet.inline import joined
from pressdesk.gui.sheet.lines import (
    TITLE_ID,
    Facts,
    Line,
    LineKind,
    Part,
    Shape,
    Zone,
    facts_of,
    lines_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock

    from pressdesk.gui.sheet.page import Page

QUOTE_OPENING = Text("–\u00a0")
_OPENING = re.compile(r"^\s*[-–—−]\s+")
_BULLET = re.compile(r"^\s*[•·*▪–-]\s+")
_GROUPED = (Part.QUOTE, Part.LIST, Part.FACT_BOX)
_MADE_FROM_BODY = (
    Part.PARAGRAPH,
    Part.SUBHEADING,
    Part.QUOTE,
    Part.LIST,
    Part.FACT_BOX,
    Part.IMAGE,
)


class Extent(NamedTuple):
    """Lines from one number to another, both included."""

    first: int
    last: int


class Structure:
    """Changes pieces; every method is one undo step and says whether anything was done."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def extent(self, start: int, end: int) -> Extent:
        """Return the lines of all pieces that lie between two positions, whole."""
        document = self._page.document
        first, _ = self._page.unit(document.findBlock(start))
        _, last = self._page.unit(document.findBlock(end))
        return Extent(first.blockNumber(), last.blockNumber())

    def can_convert(self, extent: Extent, part: Part) -> bool:
        """Return whether the pieces can become ``part``."""
        shapes = [self._shape(number) for number in range(extent.first, extent.last + 1)]
        if part not in _MADE_FROM_BODY or any(shape.zone is not Zone.BODY for shape in shapes):
            return False
        is_one = all(shape.id == shapes[0].id for shape in shapes)
        return not (is_one and shapes[0].part is part)

    def convert(self, extent: Extent, part: Part) -> BlockId | None:
        """Make the pieces ``part``; several become one quote, list or fact box.

        Returns:
            The id of the first piece that came of it; None when nothing could be done.
        """
        if not self.can_convert(extent, part):
            return None
        page = self._page
        old = self._lines(extent)
        block_id = old[0].shape.id or page.new_id()
        new = self._converted(old, part, block_id, self._last_speech(extent.first))
        with page.step():
            if len(new) == len(old) and all(
                a.text == b.text for a, b in zip(old, new, strict=True)
            ):
                for number, line in enumerate(new, extent.first):
                    page.set_shape(self._block(number), line.shape)
            elif len(new) == len(old) == 1:
                self._rewrite_one(extent.first, new[0])
            else:
                page.replace(extent.first, extent.last, new)
        return block_id

    def _rewrite_one(self, number: int, line: Line) -> None:
        """Change kind and opening of one line, leaving the rest of its words alone."""
        page = self._page
        block = self._block(number)
        old = page.formats.text(block).plain
        new = line.text.plain
        page.set_shape(block, line.shape)
        cursor = page.cursor_at(block)
        if new.endswith(old):
            page.insert_text(cursor, line.text.part(0, len(new) - len(old)))
        else:
            page.select(cursor, block, 0, len(old) - len(new))
            cursor.removeSelectedText()

    def _converted(
        self, old: Sequence[Line], part: Part, block_id: BlockId, speech: Shape
    ) -> list[Line]:
        texts = [_bare(line) for line in old if line.text or len(old) == 1]
        texts = texts or [Text("")]
        match part:
            case Part.QUOTE:
                shape = replace(speech, id=block_id)
                return [Line(shape, text) for text in _opened(texts)]
            case Part.LIST:
                shape = Shape(kind=LineKind.ITEM, id=block_id)
                return [Line(shape, text) for text in texts]
            case Part.FACT_BOX:
                shape = Shape(kind=LineKind.FACT_ITEM, id=block_id)
                has_heading = old[0].shape.kind is LineKind.SUBHEADING
                heading = texts.pop(0) if has_heading else Text("")
                top = Line(replace(shape, kind=LineKind.FACT_HEADING), heading)
                return [top, *(Line(shape, text) for text in texts)]
            case _:
                return self._one_by_one(texts, part, block_id)

    def _one_by_one(self, texts: Sequence[Text], part: Part, block_id: BlockId) -> list[Line]:
        lines: list[Line] = []
        for index, text in enumerate(texts):
            one_id = self._page.new_id() if index else block_id
            if part is Part.IMAGE:
                lines.append(Line(Shape(kind=LineKind.CAPTION, id=one_id), text))
                lines.append(Line(Shape(kind=LineKind.CREDIT, id=one_id)))
            else:
                kind = LineKind.SUBHEADING if part is Part.SUBHEADING else LineKind.PARAGRAPH
                lines.append(Line(Shape(kind=kind, id=one_id), text))
        return lines

    def _last_speech(self, number: int) -> Shape:
        """Return a quote by whoever spoke last above the line, still to be confirmed."""
        for above in range(number - 1, 0, -1):
            shape = self._shape(above)
            if shape.kind is LineKind.QUOTE and shape.speaker is not None:
                return Shape(
                    kind=LineKind.QUOTE,
                    speaker=shape.speaker,
                    owner=shape.owner,
                    is_confirmed=False,
                )
        return Shape(kind=LineKind.QUOTE, is_confirmed=False)

    def move(self, extent: Extent, *, is_up: bool) -> int:
        """Move the pieces past their neighbour; return by how many lines they moved."""
        page = self._page
        zone = self._shape(extent.first).zone
        beside = extent.first - 1 if is_up else extent.last + 1
        block = self._block(beside)
        if zone not in (Zone.BODY, Zone.ABOUT) or self._shape(extent.last).zone is not zone:
            return 0
        if not block.isValid() or self._shape(beside).zone is not zone:
            return 0
        first, last = (one.blockNumber() for one in page.unit(block))
        moved, other = self._lines(extent), self._lines(Extent(first, last))
        with page.step():
            if is_up:
                page.replace(first, extent.last, [*moved, *other])
            else:
                page.replace(extent.first, last, [*other, *moved])
        return -len(other) if is_up else len(other)

    def delete(self, extent: Extent) -> bool:
        """Take the pieces out; of title and lead only the words go."""
        page = self._page
        with page.step() as cursor:
            for number in range(extent.last, extent.first - 1, -1):
                zone = self._shape(number).zone
                if zone is Zone.TITLE:
                    page.select(cursor, self._block(number), 0)
                    cursor.removeSelectedText()
                else:
                    page.replace(number, number, [])
        return True

    def insert_after(self, number: int, part: Part = Part.PARAGRAPH) -> int:
        """Put an empty piece after the one that line ``number`` is of; return its line."""
        page = self._page
        _, last = page.unit(self._block(number))
        place = last.blockNumber() + 1
        zone = page.shape(last).zone
        if zone is Zone.TITLE:
            place = self._first_of(Zone.BODY, place)
        elif zone is Zone.ABOUT:
            place = self._first_of(Zone.ABOUT, 0)
        new = self._converted(
            [Line(Shape(kind=LineKind.PARAGRAPH))],
            part,
            page.new_id(),
            self._last_speech(place),
        )
        with page.step():
            page.replace(place, place - 1, new)
        return place

    def set_quote(
        self,
        block_id: BlockId,
        *,
        speaker: PersonId | None,
        owner: PartnerId | None,
        is_indirect: bool,
        is_confirmed: bool = True,
    ) -> bool:
        """Say who speaks in a quote, and for whom."""
        block = self._page.find(block_id)
        if block is None or self._page.shape(block).kind is not LineKind.QUOTE:
            return False
        shape = replace(
            self._page.shape(block),
            speaker=speaker,
            owner=owner,
            is_indirect=is_indirect,
            is_confirmed=is_confirmed,
        )
        _, last = self._page.unit(block)
        with self._page.step():
            for number in range(block.blockNumber(), last.blockNumber() + 1):
                self._page.set_shape(self._block(number), shape)
        return True

    def update_facts(self, content: Content) -> bool:
        """Take over everything of ``content`` but the words.

        Facts of the release, and for blocks with the same id speaker, owner, indirectness, alt
        text and the boilerplate's partner.
        """
        page = self._page
        facts = page.hold.put(Facts(facts_of(content), page.beside))
        attributes = {
            line.shape.id: line.shape
            for line in reversed(lines_of(content, page.hold, BlockId("")))
        }
        with page.step():
            for block in list(page.blocks()):
                shape = page.shape(block)
                new = shape
                if shape.kind is LineKind.TITLE:
                    new = replace(shape, carried=facts)
                elif shape.id is not None:
                    new = _with_attributes(shape, attributes.get(shape.id), content)
                if new != shape:
                    page.set_shape(block, new)
        return True

    def keep_beside(self, beside: object) -> None:
        """Keep something beside the release, as a step that can be undone."""
        page = self._page
        with page.step():
            title = page.document.firstBlock()
            carried = page.hold.put(Facts(page.facts, beside))
            page.set_shape(title, replace(page.shape(title), carried=carried))

    def apply(self, content: Content) -> bool:
        """Make the sheet say ``content``, changing only the lines that differ."""
        page = self._page
        page.settle()
        old = page.lines()
        new = list(lines_of(content, page.hold, page.new_id(), page.beside))
        top = 1
        while top < min(len(old), len(new)) and old[top] == new[top]:
            top += 1
        tail = 0
        while tail < min(len(old), len(new)) - top and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        with page.step() as cursor:
            page.replace(top, len(old) - tail - 1, new[top : len(new) - tail])
            if old[0] != new[0]:
                title = page.document.firstBlock()
                if old[0].text != new[0].text:
                    page.select(cursor, title, 0)
                    cursor.removeSelectedText()
                    page.insert_text(cursor, new[0].text)
                page.set_shape(title, new[0].shape)
        return True

    def _first_of(self, zone: Zone, start: int) -> int:
        number = start
        while self._shape(number).zone is not zone:
            number += 1
        return number

    def _block(self, number: int) -> QTextBlock:
        return self._page.document.findBlockByNumber(number)

    def _shape(self, number: int) -> Shape:
        return self._page.shape(self._block(number))

    def _lines(self, extent: Extent) -> list[Line]:
        return [
            self._page.formats.line(self._block(number))
            for number in range(extent.first, extent.last + 1)
        ]


def _bare(line: Line) -> Text:
    """Return the words of a line without the sign that its old kind opens with."""
    opening = {Part.QUOTE: _OPENING, Part.PARAGRAPH: _BULLET}.get(line.shape.part)
    found = opening.match(line.text.plain) if opening else None
    return line.text.part(found.end()) if found else line.text


def _opened(texts: Sequence[Text]) -> list[Text]:
    """Return the paragraphs of direct speech, with the quote dash where it is missing."""
    quote = QuoteBlock(id=TITLE_ID, paragraphs=tuple(texts), speaker=None)
    if quote.dash is not QuoteDash.MISSING:
        return list(texts)
    return [joined((QUOTE_OPENING, texts[0])), *texts[1:]]


def _with_attributes(shape: Shape, given: Shape | None, content: Content) -> Shape:
    """Return the line with the attributes that ``given`` has; nobody who is gone stays on."""
    if given is not None and given.part is shape.part:
        is_caption = shape.kind is LineKind.CAPTION
        shape = replace(
            shape,
            speaker=given.speaker,
            owner=given.owner,
            is_confirmed=given.is_confirmed,
            is_indirect=given.is_indirect,
            carried=given.carried if is_caption else shape.carried,
        )
    speaker = shape.speaker if content.person(shape.speaker) else None
    owner = shape.owner if content.partner(shape.owner) else None
    if (speaker, owner) == (shape.speaker, shape.owner):
        return shape
    return replace(shape, speaker=speaker, owner=owner)
