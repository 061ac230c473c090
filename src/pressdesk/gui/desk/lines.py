"""What the lines of the desk say, in which order, and which of them are asked for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.history import Stage
from pressdesk.gui.desk.times import Words, is_today, past_words
from pressdesk.gui.desk.waiting import (
    due_sentence,
    embargo_words,
    has_embargo,
    has_stale,
    is_in_round,
    is_overdue,
    moment_words,
    need,
    next_due,
    round_words,
    stale_words,
)
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.domain.overview import Overview

LANGUAGES = {Language.NB: N_("bokmål"), Language.NN: N_("nynorsk"), Language.EN: N_("in English")}
STAGES = {
    Stage.DRAFT: N_("Draft"),
    Stage.ROUND: N_("In review"),
    Stage.READY: N_("Approved"),
    Stage.FROZEN: N_("Locked"),
    Stage.PUBLISHED: N_("Published"),
}
TEMPLATES = {
    "samarbeidsavtale": N_("Partnership agreement"),
    "nytt-medlem": N_("New member"),
    "tildeling": N_("Funding award"),
    "arrangement": N_("Joint event"),
    "rapport": N_("Joint report"),
    "ansettelse": N_("Appointment"),
    "oppkjop": N_("Acquisition or merger"),
    "pilotprosjekt": N_("Pilot project"),
    "pris": N_("Award"),
    "horing": N_("Consultation response"),
    "milepael": N_("Milestone"),
    "redegjorelse": N_("Joint statement"),
}


class Filter(StrEnum):
    """Which releases are shown."""

    ALL = "all"
    DRAFTS = "drafts"
    EMBARGO = "embargo"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine:
    """One line, in the user's language."""

    release: ReleaseId
    title: str
    details: str
    """«Samarbeidsavtale · bokmål · 412 ord»."""
    partners: tuple[str, ...]
    stage: Stage
    stage_words: str
    approved: int
    quotes: int
    due: str
    """The round's deadline or the embargo, whichever is next; empty where there is neither."""
    due_spoken: str
    """The same for the ear, with what is due."""
    is_urgent: bool
    """It is due today."""
    changed: str
    spoken: str
    """The whole line for a screen reader."""
    stale: int = 0
    stale_words: str = ""
    """«1 sitat må godkjennes på nytt»; empty where none must."""
    is_overdue: bool = False


def desk_line(words: Words, one: Overview, now: datetime) -> DeskLine:
    """Return what the desk says of ``one``."""
    title = one.title.strip() or words.gettext("(without a title)")
    details = details_words(words, one)
    due, due_spoken = moment_words(words, one, now), due_sentence(words, one, now)
    next_time = next_due(one, now)
    if has_embargo(one, now) and next_time not in (None, one.embargo):
        details = f"{details} · {embargo_words(words, one, now)}"
    stale = stale_words(words, one.stale) if has_stale(one) else ""
    stage = _stage_words(words, one, stale)
    changed = past_words(words, one.changed_at, now)
    quotes = words.ngettext(
        "{approved} of {total} quote approved", "{approved} of {total} quotes approved", one.quotes
    ).format(approved=one.approved, total=one.quotes)
    spoken = [title, details, ", ".join(one.partners), stage, quotes]
    spoken += [stale if stale != stage else "", due_spoken]
    spoken.append(words.gettext("changed {time}").format(time=changed))
    return DeskLine(
        release=one.release,
        title=title,
        details=details,
        partners=one.partners,
        stage=one.stage,
        stage_words=stage,
        approved=one.approved,
        quotes=one.quotes,
        due=due,
        due_spoken=due_spoken,
        is_urgent=next_time is not None and is_today(next_time, now),
        changed=changed,
        spoken=", ".join(part for part in spoken if part),
        stale=one.stale if stale else 0,
        stale_words=stale,
        is_overdue=is_overdue(one, now),
    )


def _stage_words(words: Words, one: Overview, stale: str) -> str:
    if is_in_round(one):
        return round_words(words, one)
    return stale or words.gettext(STAGES[one.stage])


def details_words(words: Words, one: Overview) -> str:
    """Return template, language and length: «Tildeling · nynorsk · 455 ord»."""
    count = words.ngettext("{count} word", "{count} words", one.words).format(count=one.words)
    parts = [words.gettext(LANGUAGES[one.language]), count]
    if one.template:
        known = TEMPLATES.get(one.template)
        own = one.template.replace("-", " ").capitalize()
        parts.insert(0, words.gettext(known) if known else own)
    return " · ".join(parts)


def by_need(overviews: Iterable[Overview], now: datetime) -> tuple[Overview, ...]:
    """Return the lines by what needs doing: overdue, due soonest, to be done; last changed."""
    return tuple(sorted(overviews, key=lambda one: (need(one, now), -one.changed_at.timestamp())))


def filtered(overviews: Sequence[Overview], kind: Filter, now: datetime) -> tuple[Overview, ...]:
    """Return the lines of one kind."""
    if kind is Filter.DRAFTS:
        return tuple(one for one in overviews if one.stage is Stage.DRAFT)
    if kind is Filter.EMBARGO:
        return tuple(one for one in overviews if has_embargo(one, now))
    return tuple(overviews)


def matching(overviews: Sequence[Overview], query: str, words: Words) -> tuple[Overview, ...]:
    """Return the lines that hold every word of ``query`` in title, partners or details."""
    wanted = _folded(query).split()
    if not wanted:
        return tuple(overviews)
    return tuple(
        one
        for one in overviews
        if (held := _folded(" ".join((one.title, *one.partners, details_words(words, one)))))
        and all(word in held for word in wanted)
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
