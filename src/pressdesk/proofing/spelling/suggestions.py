"""What may have been meant by a word that is unknown."""

from __future__ import annotations

from heapq import heappop, heappush
from math import log2
from typing import TYPE_CHECKING

from pressdesk.proofing.spelling import edits as costs
from pressdesk.proofing.spelling.compounds import SHORTEST_PART

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pressdesk.proofing.spelling.compounds import Compounds
    from pressdesk.proofing.spelling.edits import Edits
    from pressdesk.proofing.spelling.words import Forms, Words

MOST_KEPT = 10
LONGEST = 40
MOST_STEPS = 12_000  # some 50 ms
HIGHEST_COST = 1.45  # of two mistakes one at least is of the commonest
ENOUGH = 3
NEW_COMPOUND = 0.45
BINDING = 0.5
TWO_SLIPS = 1.0  # what costs less is one slip, or two of the commonest
CHEAP = 0.7  # with a word this near, no compound is made up
TWO_WORDS = 1.0
MOST_WALKS = 3
STEPS_OF_PART = 5_000
FREQUENCY = 0.045
HIGHEST_BONUS = 0.45

# Little words that are written together with their neighbour by mistake: iår, tilsammen, foralt.
_LITTLE = "i på til for av om en et ei ein eit og å er det den de som med fra frå"


class Suggestions:
    """Finds words near a misspelt one, likeliest first."""

    def __init__(self, words: Words, compounds: Compounds, edits: Edits) -> None:
        self._words = words
        self._compounds = compounds
        self._edits = edits
        self._little = frozenset(_LITTLE.split())

    def of(self, word: str, names: Iterable[str] = ()) -> tuple[str, ...]:
        """Return up to ten words; ``names`` that are near come first."""
        ranked = near_names(word, names)
        if len(word) <= LONGEST:
            start, hyphen, last = word.rpartition("-")
            found = self._near(last or start)
            ranked += [start + hyphen + cased(form, last) for form in found] if last else []
        return tuple(dict.fromkeys(form for form in ranked if form != word))[:MOST_KEPT]

    def _near(self, word: str) -> list[str]:
        lowered = word.lower()
        found = self._capitalised(lowered)
        keep_all(found, Walk(self._words, self._edits, lowered, 1).found())
        if min(found.values(), default=HIGHEST_COST) > CHEAP:
            keep_all(found, self._compounds_near(lowered))
        keep_all(found, dict.fromkeys(self._two_words(lowered), TWO_WORDS))
        if len(found) < ENOUGH:
            keep_all(found, Walk(self._words, self._edits, lowered, 2).found())
        if min(found.values(), default=HIGHEST_COST) > TWO_SLIPS:
            keep_all(found, self._compounds_far(lowered))
        return sorted(found, key=lambda form: (found[form] - self._bonus(form), form))

    def _capitalised(self, lowered: str) -> dict[str, float]:
        return {
            form: 0.2 for form in (lowered.capitalize(), lowered.upper()) if form in self._words
        }

    def _compounds_near(self, word: str) -> dict[str, float]:
        """Return well-made compounds one slip away; a binding letter is what is missed most."""
        is_well_made = self._compounds.is_well_made
        found = {
            form: Walk.cost_of(self._edits, word, form) + NEW_COMPOUND
            for form in set(self._edits.neighbours(word))
            if is_well_made(form)
        }
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            start, end = word[:place], word[place:]
            if start in self._words and end in self._words:
                for form in (f"{start}s{end}", f"{start}e{end}"):
                    if form in found:
                        found[form] = BINDING
        return found

    def _compounds_far(self, word: str) -> dict[str, float]:
        """Return compounds of which one part is right and the other two slips away."""
        found: dict[str, float] = {}
        middle = len(word) / 2
        places = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        walks = 0
        for place in sorted(places, key=lambda place: abs(place - middle)):
            start, end = word[:place], word[place:]
            if walks < MOST_WALKS and self._compounds.is_common_last(end):
                walks += 1
                walk = Walk(FirstParts(self._words), self._edits, start, 2, STEPS_OF_PART)
                keep_all(found, {form + end: cost for form, cost in walk.found().items()})
            if walks < MOST_WALKS and self._compounds.is_common_first(start):
                walks += 1
                walk = Walk(self._words, self._edits, end, 2, STEPS_OF_PART)
                keep_all(found, {start + form: cost for form, cost in walk.found().items()})
        return {form: cost for form, cost in found.items() if self._compounds.is_well_made(form)}

    def _two_words(self, word: str) -> Iterator[str]:
        for place in range(1, len(word)):
            start, end = word[:place], word[place:]
            if (
                (start in self._little or end in self._little)
                and start in self._words
                and end in self._words
            ):
                yield f"{start} {end}"

    def _bonus(self, form: str) -> float:
        return min(FREQUENCY * log2(1 + sum(self._words.counts(form))), HIGHEST_BONUS)


