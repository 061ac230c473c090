"""How fast a text is proofread with everything on; medians, printed by ``dev.py bench``.

Promised (issue 4): 500 words under 80 ms, one paragraph under 10 ms, 50,000 words under 6 s, with
code and word lists loaded and nothing remembered of the text.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.domain.content import Language
from pressdesk.domain.manuscript import Manuscript, Passage, Place, Role
from pressdesk.proofing.lexicon import Lexicon
from pressdesk.proofing.proofreader import Proofreader
from pressdesk.proofing.rules.book import RuleBook
from pressdesk.proofing.rules.context import Context, Setting
from pressdesk.proofing.spelling import Spellers
from pressdesk.textops.sentences import sentences
from pressdesk.textops.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

    from pressdesk.domain.report import Report

WORDS_OF_A_RELEASE = 500
WORDS_OF_A_BOOK = 50_000


@pytest.fixture(scope="module")
def proofreader() -> Proofreader:
    """Return a proofreader that has read everything it needs."""
    proofreader = Proofreader(RuleBook(), Spellers(paths.resource("dictionaries")), Lexicon())
    proofreader.check(Manuscript(language=Language.NB, passages=tuple(passages("", 1))))
    return proofreader


def passages(mark: str, words: int) -> Iterator[Passage]:
    """Yield passages of a sample with at least so many words, each unlike those of other marks."""
    source = paths.resource("samples/felles-pressemelding-nb.txt").read_text("utf-8")
    lines = [line for line in source.splitlines() if line.strip()]
    counted = 0
    for number in count(1):
        line = f"{lines[number % len(lines)]} Dette er {mark}{number}."
        yield Passage(place=Place(role=Role.BODY, line=number), text=line)
        counted += len(line.split())
        if counted >= words:
            return


def fresh(words: int) -> Callable[[], tuple[tuple[Manuscript], dict[str, object]]]:
    """Return a maker of manuscripts of so many words that nobody has read before."""
    marks = (f"prøve {number} nr. " for number in count(1))

    def make() -> tuple[tuple[Manuscript], dict[str, object]]:
        found = tuple(passages(next(marks), words))
        return (Manuscript(language=Language.NB, passages=found),), {}

    return make


@pytest.mark.parametrize(
    ("words", "rounds"), [(60, 30), (WORDS_OF_A_RELEASE, 15), (WORDS_OF_A_BOOK, 2)]
)
def test_everything_on_for_a_text_never_read_before(
    benchmark: BenchmarkFixture, proofreader: Proofreader, words: int, rounds: int
) -> None:
    """Rules, spelling, and the checks of the whole; a paragraph, a release, a book."""
    make = fresh(words)

    report: Report = benchmark.pedantic(proofreader.check, setup=make, rounds=rounds)

    assert report.words >= words * 0.9


def test_one_changed_paragraph_in_a_release(
    benchmark: BenchmarkFixture, proofreader: Proofreader
) -> None:
    """What a pause in typing costs: one passage is new, the others are remembered."""
    (release,), _ = fresh(WORDS_OF_A_RELEASE)()
    proofreader.check(release)
    numbers = count(1)

    def make() -> tuple[tuple[Manuscript], dict[str, object]]:
        first, *rest = release.passages
        changed = Passage(
            place=first.place, text=f"{first.text} Nå er det {next(numbers)} ord til."
        )
        return (Manuscript(language=release.language, passages=(changed, *rest)),), {}

    report: Report = benchmark.pedantic(proofreader.check, setup=make, rounds=30)

    assert report.words >= WORDS_OF_A_RELEASE * 0.9


def test_tokens_and_sentences_of_a_release(benchmark: BenchmarkFixture) -> None:
    """Five hundred words cut up."""
    text = " ".join(passage.text for passage in passages("", WORDS_OF_A_RELEASE))

    cut = benchmark(lambda: sentences(tokens(text)))

    assert cut


def test_rules_are_read(benchmark: BenchmarkFixture) -> None:
    """All files of rules, patterns compiled; once in a run, in a worker."""
    rules = benchmark(lambda: RuleBook().rules())

    assert rules


def test_words_of_a_passage_are_looked_up(
    benchmark: BenchmarkFixture, proofreader: Proofreader
) -> None:
    """Every word of a passage in the lexicon, as token patterns do."""
    assert proofreader.rules()
    lexicon = Lexicon()
    lexicon.load(Language.NB)
    (text,) = (passage.text for passage in passages("", 1))

    def look_up() -> int:
        context = Context(text, Setting(language=Language.NB), lexicon)
        return sum(len(context.readings(index)) for index in range(len(context.words)))

    assert benchmark(look_up)
