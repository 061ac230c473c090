"""Attributions: the places in a paragraph that say who speaks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.drafting.clauses import Attribution, ClauseReader, Form, opens_with_dash
from pressdesk.drafting.phrases import Phrase, PhraseKind
from pressdesk.drafting.words import (
    is_sentence_end,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_REPORTED = 0.4
_PARTICLE_DISTANCE = 8
_FRONTED_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionReader(ClauseReader):
    """Reads the attributions of one paragraph."""

    def attributions(self) -> Iterator[Attribution]:
        """Yield every attribution to a person, in reading order."""
        found: list[Attribution] = []
        is_verb, according = self.lexicon.speech.is_verb, self.lexicon.speech.according
        for index, token in enumerate(self.tokens):
            word = token.lower
            if is_verb(word):
                found += self._after_verb(index)
            elif word in according or (word in _ACCORDING and self._is_according_to(index)):
                found += self._according(index)
        reports = list(self.before_verbs())
        objects = {
            one.at
            for one in reports
            if one.form is Form.REPORT and one.phrase.kind is not PhraseKind.PRONOUN
        }
        found = [
            one
            for one in found
            if one.at not in objects or one.phrase.kind is not PhraseKind.PRONOUN
        ]
        found += reports
        yield from sorted(found, key=lambda one: one.at)

    def ends_with_colon(self) -> bool:
        """Return whether the paragraph only announces speech."""
        return self.text.rstrip().endswith(":")

    def is_about(self, reports: Sequence[Attribution]) -> bool:
        """Return whether reported speech fills enough of the paragraph to call it that."""
        starts = [*self.starts, len(self.tokens)]
        sentences = {max(bisect_right(self.starts, one.at) - 1, 0) for one in reports}
        reported = sum(starts[one + 1] - starts[one] for one in sentences)
        return 0 in sentences or reported >= _REPORTED * len(self.tokens)

    def is_reported(self, tag: Attribution, *, has_marked_speech: bool) -> bool:
        """Return whether unmarked words before a tag are reported rather than quoted.

        "…, mener Nes" reports, unless the words speak of "vi" or the text marks no speech at
        all; "…, sier Nes" quotes.
        """
        words = {token.lower for token in self.tokens[: tag.at]}
        if words & self.lexicon.speech.first_person or not has_marked_speech:
            return False
        return tag.verb in _OPINIONS

    def _after_verb(self, index: int) -> Iterator[Attribution]:
        verb = self.tokens[index].lower
        at, has_particle = self._skip_particle(index + 1, verb)
        at = self._skip_adverbs(at)
        phrase = self.phrases.person_at(at)
        if phrase is None and self._may_be_stranger(index, at):
            phrase = self.phrases.stranger_at(at)
        if phrase is None or self._has_subject_before(index, phrase):
            return
        end, has_late_particle = self._late_particle(phrase.end, verb)
        if not (has_particle or has_late_particle or verb not in self._particle_verbs()):
            return
        if (
            has_late_particle
            and end < len(self.tokens)
            and self.tokens[end].lower in self.lexicon.speech.not_speech
        ):
            return
        if self._is_that(end):
            yield Attribution(phrase=phrase, verb=verb, at=index, form=Form.REPORT)
            return
        if self._is_announcing(end):
            yield Attribution(phrase=phrase, verb=verb, at=index, form=Form.INTRODUCTION, weight=1)
            return
        weight = self._tag_weight(index, end)
        if weight is not None:
            yield Attribution(phrase=phrase, verb=verb, at=index, form=Form.TAG, weight=weight)
        elif index == 1 and self._is_pointer(index) and self._is_whole(end):
            yield Attribution(phrase=phrase, verb=verb, at=index, form=Form.POINTER)
        elif self._is_fronted(index) and verb in self.lexicon.speech.open:
            yield Attribution(phrase=phrase, verb=verb, at=index, form=Form.REPORT)

    def _late_particle(self, at: int, verb: str) -> tuple[int, bool]:
        """Return where a particle behind the speaker ends: "slår styreleder Nes i laget fast"."""
        particles = self.lexicon.speech.particles.get(verb)
        if particles:
            for index in range(at, min(at + _PARTICLE_DISTANCE, len(self.tokens))):
                if not self.tokens[index].is_word:
                    break
                if self.tokens[index].lower in particles:
                    return index + 1, True
        return at, False

    def _may_be_stranger(self, verb_at: int, at: int) -> bool:
        """Return whether an unknown name may speak here: only right after a clear tag's verb."""
        if at >= len(self.tokens) or not self.tokens[at].is_capital:
            return False
        before = self.tokens[verb_at - 1] if verb_at else None
        return before is not None and (
            not before.is_word or opens_with_dash(self.text) or self._closes_speech(verb_at, at)
        )

    def _closes_speech(self, verb_at: int, at: int) -> bool:
        """Return whether "… vi … sa Ivan Petrov, …" ends a paragraph that speaks of "vi"."""
        if self.tokens[verb_at].lower not in _SAYING or not self.phrases.is_full_name_at(at):
            return False
        words = {token.lower for token in self.tokens[:verb_at]}
        goes_on = any(is_sentence_end(self.tokens, i) for i in range(at, len(self.tokens) - 1))
        return not goes_on and bool(words & self.lexicon.speech.first_person)

    def _has_subject_before(self, index: int, phrase: Phrase) -> bool:
        """Return whether the verb already has its subject: "Jeg mener hun …"."""
        if index == 0:
            return False
        before = self.tokens[index - 1]
        if before.lower in self.lexicon.speech.subjects:
            return True
        is_name = before.is_capital and self.known.is_person(before.text)
        return is_name and phrase.kind is PhraseKind.PRONOUN

    def _is_announcing(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].text == ":"

    def _is_fronted(self, index: int) -> bool:
        """Return whether the verb stands second in its sentence: "Samtidig mener hun …"."""
        start = self.starts[max(bisect_right(self.starts, index) - 1, 0)] if self.starts else 0
        before = self.tokens[start:index]
        is_short = 0 < len(before) <= _FRONTED_WORDS and all(token.is_word for token in before)
        return is_short and before[0].lower not in self.lexicon.speech.pointers

    def _tag_weight(self, index: int, end: int) -> int | None:
        """Return how surely a verb with its speaker is a tag, None when it is not one.

        2 for a sign before it, 1 for its closing the clause; in all at least the closing, or
        the sign.
        """
        before = self.tokens[index - 1] if index else None
        if before is None or self._is_pointer(index):
            return None
        has_sign = before.text in ",?!…." or before.is_mark or before.is_dash
        closes = end >= len(self.tokens) or not self.tokens[end].is_word or self._goes_on(end)
        if not has_sign and not (closes and self._ends_sentence(end)):
            return None
        if not closes and before.text == ".":
            return None
        names = 1 if self.phrases.lexicon and self._is_full(index) else 0
        return 2 * has_sign + 2 * closes + names

    def _is_full(self, index: int) -> bool:
        follower = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return follower is not None and follower.lower not in self.lexicon.speech.pronouns

    def _is_pointer(self, index: int) -> bool:
        """Return whether the words before only point: "Det sier Kari Nes"."""
        before = self.tokens[index - 1]
        return before.lower in self.lexicon.speech.pointers and (
            index == 1 or is_sentence_end(self.tokens, index - 2)
        )

    def _is_whole(self, end: int) -> bool:
        """Return whether nothing but the end of the paragraph follows."""
        return end >= len(self.tokens) or (
            end + 1 == len(self.tokens) and not self.tokens[end].is_word
        )

    def _goes_on(self, end: int) -> bool:
        """Return whether the sentence merely goes on after a tag: "sier hun og …", "til NTB"."""
        return self.tokens[end].lower in _AFTER_TAG

    def _ends_sentence(self, end: int) -> bool:
        return (
            end >= len(self.tokens)
            or is_sentence_end(self.tokens, end)
            or self._goes_on(end)
            or self.tokens[end].text == ","
        )

    def _is_according_to(self, index: int) -> bool:
        pair = tuple(token.lower for token in self.tokens[index : index + 2])
        return pair in (("i", "følge"), ("i", "følgje"), ("according", "to"))

    def _according(self, index: int) -> Iterator[Attribution]:
        at = index + 1 if self.tokens[index].lower in self.lexicon.speech.according else index + 2
        phrase = self.phrases.person_at(at)
        if phrase is not None:
            yield Attribution(phrase=phrase, verb="ifølge", at=index, form=Form.REPORT)


_SAYING = frozenset({"sier", "sa", "seier", "forteller", "fortalte", "fortel", "fortalde"})
_ACCORDING = frozenset({"i", "according"})
_OPINIONS = frozenset(
    [
        "mener",
        "mente",
        "meiner",
        "meinte",
        "tror",
        "trodde",
        "trur",
        "trudde",
        "håper",
        "håpet",
        "håpar",
        "vonar",
        "synes",
        "syns",
        "syntes",
        "synest",
        "påpeker",
        "påpekte",
        "påpeikar",
        "believes",
        "believed",
        "thinks",
        "hopes",
        "argues",
        "ifølge",
        "anslår",
        "spår",
    ]
)
_AFTER_TAG = frozenset(
    [
        "og",
        "til",
        "i",
        "på",
        "om",
        "etter",
        "da",
        "når",
        "før",
        "and",
        "to",
        "in",
        "during",
        "after",
        "ved",
        "under",
        "med",
        "via",
        "om",
        "videre",
        "vidare",
    ]
)
