"""Approvals: a named person's yes to exact words, and where every quote stands.

Nothing here is stored but events: the state of a quote is computed from the ledger against the
words in hand, so that a changed word is never approved and the old words are approved again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.codes import short_code
from pressdesk.domain.hashing import boilerplate_hash, quote_hash
from pressdesk.domain.history import payload_of
from pressdesk.domain.ids import BlockId, Digest, PartnerId
from pressdesk.domain.ledger import Event, EventKind
from pressdesk.domain.records import from_json, record
from pressdesk.domain.rounds import Decided, RoundClosed, RoundOpened
from pressdesk.textops.normalise import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.content import Content
    from pressdesk.domain.ledger import Header


class Scope(StrEnum):
    """What is approved."""

    QUOTE = "quote"
    BOILERPLATE = "boilerplate"


class Evidence(StrEnum):
    """What shows that somebody answered; beside the tick it stands in words."""

    SIGNED = "signed"
    INVITATION = "invitation"
    EMAIL = "email"
    WORD = "word"
    NOTED = "noted"


class How(StrEnum):
    """How an answer reached the officer who noted it."""

    PHONE = "phone"
    EMAIL = "email"
    MEETING = "meeting"


class ApprovalState(StrEnum):
    """Where a quote stands, judged by the words it holds now."""

    MISSING = "missing"
    WAITING = "waiting"
    APPROVED = "approved"
    STALE = "stale"
    CHANGE_ASKED = "change_asked"
    DECLINED = "declined"


@record
class ApprovalGiven:
    """Somebody's answer about exact words.

    ``block`` is where the words stood when they were asked for; it binds nothing.
    ``speaker`` is the person quoted, None for a boilerplate, which belongs to ``partner``.
    ``by`` is who answered; ``round`` the id of the round or request that asked, None for what an
    officer noted of a call, a meeting or a mail: ``how`` says which of them, and
    ``is_code_read`` whether the short code of the words was read back. ``note`` is the evidence
    in words.
    """

    id: str
    scope: Scope
    block: BlockId
    language: str
    content_hash: Digest
    speaker: str | None
    partner: PartnerId | None
    by: str
    decision: Decided
    evidence: Evidence
    note: str
    round: str | None
    response: str | None
    how: How | None = None
    is_code_read: bool = False


@record
class ApprovalWithdrawn:
    """Approvals are taken back. Answers to rounds that were opened before revive nothing."""

    approvals: tuple[str, ...]
    by: str
    reason: str


@record
class DelegateAuthorised:
    """A speaker lets somebody else approve for them; ``evidence`` says how that is known."""

    speaker: str
    delegate: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a quote or a boilerplate stands.

    ``code`` is the short code of the words it holds now. ``given`` is the answer that counts:
    for stale words the last approval, of ``given.content_hash``.
    """

    state: ApprovalState
    code: str
    given: ApprovalGiven | None = None
    at: datetime | None = None
    round_number: int | None = None


@dataclass(slots=True)
class _Given:
    given: ApprovalGiven
    at: datetime
    seq: int
    is_withdrawn: bool = False


