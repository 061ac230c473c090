"""What is proofread: the passages of a release or of a loose text, each with its role."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.content import Profile

if TYPE_CHECKING:
    from pressdesk.domain.content import Content, Language
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.recognised import CleanUp


class Role(StrEnum):
    """What a passage is in its text; rules may speak of some roles only."""

    TITLE = "title"
    LEAD = "lead"
    SUBHEADING = "subheading"
    BODY = "body"
    QUOTE = "quote"
    LIST = "list"
    FACT = "fact"
    CAPTION = "caption"
    ABOUT = "about"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a passage stands.

    Shape: ``block`` is the id of a block or a boilerplate, None for title, lead and loose text.
    ``paragraph`` counts the ``texts`` of title, lead, block or boilerplate from 0.
    ``line`` counts from 1: lines of a text file, else paragraphs in reading order.
    """

    role: Role
    line: int
    block: BlockId | None = None
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph of words.

    Shape: one line, NFC where it comes from a release. ``language`` is given where the passage
    is clearly in another language than the text, as an English quote is; then its words are read
    in that one.
    """

    place: Place
    text: str
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A text to be proofread.

    ``content`` is its structure, as recognised for a loose text, and None where nothing was
    recognised (standard input); ``cleaned`` is what recognition would take away from a loose
    text: residue, the repeated lead, stray spaces.
    ``words`` are known beside the dictionary: names of partners, people, places, and the lists
    of release, organisation and user. ``approved`` are the quotes whose words as they stand
    were approved.
    """

    language: Language
    passages: tuple[Passage, ...]
    profile: Profile = Profile.SPRAKRADET
    content: Content | None = None
    cleaned: tuple[CleanUp, ...] = ()
    words: frozenset[str] = frozenset()
    approved: frozenset[BlockId] = frozenset()
