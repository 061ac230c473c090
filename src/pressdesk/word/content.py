"""What the elements of a document mean: characters, wrappers, boxes, kinds of paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressdesk.domain.text import LINK_SCHEMES, Text
from pressdesk.word.marked import Setting
from pressdesk.word.markup import attribute, child, kind, text_of
from pressdesk.word.styles import heading_level, is_numbered
from pressdesk.word.views import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pressdesk.word.markup import Element
    from pressdesk.word.styles import Style


class TooDeep(ValueError):
    """Elements are nested deeper than any word processor nests them."""


TRANSPARENT = frozenset(
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
RUN_PROPERTIES = frozenset(("w:rPr", "m:rPr"))
LOOKS_BESIDE = frozenset(
    [
        "w:sectPrChange",
        "w:tblPrChange",
        "w:tblPrExChange",
        "w:tblGridChange",
        "w:trPrChange",
        "w:tcPrChange",
        "w:cellMerge",
    ]
)
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


CHARACTERS: Mapping[str, Callable[[Element], str]] = {
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


def clean(words: str) -> str:
    """Return ``words`` in NFC without control characters, its line breaks kept."""
    if words.isascii() and words.isprintable():
        return words
    return LINE_BREAK.join(Text.of(line).plain for line in words.split(LINE_BREAK))


def setting_of(properties: Element | None, style: Style) -> Setting:
    """Return what a paragraph is by its own properties, else by its style."""
    outline = child(properties, "w:outlineLvl")
    numbering = child(properties, "w:numPr")
    return Setting(
        style=style.name,
        heading_level=style.heading_level if outline is None else heading_level(outline),
        is_list_item=style.is_list_item if numbering is None else is_numbered(numbering),
    )


def allowed_target(target: str) -> str | None:
    """Return ``target`` if a text may link to it."""
    cleaned = target.strip()
    scheme, colon, rest = cleaned.partition(":")
    lowered = scheme.lower() + colon + rest
    return lowered if lowered.startswith(LINK_SCHEMES) else None


def chosen_of(alternatives: Element) -> Element | None:
    """Return the first choice, else the fallback: the same words stand in each of them."""
    choice = child(alternatives, "mc:Choice")
    return choice if choice is not None else child(alternatives, "mc:Fallback")


def text_boxes(element: Element) -> list[Element]:
    """Return the contents of the boxes in a drawing, each alternative once, not what is in them."""
    found: list[Element] = []
    left = [element]
    while left:
        one = left.pop()
        name = kind(one)
        if name == "w:txbxContent":
            found.append(one)
        elif name == "mc:AlternateContent":
            chosen = chosen_of(one)
            left.extend([] if chosen is None else [chosen])
        else:
            left.extend(reversed(list(one)))
    return found
