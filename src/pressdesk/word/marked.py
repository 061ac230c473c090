"""A document with all its tracked changes: what stands there, and which changes it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class ChangeKind(StrEnum):
    """What one mark in the file does; a move is two of them."""

    INSERT = "insert"
    DELETE = "delete"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"
    FORMAT = "format"


COMING = frozenset((ChangeKind.INSERT, ChangeKind.MOVE_TO))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One mark of a tracked change, as the file has it.

    ``number`` counts the marks of a document; ids in files are missing and doubled too often to
    rely on. ``move`` is the name that both ends of a move share. ``date`` is None where the file
    has none, or one that nobody can have meant.
    """

    number: int
    kind: ChangeKind
    author: str | None = None
    date: datetime | None = None
    move: str | None = None

    @property
    def is_coming(self) -> bool:
        """Whether its words are there once it is accepted, rather than gone."""
        return self.kind in COMING


Changes = tuple[Change, ...]
"""All that something hangs on, outermost first: it is there only if each of them leaves it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a run looks: the marks that content knows."""

    is_strong: bool = False
    is_emphasis: bool = False
    target: str | None = None


class SpanState(StrEnum):
    """What the changes say of a span, taken together."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved_from"
    MOVED_TO = "moved_to"


_STATES = (
    (ChangeKind.DELETE, SpanState.DELETED),
    (ChangeKind.MOVE_FROM, SpanState.MOVED_FROM),
    (ChangeKind.MOVE_TO, SpanState.MOVED_TO),
    (ChangeKind.INSERT, SpanState.INSERTED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words that share all their changes, or a reference to a note.

    Shape: ``text`` is in NFC, a ``LINE_BREAK`` in it is a break within the paragraph.
    ``reformatted`` is the change of its looks, ``earlier_look`` what they were before.
    """

    text: str
    look: Look
    changes: Changes = ()
    reformatted: Change | None = None
    earlier_look: Look | None = None
    note: tuple[str, str] | None = None

    @property
    def state(self) -> SpanState:
        """What its changes say, what is taken away before what is added."""
        kinds = {change.kind for change in self.changes}
        return next((state for kind, state in _STATES if kind in kinds), SpanState.KEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The part of a paragraph that a bookmark or a comment covers.

    ``name`` is the bookmark's name, or the comment's id in the file.
    Shape: half open; counted in spans of a marked paragraph, in code points of a seen one.
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a paragraph is."""

    style: str | None = None
    heading_level: int | None = None
    is_list_item: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedParagraph:
    """One paragraph of the file, whatever becomes of it.

    ``within`` are the changes of what it stands in (row, cell, wrapper): if one of them takes it
    away, it is gone with its end. ``mark`` are those of its end alone: without it the paragraph
    runs on into the next of its ``flow`` (body, cell, box, note). A paragraph in a table cuts the
    flows in ``interrupts``. ``reformatted`` are changes of what it is, ``beside`` changes of the
    table or section around it, which have no words.
    """

    spans: tuple[Span, ...]
    flow: int
    setting: Setting = Setting()
    earlier_setting: Setting | None = None
    within: Changes = ()
    mark: Changes = ()
    runs_on: bool = False
    interrupts: tuple[int, ...] = ()
    reformatted: Changes = ()
    beside: Changes = ()
    bookmarks: tuple[Cover, ...] = ()
    comments: tuple[Cover, ...] = ()


class RevisionKind(StrEnum):
    """What somebody did."""

    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    FORMAT = "format"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    r"""What one person did in one go: neighbouring marks of one kind, author and date.

    Shape: in ``text``, ``\n`` stands for the end of a paragraph; it is empty where only the looks
    of a table or a section changed. ``changes`` are the marks in the file.
    """

    kind: RevisionKind
    author: str | None
    date: datetime | None
    text: str
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    r"""A comment as the file has it.

    ``anchor`` are the words that it covers, without what is deleted, unless all is; ``parent`` is
    the id of the comment that it answers. Shape: paragraphs in ``text`` and ``anchor`` are parted
    by ``\n``.
    """

    id: str
    author: str | None
    initials: str | None
    date: datetime | None
    text: str
    anchor: str = ""
    parent: str | None = None
    is_resolved: bool = False
