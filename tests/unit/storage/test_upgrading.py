"""Workspaces of an older PressDesk: read in a copy, upgraded in place, refused when bent."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from pressdesk.domain.errors import DeskDamaged, ReleaseFileDamaged, ReleaseFileNewer
from pressdesk.domain.proofing_notes import ProofingNotes
from pressdesk.storage.desk import open_desk
from pressdesk.storage.desk_list import FILE_NAME, read_overviews
from pressdesk.storage.release_file import new_release_file, reading, writing
from pressdesk.storage.upgrading import OLDER
from pressdesk.storage.version import SCHEMA
from samples import RELEASE, draft

STORED = Path(__file__).resolve().parents[2] / "golden" / "storage"


@pytest.fixture(params=OLDER)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of a file that an older PressDesk wrote."""
    return shutil.copy(STORED / f"schema-{request.param}.pressdesk", tmp_path / "old.pressdesk")


def test_an_old_file_is_read_and_keeps_its_bytes(old: Path) -> None:
    """All that it holds is there, and an archive stays what it was."""
    before = old.read_bytes()

    with reading(old) as work:
        stored = work.stored(RELEASE)

    assert stored.draft == draft()
    assert stored.head.seq == 1
    assert stored.proofing == ProofingNotes()
    assert stored.draft.decisions == {}
    assert stored.attachments == {}
    assert old.read_bytes() == before


def test_an_old_file_is_upgraded_when_it_is_written(old: Path) -> None:
    """After a change it has today's shape, holds what it held, and leaves no file beside it."""
    notes = ProofingNotes(words=("Skift",))

    with writing(old) as work:
        work.save_proofing_notes(RELEASE, notes)

    with reading(old) as work:
        assert work.schema_version() == SCHEMA
        assert work.stored(RELEASE).draft == draft()
        assert work.proofing_notes(RELEASE) == notes
    assert [path.name for path in old.parent.iterdir()] == ["old.pressdesk"]


def test_an_old_desk_is_upgraded_when_it_is_opened(tmp_path: Path) -> None:
    """Releases of yesterday lie on the desk of today."""
    shutil.copy(STORED / "schema-0001.desk.sqlite", tmp_path / FILE_NAME)

    with open_desk(tmp_path) as desk, desk.transaction() as work:
        assert work.schema_version() == SCHEMA
        assert work.stored(RELEASE).draft == draft()


def test_the_lines_of_an_old_desk_are_kept(tmp_path: Path) -> None:
    """They say what they said: no round was open before there were rounds."""
    shutil.copy(STORED / "schema-0001.desk.sqlite", tmp_path / FILE_NAME)

    with open_desk(tmp_path):
        pass

    (line,) = read_overviews(tmp_path)
    assert (line.release, line.title) == (RELEASE, "Nordlys og Fjell bygger sammen")
    assert (line.words, line.partners, line.quotes) == (36, ("Nordlys", "Fjell"), 2)
    assert (line.stale, line.round_number, line.deadline, line.waiting_for) == (0, 0, None, ())


def test_an_old_file_comes_to_the_desk(old: Path, tmp_path: Path) -> None:
    """A partner with an older PressDesk sends a file: it is taken in."""
    with reading(old) as work:
        stored = work.stored(RELEASE)

    with open_desk(tmp_path / "desk") as desk:
        desk.take_in(stored)
        with desk.transaction() as work:
            assert work.stored(RELEASE) == stored


@pytest.mark.parametrize(
    "bend",
    [
        "CREATE TABLE attachment (release TEXT)",
        "CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM ledger; END",
        "DROP TABLE overview",
        "UPDATE alembic_version SET version_num = '0000'",
        "UPDATE alembic_version SET version_num = ''",
        "UPDATE alembic_version SET version_num = x'30303031'",
        "DELETE FROM alembic_version",
        "PRAGMA foreign_keys = OFF; DELETE FROM release",
    ],
)
def test_a_bent_old_file_is_refused_and_left_alone(old: Path, bend: str) -> None:
    """A file that is not of the shape that it names is not migrated."""
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(bend)
    before = old.read_bytes()

    with pytest.raises(ReleaseFileDamaged), reading(old):
        pass
    with pytest.raises(ReleaseFileDamaged), writing(old):
        pass

    assert old.read_bytes() == before


def test_a_bent_old_desk_is_refused_and_left_alone(tmp_path: Path) -> None:
    """What is no desk of ours is said to be damaged."""
    path = Path(shutil.copy(STORED / "schema-0001.desk.sqlite", tmp_path / FILE_NAME))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE VIEW v AS SELECT * FROM draft")

    with pytest.raises(DeskDamaged), open_desk(tmp_path):
        pass


def test_a_newer_file_is_refused(old: Path) -> None:
    """What a newer PressDesk wrote is not guessed at."""
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(ReleaseFileNewer), reading(old):
        pass
    with pytest.raises(ReleaseFileNewer), writing(old):
        pass


def test_saving_notes_does_not_move_the_draft(tmp_path: Path) -> None:
    """The window saves the text every moment: a word for the list must not stop it."""
    path = tmp_path / "a.pressdesk"
    with new_release_file(path) as work:
        work.add_release(RELEASE)
        work.add_draft(RELEASE, draft())
    with writing(path) as work:
        work.save_proofing_notes(RELEASE, ProofingNotes(words=("Skift",)))

    with writing(path) as work:
        work.save_draft(RELEASE, replace(draft(), version=2), read_version=1)

    with reading(path) as work:
        assert work.draft(RELEASE).version == 2
        assert work.proofing_notes(RELEASE).words == ("Skift",)
