"""What the ready page shows, made of a release and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalState, approval_states
from pressdesk.domain.comments import comments
from pressdesk.domain.content import ReleaseMode
from pressdesk.domain.freezing import Frozen, Overridden, frozen, is_frozen
from pressdesk.domain.history import payload_of
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.preflight import GapCode
from pressdesk.domain.records import from_json
from pressdesk.domain.rounds import rounds
from pressdesk.gui.desk.times import past_words
from pressdesk.gui.editor.days import spoken_day
from pressdesk.gui.editor.exporting import scan_words, title_of
from pressdesk.gui.editor.figures import language_name, release_words
from pressdesk.gui.ready.gaps import GapCard, findings_card, gap_card
from pressdesk.gui.stages import stage_steps
from pressdesk.gui.widgets.painting import Tone
from pressdesk.services.exporting import CHECKED_FOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.content import Content
    from pressdesk.domain.ledger import Event
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.ready.work import Proofs, Seen
    from pressdesk.gui.widgets.stage_line import Step
    from pressdesk.services.gate import Missing

_MOST_CARDS = 60
"""Cards of a kind that are shown; who has more to do starts with the first."""
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class LastFile:
    """The file that was exported last."""

    title: str
    name: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyState:
    """The whole page, in the user's language."""

    title: str
    badge: str
    tone: Tone
    steps: tuple[Step, ...]
    heading: str
    blocking: tuple[GapCard, ...]
    warnings: tuple[GapCard, ...]
    more: str
    fine: tuple[str, ...]
    file_name: str
    file_state: str
    is_ready: bool
    is_frozen: bool
    lock_words: str
    lock_details: str
    release_words: str
    release_details: str
    last: LastFile | None
    log: str
    is_log_whole: bool
    foot: str


def ready_state(saying: Saying, seen: Seen, proofs: Proofs | None, now: datetime) -> ReadyState:
    """Return what to show of a release."""
    _ = saying.gettext
    release, readiness = seen.release, seen.readiness
    contents, content = release.draft.contents, release.draft.content()
    is_final = is_frozen(release.events, contents)
    count = len(readiness.blocking)
    warnings = _cards(saying, readiness.warnings, contents)
    if proofs is not None and proofs.errors:
        warnings = (findings_card(saying, proofs.errors), *warnings)
    badge, tone = _badge(saying, count, is_final=is_final)
    left = max(0, count - _MOST_CARDS)
    more = saying.ngettext("{count} more thing", "{count} more things", left or 1)
    lock_words, lock_details = _lock_words(saying, seen, is_final=is_final, now=now)
    return ReadyState(
        title=title_of(saying, content),
        badge=badge,
        tone=tone,
        steps=stage_steps(saying, release.events, contents, is_checking=True),
        heading=_("This remains") if count else _("Nothing is missing"),
        blocking=_cards(saying, readiness.blocking[:_MOST_CARDS], contents),
        warnings=warnings,
        more=more.format(count=left) if left else "",
        fine=tuple(_fine(saying, seen, content, proofs)),
        file_name=seen.final_name,
        file_state=_("ready") if is_final else _("after locking"),
        is_ready=readiness.is_ready,
        is_frozen=is_final,
        lock_words=lock_words,
        lock_details=lock_details,
        release_words=release_words(saying, content),
        release_details=_due(saying, content, now),
        last=_last_file(saying, release.events, now),
        log=_log_words(saying, seen),
        is_log_whole=seen.verification.unbroken,
        foot=_foot(saying, content, proofs),
    )


def _cards(
    saying: Saying, missing: Sequence[Missing], contents: Sequence[Content]
) -> tuple[GapCard, ...]:
    by_language = {one.language.value: one for one in contents}
    first = contents[0].language.value
    return tuple(
        gap_card(saying, one, by_language[one.language], is_first=one.language == first)
        for one in missing
    )


def _badge(saying: Saying, count: int, *, is_final: bool) -> tuple[str, Tone]:
    if is_final:
        return saying.gettext("Locked"), Tone.ACCENT
    if not count:
        return saying.gettext("Ready"), Tone.OK
    words = saying.ngettext(
        "Not ready · {count} thing missing", "Not ready · {count} things missing", count
    )
    return words.format(count=count), Tone.WARN


# --- what is in order


def _fine(saying: Saying, seen: Seen, content: Content, proofs: Proofs | None) -> Iterator[str]:
    _ = saying.gettext
    codes = {one.gap.code for one in (*seen.readiness.blocking, *seen.readiness.warnings)}
    events = seen.release.events
    held = [one for one in rounds(events) if not one.is_request]
    if held and all(held[-1].responses_of(one) for one in held[-1].opened.readers):
        yield _("Everybody who was asked has answered")
    yield from _fine_quotes(saying, events, content)
    if GapCode.PROPOSAL_OPEN not in codes and any(one.proposals() for one in held):
        yield _("Every proposal is decided")
    if GapCode.COMMENT_OPEN not in codes:
        known = comments(events)
        yield _("Every comment is settled") if known else _("No open comments")
    if GapCode.PLACEHOLDER not in codes:
        yield _("Nothing is left to fill in")
    if not codes & {GapCode.CONTACT_MISSING, GapCode.CONTACT_UNREACHABLE}:
        yield _("Contacts with telephone numbers")
    if GapCode.DATE_MISSING not in codes and content.date is not None:
        words = _("Dated {day}, {place}")
        yield words.format(day=spoken_day(saying, content.date), place=content.place)
    if GapCode.BOILERPLATE_MISSING not in codes and content.boilerplates:
        yield _("A text about every partner")
    if proofs is not None and not proofs.errors:
        yield _("No errors in the language")


