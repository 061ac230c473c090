"""What must not change unnoticed in a wording: numbers, dates, names and negations."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.textops.diff_tokens import diff_tokens, is_word
from pressdesk.textops.months import MONTHS, WEEKDAYS, WEEKDAYS_NYNORSK
from pressdesk.textops.negations import negations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


class FactKind(StrEnum):
    """The kinds of facts."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"


class Fact(NamedTuple):
    """A fact as it stands; two of one value say the same (``10.000`` and ``10 000``)."""

    kind: FactKind
    value: str


_ONES = (
    ("én ett éin eitt one", 1), ("to two", 2), ("tre three", 3), ("fire four", 4),
    ("fem five", 5), ("seks six", 6), ("sju syv seven", 7), ("åtte eight", 8), ("ni nine", 9),
    ("ti ten", 10), ("elleve eleven", 11), ("tolv twelve", 12), ("tretten thirteen", 13),
    ("fjorten fourteen", 14), ("femten fifteen", 15), ("seksten sixteen", 16),
    ("sytten seventeen", 17), ("atten eighteen", 18), ("nitten nineteen", 19),
)  # fmt: skip
_TENS = (
    ("tjue tyve twenty", 20), ("tretti tredve thirty", 30), ("førti forty", 40),
    ("femti fifty", 50), ("seksti sixty", 60), ("sytti seventy", 70), ("åtti eighty", 80),
    ("nitti ninety", 90),
)  # fmt: skip
_QUANTITIES = (
    "hundre", "hundred", "hundrevis", "hundreds", "tusen", "thousand", "tusenvis", "thousands",
    "million", "millioner", "millionar", "millions", "milliard", "milliarder", "milliardar",
    "billion", "billions", "halvparten", "halve", "half", "dobbelt", "doble", "double", "dusin",
    "dozen", "kvart", "fjerdedel", "tredjedel", "tredel", "quarter", "third", "prosentpoeng",
    "prosentpoenga",
)  # fmt: skip
_NORWEGIAN_ONLY = frozenset({"to"})
_MONTHS_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = frozenset((*WEEKDAYS, *WEEKDAYS_NYNORSK))
_DAYS_ENGLISH = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
_RELATIVE = r"i (?:dag|går|morgen|morgon|kveld|fjor|år)|today|yesterday|tomorrow|tonight"


def _values() -> dict[str, str]:
    found = {word: str(value) for words, value in (*_ONES, *_TENS) for word in words.split()}
    for words, tens in _TENS:
        for ones, value in _ONES[:9]:
            for ten in words.split():
                for one in ("en", "ett", *ones.split()) if value == 1 else ones.split():
                    found[f"{ten}{one}"] = found[f"{ten}-{one}"] = str(tens + value)
    return found | {word: word for word in _QUANTITIES}


