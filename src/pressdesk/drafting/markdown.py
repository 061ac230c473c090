"""Markdown signs in plain text, turned into styles and marks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.text import LINK_SCHEMES, Mark, MarkKind, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.drafting.source import SourceLine

_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_QUOTED = re.compile(r">\s?(?=\S)")
_INLINE = re.compile(
    r"\*\*(?P<strong>[^*\s](?:[^*]*[^*\s])?)\*\*|__(?P<strong2>[^_\s](?:[^_]*[^_\s])?)__"
    r"|(?<![\w*])\*(?P<emphasis>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])"
    r"|(?<!\w)_(?P<emphasis2>[^_\s](?:[^_]*[^_\s])?)_(?!\w)"
    r"|\[(?P<link>[^\[\]]+)\]\((?P<target>[^\s()]+)\)"
)
_SIGNS = re.compile(r"^#{1,6}\s+\S|\*\*\S[^*]*\*\*|\[[^\[\]]+\]\(https?://", re.MULTILINE)


def without_markdown(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines with Markdown read as what it means; as they are where there is none."""
    if not any(_SIGNS.search(line.plain) for line in lines if line.style is None):
        return list(lines)
    return [_read(line) if line.style is None else line for line in lines]


def _read(line: SourceLine) -> SourceLine:
    heading = _HEADING.match(line.plain)
    if heading:
        style = f"Heading {len(heading.group(1))}"
        return replace(line, text=_inline(heading.group(2)), style=style)
    return line.with_text(_inline(_QUOTED.sub("", line.plain, count=1)))


def _inline(plain: str) -> Text:
    """Return the words with bold, italics and links as marks."""
    words = ""
    marks: list[Mark] = []
    at = 0
    for found in _INLINE.finditer(plain):
        kind, inner = _kind(found)
        target = found["target"]
        if target is not None and not target.startswith(LINK_SCHEMES):
            continue
        words += plain[at : found.start()]
        marks.append(Mark(start=len(words), end=len(words) + len(inner), kind=kind, target=target))
        words += inner
        at = found.end()
    words += plain[at:]
    return Text(unicodedata.normalize("NFC", words), tuple(marks))


def _kind(found: re.Match[str]) -> tuple[MarkKind, str]:
    strong = found["strong"] or found["strong2"]
    if strong:
        return MarkKind.STRONG, strong
    emphasis = found["emphasis"] or found["emphasis2"]
    if emphasis:
        return MarkKind.EMPHASIS, emphasis
    return MarkKind.LINK, found["link"]
