"""The figures of the lexicon: loading both written forms, and looking words up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.proofing.lexicon import Lexicon

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

_SENTENCE = (
    "Avtalen er signert og arbeidet starter i mai . Bedriftene som deltar får støtte til "
    "hydrogenfergene og samarbeidsavtalene om klimatilpasning i kommunene på Vestlandet"
)
_WORDS = _SENTENCE.split()


def test_both_written_forms_load(benchmark: BenchmarkFixture) -> None:
    """Promised with the speller: under a second in a worker."""

    def load() -> None:
        lexicon = Lexicon()
        lexicon.load(Language.NB)
        lexicon.load(Language.NN)

    benchmark(load)


def test_words_are_looked_up_again(benchmark: BenchmarkFixture) -> None:
    """A thousand words that were asked for before: about a millisecond."""
    lexicon = Lexicon()
    words = (_WORDS * 50)[:1000]

    def look_up() -> None:
        for word in words:
            lexicon.readings(word, Language.NB)

    look_up()
    benchmark(look_up)


def test_new_words_are_looked_up(benchmark: BenchmarkFixture) -> None:
    """The same words, never asked for before, with their compounds."""

    def fresh() -> tuple[tuple[Lexicon], dict[str, object]]:
        lexicon = Lexicon()
        lexicon.load(Language.NB)
        return (lexicon,), {}

    def look_up(lexicon: Lexicon) -> None:
        for word in _WORDS:
            lexicon.readings(word, Language.NB)

    benchmark.pedantic(look_up, setup=fresh, rounds=10)
