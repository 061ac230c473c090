"""Organisations' names in running text: where they begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.drafting.lexicon import Lexicon
    from pressdesk.drafting.words import Token

_LINKS = frozenset({"for", "of", "av", "i", "in", "the", "på", "ved", "de", "du", "von"})
_FREE_LINKS = frozenset({"of", "the", "for"})
_AND = frozenset({"og", "and"})
_TWO_PART_PLACES = frozenset(
    {("Møre", "Romsdal"), ("Sogn", "Fjordane"), ("Vestfold", "Telemark"), ("Troms", "Finnmark")}
)
_LOOK_AHEAD = 3
_LONGEST = 14
_ADJECTIVE_ENDINGS = (
    "e",
    "ig",
    "isk",
    "leg",
    "al",
    "iv",
    "ell",
    "ende",
    "ande",
    "ic",
    "ble",
    "ed",
    "ing",
)


def organisation_end(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> int | None:
    """Return where the organisation's name that begins at ``start`` ends, None if none does.

    Shape: indices of tokens, half open. A spaced dash is not looked past; see ``partners``.
    """
    if start >= len(tokens) or not _can_begin(tokens[start]):
        return None
    end = start
    while end < len(tokens) and end - start < _LONGEST:
        step = _step(tokens, start, end, lexicon)
        if step == 0:
            break
        end += step
    while end > start and tokens[end - 1].lower in _LINKS | _AND:
        end -= 1
    return end if end > start else None


def is_named_here(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a person's first name and surname begin at ``index``."""
    return (
        index + 1 < len(tokens)
        and lexicon.is_given_name(tokens[index].text)
        and tokens[index + 1].is_word
        and tokens[index + 1].is_capital
        and tokens[index + 1].lower not in lexicon.organisations.markers
    )


def without_genitive(name: str) -> str:
    """Return ``name`` without an English genitive: "Tidewell's" gives "Tidewell"."""
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    return name


def _can_begin(token: Token) -> bool:
    return token.is_word and (
        token.is_capital
        or (token.text[0].isdigit() and token.text[-1].isalpha())
        or any(one.isupper() for one in token.text[1:])
    )


def _step(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> int:
    """Return how many tokens of the name stand at ``at``: 0 ends it."""
    token = tokens[at]
    if at == start:
        return 1
    if token.text == "&":
        return 1
    if not token.is_word:
        return _full_stop_step(tokens, at, lexicon)
    if token.is_capital or token.text.isdigit():
        return 0 if is_named_here(tokens, at, lexicon) else 1
    return _lower_case_step(tokens, start, at, lexicon)


def _full_stop_step(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return 1 for the full stop of an abbreviation inside a name: "St. Olavs hospital"."""
    before = tokens[at - 1]
    is_short = (
        tokens[at].text == "."
        and before.end == tokens[at].start
        and before.text in ("St", "Inc", "Ltd")
    )
    return 1 if is_short and at + 1 < len(tokens) and tokens[at + 1].is_capital else 0


def _lower_case_step(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> int:
    word = tokens[at].lower
    names = lexicon.organisations
    if word in _AND:
        return _and_step(tokens, start, at, lexicon)
    if word in _LINKS:
        return _link_step(tokens, start, at, lexicon)
    if word in names.stops or lexicon.speech.is_verb(word):
        return 0
    return 1 if word.endswith(names.nouns) or _noun_follows(tokens, at, lexicon) else 0


def _link_step(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> int:
    """Return the tokens of "for", "of", "i" and what it joins: "Universitetet i Bergen"."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None or not follower.is_word:
        return 0
    word = tokens[at].lower
    openers = lexicon.organisations.openers
    is_opener = tokens[start].lower in openers or tokens[at - 1].lower in openers
    if follower.is_capital:
        joins = is_opener or word in _FREE_LINKS
        return 2 if joins and not is_named_here(tokens, at + 1, lexicon) else 0
    return _field_step(tokens, at, lexicon) if is_opener and word in ("for", "of") else 0


def _field_step(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return the tokens of "for internasjonal klimaforskning": adjectives and one noun."""
    end = at + 1
    while (
        end < len(tokens)
        and tokens[end].lower.endswith(_ADJECTIVE_ENDINGS)
        and end - at < _LOOK_AHEAD
    ):
        follower = tokens[end + 1] if end + 1 < len(tokens) else None
        if (
            follower is None
            or not follower.is_word
            or follower.lower in lexicon.organisations.stops
        ):
            break
        end += 1
    is_noun = tokens[end].is_word and not lexicon.speech.is_verb(tokens[end].lower)
    return end + 1 - at if is_noun else 0


def _and_step(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> int:
    """Return the tokens of an "og" inside a name: 0 where it parts two names."""
    if at + 1 >= len(tokens):
        return 0
    if tokens[at - 1].text.endswith("-"):
        return 2
    if (tokens[at - 1].text, tokens[at + 1].text) in _TWO_PART_PLACES:
        return 2
    is_institute = tokens[start].lower in lexicon.organisations.openers and at - start > 1
    is_lower = tokens[at + 1].is_word and not tokens[at + 1].is_capital
    return (
        2
        if is_institute
        and is_lower
        and not lexicon.speech.is_verb(tokens[at + 1].lower)
        and tokens[at - 2].lower in ("for", "of", "og")
        else 0
    )


def _noun_follows(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Return whether a noun that ends names comes soon: "miljø- og … universitet"."""
    names = lexicon.organisations
    for token in tokens[at + 1 : at + 1 + _LOOK_AHEAD]:
        if token.lower in _AND and tokens[at].text.endswith("-"):
            continue
        if not token.is_word or token.is_capital or token.lower in names.stops:
            return False
        if lexicon.speech.is_verb(token.lower):
            return False
        if token.lower.endswith(names.nouns):
            return tokens[at].lower.endswith(("e", "-", "ig", "isk", "lig", "leg"))
    return False
