"""What is proofread: a working text, or any source that somebody brings."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pressdesk.domain.content import (
    Block,
    BulletList,
    Content,
    FactBox,
    Image,
    Language,
    Paragraph,
    Profile,
    QuoteBlock,
    Subheading,
)
from pressdesk.domain.manuscript import Manuscript, Passage, Place, Role
from pressdesk.domain.recognised import CleanUpKind, Recognised
from pressdesk.domain.text import Text
from pressdesk.drafting.language import detect_language, foreign_language
from pressdesk.word.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pressdesk.domain.ids import BlockId

_QUOTE_OPENS = re.compile(r"\s*[-\u2010-\u2015]\s*(?=[^\W\d_]|[«»\"“„])")
_FEWEST_BLOCKS = 3
_FEWEST_WORDS = 80
_LONGEST_TITLE = 200
_LONGEST_FURNITURE_WORDS = 12


def manuscript_of_content(
    content: Content, words: Iterable[str] = (), approved: Iterable[BlockId] = ()
) -> Manuscript:
    """Return a working text as it is proofread: all that its readers see, in reading order.

    Shape: ``line`` of a passage is that of ``pressdesk text``.
    """
    labels = Labels(content)
    top = (labels.sender(), labels.place_and_date(), labels.release())
    line = sum(1 for label in top if label)
    passages: list[Passage] = []
    for role, block_id, number, text in _texts(content):
        if text:
            line += 1
            place = Place(role=role, line=line, block=block_id, paragraph=number)
            passages.append(_passage(place, text.plain, content.language))
        elif role is Role.FURNITURE:
            line += 1
    return Manuscript(
        language=content.language,
        passages=tuple(passages),
        profile=content.profile,
        content=content,
        words=frozenset((*names_in(content), *words)),
        approved=frozenset(approved),
    )


def manuscript_of_lines(
    lines: Sequence[str],
    *,
    language: Language | None,
    profile: Profile,
    recognised: Recognised | None = None,
    words: Iterable[str] = (),
) -> Manuscript:
    """Return a loose text as it is proofread: every line that says something is a passage.

    ``recognised`` is its structure; it is heeded where the text is a release. Letters stay as
    they are, composed or not, so that places are those of the file.
    """
    spoken = language or detect_language("\n".join(lines))
    found = recognised if recognised is not None and is_release(recognised) else None
    roles = roles_of(found) if found else {}
    passages = tuple(
        _passage(Place(role=_role(text, roles.get(line), found), line=line), text, spoken)
        for line, text in enumerate(lines, start=1)
        if text.strip()
    )
    names = names_in(found.content) if found else ()
    return Manuscript(
        language=spoken,
        passages=passages,
        profile=profile,
        content=found.content if found else None,
        cleaned=found.cleaned if found else (),
        words=frozenset((*names, *words)),
    )


def is_release(found: Recognised) -> bool:
    """Return whether a loose text is a press release, whose parts can be missed.

    A handful of sentences is none, nor is running text whose first line ends like a sentence.
    """
    content = found.content
    title = content.title.plain.strip()
    said = sum(len(text.plain.split()) for block in content.blocks for text in block.texts)
    is_titled = 0 < len(title) <= _LONGEST_TITLE and not title.endswith((".", ":", ";", ","))
    return is_titled and len(content.blocks) >= _FEWEST_BLOCKS and said >= _FEWEST_WORDS


def names_in(content: Content) -> Iterator[str]:
    """Yield the names that a release gives: partners, people, their organisations, places."""
    names = [content.place or ""]
    for partner in content.partners:
        names += [partner.name, partner.short]
    for person in content.spokespersons:
        names += [person.name, person.organisation or ""]
    names += [contact.name for contact in content.contacts]
    yield from (unicodedata.normalize("NFC", name.strip()) for name in names if name.strip())


def roles_of(found: Recognised) -> Mapping[int, Role]:
    """Return what the lines of a recognised text are, by their number."""
    content = found.content
    roles: dict[int, Role] = {}
    for clean_up in found.cleaned:
        if clean_up.kind is CleanUpKind.REPEATED_LEAD:
            roles[clean_up.line] = Role.BODY
        elif clean_up.kind in (CleanUpKind.WEB_RESIDUE, CleanUpKind.OTHER):
            roles[clean_up.line] = Role.FURNITURE
    for text in content.boilerplates:
        roles.update(dict.fromkeys(found.lines.get(text.id, ()), Role.ABOUT))
    for block in content.blocks:
        roles.update(dict.fromkeys(found.lines.get(block.id, ()), _ROLES[type(block)]))
    roles.update(dict.fromkeys(found.lead_lines, Role.LEAD))
    roles.update(dict.fromkeys(found.title_lines, Role.TITLE))
    return roles


_ROLES: Mapping[type[Block], Role] = {
    Paragraph: Role.BODY,
    Subheading: Role.SUBHEADING,
    QuoteBlock: Role.QUOTE,
    BulletList: Role.LIST,
    FactBox: Role.FACT,
    Image: Role.CAPTION,
}


def _role(text: str, read: Role | None, found: Recognised | None) -> Role:
    """Return the role that was read, else what the line looks like by itself."""
    if read is not None:
        return read
    if found is not None and len(text.split()) <= _LONGEST_FURNITURE_WORDS:
        return Role.FURNITURE
    return Role.QUOTE if _QUOTE_OPENS.match(text) else Role.BODY


def _passage(place: Place, text: str, language: Language) -> Passage:
    is_quote = place.role is Role.QUOTE
    return Passage(
        place=place, text=text, language=foreign_language(text, language, is_quote=is_quote)
    )


def _texts(content: Content) -> Iterator[tuple[Role, BlockId | None, int, Text]]:
    """Yield every text in reading order; what only takes up a line is empty furniture."""
    yield Role.TITLE, None, 0, content.title
    for number, text in enumerate(content.lead):
        yield Role.LEAD, None, number, text
    for block in content.blocks:
        for number, text in enumerate(block.texts):
            yield _ROLES[type(block)], block.id, number, text
    nothing = Text("")
    for _ in range(len(content.links) + bool(content.links)):
        yield Role.FURNITURE, None, 0, nothing
    for boilerplate in content.boilerplates:
        yield Role.FURNITURE, None, 0, nothing
        for number, text in enumerate(boilerplate.paragraphs):
            yield Role.ABOUT, boilerplate.id, number, text
