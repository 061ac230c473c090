"""The closed classes: a hand-written list of small words, irregular verbs and sure nouns."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn, TypeVar

from pressdesk.domain.errors import LexiconFaulty
from pressdesk.proofing.lexicon.paradigms import PARADIGMS
from pressdesk.proofing.lexicon.reading import (
    AdjectiveForm,
    Gender,
    Number,
    Reading,
    VerbForm,
    WordClass,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from enum import StrEnum
    from pathlib import Path

    from pressdesk.proofing.lexicon.paradigms import Paradigm

    E = TypeVar("E", bound=StrEnum)

_GROUP_KEYS = frozenset({"class", "lemma", "gender", "number", "definite", "form", "words"})
_VERB_KEYS = frozenset({"lemma", "modal", "alone", "passive", *VerbForm})


class ClosedClasses:
    """Form → readings of the small words."""

    def __init__(self, path: Path, language: str) -> None:
        """Read the file at ``path``, whose nouns are inflected as in ``language``.

        Raises:
            LexiconFaulty: it cannot be read, or an entry is not as it should be.
        """
        self._name = path.name
        self._found: defaultdict[str, list[Reading]] = defaultdict(list)
        self._of_lemma: defaultdict[str, list[str]] = defaultdict(list)
        self._final: set[str] = set()
        try:
            value = tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise LexiconFaulty(name=self._name, entry=str(error)) from error
        for key in value.keys() - {"open", "group", "verb", "noun"}:
            raise self._fault(key)
        for group in self._tables(value, "group"):
            self._add_group(group)
        for verb in self._tables(value, "verb"):
            self._add_verb(verb)
        for noun in self._tables(value, "noun"):
            self._add_nouns(noun, PARADIGMS[language])
        for word in self._words(value, "open"):
            self._final.discard(word)

    def __contains__(self, form: str) -> bool:
        return form in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of ``form``."""
        return tuple(self._found[form]) if form in self._found else ()

    def is_final(self, form: str) -> bool:
        """Tell whether other lists have nothing to add to the readings of ``form``."""
        return form in self._final

    def forms_of(self, lemma: str) -> tuple[str, ...]:
        """Return the forms of an irregular lemma."""
        return tuple(self._of_lemma[lemma]) if lemma in self._of_lemma else ()

    def _fault(self, entry: object) -> LexiconFaulty:
        return LexiconFaulty(name=self._name, entry=str(entry))

    def _tables(self, value: Mapping[str, object], key: str) -> Iterable[Mapping[str, object]]:
        tables = value.get(key, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self._fault(key)
        return tables

    def _add_group(self, group: Mapping[str, object]) -> None:
        for key in group.keys() - _GROUP_KEYS:
            raise self._fault(f"{group.get('words', '')}: {key}")
        form = group.get("form")
        reading = Reading(
            word_class=self._one_of(WordClass, group, "class") or self._missing(group, "class"),
            gender=self._one_of(Gender, group, "gender"),
            number=self._one_of(Number, group, "number"),
            definite=self._flag(group, "definite", default=None),
            adjective_form=self._one_of(AdjectiveForm, group, "form") if form else None,
        )
        lemma = group.get("lemma")
        if lemma is not None and not isinstance(lemma, str):
            raise self._fault(f"lemma = {lemma}")
        for word in self._words(group, "words") or self._missing(group, "words"):
            self._add(word, replace(reading, lemma=lemma or word))
            self._final.add(word)

    def _add_nouns(self, nouns: Mapping[str, object], paradigms: Mapping[str, Paradigm]) -> None:
        for key, words in nouns.items():
            if key not in paradigms or not isinstance(words, str):
                raise self._fault(f"noun: {key}")
            for word in self._words(nouns, key):
                for form, reading in paradigms[key](word):
                    self._add(form, reading)

    def _add_verb(self, verb: Mapping[str, object]) -> None:
        for key in verb.keys() - _VERB_KEYS:
            raise self._fault(f"{verb.get('lemma', '')}: {key}")
        lemma = verb.get("lemma")
        if not isinstance(lemma, str) or not lemma:
            raise self._fault("verb: lemma")
        is_modal = self._flag(verb, "modal", default=False) or False
        is_alone = self._flag(verb, "alone", default=False)
        base = Reading(word_class=WordClass.VERB, lemma=lemma, is_modal=is_modal)
        for verb_form in VerbForm:
            for word in self._words(verb, verb_form):
                self._add(word, replace(base, verb_form=verb_form))
                if is_alone:
                    self._final.add(word)
        for word in self._words(verb, VerbForm.PARTICIPLE):
            for form in (AdjectiveForm.COMMON, AdjectiveForm.NEUTER):
                adjective = Reading(
                    word_class=WordClass.ADJECTIVE, lemma=lemma, adjective_form=form
                )
                self._add(word, adjective)
        for word in self._words(verb, "passive"):
            for verb_form in (VerbForm.INFINITIVE, VerbForm.PRESENT):
                self._add(word, replace(base, verb_form=verb_form, is_passive=True))

    def _add(self, word: str, reading: Reading) -> None:
        self._found[word].append(reading)
        if reading.lemma:
            self._of_lemma[reading.lemma].append(word)

    def _missing(self, entry: Mapping[str, object], key: str) -> NoReturn:
        raise self._fault(f"{entry.get('words', entry.get('lemma', ''))}: {key}")

    def _one_of(self, kind: type[E], entry: Mapping[str, object], key: str) -> E | None:
        value = entry.get(key)
        if value is None:
            return None
        try:
            return kind(str(value))
        except ValueError as error:
            raise self._fault(f"{key} = {value}") from error

    def _flag(self, entry: Mapping[str, object], key: str, *, default: bool | None) -> bool | None:
        value = entry.get(key, default)
        if value is not None and not isinstance(value, bool):
            raise self._fault(f"{key} = {value}")
        return value

    def _words(self, entry: Mapping[str, object], key: str) -> tuple[str, ...]:
        value = entry.get(key, "")
        if not isinstance(value, str):
            raise self._fault(f"{key} = {value}")
        words = tuple(value.split())
        for word in words:
            if words.count(word) > 1:
                raise self._fault(f"{key}: {word} stands twice")
        return words
