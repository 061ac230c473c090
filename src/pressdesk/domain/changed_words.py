"""What became of approved words: the difference that a person is asked to approve again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.content_json import content_from_json
from pressdesk.domain.hashing import boilerplate_hash, quote_hash
from pressdesk.domain.history import revisions
from pressdesk.textops.diff import Op, diff_words
from pressdesk.textops.normalise import normal_form, plain_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pressdesk.domain.content import Boilerplate, Content, QuoteBlock, Spokesperson
    from pressdesk.domain.ids import BlockId, Digest
    from pressdesk.domain.ledger import Event

LONGEST_SHOWN = 80
"""Characters of a change that are shown; the rest is behind an ellipsis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedWords:
    """A wording as it was approved: its paragraphs, and who was said to say it."""

    paragraphs: tuple[str, ...]
    speaker: Spokesperson | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChange:
    """The first thing that differs from what was approved.

    ``old`` or ``new`` is empty for what was only added or taken out. ``others`` counts further
    differences. ``is_attribution`` says that the speaker's name, title or organisation differs.
    """

    old: str
    new: str
    others: int = 0
    is_attribution: bool = False


def words_with_hash(digest: Digest, contents: Iterable[Content]) -> ApprovedWords | None:
    """Return the words that an approval is tied to, if one of the contents holds them."""
    for content in contents:
        for quote in content.quotes():
            if quote_hash(content, quote) == digest:
                return _of_quote(content, quote)
        for text in content.boilerplates:
            if boilerplate_hash(content, text) == digest:
                return _of_boilerplate(text)
    return None


def words_of(content: Content, block: BlockId) -> ApprovedWords | None:
    """Return the words of a quote or a boilerplate; None for any other block."""
    for quote in content.quotes():
        if quote.id == block:
            return _of_quote(content, quote)
    for text in content.boilerplates:
        if text.id == block:
            return _of_boilerplate(text)
    return None


def kept_contents(events: Iterable[Event], bodies: Mapping[Digest, bytes]) -> Iterator[Content]:
    """Yield the texts of a release's versions, the newest first, each once and read when asked for.

    Raises:
        ValueError: a text is not one.
    """
    saved = [digest for one in revisions(events) for _, digest in one.saved.contents]
    for digest in dict.fromkeys(reversed(saved)):
        if digest in bodies:
            yield content_from_json(json.loads(bodies[digest]))


def change(approved: ApprovedWords, now: ApprovedWords) -> WordChange | None:
    """Return what differs, by what an approval is tied to; None where nothing that counts does."""
    found = [*_word_changes(approved.paragraphs, now.paragraphs), *_attribution(approved, now)]
    if not found:
        return None
    first, is_attribution = found[0]
    old, new = (_short(words) for words in first)
    return WordChange(old=old, new=new, others=len(found) - 1, is_attribution=is_attribution)


def _word_changes(
    old: tuple[str, ...], new: tuple[str, ...]
) -> Iterator[tuple[tuple[str, str], bool]]:
    went = came = ""
    for hunk in (*diff_words(_joined(old), _joined(new)), None):
        if hunk is not None and hunk.op is Op.DELETE:
            went += hunk.text
        elif hunk is not None and hunk.op is Op.INSERT:
            came += hunk.text
        elif went or came:
            if normal_form(went) != normal_form(came):
                yield (went, came), False
            went = came = ""


def _attribution(
    approved: ApprovedWords, now: ApprovedWords
) -> Iterator[tuple[tuple[str, str], bool]]:
    if approved.speaker is None or now.speaker is None:
        return
    pairs = (
        (approved.speaker.name, now.speaker.name),
        (approved.speaker.title or "", now.speaker.title or ""),
        (approved.speaker.organisation or "", now.speaker.organisation or ""),
    )
    for old, new in pairs:
        if normal_form(old) != normal_form(new):
            yield (old, new), True


def _joined(paragraphs: tuple[str, ...]) -> str:
    return "\n".join(form for one in paragraphs if (form := plain_form(one)))


def _short(words: str) -> str:
    shown = plain_form(words)
    return shown if len(shown) <= LONGEST_SHOWN else shown[: LONGEST_SHOWN - 1].rstrip() + "…"


def _of_quote(content: Content, quote: QuoteBlock) -> ApprovedWords:
    paragraphs = tuple(text.plain for text in quote.paragraphs)
    return ApprovedWords(paragraphs=paragraphs, speaker=content.person(quote.speaker))


def _of_boilerplate(text: Boilerplate) -> ApprovedWords:
    return ApprovedWords(paragraphs=tuple(one.plain for one in text.paragraphs), speaker=None)
