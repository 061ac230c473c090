"""Proposals: listed, accepted, rejected and opened again in the working draft.

Nothing of this is in the ledger until the round closes: clicks can be undone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.deciding import Deciding, Landed, Outcome, Proposed
from pressdesk.domain.errors import (
    DraftMoved,
    ProposalSettled,
    ProposalsInConflict,
    ProposalsWrittenOver,
    ProposalUnknown,
)
from pressdesk.domain.proposals import Proposal, ProposalPart, ProposalState
from pressdesk.domain.rounds import decisions, rounds
from pressdesk.services.packages import content_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime

    from pressdesk.domain.content import Content
    from pressdesk.domain.draft import Draft
    from pressdesk.domain.rounds import Response, ReviewRound
    from pressdesk.services.releases import Place
    from pressdesk.storage.workspace import StoredRelease
    from pressdesk.textops.merge import Landing


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """A proposal as people decide about it.

    ``organisation`` is the partner's name. ``landed`` says where it goes in the text as it
    stands. ``is_settled`` says that the ledger has its decision, so that it cannot be changed.
    """

    landed: Landed
    organisation: str | None
    language: Language
    round: ReviewRound
    response: Response
    is_settled: bool

    @property
    def proposal(self) -> Proposal:
        """The proposal itself."""
        return self.landed.proposal

    @property
    def id(self) -> str:
        """Its name."""
        return self.landed.proposal.id

    @property
    def state(self) -> ProposalState:
        """What became of it so far."""
        return self.landed.state

    @property
    def landing(self) -> Landing:
        """Whether it fits the text as it stands."""
        return self.landed.landing

    @property
    def is_conflict(self) -> bool:
        """Whether a person must choose."""
        return self.landed.is_conflict

    @property
    def is_by_hand(self) -> bool:
        """Whether accepting it changes no word: facts are mended by hand."""
        return self.proposal.part is ProposalPart.FACTS

    @property
    def person(self) -> str:
        """Who proposes it."""
        return self.proposal.author


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """Where a proposal came from."""

    round: ReviewRound
    response: Response
    language: Language
    content: Content


class ProposalBook:
    """Everything that was proposed for a release; folded once, and asked for any draft.

    The window decides with this too, and undoes by putting the draft back.
    """

    def __init__(self, release: StoredRelease) -> None:
        self._settled = decisions(release.events)
        self._sources: dict[str, _Source] = {}
        answers: dict[Language, list[Proposed]] = {}
        for asked in rounds(release.events):
            opened = asked.opened
            if not any(one.received.proposals for one in asked.responses):
                continue
            base = content_of(release, opened.revision, opened.language)
            if base is None:
                continue
            language = Language(opened.language)
            for response in asked.responses:
                source = _Source(round=asked, response=response, language=language, content=base)
                proposals = response.received.proposals
                self._sources |= dict.fromkeys((one.id for one in proposals), source)
                answers.setdefault(language, []).append(Proposed(base=base, proposals=proposals))
        self._deciding = {
            language: Deciding(answers=tuple(found)) for language, found in answers.items()
        }

    def lines(self, draft: Draft) -> tuple[ProposalLine, ...]:
        """Return all proposals in the order they came, against the text of ``draft``."""
        return tuple(
            self._line(one)
            for language, deciding in self._deciding.items()
            for one in deciding.landings(draft.content(language), self._decided(draft))
        )

    def accept(
        self, draft: Draft, names: Collection[str], *, force: bool = False
    ) -> tuple[Draft, tuple[str, ...]]:
        """Return the draft with proposals in it, and those that were refused.

        With ``force``, what a proposal says comes instead of what stands there.

        Raises:
            ProposalUnknown, ProposalSettled.
        """

        def accepted(deciding: Deciding, content: Content, decided: Mapping[str, bool]) -> Outcome:
            return deciding.accept(content, decided, names, is_forced=force)

        return self._changed(draft, names, accepted)

    def reject(self, draft: Draft, names: Collection[str]) -> tuple[Draft, tuple[str, ...]]:
        """Return the draft without proposals, and those that cannot be taken out any more.

        Raises:
            ProposalUnknown, ProposalSettled.
        """
        return self._changed(
            draft,
            names,
            lambda deciding, content, decided: deciding.reject(content, decided, names),
        )

    def reopen(self, draft: Draft, names: Collection[str]) -> tuple[Draft, tuple[str, ...]]:
        """Return the draft as if nobody had decided about these; raises what ``reject`` does."""
        return self._changed(
            draft,
            names,
            lambda deciding, content, decided: deciding.reopen(content, decided, names),
        )

    def open_ids(self, draft: Draft) -> tuple[str, ...]:
        """Return the proposals that nobody has decided about."""
        decided = self._decided(draft)
        return tuple(name for name in self._sources if name not in decided)

    def _changed(
        self,
        draft: Draft,
        names: Collection[str],
        change: Callable[[Deciding, Content, Mapping[str, bool]], Outcome],
    ) -> tuple[Draft, tuple[str, ...]]:
        for name in names:
            if name not in self._sources:
                raise ProposalUnknown(proposal=_shown(name))
            if name in self._settled:
                raise ProposalSettled(proposal=name)
        refused: tuple[str, ...] = ()
        decided = self._decided(draft)
        for language, deciding in self._deciding.items():
            if deciding.known(names):
                outcome = change(deciding, draft.content(language), decided)
                draft, decided = draft.with_content(outcome.content), outcome.decisions
                refused += outcome.refused
        own = {name: one for name, one in decided.items() if name not in self._settled}
        return replace(draft, decisions=own), refused

    def _decided(self, draft: Draft) -> Mapping[str, bool]:
        return {**draft.decisions, **self._settled}

    def _line(self, landed: Landed) -> ProposalLine:
        source = self._sources[landed.proposal.id]
        partner = source.content.partner(landed.proposal.partner)
        return ProposalLine(
            landed=landed,
            organisation=partner.name if partner else None,
            language=source.language,
            round=source.round,
            response=source.response,
            is_settled=landed.proposal.id in self._settled,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """Decide about proposals in a working draft, one transaction each."""

    clock: Callable[[], datetime]

    def listed(self, place: Place) -> tuple[ProposalLine, ...]:
        """Return all proposals; raises what opening raises."""
        release = place.read()
        return ProposalBook(release).lines(release.draft)

    def accept(
        self,
        place: Place,
        names: Collection[str] | None,
        *,
        force: bool = False,
        read_version: int | None = None,
    ) -> Draft:
        """Make proposals part of the draft, all open ones where ``names`` is None.

        Raises:
            ProposalUnknown, ProposalSettled: nothing was changed.
            ProposalsInConflict: some were left open; the others were taken.
            DraftMoved: somebody saved since ``read_version``; nothing was changed.
            What opening raises.
        """

        def accepted(
            book: ProposalBook, draft: Draft, chosen: Collection[str]
        ) -> tuple[Draft, tuple[str, ...]]:
            return book.accept(draft, chosen, force=force)

        draft, chosen, refused = self._change(place, names, read_version, accepted)
        if refused:
            raise ProposalsInConflict(names=", ".join(refused), taken=len(chosen) - len(refused))
        return draft

    def reject(
        self, place: Place, names: Collection[str] | None, *, read_version: int | None = None
    ) -> Draft:
        """Keep proposals out of the draft, taking accepted ones out again; None is all open ones.

        Raises:
            ProposalsWrittenOver: some stay accepted; the others were rejected.
            What ``accept`` raises.
        """
        draft, _, refused = self._change(place, names, read_version, ProposalBook.reject)
        if refused:
            raise ProposalsWrittenOver(names=", ".join(refused))
        return draft

    def reopen(
        self, place: Place, names: Collection[str], *, read_version: int | None = None
    ) -> Draft:
        """Make the draft as if nobody had decided about these; raises what ``reject`` raises."""
        draft, _, refused = self._change(place, names, read_version, ProposalBook.reopen)
        if refused:
            raise ProposalsWrittenOver(names=", ".join(refused))
        return draft

    def keep(self, place: Place, draft: Draft, *, read_version: int) -> Draft:
        """Return a draft that was decided elsewhere with ``ProposalBook``, and save it.

        Raises:
            DraftMoved: somebody saved since ``read_version``; nothing was written.
            What opening and writing the place raise.
        """
        with place.writing() as work:
            release = place.release or work.releases()[0]
            before = work.draft(release)
            after = replace(
                before,
                contents=draft.contents,
                decisions=draft.decisions,
                version=read_version + 1,
                saved_at=self.clock(),
            )
            work.save_draft(release, after, read_version=read_version)
        return after

    def _change(
        self,
        place: Place,
        names: Collection[str] | None,
        read_version: int | None,
        change: Callable[[ProposalBook, Draft, Collection[str]], tuple[Draft, tuple[str, ...]]],
    ) -> tuple[Draft, Collection[str], tuple[str, ...]]:
        with place.drafting() as (work, release):
            before = release.draft
            if read_version not in (None, before.version):
                raise DraftMoved
            book = ProposalBook(release)
            chosen = book.open_ids(before) if names is None else tuple(dict.fromkeys(names))
            after, refused = change(book, before, chosen)
            if after != before:
                after = replace(after, version=before.version + 1, saved_at=self.clock())
                work.save_draft(release.id, after, read_version=before.version)
        return after, chosen, refused


def _shown(name: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in name[:40])
