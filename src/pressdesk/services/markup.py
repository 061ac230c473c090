"""HTML of any origin as paragraphs: what people saw, with its bold, italics, links and lists."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree, html

from pressdesk.domain.recognised import CleanUp, CleanUpKind
from pressdesk.domain.text import LINK_SCHEMES, Mark, MarkKind, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BLOCK_NAMES = (
    "address article aside blockquote body br caption center dd details div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav "
    "ol p pre section table tbody td tfoot th thead tr ul"
)
_DROPPED_NAMES = (
    "head style title meta link script noscript template iframe object embed applet svg "
    "math video audio canvas img picture map button select textarea input"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_DROPPED = frozenset(_DROPPED_NAMES.split())
_DELETED = frozenset(("del", "s", "strike"))
_NAVIGATION = "nav"
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_NAMED = {
    "img": "<img>",
    "picture": "<img>",
    "svg": "<svg>",
    "script": "<script>",
    "iframe": "<iframe>",
    "object": "<object>",
    "embed": "<object>",
    "video": "<video>",
    "audio": "<audio>",
    "form": "<form>",
    "table": "<table>",
}
"""Elements that are dropped or flattened and that people may miss, and so hear about."""
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment"
    r"|mso-special-character\s*:\s*comment|text-decoration[a-z-]*\s*:[^;]*line-through",
    re.IGNORECASE,
)
_COMMENT_CLASS = re.compile(r"\b(?:MsoCommentReference|msocom\w*)\b", re.IGNORECASE)
_BULLET_SIGN = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:\s*(l\d+)", re.IGNORECASE)
_WORD_LIST_CLASS = re.compile(r"\bMsoList(?:Bullet|Number)", re.IGNORECASE)
_WORD_TITLE = re.compile(r"\bMsoTitle\b", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
_BULLET = re.compile(r"[·•▪●◦‣⁃■\uf0b7\uf0a7][ \t\u00a0]+(?=\S)|[·•▪●◦‣\uf0b7\uf0a7](?=\S)")
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|lighter|[1-5]00)", re.I)
_SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_BOLD = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACES = re.compile(r"[ \t\r\n\f]+")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\ufffc"))


class PieceKind(StrEnum):
    """What a paragraph was in the markup."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One paragraph. ``level`` is a heading's; ``within`` tells the lists apart."""

    kind: PieceKind = PieceKind.PARAGRAPH
    text: Text
    level: int = 0
    within: str = ""


