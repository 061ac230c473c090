"""Speech and its tag: the comma between what was said and who said it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.domain.manuscript import Role
from pressdesk.proofing.rules.model import Hit
from pressdesk.textops.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressdesk.proofing.rules.context import Context

_SAYING = frozenset(
    [
        "sier",
        "seier",
        "sa",
        "fortsetter",
        "fortset",
        "fortsatte",
        "forteller",
        "fortel",
        "fortalte",
        "forklarer",
        "forklarar",
        "forklarte",
        "mener",
        "meiner",
        "mente",
        "påpeker",
        "påpeikar",
        "påpekte",
        "understreker",
        "understrekar",
        "understreket",
        "avslutter",
        "avsluttar",
        "avsluttet",
        "utdyper",
        "utdjupar",
        "presiserer",
        "presiserar",
        "kommenterer",
        "kommenterar",
        "konstaterer",
        "konstaterar",
        "slår",
        "poengterer",
        "poengterar",
        "oppsummerer",
        "oppsummerar",
        "tilføyer",
        "legger",
        "svarer",
        "svarar",
        "spør",
        "lover",
        "lovar",
        "roser",
        "rosar",
    ]
)
_PERSONS = frozenset(["han", "hun", "ho", "hen", "de", "dei"])
_SUBJECTS = frozenset(
    [
        "jeg",
        "eg",
        "du",
        "han",
        "hun",
        "ho",
        "vi",
        "me",
        "de",
        "dei",
        "som",
        "det",
        "man",
        "ein",
        "en",
        "at",
        "hva",
        "kva",
        "når",
    ]
)
_CAPITALS_OF_A_NAME = 2
_LONGEST_TITLE = 6


def missing_comma(context: Context) -> Iterator[Hit]:
    """Yield the last word of speech that its tag follows without a sign between them."""
    if not context.words or not _is_speech(context):
        return
    for index in range(1, len(context.words)):
        if context.lower[index] in _SAYING and _follows_speech(context, index):
            before, verb = context.words[index - 1], context.words[index]
            if _names_speaker(context, index):
                right = f"{before.text}, {verb.text}"
                fields = {"verb": verb.text}
                yield Hit(before.start, verb.end, suggestions=(right,), fields=fields)


def _is_speech(context: Context) -> bool:
    return context.role is Role.QUOTE or context.words[0].is_dash


def _follows_speech(context: Context, index: int) -> bool:
    """Return whether a whole sentence of speech stands before, without a sign at its end."""
    sentence = context.sentence_of[index]
    before = context.words[index - 1]
    if before.kind is TokenKind.PUNCTUATION or index - sentence.start < _CAPITALS_OF_A_NAME:
        return False
    return context.lower[index - 1] not in _SUBJECTS and not context.words[index].is_capital


def _names_speaker(context: Context, index: int) -> bool:
    """Return whether a pronoun or a title and a name follow, and then the sentence ends."""
    sentence = context.sentence_of[index]
    after = index + 1
    if after >= sentence.stop:
        return False
    if context.lower[after] in _PERSONS:
        return _ends(context, after + 1, sentence.stop)
    title = after
    while title < min(sentence.stop, after + _LONGEST_TITLE) and _is_title_word(context, title):
        title += 1
    name = title
    while name < sentence.stop and context.words[name].is_word and context.words[name].is_capital:
        name += 1
    return name > title and _ends(context, name, sentence.stop)


def _is_title_word(context: Context, index: int) -> bool:
    token = context.words[index]
    return token.is_word and not token.is_capital


def _ends(context: Context, index: int, stop: int) -> bool:
    """Return whether what is left is an apposition, a place of work, or nothing."""
    if index >= stop:
        return True
    return context.words[index].kind is TokenKind.PUNCTUATION or context.lower[index] in _WORKPLACE


_WORKPLACE = frozenset(["i", "ved", "for", "på", "hos", "til", "frå", "fra"])

FUNCTIONS: Mapping[str, Callable[[Context], Iterator[Hit]]] = MappingProxyType(
    {"sitat.komma-før-sier": missing_comma}
)
