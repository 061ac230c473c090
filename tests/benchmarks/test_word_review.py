"""A 5,000-word answer with 300 changes is compared with what was sent in under 130 ms."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.content import Content, Paragraph
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import Text
from pressdesk.word.answers import compared
from pressdesk.word.reading import MarkedDocument, read_marked_bytes
from pressdesk.word.review import review_document
from unit.word.releases import bokmal
from unit.word.test_review import COVER, review
from word_edits import word_edit

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

PARTNER = replace(COVER, organisation="Ola Li")
_WORDS = [
    "partnerne",
    "vil",
    "bygge",
    "nye",
    "anlegg",
    "for",
    "fornybar",
    "kraft",
    "i",
    "nord",
    "og",
    "avtalen",
    "gjelder",
    "fra",
    "neste",
    "år",
    "med",
    "støtte",
    "fra",
    "staten",
    "til",
    "målinger",
    "av",
    "utslipp",
    "i",
    "fjorden",
    "sier",
    "daglig",
    "leder",
    "ifølge",
    "rapporten",
    "2027",
]


def long_release(seed: int = 1) -> Content:
    """Return a release of 100 paragraphs of 50 words."""
    chance = Random(seed)
    blocks = tuple(
        Paragraph(
            id=BlockId(f"long{number}"),
            text=Text.of(" ".join(chance.choice(_WORDS) for _ in range(49)) + f" {number}."),
        )
        for number in range(100)
    )
    return replace(bokmal(), blocks=blocks)


def edited(content: Content, changes: int, seed: int = 2) -> Content:
    """Return a release with that many changes, spread over all paragraphs."""
    chance = Random(seed)
    blocks = list(content.blocks)
    done = 0
    while done < changes:
        place = done % len(blocks)
        block = blocks[place]
        assert isinstance(block, Paragraph)
        words = block.text.plain
        made = word_edit(words, chance)
        if made is not None:
            new = words[: made[0]] + made[2] + words[made[1] :]
            blocks[place] = replace(block, text=Text.of(new))
            done += 1
    return replace(content, blocks=tuple(blocks))


def document(data: bytes) -> MarkedDocument:
    """Return what a file says."""
    return read_marked_bytes("svar.docx", data)


@pytest.mark.parametrize("kind", ["marked", "silent", "with pending changes of ours"])
def test_comparing_an_answer_with_what_was_sent(benchmark: BenchmarkFixture, kind: str) -> None:
    """From the bytes of both files to the changes."""
    content = long_release()
    before = edited(content, 100, seed=3) if kind.startswith("with") else content
    sent = review_document(review(content, before=before))
    after = edited(content, 300)
    marked = content if kind != "silent" else after
    data = review_document(review(after, before=marked, cover=PARTNER))

    found = benchmark(lambda: compared(document(sent), document(data)))

    assert len(found.changes) > 200


def test_comparing_two_read_files(benchmark: BenchmarkFixture) -> None:
    """Without the reading."""
    content = long_release()
    sent = document(review_document(review(content)))
    after = edited(content, 300)
    returned = document(review_document(review(after, before=content, cover=PARTNER)))

    found = benchmark(compared, sent, returned)

    assert len(found.changes) > 200


def test_writing_a_long_review_document(benchmark: BenchmarkFixture) -> None:
    """5,000 words with 300 pending changes."""
    content = long_release()
    made = review(edited(content, 300), before=content)

    data = benchmark(review_document, made)

    assert len(document(data).revisions) > 300
