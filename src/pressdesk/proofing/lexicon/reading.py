"""What a written form can be: its class, and how it is inflected as far as that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WordClass(StrEnum):
    """The classes of Norsk referansegrammatikk, with proper nouns and abbreviations apart."""

    NOUN = "noun"
    PROPER = "proper"
    VERB = "verb"
    ADJECTIVE = "adjective"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    NUMERAL = "numeral"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBJUNCTION = "subjunction"
    INFINITIVE_MARK = "infinitive_mark"
    INTERJECTION = "interjection"


class Gender(StrEnum):
    """The grammatical genders."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"


class Number(StrEnum):
    """One, or more than one."""

    SINGULAR = "singular"
    PLURAL = "plural"


class VerbForm(StrEnum):
    """The forms of a verb; the passive in -s is told by ``Reading.is_passive``."""

    INFINITIVE = "infinitive"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    IMPERATIVE = "imperative"


class AdjectiveForm(StrEnum):
    """The forms of an adjective or a participle: stor, stort, store, større, størst."""

    COMMON = "common"
    NEUTER = "neuter"
    PLURAL = "plural"
    COMPARATIVE = "comparative"
    SUPERLATIVE = "superlative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One thing that a form can be; what is None is not known, or does not apply.

    Shape: a noun that can be of two genders has a reading for each. ``AdjectiveForm.PLURAL`` is
    also the definite form (store), and its ``number`` and ``definite`` are None; COMMON stands
    with masculine and feminine and has no gender of its own, NEUTER has the neuter.
    ``is_compound`` says that the form itself is not in the lists: its last part was read.
    """

    word_class: WordClass
    lemma: str | None = None
    gender: Gender | None = None
    number: Number | None = None
    definite: bool | None = None
    verb_form: VerbForm | None = None
    adjective_form: AdjectiveForm | None = None
    is_passive: bool = False
    is_modal: bool = False
    is_genitive: bool = False
    is_compound: bool = False
