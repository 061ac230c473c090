"""Opening releases: what is read is verified first, what is written is signed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from pressdesk.domain.errors import (
    DiskFull,
    FolderReadOnly,
    HeadNotKept,
    HistoryUnexpected,
    LedgerBroken,
    ReleaseFileDamaged,
)
from pressdesk.domain.history import revisions
from pressdesk.domain.ledger import EventKind, LedgerWriter
from pressdesk.domain.payload_forms import are_well_formed
from pressdesk.domain.payloads import PayloadErased, RevisionSaved
from pressdesk.storage import release_file
from pressdesk.storage.workspace import EMPTY_LEDGER, Head, StoredRelease, Work
from pressdesk.trust.verifier import Problem, Verification
from pressdesk.trust.verify import verify_events

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.draft import Draft
    from pressdesk.domain.ids import Digest, ReleaseId
    from pressdesk.domain.ledger import Event
    from pressdesk.services.identity import Identity, Notify
    from pressdesk.trust.heads import Heads


class Recorder:
    """Writes to one release inside a transaction."""

    def __init__(self, work: Work, release: StoredRelease, writer: LedgerWriter) -> None:
        self._work = work
        self._writer = writer
        self._events = list(release.events)
        self._draft = release.draft
        self.release = release

    @property
    def head(self) -> Head:
        """Where the ledger ends now."""
        return Head(len(self._events), self._events[-1].hash) if self._events else EMPTY_LEDGER

    @property
    def events(self) -> tuple[Event, ...]:
        """The ledger with what was recorded so far."""
        return tuple(self._events)

    def record(self, kind: EventKind, payload: dict[str, Json]) -> None:
        """Append one signed event."""
        head = self.head
        event = self._writer.write(
            release=self.release.id,
            seq=head.seq + 1,
            prev=head.hash,
            kind=kind,
            payload=payload,
        )
        self._work.add_key(self.release.id, self._writer.signer.key, self._writer.signer.public)
        self._work.append(self.release.id, [event], after=head)
        self._events.append(event)

    def attach(self, body: bytes) -> Digest:
        """Keep a file that is sent or came back with the release, and return its digest."""
        return self._work.add_attachment(self.release.id, body)

    @property
    def draft(self) -> Draft:
        """The draft as it stands now."""
        return self._draft

    def save_draft(self, draft: Draft) -> None:
        """Store the draft that follows the one that was read."""
        self._work.save_draft(self.release.id, draft, read_version=self._draft.version)
        self._draft = draft

    def erase(self, events: Sequence[int], reason: str) -> None:
        """Erase what earlier events say, and record that; the chain still verifies."""
        self.record(
            EventKind.PAYLOAD_ERASED, PayloadErased(events=tuple(events), reason=reason).to_json()
        )
        for seq in events:
            self._work.erase_payload(self.release.id, seq)

    def save_revision(self, name: str) -> RevisionSaved:
        """Return the revision of the draft as it stands; a new one unless the last says the same."""
        contents = tuple(
            sorted(
                (content.language.value, self._work.add_content(self.release.id, content))
                for content in self._draft.contents
            )
        )
        earlier = revisions(self._events)
        if earlier and earlier[-1].saved.contents == contents:
            return earlier[-1].saved
        number = max((revision.number for revision in earlier), default=0) + 1
        saved = RevisionSaved(number=number, name=name, contents=contents)
        self.record(EventKind.REVISION_SAVED, saved.to_json())
        return saved


class Guard:
    """Decides what to make of a ledger: nothing is built on one that does not verify."""

    def __init__(self, identity: Identity, heads: Heads, notify: Notify) -> None:
        self._identity = identity
        self._heads = heads
        self._notify = notify

    @property
    def ledger_writer(self) -> LedgerWriter:
        """Writes this run's events; raises what the identity raises."""
        return self._identity.ledger_writer

    def check(self, release: StoredRelease, name: str) -> bool:
        """Refuse a broken ledger; return whether it goes on from the one that was seen here.

        One that does not is said, and works all the same: it may be an older copy.

        Raises:
            LedgerBroken: it does not verify.
            ReleaseFileDamaged: the text of a version is missing or altered, or an event says
                what PressDesk never wrote.
        """
        seen = self._heads.last_seen(release.id)
        found = verify_events(release.events, release.keys, release=release.id, seen=seen)
        if not release.is_numbered:
            found = found.with_problems(_MISNUMBERED)
        if not found.unbroken:
            raise LedgerBroken(name=name, problem=str(found.problems[0]))
        if not are_well_formed(release.events) or _lost_versions(release):
            raise ReleaseFileDamaged(name=name)
        if not found.is_expected:
            self._notify(HistoryUnexpected(name=name))
        return found.is_expected

    def verify(self, release: StoredRelease, head_code: str | None = None) -> Verification:
        """Return what the ledger proves, also against a head code and what was seen here."""
        found = verify_events(
            release.events,
            release.keys,
            release=release.id,
            confirmed=self._identity.own_keys(),
            head_code=head_code,
            seen=self._heads.last_seen(release.id),
        )
        if not release.is_numbered:
            found = found.with_problems(_MISNUMBERED)
        lost = _lost_versions(release) if found.unbroken else ()
        return found.with_problems(*(Problem("text_altered", seq) for seq in lost))

    def keep_head(self, release: ReleaseId, head: Head) -> None:
        """Remember the head outside the ledger's file, so that a shortened copy is noticed."""
        try:
            self._heads.remember(release, head.seq, head.hash)
        except (FolderReadOnly, DiskFull) as refusal:
            self._notify(HeadNotKept(name=refusal.name))


