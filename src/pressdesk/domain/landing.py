"""Where proposals go in the text as it stands.

The base of a proposal is what was sent, with what the same answer's accepted proposals have made
of it: so one person's changes never stand in each other's way, and those of two people do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.places import Edit, Place, words_at
from pressdesk.domain.proposals import Proposal, ProposalChange, ProposalPart, ProposalState
from pressdesk.domain.rearranging import Rearranging
from pressdesk.textops.merge import Landing, landed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pressdesk.domain.content import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What one answer proposes, and the text it was given."""

    base: Content
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """Where a proposal goes in the text as it stands.

    Shape: ``now_start`` and ``now_end`` are code points in the words of its place; ``instead`` is
    what would stand there. ``rivals`` are open proposals of others about the same words.
    """

    proposal: Proposal
    state: ProposalState
    landing: Landing
    now_start: int
    now_end: int
    instead: str
    rivals: tuple[str, ...] = ()

    @property
    def is_conflict(self) -> bool:
        """Whether a person must choose: the text went on, or somebody else wants it otherwise."""
        is_open = self.state is ProposalState.OPEN
        return is_open and (self.landing is Landing.CONFLICT or bool(self.rivals))


def order(one: Proposal) -> tuple[str, str, str, int, int, str]:
    """Return what proposals are sorted by, whoever made them and whenever they came."""
    return one.part.value, one.block or "", one.change.value, one.start, one.end, one.new


def by_place(proposals: Iterable[Proposal]) -> Iterator[list[Proposal]]:
    """Yield proposals that are decided together: changed words by place, anything else alone."""
    words: dict[Place, list[Proposal]] = {}
    for one in proposals:
        if one.change is ProposalChange.WORDS and one.part is not ProposalPart.FACTS:
            words.setdefault((one.part, one.block), []).append(one)
        else:
            yield [one]
    yield from words.values()


def _state(proposal: Proposal, decisions: Mapping[str, bool]) -> ProposalState:
    if proposal.id not in decisions:
        return ProposalState.OPEN
    return ProposalState.ACCEPTED if decisions[proposal.id] else ProposalState.REJECTED


def landings(content: Content, answer: Proposed, decisions: Mapping[str, bool]) -> Iterator[Landed]:
    """Yield where the proposals of one answer go."""
    for group in by_place(answer.proposals):
        yield from landed_group(content, answer, group, decisions)


def landed_group(
    content: Content,
    answer: Proposed,
    group: Sequence[Proposal],
    decisions: Mapping[str, bool],
) -> Iterator[Landed]:
    """Yield where the proposals of one place and one answer go."""
    first = group[0]
    if first.part is ProposalPart.FACTS or first.change is not ProposalChange.WORDS:
        landing = Rearranging(content, answer.base, answer.proposals).landing(first)
        yield Landed(
            proposal=first,
            state=_state(first, decisions),
            landing=landing,
            now_start=0,
            now_end=0,
            instead=first.new,
        )
        return
    place = (first.part, first.block)
    base, now = words_at(answer.base, place), words_at(content, place)
    for one, found in landed_words(Sent(base, answer, place, decisions), now, group):
        start, end, landing, instead = found
        yield Landed(
            proposal=one,
            state=_state(one, decisions),
            landing=landing,
            now_start=start,
            now_end=end,
            instead=instead,
        )


class Sent:
    """The words of a place as they were sent, with the same answer's accepted changes in them."""

    def __init__(
        self,
        base: str | None,
        answer: Proposed,
        place: Place,
        decisions: Mapping[str, bool],
        without: str | None = None,
    ) -> None:
        self.base = base
        taken = sorted(
            (
                one
                for one in answer.proposals
                if (one.part, one.block) == place
                and one.change is ProposalChange.WORDS
                and decisions.get(one.id) is True
                and one.id != without
                and fits_base(one, base)
            ),
            key=lambda one: (one.start, one.end),
        )
        self._shifts = [(one.end, len(one.new) - (one.end - one.start)) for one in taken]
        self.taken = {one.id for one in taken}
        self.words = base or ""
        for one in reversed(taken):
            self.words = self.words[: one.start] + one.new + self.words[one.end :]

    def edit(self, proposal: Proposal) -> Edit:
        """Return the change of a proposal that is not in the words."""
        shift = sum(more for end, more in self._shifts if end <= proposal.start)
        return proposal.start + shift, proposal.end + shift, proposal.new


def fits_base(proposal: Proposal, base: str | None) -> bool:
    """Return whether a proposal speaks of words that were sent."""
    if base is None or not 0 <= proposal.start <= proposal.end <= len(base):
        return False
    return base[proposal.start : proposal.end] == proposal.old


Found = tuple[int, int, Landing, str]


def landed_words(
    sent: Sent, now: str | None, group: Sequence[Proposal]
) -> Iterator[tuple[Proposal, Found]]:
    """Yield where changed words go in the place's words as they stand.

    What is accepted already is said to be ALREADY there.
    """
    waiting: list[tuple[Edit, Proposal]] = []
    for one in group:
        if one.id in sent.taken:
            yield one, (0, 0, Landing.ALREADY, one.new)
        elif now is None or not fits_base(one, sent.base):
            yield one, (0, 0, Landing.CONFLICT, one.new)
        else:
            waiting.append((sent.edit(one), one))
    waiting.sort(key=lambda pair: pair[0][:2])
    for run in _apart(waiting):
        edits = [edit for edit, _ in run]
        for (_, one), found in zip(run, landed(sent.words, now or "", edits), strict=True):
            yield one, (found.now_start, found.now_end, found.landing, found.instead)


def _apart(
    waiting: Sequence[tuple[Edit, Proposal]],
) -> Iterator[list[tuple[Edit, Proposal]]]:
    """Yield runs of changes with something kept between any two."""
    run: list[tuple[Edit, Proposal]] = []
    for one in waiting:
        if run and one[0][0] <= run[-1][0][1]:
            yield run
            run = []
        run.append(one)
    if run:
        yield run
