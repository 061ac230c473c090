"""Short forms that a text gives its organisations: "Arctic Cluster Team (ACT)", "…, ACT, …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.drafting.organisations import organisation_end
from pressdesk.drafting.words import Token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.drafting.known import KnownNames

_SHORT = re.compile(r"[A-ZÆØÅ][\wÆØÅæøå&]{1,9}")
_CAPITALS = re.compile(r"[A-ZÆØÅ][\wæøå&]*[A-ZÆØÅ]")
_INTRODUCING = frozenset(
    [
        "heretter", "kalt", "kalla", "forkortet", "forkorta", "også", "òg", "omtalt", "omtala", "som",
        "bare", "berre", "hereafter", "hereinafter", "known", "called", "as", "the", "abbreviated", "or",
        "eller", "under", "navnet", "namnet",
    ]
)  # fmt: skip
_LONGEST_NAME = 12
_FEWEST_CAPITALS = 2


def short_forms(text: str, known: KnownNames) -> Iterator[tuple[str, str]]:
    """Yield (full name, short form) for every short form that ``text`` gives a name.

    The short form stands in parentheses, between commas or after "heretter kalt", or is itself
    followed by the name in parentheses; its letters must be those of the name, in order.
    """
    for line in text.split("\n"):
        if _CAPITALS.search(line) and any(sign in line for sign in "(,"):
            yield from _Line(text=line, tokens=tokens_of(line), known=known).read()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    text: str
    tokens: Sequence[Token]
    known: KnownNames

    def read(self) -> Iterator[tuple[str, str]]:
        for at, token in enumerate(self.tokens):
            if not _is_short_form(token.text):
                continue
            name = self._before(at) or self._behind(at)
            if name is not None:
                yield name, token.text

    def _before(self, at: int) -> str | None:
        """Return the name that stands before a short form at ``at``."""
        sign = at - 1
        while sign >= 0 and (self.tokens[sign].is_mark or self.tokens[sign].lower in _INTRODUCING):
            sign -= 1
        if sign < 1 or self.tokens[sign].text not in ("(", ","):
            return None
        is_enclosed = self.tokens[sign].text == "("
        closing = at + 1
        while closing < len(self.tokens) and self.tokens[closing].is_mark:
            closing += 1
        sign_after = self.tokens[closing].text if closing < len(self.tokens) else ""
        is_introduced = any(token.is_word for token in self.tokens[sign + 1 : at])
        if sign_after != (")" if is_enclosed else ",") and not is_introduced:
            return None
        for start in range(max(0, sign - _LONGEST_NAME), sign):
            name = self._name(start, sign)
            if name is not None and _fits(self.tokens[at].text, name, is_loose=is_enclosed):
                return name
        return None

    def _behind(self, at: int) -> str | None:
        """Return the name in parentheses behind a short form at ``at``."""
        if at + 2 >= len(self.tokens) or self.tokens[at + 1].text != "(":
            return None
        last = min(at + 3 + _LONGEST_NAME, len(self.tokens))
        close = next((i for i in range(at + 2, last) if self.tokens[i].text == ")"), None)
        if close is None or close == at + 2 or not self.tokens[at + 2].is_capital:
            return None
        name = self._words(at + 2, close)
        return name if _fits(self.tokens[at].text, name, is_loose=True) else None

    def _name(self, start: int, end: int) -> str | None:
        """Return the organisation that fills ``start`` to ``end``."""
        first = self.tokens[start]
        if not first.is_capital or self.known.lexicon.is_given_name(first.text):
            return None
        if organisation_end(self.tokens, start, self.known.lexicon) != end:
            return None
        return self._words(start, end)

    def _words(self, start: int, end: int) -> str:
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]


def _is_short_form(word: str) -> bool:
    capitals = sum(one.isupper() for one in word)
    return capitals >= _FEWEST_CAPITALS and bool(_SHORT.fullmatch(word))


def _fits(short: str, name: str, *, is_loose: bool) -> bool:
    """Return whether the capitals of ``short`` are initials of ``name``, or at least its letters."""
    capitals = [one for one in short if one.isupper()]
    words = [word for word in re.split(r"[\s\u00a0-]+", name) if word]
    if short.casefold() in (word.casefold() for word in words):
        return False
    initials = [word[0].upper() for word in words]
    if capitals[0] != initials[0]:
        return False
    return _in_order(capitals, initials) or (is_loose and _in_order(capitals, name.upper()))


def _in_order(letters: Sequence[str], within: Sequence[str]) -> bool:
    rest = iter(within)
    return all(one in rest for one in letters)
