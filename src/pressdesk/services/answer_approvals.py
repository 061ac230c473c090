"""What a returned file says in the boxes under the quotes, as approvals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalGiven, Evidence, Scope
from pressdesk.domain.hashing import quote_hash
from pressdesk.domain.places import reworded
from pressdesk.domain.proposals import Proposal, ProposalChange, ProposalPart
from pressdesk.domain.rounds import Decided
from pressdesk.i18n.catalogue import catalogue
from pressdesk.services.answer_boxes import decision_in
from pressdesk.services.typed_words import LONGEST_NAME, cleaned_lines
from pressdesk.textops.normalise import normal_form
from pressdesk.word.manifest import ANSWER_BOOKMARK, bookmark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.domain.content import QuoteBlock
    from pressdesk.domain.ids import Digest
    from pressdesk.services.answer_remarks import AnswerRemarks
    from pressdesk.services.answer_source import AnswerSource
    from pressdesk.word.answers import BoxAnswer


class AnswerApprovals:
    """The boxes of one answer being read: only a clear word of the right person counts."""

    def __init__(self, source: AnswerSource, remarks: AnswerRemarks) -> None:
        self._source = source
        self._remarks = remarks

    def all(self, proposals: Sequence[Proposal]) -> Iterator[ApprovalGiven]:
        """Yield what the boxes say; ``proposals`` are those of the same file."""
        boxes: dict[str, list[BoxAnswer]] = {}
        for one in self._source.sorted.answer.boxes:
            boxes.setdefault(one.anchor, []).append(one)
        quotes = {
            bookmark(one.id, ANSWER_BOOKMARK).removeprefix(ANSWER_BOOKMARK): one
            for one in self._source.content.quotes()
        }
        for anchor, parts in boxes.items():
            words = cleaned_lines(" ".join(one.words for one in parts))
            authors = [one.author for one in parts if one.author and one.words.strip()]
            quote = quotes.get(anchor)
            if not words:
                continue
            if quote is None:
                self._remarks.say_beside(words, next(iter(authors), None))
            elif stranger := next(filter(partial(self._is_other, quote), authors), None):
                self._remarks.say_at_quote(quote, words, "not_the_speaker", stranger)
            elif (given := self._answer(quote, words, proposals)) is not None:
                yield given

    def _is_other(self, quote: QuoteBlock, author: str) -> bool:
        """Return whether a mark bears the name of somebody known who may not answer for a quote.

        What word processors call their users is often no name at all, and proves nothing.
        """
        content, reader = self._source.content, self._source.reader
        speaker = content.person(quote.speaker)
        known = {one.name for one in self._source.sorted.round.opened.readers}
        known |= {one.name for one in content.spokespersons}
        known |= {one.name for one in content.contacts}
        own = {speaker.name if speaker else "", reader.name if reader else ""}
        is_known = _person(author) in map(_person, known)
        if not is_known or _person(author) in map(_person, own):
            return False
        return speaker is None or not self._source.book.may_approve(speaker.name, author)

    def _answer(
        self, quote: QuoteBlock, words: str, proposals: Sequence[Proposal]
    ) -> ApprovalGiven | None:
        """Return what the box under a quote says; what is not clear, or not theirs, is a comment."""
        reader, speaker = self._source.reader, self._source.content.person(quote.speaker)
        digest = self._hash_with(quote, proposals)
        sent = quote_hash(self._source.content, quote)
        people = [
            one for one in (self._source.sorted.person, speaker.name if speaker else "") if one
        ]
        decision = decision_in(words, people, is_changed=digest != sent)
        if decision is None or digest is None:
            self._remarks.say_at_quote(quote, words, "box_unclear")
            return None
        asked = {(one.block, one.reader) for one in self._source.sorted.round.opened.asked}
        is_theirs = (
            reader is not None
            and speaker is not None
            and (quote.id, reader.id) in asked
            and self._source.book.may_approve(speaker.name, reader.name)
        )
        if not is_theirs or reader is None or speaker is None:
            self._remarks.say_at_quote(quote, words, "not_the_speaker")
            return None
        is_about_change = decision is Decided.APPROVED_AS_CHANGED
        note = catalogue(self._source.language).gettext("In the Word file {file_name}: {words}")
        return ApprovalGiven(
            id=self._source.new_id(),
            scope=Scope.QUOTE,
            block=quote.id,
            language=self._source.content.language.value,
            content_hash=digest if is_about_change else sent,
            speaker=speaker.name,
            partner=reader.partner,
            by=reader.name,
            decision=decision,
            evidence=Evidence.WORD,
            note=note.format(file_name=self._source.file_name, words=words[:LONGEST_NAME]),
            round=self._source.sorted.round.id,
            response=self._source.response_id,
        )

    def _hash_with(self, quote: QuoteBlock, proposals: Sequence[Proposal]) -> Digest | None:
        """Return the hash of a quote as the file has it; None where the file has it no more."""
        place = (ProposalPart.BLOCK, quote.id)
        own = [one for one in proposals if (one.part, one.block) == place]
        if any(one.change is ProposalChange.REMOVED for one in own):
            return None
        edits = [(one.start, one.end, one.new) for one in own if one.change is ProposalChange.WORDS]
        changed = reworded(self._source.content, place, edits) if edits else self._source.content
        found = next((one for one in changed.quotes() if one.id == quote.id), None)
        return None if found is None else quote_hash(changed, found)


def _person(name: str) -> str:
    return normal_form(name).casefold()
