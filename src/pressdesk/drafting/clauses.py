"""Clauses in which somebody stands before a verb of saying: "Nes sier at …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.drafting.phrases import Phrase, PhraseKind, PhraseReader
from pressdesk.drafting.words import (
    DASHES,
    MARKS,
    Token,
    is_sentence_end,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.drafting.known import KnownNames
    from pressdesk.drafting.lexicon import Lexicon

_OPENING_DASH = re.compile(rf"^(?:--+|[{DASHES}])\s*(?=[^\s0-9{DASHES}])")
_OPENING_NUMBER = re.compile(rf"^[{DASHES}]\s+(?=[0-9])")
_MARKED = re.compile(rf"[{MARKS}]([^{MARKS}]*)(?:[{MARKS}]|$)")
SPEECH_WORDS = 4
"""Fewer words in quotation marks are a name or a term, not speech."""
_RELATIVE_CLAUSE = 30


class Form(StrEnum):
    """How an attribution stands to the words it attributes."""

    TAG = "tag"  # "…, sier Nes"
    INTRODUCTION = "introduction"  # "Nes sier: …"
    REPORT = "report"  # "Nes sier at …", "ifølge Nes"
    POINTER = "pointer"  # "Det sier Nes", of the paragraphs before


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One place that says who speaks. ``at`` is the index of the verb's token."""

    phrase: Phrase
    verb: str
    at: int
    form: Form
    weight: int = 0


def opens_with_dash(text: str) -> bool:
    """Return whether ``text`` begins with a dash that may open speech."""
    return bool(_OPENING_DASH.match(text) or _OPENING_NUMBER.match(text))


