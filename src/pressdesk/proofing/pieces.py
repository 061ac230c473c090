"""Passages that are far too long, cut at sentence ends so that each piece takes a bounded time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.textops.sentences import sentences
from pressdesk.textops.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 20_000
"""Code points; a press release of three pages has half as many."""


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Yield (place in ``text``, words) for each piece; nearly always it is all of it.

    Shape: each is at most ``longest`` long and, where the text allows, ends with a sentence, else
    before a space, else anywhere.
    """
    start = 0
    while len(text) - start > longest:
        end = start + _end(text[start : start + longest])
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _end(window: str) -> int:
    """Return where to cut a window of the text that goes on behind it."""
    cut = tokens(window)
    found = sentences(cut)
    if len(found) > 1:
        return cut[found[-1].start].start
    space = window.rfind(" ", len(window) // 2)
    return space + 1 if space > 0 else len(window)
