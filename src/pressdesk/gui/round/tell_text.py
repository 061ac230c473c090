"""Tells of the text with the proposals in it: what would go is struck, what would come underlined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalState
from pressdesk.domain.content import BulletList, FactBox, Image, QuoteBlock, Subheading
from pressdesk.domain.places import Place, texts_at, words_at
from pressdesk.domain.proposals import ProposalChange, ProposalPart, ProposalState
from pressdesk.domain.text import Mark, MarkKind
from pressdesk.gui.editor.approval.words import badge_words, tone_of
from pressdesk.gui.round.state import Bit, Piece, PieceKind, Step, Words
from pressdesk.gui.round.words import initials_of, slot_of, surname
from pressdesk.gui.sheet import LEAD_ID, TITLE_ID
from pressdesk.textops.merge import Landing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pressdesk.domain.approvals import Standing
    from pressdesk.domain.content import Block
    from pressdesk.domain.deciding import Landed
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.text import Text
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.round.scene import Scene
    from pressdesk.gui.round.tell_changes import ChangeTeller


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Proposals that touch each other, and the words of the text that they are about."""

    start: int
    end: int
    ones: tuple[Landed, ...]


class TextTeller:
    """Makes the pieces of one scene."""

    def __init__(
        self,
        speech: Saying,
        scene: Scene,
        changes: ChangeTeller,
        standings: Mapping[BlockId, Standing],
    ) -> None:
        self._speech = speech
        self._content = scene.content
        self._is_live = scene.is_live
        self._changes = changes
        self._standings = standings
        self._number = scene.shown.opened.number

    def pieces(self, landed: Sequence[Landed]) -> tuple[Piece, ...]:
        """Return the paragraphs in reading order."""
        words: dict[Place, list[Landed]] = {}
        whole: dict[Place, list[Landed]] = {}
        for one in landed:
            if one.state is not ProposalState.OPEN or one.landing is Landing.ALREADY:
                continue
            proposal = one.proposal
            is_words = proposal.change is ProposalChange.WORDS
            (words if is_words else whole).setdefault((proposal.part, proposal.block), []).append(
                one
            )
        return tuple(self._every(words, whole))

    def _every(
        self, words: Mapping[Place, list[Landed]], whole: Mapping[Place, list[Landed]]
    ) -> Iterator[Piece]:
        content = self._content
        for part, kind, name in (
            (ProposalPart.TITLE, PieceKind.TITLE, TITLE_ID),
            (ProposalPart.LEAD, PieceKind.LEAD, LEAD_ID),
        ):
            place: Place = (part, None)
            for line in self._lines(place, words.get(place, ())):
                yield Piece(kind=kind, words=line, place=name)
            yield from self._added(whole.get(place, ()))
        yield from self._added(whole.get((ProposalPart.BLOCK, None), ()))
        for block in content.blocks:
            place = (ProposalPart.BLOCK, block.id)
            yield from self._block(block, words.get(place, ()), whole.get(place, ()))
        for text in content.boilerplates:
            place = (ProposalPart.BOILERPLATE, text.id)
            heading = (Words(text=text.heading.plain),)
            yield Piece(kind=PieceKind.SUBHEADING, words=heading, place=text.id)
            for line in self._lines(place, words.get(place, ())):
                yield Piece(kind=PieceKind.PARAGRAPH, words=line, place=text.id)

    def _block(
        self, block: Block, words: Sequence[Landed], whole: Sequence[Landed]
    ) -> Iterator[Piece]:
        place: Place = (ProposalPart.BLOCK, block.id)
        gone = [one for one in whole if one.proposal.change is ProposalChange.REMOVED]
        moved = [one for one in whole if one.proposal.change is ProposalChange.MOVED]
        if gone:
            held = words_at(self._content, place) or ""
            lines: tuple[tuple[Words, ...], ...] = tuple(
                (self._changed(gone[0], line, Bit.GONE),) for line in held.split("\n")
            )
        else:
            lines = tuple(self._lines(place, words))
        kind, slot = self._kind_of(block)
        note: dict[str, object] = {}
        if isinstance(block, QuoteBlock):
            note = self._note(block, words)
        for number, line in enumerate(lines):
            is_last = number == len(lines) - 1
            shown = line
            if moved and number == 0:
                moved_here = self._speech.gettext("(moved)")
                tag = f"{moved_here} "
                shown = (self._changed(moved[0], tag, Bit.CAME), *line)
            yield Piece(
                kind=kind,
                words=shown,
                place=block.id,
                slot=slot,
                **(note if is_last else {}),  # type: ignore[arg-type]  # the fields of a note
            )
        yield from self._added(whole)

    def _kind_of(self, block: Block) -> tuple[PieceKind, int | None]:
        match block:
            case QuoteBlock():
                return PieceKind.QUOTE, slot_of(self._content, block.owner)
            case Subheading():
                return PieceKind.SUBHEADING, None
            case BulletList():
                return PieceKind.ITEM, None
            case FactBox() | Image():
                return PieceKind.BOX, None
            case _:
                return PieceKind.PARAGRAPH, None

    def _added(self, whole: Iterable[Landed]) -> Iterator[Piece]:
        for one in whole:
            if one.proposal.change is ProposalChange.ADDED:
                for line in one.proposal.new.split("\n"):
                    yield Piece(
                        kind=PieceKind.PARAGRAPH, words=(self._changed(one, line, Bit.CAME),)
                    )

    def _lines(self, place: Place, ones: Sequence[Landed]) -> Iterator[tuple[Words, ...]]:
        """Yield the words of a place, one line a paragraph, the changes in them."""
        texts = texts_at(self._content, place)
        if texts is None:
            return
        line: list[Words] = []
        for word in self._words(texts, ones):
            parts = word.text.split("\n")
            for number, part in enumerate(parts):
                is_broken = number < len(parts) - 1
                is_kept = word.bit is Bit.KEPT
                shown = f"{part}¶" if is_broken and not is_kept else part
                if shown:
                    line.append(_with_text(word, shown))
                if is_broken and is_kept:
                    yield tuple(line)
                    line = []
        yield tuple(line)

    def _words(self, texts: Sequence[Text], ones: Sequence[Landed]) -> Iterator[Words]:
        held, marks = "\n".join(text.plain for text in texts), _marks_in(texts)
        here = 0
        for cluster in _clusters(ones):
            yield from _kept(held, marks, here, cluster.start)
            first = cluster.ones[0]
            if cluster.end > cluster.start:
                yield self._changed(first, held[cluster.start : cluster.end], Bit.GONE)
            for one in cluster.ones:
                before = held[cluster.start : one.now_start]
                after = held[one.now_end : cluster.end]
                if came := f"{before}{one.instead}{after}":
                    yield self._changed(one, came, Bit.CAME)
            here = cluster.end
        yield from _kept(held, marks, here, len(held))

    def _changed(self, one: Landed, text: str, bit: Bit) -> Words:
        name = self._changes.author(one.proposal.id)
        return Words(
            text=text,
            bit=bit,
            key=one.proposal.id,
            slot=slot_of(self._content, one.proposal.partner),
            initials=initials_of(name),
            is_silent=not one.proposal.is_marked,
            is_conflict=one.is_conflict,
            tip=self._changes.who(one.proposal.id),
        )

    def _note(self, block: QuoteBlock, ones: Sequence[Landed]) -> dict[str, object]:
        """Return where a quote stands, or who changed it, and what can be done about that."""
        speech = self._speech
        own = [one for one in ones if self._changes.approved_so(one.proposal.id)]
        if own:
            words = speech.gettext("Changed by {name} in round {number}").format(
                name=surname(self._changes.author(own[0].proposal.id)), number=self._number
            )
            return {
                "note": words,
                "note_slot": slot_of(self._content, own[0].proposal.partner),
                "action": speech.gettext("Accept and record as approved") if self._is_live else "",
                "step": Step.ACCEPT_APPROVED,
                "key": own[0].proposal.id,
            }
        standing = self._standings.get(block.id)
        if standing is None or standing.state is ApprovalState.MISSING:
            return {}
        return {"note": badge_words(speech, standing), "note_tone": tone_of(standing)}


