"""What is said of where a quote stands: a mark, a word or two, a sentence with the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pressdesk.domain.approvals import ApprovalState, Evidence, How
from pressdesk.domain.rounds import Decided
from pressdesk.gui.editor.days import spoken_moment
from pressdesk.gui.widgets.painting import Tone
from pressdesk.i18n.moments import day_in_words

if TYPE_CHECKING:
    from pressdesk.domain.approvals import ApprovalGiven, Standing
    from pressdesk.gui.editor.saying import Saying


class Mark(NamedTuple):
    """A sign at the end of a line, its tone, and the same in words."""

    sign: str
    tone: Tone
    spoken: str


_TONES = {
    ApprovalState.MISSING: Tone.NEUTRAL,
    ApprovalState.WAITING: Tone.NEUTRAL,
    ApprovalState.APPROVED: Tone.OK,
    ApprovalState.STALE: Tone.WARN,
    ApprovalState.CHANGE_ASKED: Tone.WARN,
    ApprovalState.DECLINED: Tone.DANGER,
}
_SIGNS = {
    ApprovalState.MISSING: "–",
    ApprovalState.WAITING: "…",
    ApprovalState.APPROVED: "✓",
    ApprovalState.STALE: "!",
    ApprovalState.CHANGE_ASKED: "!",
    ApprovalState.DECLINED: "✕",
}


def tone_of(standing: Standing) -> Tone:
    """Return what the state means."""
    return _TONES[standing.state]


def mark_of(saying: Saying, standing: Standing) -> Mark:
    """Return what stands beside a quote in the outline."""
    return Mark(_SIGNS[standing.state], tone_of(standing), state_words(saying, standing))


def state_words(saying: Saying, standing: Standing) -> str:
    """Return the state in a word or two: «godkjent», «må godkjennes på nytt»."""
    _ = saying.gettext
    return {
        ApprovalState.MISSING: _("not approved"),
        ApprovalState.WAITING: _("sent for approval"),
        ApprovalState.APPROVED: _("approved"),
        ApprovalState.STALE: _("must be approved again"),
        ApprovalState.CHANGE_ASKED: _("changes are wanted"),
        ApprovalState.DECLINED: _("does not want to be quoted"),
    }[standing.state]


def badge_words(saying: Saying, standing: Standing) -> str:
    """Return what the pill under a quote says: «Godkjent av Paulsen i runde 1»."""
    _ = saying.gettext
    given = standing.given
    match standing.state:
        case ApprovalState.APPROVED if given is not None:
            return _approved_words(saying, standing, given)
        case ApprovalState.STALE:
            return _("Must be approved again – show the difference")
        case ApprovalState.WAITING:
            return _("Sent for approval")
        case ApprovalState.CHANGE_ASKED:
            return _("Changes are wanted")
        case ApprovalState.DECLINED:
            return _("Does not want to be quoted")
        case _:
            return _("Not approved")


def _approved_words(saying: Saying, standing: Standing, given: ApprovalGiven) -> str:
    name = surname_of(given.by)
    if standing.round_number:
        words = saying.gettext("Approved by {name} in round {number}")
        return words.format(name=name, number=standing.round_number)
    if standing.at is None:
        return saying.gettext("Approved by {name}").format(name=name)
    day = day_in_words(standing.at, saying.language)
    return saying.gettext("Approved by {name} on {day}").format(name=name, day=day)


def evidence_words(saying: Saying, standing: Standing) -> str:
    """Return who answered, when, how that is known, and for whom; "" where nobody did."""
    _ = saying.gettext
    given = standing.given
    if given is None:
        return ""
    facts = {
        "name": given.by,
        "time": spoken_moment(saying, standing.at) if standing.at else "",
        "how": _how(saying, given, standing.round_number),
    }
    sentence = {
        Decided.APPROVED: _("{name} approved the words {how}, {time}."),
        Decided.APPROVED_AS_CHANGED: _("{name} approved the words as changed {how}, {time}."),
        Decided.CHANGE_ASKED: _("{name} asked for changes {how}, {time}."),
        Decided.DECLINED: _("{name} said no to being quoted {how}, {time}."),
    }[given.decision].format(**facts)
    more = []
    if given.speaker is not None and given.by != given.speaker:
        more.append(_("On behalf of {name}.").format(name=given.speaker))
    if given.note:
        more.append(_("Noted: “{words}”").format(words=given.note))
    if given.how is not None:
        more.append(
            _("The short code was read back.")
            if given.is_code_read
            else _("No short code was read back.")
        )
    return " ".join((sentence, *more))


def _how(saying: Saying, given: ApprovalGiven, number: int | None) -> str:
    _ = saying.gettext
    if given.how is not None:
        return {
            How.PHONE: _("by telephone"),
            How.EMAIL: _("by e-mail"),
            How.MEETING: _("in a meeting"),
        }[given.how]
    if given.evidence is Evidence.WORD:
        if number:
            return _("in the Word file of round {number}").format(number=number)
        return _("in a Word file")
    return {
        Evidence.SIGNED: _("with a signature"),
        Evidence.INVITATION: _("on a page of their own"),
        Evidence.EMAIL: _("by e-mail"),
    }.get(given.evidence, _("as somebody noted"))


def surname_of(name: str) -> str:
    """Return the last of somebody's names."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else name
