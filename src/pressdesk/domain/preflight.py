"""Preflight (sluttsjekk): what still stands between the draft and distribution."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalBook, ApprovalState, Standing, states_in
from pressdesk.domain.comments import comments
from pressdesk.domain.content import QuoteBlock
from pressdesk.domain.rounds import decisions, open_round, rounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.ledger import Event


class GapCode(StrEnum):
    """What is missing. The failure it would become is in ``FAILURES``."""

    QUOTE_NOT_APPROVED = "quote_not_approved"
    QUOTE_WAITING = "quote_waiting"
    QUOTE_CHANGED = "quote_changed"
    QUOTE_CHANGE_ASKED = "quote_change_asked"
    QUOTE_DECLINED = "quote_declined"
    SPEAKER_UNCLEAR = "speaker_unclear"
    PROPOSAL_OPEN = "proposal_open"
    COMMENT_OPEN = "comment_open"
    PLACEHOLDER = "placeholder"
    CONTACT_MISSING = "contact_missing"
    CONTACT_UNREACHABLE = "contact_unreachable"
    TITLE_MISSING = "title_missing"
    ROUND_OPEN = "round_open"
    BOILERPLATE_MISSING = "boilerplate_missing"
    BOILERPLATE_CHANGED = "boilerplate_changed"
    BOILERPLATE_REFUSED = "boilerplate_refused"
    DATE_MISSING = "date_missing"
    MODE_MISSING = "mode_missing"


FAILURES: Mapping[GapCode, str] = {
    GapCode.QUOTE_NOT_APPROVED: "F10",
    GapCode.QUOTE_WAITING: "F10",
    GapCode.QUOTE_CHANGED: "F1",
    GapCode.QUOTE_CHANGE_ASKED: "F10",
    GapCode.QUOTE_DECLINED: "F8",
    GapCode.SPEAKER_UNCLEAR: "F2",
    GapCode.PROPOSAL_OPEN: "F7",
    GapCode.COMMENT_OPEN: "F23",
    GapCode.PLACEHOLDER: "F30",
    GapCode.CONTACT_MISSING: "F19",
    GapCode.CONTACT_UNREACHABLE: "F19",
    GapCode.TITLE_MISSING: "F30",
    GapCode.ROUND_OPEN: "F29",
    GapCode.BOILERPLATE_MISSING: "F20",
    GapCode.BOILERPLATE_CHANGED: "F20",
    GapCode.BOILERPLATE_REFUSED: "F20",
    GapCode.DATE_MISSING: "F16",
    GapCode.MODE_MISSING: "F16",
}
"""Which failure of the product's list each gap would become."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing, as facts; the sentence is made where it is shown.

    ``block`` is where one mends it, if it is a place in the text. ``who`` is the person or the
    partner it is about, ``words`` what stands there, ``count`` how many there are.
    """

    code: GapCode
    block: BlockId | None = None
    who: str = ""
    words: str = ""
    count: int = 1
    standing: Standing | None = None

    @property
    def failure(self) -> str:
        """The failure it would become (``F1``)."""
        return FAILURES[self.code]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """What keeps the text from being frozen, and what is worth a look, in reading order."""

    blocking: tuple[Gap, ...]
    warnings: tuple[Gap, ...]

    @property
    def is_ready(self) -> bool:
        """Whether the text can be frozen without an override."""
        return not self.blocking


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlaceholder:
    """Words that still have to be written, and the block they stand in, if it is one."""

    block: BlockId | None
    words: str


def preflight(
    events: Sequence[Event],
    content: Content,
    *,
    decided: Mapping[str, bool],
    placeholders: Sequence[OpenPlaceholder],
) -> Preflight:
    """Return what is missing in ``content``.

    ``decided`` are the proposals that the working draft has accepted or rejected.
    """
    standings = states_in(ApprovalBook.of(events), content)
    blocking = (
        *_about_quotes(standings, content),
        *_about_proposals(events, decided),
        *_about_comments(events),
        *(Gap(code=GapCode.PLACEHOLDER, block=one.block, words=one.words) for one in placeholders),
        *_about_contacts(content),
        *(() if content.title else (Gap(code=GapCode.TITLE_MISSING),)),
    )
    return Preflight(blocking=blocking, warnings=tuple(_warnings(events, standings, content)))


_OF_STATE = {
    ApprovalState.MISSING: GapCode.QUOTE_NOT_APPROVED,
    ApprovalState.WAITING: GapCode.QUOTE_WAITING,
    ApprovalState.STALE: GapCode.QUOTE_CHANGED,
    ApprovalState.CHANGE_ASKED: GapCode.QUOTE_CHANGE_ASKED,
    ApprovalState.DECLINED: GapCode.QUOTE_DECLINED,
}


def _about_quotes(states: Mapping[BlockId, Standing], content: Content) -> Iterator[Gap]:
    for block in content.blocks:
        if not isinstance(block, QuoteBlock):
            continue
        speaker = content.person(block.speaker)
        who = speaker.name if speaker else ""
        if speaker is None or not block.is_speaker_confirmed:
            yield Gap(code=GapCode.SPEAKER_UNCLEAR, block=block.id, who=who)
        standing = states[block.id]
        if (code := _OF_STATE.get(standing.state)) is not None:
            yield Gap(code=code, block=block.id, who=who, standing=standing)


def _about_proposals(events: Sequence[Event], decided: Mapping[str, bool]) -> Iterator[Gap]:
    settled = {**decisions(events), **decided}
    left: dict[BlockId | None, int] = {}
    for one in rounds(events):
        for proposal in one.proposals():
            if proposal.id not in settled:
                left[proposal.block] = left.get(proposal.block, 0) + 1
    for block, count in left.items():
        yield Gap(code=GapCode.PROPOSAL_OPEN, block=block, count=count)


def _about_comments(events: Sequence[Event]) -> Iterator[Gap]:
    """Yield one gap for the comments that one author has on one place."""
    left = Counter((one.added.block, one.added.author) for one in comments(events) if one.is_open)
    for (block, author), count in left.items():
        yield Gap(code=GapCode.COMMENT_OPEN, block=block, who=author, count=count)


def _about_contacts(content: Content) -> Iterator[Gap]:
    for partner in content.partners:
        theirs = [one for one in content.contacts if one.partner == partner.id]
        if not theirs:
            yield Gap(code=GapCode.CONTACT_MISSING, who=partner.short)
        elif not any(one.phone for one in theirs):
            yield Gap(code=GapCode.CONTACT_UNREACHABLE, who=partner.short)
    if not content.partners and not content.contacts:
        yield Gap(code=GapCode.CONTACT_MISSING)


_OF_TEXT = {
    ApprovalState.STALE: GapCode.BOILERPLATE_CHANGED,
    ApprovalState.CHANGE_ASKED: GapCode.BOILERPLATE_REFUSED,
    ApprovalState.DECLINED: GapCode.BOILERPLATE_REFUSED,
}
"""Nobody has to approve a partner's text; what a partner said of it is not passed over."""


def _warnings(
    events: Sequence[Event], states: Mapping[BlockId, Standing], content: Content
) -> Iterator[Gap]:
    if open_round(events) is not None:
        yield Gap(code=GapCode.ROUND_OPEN)
    described = {text.partner for text in content.boilerplates}
    for partner in content.partners:
        if partner.id not in described:
            yield Gap(code=GapCode.BOILERPLATE_MISSING, who=partner.short)
    for text in content.boilerplates:
        standing = states.get(text.id)
        if standing is not None and (code := _OF_TEXT.get(standing.state)) is not None:
            about = content.partner(text.partner)
            who = about.short if about else ""
            yield Gap(code=code, block=text.id, who=who, standing=standing)
    if content.date is None or not content.place:
        yield Gap(code=GapCode.DATE_MISSING)
    if content.release_mode is None:
        yield Gap(code=GapCode.MODE_MISSING)
