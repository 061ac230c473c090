"""The gate: what still stands between a text and its distribution, and the freeze."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.changed_words import change, kept_contents, words_of, words_with_hash
from pressdesk.domain.content import OPENING_DASHES, OPENING_MARKS
from pressdesk.domain.errors import NameMissing, OverrideIncomplete, ReasonMissing
from pressdesk.domain.freezing import Frozen, Overridden, frozen, is_frozen
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.preflight import Gap, GapCode, OpenPlaceholder, preflight
from pressdesk.domain.records import to_json
from pressdesk.i18n.catalogue import catalogue
from pressdesk.i18n.gaps import gap_words
from pressdesk.services.decisions import record_decisions
from pressdesk.services.remaining import placeholders
from pressdesk.services.typed_words import typed_name, typed_words
from pressdesk.textops.normalise import plain_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.changed_words import WordChange
    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.services.releases import Place, Recorder
    from pressdesk.services.stored import StoredRelease

_LONGEST_PLACE = 60
_AROUND = OPENING_DASHES + OPENING_MARKS + " "


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that is missing, and the sentence about it.

    ``language`` is that of the text. ``change`` is what became of approved words.
    """

    gap: Gap
    message: str
    language: str
    change: WordChange | None = None

    @property
    def block(self) -> BlockId | None:
        """Where one mends it, if it is a place in the text."""
        return self.gap.block

    def to_json(self) -> dict[str, Json]:
        """Return what ``preflight --json`` prints of it."""
        return {
            "code": self.gap.code.value,
            "failure": self.gap.failure,
            "message": self.message,
            "block": self.block,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What keeps a text from being frozen, and what is worth a look, in reading order."""

    blocking: tuple[Missing, ...]
    warnings: tuple[Missing, ...]

    @property
    def is_ready(self) -> bool:
        """Whether the text can be frozen without an override."""
        return not self.blocking

    def to_json(self) -> dict[str, Json]:
        """Return what ``preflight --json`` prints."""
        return {
            "ready": self.is_ready,
            "blocking": [one.to_json() for one in self.blocking],
            "warnings": [one.to_json() for one in self.warnings],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Somebody takes the responsibility for freezing a text although something is missing."""

    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeOutcome:
    """What became of the wish to freeze: ``frozen`` is None where something is missing.

    ``overridden`` is what the ledger says of the responsibility, where it was needed.
    """

    readiness: Readiness
    frozen: Frozen | None = None
    overridden: Overridden | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Look whether a text is ready, and freeze it. ``language`` is that of the sentences."""

    language: str

    def preflight(self, place: Place) -> Readiness:
        """Return what is missing in all languages of the text; raises what reading does."""
        return self.readiness(place.read())

    def readiness(
        self,
        release: StoredRelease,
        contents: Sequence[Content] | None = None,
        decided: Mapping[str, bool] | None = None,
    ) -> Readiness:
        """Return what is missing in ``contents``, by default the working draft's.

        ``decided`` are the proposals that it has accepted or rejected.
        """
        look = _Look(release, self.language)
        chosen = release.draft.contents if contents is None else contents
        return look.at(chosen, release.draft.decisions if decided is None else decided)

    def freeze(self, place: Place, override: Override | None = None) -> FreezeOutcome:
        """Freeze the working draft: final files are made from exactly these words.

        Nothing is written where something is missing and nobody takes the responsibility, or
        where exactly this text is frozen already.

        Raises:
            OverrideIncomplete, WordsTooLong: an override without reason or name.
            What reading and signing raise.
        """
        taken = _complete(override)
        if taken is None:
            before = place.read()
            if (settled := self._settled(before)) is not None:
                return settled
        with place.recording() as recorder:
            if (settled := self._settled(recorder.release, taken)) is not None:
                return settled
            readiness = self.readiness(recorder.release)
            return self._freeze(recorder, readiness, taken)

    def _settled(
        self, release: StoredRelease, override: Override | None = None
    ) -> FreezeOutcome | None:
        """Return the outcome where there is nothing to write; None where there is."""
        readiness = self.readiness(release)
        if is_frozen(release.events, release.draft.contents):
            return FreezeOutcome(readiness=readiness, frozen=frozen(release.events))
        if not readiness.is_ready and override is None:
            return FreezeOutcome(readiness=readiness)
        return None

    def _freeze(
        self, recorder: Recorder, readiness: Readiness, override: Override | None
    ) -> FreezeOutcome:
        # Answers to a closed round come late, and no later round records what became of them.
        name = catalogue(self.language).gettext("Frozen")
        saved = record_decisions(recorder, name, recorder.draft.decisions)
        overridden: Overridden | None = None
        if override is not None and not readiness.is_ready:
            overridden = Overridden(
                revision=saved.hash,
                by=override.by,
                reason=override.reason,
                gaps=tuple(map(_named, readiness.blocking)),
            )
            recorder.record(EventKind.OVERRIDDEN, to_json(overridden))
        final = Frozen(revision=saved.hash, number=saved.number)
        recorder.record(EventKind.FROZEN, to_json(final))
        return FreezeOutcome(readiness=readiness, frozen=final, overridden=overridden)


class _Look:
    """One look at a release; its kept texts are read once, and only as far as something asks."""

    def __init__(self, release: StoredRelease, language: str) -> None:
        self._release = release
        self._language = language
        self._unread = kept_contents(release.events, release.contents)
        self._read: list[Content] = []

    def at(self, contents: Sequence[Content], decided: Mapping[str, bool]) -> Readiness:
        """Return what is missing in all the contents, each thing once."""
        blocking: dict[Gap, Missing] = {}
        warnings: dict[Gap, Missing] = {}
        for content in contents:
            found = preflight(
                self._release.events,
                content,
                decided=decided,
                placeholders=[
                    OpenPlaceholder(block=one.block, words=one.text)
                    for one in placeholders(content)
                ],
            )
            for gaps, known in ((found.blocking, blocking), (found.warnings, warnings)):
                for gap in gaps:
                    known.setdefault(gap, self._said(gap, content))
        return Readiness(blocking=tuple(blocking.values()), warnings=tuple(warnings.values()))

    def _said(self, gap: Gap, content: Content) -> Missing:
        changed = self._change(gap, content)
        message = gap_words(gap, self._language, place=_beginning(content, gap), change=changed)
        return Missing(gap=gap, message=message, language=content.language.value, change=changed)

    def _change(self, gap: Gap, content: Content) -> WordChange | None:
        given = gap.standing.given if gap.standing else None
        if gap.code not in _CHANGED or given is None or gap.block is None:
            return None
        now = words_of(content, gap.block)
        approved = words_with_hash(given.content_hash, self._kept_contents())
        return change(approved, now) if approved is not None and now is not None else None

    def _kept_contents(self) -> Iterator[Content]:
        yield from tuple(self._read)
        for content in self._unread:
            self._read.append(content)
            yield content


_CHANGED = (GapCode.QUOTE_CHANGED, GapCode.BOILERPLATE_CHANGED)


def _beginning(content: Content, gap: Gap) -> str:
    """Return how the place begins that a gap is about; nothing where it is not one block."""
    texts = [one.texts for one in content.blocks if one.id == gap.block]
    texts += [one.paragraphs for one in content.boilerplates if one.id == gap.block]
    first = next((text.plain for found in texts for text in found if text), "")
    words = plain_form(first).strip(_AROUND)
    if len(words) <= _LONGEST_PLACE:
        return words.rstrip(".,")
    return words[:_LONGEST_PLACE].rsplit(" ", 1)[0].rstrip(" ,.;:–") + " …"


def _named(missing: Missing) -> str:
    """Return a gap as the ledger names it, the same in every language of the interface."""
    gap = missing.gap
    count = f"×{gap.count}" if gap.count > 1 else ""
    parts = (gap.code.value, missing.language, missing.block, gap.who, count)
    return " ".join(part for part in parts if part)


def _complete(override: Override | None) -> Override | None:
    if override is None:
        return None
    try:
        return Override(
            reason=typed_words(override.reason, ReasonMissing()), by=typed_name(override.by)
        )
    except (ReasonMissing, NameMissing) as lacking:
        raise OverrideIncomplete from lacking
