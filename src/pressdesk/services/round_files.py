"""The files of a round: written beside their names first, named when the round is recorded."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Self

from pressdesk.domain.errors import RoundFilesMissing, WriteError
from pressdesk.files import refusals_explained, written_whole

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType


class StagedFiles:
    """New files of one folder. A context manager: what was not named by its end is gone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._staged: list[tuple[Path, AbstractContextManager[Path]]] = []
        self._made_folder = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        was_staged = bool(self._staged)
        while self._staged:
            _, writing = self._staged.pop()
            _dropped(writing)
        if self._made_folder and (was_staged or error is not None):
            with suppress(OSError):
                self._folder.rmdir()

    def stage(self, name: str, data: bytes) -> None:
        """Write ``data`` to the disk, without its name yet.

        Raises:
            TargetExists, FolderReadOnly, DiskFull: it cannot be written.
        """
        if not self._staged and not self._folder.exists():
            with refusals_explained(self._folder / name):
                self._folder.mkdir(parents=True)
            self._made_folder = True
        target = self._folder / name
        writing = written_whole(target, may_replace=False)
        neighbour = writing.__enter__()
        self._staged.append((target, writing))
        with refusals_explained(target):
            neighbour.write_bytes(data)

    def put_in_place(self) -> tuple[Path, ...]:
        """Give all files their names, and return them.

        Raises:
            RoundFilesMissing: some of them could not get theirs; the others have.
        """
        done: list[Path] = []
        failed: list[str] = []
        while self._staged:
            target, writing = self._staged.pop(0)
            try:
                writing.__exit__(None, None, None)
                done.append(target)
            except WriteError:
                failed.append(target.name)
        if failed:
            raise RoundFilesMissing(names=", ".join(failed), folder=str(self._folder))
        return tuple(done)


class _NotWantedError(Exception):
    """Ends the writing of a file that is not wanted after all."""


def _dropped(writing: AbstractContextManager[Path]) -> None:
    unwanted = _NotWantedError()
    with suppress(_NotWantedError):
        writing.__exit__(_NotWantedError, unwanted, None)
