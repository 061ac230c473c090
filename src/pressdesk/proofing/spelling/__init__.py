"""Spelling in bokmål, nynorsk and English: grades, suggestions, findings; offline."""

from __future__ import annotations

from pressdesk.proofing.spelling.check import KnownWords, spelling_findings
from pressdesk.proofing.spelling.grade import Grade
from pressdesk.proofing.spelling.introductions import introduced, once_each
from pressdesk.proofing.spelling.speller import Speller, Spellers

__all__ = [
    "Grade",
    "KnownWords",
    "Speller",
    "Spellers",
    "introduced",
    "once_each",
    "spelling_findings",
]
