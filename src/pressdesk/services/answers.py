"""A returned Word file as records: proposals, answers about quotes, and comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.comments import CommentAdded, comments
from pressdesk.domain.errors import AnswerTooLong
from pressdesk.domain.rounds import BlockAnswer, ResponseReceived, Via
from pressdesk.services.answer_approvals import AnswerApprovals
from pressdesk.services.answer_proposals import AnswerProposals
from pressdesk.services.answer_remarks import AnswerRemarks
from pressdesk.services.typed_words import cleaned_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.approvals import ApprovalGiven
    from pressdesk.domain.ids import Digest
    from pressdesk.domain.proposals import Proposal
    from pressdesk.services.answer_source import AnswerSource

MOST_CHANGES = 3_000
MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an answer comes to: a response, and the events that follow from it.

    ``is_new`` is False where all of it was received before.
    """

    response: ResponseReceived
    approvals: tuple[ApprovalGiven, ...]
    comments: tuple[CommentAdded, ...]
    is_new: bool


def taken(source: AnswerSource, file: Digest) -> Taken:
    """Return everything that an answer says and that was not received before.

    Raises:
        AnswerTooLong: more than a person writes.
    """
    found = source.sorted
    source.problems.extend(found.problems)
    if not found.round.is_open:
        source.note("old_round")
    if found.answer.gone:
        source.note("comment_removed")
    remarks = AnswerRemarks(source)
    proposals = tuple(AnswerProposals(source, remarks).all())
    if len(proposals) > MOST_CHANGES:
        raise AnswerTooLong(name=source.file_name)
    approvals = tuple(AnswerApprovals(source, remarks).all(proposals))
    remarks.take()
    size = sum(len(one.old) + len(one.new) for one in proposals)
    size += sum(len(one.text) + len(one.anchor) for one in remarks.comments)
    if size > MOST_CHARACTERS or len(remarks.comments) > MOST_CHANGES:
        raise AnswerTooLong(name=source.file_name)
    return _without_known(source, file, proposals, approvals, remarks.comments)


def _without_known(
    source: AnswerSource,
    file: Digest,
    proposals: Sequence[Proposal],
    approvals: Sequence[ApprovalGiven],
    remarks: Sequence[CommentAdded],
) -> Taken:
    """Return the answer without what the same person has sent before in this round."""
    asked, reader = source.sorted.round, source.reader
    earlier = [
        one.received
        for one in asked.responses
        if one.received.reader == (reader.id if reader else None)
        and one.received.person == source.sorted.person
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
        for one in comments(source.events)
        if one.added.response in responses
    }
    new_comments = tuple(
        one for one in remarks if (one.author, one.text, one.anchor) not in written
    )
    new_proposals = tuple(one for one in proposals if _key(one) not in known)
    is_new = not earlier or bool(new_proposals or new_answers or new_comments)
    response = ResponseReceived(
        id=source.response_id,
        round=asked.id,
        reader=reader.id if reader else None,
        person=source.sorted.person,
        via=Via.WORD,
        file_name=cleaned_name(source.file_name),
        file=file,
        base=asked.opened.revision,
        proposals=new_proposals,
        answers=new_answers,
        problems=tuple(source.problems),
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
