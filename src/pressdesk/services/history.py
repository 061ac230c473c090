"""What has happened to a release, and whether that can be relied on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.content_json import instant_to_json
from pressdesk.domain.errors import UnknownTarget
from pressdesk.domain.history import Revision, payload_of, revisions
from pressdesk.files import write_whole
from pressdesk.i18n import catalogue
from pressdesk.i18n.events import summary
from pressdesk.trust.ledger_file import export_document
from pressdesk.trust.verifier import BREAKS, DOUBTS, Problem, Verification

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.ids import Digest
    from pressdesk.domain.ledger import EventKind
    from pressdesk.services.releases import Guard, Place


__all__ = [
    "History",
    "LogEntry",
    "Verification",
    "problem_words",
    "verification_shape",
    "version_shape",
]

LEDGER_SUFFIXES = (".ledger.json", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One event as people read it."""

    seq: int
    at: datetime
    actor: str
    kind: EventKind
    summary: str
    hash: Digest

    def to_json(self) -> dict[str, Json]:
        """Return what ``log --json`` prints of the event."""
        return {
            "seq": self.seq,
            "at": instant_to_json(self.at),
            "actor": self.actor,
            "kind": self.kind.value,
            "summary": self.summary,
            "hash": self.hash,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Read, verify and hand out the ledger of a file."""

    guard: Guard
    language: str

    def verify(self, place: Place, code: str | None = None) -> Verification:
        """Return what the ledger proves, also against a head code and what was seen here.

        Raises:
            SourceMissing, ReleaseFileDamaged, ReleaseFileNewer, ReleaseFileInUse.
        """
        release = place.read_unverified()
        found = self.guard.verify(release, code)
        if found.is_expected:
            self.guard.keep_head(release.id, release.head)
        return found

    def log(self, place: Place) -> tuple[LogEntry, ...]:
        """Return the events in order; raises LedgerBroken, and what ``verify`` raises."""
        entries = []
        for event in place.read().events:
            header = event.header
            entries.append(
                LogEntry(
                    seq=header.seq,
                    at=header.at,
                    actor=header.actor,
                    kind=header.kind,
                    summary=summary(header.kind, payload_of(event), self.language),
                    hash=event.hash,
                )
            )
        return tuple(entries)

    def export_ledger(self, place: Place, target: Path) -> None:
        """Write the ledger as the ``.ledger.json`` file that the stand-alone verifier reads."""
        if not target.name.endswith(LEDGER_SUFFIXES):
            raise UnknownTarget(name=target.name, wanted=LEDGER_SUFFIXES[0])
        release = place.read()
        write_whole(target, export_document(release.id, release.events, release.keys))

    def versions(self, place: Place) -> tuple[Revision, ...]:
        """Return the versions in order; raises what ``log`` raises."""
        return revisions(place.read().events)


def verification_shape(found: Verification) -> dict[str, Json]:
    """Return what ``verify --json`` prints."""
    return {
        "unbroken": found.unbroken,
        "events": found.events,
        "head": found.head,
        "head_code": found.head_code,
        "problems": [str(problem) for problem in found.problems],
        "withheld": found.withheld,
        "erased": found.erased,
        "unconfirmed_keys": len(found.unconfirmed_keys),
    }


def problem_words(problem: Problem, language: str) -> str:
    """Return one sentence about a fault, in ``nb``, ``nn`` or ``en``."""
    sentence = (BREAKS | DOUBTS)[problem.code]
    return catalogue(language).gettext(sentence).format(event=problem.event)


def version_shape(revision: Revision) -> dict[str, Json]:
    """Return what ``versions --json`` prints of one version."""
    return {
        "number": revision.number,
        "hash": revision.hash,
        "name": revision.saved.name,
        "at": instant_to_json(revision.at),
    }
