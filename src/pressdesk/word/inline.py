"""What stands in one paragraph: runs, fields and objects, gathered with all their changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pressdesk.word.changes import CONTENT_CHANGES
from pressdesk.word.content import (
    CHARACTERS,
    RUN_PROPERTIES,
    TRANSPARENT,
    TooDeep,
    allowed_target,
    chosen_of,
    clean,
    text_boxes,
)
from pressdesk.word.document import LeftOutKind
from pressdesk.word.marked import ChangeKind, Look, Span
from pressdesk.word.markup import attribute, child, is_on, kind, relation_id
from pressdesk.word.styles import Style

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from pressdesk.word.changes import ChangeLog
    from pressdesk.word.marked import Change, Changes
    from pressdesk.word.markup import Element
    from pressdesk.word.ranges import Ranges
    from pressdesk.word.styles import Styles

DEPTH = 200
_LINK_FIELD = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _RunLook:
    """How a run looks, looked before, and whether it is seen at all."""

    look: Look
    reformatted: Change | None = None
    earlier_look: Look | None = None
    is_hidden: bool = False


@dataclass(slots=True)
class _Field:
    """A field that has begun before span ``start``."""

    start: int
    instruction: list[str] = field(default_factory=list)
    has_result: bool = False


class Inline:
    """Gathers the spans of one paragraph after another.

    ``notes`` collects the foot- and endnotes that are referred to, in order, each once;
    ``boxes`` the text boxes of the paragraph, with the changes that they hang on.
    """

    def __init__(
        self,
        *,
        styles: Styles,
        links: Mapping[str, str],
        log: ChangeLog,
        ranges: Ranges,
        left_out: Counter[LeftOutKind],
    ) -> None:
        self.notes: dict[tuple[str, str], None] = {}
        self.boxes: list[tuple[Element, Changes]] = []
        self._left_out = left_out
        self._styles = styles
        self._links = links
        self._log = log
        self._ranges = ranges
        self._depth = 0
        self._fields: list[_Field] = []
        self._spans: list[Span] = []
        self._style = Style()

    def gathered(self, paragraph: Element, style: Style, within: Changes) -> tuple[Span, ...]:
        """Return the spans of a paragraph of that style.

        Raises:
            TooDeep: nested without end.
        """
        self._style = style
        self._fields, self._spans, self.boxes = [], [], []
        self._inline(paragraph, within, None)
        return tuple(self._spans)

    def _inline(self, container: Element, changes: Changes, target: str | None) -> None:
        self._deeper()
        for element in container:
            name = kind(element)
            if name in ("w:r", "m:r"):
                self._run(element, changes, target)
            elif name in CONTENT_CHANGES:
                change = self._log.change(element, CONTENT_CHANGES[name])
                self._inline(element, (*changes, change), target)
            elif name == "w:hyperlink":
                own = self._links.get(relation_id(element) or "")
                self._inline(element, changes, own or target)
            elif name in TRANSPARENT or (name.startswith("m:") and not name.endswith("Pr")):
                self._inline(element, changes, target)
            elif name == "mc:AlternateContent":
                if (chosen := chosen_of(element)) is not None:
                    self._inline(chosen, changes, target)
            else:
                self._log.range(element, name, self._ranges, len(self._spans))
        self._depth -= 1

    def _deeper(self) -> None:
        """Count how deep the walk is, so that it ends before Python's own stack does."""
        self._depth += 1
        if self._depth > DEPTH:
            raise TooDeep

    # Runs

    def _run(self, run: Element, changes: Changes, target: str | None) -> None:
        properties = _properties_of(run)
        named = {} if properties is None else {kind(one): one for one in properties}
        if named.keys().isdisjoint(_TELLING):
            looks = _RunLook(Look(target=target)) if target else _PLAIN
            if self._style.is_hidden:
                looks = replace(looks, is_hidden=True)
        else:
            changes = (*changes, *self._log.changes_in(properties))
            looks = self._looks(named, target)
        self._run_content(run, changes, looks)

    def _looks(self, named: Mapping[str, Element], target: str | None) -> _RunLook:
        look, is_hidden = self._look(named, target)
        change = named.get("w:rPrChange")
        if change is None:
            return _RunLook(look, is_hidden=is_hidden)
        before = child(change, "w:rPr")
        earlier = {} if before is None else {kind(one): one for one in before}
        return _RunLook(
            look,
            reformatted=self._log.change(change, ChangeKind.FORMAT),
            earlier_look=self._look(earlier, target)[0],
            is_hidden=is_hidden,
        )

    def _look(self, named: Mapping[str, Element], target: str | None) -> tuple[Look, bool]:
        style = self._styles.of(attribute(named.get("w:rStyle"), "val"))
        hidden = is_on(named.get("w:vanish"))
        if hidden is None:
            hidden = style.is_hidden if style.is_hidden is not None else self._style.is_hidden
        strong, emphasis = is_on(named.get("w:b")), is_on(named.get("w:i"))
        look = Look(
            is_strong=bool(style.is_bold if strong is None else strong),
            is_emphasis=bool(style.is_italic if emphasis is None else emphasis),
            target=target,
        )
        return look, bool(hidden)

    def _run_content(self, run: Element, changes: Changes, looks: _RunLook) -> None:
        self._deeper()
        words: list[str] = []
        for element in run:
            name = kind(element)
            if name in CHARACTERS:
                words.append(CHARACTERS[name](element))
            elif name in RUN_PROPERTIES:
                continue
            else:
                self._words(words, changes, looks)
                words = []
                if name in CONTENT_CHANGES:
                    change = self._log.change(element, CONTENT_CHANGES[name])
                    self._run_content(element, (*changes, change), looks)
                elif name == "mc:AlternateContent":
                    if (chosen := chosen_of(element)) is not None:
                        self._run_content(chosen, changes, looks)
                elif name == "w:ruby":
                    self._inline(element, changes, None)
                else:
                    self._run_object(element, name, changes)
        self._words(words, changes, looks)
        self._depth -= 1

    def _words(self, words: list[str], changes: Changes, looks: _RunLook) -> None:
        text = "".join(words)
        if not text:
            return
        if looks.is_hidden:
            self._left_out[LeftOutKind.HIDDEN_TEXT] += 1
            return
        self._spans.append(
            Span(
                text=clean(text),
                look=self._in_field(looks.look) if self._fields else looks.look,
                changes=changes,
                reformatted=looks.reformatted,
                earlier_look=looks.earlier_look,
            )
        )

    def _run_object(self, element: Element, name: str, changes: Changes) -> None:
        """Take in what stands in a run and is no character."""
        if name == "w:fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name in ("w:instrText", "w:delInstrText"):
            if self._fields:
                self._fields[-1].instruction.append(element.text or "")
        elif name in ("w:footnoteReference", "w:endnoteReference"):
            note = (name, attribute(element, "id") or "")
            self.notes[note] = None
            self._spans.append(Span(text="", look=_PLAIN.look, changes=changes, note=note))
        elif name in ("w:drawing", "w:pict", "w:object"):
            self._object(element, name, changes)
        else:
            self._log.range(element, name, self._ranges, len(self._spans))

    def _object(self, element: Element, name: str, changes: Changes) -> None:
        """Take the text boxes of a drawing, and note that the rest of it is left out."""
        boxes = text_boxes(element)
        self.boxes.extend((box, changes) for box in boxes)
        if not boxes:
            is_object = name == "w:object"
            self._left_out[LeftOutKind.EMBEDDED_OBJECT if is_object else LeftOutKind.PICTURE] += 1

    # Fields

    def _field(self, step: str | None) -> None:
        """Take in a mark of a field. Words before its result belong to its code, and are none.

        Only once the result or the end is there: of a field that never ends, which changes to
        parts of it may leave, nothing is lost.
        """
        if step == "begin":
            self._fields.append(_Field(start=len(self._spans)))
        elif self._fields and step in ("separate", "end"):
            one = self._fields[-1] if step == "separate" else self._fields.pop()
            if not one.has_result:
                for place in range(one.start, len(self._spans)):
                    self._spans[place] = replace(self._spans[place], text="")
            one.has_result = True

    def _in_field(self, look: Look) -> Look:
        """Return ``look`` with the target of a HYPERLINK field whose result this is."""
        for one in reversed(self._fields):
            found = _LINK_FIELD.match("".join(one.instruction)) if one.has_result else None
            if found:
                return replace(look, target=allowed_target(found.group(1)) or look.target)
        return look


def _properties_of(run: Element) -> Element | None:
    """Return the run's properties, which nearly always come first."""
    first = run[0] if len(run) else None
    if first is None or kind(first) == "w:rPr":
        return first
    return child(run, "w:rPr")


_PLAIN = _RunLook(Look())
_TELLING = frozenset(("w:rStyle", "w:b", "w:i", "w:vanish", "w:rPrChange", *CONTENT_CHANGES))
