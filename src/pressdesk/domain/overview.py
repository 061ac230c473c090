"""What the desk shows of a release: one line, computed from its draft whenever that changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.history import Stage

if TYPE_CHECKING:
    from datetime import datetime

    from pressdesk.domain.content import Content, Language
    from pressdesk.domain.draft import Draft
    from pressdesk.domain.ids import ReleaseId

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
    return sum(len(_WORD.findall(text.plain)) for text in texts)


def overview(release: ReleaseId, draft: Draft) -> Overview:
    """Return the line of a release that is being drafted."""
    content = draft.content()
    return Overview(
        release=release,
        title=content.title.plain,
        template=content.template,
        language=content.language,
        words=word_count(content),
        partners=tuple(partner.short for partner in content.partners),
        stage=Stage.DRAFT,
        quotes=sum(1 for _ in content.quotes()),
        approved=0,
        embargo=content.embargo,
        changed_at=draft.saved_at,
    )
