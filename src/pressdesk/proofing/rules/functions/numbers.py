"""Numbers that need more than a pattern: long ones that are not names of things, and ranges."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.proofing.lexicon.reading import WordClass
from pressdesk.proofing.rules.model import Hit
from pressdesk.textops.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressdesk.proofing.rules.context import Context
    from pressdesk.textops.tokens import Token

_CURRENCIES = frozenset({"NOK", "EUR", "USD", "GBP", "SEK", "DKK", "CHF", "MNOK"})
_MONEY = frozenset({"kr", "kr.", "kroner", "euro", "dollar", "pund", "tonn", "mål"})
_FEWEST_DIGITS, _MOST_DIGITS = 5, 15
_IDENTIFYING = frozenset({8, 9, 11, 13})
"""Digits of telephone, organisation, account and book numbers."""

_NUMBERED = frozenset(
    ["id", "lov", "sak", "ref", "pin", "doi", "isbn", "issn", "tel", "mob", "modell", "versjon"]
)
"""Words after which digits are the name of something."""

_NUMBERED_ENDS = ("nr", "nummer", "nummeret", "kode", "koden", "tlf", "telefon", "mobil", "faks")
"""Last parts of such words: organisasjonsnummer."""

_NUMBERED_PARTS = ("konto", "postboks", "referanse", "standard", "saksn")


def _long_numbers(context: Context) -> Iterator[Hit]:
    """Yield numbers of five digits and more that are amounts, without grouping."""
    for index, token in enumerate(context.words):
        if token.kind is not TokenKind.NUMBER:
            continue
        whole = token.text.split(",")[0]
        if (
            whole.isdecimal()
            and whole[0] != "0"
            and _FEWEST_DIGITS <= len(whole) <= _MOST_DIGITS
            and not _is_joined(context, index)
            and not _is_identifier(context, index, len(whole))
        ):
            start = token.start
            yield Hit(start, start + len(whole), fields={"tall": whole})


def _is_joined(context: Context, index: int) -> bool:
    """Return whether the number is part of something longer, such as CVE-2026-12345."""
    token = context.words[index]
    before = context.text[token.start - 1 : token.start]
    after = context.text[token.end : token.end + 1]
    return before in set("-/#@+§_.:=&") or after in set("/@_=&") or _goes_on(context, token.end)


def _goes_on(context: Context, end: int) -> bool:
    """Return whether a hyphen or colon with a letter or digit follows."""
    sign, rest = context.text[end : end + 1], context.text[end + 1 : end + 2]
    return sign in {"-", ":", "\u2011"} and rest.isalnum()


def _is_identifier(context: Context, index: int, digits: int) -> bool:
    """Return whether the digits name something instead of counting it."""
    start = context.sentence_of[index].start
    before = context.words[index - 1] if index > start else None
    following = context.lower[index + 1] if index + 1 < len(context.words) else ""
    is_money = following in _MONEY or (
        before is not None and (before.text in _CURRENCIES or before.text.lower() in _MONEY)
    )
    if is_money:
        return False
    if digits in _IDENTIFYING:
        return True
    for place in range(max(start, index - 3), index):
        form = context.lower[place].rstrip(".")
        if form in _NUMBERED or form.endswith(_NUMBERED_ENDS) or form.startswith(_NUMBERED_PARTS):
            return True
    return before is not None and (_is_acronym(before) or _is_name(context, index, following))


def _is_acronym(token: Token) -> bool:
    return token.is_word and len(token.text) > 1 and token.text.isupper()


def _is_name(context: Context, index: int, following: str) -> bool:
    """Return whether nothing is counted, but a noun stands before: ``Prosjekt 123456,``."""
    if following and following[0].isalnum():
        return False
    before = context.words[index - 1]
    classes = {reading.word_class for reading in context.readings(index - 1)}
    is_small_word = not classes.isdisjoint(_SMALL_WORDS)
    return before.is_word and not is_small_word and (before.is_capital or WordClass.NOUN in classes)


_SMALL_WORDS = frozenset({WordClass.PREPOSITION, WordClass.ADVERB, WordClass.CONJUNCTION})
_SCORES = """
vant vann tapte slo spilte spelte tap uavgjort pause pausen scoret scora ledet kamp kampen stilling
stillingen sluttresultat
"""
_SPORT = frozenset(_SCORES.split())
_SECTIONS = frozenset({"§", "§§", "paragraf", "paragrafene", "kapittel", "kap.", "lov", "isbn"})
_NEIGHBOURS = frozenset("-–−/+=§#@*:._\\")
_YEARS = (1500, 2200)
_SPACED = frozenset({"-", "–"})


def _ranges(context: Context) -> Iterator[Hit]:
    """Yield pairs of numbers that mean from–to and are not joined by a bare dash."""
    words = context.words
    for index in range(1, len(words) - 1):
        dash = words[index]
        if dash.text not in _SPACED or dash.kind is not TokenKind.PUNCTUATION:
            continue
        first = index - 1 - (words[index - 1].text == "." and index > 1)
        last = index + 1
        one, other = words[first], words[last]
        if one.kind is not TokenKind.NUMBER or other.kind is not TokenKind.NUMBER:
            continue
        if not _is_range(context, first, index, last):
            continue
        end = words[last + 1].end if first < index - 1 else other.end
        fields = {
            "fra": context.text[one.start : words[index - 1].end],
            "til": context.text[other.start : end],
        }
        yield Hit(one.start, end, fields=fields)


def _is_range(context: Context, first: int, dash: int, last: int) -> bool:
    words, text = context.words, context.text
    one, sign, other = words[first], words[dash], words[last]
    gaps = (sign.start - words[dash - 1].end, other.start - sign.end)
    is_ordinal = dash - first > 1
    if gaps not in {(0, 0), (1, 1)} or (gaps == (0, 0) and sign.text == "–"):
        return False
    if is_ordinal and (gaps != (0, 0) or text[other.end : other.end + 1] != "."):
        return False
    if not _rises(one.text, other.text, is_spaced=gaps == (1, 1)):
        return False
    before = text[one.start - 1 : one.start]
    after = text[other.end : other.end + 1]
    if before in _NEIGHBOURS or (after in _NEIGHBOURS - {"."} and after):
        return False
    return not _is_something_else(context, first, last)


def _rises(one: str, other: str, *, is_spaced: bool) -> bool:
    """Return whether the second number is the higher one, and of the same sort."""
    low, high = _value(one), _value(other)
    if low is None or high is None or low >= high:
        return False
    if one.isdecimal() and other.isdecimal():
        if one[0] == "0" and len(one) > 1:
            return False
        is_year = [_YEARS[0] <= value <= _YEARS[1] for value in (low, high)]
        if is_spaced:
            return all(is_year) or (not any(is_year) and len(other) - len(one) <= 1)
        return all(is_year) or len(other) - len(one) <= 1
    return not is_spaced or len(other) - len(one) <= 1


def _value(number: str) -> Decimal | None:
    """Return what the digits say: 09.00 and 2,5 and 10 000 are numbers, 1.2.3 is none."""
    joined = "".join(number.split()).replace(",", ".").replace(":", ".")
    try:
        return Decimal(joined)
    except InvalidOperation:
        return None


def _is_year(token: Token) -> bool:
    return token.text.isdecimal() and _YEARS[0] <= int(token.text) <= _YEARS[1]


def _is_something_else(context: Context, first: int, last: int) -> bool:
    """Return whether it is a score, a section of a law, or the name of a standard."""
    words, lower = context.words, context.lower
    sentence = context.sentence_of[first]
    if first > sentence.start:
        before = words[first - 1]
        if lower[first - 1] in _SECTIONS or before.text in {"-", "+", "="}:
            return True
        is_name = before.is_capital and (
            first - 1 > sentence.start
            or all((one.lemma or "")[:1].isupper() for one in context.readings(first - 1))
        )
        is_model = is_name and not _is_year(words[first])
        if _is_acronym(before) or (before.is_word and is_model):
            return before.text not in _CURRENCIES
    if last + 1 < sentence.stop and words[last + 1].text in {"-", "=", "+", "–"}:
        return True
    return not _SPORT.isdisjoint(lower[sentence.start : sentence.stop])


FUNCTIONS: Mapping[str, Callable[[Context], Iterator[Hit]]] = MappingProxyType(
    {"tall.tusenskille": _long_numbers, "tall.intervall": _ranges}
)
