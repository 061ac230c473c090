"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pressdesk.domain.errors import DiskFull, FolderReadOnly, TargetExists, TargetInUse
from pressdesk.files import explained, write_whole, written_whole


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    """The new bytes stand under the old name, and nothing else is in the folder."""
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")

    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_failure_leaves_what_stood_there(tmp_path: Path) -> None:
    """Whatever goes wrong while writing, the old file stays and no neighbour is left."""
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")

    with pytest.raises(RuntimeError), written_whole(target) as neighbour:
        neighbour.write_bytes(b"half")
        raise RuntimeError

    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_what_a_killed_run_left_is_swept_up_by_the_next(tmp_path: Path) -> None:
    """Old neighbours of the same file; those that may be at work, and other files, stay."""
    target = tmp_path / "a.docx"
    left, busy, other = (
        tmp_path / name
        for name in (".a.docx.0badcafe.tmp", ".a.docx.00c0ffee.tmp", ".b.docx.0badcafe.tmp")
    )
    for one in (left, busy, other):
        one.write_bytes(b"words of a release")
    for one in (left, other):
        os.utime(one, (0, 0))

    write_whole(target, b"new")

    assert sorted(os.listdir(tmp_path)) == [busy.name, other.name, target.name]


def test_history_is_not_overwritten(tmp_path: Path) -> None:
    """Where replacing is not allowed, an existing file refuses, before and after the work."""
    target = tmp_path / "a.txt"

    with pytest.raises(TargetExists), written_whole(target, may_replace=False) as neighbour:
        neighbour.write_bytes(b"mine")
        target.write_bytes(b"theirs, in the meantime")

    assert target.read_bytes() == b"theirs, in the meantime"
    with pytest.raises(TargetExists):
        write_whole(target, b"mine", may_replace=False)
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A folder that is not there is a refusal people understand."""
    with pytest.raises(FolderReadOnly) as refusal:
        write_whole(tmp_path / "nowhere" / "a.txt", b"")

    assert refusal.value.name.endswith("nowhere")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_no_room_is_told_from_no_access(number: int) -> None:
    """A full disk and a full quota are the same to people; anything else is about the folder."""
    assert isinstance(explained(OSError(number, ""), Path("a.txt")), DiskFull)
    assert isinstance(explained(OSError(errno.EACCES, ""), Path("a.txt")), FolderReadOnly)


def test_a_file_open_in_word_is_in_use() -> None:
    """Windows refuses to replace what another program holds: that is not about the folder."""
    held = OSError(errno.EACCES, "")
    held.winerror = 32  # as Windows sets it

    assert isinstance(explained(held, Path("a.docx")), TargetInUse)


def test_a_full_device_leaves_nothing_behind(tmp_path: Path) -> None:
    """A write that finds no room is refused as a full disk, and no neighbour stays."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")

    with pytest.raises(DiskFull), written_whole(tmp_path / "a.txt"):
        Path("/dev/full").write_bytes(b"x")

    assert os.listdir(tmp_path) == []
