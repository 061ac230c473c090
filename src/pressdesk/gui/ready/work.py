"""What the ready page does to a release; everything here is called off the UI's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.editor.approval.request import Wish
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.exporting import Written
    from pressdesk.services.gate import FreezeOutcome, Override, Readiness
    from pressdesk.services.history import Verification
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.releases import Place
    from pressdesk.services.rounds import OpenedRound
    from pressdesk.services.stored import StoredRelease


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A release as it is stored now, what it lacks, and whether its log holds."""

    release: StoredRelease
    readiness: Readiness
    verification: Verification
    final_name: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofs:
    """How many faults of the language stand in the text, and who read it."""

    errors: int
    engines: tuple[str, ...]


class ReadyWork:
    """Looks at one release on the desk, freezes it, and makes its files."""

    def __init__(
        self, desk: Callable[[], DeskWork], journeys: Callable[[], Journeys], release: ReleaseId
    ) -> None:
        self._desk = desk
        self._journeys = journeys
        self._release = release

    def look(self) -> Seen:
        """Return the release as it stands; raises what reading it does."""
        place, journeys = self._place(), self._journeys()
        release = place.read()
        return Seen(
            release=release,
            readiness=journeys.gate.readiness(release),
            verification=journeys.history.verify(place),
            final_name=journeys.exporting.suggested_name(release.draft.content(), is_draft=False),
            actor=journeys.identity.actor.name,
        )

    def freeze(self, override: Override | None) -> tuple[FreezeOutcome, Seen]:
        """Freeze the text; raises what ``Gate.freeze`` raises."""
        outcome = self._journeys().gate.freeze(self._place(), override)
        return outcome, self.look()

    def request(self, wish: Wish) -> tuple[OpenedRound, Seen]:
        """Make the Word file that asks about one quote; raises what ``Rounds.request`` does."""
        from pressdesk.services.invitations import Invitation

        invitation = Invitation(name=wish.name, mail=wish.mail)
        rounds = self._journeys().rounds
        opened = rounds.request(self._place(), wish.block, invitation, wish.deadline, wish.folder)
        return opened, self.look()

    def export(self, target: Path, *, is_draft: bool) -> Written:
        """Write a Word file; raises what ``Exporting.export`` raises."""
        return self._journeys().exporting.export(self._place(), target, is_draft=is_draft)

    def draft_name(self, seen: Seen) -> str:
        """Return the name by rule of a draft's file."""
        return self._journeys().exporting.suggested_name(seen.release.draft.content())

    def proofread(self, seen: Seen, cancelled: threading.Event) -> Proofs:
        """Return how many faults there are; may take a while."""
        from pressdesk.domain.finding import Severity
        from pressdesk.services.proofing import approved_quotes

        proofing, release = self._journeys().proofing, seen.release
        content = release.draft.content()
        approved = approved_quotes(release.events, content)
        manuscript = proofing.manuscript(content, release.proofing, approved)
        checked = proofing.check(manuscript, release.proofing, cancelled=cancelled)
        errors = sum(one.severity is Severity.ERROR for one in checked.findings)
        return Proofs(errors=errors, engines=checked.engines)

    def _place(self) -> Place:
        return self._desk().at(self._release)