def _marks_in(texts: Sequence[Text]) -> tuple[Mark, ...]:
    """Return the marks that letters show, placed in all paragraphs with a break between them."""
    found, start = [], 0
    for text in texts:
        found += [
            replace(mark, start=start + mark.start, end=start + mark.end)
            for mark in text.marks
            if mark.kind is not MarkKind.LINK
        ]
        start += len(text.plain) + 1
    return tuple(found)


def _kept(held: str, marks: Sequence[Mark], start: int, end: int) -> Iterator[Words]:
    """Yield words that stay, cut where a mark begins or ends."""
    edges = {place for one in marks for place in (one.start, one.end) if start < place < end}
    cuts = [start, *sorted(edges), end]
    for low, high in pairwise(cuts):
        kinds = frozenset(one.kind for one in marks if one.start <= low and high <= one.end)
        yield Words(text=held[low:high], marks=kinds)


def _with_text(word: Words, text: str) -> Words:
    return Words(
        text=text,
        bit=word.bit,
        key=word.key,
        slot=word.slot,
        initials=word.initials,
        is_silent=word.is_silent,
        is_conflict=word.is_conflict,
        tip=word.tip,
        marks=word.marks,
    )


def _clusters(ones: Sequence[Landed]) -> Iterator[_Cluster]:
    """Yield the proposals of a place from its start, those that overlap together."""
    run: list[Landed] = []
    start = end = 0
    for one in sorted(ones, key=lambda one: (one.now_start, one.now_end)):
        is_apart = one.now_start > end or (one.now_start == end and end > start)
        if run and is_apart:
            yield _Cluster(start, end, tuple(run))
            run = []
        if not run:
            start, end = one.now_start, one.now_end
        run.append(one)
        end = max(end, one.now_end)
    if run:
        yield _Cluster(start, end, tuple(run))
