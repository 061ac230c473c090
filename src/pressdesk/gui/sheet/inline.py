"""The words of one line: a text of the domain as runs of one format each, and back."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.domain.text import Mark, MarkKind, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DISGUISES = {"\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\ufeff": "\u2060"}
"""Characters that Qt does not keep: it breaks lines at two, and drops a byte order mark."""

_LONG = 2_000
"""Letters; longer lines are rare, and not kept."""
_TROUBLE = re.compile("[\ufdd0\ufdd1\ufeff]")
_PIECES = re.compile("[\ufdd0\ufdd1\ufeff]|[^\ufdd0\ufdd1\ufeff]+")


class Run(NamedTuple):
    """Letters of one format.

    Shape: ``marks`` is the JSON of [[number, kind, target]…], "" for none; a number tells the
    marks of one text apart. ``disguised`` is the code point behind a disguise, else 0.
    """

    letters: str
    marks: str = ""
    disguised: int = 0


def runs_of(text: Text) -> list[Run]:
    """Return the runs that make up ``text``."""
    if not text.marks and not _TROUBLE.search(text.plain):
        return [Run(text.plain)] if text.plain else []
    borders = {0, len(text.plain)}
    for mark in text.marks:
        borders |= {mark.start, mark.end}
    stops = sorted(borders)
    runs: list[Run] = []
    for start, end in itertools.pairwise(stops):
        covering = [
            [number, mark.kind.value, mark.target]
            for number, mark in enumerate(text.marks)
            if mark.start <= start and end <= mark.end
        ]
        marks = json.dumps(covering) if covering else ""
        for piece in _PIECES.findall(text.plain[start:end]):
            if piece in _DISGUISES:
                runs.append(Run(_DISGUISES[piece], marks, ord(piece)))
            else:
                runs.append(Run(piece, marks))
    return runs


def text_of(runs: Sequence[Run]) -> Text:
    """Return the text that ``runs`` make up, cleaned to what a text may hold."""
    if not any(run.marks or run.disguised for run in runs):
        return _clean("".join(run.letters for run in runs))
    plain = ""
    numbered: list[tuple[int, Mark]] = []
    open_marks: dict[tuple[int, MarkKind, str | None], int] = {}
    for run in runs:
        letters = chr(run.disguised) * len(run.letters) if run.disguised else run.letters
        kinds = _kinds(run.marks)
        for key in tuple(open_marks):
            if key not in kinds:
                _close(numbered, key, open_marks.pop(key), len(plain))
        for key in kinds:
            open_marks.setdefault(key, len(plain))
        plain = _joined(plain, letters)
    for key, start in open_marks.items():
        _close(numbered, key, start, len(plain))
    numbered.sort(key=lambda one: (one[0], one[1].start))
    return Text(plain, tuple(mark for _, mark in numbered if mark.end <= len(plain)))


def _kinds(marks: str) -> list[tuple[int, MarkKind, str | None]]:
    if not marks:
        return []
    return [(number, MarkKind(kind), target) for number, kind, target in json.loads(marks)]


def _close(
    numbered: list[tuple[int, Mark]],
    key: tuple[int, MarkKind, str | None],
    start: int,
    end: int,
) -> None:
    number, kind, target = key
    if start < end:
        numbered.append((number, Mark(start=start, end=end, kind=kind, target=target)))


def _clean(letters: str) -> Text:
    return _cleaned(letters) if len(letters) <= _LONG else _cleaned.__wrapped__(letters)


@lru_cache(maxsize=4096)
def _cleaned(letters: str) -> Text:
    """Return the text; most lines are asked for again and again, unchanged."""
    try:
        return Text(letters)
    except ValueError:
        return Text.of(letters)


def _joined(plain: str, letters: str) -> str:
    """Return both together in NFC: a border of formats may part a letter from its accent."""
    clean = plain + Text.of(letters).plain
    return clean if unicodedata.is_normalized("NFC", clean) else unicodedata.normalize("NFC", clean)


def joined(texts: Iterable[Text]) -> Text:
    """Return the texts one after another, as one."""
    runs: list[Run] = []
    for text in texts:
        runs += runs_of(text)
    return text_of(runs)
