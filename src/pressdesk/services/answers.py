"""A returned Word file as records: proposals, answers about quotes, and comments."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalBook, ApprovalGiven, Evidence, Scope
from pressdesk.domain.comments import Audience, CommentAdded, comments
from pressdesk.domain.errors import AnswerTooLong
from pressdesk.domain.flags import change_flags
from pressdesk.domain.hashing import quote_hash
from pressdesk.domain.places import Place, reworded, texts_at, words_at
from pressdesk.domain.proposals import Proposal, ProposalChange, ProposalFlag, ProposalPart
from pressdesk.domain.rewording import Rewording
from pressdesk.domain.rounds import BlockAnswer, Decided, ResponseReceived, Via
from pressdesk.domain.text import EMPTY, Text
from pressdesk.i18n.catalogue import catalogue
from pressdesk.services.answer_boxes import decision_in
from pressdesk.services.answer_spots import AnswerSpots
from pressdesk.services.answer_words import LONGEST_NAME, cleaned_lines, cleaned_name
from pressdesk.services.packages import comments_for
from pressdesk.word.answer_places import PlaceKind
from pressdesk.word.answers import AnswerKind
from pressdesk.word.manifest import ANSWER_BOOKMARK, bookmark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pressdesk.domain.content import Content, QuoteBlock
    from pressdesk.domain.ids import BlockId, Digest
    from pressdesk.domain.ledger import Event
    from pressdesk.services.sorting import Sorted
    from pressdesk.word.answer_comments import AnswerComment
    from pressdesk.word.answer_places import Place as WordPlace
    from pressdesk.word.answers import AnswerChange

MOST_CHANGES = 3_000
MOST_CHARACTERS = 1_000_000
_CHANGES = {
    AnswerKind.WORDS: ProposalChange.WORDS,
    AnswerKind.ADDED: ProposalChange.ADDED,
    AnswerKind.REMOVED: ProposalChange.REMOVED,
    AnswerKind.MOVED: ProposalChange.MOVED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an answer comes to: a response, and the events that follow from it.

    ``is_new`` is False where all of it was received before.
    """

    response: ResponseReceived
    approvals: tuple[ApprovalGiven, ...]
    comments: tuple[CommentAdded, ...]
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class AnswerRecords:
    """One returned file being put into records.

    ``content`` is what was sent. ``language`` is that of the interface.
    """

    events: Sequence[Event]
    content: Content
    sorted: Sorted
    file_name: str
    file: Digest
    new_id: Callable[[], str]
    language: str
    _problems: list[str] = field(init=False, default_factory=list)
    _comments: list[CommentAdded] = field(init=False, default_factory=list)

    def taken(self) -> Taken:
        """Return everything that the answer says and that was not received before.

        Raises:
            AnswerTooLong: more than a person writes.
        """
        found = self.sorted
        self._problems.extend(found.problems)
        if not found.round.is_open:
            self._problems.append("old_round")
        if found.answer.gone:
            self._problems.append("comment_removed")
        proposals = tuple(self._proposals())
        if len(proposals) > MOST_CHANGES:
            raise AnswerTooLong(name=self.file_name)
        approvals = tuple(self._approvals(proposals))
        self._take_comments()
        size = sum(len(one.old) + len(one.new) for one in proposals)
        size += sum(len(one.text) + len(one.anchor) for one in self._comments)
        if size > MOST_CHARACTERS or len(self._comments) > MOST_CHANGES:
            raise AnswerTooLong(name=self.file_name)
        return self._without_known(proposals, approvals)

    @cached_property
    def response_id(self) -> str:
        """The id of the response."""
        return self.new_id()

    @cached_property
    def _book(self) -> ApprovalBook:
        return ApprovalBook.of(self.events)

    @cached_property
    def _spots(self) -> AnswerSpots:
        return AnswerSpots(self.content, self.sorted.sent)

    # --- proposals ---

    def _proposals(self) -> Iterator[Proposal]:
        facts: dict[WordPlace, list[AnswerChange]] = {}
        for change in self.sorted.answer.changes:
            place = self._spots.place(change.place)
            if change.kind is AnswerKind.ADDED and change.place.kind is PlaceKind.COVER:
                self._say_beside(change.new, change.author)
            elif place[0] is ProposalPart.FACTS and change.kind is AnswerKind.WORDS:
                facts.setdefault(change.place, []).append(change)
            else:
                yield from self._proposal(change, place)
        for word_place, changes in facts.items():
            yield self._fact(word_place, changes)

    def _proposal(self, change: AnswerChange, place: Place) -> Iterator[Proposal]:
        start, end, old, new = change.start, change.end, change.old, change.new
        if change.kind is AnswerKind.WORDS:
            found = self._spots.without_label(place, start, end, new)
            if found is None:
                yield self._fact(change.place, [change])
                return
            start, end, new = found
            old = (words_at(self.content, place) or "")[start:end]
            if old == new:
                return
        elif change.kind is not AnswerKind.ADDED:
            old = words_at(self.content, place) or old
            start, end = 0, len(old)
            new = old if change.kind is AnswerKind.MOVED else ""
        after = self._spots.after(change.after) if change.after else None
        is_movable = place[0] is ProposalPart.BLOCK
        part = place[0]
        if change.kind is AnswerKind.MOVED and not is_movable:
            part = ProposalPart.FACTS
        yield self._made(
            part=part,
            block=place[1],
            span=(start, end),
            words=(old, new),
            change=_CHANGES[change.kind],
            after=after,
            source=change,
        )

    def _made(  # noqa: PLR0913  # the members of a proposal
        self,
        *,
        part: ProposalPart,
        block: BlockId | None,
        span: tuple[int, int],
        words: tuple[str, str],
        change: ProposalChange,
        after: BlockId | None,
        source: AnswerChange,
    ) -> Proposal:
        reader = self.sorted.reader
        author = cleaned_name(source.author or "") or self.sorted.person
        return Proposal(
            id=self.new_id(),
            part=part,
            block=block,
            start=span[0],
            end=span[1],
            old=words[0],
            new=words[1],
            change=change,
            after=after,
            author=author,
            partner=reader.partner if reader else None,
            is_marked=source.is_marked,
            flags=tuple(self._flags((part, block), span, words, change)),
        )

    def _fact(self, place: WordPlace, changes: Sequence[AnswerChange]) -> Proposal:
        """Return one proposal for a whole line that PressDesk makes of facts."""
        line = new = self._spots.texts.get(place, "")
        for one in sorted(changes, key=lambda one: one.start, reverse=True):
            new = new[: one.start] + one.new + new[one.end :]
        source = replace(changes[0], is_marked=all(one.is_marked for one in changes))
        return self._made(
            part=ProposalPart.FACTS,
            block=None,
            span=(0, len(line)),
            words=(line, new),
            change=ProposalChange.WORDS,
            after=None,
            source=source,
        )

    def _flags(
        self,
        place: Place,
        span: tuple[int, int],
        words: tuple[str, str],
        change: ProposalChange,
    ) -> Iterator[ProposalFlag]:
        if change is not ProposalChange.MOVED:
            base = words[0] if place[0] is ProposalPart.FACTS else words_at(self.content, place)
            if change is ProposalChange.ADDED:
                base, span = "", (0, 0)
            new = Text.of(words[1]) if words[1] else EMPTY
            yield from change_flags(
                base or "",
                Rewording(start=span[0], end=span[1], new=new),
                language=self.content.language,
                names=self._names,
            )
        quote = self._quote(place[1])
        if quote is not None and change is not ProposalChange.ADDED and self._is_foreign(quote):
            yield ProposalFlag.FOREIGN_QUOTE

    @cached_property
    def _names(self) -> frozenset[str]:
        people = [one.name for one in self.content.spokespersons]
        partners = [name for one in self.content.partners for name in (one.name, one.short)]
        return frozenset(word for name in (*people, *partners) for word in name.split())

    def _quote(self, block: BlockId | None) -> QuoteBlock | None:
        return next((one for one in self.content.quotes() if one.id == block), None)

    def _is_foreign(self, quote: QuoteBlock) -> bool:
        """Return whether a quote is another organisation's, and not the reader's own words."""
        reader, speaker = self.sorted.reader, self.content.person(quote.speaker)
        if quote.owner is None or (reader is not None and reader.partner == quote.owner):
            return False
        is_own = (
            reader is not None
            and speaker is not None
            and self._book.may_approve(speaker.name, reader.name)
        )
        return not is_own

    # --- answers about quotes ---

    def _approvals(self, proposals: Sequence[Proposal]) -> Iterator[ApprovalGiven]:
        boxes: dict[str, list[str]] = {}
        for one in self.sorted.answer.boxes:
            boxes.setdefault(one.anchor, []).append(one.words)
        quotes = {
            bookmark(one.id, ANSWER_BOOKMARK).removeprefix(ANSWER_BOOKMARK): one
            for one in self.content.quotes()
        }
        for anchor, parts in boxes.items():
            words = cleaned_lines(" ".join(parts))
            quote = quotes.get(anchor)
            if not words:
                continue
            if quote is None:
                self._say_beside(words, None)
                continue
            given = self._answer(quote, words, proposals)
            if given is not None:
                yield given

    def _answer(
        self, quote: QuoteBlock, words: str, proposals: Sequence[Proposal]
    ) -> ApprovalGiven | None:
        """Return what the box under a quote says; what is not clear, or not theirs, is a comment."""
        reader, speaker = self.sorted.reader, self.content.person(quote.speaker)
        digest = self._hash_with(quote, proposals)
        sent = quote_hash(self.content, quote)
        people = [one for one in (self.sorted.person, speaker.name if speaker else "") if one]
        decision = decision_in(words, people, is_changed=digest != sent)
        if decision is None or digest is None:
            self._say_at_quote(quote, words, "box_unclear")
            return None
        asked = {(one.block, one.reader) for one in self.sorted.round.opened.asked}
        is_theirs = (
            reader is not None
            and speaker is not None
            and (quote.id, reader.id) in asked
            and self._book.may_approve(speaker.name, reader.name)
        )
        if not is_theirs or reader is None or speaker is None:
            self._say_at_quote(quote, words, "not_the_speaker")
            return None
        is_about_change = decision is Decided.APPROVED_AS_CHANGED
        note = catalogue(self.language).gettext("In the Word file {file_name}: {words}")
        return ApprovalGiven(
            id=self.new_id(),
            scope=Scope.QUOTE,
            block=quote.id,
            language=self.content.language.value,
            content_hash=digest if is_about_change else sent,
            speaker=speaker.name,
            partner=reader.partner,
            by=reader.name,
            decision=decision,
            evidence=Evidence.WORD,
            note=note.format(file_name=self.file_name, words=words[:LONGEST_NAME]),
            round=self.sorted.round.id,
            response=self.response_id,
        )

    def _hash_with(self, quote: QuoteBlock, proposals: Sequence[Proposal]) -> Digest | None:
        """Return the hash of a quote as the file has it; None where the file has it no more."""
        place = (ProposalPart.BLOCK, quote.id)
        own = [one for one in proposals if (one.part, one.block) == place]
        if any(one.change is ProposalChange.REMOVED for one in own):
            return None
        edits = [(one.start, one.end, one.new) for one in own if one.change is ProposalChange.WORDS]
        changed = reworded(self.content, place, edits) if edits else self.content
        found = next((one for one in changed.quotes() if one.id == quote.id), None)
        return None if found is None else quote_hash(changed, found)

    # --- comments ---

    def _take_comments(self) -> None:
        ours = comments_for(
            self.events[: self.sorted.round.seq - 1],
            self.sorted.reader.partner if self.sorted.reader else None,
        )
        if self.sorted.round.is_request:
            ours = tuple(one for one in ours if one.added.block == self.sorted.round.opened.quote)
        made: dict[int, CommentAdded] = {}
        for number, one in enumerate(self.sorted.answer.comments):
            words = cleaned_lines(one.text)
            if not words:
                continue
            parent = None
            if one.answers is not None and one.answers < len(ours):
                parent = ours[one.answers].added
            elif one.parent is not None:
                parent = made.get(one.parent)
            made[number] = self._comment(one, words, parent)
        self._comments.extend(made.values())

    def _comment(self, one: AnswerComment, words: str, parent: CommentAdded | None) -> CommentAdded:
        part, block, paragraph, start, end = self._spot(one)
        author = cleaned_name(one.author or "") or self.sorted.person
        added = self._added(words, author, part=part, block=block)
        added = replace(
            added,
            paragraph=paragraph,
            start=start,
            end=end,
            anchor=cleaned_lines(one.words)[:LONGEST_NAME],
            made_at=one.date,
        )
        if parent is None:
            return added
        return replace(added, parent=parent.id, audience=parent.audience, reader=parent.reader)

    def _spot(
        self, one: AnswerComment
    ) -> tuple[ProposalPart | None, BlockId | None, int, int, int]:
        """Return where a comment stands in what was sent: at its words, if they were there."""
        if one.place is None or one.place.kind is PlaceKind.COVER:
            return None, None, 0, 0, 0
        part, block = self._spots.place(one.place)
        texts = texts_at(self.content, (part, block)) or ()
        found = [
            (abs(at - one.start), number, at)
            for number, text in enumerate(texts)
            if one.words and (at := text.plain.find(one.words)) >= 0
        ]
        if not found:
            return part, block, 0, 0, 0
        _, number, at = min(found)
        return part, block, number, at, at + len(one.words)

    def _say_beside(self, words: str, author: str | None) -> None:
        """Take what was written where nothing of the release stands as a comment on all of it."""
        if text := cleaned_lines(words):
            name = cleaned_name(author or "") or self.sorted.person
            self._comments.append(self._added(text, name))
            self._problem("text_beside")

    def _say_at_quote(self, quote: QuoteBlock, words: str, problem: str) -> None:
        self._comments.append(
            self._added(words, self.sorted.person, part=ProposalPart.BLOCK, block=quote.id)
        )
        self._problem(problem)

    def _problem(self, code: str) -> None:
        if code not in self._problems:
            self._problems.append(code)

    def _added(
        self,
        text: str,
        author: str,
        *,
        part: ProposalPart | None = None,
        block: BlockId | None = None,
    ) -> CommentAdded:
        reader = self.sorted.reader
        return CommentAdded(
            id=self.new_id(),
            parent=None,
            part=part,
            block=block,
            paragraph=0,
            start=0,
            end=0,
            anchor="",
            text=text,
            author=author,
            partner=reader.partner if reader else None,
            audience=Audience.ALL,
            reader=None,
            round=self.sorted.round.id,
            response=self.response_id,
            made_at=None,
        )

    # --- what is new ---

    def _without_known(
        self, proposals: Sequence[Proposal], approvals: Sequence[ApprovalGiven]
    ) -> Taken:
        """Return the answer without what the same person has sent before in this round."""
        asked, reader = self.sorted.round, self.sorted.reader
        earlier = [
            one.received
            for one in asked.responses
            if one.received.reader == (reader.id if reader else None)
            and one.received.person == self.sorted.person
        ]
        known = {_key(proposal) for one in earlier for proposal in one.proposals}
        said = {answer.block: answer for one in earlier for answer in one.answers}
        answers = tuple(
            BlockAnswer(block=one.block, decision=one.decision, content_hash=one.content_hash)
            for one in approvals
        )
        new_answers = tuple(one for one in answers if said.get(one.block) != one)
        responses = {one.id for one in earlier}
        written = {
            (one.added.author, one.added.text, one.added.anchor)
            for one in comments(self.events)
            if one.added.response in responses
        }
        new_comments = tuple(
            one for one in self._comments if (one.author, one.text, one.anchor) not in written
        )
        new_proposals = tuple(one for one in proposals if _key(one) not in known)
        is_new = not earlier or bool(new_proposals or new_answers or new_comments)
        response = ResponseReceived(
            id=self.response_id,
            round=asked.id,
            reader=reader.id if reader else None,
            person=self.sorted.person,
            via=Via.WORD,
            file_name=cleaned_name(self.file_name),
            file=self.file,
            base=asked.opened.revision,
            proposals=new_proposals,
            answers=new_answers,
            problems=tuple(self._problems),
        )
        blocks = {one.block for one in new_answers}
        return Taken(
            response=response,
            approvals=tuple(one for one in approvals if one.block in blocks),
            comments=new_comments,
            is_new=is_new,
        )


def _key(one: Proposal) -> tuple[object, ...]:
    return one.part, one.block, one.change, one.start, one.end, one.old, one.new, one.after
