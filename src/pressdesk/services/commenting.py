"""Comments: added to any words for those who may read them, answered, and settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.comments import (
    Audience,
    Comment,
    CommentAdded,
    CommentResolved,
    comments,
    root_of,
)
from pressdesk.domain.errors import (
    BlockUnknown,
    CommentSettled,
    CommentUnknown,
    ReaderUnknown,
    ReasonMissing,
    TextMissing,
    WordsNotFound,
)
from pressdesk.domain.ids import BlockId
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.proposals import ProposalPart
from pressdesk.domain.records import to_json
from pressdesk.domain.rounds import open_round
from pressdesk.services.typed_words import typed_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.content import Content, Language, Partner
    from pressdesk.domain.ids import PartnerId
    from pressdesk.domain.ledger import Event
    from pressdesk.domain.text import Text
    from pressdesk.services.identity import Identity
    from pressdesk.services.releases import Place

TITLE, LEAD = "title", "lead"
"""How the two places that are no blocks are named on the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a comment stands: all of the release where ``part`` is None.

    Shape: ``start`` and ``end`` are code points in ``paragraph`` of that place, half open; equal
    for the place as a whole.
    """

    part: ProposalPart | None = None
    block: BlockId | None = None
    paragraph: int = 0
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody wants to say beside the text, and to whom.

    ``reader`` is a partner's name or short form, for ``Audience.PARTNER`` only. A remark that
    answers ``parent`` stands where that one stands, for the same people.
    """

    text: str
    spot: Spot = Spot()
    audience: Audience = Audience.ALL
    reader: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commenting:
    """Write, read and settle comments."""

    identity: Identity
    new_id: Callable[[], str]

    def add(self, place: Place, remark: Remark, language: Language | None = None) -> CommentAdded:
        """Record a comment of whoever acts, and return it.

        Raises:
            TextMissing, WordsTooLong: what is said.
            BlockUnknown, WordsNotFound: where it would stand.
            ReaderUnknown, CommentUnknown: whom it would be for, or answer.
            LanguageMissing, and what opening and signing raise.
        """
        words = typed_words(remark.text, TextMissing())
        with place.recording() as recorder:
            content = recorder.release.draft.content(language)
            if remark.parent is not None:
                added = self._reply(content, recorder.release.events, remark.parent, words)
            else:
                added = self._first(content, recorder.release.events, remark, words)
            recorder.record(EventKind.COMMENT_ADDED, to_json(added))
        return added

    def resolve(self, place: Place, comment: str, *, reason: str) -> CommentResolved:
        """Record that a comment, and with it all that answers it, is settled.

        Raises:
            CommentUnknown, CommentSettled, ReasonMissing, WordsTooLong.
            What opening and signing raise.
        """
        reason = typed_words(reason, ReasonMissing())
        with place.recording() as recorder:
            known = comments(recorder.release.events)
            found = root_of(_found(known, comment), known)
            if found.resolved is not None:
                raise CommentSettled(comment=comment)
            resolved = CommentResolved(comment=found.id, by=self.identity.actor.name, reason=reason)
            recorder.record(EventKind.COMMENT_RESOLVED, to_json(resolved))
        return resolved

    def listed(self, place: Place, *, eyes: str | None = None) -> tuple[Comment, ...]:
        """Return the comments in the order they were made.

        ``eyes`` is a partner's name or short form: then only those that its people may read.

        Raises:
            ReaderUnknown: no partner has that name.
            What reading the place raises.
        """
        release = place.read()
        known = comments(release.events)
        if eyes is None:
            return known
        partner = _partner(release.draft.contents, eyes)
        return tuple(one for one in known if root_of(one, known).may_read(partner.id))

    def _first(
        self, content: Content, events: Sequence[Event], remark: Remark, words: str
    ) -> CommentAdded:
        is_for_one = remark.audience is Audience.PARTNER
        reader = _partner((content,), remark.reader or "") if is_for_one else None
        asking = open_round(events)
        spot = remark.spot
        return CommentAdded(
            id=self.new_id(),
            parent=None,
            part=spot.part,
            block=spot.block,
            paragraph=spot.paragraph,
            start=spot.start,
            end=spot.end,
            anchor=_words_at(content, spot),
            text=words,
            author=self.identity.actor.name,
            partner=self._own(content),
            audience=remark.audience,
            reader=reader.id if reader else None,
            round=asking.id if asking else None,
            response=None,
            made_at=None,
        )

    def _reply(
        self, content: Content, events: Sequence[Event], parent: str, words: str
    ) -> CommentAdded:
        known = comments(events)
        root = root_of(_found(known, parent), known)
        own = self._own(content)
        if own is not None and not root.may_read(own):
            raise CommentUnknown(comment=parent)
        asked = root.added
        asking = open_round(events)
        # Both sides of a talk between two read the reply, whoever of them writes it.
        is_other_side = own is not None and own == asked.reader
        return replace(
            asked,
            id=self.new_id(),
            parent=asked.id,
            text=words,
            author=self.identity.actor.name,
            partner=own if own is not None else asked.partner,
            reader=asked.partner if is_other_side else asked.reader,
            round=asking.id if asking else None,
            response=None,
            made_at=None,
        )

    def _own(self, content: Content) -> PartnerId | None:
        own = content.partner_called(self.identity.actor.organisation)
        return own.id if own else None


