from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk import paths
from pressdesk.domain.content import Language
from pressdesk.domain.errors import DictionaryMissing
from pressdesk.proofing.spelling import Grade, Spellers

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.proofing.spelling import Speller


@pytest.mark.parametrize(
    "word",
    [
        "regjeringen",
        "Regjeringen",
        "REGJERINGEN",
        "Norge",
        "NORGE",
        "Norges",
        "samarbeidsavtale",
        "noe",
        "Noe",
        "NOE",
        "EU-kommisjonen",
        "50-årsjubileum",
        "1990-tallet",
        "LO-en",
        "PC-ene",
        "nærings-",
        "industri-",
        "Andreas'",
        "Andreas’",
        "NATOs",
        "CO2-fri",
        "5G-nett",
        "B",
        "à",
        "Gardermoen-prosjektet",
        "nord-norsk",
        "sofaen",
        "risikoen",
        "hjem",
    ],
)
def test_bokmal_words_are_known(bokmal: Speller, word: str) -> None:
    """Capitals, genitives, hyphens, acronyms and numbers do not make a word unknown."""
    assert bokmal.grade(word) in {Grade.KNOWN, Grade.COMPOUND}


@pytest.mark.parametrize(
    "word", ["ikkje", "Noreg", "fylkets", "kongens", "tenesta", "EU-direktiva", "poeng", "skulane"]
)
def test_nynorsk_words_are_known(nynorsk: Speller, word: str) -> None:
    """Nynorsk has its own words, and genitives that its dictionary does not list."""
    assert nynorsk.grade(word) is Grade.KNOWN


@pytest.mark.parametrize("word", ["don't", "don’t", "colour", "Partner's", "releases", "English"])
def test_english_words_are_known(english: Speller, word: str) -> None:
    """Either apostrophe is one."""
    assert english.grade(word) is Grade.KNOWN


@pytest.mark.parametrize(
    "word",
    [
        "regjerignen",
        "komisjonen",
        "norge",
        "EU-komisjonen",
        "komisjons-",
        "interresant",
        "hesthus",
        "forhandlinkene",
        "tenkpause",
        "innvandringspoletikk",
        "ikkje",
        "REGJERIGNEN",
    ],
)
def test_misspelt_words_are_unknown(bokmal: Speller, word: str) -> None:
    """What is one slip away from a word is not taken for a new compound."""
    assert bokmal.grade(word) is Grade.UNKNOWN


@pytest.mark.parametrize(
    "word", ["voldspotensial", "eierskapspolitikk", "samferdselsløsninger", "klimapoeng"]
)
def test_compounds_of_common_parts_are_recognised(bokmal: Speller, word: str) -> None:
    """Norwegian makes new words every day."""
    assert bokmal.grade(word) is Grade.COMPOUND


@pytest.mark.parametrize("word", ["valgkampsatire", "utspillskåte", "lammekebab"])
def test_two_plain_words_may_be_joined_for_the_first_time(bokmal: Speller, word: str) -> None:
    """Two words of good length that nobody has joined before need no question."""
    assert bokmal.grade(word) is Grade.COMPOUND


@pytest.mark.parametrize("word", ["skalgjøre", "mangebedrifter", "noenansatte"])
def test_a_forgotten_space_is_no_compound(bokmal: Speller, word: str) -> None:
    """Little words do not begin compounds."""
    assert bokmal.grade(word) is Grade.UNKNOWN


@pytest.mark.parametrize("word", ["skoletak", "strømbruk"])
def test_a_compound_of_very_common_parts_is_not_doubted(bokmal: Speller, word: str) -> None:
    """It is one slip away from another word, and yet right."""
    assert bokmal.grade(word) is Grade.COMPOUND


@pytest.mark.parametrize("word", ["kårkallsperioden", "basstrommepedal", "hjerneblødningoppdages"])
def test_compounds_of_rare_parts_are_doubted(bokmal: Speller, word: str) -> None:
    """They are not errors, and not certain either."""
    assert bokmal.grade(word) is Grade.PROBABLE_COMPOUND


