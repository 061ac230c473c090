"""A database with the PressDesk schema: the desk, or a ``.pressdesk`` file.

Maps ledgers, contents and drafts to tables by hand. Whatever comes out of a row is checked:
files come from outside, and SQLite holds any type in any column.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from pressdesk.domain.canonical import Json, canonical_json, sha256
from pressdesk.domain.content_json import (
    content_from_json,
    content_to_json,
    instant_from_json,
    instant_to_json,
)
from pressdesk.domain.draft import Draft, ImportNotes
from pressdesk.domain.errors import DraftMoved, LedgerMoved, ReleaseUnknown
from pressdesk.domain.ids import Digest, KeyId, ReleaseId
from pressdesk.domain.ledger import NO_PREVIOUS, Event
from pressdesk.domain.overview import Overview, overview
from pressdesk.storage import schema
from pressdesk.storage.desk_list import overview_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine

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

    Shape: ``is_numbered`` tells whether the rows count from 1 as the events do; ``contents`` are the revisions' texts by digest, those only that fit their digest.
    """

    id: ReleaseId
    events: tuple[Event, ...]
    is_numbered: bool = True
    keys: Mapping[KeyId, bytes]
    draft: Draft
    contents: Mapping[Digest, bytes]

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
            yield Work(connection)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


class Work:
    """What a journey may do inside its transaction.

    Methods that read raise ValueError where the database holds what PressDesk never wrote.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def releases(self) -> tuple[ReleaseId, ...]:
        """Return the releases of the workspace, oldest first."""
        ids = self._connection.scalars(select(schema.releases.c.id).order_by("id"))
        return tuple(ReleaseId(_text(one)) for one in ids)

    def add_release(self, release: ReleaseId) -> None:
        """Make room for a release that is not in the workspace yet."""
        self._connection.execute(insert(schema.releases).values(id=release))

    def stored(self, release: ReleaseId) -> StoredRelease:
        """Return everything about one release.

        Raises:
            ReleaseUnknown: it has no draft.
        """
        table = schema.contents
        rows = self._connection.execute(
            select(table.c.digest, table.c.body).where(table.c.release == release)
        )
        bodies = {Digest(_text(digest)): _blob(body) for digest, body in rows}
        return StoredRelease(
            id=release,
            events=self.events(release),
            is_numbered=self._is_numbered(release),
            keys=self.keys(release),
            draft=self.draft(release),
            contents={digest: body for digest, body in bodies.items() if sha256(body) == digest},
        )

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
        for key, public in release.keys.items():
            self.add_key(release.id, key, public)
        known = self.content_digests(release.id)
        for digest, body in release.contents.items():
            if digest not in known:
                self._add_body(release.id, digest, body)
        self.append(release.id, release.events[after.seq :], after=after)

    def remove(self, release: ReleaseId) -> None:
        """Take out everything about a release."""
        for table in reversed(schema.metadata.sorted_tables):
            column = table.c.get("release") if table is not schema.releases else table.c.id
            if column is not None:
                self._connection.execute(delete(table).where(column == release))

    def overviews(self) -> tuple[Overview, ...]:
        """Return one line for each release, the last changed first."""
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
        return EMPTY_LEDGER if row is None else Head(_integer(row[0]), sha256(_blob(row[1])))

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
                header_bytes=_blob(header),
                payload=None if payload is None else _blob(payload),
                salt=None if salt is None else _blob(salt),
                signature=_blob(signature),
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
        return {KeyId(_text(key)): _blob(public) for key, public in rows}

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
        return frozenset(Digest(_text(one)) for one in rows)

    def content(self, release: ReleaseId, digest: Digest) -> Content:
        """Return the content of that digest; ValueError when it is not what was hashed."""
        table = schema.contents
        body = self._connection.scalar(
            select(table.c.body).where(table.c.release == release, table.c.digest == digest)
        )
        if body is None:
            raise ValueError("a content is missing")
        if sha256(_blob(body)) != digest:
            raise ValueError("a content does not fit its hash")
        return content_from_json(json.loads(_blob(body)))

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
            contents=_contents(json.loads(_blob(row.contents))),
            version=_integer(row.version),
            saved_at=instant_from_json(_text(row.saved_at)),
            notes=ImportNotes.from_json(json.loads(_blob(row.notes))),
        )

    def add_draft(self, release: ReleaseId, draft: Draft) -> None:
        """Store the first draft of a release."""
        self._connection.execute(insert(schema.drafts).values(release=release, **_draft_row(draft)))
        row = _overview_row(overview(release, draft))
        self._connection.execute(insert(schema.overviews).values(release=release, **row))

    def save_draft(self, release: ReleaseId, draft: Draft, *, read_version: int) -> None:
        """Store the draft that follows the one of ``read_version``.

        Raises:
            DraftMoved: somebody saved since; nothing was written.
        """
        table = schema.drafts
        result = self._connection.execute(
            update(table)
            .where(table.c.release == release, table.c.version == read_version)
            .values(**_draft_row(draft))
        )
        if result.rowcount != 1:
            raise DraftMoved
        shown = schema.overviews
        row = _overview_row(overview(release, draft))
        self._connection.execute(update(shown).where(shown.c.release == release).values(**row))

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
        return {_text(name): " ".join(_text(sql).split()) for name, sql in rows}

    def schema_version(self) -> str:
        """Return the migration that the database was last brought to."""
        return _text(self._connection.scalar(select(schema.schema_version.c.version_num)))


def _draft_row(draft: Draft) -> dict[str, object]:
    contents: list[Json] = [content_to_json(content) for content in draft.contents]
    return {
        "version": draft.version,
        "saved_at": instant_to_json(draft.saved_at),
        "contents": canonical_json(contents),
        "notes": canonical_json(draft.notes.to_json()),
    }


def _overview_row(line: Overview) -> dict[str, object]:
    return {
        "title": line.title,
        "template": line.template,
        "language": line.language.value,
        "words": line.words,
        "partners": json.dumps(line.partners, ensure_ascii=False),
        "stage": line.stage.value,
        "quotes": line.quotes,
        "approved": line.approved,
        "embargo": instant_to_json(line.embargo) if line.embargo else None,
        "changed_at": instant_to_json(line.changed_at),
    }


def _contents(value: Json) -> tuple[Content, ...]:
    if not isinstance(value, list):
        raise ValueError("the draft's contents are not a list")
    return tuple(content_from_json(one) for one in value)


def _blob(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise ValueError("a value that is not binary")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a value that is not text")
    return value


def _integer(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError("a value that is not an integer")
    return value
