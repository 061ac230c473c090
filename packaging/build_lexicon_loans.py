"""Words that bokmål and nynorsk share: what the nynorsk dictionary lacks of them.

Only words whose ending leaves no doubt about spelling and inflection in nynorsk (fysikalisme,
terminere), and no compounds: the speller takes those apart itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_lexicon_forms import (
    PLURAL,
    SINGULAR,
    Analysis,
    adjectives,
    lemma_rule,
    nouns,
    verbs,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    Forms = Iterator[tuple[str, tuple[Analysis, ...]]]

MASCULINE = (
    "isme", "sjon", "itet", "ist", "logi", "grafi", "nomi", "sofi", "metri", "pati", "terapi",
    "tikk", "krati", "krat", "log", "graf", "nom", "tor", "sor", "ant", "ent", "ans",
    "ens", "asje", "ase", "ose", "urg", "fob", "fobi", "mani", "arki", "onom", "oge",
)  # fmt: skip
NEUTER = ("ment", "skop", "blem", "stem", "oid")
ADJECTIVE_ENDINGS = (
    "iv", "isk", "ell", "al", "abel", "ær", "øs", "ant", "ent", "il", "id", "nom", "fob", "gen",
    "fil", "log", "ert",
)  # fmt: skip
OURS = (
    "u", "av", "be", "etter", "for", "fram", "frem", "gjen", "gjennom", "inn", "med", "mis", "ned",
    "om", "opp", "over", "på", "sam", "til", "under", "ut", "hånd", "hver", "høy", "selv", "sjøl",
    "vann", "tverr", "hoved", "annen", "enkelt", "marked", "kilde", "vei", "skjønn", "egen", "ny", "halv",
    "en", "fler", "sen", "sørg", "prival", "privil", "ident", "indent",
)  # fmt: skip
"""Beginnings that are not borrowed, and that nynorsk often has otherwise."""
SHORTEST_FIRST = 3
SHORTEST_STEM = 3


def loans(
    classes: Mapping[str, Mapping[str, list[str]]],
    bokmal: Mapping[str, set[Analysis]],
) -> Forms:
    """Yield nynorsk forms with what they are, made of words of bokmål."""
    words = {form for forms in classes.values() for form in forms}
    for lemma in sorted({lemma for lemmas in classes["noun"].values() for lemma in lemmas}):
        genders = {one.gender for one in bokmal.get(lemma, ()) if one.word_class == "noun"}
        if is_shared(lemma, words):
            yield from noun(lemma, genders)
    for lemma in sorted({lemma for lemmas in classes["adj"].values() for lemma in lemmas}):
        if is_shared(lemma, words) and ends(lemma, ADJECTIVE_ENDINGS):
            yield from adjective(lemma)
    for lemma in sorted({lemma for lemmas in classes["verb"].values() for lemma in lemmas}):
        if is_shared(lemma, words) and ends(lemma, ("ere",)):
            yield from verb(lemma)


def ends(lemma: str, endings: Iterable[str]) -> bool:
    """Tell whether ``lemma`` is a stem with one of the endings."""
    return any(
        lemma.endswith(ending) and len(lemma) >= len(ending) + SHORTEST_STEM for ending in endings
    )


def is_shared(lemma: str, words: Container[str]) -> bool:
    """Tell whether ``lemma`` is one word, in small letters, and begins like no word of ours."""
    if (
        not lemma.isalpha()
        or not lemma.islower()
        or lemma.startswith(OURS)
        or lemma.endswith("løs")
    ):
        return False
    return not any(
        lemma[place:] in words and (first in words or (first[-1] in "se" and first[:-1] in words))
        for place in range(SHORTEST_FIRST, len(lemma) - SHORTEST_FIRST)
        for first in [lemma[:place]]
    )


def noun(lemma: str, genders: set[str]) -> Forms:
    """Yield the forms of a noun."""
    stem = lemma.removesuffix("e")
    if lemma.endswith("ering"):
        yield from inflected(lemma, "feminine", (lemma, f"{lemma}a", f"{lemma}ar", f"{lemma}ane"))
    elif genders == {"masculine"} and ends(lemma, MASCULINE):
        forms = (lemma, f"{stem}en", f"{stem}ar", f"{stem}ane")
        yield from inflected(lemma, "masculine", forms)
    elif genders == {"neuter"} and ends(lemma, NEUTER):
        forms = (lemma, f"{lemma}et", lemma, f"{lemma}a")
        yield from inflected(lemma, "neuter", forms)


def inflected(lemma: str, gender: str, forms: tuple[str, str, str, str]) -> Forms:
    """Yield singular, definite singular, plural and definite plural."""
    places = ((SINGULAR, "no"), (SINGULAR, "yes"), (PLURAL, "no"), (PLURAL, "yes"))
    for form, (number, definite) in zip(forms, places, strict=True):
        yield form, with_lemma(form, lemma, nouns(number, definite, gender))


def adjective(lemma: str) -> Forms:
    """Yield the forms of an adjective."""
    if lemma.endswith("bel"):
        neuter, plural = f"{lemma}t", f"{lemma[:-2]}le"
    elif lemma.endswith(("isk", "nt", "rt")):
        neuter, plural = lemma, f"{lemma}e"
    elif lemma.endswith("ll"):
        neuter, plural = f"{lemma[:-1]}t", f"{lemma}e"
    else:
        neuter, plural = f"{lemma}t", f"{lemma}e"
    yield lemma, with_lemma(lemma, lemma, adjectives("common"))
    yield neuter, with_lemma(neuter, lemma, adjectives("neuter"))
    yield plural, with_lemma(plural, lemma, adjectives("plural"))


def verb(lemma: str) -> Forms:
    """Yield the forms of a verb in -ere."""
    stem = lemma.removesuffix("e")
    participle = adjectives("common", "neuter")
    for form, analyses in (
        (lemma, verbs("infinitive")),
        (f"{stem}a", verbs("infinitive")),
        (f"{lemma}r", verbs("present")),
        (f"{stem}te", (*verbs("past"), *adjectives("plural"))),
        (f"{stem}t", (*verbs("participle"), *participle)),
        (stem, verbs("imperative")),
        (f"{stem}ast", verbs("infinitive_passive", "present_passive")),
        (f"{stem}ande", adjectives("common", "neuter", "plural")),
    ):
        yield form, with_lemma(form, lemma, analyses)


def with_lemma(form: str, lemma: str, analyses: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """Return ``analyses`` with the way from ``form`` to ``lemma``."""
    cut, ending = lemma_rule(form, lemma)
    return tuple(analysis._replace(cut=cut, ending=ending) for analysis in analyses)
