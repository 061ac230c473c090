"""One round of a release, read from its ledger: who, what came, and what it was about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.rounds import decisions, open_round, rounds
from pressdesk.gui.round.decisions import Decisions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.domain.content import Content
    from pressdesk.domain.deciding import Landed
    from pressdesk.domain.proposals import Proposal
    from pressdesk.domain.rounds import Response, ReviewRound
    from pressdesk.services.stored import StoredRelease

Origin = tuple["ReviewRound", "Response", "Proposal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is shown of a release: one round, with the answers that are to be decided with it.

    ``responses`` of the open round are followed by what is undecided of others. ``is_live`` tells
    that decisions go into the draft; else the round is history, and ``content`` what was sent.
    """

    release: StoredRelease
    every: tuple[ReviewRound, ...]
    shown: ReviewRound
    responses: tuple[tuple[ReviewRound, Response], ...]
    content: Content
    is_live: bool

    @property
    def language(self) -> Language:
        """The language of the round."""
        return Language(self.shown.opened.language)

    def decisions(self) -> Decisions:
        """Return the proposals of these answers, over the text as it stands."""
        from pressdesk.services.proposals import ProposalBook  # late: it knows Word

        return Decisions(
            book=ProposalBook(self.release),
            draft=self.release.draft,
            language=self.language,
            scope=frozenset(self.origins()),
        )

    def origins(self) -> dict[str, Origin]:
        """Return where each proposal comes from, by its id."""
        return {
            proposal.id: (asked, response, proposal)
            for asked, response in self.responses
            for proposal in response.received.proposals
        }

    def as_proposed(self) -> tuple[Landed, ...]:
        """Return where every proposal went in the text that was sent, as if none were decided."""
        from pressdesk.domain.deciding import Deciding, Proposed

        answers = tuple(
            Proposed(base=self.content, proposals=response.received.proposals)
            for _, response in self.responses
        )
        return Deciding(answers).landings(self.content, {})


def scene_of(release: StoredRelease, chosen: str = "") -> Scene | None:
    """Return the round with the id ``chosen``, else the one that counts; None without rounds."""
    every = rounds(release.events)
    if not every:
        return None
    shown = next((one for one in every if one.id == chosen), None) or _most_wanted(every)
    written = decisions(release.events)
    here = [one for one in release.draft.contents if one.language.value == shown.opened.language]
    own = tuple((shown, response) for response in shown.responses)
    if here and (shown.is_open or _has_undecided(shown, written)):
        running = open_round(release.events)
        is_main = running is None or running.id == shown.id
        others = _undecided_of_others(every, shown, written) if is_main else ()
        return Scene(
            release=release,
            every=every,
            shown=shown,
            responses=(*own, *others),
            content=here[0],
            is_live=True,
        )
    return Scene(
        release=release,
        every=every,
        shown=shown,
        responses=own,
        content=sent_in(release, shown) or release.draft.content(),
        is_live=False,
    )


def sent_in(release: StoredRelease, asked: ReviewRound) -> Content | None:
    """Return the text that was sent in a round; None where it is not here."""
    from pressdesk.services.packages import content_of  # late: it knows Word

    return content_of(release, asked.opened.revision, asked.opened.language)


def _undecided_of_others(
    every: tuple[ReviewRound, ...], shown: ReviewRound, written: Mapping[str, bool]
) -> tuple[tuple[ReviewRound, Response], ...]:
    return tuple(
        (asked, response)
        for asked in every
        if asked.id != shown.id and asked.opened.language == shown.opened.language
        for response in asked.responses
        if any(one.id not in written for one in response.received.proposals)
    )


def _most_wanted(every: tuple[ReviewRound, ...]) -> ReviewRound:
    """Return the open round, else the last one; a request only where there is nothing else."""
    proper = [one for one in every if not one.is_request] or list(every)
    return next((one for one in reversed(proper) if one.is_open), proper[-1])


def _has_undecided(asked: ReviewRound, written: Mapping[str, bool]) -> bool:
    return any(one.id not in written for one in asked.proposals())
