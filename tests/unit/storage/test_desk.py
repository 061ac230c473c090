"""The desk: one PressDesk at a time, and releases that only ever go on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.errors import DeskDamaged, DeskInUse, DeskNewer, DeskReadOnly, LedgerForked
from pressdesk.domain.ledger import Event, EventKind
from pressdesk.storage.desk import open_desk
from pressdesk.storage.desk_claim import put_desk_aside
from pressdesk.storage.desk_list import FILE_NAME, read_overviews
from pressdesk.storage.workspace import EMPTY_LEDGER, StoredRelease
from samples import RELEASE, draft, ledger_writer

if TYPE_CHECKING:
    from pathlib import Path


def release(*reasons: str) -> StoredRelease:
    """Return a release whose ledger holds one event for each reason."""
    writer, events, head = ledger_writer(), list[Event](), EMPTY_LEDGER
    for reason in reasons:
        events.append(
            writer.write(
                release=RELEASE,
                seq=len(events) + 1,
                prev=head.hash,
                kind=EventKind.RELEASE_CREATED,
                payload={"reason": reason},
            )
        )
        head = StoredRelease(
            id=RELEASE, events=tuple(events), keys={}, draft=draft(), contents={}
        ).head
    return StoredRelease(
        id=RELEASE,
        events=tuple(events),
        keys={writer.signer.key: writer.signer.public},
        draft=draft(),
        contents={},
    )


def test_an_unknown_release_is_added(tmp_path: Path) -> None:
    """It is there when the desk is opened again, and the folder holds one database."""
    with open_desk(tmp_path) as desk:
        desk.take_in(release("one"))
    with open_desk(tmp_path) as desk, desk.transaction() as work:
        assert work.releases() == (RELEASE,)
        assert work.stored(RELEASE).events == release("one").events

    assert {path.name for path in tmp_path.iterdir()} <= {FILE_NAME, "desk.lock"}


def test_a_longer_copy_goes_on(tmp_path: Path) -> None:
    """Its events and its draft are taken over; an older copy changes nothing."""
    longer = replace(release("one", "two"), draft=replace(draft(), version=1))
    with open_desk(tmp_path) as desk:
        desk.take_in(release("one"))
        desk.take_in(longer)
        desk.take_in(release("one"))
        with desk.transaction() as work:
            stored = work.stored(RELEASE)

    assert stored.events == longer.events
    assert stored.draft.version == 2


def test_a_fork_is_refused(tmp_path: Path) -> None:
    """Two copies that both went on are shown by their heads, and the desk keeps its own."""
    with open_desk(tmp_path) as desk:
        desk.take_in(release("one", "ours"))
        with pytest.raises(LedgerForked) as refusal:
            desk.take_in(release("one", "theirs", "more"))
        with desk.transaction() as work:
            assert work.stored(RELEASE).events == release("one", "ours").events

    assert refusal.value.ours != refusal.value.theirs


def test_one_pressdesk_has_the_desk(tmp_path: Path) -> None:
    """A second one is told that it is in use; afterwards the desk is free."""
    with open_desk(tmp_path), pytest.raises(DeskInUse), open_desk(tmp_path):
        pass
    with open_desk(tmp_path):
        pass


def test_a_damaged_desk_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Nothing is written over what may still be rescued."""
    (tmp_path / FILE_NAME).write_bytes(b"words" * 1000)

    with pytest.raises(DeskDamaged) as refusal, open_desk(tmp_path):
        pass

    assert refusal.value.name == str(tmp_path / FILE_NAME)
    assert (tmp_path / FILE_NAME).read_bytes() == b"words" * 1000


def test_a_newer_desk_is_refused_and_left_alone(tmp_path: Path) -> None:
    """What a newer PressDesk wrote is not understood, so it is not touched."""
    with open_desk(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as desk, desk:
        desk.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DeskNewer), open_desk(tmp_path):
        pass


def test_a_desk_where_nothing_can_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    """Its folder is named."""
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(DeskReadOnly) as refusal, open_desk(tmp_path / "file" / "data"):
        pass

    assert refusal.value.name == str(tmp_path / "file" / "data")


def test_a_damaged_desk_is_put_aside_whole_and_never_over_another(tmp_path: Path) -> None:
    """With what SQLite keeps beside it; afterwards a new desk can be begun."""
    for words in (b"one", b"two"):
        (tmp_path / FILE_NAME).write_bytes(words)
        (tmp_path / f"{FILE_NAME}-wal").write_bytes(words)
        put_desk_aside(tmp_path, date(2026, 11, 25))

    with open_desk(tmp_path):
        pass
    assert (tmp_path / "desk-2026-11-25.sqlite.damaged").read_bytes() == b"one"
    assert (tmp_path / "desk-2026-11-25-2.sqlite.damaged").read_bytes() == b"two"
    assert (tmp_path / "desk-2026-11-25-2.sqlite.damaged-wal").read_bytes() == b"two"


def test_a_desk_that_is_open_is_not_put_aside(tmp_path: Path) -> None:
    """Whoever works on it goes on."""
    with open_desk(tmp_path), pytest.raises(DeskInUse):
        put_desk_aside(tmp_path, date(2026, 11, 25))

    assert (tmp_path / FILE_NAME).exists()


def test_the_desk_lists_its_releases_with_nothing_but_sqlite(tmp_path: Path) -> None:
    """The window's first paint reads the same lines, and what was removed is gone from them."""
    with open_desk(tmp_path) as desk:
        desk.take_in(release("one"))
        with desk.transaction() as work:
            (line,) = work.overviews()
        assert read_overviews(tmp_path) == (line,)
        with desk.transaction() as work:
            work.remove(RELEASE)
            assert work.releases() == ()
        assert read_overviews(tmp_path) == ()

    assert line.partners == ("Nordlys", "Fjell")
    assert (line.words, line.quotes, line.approved) == (36, 2, 0)
    assert read_overviews(tmp_path / "nowhere") == ()
