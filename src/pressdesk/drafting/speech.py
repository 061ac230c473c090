"""Who says what: attributions in one paragraph, and whether it is speech at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.drafting.attributions import AttributionReader
from pressdesk.drafting.clauses import (
    SPEECH_WORDS,
    Attribution,
    Form,
    marked_words,
    opens_with_dash,
)
from pressdesk.drafting.phrases import Phrase, PhraseReader
from pressdesk.drafting.words import (
    DASHES,
    MARKS,
    sentence_starts,
    tokens_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.content import Language
    from pressdesk.drafting.known import KnownNames

_INNER_DASH = re.compile(rf"[.:!?…]\s+[{DASHES}]\s*[A-ZÆØÅÉ]")
_MOSTLY = 0.6
_OTHER_SOURCES = re.compile(
    r"[,?!»”\"]\s*(?:heter det|heiter det|står det|lyder det|skriver|skriv|melder|opplyser|writes|according to|ifølge|ifølgje)\s+[^.]{2,80}[.]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A paragraph read as somebody's words.

    ``phrase`` is how the speaker is named, None when the paragraph does not say;
    ``is_elsewhere`` tells that it names a source which is no person, ``points_back`` that all of
    it is a "Det sier Nes" about the quote before.
    """

    phrase: Phrase | None
    is_indirect: bool = False
    is_elsewhere: bool = False
    is_marked: bool = True
    introduces_only: bool = False
    points_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a text marks direct speech, which decides how unmarked words are read."""

    has_marked_speech: bool = False


def read_speech(text: str, known: KnownNames, language: Language, manner: Manner) -> Speech | None:
    """Return ``text`` as speech, None when it is plain reporting."""
    tokens = tokens_of(text)
    phrases = PhraseReader(text=text, tokens=tokens, known=known, language=language)
    reading = AttributionReader(
        text=text, tokens=tokens, starts=sentence_starts(tokens), phrases=phrases
    )
    attributions = list(reading.attributions())
    if opens_with_dash(text):
        return _after_dash(text, attributions)
    marked = _in_marks(text, attributions)
    if marked is not None:
        return marked
    return _unmarked(reading, attributions, manner)


def _after_dash(text: str, attributions: Sequence[Attribution]) -> Speech:
    spoken = [one for one in attributions if one.form is not Form.REPORT]
    if spoken:
        return Speech(phrase=max(spoken, key=lambda one: one.weight).phrase)
    return Speech(phrase=None, is_elsewhere=bool(_OTHER_SOURCES.search(text)))


def _in_marks(text: str, attributions: Sequence[Attribution]) -> Speech | None:
    """Return speech in quotation marks, or behind a dash after "sier:"."""
    words = marked_words(text)
    opens = text[0] in MARKS
    introductions = [one for one in attributions if one.form is Form.INTRODUCTION]
    tags = [one for one in attributions if one.form is Form.TAG]
    if _INNER_DASH.search(text) and (introductions or tags):
        return Speech(phrase=(introductions or _by_weight(tags))[0].phrase)
    if words < SPEECH_WORDS and not (opens and tags):
        return None
    is_mostly = words >= _MOSTLY * len(text.split())
    if introductions and words >= SPEECH_WORDS:
        return Speech(phrase=introductions[0].phrase)
    if tags and (opens or is_mostly or _tag_follows_marks(text)):
        return Speech(phrase=_by_weight(tags)[0].phrase)
    if opens and is_mostly:
        return Speech(phrase=None, is_elsewhere=bool(_OTHER_SOURCES.search(text)))
    return None


def _tag_follows_marks(text: str) -> bool:
    return bool(re.search(rf"[{MARKS}],?\s+[a-zæøå]|,[{MARKS}]\s", text))


def _by_weight(attributions: Sequence[Attribution]) -> list[Attribution]:
    return sorted(attributions, key=lambda one: -one.weight)


def _unmarked(
    reading: AttributionReader, attributions: Sequence[Attribution], manner: Manner
) -> Speech | None:
    """Return speech that nothing marks but its attribution."""
    introductions = [one for one in attributions if one.form is Form.INTRODUCTION]
    if introductions:
        only = reading.ends_with_colon()
        return Speech(phrase=introductions[0].phrase, is_marked=False, introduces_only=only)
    tags = [one for one in attributions if one.form is Form.TAG and one.weight > 0]
    reports = [one for one in attributions if one.form is Form.REPORT]
    if tags and not (reports and reports[0].at < tags[0].at):
        tag = _by_weight(tags)[0]
        return Speech(
            phrase=tag.phrase,
            is_indirect=reading.is_reported(tag, has_marked_speech=manner.has_marked_speech),
            is_marked=False,
        )
    pointers = [one for one in attributions if one.form is Form.POINTER]
    if pointers:
        return Speech(
            phrase=pointers[0].phrase, is_indirect=True, is_marked=False, points_back=True
        )
    if reports and reading.is_about(reports):
        return Speech(phrase=reports[0].phrase, is_indirect=True, is_marked=False)
    return None
