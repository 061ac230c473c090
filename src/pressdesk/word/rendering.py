"""Lines as WordprocessingML: paragraphs, runs, hyperlinks, and tracked changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.word.markup import Element, made
from pressdesk.word.skeleton import FIRST_LINK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pressdesk.word.lines import Line

_SPACE_AFTER_LIST = {"1": "150", "2": "280"}


class Change(StrEnum):
    """What a tracked change says of the words it covers."""

    INSERTED = "w:ins"
    DELETED = "w:del"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Whose tracked changes are written, and when. Units: ``at`` is ISO 8601 in UTC."""

    author: str
    at: str


@dataclass(slots=True)
class Renderer:
    """Writes the lines of one file.

    ``links`` maps the addresses used so far to relation ids; ``stamp`` is needed for changes.
    """

    language: str
    stamp: Stamp | None = None
    links: dict[str, str] = field(default_factory=dict)
    _changes: int = 0

    def paragraph(self, line: Line) -> Element:
        """Return a line as a paragraph."""
        return self.around(line, self.runs(line.text))

    def around(self, line: Line, content: Iterable[Element], mark: Change | None = None) -> Element:
        """Return a paragraph in the look of ``line``; ``mark`` is the change of its end."""
        properties = made("w:pPr", made("w:pStyle", w_val=line.style))
        if line.keeps_next:
            properties.append(made("w:keepNext"))
        if line.list_id:
            level, number = made("w:ilvl", w_val="0"), made("w:numId", w_val=line.list_id)
            properties.append(made("w:numPr", level, number))
        if line.closes_list and line.list_id:
            properties.append(made("w:spacing", w_after=_SPACE_AFTER_LIST[line.list_id]))
        if mark is not None:
            properties.append(made("w:rPr", self._change(mark)))
        return made("w:p", properties, *content)

    def runs(self, text: Text, change: Change | None = None) -> Iterator[Element]:
        """Yield the runs of ``text``, cut wherever a mark begins or ends."""
        edges = {0, len(text.plain)}
        for mark in text.marks:
            edges.update((mark.start, mark.end))
        for start, end in pairwise(sorted(edges)):
            marks = {
                mark.kind: mark for mark in reversed(text.marks) if mark.start <= start < mark.end
            }
            yield self._linked(text.plain[start:end], marks, change)

    def field(self, instruction: str) -> Iterator[Element]:
        """Yield the runs of a field that Word fills in: ``PAGE``."""
        pieces = (
            made("w:fldChar", w_fldCharType="begin"),
            made("w:instrText", f" {instruction} ", xml_space="preserve"),
            made("w:fldChar", w_fldCharType="separate"),
            made("w:t", "1"),
            made("w:fldChar", w_fldCharType="end"),
        )
        for piece in pieces:
            yield made("w:r", self._looks(()), piece)

    def _linked(self, words: str, marks: Mapping[MarkKind, Mark], change: Change | None) -> Element:
        """Return ``words`` as a run, within a hyperlink if there is somewhere to go."""
        run = self._run(words, marks, change)
        link = marks.get(MarkKind.LINK)
        if link is None or link.target is None:
            return run
        id_ = self.links.setdefault(link.target, f"rId{FIRST_LINK + len(self.links)}")
        return made("w:hyperlink", run, r_id=id_)

    def _run(self, words: str, marks: Iterable[MarkKind], change: Change | None) -> Element:
        name = "w:delText" if change is Change.DELETED else "w:t"
        run = made("w:r", self._looks(marks), *_characters(words, name))
        if change is None:
            return run
        tracked = self._change(change)
        tracked.append(run)
        return tracked

    def _change(self, change: Change) -> Element:
        if self.stamp is None:
            raise ValueError("tracked changes need somebody who made them")
        self._changes += 1
        return made(
            change.value,
            w_id=str(self._changes),
            w_author=self.stamp.author,
            w_date=self.stamp.at,
        )

    def _looks(self, marks: Iterable[MarkKind]) -> Element:
        kinds = set(marks)
        looks = made("w:rPr")
        if MarkKind.LINK in kinds:
            looks.append(made("w:rStyle", w_val="Hyperlink"))
        if MarkKind.STRONG in kinds:
            looks.extend((made("w:b"), made("w:bCs")))
        if MarkKind.EMPHASIS in kinds:
            looks.extend((made("w:i"), made("w:iCs")))
        looks.append(made("w:lang", w_val=self.language))
        return looks


def _characters(words: str, name: str) -> Iterator[Element]:
    """Yield the elements that hold ``words``; tabs have one of their own."""
    for number, part in enumerate(words.split("\t")):
        if number:
            yield made("w:tab")
        if part:
            yield made(name, part, xml_space="preserve")
