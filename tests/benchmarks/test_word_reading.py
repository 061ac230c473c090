"""Reading Word files with tracked changes: under 30 ms for 5,000 words with 300 changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.word.reading import read, read_marked
from pressdesk.word.views import ACCEPTED, REJECTED
from word_samples import long_docx

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture


def sample(folder: Path) -> Path:
    """Return a file of 5,000 words with 300 changes."""
    path = folder / "svar.docx"
    path.write_bytes(long_docx(words=5_000, changes=300))
    return path


def test_reading_with_all_changes(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    found = benchmark(read_marked, sample(tmp_path))

    assert len(found.revisions) == 300


def test_reading_as_accepted(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    found = benchmark(read, sample(tmp_path))

    assert len(found.paragraphs) == 100


def test_both_views_of_what_was_read(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    document = read_marked(sample(tmp_path))

    accepted, rejected = benchmark(lambda: (document.seen(ACCEPTED), document.seen(REJECTED)))

    assert len(accepted) == len(rejected) == 100
