"""Approvals by hand: what an officer notes of a call, a meeting or a mail, and who may say yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import (
    ApprovalBook,
    ApprovalGiven,
    ApprovalWithdrawn,
    DelegateAuthorised,
    Evidence,
    How,
    Scope,
    Standing,
    states_in,
)
from pressdesk.domain.codes import is_same_code, short_code
from pressdesk.domain.comments import Audience, CommentAdded
from pressdesk.domain.errors import (
    BlockUnknown,
    CodeWrong,
    DelegateIsSpeaker,
    EvidenceMissing,
    NotForApproval,
    NothingToWithdraw,
    PersonUnknown,
    ReasonMissing,
    SpeakerMissing,
)
from pressdesk.domain.hashing import boilerplate_hash, quote_hash
from pressdesk.domain.ledger import Event, EventKind
from pressdesk.domain.proposals import ProposalPart
from pressdesk.domain.records import to_json
from pressdesk.domain.rounds import Decided, open_round
from pressdesk.i18n.catalogue import catalogue
from pressdesk.i18n.gaps import HOW, WRONG_PERSON, WRONG_WITHDRAWAL
from pressdesk.services.typed_words import typed_name, typed_words
from pressdesk.textops.normalise import normal_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pressdesk.domain.content import Boilerplate, Content, Language, QuoteBlock
    from pressdesk.domain.ids import BlockId, Digest, PartnerId
    from pressdesk.services.identity import Identity
    from pressdesk.services.releases import Place, Recorder


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody answered about one quote, or one partner's text, and how that is known.

    ``evidence`` is what was said or written, in words. ``code`` is the short code that the person
    read back, if they did. ``decision`` is about the words that stand in the text now.
    """

    block: BlockId
    by: str
    how: How
    evidence: str
    code: str | None = None
    decision: Decided = Decided.APPROVED


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was recorded: an answer that counts, or a comment of somebody who may not give one."""

    standing: Standing
    given: ApprovalGiven | None = None
    comment: CommentAdded | None = None

    @property
    def is_counted(self) -> bool:
        """Whether the answer was that of somebody who may give it."""
        return self.comment is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The words that are approved, and who answers for them."""

    scope: Scope
    digest: Digest
    code: str
    speaker: str | None
    partner: PartnerId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approving:
    """Note approvals, take them back, and let somebody approve for another."""

    identity: Identity
    new_id: Callable[[], str]
    language: str

    def approve(self, place: Place, said: Said, language: Language | None = None) -> Noted:
        """Note what somebody answered about the words that stand in the text now.

        The words are kept as a version. The answer of somebody who is neither the person quoted
        nor their delegate is taken as a comment.

        Raises:
            BlockUnknown, NotForApproval, SpeakerMissing, NameMissing, EvidenceMissing,
            WordsTooLong: nothing was recorded.
            CodeWrong: the code is that of other words; nothing was recorded.
            LanguageMissing, and what opening and signing raise.
        """
        if said.decision is Decided.APPROVED_AS_CHANGED:
            raise ValueError("what is noted is about the words in the text")
        by, note = typed_name(said.by), typed_words(said.evidence, EvidenceMissing())
        with place.recording() as recorder:
            content = recorder.release.draft.content(language)
            asked = _asked(content, said.block)
            book = ApprovalBook.of(recorder.release.events)
            if said.code is not None and not is_same_code(said.code, asked.code):
                raise CodeWrong(typed=said.code[:40])
            if not self._may_answer(book, content, asked, by):
                remark = self._not_counted(content, said, note)
                comment = self._comment(recorder, content, said.block, by, remark)
                return Noted(standing=_standing(recorder, content, said.block), comment=comment)
            recorder.save_revision(catalogue(self.language).gettext("Approval"))
            given = ApprovalGiven(
                id=self.new_id(),
                scope=asked.scope,
                block=said.block,
                language=content.language.value,
                content_hash=asked.digest,
                speaker=asked.speaker,
                partner=asked.partner,
                by=_spelt(by, asked.speaker),
                decision=said.decision,
                evidence=Evidence.NOTED,
                note=note,
                round=None,
                response=None,
                how=said.how,
                is_code_read=said.code is not None,
            )
            recorder.record(EventKind.APPROVAL_GIVEN, to_json(given))
            return Noted(standing=_standing(recorder, content, said.block), given=given)

    def withdraw(
        self,
        place: Place,
        block: BlockId,
        *,
        by: str,
        reason: str,
        language: Language | None = None,
    ) -> Noted:
        """Take back every approval of a quote or a partner's text, of earlier words too.

        Raises:
            NothingToWithdraw, ReasonMissing, and what ``approve`` raises.
        """
        by, reason = typed_name(by), typed_words(reason, ReasonMissing())
        with place.recording() as recorder:
            content = recorder.release.draft.content(language)
            asked = _asked(content, block)
            book = ApprovalBook.of(recorder.release.events)
            if not self._may_answer(book, content, asked, by):
                _ = catalogue(content.language.value).gettext
                remark = _(WRONG_WITHDRAWAL).format(words=reason)
                comment = self._comment(recorder, content, block, by, remark)
                return Noted(standing=_standing(recorder, content, block), comment=comment)
            kept = book.kept(content, block)
            if not kept:
                raise NothingToWithdraw(block=block)
            withdrawn = ApprovalWithdrawn(
                approvals=tuple(one.id for one in kept), by=_spelt(by, asked.speaker), reason=reason
            )
            recorder.record(EventKind.APPROVAL_WITHDRAWN, to_json(withdrawn))
            return Noted(standing=_standing(recorder, content, block))

    def delegate(
        self, place: Place, *, speaker: str, delegate: str, evidence: str
    ) -> DelegateAuthorised:
        """Record that a person who is quoted lets somebody else approve for them.

        Raises:
            PersonUnknown: nobody of that name is quoted.
            DelegateIsSpeaker, NameMissing, EvidenceMissing, WordsTooLong.
            What opening and signing raise.
        """
        speaker, delegate = typed_name(speaker), typed_name(delegate)
        evidence = typed_words(evidence, EvidenceMissing())
        if _is_same_person(speaker, delegate):
            raise DelegateIsSpeaker(name=delegate)
        with place.recording() as recorder:
            named = [
                one.name
                for content in recorder.release.draft.contents
                for one in content.spokespersons
                if _is_same_person(one.name, speaker)
            ]
            if not named:
                raise PersonUnknown(name=speaker)
            authority = DelegateAuthorised(speaker=named[0], delegate=delegate, evidence=evidence)
            recorder.record(EventKind.DELEGATE_AUTHORISED, to_json(authority))
        return authority

    def states(self, place: Place, language: Language | None = None) -> Mapping[BlockId, Standing]:
        """Return where every quote and partner's text stands; raises what reading does."""
        release = place.read()
        book = ApprovalBook.of(release.events)
        return states_in(book, release.draft.content(language))

    def _may_answer(self, book: ApprovalBook, content: Content, asked: _Asked, by: str) -> bool:
        if asked.speaker is not None:
            return book.may_approve(asked.speaker, by)
        return any(_is_same_person(name, by) for name in self._people_of(content, asked.partner))

    def _people_of(self, content: Content, partner: PartnerId | None) -> list[str]:
        """Return the names of those who are known to speak for a partner."""
        named = [one.name for one in content.contacts if one.partner == partner]
        for one in content.spokespersons:
            theirs = content.partner_called(one.organisation)
            if theirs is not None and theirs.id == partner:
                named.append(one.name)
        own = content.partner_called(self.identity.actor.organisation)
        if own is not None and own.id == partner:
            named.append(self.identity.actor.name)
        return named

    def _not_counted(self, content: Content, said: Said, note: str) -> str:
        _ = catalogue(content.language.value).gettext
        return _(WRONG_PERSON[said.decision]).format(how=_(HOW[said.how]), words=note)

    def _comment(
        self, recorder: Recorder, content: Content, block: BlockId, by: str, words: str
    ) -> CommentAdded:
        """Record what does not count as a comment that stays in the officer's organisation."""
        is_block = any(one.id == block for one in content.blocks)
        own = content.partner_called(self.identity.actor.organisation)
        asking = open_round(recorder.release.events)
        comment = CommentAdded(
            id=self.new_id(),
            parent=None,
            part=ProposalPart.BLOCK if is_block else ProposalPart.BOILERPLATE,
            block=block,
            paragraph=0,
            start=0,
            end=0,
            anchor="",
            text=words,
            author=by,
            partner=own.id if own else None,
            audience=Audience.OWN,
            reader=None,
            round=asking.id if asking else None,
            response=None,
            made_at=None,
        )
        recorder.record(EventKind.COMMENT_ADDED, to_json(comment))
        return comment