def spot_at(content: Content, where: str, words: str = "") -> Spot:
    """Return where ``words`` stand: in the ``title``, the ``lead``, or the block of that id.

    Without words, the place as a whole.

    Raises:
        BlockUnknown: no such place.
        WordsNotFound: the words are not there.
    """
    part, block = _place_called(content, where)
    if not words:
        return Spot(part=part, block=block)
    for number, text in enumerate(_paragraphs(content, part, block)):
        start = text.plain.find(words)
        if start >= 0:
            return Spot(
                part=part, block=block, paragraph=number, start=start, end=start + len(words)
            )
    raise WordsNotFound


def comment_shape(comment: Comment, contents: Sequence[Content]) -> dict[str, Json]:
    """Return what is printed of a comment; ``reader`` is a partner's short form."""
    added = comment.added
    readers = (one.partner(added.reader) for one in contents)
    reader = next((one.short for one in readers if one is not None), None)
    resolved = comment.resolved
    return {
        "id": comment.id,
        "author": added.author,
        "text": added.text,
        "audience": added.audience.value,
        "reader": reader,
        "block": added.block,
        "anchor": added.anchor,
        "parent": added.parent,
        "resolved": resolved is not None,
        "reason": resolved.reason if resolved else None,
    }


def _place_called(content: Content, where: str) -> tuple[ProposalPart, BlockId | None]:
    if where == TITLE:
        return ProposalPart.TITLE, None
    if where == LEAD:
        return ProposalPart.LEAD, None
    block = BlockId(where)
    if any(one.id == block for one in content.blocks):
        return ProposalPart.BLOCK, block
    if any(one.id == block for one in content.boilerplates):
        return ProposalPart.BOILERPLATE, block
    raise BlockUnknown(block=where)


def _paragraphs(
    content: Content, part: ProposalPart | None, block: BlockId | None
) -> tuple[Text, ...]:
    match part:
        case ProposalPart.TITLE:
            return (content.title,)
        case ProposalPart.LEAD:
            return content.lead
        case ProposalPart.BLOCK:
            found = [one.texts for one in content.blocks if one.id == block]
        case ProposalPart.BOILERPLATE:
            found = [one.paragraphs for one in content.boilerplates if one.id == block]
        case _:
            return ()
    if not found:
        raise BlockUnknown(block=block or "")
    return found[0]


def _words_at(content: Content, spot: Spot) -> str:
    """Return the words that a spot covers; refuse one that is not in the text."""
    paragraphs = _paragraphs(content, spot.part, spot.block)
    if spot.start == spot.end:
        return ""
    if not 0 <= spot.paragraph < len(paragraphs):
        raise WordsNotFound
    words = paragraphs[spot.paragraph].plain
    if not 0 <= spot.start < spot.end <= len(words):
        raise WordsNotFound
    return words[spot.start : spot.end]


def _found(known: Sequence[Comment], comment: str) -> Comment:
    for one in known:
        if one.id == comment:
            return one
    raise CommentUnknown(comment=comment[:60])


def _partner(contents: Sequence[Content], name: str) -> Partner:
    for content in contents:
        if (found := content.partner_called(name)) is not None:
            return found
    raise ReaderUnknown(name=name[:100])
