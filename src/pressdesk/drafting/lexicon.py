"""The words recognition goes by: they are data in ``resources/recognition``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from pressdesk import paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Gender(StrEnum):
    """Which pronouns a person takes."""

    FEMALE = "female"
    MALE = "male"
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Verbs of saying and the words around them, in lower case."""

    open: frozenset[str]
    tight: frozenset[str]
    particles: Mapping[str, frozenset[str]]
    not_speech: frozenset[str]
    adverbs: frozenset[str]
    pronouns: Mapping[str, Gender]
    according: frozenset[str]
    subjects: frozenset[str]
    that: frozenset[str]
    pointers: frozenset[str]
    first_person: frozenset[str]

    def is_verb(self, word: str) -> bool:
        """Return whether ``word`` may be a verb of saying; a particle may still be needed."""
        return word in self.open or word in self.tight or word in self.particles


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What people are called at work, in lower case."""

    heads: tuple[str, ...]
    exact: frozenset[str]
    not_heads: frozenset[str]
    modifiers: frozenset[str]
    fields: frozenset[str]
    no_organisations: frozenset[str]
    parties: frozenset[str]
    courtesies: frozenset[str]
    ranks: frozenset[str]
    offices: tuple[str, ...]
    own_offices: tuple[str, ...]

    def is_head(self, word: str) -> bool:
        """Return whether ``word`` is a title by itself: "klyngeleder", "NHO-direktør"."""
        lower = word.lower().rstrip(".")
        if lower in self.exact:
            return True
        if lower in self.not_heads or not lower.endswith(self.heads):
            return lower.rpartition("-")[2] in self.exact and "-" in lower
        return True

    def is_definite(self, word: str) -> bool:
        """Return whether ``word`` is a title with the article: "klyngelederen", "direktøren"."""
        return self.indefinite(word) is not None

    def indefinite(self, word: str) -> str | None:
        """Return the title without its article, None when ``word`` has no article."""
        lower = word.lower()
        for ending in ("en", "n", "a"):
            stem = lower.removesuffix(ending)
            if stem != lower and (self.is_head(stem) or (ending == "n" and self.is_head(stem))):
                return stem
        return None

    def is_part(self, word: str) -> bool:
        """Return whether ``word`` belongs to a title."""
        return word.lower() in self.modifiers or self.is_head(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisations:
    """What organisations' names are made of, in lower case."""

    nouns: tuple[str, ...]
    openers: frozenset[str]
    appositions: tuple[str, ...]
    generic: frozenset[str]
    markers: frozenset[str]
    legal: frozenset[str]
    stops: frozenset[str]
    agreement: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything together."""

    speech: Speech
    titles: Titles
    organisations: Organisations
    given_names: Mapping[str, Gender]
    not_names: frozenset[str]
    places: frozenset[str]

    def gender(self, name: str) -> Gender | None:
        """Return the gender of a person's first name, None where it is not known."""
        first = name.split(maxsplit=1)[0]
        first = first.title() if first.isupper() else first
        known = self.given_names.get(first) or self.given_names.get(first.split("-")[0])
        return None if known is Gender.EITHER else known

    def is_given_name(self, word: str) -> bool:
        """Return whether ``word`` is a known first name."""
        return word in self.given_names or word.split("-", maxsplit=1)[0] in self.given_names


@cache
def lexicon() -> Lexicon:
    """Return the words, read once."""
    speech, titles = read("speech"), read("titles")
    names, organisations = read("names"), read("organisations")
    return Lexicon(
        speech=_speech(speech, speech["words"]),
        titles=Titles(
            heads=tuple(titles["heads"]),
            exact=frozenset(titles["exact"] + titles["short_heads"]),
            not_heads=frozenset(titles["not_heads"]),
            modifiers=frozenset(titles["modifiers"]),
            fields=frozenset(titles["fields"]),
            no_organisations=frozenset(titles["no_organisations"]),
            parties=frozenset(titles["parties"]),
            courtesies=frozenset(titles["courtesies"]),
            ranks=frozenset(titles["ranks"]),
            offices=tuple(titles["offices"]),
            own_offices=tuple(titles["own_offices"]),
        ),
        organisations=Organisations(
            nouns=tuple(organisations["nouns"]),
            openers=frozenset(organisations["openers"]),
            appositions=tuple(organisations["appositions"]),
            generic=frozenset(organisations["generic"]),
            markers=frozenset(organisations["markers"]),
            legal=frozenset(organisations["legal"]),
            stops=frozenset(organisations["stops"]),
            agreement=frozenset(organisations["agreement"]),
        ),
        given_names=_given_names(names),
        not_names=frozenset(names["not_names"]),
        places=frozenset(names["places"].split()),
    )


@cache
def patterns(file: str, key: str) -> re.Pattern[str]:
    """Return the alternatives listed under ``key`` as one pattern, for any case."""
    return re.compile("|".join(f"(?:{one})" for one in read(file)[key]), re.IGNORECASE)


@cache
def read(name: str) -> dict[str, Any]:  # Any: TOML, whose shape the callers know
    """Return one file of words."""
    text = paths.resource(f"recognition/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _speech(verbs: Mapping[str, Any], words: Mapping[str, Any]) -> Speech:
    particles: dict[str, frozenset[str]] = {}
    for pair in verbs["particles"]:
        verb, particle = pair.split()
        particles[verb] = particles.get(verb, frozenset()) | {particle}
    pronouns = {word: gender for gender in Gender for word in words[gender]}
    return Speech(
        open=frozenset(verbs["open"]),
        tight=frozenset(verbs["tight"]),
        particles=particles,
        not_speech=frozenset(words["not_speech"]),
        adverbs=frozenset(words["adverbs"]),
        pronouns=pronouns,
        according=frozenset(words["according"]),
        subjects=frozenset(words["subjects"]),
        that=frozenset(words["that"]),
        pointers=frozenset(words["pointers"]),
        first_person=frozenset(words["first_person"]),
    )


def _given_names(names: Mapping[str, Any]) -> dict[str, Gender]:
    given: dict[str, Gender] = {}
    for gender in (Gender.FEMALE, Gender.MALE, Gender.EITHER):
        for name in _words(names[gender]):
            is_both = name in given and given[name] is not gender
            given[name] = Gender.EITHER if is_both else gender
    return given


def _words(text: str) -> Iterable[str]:
    return text.split()
