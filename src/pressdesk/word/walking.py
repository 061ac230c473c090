"""The walk through a document's XML that gathers paragraphs in reading order.

One view of the tracked changes is taken on the way, so that the walk itself is the same for all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pressdesk.domain.text import LINK_SCHEMES
from pressdesk.word.document import LeftOutKind
from pressdesk.word.markup import (
    Element,
    attribute,
    child,
    is_on,
    kind,
    relation_id,
    text_of,
)
from pressdesk.word.styles import Style, Styles, heading_level, is_numbered

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator, Mapping

    from pressdesk.word.views import View

DEPTH = 200
LINE_BREAK = "\n"

_TRANSPARENT = frozenset(
    [
        "w:smartTag",
        "w:customXml",
        "w:sdtContent",
        "w:fldSimple",
        "w:dir",
        "w:bdo",
        "w:rubyBase",
        "m:oMath",
        "m:oMathPara",
        "w:ruby",
        "w:sdt",
        "mc:Choice",
        "mc:Fallback",
    ]
)
_OBJECTS = frozenset(("w:drawing", "w:pict", "w:object"))
_CODE = re.compile(r"^[0-9A-Fa-f]{1,4}$")
_SURROGATES = range(0xD800, 0xE000)
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0E0: "→", 0xF02D: "–", 0xF0FC: "✓"}
_UNKNOWN_SYMBOL = "\ufffd"
_PRIVATE = range(0xE000, 0xF900)


def _symbol(element: Element) -> str:
    """Return the character of a symbol font that everybody can read, else a sign for a gap."""
    value = attribute(element, "char") or ""
    code = int(value, 16) if _CODE.match(value) else 0
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    is_readable = code >= ord(" ") and code not in _PRIVATE and code not in _SURROGATES
    return chr(code) if is_readable else _UNKNOWN_SYMBOL


_LINK_FIELD = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)

_CHARACTERS: Mapping[str, Callable[[Element], str]] = {
    "w:t": text_of,
    "m:t": text_of,
    "w:delText": text_of,
    "w:tab": lambda _: "\t",
    "w:ptab": lambda _: "\t",
    "w:br": lambda _: LINE_BREAK,
    "w:cr": lambda _: LINE_BREAK,
    "w:sym": _symbol,
    "w:noBreakHyphen": lambda _: "\u2011",
}


class TooDeep(ValueError):
    """Elements are nested deeper than any word processor nests them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a run looks: the marks that content knows."""

    is_strong: bool = False
    is_emphasis: bool = False
    target: str | None = None


@dataclass(slots=True, kw_only=True)
class Walked:
    """One paragraph as it was gathered: words with their looks, and what it is.

    Shape: a ``LINE_BREAK`` in a piece is a break within the paragraph.
    """

    style: Style = field(default_factory=Style)
    heading_level: int | None = None
    is_list_item: bool = False
    pieces: list[tuple[str, Look]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether not a word was gathered."""
        return not any(words for words, _ in self.pieces)


