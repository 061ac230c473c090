"""The texts that PressDesk is measured on: UD dev and NoCoLA dev, read as they are distributed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UD_FILES = {"nb": "ud/no_bokmaal-ud-dev.conllu", "nn": "ud/no_nynorsk-ud-dev.conllu"}
NOCOLA_FILE = "nocola/NoCoLa_class_dev.txt"
HEADINGS = {"Ungrammatical:": False, "Grammatical:": True}
COLUMNS = 10
NOT_JUDGED = {"PROPN", "X"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a treebank. ``is_judged``: neither a name nor foreign."""

    start: int
    end: int
    text: str
    is_judged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence as printed, and its words with letters in them."""

    text: str
    words: tuple[Word, ...]


def treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file."""
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), None)
        if text is not None:
            rows = [line.split("\t") for line in lines if not line.startswith("#")]
            yield Sentence(text=text, words=tuple(words_of(text, rows)))


def words_of(text: str, rows: list[list[str]]) -> Iterator[Word]:
    """Yield the words among ``rows``, each at its place in ``text``."""
    place = 0
    for row in rows:
        if len(row) < COLUMNS or not row[0].isdigit():
            continue
        found = text.find(row[1], place)
        if found < 0:
            continue
        place = found + len(row[1])
        if any(sign.isalpha() for sign in row[1]):
            is_judged = row[3] not in NOT_JUDGED and "Foreign=Yes" not in row[5]
            yield Word(start=found, end=place, text=row[1], is_judged=is_judged)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerSentence:
    """A sentence of a learner. ``error`` is its type, empty where the sentence is correct."""

    text: str
    error: str


def learner_sentences(path: Path) -> Iterator[LearnerSentence]:
    """Yield the sentences of NoCoLA."""
    is_correct = False
    for line in path.read_text("utf-8").splitlines():
        if line.strip() in HEADINGS:
            is_correct = HEADINGS[line.strip()]
            continue
        sentence, _, error = line.partition("\t")
        if sentence.strip():
            yield LearnerSentence(text=sentence, error="" if is_correct else error.strip())
