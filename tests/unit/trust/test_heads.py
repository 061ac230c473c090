"""What was seen before, kept apart from the ledger."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.errors import FolderReadOnly
from pressdesk.domain.ids import Digest, ReleaseId
from pressdesk.trust.heads import Heads, Seen
from pressdesk.trust.verify import verify_events
from unit.trust.chains import OTHER_RELEASE, RELEASE, sample_ledger

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND, THIRD = (Digest(letter * 64) for letter in "abc")


@pytest.fixture
def heads(tmp_path: Path) -> Heads:
    return Heads(tmp_path / "data" / "heads")


def note(tmp_path: Path) -> Path:
    return tmp_path / "data" / "heads" / f"{RELEASE}.head"


def test_a_head_is_remembered_by_release(heads: Heads, tmp_path: Path) -> None:
    """In a file of its own, which says number and hash and nothing else."""
    assert heads.last_seen(RELEASE) is None

    assert heads.remember(RELEASE, 3, FIRST)

    assert heads.last_seen(RELEASE) == Seen(3, FIRST)
    assert heads.last_seen(OTHER_RELEASE) is None
    assert [path.name for path in note(tmp_path).parent.iterdir()] == [f"{RELEASE}.head"]
    assert note(tmp_path).read_bytes() == b"3 " + b"a" * 64 + b"\n"


def test_it_only_moves_forward_unless_told(heads: Heads) -> None:
    """Neither a shorter nor another history replaces what was seen, until somebody decides."""
    heads.remember(RELEASE, 3, FIRST)

    assert not heads.remember(RELEASE, 3, FIRST)
    assert not heads.remember(RELEASE, 3, SECOND)
    assert not heads.remember(RELEASE, 2, SECOND)
    assert heads.last_seen(RELEASE) == Seen(3, FIRST)
    assert heads.remember(RELEASE, 4, SECOND)
    assert heads.remember(RELEASE, 2, THIRD, even_back=True)
    assert heads.last_seen(RELEASE) == Seen(2, THIRD)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"3",
        b"3 " + b"a" * 63 + b"\n",
        b"3 " + b"a" * 64,
        b"0 " + b"a" * 64 + b"\n",
        b"-3 " + b"a" * 64 + b"\n",
        b"3 " + b"A" * 64 + b"\n",
        b"3 " + b"a" * 64 + b"\n\n",
        b"9" * 5000,
        bytes(100),
        "٣ ".encode() + b"a" * 64 + b"\n",
    ],
)
def test_a_damaged_note_is_unknown_and_said_so(heads: Heads, tmp_path: Path, damage: bytes) -> None:
    """It stops nothing, is reported, and the next head is noted over it."""
    ledger = sample_ledger(length=5)
    heads.remember(RELEASE, 3, FIRST)
    note(tmp_path).write_bytes(damage)

    found = verify_events(ledger.events, ledger.keys, seen=heads.last_seen(RELEASE))

    assert [one.code for one in found.problems] == ["seen_unreadable"]
    assert found.unbroken
    assert found.is_expected
    assert heads.remember(RELEASE, 1, SECOND)
    assert heads.last_seen(RELEASE) == Seen(1, SECOND)


@pytest.mark.parametrize(
    "release", ["../../etc/passwd", "", "01J8", RELEASE.lower(), RELEASE + "\n"]
)
def test_a_name_that_is_no_ulid_reaches_no_file(heads: Heads, release: str) -> None:
    """A hostile release id is not a path."""
    assert heads.last_seen(ReleaseId(release)) is None
    with pytest.raises(ValueError, match="ULID"):
        heads.remember(ReleaseId(release), 1, FIRST)


@pytest.mark.parametrize(("seq", "head"), [(0, FIRST), (-1, FIRST), (1, "a"), (1, "A" * 64)])
def test_what_is_no_head_is_not_noted(heads: Heads, seq: int, head: str) -> None:
    """A bug must not become a damaged note."""
    with pytest.raises(ValueError, match="a head is"):
        heads.remember(RELEASE, seq, Digest(head))


def test_a_data_folder_that_cannot_be_written_is_a_failure_one_can_tell(tmp_path: Path) -> None:
    """The journey decides whether it goes on."""
    blocked = tmp_path / "data"
    blocked.write_bytes(b"")
    heads = Heads(blocked / "heads")

    with pytest.raises(FolderReadOnly):
        heads.remember(RELEASE, 1, FIRST)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_a_failure_one_can_tell(heads: Heads, tmp_path: Path) -> None:
    """What was noted stays."""
    heads.remember(RELEASE, 1, FIRST)
    note(tmp_path).parent.chmod(0o500)

    with pytest.raises(FolderReadOnly):
        heads.remember(RELEASE, 2, SECOND)

    note(tmp_path).parent.chmod(0o700)
    assert heads.last_seen(RELEASE) == Seen(1, FIRST)
