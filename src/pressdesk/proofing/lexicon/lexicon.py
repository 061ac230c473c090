"""The one door to words: readings of a form, and the questions that rules ask."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from pressdesk import paths
from pressdesk.domain.content import Language
from pressdesk.proofing.lexicon.closed import ClosedClasses
from pressdesk.proofing.lexicon.reading import (
    AdjectiveForm,
    Gender,
    Number,
    Reading,
    VerbForm,
    WordClass,
)
from pressdesk.proofing.lexicon.supplement import Supplement
from pressdesk.proofing.lexicon.table import Table
from pressdesk.proofing.lexicon.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


class Lexicon:
    """Words of bokmål and nynorsk; cheap to make, loads a language when it is first asked.

    Shape: other languages have no words, so that every answer is empty. Safe to share between
    threads.
    Raises: from every question, ``LexiconMissing`` and ``LexiconFaulty`` on the first one.
    """

    def __init__(self, *, tables: Path | None = None, data: Path | None = None) -> None:
        """Take the folders of the tables that the build makes and of our own lists."""
        self._tables = tables or paths.resource("dictionaries")
        self._data = data or paths.resource("lexicon")
        self._loaded: dict[Language, Words] = {}
        self._lock = Lock()

    def load(self, language: Language) -> None:
        """Load ``language`` now, so that the first question does not wait."""
        self._words(language)

    def readings(self, form: str, language: Language) -> tuple[Reading, ...]:
        """Return all that ``form`` can be; none for a word that nobody knows.

        Capitals at the start are read as small letters too. Genitives and compounds that stand in
        no list are read by their noun and their last part.
        """
        words = self._loaded.get(language) or self._words(language)
        return words.readings(form) if words else ()

    def contains(self, form: str, language: Language) -> bool:
        """Tell whether ``form``, written just so, stands in a list: spelt right for certain."""
        words = self._words(language)
        return words is not None and words.is_listed(form)

    def supplement_forms(self, language: Language) -> Iterable[str]:
        """Return forms that are right and that the dictionary of the speller may lack."""
        words = self._words(language)
        return words.supplement_forms() if words else ()

    def is_infinitive(self, form: str, language: Language) -> bool:
        """Tell whether ``form`` can be an active infinitive."""
        return any(
            reading.verb_form is VerbForm.INFINITIVE and not reading.is_passive
            for reading in self.readings(form, language)
        )

    def present(self, lemma: str, language: Language) -> str | None:
        """Return the present of the verb ``lemma``, None where there is none or more than one."""
        found = self._verb_forms(lemma, language, VerbForm.PRESENT)
        return found[0] if len(found) == 1 else None

    def infinitive(self, form: str, language: Language) -> str | None:
        """Return the infinitive of the verb form, None where there is none or more than one."""
        lemmas = {
            reading.lemma
            for reading in self.readings(form, language)
            if reading.word_class is WordClass.VERB and reading.lemma
        }
        return lemmas.pop() if len(lemmas) == 1 else None

    def verb_forms(self, lemma: str, language: Language, verb_form: VerbForm) -> tuple[str, ...]:
        """Return the active forms of the verb ``lemma`` of that kind."""
        return self._verb_forms(lemma, language, verb_form)

    def genders(self, form: str, language: Language) -> frozenset[Gender]:
        """Return the genders that the noun ``form`` can have; empty where one is not known."""
        nouns = [
            reading
            for reading in self.readings(form, language)
            if reading.word_class is WordClass.NOUN
        ]
        genders = {reading.gender for reading in nouns}
        return (
            frozenset(gender for gender in genders if gender)
            if None not in genders
            else frozenset()
        )

    def noun_forms(
        self,
        lemma: str,
        language: Language,
        *,
        plural: bool,
        definite: bool,
    ) -> tuple[str, ...]:
        """Return the forms of the noun ``lemma`` in that number and definiteness."""
        number = Number.PLURAL if plural else Number.SINGULAR
        return self._forms(
            lemma,
            language,
            WordClass.NOUN,
            lambda reading: reading.number is number and reading.definite is definite,
        )

    def adjective_forms(
        self, lemma: str, language: Language, form: AdjectiveForm
    ) -> tuple[str, ...]:
        """Return the forms of the adjective ``lemma`` of that kind: stor, stort, store."""
        return self._forms(
            lemma, language, WordClass.ADJECTIVE, lambda reading: reading.adjective_form is form
        )

    def is_compound(self, first: str, last: str, language: Language) -> bool:
        """Tell whether the two words, written as one, are a word of the lists."""
        words = self._words(language)
        if words is None:
            return False
        together = first.lower() + last.lower()
        return words.is_listed(together) or words.is_genitive_of_listed(together)

    def _verb_forms(self, lemma: str, language: Language, verb_form: VerbForm) -> tuple[str, ...]:
        return self._forms(
            lemma,
            language,
            WordClass.VERB,
            lambda reading: reading.verb_form is verb_form and not reading.is_passive,
        )

    def _forms(
        self,
        lemma: str,
        language: Language,
        word_class: WordClass,
        is_wanted: Callable[[Reading], bool],
    ) -> tuple[str, ...]:
        words = self._words(language)
        if words is None:
            return ()
        found = (form for form, reading in words.forms(lemma, word_class) if is_wanted(reading))
        return tuple(dict.fromkeys(found))

    def _words(self, language: Language) -> Words | None:
        if language is Language.EN:
            return None
        with self._lock:
            words = self._loaded.get(language)
            if words is None:
                words = Words(
                    table=Table(self._tables, language),
                    closed=ClosedClasses(self._data / language / "closed.toml", language),
                    supplement=Supplement(
                        (self._data / name / "supplement" for name in ("no", language)), language
                    ),
                )
                self._loaded[language] = words
            return words
