"""Proposals made part of the text, exactly or not at all, and taken out again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pressdesk.domain.landing import (
    Landed,
    Proposed,
    Sent,
    by_place,
    fits_base,
    landed_group,
    landed_words,
    landings,
    order,
)
from pressdesk.domain.places import Edit, Place, reworded, words_at
from pressdesk.domain.proposals import (
    Proposal,
    ProposalChange,
    ProposalFlag,
    ProposalPart,
    ProposalState,
)
from pressdesk.domain.rearranging import Rearranging
from pressdesk.textops.merge import Landing, landed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from pressdesk.domain.content import Content

__all__ = ["Deciding", "Landed", "Outcome", "Proposed", "accepted", "default_decisions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The text and the decisions after some proposals were decided; ``refused`` were not."""

    content: Content
    decisions: Mapping[str, bool]
    refused: tuple[str, ...] = ()


def default_decisions(proposals: Iterable[Proposal]) -> dict[str, bool]:
    """Return what is decided before anybody looks: edits of others' quotes are rejected."""
    return {one.id: False for one in proposals if ProposalFlag.FOREIGN_QUOTE in one.flags}


def accepted(
    content: Content,
    base: Content,
    proposal: Proposal,
    *,
    siblings: Sequence[Proposal] = (),
    is_forced: bool = False,
) -> Content | None:
    """Return the text with one proposal in it; None where it does not fit.

    ``siblings`` are accepted proposals of the same answer. Where ``is_forced``, what the proposal
    says comes instead of what stands there now.
    """
    answer = Proposed(base=base, proposals=(*siblings, proposal))
    decisions = {one.id: True for one in siblings}
    found = Deciding((answer,)).accept(content, decisions, (proposal.id,), is_forced=is_forced)
    return None if found.refused else found.content


