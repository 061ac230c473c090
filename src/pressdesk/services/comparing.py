"""What differs between two texts: versions of a release, or any two files."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressdesk.domain.content_json import content_from_json
from pressdesk.domain.errors import LanguageMissing, VersionUnknown
from pressdesk.domain.history import revisions
from pressdesk.services.reading import is_release_file
from pressdesk.services.releases import file_place
from pressdesk.textops.diff import Hunk, Level, Op, diff
from pressdesk.textops.pairing import Pair, PairKind, Paragraph, paired
from pressdesk.word.lines import FACTS, lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.content import Content, Language
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.services.releases import Guard, Place
    from pressdesk.services.texts import Texts
    from pressdesk.storage.workspace import StoredRelease

__all__ = ["ComparedBlock", "Comparing", "Comparison", "Hunk", "Level", "Op", "PairKind", "Side"]

BETWEEN = "\n"
"""What stands between the paragraphs of one block: where it was split, or two ran together."""
_VERSION = re.compile(r"(?P<name>.+)@(?P<number>[0-9]{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two texts; ``release`` is the release that it is a version of, if it is one."""

    paragraphs: tuple[Paragraph, ...]
    release: ReleaseId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedBlock:
    """What became of a paragraph.

    Shape: ``old`` and ``new`` are its words, None where it is not there; of one that was split,
    or of several that ran together, the paragraphs with ``BETWEEN`` between them. The hunks are
    both, in order.
    """

    kind: PairKind
    old: str | None
    new: str | None
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs, paragraph by paragraph: in the order of the new text."""

    blocks: tuple[ComparedBlock, ...]

    @property
    def counts(self) -> Mapping[PairKind, int]:
        """How many paragraphs there are of each kind."""
        return Counter(block.kind for block in self.blocks)

    def shape(self) -> dict[str, Json]:
        """Return what ``compare --json`` prints."""
        return {
            "blocks": [
                {
                    "kind": block.kind.value,
                    "old": block.old,
                    "new": block.new,
                    "hunks": [{"op": hunk.op.value, "text": hunk.text} for hunk in block.hunks],
                }
                for block in self.blocks
            ]
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparing:
    """Compare what people bring."""

    guard: Guard
    texts: Texts

    def compare(
        self,
        old: str,
        new: str,
        *,
        level: Level = Level.WORD,
        language: Language | None = None,
    ) -> Comparison:
        """Return what differs between two sources: files by their path, versions as ``FILE@2``.

        Raises:
            VersionUnknown, LanguageMissing, and what ``Texts.read`` raises.
        """
        return compared(self.side(old, language), self.side(new, language), level)

    def side(self, source: str, language: Language | None = None) -> Side:
        """Return one text as it is compared; raises what ``compare`` raises.

        Of a release, what its Word file would say. A name with an at sign is a file where there
        is one of that name.
        """
        path = Path(source)
        found = _VERSION.fullmatch(source)
        if found and not path.exists() and is_release_file(Path(found["name"])):
            place = file_place(Path(found["name"]), self.guard)
            return self.version(place, int(found["number"]), language)
        if is_release_file(path):
            return self.version(file_place(path, self.guard), None, language)
        words = self.texts.read(path).paragraphs
        return Side(paragraphs=tuple(Paragraph(text=one) for one in words))

    def version(
        self, place: Place, number: int | None = None, language: Language | None = None
    ) -> Side:
        """Return a version of a release, by default the draft as it stands.

        Raises:
            VersionUnknown, LanguageMissing, and what ``Place.read`` raises.
        """
        release = place.read()
        content = (
            release.draft.content(language)
            if number is None
            else _version(release, place.name, number, language)
        )
        return side_of_content(content, release.id)


def side_of_content(content: Content, release: ReleaseId | None = None) -> Side:
    """Return a text of a release, its paragraphs with the ids that they keep."""
    found = [(line.anchor, line.text.plain) for line in lines(content)]
    times: Counter[str] = Counter()
    paragraphs = []
    for anchor, words in found:
        key = None if anchor == FACTS else f"{anchor}/{times[anchor]}"
        times[anchor] += 1
        paragraphs.append(Paragraph(text=words, key=key))
    return Side(paragraphs=tuple(paragraphs), release=release)


def compared(old: Side, new: Side, level: Level = Level.WORD) -> Comparison:
    """Return what differs between two texts."""
    before, after = old.paragraphs, new.paragraphs
    if old.release is None or old.release != new.release:
        before, after = _without_keys(before), _without_keys(after)
    else:
        before, after = _of_one_shape(before, after), _of_one_shape(after, before)
    pairs = paired(before, after)
    return Comparison(blocks=tuple(_block(pair, before, after, level) for pair in pairs))


def _block(
    pair: Pair, before: Sequence[Paragraph], after: Sequence[Paragraph], level: Level
) -> ComparedBlock:
    old = _joined([before[place] for place in pair.old])
    new = _joined([after[place] for place in pair.new])
    if level is Level.PARAGRAPH and None not in (old, new) and old != new:
        hunks: tuple[Hunk, ...] = (Hunk(Op.DELETE, old or ""), Hunk(Op.INSERT, new or ""))
    else:
        hunks = diff(old or "", new or "", level)
    return ComparedBlock(kind=pair.kind, old=old, new=new, hunks=hunks)


def _joined(paragraphs: Sequence[Paragraph]) -> str | None:
    return BETWEEN.join(one.text for one in paragraphs) if paragraphs else None


def _without_keys(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text=one.text) for one in paragraphs)


def _of_one_shape(
    paragraphs: Sequence[Paragraph], others: Sequence[Paragraph]
) -> tuple[Paragraph, ...]:
    """Return paragraphs without the keys of blocks that have another number of them now.

    Which paragraph of a block is which is known only while none has come or gone.
    """
    here, there = _sizes(paragraphs), _sizes(others)
    return tuple(
        one
        if one.key and here[_anchor(one.key)] == there[_anchor(one.key)]
        else Paragraph(text=one.text)
        for one in paragraphs
    )


def _sizes(paragraphs: Sequence[Paragraph]) -> Counter[str]:
    return Counter(_anchor(one.key) for one in paragraphs if one.key)


def _anchor(key: str) -> str:
    return key.rpartition("/")[0]


def _version(release: StoredRelease, name: str, number: int, language: Language | None) -> Content:
    for revision in revisions(release.events):
        if revision.number == number:
            texts = dict(revision.saved.contents)
            wanted = [language] if language else [*release.draft.languages, *sorted(texts)]
            for one in wanted:
                if one in texts:
                    return content_from_json(json.loads(release.contents[texts[one]]))
            raise LanguageMissing(language=str(language))
    raise VersionUnknown(name=name, number=number)
