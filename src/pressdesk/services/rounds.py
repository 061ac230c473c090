"""Review rounds: sent to named people, answered in Word, closed with what was decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalBook
from pressdesk.domain.codes import head_code
from pressdesk.domain.errors import (
    BlockUnknown,
    DeadlinePassed,
    NoOpenRound,
    NotForApproval,
    NotTheirQuote,
    ProposalsUndecided,
    RoundCancelled,
    RoundIsOpen,
    RoundUnknown,
    SpeakerMissing,
)
from pressdesk.domain.hashing import quote_hash
from pressdesk.domain.history import pen_holder
from pressdesk.domain.ids import PersonId
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.oslo import oslo_time
from pressdesk.domain.records import to_json
from pressdesk.domain.rounds import (
    AskedWords,
    DeadlineMoved,
    Reader,
    ReaderRole,
    ReviewRound,
    RoundClosed,
    RoundOpened,
    decisions,
    open_round,
    rounds,
)
from pressdesk.i18n.catalogue import catalogue
from pressdesk.services.decisions import record_decisions
from pressdesk.services.invitations import Invitation, Invited, invited
from pressdesk.services.packages import Sending
from pressdesk.services.receiving import Received, Receiving
from pressdesk.services.round_files import StagedFiles
from pressdesk.word.naming import review_name

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.content import Content, Language
    from pressdesk.domain.ids import BlockId
    from pressdesk.services.identity import Identity
    from pressdesk.services.releases import Place, Recorder

Progress = Callable[[int, int], None]
"""Takes how many files are made, and how many there will be."""

__all__ = ["ClosedRound", "OpenedRound", "Received", "Rounds", "may_approve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedRound:
    """A round, or a request outside the rounds, that was sent.

    Shape: ``paths`` are the files of ``opened.readers``, in their order.
    """

    opened: RoundOpened
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedRound:
    """A round that was closed: how many of its proposals were accepted and rejected."""

    number: int
    accepted: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """Send rounds and take in what comes back."""

    identity: Identity
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    language: str

    def open(  # noqa: PLR0913  # what a round is
        self,
        place: Place,
        invitations: Sequence[Invitation],
        deadline: datetime,
        folder: Path,
        *,
        is_confidential: bool = False,
        is_listed_partner: bool = False,
        language: Language | None = None,
        progress: Progress = lambda _done, _of: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> OpenedRound:
        """Save a version, make a Word file for each person, and record that they were sent.

        The files get their names when the record is stored. Units: ``deadline`` is aware.

        Raises:
            RoundIsOpen, DeadlinePassed, RoundCancelled, and what ``invitations.invited`` raises:
            nothing was changed.
            TargetExists, FolderReadOnly, DiskFull: the same.
            RoundFilesMissing: it is open, and some files could not be put there.
            LanguageMissing, and what opening and signing raise.
        """
        self._check_deadline(deadline)
        with StagedFiles(folder) as files:
            with place.recording() as recorder:
                content = recorder.draft.content(language)
                events = recorder.events
                if (running := open_round(events)) is not None:
                    raise RoundIsOpen(number=running.opened.number)
                people = invited(invitations, content)
                number = 1 + sum(not one.is_request for one in rounds(events))
                sending = self._sending(recorder, content, number, deadline)
                sending = replace(
                    sending,
                    is_confidential=is_confidential or content.is_confidential,
                    is_listed_partner=is_listed_partner or content.is_listed_partner,
                )
                opened = self._sent(recorder, sending, people, files, progress, cancelled)
            return OpenedRound(opened=opened, paths=files.put_in_place())

    def request(  # noqa: PLR0913  # what a request is
        self,
        place: Place,
        block: BlockId,
        invitation: Invitation,
        deadline: datetime,
        folder: Path,
        *,
        language: Language | None = None,
    ) -> OpenedRound:
        """Send one quote for approval outside the rounds, with what changed since the last one.

        Raises:
            BlockUnknown, NotForApproval, SpeakerMissing, NotTheirQuote: nothing was changed.
            What ``open`` raises.
        """
        self._check_deadline(deadline)
        with StagedFiles(folder) as files:
            with place.recording() as recorder:
                content = recorder.draft.content(language)
                (person,) = invited([replace(invitation, role=ReaderRole.APPROVER)], content)
                self._check_quote(recorder, content, block, person)
                sending = self._sending(recorder, content, 0, deadline)
                sending = replace(sending, quote=block)
                opened = self._sent(
                    recorder, sending, (person,), files, lambda _done, _of: None, lambda: False
                )
            return OpenedRound(opened=opened, paths=files.put_in_place())

    def files_again(self, place: Place, round_id: str, folder: Path) -> tuple[Path, ...]:
        """Write the files of a round anew, as they were sent, and return them.

        Raises:
            RoundUnknown: there is no such round, or its files are not in this copy.
            TargetExists, FolderReadOnly, DiskFull, and what opening raises.
        """
        release = place.read()
        asked = next((one for one in rounds(release.events) if one.id == round_id), None)
        with StagedFiles(folder) as files:
            for reader in asked.opened.readers if asked else ():
                body = release.attachments.get(reader.sent)
                if body is None:
                    raise RoundUnknown
                files.stage(reader.file_name, body)
            if asked is None:
                raise RoundUnknown
            return files.put_in_place()

    def receive(self, place: Place, paths: Sequence[Path]) -> tuple[Received, ...]:
        """Take in returned files, each by itself; one that is refused stops none of the others.

        Raises:
            What opening and signing raise.
        """
        receiving = Receiving(clock=self.clock, new_id=self.new_id, language=self.language)
        return tuple(receiving.received(place, path) for path in paths)

    def show(self, place: Place) -> tuple[ReviewRound, ...]:
        """Return all rounds and requests, oldest first; raises what opening raises."""
        return rounds(place.read().events)

    def move(self, place: Place, deadline: datetime) -> ReviewRound:
        """Give the open round another deadline, and return it.

        Raises:
            NoOpenRound, DeadlinePassed: nothing was changed.
            What opening and signing raise.
        """
        self._check_deadline(deadline)
        with place.recording() as recorder:
            asked = _open_round(recorder)
            moved = DeadlineMoved(round=asked.id, deadline=deadline)
            recorder.record(EventKind.DEADLINE_MOVED, to_json(moved))
        return replace(asked, deadline=deadline)

    def close(self, place: Place, *, reject_rest: bool = False) -> ClosedRound:
        """Record what the draft made of the proposals, as a version, and close the open round.

        Raises:
            NoOpenRound: nothing was changed.
            ProposalsUndecided: of some nobody has said yes or no, and ``reject_rest`` is False.
            What opening and signing raise.
        """
        with place.recording() as recorder:
            asked = _open_round(recorder)
            wanted = dict(recorder.draft.decisions)
            settled = decisions(recorder.events)
            ids = [one.id for one in asked.proposals() if one.id not in settled]
            undecided = [name for name in ids if name not in wanted]
            if undecided and not reject_rest:
                raise ProposalsUndecided(count=len(undecided))
            wanted |= dict.fromkeys(undecided, False)
            name = catalogue(self.language).gettext("Round {number} closed")
            record_decisions(recorder, name.format(number=asked.opened.number), wanted)
            recorder.record(EventKind.ROUND_CLOSED, to_json(RoundClosed(round=asked.id)))
            taken = sum(wanted[name] for name in ids)
        return ClosedRound(number=asked.opened.number, accepted=taken, rejected=len(ids) - taken)

    # --- sending ---

    def _check_deadline(self, deadline: datetime) -> None:
        if deadline <= self.clock():
            raise DeadlinePassed(deadline=oslo_time(deadline))

    def _sending(
        self, recorder: Recorder, content: Content, number: int, deadline: datetime
    ) -> Sending:
        gettext = catalogue(self.language).gettext
        name = gettext("Round {number}") if number else gettext("Approval of a quote")
        revision = recorder.save_revision(name.format(number=number))
        pen = pen_holder(recorder.events, content)
        actor = self.identity.actor
        return Sending(
            release=recorder.release,
            events=recorder.events,
            content=content,
            round=self.new_id(),
            number=number,
            revision=revision.hash,
            revision_number=revision.number,
            head=head_code(recorder.head.hash),
            organisation=pen.name if pen else actor.organisation or actor.name,
            deadline=deadline,
            at=self.clock(),
            is_confidential=content.is_confidential,
            is_listed_partner=content.is_listed_partner,
        )

    def _check_quote(
        self, recorder: Recorder, content: Content, block: BlockId, person: Invited
    ) -> None:
        if not any(one.id == block for one in content.blocks):
            raise BlockUnknown(block=block)
        quote = next((one for one in content.quotes() if one.id == block), None)
        if quote is None:
            raise NotForApproval(block=block)
        speaker = content.person(quote.speaker)
        if speaker is None:
            raise SpeakerMissing(block=block)
        if not may_approve(recorder, speaker.name, person.name):
            raise NotTheirQuote(name=person.name, speaker=speaker.name)

    def _sent(  # noqa: PLR0913, PLR0917  # what two journeys share
        self,
        recorder: Recorder,
        sending: Sending,
        people: Sequence[Invited],
        files: StagedFiles,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> RoundOpened:
        """Make and stage the files, record the round, and return it."""
        taken: set[str] = set()
        readers: list[Reader] = []
        asked: list[AskedWords] = []
        content = sending.content
        for done, person in enumerate(people):
            if cancelled():
                raise RoundCancelled
            progress(done, len(people))
            reader = PersonId(self.new_id())
            data = sending.file(person, reader)
            name = review_name(
                content,
                today=oslo_time(sending.at).date(),
                number=sending.number,
                person=person.name,
                taken=taken,
            )
            files.stage(name, data)
            readers.append(
                Reader(
                    id=reader,
                    name=person.name,
                    mail=person.mail,
                    role=person.role,
                    partner=person.partner,
                    file_name=name,
                    sent=recorder.attach(data),
                )
            )
            asked.extend(
                AskedWords(block=one.id, content_hash=quote_hash(content, one), reader=reader)
                for one in sending.asked(person)
            )
        progress(len(people), len(people))
        opened = RoundOpened(
            id=sending.round,
            number=sending.number,
            revision=sending.revision,
            revision_number=sending.revision_number,
            language=content.language.value,
            deadline=sending.deadline,
            is_confidential=sending.is_confidential,
            is_listed_partner=sending.is_listed_partner,
            readers=tuple(readers),
            asked=tuple(asked),
            quote=sending.quote,
            head=sending.head,
        )
        recorder.record(EventKind.ROUND_OPENED, to_json(opened))
        return opened


def may_approve(recorder: Recorder, speaker: str, name: str) -> bool:
    """Return whether somebody is the speaker, or has the recorded authority to approve."""
    return ApprovalBook.of(recorder.events).may_approve(speaker, name)


def _open_round(recorder: Recorder) -> ReviewRound:
    asked = open_round(recorder.events)
    if asked is None:
        raise NoOpenRound
    return asked
