"""Agreement: article and adjective with their noun, the verb with its place in the clause."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.proofing.lexicon.reading import (
    AdjectiveForm,
    Gender,
    Number,
    Reading,
    VerbForm,
    WordClass,
)
from pressdesk.proofing.rules.model import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressdesk.proofing.lexicon import Lexicon
    from pressdesk.proofing.rules.context import Context

_COMMON = frozenset((Gender.MASCULINE, Gender.FEMININE))
_ARTICLES: Mapping[Language, Mapping[str, frozenset[Gender]]] = {
    Language.NB: {
        "en": _COMMON,
        "ei": _COMMON,
        "et": frozenset((Gender.NEUTER,)),
    },
    Language.NN: {
        # Many nouns are of both genders, and sources differ: only the neuter is sure.
        "ein": _COMMON,
        "ei": _COMMON,
        "eit": frozenset((Gender.NEUTER,)),
    },
}
_MOST_ADJECTIVES = 2
_FINITE = frozenset((VerbForm.PRESENT, VerbForm.PAST))
_OF_TIME = frozenset(["neste", "forrige", "førre", "hele", "heile"])
"""What opens a phrase of its own behind a noun: "leverer en rapport neste år"."""
# Before these a bare adjective may stand by itself: "ett år gammel hest", "så stor avstand".
_DEGREE = frozenset(
    ["så", "for", "like", "svært", "veldig", "meget", "mer", "meir", "mest", "minst"]
)

_SURELY_ADJECTIVES_WORDS = """
ny nytt god godt stor stort klar klart sterk sterkt høy høyt høg høgt lang langt bred bredt brei
breitt lokal lokalt sentral sentralt liberal ideal open ope total totalt
"""
_SURELY_ADJECTIVES = frozenset(_SURELY_ADJECTIVES_WORDS.split())
"""Adjectives that are other words too, but hardly ever before a noun."""


def gender(context: Context) -> Iterator[Hit]:
    """Yield articles, with the adjectives after them, that do not fit the noun's gender."""
    articles = _ARTICLES.get(context.language)
    if articles is None:
        return
    for article, fits in articles.items():
        for index in context.positions.get(article, ()):
            if (noun := _noun_after(context, index)) is None:
                continue
            genders = _genders(context, noun)
            if genders and not genders & fits and not _is_in_a_number(context, index):
                yield _article_hit(context, index, noun, genders)


def bare_adjective(context: Context) -> Iterator[Hit]:
    """Yield adjectives in the wrong form before a noun of the neuter or of common gender."""
    for index in range(len(context.words) - 1):
        wanted = _wanted_form(context, index)
        if wanted is None:
            continue
        lemma = next(one.lemma for one in context.readings(index) if one.adjective_form)
        forms = _adjective(context, lemma, wanted)
        word = context.words[index]
        if len(forms) == 1 and forms[0] != word.text.lower():
            start, end = context.span(index, index + 1)
            fitting = _like(forms[0], word.text)
            yield Hit(start, end, suggestions=(f"{fitting} {context.words[index + 1].text}",))


def _article_hit(context: Context, index: int, noun: int, genders: frozenset[Gender]) -> Hit:
    """Return the hit from the article to the noun, with the phrase put right if that is sure."""
    start, end = context.span(index, noun)
    article = context.words[index].text
    right = _article_of(genders, context.language)
    if right is None:
        return Hit(start, end)
    form = AdjectiveForm.NEUTER if genders == {Gender.NEUTER} else AdjectiveForm.COMMON
    phrase = [_like(right, article)]
    for place in range(index + 1, noun):
        fitting = _fitting_adjective(context, place, form)
        if fitting is None:
            return Hit(start, end)
        phrase.append(fitting)
    phrase.append(context.words[noun].text)
    return Hit(start, end, suggestions=(" ".join(phrase),))


def _article_of(genders: frozenset[Gender], language: Language) -> str | None:
    """Return the article of nouns of ``genders``; bokmål has "en" for feminines, too."""
    if language is Language.NN and genders == {Gender.FEMININE}:
        return "ei"
    articles = _ARTICLES[language]
    return next((name for name, fits in articles.items() if genders & fits), None)


def _fitting_adjective(context: Context, index: int, form: AdjectiveForm) -> str | None:
    word = context.words[index].text
    readings = [one for one in context.readings(index) if one.adjective_form is not None]
    if any(one.adjective_form is form for one in readings):
        return word
    lemmas = {one.lemma for one in readings if one.lemma}
    forms = _adjective(context, lemmas.pop(), form) if len(lemmas) == 1 else ()
    return _like(forms[0], word) if len(forms) == 1 else None