class Walk:
    """Walks along the word and the dictionary at once, with a few mistakes allowed."""

    def __init__(
        self, words: Forms, edits: Edits, word: str, most: int, steps: int = MOST_STEPS
    ) -> None:
        self._words = words
        self._edits = edits
        self._word = word
        self._most = most
        self._steps = steps
        self._found: dict[str, float] = {}

    def found(self) -> dict[str, float]:
        """Return the forms in reach with the lowest cost of reaching each, cheapest first."""
        word, found = self._word, self._found
        ways = [(0.0, 0, "", self._most)]
        seen: set[tuple[int, str, int]] = set()
        while ways and self._steps > 0:
            cost, place, built, left = heappop(ways)
            if (place, built, left) in seen:
                continue
            seen.add((place, built, left))
            if place == len(word):
                if built in self._words:
                    keep(found, built, cost)
            elif self._words.has_beginning(built + word[place]):
                heappush(ways, (cost, place + 1, built + word[place], left))
            if left:
                for way in self._mistakes(cost, place, built, left):
                    heappush(ways, way)
        return found

    @staticmethod
    def cost_of(edits: Edits, word: str, form: str) -> float:
        """Return the lowest cost of one mistake that makes ``word`` out of ``form``."""
        walk = Walk(_OneForm(form), edits, word, 1)
        return walk.found().get(form, costs.FAR_LETTER)

    def _mistakes(
        self, cost: float, place: int, built: str, left: int
    ) -> Iterator[tuple[float, int, str, int]]:
        """Yield the ways on that begin with a mistake here."""
        for length, meant, price in self._possible(place):
            if cost + price < HIGHEST_COST:
                self._steps -= 1
                if not meant or self._words.has_beginning(built + meant):
                    yield cost + price, place + length, built + meant, left - 1

    def _possible(self, place: int) -> Iterator[tuple[int, str, float]]:
        """Yield how many letters were written, what was meant by them, and the cost."""
        word, edits = self._word, self._edits
        extra = 0.0 if place else costs.FIRST_LETTER
        here = word[place : place + 1]
        before = word[place - 1 : place]
        if here:
            yield 1, "", extra + (costs.DOUBLING if here == before else costs.SUPERFLUOUS)
            after = word[place + 1 : place + 2]
            if after and after != here:
                yield 2, after + here, extra + costs.TRANSPOSED
            for written, meant in edits.sounds_by_letter.get(here, ()):
                if word.startswith(written, place):
                    yield len(written), meant, costs.SOUND
        for letter in edits.alphabet:
            yield 0, letter, extra + (costs.DOUBLING if letter == before else costs.MISSING)
            if here and letter != here:
                yield 1, letter, extra + edits.letter_cost(here, letter)


class FirstParts:
    """A dictionary of the first parts of compounds, each with the letter that binds it."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __contains__(self, form: str) -> bool:
        return self._words.counts(form)[0] > 0

    def has_beginning(self, letters: str) -> bool:
        """Return whether a word, and so perhaps a part, begins with ``letters``."""
        return self._words.has_beginning(letters)


class _OneForm:
    """A dictionary of one word."""

    def __init__(self, form: str) -> None:
        self._form = form

    def __contains__(self, form: str) -> bool:
        return form == self._form

    def has_beginning(self, letters: str) -> bool:
        """Return whether the word begins with ``letters``."""
        return self._form.startswith(letters)


def keep_all(found: dict[str, float], others: Mapping[str, float]) -> None:
    """Note each of ``others`` at the lower of two costs."""
    for form, cost in others.items():
        keep(found, form, cost)


def keep(found: dict[str, float], form: str, cost: float) -> None:
    """Note ``form`` at the lower of two costs."""
    if cost < found.get(form, HIGHEST_COST):
        found[form] = cost


def cased(form: str, written: str) -> str:
    """Return ``form`` with the capitals of what was written."""
    if written.isupper() and len(written) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if written[:1].isupper() else form


def near_names(word: str, names: Iterable[str]) -> list[str]:
    """Return the names that are one slip away from ``word``, or differ in capitals only."""
    lowered = word.lower()
    found = {
        name: name.lower() != lowered
        for name in names
        if name != word and is_one_slip(lowered, name.lower())
    }
    return sorted(found, key=lambda name: (found[name], len(name) != len(word), name))


def is_one_slip(one: str, other: str) -> bool:
    """Return whether a letter more, less or other, or an exchange, tells the two apart at most."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    shortest = min(len(one), len(other))
    while start < shortest and one[start] == other[start]:
        start += 1
    end = 0
    while end < shortest - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])  # noqa: PLR2004