Opener = Callable[[], AbstractContextManager[Work]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one release is kept: a ``.pressdesk`` file, or the desk.

    ``release`` is None where there is only one.
    """

    name: str
    reading: Opener
    writing: Opener
    guard: Guard
    release: ReleaseId | None = None

    def read_unverified(self) -> StoredRelease:
        """Return the release, whatever its ledger is worth.

        Raises:
            SourceMissing, ReleaseFileDamaged, ReleaseFileNewer, ReleaseFileInUse.
        """
        with self.reading() as work:
            return self._stored(work)

    def read(self) -> StoredRelease:
        """Return the release, its ledger verified.

        Raises:
            LedgerBroken: and whatever ``read_unverified`` raises.
        """
        release = self.read_unverified()
        self.guard.check(release, self.name)
        return release

    @contextmanager
    def drafting(self) -> Iterator[tuple[Work, StoredRelease]]:
        """Yield the work in which the draft may be saved; nothing is signed.

        Raises:
            What ``read`` raises, and FolderReadOnly, DiskFull.
        """
        with self.writing() as work:
            release = self._stored(work)
            self.guard.check(release, self.name)
            yield work, release

    @contextmanager
    def recording(self) -> Iterator[Recorder]:
        """Yield a recorder for the release; all it wrote is stored at the end, or nothing is.

        Raises:
            What ``drafting`` raises, and what the identity raises without a key.
        """
        writer = self.guard.ledger_writer
        with self.writing() as work:
            release = self._stored(work)
            is_expected = self.guard.check(release, self.name)
            recorder = Recorder(work, release, writer)
            yield recorder
        if is_expected:  # else the note of what was seen would be lost to a cut or forked copy
            self.guard.keep_head(release.id, recorder.head)

    def _stored(self, work: Work) -> StoredRelease:
        (only, *_) = (self.release,) if self.release else work.releases()
        return work.stored(only)


def file_place(path: Path, guard: Guard) -> Place:
    """Return the place that a ``.pressdesk`` file is."""
    return Place(
        name=path.name,
        reading=partial(release_file.reading, path),
        writing=partial(release_file.writing, path),
        guard=guard,
    )


_MISNUMBERED = Problem("seq_wrong", 1)


def _lost_versions(release: StoredRelease) -> tuple[int, ...]:
    """Return the events whose version's text is missing, or is not what was hashed.

    A version's payload names texts and holds none, so there is no reason to withhold it.
    """
    return tuple(
        event.header.seq
        for event in release.events
        if event.header.kind is EventKind.REVISION_SAVED and not _has_texts(event, release)
    )


def _has_texts(event: Event, release: StoredRelease) -> bool:
    return any(
        all(digest in release.contents for _, digest in revision.saved.contents)
        for revision in revisions([event])
    )
