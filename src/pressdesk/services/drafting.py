"""From loose text to a structured release, and the changes that follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.draft import Draft, ImportNotes
from pressdesk.domain.ids import BlockId, ReleaseId
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.payloads import ReleaseCreated
from pressdesk.domain.recognised import Recognised
from pressdesk.i18n.catalogue import catalogue
from pressdesk.services.editing import NewId, with_words
from pressdesk.services.fields import Change, with_changes
from pressdesk.services.releases import Guard, Place, Recorder
from pressdesk.storage import release_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.content import Content, Language, Partner
    from pressdesk.services.identity import Identity
    from pressdesk.services.reading import SourceBytes
    from pressdesk.storage.workspace import StoredRelease, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """Bring a text in and change it."""

    guard: Guard
    identity: Identity
    clock: Callable[[], datetime]
    new_id: NewId
    language: str

    def import_source(
        self, source: SourceBytes, target: Path, language: Language | None = None
    ) -> StoredRelease:
        """Make a new ``.pressdesk`` file of a loose text; the draft's notes say how it was read.

        Raises:
            TargetExists, FolderReadOnly, DiskFull: nothing was written.
            What ``reading.recognised`` raises for bad sources, and the identity without a key.
        """
        from pressdesk.services.reading import recognised  # late: the open desk needs no reader

        release_file.refuse_target(target)
        found = recognised(source, self.new_id, language)
        with release_file.new_release_file(target) as work:
            release = self.begin(work, found, source)
        self.guard.keep_head(release.id, release.head)
        return release

    def create_file(self, content: Content, target: Path) -> StoredRelease:
        """Make a new ``.pressdesk`` file of a content that was begun here, and return the release.

        Raises:
            TargetExists, FolderReadOnly, DiskFull: nothing was written.
            What the identity raises without a key.
        """
        release_file.refuse_target(target)
        with release_file.new_release_file(target) as work:
            release = self.begin(work, Recognised(content=content))
        self.guard.keep_head(release.id, release.head)
        return release

    def begin(
        self, work: Work, found: Recognised, source: SourceBytes | None = None
    ) -> StoredRelease:
        """Put a new release into a workspace, its first version signed, and return it.

        ``source`` is the file it was made from, None for one that was begun here.

        Raises:
            What the identity raises without a key.
        """
        release = ReleaseId(self.new_id())
        notes = ImportNotes.of(found)
        draft = Draft(contents=(found.content,), version=1, saved_at=self.clock(), notes=notes)
        work.add_release(release)
        work.add_draft(release, draft)
        recorder = Recorder(work, work.stored(release), self.identity.ledger_writer)
        pen = self._first_pen(found.content, source)
        created = ReleaseCreated(
            release=release,
            source_name=source.name if source else None,
            source_sha256=source.sha256 if source else None,
            pen=pen.id if pen else None,
        )
        recorder.record(EventKind.RELEASE_CREATED, created.to_json())
        _ = catalogue(self.language).gettext
        recorder.save_revision(_("Import") if source else _("Start"))
        return work.stored(release)

    def _first_pen(self, content: Content, source: SourceBytes | None) -> Partner | None:
        """Return the first partner where the order was agreed here, else the actor's own."""
        if source is None:
            return next(iter(content.partners), None)
        return content.partner_called(self.identity.actor.organisation)

    def edit(self, place: Place, block: BlockId, words: str, language: Language | None) -> Draft:
        """Return the draft with the words of one block replaced, and save it.

        Raises:
            BlockUnknown, TextMissing, LanguageMissing, and what opening a file raises.
        """
        return self._change(
            place, language, lambda content: with_words(content, block, words, self.new_id)
        )

    def set(self, place: Place, changes: Sequence[Change], language: Language | None) -> Draft:
        """Return the draft with named fields changed, and save it.

        Raises:
            What ``fields.with_changes`` raises, LanguageMissing, and what opening a file raises.
        """
        return self._change(
            place, language, lambda content: with_changes(content, changes, self.new_id)
        )

    def save(self, place: Place, contents: tuple[Content, ...], *, read_version: int) -> Draft:
        """Return the draft with all its words, and save it.

        Raises:
            DraftMoved: somebody saved since ``read_version``; nothing was written.
            What opening and writing the place raise.
        """
        with place.writing() as work:
            release = place.release or work.releases()[0]
            before = work.draft(release)
            after = replace(
                before, contents=contents, version=read_version + 1, saved_at=self.clock()
            )
            work.save_draft(release, after, read_version=read_version)
        return after

    def save_over(self, place: Place, contents: tuple[Content, ...]) -> Draft:
        """Save over what somebody else saved; that is kept as a version first.

        Raises:
            What ``save`` raises, and the identity without a key.
        """
        with place.recording() as recorder:
            recorder.save_revision(catalogue(self.language).gettext("Before another draft"))
            version = recorder.release.draft.version
        return self.save(place, contents, read_version=version)

    def _change(
        self, place: Place, language: Language | None, change: Callable[[Content], Content]
    ) -> Draft:
        with place.drafting() as (work, release):
            before = release.draft
            changed = before.with_content(change(before.content(language)))
            after = replace(changed, version=before.version + 1, saved_at=self.clock())
            work.save_draft(release.id, after, read_version=before.version)
        return after
