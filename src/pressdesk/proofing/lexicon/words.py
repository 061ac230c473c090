"""The words of one written form, from all sources, with a memory of what was asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.proofing.lexicon.compounds import parts
from pressdesk.proofing.lexicon.reading import WordClass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.proofing.lexicon.closed import ClosedClasses
    from pressdesk.proofing.lexicon.reading import Reading
    from pressdesk.proofing.lexicon.supplement import Supplement
    from pressdesk.proofing.lexicon.table import Table

LONGEST = 60
"""Letters; longer words have no readings, so that a line without spaces costs nothing."""

_REMEMBERED = 50_000
_SHORTEST_GENITIVE = 3
_SHORTEST_CONTRACTED = 4
_JOINED = frozenset({WordClass.NOUN, WordClass.ADJECTIVE})
_PARTICLES = frozenset({
    "an", "av", "bort", "del", "etter", "fast", "for", "fram", "frem", "gjen", "gjennom", "god",
    "heim", "hjem", "i", "inn", "inne", "med", "mis", "mot", "ned", "om", "opp", "over", "på",
    "saman", "sammen", "samt", "til", "tilbake", "under", "ut", "ved", "vidare", "videre",
})  # fmt: skip
_INFLECTED = frozenset({WordClass.NOUN, WordClass.PROPER})
_VERB_ENDINGS = (
    "", "r", "er", "ar", "s", "es", "st", "ast", "te", "de", "dde", "et", "a", "t", "d", "dd", "tt",
)  # fmt: skip
_ADJECTIVE_ENDINGS = ("", "t", "tt", "e", "ere", "are", "est", "ast", "este", "aste", "st", "re")
_NOUN_ENDINGS = (
    "", "n", "en", "t", "et", "a", "r", "er", "ar", "e", "ne", "ene", "ane", "rne", "i",
)  # fmt: skip
_ENDINGS = {
    WordClass.VERB: _VERB_ENDINGS,
    WordClass.ADJECTIVE: _ADJECTIVE_ENDINGS,
    WordClass.NOUN: _NOUN_ENDINGS,
}


class Words:
    """Form → readings of one written form."""

    def __init__(self, table: Table, closed: ClosedClasses, supplement: Supplement) -> None:
        self._table = table
        self._closed = closed
        self._supplement = supplement
        self._known: dict[str, tuple[Reading, ...]] = {}

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return all that ``form`` can be, compounds read by their last part."""
        known = self._known.get(form)
        if known is not None:
            return known
        if len(form) > LONGEST:
            return ()
        readings = self._listed(form) or self._genitive(form) or self._compound(form)
        if len(self._known) >= _REMEMBERED:
            self._known = {}
        self._known[form] = readings
        return readings

    def is_listed(self, form: str) -> bool:
        """Tell whether ``form`` itself, as it is written, stands in a list."""
        return form in self._table or form in self._supplement or form in self._closed

    def is_genitive_of_listed(self, form: str) -> bool:
        """Tell whether ``form`` is a noun of a list with the s of the genitive."""
        return bool(self._genitive(form))

    def supplement_forms(self) -> Iterator[str]:
        """Yield the forms that are right and that the dictionary of the speller may lack."""
        yield from self._table.missing_in_dictionary()
        yield from self._supplement
        yield from self._closed

    def forms(self, lemma: str, word_class: WordClass) -> tuple[tuple[str, Reading], ...]:
        """Return the forms of a lemma that stand in the lists, each with its readings."""
        candidates = dict.fromkeys(
            stem + ending for stem in _stems(lemma) for ending in _ENDINGS.get(word_class, ("",))
        )
        candidates.update(dict.fromkeys(self._closed.forms_of(lemma)))
        return tuple(
            (form, reading)
            for form in candidates
            for reading in self._exact(form)
            if reading.word_class is word_class and reading.lemma == lemma
        )

    def _exact(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of a form that is written just so."""
        closed = self._closed.readings(form)
        if closed and self._closed.is_final(form):
            return closed
        decided = {reading.word_class for reading in closed}
        if WordClass.VERB in decided:
            decided.discard(WordClass.ADJECTIVE)  # a participle: nytt is of nyte, and of ny
        others = (*self._table.readings(form), *self._supplement.readings(form))
        added = (reading for reading in others if reading.word_class not in decided)
        return tuple(dict.fromkeys((*closed, *added)))

    def _listed(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of a form that may be written with a capital for its place."""
        readings = self._exact(form)
        lower = form.lower()
        if lower != form and (form[1:] == lower[1:] or form.isupper()):
            readings = tuple(dict.fromkeys((*readings, *self._exact(lower))))
        return readings

    def _genitive(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of a noun in the genitive."""
        if not form.endswith("s") or len(form) < _SHORTEST_GENITIVE:
            return ()
        return tuple(
            replace(reading, is_genitive=True)
            for reading in self._listed(form[:-1])
            if reading.word_class in _INFLECTED
        )

    def _compound(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of a compound's last part, or of a verb with a particle."""
        for first, last in parts(form, self.is_listed):
            wanted = _JOINED | {WordClass.VERB} if first.lower() in _PARTICLES else _JOINED
            readings = [
                reading
                for reading in self._exact(last) or self._genitive(last)
                if reading.word_class in wanted
            ]
            if readings:
                return tuple(
                    replace(reading, lemma=first + (reading.lemma or last), is_compound=True)
                    for reading in readings
                )
        return ()


def _stems(lemma: str) -> Iterator[str]:
    """Yield the stems that endings can be joined to."""
    yield lemma
    if lemma.endswith("e"):
        yield lemma[:-1]
        if lemma[-3:-1] == "mm":
            yield lemma[:-2]
    if lemma.endswith("m"):
        yield lemma + "m"
    if lemma.endswith("um"):
        yield lemma[:-2]
    if lemma[-2:] in {"el", "er", "en"} and len(lemma) >= _SHORTEST_CONTRACTED:
        yield lemma[:-2] + lemma[-1]
        if lemma[-3] == lemma[-4]:
            yield lemma[:-3] + lemma[-1]
    if lemma.endswith(("nn", "ll", "tt", "kk", "ff", "ss")):
        yield lemma[:-1]
