""".pressdesk files: whole, exact, and refused when they are anything else."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.canonical import canonical_json
from pressdesk.domain.errors import (
    DraftMoved,
    FolderReadOnly,
    LedgerMoved,
    PressDeskError,
    ReleaseFileDamaged,
    ReleaseFileInUse,
    ReleaseFileNewer,
    ReleaseUnknown,
    SourceMissing,
    TargetExists,
)
from pressdesk.domain.ids import Digest
from pressdesk.domain.ledger import NO_PREVIOUS, EventKind
from pressdesk.storage.release_file import new_release_file, reading, writing
from pressdesk.storage.workspace import EMPTY_LEDGER, Head
from samples import NOW, RELEASE, content, draft, ledger_writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file with one release, one event and one draft."""
    target = tmp_path / "a.pressdesk"
    writer = ledger_writer()
    event = writer.write(
        release=RELEASE,
        seq=1,
        prev=NO_PREVIOUS,
        kind=EventKind.RELEASE_CREATED,
        payload={"release": RELEASE, "source_name": None, "source_sha256": None, "pen": None},
    )
    with new_release_file(target) as work:
        work.add_release(RELEASE)
        work.add_draft(RELEASE, draft())
        work.add_content(RELEASE, content())
        work.add_key(RELEASE, writer.signer.key, writer.signer.public)
        work.append(RELEASE, [event], after=EMPTY_LEDGER)
    return target


def test_what_was_stored_is_read_again(path: Path) -> None:
    """Ledger, keys, draft and contents come back as they were."""
    with reading(path) as work:
        stored = work.stored(RELEASE)
        (digest,) = stored.contents

        assert stored.draft == draft()
        assert work.content(RELEASE, digest) == content()
        assert stored.head.seq == 1
        assert list(stored.keys) == [stored.events[0].header.key]


def test_no_side_file_is_left(path: Path) -> None:
    """After writing and reading, the folder holds one file: cloud folders see a whole one."""
    with writing(path) as work:
        work.save_draft(RELEASE, replace(draft(), version=2), read_version=1)
    with reading(path):
        pass

    assert os.listdir(path.parent) == ["a.pressdesk"]


def test_reading_changes_nothing(path: Path) -> None:
    """Looking at a file leaves its bytes alone."""
    before = path.read_bytes()

    with reading(path) as work:
        work.draft(RELEASE)

    assert path.read_bytes() == before


def test_the_draft_is_saved_by_who_read_it_last(path: Path) -> None:
    """Saving over somebody's later save is refused, and nothing of the journey is stored."""
    with writing(path) as work:
        work.save_draft(RELEASE, replace(draft(), version=2), read_version=1)

    with pytest.raises(DraftMoved), writing(path) as work:
        work.add_content(RELEASE, replace(content(), place="Bodø"))
        work.save_draft(RELEASE, replace(draft(), version=2), read_version=1)

    with reading(path) as work:
        assert work.draft(RELEASE).version == 2
        assert len(work.content_digests(RELEASE)) == 1


def test_an_event_goes_only_where_its_writer_looked(path: Path) -> None:
    """Appending after a head that has moved is refused."""
    event = ledger_writer().write(
        release=RELEASE,
        seq=1,
        prev=NO_PREVIOUS,
        kind=EventKind.RELEASE_CREATED,
        payload={},
    )

    with pytest.raises(LedgerMoved), writing(path) as work:
        work.append(RELEASE, [event], after=Head(0, Digest(NO_PREVIOUS)))


def test_a_file_being_written_is_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second writer is told so, and the first one's work is not disturbed."""
    monkeypatch.setattr("pressdesk.storage.engine.BUSY_TIMEOUT_S", 0.05)

    with writing(path) as first:
        first.save_draft(RELEASE, replace(draft(), version=2), read_version=1)
        with pytest.raises(ReleaseFileInUse), writing(path):
            pass

    with reading(path) as work:
        assert work.draft(RELEASE).version == 2


def test_a_release_is_never_overwritten(path: Path) -> None:
    """Making a file where one stands is refused, and the old one stays."""
    before = path.read_bytes()

    with pytest.raises(TargetExists), new_release_file(path):
        pass

    assert path.read_bytes() == before


def test_a_journey_that_fails_leaves_no_file(tmp_path: Path) -> None:
    """A new file appears when all of it is there, or not at all."""
    with pytest.raises(RuntimeError), new_release_file(tmp_path / "b.pressdesk") as work:
        work.add_release(RELEASE)
        raise RuntimeError

    assert os.listdir(tmp_path) == []


def test_an_unknown_release_is_said_to_be_unknown(path: Path) -> None:
    """Asking for a draft that is not there is an expected failure."""
    with reading(path) as work, pytest.raises(ReleaseUnknown):
        work.draft(type(RELEASE)("0" * 26))


def _altered(change: Callable[[sqlite3.Connection], object]) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        connection = sqlite3.connect(path)
        change(connection)
        connection.commit()
        connection.close()

    return alter


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-2000])


def _overwritten_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:12000] = os.urandom(12000 - 4096)
    path.write_bytes(data)


