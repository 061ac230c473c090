"""Tells of a round as a whole: its name, its deadline, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.oslo import oslo_time
from pressdesk.gui.desk.times import day_words
from pressdesk.gui.round.state import Overall
from pressdesk.gui.round.tell_people import (
    deadline_words,
    moment_words,
    round_name,
    waiting_words,
)
from pressdesk.i18n.moments import moment_in_words

if TYPE_CHECKING:
    from datetime import datetime

    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.round.scene import Scene
    from pressdesk.gui.round.state import Counts


def overall(speech: Saying, scene: Scene, now: datetime) -> Overall:
    """Return what the bars say."""
    shown = scene.shown
    tr = speech.gettext
    title = scene.release.draft.content().title.plain or tr("(without a title)")
    if shown.closed_at is None:
        deadline = deadline_words(speech, shown.deadline, now)
        waiting = waiting_words(speech, shown)
    else:
        day = day_words(speech, shown.closed_at, now)
        deadline, waiting = tr("Closed {day}").format(day=day), ""
    sent = tr("Sent {time} as version {number}").format(
        time=moment_words(speech, shown.at, now), number=shown.opened.revision_number
    )
    count = len(scene.release.events)
    kept = speech.ngettext(
        "The log is unbroken: {count} event, signed",
        "The log is unbroken: {count} events, signed",
        count,
    )
    return Overall(
        title=title,
        round_words=round_name(speech, shown),
        is_open=shown.is_open and not shown.is_request,
        deadline=shown.deadline,
        deadline_words=deadline,
        waiting_words=waiting,
        left_words=sent,
        right_words=kept.format(count=count),
    )


def spoken_deadline(speech: Saying, deadline: datetime) -> str:
    """Return «torsdag 26. november 2026 kl. 12.00»."""
    return moment_in_words(oslo_time(deadline), speech.language)


def counted(speech: Saying, counts: Counts) -> str:
    """Return «7 forslag igjen · 3 godtatt · 1 avvist»."""
    if not any((counts.left, counts.accepted, counts.rejected)):
        return speech.gettext("no proposals")
    left = speech.ngettext("{count} proposal left", "{count} proposals left", counts.left)
    parts = [left.format(count=counts.left)]
    if counts.accepted:
        words = speech.ngettext("{count} accepted", "{count} accepted", counts.accepted)
        parts.append(words.format(count=counts.accepted))
    if counts.rejected:
        words = speech.ngettext("{count} rejected", "{count} rejected", counts.rejected)
        parts.append(words.format(count=counts.rejected))
    return " · ".join(parts)


def undecided_words(speech: Saying, count: int) -> str:
    """Return what to ask before a round is closed with undecided proposals."""
    words = speech.ngettext(
        "{count} proposal is not decided. What becomes of it?",
        "{count} proposals are not decided. What becomes of them?",
        count,
    )
    return words.format(count=count)


def taken_words(speech: Saying, count: int) -> str:
    """Return what was done at once."""
    words = speech.ngettext(
        "{count} proposal was accepted.", "{count} proposals were accepted.", count
    )
    return words.format(count=count)


def refused_words(speech: Saying, count: int) -> str:
    """Return how many proposals could not be taken."""
    words = speech.ngettext(
        "{count} proposal does not fit the text as it stands. Choose on its card.",
        "{count} proposals do not fit the text as it stands. Choose on their cards.",
        count,
    )
    return words.format(count=count)
