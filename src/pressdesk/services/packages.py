"""What each reader gets: their file, with nothing in it that is not for their eyes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalBook, ApprovalState, Scope
from pressdesk.domain.codes import short_code
from pressdesk.domain.comments import Comment, comments, root_of
from pressdesk.domain.content import Image, Language
from pressdesk.domain.content_json import content_from_json
from pressdesk.domain.hashing import quote_hash
from pressdesk.domain.history import revisions
from pressdesk.domain.oslo import oslo_time
from pressdesk.domain.places import texts_at
from pressdesk.domain.proposals import ProposalPart
from pressdesk.domain.rounds import ReaderRole, rounds
from pressdesk.i18n.moments import moment_in_words
from pressdesk.textops.normalise import normal_form
from pressdesk.word.lines import LEAD, TITLE
from pressdesk.word.manifest import Ticket
from pressdesk.word.review import AskedQuote, Cover, Review, review_document
from pressdesk.word.review_notes import ReviewComment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from pressdesk.domain.content import Content, QuoteBlock
    from pressdesk.domain.ids import BlockId, Digest, PartnerId, PersonId
    from pressdesk.domain.ledger import Event
    from pressdesk.services.invitations import Invited
    from pressdesk.storage.workspace import StoredRelease


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What all files of a round have in common.

    ``events`` are the ledger before the round. ``organisation`` sends it. ``quote`` restricts the
    files to one quote. Units: ``at`` and ``deadline`` are aware UTC instants.
    """

    release: StoredRelease
    events: Sequence[Event]
    content: Content
    round: str
    number: int
    revision: Digest
    revision_number: int
    head: str
    organisation: str
    deadline: datetime
    at: datetime
    is_confidential: bool
    is_listed_partner: bool
    quote: BlockId | None = None

    def asked(self, reader: Invited) -> tuple[QuoteBlock, ...]:
        """Return the quotes that a reader is asked to approve, in reading order."""
        if reader.role is not ReaderRole.APPROVER:
            return ()
        book = ApprovalBook.of(self.events)
        return tuple(
            quote
            for quote in self.content.quotes()
            if self.quote in (None, quote.id)
            and (speaker := self.content.person(quote.speaker)) is not None
            and book.may_approve(speaker.name, reader.name)
            and not _is_approved(book, self.content, quote)
        )

    def file(self, reader: Invited, person: PersonId) -> bytes:
        """Return the Word file of one reader."""
        content = self.content
        deadline = moment_in_words(oslo_time(self.deadline), content.language.value)
        shown = comments_for(self.events, reader.partner)
        if self.quote is not None:
            shown = tuple(one for one in shown if one.added.block == self.quote)
        return review_document(
            Review(
                content=content,
                cover=Cover(
                    organisation=self.organisation,
                    reader=reader.name,
                    number=self.number,
                    deadline=deadline,
                    is_confidential=self.is_confidential,
                    is_listed_partner=self.is_listed_partner,
                ),
                ticket=Ticket(
                    release=self.release.id,
                    round=self.round,
                    reader=person,
                    revision=self.revision,
                ),
                head=self.head,
                at=self.at,
                before=self._before(reader),
                comments=tuple(_as_review(shown, content)),
                asked=tuple(_asked_quote(content, quote) for quote in self.asked(reader)),
                only=None if self.quote is None else frozenset((self.quote,)),
            )
        )

    def _before(self, reader: Invited) -> Content | None:
        """Return the text that this person saw last, None where that is the same or nothing."""
        if self.quote is not None:
            before = approved_version(self.release, self.events, self.content, self.quote)
        else:
            before = seen_last(self.release, self.events, self.content.language, reader)
        return None if before == self.content else before


def comments_for(events: Sequence[Event], partner: PartnerId | None) -> tuple[Comment, ...]:
    """Return the open comments that people of ``partner`` may read, with their answers, in order.

    The same events give the same comments, so that a number in a returned file can be looked up.
    """
    known = comments(events)
    return tuple(
        one
        for one in known
        if (root := root_of(one, known)).resolved is None
        and root.may_read(partner)
        and one.may_read(partner)
    )