def _noun_after(context: Context, index: int) -> int | None:
    """Return the noun of the phrase that the article opens; adjectives may stand between."""
    stop = context.sentence_of[index].stop
    place = index + 1
    while place < min(stop, index + 1 + _MOST_ADJECTIVES) and _is_adjective(context, place):
        place += 1
    if place >= stop or not _is_sure_noun(context, place):
        return None
    if place + 1 < stop and _goes_on(context, place + 1):
        return None
    return place


def _is_adjective(context: Context, index: int) -> bool:
    """Return whether the word is an adjective in a singular indefinite form, and no noun."""
    readings = context.readings(index)
    forms = {one.adjective_form for one in readings if one.word_class is WordClass.ADJECTIVE}
    is_noun = context.lower[index] not in _SURELY_ADJECTIVES and any(
        one.word_class is WordClass.NOUN for one in readings
    )
    return bool(forms & {AdjectiveForm.COMMON, AdjectiveForm.NEUTER}) and not is_noun


def _is_sure_noun(context: Context, index: int) -> bool:
    """Return whether the word is nothing but a noun that can be singular and indefinite."""
    readings = context.readings(index)
    word = context.words[index]
    if not readings or word.is_capital or word.text.endswith("-"):
        return False
    nouns = [one for one in readings if one.word_class is WordClass.NOUN]
    return (
        all(one in nouns or one.verb_form is VerbForm.IMPERATIVE for one in readings)
        and all(one.definite is False and not one.is_genitive for one in nouns)
        and any(one.number is Number.SINGULAR for one in nouns)
    )


def _goes_on(context: Context, index: int) -> bool:
    """Return whether the phrase may go on: a noun or an adjective follows the noun at once."""
    readings = context.readings(index)
    if context.lower[index] in _OF_TIME or any(one.verb_form in _FINITE for one in readings):
        return False
    return any(one.word_class in (WordClass.NOUN, WordClass.ADJECTIVE) for one in readings)


def _genders(context: Context, index: int) -> frozenset[Gender]:
    """Return the genders that the noun can have; none where one is not known."""
    found = {one.gender for one in context.readings(index) if one.number is Number.SINGULAR}
    found |= _genders_of_last_part(context, context.lower[index])
    return frozenset() if None in found else frozenset(one for one in found if one)


def _genders_of_last_part(context: Context, form: str) -> set[Gender | None]:
    """Return the genders of what a compound with -s- ends in: lists know some by halves only."""
    place = form.find("s", _SHORTEST_PART - 1, -_SHORTEST_PART) + 1
    found: set[Gender | None] = set()
    while place:
        for one in context.lexicon.readings(form[place:], context.language):
            if one.word_class is WordClass.NOUN and one.number is Number.SINGULAR:
                found.add(one.gender)
        place = form.find("s", place, -_SHORTEST_PART) + 1
    return found


_SHORTEST_PART = 4


def _is_in_a_number(context: Context, index: int) -> bool:
    """Return whether the article is part of something else: "en og annen", "den ene"."""
    return index > 0 and context.words[index - 1].text in ("-", "«", '"')


def _wanted_form(context: Context, index: int) -> AdjectiveForm | None:
    """Return the form that the adjective at ``index`` should have; None where it is right."""
    readings = context.readings(index)
    adjectives = [one for one in readings if one.word_class is WordClass.ADJECTIVE]
    others = [
        one
        for one in readings
        if one.word_class is not WordClass.ADJECTIVE and one.verb_form is not VerbForm.IMPERATIVE
    ]
    if not adjectives or (others and context.lower[index] not in _SURELY_ADJECTIVES):
        return None
    if len({one.lemma for one in adjectives}) != 1 or not _opens_phrase(context, index):
        return None
    noun = index + 1
    if noun >= context.sentence_of[index].stop or not _is_sure_noun(context, noun):
        return None
    if noun + 1 < context.sentence_of[index].stop and _goes_on(context, noun + 1):
        return None
    genders = _genders(context, noun)
    forms = {one.adjective_form for one in adjectives}
    if genders == {Gender.NEUTER} and forms == {AdjectiveForm.COMMON}:
        return AdjectiveForm.NEUTER
    return None


