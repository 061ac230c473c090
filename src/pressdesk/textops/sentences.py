"""Sentences of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pressdesk.textops.abbreviations import FINAL
from pressdesk.textops.months import MONTHS
from pressdesk.textops.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.textops.tokens import Token

_ENDS = ".!?…"
_CLOSING = "»”“’\"')]›"
_OPENING = "«“„”\"'‹([‘"
_SHORTEST_WORD = 2
"""Letters of a word after which a full stop without a space still ends a sentence."""


class Sentence(NamedTuple):
    """A sentence. Units: indices of tokens, half open, without the spaces around it."""

    start: int
    end: int


def sentences(tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph.

    Shape: in order; every token but spaces between sentences is in one of them. Closing marks
    belong to the sentence that they close. A colon ends none.
    """
    found: list[Sentence] = []
    index = 0
    count = len(tokens)
    first = _skip_spaces(tokens, 0)
    while index < count:
        if _may_end(tokens[index]):
            after = _after_marks(tokens, index + 1)
            if _is_end(tokens, first, index, after):
                _add(found, tokens, first, after)
                first = _skip_spaces(tokens, after)
            index = max(index + 1, after)
        else:
            index += 1
    _add(found, tokens, first, count)
    return tuple(found)


def _skip_spaces(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].kind is TokenKind.SPACE:
        index += 1
    return index


def _add(found: list[Sentence], tokens: Sequence[Token], start: int, end: int) -> None:
    while start < end and tokens[end - 1].kind is TokenKind.SPACE:
        end -= 1
    if start < end:
        found.append(Sentence(start, end))


def _may_end(token: Token) -> bool:
    if token.kind is TokenKind.ABBREVIATION:
        return token.text.lower() in _FINAL
    return token.kind is TokenKind.PUNCTUATION and token.text[0] in _ENDS


_FINAL = frozenset(form.lower() for form in FINAL)


def _after_marks(tokens: Sequence[Token], index: int) -> int:
    """Return where the ends and closing marks that stand close together from ``index`` stop."""
    while index < len(tokens):
        token = tokens[index]
        if token.kind is not TokenKind.PUNCTUATION or token.text[0] not in _ENDS + _CLOSING:
            return index
        index += 1
    return index


def _is_end(tokens: Sequence[Token], first: int, index: int, after: int) -> bool:
    """Return whether the sign at ``index`` ends the sentence; ``after`` is behind all its marks."""
    if after >= len(tokens):
        return True
    if tokens[after].kind is not TokenKind.SPACE:
        return after == index + 1 and _is_end_without_space(tokens, index)
    following = _next(tokens, after)
    if following is None:
        return True
    if tokens[index].kind is TokenKind.ABBREVIATION:
        return following.is_capital or following.is_dash
    if tokens[index].text == "." and not _may_stop(tokens, first, index, following):
        return False
    return following.kind is TokenKind.NUMBER or not following.text[0].islower()


def _is_end_without_space(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a sentence ends in ``avtalen.Arbeidet``, where a space was forgotten."""
    before, sign, after = tokens[index - 1] if index else None, tokens[index], tokens[index + 1]
    return (
        before is not None
        and before.kind is TokenKind.WORD
        and len(before.text) > _SHORTEST_WORD
        and before.text.islower()
        and sign.text in {".", "!", "?"}
        and after.kind is TokenKind.WORD
        and len(after.text) > 1
        and after.text[0].isupper()
        and after.text[1:].islower()
    )


def _next(tokens: Sequence[Token], index: int) -> Token | None:
    """Return the first token from ``index`` on that tells how a sentence begins."""
    while index < len(tokens):
        token = tokens[index]
        if token.kind is not TokenKind.SPACE and token.text[0] not in _OPENING:
            return token
        index += 1
    return None


def _may_stop(tokens: Sequence[Token], first: int, index: int, following: Token) -> bool:
    """Return whether the full stop at ``index`` may end a sentence, judged by what it follows."""
    before = tokens[index - 1] if index else None
    if before is None or before.kind is TokenKind.SPACE:
        return True
    if before.kind is TokenKind.WORD and len(before.text) == 1:
        return not before.text.isalpha() or before.text in "iå"  # initials; "s. 14"
    if before.kind is TokenKind.NUMBER and before.text.isdigit():
        return not (index - 1 == first or following.text.lower() in MONTHS)
    return True
