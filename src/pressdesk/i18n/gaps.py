"""Sentences for what is missing before a text can go out: who, which words, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.approvals import How
from pressdesk.domain.preflight import Gap, GapCode
from pressdesk.domain.rounds import Decided
from pressdesk.i18n.catalogue import catalogue
from pressdesk.i18n.marking import N_
from pressdesk.i18n.moments import day_in_words
from pressdesk.textops.visible import visible_line

if TYPE_CHECKING:
    from pressdesk.domain.changed_words import WordChange

HOW = {
    How.PHONE: N_("by telephone"),
    How.EMAIL: N_("by e-mail"),
    How.MEETING: N_("in a meeting"),
}
WRONG_PERSON = {
    Decided.APPROVED: N_("Approval that does not count, from somebody else ({how}): {words}"),
    Decided.CHANGE_ASKED: N_("Wish for a change, from somebody else ({how}): {words}"),
    Decided.DECLINED: N_("Refusal that does not count, from somebody else ({how}): {words}"),
}
"""What a comment says that was meant as an answer."""
WRONG_WITHDRAWAL = N_("Withdrawal that does not count, from somebody else: {words}")


def gap_words(gap: Gap, language: str, *, place: str = "", change: WordChange | None = None) -> str:
    """Return one or two sentences about a gap in ``nb``, ``nn`` or ``en``.

    ``place`` is how the words begin that it is about; ``change`` what became of approved words.
    """
    if gap.code is GapCode.QUOTE_CHANGED:
        return visible_line(_changed(gap, language, change))
    if gap.code is GapCode.PROPOSAL_OPEN:
        return visible_line(_proposals(gap, language, place))
    if gap.code is GapCode.COMMENT_OPEN and gap.count > 1:
        return visible_line(_comments(gap, language, place))
    sentences = SENTENCES[gap.code]
    sentence = sentences[0] if gap.who or gap.code not in _WITHOUT_WHO else sentences[-1]
    if gap.code is GapCode.COMMENT_OPEN and not place:
        sentence = sentences[-1]
    words = catalogue(language).gettext(sentence)
    return visible_line(words.format(who=gap.who or "?", words=gap.words or place, place=place))


def _changed(gap: Gap, language: str, change: WordChange | None) -> str:
    catalogue_ = catalogue(language)
    _ = catalogue_.gettext
    at = gap.standing.at if gap.standing else None
    day = day_in_words(at, language) if at else ""
    facts = {"who": gap.who or "?", "day": day}
    if change is None:
        return _(CHANGED).format(**facts)
    facts |= {"old": change.old, "new": change.new}
    if change.is_attribution:
        kind = CHANGED_SPEAKER_ADDED if not change.old else CHANGED_SPEAKER
        kind = CHANGED_SPEAKER_GONE if not change.new else kind
    elif not change.old:
        kind = CHANGED_ADDED
    elif not change.new:
        kind = CHANGED_GONE
    else:
        kind = CHANGED_INSTEAD
    words = _(kind).format(**facts)
    if change.others:
        more = catalogue_.ngettext(
            "There is one more difference.", "There are {count} more differences.", change.others
        )
        words = f"{words} {more.format(count=change.others)}"
    return words


def _proposals(gap: Gap, language: str, place: str) -> str:
    ngettext = catalogue(language).ngettext
    if place:
        words = ngettext(
            "One proposal for “{place}” is not decided. Accept or reject it.",
            "{count} proposals for “{place}” are not decided. Accept or reject them.",
            gap.count,
        )
    else:
        words = ngettext(
            "One proposal for the title, the lead or the facts is not decided. "
            "Accept or reject it.",
            "{count} proposals for the title, the lead or the facts are not decided. "
            "Accept or reject them.",
            gap.count,
        )
    return words.format(count=gap.count, place=place)


def _comments(gap: Gap, language: str, place: str) -> str:
    ngettext = catalogue(language).ngettext
    if place:
        words = ngettext(
            "{count} comment by {who} on “{place}” is not settled. Follow it up, and settle it.",
            "{count} comments by {who} on “{place}” are not settled. Follow them up, and settle "
            "them.",
            gap.count,
        )
    else:
        words = ngettext(
            "{count} comment by {who} is not settled. Follow it up, and settle it.",
            "{count} comments by {who} are not settled. Follow them up, and settle them.",
            gap.count,
        )
    return words.format(count=gap.count, who=gap.who or "?", place=place)


CHANGED = N_(
    "Quote by {who} must be approved again: the words are no longer those of the approval on {day}."
)
CHANGED_INSTEAD = N_(
    "Quote by {who} must be approved again: “{old}” was changed to “{new}” after the approval on "
    "{day}."
)
CHANGED_ADDED = N_(
    "Quote by {who} must be approved again: “{new}” was added after the approval on {day}."
)
CHANGED_GONE = N_(
    "Quote by {who} must be approved again: “{old}” was taken out after the approval on {day}."
)
CHANGED_SPEAKER = N_(
    "Quote by {who} must be approved again: the speaker was called “{old}” at the approval on "
    "{day}, and is called “{new}” now."
)
CHANGED_SPEAKER_ADDED = N_(
    "Quote by {who} must be approved again: “{new}” was added about the speaker after the approval "
    "on {day}."
)
CHANGED_SPEAKER_GONE = N_(
    "Quote by {who} must be approved again: “{old}” about the speaker was taken out after the "
    "approval on {day}."
)
SENTENCES: dict[GapCode, tuple[str, ...]] = {
    GapCode.QUOTE_NOT_APPROVED: (
        N_(
            "Quote by {who} is not approved: “{place}”. Ask {who} for approval, or note the "
            "answer you have got."
        ),
        N_("The quote “{place}” is not approved. Say first who is quoted."),
    ),
    GapCode.QUOTE_WAITING: (
        N_(
            "Quote by {who} was sent for approval, and no answer has come: “{place}”. "
            "Remind {who}, or note the answer you have got."
        ),
    ),
    GapCode.QUOTE_CHANGE_ASKED: (
        N_(
            "{who} wants the quote changed: “{place}”. Agree on the words, and ask for approval "
            "again."
        ),
    ),
    GapCode.QUOTE_DECLINED: (
        N_(
            "{who} does not want to be quoted: “{place}”. Take the quote out, or rewrite it "
            "without {who}."
        ),
    ),
    GapCode.SPEAKER_UNCLEAR: (
        N_(
            "It is not confirmed that it is {who} who says “{place}”. Confirm it, or choose another."
        ),
        N_("It is not known who says “{place}”. Choose the speaker."),
    ),
    GapCode.COMMENT_OPEN: (
        N_("A comment by {who} on “{place}” is not settled. Follow it up, and settle it."),
        N_("A comment by {who} is not settled. Follow it up, and settle it."),
    ),
    GapCode.PLACEHOLDER: (N_("“{words}” still has to be filled in."),),
    GapCode.CONTACT_MISSING: (
        N_("{who} has no contact person. Add one, with a telephone number."),
        N_("The release has no contact person. Add one, with a telephone number."),
    ),
    GapCode.CONTACT_UNREACHABLE: (
        N_("The contact person of {who} has no telephone number. Add it."),
    ),
    GapCode.TITLE_MISSING: (N_("The release has no title. Write one."),),
    GapCode.ROUND_OPEN: (
        N_("A review round is still open. Close it, so that nobody goes on working on the text."),
    ),
    GapCode.BOILERPLATE_MISSING: (
        N_("There is no text about {who}. Add it, unless the partners agreed to leave it out."),
    ),
    GapCode.BOILERPLATE_CHANGED: (
        N_(
            "The text about {who} was changed after it was approved. Have it approved again, or put "
            "the approved words back."
        ),
        N_(
            "A text about a partner was changed after it was approved. Have it approved again, or "
            "put the approved words back."
        ),
    ),
    GapCode.BOILERPLATE_REFUSED: (
        N_("{who} has said no to the text about them as it stands. Agree on another."),
        N_("A partner has said no to the text about them as it stands. Agree on another."),
    ),
    GapCode.DATE_MISSING: (N_("The place or the date is missing. Fill in both."),),
    GapCode.MODE_MISSING: (
        N_("It is not decided when the text may be published. Choose at once, or an embargo."),
    ),
}
_WITHOUT_WHO = {
    GapCode.QUOTE_NOT_APPROVED,
    GapCode.SPEAKER_UNCLEAR,
    GapCode.CONTACT_MISSING,
    GapCode.BOILERPLATE_CHANGED,
    GapCode.BOILERPLATE_REFUSED,
}
