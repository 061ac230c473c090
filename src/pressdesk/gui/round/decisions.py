"""Decisions on proposals in the draft at hand, each of which can be undone; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.domain.proposals import ProposalState
from pressdesk.gui.round.state import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from pressdesk.domain.content import Language
    from pressdesk.domain.draft import Draft
    from pressdesk.services.proposals import ProposalBook, ProposalLine

_MOST_STEPS = 200


@dataclass(slots=True)
class Decisions:
    """The proposals that are shown, the draft as it stands, and the way back.

    ``scope`` are the ids of what is shown; ``draft`` the text and what is decided.
    """

    book: ProposalBook
    draft: Draft
    language: Language
    scope: frozenset[str]
    _before: list[Draft] = field(default_factory=list)
    _after: list[Draft] = field(default_factory=list)
    _lines: tuple[ProposalLine, ...] | None = None

    def lines(self) -> tuple[ProposalLine, ...]:
        """Return the proposals that are shown, in the order they came."""
        if self._lines is None:
            self._lines = tuple(one for one in self.book.lines(self.draft) if one.id in self.scope)
        return self._lines

    def open_ones(self) -> tuple[str, ...]:
        """Return the proposals that nobody has decided."""
        return tuple(one.id for one in self.lines() if one.state is ProposalState.OPEN)

    def counts(self) -> Counts:
        """Return how many are left, accepted and rejected."""
        states = [one.state for one in self.lines()]
        return Counts(
            left=states.count(ProposalState.OPEN),
            accepted=states.count(ProposalState.ACCEPTED),
            rejected=states.count(ProposalState.REJECTED),
        )

    def accept(self, names: Collection[str], *, force: bool = False) -> tuple[str, ...]:
        """Take proposals into the text; return those that do not fit."""
        return self._decide(lambda draft: self.book.accept(draft, names, force=force))

    def reject(self, names: Collection[str]) -> tuple[str, ...]:
        """Leave proposals out; return those that can no longer be taken out."""
        return self._decide(lambda draft: self.book.reject(draft, names))

    def reopen(self, names: Collection[str]) -> tuple[str, ...]:
        """Make proposals undecided again; return those that can no longer be taken out."""
        return self._decide(lambda draft: self.book.reopen(draft, names))

    def undo(self) -> bool:
        """Go back one step; return whether there was one."""
        return self._go(self._before, self._after)

    def redo(self) -> bool:
        """Go on one step that was undone; return whether there was one."""
        return self._go(self._after, self._before)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was undone."""
        return bool(self._after)

    def go_on_from(self, other: Decisions) -> None:
        """Keep the way back of what was shown before, where it leads to the same draft."""
        if _is_same(other.draft, self.draft):
            self._before, self._after = other._before, other._after

    def _decide(self, decide: Callable[[Draft], tuple[Draft, tuple[str, ...]]]) -> tuple[str, ...]:
        after, refused = decide(self.draft)
        if not _is_same(after, self.draft):
            self._before.append(self.draft)
            del self._before[:-_MOST_STEPS]
            self._after.clear()
            self._set(after)
        return refused

    def _go(self, source: list[Draft], target: list[Draft]) -> bool:
        if not source:
            return False
        target.append(self.draft)
        self._set(source.pop())
        return True

    def _set(self, draft: Draft) -> None:
        self.draft = draft
        self._lines = None


def _is_same(one: Draft, other: Draft) -> bool:
    return (one.contents, dict(one.decisions)) == (other.contents, dict(other.decisions))


def next_open(order: Sequence[str], open_ones: Collection[str], here: str, by: int) -> str:
    """Return the next proposal that is undecided, round at the ends; empty where there is none."""
    if not order:
        return ""
    start = order.index(here) if here in order else (-1 if by > 0 else 0)
    for step in range(1, len(order) + 1):
        name = order[(start + by * step) % len(order)]
        if name in open_ones:
            return name
    return ""