def _opens_phrase(context: Context, index: int) -> bool:
    """Return whether nothing before the adjective decides its form."""
    if index == context.sentence_of[index].start:
        return True
    before = context.lower[index - 1]
    articles = _ARTICLES.get(context.language, {})
    if before in articles or before in _DEGREE:
        return False
    return all(
        one.word_class in (WordClass.PREPOSITION, WordClass.VERB, WordClass.SUBJUNCTION)
        and one.lemma not in ("være", "vere", "bli", "verte")
        for one in context.readings(index - 1)
    ) and bool(context.readings(index - 1))


def _adjective(context: Context, lemma: str | None, form: AdjectiveForm) -> tuple[str, ...]:
    lexicon: Lexicon = context.lexicon  # type: ignore[assignment]  # whole in the app
    forms = getattr(lexicon, "adjective_forms", None)
    return forms(lemma, context.language, form) if forms is not None and lemma else ()


def _like(word: str, pattern: str) -> str:
    """Return ``word`` with a capital where ``pattern`` has one."""
    return word[0].upper() + word[1:] if pattern[0].isupper() else word


# --- verbs ---------------------------------------------------------------------------------------

_SUBJECTS = frozenset(["jeg", "vi", "han", "hun", "dere", "som", "eg", "me", "ho", "dykk"])
_HELPERS = frozenset(
    [
        "å",
        "la",
        "lar",
        "lat",
        "få",
        "får",
        "fikk",
        "fekk",
        "bør",
        "burde",
        "kan",
        "kunne",
        "må",
        "måtte",
        "skal",
        "skulle",
        "vil",
        "ville",
        "tør",
        "torde",
        "ser",
        "så",
        "hører",
        "hørte",
        "høyrer",
        "ba",
        "ber",
        "be",
        "og",
        "eller",
        "enn",
    ]
)
_WITHIN = 8


def present_without_ending(context: Context) -> Iterator[Hit]:
    """Yield infinitives and imperatives where a subject wants a verb in the present."""
    for index in range(1, len(context.words)):
        verb = _wrong_form(context, index)
        if verb is None or verb.lemma is None or not _has_subject(context, index, verb):
            continue
        present = _present(context, verb.lemma)
        if present is not None:
            yield Hit(*context.span(index, index), suggestions=(present,))


def _wrong_form(context: Context, index: int) -> Reading | None:
    """Return the reading of a word that is a verb, and neither in the present nor the past."""
    readings = context.readings(index)
    if not readings or context.words[index].is_capital:
        return None
    if any(one.word_class is not WordClass.VERB or one.is_passive for one in readings):
        return None
    forms = {one.verb_form for one in readings}
    if len(forms) != 1 or not forms & {VerbForm.INFINITIVE, VerbForm.IMPERATIVE}:
        return None
    return readings[0] if len({one.lemma for one in readings}) == 1 else None


def _has_subject(context: Context, index: int, verb: Reading) -> bool:
    """Return whether a subject stands right before, and no helping verb further ahead."""
    sentence = context.sentence_of[index]
    before = context.words[index - 1]
    ahead = context.lower[max(sentence.start, index - _WITHIN) : index - 1]
    if index == sentence.start:
        return False
    if verb.verb_form is VerbForm.IMPERATIVE:
        # "bedriftene som ACT representer": the stem of a verb in -ere, which ends as a present.
        is_stem = (verb.lemma or "").endswith("ere") and ahead[-1:] == ("som",)
        return is_stem and before.is_word and (before.is_capital or _is_definite(context, index))
    if _HELPERS & set(ahead) or _has_modal(context, index):
        return False
    return context.lower[index - 1] in _SUBJECTS


def _has_modal(context: Context, index: int) -> bool:
    start = max(context.sentence_of[index].start, index - _WITHIN)
    return any(one.is_modal for place in range(start, index) for one in context.readings(place))


def _is_definite(context: Context, index: int) -> bool:
    readings = context.readings(index - 1)
    return bool(readings) and all(one.definite for one in readings)


def _present(context: Context, lemma: str) -> str | None:
    present = getattr(context.lexicon, "present", None)
    found: str | None = present(lemma, context.language) if present is not None else None
    return found


FUNCTIONS: Mapping[str, Callable[[Context], Iterator[Hit]]] = MappingProxyType(
    {
        "samsvar.kjønn": gender,
        "samsvar.adjektiv": bare_adjective,
        "verb.presens": present_without_ending,
    }
)
