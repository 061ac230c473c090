"""What people said about findings: words that are right, and findings they set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.content_json import instant_from_json, instant_to_json
from pressdesk.domain.fields import Fields
from pressdesk.domain.ids import BlockId

if TYPE_CHECKING:
    from datetime import datetime

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.finding import Finding

LONGEST_WORD = 100
LONGEST_REASON = 500
MOST_WORDS = 5_000
MOST_IGNORED = 5_000
_LONGEST_TEXT = 2_000
_NO_WORD = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def is_word(text: str) -> bool:
    """Return whether ``text`` can stand in a word list: something, short, and in one piece."""
    return 0 < len(text) <= LONGEST_WORD and not _NO_WORD.search(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A finding that somebody set aside, with the reason.

    It speaks of a rule and the words that the rule marked, so that it holds as long as these
    words stand there. ``block`` None means wherever they stand: title, lead, or the whole.
    Units: ``at`` is an aware UTC instant.
    """

    rule: str
    text: str
    block: BlockId | None
    reason: str
    by: str
    at: datetime

    def __post_init__(self) -> None:
        if not self.rule or self.at.tzinfo is None:
            raise ValueError("a finding is set aside by its rule, at an aware instant")
        if len(self.text) > _LONGEST_TEXT or len(self.reason) > LONGEST_REASON:
            raise ValueError("what is set aside is short")
        f"{self.rule}{self.text}{self.block}{self.reason}{self.by}".encode()  # or ValueError

    @classmethod
    def of(cls, finding: Finding, *, reason: str, by: str, at: datetime) -> Ignored:
        """Return the note that sets ``finding`` aside where it stands."""
        return cls(
            rule=finding.rule,
            text=finding.text[:_LONGEST_TEXT],
            block=finding.place.block if finding.place else None,
            reason=" ".join(reason.split())[:LONGEST_REASON],
            by=by,
            at=at,
        )

    def covers(self, finding: Finding) -> bool:
        """Return whether ``finding`` is what was set aside."""
        block = finding.place.block if finding.place else None
        return (
            self.rule == finding.rule
            and self.text == finding.text[:_LONGEST_TEXT]
            and self.block in (None, block)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofingNotes:
    """A release's own words, and its findings that were set aside, oldest first."""

    words: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.words)) != len(self.words) or not all(map(is_word, self.words)):
            raise ValueError("a word list holds single words, each once")

    def ignores(self, finding: Finding) -> bool:
        """Return whether somebody set ``finding`` aside."""
        return any(one.covers(finding) for one in self.ignored)

    def with_word(self, word: str) -> ProofingNotes:
        """Return the notes with one more word."""
        return self if word in self.words else replace(self, words=(*self.words, word))

    def without_word(self, word: str) -> ProofingNotes:
        """Return the notes without a word."""
        return replace(self, words=tuple(one for one in self.words if one != word))

    def with_ignored(self, ignored: Ignored) -> ProofingNotes:
        """Return the notes with one more finding set aside; the last reason for it counts."""
        others = tuple(one for one in self.ignored if _aim(one) != _aim(ignored))
        return replace(self, ignored=(*others, ignored))

    def without_ignored(self, ignored: Ignored) -> ProofingNotes:
        """Return the notes in which that finding is shown again."""
        others = tuple(one for one in self.ignored if _aim(one) != _aim(ignored))
        return replace(self, ignored=others)

    def joined(self, later: ProofingNotes) -> ProofingNotes:
        """Return these notes and those of another copy; of the same finding the later counts.

        Shape: what would be too much is left out, the oldest first.
        """
        words = tuple(dict.fromkeys((*self.words, *later.words)))
        ignored = {_aim(one): one for one in (*self.ignored, *later.ignored)}
        return ProofingNotes(
            words=words[-MOST_WORDS:], ignored=tuple(ignored.values())[-MOST_IGNORED:]
        )

    def to_json(self) -> dict[str, Json]:
        """Return the notes as JSON values."""
        return {
            "words": list(self.words),
            "ignored": [
                {
                    "rule": one.rule,
                    "text": one.text,
                    "block": one.block,
                    "reason": one.reason,
                    "by": one.by,
                    "at": instant_to_json(one.at),
                }
                for one in self.ignored
            ],
        }

    @classmethod
    def from_json(cls, value: Json) -> ProofingNotes:
        """Return the notes that ``value`` holds; ValueError for another shape."""
        fields = Fields(value)
        notes = cls(
            words=fields.each("words", _word_from_json),
            ignored=fields.each("ignored", _ignored_from_json),
        )
        fields.end()
        if len(notes.words) > MOST_WORDS or len(notes.ignored) > MOST_IGNORED:
            raise ValueError("more notes than a release has")
        return notes


def _aim(ignored: Ignored) -> tuple[str, str, BlockId | None]:
    return ignored.rule, ignored.text, ignored.block


def _word_from_json(value: Json) -> str:
    if not isinstance(value, str):
        raise ValueError("a word is a string")
    return value


def _ignored_from_json(value: Json) -> Ignored:
    fields = Fields(value)
    block = fields.optional_string("block")
    ignored = Ignored(
        rule=fields.string("rule"),
        text=fields.string("text"),
        block=BlockId(block) if block is not None else None,
        reason=fields.string("reason"),
        by=fields.string("by"),
        at=instant_from_json(fields.string("at")),
    )
    fields.end()
    return ignored
