"""The regular paradigms of bokmål and nynorsk: from a lemma to its forms.

A bar in a lemma stands before letters that only come with an ending (program|m → programmet).
Source: Språkrådet, Rettskrivningsreglene; Bokmålsordboka and Nynorskordboka, bøyningstabeller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.proofing.lexicon.reading import (
    AdjectiveForm,
    Gender,
    Number,
    Reading,
    VerbForm,
    WordClass,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

Forms = Iterator[tuple[str, Reading]]
Paradigm = Callable[[str], Forms]

_M, _F, _N = Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER
_SINGULAR, _PLURAL = Number.SINGULAR, Number.PLURAL


def joined(lemma: str, ending: str) -> str:
    """Return ``lemma`` with ``ending``: one vowel for two, and the letters after the bar."""
    word, _, doubled = lemma.partition("|")
    if ending[:1] not in {"e", "a"}:
        return word + ending
    if word.endswith("e"):
        return word[:-1] + ending
    return word + doubled + ending


def _on_latin_stem(lemma: str, ending: str) -> str:
    """Return ``lemma`` in -um with ``ending`` in its place: museet."""
    return lemma.removesuffix("um") + ending


def contracted(lemma: str) -> str:
    """Return the stem that plurals of -el, -er, -en are made of: artikkel → artikl."""
    if len(lemma) > 3 and lemma[-3] == lemma[-4]:  # noqa: PLR2004 - kk + el
        return lemma[:-3] + lemma[-1]
    return lemma[:-2] + lemma[-1]


def with_neuter_t(word: str) -> str:
    """Return the neuter of an adjective: stort, fritt, finansielt, and robust as it is."""
    if word.endswith("t"):
        return word
    if word.endswith(("i", "y", "å")):
        return f"{word}tt"
    if word[-2:] in {"ff", "kk", "ll", "mm", "nn", "pp"}:
        return f"{word[:-1]}t"
    return f"{word}t"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun: endings of the definite singular, the plural and the definite plural.

    ``singular`` pairs a gender with its ending, so a noun of two genders has two.
    """

    singular: tuple[tuple[Gender, str], ...]
    plural: tuple[str, ...] = ()
    definite_plural: tuple[str, ...] = ()
    is_contracted: bool = False
    drops_um: bool = False

    def __call__(self, lemma: str) -> Forms:
        """Yield the forms of ``lemma``."""
        word = lemma.partition("|")[0]
        join = _on_latin_stem if self.drops_um else joined
        plural_stem = contracted(word) if self.is_contracted else lemma
        for gender, ending in self.singular:
            yield word, _noun(word, gender, _SINGULAR, definite=False)
            yield join(lemma, ending), _noun(word, gender, _SINGULAR, definite=True)
            for one in self.plural:
                form = join(plural_stem, one) if one else word
                yield form, _noun(word, gender, _PLURAL, definite=False)
            for one in self.definite_plural:
                yield join(plural_stem, one), _noun(word, gender, _PLURAL, definite=True)


