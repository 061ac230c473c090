"""What web pages leave behind in copied text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressdesk.domain.recognised import CleanUp, CleanUpKind
from pressdesk.drafting.lexicon import patterns
from pressdesk.textops.normalise import normal_form

if TYPE_CHECKING:
    from pressdesk.drafting.source import SourceLine

_LONGEST = 700
_LONGEST_MARK = 60
_ELLIPSIS = re.compile(
    r"\s*(?:\[?(?:…|\.{3})\]?)\s*(?:les mer|les meir|read more)?\s*$", re.IGNORECASE
)
_SHORTEST_TEASER = 40
_END = " \t\u00a0"


def is_residue(text: str) -> bool:
    """Return whether a line is something a web page left behind, wherever it stands."""
    return len(text) <= _LONGEST and bool(patterns("residue", "lines").fullmatch(text))


def is_residue_on_top(text: str) -> bool:
    """Return whether a line is residue when it stands above or right below the title."""
    if len(text) > _LONGEST:
        return False
    return is_residue(text) or bool(patterns("residue", "top").fullmatch(text))


def is_dated(text: str) -> bool:
    """Return whether a line of residue tells when the page was published, as against changed."""
    return bool(patterns("residue", "dated").match(text))


def opens_residue(text: str) -> bool:
    """Return whether what follows the line, up to the next empty one, is residue with it."""
    return len(text) <= _LONGEST and bool(patterns("residue", "sections").fullmatch(text))


def is_end_mark(text: str) -> bool:
    """Return whether a line only says that the release ends: "###", "– SLUTT –"."""
    return len(text) <= _LONGEST_MARK and bool(patterns("headings", "end_marks").fullmatch(text))


def same_words(one: str, other: str) -> bool:
    """Return whether two paragraphs say the same, typography and a final point aside."""
    return bare_words(one) == bare_words(other)


def is_teaser(short: str, full: str) -> bool:
    """Return whether ``short`` is the beginning of ``full``, cut off with an ellipsis."""
    cut = _ELLIPSIS.sub("", short)
    is_cut = cut != short and len(cut) >= _SHORTEST_TEASER
    return is_cut and normal_form(full).startswith(normal_form(cut))


def removal(line: SourceLine, kind: CleanUpKind) -> CleanUp:
    """Return the account of a line that was left out as a whole."""
    return CleanUp(kind=kind, line=line.number, text=line.raw)


def bare_words(text: str) -> str:
    """Return what ``same_words`` compares."""
    return normal_form(text).rstrip("." + _END).casefold()
