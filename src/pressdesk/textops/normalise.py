"""The normal form in which two wordings are compared before they are hashed.

The list of differences that do not matter is fixed: it is part of the ledger format (see
ARCHITECTURE.md, "What is hashed"). A change here is a new format version.
"""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width space, non-joiner, joiner, word joiner, byte order mark."""

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015"
"""Hyphens and dashes that people type for a dash; U+2212 minus is not one of them."""

QUOTATION_MARKS = "\"'«»‹›‘’‚‛“”„‟"

_DROP = dict.fromkeys(map(ord, INVISIBLE))
_ONE_QUOTATION_MARK = dict.fromkeys(map(ord, QUOTATION_MARKS), '"')
_WHITE_SPACE = re.compile(r"\s+")
_DASH = rf"(?:--++|[{DASHES}](?!-))"
_OPENING_DASH = re.compile(rf"^{_DASH}(?![0-9]) ?")
_SPACED_DASH = re.compile(rf"(?<= ){_DASH}(?= )")
_DIGIT_GROUPS = re.compile(r"(?<![0-9])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")


def plain_form(text: str) -> str:
    """Return ``text`` in NFC, without invisible characters and with single spaces.

    This is the part of the normal form that also suits people: it keeps dashes, quotation
    marks and digit groups as they were typed.
    """
    visible = unicodedata.normalize("NFC", text.translate(_DROP))
    return _WHITE_SPACE.sub(" ", visible).strip(" ")


def normal_form(paragraph: str) -> str:
    """Return ``paragraph`` as it is hashed; equal forms mean equal wording.

    Idempotent. What is evened out, in this order: invisible characters (dropped), Unicode
    composition (NFC), white space (one space, ends trimmed), quotation marks (one kind),
    an opening dash that no digit follows and dashes between spaces (one kind), the space in
    digit groups (``10 000``) and before ``%``. Everything else counts.
    """
    text = plain_form(paragraph).translate(_ONE_QUOTATION_MARK)
    text = _OPENING_DASH.sub("– ", text)
    text = _SPACED_DASH.sub("–", text)
    text = _DIGIT_GROUPS.sub(lambda group: group.group().replace(" ", ""), text)
    return text.replace(" %", "%").rstrip(" ")
