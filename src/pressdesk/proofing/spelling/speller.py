"""One language's words, and the spellers of all languages."""

from __future__ import annotations

import threading
import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.errors import DictionaryMissing
from pressdesk.proofing.spelling.compounds import Compounds
from pressdesk.proofing.spelling.edits import edits_of
from pressdesk.proofing.spelling.grade import Grade
from pressdesk.proofing.spelling.other_form import counterparts
from pressdesk.proofing.spelling.suggestions import Suggestions, cased
from pressdesk.proofing.spelling.words import StoredWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pressdesk.proofing.spelling.words import Words

LONGEST_WORD = 80
MOST_KEPT = 100_000
LONGEST_ACRONYM = 6
SHORTEST_GENITIVE = 4

_HYPHENS = "-\u2010\u2011"
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"))
_APOSTROPHES = str.maketrans("’ʼ", "''")
# What is inflected after a hyphen: LO-en, PC-ene, SV-ere.
_ENDINGS = "a ar ane ast en ens ene enes er ere eren erne et ets s te de t n ns"
_DEFINITE_NYNORSK = ("en", "et", "a", "ane", "ene", "one", "ar", "er", "leik", "dom", "skap")
_OTHER_FORMS = {Language.NB: Language.NN, Language.NN: Language.NB}
_WORST = (Grade.KNOWN, Grade.COMPOUND, Grade.PROBABLE_COMPOUND, Grade.UNKNOWN)


def plain(word: str) -> str:
    """Return ``word`` composed, without invisible signs, with straight apostrophes and hyphens."""
    if word.isascii():
        return word
    composed = unicodedata.normalize("NFC", word).translate(_INVISIBLE).translate(_APOSTROPHES)
    for hyphen in _HYPHENS[1:]:
        composed = composed.replace(hyphen, "-")
    return composed


