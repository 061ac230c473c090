"""Placeholders that are still in the text: ``[sted]``, ``XX``, ``TBC``, ``lorem ipsum``.

Square brackets have honest uses too. These are left alone: omissions (``[…]``), notes of an
editor (``[sic]``, ``[red. anm.]``), numbers (``[1]``), letters changed within a word (``[v]i``,
``kunde[n]``; a genitive s is none), link labels (``[her](https://…)``), and a name put into a quote for the sake of
clarity, when it is that of a partner or a spokesperson.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.content import Block, Content, Image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.text import Text

_LONGEST = 300
_BRACKETS = re.compile(rf"(?<![^\W_])\[([^\[\]\n]{{1,{_LONGEST}}})\](?!(?!s\b)[^\W_]|\()")
_WORDS = re.compile(r"\bX{2,}\b|\bTB[ACD]\b|\blorem ipsum\b|\bLorem ipsum\b")
_HAS_WORD = re.compile(r"[^\W\d_]{2}")
_EDITORIAL = re.compile(
    r"^(?:sic!?|red\.?|ed\.?|eds\.?|overs\.?|oms\.?|m\.a\.o\.|"
    r"(?:red(?:aksjonens)?|eds?|overs(?:etterens|etjarens)?|journ(?:alistens)?)\.? ?(?:anm|merk|note)\w*\.?|"
    r"(?:vår|mi|min|forfatterens|forfattarens) (?:utheving|uthevelse|kursivering|oversettelse|omsetjing)|"
    r"(?:our|my|emphasis) (?:emphasis|italics|translation|added|ours|mine)|"
    r"latter|ler|applaus|laughter|laughs|pause|uhørlig|inaudible)$",
    re.IGNORECASE,
)


class ContentPart(StrEnum):
    """Where in a content a text stands."""

    TITLE = "title"
    LEAD = "lead"
    PLACE = "place"
    BLOCK = "block"
    PARTNER = "partner"
    SPOKESPERSON = "spokesperson"
    CONTACT = "contact"
    BOILERPLATE = "boilerplate"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """Something that still has to be written.

    ``block`` is the id of a block or boilerplate, None elsewhere. ``index`` counts the texts of
    that place from 0: paragraphs of a lead, the ``texts`` of a block (and then an
    image's description), partners, contacts.
    Shape: ``start`` and ``end`` are code points in that text, half open.
    """

    part: ContentPart
    block: BlockId | None = None
    index: int = 0
    start: int
    end: int
    text: str


def placeholders(content: Content) -> tuple[Placeholder, ...]:
    """Return what is still to be written, in reading order: title, lead, blocks, people, boilerplates."""
    names = _names(content)
    return tuple(
        Placeholder(
            part=part, block=block, index=index, start=start, end=end, text=words[start:end]
        )
        for part, block, index, words in _texts(content)
        for start, end in placeholder_spans(words, names)
    )


def placeholder_spans(
    words: str, names: frozenset[str] = frozenset()
) -> tuple[tuple[int, int], ...]:
    """Return where placeholders stand in one text.

    ``names``, in casefold, are those that an editor may put in brackets within a quote.
    """
    if "[" not in words and "X" not in words and "TB" not in words and "orem" not in words:
        return ()
    found = [
        one.span() for one in _BRACKETS.finditer(words) if _is_for_writing(one[1].strip(), names)
    ]
    bracketed = list(found)
    found += [
        one.span()
        for one in _WORDS.finditer(words)
        if not any(start <= one.start() < end for start, end in bracketed)
    ]
    return tuple(sorted(found))


def _is_for_writing(inner: str, names: frozenset[str]) -> bool:
    if not _HAS_WORD.search(inner) or _EDITORIAL.match(inner):
        return False
    return inner.casefold() not in names


def _names(content: Content) -> frozenset[str]:
    names = {name for one in content.partners for name in (one.name, one.short)}
    names |= {
        name
        for one in content.spokespersons
        if one.name.strip()
        for name in (one.name, one.surname)
    }
    return frozenset(name.strip().casefold() for name in names)


def _texts(content: Content) -> Iterator[tuple[ContentPart, BlockId | None, int, str]]:
    yield ContentPart.TITLE, None, 0, content.title.plain
    for index, text in enumerate(content.lead):
        yield ContentPart.LEAD, None, index, text.plain
    yield ContentPart.PLACE, None, 0, content.place or ""
    for block in content.blocks:
        for index, text in enumerate(_texts_of(block)):
            yield ContentPart.BLOCK, block.id, index, text.plain
    yield from _texts_of_people(content)
    for boilerplate in content.boilerplates:
        for index, text in enumerate((boilerplate.heading, *boilerplate.paragraphs)):
            yield ContentPart.BOILERPLATE, boilerplate.id, index, text.plain
    for index, link in enumerate(content.links):
        yield ContentPart.LINK, None, index, link.label.plain


def _texts_of(block: Block) -> tuple[Text, ...]:
    return (*block.texts, block.alt) if isinstance(block, Image) else block.texts


def _texts_of_people(content: Content) -> Iterator[tuple[ContentPart, None, int, str]]:
    for index, partner in enumerate(content.partners):
        yield ContentPart.PARTNER, None, index, partner.name
    for index, person in enumerate(content.spokespersons):
        for words in (person.name, person.title, person.organisation):
            yield ContentPart.SPOKESPERSON, None, index, words or ""
    for index, contact in enumerate(content.contacts):
        for words in (contact.name, contact.title, contact.phone, contact.email):
            yield ContentPart.CONTACT, None, index, words or ""
