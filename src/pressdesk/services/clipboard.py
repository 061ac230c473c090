"""What is pasted, as clean paragraphs: no markup, no scripts, no pictures, no web page's leavings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree, html

from pressdesk.domain.errors import SourceTooLarge
from pressdesk.domain.recognised import CleanUp, CleanUpKind
from pressdesk.domain.text import Text
from pressdesk.drafting.residue import is_residue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LIMIT_MB = 5
_MB = 1_000_000

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
}
"""Dropped elements that people may miss, and so hear about."""
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\ufffc"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Paragraphs, none empty, and what was left out; line numbers count the paragraphs met."""

    paragraphs: tuple[Text, ...]
    removed: tuple[CleanUp, ...] = ()


def cleaned(words: str, markup: str | None, name: str) -> Cleaned:
    """Return what the clipboard holds as clean paragraphs.

    ``markup`` is its HTML form, if there is one, also as Word writes it. One that is too large, as
    when pictures lie in it, or that says nothing, gives way to the plain ``words``.

    Raises:
        SourceTooLarge: the words alone are more than is read; ``name`` is what to call them.
    """
    if _size(words) > LIMIT_MB * _MB:
        raise SourceTooLarge(name=name, limit_mb=LIMIT_MB)
    if markup and markup.strip():
        if _size(markup) > LIMIT_MB * _MB:
            if not words.strip():
                raise SourceTooLarge(name=name, limit_mb=LIMIT_MB)
        else:
            found = _Reading().read(markup)
            if found.paragraphs:
                return found
    return _without_residue(words.splitlines(), ())


def _size(words: str) -> int:
    """Return the bytes of ``words``, counted in full only where that can matter."""
    return len(words) if len(words) * 4 <= LIMIT_MB * _MB else len(words.encode(errors="replace"))


@dataclass(slots=True)
class _Reading:
    """One walk over foreign markup, without recursion: depth is the sender's choice."""

    lines: list[str] = field(default_factory=list)
    dropped: list[CleanUp] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)

    def read(self, markup: str) -> Cleaned:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = html.document_fromstring(_XML_DECLARATION.sub("", markup), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return Cleaned(paragraphs=())
        depth_dropped = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            is_dropped = tag in _DROPPED or bool(_HIDDEN.search(element.get("style") or ""))
            if event == "start":
                if is_dropped and not depth_dropped:
                    self._note(tag, element)
                depth_dropped += is_dropped
                if tag in _BLOCKS:
                    self._break()
                if not depth_dropped:
                    self._pieces.append(element.text or "")
            else:
                depth_dropped -= is_dropped
                if tag in _BLOCKS:
                    self._break()
                if not depth_dropped and element is not root:
                    self._pieces.append(element.tail or "")
        self._break()
        return _without_residue(self.lines, self.dropped)

    def _note(self, tag: str, element: etree._Element) -> None:
        if tag in _NAMED:
            alt = (element.get("alt") or "").strip()
            text = f"{_NAMED[tag]} {alt}".strip()
            line = len(self.lines) + 1
            self.dropped.append(CleanUp(kind=CleanUpKind.WEB_RESIDUE, line=line, text=text))

    def _break(self) -> None:
        words = _SPACES.sub(" ", "".join(self._pieces)).strip(" ")
        self._pieces.clear()
        if words:
            self.lines.append(words)


def _without_residue(lines: Iterable[str], dropped: Iterable[CleanUp]) -> Cleaned:
    removed = list(dropped)
    paragraphs = []
    for number, text in _texts(lines):
        if is_residue(text.plain):
            removed.append(CleanUp(kind=CleanUpKind.WEB_RESIDUE, line=number, text=text.plain))
        else:
            paragraphs.append(text)
    removed.sort(key=lambda one: one.line)
    return Cleaned(paragraphs=tuple(paragraphs), removed=tuple(removed))


def _texts(lines: Iterable[str]) -> Iterator[tuple[int, Text]]:
    for number, line in enumerate(lines, start=1):
        text = Text.of(line.translate(_INVISIBLE).strip(" \t"))
        if text:
            yield number, text