def read_markup(markup: str) -> tuple[tuple[Piece, ...], tuple[CleanUp, ...]]:
    """Return what HTML says, leavings of web pages included, and what nobody saw as text.

    Scripts, pictures, deleted and hidden words are left out and told; line numbers count the
    paragraphs met.
    """
    return _Reading().read(markup)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What an element makes of the words within it."""

    is_strong: bool = False
    is_emphasis: bool = False
    target: str | None = None
    level: int = 0
    is_item: bool = False
    within: str = ""

    @property
    def keeps_line(self) -> bool:
        """Whether a line break within is a mere space."""
        return bool(self.level) or self.is_item


@dataclass(slots=True)
class _Reading:
    """One walk over foreign markup, without recursion: depth is the sender's choice."""

    pieces: list[Piece] = field(default_factory=list)
    dropped: list[CleanUp] = field(default_factory=list)
    _places: list[_Place] = field(default_factory=lambda: [_Place()])
    _runs: list[tuple[str, _Place]] = field(default_factory=list)
    _unsaid: list[str] = field(default_factory=list)
    _silent: int = 0
    _hidden: int = 0
    _lists: int = 0

    def read(self, markup: str) -> tuple[tuple[Piece, ...], tuple[CleanUp, ...]]:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = html.document_fromstring(_XML_DECLARATION.sub("", markup), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return (), ()
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                self._open(tag, element)
            else:
                self._close(tag, element)
                if element is not root:
                    self._say(element.tail)
        self._break()
        return tuple(self.pieces), tuple(self.dropped)

    def _open(self, tag: str, element: etree._Element) -> None:
        is_heard = not self._silent and not self._hidden
        if is_heard and tag in _BLOCKS and not (tag == "br" and self._places[-1].keeps_line):
            self._break()
        if is_heard:
            self._note(tag, element)
        self._silent += _is_silent(tag, element)
        self._hidden += _is_hidden(tag, element)
        if tag in _LISTS and is_heard and not self._places[-1].within:
            self._lists += 1
        self._places.append(_place_in(self._places[-1], tag, element, f"list {self._lists}"))
        if (tag in _BLOCKS and not is_heard) or tag == "br":
            self._say(" ")
        self._say(element.text)

    def _close(self, tag: str, element: etree._Element) -> None:
        self._silent -= _is_silent(tag, element)
        self._hidden -= _is_hidden(tag, element)
        self._places.pop()
        if self._silent or self._hidden:
            return
        unsaid = _SPACES.sub(" ", "".join(self._unsaid)).translate(INVISIBLE).strip(" \u00a0")
        self._unsaid.clear()
        if unsaid:
            text = Text.of(unsaid).plain
            line = len(self.pieces) + 1
            kind = CleanUpKind.WEB_RESIDUE if tag == _NAVIGATION else CleanUpKind.HIDDEN
            self.dropped.append(CleanUp(kind=kind, line=line, text=text))
        if tag in _BLOCKS and tag != "br":
            self._break()

    def _say(self, words: str | None) -> None:
        if not words or self._silent:
            return
        if self._hidden:
            self._unsaid.append(words)
        else:
            self._runs.append((words, self._places[-1]))

    def _note(self, tag: str, element: etree._Element) -> None:
        if tag in _NAMED and (tag != "table" or _has_columns(element)):
            alt = (element.get("alt") or "").strip()
            text = f"{_NAMED[tag]} {alt}".strip()
            line = len(self.pieces) + 1
            self.dropped.append(CleanUp(kind=CleanUpKind.WEB_RESIDUE, line=line, text=text))

    def _break(self) -> None:
        runs, self._runs = self._runs, []
        said = next((place for words, place in runs if words.strip()), None)
        if said is not None and (text := _text(runs)):
            self.pieces.append(_piece(text, said))


def _is_silent(tag: str, element: etree._Element) -> bool:
    """Return whether nobody ever saw the words as text, or a bullet sign stands for its list."""
    return tag in _DROPPED or bool(_BULLET_SIGN.search(element.get("style") or ""))


def _is_hidden(tag: str, element: etree._Element) -> bool:
    """Return whether the words were deleted or hidden, are a comment, or lead to other pages."""
    return (
        tag in _DELETED
        or tag == _NAVIGATION
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
        or bool(_COMMENT_CLASS.search(element.get("class") or ""))
    )


def _has_columns(table: etree._Element) -> bool:
    """Return whether cells stand side by side, so that a line each says less."""
    return next((True for cell in table.iter("td", "th") if cell.getnext() is not None), False)


def _place_in(place: _Place, tag: str, element: etree._Element, new_list: str) -> _Place:
    """Return what the element makes of its words, by its name and by its style."""
    style, name = element.get("style") or "", element.get("class") or ""
    place = _structured(place, tag, style, name, new_list)
    if tag in ("b", "strong"):
        place = replace(place, is_strong=True)
    elif tag in ("i", "em"):
        place = replace(place, is_emphasis=True)
    elif tag == "a" and (target := _target(element)):
        place = replace(place, target=target)
    if weight := _WEIGHT.search(style):
        place = replace(place, is_strong=weight.group(1).lower() in _BOLD)
    if slant := _SLANT.search(style):
        place = replace(place, is_emphasis=slant.group(1).lower() != "normal")
    return place


def _structured(place: _Place, tag: str, style: str, name: str, new_list: str) -> _Place:
    if tag in _LISTS:
        return replace(place, within=place.within or new_list)
    if tag == "li":
        return replace(place, is_item=True)
    if heading := _HEADING.fullmatch(tag):
        return replace(place, level=int(heading.group(1)))
    if tag == "p" and _WORD_TITLE.search(name):
        return replace(place, level=1)
    if tag == "p" and ((found := _WORD_LIST.search(style)) or _WORD_LIST_CLASS.search(name)):
        return replace(place, is_item=True, within=found.group(1) if found else "word")
    return place


def _target(element: etree._Element) -> str | None:
    """Return where a link goes, None where that is nowhere that content knows."""
    scheme, colon, rest = (element.get("href") or "").strip().partition(":")
    target = Text.of(f"{scheme.lower()}{colon}{rest}").plain
    return target if target.startswith(LINK_SCHEMES) else None


def _piece(text: Text, place: _Place) -> Piece:
    if place.level:
        marks = tuple(mark for mark in text.marks if mark.kind is not MarkKind.STRONG)
        return Piece(kind=PieceKind.HEADING, text=Text(text.plain, marks), level=place.level)
    bullet = _BULLET.match(text.plain)
    if place.is_item or bullet:
        item = _without_head(text, bullet.end()) if bullet else text
        return Piece(kind=PieceKind.ITEM, text=item, within=place.within)
    return Piece(text=text)


def _without_head(text: Text, length: int) -> Text:
    marks = tuple(
        replace(mark, start=max(mark.start - length, 0), end=mark.end - length)
        for mark in text.marks
        if mark.end > length
    )
    return Text(text.plain[length:], marks)


def _text(runs: Iterable[tuple[str, _Place]]) -> Text:
    """Return the words as people saw them: one space for any white space, none at the ends."""
    said: list[tuple[str, _Place]] = []
    ends_with_space = True
    for words, where in runs:
        place = where
        shown = Text.of(_SPACES.sub(" ", words).translate(INVISIBLE)).plain
        shown = shown.removeprefix(" ") if ends_with_space else shown
        if not shown:
            continue
        if said and unicodedata.combining(shown[0]):
            place = said[-1][1]
            shown = unicodedata.normalize("NFC", said.pop()[0] + shown)
        ends_with_space = shown.endswith(" ")
        said.append((shown, place))
    plain = unicodedata.normalize("NFC", "".join(words for words, _ in said)).rstrip(" ")
    return Text(plain, tuple(_marks(said, len(plain))))


def _marks(runs: Sequence[tuple[str, _Place]], length: int) -> Iterator[Mark]:
    """Yield the marks, each as long as its neighbours share it, in the order of their starts."""
    found: list[Mark] = []
    for kind in MarkKind:
        at = 0
        for (is_set, target), run in groupby(runs, key=lambda one: _setting(one[1], kind)):
            start, at = at, at + sum(len(words) for words, _ in run)
            if is_set and start < min(at, length):
                found.append(Mark(start=start, end=min(at, length), kind=kind, target=target))
    yield from sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind))


def _setting(place: _Place, kind: MarkKind) -> tuple[bool, str | None]:
    if kind is MarkKind.LINK:
        return place.target is not None, place.target
    return (place.is_strong if kind is MarkKind.STRONG else place.is_emphasis), None
