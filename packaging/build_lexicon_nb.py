"""The lexicon of bokmål: the forms that a lemma has tell how it is inflected."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from build_lexicon_forms import (
    ADJECTIVE,
    ADVERB,
    MEASURES,
    NOUN,
    PLURAL,
    SINGULAR,
    VERB,
    Analyses,
    Analysis,
    lemma_rule,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

ADOPTED = {
    "noun": (("en",), ("et",), ("a",), ("er",), ("ene", "ne")),
    "verb": (("er", "r"), ("es", "s"), ("te", "de", "dde", "et"), ("t", "d", "dd", "et")),
    "adj": (("t", "tt"), ("e",)),
    "adv": (),
}
"""The cells of a paradigm that are filled from the forms of other lemmas."""


def bokmal(classes: Mapping[str, Mapping[str, list[str]]]) -> Analyses:
    """Return the analyses of every form of the list."""
    found: Analyses = defaultdict(set)
    makers = {"noun": noun_forms, "verb": verb_forms, "adj": adjective_forms, "adv": adverb_forms}
    for name, make in makers.items():
        paradigms: defaultdict[str, set[str]] = defaultdict(set)
        for form, lemmas in classes[name].items():
            for lemma in lemmas:
                paradigms[lemma].add(form)
        listed = classes[name].keys()
        for lemma, forms in paradigms.items():
            is_fixed = name == "adj" and lemma.endswith(("a", "e", "o"))
            own = forms | adopted(lemma, forms, () if is_fixed else ADOPTED[name], listed)
            for form, analysis in make(lemma, own):
                found[form].add(analysis)
    return found


def adopted(
    lemma: str, forms: set[str], cells: tuple[tuple[str, ...], ...], listed: Container[str]
) -> set[str]:
    """Return forms of ``lemma`` that the list gives to another one: it has one lemma a form.

    Shape: only where the lemma has no form of its own in that cell.
    """
    stem = lemma.removesuffix("e")
    found = set()
    for endings in cells:
        candidates = {stem + ending for ending in endings} - {lemma}
        if not candidates & forms:
            found |= {candidate for candidate in candidates if candidate in listed}
    return found


def noun_forms(lemma: str, forms: set[str]) -> Iterator[tuple[str, Analysis]]:
    """Yield the forms of a noun; one that may be of two genders comes twice."""
    inflected = forms - {lemma}
    genders = [
        gender
        for gender, ending in (("masculine", "en"), ("feminine", "a"), ("neuter", "et"))
        if any(form.endswith(ending) and not form.endswith("ene") for form in inflected)
    ]
    if "neuter" in genders and "masculine" not in genders and "feminine" in genders:
        genders.remove("feminine")  # husa: the plural of a neuter
    plurals = {form for form in inflected if form.endswith(("er", "e", "r")) and form[-3:] != "ene"}
    for form in forms:
        cut, ending = lemma_rule(form, lemma)
        for gender in genders or [""]:
            for number, definite in noun_places(form, lemma, gender, has_plural=bool(plurals)):
                yield form, Analysis(NOUN, gender, number, definite, "", "", cut, ending)


def noun_places(  # noqa: C901 - one branch for each ending
    form: str, lemma: str, gender: str, *, has_plural: bool
) -> Iterator[tuple[str, str]]:
    """Yield number and definiteness that ``form`` can have in that gender."""
    if form == lemma:
        yield SINGULAR, "no"
        if gender == "neuter" or not has_plural or form.endswith(MEASURES):
            yield PLURAL, "no"
    elif form.endswith(("ene", "rne", "dne")):
        yield PLURAL, "yes"
    elif form.endswith("en"):
        if gender != "neuter":
            yield SINGULAR, "yes"
    elif form.endswith("et"):
        if gender in {"neuter", ""}:
            yield SINGULAR, "yes"
    elif form.endswith("a"):
        if gender == "neuter":
            yield PLURAL, "yes"
        elif gender == "feminine":
            yield SINGULAR, "yes"
    else:
        yield PLURAL, "yes" if form.endswith("ne") else "no"


def verb_forms(lemma: str, forms: set[str]) -> Iterator[tuple[str, Analysis]]:
    """Yield the forms of a verb."""
    for form in forms | {lemma}:
        cut, ending = lemma_rule(form, lemma)
        for verb_form in verb_places(form, lemma, forms):
            yield form, Analysis(VERB, "", "", "", verb_form, "", cut, ending)


def verb_places(  # noqa: C901 - one branch for each form
    form: str, lemma: str, forms: set[str]
) -> Iterator[str]:
    """Yield what ``form`` of the verb ``lemma`` can be."""
    stem = lemma.removesuffix("e")
    if form == lemma:
        yield "infinitive"
        if lemma.endswith("es"):
            yield "present"
    elif form in {lemma + "r", stem + "er"}:
        yield "present"
    elif form.endswith("s") and form in {lemma + "s", stem + "s", stem + "es"}:
        yield "infinitive_passive"
        yield "present_passive"
    elif form == stem or (form + form[-1:] == stem):
        yield "imperative"
        if lemma == stem:
            yield "infinitive"
    elif form in {stem + "a", stem + "et"}:
        if not any(is_strong_past(other, stem) for other in forms):
            yield "past"
        yield "participle"
    elif is_past(form, stem):
        yield "past"
    elif form.endswith(("t", "d")):
        yield "participle"
        if f"{form}e" not in forms and len(form) <= len(stem) and not form.endswith("tt"):
            yield "past"
    else:
        yield "past"


def is_past(form: str, stem: str) -> bool:
    """Tell whether ``form`` can only be a past: bygde, kjørte, skrev."""
    return form.endswith(("te", "de")) or is_strong_past(form, stem)


def is_strong_past(form: str, stem: str) -> bool:
    """Tell whether ``form`` is a past with another vowel: skrev."""
    return (
        not form.startswith(stem)
        and not form.endswith(("e", "er", "r", "t", "s", "a"))
        and len(form) <= len(stem) + 1
        and form + form[-1:] != stem
    )


def adjective_forms(lemma: str, forms: set[str]) -> Iterator[tuple[str, Analysis]]:
    """Yield the forms of an adjective, or of the participle of a verb."""
    is_participle = lemma not in forms
    neuters = {form for form in forms if is_neuter(form, lemma)}
    for form in forms:
        cut, ending = lemma_rule(form, lemma)
        for place in adjective_places(form, lemma, is_participle, neuters):
            yield form, Analysis(ADJECTIVE, "", "", "", "", place, cut, ending)


def is_neuter(form: str, lemma: str) -> bool:
    """Tell whether ``form`` is the lemma with its -t: stort, nytt, grønt."""
    if lemma.endswith(("ig", "sk")):
        return False
    return form in {f"{lemma}t", f"{lemma}tt", f"{lemma[:-1]}t", f"{lemma[:-1]}nt"} - {lemma}


def adjective_places(
    form: str, lemma: str, is_participle: bool, neuters: set[str]
) -> Iterator[str]:
    """Yield what ``form`` of an adjective can be."""
    if is_participle:
        if form.endswith(("e", "ne")):
            yield "plural"
        else:
            yield "common"
            yield "neuter"
    elif form == lemma:
        yield "common"
        if not neuters:
            yield "neuter"
        if form.endswith(("e", "a", "o", "s", "å")) and (not neuters or form.endswith("å")):
            yield "plural"
    elif form.endswith("ere"):
        yield "comparative"
    elif form.endswith(("est", "este", "st", "ste")) and form not in neuters:
        yield "superlative"
    elif form in neuters:
        yield "neuter"
    else:
        yield "plural"


def adverb_forms(lemma: str, forms: set[str]) -> Iterator[tuple[str, Analysis]]:
    """Yield the forms of an adverb."""
    for form in forms:
        cut, ending = lemma_rule(form, lemma)
        yield form, Analysis(ADVERB, "", "", "", "", "", cut, ending)
