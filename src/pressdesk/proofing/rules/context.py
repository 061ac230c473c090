"""A passage as rules see it: cut once, looked at by many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.content import Profile
from pressdesk.domain.manuscript import Role
from pressdesk.textops.sentences import sentences
from pressdesk.textops.tokens import TokenKind, tokens, word_count

if TYPE_CHECKING:
    from pressdesk.domain.content import Language
    from pressdesk.proofing.lexicon.reading import Reading
    from pressdesk.textops.tokens import Token


class Readings(Protocol):
    """What words can be; the lexicon, or nothing where there is none."""

    def readings(self, form: str, language: Language) -> tuple[Reading, ...]:
        """Return the readings of ``form``, none if it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a passage stands. ``names`` are the known names that stand in its text."""

    language: Language
    role: Role = Role.BODY
    profile: Profile = Profile.SPRAKRADET
    names: frozenset[str] = frozenset()


class Context:
    """A passage with its tokens, sentences and word classes.

    Shape: ``words`` are the tokens without spaces; rules count in these. ``sentences`` are
    ranges of ``words``. ``positions`` gives the indices of each form, in lower case.
    """

    def __init__(self, text: str, setting: Setting, lexicon: Readings) -> None:
        self.text = text
        self.language = setting.language
        self.role = setting.role
        self.profile = setting.profile
        self.names = setting.names
        self.lexicon = lexicon

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, spaces too."""
        return tokens(self.text)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens without spaces."""
        return tuple(token for token in self.tokens if token.kind is not TokenKind.SPACE)

    @cached_property
    def word_count(self) -> int:
        """How many words and numbers there are."""
        return word_count(self.words)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(token.text.lower() for token in self.words)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each form stands."""
        found: dict[str, list[int]] = {}
        for index, form in enumerate(self.lower):
            found.setdefault(form, []).append(index)
        return found

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The sentences as ranges of indices of ``words``."""
        cut = self.tokens
        number: list[int] = []  # of a token → how many words stand before it
        count = 0
        for token in cut:
            number.append(count)
            count += token.kind is not TokenKind.SPACE
        number.append(count)
        return tuple(range(number[one.start], number[one.end]) for one in sentences(cut))

    @cached_property
    def sentence_of(self) -> tuple[range, ...]:
        """The sentence of each word."""
        return tuple(sentence for sentence in self.sentences for _ in sentence)

    @cached_property
    def _readings(self) -> dict[str, tuple[Reading, ...]]:
        return {}

    def readings(self, index: int) -> tuple[Reading, ...]:
        """Return what the word at ``index`` can be; none for signs, numbers and addresses."""
        token = self.words[index]
        if not token.is_word:
            return ()
        found = self._readings.get(token.text)
        if found is None:
            found = self.lexicon.readings(token.text, self.language)
            self._readings[token.text] = found
        return found

    def is_sentence_start(self, index: int) -> bool:
        """Return whether the word at ``index`` is the first of its sentence, signs aside."""
        start = self.sentence_of[index].start
        while start < index and self.words[start].kind is TokenKind.PUNCTUATION:
            start += 1
        return start == index

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the code points from the word ``first`` to the word ``last``, it included."""
        return self.words[first].start, self.words[last].end

    def is_address(self, start: int, end: int) -> bool:
        """Return whether a machine's address covers some of these code points."""
        return any(start < stop and begin < end for begin, stop in self._addresses)

    @cached_property
    def _addresses(self) -> tuple[tuple[int, int], ...]:
        return tuple(
            (token.start, token.end) for token in self.tokens if token.kind is TokenKind.ADDRESS
        )
