"""From what LanguageTool says to findings: kinds, severities, and places in code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from pressdesk.domain.finding import Finding, FindingKind, Severity

if TYPE_CHECKING:
    from pressdesk.domain.content import Language
    from pressdesk.domain.manuscript import Passage
    from pressdesk.proofing.grammar.languagetool import Remark

SOURCE = "LanguageTool"
_RULE = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_SPELLER = re.compile(r"MORFOLOGIK_RULE|HUNSPELL|\w*SPELL(?:ER|ING)_RULE|SYMSPELL")
"""Rules that look words up, as opposed to those that know a misspelling in its context."""

_KINDS = {
    "TYPOS": FindingKind.SPELLING,
    "CASING": FindingKind.SPELLING,
    "COMPOUNDING": FindingKind.SPELLING,
    "PUNCTUATION": FindingKind.PUNCTUATION,
    "TYPOGRAPHY": FindingKind.TYPOGRAPHY,
    "STYLE": FindingKind.STYLE,
    "REDUNDANCY": FindingKind.STYLE,
    "PLAIN_ENGLISH": FindingKind.STYLE,
    "REPETITIONS_STYLE": FindingKind.STYLE,
    "GENDER_NEUTRALITY": FindingKind.STYLE,
    "CREATIVE_WRITING": FindingKind.STYLE,
    "WIKIPEDIA": FindingKind.STYLE,
    "REGIONALISMS": FindingKind.STYLE,
    "BRITISH_ENGLISH": FindingKind.STYLE,
    "AMERICAN_ENGLISH_STYLE": FindingKind.STYLE,
    "COLLOQUIALISMS": FindingKind.STYLE,
}
"""By category; the others are grammar: GRAMMAR, CONFUSED_WORDS, COLLOCATIONS, SEMANTICS, …"""

_ISSUES = {
    "style": FindingKind.STYLE,
    "register": FindingKind.STYLE,
    "locale-violation": FindingKind.STYLE,
    "typographical": FindingKind.TYPOGRAPHY,
    "whitespace": FindingKind.TYPOGRAPHY,
    "misspelling": FindingKind.SPELLING,
}
"""By type, where the category says nothing."""


def finding_of(remark: Remark, passage: Passage, language: Language) -> Finding | None:
    """Return what ``remark`` says about ``passage``, None where it marks no words of it.

    Nothing is an error: these rules are not ours, and nobody here has counted their alarms.
    """
    span = code_points(passage.text, remark.start, remark.length)
    if span is None:
        return None
    start, end = span
    kind = _KINDS.get(remark.category) or _ISSUES.get(remark.issue, FindingKind.GRAMMAR)
    named = _RULE.fullmatch(remark.rule)
    return Finding(
        rule=f"lt.{remark.rule}" if named else "lt.other",
        kind=kind,
        severity=Severity.ADVICE if kind is FindingKind.STYLE else Severity.WARNING,
        message=remark.message,
        explanation="",
        source=SOURCE,
        language=language,
        place=passage.place,
        start=start,
        end=end,
        text=passage.text[start:end],
        suggestions=remark.replacements,
    )


def is_of_speller(remark: Remark) -> bool:
    """Return whether a dictionary did not know the word, and nothing else."""
    return _SPELLER.match(remark.rule) is not None


def code_points(text: str, start: int, length: int) -> tuple[int, int] | None:
    """Return the range of ``text`` that UTF-16 units stand for; None if it is none, or empty."""
    end = start + length
    if start < 0 or length <= 0:
        return None
    if not text.isascii() and any(sign > "\uffff" for sign in text):
        starts = _unit_starts(text)
        if end > starts[-1]:
            return None
        # Half of a pair belongs to the whole sign.
        return bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
    return (start, end) if end <= len(text) else None


def _unit_starts(text: str) -> list[int]:
    """Return for each code point, and the end, how many UTF-16 units stand before it."""
    starts = [0]
    for sign in text:
        starts.append(starts[-1] + (2 if sign > "\uffff" else 1))
    return starts
