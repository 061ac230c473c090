"""Clauses: commas between them that are one too many, and words without their partner."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.proofing.lexicon.reading import VerbForm, WordClass
from pressdesk.proofing.rules.model import Hit
from pressdesk.textops.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressdesk.proofing.rules.context import Context

_FINITE = frozenset({VerbForm.PRESENT, VerbForm.PAST})
_NOT_VERBS = frozenset(
    [
        WordClass.NOUN,
        WordClass.ADJECTIVE,
        WordClass.ADVERB,
        WordClass.PREPOSITION,
        WordClass.DETERMINER,
        WordClass.PRONOUN,
        WordClass.CONJUNCTION,
        WordClass.SUBJUNCTION,
        WordClass.NUMERAL,
    ]
)
_AUXILIARIES_WORDS = """
er var blir ble vart blei har hadde skal skulle vil ville kan kunne må måtte bør burde
"""
_AUXILIARIES = frozenset(_AUXILIARIES_WORDS.split())
_LINKS_WORDS = """
som at når da då hvis viss dersom fordi siden sidan mens medan før etter selv sjølv om hvor kor
hvordan korleis hva kva hvem kven der enn så slik både ikke ikkje
"""
_LINKS = frozenset(_LINKS_WORDS.split())
"""Words after which a clause or a phrase may stand that ends with a comma of its own."""
_SUBJECTS_WORDS = "jeg eg vi me du han hun ho hen det den de dei dere man en ein"
_SUBJECTS = frozenset(_SUBJECTS_WORDS.split())
_SIGNS = frozenset(("–", "-", "(", ":", ";", "«", '"'))
_IDIOMS_WORDS = "si seie være vere nevne nemne sitere låne begynne byrje"
_IDIOMS = frozenset(_IDIOMS_WORDS.split())
"""Verbs of remarks about the speech itself: "for å si det enkelt"."""
_PARTNERS = frozenset(("og", "samt", "&", "som", "eller"))
_LEADING_WORDS = "når hvis viss dersom fordi siden sidan ettersom mens medan selv sjølv"
_LEADING = frozenset(_LEADING_WORDS.split())
_LEADING_PAIRS = frozenset([("for", "å"), ("for", "at"), ("ved", "å"), ("etter", "at")])
_FEWEST_AHEAD = 4
_LONGEST_ITEM = 6
_TELLING_WORDS = (
    "i på ved fra frå av med til for under etter den det de dei denne dette altså blant mellom"
)
_TELLING = (_SUBJECTS - {"en", "ein"}) | frozenset(_TELLING_WORDS.split())
"""A comma before these begins something said of the thing before, which has a comma behind, too."""
_ONES = frozenset(("en", "ein", "ei", "et", "eit", "ett", "eitt"))
_BEFORE_OF = 5
_ONE_THING = frozenset(
    (
        "forskning utvikling",
        "forsking utvikling",
        "drift vedlikehold",
        "kunst kultur",
        "helse omsorg",
        "mat drikke",
        "bruk kast",
        "pleie omsorg",
        "salg markedsføring",
        "lov orden",
    )
)
"""Pairs that are spoken of as one thing."""
_FEWEST_AFTER = 3


def _is_finite(context: Context, index: int) -> bool:
    """Return whether the word is surely a verb in the present or the past."""
    if context.lower[index] in _AUXILIARIES:
        return True
    readings = context.readings(index)
    return any(one.verb_form in _FINITE for one in readings) and not any(
        one.word_class in _NOT_VERBS for one in readings
    )


def same_subject(context: Context) -> Iterator[Hit]:
    """Yield commas before "og" where a verb follows at once: the subject is that of before."""
    for index in context.positions.get("og", ()):
        sentence = context.sentence_of[index]
        if index - 1 <= sentence.start or index + _FEWEST_AFTER > sentence.stop:
            continue
        if context.lower[index - 1] != "," or not _is_finite(context, index + 1):
            continue
        if not _is_one_clause(context, sentence.start, index - 1):
            continue
        if context.lower[index + 2] in _SUBJECTS or context.words[index + 2].is_capital:
            continue  # "…, og skal vi lykkes, må vi …"
        yield _without_comma(context, index)


def _is_one_clause(context: Context, start: int, stop: int) -> bool:
    """Return whether one main clause stands there: a finite verb, no commas but those of a list."""
    ahead = context.lower[start:stop]
    verbs = [index for index in range(start, stop) if _is_finite(context, index)]
    if len(verbs) != 1 or verbs[0] == start or not _SIGNS.isdisjoint(ahead[1:]):
        return False
    if not _LINKS.isdisjoint(ahead[1:]) or ahead[0] in _LINKS - {"for", "etter", "før"}:
        return False
    if "," not in ahead:
        return True
    last = stop - 1 - ahead[::-1].index(",")
    return last > verbs[0] and not {"og", "eller"}.isdisjoint(context.lower[last:stop])


def infinitive_chain(context: Context) -> Iterator[Hit]:
    """Yield commas before "og" and an infinitive that belongs to the mark before the comma."""
    for index in context.positions.get("og", ()):
        sentence = context.sentence_of[index]
        if index - 1 <= sentence.start or index + 1 >= sentence.stop:
            continue
        if context.lower[index - 1] != "," or not _is_infinitive(context, index + 1):
            continue
        ahead = context.lower[sentence.start : index - 1]
        if "å" in ahead:
            since = ahead[len(ahead) - ahead[::-1].index("å") :]
            if _LINKS.isdisjoint(since) and _SIGNS.isdisjoint(since) and "," not in since:
                yield _without_comma(context, index)


def _is_infinitive(context: Context, index: int) -> bool:
    readings = context.readings(index)
    forms = {one.verb_form for one in readings}
    return (
        VerbForm.INFINITIVE in forms
        and not forms & _FINITE
        and not any(one.word_class in _NOT_VERBS for one in readings)
    )


def _without_comma(context: Context, index: int) -> Hit:
    """Return the comma and the word at ``index`` after it as a hit; the comma goes."""
    start, end = context.span(index - 1, index)
    word = context.words[index].text
    return Hit(start, end, suggestions=(f" {word}",), fields={"ord": word})


def enumeration(context: Context) -> Iterator[Hit]:
    """Yield commas before the last "og" or "eller" of a list of three and more plain things."""
    for word in ("og", "eller", "samt"):
        for index in context.positions.get(word, ()):
            sentence = context.sentence_of[index]
            end = sentence.stop - (context.words[sentence.stop - 1].text in ".!?")
            if index - 1 <= sentence.start or context.lower[index - 1] != ",":
                continue
            ahead = context.lower[sentence.start : index - 1]
            if "," not in ahead or not _SIGNS.isdisjoint(ahead[1:]):
                continue
            comma = index - 2 - ahead[::-1].index(",")
            before = comma - 1
            items = (range(before, comma), range(comma + 1, index - 1), range(index + 1, end))
            if all(_is_item(context, item) for item in items) and _LINKS.isdisjoint(ahead):
                yield _without_comma(context, index)


def _is_item(context: Context, item: range) -> bool:
    """Return whether a few words name a thing: no verb, no name, nothing that tells of another."""
    if not 0 < len(item) <= _LONGEST_ITEM or context.lower[item.start] in _TELLING:
        return False
    tokens = [context.words[index] for index in item]
    if any(token.kind is TokenKind.PUNCTUATION or token.is_capital for token in tokens):
        return False
    nouns = [index for index in item if _is_noun(context, index)]
    return bool(nouns) and not any(
        one.verb_form in _FINITE
        for index in item
        if index not in nouns
        for one in context.readings(index)
    )


def before_purpose(context: Context) -> Iterator[Hit]:
    """Yield commas before "for å" and "ved å" that close nothing: no clause, no insertion."""
    for index in context.positions.get("å", ()):
        sentence = context.sentence_of[index]
        comma = index - 2
        if comma <= sentence.start or context.lower[comma] != ",":
            continue
        if context.lower[index - 1] not in ("for", "ved") or index + 1 >= sentence.stop:
            continue
        ahead = context.lower[sentence.start : comma]
        links = [place for place, word in enumerate(ahead) if word in _LINKS]
        since = ahead[links[-1] :] if links else ahead
        # "skjorten du har, for å …": a relative clause without "som".
        is_bare = ahead[-2:-1] and ahead[-2] in _SUBJECTS and _is_finite(context, comma - 1)
        is_open = is_bare or (links and "å" not in since)
        is_idiom = context.lower[index + 1] in _IDIOMS or ahead[0] in ("både", "ikke", "ikkje")
        if not is_open and not is_idiom and "," not in ahead and _SIGNS.isdisjoint(ahead[1:]):
            yield _without_comma(context, index - 1)


def lonely_both(context: Context) -> Iterator[Hit]:
    """Yield "både" without the "og" that belongs to it in its sentence."""
    for index in context.positions.get("både", ()):
        sentence = context.sentence_of[index]
        behind = range(index + 1, sentence.stop)
        is_closed = context.words[sentence.stop - 1].text in (".", "!", "?")
        partners = [place for place in behind if context.lower[place] in _PARTNERS]
        if index + 1 < sentence.stop and context.lower[index + 1] == "å":
            partners = [place for place in partners if _joins_infinitive(context, place)]
        if is_closed and not partners:
            yield Hit(*context.span(index, index))


def _joins_infinitive(context: Context, index: int) -> bool:
    """Return whether an infinitive, with or without its mark, follows or may follow."""
    after = index + 1
    if after >= context.sentence_of[index].stop or context.lower[after] == "å":
        return True
    readings = context.readings(after)
    return any(one.verb_form is VerbForm.INFINITIVE for one in readings) or any(
        one.word_class in (WordClass.ADVERB, WordClass.SUBJUNCTION) for one in readings
    )


def number_of_parts(context: Context) -> Iterator[Hit]:
    """Yield "er en av" after two nouns joined by "og" that are the whole subject."""
    for index in context.positions.get("av", ()):
        first = index - _BEFORE_OF
        start = context.sentence_of[index].start
        if first < start or context.lower[index - 1] not in _ONES:
            continue
        if context.lower[index - 2] != "er" or context.lower[first + 1] != "og":
            continue
        opens = first == start or context.lower[first - 1] in ("at", "–", "-", "«")
        pair = f"{context.lower[first]} {context.lower[first + 2]}"
        if opens and pair not in _ONE_THING and _is_noun(context, first, first + 2):
            verb, of = context.words[index - 2], context.words[index]
            yield Hit(verb.start, of.end, suggestions=(f"{verb.text} to {of.text}",))


def _is_noun(context: Context, *indices: int) -> bool:
    return all(
        any(one.word_class is WordClass.NOUN for one in context.readings(index))
        for index in indices
    )


def needless_then(context: Context) -> Iterator[Hit]:
    """Yield "så" between a leading clause or phrase of purpose and the verb of the sentence."""
    for index in context.positions.get("så", ()):
        sentence = context.sentence_of[index]
        start = sentence.start
        while start < index and context.words[start].kind is TokenKind.PUNCTUATION:
            start += 1
        if index - start < _FEWEST_AHEAD or index + 2 >= sentence.stop:
            continue
        ahead = context.lower[start : index - 1]
        is_after_comma = context.lower[index - 1] == "," and "," not in ahead
        leads = ahead[0] in _LEADING or ahead[:2] in _LEADING_PAIRS
        if is_after_comma and leads and _may_be_finite(context, index + 1):
            verb = context.words[index + 1].text
            yield Hit(*context.span(index, index + 1), suggestions=(verb,), fields={"verb": verb})


def _may_be_finite(context: Context, index: int) -> bool:
    """Return whether the word can be a verb in the present or the past, and not what is so big."""
    readings = context.readings(index)
    return any(one.verb_form in _FINITE for one in readings) and not any(
        one.word_class in _DEGREES for one in readings
    )


_DEGREES = frozenset((WordClass.ADJECTIVE, WordClass.ADVERB, WordClass.DETERMINER))

FUNCTIONS: Mapping[str, Callable[[Context], Iterator[Hit]]] = MappingProxyType(
    {
        "komma.oppramsing": enumeration,
        "komma.samme-subjekt": same_subject,
        "komma.infinitiv": infinitive_chain,
        "komma.før-for-å": before_purpose,
        "både.uten-og": lonely_both,
        "samsvar.to-av": number_of_parts,
        "stil.overflødig-så": needless_then,
    }
)