class Walk:
    """Walks one part of a document.

    ``notes`` collects the foot- and endnotes that are referred to, in order; ``left_out`` is
    shared with the walks of other parts.
    """

    def __init__(
        self,
        styles: Styles,
        links: Mapping[str, str],
        view: View,
        left_out: Counter[LeftOutKind],
    ) -> None:
        self.notes: list[tuple[str, str]] = []
        self._left_out = left_out
        self._styles = styles
        self._links = links
        self._view = view
        self._boxes: list[Element] = []
        self._fields: list[tuple[list[str], bool]] = []
        self._open: Walked | None = None
        self._depth = 0

    # Blocks

    def blocks(self, container: Element) -> Iterator[Walked]:
        """Yield the paragraphs in ``container``, tables cell by cell, boxes after their line.

        Raises:
            TooDeep: nested without end.
        """
        yield from self._blocks(container)
        yield from self._unfinished()

    def _unfinished(self) -> Iterator[Walked]:
        """Yield the paragraph whose mark is gone, where none follows that could take it in."""
        paragraph, self._open = self._open, None
        if paragraph is not None and not paragraph.is_empty:
            yield paragraph

    def _blocks(self, container: Element) -> Iterator[Walked]:
        with _Level(self):
            for element in container:
                name = kind(element)
                if name == "w:p":
                    yield from self._paragraph(element)
                elif name == "w:tbl":
                    yield from self._table(element)
                elif name == "mc:AlternateContent":
                    chosen = _chosen(element)
                    if chosen is not None:
                        yield from self._blocks(chosen)
                elif name in _TRANSPARENT or name in self._view.shown:
                    yield from self._blocks(element)
                elif name in ("w:altChunk", "w:subDoc"):
                    self._left_out[LeftOutKind.INSERTED_FILE] += 1

    def _table(self, table: Element) -> Iterator[Walked]:
        yield from self._unfinished()
        with _Level(self):
            for element in table:
                name = kind(element)
                if name == "w:tr":
                    if not self._is_dropped(child(element, "w:trPr")):
                        yield from self._row(element)
                elif name in _TRANSPARENT or name in self._view.shown:
                    yield from self._table(element)

    def _row(self, row: Element) -> Iterator[Walked]:
        with _Level(self):
            for element in row:
                name = kind(element)
                if name == "w:tc":
                    if child(element, "w:tcPr", self._view.dropped_cell) is None:
                        yield from self.blocks(element)
                elif name in _TRANSPARENT or name in self._view.shown:
                    yield from self._row(element)

    def _is_dropped(self, properties: Element | None) -> bool:
        return child(properties, self._view.dropped_mark) is not None

    # Paragraphs

    def _paragraph(self, element: Element) -> Iterator[Walked]:
        properties = child(element, "w:pPr")
        style = self._styles.of_paragraph(attribute(child(properties, "w:pStyle"), "val"))
        outline = child(properties, "w:outlineLvl")
        numbering = child(properties, "w:numPr")
        paragraph = self._open or Walked()
        self._open = None
        paragraph.style = style
        paragraph.heading_level = style.heading_level if outline is None else heading_level(outline)
        paragraph.is_list_item = style.is_list_item if numbering is None else is_numbered(numbering)
        self._fields = []
        self._inline(element, paragraph, Look())
        mark = child(properties, "w:rPr")
        boxes, self._boxes = self._boxes, []
        if self._is_dropped(mark) or is_on(child(mark, "w:specVanish")):
            self._open = paragraph
        else:
            yield paragraph
        for box in boxes:
            yield from self._box(box)

    def _box(self, box: Element) -> Iterator[Walked]:
        unfinished, self._open = self._open, None
        fields = self._fields
        yield from self.blocks(box)
        self._open, self._fields = unfinished, fields

    def _inline(self, container: Element, paragraph: Walked, look: Look) -> None:
        with _Level(self):
            for element in container:
                name = kind(element)
                if name in ("w:r", "m:r"):
                    self._run(element, paragraph, look)
                elif name == "w:hyperlink":
                    target = self._links.get(relation_id(element) or "")
                    self._inline(element, paragraph, replace(look, target=target or look.target))
                elif name == "mc:AlternateContent":
                    chosen = _chosen(element)
                    if chosen is not None:
                        self._inline(chosen, paragraph, look)
                elif (
                    name in _TRANSPARENT
                    or name in self._view.shown
                    or (name.startswith("m:") and not name.endswith("Pr"))
                ):
                    self._inline(element, paragraph, look)

    # Runs

    def _run(self, run: Element, paragraph: Walked, look: Look) -> None:
        properties = child(run, "w:rPr")
        if self._is_dropped(properties):
            return
        style = self._styles.of(attribute(child(properties, "w:rStyle"), "val"))
        hidden = is_on(child(properties, "w:vanish"))
        if hidden is None:
            hidden = style.is_hidden if style.is_hidden is not None else paragraph.style.is_hidden
        strong, emphasis = is_on(child(properties, "w:b")), is_on(child(properties, "w:i"))
        own = Look(
            is_strong=bool(style.is_bold if strong is None else strong),
            is_emphasis=bool(style.is_italic if emphasis is None else emphasis),
            target=look.target,
        )
        words: list[str] = []
        self._run_content(run, paragraph, words)
        if words and hidden:
            self._left_out[LeftOutKind.HIDDEN_TEXT] += 1
        elif words:
            paragraph.pieces.append(("".join(words), self._in_field(own)))

    def _run_content(self, run: Element, paragraph: Walked, words: list[str]) -> None:
        with _Level(self):
            for element in run:
                name = kind(element)
                if name in _CHARACTERS:
                    if all(has_result for _, has_result in self._fields):
                        words.append(_CHARACTERS[name](element))
                elif name in self._view.shown:
                    self._run_content(element, paragraph, words)
                elif name == "mc:AlternateContent":
                    chosen = _chosen(element)
                    if chosen is not None:
                        self._run_content(chosen, paragraph, words)
                elif name == "w:ruby":
                    self._inline(element, paragraph, Look())
                else:
                    self._run_object(element, name)

    def _run_object(self, element: Element, name: str) -> None:
        """Take in what stands in a run and is no character."""
        if name == "w:fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name == "w:instrText" and self._fields:
            self._fields[-1][0].append(element.text or "")
        elif name in ("w:footnoteReference", "w:endnoteReference"):
            self.notes.append((name, attribute(element, "id") or ""))
        elif name in _OBJECTS:
            self._object(element)

    def _object(self, element: Element) -> None:
        """Take the text boxes of a drawing, and note that the rest of it is left out."""
        boxes = _text_boxes(element)
        self._boxes.extend(boxes)
        if not boxes:
            is_object = kind(element) == "w:object"
            self._left_out[LeftOutKind.EMBEDDED_OBJECT if is_object else LeftOutKind.PICTURE] += 1

    # Fields

    def _field(self, step: str | None) -> None:
        if step == "begin":
            self._fields.append(([], False))
        elif self._fields and step == "separate":
            self._fields[-1] = (self._fields[-1][0], True)
        elif self._fields and step == "end":
            self._fields.pop()

    def _in_field(self, look: Look) -> Look:
        """Return ``look`` with the target of a HYPERLINK field whose result this is."""
        for instruction, has_result in reversed(self._fields):
            found = _LINK_FIELD.match("".join(instruction)) if has_result else None
            if found:
                return replace(look, target=allowed_target(found.group(1)) or look.target)
        return look


