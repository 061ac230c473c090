"""What a paragraph or a run is by its style, from ``styles.xml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.word.markup import Element, attribute, child, children, is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"^heading ([1-9])$", re.IGNORECASE)
_BUILT_IN = {
    name.lower(): name
    for name in (
        "Title",
        "Subtitle",
        "Caption",
        "Quote",
        "Intense Quote",
        "List Bullet",
        "List Number",
        "List Paragraph",
        "Body Text",
        "Block Text",
        "Date",
        "Signature",
        "Salutation",
        "Footnote Text",
        "Endnote Text",
        "Header",
        "Footer",
        "Strong",
        "Emphasis",
        "Hyperlink",
        # Ours, of which those that are based on built-in ones say more than these.
        "Fact Box Heading",
        "Photo Credit",
        "Press Release End",
        "Quote Turn",
    )
}
_NORMAL = "normal"
_NO_LEVEL = "9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style amounts to once everything that it is based on is taken in.

    ``name`` is the English name of the nearest built-in style, else the style's own name, and
    None for plain body text. The three marks are None where nothing in the chain sets them.
    """

    name: str | None = None
    heading_level: int | None = None
    is_list_item: bool = False
    is_bold: bool | None = None
    is_italic: bool | None = None
    is_hidden: bool | None = None


class Styles:
    """The styles of one file, by id."""

    __slots__ = ("_default", "_elements", "_known")

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else tuple(children(root, "w:style"))
        self._elements = {attribute(one, "styleId"): one for one in styles}
        self._known: dict[str | None, Style] = {}
        self._default = next(
            (
                attribute(one, "styleId")
                for one in styles
                if attribute(one, "type") == "paragraph"
                and attribute(one, "default") in ("1", "true", "on")
            ),
            None,
        )

    def of(self, style_id: str | None) -> Style:
        """Return the style with that id; an unknown one is plain."""
        if style_id not in self._known:
            self._known[style_id] = _resolved(tuple(self._chain(style_id)))
        return self._known[style_id]

    def of_paragraph(self, style_id: str | None) -> Style:
        """Return a paragraph's style, the default one where it names none."""
        return self.of(style_id if style_id is not None else self._default)

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        seen: set[str | None] = set()
        while style_id is not None and style_id not in seen and style_id in self._elements:
            seen.add(style_id)
            element = self._elements[style_id]
            yield element
            style_id = attribute(child(element, "w:basedOn"), "val")


def _resolved(chain: tuple[Element, ...]) -> Style:
    names = [attribute(child(one, "w:name"), "val") or "" for one in chain]
    known = [name for name in map(_built_in_name, names) if name]
    own = names[0].split(",")[0] if names and names[0].lower() != _NORMAL else None
    numbering = _first(chain, "w:pPr", "w:numPr")
    return Style(
        name=known[0] if known else own,
        heading_level=heading_level(_first(chain, "w:pPr", "w:outlineLvl"))
        or next((int(found.group(1)) for name in names if (found := _HEADING.match(name))), None),
        is_list_item=is_numbered(numbering) or any(name.startswith("List ") for name in known),
        is_bold=is_on(_first(chain, "w:rPr", "w:b")),
        is_italic=is_on(_first(chain, "w:rPr", "w:i")),
        is_hidden=is_on(_first(chain, "w:rPr", "w:vanish")),
    )


def _built_in_name(name: str) -> str | None:
    if _HEADING.match(name):
        return name.capitalize()
    return _BUILT_IN.get(name.lower())


def _first(chain: tuple[Element, ...], *path: str) -> Element | None:
    found = (child(one, *path) for one in chain)
    return next((one for one in found if one is not None), None)


def heading_level(outline: Element | None) -> int | None:
    """Return the level, from 1, that an ``outlineLvl`` sets; body text has none."""
    value = attribute(outline, "val")
    return int(value) + 1 if value and value.isdecimal() and value < _NO_LEVEL else None


def is_numbered(numbering: Element | None) -> bool:
    """Return whether a ``numPr`` puts its paragraph into a list; number 0 takes it out."""
    if numbering is None:
        return False
    return attribute(child(numbering, "w:numId"), "val") != "0"
