"""What a release waits for: its open round, words to approve anew, and the next deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.history import Stage
from pressdesk.gui.desk.times import due_words, overdue_words

if TYPE_CHECKING:
    from datetime import datetime

    from pressdesk.domain.overview import Overview
    from pressdesk.gui.desk.times import Words

_MOST_NAMES = 2
"""More are too many for a line."""


def is_in_round(one: Overview) -> bool:
    """Return whether a round is open."""
    return one.stage is Stage.ROUND and one.deadline is not None


def is_overdue(one: Overview, now: datetime) -> bool:
    """Return whether the deadline has passed, and somebody has not answered."""
    is_behind = one.deadline is not None and one.deadline <= now
    return is_in_round(one) and is_behind and bool(one.waiting_for)


def has_stale(one: Overview) -> bool:
    """Return whether quotes must be approved anew, and still can be."""
    return one.stale > 0 and one.stage in (Stage.DRAFT, Stage.ROUND)


def has_embargo(one: Overview, now: datetime) -> bool:
    """Return whether an embargo is ahead."""
    return one.embargo is not None and one.embargo > now


def next_due(one: Overview, now: datetime) -> datetime | None:
    """Return when something is due next: the round's deadline, also if overdue, or the embargo."""
    dues = []
    if is_in_round(one) and one.deadline and (one.deadline > now or one.waiting_for):
        dues.append(one.deadline)
    if one.embargo and one.embargo > now and one.stage is not Stage.PUBLISHED:
        dues.append(one.embargo)
    return min(dues, default=None)


def need(one: Overview, now: datetime) -> tuple[int, float]:
    """Return where a line stands among the others: what needs doing soonest has the least.

    What is overdue, longest first; what is due, soonest first; rounds that everybody answered and
    quotes to approve anew; the rest.
    """
    due = next_due(one, now)
    if is_overdue(one, now) and due is not None:
        return 0, due.timestamp()
    if due is not None:
        return 1, due.timestamp()
    return (2 if has_stale(one) or is_in_round(one) else 3), 0.0


def stale_words(words: Words, count: int) -> str:
    """Return «1 sitat må godkjennes på nytt»."""
    return words.ngettext(
        "{count} quote must be approved again", "{count} quotes must be approved again", count
    ).format(count=count)


def round_words(words: Words, one: Overview) -> str:
    """Return «Runde 2 · venter på Paulsen», or that everybody has answered."""
    number = words.gettext("Round {number}").format(number=one.round_number)
    names = [_surname(name) for name in one.waiting_for]
    if not names:
        waiting = words.gettext("everybody has answered")
    elif len(names) > _MOST_NAMES:
        waiting = words.gettext("waiting for {count} people").format(count=len(names))
    else:
        both = words.gettext("{one} and {other}")
        who = both.format(one=names[0], other=names[-1]) if len(names) > 1 else names[0]
        waiting = words.gettext("waiting for {names}").format(names=who)
    return f"{number} · {waiting}"


def embargo_words(words: Words, one: Overview, now: datetime) -> str:
    """Return «sperrefrist torsdag 08.00»; nothing where there is none."""
    if one.embargo is None:
        return ""
    return words.gettext("embargo {time}").format(time=due_words(words, one.embargo, now))


def moment_words(words: Words, one: Overview, now: datetime) -> str:
    """Return what the column of the next deadline says: «i dag 15.00», «gikk ut i går»."""
    due = next_due(one, now) or one.embargo
    if due is None:
        return ""
    is_late = is_overdue(one, now)
    return overdue_words(words, due, now) if is_late else due_words(words, due, now)


def due_sentence(words: Words, one: Overview, now: datetime) -> str:
    """Return what is due and when, for the ear: «frist for runde 2 i dag 15.00»."""
    due = next_due(one, now)
    if due is None or due == one.embargo:
        return embargo_words(words, one, now)
    said = moment_words(words, one, now)
    return words.gettext("deadline of round {number} {time}").format(
        number=one.round_number, time=said
    )


def summary_words(words: Words, ordered: tuple[Overview, ...], now: datetime) -> str:
    """Return the sentence above lines that stand by need: what is late, and what is next."""
    said = []
    if late := sum(is_overdue(one, now) for one in ordered):
        sentence = words.ngettext(
            "{count} deadline has passed.", "{count} deadlines have passed.", late
        )
        said.append(sentence.format(count=late))
    ahead = ((due, one) for one in ordered if (due := next_due(one, now)) and due > now)
    found = next(ahead, None)
    if found is not None:
        due, one = found
        time = due_words(words, due, now)
        title = one.title.strip() or words.gettext("(without a title)")
        if due == one.embargo:
            sentence = words.gettext("Next embargo: {time} ({title}).")
        else:
            sentence = words.gettext("Next deadline: {time} ({title}, round {number}).")
        said.append(sentence.format(time=time, title=title, number=one.round_number))
    return " ".join(said) or words.gettext("Last changed first. No deadline is ahead.")


def _surname(name: str) -> str:
    return (name.split() or [name])[-1]
