"""One line about each event of a ledger, as people read it in the log.

Names of people and files, never words of the release or of a comment: a log is read by all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalGiven, ApprovalWithdrawn, DelegateAuthorised, Scope
from pressdesk.domain.comments import Audience, CommentAdded, CommentResolved
from pressdesk.domain.freezing import Frozen, Overridden
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.oslo import oslo_time
from pressdesk.domain.records import from_json
from pressdesk.domain.rounds import (
    DeadlineMoved,
    Decided,
    ProposalsDecided,
    ResponseReceived,
    RoundOpened,
)
from pressdesk.i18n.catalogue import catalogue
from pressdesk.i18n.marking import N_
from pressdesk.i18n.moments import moment_in_words
from pressdesk.textops.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pressdesk.domain.canonical import Json


def summary(kind: EventKind, payload: Json, language: str) -> str:
    """Return the line for an event; ``payload`` is None where it is withheld or erased."""
    _ = catalogue(language).gettext
    if not isinstance(payload, dict):
        return _("The details are not in this copy")
    tell = _OF_REVIEWS.get(kind)
    words = tell(payload, language) if tell else _of_texts(kind, payload, language)
    return visible_line(words)


def _of_texts(kind: EventKind, payload: Mapping[str, Json], language: str) -> str:  # noqa: PLR0911  # one each
    _ = catalogue(language).gettext
    match kind:
        case EventKind.RELEASE_CREATED if payload.get("source_name"):
            return _("Release made from {source_name}").format(**payload)
        case EventKind.RELEASE_CREATED:
            return _("Release made")
        case EventKind.REVISION_SAVED:
            return _("Version {number}: {name}").format(**payload)
        case EventKind.EXPORTED if payload.get("is_draft"):
            return _("Draft written: {file_name}").format(**payload)
        case EventKind.EXPORTED:
            return _("Final file written: {file_name}").format(**payload)
        case EventKind.PAYLOAD_ERASED:
            return _("Details of earlier events erased: {reason}").format(**payload)
        case _:
            return kind.value


def _opened(payload: Json, language: str) -> str:
    _ = catalogue(language).gettext
    opened = from_json(RoundOpened, payload)
    names = ", ".join(one.name for one in opened.readers)
    deadline = moment_in_words(oslo_time(opened.deadline), language)
    if opened.quote is not None:
        words = _("A quote was sent to {names} for approval, deadline {deadline}")
    else:
        words = _("Round {number} was sent to {names}, deadline {deadline}")
    return words.format(number=opened.number, names=names, deadline=deadline)


def _moved(payload: Json, language: str) -> str:
    deadline = oslo_time(from_json(DeadlineMoved, payload).deadline)
    words = catalogue(language).gettext("New deadline: {deadline}")
    return words.format(deadline=moment_in_words(deadline, language))


def _received(payload: Json, language: str) -> str:
    received = from_json(ResponseReceived, payload)
    count = len(received.proposals)
    words = catalogue(language).ngettext(
        "Answer from {person}, with one proposal",
        "Answer from {person}, with {count} proposals",
        count,
    )
    if not count:
        words = catalogue(language).gettext("Answer from {person}, without proposals")
    told = words.format(person=received.person, count=count)
    silent = sum(not one.is_marked for one in received.proposals)
    if silent:
        unmarked = catalogue(language).gettext("without tracking: {count}").format(count=silent)
        told = f"{told} ({unmarked})"
    return told


def _decided(payload: Json, language: str) -> str:
    decided = from_json(ProposalsDecided, payload).decisions
    accepted = sum(one.is_accepted for one in decided)
    words = catalogue(language).gettext(
        "Proposals decided: {accepted} accepted, {rejected} rejected"
    )
    return words.format(accepted=accepted, rejected=len(decided) - accepted)


def _given(payload: Json, language: str) -> str:
    _ = catalogue(language).gettext
    given = from_json(ApprovalGiven, payload)
    if given.scope is Scope.BOILERPLATE:
        return _(_ANSWERS_FOR_PARTNERS[given.decision]).format(by=given.by)
    is_own = given.speaker == given.by
    words = _ANSWERS[given.decision] if is_own else _ANSWERS_FOR_OTHERS[given.decision]
    return _(words).format(by=given.by, speaker=given.speaker)


def _withdrawn(payload: Json, language: str) -> str:
    withdrawn = from_json(ApprovalWithdrawn, payload)
    words = catalogue(language).gettext("{by} took back an approval: {reason}")
    return words.format(by=withdrawn.by, reason=withdrawn.reason)


def _authorised(payload: Json, language: str) -> str:
    named = from_json(DelegateAuthorised, payload)
    words = catalogue(language).gettext("{delegate} may approve for {speaker}")
    return words.format(delegate=named.delegate, speaker=named.speaker)


def _commented(payload: Json, language: str) -> str:
    _ = catalogue(language).gettext
    added = from_json(CommentAdded, payload)
    words = _(_COMMENTS[added.audience]) if added.parent is None else _("Reply from {author}")
    return words.format(author=added.author)


def _resolved(payload: Json, language: str) -> str:
    resolved = from_json(CommentResolved, payload)
    return catalogue(language).gettext("{by} settled a comment").format(by=resolved.by)


def _closed(_payload: Json, language: str) -> str:
    return catalogue(language).gettext("Round closed")


def _frozen(payload: Json, language: str) -> str:
    frozen = from_json(Frozen, payload)
    return catalogue(language).gettext("Version {number} was frozen").format(number=frozen.number)


def _overridden(payload: Json, language: str) -> str:
    overridden = from_json(Overridden, payload)
    count = len(overridden.gaps)
    words = catalogue(language).ngettext(
        "Frozen although one thing was missing; {by} answers for it: {reason}",
        "Frozen although {count} things were missing; {by} answers for it: {reason}",
        count,
    )
    return words.format(by=overridden.by, reason=overridden.reason, count=count)


_ANSWERS = {
    Decided.APPROVED: N_("{by} approved their quote"),
    Decided.APPROVED_AS_CHANGED: N_("{by} approved their quote as changed"),
    Decided.CHANGE_ASKED: N_("{by} wants their quote changed"),
    Decided.DECLINED: N_("{by} does not want to be quoted"),
}
_ANSWERS_FOR_OTHERS = {
    Decided.APPROVED: N_("{by} approved a quote for {speaker}"),
    Decided.APPROVED_AS_CHANGED: N_("{by} approved a quote for {speaker} as changed"),
    Decided.CHANGE_ASKED: N_("{by} wants a quote by {speaker} changed"),
    Decided.DECLINED: N_("{by} answered for {speaker}, who does not want to be quoted"),
}
_ANSWERS_FOR_PARTNERS = {
    Decided.APPROVED: N_("{by} approved the text about the partner"),
    Decided.APPROVED_AS_CHANGED: N_("{by} approved the text about the partner as changed"),
    Decided.CHANGE_ASKED: N_("{by} wants the text about the partner changed"),
    Decided.DECLINED: N_("{by} does not want the text about the partner used"),
}
_COMMENTS = {
    Audience.OWN: N_("Comment from {author}, for their own organisation"),
    Audience.ALL: N_("Comment from {author}"),
    Audience.PARTNER: N_("Comment from {author}, for one partner"),
}
_OF_REVIEWS: dict[EventKind, Callable[[Json, str], str]] = {
    EventKind.ROUND_OPENED: _opened,
    EventKind.DEADLINE_MOVED: _moved,
    EventKind.RESPONSE_RECEIVED: _received,
    EventKind.PROPOSALS_DECIDED: _decided,
    EventKind.APPROVAL_GIVEN: _given,
    EventKind.APPROVAL_WITHDRAWN: _withdrawn,
    EventKind.DELEGATE_AUTHORISED: _authorised,
    EventKind.COMMENT_ADDED: _commented,
    EventKind.COMMENT_RESOLVED: _resolved,
    EventKind.ROUND_CLOSED: _closed,
    EventKind.FROZEN: _frozen,
    EventKind.OVERRIDDEN: _overridden,
}
