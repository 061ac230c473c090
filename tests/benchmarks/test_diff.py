"""What comparing costs; medians, printed by ``dev.py bench``."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.services.comparing import Side, compared
from pressdesk.textops.diff import diff_words, edits
from pressdesk.textops.diff_engine import pure
from pressdesk.textops.merge import merge, proposed
from pressdesk.textops.pairing import Paragraph, paired

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture


def texts(words: int, share: float = 0.03) -> tuple[list[str], list[str]]:
    """Return a long text of real sentences and an edit of it: words, and whole paragraphs."""
    chance = random.Random(5)
    source = paths.resource("samples/felles-pressemelding-nb.txt").read_text(encoding="utf-8")
    known = [word for word in source.split() if word]
    old: list[str] = []
    while sum(len(one.split()) for one in old) < words:
        old.append(" ".join(chance.choices(known, k=70)))
    new = [
        " ".join(chance.choice(known) if chance.random() < share else word for word in one.split())
        for one in old
    ]
    new.insert(3, new.pop(-2))
    del new[len(new) // 2]
    new.insert(len(new) // 3, " ".join(chance.choices(known, k=70)))
    return old, new


def test_word_diff_is_quick(benchmark: BenchmarkFixture) -> None:
    """Two texts of 5,000 words: under 25 ms."""
    old, new = ("\n".join(side) for side in texts(5_000))

    benchmark(diff_words, old, new)

    assert benchmark.stats.stats.median < 0.025


def test_word_diff_without_the_compiled_engine(benchmark: BenchmarkFixture) -> None:
    """The same with the Python engine: under 60 ms."""
    old, new = ("\n".join(side) for side in texts(5_000))

    benchmark(lambda: edits(old, new, engine=pure))

    assert benchmark.stats.stats.median < 0.060


def test_pairing_is_quick(benchmark: BenchmarkFixture) -> None:
    """The paragraphs of 5,000 words: under 40 ms."""
    old, new = ([Paragraph(text=one) for one in side] for side in texts(5_000))

    benchmark(paired, old, new)

    assert benchmark.stats.stats.median < 0.040


def test_pairing_of_a_book_is_quick(benchmark: BenchmarkFixture) -> None:
    """Those of 200,000 words: under 2 s."""
    old, new = ([Paragraph(text=one) for one in side] for side in texts(200_000))

    benchmark.pedantic(paired, (old, new), rounds=3)

    assert benchmark.stats.stats.median < 2


def test_comparison_is_quick(benchmark: BenchmarkFixture) -> None:
    """Pairing and word diff of 5,000 words: under 80 ms."""
    old, new = (
        Side(paragraphs=tuple(Paragraph(text=one) for one in side)) for side in texts(5_000)
    )

    benchmark(compared, old, new)

    assert benchmark.stats.stats.median < 0.080


@pytest.mark.parametrize("work", [merge, proposed])
def test_merging_is_quick(benchmark: BenchmarkFixture, work: object) -> None:
    """Three texts of 5,000 words: under 120 ms."""
    base, ours = ("\n".join(side) for side in texts(5_000))
    theirs = base.replace("varme", "kulde", 20)

    benchmark(work, base, ours, theirs)

    assert benchmark.stats.stats.median < 0.120
