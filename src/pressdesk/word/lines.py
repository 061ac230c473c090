"""The page of a release as lines: what every paragraph says, in which style, and where from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import singledispatchmethod
from typing import TYPE_CHECKING
from urllib.parse import quote

from pressdesk.domain.content import (
    Boilerplate,
    BulletList,
    Contact,
    Content,
    FactBox,
    Image,
    Link,
    Paragraph,
    Partner,
    QuoteBlock,
    Subheading,
)
from pressdesk.domain.text import EMPTY, Mark, MarkKind, Text
from pressdesk.word.content import allowed_target
from pressdesk.word.labels import (
    LINK_SEPARATOR,
    REACH_SEPARATOR,
    Labels,
    contact_name,
    contact_reach,
    link_words,
)

if TYPE_CHECKING:
    from pressdesk.domain.ids import BlockId

TITLE, LEAD, FACTS = "title", "lead", "facts"
"""The anchors of what is no block: title, lead, and the facts around them."""
BULLETS, FACT_BULLETS = "1", "2"
_ADDRESS = re.compile(r"^[^\s@<>\"]+@[^\s@<>\"]+$")


class Keeps(Enum):
    """What a page break must not part the lines from."""

    NOTHING = auto()
    TOGETHER = auto()
    NEXT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of the page.

    ``anchor`` says where its words come from: ``TITLE``, ``LEAD``, the id of a block or a
    boilerplate, or ``FACTS`` for what PressDesk makes of the release's facts. ``list_id`` is the
    numbering of a list item, ``closes_list`` marks the last one.
    """

    style: str
    text: Text
    anchor: BlockId | str = FACTS
    list_id: str | None = None
    keeps_next: bool = False
    closes_list: bool = False


def lines(content: Content) -> tuple[Line, ...]:
    """Return the paragraphs of the page in reading order, those only that have words."""
    return tuple(_Lines(content).all())


class _Lines:
    """The lines of one release, in the making."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._labels = Labels(content)
        self._is_below_text = False
        self._quote_style = ""

    def all(self) -> Iterator[Line]:
        content, labels = self._content, self._labels
        yield from _each("Sender", (labels.sender(),))
        yield from _each("DateLine", (labels.place_and_date(),))
        yield from _each("ReleaseLine", (labels.release(),))
        yield from _each("Heading1", (content.title,), anchor=TITLE)
        yield from _each("Lead", content.lead, anchor=LEAD)
        for block in content.blocks:
            if not isinstance(block, QuoteBlock):
                self._quote_style = ""
            yield from self._block(block)
        if content.links:
            yield self._end_heading(labels.links_heading())
        for link in content.links:
            yield from _each("Boilerplate", (_link_line(link),))
        for boilerplate in content.boilerplates:
            yield from self._boilerplate(boilerplate)
        if content.contacts:
            yield self._end_heading(labels.contacts_heading())
            for partner in (*content.partners, None):
                yield from self._contacts(partner)

    def _end_heading(self, text: Text) -> Line:
        """Return a heading below the text; the first of them has a rule above it."""
        style = "Heading2" if self._is_below_text else "EndHeading"
        self._is_below_text = True
        return Line(style=style, text=text)

    @singledispatchmethod
    def _block(self, block: object) -> Iterable[Line]:
        raise TypeError(f"no layout for {type(block).__name__}")

    @_block.register
    def _(self, block: Paragraph) -> Iterable[Line]:
        return _each("Normal", (block.text,), anchor=block.id)

    @_block.register
    def _(self, block: Subheading) -> Iterable[Line]:
        return _each("Heading2", (block.text,), anchor=block.id)

    @_block.register
    def _(self, block: QuoteBlock) -> Iterable[Line]:
        self._quote_style = "QuoteTurn" if self._quote_style == "Quote" else "Quote"
        return _each(self._quote_style, block.paragraphs, anchor=block.id, keeps=Keeps.TOGETHER)

    @_block.register
    def _(self, block: BulletList) -> Iterable[Line]:
        return _each("ListBullet", block.items, anchor=block.id, list_id=BULLETS)

    @_block.register
    def _(self, block: FactBox) -> Iterable[Line]:
        yield from _each("FactBoxHeading", (block.heading,), anchor=block.id)
        yield from _each(
            "FactBox", block.items, anchor=block.id, list_id=FACT_BULLETS, keeps=Keeps.TOGETHER
        )

    @_block.register
    def _(self, block: Image) -> Iterable[Line]:
        caption = self._labels.caption(block)
        credit = self._labels.credit(block)
        yield from _each(
            "Caption", (caption,), anchor=block.id, keeps=Keeps.NEXT if credit else Keeps.NOTHING
        )
        yield from _each("PhotoCredit", (credit,), anchor=block.id)

    def _boilerplate(self, boilerplate: Boilerplate) -> Iterable[Line]:
        heading = self._labels.boilerplate_heading(boilerplate)
        if heading:
            yield self._end_heading(heading)
        yield from _each("Boilerplate", boilerplate.paragraphs, anchor=boilerplate.id)

    def _contacts(self, partner: Partner | None) -> Iterable[Line]:
        """Yield one partner's contacts under its name; those of nobody come without a name."""
        owner = partner.id if partner else None
        contacts = [one for one in self._content.contacts if one.partner == owner]
        if partner and contacts:
            yield from _each("Heading3", (Text.of(partner.name),))
        for contact in contacts:
            reach = _reach_line(contact)
            name = Text.of(contact_name(contact))
            yield from _each("Contact", (name,), keeps=Keeps.NEXT if reach else Keeps.NOTHING)
            yield from _each("ContactReach", (reach,))