BENT = {
    "no database": lambda path: path.write_bytes(b"words" * 100),
    "empty": lambda path: path.write_bytes(b""),
    "cut": _cut,
    "overwritten": _overwritten_middle,
    "another application": _altered(lambda c: c.execute("PRAGMA application_id = 1")),
    "side files": _altered(lambda c: c.execute("PRAGMA journal_mode = WAL")),
    "a trigger": _altered(
        lambda c: c.execute("CREATE TRIGGER t AFTER UPDATE ON draft BEGIN DELETE FROM ledger; END")
    ),
    "a view": _altered(lambda c: c.execute("CREATE VIEW v AS SELECT * FROM draft")),
    "another column": _altered(lambda c: c.execute("ALTER TABLE draft ADD COLUMN extra")),
    "a table less": _altered(lambda c: c.execute("DROP TABLE content")),
    "two releases": _altered(lambda c: c.execute(f"INSERT INTO release VALUES ('{'A' * 26}')")),
    "no release": _altered(
        lambda c: [
            c.execute(f"DELETE FROM {t}")
            for t in ("ledger", "signing_key", "content", "draft", "release")
        ]
    ),
    "text for bytes": _altered(lambda c: c.execute("UPDATE draft SET contents = 'x'")),
    "no JSON": _altered(lambda c: c.execute("UPDATE draft SET contents = ?", (b"[{",))),
    "no content": _altered(lambda c: c.execute("UPDATE draft SET contents = ?", (b"[]",))),
    "another shape": _altered(
        lambda c: c.execute("UPDATE draft SET contents = ?", (b'[{"a":1}]',))
    ),
    "depth": _altered(
        lambda c: c.execute("UPDATE draft SET contents = ?", (b"[" * 100_000 + b"]" * 100_000,))
    ),
    "a string version": _altered(lambda c: c.execute("UPDATE draft SET version = 'one'")),
    "an orphan": _altered(lambda c: c.execute("INSERT INTO content VALUES ('x', 'y', x'00')")),
}


@pytest.mark.parametrize("alter", BENT.values(), ids=BENT.keys())
def test_a_bent_file_is_refused_and_left_alone(path: Path, alter: Callable[[Path], None]) -> None:
    """Whatever is wrong with a file, it is named damaged, and not a byte of it changes."""
    alter(path)
    for side_file in path.parent.glob("a.pressdesk-*"):
        side_file.unlink()
    before = path.read_bytes()

    for opened in (reading, writing):
        with pytest.raises(ReleaseFileDamaged), opened(path) as work:
            work.stored(RELEASE)

    assert path.read_bytes() == before
    assert os.listdir(path.parent) == ["a.pressdesk"]


def test_a_newer_file_is_said_to_be_newer(path: Path) -> None:
    """A file of a later schema is no damage: the sentence says to update."""
    _altered(lambda c: c.execute("UPDATE alembic_version SET version_num = '9999'"))(path)

    with pytest.raises(ReleaseFileNewer), reading(path):
        pass


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    """No file is made by looking for it."""
    with pytest.raises(SourceMissing), reading(tmp_path / "none.pressdesk"):
        pass

    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder_is_named(path: Path) -> None:
    """A file that may not be written to is read, and refuses to be changed."""
    path.chmod(0o444)
    path.parent.chmod(0o555)

    with reading(path) as work:
        assert work.draft(RELEASE).saved_at == NOW
    with pytest.raises(FolderReadOnly), writing(path) as work:
        work.save_draft(RELEASE, replace(draft(), version=2), read_version=1)


def test_a_full_disk_changes_nothing(path: Path) -> None:
    """When SQLite finds no room, the file is as it was."""
    connection_limit = path.stat().st_size // 4096

    with pytest.raises(PressDeskError), writing(path) as work:
        work._connection.exec_driver_sql(f"PRAGMA max_page_count = {connection_limit}")
        for number in range(200):
            work.add_content(RELEASE, replace(content(), place=f"Bodø {number}"))

    with reading(path) as work:
        assert len(work.content_digests(RELEASE)) == 1


def test_a_killed_writer_is_undone_by_the_next_reader(path: Path, tmp_path: Path) -> None:
    """A journal left by a writer that died is rolled back before anything is read."""
    held = sqlite3.connect(path, isolation_level=None)
    held.execute("PRAGMA cache_size = 1")
    held.execute("BEGIN IMMEDIATE")
    held.execute("UPDATE draft SET version = 7")
    for number in range(300):
        held.execute(
            "INSERT INTO content SELECT id, ?, randomblob(3000) FROM release", (f"d{number}",)
        )
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in (path, path.with_name(path.name + "-journal")):
        (killed / file.name).write_bytes(file.read_bytes())
    held.close()

    with reading(killed / path.name) as work:
        assert work.draft(RELEASE).version == 1
        assert len(work.content_digests(RELEASE)) == 1


def test_a_content_that_was_changed_is_not_believed(path: Path) -> None:
    """A version's text that does not fit its hash is not handed out."""
    body = canonical_json({"a": 1})
    _altered(lambda c: c.execute("UPDATE content SET body = ?", (body,)))(path)

    with reading(path) as work:
        assert work.stored(RELEASE).contents == {}