def content_of(release: StoredRelease, revision: Digest, language: str) -> Content | None:
    """Return a version's text in a language; None where it is not here."""
    for one in revisions(release.events):
        if one.hash == revision:
            digest = dict(one.saved.contents).get(language)
            body = release.contents.get(digest) if digest else None
            return None if body is None else content_from_json(json.loads(body))
    return None


def seen_last(
    release: StoredRelease, events: Sequence[Event], language: Language, reader: Invited
) -> Content | None:
    """Return the version that a person was sent last, None for somebody new."""
    for earlier in reversed(rounds(events)):
        opened = earlier.opened
        if earlier.is_request or opened.language != language.value:
            continue
        if any(_is_same(one.name, one.mail, reader) for one in opened.readers):
            return content_of(release, opened.revision, opened.language)
    return None


def approved_version(
    release: StoredRelease, events: Sequence[Event], content: Content, quote: BlockId
) -> Content | None:
    """Return the last version in which a quote had the words that were approved last."""
    book = ApprovalBook.of(events)
    standing = book.standing(content, quote)
    if standing is None or standing.given is None or standing.given.scope is not Scope.QUOTE:
        return None
    if standing.state not in (ApprovalState.STALE, ApprovalState.APPROVED):
        return None
    for one in reversed(revisions(events)):
        earlier = content_of(release, one.hash, content.language.value)
        if earlier is not None and any(
            found.id == quote and quote_hash(earlier, found) == standing.given.content_hash
            for found in earlier.quotes()
        ):
            return earlier
    return None


def _is_approved(book: ApprovalBook, content: Content, quote: QuoteBlock) -> bool:
    standing = book.standing(content, quote.id)
    return standing is not None and standing.state is ApprovalState.APPROVED


def _is_same(name: str, mail: str | None, reader: Invited) -> bool:
    if mail and reader.mail and mail.casefold() == reader.mail.casefold():
        return True
    return normal_form(name).casefold() == normal_form(reader.name).casefold()


def _asked_quote(content: Content, quote: QuoteBlock) -> AskedQuote:
    speaker = content.person(quote.speaker)
    return AskedQuote(
        block=quote.id,
        speaker=speaker.name if speaker else "",
        code=short_code(quote_hash(content, quote)),
    )


def _as_review(shown: Sequence[Comment], content: Content) -> Iterator[ReviewComment]:
    numbers = {one.id: number for number, one in enumerate(shown)}
    for one in shown:
        parent = None if one.added.parent is None else numbers.get(root_of(one, shown).id)
        anchor, paragraph, start, end = _spot(one, content)
        yield ReviewComment(
            author=one.added.author,
            at=one.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            text=one.added.text,
            anchor=anchor,
            paragraph=paragraph,
            start=start,
            end=end,
            parent=parent,
        )


def _spot(comment: Comment, content: Content) -> tuple[str, int, int, int]:
    """Return where a comment stands in the text as it is: at its words, if they are still there."""
    added = comment.added
    if added.part is None or added.part is ProposalPart.FACTS:
        return TITLE, 0, 0, 0
    texts = texts_at(content, (added.part, added.block))
    if not texts:
        return TITLE, 0, 0, 0
    anchor = {ProposalPart.TITLE: TITLE, ProposalPart.LEAD: LEAD}.get(added.part, added.block or "")
    is_image = any(isinstance(one, Image) and one.id == added.block for one in content.blocks)
    if is_image or not added.anchor:
        return anchor, 0, 0, 0
    number = min(added.paragraph, len(texts) - 1)
    if texts[number].plain[added.start : added.end] == added.anchor:
        return anchor, number, added.start, added.end
    for place, text in enumerate(texts):
        if (at := text.plain.find(added.anchor)) >= 0:
            return anchor, place, at, at + len(added.anchor)
    return anchor, number, 0, len(texts[number].plain)