@dataclass(slots=True)
class ApprovalBook:
    """What a ledger says of approvals, folded once and asked for any content."""

    _given: list[_Given] = field(default_factory=list)
    _opened: dict[str, tuple[RoundOpened, int]] = field(default_factory=dict)
    _closed: set[str] = field(default_factory=set)
    _withdrawn_at: dict[tuple[str, Digest], int] = field(default_factory=dict)
    _all_withdrawn_at: int = 0
    _delegates: set[tuple[str, str]] = field(default_factory=set)
    _answered: set[tuple[str, Digest]] = field(default_factory=set)

    @classmethod
    def of(cls, events: Iterable[Event]) -> ApprovalBook:
        """Return the book of a ledger; events that are withheld or erased say nothing.

        Only a withdrawal does: it can be any approval before it that was taken back.
        """
        book = cls()
        for event in events:
            if (payload := payload_of(event)) is not None:
                book._take(event.header, payload)
            elif event.header.kind is EventKind.APPROVAL_WITHDRAWN:
                book._withdraw_all(event.header.seq)
        return book

    def _take(self, header: Header, payload: Json) -> None:
        match header.kind:
            case EventKind.ROUND_OPENED:
                opened = from_json(RoundOpened, payload)
                self._opened[opened.id] = (opened, header.seq)
            case EventKind.ROUND_CLOSED:
                self._closed.add(from_json(RoundClosed, payload).round)
            case EventKind.DELEGATE_AUTHORISED:
                named = from_json(DelegateAuthorised, payload)
                self._delegates.add((_person(named.speaker), _person(named.delegate)))
            case EventKind.APPROVAL_GIVEN:
                given = from_json(ApprovalGiven, payload)
                if self._counts(given):
                    self._given.append(_Given(given, header.at, header.seq))
                    self._answered.add((given.round or "", given.content_hash))
            case EventKind.APPROVAL_WITHDRAWN:
                self._withdraw(from_json(ApprovalWithdrawn, payload), header.seq)
            case _:
                pass

    def may_approve(self, speaker: str, by: str) -> bool:
        """Return whether ``by`` is the speaker, or a delegate with recorded authority."""
        names = (_person(speaker), _person(by))
        return names[0] == names[1] or names in self._delegates

    def active(self, content: Content, block: BlockId) -> tuple[ApprovalGiven, ...]:
        """Return the approvals of the words that a quote or a boilerplate holds now."""
        found = _hash_of(content, block)
        if found is None:
            return ()
        scope, digest, speaker = found
        return tuple(one.given for one in self._about(scope, digest, speaker) if _is_yes(one.given))

    def kept(self, content: Content, block: BlockId) -> tuple[ApprovalGiven, ...]:
        """Return every approval of a quote or a boilerplate that was not taken back.

        Those of the words it holds now, and those of words that stood in the same place before.
        """
        found = _hash_of(content, block)
        if found is None:
            return ()
        scope, digest, speaker = found
        return tuple(
            one.given
            for one in self._given
            if digest == one.given.content_hash
            or (block, content.language) == (one.given.block, one.given.language)
            if self._concerns(one, scope, speaker) and _is_yes(one.given)
        )

    def standing(self, content: Content, block: BlockId) -> Standing | None:
        """Return where a quote or a boilerplate stands; None for any other block."""
        found = _hash_of(content, block)
        if found is None:
            return None
        scope, digest, speaker = found
        code = short_code(digest)
        if scope is Scope.QUOTE and speaker is None:
            return Standing(state=ApprovalState.MISSING, code=code)
        if about := self._about(scope, digest, speaker):
            return self._told(about[-1], _STATES[about[-1].given.decision], code)
        if self._is_asked(scope, block, digest, content):
            return Standing(state=ApprovalState.WAITING, code=code)
        before = [
            one
            for one in self._given
            if one.given.block == block and self._concerns(one, scope, speaker)
        ]
        return self._earlier(before, content.language.value, code)

    def _earlier(self, said: list[_Given], language: str, code: str) -> Standing:
        """Judge by what was said of other words in the same place.

        A yes is about one language; who will not be quoted is quoted in none, until they say
        otherwise about this one.
        """
        before = [one for one in said if one.given.language == language]
        if not said:
            return Standing(state=ApprovalState.MISSING, code=code)
        last = (before or said)[-1]
        if last.given.decision is Decided.DECLINED:
            return self._told(last, ApprovalState.DECLINED, code)
        approved = [one for one in before if _is_yes(one.given)]
        if approved:
            return self._told(approved[-1], ApprovalState.STALE, code)
        return Standing(state=ApprovalState.MISSING, code=code)

    def _told(self, one: _Given, state: ApprovalState, code: str) -> Standing:
        opened = self._opened.get(one.given.round or "")
        number = opened[0].number if opened else None
        return Standing(state=state, code=code, given=one.given, at=one.at, round_number=number)

    def _about(self, scope: Scope, digest: Digest, speaker: str | None) -> list[_Given]:
        return [
            one
            for one in self._given
            if one.given.content_hash == digest and self._concerns(one, scope, speaker)
        ]

    def _concerns(self, one: _Given, scope: Scope, speaker: str | None) -> bool:
        said = one.given.speaker
        is_theirs = (said and _person(said)) == (speaker and _person(speaker))
        return not one.is_withdrawn and one.given.scope is scope and is_theirs

    def _counts(self, given: ApprovalGiven) -> bool:
        if given.speaker is not None and not self.may_approve(given.speaker, given.by):
            return False
        withdrawn = self._withdrawn_at.get((_person(given.speaker or ""), given.content_hash), 0)
        if given.round is None:
            return True
        opened = self._opened.get(given.round)
        return opened is not None and opened[1] > max(withdrawn, self._all_withdrawn_at)

    def _withdraw(self, withdrawn: ApprovalWithdrawn, seq: int) -> None:
        for one in self._given:
            if one.given.id in withdrawn.approvals:
                one.is_withdrawn = True
                key = (_person(one.given.speaker or ""), one.given.content_hash)
                self._withdrawn_at[key] = seq

    def _withdraw_all(self, seq: int) -> None:
        self._all_withdrawn_at = seq
        for one in self._given:
            one.is_withdrawn = True

    def _is_asked(self, scope: Scope, block: BlockId, digest: Digest, content: Content) -> bool:
        """Return whether an open round waits for an answer about these words."""
        return scope is Scope.QUOTE and any(
            asked.block == block and asked.content_hash == digest
            for opened, _ in self._opened.values()
            if opened.id not in self._closed and opened.language == content.language.value
            for asked in opened.asked
            if (opened.id, digest) not in self._answered
        )


def approval_states(events: Iterable[Event], content: Content) -> dict[BlockId, Standing]:
    """Return where every quote and boilerplate of ``content`` stands, in reading order."""
    return states_in(ApprovalBook.of(events), content)


def states_in(book: ApprovalBook, content: Content) -> dict[BlockId, Standing]:
    """Return where every quote and boilerplate of ``content`` stands, in reading order."""
    ids = [quote.id for quote in content.quotes()] + [text.id for text in content.boilerplates]
    found = {block: book.standing(content, block) for block in ids}
    return {block: standing for block, standing in found.items() if standing is not None}


_STATES = {
    Decided.APPROVED: ApprovalState.APPROVED,
    Decided.APPROVED_AS_CHANGED: ApprovalState.APPROVED,
    Decided.CHANGE_ASKED: ApprovalState.CHANGE_ASKED,
    Decided.DECLINED: ApprovalState.DECLINED,
}


def _is_yes(given: ApprovalGiven) -> bool:
    return given.decision in (Decided.APPROVED, Decided.APPROVED_AS_CHANGED)


def _person(name: str) -> str:
    return normal_form(name).casefold()


def _hash_of(content: Content, block: BlockId) -> tuple[Scope, Digest, str | None] | None:
    for quote in content.quotes():
        if quote.id == block:
            speaker = content.person(quote.speaker)
            name = speaker.name if speaker else None
            return Scope.QUOTE, quote_hash(content, quote), name
    for text in content.boilerplates:
        if text.id == block:
            return Scope.BOILERPLATE, boilerplate_hash(content, text), None
    return None
