"""Answers that come to the desk: which of its releases a Word file is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.errors import (
    AnswerOfOtherRelease,
    AnswerRefused,
    PressDeskError,
    SourceEmpty,
    SourceMissing,
    SourceTooLarge,
    WordFileError,
)
from pressdesk.domain.ledger import EventKind
from pressdesk.services.reading import read_bytes
from pressdesk.services.sorting import Sorting
from pressdesk.word.manifest import manifest_in
from pressdesk.word.reading import read_marked_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.services.desk import DeskWork
    from pressdesk.storage.workspace import StoredRelease
    from pressdesk.word.reading import MarkedDocument

_SUFFIX = ".docx"


def addressee(desk: DeskWork, path: Path, first: ReleaseId | None = None) -> ReleaseId | None:
    """Return the release on the desk that a Word file answers; None where it is no answer.

    A file that no longer says where it belongs is compared with what was sent, that of the
    release ``first`` before the others.

    Raises:
        AnswerOfOtherRelease: it says that it answers a release that is not on the desk.
    """
    document = _document(path)
    if document is None:
        return None
    here = [one.release for one in desk.overviews()]
    manifest = manifest_in(document)
    if manifest is not None:
        if manifest.ticket.release not in here:
            raise AnswerOfOtherRelease(name=path.name)
        return manifest.ticket.release
    here.sort(key=lambda release: release != first)
    for release in _with_rounds(desk, here):
        if _is_like(release, path.name, document):
            return release.id
    return None


def _document(path: Path) -> MarkedDocument | None:
    if path.suffix.lower() != _SUFFIX:
        return None
    try:
        return read_marked_bytes(path.name, read_bytes(path).data)
    except (SourceMissing, SourceEmpty, SourceTooLarge, WordFileError):
        return None  # whoever takes it in as a source says what is wrong with it


def _with_rounds(desk: DeskWork, here: list[ReleaseId]) -> Iterator[StoredRelease]:
    for release in here:
        try:
            stored = desk.open(release)
        except PressDeskError:
            continue  # a release that cannot be opened gets no answers
        if any(event.header.kind is EventKind.ROUND_OPENED for event in stored.events):
            yield stored


def _is_like(release: StoredRelease, name: str, document: MarkedDocument) -> bool:
    try:
        Sorting(release).sort(name, document)
    except AnswerRefused:
        return False
    return True