_NUMBER_WORDS = _values()
_NORWEGIAN_MONTH = "|".join((*MONTHS, "jan", "feb", "apr", "aug", "sept", "okt", "nov", "des"))
_ENGLISH_MONTH = "|".join(_MONTHS_ENGLISH)
_SHARED_DATES = (
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:19|20)\d{2}(?!\d)"
    r"|(?:kl\.?|klokka|klokken|at)\s+\d{1,2}(?:[.:]\d{2})?|\d{1,2}:\d{2}"
)
_DATE = re.compile(
    rf"(?<!\w)(?:(?:\d{{1,2}}\.?\s+)?(?:{_NORWEGIAN_MONTH})(?!\w)|{_RELATIVE}(?!\w)"
    rf"|{_SHARED_DATES})",
    re.IGNORECASE,
)
_DATE_ENGLISH = re.compile(
    rf"(?<!\w)(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_ENGLISH_MONTH})(?!\w)(?:\s+\d{{1,2}}(?!\d))?"
    rf"|(?i:{_RELATIVE})(?!\w)|{_SHARED_DATES})"
)
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .\u00a0\u2007\u2009\u202f]\d{3})+(?![\d.,]*\d)")
_GROUPED_ENGLISH = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ,\u00a0\u2007\u2009\u202f]\d{3})+(?!\d)")
_NO_DIGIT = re.compile(r"[ .,\u00a0\u2007\u2009\u202f]")
_STARTERS_LISTED = """
vi de dere dei dykk jeg eg du han hun ho det den dette denne disse desse der her da då nå no
når og men eller for så at som om hvis dersom fordi siden mens etter før under over på i av
til fra frå med ved mot mellom uten utan også slik slike sånn alle alt mange flere
fleire noen nokre noe noko ingen ikke ikkje en ei et ein eit min mitt mine vår vårt våre sin
hva kva hvem kven hvor kvar hvordan korleis hvorfor kvifor kan skal vil må bør er var har
hadde blir vart ble gjennom sammen saman både enten bare berre ny nye nytt ifølge ifølgje
we they you i he she it this that these those there here then now when and but or so if
because since while after before under over on in of to from with by at against between
without also such all many more some no not a an the my our your their his her its what who
where how why can shall will must should is was has had are were through together both only
new as
"""
_STARTERS = frozenset(_STARTERS_LISTED.split())
_ENDINGS = ("en", "et", "ene", "ane", "er", "ar", "ing", "else", "het", "ed", "ly", "s")
_SHORTEST_WITH_ENDING = 5
_ENDS_SENTENCE = '.!?…:–—-«"“'


def facts(text: str, *, is_english: bool = False, names: Collection[str] = ()) -> Counter[Fact]:
    """Return the facts of ``text`` and how often each stands there.

    ``names`` are words known to be names; others are told by their capital letter, at the start
    of a sentence only where nothing speaks against it.
    """
    return Counter(_facts(text, frozenset(names), is_english=is_english))


def _facts(text: str, names: Collection[str], *, is_english: bool) -> Iterator[Fact]:
    dates = _DATE_ENGLISH if is_english else _DATE
    for found in dates.finditer(text):
        yield Fact(FactKind.DATE, " ".join(found.group().replace(".", " ").lower().split()))
    days = _DAYS_ENGLISH if is_english else _DAYS
    grouping = _GROUPED_ENGLISH if is_english else _GROUPED
    even = grouping.sub(lambda group: _NO_DIGIT.sub("", group.group()), text)
    cut = diff_tokens(even)
    words = [place for place, token in enumerate(cut) if is_word(token)]
    for number, place in enumerate(words):
        word = cut[place]
        lower = word.lower()
        if any(sign.isdigit() for sign in word):
            yield Fact(FactKind.NUMBER, lower)
        elif lower in _NUMBER_WORDS and not (is_english and lower in _NORWEGIAN_ONLY):
            yield Fact(FactKind.NUMBER, _NUMBER_WORDS[lower])
        elif lower in days:
            yield Fact(FactKind.DATE, lower)
        elif word[0].isupper() and _is_name(cut, words, number, names):
            yield Fact(FactKind.NAME, word)
    for word, times in negations(text, is_english=is_english).items():
        yield from (Fact(FactKind.NEGATION, word) for _ in range(times))


def _is_name(cut: Sequence[str], words: Sequence[int], number: int, names: Collection[str]) -> bool:
    """Return whether a word with a capital letter is likely to be part of a name."""
    word = cut[words[number]]
    if word in names or any(sign.isupper() for sign in word[1:]):
        return True
    if not _opens_sentence(cut, words[number]):
        return True
    if number + 1 < len(words):
        follower = cut[words[number + 1]]
        between = cut[words[number] + 1 : words[number + 1]]
        if follower[0].isupper() and all(token.isspace() for token in between):
            return word.lower() not in _STARTERS
    lower = word.lower()
    if lower in _STARTERS or lower in _NUMBER_WORDS:
        return False
    return not (len(word) >= _SHORTEST_WITH_ENDING and lower.endswith(_ENDINGS))


def _opens_sentence(cut: Sequence[str], place: int) -> bool:
    place -= 1
    while place >= 0 and cut[place].isspace():
        place -= 1
    return place < 0 or cut[place] in _ENDS_SENTENCE
