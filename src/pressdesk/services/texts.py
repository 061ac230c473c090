"""The bare words of any source, with what people changed and said in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.services.reading import decode, is_release_file, lines_of, page_of, read_bytes
from pressdesk.services.releases import file_place
from pressdesk.word.reading import read_marked
from pressdesk.word.revisions import with_marks
from pressdesk.word.views import ACCEPTED, REJECTED
from pressdesk.word.wording import expected_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.canonical import Json
    from pressdesk.services.releases import Guard
    from pressdesk.word.marked import Comment, Revision
    from pressdesk.word.reading import MarkedDocument


class RevisionsShown(StrEnum):
    """How tracked changes of a Word file are shown."""

    ACCEPT = "accept"
    REJECT = "reject"
    MARK = "mark"


_VIEWS = {RevisionsShown.ACCEPT: ACCEPTED, RevisionsShown.REJECT: REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """What a file says: its non-empty paragraphs, its tracked changes and its comments."""

    paragraphs: tuple[str, ...]
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()

    def shape(self) -> dict[str, Json]:
        """Return what ``text --json`` prints."""
        return {
            "paragraphs": list(self.paragraphs),
            "revisions": [
                {
                    "kind": str(one.kind),
                    "author": one.author,
                    "date": _date(one.date),
                    "text": one.text,
                }
                for one in self.revisions
            ],
            "comments": [
                {
                    "id": one.id,
                    "author": one.author,
                    "date": _date(one.date),
                    "text": one.text,
                    "anchor": one.anchor,
                    "parent": one.parent,
                    "resolved": one.is_resolved,
                }
                for one in self.comments
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Print what a file says."""

    guard: Guard

    def read(self, path: Path, revisions: RevisionsShown = RevisionsShown.ACCEPT) -> SourceText:
        """Return what a text, a web page, a Word file or a release says, as it stands.

        Shape: of a release what its Word file would say. Only Word files have changes and comments.

        Raises:
            What ``reading`` and ``ReleaseFiles.read`` raise.
        """
        if is_release_file(path):
            content = file_place(path, self.guard).read().draft.content()
            return SourceText(paragraphs=expected_paragraphs(content))
        source = read_bytes(path)
        if source.is_word:
            document = read_marked(path)
            return SourceText(
                paragraphs=tuple(one for one in _words(document, revisions) if one.strip()),
                revisions=document.revisions,
                comments=document.comments,
            )
        if source.is_web_page:
            return SourceText(paragraphs=tuple(one.text.plain for one in page_of(source)[0]))
        lines = lines_of(decode(source))
        return SourceText(paragraphs=tuple(line for line in lines if line.strip()))


def _words(document: MarkedDocument, revisions: RevisionsShown) -> Iterable[str]:
    if revisions is RevisionsShown.MARK:
        return with_marks(document.paragraphs)
    return (one.paragraph.text.plain for one in document.seen(_VIEWS[revisions]))


def _date(at: datetime | None) -> str | None:
    """Return an instant as Word writes it."""
    return None if at is None else at.strftime("%Y-%m-%dT%H:%M:%SZ")
