"""Compounds that no dictionary holds, judged by how their parts are used in those it holds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.proofing.spelling.grade import Grade

if TYPE_CHECKING:
    from pressdesk.proofing.spelling.edits import Edits
    from pressdesk.proofing.spelling.words import Words

SHORTEST_PART = 3
SHORTEST_UNCOUNTED = 4
SHORTEST_INNER = 8  # of an end that is a compound itself
LONGEST = 60
OFTEN_FIRST = 5
OFTEN_LAST = 3
FIRM = 20  # what both parts of a compound must be counted as, for it to be doubted but not refused
PLAIN = 4  # letters of each part of a compound that is seldom seen, and yet not doubted
VERY_FIRM = 50  # what they must be counted as for it to be neither
LEAST_SHARE = 0.15
PARTS_KEPT = 20_000

# Whatever ends so is joined by -s-.
_JOINED_BY_S = {
    Language.NB: ("het", "sjon", "skap", "itet", "ing", "dom", "else", "nad", "ment"),
    Language.NN: ("heit", "sjon", "skap", "itet", "ing", "dom", "else", "nad", "leik", "ment"),
}
# Short words that are common last parts; other ends of three letters are mostly inflection.
_SHORT_LAST = (
    "akt art arv bad bil bit bok bot bru bud by båt dag del dom duk dør eid eie fag far fat fei flo"
    " fly fôr fot fri gap gud hav hop hud hus hår kar kor kur kø lag lam lik lov lys løk løp løs lås"
    " låt mat mel mor mur mål not ord ost par pil pol rap rik rom rop ror rot råd rør sak sal sau sjø"
    " sol sti sum syn søk søl tak tal tap tau tid tog ton tun tur tør uke ull urt veg vei vev vik"
    " vin vis vår våg øks øl øre år ås"
)
_SUFFIXES = {
    Language.NB: "messig messige aktig aktige løst løse fritt frie rikt rike vennlig vennlige basert"
    " baserte lignende likt like verdig verdige",
    Language.NN: "messig messige aktig aktige laus laust lause fritt frie rikt rike venleg venlege"
    " basert baserte liknande likt like verdig verdige",
}
# Little words that a space was forgotten behind, when they seem to begin a compound.
_NEVER_FIRST = (
    "skal ville kunne skulle måtte burde hadde mange flere fleire alle noen nokon nokre dette disse"
    " desse eller fordi mens medan hvis viss også berre bare denne deres deira våre vårt"
    " være vere vært vore blir blitt vart gjør gjer hver kvar hvor både enn sine sitt"
)
_NOT, _SELDOM, _OFTEN = range(3)


class Compounds:
    """Grades words that are not in the dictionary by their parts."""

    def __init__(self, words: Words, edits: Edits, language: Language) -> None:
        self._words = words
        self._edits = edits
        self._joined_by_s = _JOINED_BY_S.get(language, ())
        self._never_first = frozenset(_NEVER_FIRST.split())
        self._suffixes = frozenset(_SUFFIXES.get(language, "").split())
        self._short_last = frozenset(_SHORT_LAST.split())
        # Words that differ in a letter share most of their parts.
        self._weigh_first = lru_cache(PARTS_KEPT)(self._first_weight)
        self._weigh_last = lru_cache(PARTS_KEPT)(self._last_weight)
        self._has_compounds = language in _JOINED_BY_S

    def grade(self, word: str) -> Grade:
        """Return the grade of ``word``, in small letters and not in the dictionary.

        What is one slip away from a word of the dictionary is that word, misspelt: a new compound
        hardly ever is. Only parts that are joined to many others make such a word doubtful.
        """
        grade = self.grade_by_parts(word)
        if grade is Grade.UNKNOWN:
            return grade
        if not self.is_near_known(word):
            return Grade.COMPOUND if self._is_plain(word) else grade
        if grade is not Grade.COMPOUND or not self._is_firm(word, FIRM):
            return Grade.UNKNOWN
        return Grade.COMPOUND if self._is_firm(word, VERY_FIRM) else Grade.PROBABLE_COMPOUND

    def _is_plain(self, word: str) -> bool:
        """Return whether two words of good length make it up, bound as is usual."""
        places = range(PLAIN, len(word) - PLAIN + 1)
        return any(
            self._weigh_first(word[:place]) != _NOT
            and self._weigh_last(word[place:]) != _NOT
            and not word[:place].endswith(self._joined_by_s)
            for place in places
        )

    def _is_firm(self, word: str, least: int) -> bool:
        """Return whether both parts are of good length and ``least`` times in compounds."""
        counts = self._words.counts
        return any(
            counts(word[:place])[0] >= least and counts(word[place:])[1] >= least
            for place in range(SHORTEST_UNCOUNTED, len(word) - SHORTEST_PART + 1)
            if self._weigh_first(word[:place]) == self._weigh_last(word[place:]) == _OFTEN
        )

    def is_near_known(self, word: str) -> bool:
        """Return whether one slip lies between ``word`` and a word of the dictionary."""
        words = self._words
        return any(neighbour in words for neighbour in self._edits.neighbours(word))

    def is_well_made(self, word: str) -> bool:
        """Return whether ``word`` is two parts that are often joined to others."""
        return self.grade_by_parts(word, is_inner=True) is Grade.COMPOUND

    def is_common_first(self, part: str) -> bool:
        """Return whether ``part``, with the letter that binds it, often begins compounds."""
        return self._weigh_first(part) == _OFTEN

    def is_common_last(self, part: str) -> bool:
        """Return whether ``part`` often ends compounds."""
        return self._weigh_last(part) == _OFTEN

    def grade_by_parts(self, word: str, *, is_inner: bool = False) -> Grade:
        """Return the grade by parts alone."""
        best = Grade.UNKNOWN
        if not self._has_compounds or len(word) > LONGEST:
            return best
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            start = self._weigh_first(word[:place])
            if start == _NOT:
                continue
            end = self._weigh_end(word, place, is_inner=is_inner)
            if start == end == _OFTEN:
                return Grade.COMPOUND
            if end != _NOT:
                best = Grade.PROBABLE_COMPOUND
        return best

    def _weigh_end(self, word: str, place: int, *, is_inner: bool) -> int:
        end = word[place:]
        weight = self._weigh_last(end)
        if weight == _NOT and word[place - 1] == word[place - 2]:
            # Of three equal letters one is dropped: busstopp.
            weight = self._weigh_last(word[place - 1] + end)
        if weight == _NOT and not is_inner and len(end) >= SHORTEST_INNER:
            inner = self.grade_by_parts(end, is_inner=True)
            if inner is Grade.COMPOUND and not self.is_near_known(end):
                weight = _SELDOM
        return weight

    def _first_weight(self, part: str) -> int:
        """Return how sure it is that ``part``, with the letter that binds it, begins compounds."""
        words = self._words
        if part in self._never_first:
            return _NOT
        stem = part[:-1]
        if part[-1] == "s" and stem.endswith(self._joined_by_s) and stem in words:
            return _OFTEN
        if len(part) >= SHORTEST_UNCOUNTED and (
            words.is_added(part) or (part[-1] == "s" and words.is_added(stem))
        ):
            return _OFTEN
        count = words.counts(part)[0]
        if count >= OFTEN_FIRST:
            bare = stem if part[-1] in "se" and stem in words else part
            all_counts = sum(words.counts(bare + binding)[0] for binding in ("", "s", "e"))
            if count >= LEAST_SHARE * all_counts:
                return _OFTEN
        return _SELDOM if len(part) >= SHORTEST_UNCOUNTED and part in words else _NOT

    def _last_weight(self, part: str) -> int:
        """Return how sure it is that ``part`` ends compounds."""
        if part in self._suffixes:
            return _OFTEN
        if part not in self._words:
            return _NOT
        if len(part) < SHORTEST_UNCOUNTED:
            return _OFTEN if part in self._short_last else _NOT
        if self._words.is_added(part) or self._words.counts(part)[1] >= OFTEN_LAST:
            return _OFTEN
        return _SELDOM
