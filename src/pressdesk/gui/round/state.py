"""What the round screen shows, as plain values in the user's language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from pressdesk.domain.ids import BlockId, PartnerId
    from pressdesk.domain.text import MarkKind

NO_SLOT = 7
"""The colour of people who belong to no partner."""


class Step(StrEnum):
    """What a card offers."""

    ACCEPT = "accept"
    ACCEPT_APPROVED = "accept_approved"
    """Accept all that the speaker changed in their quote, which they approved so."""
    FORCE = "force"
    REJECT = "reject"
    REOPEN = "reopen"
    ANSWER = "answer"


class PersonState(StrEnum):
    """Whether somebody has answered."""

    ANSWERED = "answered"
    WAITING = "waiting"
    OVERDUE = "overdue"


TONES = {
    PersonState.ANSWERED: Tone.OK,
    PersonState.WAITING: Tone.WARN,
    PersonState.OVERDUE: Tone.DANGER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """One reader of a round: who, whether they answered, and what came.

    ``alarm`` is what deserves a second look. ``mail`` is where they can be reminded, if they are
    to be.
    """

    key: str
    name: str
    initials: str
    partner: str
    slot: int
    state: PersonState
    state_words: str
    lines: tuple[str, ...]
    alarm: str = ""
    mail: str = ""

    @property
    def spoken(self) -> str:
        """The card for a screen reader."""
        parts = (self.name, self.partner, self.state_words, *self.lines, self.alarm)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """One round in the list."""

    key: str
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCard:
    """One proposal.

    ``edge`` is a colour token, or ``partner:n``. ``note`` says more of it in words, ``flags`` why
    it deserves a second look. ``against`` is what others want there instead.
    """

    key: str
    place: str
    old: str
    new: str
    who: str
    edge: str
    note: str = ""
    flags: str = ""
    against: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    state_words: str = ""
    is_open: bool = True
    is_conflict: bool = False
    block: BlockId | None = None
    partner: PartnerId | None = None

    @property
    def spoken(self) -> str:
        """The card for a screen reader."""
        parts = (self.place, f"{self.old} → {self.new}", self.who, self.note, self.flags)
        return ". ".join(part for part in (*parts, *self.against, self.state_words) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRow:
    """What the cards below have in common."""

    text: str
    key: str = ""
    action: str = ""
    """Words of what can be done with all of them; empty for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where one quote stands with one person."""

    words: str = "–"
    tone: Tone = Tone.NEUTRAL
    spoken: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the person has nothing to say about the quote."""
        return not self.spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Quotes × persons."""

    people: tuple[str, ...] = ()
    rows: tuple[tuple[str, str, tuple[Cell, ...]], ...] = ()
    """What a quote is called, how it begins, and its cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One event of the ledger."""

    at: str
    who: str
    words: str


class Bit(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    CAME = "came"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Some words of the text: kept, or gone or come by a proposal. Kept words have their marks."""

    text: str
    bit: Bit = Bit.KEPT
    key: str = ""
    slot: int = NO_SLOT
    initials: str = ""
    is_silent: bool = False
    is_conflict: bool = False
    tip: str = ""
    marks: frozenset[MarkKind] = frozenset()


class PieceKind(StrEnum):
    """What a paragraph of the text is."""

    TITLE = "title"
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    ITEM = "item"
    BOX = "box"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One paragraph of the text with its changes.

    ``place`` is the id of the block. ``slot`` is the colour of whoever owns a quote, None for all
    else. ``note`` stands below it,
    with a button that does ``step`` for the proposal ``key``.
    """

    kind: PieceKind
    words: tuple[Words, ...]
    place: str = ""
    slot: int | None = None
    note: str = ""
    note_tone: Tone = Tone.NEUTRAL
    note_slot: int | None = None
    action: str = ""
    step: Step = Step.ACCEPT_APPROVED
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How far the proposals are decided."""

    left: int = 0
    accepted: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Overall:
    """What the bars say of the round that is shown.

    Units: ``deadline`` is an aware UTC instant.
    """

    title: str
    round_words: str
    is_open: bool
    deadline: datetime
    deadline_words: str
    waiting_words: str
    left_words: str
    right_words: str
