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

_LONG = 2_000
"""Letters; longer texts are rare, and not kept."""
_WORD = re.compile(r"\w[\w'’\-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One line of the desk.

    Shape: ``partners`` are short forms in their order. ``approved`` of ``quotes`` are approved.
    Units: ``changed_at`` and ``embargo`` are aware UTC instants.
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
    stage, approved = _progress(draft, events)
    content = draft.content()
    return Overview(
        release=release,
        title=content.title.plain,
        template=content.template,
        language=content.language,
        words=word_count(content),
        partners=tuple(partner.short for partner in content.partners),
        stage=stage,
        quotes=sum(1 for _ in content.quotes()),
        approved=approved,
        embargo=content.embargo,
        changed_at=draft.saved_at,
    )


_SAYS_NOTHING = ("ReleaseCreated", "RevisionSaved", "Exported")
"""Kinds of events that change neither the stage nor an approval."""


def _progress(draft: Draft, events: Sequence[Event]) -> tuple[Stage, int]:
    """Return the stage, and how many quotes of the first text are approved."""
    if all(event.header.kind.value in _SAYS_NOTHING for event in events):
        return Stage.DRAFT, 0
    # Late: the lines of the desk are read before anything is folded.
    from pressdesk.domain.approvals import ApprovalState, approval_states
    from pressdesk.domain.freezing import stage

    content = draft.content()
    states = approval_states(events, content)
    approved = sum(states[quote.id].state is ApprovalState.APPROVED for quote in content.quotes())
    return stage(events, draft.contents), approved
