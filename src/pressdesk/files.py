"""Files that are written whole or not at all, and what the system's refusals mean."""

from __future__ import annotations

import errno
import os
import re
import secrets
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pressdesk.domain.errors import (
    DiskFull,
    FolderReadOnly,
    NameRefused,
    TargetExists,
    TargetInUse,
    WriteError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_ABANDONED_S = 3_600
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_NAME = {errno.ENAMETOOLONG, errno.EINVAL}
_HELD_OPEN = {32, 33}
"""Windows: a sharing or lock violation, as when the file is open in Word."""
_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


@contextmanager
def written_whole(target: Path, *, may_replace: bool = True) -> Iterator[Path]:
    """Yield a new empty neighbour of ``target`` that takes its place when the block ends well.

    The neighbour is flushed to the disk first. If anything fails, it is removed and ``target``
    is as it was.

    Raises:
        TargetExists: ``target`` is there and may not be replaced.
        FolderReadOnly: the folder is missing, or may not be written to.
        DiskFull: no room left.
        TargetInUse: another program holds ``target`` open.
    """
    if not may_replace:
        refuse_existing(target)
    neighbour = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        with refusals_explained(target):
            _sweep(target)
            os.close(os.open(neighbour, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            yield neighbour
            _flush(neighbour)
            _put_in_place(neighbour, target, may_replace=may_replace)
            _flush_folder(target.parent)
    finally:
        for left_over in (neighbour, neighbour.with_name(neighbour.name + "-journal")):
            with suppress(OSError):
                left_over.unlink()


def _sweep(target: Path) -> None:
    """Remove what runs that were killed have left of the same file; younger ones may be at work."""
    ours = re.compile(re.escape(f".{target.name[:100]}.") + r"[0-9a-f]{8}\.tmp")
    with suppress(OSError), os.scandir(target.parent) as entries:
        for one in entries:
            if ours.fullmatch(one.name) and _is_abandoned(one):
                Path(one.path).unlink()


def _is_abandoned(entry: os.DirEntry[str]) -> bool:
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > _ABANDONED_S


def refuse_existing(target: Path) -> None:
    """Raise TargetExists when something stands there already, before work is begun in vain."""
    with refusals_explained(target):
        is_there = target.exists()
    if is_there:
        raise TargetExists(name=target.name)


def write_whole(target: Path, data: bytes, *, may_replace: bool = True) -> None:
    """Write ``data`` to ``target`` by ``written_whole``; raises what that raises."""
    with written_whole(target, may_replace=may_replace) as neighbour:
        neighbour.write_bytes(data)


@contextmanager
def refusals_explained(target: Path) -> Iterator[None]:
    """Turn the system's refusals to write ``target`` into PressDesk's errors."""
    try:
        yield
    except OSError as error:
        raise explained(error, target) from error


def explained(error: OSError, target: Path) -> WriteError:
    """Return what ``error`` means for somebody who wants to write ``target``."""
    if error.errno in _NO_ROOM:
        return DiskFull(name=target.name)
    if error.errno in _NO_NAME:
        return NameRefused(name=f"{target.name[:40]}…")
    if getattr(error, "winerror", None) in _HELD_OPEN:
        return TargetInUse(name=target.name)
    return FolderReadOnly(name=str(target.parent))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; systems that cannot flush a folder do so by themselves."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _put_in_place(neighbour: Path, target: Path, *, may_replace: bool) -> None:
    if may_replace:
        neighbour.replace(target)
        return
    try:
        os.link(neighbour, target)
    except FileExistsError as error:
        raise TargetExists(name=target.name) from error
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        neighbour.rename(target)
