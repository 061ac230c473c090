"""What spelling promises: loading, a page of text, suggestions; medians of `dev.py bench`."""

from __future__ import annotations

import subprocess
import sys
from itertools import count
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.domain.content import Language
from pressdesk.domain.manuscript import Passage, Place, Role
from pressdesk.proofing.lexicon import Lexicon
from pressdesk.proofing.spelling import KnownWords, Spellers, spelling_findings
from pressdesk.textops.tokens import TokenKind, tokens

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

SRC = str(Path(__file__).parents[2] / "src")
MEMORY = """
import psutil
from pressdesk import paths
from pressdesk.domain.content import Language
from pressdesk.proofing.lexicon import Lexicon
from pressdesk.proofing.spelling import Spellers
before = psutil.Process().memory_info().rss
spellers = Spellers(paths.resource("dictionaries"), Lexicon().supplement_forms)
for language in Language:
    spellers.of(language).grade("regjerignen")
print(psutil.Process().memory_info().rss - before)
"""
WRONG = (
    "regjerignen komisjonen interresant skjempeviktig adminstrasjon profesjonel egnetlig norge"
    " forettningsmodell næringslivsorganisasjoen samarbeidsavtlaen restaurang akkomodere tilstted"
    " annerledeslnadet ressurrser servicefunktion jounralisten hesthus kunskap abcdefghijklmnopq"
)


@pytest.fixture
def spellers() -> Spellers:
    """Return spellers that have loaded nothing yet."""
    return Spellers(paths.resource("dictionaries"), Lexicon().supplement_forms)


def test_both_written_forms_and_english_load_quickly(benchmark: BenchmarkFixture) -> None:
    """All three languages, supplement and all: under 1 s."""

    def load() -> None:
        fresh = Spellers(paths.resource("dictionaries"), Lexicon().supplement_forms)
        for language in Language:
            fresh.of(language)

    benchmark.pedantic(load, rounds=5, warmup_rounds=1)

    assert benchmark.stats.stats.median < 1


def test_dictionaries_take_little_memory(benchmark: BenchmarkFixture) -> None:
    """All three languages in a process of their own: under 100 MB more than without."""
    command = [sys.executable, "-c", MEMORY]

    taken = benchmark.pedantic(
        lambda: subprocess.run(command, check=True, capture_output=True, env={"PYTHONPATH": SRC}),
        rounds=1,
    )

    megabytes = int(taken.stdout) / 1e6
    benchmark.extra_info["megabytes"] = megabytes
    assert megabytes < 100


def test_page_is_spelled_quickly(
    benchmark: BenchmarkFixture, spellers: Spellers, sample_words: str
) -> None:
    """500 words, warm: under 10 ms."""
    cut = tokens(sample_words)
    passage = Passage(place=Place(role=Role.BODY, line=1), text=sample_words)
    speller, english = spellers.of(Language.NB), spellers.of(Language.EN)
    known = KnownWords(("Kari Nes", "Nordlys AS"))

    benchmark(lambda: list(spelling_findings(passage, cut, speller, known, english=english)))

    assert benchmark.stats.stats.median < 0.010


@pytest.fixture
def sample_words() -> str:
    """Return 500 words of the sample release, over and over."""
    text = paths.resource("samples/felles-pressemelding-nb.txt").read_text("utf-8")
    repeated = " ".join([text] * 20)
    words = count(1)
    for token in tokens(repeated):
        if token.kind is TokenKind.WORD and next(words) == 500:
            return repeated[: token.end]
    raise AssertionError("the sample is shorter than expected")


def test_suggestions_come_quickly(benchmark: BenchmarkFixture, spellers: Spellers) -> None:
    """The slowest of twenty, never asked before: under 150 ms."""
    spellers.of(Language.NB)
    slowest: list[float] = []

    def suggest() -> None:
        speller = Spellers(paths.resource("dictionaries")).of(Language.NB)
        for word in WRONG.split():
            began = perf_counter()
            speller.suggest(word)
            slowest.append(perf_counter() - began)

    benchmark.pedantic(suggest, rounds=3)

    assert quantiles(slowest, n=20)[-1] < 0.150