@dataclass(frozen=True, slots=True)
class Deciding:
    """All proposals about one language version, answer by answer."""

    answers: tuple[Proposed, ...]
    _answer_of: dict[str, tuple[Proposed, Proposal]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for answer in self.answers:
            for proposal in answer.proposals:
                self._answer_of[proposal.id] = (answer, proposal)

    def known(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those of ``names`` that are proposals here, in the order they came."""
        wanted = set(names)
        return tuple(name for name in self._answer_of if name in wanted)

    def landings(self, content: Content, decisions: Mapping[str, bool]) -> tuple[Landed, ...]:
        """Return where every proposal goes, in the order they came."""
        found = {
            one.proposal.id: one
            for answer in self.answers
            for one in landings(content, answer, decisions)
        }
        rivals = self._rivals(content, decisions, found)
        return tuple(
            replace(found[name], rivals=tuple(rivals.get(name, ()))) for name in self._answer_of
        )

    def accept(
        self,
        content: Content,
        decisions: Mapping[str, bool],
        names: Collection[str],
        *,
        is_forced: bool = False,
    ) -> Outcome:
        """Return the text with proposals in it; what does not fit is refused, the rest taken.

        Of proposals that contradict each other and are both named, neither is taken: nothing is
        won by coming first. Where ``is_forced``, each comes instead of what stands there.
        """
        wanted = [name for name in self.known(names) if decisions.get(name) is not True]
        decided = dict(decisions)
        refused: list[str] = []
        if not is_forced:
            refused = self._contradicting(content, decided, wanted)
        left_over = set(wanted) - set(refused)
        for answer, group in self._groups(left_over):
            content, left = _take(content, answer, group, decided, is_forced=is_forced)
            decided |= {one.id: True for one in group if one.id not in left}
            refused.extend(left)
        order = self.known(refused)
        return Outcome(content=content, decisions=decided, refused=order)

    def reject(
        self, content: Content, decisions: Mapping[str, bool], names: Collection[str]
    ) -> Outcome:
        """Return the text without these proposals; what can no longer be taken out is refused."""
        found = self.reopen(content, decisions, names)
        decided = {name: False for name in self.known(names) if name not in found.refused}
        return replace(found, decisions={**found.decisions, **decided})

    def reopen(
        self, content: Content, decisions: Mapping[str, bool], names: Collection[str]
    ) -> Outcome:
        """Return the text as it was before these were decided, whatever was written elsewhere."""
        decided, refused = dict(decisions), []
        for name in reversed(self.known(names)):
            if decided.get(name) is True:
                answer, proposal = self._answer_of[name]
                before = _taken_out(content, answer, proposal, decided)
                if before is None:
                    refused.append(name)
                    continue
                content = before
            decided.pop(name, None)
        return Outcome(content=content, decisions=decided, refused=tuple(reversed(refused)))

    def _groups(self, wanted: Collection[str]) -> list[tuple[Proposed, list[Proposal]]]:
        """Return what is decided together, in an order that does not ask who came first."""
        groups = [
            (answer, group)
            for answer in self.answers
            for group in by_place(one for one in answer.proposals if one.id in wanted)
        ]
        return sorted(groups, key=lambda pair: [order(one) for one in pair[1]])

    def _contradicting(
        self, content: Content, decisions: Mapping[str, bool], wanted: Sequence[str]
    ) -> list[str]:
        if len(wanted) < 2:  # noqa: PLR2004  # nothing to contradict
            return []
        named = set(wanted)
        return [
            one.proposal.id
            for one in self.landings(content, decisions)
            if one.proposal.id in named and named & set(one.rivals)
        ]

    def _rivals(
        self, content: Content, decisions: Mapping[str, bool], found: Mapping[str, Landed]
    ) -> dict[str, list[str]]:
        """Return which open proposals of different answers cannot both be taken."""
        groups: dict[Place, dict[int, list[Landed]]] = {}
        for number, answer in enumerate(self.answers):
            for one in answer.proposals:
                landed_one = found[one.id]
                if landed_one.state is ProposalState.OPEN and landed_one.landing is Landing.FITS:
                    sides = groups.setdefault((one.part, one.block), {})
                    sides.setdefault(number, []).append(landed_one)
        rivals: dict[str, list[str]] = {}
        for place, sides in groups.items():
            if len(sides) > 1 and place[0] is not ProposalPart.FACTS:
                for first, second in _pairs(list(sides)):
                    here, there = (first, sides[first]), (second, sides[second])
                    clashes = {
                        *self._clashes(content, decisions, here, there),
                        *(pair[::-1] for pair in self._clashes(content, decisions, there, here)),
                    }
                    for name, other in sorted(clashes):
                        rivals.setdefault(name, []).append(other)
                        rivals.setdefault(other, []).append(name)
        return rivals

    def _clashes(
        self,
        content: Content,
        decisions: Mapping[str, bool],
        first: tuple[int, list[Landed]],
        second: tuple[int, list[Landed]],
    ) -> Iterator[tuple[str, str]]:
        """Yield the pairs of two answers' proposals of which only one can be taken."""
        groups = list(by_place(one.proposal for one in second[1]))
        them = self.answers[second[0]]
        at_once = content
        for group in by_place(one.proposal for one in first[1]):
            at_once, _ = _take(at_once, self.answers[first[0]], group, decisions, is_forced=False)
        if not any(
            other.landing is Landing.CONFLICT
            for group in groups
            for other in landed_group(at_once, them, group, decisions)
        ):
            return
        for one in first[1]:
            answer = self.answers[first[0]]
            taken, left = _take(content, answer, [one.proposal], decisions, is_forced=False)
            if left:
                continue
            for group in groups:
                for other in landed_group(taken, them, group, decisions):
                    if other.landing is Landing.CONFLICT:
                        yield one.proposal.id, other.proposal.id


def _pairs(names: Sequence[int]) -> Iterator[tuple[int, int]]:
    for place, first in enumerate(names):
        for second in names[place + 1 :]:
            yield first, second


def _take(
    content: Content,
    answer: Proposed,
    group: Sequence[Proposal],
    decisions: Mapping[str, bool],
    *,
    is_forced: bool,
) -> tuple[Content, list[str]]:
    """Return the text with the proposals of one place in it, and the ids of what did not fit."""
    first = group[0]
    if first.part is ProposalPart.FACTS:
        return content, []
    if first.change is not ProposalChange.WORDS:
        taken = Rearranging(content, answer.base, answer.proposals).taken(
            first, is_forced=is_forced
        )
        return (content, [first.id]) if taken is None else (taken, [])
    place = (first.part, first.block)
    edits: list[Edit] = []
    left: list[str] = []
    waiting: list[Proposal] = []
    sent = Sent(words_at(answer.base, place), answer, place, decisions)
    now = words_at(content, place)
    for one, (start, end, landing, instead) in landed_words(sent, now, group):
        if landing is Landing.ALREADY:
            continue
        is_here = now is not None and fits_base(one, sent.base)
        is_free = all(end < low or high < start for low, high, _ in edits)
        if landing is Landing.FITS and is_free:
            edits.append((start, end, instead))
        elif is_here and (is_forced or landing is Landing.FITS):
            waiting.append(one)
        else:
            left.append(one.id)
    content = reworded(content, place, edits) if edits else content
    decided = {**decisions, **{one.id: True for one in group if one.id not in left}}
    for one in waiting:  # each of them changes what the next one finds
        decided.pop(one.id)
        content = _instead(content, answer, one, decided)
        decided[one.id] = True
    return content, left


def _instead(
    content: Content, answer: Proposed, proposal: Proposal, decisions: Mapping[str, bool]
) -> Content:
    """Return the text with what a proposal says in place of what stands there."""
    place = (proposal.part, proposal.block)
    sent = Sent(words_at(answer.base, place), answer, place, decisions)
    now = words_at(content, place)
    for _, (start, end, landing, instead) in landed_words(sent, now, (proposal,)):
        if landing is not Landing.ALREADY and now is not None:
            return reworded(content, place, [(start, end, instead)])
    return content


def _taken_out(
    content: Content, answer: Proposed, proposal: Proposal, decisions: Mapping[str, bool]
) -> Content | None:
    """Return the text without an accepted proposal; None where others have written over it."""
    if proposal.part is ProposalPart.FACTS:
        return content
    if proposal.change is not ProposalChange.WORDS:
        return Rearranging(content, answer.base, answer.proposals).taken_out(proposal)
    place = (proposal.part, proposal.block)
    base, now = words_at(answer.base, place), words_at(content, place)
    if now is None or not fits_base(proposal, base):
        return None
    before = Sent(base, answer, place, decisions, without=proposal.id)
    start, end, new = before.edit(proposal)
    with_it = before.words[:start] + new + before.words[end:]
    (found,) = landed(with_it, now, [(start, start + len(new), before.words[start:end])])
    if found.landing is Landing.ALREADY:
        return content
    if found.landing is Landing.CONFLICT:
        return None
    return reworded(content, place, [(found.now_start, found.now_end, found.instead)])
