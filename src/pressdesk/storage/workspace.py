"""A database with the PressDesk schema: the desk, or a ``.pressdesk`` file.

Maps ledgers, contents and drafts to tables by hand. Whatever comes out of a row is checked:
files come from outside, and SQLite holds any type in any column.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from pressdesk.domain.canonical import canonical_json, sha256
from pressdesk.domain.content_json import content_from_json, content_to_json, instant_from_json
from pressdesk.domain.draft import Draft, ImportNotes
from pressdesk.domain.errors import DraftMoved, LedgerMoved, ReleaseUnknown
from pressdesk.domain.ids import Digest, KeyId, ReleaseId
from pressdesk.domain.ledger import NO_PREVIOUS, Event
from pressdesk.domain.overview import Overview, overview
from pressdesk.domain.proofing_notes import ProofingNotes
from pressdesk.storage import schema
from pressdesk.storage.desk_list import overview_of
from pressdesk.storage.rows import (
    blob,
    contents_in,
    decisions_in,
    draft_row,
    integer,
    overview_row,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine, Table

    from pressdesk.domain.content import Content


@dataclass(frozen=True, slots=True)
class Head:
    """Where a ledger ends: the number of its last event and that event's hash."""

    seq: int
    hash: Digest


EMPTY_LEDGER = Head(0, NO_PREVIOUS)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRelease:
    """Everything a workspace holds of one release, as read: its ledger is not verified yet.

    Shape: ``is_numbered`` tells whether the rows count from 1 as the events do. ``contents`` are
    the revisions' texts by digest, ``attachments`` the files that were sent and came back, of both
    those only that fit their digest.
    """

    id: ReleaseId
    events: tuple[Event, ...]
    is_numbered: bool = True
    keys: Mapping[KeyId, bytes]
    draft: Draft
    contents: Mapping[Digest, bytes]
    proofing: ProofingNotes = field(default_factory=ProofingNotes)
    attachments: Mapping[Digest, bytes] = field(default_factory=dict)

    @property
    def head(self) -> Head:
        """Where its ledger ends."""
        return Head(len(self.events), self.events[-1].hash) if self.events else EMPTY_LEDGER


