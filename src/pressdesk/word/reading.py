"""Reading any .docx: its paragraphs in reading order, and an account of what was left out."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from pressdesk.domain.errors import WordFileDamaged, WordFileTooLarge
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.word.document import LeftOut, LeftOutKind, WordDocument, WordParagraph
from pressdesk.word.markup import Element, attribute, child, kind
from pressdesk.word.opening import PARAGRAPHS, Package, safely_opened
from pressdesk.word.styles import Styles
from pressdesk.word.views import ACCEPTED, CHANGES, View
from pressdesk.word.walking import (
    LINE_BREAK,
    Look,
    TooDeep,
    Walk,
    Walked,
    allowed_target,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

REVISIONS = 20_000
COMMENTS = 5_000
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}


def read(path: Path, *, view: View = ACCEPTED) -> WordDocument:
    """Return what the Word file in ``path`` says.

    Raises:
        SourceMissing, SourceEmpty: nothing to read.
        OldOrEncryptedWordFile, WordFileDamaged, WordFileTooLarge, WordFileHasDoctype,
        WordFileHasMacros, WordFileHasRemoteTemplate: see there.
    """
    package = safely_opened(path)
    try:
        return _Reading(package, view).document()
    except TooDeep as error:
        raise WordFileTooLarge(package.name) from error


class _Reading:
    """One file being read."""

    def __init__(self, package: Package, view: View) -> None:
        self._package = package
        self._view = view
        self._main = package.main_part()
        self._check_paragraphs()
        self._styles = Styles(next(self._roots("styles"), None))
        self._left_out: Counter[LeftOutKind] = Counter()

    def _check_paragraphs(self) -> None:
        """Refuse too many paragraphs before a tree of them is built."""
        kinds = ("footnotes", "endnotes", "header", "footer")
        parts = {self._main, *(part for one in kinds for part in self._parts(one))}
        if sum(map(self._package.count_paragraphs, parts)) > PARAGRAPHS:
            raise WordFileTooLarge(self._package.name)

    def document(self) -> WordDocument:
        """Return what the file says."""
        root = self._package.root(self._main)
        body = child(root, "w:body")
        if body is None or kind(root) != "w:document":
            raise WordFileDamaged(self._package.name)
        walk = self._walk(self._main)
        paragraphs = [_paragraph(one) for one in walk.blocks(body)]
        paragraphs.extend(self._notes(walk.notes))
        return WordDocument(
            paragraphs=tuple(paragraphs),
            headers=tuple(self._margin("header")),
            footers=tuple(self._margin("footer")),
            left_out=tuple(self._account(root)),
        )

    def _parts(self, part_kind: str) -> tuple[str, ...]:
        """Return the parts of one kind that belong to the document and exist."""
        related = dict.fromkeys(self._package.related(self._main, part_kind))
        return tuple(part for part in related if self._package.has(part))

    def _roots(self, part_kind: str) -> Iterator[Element]:
        return (self._package.root(part) for part in self._parts(part_kind))

    def _walk(self, part: str) -> Walk:
        links = {
            relation.id: target
            for relation in self._package.relations(part)
            if relation.kind == "hyperlink" and (target := allowed_target(relation.target))
        }
        return Walk(self._styles, links, self._view, self._left_out)

    def _notes(self, references: Iterable[tuple[str, str]]) -> Iterator[WordParagraph]:
        """Yield the paragraphs of the notes that are referred to, each note once."""
        notes = {
            (reference, attribute(note, "id")): (note, part)
            for reference, part_kind in _NOTES.items()
            for part in self._parts(part_kind)
            for note in self._package.root(part)
        }
        for reference in dict.fromkeys(references):
            if reference in notes:
                note, part = notes[reference]
                yield from (_paragraph(one) for one in self._walk(part).blocks(note))

    def _margin(self, part_kind: str) -> Iterator[str]:
        for part in self._parts(part_kind):
            found = self._walk(part).blocks(self._package.root(part))
            yield from (words for one in found if (words := _paragraph(one).text.plain.strip()))

    def _account(self, root: Element) -> Iterator[LeftOut]:
        revisions = self._counted((root,), lambda name: name in CHANGES, REVISIONS)
        comments = self._counted(
            self._roots("comments"), lambda name: name == "w:comment", COMMENTS
        )
        self._left_out[LeftOutKind.REVISION] += revisions
        self._left_out[LeftOutKind.COMMENT] += comments
        for left_out_kind in LeftOutKind:
            if self._left_out[left_out_kind]:
                yield LeftOut(kind=left_out_kind, count=self._left_out[left_out_kind])
        external = (one.target for _, one in self._package.all_relations() if one.is_external)
        for target, count in Counter(external).items():
            yield LeftOut(kind=LeftOutKind.EXTERNAL_RELATION, count=count, detail=target)

    def _counted(
        self, roots: Iterable[Element], is_counted: Callable[[str], bool], limit: int
    ) -> int:
        number = 0
        for root in roots:
            for element in root.iter():
                number += is_counted(kind(element))
                if number > limit:
                    raise WordFileTooLarge(self._package.name)
        return number


def _paragraph(walked: Walked) -> WordParagraph:
    text, line_breaks = _text(walked.pieces)
    return WordParagraph(
        text=text,
        style=walked.style.name,
        heading_level=walked.heading_level,
        is_list_item=walked.is_list_item and walked.heading_level is None,
        line_breaks=line_breaks,
    )


def _text(pieces: Iterable[tuple[str, Look]]) -> tuple[Text, tuple[int, ...]]:
    """Return the words as a text with marks, and where its line breaks stood.

    Places are counted in the cleaned words, piece by piece and line by line.
    """
    raw: list[str] = []
    line_breaks: list[int] = []
    spans: list[tuple[int, int, Look]] = []
    length = 0
    for words, look in pieces:
        start = length
        for number, line in enumerate(words.split(LINE_BREAK)):
            if number:
                line_breaks.append(length)
                length += 1
                raw.append(" ")
            cleaned = Text.of(line).plain
            length += len(cleaned)
            raw.append(cleaned)
        spans.append((start, length, look))
    plain = Text.of("".join(raw)).plain
    breaks = tuple(place for place in line_breaks if plain[place : place + 1] == " ")
    return Text(plain, tuple(_marks(spans, len(plain)))), breaks


def _marks(spans: list[tuple[int, int, Look]], length: int) -> Iterator[Mark]:
    """Yield the marks, each as long as its neighbours share it, in the order of their starts."""
    found = [
        mark
        for mark_kind in MarkKind
        for mark in _marks_of(mark_kind, [one for one in spans if one[0] < one[1]], length)
    ]
    yield from sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind))


def _marks_of(
    mark_kind: MarkKind, spans: list[tuple[int, int, Look]], length: int
) -> Iterator[Mark]:
    for (is_set, target), run in groupby(spans, key=lambda span: _setting(span[2], mark_kind)):
        covered = tuple(run)
        start, end = covered[0][0], min(covered[-1][1], length)
        if is_set and start < end:
            yield Mark(start=start, end=end, kind=mark_kind, target=target)


def _setting(look: Look, mark_kind: MarkKind) -> tuple[bool, str | None]:
    if mark_kind is MarkKind.LINK:
        return look.target is not None, look.target
    return (look.is_strong if mark_kind is MarkKind.STRONG else look.is_emphasis), None
