"""What a form can be, and how Hunspell makes forms: for the builders of the lexicons."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MEASURES = ("prosent", "meter", "liter", "gram", "watt", "volt", "bit", "byte", "dollar", "euro")
"""Last parts of nouns that may stay as they are after a number."""
LONGEST_CONDITION = 8
"""Letters at the end of a stem that decide which suffix fits."""


class Analysis(NamedTuple):
    """What a form can be. ``cut`` letters are taken from its end and ``ending`` put there: lemma."""

    word_class: str
    gender: str = ""
    number: str = ""
    definite: str = ""
    verb_form: str = ""
    adjective_form: str = ""
    cut: int = 0
    ending: str = ""


Analyses = defaultdict[str, set[Analysis]]
NOUN, VERB, ADJECTIVE, ADVERB = "noun", "verb", "adjective", "adverb"
SINGULAR, PLURAL = "singular", "plural"


def lemma_rule(form: str, lemma: str) -> tuple[int, str]:
    """Return how many letters to cut from ``form``, and what to put there, to get ``lemma``."""
    shared = 0
    for one, other in zip(form, lemma, strict=False):
        if one != other:
            break
        shared += 1
    return len(form) - shared, lemma[shared:]


def nouns(number: str, definite: str, *genders: str) -> tuple[Analysis, ...]:
    """Return the analyses of a noun that can be of these genders."""
    return tuple(Analysis(NOUN, gender, number, definite) for gender in genders)


def verbs(*verb_forms: str) -> tuple[Analysis, ...]:
    """Return the analyses of a verb that can be in these forms."""
    return tuple(Analysis(VERB, verb_form=verb_form) for verb_form in verb_forms)


def adjectives(*forms: str) -> tuple[Analysis, ...]:
    """Return the analyses of an adjective that can be in these forms."""
    return tuple(Analysis(ADJECTIVE, adjective_form=form) for form in forms)


class AffixClasses:
    """The suffixes of a Hunspell affix file."""

    def __init__(self, affixes: str) -> None:
        self.prefixes: dict[str, str] = {}
        self._lines: defaultdict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
        for line in affixes.splitlines():
            match line.split():
                case ["PFX", flag, "0", prefix, "."]:
                    self.prefixes[flag] = prefix
                case ["SFX", flag, cut, ending, condition]:
                    pattern = re.compile(f"(?:{condition})$")
                    self._lines[flag].append((cut.replace("0", ""), ending, pattern))
        self._fitting: dict[tuple[str, str], tuple[tuple[int, str], ...]] = {}

    def forms(self, stem: str, flag: str) -> Iterator[str]:
        """Yield what the class ``flag`` makes of ``stem``; no flag is the stem itself."""
        if not flag:
            yield stem
            return
        tail = stem[-LONGEST_CONDITION:]
        fitting = self._fitting.get((flag, tail))
        if fitting is None:
            fitting = tuple(
                (len(cut), ending)
                for cut, ending, pattern in self._lines[flag]
                if tail.endswith(cut) and pattern.search(tail)
            )
            self._fitting[flag, tail] = fitting
        for cut, ending in fitting:
            yield stem[: len(stem) - cut] + ending
