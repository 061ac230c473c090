"""Points of a list: what is one, and where a run of dashes is speech instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.drafting.clauses import opens_with_dash
from pressdesk.drafting.lexicon import lexicon
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
_BEFORE_WORDS = f"{DASHES} \t\u00a0"
_SENTENCE_ENDS = '.!?…»”":'
_FINITE = frozenset(
    [
        "er", "var", "blir", "ble", "vart", "har", "hadde", "skal", "kan", "vil", "må", "får", "gir", "gjev",
        "gjør", "gjer", "kommer", "kjem", "går", "trenger", "treng", "is", "are", "was", "were", "will", "has",
        "have", "can", "must",
    ]
)  # fmt: skip
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
            end < len(self.lines)
            and self._is_point(end)
            and (end == at or (self._is_near(at, end) and self._is_alike(at, end)))
        ):
            end += 1
        run = self.lines[at:end]
        if not run or not opens_with_dash(run[0].plain):
            return end
        fragments = self._fragments(run)
        if fragments > 1:
            return at + fragments
        if self._are_points(at, run):
            return end
        turns = (place for place in range(1, len(run)) if self._fragments(run[place:]) > 1)
        self._speech_until = at + next(turns, len(run))
        return at

    def _fragments(self, run: Sequence[SourceLine]) -> int:
        """Return how many lines from the first on are short and no sentences: points for sure."""
        count = 0
        while count < len(run) and self._is_fragment(run[count]):
            count += 1
        return count

    def _is_fragment(self, line: SourceLine) -> bool:
        """Return whether a line has no end, no speaker and no "vi": "- 120 meter lang".

        Behind a longer dash, the dash of speech, it has no finite verb either.
        """
        words = line.plain.lstrip(_BEFORE_WORDS).split()
        if not words or len(words) > _SHORT_POINT or line.plain.rstrip()[-1] in _SENTENCE_ENDS:
            return False
        small = {word.lower().strip(",") for word in words}
        says = small & _FINITE and opens_with_dash(line.plain) and line.plain[0] != "-"
        if small & lexicon().speech.first_person or says:
            return False
        speech = self.speech_of(line)
        return speech is None or (speech.phrase is None and not speech.is_elsewhere)

    def _is_near(self, at: int, end: int) -> bool:
        if self.lines[at].is_list_style and not self.lines[end].is_list_style:
            return False
        return not self.lines[end].follows_gap or self.lines[at + 1].follows_gap

    def _is_alike(self, at: int, end: int) -> bool:
        """Return whether both lines are points in the same way: lines of a list style, or not."""
        first, other = self.lines[at], self.lines[end]
        return not opens_with_dash(first.plain) or first.is_list_style == other.is_list_style

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
        if len(run) == 1:
            return False
        if before is not None and before.plain.endswith(":"):
            if all(line.plain.rstrip()[-1] in "!?" for line in run):
                return False
            return not self._announces_speech(before)
        counts = [word_count(line.plain) for line in run]
        if self._is_beside_speech(at, at + len(run)):
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