def _fine_quotes(saying: Saying, events: Sequence[Event], content: Content) -> Iterator[str]:
    states = approval_states(events, content)
    quotes = [states[quote.id] for quote in content.quotes()]
    approved = sum(one.state is ApprovalState.APPROVED for one in quotes)
    if approved:
        words = saying.ngettext(
            "{approved} of {total} quote approved",
            "{approved} of {total} quotes approved",
            len(quotes),
        )
        yield words.format(approved=approved, total=len(quotes))


# --- the lock


def _lock_words(saying: Saying, seen: Seen, *, is_final: bool, now: datetime) -> tuple[str, str]:
    """Return where the text stands, and what that means."""
    _ = saying.gettext
    events = seen.release.events
    last = frozen(events)
    if last is None or not is_final:
        if last is not None:
            words = _("The text was changed after it was locked as version {number}.")
            again = _("Lock it again before it goes out; the earlier lock stays in the log.")
            return words.format(number=last.number), again
        if seen.readiness.is_ready:
            return _("The text can be locked."), _(
                "Final files are made of exactly these words. You can still go on writing: then "
                "the text has to be locked again."
            )
        return _("The text cannot be locked yet."), _(
            "What remains is listed on this page. Whoever locks all the same answers for it: name "
            "and reason go into the log, with everything that is missing."
        )
    words = _("Locked as version {number}, {time}.")
    locked = words.format(number=last.number, time=past_words(saying, _frozen_at(events), now))
    taken = _override_of(events, last)
    if taken is None:
        return locked, _("Final files are made of exactly these words.")
    said = saying.ngettext(
        "{name} locked it although {count} thing was missing: “{reason}”. It stands in the log.",
        "{name} locked it although {count} things were missing: “{reason}”. It stands in the log.",
        len(taken.gaps),
    )
    return locked, said.format(name=taken.by, count=len(taken.gaps), reason=taken.reason)


def _frozen_at(events: Sequence[Event]) -> datetime:
    return next(
        event.header.at for event in reversed(events) if event.header.kind is EventKind.FROZEN
    )


def _override_of(events: Sequence[Event], last: Frozen) -> Overridden | None:
    """Return the responsibility that was taken for the last freeze, if it had to be."""
    for event in reversed(events):
        payload = payload_of(event)
        if event.header.kind is EventKind.OVERRIDDEN and payload is not None:
            taken = from_json(Overridden, payload)
            return taken if taken.revision == last.revision else None
    return None


# --- files, times, log


def _last_file(saying: Saying, events: Sequence[Event], now: datetime) -> LastFile | None:
    _ = saying.gettext
    for event in reversed(events):
        payload = payload_of(event)
        if event.header.kind is EventKind.EXPORTED and isinstance(payload, dict):
            kind = _("Draft") if payload.get("is_draft") else _("Final file")
            when = past_words(saying, event.header.at, now)
            return LastFile(
                title=_("{kind}, {time}").format(kind=kind, time=when),
                name=_text(payload.get("file_name")),
                report=report_words(saying),
            )
    return None


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def report_words(saying: Saying) -> str:
    """Return what every written file was checked for, as a sentence."""
    names = scan_words(saying)
    checked = [names[kind] for kind in CHECKED_FOR]
    listed = saying.gettext("{list} or {last}").format(
        list=", ".join(checked[:-1]), last=checked[-1]
    )
    words = saying.gettext("Read again: the text is the same. No {list}.")
    return words.format(list=listed)


def _due(saying: Saying, content: Content, now: datetime) -> str:
    """Return how long it is until the text may be published."""
    _ = saying.gettext
    if content.release_mode is ReleaseMode.IMMEDIATE or content.embargo is None:
        return "" if content.release_mode is not None else _("Not decided yet.")
    left = (content.embargo - now).total_seconds()
    if left <= 0:
        return _("The time is past.")
    days, hours, minutes = (
        int(left // _DAY_S),
        int(left % _DAY_S // _HOUR_S),
        int(left % _HOUR_S // _MINUTE_S),
    )
    parts = []
    if days:
        parts.append(saying.ngettext("{count} day", "{count} days", days).format(count=days))
    if hours:
        parts.append(saying.ngettext("{count} hour", "{count} hours", hours).format(count=hours))
    if not parts:
        words = saying.ngettext("{count} minute", "{count} minutes", minutes)
        parts.append(words.format(count=minutes))
    span = _(" and ").join(parts)
    return _("in {time} · Europe/Oslo").format(time=span)


def _log_words(saying: Saying, seen: Seen) -> str:
    count = seen.verification.events
    if not seen.verification.unbroken:
        return saying.gettext("The log is broken. Run “verify” to see where.")
    words = saying.ngettext(
        "The log is unbroken: {count} event, signed",
        "The log is unbroken: {count} events, signed",
        count,
    )
    return words.format(count=count)


def _foot(saying: Saying, content: Content, proofs: Proofs | None) -> str:
    language = language_name(saying, content.language)
    readers = " · " + saying.gettext("built in") if proofs is not None and proofs.engines else ""
    return language + readers