def _noun(lemma: str, gender: Gender, number: Number, *, definite: bool) -> Reading:
    return Reading(
        word_class=WordClass.NOUN, lemma=lemma, gender=gender, number=number, definite=definite
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjective:
    """An adjective: endings of the neuter, the plural and the degrees."""

    is_neuter_marked: bool = True
    plural: str = "e"
    comparative: tuple[str, ...] = ()
    superlative: tuple[str, ...] = ()

    def __call__(self, lemma: str) -> Forms:
        """Yield the forms of ``lemma``."""
        word = lemma.partition("|")[0]
        yield word, _adjective(word, AdjectiveForm.COMMON)
        neuter = with_neuter_t(word) if self.is_neuter_marked else word
        yield neuter, _adjective(word, AdjectiveForm.NEUTER)
        plural = joined(lemma, self.plural) if self.plural else word
        yield plural, _adjective(word, AdjectiveForm.PLURAL)
        for ending in self.comparative:
            yield joined(lemma, ending), _adjective(word, AdjectiveForm.COMPARATIVE)
        for ending in self.superlative:
            yield joined(lemma, ending), _adjective(word, AdjectiveForm.SUPERLATIVE)


def _adjective(lemma: str, form: AdjectiveForm) -> Reading:
    return Reading(word_class=WordClass.ADJECTIVE, lemma=lemma, adjective_form=form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A weak verb that ends in -e: endings that its stem takes.

    ``participle_plurals`` are the endings of the participle used as an adjective.
    """

    infinitives: tuple[str, ...] = ("e",)
    present: str
    passive: str
    past: tuple[str, ...]
    participle: tuple[str, ...]
    participle_plurals: tuple[str, ...]
    present_participle: str

    def __call__(self, lemma: str) -> Forms:
        """Yield the forms of ``lemma``."""
        stem = lemma.removesuffix("e")
        imperative = stem[:-1] if stem.endswith("mm") else stem
        for ending in self.infinitives:
            yield stem + ending, _verb(lemma, VerbForm.INFINITIVE)
        yield stem + self.present, _verb(lemma, VerbForm.PRESENT)
        yield stem + self.passive, _verb(lemma, VerbForm.INFINITIVE, is_passive=True)
        yield stem + self.passive, _verb(lemma, VerbForm.PRESENT, is_passive=True)
        yield imperative, _verb(lemma, VerbForm.IMPERATIVE)
        for ending in self.past:
            yield stem + ending, _verb(lemma, VerbForm.PAST)
        for ending in self.participle:
            yield stem + ending, _verb(lemma, VerbForm.PARTICIPLE)
            yield stem + ending, _adjective(lemma, AdjectiveForm.COMMON)
            yield stem + ending, _adjective(lemma, AdjectiveForm.NEUTER)
        for ending in self.participle_plurals:
            yield stem + ending, _adjective(lemma, AdjectiveForm.PLURAL)
        for form in AdjectiveForm.COMMON, AdjectiveForm.NEUTER, AdjectiveForm.PLURAL:
            yield stem + self.present_participle, _adjective(lemma, form)


def _verb(lemma: str, form: VerbForm, *, is_passive: bool = False) -> Reading:
    return Reading(word_class=WordClass.VERB, lemma=lemma, verb_form=form, is_passive=is_passive)


def _only(word_class: WordClass) -> Paradigm:
    def forms(lemma: str) -> Forms:
        yield lemma, Reading(word_class=word_class, lemma=lemma)

    return forms


_NB_M, _NB_F, _NB_N = (_M, "en"), (_F, "a"), (_N, "et")
_ANY: Mapping[str, Paradigm] = {
    "adverb": _only(WordClass.ADVERB),
    "name": _only(WordClass.PROPER),
    "interjection": _only(WordClass.INTERJECTION),
    "adjective_fixed": Adjective(is_neuter_marked=False, plural=""),
}

BOKMAL: Mapping[str, Paradigm] = MappingProxyType({
    **_ANY,
    "m": Noun(singular=(_NB_M,), plural=("er",), definite_plural=("ene",)),
    "f": Noun(singular=(_NB_M, _NB_F), plural=("er",), definite_plural=("ene",)),
    "ing": Noun(singular=(_NB_M, _NB_F), plural=("er",), definite_plural=("ene",)),
    "mn": Noun(singular=(_NB_M, _NB_N), plural=("er",), definite_plural=("ene",)),
    "m_er": Noun(singular=(_NB_M,), plural=("e",), definite_plural=("ne",)),
    "m_el": Noun(
        singular=(_NB_M,), plural=("er",), definite_plural=("ene",), is_contracted=True
    ),
    "m_same": Noun(singular=(_NB_M,), plural=("",), definite_plural=("ene",)),
    "m_mass": Noun(singular=(_NB_M,)),
    "f_mass": Noun(singular=(_NB_M, _NB_F)),
    "n": Noun(singular=(_NB_N,), plural=("",), definite_plural=("ene", "a")),
    "n_er": Noun(singular=(_NB_N,), plural=("", "er"), definite_plural=("ene", "a")),
    "n_e": Noun(singular=(_NB_N,), plural=("er",), definite_plural=("ene", "a")),
    "n_um": Noun(
        singular=(_NB_N,), plural=("er",), definite_plural=("ene", "a"), drops_um=True
    ),
    "n_mass": Noun(singular=(_NB_N,)),
    "adjective": Adjective(comparative=("ere",), superlative=("est", "este")),
    "adjective_same": Adjective(
        is_neuter_marked=False, comparative=("ere",), superlative=("st", "ste")
    ),
    "adjective_no_degrees": Adjective(),
    "adjective_same_no_degrees": Adjective(is_neuter_marked=False),
    "verb_et": Verb(
        present="er", passive="es", past=("et", "a"), participle=("et", "a"),
        participle_plurals=("ede", "ete"), present_participle="ende",
    ),
    "verb_te": Verb(
        present="er", passive="es", past=("te",), participle=("t",),
        participle_plurals=("te",), present_participle="ende",
    ),
    "verb_de": Verb(
        present="er", passive="es", past=("de",), participle=("d",),
        participle_plurals=("de",), present_participle="ende",
    ),
})  # fmt: skip

_NN_M, _NN_F, _NN_N = (_M, "en"), (_F, "a"), (_N, "et")

NYNORSK: Mapping[str, Paradigm] = MappingProxyType({
    **_ANY,
    "m": Noun(singular=(_NN_M,), plural=("ar",), definite_plural=("ane",)),
    "m_er": Noun(singular=(_NN_M,), plural=("er",), definite_plural=("ene",)),
    "m_el": Noun(
        singular=(_NN_M,), plural=("ar",), definite_plural=("ane",), is_contracted=True
    ),
    "m_same": Noun(singular=(_NN_M,), plural=("",), definite_plural=("ane",)),
    "m_mass": Noun(singular=(_NN_M,)),
    "f": Noun(singular=(_NN_F,), plural=("er",), definite_plural=("ene",)),
    "ing": Noun(singular=(_NN_F,), plural=("ar",), definite_plural=("ane",)),
    "f_mass": Noun(singular=(_NN_F,)),
    "mn": Noun(singular=(_NN_M, _NN_N), plural=("",), definite_plural=("a",)),
    "n": Noun(singular=(_NN_N,), plural=("",), definite_plural=("a",)),
    "n_er": Noun(singular=(_NN_N,), plural=("",), definite_plural=("a",)),
    "n_e": Noun(singular=(_NN_N,), plural=("",), definite_plural=("a",)),
    "n_um": Noun(singular=(_NN_N,), plural=("",), definite_plural=("a",), drops_um=True),
    "n_mass": Noun(singular=(_NN_N,)),
    "adjective": Adjective(comparative=("are",), superlative=("ast", "aste")),
    "adjective_same": Adjective(
        is_neuter_marked=False, comparative=("are",), superlative=("ast", "aste")
    ),
    "adjective_no_degrees": Adjective(),
    "adjective_same_no_degrees": Adjective(is_neuter_marked=False),
    "verb_a": Verb(
        infinitives=("e", "a"), present="ar", passive="ast", past=("a",), participle=("a",),
        participle_plurals=("a",), present_participle="ande",
    ),
    "verb_te": Verb(
        infinitives=("e", "a"), present="er", passive="ast", past=("te",), participle=("t",),
        participle_plurals=("te",), present_participle="ande",
    ),
    "verb_de": Verb(
        infinitives=("e", "a"), present="er", passive="ast", past=("de",), participle=("d", "t"),
        participle_plurals=("de",), present_participle="ande",
    ),
})  # fmt: skip

PARADIGMS: Mapping[str, Mapping[str, Paradigm]] = MappingProxyType({"nb": BOKMAL, "nn": NYNORSK})
