"""What the round place does to the desk; everything here is called on the store lane."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.domain.errors import PressDeskError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.content import Language
    from pressdesk.domain.draft import Draft
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.store import Store
    from pressdesk.gui.round.inviting import Sending
    from pressdesk.services.rounds import OpenedRound, Received
    from pressdesk.services.stored import StoredRelease


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What became of files that were brought.

    Shape: ``others`` are no answers to anything on the desk. ``release`` is the one that the last
    answer belongs to. ``errors`` tell of answers that belong nowhere.
    """

    release: StoredRelease | None = None
    received: tuple[Received, ...] = ()
    others: tuple[Path, ...] = ()
    errors: tuple[PressDeskError, ...] = field(default_factory=tuple)


class RoundWork:
    """Works on releases of the desk."""

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store

    def open(self, release: ReleaseId) -> StoredRelease:
        """Return a release as it is now; raises what opening raises."""
        return self._store().desk.open(release)

    def keep(self, release: ReleaseId, draft: Draft, read_version: int) -> Draft:
        """Store a draft with its decisions.

        Raises:
            DraftMoved: somebody else saved since ``read_version``; nothing was written.
        """
        store = self._store()
        return store.journeys.proposals.keep(
            store.desk.at(release), draft, read_version=read_version
        )

    def close(self, release: ReleaseId, *, reject_rest: bool) -> StoredRelease:
        """Close the round that is open; raises what ``Rounds.close`` raises."""
        store = self._store()
        store.journeys.rounds.close(store.desk.at(release), reject_rest=reject_rest)
        return store.desk.open(release)

    def move(self, release: ReleaseId, deadline: datetime) -> StoredRelease:
        """Give the round another deadline; raises what ``Rounds.move`` raises."""
        store = self._store()
        store.journeys.rounds.move(store.desk.at(release), deadline)
        return store.desk.open(release)

    def answer(self, release: ReleaseId, proposal: str, words: str) -> StoredRelease:
        """Record a comment at the place of a proposal; raises what ``Commenting.add`` raises."""
        from pressdesk.services.commenting import Remark, Spot
        from pressdesk.services.proposals import ProposalBook

        store = self._store()
        stored = store.desk.open(release)
        line = next(one for one in ProposalBook(stored).lines(stored.draft) if one.id == proposal)
        about = line.proposal
        spot = Spot(part=about.part, block=about.block)
        store.journeys.commenting.add(
            store.desk.at(release), Remark(text=words, spot=spot), line.language
        )
        return store.desk.open(release)

    def reply(self, release: ReleaseId, comment: str, words: str) -> StoredRelease:
        """Record an answer to a comment; raises what ``Commenting.add`` raises."""
        from pressdesk.services.commenting import Remark

        store = self._store()
        store.journeys.commenting.add(store.desk.at(release), Remark(text=words, parent=comment))
        return store.desk.open(release)

    def comment(
        self, release: ReleaseId, words: str, audience: str, language: Language
    ) -> StoredRelease:
        """Record a comment on the text as a whole; raises what ``Commenting.add`` raises.

        ``audience`` is one of the audiences, or a partner's short form.
        """
        from pressdesk.domain.comments import Audience
        from pressdesk.services.commenting import Remark

        store = self._store()
        known = {one.value: one for one in (Audience.ALL, Audience.OWN)}
        remark = Remark(
            text=words,
            audience=known.get(audience, Audience.PARTNER),
            reader=None if audience in known else audience,
        )
        store.journeys.commenting.add(store.desk.at(release), remark, language)
        return store.desk.open(release)

    def settle(self, release: ReleaseId, comment: str, reason: str) -> StoredRelease:
        """Record that a comment is settled; raises what ``Commenting.resolve`` raises."""
        store = self._store()
        store.journeys.commenting.resolve(store.desk.at(release), comment, reason=reason)
        return store.desk.open(release)

    def send(
        self,
        release: ReleaseId,
        sending: Sending,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> OpenedRound:
        """Open a round; raises what ``Rounds.open`` raises."""
        store = self._store()
        return store.journeys.rounds.open(
            store.desk.at(release),
            sending.invitations,
            sending.deadline,
            sending.folder,
            is_confidential=sending.is_confidential,
            is_listed_partner=sending.is_listed_partner,
            progress=progress,
            cancelled=cancelled,
        )

    def take_in(self, paths: Sequence[Path], first: ReleaseId | None) -> Post:
        """Take in those of the files that answer something on the desk.

        ``first`` is the release that is open. Raises what opening and signing raise.
        """
        from pressdesk.services.inbox import addressee

        store = self._store()
        received: list[Received] = []
        others: list[Path] = []
        errors: list[PressDeskError] = []
        last: ReleaseId | None = None
        for path in paths:
            try:
                release = addressee(store.desk, path, first)
            except PressDeskError as error:
                errors.append(error)
                continue
            if release is None:
                others.append(path)
                continue
            received += store.journeys.rounds.receive(store.desk.at(release), [path])
            last = release
        return Post(
            release=None if last is None else store.desk.open(last),
            received=tuple(received),
            others=tuple(others),
            errors=tuple(errors),
        )
