"""All journeys of one run, each made when it is first asked for."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from pressdesk.services.desk import DeskWork
    from pressdesk.services.doctor import Doctor
    from pressdesk.services.drafting import Drafting
    from pressdesk.services.exporting import Exporting
    from pressdesk.services.history import History
    from pressdesk.services.identity import Identity, Notify
    from pressdesk.services.releases import Guard, Place
    from pressdesk.services.samples import Samples
    from pressdesk.services.templates import Templates
    from pressdesk.services.texts import Texts
    from pressdesk.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Journeys:
    """What the front ends talk to. ``language`` is that of the interface."""

    identity: Identity
    settings: Settings
    data_folder: Path
    config_folder: Path
    language: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    notify: Notify

    @cached_property
    def guard(self) -> Guard:
        """Decides what to make of ledgers."""
        from pressdesk.services.releases import Guard
        from pressdesk.trust.heads import Heads

        return Guard(self.identity, Heads(self.data_folder / "heads"), self.notify)

    def at(self, path: Path) -> Place:
        """Return the place that the ``.pressdesk`` file at ``path`` is."""
        from pressdesk.services.releases import file_place

        return file_place(path, self.guard)

    @contextmanager
    def open_desk(self) -> Iterator[DeskWork]:
        """Yield the work on the desk of the data folder, which nobody else has meanwhile.

        Raises:
            ReleaseFileInUse, ReleaseFileDamaged, ReleaseFileNewer, FolderReadOnly, DiskFull.
        """
        from pressdesk.storage.desk_claim import claimed_desk

        with claimed_desk(self.data_folder) as path, self.open_claimed_desk(path) as work:
            yield work

    @contextmanager
    def open_claimed_desk(self, path: Path) -> Iterator[DeskWork]:
        """Yield the work on a desk that ``claimed_desk`` gave; raises what ``open_desk`` does."""
        from pressdesk.services.desk import DeskWork
        from pressdesk.storage.desk import opened_desk

        with opened_desk(path) as desk:
            yield DeskWork(desk=desk, drafting=self.drafting)

    @cached_property
    def drafting(self) -> Drafting:
        """Brings texts in and changes them."""
        from pressdesk.services.drafting import Drafting

        return Drafting(
            guard=self.guard,
            identity=self.identity,
            clock=self.clock,
            new_id=self.new_id,
            language=self.language,
        )

    @cached_property
    def templates(self) -> Templates:
        """Starts releases from templates: those that came along, and the user's own."""
        from pressdesk import paths
        from pressdesk.services.templates import Templates

        return Templates(
            shipped_folder=paths.templates(),
            own_folder=self.data_folder / "templates",
            clock=self.clock,
            new_id=self.new_id,
        )

    @cached_property
    def exporting(self) -> Exporting:
        """Writes the files that leave."""
        from pressdesk.services.exporting import Exporting

        return Exporting(clock=self.clock, language=self.language)

    @cached_property
    def texts(self) -> Texts:
        """Gives the bare words of any source."""
        from pressdesk.services.texts import Texts

        return Texts(guard=self.guard)

    @cached_property
    def history(self) -> History:
        """Reads, verifies and hands out ledgers."""
        from pressdesk.services.history import History

        return History(guard=self.guard, language=self.language)

    @cached_property
    def samples(self) -> Samples:
        """Does the main job on a sample release."""
        from pressdesk.services.samples import Samples

        return Samples(
            drafting=self.drafting,
            exporting=self.exporting,
            history=self.history,
            data_folder=self.data_folder,
        )

    @cached_property
    def doctor(self) -> Doctor:
        """Looks at the installation."""
        from pressdesk.services.doctor import Doctor

        return Doctor(data_folder=self.data_folder, language=self.language)