def marked_words(text: str) -> int:
    """Return how many words of ``text`` stand in quotation marks."""
    return sum(len(found.group(1).split()) for found in _MARKED.finditer(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseReader:
    """Reads the clauses of one paragraph."""

    text: str
    tokens: list[Token]
    starts: list[int]
    phrases: PhraseReader

    @property
    def known(self) -> KnownNames:
        """The names of the text."""
        return self.phrases.known

    @property
    def lexicon(self) -> Lexicon:
        """The words."""
        return self.phrases.known.lexicon

    def _particle_verbs(self) -> frozenset[str]:
        speech = self.lexicon.speech
        return frozenset(speech.particles) - speech.open - speech.tight

    def _skip_particle(self, at: int, verb: str) -> tuple[int, bool]:
        particles = self.lexicon.speech.particles.get(verb)
        if particles and at < len(self.tokens) and self.tokens[at].lower in particles:
            return at + 1, True
        return at, False

    def _skip_adverbs(self, at: int) -> int:
        while at < len(self.tokens) and self.tokens[at].lower in self.lexicon.speech.adverbs:
            at += 1
        return at

    def _is_that(self, at: int) -> bool:
        at = self._skip_adverbs(at)
        return at < len(self.tokens) and self.tokens[at].lower in self.lexicon.speech.that

    def before_verbs(self) -> Iterator[Attribution]:
        """Yield the attributions in which the speaker stands before the verb."""
        for start in self._subject_starts():
            phrase = self.phrases.person_at(start)
            if phrase is None:
                continue
            verb_at = self._verb_after(phrase.end)
            if verb_at is None:
                yield from self._bare_introduction(phrase)
                yield from self._second_verb(phrase)
                continue
            form = self._form_after(verb_at)
            if form is None:
                yield from self._second_verb(phrase)
            else:
                verb = self.tokens[verb_at].lower
                yield Attribution(phrase=phrase, verb=verb, at=verb_at, form=form, weight=2)

    def _bare_introduction(self, phrase: Phrase) -> Iterator[Attribution]:
        """Read "Kari Nes, daglig leder i X: …" where the words in marks follow."""
        is_colon = phrase.end < len(self.tokens) and self.tokens[phrase.end].text == ":"
        if phrase.kind is PhraseKind.NAME and is_colon and phrase.start <= 1:
            follower = self.tokens[phrase.end + 1] if phrase.end + 1 < len(self.tokens) else None
            if follower is None or follower.is_dash or follower.is_mark:
                yield Attribution(
                    phrase=phrase, verb="", at=phrase.end, form=Form.INTRODUCTION, weight=2
                )

    def _second_verb(self, phrase: Phrase) -> Iterator[Attribution]:
        """Read "Han gleder seg, og framhever at …": the speaker of a second verb."""
        for index in range(phrase.end, len(self.tokens) - 2):
            if is_sentence_end(self.tokens, index):
                return
            verb = self.tokens[index + 1].lower
            is_second = self.tokens[index].lower in ("og", "and") and self.lexicon.speech.is_verb(
                verb
            )
            if (
                is_second
                and self._form_after(index + 1) is Form.REPORT
                and self._is_that_after(index + 1)
            ):
                yield Attribution(phrase=phrase, verb=verb, at=index + 1, form=Form.REPORT)
                return

    def _is_that_after(self, verb_at: int) -> bool:
        at, _ = self._skip_particle(verb_at + 1, self.tokens[verb_at].lower)
        return self._is_that(at)

    def _subject_starts(self) -> Iterator[int]:
        """Yield where a subject may stand: at the head of a sentence, and behind speech."""
        yield from self.starts
        for index in range(1, len(self.tokens)):
            before = self.tokens[index - 1]
            if (before.is_mark and index > 1 and self.tokens[index].is_word) or (
                before.text == ","
                and self.tokens[index].is_word
                and index > 1
                and self.tokens[index - 2].is_mark
            ):
                yield index

    def _verb_after(self, at: int) -> int | None:
        """Return the verb of saying that follows a subject, commas and asides skipped."""
        at = self._skip_aside(at)
        at = self._skip_adverbs(at)
        if at < len(self.tokens) and self.tokens[at].lower in _AUXILIARIES:
            return (
                at + 1
                if at + 1 < len(self.tokens) and self.tokens[at + 1].lower in _AFTER_AUXILIARY
                else None
            )
        if at < len(self.tokens) and self.lexicon.speech.is_verb(self.tokens[at].lower):
            return at
        return None

    def _skip_aside(self, at: int) -> int:
        if at < len(self.tokens) and self.tokens[at].text == ",":
            at += 1
            if at < len(self.tokens) and self.tokens[at].lower in ("som", "who", "which"):
                for index in range(at, min(at + _RELATIVE_CLAUSE, len(self.tokens))):
                    if self.tokens[index].text == ",":
                        return index + 1
        return at

    def _form_after(self, verb_at: int) -> Form | None:
        """Return what kind of attribution a subject and its verb make, None for none."""
        speech = self.lexicon.speech
        verb = self.tokens[verb_at].lower
        at, has_particle = self._skip_particle(verb_at + 1, verb)
        if not has_particle and verb in self._particle_verbs():
            return None
        at = self._skip_adverbs(at)
        if at >= len(self.tokens):
            return Form.TAG
        if self._announces(at):
            return Form.INTRODUCTION
        follower = self.tokens[at]
        if not follower.is_word:
            return self._form_before_sign(verb_at, at)
        if follower.lower in speech.that:
            return Form.REPORT
        is_open = verb in speech.open or verb in _OPEN_PARTICLE_VERBS
        return Form.REPORT if is_open and follower.lower not in speech.not_speech else None

    def _form_before_sign(self, verb_at: int, at: int) -> Form | None:
        """Return what a subject and its verb are before a comma, an end, a quotation mark."""
        if is_sentence_end(self.tokens, at) or self.tokens[at].text == ",":
            return Form.TAG if self._is_behind_speech(verb_at) else None
        is_quoting = self.tokens[at].is_mark and marked_words(self.text) >= SPEECH_WORDS
        return Form.INTRODUCTION if is_quoting else None

    def _announces(self, at: int) -> bool:
        """Return whether a colon ends the clause soon after the verb: "sier i en kommentar: –"."""
        for index in range(at, min(at + 8, len(self.tokens))):
            token = self.tokens[index]
            if token.text == ":":
                return True
            if not token.is_word or token.lower in self.lexicon.speech.that:
                return False
        return False

    def _is_behind_speech(self, verb_at: int) -> bool:
        return any(token.is_mark for token in self.tokens[:verb_at])


_AUXILIARIES = frozenset(
    ["kan", "kunne", "vil", "ville", "har", "hadde", "can", "could", "has", "had"]
)
_AFTER_AUXILIARY = frozenset(
    [
        "fortelle",
        "fortalt",
        "si",
        "seie",
        "sagt",
        "fortelje",
        "opplyse",
        "opplyst",
        "bekrefte",
        "bekreftet",
        "stadfeste",
        "love",
        "lovet",
        "lova",
        "påpeke",
        "påpekt",
        "understreke",
        "understreket",
        "forklare",
        "forklart",
        "uttalt",
        "uttale",
        "said",
        "told",
        "stated",
        "confirmed",
        "explained",
    ]
)
_OPEN_PARTICLE_VERBS = frozenset(
    [
        "peker",
        "pekte",
        "peikar",
        "peika",
        "trekker",
        "trakk",
        "trekkjer",
        "trekk",
        "minner",
        "minnet",
        "points",
        "pointed",
    ]
)