def _each(
    style: str,
    texts: Iterable[Text],
    *,
    anchor: BlockId | str = FACTS,
    list_id: str | None = None,
    keeps: Keeps = Keeps.NOTHING,
) -> Iterator[Line]:
    """Yield one line for each text that has words."""
    spoken = [text for text in texts if text]
    for number, text in enumerate(spoken, 1):
        is_last = number == len(spoken)
        yield Line(
            style=style,
            text=text,
            anchor=anchor,
            list_id=list_id,
            keeps_next=keeps is Keeps.NEXT or (keeps is Keeps.TOGETHER and not is_last),
            closes_list=list_id is not None and is_last,
        )


def _reach_line(contact: Contact) -> Text:
    """Return the ways to reach a contact, mail addresses as links."""
    return _joined(
        REACH_SEPARATOR, [_linked(way, _mail_address(way)) for way in contact_reach(contact)]
    )


def _link_line(link: Link) -> Text:
    """Return a link's label and its address as people read it."""
    label, address = link_words(link)
    parts = [label] if label else []
    if address:
        parts.append(_linked(address, allowed_target(link.target)))
    return _joined(LINK_SEPARATOR, parts)


def _linked(words: str, target: str | None) -> Text:
    if target is None or not words:
        return Text(words)
    return Text(words, (Mark(start=0, end=len(words), kind=MarkKind.LINK, target=target),))


def _joined(separator: str, texts: list[Text]) -> Text:
    """Return texts in a row, their marks moved along."""
    whole = EMPTY
    for number, text in enumerate(texts):
        start = len(whole.plain) + (len(separator) if number else 0)
        moved = tuple(
            Mark(
                start=mark.start + start,
                end=mark.end + start,
                kind=mark.kind,
                target=mark.target,
            )
            for mark in text.marks
        )
        words = whole.plain + (separator if number else "") + text.plain
        whole = Text(words, (*whole.marks, *moved))
    return whole


def _mail_address(words: str) -> str | None:
    return f"mailto:{quote(words, safe='@+.-_')}" if _ADDRESS.match(words) else None
