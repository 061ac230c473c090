from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import Language
from pressdesk.domain.finding import FindingKind, Severity
from pressdesk.domain.manuscript import Passage, Place, Role
from pressdesk.proofing.spelling import KnownWords, spelling_findings
from pressdesk.proofing.spelling.messages import SPELLING_RULES
from pressdesk.textops.tokens import tokens

if TYPE_CHECKING:
    from pressdesk.domain.finding import Finding
    from pressdesk.proofing.spelling import Speller

PLACE = Place(role=Role.BODY, line=3)


def found(
    text: str,
    speller: Speller,
    *,
    names: tuple[str, ...] = (),
    english: Speller | None = None,
    speech: Language | None = None,
) -> list[Finding]:
    """Return what spelling finds in ``text``."""
    passage = Passage(place=PLACE, text=text)
    known = KnownWords(names)
    return list(
        spelling_findings(passage, tokens(text), speller, known, english=english, speech=speech)
    )


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    """Return word and rule of each finding."""
    return [(finding.text, finding.rule) for finding in findings]


def test_misspelling_is_an_error_at_its_place(bokmal: Speller) -> None:
    """The finding says where, and leaves the suggestions to be asked for."""
    text = "Vi støtter regjerignen her."

    (finding,) = found(text, bokmal)

    assert text[finding.start : finding.end] == finding.text == "regjerignen"
    assert finding.kind is FindingKind.SPELLING
    assert finding.severity is Severity.ERROR
    assert finding.place == PLACE
    assert finding.suggestions is None
    assert finding.message == "«regjerignen» står ikke i ordlista."


def test_every_place_of_a_word_is_found(bokmal: Speller) -> None:
    """Whoever fixes all alike needs all of them."""
    assert len(found("Regjerignen og regjerignen og regjerignen.", bokmal)) == 3


def test_correct_text_is_left_alone(bokmal: Speller, nynorsk: Speller) -> None:
    """Numbers, abbreviations, addresses and quotes are no misspellings."""
    text = (
        "– Vi gleder oss, sier hun. Avtalen på 10 000 kroner gjelder bl.a. EU-kommisjonens "
        "50-årsjubileum; se www.eksempel.no/xyzzy eller skriv til qwxz@eksempel.no #zzxy."
    )

    assert told(found(text, bokmal)) == []
    assert told(found("Vi gler oss, seier ho. Fylkets skular er opne.", nynorsk)) == []


def test_unknown_names_are_asked_about(bokmal: Speller) -> None:
    """A capital in mid-sentence is a name, and names are never called misspelt."""
    (finding,) = found("Avtalen med Eikrheim er signert.", bokmal)

    assert (finding.rule, finding.severity) == ("staving.navn", Severity.ADVICE)


def test_misspelt_first_word_is_an_error(bokmal: Speller) -> None:
    """The first capital of a sentence says nothing, so what is near a word is that word."""
    assert told(found("Regjerignen vil. Komisjonen vil ikke.", bokmal)) == [
        ("Regjerignen", "staving.ukjent"),
        ("Komisjonen", "staving.ukjent"),
    ]


def test_names_of_the_release_are_known(bokmal: Speller) -> None:
    """Each word of a name, its genitive, its capitals and its compounds."""
    text = "Eikrheim, Eikrheims, EIKRHEIM og Xyla-avtalen. Åsmund Eikrheim leder Xyla Qwist AS."

    assert told(found(text, bokmal, names=("Åsmund Eikrheim", "Xyla Qwist AS"))) == []


def test_listed_words_may_begin_a_sentence(bokmal: Speller) -> None:
    """A word that was added in small letters may need a capital."""
    assert told(found("Klyngeutvix er et ord.", bokmal, names=("klyngeutvix",))) == []


def test_name_with_a_slip_is_a_warning(bokmal: Speller) -> None:
    """A partner's name written otherwise is seen, whatever the dictionary says about it."""
    (finding,) = found("Vi takker Eikrhiem for det.", bokmal, names=("Eikrheim",))

    assert (finding.rule, finding.severity) == ("staving.navn-nesten", Severity.WARNING)


def test_english_phrases_are_left_alone_and_single_words_asked_about(
    bokmal: Speller, english: Speller
) -> None:
    """A title in English is not a row of misspellings."""
    phrase = found("Boka heter The Quality of Our Throughput nå.", bokmal, english=english)
    word = found("Dette er whatever for oss.", bokmal, english=english)

    assert told(phrase) == []
    assert told(word) == [("whatever", "staving.engelsk")]


def test_words_of_the_other_form_are_a_warning(bokmal: Speller, nynorsk: Speller) -> None:
    """Nynorsk in bokmål, and the other way round, is told as what it is."""
    assert told(found("Vi kan korkje lese eller skrive.", bokmal)) == [
        ("korkje", "staving.annen-malform")
    ]
    assert told(found("Vi har mange muligheter her.", nynorsk)) == [
        ("muligheter", "staving.annen-malform")
    ]


def test_messages_follow_the_interface(nynorsk: Speller) -> None:
    """A nynorsk text may be read by someone whose interface is bokmål."""
    (own,) = found("Ein regjerignen.", nynorsk)
    (other,) = found("Ein regjerignen.", nynorsk, speech=Language.NB)

    assert own.message == "«regjerignen» står ikkje i ordlista."
    assert other.message == "«regjerignen» står ikke i ordlista."


def test_endless_word_is_one_short_finding(bokmal: Speller) -> None:
    """The message does not carry 100,000 letters."""
    (finding,) = found("Her er " + "x" * 100_000, bokmal)

    assert finding.end - finding.start == 100_000
    assert len(finding.message) < 100
    assert finding.suggestions == ()


@pytest.mark.parametrize("rule", SPELLING_RULES, ids=lambda rule: rule.id)
def test_rules_speak_three_languages(rule: object) -> None:
    """Each message takes the word, and each rule explains itself."""
    for language in Language:
        assert "ord" in rule.said("ord", language)  # type: ignore[attr-defined]
        assert rule.explanation[language]  # type: ignore[attr-defined]


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=4))
def test_findings_lie_in_the_text(
    bokmal: Speller, english: Speller, text: str, names: list[str]
) -> None:
    """Whatever is typed, a finding covers the words it speaks of, in order."""
    findings = found(text, bokmal, names=tuple(names), english=english)

    assert all(text[finding.start : finding.end] == finding.text for finding in findings)
    assert [finding.start for finding in findings] == sorted(f.start for f in findings)