def test_invisible_signs_and_combining_letters_do_not_matter(bokmal: Speller) -> None:
    """A soft hyphen, a joiner, and å in two code points."""
    assert bokmal.grade("re\u00adgjer\u200ding") is Grade.KNOWN
    assert bokmal.grade("a\u030apen") is Grade.KNOWN


@pytest.mark.parametrize("word", ["Россия", "מילה", "日本語", "😀😀", "½", "2026", "50åring"])
def test_what_is_not_in_latin_letters_is_not_judged(bokmal: Speller, word: str) -> None:
    """There is no dictionary to judge it by."""
    assert bokmal.grade(word) is Grade.KNOWN


def test_letters_that_only_look_latin_are_found(bokmal: Speller) -> None:
    """A Cyrillic а in a Norwegian word is a fault that no eye sees."""
    assert bokmal.grade("p\u0430rtner") is Grade.UNKNOWN
    assert bokmal.suggest("p\u0430rtner")[0] == "partner"


@pytest.mark.parametrize("word", ["a" * 100_000, "-" * 100_000, "'" * 100_000, "a-" * 50_000])
def test_endless_words_are_answered_at_once(bokmal: Speller, word: str) -> None:
    """Nothing is searched for, and nothing suggested."""
    began = perf_counter()

    grade, suggested = bokmal.grade(word), bokmal.suggest(word)

    assert grade is Grade.UNKNOWN
    assert suggested == ()
    assert perf_counter() - began < 5  # not a figure: it must end


@given(st.text(max_size=90))
def test_any_string_has_a_grade_and_suggestions(bokmal: Speller, word: str) -> None:
    """Nothing that can be typed breaks the speller; a word is never suggested for itself."""
    assert bokmal.grade(word) in Grade
    assert word not in bokmal.suggest(word)


def test_threads_share_a_speller(spellers: Spellers) -> None:
    """Many threads asking at once get what one gets."""
    words = ["regjerignen", "samarbeid", "voldspotensial", "komisjonen", "kårkallsperioden"] * 200
    fresh = Spellers(paths.resource("dictionaries"))
    expected = [spellers.of(Language.NB).grade(word) for word in words]

    with ThreadPoolExecutor(8) as pool:
        grades = list(pool.map(lambda word: fresh.of(Language.NB).grade(word), words))
        suggested = set(pool.map(lambda _: fresh.of(Language.NB).suggest("komisjonen"), range(16)))

    assert grades == expected
    assert len(suggested) == 1


def test_missing_dictionary_is_a_clear_refusal(tmp_path: Path) -> None:
    """An installation without word lists says which one."""
    with pytest.raises(DictionaryMissing) as caught:
        Spellers(tmp_path).of(Language.NN)

    assert caught.value.name == "spelling-nn.marisa"
    assert caught.value.language == "nn"


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"We love Marisa."])
def test_damaged_dictionary_is_a_clear_refusal(tmp_path: Path, damage: bytes) -> None:
    """A file that was cut or bent is not read."""
    for name in ("spelling-nb.marisa", "parts-nb.marisa", "more-nb.marisa"):
        shutil.copyfile(paths.resource(f"dictionaries/{name}"), tmp_path / name)
    (tmp_path / "spelling-nb.marisa").write_bytes(damage)

    with pytest.raises(DictionaryMissing):
        Spellers(tmp_path).of(Language.NB)


def test_other_written_form_is_told_apart(bokmal: Speller, nynorsk: Speller) -> None:
    """Each form knows the words of the other, unless that one is not installed."""
    assert bokmal.is_of_other_form("ikkje")
    assert nynorsk.is_of_other_form("Risikoen") is nynorsk.is_of_other_form("risikoen")
    assert not bokmal.is_of_other_form("regjerignen")
