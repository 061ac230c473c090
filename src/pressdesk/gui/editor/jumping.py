"""The way through what still has to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.gui.offsets import Offsets
from pressdesk.gui.sheet import LEAD_ID, TITLE_ID
from pressdesk.gui.sheet.lines import LineKind
from pressdesk.services.remaining import ContentPart, Placeholder, placeholders

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.sheet import Sheet

_OFTEN_EMPTY = (LineKind.FACT_HEADING, LineKind.CAPTION, LineKind.CREDIT)
"""Lines that the content does not count while they are empty."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A placeholder, and its span in the document; None where it stands among the facts."""

    placeholder: Placeholder
    span: tuple[int, int] | None


class Jumping:
    """Remembers where the user is among the placeholders."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._last: Placeholder | None = None

    def go(self, content: Content, *, is_backwards: bool) -> Placeholder | None:
        """Go to the next placeholder, or the one before.

        Returns:
            One that stands among the facts, which the caller shows; None otherwise.
        """
        goals = [Goal(one, self._span(one)) for one in placeholders(content)]
        if not goals:
            self._last = None
            return None
        return self._show(goals[self._place(goals, is_backwards=is_backwards)])

    def _show(self, goal: Goal) -> Placeholder | None:
        """Select a placeholder; return it where it stands among the facts."""
        self._last = goal.placeholder
        if goal.span is None:
            return goal.placeholder
        start, end = goal.span
        self._sheet.put_cursor(end, start)
        self._sheet.setFocus()
        return None

    def go_to(self, content: Content, block: BlockId | None, words: str) -> Placeholder | None:
        """Go to the placeholder of these words at a place, the first that is like it.

        Returns:
            One that stands among the facts, which the caller shows; None otherwise.
        """
        goals = [Goal(one, self._span(one)) for one in placeholders(content)]
        alike = [goal for goal in goals if goal.placeholder.text == words]
        there = [goal for goal in alike if goal.placeholder.block == block]
        return self._show((there or alike or goals)[0]) if goals else None

    def _place(self, goals: list[Goal], *, is_backwards: bool) -> int:
        step = -1 if is_backwards else 1
        cursor = self._sheet.textCursor()
        selected = (cursor.selectionStart(), cursor.selectionEnd())
        for number, goal in enumerate(goals):
            is_there = goal.span == selected if goal.span else goal.placeholder == self._last
            if is_there and goal.placeholder == self._last:
                return (number + step) % len(goals)
        in_text = [number for number, goal in enumerate(goals) if goal.span]
        if is_backwards:
            before = [n for n in in_text if (goals[n].span or (0, 0))[1] <= selected[0]]
            return before[-1] if before else len(goals) - 1
        after = [n for n in in_text if (goals[n].span or (0, 0))[0] >= selected[1]]
        return after[0] if after else 0

    def _span(self, one: Placeholder) -> tuple[int, int] | None:
        part_id = self._part_id(one)
        block = self._sheet.page.find(part_id) if part_id is not None else None
        if block is None:
            return None
        lines = self._lines(block)
        line = lines[one.index] if one.index < len(lines) else None
        if line is None:
            return (block.position(), block.position())
        offsets = Offsets(line.text())
        start = line.position()
        return (start + offsets.to_qt(one.start), start + offsets.to_qt(one.end))

    @staticmethod
    def _part_id(one: Placeholder) -> BlockId | None:
        if one.part is ContentPart.TITLE:
            return TITLE_ID
        return LEAD_ID if one.part is ContentPart.LEAD else one.block

    def _lines(self, block: QTextBlock) -> list[QTextBlock]:
        page = self._sheet.page
        first, last = page.unit(block)
        lines = []
        while True:
            if first.length() > 1 or page.shape(first).kind not in _OFTEN_EMPTY:
                lines.append(first)
            if first == last:
                return lines
            first = first.next()
