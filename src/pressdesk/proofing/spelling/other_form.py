"""What a word of the one written form of Norwegian is likely to be in the other."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ENDS = (
    "ernes>aranes erne>arane ene>ane ene>a erens>arens eren>aren ere>arar ere>are er>ar et>a et>t"
    " lighetene>legheitene lighetens>legheitas ligheten>legheita lighet>legheit"
    " ligheter>legheiter hetene>heitene heten>heita heter>heiter het>heit ligere>legare"
    " ligst>legast lige>lege lig>leg somme>same som>sam elsen>inga else>ing elser>ingar"
    " ningen>ninga ningene>ningane ingen>inga ingene>ingane inger>ingar ne>na en>a"
    " ere>are est>ast este>aste ende>ande ede>a"
)
_STARTS = "hv>kv frem>fram hvor>kor hjem>heim syk>sjuk sy>sju"
_INSIDE = (
    "vann>vatn syke>sjuke ei>e e>ei ø>au ø>øy o>u u>o nn>n mm>m ll>l"
    " å>o selv>sjølv løs>laus bre>brei hel>heil hjem>heim mel>mjøl"
    " skole>skule eie>eige uke>veke gutt>gut"
    " foren>forein førs>fyrs ek>eik øk>auk løp>laup bedre>betre"
)


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one, _, other in (pair.partition(">") for pair in text.split()))


def _turned(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((other, one) for one, other in pairs)


_TO_NYNORSK = (_pairs(_ENDS), _pairs(_STARTS), _pairs(_INSIDE))
_CHANGES: Mapping[Language, tuple[tuple[tuple[str, str], ...], ...]] = MappingProxyType(
    {
        Language.NN: _TO_NYNORSK,
        Language.NB: tuple(_turned(pairs) for pairs in _TO_NYNORSK),
    }
)


def counterparts(word: str, language: Language) -> Iterator[str]:
    """Yield forms that ``word``, of the other written form, may have in ``language``.

    Shape: in small letters, the likeliest first; most of them are no words.
    """
    changes = _CHANGES.get(language)
    if changes is None:
        return
    ends, starts, inside = changes
    begun = [word]
    begun += [other + word[len(one) :] for one, other in starts if word.startswith(one)]
    begun += [word.replace(one, other, 1) for one, other in inside if one in word[:-1]]
    for form in begun:
        if form != word:
            yield form
        for one, other in ends:
            if form.endswith(one) and len(form) > len(one) + 1:
                yield form[: len(form) - len(one)] + other