class _Level:
    """Counts how deep a walk is, so that it ends before Python's own stack does."""

    __slots__ = ("_walk",)

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def __enter__(self) -> None:
        self._walk._depth += 1  # noqa: SLF001 - part of the walk
        if self._walk._depth > DEPTH:  # noqa: SLF001
            raise TooDeep

    def __exit__(self, *_: object) -> None:
        self._walk._depth -= 1  # noqa: SLF001


def allowed_target(target: str) -> str | None:
    """Return ``target`` if a text may link to it."""
    cleaned = target.strip()
    scheme, colon, rest = cleaned.partition(":")
    lowered = scheme.lower() + colon + rest
    return lowered if lowered.startswith(LINK_SCHEMES) else None


def _chosen(alternatives: Element) -> Element | None:
    """Return the first choice, else the fallback: the same words stand in each of them."""
    choice = child(alternatives, "mc:Choice")
    return choice if choice is not None else child(alternatives, "mc:Fallback")


def _text_boxes(element: Element) -> list[Element]:
    """Return the contents of the boxes in a drawing, each alternative once, not what is in them."""
    found: list[Element] = []
    left = [element]
    while left:
        one = left.pop()
        name = kind(one)
        if name == "w:txbxContent":
            found.append(one)
        elif name == "mc:AlternateContent":
            chosen = _chosen(one)
            left.extend([] if chosen is None else [chosen])
        else:
            left.extend(reversed(list(one)))
    return found
