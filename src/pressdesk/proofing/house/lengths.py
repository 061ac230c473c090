"""Lengths that readers and editors mind."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from pressdesk.domain.manuscript import Role
from pressdesk.proofing.house.reading import (
    PASSAGES_KEPT,
    RUNNING,
    SPOKEN,
    WORD,
    count_words,
    is_release,
    of_roles,
    words_of_body,
)
from pressdesk.proofing.rules.model import TextHit
from pressdesk.textops.sentences import sentences
from pressdesk.textops.tokens import tokens, word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.manuscript import Manuscript

TITLE_CHARACTERS, TITLE_MOST_CHARACTERS = 70, 100
LEAD_CHARACTERS = 300
QUOTE_WORDS = 60
SENTENCE_WORDS = 25
BODY_WORDS = 500
ABOUT_WORDS = 100
HARD_LIX = 45
_LONG_WORD = 6
_SENTENCE_END = re.compile(r"(?<!\d)[.!?…:]+[»”\"]?(?=\s+[^\Wa-zæøå]|\s*$)")
_FEWEST_WORDS_FOR_LIX = 100


def long_title(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield a title that is longer than search engines and lists show."""
    return _title(manuscript, TITLE_CHARACTERS, TITLE_MOST_CHARACTERS)


def far_too_long_title(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield a title that wire services refuse."""
    return _title(manuscript, TITLE_MOST_CHARACTERS, None)


def _title(manuscript: Manuscript, over: int, most: int | None) -> Iterator[TextHit]:
    for passage in of_roles(manuscript, frozenset({Role.TITLE})):
        length = len(passage.text.strip())
        if length > over and (most is None or length <= most):
            end = len(passage.text.rstrip())
            start = _word_start(passage.text, end - length + over)
            fields = {"antall": str(length)}
            yield TextHit(place=passage.place, start=start, end=end, fields=fields)


def long_lead(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield a lead that is long, at its last paragraph."""
    leads = list(of_roles(manuscript, frozenset({Role.LEAD})))
    length = sum(len(one.text.strip()) for one in leads)
    if length > LEAD_CHARACTERS:
        last = leads[-1]
        start = _word_start(last.text, len(last.text.rstrip()) - (length - LEAD_CHARACTERS))
        fields = {"antall": str(length)}
        yield TextHit(place=last.place, start=start, end=len(last.text), fields=fields)


def long_quote(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield quotes that are long; the words beyond the limit are marked."""
    for _, group in groupby(
        of_roles(manuscript, frozenset({Role.QUOTE})),
        key=lambda one: one.place.block or one.place.line,
    ):
        passages = list(group)
        words = sum(count_words(one.text) for one in passages)
        if words <= QUOTE_WORDS:
            continue
        left = QUOTE_WORDS
        for passage in passages:
            found = list(WORD.finditer(passage.text))
            if len(found) > left:
                start = found[left].start()
                end = len(passage.text.rstrip())
                fields = {"antall": str(words)}
                yield TextHit(place=passage.place, start=start, end=end, fields=fields)
                break
            left -= len(found)


def long_sentence(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield sentences that are long."""
    for passage in of_roles(manuscript, SPOKEN):
        if count_words(passage.text) <= SENTENCE_WORDS:
            continue
        for start, end, words in _long_sentences(passage.text):
            fields = {"antall": str(words)}
            yield TextHit(place=passage.place, start=start, end=end, fields=fields)


@lru_cache(PASSAGES_KEPT)
def _long_sentences(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return where long sentences are, with their words; while typing, all but one are as before."""
    cut = tokens(text)
    found = []
    for sentence in sentences(cut):
        words = word_count(cut[sentence.start : sentence.end])
        if words > SENTENCE_WORDS:
            found.append((cut[sentence.start].start, cut[sentence.end - 1].end, words))
    return tuple(found)


def long_body(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that the body is long."""
    words = words_of_body(manuscript)
    if words > BODY_WORDS and is_release(manuscript):
        yield TextHit(fields={"antall": str(words)})


def long_about(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield texts about a partner that are long."""
    for _, group in groupby(
        of_roles(manuscript, frozenset({Role.ABOUT})), key=lambda one: one.place.block
    ):
        passages = list(group)
        words = sum(count_words(one.text) for one in passages)
        if words > ABOUT_WORDS and passages[0].place.block is not None:
            last = passages[-1]
            fields = {"antall": str(words)}
            yield TextHit(place=last.place, start=0, end=len(last.text), fields=fields)


def hard_to_read(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that the text is hard to read by LIX: long sentences and long words."""
    words = longs = ends = 0
    for passage in of_roles(manuscript, RUNNING):
        found = WORD.findall(passage.text)
        words += len(found)
        longs += sum(len(one) > _LONG_WORD for one in found)
        ends += max(1, sum(1 for _ in _SENTENCE_END.finditer(passage.text)))
    if words < _FEWEST_WORDS_FOR_LIX or not is_release(manuscript):
        return
    lix = round(words / max(1, ends) + 100 * longs / words)
    if lix >= HARD_LIX:
        yield TextHit(fields={"lix": str(lix)})


def _word_start(text: str, at: int) -> int:
    """Return where the word at ``at`` begins; 0 for a place in front of the text."""
    return text.rfind(" ", 0, max(0, at)) + 1


CHECKS = {
    "long_title": long_title,
    "far_too_long_title": far_too_long_title,
    "long_lead": long_lead,
    "long_quote": long_quote,
    "long_sentence": long_sentence,
    "long_body": long_body,
    "long_about": long_about,
    "hard_to_read": hard_to_read,
}
