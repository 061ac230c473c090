"""What a returned file says in comments, and what is taken as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.comments import Audience, CommentAdded
from pressdesk.domain.places import texts_at
from pressdesk.domain.proposals import ProposalPart
from pressdesk.services.packages import comments_for
from pressdesk.services.typed_words import LONGEST_NAME, cleaned_lines
from pressdesk.word.answer_places import PlaceKind

if TYPE_CHECKING:
    from pressdesk.domain.content import QuoteBlock
    from pressdesk.domain.ids import BlockId
    from pressdesk.services.answer_source import AnswerSource
    from pressdesk.word.answer_comments import AnswerComment


class AnswerRemarks:
    """The comments of one answer being collected in ``comments``."""

    def __init__(self, source: AnswerSource) -> None:
        self._source = source
        self.comments: list[CommentAdded] = []

    def take(self) -> None:
        """Take the comments in the margin; one that we sent is answered, not repeated."""
        ours = comments_for(
            self._source.events[: self._source.sorted.round.seq - 1],
            self._source.partner,
        )
        if self._source.sorted.round.is_request:
            ours = tuple(
                one for one in ours if one.added.block == self._source.sorted.round.opened.quote
            )
        made: dict[int, CommentAdded] = {}
        for number, one in enumerate(self._source.sorted.answer.comments):
            words = cleaned_lines(one.text)
            if not words:
                continue
            parent = None
            if one.answers is not None and one.answers < len(ours):
                parent = ours[one.answers].added
            elif one.parent is not None:
                parent = made.get(one.parent)
            made[number] = self._comment(one, words, parent)
        self.comments.extend(made.values())

    def _comment(self, one: AnswerComment, words: str, parent: CommentAdded | None) -> CommentAdded:
        part, block, paragraph, start, end = self._spot(one)
        author = self._source.author(one.author)
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
        part, block = self._source.spots.place(one.place)
        texts = texts_at(self._source.content, (part, block)) or ()
        found = [
            (abs(at - one.start), number, at)
            for number, text in enumerate(texts)
            if one.words and (at := text.plain.find(one.words)) >= 0
        ]
        if not found:
            return part, block, 0, 0, 0
        _, number, at = min(found)
        return part, block, number, at, at + len(one.words)

    def say_beside(self, words: str, author: str | None) -> None:
        """Take what was written where nothing of the release stands as a comment on all of it."""
        if text := cleaned_lines(words):
            self.comments.append(self._added(text, self._source.author(author)))
            self._source.note("text_beside")

    def say_at_quote(
        self, quote: QuoteBlock, words: str, problem: str, author: str | None = None
    ) -> None:
        """Take what stands in the box under a quote as a comment on it, and note why."""
        self.comments.append(
            self._added(words, self._source.author(author), part=ProposalPart.BLOCK, block=quote.id)
        )
        self._source.note(problem)

    def _added(
        self,
        text: str,
        author: str,
        *,
        part: ProposalPart | None = None,
        block: BlockId | None = None,
    ) -> CommentAdded:
        return CommentAdded(
            id=self._source.new_id(),
            parent=None,
            part=part,
            block=block,
            paragraph=0,
            start=0,
            end=0,
            anchor="",
            text=text,
            author=author,
            partner=self._source.partner,
            audience=Audience.ALL,
            reader=None,
            round=self._source.sorted.round.id,
            response=self._source.response_id,
            made_at=None,
        )
