"""What the desk shows of a release: one line, computed from its draft whenever that changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pressdesk.domain.history import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pressdesk.domain.content import Content, Language
    from pressdesk.domain.draft import Draft
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.domain.ledger import Event
    from pressdesk.domain.rounds import Awaited

_LONG = 2_000
"""Letters; longer texts are rare, and not kept."""
_WORD = re.compile(r"\w[\w'’\-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One line of the desk.

    Shape: ``partners`` are short forms in their order. ``approved`` of ``quotes`` are approved,
    ``stale`` must be approved anew. ``round_number`` is that of the open round, 0 where none is;
    ``waiting_for`` are the names of those who have not answered, and ``deadline`` is theirs.
    Units: ``changed_at``, ``deadline`` and ``embargo`` are aware UTC instants.
    """

    release: ReleaseId
    title: str
    template: str | None
    language: Language
    words: int
    partners: tuple[str, ...]
    stage: Stage
    quotes: int
    approved: int
    embargo: datetime | None
    changed_at: datetime
    stale: int = 0
    round_number: int = 0
    deadline: datetime | None = None
    waiting_for: tuple[str, ...] = ()


def word_count(content: Content) -> int:
    """Return the number of words in title, lead and body."""
    texts = [content.title, *content.lead]
    for block in content.blocks:
        texts.extend(block.texts)
    return sum(_words_in(text.plain) for text in texts)


def _words_in(text: str) -> int:
    return _counted(text) if len(text) <= _LONG else _counted.__wrapped__(text)


@lru_cache(maxsize=4096)
def _counted(text: str) -> int:
    """Return how many words stand in ``text``; most texts are counted again and again."""
    return len(_WORD.findall(text))


def overview(release: ReleaseId, draft: Draft, events: Sequence[Event] = ()) -> Overview:
    """Return the line of a release, as its draft and its ledger have it."""
    progress = _progress(draft, events)
    awaited = progress.awaited
    content = draft.content()
    return Overview(
        release=release,
        title=content.title.plain,
        template=content.template,
        language=content.language,
        words=word_count(content),
        partners=tuple(partner.short for partner in content.partners),
        stage=progress.stage,
        quotes=sum(1 for _ in content.quotes()),
        approved=progress.approved,
        embargo=content.embargo,
        changed_at=draft.saved_at,
        stale=progress.stale,
        round_number=awaited.number if awaited else 0,
        deadline=awaited.deadline if awaited else None,
        waiting_for=awaited.names if awaited else (),
    )


_SAYS_NOTHING = ("ReleaseCreated", "RevisionSaved", "Exported")
"""Kinds of events that change neither the stage nor an approval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Progress:
    """What the ledger says; quotes are counted in the first text."""

    stage: Stage
    approved: int = 0
    stale: int = 0
    awaited: Awaited | None = None


def _progress(draft: Draft, events: Sequence[Event]) -> _Progress:
    if all(event.header.kind.value in _SAYS_NOTHING for event in events):
        return _Progress(stage=Stage.DRAFT)
    # Late: the lines of the desk are read before anything is folded.
    from pressdesk.domain.approvals import ApprovalState, approval_states
    from pressdesk.domain.freezing import stage
    from pressdesk.domain.rounds import awaited

    content = draft.content()
    standings = approval_states(events, content)
    states = [standings[quote.id].state for quote in content.quotes()]
    reached = stage(events, draft.contents)
    return _Progress(
        stage=reached,
        approved=states.count(ApprovalState.APPROVED),
        stale=states.count(ApprovalState.STALE),
        awaited=awaited(events) if reached is Stage.ROUND else None,
    )
