"""The walk through a document's XML that gathers its paragraphs with all their changes.

Nothing is decided on the way: the views say later what stands there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.word.changes import CONTENT_CHANGES
from pressdesk.word.content import LOOKS_BESIDE, TRANSPARENT, TooDeep, chosen_of, setting_of
from pressdesk.word.document import LeftOutKind
from pressdesk.word.inline import DEPTH, Inline
from pressdesk.word.marked import ChangeKind, MarkedParagraph
from pressdesk.word.markup import attribute, child, children, is_on, kind
from pressdesk.word.ranges import Ranges

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from pressdesk.word.changes import ChangeLog
    from pressdesk.word.marked import Change, Changes, Setting, Span
    from pressdesk.word.markup import Element
    from pressdesk.word.styles import Styles


@dataclass(frozen=True, slots=True)
class _Flow:
    """What the paragraphs of one run of text share."""

    number: int
    within: Changes = ()
    interrupts: tuple[int, ...] = ()


class Walk:
    """Walks one part of a document, whatever its tracked changes say.

    ``left_out`` and ``log`` are shared with the walks of other parts.
    """

    def __init__(
        self,
        root: Element,
        *,
        styles: Styles,
        links: Mapping[str, str],
        log: ChangeLog,
        left_out: Counter[LeftOutKind],
    ) -> None:
        self._left_out = left_out
        self._styles = styles
        self._log = log
        self._ranges = Ranges(root)
        self._inline = Inline(
            styles=styles, links=links, log=log, ranges=self._ranges, left_out=left_out
        )
        self._found: list[MarkedParagraph] = []
        self._flows = 0
        self._depth = 0
        self._beside: list[Change] = []

    @property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """The foot- and endnotes that are referred to, in order, each once."""
        return tuple(self._inline.notes)

    # Blocks

    def paragraphs(self, container: Element) -> tuple[MarkedParagraph, ...]:
        """Return the paragraphs in ``container``, tables cell by cell, boxes after their line.

        Raises:
            TooDeep: nested without end.
            TooMuchCovered: ranges over ranges.
        """
        self._found = []
        self._flow(container, (), ())
        if self._beside and self._found:
            last = self._found[-1]
            self._found[-1] = replace(last, beside=(*last.beside, *self._taken_beside()))
        return tuple(self._found)

    def _flow(self, container: Element, within: Changes, interrupts: tuple[int, ...]) -> None:
        self._flows += 1
        self._blocks(container, _Flow(self._flows, within, interrupts))

    def _blocks(self, container: Element, flow: _Flow) -> None:
        self._deeper()
        for element in container:
            name = kind(element)
            if name == "w:p":
                self._paragraph(element, flow)
            elif name == "w:tbl":
                self._table(element, flow, flow.within)
            elif name in TRANSPARENT:
                self._blocks(element, flow)
            elif name in CONTENT_CHANGES:
                within = (*flow.within, self._log.change(element, CONTENT_CHANGES[name]))
                self._blocks(element, replace(flow, within=within))
            elif name == "mc:AlternateContent":
                if (chosen := chosen_of(element)) is not None:
                    self._blocks(chosen, flow)
            elif name in ("w:altChunk", "w:subDoc"):
                self._left_out[LeftOutKind.INSERTED_FILE] += 1
            elif name == "w:sectPr":
                self._looks_beside(element)
            else:
                self._log.range(element, name, self._ranges, 0)
        self._depth -= 1

    def _table(self, table: Element, flow: _Flow, within: Changes) -> None:
        self._deeper()
        for element in table:
            name = kind(element)
            if name == "w:tr":
                properties = child(element, "w:trPr")
                changes = (*within, *self._log.changes_in(properties))
                for one in (properties, child(element, "w:tblPrEx")):
                    self._looks_beside(one)
                self._row(element, flow, changes)
            elif name in TRANSPARENT:
                self._table(element, flow, within)
            elif name in CONTENT_CHANGES:
                change = self._log.change(element, CONTENT_CHANGES[name])
                self._table(element, flow, (*within, change))
            elif name in ("w:tblPr", "w:tblGrid"):
                self._looks_beside(element)
            else:
                self._log.range(element, name, self._ranges, 0)
        self._depth -= 1

    def _row(self, row: Element, flow: _Flow, within: Changes) -> None:
        self._deeper()
        for element in row:
            name = kind(element)
            if name == "w:tc":
                properties = child(element, "w:tcPr")
                changes = (*within, *self._log.changes_in(properties))
                self._looks_beside(properties)
                self._flow(element, changes, (flow.number, *flow.interrupts))
            elif name in TRANSPARENT:
                self._row(element, flow, within)
            elif name in CONTENT_CHANGES:
                change = self._log.change(element, CONTENT_CHANGES[name])
                self._row(element, flow, (*within, change))
            else:
                self._log.range(element, name, self._ranges, 0)
        self._depth -= 1

    def _looks_beside(self, properties: Element | None) -> None:
        """Keep the changes of a table's or a section's looks for the paragraph that comes next."""
        if properties is not None:
            for element in properties:
                if kind(element) in LOOKS_BESIDE:
                    self._beside.append(self._log.change(element, ChangeKind.FORMAT))

    def _taken_beside(self) -> Changes:
        if not self._beside:
            return ()
        taken, self._beside = tuple(self._beside), []
        return taken

    def _deeper(self) -> None:
        """Count how deep the walk is, so that it ends before Python's own stack does."""
        self._depth += 1
        if self._depth > DEPTH:
            raise TooDeep

    # Paragraphs

    def _paragraph(self, element: Element, flow: _Flow) -> None:
        properties = child(element, "w:pPr")
        style = self._styles.of_paragraph(attribute(child(properties, "w:pStyle"), "val"))
        setting = setting_of(properties, style)
        beside = self._taken_beside()
        reformatted, earlier = self._settings_before(properties, setting)
        self._looks_beside(child(properties, "w:sectPr"))
        spans = self._inline.gathered(element, style, flow.within)
        boxes = self._inline.boxes
        ending = child(properties, "w:rPr")
        mark = tuple(_named(one, spans) for one in self._log.changes_in(ending))
        bookmarks, comments = self._ranges.finish(len(spans))
        self._found.append(
            MarkedParagraph(
                spans=spans,
                flow=flow.number,
                setting=setting,
                earlier_setting=earlier,
                within=flow.within,
                mark=mark,
                runs_on=bool(is_on(child(ending, "w:specVanish"))),
                interrupts=flow.interrupts,
                reformatted=reformatted,
                beside=beside,
                bookmarks=bookmarks,
                comments=comments,
            )
        )
        for box, changes in boxes:
            self._flow(box, changes, ())

    def _settings_before(
        self, properties: Element | None, setting: Setting
    ) -> tuple[Changes, Setting | None]:
        """Return the changes of what a paragraph is, and what it was before them."""
        if properties is None:
            return (), None
        numbering = child(properties, "w:numPr")
        found = [
            child(properties, "w:pPrChange"),
            child(properties, "w:rPr", "w:rPrChange"),
            *(() if numbering is None else children(numbering, "w:ins", "w:numberingChange")),
        ]
        changes = tuple(
            self._log.change(one, ChangeKind.FORMAT) for one in found if one is not None
        )
        if not changes:
            return (), None
        before = found[0]
        if before is not None:
            old = child(before, "w:pPr")
            style = self._styles.of_paragraph(attribute(child(old, "w:pStyle"), "val"))
            return changes, setting_of(old, style)
        if child(numbering, "w:ins") is not None:
            return changes, replace(setting, is_list_item=False)
        return changes, None


def _named(change: Change, spans: tuple[Span, ...]) -> Change:
    """Return the change of a paragraph's end, with the move's name that its last words have."""
    if change.move is not None or not spans:
        return change
    names = (one.move for one in spans[-1].changes if one.kind is change.kind)
    return replace(change, move=next(names, None))
