"""Words with their classes and inflection, in bokmål and nynorsk."""

from __future__ import annotations

from pressdesk.proofing.lexicon.lexicon import Lexicon
from pressdesk.proofing.lexicon.reading import (
    AdjectiveForm,
    Gender,
    Number,
    Reading,
    VerbForm,
    WordClass,
)

__all__ = ["AdjectiveForm", "Gender", "Lexicon", "Number", "Reading", "VerbForm", "WordClass"]
