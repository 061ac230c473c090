"""The desk as people use it: what lies there, bringing things in, and taking copies out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.recognised import Recognised
from pressdesk.services.releases import Place, file_place
from pressdesk.storage import release_file
from pressdesk.storage.desk_list import FILE_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.content import Content, Language
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.domain.overview import Overview
    from pressdesk.services.drafting import Drafting
    from pressdesk.services.reading import SourceBytes
    from pressdesk.storage.desk import Desk
    from pressdesk.storage.workspace import StoredRelease


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWork:
    """Work with the releases on the open desk. Blocking: the window calls it off its thread."""

    desk: Desk
    drafting: Drafting

    def overviews(self) -> tuple[Overview, ...]:
        """Return the lines of the desk, the last changed first."""
        with self.desk.transaction() as work:
            return work.overviews()

    def at(self, release: ReleaseId) -> Place:
        """Return the place of a release on the desk."""
        return Place(
            name=FILE_NAME,
            reading=self.desk.transaction,
            writing=self.desk.transaction,
            guard=self.drafting.guard,
            release=release,
        )

    def open(self, release: ReleaseId) -> StoredRelease:
        """Return a release, its ledger verified.

        Raises:
            ReleaseUnknown, LedgerBroken, ReleaseFileDamaged.
        """
        return self.at(release).read()

    def import_source(self, source: SourceBytes, language: Language | None = None) -> StoredRelease:
        """Make a release on the desk of a loose text or a Word file.

        Raises:
            What ``reading.recognised`` raises, and the identity without a key.
        """
        from pressdesk.services.reading import recognised  # late: the open desk needs no reader

        return self._begin(recognised(source, self.drafting.new_id, language), source)

    def create(self, content: Content) -> StoredRelease:
        """Make a release on the desk of a content that was begun here; raises for want of a key."""
        return self._begin(Recognised(content=content), None)

    def take_in(self, path: Path) -> ReleaseId:
        """Take a ``.pressdesk`` file in: a new release, or one that goes on where ours ends.

        Raises:
            LedgerForked: both copies went on; nothing was changed.
            What reading a file raises.
        """
        release = file_place(path, self.drafting.guard).read()
        self.desk.take_in(release)
        self.drafting.guard.keep_head(release.id, release.head)
        return release.id

    def hand_out(self, release: ReleaseId, target: Path) -> None:
        """Write a release of the desk as a ``.pressdesk`` file.

        Raises:
            TargetExists, FolderReadOnly, DiskFull.
        """
        stored = self.open(release)
        with release_file.new_release_file(target) as work:
            work.add(stored)

    def remove(self, release: ReleaseId) -> StoredRelease:
        """Take a release off the desk and return it, so that ``put_back`` can undo this."""
        with self.desk.transaction() as work:
            stored = work.stored(release)
            work.remove(release)
        return stored

    def put_back(self, release: StoredRelease) -> None:
        """Put a release back that ``remove`` took off."""
        with self.desk.transaction() as work:
            work.add(release)

    def _begin(self, found: Recognised, source: SourceBytes | None) -> StoredRelease:
        with self.desk.transaction() as work:
            release = self.drafting.begin(work, found, source)
        self.drafting.guard.keep_head(release.id, release.head)
        return release
