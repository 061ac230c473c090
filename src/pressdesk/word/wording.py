"""What a Word file must say, told from the content alone: the yardstick for what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.content import Content, Image
from pressdesk.domain.text import Text
from pressdesk.word.labels import (
    LINK_SEPARATOR,
    REACH_SEPARATOR,
    Labels,
    contact_name,
    contact_reach,
    link_words,
)
from pressdesk.word.writing import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator


def expected_paragraphs(content: Content) -> tuple[str, ...]:
    """Return every paragraph of the page in reading order, without the page margins.

    Draft and final say the same; what tells them apart stands above the page.
    """
    return tuple(words for words in _paragraphs(content) if words.strip())


def expected_headers(content: Content, layout: Layout) -> tuple[str, ...]:
    """Return what stands above every page."""
    labels = Labels(content)
    mark = labels.draft_mark().plain if layout is Layout.DRAFT else ""
    return tuple(words for words in (mark, labels.embargo().plain) if words)


def _paragraphs(content: Content) -> Iterator[str]:
    labels = Labels(content)
    yield from map(str, (labels.sender(), labels.place_and_date(), labels.release()))
    yield from map(str, (content.title, *content.lead))
    for block in content.blocks:
        if isinstance(block, Image):
            yield from map(str, (labels.caption(block), labels.credit(block)))
        else:
            yield from map(str, block.texts)
    if content.links:
        yield str(labels.links_heading())
    for link in content.links:
        label, address = link_words(link)
        yield LINK_SEPARATOR.join(words for words in (label.plain, address) if words)
    for boilerplate in content.boilerplates:
        yield str(labels.boilerplate_heading(boilerplate))
        yield from map(str, boilerplate.paragraphs)
    if content.contacts:
        yield str(labels.contacts_heading())
        yield from _contacts(content)


def _contacts(content: Content) -> Iterator[str]:
    for partner in (*content.partners, None):
        contacts = [one for one in content.contacts if one.partner == (partner and partner.id)]
        if partner and contacts:
            yield str(Text.of(partner.name))
        for contact in contacts:
            yield contact_name(contact)
            yield REACH_SEPARATOR.join(contact_reach(contact))
