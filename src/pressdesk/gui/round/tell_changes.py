"""Tells of the proposals: one card each, those that nobody has decided first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.proposals import ProposalChange, ProposalPart, ProposalState
from pressdesk.domain.rounds import Decided
from pressdesk.gui.round.state import ChangeCard, HeadingRow, Step
from pressdesk.gui.round.tell_people import moment_words, round_name
from pressdesk.gui.round.words import (
    VIAS,
    flag_words,
    place_words,
    short_name,
    short_of,
    shortened,
    slot_of,
)
from pressdesk.textops.merge import Landing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.round.scene import Scene
    from pressdesk.services.proposals import ProposalLine

Row = ChangeCard | HeadingRow


class ChangeTeller:
    """Makes the cards of one scene, whose content is the text as it stands."""

    def __init__(
        self, speech: Saying, scene: Scene, lines: Sequence[ProposalLine], now: datetime
    ) -> None:
        self._speech = speech
        self._scene = scene
        self._lines = {one.id: one for one in lines}
        self._now = now
        self._origins = scene.origins()

    def rows(self) -> tuple[Row, ...]:
        """Return the cards: undecided ones in reading order, then the others by what became."""
        groups: dict[ProposalState, list[ChangeCard]] = {state: [] for state in ProposalState}
        for name in self.reading_order():
            one = self._lines[name]
            groups[one.state].append(self._card(one))
        rows: list[Row] = list(groups[ProposalState.OPEN])
        for state, words in (
            (ProposalState.ACCEPTED, self._speech.gettext("Accepted")),
            (ProposalState.REJECTED, self._speech.gettext("Rejected")),
        ):
            if groups[state]:
                rows += [HeadingRow(text=f"{words} {len(groups[state])}"), *groups[state]]
        return tuple(rows)

    def card(self, name: str) -> ChangeCard | None:
        """Return the card of one proposal."""
        one = self._lines.get(name)
        return None if one is None else self._card(one)

    def partners(self) -> tuple[str, ...]:
        """Return the partners whose people have undecided proposals, the most first."""
        counts: dict[str, int] = {}
        for one in self._lines.values():
            short = short_of(self._scene.content, one.proposal.partner)
            if one.state is ProposalState.OPEN and short:
                counts[short] = counts.get(short, 0) + 1
        return tuple(sorted(counts, key=lambda short: -counts[short]))

    def reading_order(self) -> tuple[str, ...]:
        """Return the ids in the order of the text."""
        content = self._scene.content
        places: dict[str | None, int] = {one.id: n for n, one in enumerate(content.blocks)}
        about: dict[str | None, int] = {one.id: n for n, one in enumerate(content.boilerplates)}

        def place(one: ProposalLine) -> tuple[int, int, int]:
            proposal = one.proposal
            start = one.landed.now_start or proposal.start
            match proposal.part:
                case ProposalPart.TITLE:
                    return (0, 0, start)
                case ProposalPart.LEAD:
                    return (1, 0, start)
                case ProposalPart.BLOCK:
                    return (2, places.get(proposal.block, len(places)), start)
                case ProposalPart.BOILERPLATE:
                    return (3, about.get(proposal.block, len(about)), start)
                case ProposalPart.FACTS:
                    return (4, 0, start)

        return tuple(one.id for one in sorted(self._lines.values(), key=place))

    def who(self, name: str) -> str:
        """Return «I. Lund (Skift), Word, 12.10»."""
        asked, response, proposal = self._origins[name]
        author = short_name(proposal.author or response.received.person)
        short = short_of(self._scene.content, proposal.partner)
        if short:
            author = f"{author} ({short})"
        via = self._speech.gettext(VIAS[response.received.via])
        said = [author, via, moment_words(self._speech, response.at, self._now)]
        if asked.id != self._scene.shown.id:
            said.append(round_name(self._speech, asked))
        return ", ".join(said)

    def author(self, name: str) -> str:
        """Return who proposed something, in full."""
        _, response, proposal = self._origins[name]
        return proposal.author or response.received.person

    def approved_so(self, name: str) -> bool:
        """Return whether the speaker approved their quote with this change, and its siblings."""
        _, response, proposal = self._origins[name]
        return any(
            one.block == proposal.block and one.decision is Decided.APPROVED_AS_CHANGED
            for one in response.received.answers
        )

    def siblings(self, name: str) -> tuple[str, ...]:
        """Return all that one answer changes in one place, by its ids."""
        _, response, proposal = self._origins[name]
        place = (proposal.part, proposal.block)
        return tuple(
            one.id for one in response.received.proposals if (one.part, one.block) == place
        )

    def _card(self, one: ProposalLine) -> ChangeCard:
        speech, content, proposal = self._speech, self._scene.content, one.proposal
        is_open = one.state is ProposalState.OPEN
        where = place_words(speech, content, proposal.part, proposal.block)
        edge = f"partner:{slot_of(content, proposal.partner)}"
        if not proposal.is_marked:
            unmarked = speech.gettext("Unmarked change")
            where = f"{unmarked} · {where}"
            edge = "danger"
        old, new = self._words(one)
        return ChangeCard(
            key=proposal.id,
            place=where,
            old=old,
            new=new,
            who=self.who(proposal.id),
            edge=edge,
            note=" ".join(self._notes(one)),
            flags=flag_words(speech, proposal.flags),
            against=tuple(self._against(one)) if is_open else (),
            steps=self._steps(one),
            state_words=self._state_words(one),
            is_open=is_open,
            is_conflict=one.is_conflict,
            block=proposal.block,
            partner=proposal.partner,
        )

    def _words(self, one: ProposalLine) -> tuple[str, str]:
        speech, proposal = self._speech, one.proposal
        match proposal.change:
            case ProposalChange.ADDED:
                return "", shortened(proposal.new)
            case ProposalChange.REMOVED:
                return shortened(proposal.old), speech.gettext("(taken out)")
            case ProposalChange.MOVED:
                return shortened(proposal.old or proposal.new, 60), speech.gettext("(moved)")
            case ProposalChange.WORDS:
                new = shortened(proposal.new) or speech.gettext("(taken out)")
                return shortened(proposal.old), new

    def _notes(self, one: ProposalLine) -> Iterator[str]:
        speech, proposal = self._speech, one.proposal
        if not proposal.is_marked:
            yield speech.gettext("Made without tracking in the Word file.")
        if proposal.part is ProposalPart.FACTS:
            yield speech.gettext("Mend the facts by hand; here it is only noted.")
        if one.state is ProposalState.OPEN and one.landing is Landing.ALREADY:
            yield speech.gettext("The text says this already.")

    def _against(self, one: ProposalLine) -> Iterator[str]:
        """Yield what stands in the way, each in a sentence."""
        speech = self._speech
        if one.landing is Landing.CONFLICT:
            now = self._now_words(one)
            yield (
                speech.gettext("The text says now: “{words}”").format(words=now)
                if now
                else speech.gettext("The place is no longer in the text.")
            )
        for name in one.landed.rivals:
            rival = self._lines.get(name)
            if rival is None:
                continue
            words = rival.proposal.new or speech.gettext("(taken out)")
            yield speech.gettext("{name} wants: “{words}”").format(
                name=short_name(self.author(name)), words=shortened(words)
            )

    def _now_words(self, one: ProposalLine) -> str:
        from pressdesk.domain.places import words_at

        now = words_at(self._scene.content, (one.proposal.part, one.proposal.block)) or ""
        return shortened(now[one.landed.now_start : one.landed.now_end])

    def _steps(self, one: ProposalLine) -> tuple[Step, ...]:
        if not self._scene.is_live or one.is_settled:
            return ()
        if one.state is not ProposalState.OPEN:
            return (Step.REOPEN,)
        accept = Step.FORCE if one.is_conflict else Step.ACCEPT
        if accept is Step.ACCEPT and self.approved_so(one.proposal.id):
            accept = Step.ACCEPT_APPROVED
        return (accept, Step.REJECT, Step.ANSWER)

    def _state_words(self, one: ProposalLine) -> str:
        if one.is_conflict:
            return self._speech.gettext("Conflict: choose one")
        states = {
            ProposalState.ACCEPTED: self._speech.gettext("accepted"),
            ProposalState.REJECTED: self._speech.gettext("rejected"),
        }
        return states.get(one.state, "")
