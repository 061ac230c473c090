"""Closed lists of words: wrong → right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.proofing.rules.model import Hit
from pressdesk.proofing.rules.transforms import in_case_of
from pressdesk.textops.tokens import TokenKind, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressdesk.proofing.rules.context import Context


class WordListDetector:
    """Finds the words of a list, whatever their case; suggestions keep the case found."""

    __slots__ = ("_entries", "_firsts")

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        entries: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for wrong, right in words.items():
            first, *rest = word_texts(wrong)
            entries.setdefault(first, []).append((tuple(rest), right))
        for choices in entries.values():
            choices.sort(key=lambda entry: -len(entry[0]))
        self._entries = entries
        self._firsts = entries.keys()

    def hits(self, context: Context) -> Iterator[Hit]:
        """Yield a hit for each entry that stands in one sentence, the longest first."""
        positions = context.positions
        places = sorted(
            place for first in self._firsts & positions.keys() for place in positions[first]
        )
        free = 0
        for place in places:
            if place < free or context.words[place].kind is TokenKind.ADDRESS:
                continue
            for rest, right in self._entries[context.lower[place]]:
                last = place + len(rest)
                if context.lower[place + 1 : last + 1] == rest and (
                    not rest or last in context.sentence_of[place]
                ):
                    yield self._hit(context, place, last, right)
                    free = last + 1
                    break

    @staticmethod
    def _hit(context: Context, first: int, last: int, right: tuple[str, ...]) -> Hit:
        start, end = context.span(first, last)
        found = context.text[start:end]
        return Hit(start, end, tuple(in_case_of(found, words) for words in right))


def word_texts(words: str) -> tuple[str, ...]:
    """Return the tokens of an entry in lower case, spaces left out."""
    return tuple(token.text.lower() for token in tokens(words) if token.kind is not TokenKind.SPACE)
