"""The cards of the ready page: what is missing, in words, and where one goes to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.codes import short_code
from pressdesk.domain.preflight import GapCode
from pressdesk.gui.editor.figures import language_name
from pressdesk.gui.editor.going import Goal, GoalKind

if TYPE_CHECKING:
    from pressdesk.domain.changed_words import WordChange
    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.preflight import Gap
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.services.gate import Missing

_LONGEST_PLACE = 60
_OF_QUOTES = (
    GapCode.QUOTE_NOT_APPROVED,
    GapCode.QUOTE_WAITING,
    GapCode.QUOTE_CHANGED,
    GapCode.QUOTE_CHANGE_ASKED,
    GapCode.QUOTE_DECLINED,
    GapCode.SPEAKER_UNCLEAR,
)
_ASKED_AGAIN = (
    GapCode.QUOTE_NOT_APPROVED,
    GapCode.QUOTE_CHANGED,
    GapCode.QUOTE_CHANGE_ASKED,
)
_OF_TEXTS = (GapCode.BOILERPLATE_CHANGED, GapCode.BOILERPLATE_REFUSED)
_OF_ROUNDS = (GapCode.PROPOSAL_OPEN, GapCode.ROUND_OPEN)
_GOALS = {
    **dict.fromkeys(_OF_QUOTES, GoalKind.QUOTE),
    GapCode.COMMENT_OPEN: GoalKind.COMMENT,
    GapCode.PLACEHOLDER: GoalKind.PLACEHOLDER,
    GapCode.CONTACT_MISSING: GoalKind.CONTACTS,
    GapCode.CONTACT_UNREACHABLE: GoalKind.CONTACTS,
    GapCode.BOILERPLATE_MISSING: GoalKind.PARTNERS,
    GapCode.DATE_MISSING: GoalKind.FACTS,
    GapCode.MODE_MISSING: GoalKind.FACTS,
    GapCode.TITLE_MISSING: GoalKind.PIECE,
    GapCode.BOILERPLATE_CHANGED: GoalKind.PIECE,
    GapCode.BOILERPLATE_REFUSED: GoalKind.PIECE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GapCard:
    """One thing that is missing, as it is shown.

    ``goal`` is where one mends it; ``request`` the quote that can be asked about here, and
    ``is_round`` whether the round is the place to go.
    """

    key: str
    title: str
    details: str = ""
    goal: Goal | None = None
    goal_words: str = ""
    request: BlockId | None = None
    request_words: str = ""
    is_round: bool = False


def gap_card(saying: Saying, missing: Missing, content: Content, *, is_first: bool) -> GapCard:
    """Return the card of a gap in ``content``; only the first text can be gone to."""
    gap = missing.gap
    _ = saying.gettext
    title = _title(saying, gap, content)
    if not is_first:
        title = _("{title} ({language})").format(
            title=title, language=language_name(saying, content.language)
        )
    is_asked = is_first and gap.code in _ASKED_AGAIN and gap.block is not None and bool(gap.who)
    was_answered = gap.standing is not None and gap.standing.given is not None
    return GapCard(
        key=f"{missing.language}:{gap.code}:{gap.block}:{gap.who}:{gap.words}",
        title=title,
        details=_details(saying, gap, content, missing.change),
        goal=_goal(gap) if is_first else None,
        goal_words=_goal_words(saying, gap),
        request=gap.block if is_asked else None,
        request_words=_("Ask for approval again …") if was_answered else _("Ask for approval …"),
        is_round=gap.code in _OF_ROUNDS,
    )


def findings_card(saying: Saying, errors: int) -> GapCard:
    """Return the card about faults of the language."""
    words = saying.ngettext(
        "{count} error in the language", "{count} errors in the language", errors
    )
    return GapCard(
        key="findings",
        title=words.format(count=errors),
        details=saying.gettext("Found by the proofreading: spelling, grammar and punctuation."),
        goal=Goal(kind=GoalKind.FINDINGS),
        goal_words=saying.gettext("Show"),
    )


def _goal(gap: Gap) -> Goal | None:
    from pressdesk.gui.sheet import TITLE_ID

    kind = _GOALS.get(gap.code)
    if kind is None:
        return None
    block = TITLE_ID if gap.code is GapCode.TITLE_MISSING else gap.block
    return Goal(kind=kind, block=block, words=gap.words, who=gap.who)


def _goal_words(saying: Saying, gap: Gap) -> str:
    _ = saying.gettext
    if gap.code in _OF_ROUNDS:
        return _("Go to the round")
    if gap.code in (*_OF_QUOTES, *_OF_TEXTS):
        return _("Show")
    is_filled = gap.code in (GapCode.PLACEHOLDER, GapCode.COMMENT_OPEN)
    return _("Go there") if is_filled else _("Fill in")


def _title(saying: Saying, gap: Gap, content: Content) -> str:
    _ = saying.gettext
    numbers = {quote.id: number for number, quote in enumerate(content.quotes(), start=1)}
    number = numbers.get(gap.block, 0) if gap.block is not None else 0
    if gap.code is GapCode.PROPOSAL_OPEN:
        words = saying.ngettext(
            "{count} proposal is not decided", "{count} proposals are not decided", gap.count
        )
        return words.format(count=gap.count)
    if gap.code is GapCode.COMMENT_OPEN and gap.count > 1:
        return _comments_title(saying, gap)
    name = _("Quote {number}, {who}") if gap.who else _("Quote {number}")
    name = name.format(number=number, who=gap.who)
    whose = {
        GapCode.CONTACT_MISSING: _("{who} has no contact person"),
        GapCode.COMMENT_OPEN: _("Open comment by {who}"),
        GapCode.BOILERPLATE_CHANGED: _("The text about {who} was changed after the approval"),
        GapCode.BOILERPLATE_REFUSED: _("{who} has said no to the text about them"),
    }
    titles = {
        GapCode.QUOTE_NOT_APPROVED: _("{quote}: not approved"),
        GapCode.QUOTE_WAITING: _("{quote}: sent for approval, no answer yet"),
        GapCode.QUOTE_CHANGED: _("{quote}: must be approved again"),
        GapCode.QUOTE_CHANGE_ASKED: _("{quote}: changes are wanted"),
        GapCode.QUOTE_DECLINED: _("{quote}: does not want to be quoted"),
        GapCode.SPEAKER_UNCLEAR: _("{quote}: it is not certain who speaks"),
        GapCode.COMMENT_OPEN: _("Open comment"),
        GapCode.PLACEHOLDER: _("“{words}” still has to be filled in"),
        GapCode.CONTACT_MISSING: _("The release has no contact person"),
        GapCode.CONTACT_UNREACHABLE: _("The contact person of {who} has no telephone number"),
        GapCode.TITLE_MISSING: _("The title is missing"),
        GapCode.ROUND_OPEN: _("A review round is still open"),
        GapCode.BOILERPLATE_MISSING: _("There is no text about {who}"),
        GapCode.BOILERPLATE_CHANGED: _("A text about a partner was changed after the approval"),
        GapCode.BOILERPLATE_REFUSED: _("A partner has said no to the text about them"),
        GapCode.DATE_MISSING: _("Place or date is missing"),
        GapCode.MODE_MISSING: _("It is not decided when the text may be published"),
    }
    if gap.who:
        titles |= whose
    return titles[gap.code].format(quote=name, who=gap.who, words=_short(gap.words))


def _comments_title(saying: Saying, gap: Gap) -> str:
    if gap.who:
        words = saying.ngettext(
            "{count} open comment by {who}", "{count} open comments by {who}", gap.count
        )
    else:
        words = saying.ngettext("{count} open comment", "{count} open comments", gap.count)
    return words.format(count=gap.count, who=gap.who)


def _details(saying: Saying, gap: Gap, content: Content, change: WordChange | None) -> str:
    _ = saying.gettext
    place = beginning(content, gap.block)
    shown = _("“{words}”").format(words=place) if place else ""
    call = _("Journalists must be able to call when the release goes out.")
    match gap.code:
        case GapCode.QUOTE_CHANGED | GapCode.BOILERPLATE_CHANGED:
            return _changed(saying, gap, change)
        case GapCode.QUOTE_CHANGE_ASKED | GapCode.BOILERPLATE_REFUSED | GapCode.COMMENT_OPEN if (
            note := _note(gap)
        ):
            return _("“{words}”").format(words=note)
        case GapCode.PROPOSAL_OPEN:
            return shown or _("In the title, the lead or the facts.")
        case GapCode.PLACEHOLDER:
            return _("In: {place}").format(place=shown) if shown and place != gap.words else ""
        case _:
            return {
                GapCode.QUOTE_WAITING: _("Send a reminder, or note the answer you have got."),
                GapCode.QUOTE_DECLINED: _("Take the quote out, or rewrite it without the name."),
                GapCode.CONTACT_MISSING: call,
                GapCode.CONTACT_UNREACHABLE: call,
                GapCode.ROUND_OPEN: _("Close it, so that nobody goes on working on the text."),
                GapCode.BOILERPLATE_MISSING: _("Unless the partners agreed to leave it out."),
                GapCode.DATE_MISSING: _("Both open the text in the Word file."),
                GapCode.MODE_MISSING: _("Choose at once, or an embargo."),
            }.get(gap.code, shown)


def _changed(saying: Saying, gap: Gap, change: WordChange | None) -> str:
    _ = saying.gettext
    standing = gap.standing
    given = standing.given if standing else None
    if standing is None or given is None:
        return ""
    facts = {"code": short_code(given.content_hash), "number": standing.round_number}
    before = _("Approved in round {number} (code {code}).") if standing.round_number else ""
    said = [(before or _("Approved with code {code}.")).format(**facts)]
    if change is not None:
        said.append(_change_words(saying, change))
    return " ".join(said)


def _change_words(saying: Saying, change: WordChange) -> str:
    _ = saying.gettext
    if change.is_attribution:
        what = _("The speaker was called “{old}”, and is called “{new}” now.")
    elif not change.old:
        what = _("Put in since: “{new}”.")
    elif not change.new:
        what = _("Taken out since: “{old}”.")
    else:
        what = _("Changed since: “{old}” → “{new}”.")
    words = what.format(old=change.old, new=change.new)
    if change.others:
        more = saying.ngettext(
            "There is one more difference.", "There are {count} more differences.", change.others
        )
        words = f"{words} {more.format(count=change.others)}"
    return words


def _note(gap: Gap) -> str:
    given = gap.standing.given if gap.standing else None
    return given.note if given is not None else ""


def beginning(content: Content, block: BlockId | None) -> str:
    """Return how a place in the text begins; "" where it is not one block."""
    texts = [one.texts for one in content.blocks if one.id == block]
    texts += [one.paragraphs for one in content.boilerplates if one.id == block]
    words = next((text.plain.strip() for found in texts for text in found if text), "")
    return _short(words.strip('–—- \u00a0«»“”"'))


def _short(words: str) -> str:
    if len(words) <= _LONGEST_PLACE:
        return words.rstrip(",")
    return words[:_LONGEST_PLACE].rsplit(" ", 1)[0].rstrip(" ,.;:–") + " …"
