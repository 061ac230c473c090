"""Points of a list: what is one, and where a run of dashes is speech instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.drafting.clauses import opens_with_dash
from pressdesk.drafting.source import SourceLine, part_of, trimmed
from pressdesk.drafting.words import DASHES, word_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.text import Text
    from pressdesk.drafting.parts import Layout
    from pressdesk.drafting.speech import Speech

_BULLET = re.compile(
    rf"(?:[•·▪●◦‣⁃■□*o✓✔➢►\uf0b7]|[{DASHES}])[ \t\u00a0]+(?=\S)|[•▪●◦‣■✓✔➢►\uf0b7](?=\S)"
)
_NUMBER = re.compile(r"(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))[.)][ \t\u00a0]+(?=\S)")
_SHORT_POINT = 15
_POINT = 22


@dataclass(slots=True)
class PointReader:
    """Finds the lists among the lines of a body."""

    layout: Layout
    lines: Sequence[SourceLine]
    speech_of: Callable[[SourceLine], Speech | None]
    is_removed: Callable[[SourceLine], bool]
    _speech_until: int = 0

    def end_of_list(self, at: int) -> int:
        """Return where the list that begins at ``at`` ends; ``at`` itself when none does."""
        if at < self._speech_until:
            return at
        end = at
        while (
            end < len(self.lines) and self._is_point(end) and (end == at or self._is_near(at, end))
        ):
            end += 1
        run = self.lines[at:end]
        if not run or not opens_with_dash(run[0].plain):
            return end
        if self._are_points(at, run):
            return end
        self._speech_until = end
        return at

    def _is_near(self, at: int, end: int) -> bool:
        return not self.lines[end].follows_gap or self.lines[at + 1].follows_gap

    def _is_point(self, at: int) -> bool:
        line = self.lines[at]
        if line.is_list_style:
            return True
        is_point = bool(_BULLET.match(line.plain)) or self._is_counted(at)
        return is_point and not self.is_removed(line)

    def _is_counted(self, at: int) -> bool:
        """Return whether a number opens the line, and the one before or after counts with it."""
        place = _place(self.lines[at].plain)
        if place is None:
            return False
        before = _place(self.lines[at - 1].plain) if at else None
        after = _place(self.lines[at + 1].plain) if at + 1 < len(self.lines) else None
        return before == place - 1 or (place == 1 and after == 2)  # noqa: PLR2004

    def _are_points(self, at: int, run: Sequence[SourceLine]) -> bool:
        """Return whether lines behind dashes are points rather than speech."""
        speeches = [self.speech_of(line) for line in run]
        if any(
            one is not None and (one.phrase is not None or one.is_elsewhere) for one in speeches
        ):
            return False
        before = self.lines[at - 1] if at else None
        if before is not None and before.plain.endswith(":"):
            return not self._announces_speech(before)
        counts = [word_count(line.plain) for line in run]
        if self._is_beside_speech(at, at + len(run)):
            return False
        if len(run) == 1:
            return False
        is_tight = not any(line.follows_gap for line in run[1:])
        are_sentences = sum(line.plain.rstrip()[-1] in ".!?" for line in run) * 2 > len(run)
        return (
            max(counts) <= _POINT if is_tight else max(counts) <= _SHORT_POINT and not are_sentences
        )

    def _announces_speech(self, line: SourceLine) -> bool:
        speech = self.speech_of(line)
        return speech is not None and speech.phrase is not None

    def _is_beside_speech(self, start: int, end: int) -> bool:
        """Return whether speech with its dash stands right before or after."""
        before = self.layout.parts[-1] if self.layout.parts else None
        if before is not None and before.is_direct and opens_with_dash(before.texts[0].plain):
            return True
        if end >= len(self.lines) or not opens_with_dash(self.lines[end].plain):
            return False
        speech = self.speech_of(self.lines[end])
        return speech is not None and speech.phrase is not None


def _place(text: str) -> int | None:
    """Return the place that a numbered or lettered point counts, None for other lines."""
    found = _NUMBER.match(text)
    if found is None:
        return None
    return int(found["number"]) if found["number"] else ord(found["letter"]) - ord("a") + 1


def item_of(line: SourceLine) -> Text:
    """Return a point without its bullet, number or dash."""
    found = _BULLET.match(line.plain) or _NUMBER.match(line.plain)
    start = found.end() if found else 0
    return trimmed(part_of(line.text, start, line.plain[start:]))


def without_bullet(text: str) -> str:
    """Return ``text`` without the bullet before it; numbers stay, they may be telephones."""
    found = _BULLET.match(text)
    return text[found.end() :] if found and text[0] not in "0123456789" else text


def is_point(line: SourceLine) -> bool:
    """Return whether a bullet, or a style, makes the line a point."""
    return bool(_BULLET.match(line.plain)) or line.is_list_style
