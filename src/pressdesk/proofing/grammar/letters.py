"""What goes to a server at once: several passages, or a piece of a very long one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.proofing.pieces import pieces
from pressdesk.textops.sentences import sentences
from pressdesk.textops.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressdesk.proofing.grammar.languagetool import Remark
    from pressdesk.textops.tokens import Token

BETWEEN = "\n\n"
MOST = 5_000
"""Code points a request: a page or two, which take a second where nearly all of it is wrong."""

LONGEST_SENTENCE = 500
"""Tokens, each sign one; beyond, LanguageTool's time explodes, and no sentence that people wrote is so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a passage in a letter.

    Units: ``unit`` in the letter, ``start`` in the passage, and ``length`` count UTF-16 units.
    """

    number: int
    words: str
    unit: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Letter:
    """Pieces of numbered passages, with an empty line between them."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """What is sent."""
        return BETWEEN.join(part.words for part in self.parts)

    def placed(self, remark: Remark) -> tuple[int, Remark] | None:
        """Return the number of a remark's passage, and the remark with its place in there.

        None where it lies outside, or in more than one.
        """
        index = bisect_right(self.parts, remark.start, key=lambda part: part.unit) - 1
        if index < 0:
            return None
        part = self.parts[index]
        start = remark.start - part.unit
        if start + remark.length > part.length:
            return None
        return part.number, replace(remark, start=part.start + start)

    def singles(self) -> tuple[Letter, ...]:
        """Return one letter for each part."""
        return tuple(Letter((replace(part, unit=0),)) for part in self.parts)


def letters(texts: Iterable[tuple[int, str]]) -> Iterator[Letter]:
    """Yield what to send about numbered texts, in as few requests as may be.

    Pieces in which a sentence never ends are left out: a table without signs, a million commas.
    """
    parts: list[Part] = []
    length = unit = 0
    for number, text in texts:
        for start, words in pieces(text, MOST):
            if not _is_prose(words):
                continue
            if parts and length + len(words) > MOST:
                yield Letter(tuple(parts))
                parts, length, unit = [], 0, 0
            part = Part(
                number=number,
                words=words,
                unit=unit,
                start=units(text[:start]),
                length=units(words),
            )
            parts.append(part)
            length += len(words) + len(BETWEEN)
            unit += part.length + len(BETWEEN)
    if parts:
        yield Letter(tuple(parts))


def units(text: str) -> int:
    """Return how many UTF-16 units ``text`` has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_prose(words: str) -> bool:
    if len(words) <= LONGEST_SENTENCE:
        return any(map(str.isalpha, words))
    cut = tokens(words)
    return all(
        sum(_weight(one) for one in cut[sentence.start : sentence.end]) <= LONGEST_SENTENCE
        for sentence in sentences(cut)
    )


def _weight(token: Token) -> int:
    """Return about how many tokens LanguageTool makes of ``token``."""
    if token.text.isspace():
        return 0
    return 1 if token.is_word else len(token.text)
