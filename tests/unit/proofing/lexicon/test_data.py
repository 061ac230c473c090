"""The hand-written lists: read strictly, and sound."""

from __future__ import annotations

import json
import shutil
import tomllib
from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.domain.content import Language
from pressdesk.domain.errors import LexiconFaulty, LexiconMissing
from pressdesk.proofing.lexicon import Lexicon
from pressdesk.proofing.lexicon.closed import ClosedClasses
from pressdesk.proofing.lexicon.paradigms import PARADIGMS
from pressdesk.proofing.lexicon.supplement import Supplement

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(paths.resource("lexicon").rglob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_no_word_stands_twice_in_a_list_and_all_are_words(path: Path) -> None:
    """A slip of the hand in the data shows here."""
    lists = {
        key: words.split()
        for key, words in tomllib.loads(path.read_text("utf-8")).items()
        if isinstance(words, str)
    }

    for key, words in lists.items():
        assert sorted(set(words)) == sorted(words), key
        for word in words:
            assert word.replace("-", "").replace("|", "").isalnum(), word


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_a_feminine_ending_in_ing_has_the_paradigm_of_its_own(path: Path) -> None:
    """Nynorsk næringar, not *næringer: easily forgotten where bokmål makes no difference."""
    feminines = tomllib.loads(path.read_text("utf-8")).get("f", "").split()

    assert [word for word in feminines if word.endswith("ing")] == []


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("nonsense = 1", "nonsense"),
        ("[[group]]\nclass = 'nuon'\nwords = 'a'", "class = nuon"),
        ("[[group]]\nwords = 'a'", "a: class"),
        ("[[group]]\nclass = 'noun'", ": words"),
        ("[[group]]\nclass = 'noun'\nwords = 'a b a'", "words: a stands twice"),
        ("[[group]]\nclass = 'noun'\nwords = 'a'\nkasus = 'x'", "a: kasus"),
        ("[[group]]\nclass = 'noun'\nwords = 'a'\ndefinite = 'no'", "definite = no"),
        ("[[verb]]\npresent = 'er'", "verb: lemma"),
        ("[[verb]]\nlemma = 'gå'\nfuture = 'x'", "gå: future"),
        ("[[noun]]\nq = 'år'", "noun: q"),
        ("group = 3", "group"),
    ],
)
def test_a_mistake_in_the_small_words_is_one_clear_error(
    tmp_path: Path, text: str, entry: str
) -> None:
    """It names the file and the entry."""
    path = tmp_path / "closed.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(LexiconFaulty) as caught:
        ClosedClasses(path, "nb")

    assert caught.value.name == "closed.toml"
    assert caught.value.entry == entry


@pytest.mark.parametrize("text", ["q = 'a'", "m = 3", "m = ", "\x00", "m = 'a'\nm = 'b'"])
def test_a_mistake_in_the_supplement_is_one_clear_error(tmp_path: Path, text: str) -> None:
    """An unknown paradigm, a wrong type, and what is not TOML."""
    (tmp_path / "words.toml").write_text(text, encoding="utf-8")

    with pytest.raises(LexiconFaulty) as caught:
        Supplement([tmp_path], "nb")

    assert caught.value.name == "words.toml"


def test_a_language_whose_tables_were_not_made_is_missing(tmp_path: Path) -> None:
    """Said with the language, not as a file that was not found."""
    with pytest.raises(LexiconMissing) as caught:
        Lexicon(tables=tmp_path).load(Language.NN)

    assert caught.value.language == "nn"


@pytest.mark.parametrize("damage", ["cut", "noise", "format", "json"])
def test_a_damaged_table_is_one_clear_error(lexicon: Lexicon, tmp_path: Path, damage: str) -> None:
    """Truncated, overwritten, of another format, or not JSON."""
    assert lexicon
    for path in paths.resource("dictionaries").glob("lexicon-nb*"):
        shutil.copy(path, tmp_path)
    table, sets = tmp_path / "lexicon-nb.marisa", tmp_path / "lexicon-nb.json"
    match damage:
        case "cut":
            table.write_bytes(table.read_bytes()[:-1000])
        case "noise":
            table.write_bytes(b"\x05\x00\x00\x00noise and more noise")
        case "format":
            sets.write_text(json.dumps({"format": 99, "sets": []}), encoding="utf-8")
        case _:
            sets.write_text("{", encoding="utf-8")

    with pytest.raises(LexiconFaulty) as caught:
        Lexicon(tables=tmp_path).load(Language.NB)

    assert caught.value.name == "lexicon-nb"


@pytest.mark.parametrize(
    ("language", "paradigm", "lemma", "forms"),
    [
        ("nb", "m", "avtale", "avtale avtalen avtaler avtalene"),
        ("nb", "f", "uke", "uke uken uka uker ukene"),
        ("nb", "m_er", "utvikler", "utvikler utvikleren utviklere utviklerne"),
        ("nb", "m_el", "artikkel", "artikkel artikkelen artikler artiklene"),
        ("nb", "n_er", "program|m", "program programmet programmer programmene programma"),
        ("nb", "n_um", "museum", "museum museet museer museene musea"),
        ("nb", "n_e", "område", "område området områder områdene områda"),
        ("nb", "adjective_no_degrees", "finansiell", "finansiell finansielt finansielle"),
        ("nb", "adjective_no_degrees", "fossilfri", "fossilfri fossilfritt fossilfrie"),
        ("nb", "adjective_no_degrees", "robust", "robust robuste"),
        ("nn", "m", "forskar", "forskar forskaren forskarar forskarane"),
        ("nn", "ing", "løysing", "løysing løysinga løysingar løysingane"),
        ("nn", "n", "område", "område området områda"),
        ("nn", "n_er", "program|m", "program programmet programma"),
        ("nn", "f", "veke", "veke veka veker vekene"),
        ("nn", "m_el", "artikkel", "artikkel artikkelen artiklar artiklane"),
    ],
)
def test_a_paradigm_makes_the_forms_of_the_norm(
    language: str, paradigm: str, lemma: str, forms: str
) -> None:
    """As the inflection tables of Bokmålsordboka and Nynorskordboka have them."""
    made = {form for form, _ in PARADIGMS[language][paradigm](lemma)}

    assert made == set(forms.split())
