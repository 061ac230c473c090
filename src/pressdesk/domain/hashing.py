"""What an approval is tied to: the words and the attribution, not the typography.

Source: ARCHITECTURE.md, "What is hashed".
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.canonical import canonical_json, sha256
from pressdesk.textops.normalise import normal_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.content import Boilerplate, Content, Language, QuoteBlock, Spokesperson
    from pressdesk.domain.ids import Digest
    from pressdesk.domain.text import Text

VERSION = 1


class HashedKind(StrEnum):
    """The scopes that can be approved on their own."""

    QUOTE = "quote"
    BOILERPLATE = "boilerplate"


def content_hash(
    kind: HashedKind,
    language: Language,
    paragraphs: Sequence[Text],
    speaker: Spokesperson | None = None,
) -> Digest:
    """Return the hash of a wording and who is said to have said it.

    Shape: paragraphs that are empty in normal form do not count; how the others are divided
    does.
    """
    forms = [normal_form(text.plain) for text in paragraphs]
    attribution = (speaker.name, speaker.title, speaker.organisation) if speaker else (None,) * 3
    name, title, organisation = (normal_form(part) if part else None for part in attribution)
    value = {
        "version": VERSION,
        "kind": kind.value,
        "language": language.value,
        "paragraphs": [form for form in forms if form],
        "speaker": {"name": name, "title": title, "organisation": organisation},
    }
    return sha256(canonical_json(value))  # type: ignore[arg-type]  # lists and dicts are invariant


def quote_hash(content: Content, quote: QuoteBlock) -> Digest:
    """Return what an approval of ``quote`` is tied to."""
    speaker = content.person(quote.speaker)
    return content_hash(HashedKind.QUOTE, content.language, quote.paragraphs, speaker)


def boilerplate_hash(content: Content, text: Boilerplate) -> Digest:
    """Return what an approval of a partner's text about itself is tied to."""
    return content_hash(HashedKind.BOILERPLATE, content.language, text.paragraphs)