class Speller:
    """Grades words of one language and suggests others; safe to use from several threads."""

    def __init__(
        self,
        words: Words,
        language: Language,
        other_form: Callable[[], Speller | None] = lambda: None,
    ) -> None:
        """Take the words, and where to ask for the speller of the other written form."""
        self.language = language
        self._words = words
        self._other_form = other_form
        self._endings = frozenset(_ENDINGS.split())
        edits = edits_of(language)
        self._compounds = Compounds(words, edits, language)
        self._suggestions = Suggestions(words, self._compounds, edits)
        self._grades: dict[str, Grade] = {}
        self._suggested: dict[tuple[str, frozenset[str]], tuple[str, ...]] = {}

    def grade(self, word: str) -> Grade:
        """Return how well ``word`` is known, whatever stands around it.

        Numbers, single letters and other scripts are not judged: they are known.
        """
        known = self._grades.get(word)
        if known is not None:
            return known
        grade = Grade.UNKNOWN if len(word) > LONGEST_WORD else self._judged(plain(word))
        if len(self._grades) >= MOST_KEPT:
            self._grades.clear()
        if len(word) <= LONGEST_WORD:
            self._grades[word] = grade
        return grade

    def suggest(
        self, word: str, limit: int = 5, names: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """Return what may have been meant, best first; names of the release before others.

        Units: takes up to 0.1 s; repeated questions are answered from memory.
        """
        key = (word, names)
        found = self._suggested.get(key)
        if found is None:
            found = () if len(word) > LONGEST_WORD else self._meant(plain(word), names)
            if len(self._suggested) >= MOST_KEPT:
                self._suggested.clear()
            self._suggested[key] = found
        return found[:limit]

    def _meant(self, word: str, names: frozenset[str]) -> tuple[str, ...]:
        near = self._suggestions.of(word, names)
        if not self.is_of_other_form(word):
            return near
        forms = counterparts(word.lower(), self.language)
        same = [cased(form, word) for form in forms if form in self._words]
        return tuple(dict.fromkeys((*same, *near)))

    def is_near_known(self, word: str) -> bool:
        """Return whether ``word`` is one slip away from a word of the dictionary."""
        return len(word) <= LONGEST_WORD and self._compounds.is_near_known(plain(word).lower())

    def is_name(self, word: str) -> bool:
        """Return whether ``word`` is known with a capital only."""
        return self.grade(word) is Grade.KNOWN and self.grade(word.lower()) is not Grade.KNOWN

    def is_of_other_form(self, word: str) -> bool:
        """Return whether ``word`` is a word of the other written form of Norwegian."""
        if not word.isalpha():
            return False
        other = self._other_form()
        return other is not None and other.grade(word.lower()) is Grade.KNOWN

    def _judged(self, word: str) -> Grade:
        if not _is_judged(word):
            return Grade.KNOWN
        if self._is_known(word):
            return Grade.KNOWN
        if "-" in word:
            return self._by_hyphens(word)
        if "'" in word:
            return self._by_apostrophes(word)
        if word[0].isdigit() or _is_acronym(word):
            return Grade.KNOWN
        return self._compounds.grade(word if word.islower() else word.lower())

    def _is_known(self, word: str) -> bool:
        words = self._words
        if word in words:
            return True
        if not word.islower():
            lowered = word.lower()
            if (word.istitle() or word.isupper()) and lowered in words:
                return True
            if word.isupper() and (word.capitalize() in words or word.title() in words):
                return True
            if word[-1] in "sS" and (
                word[:-1] in words or (word.isupper() and self._is_known(word[:-1]))
            ):
                return True  # the genitive of a name
        return (
            self.language is Language.NN
            and word[-1] == "s"
            and len(word) > SHORTEST_GENITIVE
            and word[:-1].endswith(_DEFINITE_NYNORSK)
            and word[:-1].lower() in words
        )

    def _by_hyphens(self, word: str) -> Grade:
        """Return the worst grade of the parts; names, acronyms and numbers may stand first."""
        *firsts, last = word.split("-")
        grades = [self._first_part(part) for part in firsts if part]
        if last and not (last in self._endings and firsts):
            grades.append(self._judged(last))
        return max(grades, key=_WORST.index, default=Grade.KNOWN)

    def _first_part(self, part: str) -> Grade:
        if part[0].isupper() or any(map(str.isdigit, part)):
            return Grade.KNOWN
        grade = self._judged(part)
        if grade is Grade.UNKNOWN and (
            (part[-1] in "se" and self._is_known(part[:-1])) or self._words.counts(part)[0]
        ):
            return Grade.KNOWN  # bound by a letter: nærings-
        return grade

    def _by_apostrophes(self, word: str) -> Grade:
        bare = word.rstrip("'")
        if bare != word:
            return self._judged(bare) if bare else Grade.KNOWN
        start, _, end = word.rpartition("'")
        if end == "s":
            return self._judged(start)  # that the apostrophe is superfluous is for a rule to say
        return Grade.UNKNOWN


class Spellers:
    """The spellers of all languages, each loaded when it is first asked for."""

    def __init__(
        self, folder: Path, supplement: Callable[[Language], Iterable[str]] = lambda _: ()
    ) -> None:
        self._folder = folder
        self._supplement = supplement
        self._loaded: dict[Language, Speller] = {}
        self._lock = threading.Lock()

    def of(self, language: Language) -> Speller:
        """Return the speller of ``language``.

        Raises:
            DictionaryMissing: its files are not there or cannot be read.
        """
        found = self._loaded.get(language)
        if found is not None:
            return found
        with self._lock:
            found = self._loaded.get(language)
            if found is None:
                words = StoredWords(self._folder, language, self._supplement(language))
                other_form = partial(self._other_form, language)
                found = self._loaded[language] = Speller(words, language, other_form)
        return found

    def _other_form(self, language: Language) -> Speller | None:
        """Return the speller of the other written form; None where there is none to ask."""
        other = _OTHER_FORMS.get(language)
        try:
            return self.of(other) if other else None
        except DictionaryMissing:
            return None  # said when a text of that form is checked; here it only tells less


def _is_acronym(word: str) -> bool:
    """Return whether it is all capitals and digits, and short; a genitive may follow."""
    bare = word[:-1] if word[-1] == "s" else word
    return bare.isupper() and len(bare) <= LONGEST_ACRONYM


def _is_judged(word: str) -> bool:
    """Return whether it is a word in Latin letters, and more than one of them.

    A word that mixes Latin letters with others is judged: the others only look alike.
    """
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and any(_is_latin(letter) for letter in letters)


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")
