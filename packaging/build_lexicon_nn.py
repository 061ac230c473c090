"""The lexicon of nynorsk: the affix classes of the dictionary tell how a stem is inflected."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from build_lexicon_forms import (
    MEASURES,
    PLURAL,
    SINGULAR,
    VERB,
    AffixClasses,
    Analyses,
    Analysis,
    adjectives,
    lemma_rule,
    nouns,
    verbs,
)
from build_lexicon_loans import loans

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    Evidence = Mapping[str, Container[str]]
    FlagReadings = Iterator[tuple[str, str | tuple[str, ...], tuple[Analysis, ...]]]

PREFIXES = frozenset("abcdefhijklmnopqrs")
PARTICIPLES = frozenset("COPQS")
DERIVED = frozenset("txyuY")
VERB_FLAGS = frozenset("KOPQS")
ADJECTIVE_FLAGS = frozenset("VW")
PASTS = frozenset("OPQ")
PLURALS = {"D": "no", "E": "no", "F": "yes", "G": "yes"}


def nynorsk(
    dictionary: str,
    affixes: str,
    classes: Mapping[str, Mapping[str, list[str]]],
    bokmal: Analyses,
) -> Analyses:
    """Return the analyses of every form that an affix class explains, or that is shared.

    ``classes`` and ``bokmal`` are those of bokmål: the affix classes of nynorsk only say which
    forms there are, and the classes of words are mostly the same.
    """
    suffixes = AffixClasses(affixes)
    found: Analyses = defaultdict(set)
    listed = set()
    for line in dictionary.splitlines()[1:]:
        stem, _, written = line.partition("/")
        listed.add(stem)
        for form, analyses in stem_forms(stem, frozenset(written), suffixes, classes):
            found[form].update(analyses)
    for verb in sorted(classes["verb"].keys() & listed & found.keys()):
        if f"{verb}r" in listed:
            found[f"{verb}r"].add(Analysis(VERB, verb_form="present", cut=1))
    for form in sorted(listed - found.keys()):
        shared_ones = {*shared(form, bokmal.get(form, ()))}
        if not shared_ones and form.endswith("ande"):
            shared_ones = {*adjectives("common", "neuter", "plural")}
        if shared_ones:
            found[form] = shared_ones
    lacking: Analyses = defaultdict(set)
    for form, borrowed in loans(classes, bokmal):
        if form not in found:
            lacking[form].update(borrowed)
    found.update(lacking)
    return found


def stem_forms(
    stem: str, flags: frozenset[str], suffixes: AffixClasses, classes: Evidence
) -> Iterator[tuple[str, list[Analysis]]]:
    """Yield the forms that ``flags`` make of ``stem``, with what they are."""
    prefixes = ["", *(suffixes.prefixes[flag] for flag in sorted(flags & PREFIXES))]
    for flag, endings, readings in flag_readings(flags):
        kept = [one for one in readings if is_credible(stem, flag, flags, one, classes)]
        for form in suffixes.forms(stem, flag) if kept else ():
            if not form.endswith(endings):
                continue
            lemma = derived_lemma(stem, form) if flag in DERIVED else stem
            cut, ending = lemma_rule(form, lemma)
            analyses = [reading._replace(cut=cut, ending=ending) for reading in kept]
            for prefix in prefixes:
                yield prefix + form, analyses


def derived_lemma(stem: str, form: str) -> str:
    """Return the lemma of a form of a word made from a verb: behandlinga → behandling."""
    for ending in ("ane", "ar", "a", "en", "e"):
        if form.endswith(ending) and len(form) - len(ending) > len(stem):
            return form.removesuffix(ending)
    return form


ADJECTIVAL = ("leg", "ig", "sk", "bar", "sam", "laus", "full", "rik", "vis", "messig", "aktig")


def is_credible(
    stem: str, flag: str, flags: frozenset[str], reading: Analysis, classes: Evidence
) -> bool:
    """Tell whether the class of ``reading`` is more than a coincidence of endings."""
    if flag in DERIVED:
        return True
    is_noun, is_verb, is_adjective = (stem in classes[name] for name in ("noun", "verb", "adj"))
    may_be_verb = is_verb or ("K" in flags and not is_noun)
    match reading.word_class:
        case "adjective":
            is_participle = flag in PARTICIPLES and may_be_verb and bool(flags & VERB_FLAGS)
            return is_participle or is_adjective or "X" in flags or stem.endswith(ADJECTIVAL)
        case "verb":
            return may_be_verb
        case _:
            is_inflected = bool(flags & {"F", "G"}) or {"B", "C"} <= flags
            return is_noun or (
                not stem.endswith("ande")
                and (is_inflected or not (is_verb or is_adjective or flags & VERB_FLAGS))
            )


def shared(form: str, analyses: Iterable[Analysis]) -> Iterator[Analysis]:
    """Yield what a nynorsk form without affix class can be, if bokmål writes it the same way."""
    for analysis in analyses:
        match analysis:
            case Analysis(word_class="noun", number="singular", definite="no"):
                yield analysis
            case Analysis(word_class="noun", gender="neuter", number="singular"):
                yield analysis
            case Analysis(word_class="verb", verb_form="infinitive" | "present" | "imperative"):
                if not form.endswith("es"):
                    yield analysis
            case Analysis(word_class="adjective", adjective_form="common" | "neuter" | "plural"):
                if not form.endswith(("ede", "ete", "a", "et")):
                    yield analysis
            case Analysis(word_class="adverb"):
                yield analysis


@cache
def flag_readings(
    flags: frozenset[str],
) -> tuple[tuple[str, str | tuple[str, ...], tuple[Analysis, ...]], ...]:
    """Return affix class (none for the stem), endings, and what its forms with those are."""
    found = [*noun_readings(flags)]
    if flags & VERB_FLAGS:
        found += verb_readings(flags)
    if flags & ADJECTIVE_FLAGS:
        found += adjective_readings(flags)
    found += derived_readings(flags)
    return tuple(found)


def noun_readings(flags: frozenset[str]) -> FlagReadings:
    """Yield what the noun is, gender by gender."""
    genders = noun_genders(flags)
    if not genders:
        return
    yield "", "", nouns(SINGULAR, "no", *genders)
    if "masculine" in genders:
        yield "A", "", nouns(SINGULAR, "yes", "masculine")
    if "feminine" in genders:
        yield "C", "", nouns(SINGULAR, "yes", "feminine")
    if "neuter" in genders:
        yield "", "", nouns(PLURAL, "no", "neuter")
        yield "B", "", nouns(SINGULAR, "yes", "neuter")
        if "C" in flags:
            yield "C", "", nouns(PLURAL, "yes", "neuter")
    others = [gender for gender in genders if gender != "neuter"]
    if others and not flags & set(PLURALS):
        yield "", MEASURES, nouns(PLURAL, "no", *others)
    for flag, definite in PLURALS.items():
        if flag in flags and others:
            yield flag, "", nouns(PLURAL, definite, *others)
            yield "", MEASURES, nouns(PLURAL, "no", *others)


def noun_genders(flags: frozenset[str]) -> list[str]:
    """Return the genders that the affix classes of a noun allow."""
    genders = []
    if "A" in flags:
        genders.append("masculine")
    if "C" in flags and ("G" in flags or ("B" not in flags and "F" in flags)):
        genders.append("feminine")
    if "B" in flags:
        genders.append("neuter")
    return genders


def verb_readings(flags: frozenset[str]) -> FlagReadings:
    """Yield what the verb is."""
    yield "", "", verbs("infinitive")
    if "C" in flags:
        yield "C", "", verbs("infinitive")
    if "C" in flags and "D" in flags:
        yield "C", "", verbs("past", "participle") + adjectives("common", "neuter", "plural")
    if "D" in flags:
        yield "D", "", verbs("present")
    if "E" in flags and ("D" not in flags or flags & PASTS):
        yield "E", "", verbs("present")
    if "R" in flags:
        yield "R", "", verbs("imperative")
    if "S" in flags:
        yield "S", "ande", adjectives("common", "neuter", "plural")
    if "K" in flags:
        yield "K", "", verbs("infinitive_passive", "present_passive")
    for flag in sorted(PASTS & flags):
        yield flag, "e", verbs("past") + adjectives("plural")
        yield flag, ("t", "d"), verbs("participle") + adjectives("common", "neuter")


def adjective_readings(flags: frozenset[str]) -> FlagReadings:
    """Yield what the adjective is."""
    if "W" in flags:
        yield "", "", adjectives("common")
        yield "W", "", adjectives("neuter")
    else:
        yield "", "", adjectives("common", "neuter")
    if "V" in flags:
        yield "V", "", adjectives("plural")
    if "X" in flags:
        yield "X", "are", adjectives("comparative")
        yield "X", ("ast", "aste"), adjectives("superlative")


def derived_readings(flags: frozenset[str]) -> FlagReadings:
    """Yield what words made from a verb or an adjective are."""
    if "t" in flags:
        yield "t", "ing", nouns(SINGULAR, "no", "feminine")
        yield "t", "inga", nouns(SINGULAR, "yes", "feminine")
    if "Y" in flags:
        yield "Y", "ingar", nouns(PLURAL, "no", "feminine")
        yield "Y", "ingane", nouns(PLURAL, "yes", "feminine")
    if "y" in flags:
        yield "y", "itet", nouns(SINGULAR, "no", "masculine")
        yield "y", "iteten", nouns(SINGULAR, "yes", "masculine")
    if "x" in flags:
        yield "x", "", nouns(SINGULAR, "no", "")
    if "u" in flags:
        yield "u", "eg", adjectives("common", "neuter")
        yield "u", "ege", adjectives("plural")
