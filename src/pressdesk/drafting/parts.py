"""The parts a release is made of, while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.text import EMPTY, Text
from pressdesk.drafting.headers import Header

if TYPE_CHECKING:
    from pressdesk.domain.recognised import CleanUp
    from pressdesk.drafting.contacts import Entry
    from pressdesk.drafting.source import SourceLine
    from pressdesk.drafting.speech import Speech


class PartKind(StrEnum):
    """What a part becomes."""

    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    LIST = "list"
    FACTS = "facts"
    IMAGE = "image"
    ABOUT = "about"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines that belong together, and what was read out of them.

    Shape: ``heading`` and ``texts`` are what goes into the content; ``heading`` is a picture's
    credit and a link's label, too.
    """

    kind: PartKind
    lines: tuple[SourceLine, ...]
    texts: tuple[Text, ...] = ()
    heading: Text = EMPTY
    name: str | None = None
    speech: Speech | None = None

    @property
    def number(self) -> int:
        """The first line's number."""
        return self.lines[0].number

    @property
    def is_direct(self) -> bool:
        """Whether it is direct speech."""
        return self.speech is not None and not self.speech.is_indirect


@dataclass(slots=True)
class Layout:
    """A release taken apart; filled line by line.

    ``partners`` are those that the file names one by one, if it does.
    """

    header: Header = field(default_factory=Header)
    title: SourceLine | None = None
    is_title_doubtful: bool = False
    lead: list[SourceLine] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    removed: list[CleanUp] = field(default_factory=list)
    contacts_on_top: list[SourceLine] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
