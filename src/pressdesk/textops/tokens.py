"""Words, numbers and signs of a text, with their places."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.textops.abbreviations import ABBREVIATIONS
from pressdesk.textops.normalise import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class TokenKind(StrEnum):
    """What a token is.

    An address is anything for machines: web and mail addresses, paths, hashtags and handles.
    """

    WORD = "word"
    NUMBER = "number"
    ABBREVIATION = "abbreviation"
    ADDRESS = "address"
    PUNCTUATION = "punctuation"
    SPACE = "space"


class Token(NamedTuple):
    """A piece of text.

    Shape: ``start`` and ``end`` are code points of the text, half open. An abbreviation holds its
    full stops, a word its inner hyphens, apostrophes and digits and the hyphen it hangs by
    (``industri-``); equal signs in a row are one token.
    """

    start: int
    end: int
    text: str
    kind: TokenKind

    @property
    def is_word(self) -> bool:
        """Whether it is a word or an abbreviation."""
        return self.kind is TokenKind.WORD or self.kind is TokenKind.ABBREVIATION

    @property
    def is_dash(self) -> bool:
        """Whether it is a dash or a hyphen by itself."""
        return self.kind is TokenKind.PUNCTUATION and self.text[0] in DASHES

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def _abbreviations(forms: Iterable[str]) -> str:
    """Return a pattern of ``forms``; the first letter may be a capital.

    Shape: grouped by the first letter, so that a word is compared with few of them. The last
    full stop of a form with several may be missing.
    """
    by_letter: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        rest = re.escape(form[1:])
        if form.count(".") > 1:
            rest += "?"
        by_letter.setdefault(form[0].lower(), []).append(rest)
    groups = (
        f"[{letter}{letter.upper()}](?:{'|'.join(rests)})"
        for letter, rests in sorted(by_letter.items())
    )
    return f"(?:{'|'.join(groups)})(?![^\\W_])"


_MARK = "\u0300-\u036f\ufe0e\ufe0f"
_LETTER = r"[^\W\d_]"
_JOINER = "'’&\u00ad\u2010\u2011-"
_TOP = "com|org|net|info|eu|io|ai|edu|gov|no|se|dk|fi|is|de|uk|us|tv|me|app|dev"
_HOST = rf"(?:[^\W_][\w-]{{0,62}}\.){{1,6}}(?:{_TOP})(?![\w-])"
_ADDRESS = (
    r"(?:https?|ftp)://[^\s<>«»“”]*[^\s<>«»“”.,;:!?)\]'\"]"
    r"|mailto:[^\s<>]*[^\s<>.,;:!?)]"
    r"|www\.[^\s<>«»“”]*[^\s<>«»“”.,;:!?)\]'\"]"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    rf"|{_HOST}(?:[/?#][^\s<>«»“”]*[^\s<>«»“”.,;:!?)\]'\"]|/)?"
    rf"|[@#]{_LETTER}\w*"
    r"|(?:[A-Za-z]:\\|\\\\|~/|/(?=[\w.-]{1,64}/))[^\s<>«»]*[^\s<>«».,;:!?)]"
)
_NUMBER = (
    # Grouped by threes with any space or full stop, or digits with decimals, times, versions;
    # never the first part of a word such as 50-årsjubileum, 5G or 2030-målene.
    r"(?:\d{1,3}+(?:[ \u00a0\u2007\u2009\u202f]\d{3}(?!\d))++|\d++)(?:[.,:]\d++)*+"
    rf"(?!{_LETTER}|[\u2010\u2011-]{_LETTER})"
)
_WORD = (
    rf"[^\W_][{_MARK}]*+(?:[^\W_][{_MARK}]*+)*+"
    rf"(?:[{_JOINER}]++[^\W_{_MARK}](?:[^\W_]|[{_MARK}])*+)*+"
    # The apostrophe of a genitive, and the hyphen of a shared part.
    r"(?:(?<=[sxzSXZ])['’](?=\s|$)|[\u2010\u2011-](?=[\s,/)]|$))?"
)
_TOKEN = re.compile(
    rf"(?P<space>\s+)"
    rf"|(?P<address>{_ADDRESS})"
    rf"|(?P<abbreviation>{_abbreviations(ABBREVIATIONS)})"
    rf"|(?P<number>{_NUMBER})"
    rf"|(?P<word>{_WORD})"
    rf"|(?P<punctuation>(?P<sign>.)(?P=sign)*+)",
    re.DOTALL,
)
_KINDS = {kind.value: kind for kind in TokenKind}


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of ``text``; together they are all of it."""
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        name = found.lastgroup or "punctuation"
        kind = _KINDS[name]
        words = found.group()
        if kind is TokenKind.WORD and not words[0].isalpha() and not _has_letter(words):
            kind = TokenKind.NUMBER
        yield Token(found.start(), found.end(), words, kind)


def _has_letter(words: str) -> bool:
    """Return whether it is more than digits and signs such as ½."""
    return any(sign.isalpha() for sign in words)


def word_count(cut: Iterable[Token]) -> int:
    """Return how many words and numbers there are: what a person would count."""
    counted = (TokenKind.WORD, TokenKind.NUMBER, TokenKind.ABBREVIATION, TokenKind.ADDRESS)
    return sum(token.kind in counted for token in cut)
