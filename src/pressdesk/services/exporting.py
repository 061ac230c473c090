"""Writing the files that leave, and looking at each of them again before it does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.canonical import Json, sha256
from pressdesk.domain.content_json import content_from_json
from pressdesk.domain.errors import ExportNotClean, ExportNotEqual, NotFrozen, UnknownTarget
from pressdesk.domain.freezing import frozen, is_frozen
from pressdesk.domain.history import revisions
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.oslo import oslo_time
from pressdesk.domain.payloads import Exported
from pressdesk.files import written_whole
from pressdesk.i18n.catalogue import catalogue
from pressdesk.word.checking import is_text_equal
from pressdesk.word.labels import Labels
from pressdesk.word.naming import file_name
from pressdesk.word.scan import ScanKind, scan
from pressdesk.word.writing import Layout, document

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.content import Content, Language
    from pressdesk.domain.freezing import Frozen
    from pressdesk.domain.ids import Digest
    from pressdesk.services.releases import Place
    from pressdesk.services.stored import StoredRelease

SUFFIX = ".docx"
CHECKED_FOR = tuple(kind.value for kind in ScanKind)
"""What every file that leaves is scanned for; ``ScanKind`` says what each means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was written, read again, found equal, and found clean."""

    path: Path
    is_draft: bool
    sha256: Digest

    def to_json(self) -> dict[str, Json]:
        """Return what ``export --json`` prints."""
        return {
            "path": str(self.path),
            "format": SUFFIX.removeprefix("."),
            "draft": self.is_draft,
            "text_equal": True,
            "scan": {"findings": []},
            "sha256": self.sha256,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporting:
    """Write Word files of a release."""

    clock: Callable[[], datetime]
    language: str

    def export(
        self, place: Place, target: Path, *, is_draft: bool, language: Language | None = None
    ) -> Written:
        """Write the Word file of the release at ``place`` and record that it was written.

        Shape: ``target`` is a name in .docx, or a folder, in which the file is named by rule.

        Raises:
            NotFrozen: a final file, and the text in hand is not frozen; nothing was written.
            UnknownTarget: another kind of file.
            ExportNotEqual, ExportNotClean: the file was removed again.
            FolderReadOnly, DiskFull, LanguageMissing, and what opening and signing raise.
        """
        if not target.is_dir() and target.suffix.lower() != SUFFIX:
            raise UnknownTarget(name=target.name, wanted=SUFFIX)
        release = place.read()
        content = release.draft.content(language)
        if not is_draft:
            _refuse_unfrozen(release)
        named = self._named(target, content, is_draft=is_draft)
        return self._write(place, named, language, is_draft=is_draft)

    def suggested_name(self, content: Content, *, is_draft: bool = True) -> str:
        """Return the name by rule that a draft's file gets, or the final one's."""
        today = oslo_time(self.clock()).date()
        return file_name(content, today=today, is_draft=is_draft, suffix=SUFFIX)

    def lay_out(self, content: Content, target: Path, layout: Layout) -> Digest:
        """Write the Word file of ``content``, checked in every way, and return its hash.

        Raises:
            ExportNotEqual, ExportNotClean: it was removed again.
            FolderReadOnly, DiskFull: it could not be written.
        """
        with written_whole(target) as neighbour:
            return self._fill(neighbour, target, content, layout)

    def _write(
        self, place: Place, target: Path, language: Language | None, *, is_draft: bool
    ) -> Written:
        # The record is stored before the file gets its name: no file leaves without a record.
        with written_whole(target) as neighbour, place.recording() as recorder:
            release = recorder.release
            if is_draft:
                content = release.draft.content(language)
                number = recorder.save_revision(catalogue(self.language).gettext("Export")).number
            else:
                final = _refuse_unfrozen(release)
                content, number = _frozen_content(release, final, language), final.number
            layout = Layout.DRAFT if is_draft else Layout.FINAL
            digest = self._fill(neighbour, target, content, layout)
            exported = Exported(
                format=SUFFIX.removeprefix("."),
                is_draft=is_draft,
                language=content.language.value,
                file_name=target.name,
                sha256=digest,
                revision=number,
            )
            recorder.record(EventKind.EXPORTED, exported.to_json())
        return Written(path=target, is_draft=is_draft, sha256=digest)

    def _fill(self, neighbour: Path, target: Path, content: Content, layout: Layout) -> Digest:
        data = document(content, layout=layout, at=self.clock())
        neighbour.write_bytes(data)
        if not is_text_equal(neighbour, content, layout):
            raise ExportNotEqual(name=target.name)
        for finding in scan(neighbour, allowed_creator=Labels(content).senders()):
            raise ExportNotClean(name=target.name, finding=finding.kind.value)
        return sha256(data)

    def _named(self, target: Path, content: Content, *, is_draft: bool) -> Path:
        if not target.is_dir():
            return target
        today = oslo_time(self.clock()).date()
        return target / file_name(content, today=today, is_draft=is_draft, suffix=SUFFIX)


def _refuse_unfrozen(release: StoredRelease) -> Frozen:
    """Return the freeze of the text in hand.

    Raises:
        NotFrozen: there is none, or the text was changed since, or an approval taken back.
    """
    final = frozen(release.events)
    if final is None or not is_frozen(release.events, release.draft.contents):
        raise NotFrozen
    return final


def _frozen_content(release: StoredRelease, final: Frozen, language: Language | None) -> Content:
    """Return the text that was frozen, from the version itself and not from the draft."""
    wanted = release.draft.content(language).language.value
    saved = next(one for one in revisions(release.events) if one.hash == final.revision)
    return content_from_json(json.loads(release.contents[dict(saved.saved.contents)[wanted]]))
