"""Patterns over the words of one sentence, with their classes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.proofing.rules.model import Hit
from pressdesk.textops.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.proofing.lexicon.reading import Reading
    from pressdesk.proofing.rules.context import Context
    from pressdesk.proofing.rules.patterns import Pattern


class Case(StrEnum):
    """How a word is written."""

    LOWER = "lower"
    CAPITAL = "capital"
    UPPER = "upper"


class Position(StrEnum):
    """Where in its sentence a word stands, signs aside."""

    START = "start"
    INSIDE = "inside"
    END = "end"


class Only(StrEnum):
    """Whether one reading of many suffices, or all of them, or all those of the class, must fit."""

    ONE = "one"
    ALL = "all"
    CLASS = "class"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCondition:
    """What a reading must be. Shape: attribute of ``Reading`` → values, any of which will do."""

    wanted: tuple[tuple[str, frozenset[object]], ...]
    only: Only = Only.ONE

    def fits(self, readings: tuple[Reading, ...]) -> bool:
        """Return whether a word with these readings will do."""
        if self.only is Only.CLASS:
            classes = dict(self.wanted).get("word_class", frozenset())
            readings = tuple(one for one in readings if one.word_class in classes)
        if self.only is Only.ONE:
            return any(map(self._is_met, readings))
        return bool(readings) and all(map(self._is_met, readings))

    def _is_met(self, reading: Reading) -> bool:
        return all(getattr(reading, name) in values for name, values in self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a word must be; what is None does not matter."""

    texts: frozenset[str] | None = None
    pattern: Pattern | None = None
    kinds: frozenset[TokenKind]
    case: Case | None = None
    position: Position | None = None
    has_space: bool | None = None
    is_known: bool | None = None
    reading: ReadingCondition | None = None
    excluded: tuple[Condition, ...] = ()

    def is_met(self, context: Context, index: int) -> bool:
        """Return whether the word at ``index`` will do; the cheap questions come first."""
        token = context.words[index]
        return (
            (self.texts is None or context.lower[index] in self.texts)
            and token.kind in self.kinds
            and (self.case is None or _is_in_case(token.text, self.case))
            and (self.has_space is None or self.has_space == _has_space(context, index))
            and (self.pattern is None or self.pattern.is_all_of(token.text))
            and (self.position is None or _is_at(context, index, self.position))
            and (self.is_known is None or self.is_known == bool(context.readings(index)))
            and (self.reading is None or self.reading.fits(context.readings(index)))
            and not any(one.is_met(context, index) for one in self.excluded)
        )


def _is_in_case(text: str, case: Case) -> bool:
    match case:
        case Case.LOWER:
            return text.islower()
        case Case.UPPER:
            return text.isupper()
        case Case.CAPITAL:
            return text[0].isupper()


def _has_space(context: Context, index: int) -> bool:
    """Return whether there is a space before the word."""
    return index > 0 and context.words[index - 1].end < context.words[index].start


def _is_at(context: Context, index: int, position: Position) -> bool:
    match position:
        case Position.START:
            return context.is_sentence_start(index)
        case Position.INSIDE:
            return not context.is_sentence_start(index)
        case Position.END:
            rest = range(index + 1, context.sentence_of[index].stop)
            return all(context.words[one].kind is TokenKind.PUNCTUATION for one in rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One place in a token pattern. Shape: at least ``least``, at most ``most`` words."""

    condition: Condition
    least: int = 1
    most: int = 1
    name: str | None = None
    is_marked: bool = True


@dataclass(frozen=True, slots=True)
class _Step:
    """One word of a pattern whose repetitions are written out."""

    element: Element
    number: int
    is_optional: bool


@dataclass(slots=True)
class _Walk:
    """The way through one sentence: what has failed there once fails again."""

    context: Context
    stop: int
    failed: set[tuple[int, int]] = field(default_factory=set)


class TokenDetector:
    """Finds where the words of a sentence fit a pattern, the longest choice first."""

    __slots__ = ("_elements", "_firsts", "_needed", "_steps")

    def __init__(self, elements: tuple[Element, ...]) -> None:
        self._elements = elements
        self._steps = tuple(
            _Step(element, number, is_optional=count >= element.least)
            for number, element in enumerate(elements)
            for count in range(element.most)
        )
        needed = [one.condition.texts for one in elements if one.least and one.condition.texts]
        self._needed = min(needed, key=len, default=None)
        first = elements[0]
        self._firsts = first.condition.texts if first.least else None

    def hits(self, context: Context) -> Iterator[Hit]:
        """Yield the hits, in order; none overlaps the one before."""
        if self._needed is not None and self._needed.isdisjoint(context.positions):
            return
        if self._firsts is not None:
            starts = sorted(
                place
                for form in self._firsts & context.positions.keys()
                for place in context.positions[form]
            )
        else:
            starts = list(range(len(context.words)))
        walk: _Walk | None = None
        free = 0
        for start in starts:
            if start < free:
                continue
            stop = context.sentence_of[start].stop
            if walk is None or walk.stop != stop:
                walk = _Walk(context, stop)
            way = self._way(walk, start)
            if way:
                hit, free = self._hit(context, way)
                yield hit

    def _way(self, walk: _Walk, start: int) -> list[tuple[int, int]]:
        """Return (number of the element, index of the word) for each word that fits, in order.

        Every pair of step and word is tried once in a sentence, so the time is bounded by their
        product.
        """
        way: list[tuple[int, int]] = []
        passed: list[tuple[int, int]] = []
        open_choices: list[tuple[int, int, int]] = []  # step, word, length of the way
        step, index = 0, start
        while True:
            if step == len(self._steps):
                walk.failed.difference_update(passed)
                return way
            if (step, index) not in walk.failed:
                one = self._steps[step]
                if index < walk.stop and one.element.condition.is_met(walk.context, index):
                    if one.is_optional:
                        open_choices.append((self._after(step), index, len(way)))
                    way.append((one.number, index))
                    walk.failed.add((step, index))  # until this way leads to the end
                    passed.append((step, index))
                    step, index = step + 1, index + 1
                    continue
                if one.is_optional:
                    step = self._after(step)
                    continue
                walk.failed.add((step, index))
            if not open_choices:
                return []
            step, index, length = open_choices.pop()
            del way[length:]

    def _after(self, step: int) -> int:
        """Return the first step of the element after that of ``step``."""
        number = self._steps[step].number
        while step < len(self._steps) and self._steps[step].number == number:
            step += 1
        return step

    def _hit(self, context: Context, way: list[tuple[int, int]]) -> tuple[Hit, int]:
        marked = [index for number, index in way if self._elements[number].is_marked]
        fields: dict[str, str] = {}
        for number, element in enumerate(self._elements):
            if element.name is not None:
                words = [index for one, index in way if one == number]
                fields[element.name] = _text(context, words)
        start, end = context.span(marked[0], marked[-1])
        return Hit(start, end, fields=fields), marked[-1] + 1


def _text(context: Context, words: list[int]) -> str:
    if not words:
        return ""
    start, end = context.span(words[0], words[-1])
    return context.text[start:end]