def costs(where: Place | Sequence[Event], content: Content, block: BlockId) -> tuple[str, ...]:
    """Return whose approval a change of the words of ``block`` costs: names, each once.

    ``where`` is the release, or its ledger. Nobody's, unless somebody approved exactly the words
    that ``content`` holds.
    """
    events = where if isinstance(where, Sequence) else where.read().events
    return _names(content, ApprovalBook.of(events).active(content, block))


def lost(events: Sequence[Event], before: Content, after: Content) -> tuple[str, ...]:
    """Return whose approvals hold in ``before`` and no longer in ``after``: names, each once.

    Typography costs nothing, and neither does moving a quote: what it says is what counts.
    """
    book = ApprovalBook.of(events)
    blocks = [*(one.id for one in before.quotes()), *(one.id for one in before.boilerplates)]
    kept = {
        one.id
        for block in (*(one.id for one in after.quotes()), *(one.id for one in after.boilerplates))
        for one in book.active(after, block)
    }
    gone = (one for block in blocks for one in book.active(before, block) if one.id not in kept)
    return _names(before, gone)


def _names(content: Content, given: Iterable[ApprovalGiven]) -> tuple[str, ...]:
    names = []
    for one in given:
        partner = content.partner(one.partner)
        names.append(one.speaker or (partner.short if partner else one.by))
    return tuple(dict.fromkeys(names))


