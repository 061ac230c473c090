"""The questions that rules and the speller ask."""

from __future__ import annotations

import pytest

from pressdesk.domain.content import Language
from pressdesk.proofing.lexicon import AdjectiveForm, Lexicon, VerbForm

NB, NN = Language.NB, Language.NN


@pytest.mark.parametrize(
    ("lemma", "language", "present"),
    [
        ("representere", NB, "representerer"),
        ("styrke", NB, "styrker"),
        ("gå", NB, "går"),
        ("gjøre", NB, "gjør"),
        ("representere", NN, "representerer"),
        ("kaste", NN, "kastar"),
        ("finnes-ikke", NB, None),
    ],
)
def test_the_present_of_a_verb(
    lexicon: Lexicon, lemma: str, language: Language, present: str | None
) -> None:
    """One form, or none where it is not known."""
    assert lexicon.present(lemma, language) == present


def test_more_than_one_present_is_no_answer_but_a_list(lexicon: Lexicon) -> None:
    """Nynorsk tek and tar are both right, so that none is put in by itself."""
    assert lexicon.present("ta", NN) is None
    assert set(lexicon.verb_forms("ta", NN, VerbForm.PRESENT)) == {"tek", "tar"}


def test_infinitives_are_told_from_other_forms(lexicon: Lexicon) -> None:
    """Representere is one, representerer is none."""
    assert lexicon.is_infinitive("representere", NB)
    assert not lexicon.is_infinitive("representerer", NB)
    assert lexicon.infinitive("representerer", NB) == "representere"


def test_the_forms_of_an_adjective(lexicon: Lexicon) -> None:
    """By lemma and kind of form."""
    assert lexicon.adjective_forms("stor", NB, AdjectiveForm.NEUTER) == ("stort",)
    assert lexicon.adjective_forms("stor", NB, AdjectiveForm.PLURAL) == ("store",)
    assert lexicon.adjective_forms("ny", NB, AdjectiveForm.NEUTER) == ("nytt",)
    assert lexicon.adjective_forms("gammel", NB, AdjectiveForm.PLURAL) == ("gamle",)
    assert lexicon.adjective_forms("viktig", NN, AdjectiveForm.NEUTER) == ("viktig",)


def test_the_forms_of_a_noun(lexicon: Lexicon) -> None:
    """By lemma, number and definiteness."""
    assert lexicon.noun_forms("avtale", NB, plural=True, definite=True) == ("avtalene",)
    assert lexicon.noun_forms("avtale", NB, plural=False, definite=True) == ("avtalen",)
    assert set(lexicon.noun_forms("bok", NB, plural=False, definite=True)) == {"boken", "boka"}


def test_a_known_compound_is_known_in_two_parts(lexicon: Lexicon) -> None:
    """For split compounds: only what stands in a list, never what could be a word."""
    assert lexicon.is_compound("samarbeids", "avtale", NB)
    assert lexicon.is_compound("Samarbeids", "avtalens", NB)
    assert not lexicon.is_compound("hest", "hus", NB)


@pytest.mark.parametrize(
    ("language", "right"),
    [
        (
            NB,
            "noe noen poeng temaet klimaet risikoen naboer kontoen radioen arenaer Israel israelsk"
            " forretningsmodeller innkjøpsvett podkast podkastene gründeren bærekraftig Tromsø"
            " regelmessig mislykkes klimaomstillingen rødgrønne",
        ),
        (
            NN,
            "noko nokon poeng temaet klimaet risikoen naboar kontoen radioen Israel israelsk"
            " israelske podkast podkastane gründeren berekraftig løysinga forskarar Tromsø"
            " klimaendringane utsleppsmål ukrainarar",
        ),
    ],
)
def test_the_holes_of_the_dictionary_are_filled(
    lexicon: Lexicon, language: Language, right: str
) -> None:
    """Words with oe, aa and ae, and those that came after the dictionary."""
    lacking = [form for form in right.split() if not lexicon.contains(form, language)]

    assert lacking == []


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        (
            NB,
            "idag igår ikveld tilstede forøvrig ihvertfall iløpet istedet programet prosjektt"
            " blandt finansiellt attraktivtt fossilfrit modeler avtalenn kontoeen systemmet"
            " representerre utviklerer nokon ikkje korleis løysing",
        ),
        (
            NN,
            "idag igår tilstades iløpet programet systemmet problemmet finansiellt modeler"
            " forskarer løysningar ikke hvordan løsning bærekraftigt utviklarer naboerar",
        ),
    ],
)
def test_the_supplement_holds_no_wrong_forms(
    lexicon: Lexicon, language: Language, wrong: str
) -> None:
    """A wrong form that is let in would never be found."""
    let_in = [form for form in wrong.split() if form in set(lexicon.supplement_forms(language))]

    assert let_in == []
