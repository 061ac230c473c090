"""What a returned file changes, as proposals."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from pressdesk.domain.flags import change_flags
from pressdesk.domain.history import pen_holder
from pressdesk.domain.places import Place, words_at
from pressdesk.domain.proposals import Proposal, ProposalChange, ProposalFlag, ProposalPart
from pressdesk.domain.rewording import Rewording
from pressdesk.domain.text import EMPTY, Text
from pressdesk.services.typed_words import without_turns
from pressdesk.textops.normalise import normal_form
from pressdesk.word.answer_places import PlaceKind
from pressdesk.word.answers import AnswerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.domain.content import QuoteBlock
    from pressdesk.domain.ids import BlockId
    from pressdesk.services.answer_remarks import AnswerRemarks
    from pressdesk.services.answer_source import AnswerSource
    from pressdesk.word.answer_places import Place as WordPlace
    from pressdesk.word.answers import AnswerChange

_CHANGES = {
    AnswerKind.WORDS: ProposalChange.WORDS,
    AnswerKind.ADDED: ProposalChange.ADDED,
    AnswerKind.REMOVED: ProposalChange.REMOVED,
    AnswerKind.MOVED: ProposalChange.MOVED,
}


class AnswerProposals:
    """The changes of one answer being put into proposals."""

    def __init__(self, source: AnswerSource, remarks: AnswerRemarks) -> None:
        self._source = source
        self._remarks = remarks

    def all(self) -> Iterator[Proposal]:
        """Yield what the reader would have otherwise; what is beside the text is a comment."""
        facts: dict[WordPlace, list[AnswerChange]] = {}
        for change in self._source.sorted.answer.changes:
            if change.author and _person(change.author) in self._senders:
                self._source.note("senders_name")
            place = self._source.spots.place(change.place)
            if change.kind is AnswerKind.ADDED and change.place.kind is PlaceKind.COVER:
                self._remarks.say_beside(change.new, change.author)
            elif place[0] is ProposalPart.FACTS and change.kind is AnswerKind.WORDS:
                facts.setdefault(change.place, []).append(change)
            else:
                yield from self._proposal(change, place)
        for word_place, changes in facts.items():
            yield self._fact(word_place, changes)

    def _proposal(self, change: AnswerChange, place: Place) -> Iterator[Proposal]:
        start, end, old, new = change.start, change.end, change.old, without_turns(change.new)
        if change.kind is AnswerKind.WORDS:
            found = self._source.spots.without_label(place, start, end, new)
            if found is None:
                yield self._fact(change.place, [change])
                return
            start, end, new = found
            old = (words_at(self._source.content, place) or "")[start:end]
            if old == new:
                return
        elif change.kind is not AnswerKind.ADDED:
            old = words_at(self._source.content, place) or old
            start, end = 0, len(old)
            new = old if change.kind is AnswerKind.MOVED else ""
        after = self._source.spots.after(change.after) if change.after else None
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
        return Proposal(
            id=self._source.new_id(),
            part=part,
            block=block,
            start=span[0],
            end=span[1],
            old=words[0],
            new=words[1],
            change=change,
            after=after,
            author=self._source.author(source.author),
            partner=self._source.partner,
            is_marked=source.is_marked,
            flags=tuple(self._flags((part, block), span, words, change)),
        )

    def _fact(self, place: WordPlace, changes: Sequence[AnswerChange]) -> Proposal:
        """Return one proposal for a whole line that PressDesk makes of facts."""
        line = new = self._source.spots.texts.get(place, "")
        for one in sorted(changes, key=lambda one: one.start, reverse=True):
            new = new[: one.start] + without_turns(one.new) + new[one.end :]
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
            base = (
                words[0]
                if place[0] is ProposalPart.FACTS
                else words_at(self._source.content, place)
            )
            if change is ProposalChange.ADDED:
                base, span = "", (0, 0)
            new = Text.of(words[1]) if words[1] else EMPTY
            yield from change_flags(
                base or "",
                Rewording(start=span[0], end=span[1], new=new),
                language=self._source.content.language,
                names=self._names,
            )
        quote = self._source.quote(place[1])
        if quote is not None and change is not ProposalChange.ADDED and self._is_foreign(quote):
            yield ProposalFlag.FOREIGN_QUOTE

    @cached_property
    def _senders(self) -> frozenset[str]:
        """The names that our own marks bear: of them, none but ours should be in an answer."""
        source = self._source
        names = [one.author for found in source.sorted.sent.revisions for one in found.changes]
        pen = pen_holder(source.events[: source.sorted.round.seq], source.content)
        names.append(pen.name if pen else None)
        return frozenset(_person(name) for name in names if name)

    @cached_property
    def _names(self) -> frozenset[str]:
        people = [one.name for one in self._source.content.spokespersons]
        partners = [name for one in self._source.content.partners for name in (one.name, one.short)]
        return frozenset(word for name in (*people, *partners) for word in name.split())

    def _is_foreign(self, quote: QuoteBlock) -> bool:
        """Return whether a quote is another organisation's, and not the reader's own words."""
        reader, speaker = self._source.reader, self._source.content.person(quote.speaker)
        if quote.owner is None or (reader is not None and reader.partner == quote.owner):
            return False
        is_own = (
            reader is not None
            and speaker is not None
            and self._source.book.may_approve(speaker.name, reader.name)
        )
        return not is_own


def _person(name: str) -> str:
    return normal_form(name).casefold()
