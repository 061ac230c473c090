"""Proposals that bring a place, take one away or move it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.ids import BlockId
from pressdesk.domain.places import block_run, new_block, texts_at, with_texts, words_at
from pressdesk.domain.proposals import Proposal, ProposalChange, ProposalPart
from pressdesk.domain.text import Text
from pressdesk.textops.merge import Landing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.content import Block, Content


class Rearranging:
    """One answer's added, removed and moved places against the text as it stands."""

    def __init__(self, content: Content, base: Content, proposals: Sequence[Proposal]) -> None:
        self._content = content
        self._base = base
        self._proposals = proposals

    def landing(self, proposal: Proposal) -> Landing:
        """Return whether a proposal fits. Facts always do: they are mended by hand."""
        if proposal.part is ProposalPart.FACTS:
            return Landing.FITS
        match proposal.change:
            case ProposalChange.ADDED:
                return self._added(proposal)
            case ProposalChange.REMOVED:
                return self._removed(proposal)
            case _:
                return self._moved(proposal)

    def taken(self, proposal: Proposal, *, is_forced: bool) -> Content | None:
        """Return the text with a proposal in it; None where it does not fit."""
        landing = self.landing(proposal)
        if landing is Landing.ALREADY:
            return self._content
        if landing is Landing.CONFLICT and not is_forced:
            return None
        match proposal.change:
            case ProposalChange.ADDED:
                return self._with_added(proposal)
            case ProposalChange.REMOVED:
                return with_texts(self._content, (proposal.part, proposal.block), ())
            case _:
                return self._put_behind(proposal.block, proposal.after)

    def taken_out(self, proposal: Proposal) -> Content | None:
        """Return the text without an accepted proposal; None where it went on since."""
        match proposal.change:
            case ProposalChange.ADDED:
                return self._without_added(proposal)
            case ProposalChange.REMOVED:
                return self._put_back(proposal)
            case _:
                if not block_run(self._content, proposal.block):
                    return None
                return self._put_behind(proposal.block, self._before(self._base, proposal.block))

    # --- what comes ---

    def _added(self, proposal: Proposal) -> Landing:
        if proposal.part is ProposalPart.BOILERPLATE:
            words = words_at(self._content, (proposal.part, proposal.block))
            if words is None:
                return Landing.CONFLICT
            return Landing.ALREADY if proposal.new in words.split("\n") else Landing.FITS
        if self._has(BlockId(proposal.id)):
            return Landing.ALREADY
        is_behind_block = proposal.part is ProposalPart.BLOCK
        if is_behind_block and not block_run(self._content, proposal.block):
            return Landing.CONFLICT
        place = self._place_of(proposal)
        following = self._content.blocks[place : place + 1]
        said = [text.plain for block in following for text in block.texts]
        return Landing.ALREADY if said == [proposal.new] else Landing.FITS

    def _with_added(self, proposal: Proposal) -> Content:
        text = Text.of(proposal.new)
        if proposal.part is ProposalPart.BOILERPLATE:
            place = (proposal.part, proposal.block)
            return with_texts(self._content, place, (*(texts_at(self._content, place) or ()), text))
        at = self._place_of(proposal)
        block = new_block(BlockId(proposal.id), text)
        blocks = self._content.blocks
        return replace(self._content, blocks=(*blocks[:at], block, *blocks[at:]))

    def _place_of(self, proposal: Proposal) -> int:
        """Return where an added block goes: behind what the same answer put there before it."""
        blocks = self._content.blocks
        at = 0
        if proposal.part is ProposalPart.BLOCK:
            run = block_run(self._content, proposal.block)
            at = blocks.index(run[-1]) + 1 if run else len(blocks)
        earlier: set[str] = set()
        for one in self._proposals:
            if one.id == proposal.id:
                break
            if one.change is ProposalChange.ADDED:
                earlier.add(one.id)
        while at < len(blocks) and blocks[at].id in earlier:
            at += 1
        return at

    def _without_added(self, proposal: Proposal) -> Content | None:
        if proposal.part is ProposalPart.BOILERPLATE:
            place = (proposal.part, proposal.block)
            texts = list(texts_at(self._content, place) or ())
            same = [number for number, text in enumerate(texts) if text.plain == proposal.new]
            if not same:
                return None
            del texts[same[-1]]
            return with_texts(self._content, place, texts)
        words = words_at(self._content, (ProposalPart.BLOCK, BlockId(proposal.id)))
        if words is None:
            return self._content
        if words != Text.of(proposal.new).plain:
            return None
        return with_texts(self._content, (ProposalPart.BLOCK, BlockId(proposal.id)), ())

    # --- what goes ---

    def _removed(self, proposal: Proposal) -> Landing:
        place = (proposal.part, proposal.block)
        now = words_at(self._content, place)
        if not now:
            return Landing.ALREADY
        return Landing.FITS if now == words_at(self._base, place) else Landing.CONFLICT

    def _put_back(self, proposal: Proposal) -> Content | None:
        place = (proposal.part, proposal.block)
        if words_at(self._content, place):
            return self._content
        if proposal.part in (ProposalPart.TITLE, ProposalPart.LEAD):
            return with_texts(self._content, place, texts_at(self._base, place) or ())
        run = block_run(self._base, proposal.block)
        before = self._before(self._base, proposal.block)
        try:
            if proposal.part is ProposalPart.BOILERPLATE:
                back = [one for one in self._base.boilerplates if one.id == proposal.block]
                return replace(self._content, boilerplates=(*self._content.boilerplates, *back))
            return self._with_run(self._content, run, before)
        except ValueError:  # its speaker or its owner is gone too
            return None

    # --- what moves ---

    def _moved(self, proposal: Proposal) -> Landing:
        if proposal.part is not ProposalPart.BLOCK or not block_run(self._content, proposal.block):
            return Landing.CONFLICT
        if proposal.after is not None and not block_run(self._content, proposal.after):
            return Landing.CONFLICT
        here = self._before(self._content, proposal.block)
        if here == proposal.after:
            return Landing.ALREADY
        is_where_it_was = here == self._before(self._base, proposal.block)
        return Landing.FITS if is_where_it_was else Landing.CONFLICT

    def _put_behind(self, block: BlockId | None, after: BlockId | None) -> Content | None:
        run = block_run(self._content, block)
        if not run:
            return None
        rest = tuple(one for one in self._content.blocks if one not in run)
        return self._with_run(replace(self._content, blocks=rest), run, after)

    def _with_run(self, content: Content, run: Sequence[Block], after: BlockId | None) -> Content:
        blocks = content.blocks
        behind = block_run(content, after)
        at = blocks.index(behind[-1]) + 1 if behind else 0
        return replace(content, blocks=(*blocks[:at], *run, *blocks[at:]))

    def _before(self, content: Content, block: BlockId | None) -> BlockId | None:
        """Return the block before another, of those that were sent and are still there."""
        sent = {one.id for one in self._base.blocks}
        here = {one.id for one in self._content.blocks}
        last: BlockId | None = None
        for one in content.blocks:
            if one.id == block:
                break
            if one.id in sent and one.id in here:
                last = one.id
        return last

    def _has(self, block: BlockId) -> bool:
        return any(one.id == block for one in self._content.blocks)
