"""Reading any .docx: its paragraphs in reading order, and an account of what was left out."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.errors import WordFileDamaged, WordFileTooLarge
from pressdesk.word.changes import ChangeLog
from pressdesk.word.comments import read_comments
from pressdesk.word.content import TooDeep, allowed_target
from pressdesk.word.document import LeftOut, LeftOutKind, WordDocument
from pressdesk.word.markup import attribute, child, every, kind
from pressdesk.word.opening import PARAGRAPHS, safely_opened, safely_opened_bytes
from pressdesk.word.properties import custom_xml, properties
from pressdesk.word.ranges import TooMuchCovered
from pressdesk.word.revisions import revisions_in
from pressdesk.word.styles import Styles
from pressdesk.word.views import ACCEPTED, CHANGES, Seen, View, seen
from pressdesk.word.walking import Walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pressdesk.word.marked import Comment, MarkedParagraph, Revision
    from pressdesk.word.markup import Element
    from pressdesk.word.opening import Package

REVISIONS = 20_000
COMMENTS = 5_000
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}

NoteName = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDocument:
    """What a file says with all its tracked changes and comments.

    Shape: ``notes`` are in the order of their first references. ``properties`` are the custom
    ones; ``custom_xml`` the roots of the custom XML parts.
    """

    body: tuple[MarkedParagraph, ...]
    notes: Mapping[NoteName, tuple[MarkedParagraph, ...]]
    revisions: tuple[Revision, ...]
    comments: tuple[Comment, ...]
    properties: Mapping[str, str]
    custom_xml: tuple[Element, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def paragraphs(self) -> tuple[MarkedParagraph, ...]:
        """The body, then all notes."""
        return (*self.body, *(one for note in self.notes.values() for one in note))

    def seen(self, view: View) -> tuple[Seen, ...]:
        """Return the paragraphs of one view, with the notes that are referred to in it."""
        return tuple(_seen(self.body, self.notes, view))


def read(path: Path, *, view: View = ACCEPTED) -> WordDocument:
    """Return what the Word file in ``path`` says.

    Raises:
        SourceMissing, SourceEmpty: nothing to read.
        OldOrEncryptedWordFile, WordFileDamaged, WordFileTooLarge, WordFileHasDoctype,
        WordFileHasMacros, WordFileHasRemoteTemplate: see there.
    """
    return _read(safely_opened(path), view)


def read_marked(path: Path) -> MarkedDocument:
    """Return what the Word file in ``path`` says with its changes and comments.

    Raises:
        What ``read`` raises.
    """
    return _read_marked(safely_opened(path))


def read_marked_bytes(name: str, data: bytes) -> MarkedDocument:
    """Return what ``data`` says; ``name`` is what the file is called in refusals.

    Raises:
        What ``read`` raises, but for SourceMissing.
    """
    return _read_marked(safely_opened_bytes(name, data))


def _read(package: Package, view: View) -> WordDocument:
    with _refusing(package):
        reading = _Reading(package)
        body, notes = reading.body(), reading.notes()
        return WordDocument(
            paragraphs=tuple(one.paragraph for one in _seen(body, notes, view)),
            headers=tuple(reading.margin("header", view)),
            footers=tuple(reading.margin("footer", view)),
            left_out=tuple(reading.account()),
        )


def _read_marked(package: Package) -> MarkedDocument:
    with _refusing(package):
        reading = _Reading(package)
        body, notes = reading.body(), reading.notes()
        paragraphs = (*body, *(one for note in notes.values() for one in note))
        left_out = tuple(reading.account())
        return MarkedDocument(
            body=body,
            notes=notes,
            revisions=revisions_in(paragraphs),
            comments=read_comments(package, reading.main, reading.styles, paragraphs),
            properties=properties(package),
            custom_xml=custom_xml(package),
            left_out=left_out,
        )


@contextmanager
def _refusing(package: Package) -> Iterator[None]:
    """Turn what the walk finds too much into a refusal of the file."""
    try:
        yield
    except (TooDeep, TooMuchCovered) as error:
        raise WordFileTooLarge(package.name) from error


def _seen(
    body: tuple[MarkedParagraph, ...],
    notes: Mapping[NoteName, tuple[MarkedParagraph, ...]],
    view: View,
) -> Iterator[Seen]:
    """Yield the body, then the notes that it refers to, each once, and those they refer to."""
    waiting: list[NoteName] = []
    for one in seen(body, view):
        yield one
        waiting.extend(one.notes)
    done: set[NoteName] = set()
    for note in waiting:  # grows on the way
        if note not in done:
            done.add(note)
            for one in seen(notes.get(note, ()), view):
                yield one
                waiting.extend(one.notes)


class _Reading:
    """One file being read."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.main = package.main_part()
        self._check_paragraphs()
        self.styles = Styles(next(self._roots("styles"), None))
        self._left_out: Counter[LeftOutKind] = Counter()
        self._log = ChangeLog()
        self._root = package.root(self.main)
        self._counts = {
            LeftOutKind.REVISION: self._count((self._root,), tuple(CHANGES), REVISIONS),
            LeftOutKind.COMMENT: self._count(self._roots("comments"), ("w:comment",), COMMENTS),
        }
        self._references: dict[NoteName, None] = {}

    def _check_paragraphs(self) -> None:
        """Refuse too many paragraphs before a tree of them is built."""
        kinds = ("footnotes", "endnotes", "header", "footer", "comments")
        parts = {self.main, *(part for one in kinds for part in self._parts(one))}
        if sum(map(self._package.count_paragraphs, parts)) > PARAGRAPHS:
            raise WordFileTooLarge(self._package.name)

    def body(self) -> tuple[MarkedParagraph, ...]:
        """Return the body's paragraphs.

        Raises:
            WordFileDamaged: there is none.
        """
        body = child(self._root, "w:body")
        if body is None or kind(self._root) != "w:document":
            raise WordFileDamaged(self._package.name)
        return self._walked(self.main, self._root, body)

    def notes(self) -> dict[NoteName, tuple[MarkedParagraph, ...]]:
        """Return the notes that are referred to, after ``body``."""
        notes = {
            (reference, attribute(note, "id") or ""): (part, note)
            for reference, part_kind in _NOTES.items()
            for part in self._parts(part_kind)
            for note in self._package.root(part)
        }
        found: dict[NoteName, tuple[MarkedParagraph, ...]] = {}
        while waiting := [one for one in self._references if one in notes and one not in found]:
            for reference in waiting:
                part, note = notes[reference]
                found[reference] = self._walked(part, note, note)
        return found

    def margin(self, part_kind: str, view: View) -> Iterator[str]:
        """Yield the words of the headers or footers, without their empty lines."""
        for part in self._parts(part_kind):
            root = self._package.root(part)
            for one in seen(self._walked(part, root, root), view):
                if words := one.paragraph.text.plain.strip():
                    yield words

    def account(self) -> Iterator[LeftOut]:
        """Yield what is in the file, but not among its paragraphs."""
        self._left_out.update(self._counts)
        for left_out_kind in LeftOutKind:
            if self._left_out[left_out_kind]:
                yield LeftOut(kind=left_out_kind, count=self._left_out[left_out_kind])
        external = (one.target for _, one in self._package.all_relations() if one.is_external)
        for target, count in Counter(external).items():
            yield LeftOut(kind=LeftOutKind.EXTERNAL_RELATION, count=count, detail=target)

    def _walked(self, part: str, root: Element, container: Element) -> tuple[MarkedParagraph, ...]:
        links = {
            relation.id: target
            for relation in self._package.relations(part)
            if relation.kind == "hyperlink" and (target := allowed_target(relation.target))
        }
        walk = Walk(root, styles=self.styles, links=links, log=self._log, left_out=self._left_out)
        paragraphs = walk.paragraphs(container)
        self._references.update(dict.fromkeys(walk.notes))
        return paragraphs

    def _parts(self, part_kind: str) -> tuple[str, ...]:
        """Return the parts of one kind that belong to the document and exist."""
        related = dict.fromkeys(self._package.related(self.main, part_kind))
        return tuple(part for part in related if self._package.has(part))

    def _roots(self, part_kind: str) -> Iterator[Element]:
        return (self._package.root(part) for part in self._parts(part_kind))

    def _count(self, roots: Iterable[Element], kinds: tuple[str, ...], limit: int) -> int:
        number = sum(1 for root in roots for _ in every(root, *kinds))
        if number > limit:
            raise WordFileTooLarge(self._package.name)
        return number