def _standing(recorder: Recorder, content: Content, block: BlockId) -> Standing:
    standing = ApprovalBook.of(recorder.events).standing(content, block)
    assert standing is not None  # noqa: S101  # the block was found to be one that is approved
    return standing


def _asked(content: Content, block: BlockId) -> _Asked:
    for quote in content.quotes():
        if quote.id == block:
            return _of_quote(content, quote)
    for text in content.boilerplates:
        if text.id == block:
            return _of_boilerplate(content, text)
    if any(one.id == block for one in content.blocks):
        raise NotForApproval(block=block)
    raise BlockUnknown(block=block)


def _of_quote(content: Content, quote: QuoteBlock) -> _Asked:
    speaker = content.person(quote.speaker)
    if speaker is None or not speaker.name.strip():
        raise SpeakerMissing(block=quote.id)
    digest = quote_hash(content, quote)
    return _Asked(
        scope=Scope.QUOTE,
        digest=digest,
        code=short_code(digest),
        speaker=speaker.name,
        partner=quote.owner,
    )


def _of_boilerplate(content: Content, text: Boilerplate) -> _Asked:
    if text.partner is None:
        raise SpeakerMissing(block=text.id)
    digest = boilerplate_hash(content, text)
    return _Asked(
        scope=Scope.BOILERPLATE,
        digest=digest,
        code=short_code(digest),
        speaker=None,
        partner=text.partner,
    )


def _spelt(by: str, speaker: str | None) -> str:
    """Return a name as the release spells it, where it is the speaker's."""
    return speaker if speaker is not None and _is_same_person(by, speaker) else by


def _is_same_person(one: str, other: str) -> bool:
    return normal_form(one).casefold() == normal_form(other).casefold()