class Workspace:
    """Gives out transactions on one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def transaction(self) -> Iterator[Work]:
        """Yield the work of one journey; all of it is stored, or none."""
        with self._engine.begin() as connection:
            work = Work(connection)
            yield work
            work.refresh_overviews()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


class Work:
    """What a journey may do inside its transaction.

    Methods that read raise ValueError where the database holds what PressDesk never wrote.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stale: set[ReleaseId] = set()

    def releases(self) -> tuple[ReleaseId, ...]:
        """Return the releases of the workspace, oldest first."""
        ids = self._connection.scalars(select(schema.releases.c.id).order_by("id"))
        return tuple(ReleaseId(text(one)) for one in ids)

    def add_release(self, release: ReleaseId) -> None:
        """Make room for a release that is not in the workspace yet."""
        self._connection.execute(insert(schema.releases).values(id=release))

    def stored(self, release: ReleaseId) -> StoredRelease:
        """Return everything about one release.

        Raises:
            ReleaseUnknown: it has no draft.
        """
        return StoredRelease(
            id=release,
            events=self.events(release),
            is_numbered=self._is_numbered(release),
            keys=self.keys(release),
            draft=self.draft(release),
            contents=self._bodies(schema.contents, release),
            proofing=self.proofing_notes(release),
            attachments=self._bodies(schema.attachments, release),
        )

    def _bodies(self, table: Table, release: ReleaseId) -> dict[Digest, bytes]:
        rows = self._connection.execute(
            select(table.c.digest, table.c.body).where(table.c.release == release)
        )
        bodies = {Digest(text(digest)): blob(body) for digest, body in rows}
        return {digest: body for digest, body in bodies.items() if sha256(body) == digest}

    def add(self, release: StoredRelease) -> None:
        """Put in a release that the workspace does not hold yet."""
        self.add_release(release.id)
        self.add_draft(release.id, release.draft)
        self._take_over(release, after=EMPTY_LEDGER)

    def go_on(self, release: StoredRelease, *, after: Head) -> None:
        """Take over what ``release`` holds beyond ``after``, its draft included."""
        ours = self.draft(release.id)
        draft = replace(release.draft, version=max(ours.version, release.draft.version) + 1)
        self.save_draft(release.id, draft, read_version=ours.version)
        self._take_over(release, after=after)

    def _take_over(self, release: StoredRelease, *, after: Head) -> None:
        notes = self.proofing_notes(release.id)
        if (joined := notes.joined(release.proofing)) != notes:
            self.save_proofing_notes(release.id, joined)
        for key, public in release.keys.items():
            self.add_key(release.id, key, public)
        known = self.content_digests(release.id)
        for digest, body in release.contents.items():
            if digest not in known:
                self._add_body(release.id, digest, body)
        for body in release.attachments.values():
            self.add_attachment(release.id, body)
        self.append(release.id, release.events[after.seq :], after=after)

    def remove(self, release: ReleaseId) -> None:
        """Take out everything about a release."""
        self._stale.discard(release)
        for table in reversed(schema.metadata.sorted_tables):
            column = table.c.get("release") if table is not schema.releases else table.c.id
            if column is not None:
                self._connection.execute(delete(table).where(column == release))

    def overviews(self) -> tuple[Overview, ...]:
        """Return one line for each release, the last changed first."""
        self.refresh_overviews()
        order = schema.overviews.c.changed_at.desc()
        rows = self._connection.execute(select(schema.overviews).order_by(order))
        return tuple(overview_of(tuple(row)) for row in rows)

    def head(self, release: ReleaseId) -> Head:
        """Return where the ledger of ``release`` ends."""
        columns = (schema.ledger.c.seq, schema.ledger.c.header)
        last = (
            select(*columns).where(schema.ledger.c.release == release).order_by(columns[0].desc())
        )
        row = self._connection.execute(last.limit(1)).first()
        return EMPTY_LEDGER if row is None else Head(integer(row[0]), sha256(blob(row[1])))

    def events(self, release: ReleaseId) -> tuple[Event, ...]:
        """Return the ledger of ``release`` in order, as stored and not verified."""
        table = schema.ledger
        rows = self._connection.execute(
            select(table.c.header, table.c.payload, table.c.salt, table.c.signature)
            .where(table.c.release == release)
            .order_by(table.c.seq)
        )
        return tuple(
            Event(
                header_bytes=blob(header),
                payload=None if payload is None else blob(payload),
                salt=None if salt is None else blob(salt),
                signature=blob(signature),
            )
            for header, payload, salt, signature in rows
        )

    def _is_numbered(self, release: ReleaseId) -> bool:
        table = schema.ledger
        rows = self._connection.scalars(
            select(table.c.seq).where(table.c.release == release).order_by(table.c.seq)
        )
        return all(number == seq for number, seq in enumerate(rows, start=1))

    def append(self, release: ReleaseId, events: Sequence[Event], *, after: Head) -> Head:
        """Append ``events`` to the ledger of ``release`` and return the new head.

        Raises:
            LedgerMoved: somebody appended after ``after`` first; nothing was written.
        """
        if self.head(release) != after:
            raise LedgerMoved
        rows = [
            {
                "release": release,
                "seq": after.seq + number,
                "header": event.header_bytes,
                "payload": event.payload,
                "salt": event.salt,
                "signature": event.signature,
            }
            for number, event in enumerate(events, start=1)
        ]
        self._connection.execute(insert(schema.ledger), rows)
        self._stale.add(release)
        return Head(after.seq + len(events), events[-1].hash)

    def erase_payload(self, release: ReleaseId, seq: int) -> None:
        """Remove the payload and the salt of one event; its header stays in the chain."""
        table = schema.ledger
        self._connection.execute(
            update(table)
            .where(table.c.release == release, table.c.seq == seq)
            .values(payload=None, salt=None)
        )

    def keys(self, release: ReleaseId) -> dict[KeyId, bytes]:
        """Return the public keys that the ledger of ``release`` names, by id."""
        table = schema.signing_keys
        rows = self._connection.execute(
            select(table.c.id, table.c.public).where(table.c.release == release).order_by("id")
        )
        return {KeyId(text(key)): blob(public) for key, public in rows}

    def add_key(self, release: ReleaseId, key: KeyId, public: bytes) -> None:
        """Keep a public key with the ledger, once."""
        if key not in self.keys(release):
            self._connection.execute(
                insert(schema.signing_keys).values(release=release, id=key, public=public)
            )

    def content_digests(self, release: ReleaseId) -> frozenset[Digest]:
        """Return the digests of the contents kept for ``release``."""
        table = schema.contents
        rows = self._connection.scalars(select(table.c.digest).where(table.c.release == release))
        return frozenset(Digest(text(one)) for one in rows)

    def content(self, release: ReleaseId, digest: Digest) -> Content:
        """Return the content of that digest; ValueError when it is not what was hashed."""
        table = schema.contents
        body = self._connection.scalar(
            select(table.c.body).where(table.c.release == release, table.c.digest == digest)
        )
        if body is None:
            raise ValueError("a content is missing")
        if sha256(blob(body)) != digest:
            raise ValueError("a content does not fit its hash")
        return content_from_json(json.loads(blob(body)))

    def add_content(self, release: ReleaseId, content: Content) -> Digest:
        """Keep a content, once, and return its digest."""
        body = canonical_json(content_to_json(content))
        digest = sha256(body)
        if digest not in self.content_digests(release):
            self._add_body(release, digest, body)
        return digest

    def _add_body(self, release: ReleaseId, digest: Digest, body: bytes) -> None:
        self._connection.execute(
            insert(schema.contents).values(release=release, digest=digest, body=body)
        )

    def add_attachment(self, release: ReleaseId, body: bytes) -> Digest:
        """Keep a file that was sent or came back, once, and return its digest."""
        table, digest = schema.attachments, sha256(body)
        same = select(table.c.digest).where(table.c.release == release, table.c.digest == digest)
        if self._connection.scalar(same) is None:
            self._connection.execute(
                insert(table).values(release=release, digest=digest, body=body)
            )
        return digest

    def draft(self, release: ReleaseId) -> Draft:
        """Return the working draft of ``release``.

        Raises:
            ReleaseUnknown: there is none.
        """
        table = schema.drafts
        row = self._connection.execute(select(table).where(table.c.release == release)).first()
        if row is None:
            raise ReleaseUnknown
        return Draft(
            contents=contents_in(json.loads(blob(row.contents))),
            version=integer(row.version),
            saved_at=instant_from_json(text(row.saved_at)),
            notes=ImportNotes.from_json(json.loads(blob(row.notes))),
            decisions=self._decisions(release),
        )

    def _decisions(self, release: ReleaseId) -> Mapping[str, bool]:
        table = schema.decided
        body = self._connection.scalar(select(table.c.decisions).where(table.c.release == release))
        return decisions_in(json.loads(blob(body))) if body is not None else {}

    def _save_decisions(self, release: ReleaseId, decisions: Mapping[str, bool]) -> None:
        if decisions == self._decisions(release):
            return
        body = canonical_json(dict(decisions))
        self._put(schema.decided, release, decisions=body)

    def _put(self, table: Table, release: ReleaseId, **values: object) -> None:
        """Store the one row that a release has in a table."""
        same = table.c.release == release
        if self._connection.execute(update(table).where(same).values(**values)).rowcount == 0:
            self._connection.execute(insert(table).values(release=release, **values))

    def add_draft(self, release: ReleaseId, draft: Draft) -> None:
        """Store the first draft of a release."""
        self._connection.execute(insert(schema.drafts).values(release=release, **draft_row(draft)))
        self._save_decisions(release, draft.decisions)
        self._stale.add(release)

    def save_draft(self, release: ReleaseId, draft: Draft, *, read_version: int) -> None:
        """Store the draft that follows the one of ``read_version``.

        Raises:
            DraftMoved: somebody saved since; nothing was written.
        """
        table = schema.drafts
        result = self._connection.execute(
            update(table)
            .where(table.c.release == release, table.c.version == read_version)
            .values(**draft_row(draft))
        )
        if result.rowcount != 1:
            raise DraftMoved
        self._save_decisions(release, draft.decisions)
        self._stale.add(release)

    def refresh_overviews(self) -> None:
        """Bring the desk's lines in step with what was written; a transaction ends with this."""
        table = schema.drafts
        for release in sorted(self._stale):
            has_draft = select(table.c.version).where(table.c.release == release)
            if self._connection.scalar(has_draft) is not None:
                line = overview(release, self.draft(release), self.events(release))
                self._put(schema.overviews, release, **overview_row(line))
        self._stale.clear()

    def proofing_notes(self, release: ReleaseId) -> ProofingNotes:
        """Return the release's own words and what was set aside; empty notes if there are none."""
        table = schema.proofing
        row = select(table.c.notes).where(table.c.release == release)
        notes = self._connection.scalar(row)
        if notes is None:
            return ProofingNotes()
        return ProofingNotes.from_json(json.loads(blob(notes)))

    def save_proofing_notes(self, release: ReleaseId, notes: ProofingNotes) -> None:
        """Store the notes of a release. The draft and its version are not touched."""
        self._put(schema.proofing, release, notes=canonical_json(notes.to_json()))

    def is_whole(self) -> bool:
        """Return whether SQLite finds the database sound and every reference kept."""
        sound = self._connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        broken = self._connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        return sound == "ok" and broken is None

    def shape(self) -> dict[str, str]:
        """Return the statements that made the database's objects, in single spaces, by name."""
        rows = self._connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_autoindex_%'"
        )
        return {text(name): " ".join(text(sql).split()) for name, sql in rows}

    def schema_version(self) -> str:
        """Return the migration that the database was last brought to."""
        return text(self._connection.scalar(select(schema.schema_version.c.version_num)))
