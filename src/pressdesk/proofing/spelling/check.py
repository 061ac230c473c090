"""Spelling of one passage: a finding for each place where a word is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.finding import Finding, FindingKind
from pressdesk.proofing.spelling import messages
from pressdesk.proofing.spelling.grade import Grade
from pressdesk.proofing.spelling.speller import LONGEST_WORD, plain
from pressdesk.proofing.spelling.suggestions import near_names
from pressdesk.textops.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressdesk.domain.content import Language
    from pressdesk.domain.manuscript import Passage
    from pressdesk.proofing.spelling.messages import SpellingRule
    from pressdesk.proofing.spelling.speller import Speller
    from pressdesk.textops.tokens import Token

_ENDS = ".!?:…"
SHORTEST_ENGLISH = 4
SHORTEST_NEAR_NAME = 4
SHORTEST_OTHER = 4


class KnownWords:
    """What is known beside the dictionary: the words of names and lists, one by one."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Take the words out of ``names``, which may be of several words."""
        parts: set[str] = set()
        for name in names:
            words = plain(name).replace("/", " ").split()
            parts.update(word.strip(".,;:()«»\"'") for word in words)
            parts.update(part for word in words for part in word.split("-"))
        parts.discard("")
        self.words = frozenset(parts)
        self.names = frozenset(word for word in parts if word[0].isupper())
        self._lowered = frozenset(word.lower() for word in parts)

    def __contains__(self, word: str) -> bool:
        """Return whether ``word`` is one of them: in capitals, with -s, or as first part, too."""
        words = self.words
        if not words:
            return False
        if word in words or (word.isupper() and word.lower() in self._lowered):
            return True
        bare = word.rstrip("'’")
        if bare in words or (bare[-1:] == "s" and bare[:-1] in words):
            return True
        return word[:1].isupper() and word.islower() is False and self._is_begun(word)

    def _is_begun(self, word: str) -> bool:
        """Return whether a word of a list, in small letters there, begins a sentence here."""
        return word[0].lower() + word[1:] in self.words


def spelling_findings(  # noqa: PLR0913  each is a thing of its own, the last two optional
    passage: Passage,
    tokens: Sequence[Token],
    speller: Speller,
    known: KnownWords,
    *,
    english: Speller | None = None,
    speech: Language | None = None,
) -> Iterator[Finding]:
    """Yield a finding for every word of ``passage`` that is not known, in reading order.

    Shape: ``tokens`` are those of the passage; ``suggestions`` are still to be asked for.
    With ``english``, English words are told from misspelt ones and English phrases are left
    alone. ``speech`` is the language of the messages: that of the text if none is named.
    """
    language = speech or speller.language
    reader = _Reader(tokens, speller, known, english)
    for index, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD:
            continue
        grade = speller.grade(token.text)
        if grade is Grade.KNOWN or grade is Grade.COMPOUND or plain(token.text) in known:
            continue
        rule = reader.rule(index, grade)
        if rule is None:
            continue
        yield Finding(
            rule=rule.id,
            kind=FindingKind.SPELLING,
            severity=rule.severity,
            message=rule.said(token.text, language),
            explanation=rule.explanation[language],
            source=messages.SOURCE[speller.language],
            language=speller.language,
            place=passage.place,
            start=token.start,
            end=token.end,
            text=token.text,
            suggestions=None if len(token.text) <= LONGEST_WORD else (),
        )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Decides what is to be said of the words that are not known."""

    tokens: Sequence[Token]
    speller: Speller
    known: KnownWords
    english: Speller | None

    def rule(self, index: int, grade: Grade) -> SpellingRule | None:
        """Return what is to be said of a word, if anything."""
        word = self.tokens[index].text
        is_name = word[0].isupper() and not word.isupper()
        if grade is Grade.PROBABLE_COMPOUND:
            # Whoever coins a name joins what has not been joined before.
            return None if is_name and not _begins(self.tokens, index) else messages.COMPOUND
        if len(word) <= LONGEST_WORD:
            if is_name and self._is_nearly_name(word):
                return messages.NEARLY_NAME
            if self._is_english(word) and any(map(self._is_foreign, _beside(self.tokens, index))):
                return None
            if self._is_english_alone(word, is_name=is_name):
                return messages.ENGLISH
            if len(word) >= SHORTEST_OTHER and self.speller.is_of_other_form(word):
                return messages.OTHER_FORM
        may_be_name = (
            not _begins(self.tokens, index)
            or any(one[0].isupper() for one in _after(self.tokens, index))
            or not self.speller.is_near_known(word)
        )
        return messages.NAME if is_name and may_be_name else messages.UNKNOWN

    def _is_nearly_name(self, word: str) -> bool:
        """Return whether ``word`` is one slip away from a name of the release."""
        names = self.known.names
        return (
            len(word) >= SHORTEST_NEAR_NAME and bool(names) and bool(near_names(plain(word), names))
        )

    def _is_english(self, word: str) -> bool:
        return (
            self.english is not None and word.isascii() and self.english.grade(word) is Grade.KNOWN
        )

    def _is_foreign(self, word: str) -> bool:
        return self._is_english(word) and self.speller.grade(word) is Grade.UNKNOWN

    def _is_english_alone(self, word: str, *, is_name: bool) -> bool:
        return (
            not is_name
            and len(word) >= SHORTEST_ENGLISH
            and self._is_english(word)
            and not self.speller.is_near_known(word)
        )


def _beside(tokens: Sequence[Token], index: int) -> Iterator[str]:
    """Yield the words next to a word, with nothing but space between."""
    for step in (-1, 1):
        place = index + 2 * step
        if 0 <= place < len(tokens) and tokens[index + step].kind is TokenKind.SPACE:
            neighbour = tokens[place]
            if neighbour.kind is TokenKind.WORD:
                yield neighbour.text


def _after(tokens: Sequence[Token], index: int) -> Iterator[str]:
    """Yield the word right behind a word, if there is one in the same phrase."""
    if index + 2 < len(tokens) and tokens[index + 1].kind is TokenKind.SPACE:
        following = tokens[index + 2]
        if following.kind is TokenKind.WORD:
            yield following.text


def _begins(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a word may have its capital from the place it stands at."""
    for place in range(index - 1, -1, -1):
        token = tokens[place]
        if token.kind is TokenKind.SPACE:
            continue
        if token.kind is not TokenKind.PUNCTUATION:
            return False
        if token.text[0] in _ENDS or token.is_dash:
            return True
    return True
