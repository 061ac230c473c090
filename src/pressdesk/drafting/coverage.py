"""The safety net: every word of the source is in the content, or in the account of the clean-up."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from pressdesk.domain.recognised import CleanUp, CleanUpKind
from pressdesk.domain.text import Text
from pressdesk.drafting.residue import removal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressdesk.drafting.contacts import Entry
    from pressdesk.drafting.parts import Layout, Part
    from pressdesk.drafting.source import SourceLine

_WHOLE = frozenset({CleanUpKind.REPEATED_LEAD, CleanUpKind.WEB_RESIDUE, CleanUpKind.OTHER})


def words_of(text: str) -> list[str]:
    """Return the words of ``text``: what white space parts, in NFC."""
    return unicodedata.normalize("NFC", text).split()


def left_out(lines: Sequence[SourceLine], layout: Layout) -> Iterator[CleanUp]:
    """Yield the lines of which some word went into no part of the content."""
    removed = {change.line for change in layout.removed if change.kind in _WHOLE}
    seen = set(removed)
    for group, texts in _destinations(layout, lines):
        seen.update(line.number for line in group)
        if len(group) == 1 and group[0].raw in texts:
            continue
        yield from _missing([line for line in group if line.number not in removed], texts)
    for line in lines:
        if line.number not in seen:
            yield removal(line, CleanUpKind.OTHER)


def _destinations(
    layout: Layout, lines: Sequence[SourceLine]
) -> Iterator[tuple[Sequence[SourceLine], list[str]]]:
    if layout.title is not None:
        yield [layout.title], [layout.title.plain]
    for line in layout.lead:
        yield [line], [line.plain]
    for part in layout.parts:
        yield part.lines, [text.plain for text in _texts(part)]
    numbers = {number for entry in layout.entries for number in entry.lines}
    yield [line for line in lines if line.number in numbers], list(_fields(layout.entries))


def _texts(part: Part) -> Iterator[Text]:
    yield part.heading
    yield from part.texts
    if part.kind == "link" and part.name is not None:
        yield Text(part.name)


def _fields(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from (one for one in (entry.name, entry.title, entry.phone, entry.email) if one)


def _missing(group: Sequence[SourceLine], texts: Iterable[str]) -> Iterator[CleanUp]:
    taken = Counter(word for text in texts for word in words_of(text))
    for line in group:
        words = Counter(words_of(line.raw))
        if words - taken:
            yield removal(line, CleanUpKind.OTHER)
        taken -= words
