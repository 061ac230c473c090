"""The last head of each release that was seen here, kept apart from the ledgers themselves.

A ledger that was cut, or rewritten by the owner of its key, is unbroken by itself; this note
tells. It holds no words of a release.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.ids import Digest, ReleaseId
from pressdesk.files import refusals_explained, write_whole

if TYPE_CHECKING:
    from pathlib import Path

_RELEASE = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_NOTE = re.compile(rb"([1-9][0-9]{0,14}) ([0-9a-f]{64})\n")
_MAX_BYTES = 256


@dataclass(frozen=True, slots=True)
class Seen:
    """The last event that was seen; a damaged note has neither ``seq`` (0) nor ``head``."""

    seq: int = 0
    head: Digest | None = None


class Heads:
    """One small file for each release, in a folder of the data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def last_seen(self, release: ReleaseId) -> Seen | None:
        """Return what was seen last, None for a release that was not seen here."""
        if not _RELEASE.fullmatch(release):
            return None
        try:
            with self._path(release).open("rb") as file:
                note = _NOTE.fullmatch(file.read(_MAX_BYTES))
        except FileNotFoundError:
            return None
        except OSError:
            return Seen()
        return Seen(int(note[1]), Digest(note[2].decode("ascii"))) if note else Seen()

    def remember(
        self, release: ReleaseId, seq: int, head: Digest, *, even_back: bool = False
    ) -> bool:
        """Note what was seen of a ledger that verifies; return whether the note changed.

        A note only moves forward, unless ``even_back`` says that somebody decided otherwise.

        Raises:
            FolderReadOnly: the data folder may not be written to.
            DiskFull: no room left.
        """
        if not _RELEASE.fullmatch(release):
            raise ValueError("a release id is a ULID")
        path, note = self._path(release), b"%d %s\n" % (seq, head.encode("ascii"))
        if not _NOTE.fullmatch(note):
            raise ValueError("a head is the hash of an event that counts from 1")
        seen = self.last_seen(release)
        if seen == Seen(seq, head) or (seen and seen.seq >= seq and not even_back):
            return False
        with refusals_explained(path):
            self._folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, note)
        return True

    def _path(self, release: ReleaseId) -> Path:
        return self._folder / f"{release}.head"
