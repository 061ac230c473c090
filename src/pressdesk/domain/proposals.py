"""Proposals: what a reader would have otherwise, one change of wording each."""

from __future__ import annotations

from enum import StrEnum

from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.domain.records import record


class ProposalState(StrEnum):
    """What became of a proposal so far."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class ProposalFlag(StrEnum):
    """Why a proposal deserves a second look even where it fits."""

    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    NEGATION = "negation"
    FOREIGN_QUOTE = "foreign_quote"


class ProposalPart(StrEnum):
    """What kind of place a proposal would change; facts are mended by hand."""

    TITLE = "title"
    LEAD = "lead"
    BLOCK = "block"
    BOILERPLATE = "boilerplate"
    FACTS = "facts"


class ProposalChange(StrEnum):
    """What a proposal does with its place."""

    WORDS = "words"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@record
class Proposal:
    r"""One change of wording in an answer.

    ``part`` says where, with ``block`` for blocks and boilerplates.
    Shape: ``start`` and ``end`` are code points, half open, in the words of that place as they
    were sent, its paragraphs parted by ``\n``; ``old`` stands there, ``new`` would. A place that
    is ``ADDED`` comes behind ``part`` and ``block``, one that is ``MOVED`` goes behind ``after``
    (None: to the top).
    ``is_marked`` is False for a change that the returned file did not show (a silent edit).
    ``author`` is the name on the tracked change, or that of the reader.
    """

    id: str
    part: ProposalPart
    block: BlockId | None
    start: int
    end: int
    old: str
    new: str
    change: ProposalChange
    after: BlockId | None
    author: str
    partner: PartnerId | None
    is_marked: bool
    flags: tuple[ProposalFlag, ...]
