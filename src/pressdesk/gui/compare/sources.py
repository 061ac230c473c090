"""What can be compared: versions of a release, its text as it stands, and files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.store import Store
    from pressdesk.gui.speech import Speech
    from pressdesk.services.comparing import Comparison, Level, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One text that can be chosen: a file, or a version of a release on the desk.

    ``number`` is None for the text of the release as it stands.
    """

    path: Path | None = None
    release: ReleaseId | None = None
    number: int | None = None
    name: str = ""

    def words(self, speech: Speech) -> str:
        """Return what the source is called."""
        if self.path is not None:
            return self.path.name
        if self.number is None:
            return speech.gettext("The text as it stands")
        if not self.name:
            return speech.gettext("Version {number}").format(number=self.number)
        return speech.gettext("Version {number}: {name}").format(number=self.number, name=self.name)


class CompareWork:
    """What is done to the desk; everything here is called on the store lane."""

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store

    def sources(self, release: ReleaseId | None) -> tuple[Source, ...]:
        """Return what a release offers, the oldest first; nothing where there is none."""
        if release is None:
            return ()
        store = self._store()
        versions = store.journeys.history.versions(store.desk.at(release))
        return (
            *(Source(release=release, number=one.number, name=one.saved.name) for one in versions),
            Source(release=release),
        )

    def compare(self, old: Source, new: Source, level: Level) -> Comparison:
        """Return what differs; raises what ``Comparing.compare`` raises."""
        from pressdesk.services.comparing import compared

        return compared(self._side(old), self._side(new), level)

    def _side(self, source: Source) -> Side:
        store = self._store()
        comparing = store.journeys.comparing
        if source.release is not None:
            return comparing.version(store.desk.at(source.release), source.number)
        return comparing.side(str(source.path))
