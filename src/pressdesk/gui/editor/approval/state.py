"""What the inspector shows of the approval of one quote."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalState, Standing
from pressdesk.gui.editor.approval.words import badge_words, evidence_words, tone_of
from pressdesk.textops.diff import Op

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.approval.standings import Difference
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.widgets.painting import Tone
    from pressdesk.textops.diff import Hunk

_MOST_KEPT = 60
"""Characters that are shown of words that did not change, around those that did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a difference."""

    op: Op
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalCardState:
    """Where one quote stands. ``spoken`` is the difference in words."""

    block: BlockId
    badge: str
    tone: Tone
    evidence: str
    code: str
    pieces: tuple[Piece, ...]
    spoken: str
    speaker: str
    can_note: bool
    can_ask: bool
    ask_words: str
    can_withdraw: bool


def card_state(
    saying: Saying,
    content: Content,
    block: BlockId,
    standing: Standing,
    difference: Difference | None,
) -> ApprovalCardState:
    """Return what to show of the quote ``block``."""
    quote = next(one for one in content.quotes() if one.id == block)
    person = content.person(quote.speaker)
    name = person.name if person else ""
    was_answered = standing.given is not None
    return ApprovalCardState(
        block=block,
        badge=badge_words(saying, standing).split(" – ")[0],
        tone=tone_of(standing),
        evidence=evidence_words(saying, standing),
        code=standing.code if name else "",
        pieces=_pieces(saying, difference),
        spoken=_spoken(saying, difference),
        speaker=name,
        can_note=bool(name),
        can_ask=bool(name) and standing.state is not ApprovalState.APPROVED,
        ask_words=saying.gettext("Ask for approval again …")
        if was_answered
        else saying.gettext("Ask for approval …"),
        can_withdraw=standing.state in (ApprovalState.APPROVED, ApprovalState.STALE),
    )


def _pieces(saying: Saying, difference: Difference | None) -> tuple[Piece, ...]:
    if difference is None:
        return ()
    found: list[Piece] = []
    if any(hunk.op is not Op.EQUAL for hunk in difference.words):
        found = [Piece(op=one.op, words=one.text) for one in _shortened(difference.words)]
    before, now = difference.speaker
    if before != now:
        label = saying.gettext("Speaker: {name}").format(name="")
        found += [
            Piece(op=Op.EQUAL, words=f"\n{label}" if found else label),
            Piece(op=Op.DELETE, words=before),
            Piece(op=Op.EQUAL, words=" "),
            Piece(op=Op.INSERT, words=now),
        ]
    return tuple(found)


def _shortened(hunks: tuple[Hunk, ...]) -> Iterable[Hunk]:
    for place, hunk in enumerate(hunks):
        words = hunk.text
        if hunk.op is Op.EQUAL and len(words) > 2 * _MOST_KEPT:
            head = words[:_MOST_KEPT].rsplit(" ", 1)[0] if place else ""
            tail = words[-_MOST_KEPT:].split(" ", 1)[-1] if place < len(hunks) - 1 else ""
            words = f"{head} … {tail}"
        yield hunk._replace(text=words)


def _spoken(saying: Saying, difference: Difference | None) -> str:
    """Return the difference as one can hear it: «raskere» ble til «bedre»."""
    if difference is None:
        return ""
    said: list[str] = []
    went = ""
    for hunk in (*difference.words, None):
        if hunk is not None and hunk.op is Op.DELETE:
            went += hunk.text
            continue
        came = hunk.text if hunk is not None and hunk.op is Op.INSERT else ""
        if went or came:
            said.append(_became(saying, went, came))
        went = ""
    if difference.speaker[0] != difference.speaker[1]:
        said.append(_became(saying, *difference.speaker))
    return ". ".join(said)


def _became(saying: Saying, old: str, new: str) -> str:
    _ = saying.gettext
    old, new = old.strip(), new.strip()
    if not old:
        return _("“{new}” was put in").format(new=new)
    if not new:
        return _("“{old}” was taken out").format(old=old)
    return _("“{old}” became “{new}”").format(old=old, new=new)


def difference_html(pieces: Iterable[Piece], gone: str, come: str) -> str:
    """Return a difference in rich text; ``gone`` and ``come`` are colours."""
    styles = {
        Op.EQUAL: "",
        Op.DELETE: f"color:{gone}; text-decoration:line-through",
        Op.INSERT: f"color:{come}; text-decoration:underline; font-weight:600",
    }
    parts = []
    for one in pieces:
        words = escape(one.words).replace("\n", "<br>")
        parts.append(f'<span style="{styles[one.op]}">{words}</span>' if styles[one.op] else words)
    return "".join(parts)
