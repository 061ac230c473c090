"""The main job on the sample releases, for those who want to see it, and desks to try things on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from pressdesk import paths
from pressdesk.domain.finding import Severity
from pressdesk.domain.recognised import QuestionKind
from pressdesk.domain.rounds import ReaderRole
from pressdesk.domain.text import Text
from pressdesk.files import refusals_explained
from pressdesk.services.fields import Change
from pressdesk.services.invitations import Invitation
from pressdesk.services.reading import read_bytes, recognised
from pressdesk.services.releases import file_place
from pressdesk.storage.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressdesk.domain.finding import Finding
    from pressdesk.services.drafting import Drafting
    from pressdesk.services.exporting import Exporting
    from pressdesk.services.history import History
    from pressdesk.services.proofing import Proofing
    from pressdesk.services.releases import Place
    from pressdesk.services.rounds import Rounds
    from pressdesk.storage.workspace import StoredRelease

LANGUAGES = ("nb", "nn")
_TIME_TO_ANSWER = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What came out of one sample."""

    title: str
    blocks: int
    quotes: int
    cleaned: int
    asked: int
    errors: int
    remarks: int
    readers: int
    events: int
    head_code: str
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Do the main job on a sample release."""

    drafting: Drafting
    exporting: Exporting
    history: History
    proofing: Proofing
    rounds: Rounds
    data_folder: Path

    def demonstrate(self, language: str, folder: Path) -> Demonstration:
        """Take a sample from loose text to Word files; an earlier demonstration is replaced.

        It is proofread, exported as a draft, and sent round to the people it quotes.

        Raises:
            FolderReadOnly, DiskFull: ``folder`` cannot be written to.
        """
        source = read_bytes(sample(language))
        name = f"felles-pressemelding-{language}"
        release_file, ledger = folder / f"{name}.pressdesk", folder / f"{name}.ledger.json"
        with refusals_explained(release_file):
            folder.mkdir(parents=True, exist_ok=True)
            release_file.unlink(missing_ok=True)
        release = self.drafting.import_source(source, release_file)
        place = file_place(release_file, self.drafting.guard)
        self._answer(place, release)
        found = self._found(release_file)
        written = self.exporting.export(place, folder, is_draft=True)
        sent = self._send_round(place, folder / f"runde1-{language}")
        self.history.export_ledger(place, ledger)
        proof = self.history.verify(place)
        content, notes = release.draft.content(), release.draft.notes
        return Demonstration(
            title=content.title.plain,
            blocks=len(content.blocks),
            quotes=sum(1 for _ in content.quotes()),
            cleaned=len(notes.cleaned),
            asked=len(notes.questions),
            errors=sum(one.severity is Severity.ERROR for one in found),
            remarks=len(found),
            readers=len(sent),
            events=proof.events,
            head_code=proof.head_code or "",
            paths=(release_file, written.path, *sent, ledger),
        )

    def _found(self, release_file: Path) -> Sequence[Finding]:
        manuscript, notes = self.proofing.manuscript_at(release_file, language=None, profile=None)
        return self.proofing.check(manuscript, notes).findings

    def _send_round(self, place: Place, folder: Path) -> Sequence[Path]:
        """Send the release to everybody it quotes, and return their files."""
        for earlier in folder.glob("*.docx"):
            earlier.unlink()
        people = [
            Invitation(name=one.name, role=ReaderRole.APPROVER, partner=one.organisation)
            for one in place.read().draft.content().spokespersons
        ]
        with refusals_explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
        deadline = self.rounds.clock() + _TIME_TO_ANSWER
        return self.rounds.open(place, people, deadline, folder).paths

    def fill_desk(self, count: int) -> None:
        """Put ``count`` releases on the desk, made of the samples.

        Raises:
            ReleaseFileInUse: PressDesk is open on that desk.
            FolderReadOnly, DiskFull: the data folder cannot be written to.
        """
        samples = [read_bytes(sample(language)) for language in LANGUAGES]
        read = [recognised(source, self.drafting.new_id) for source in samples]
        with open_desk(self.data_folder) as desk, desk.transaction() as work:
            for number in range(count):
                found, source = read[number % 2], samples[number % 2]
                title = Text.of(f"{found.content.title} ({number + 1})")
                content = replace(found.content, title=title)
                self.drafting.begin(work, replace(found, content=content), source)

    def _answer(self, place: Place, release: StoredRelease) -> None:
        """Answer the questions about organisations as they are suggested."""
        changes = [
            Change(f"speaker.{question.block}.organisation", question.suggestion)
            for question in release.draft.notes.questions
            if question.kind is QuestionKind.ORGANISATION
            and question.block is not None
            and question.suggestion is not None
        ]
        if changes:
            self.drafting.set(place, changes, None)


def sample(language: str) -> Path:
    """Return the sample text in ``nb`` or ``nn``."""
    return paths.resource(f"samples/felles-pressemelding-{language}.txt")
