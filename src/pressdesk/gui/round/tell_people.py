"""Tells of the readers of a round, and of the rounds of a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.comments import comments
from pressdesk.domain.oslo import oslo_time
from pressdesk.domain.rounds import Decided, ReaderRole
from pressdesk.gui.desk.times import clock_words, day_words, due_words
from pressdesk.gui.round.state import PersonCard, PersonState, RoundRow
from pressdesk.gui.round.words import (
    ROLES,
    STATES,
    VIAS,
    initials_of,
    short_name,
    short_of,
    slot_of,
    surname,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from pressdesk.domain.rounds import Reader, Response, ReviewRound
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.round.scene import Scene


def people(speech: Saying, scene: Scene, now: datetime) -> tuple[PersonCard, ...]:
    """Return the readers, those who have answered first, and whoever answered unasked."""
    shown = scene.shown
    cards = [_card(speech, scene, reader, now) for reader in shown.opened.readers]
    order = (PersonState.ANSWERED, PersonState.OVERDUE, PersonState.WAITING)
    cards.sort(key=lambda card: order.index(card.state))
    return (*cards, *_strangers(speech, scene, now))


def waiting_for(asked: ReviewRound) -> tuple[Reader, ...]:
    """Return those whose answer a round waits for."""
    expected = [one for one in asked.opened.readers if one.role is not ReaderRole.READER]
    return tuple(one for one in expected if not asked.responses_of(one))


def waiting_words(speech: Saying, asked: ReviewRound) -> str:
    """Return «venter på Paulsen», «venter på 3», or that everybody has answered."""
    names = waiting_for(asked)
    if not names:
        return speech.gettext("everybody has answered")
    if len(names) <= 2:  # noqa: PLR2004  # more are too many for a line
        who = speech.gettext("{one} and {other}")
        said = [surname(one.name) for one in names]
        shown = said[0] if len(said) == 1 else who.format(one=said[0], other=said[1])
        return speech.gettext("waiting for {names}").format(names=shown)
    return speech.gettext("waiting for {count} people").format(count=len(names))


def round_name(speech: Saying, asked: ReviewRound, scene: Scene | None = None) -> str:
    """Return «Runde 2», or whose quote was sent outside the rounds."""
    if not asked.is_request:
        return speech.gettext("Round {number}").format(number=asked.opened.number)
    names = ", ".join(surname(one.name) for one in asked.opened.readers)
    return speech.gettext("Quote to {names}").format(names=names)


def round_rows(speech: Saying, scene: Scene, now: datetime) -> tuple[RoundRow, ...]:
    """Return every round, oldest first: «Runde 1 – lukket 20. nov.»."""
    return tuple(
        RoundRow(
            key=one.id,
            name=round_name(speech, one),
            note=(
                speech.gettext("is open")
                if one.closed_at is None
                else speech.gettext("closed {day}").format(
                    day=day_words(speech, one.closed_at, now)
                )
            ),
        )
        for one in scene.every
    )


def moment_words(speech: Saying, instant: datetime, now: datetime) -> str:
    """Return «12.10» for today, else «24. nov. 11.42»."""
    time = clock_words(speech, instant)
    if oslo_time(instant).date() == oslo_time(now).date():
        return time
    return speech.gettext("{day} {time}").format(day=day_words(speech, instant, now), time=time)


def deadline_words(speech: Saying, deadline: datetime, now: datetime) -> str:
    """Return «Frist i dag 15.00»."""
    if deadline <= now:
        said = moment_words(speech, deadline, now)
        return speech.gettext("The deadline was {time}").format(time=said)
    return speech.gettext("Deadline {time}").format(time=due_words(speech, deadline, now))


def _card(speech: Saying, scene: Scene, reader: Reader, now: datetime) -> PersonCard:
    shown = scene.shown
    responses = shown.responses_of(reader)
    state = PersonState.ANSWERED
    if not responses:
        is_late = shown.is_open and shown.deadline <= now
        state = PersonState.OVERDUE if is_late else PersonState.WAITING
    lines = tuple(_answer_lines(speech, scene, responses, now))
    if not responses:
        role = speech.gettext(ROLES[reader.role])
        lines = (role,)
        if shown.is_open:
            lines = (f"{role} · {deadline_words(speech, shown.deadline, now)}",)
    can_remind = shown.is_open and not responses and reader.role is not ReaderRole.READER
    return PersonCard(
        key=reader.id,
        name=short_name(reader.name),
        initials=initials_of(reader.name),
        partner=short_of(scene.content, reader.partner),
        slot=slot_of(scene.content, reader.partner),
        state=state,
        state_words=speech.gettext(STATES[state]),
        lines=lines,
        alarm=_alarm(speech, responses),
        mail=(reader.mail or "") if can_remind else "",
    )


def _strangers(speech: Saying, scene: Scene, now: datetime) -> Iterator[PersonCard]:
    for response in scene.shown.responses:
        if response.received.reader is not None:
            continue
        person = response.received.person
        yield PersonCard(
            key=response.received.id,
            name=short_name(person) if person else speech.gettext("Unknown person"),
            initials=initials_of(person),
            partner="",
            slot=slot_of(scene.content, None),
            state=PersonState.ANSWERED,
            state_words=speech.gettext(STATES[PersonState.ANSWERED]),
            lines=tuple(_answer_lines(speech, scene, (response,), now)),
            alarm=_alarm(speech, (response,)),
        )


def _answer_lines(
    speech: Saying, scene: Scene, responses: Sequence[Response], now: datetime
) -> Iterator[str]:
    """Yield how and when somebody answered, and what came."""
    if not responses:
        return
    last = responses[-1]
    via = speech.gettext(VIAS[last.received.via])
    yield f"{via} · {moment_words(speech, last.at, now)}"
    ids = {one.received.id for one in responses}
    remarks = sum(one.added.response in ids for one in comments(scene.release.events))
    proposals = sum(len(one.received.proposals) for one in responses)
    counted = [
        speech.ngettext("{count} proposal", "{count} proposals", proposals).format(count=proposals)
        if proposals
        else "",
        speech.ngettext("{count} comment", "{count} comments", remarks).format(count=remarks)
        if remarks
        else "",
    ]
    if said := ", ".join(one for one in counted if one):
        yield said
    if said := _quotes_said(speech, responses):
        yield said
    if not proposals and not remarks and not any(one.received.answers for one in responses):
        yield speech.gettext("no changes")


def _quotes_said(speech: Saying, responses: Sequence[Response]) -> str:
    """Return «2 sitater godkjent, 1 endret»."""
    said = [one.decision for response in responses for one in response.received.answers]
    parts = []
    if count := said.count(Decided.APPROVED):
        words = speech.ngettext("{count} quote approved", "{count} quotes approved", count)
        parts.append(words.format(count=count))
    if count := said.count(Decided.APPROVED_AS_CHANGED):
        words = speech.ngettext(
            "{count} quote approved as changed", "{count} quotes approved as changed", count
        )
        parts.append(words.format(count=count))
    if count := said.count(Decided.CHANGE_ASKED):
        words = speech.ngettext(
            "wants {count} quote changed", "wants {count} quotes changed", count
        )
        parts.append(words.format(count=count))
    if said.count(Decided.DECLINED):
        parts.append(speech.gettext("does not want to be quoted"))
    return ", ".join(parts)


def _alarm(speech: Saying, responses: Sequence[Response]) -> str:
    silent = sum(one.silent_edits for one in responses)
    if not silent:
        return ""
    words = speech.ngettext(
        "{count} unmarked change found", "{count} unmarked changes found", silent
    )
    return words.format(count=silent)
