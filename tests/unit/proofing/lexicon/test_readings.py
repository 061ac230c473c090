"""What forms can be, in both written forms."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import Language
from pressdesk.proofing.lexicon import (
    AdjectiveForm,
    Gender,
    Lexicon,
    Number,
    VerbForm,
    WordClass,
)

if TYPE_CHECKING:
    from pressdesk.proofing.lexicon import Reading

NB, NN, EN = Language.NB, Language.NN, Language.EN
M, F, N = Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER


def nouns(lexicon: Lexicon, form: str, language: Language) -> tuple[Reading, ...]:
    return tuple(
        reading
        for reading in lexicon.readings(form, language)
        if reading.word_class is WordClass.NOUN
    )


@pytest.mark.parametrize(
    ("form", "language", "genders"),
    [
        ("avtale", NB, {M}),
        ("samarbeidsavtale", NB, {M}),
        ("mål", NB, {N}),
        ("medlem", NB, {N}),
        ("poeng", NB, {N}),
        ("temaet", NB, {N}),
        ("risikoen", NB, {M}),
        ("bok", NB, {M, F}),
        ("boka", NB, {F}),
        ("år", NB, {N}),
        ("EU-kommisjonen", NB, {M}),
        ("forretningsmodeller", NB, {M}),
        ("avtale", NN, {M, F}),
        ("område", NN, {N}),
        ("samarbeidet", NN, {N}),
        ("leiinga", NN, {F}),
        ("kommunen", NN, {M}),
        ("klimaet", NN, {N}),
        ("helseføretaket", NN, {N}),
    ],
)
def test_the_genders_of_a_noun_are_those_it_can_have(
    lexicon: Lexicon, form: str, language: Language, genders: set[Gender]
) -> None:
    """A form that belongs to one gender alone (boka) has that one."""
    found = lexicon.genders(form, language)

    assert found == genders


@pytest.mark.parametrize(
    ("form", "language", "number", "definite"),
    [
        ("avtalene", NB, Number.PLURAL, True),
        ("avtaler", NB, Number.PLURAL, False),
        ("områder", NB, Number.PLURAL, False),
        ("lærere", NB, Number.PLURAL, False),
        ("lærerne", NB, Number.PLURAL, True),
        ("programmet", NB, Number.SINGULAR, True),
        ("arenaer", NB, Number.PLURAL, False),
        ("naboer", NB, Number.PLURAL, False),
        ("kontoen", NB, Number.SINGULAR, True),
        ("lærarane", NN, Number.PLURAL, True),
        ("endringar", NN, Number.PLURAL, False),
        ("områda", NN, Number.PLURAL, True),
    ],
)
def test_number_and_definiteness_come_from_the_ending(
    lexicon: Lexicon, form: str, language: Language, number: Number, definite: bool
) -> None:
    """All readings of the noun agree where the ending decides."""
    found = nouns(lexicon, form, language)

    assert found
    assert {(reading.number, reading.definite) for reading in found} == {(number, definite)}


def test_a_neuter_without_ending_is_one_or_many(lexicon: Lexicon) -> None:
    """Mål is both et mål and flere mål."""
    found = {reading.number for reading in nouns(lexicon, "mål", NB)}

    assert found == {Number.SINGULAR, Number.PLURAL}


@pytest.mark.parametrize(
    ("form", "language", "verb_form"),
    [
        ("representere", NB, VerbForm.INFINITIVE),
        ("representerer", NB, VerbForm.PRESENT),
        ("representerte", NB, VerbForm.PAST),
        ("representert", NB, VerbForm.PARTICIPLE),
        ("skrev", NB, VerbForm.PAST),
        ("skal", NB, VerbForm.PRESENT),
        ("er", NB, VerbForm.PRESENT),
        ("kjem", NN, VerbForm.PRESENT),
        ("skriv", NN, VerbForm.PRESENT),
        ("representera", NN, VerbForm.INFINITIVE),
        ("gjeld", NN, VerbForm.PRESENT),
        ("inneber", NN, VerbForm.PRESENT),
    ],
)
def test_the_form_of_a_verb_is_known(
    lexicon: Lexicon, form: str, language: Language, verb_form: VerbForm
) -> None:
    """Weak verbs by their paradigm, strong ones from the hand-written list."""
    found = {reading.verb_form for reading in lexicon.readings(form, language)}

    assert verb_form in found


def test_the_passive_is_told_from_the_active(lexicon: Lexicon) -> None:
    """Representeres is infinitive or present, and passive."""
    found = lexicon.readings("representeres", NB)

    assert {reading.verb_form for reading in found} == {VerbForm.INFINITIVE, VerbForm.PRESENT}
    assert all(reading.is_passive for reading in found)
    assert not lexicon.is_infinitive("representeres", NB)


@pytest.mark.parametrize(
    ("form", "language", "adjective_forms"),
    [
        ("stort", NB, {AdjectiveForm.NEUTER}),
        ("viktig", NB, {AdjectiveForm.COMMON, AdjectiveForm.NEUTER}),
        ("grønt", NB, {AdjectiveForm.NEUTER}),
        ("store", NB, {AdjectiveForm.PLURAL}),
        ("større", NB, {AdjectiveForm.COMPARATIVE}),
        ("små", NB, {AdjectiveForm.PLURAL}),
        ("stort", NN, {AdjectiveForm.NEUTER}),
        ("viktig", NN, {AdjectiveForm.COMMON, AdjectiveForm.NEUTER}),
        ("største", NN, {AdjectiveForm.SUPERLATIVE, AdjectiveForm.PLURAL}),
    ],
)
def test_the_form_of_an_adjective_is_known(
    lexicon: Lexicon, form: str, language: Language, adjective_forms: set[AdjectiveForm]
) -> None:
    """An adjective without a -t of its own is common and neuter at once."""
    found = {
        reading.adjective_form
        for reading in lexicon.readings(form, language)
        if reading.word_class is WordClass.ADJECTIVE
    }

    assert found == adjective_forms


@pytest.mark.parametrize(
    ("form", "language", "classes"),
    [
        ("og", NB, {WordClass.CONJUNCTION}),
        ("å", NB, {WordClass.INFINITIVE_MARK}),
        ("på", NB, {WordClass.PREPOSITION, WordClass.ADVERB}),
        ("ikkje", NN, {WordClass.ADVERB}),
        ("frå", NN, {WordClass.PREPOSITION, WordClass.ADVERB}),
        ("avtale", NB, {WordClass.NOUN, WordClass.VERB}),
    ],
)
def test_a_form_has_the_classes_it_can_be(
    lexicon: Lexicon, form: str, language: Language, classes: set[WordClass]
) -> None:
    """Small words have no rare readings; a form of two classes has both."""
    found = {reading.word_class for reading in lexicon.readings(form, language)}

    assert found == classes


def test_a_capital_for_its_place_does_not_hide_a_word(lexicon: Lexicon) -> None:
    """At the start of a sentence, and in a line of capitals."""
    small = lexicon.readings("avtalen", NB)

    assert lexicon.readings("Avtalen", NB) == small
    assert lexicon.readings("AVTALEN", NB) == small


def test_a_genitive_is_its_noun(lexicon: Lexicon) -> None:
    """The lists hold no genitives; they are read by the noun."""
    found = lexicon.readings("avtalens", NB)

    assert found
    assert all(reading.is_genitive and reading.lemma == "avtale" for reading in found)


def test_a_compound_inherits_from_its_last_part(lexicon: Lexicon) -> None:
    """A word in no list is read by its last part, and says so."""
    found = nouns(lexicon, "hydrogenfergeavtalen", NB)

    assert {reading.gender for reading in found} == {M}
    assert all(reading.is_compound for reading in found)


@pytest.mark.parametrize("form", ["", "qzxwv", "x" * 100_000, "å" * 61, "-", "---", "12", "\u202e"])
def test_what_is_no_word_has_no_readings(lexicon: Lexicon, form: str) -> None:
    """Also for input that is made to hurt."""
    found = lexicon.readings(form, NB)

    assert found == ()


def test_english_has_no_words_here(lexicon: Lexicon) -> None:
    """Every answer about another language is empty."""
    assert lexicon.readings("agreement", EN) == ()
    assert not lexicon.contains("agreement", EN)
    assert tuple(lexicon.supplement_forms(EN)) == ()
    assert lexicon.present("agree", EN) is None


@given(form=st.text(max_size=80))
def test_any_text_is_answered(lexicon: Lexicon, form: str) -> None:
    """No form makes it fail, and a second question gives the same."""
    first = lexicon.readings(form, NN)

    assert lexicon.readings(form, NN) == first


def test_many_threads_may_ask_an_unloaded_lexicon() -> None:
    """The first question loads, once; all get the same answer."""
    lexicon = Lexicon()
    forms = ["avtale", "poeng", "samarbeidsavtalene", "mål"] * 50

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda form: lexicon.readings(form, NB), forms))

    assert answers == [lexicon.readings(form, NB) for form in forms]
