"""Where every quote of a release stands, kept up while one types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.domain.approvals import ApprovalBook, ApprovalState, Standing
from pressdesk.domain.changed_words import ApprovedWords, words_of, words_with_hash
from pressdesk.domain.content_json import content_from_json
from pressdesk.domain.history import revisions
from pressdesk.textops.diff import Hunk, diff_words
from pressdesk.textops.normalise import plain_form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressdesk.domain.content import Content, Language, QuoteBlock, Spokesperson
    from pressdesk.domain.ids import BlockId, Digest
    from pressdesk.domain.ledger import Event
    from pressdesk.services.stored import StoredRelease


class _Known(NamedTuple):
    """What a quote's state was told for; another one is asked about when any of it changes."""

    quote: QuoteBlock
    speaker: Spokesperson | None
    language: Language


class Difference(NamedTuple):
    """What became of approved words: of the quote, and of how its speaker is called."""

    words: tuple[Hunk, ...]
    speaker: tuple[str, str]
    """As it was and as it is; the same where nothing differs."""


class Standings:
    """Judges quotes by one ledger; only those that changed are judged anew."""

    def __init__(self) -> None:
        self._book = ApprovalBook()
        self._events: Sequence[Event] = ()
        self._texts: Mapping[Digest, bytes] = {}
        self._known: dict[BlockId, tuple[_Known, Standing]] = {}
        self._approved: dict[Digest, ApprovedWords | None] = {}
        self.is_begun = False
        """Whether anything was ever asked or answered: before that nobody waits for anybody."""

    def begin(self, release: StoredRelease) -> None:
        """Judge by the ledger of a release, as it is now."""
        self._events, self._texts = release.events, release.contents
        self._book = ApprovalBook.of(release.events)
        self._known.clear()
        self._approved.clear()
        said = ("RoundOpened", "ApprovalGiven", "ApprovalWithdrawn")
        self.is_begun = any(event.header.kind.value in said for event in release.events)

    def of(self, content: Content) -> dict[BlockId, Standing]:
        """Return where each quote stands, in reading order."""
        found: dict[BlockId, Standing] = {}
        for quote in content.quotes():
            known = _Known(quote, content.person(quote.speaker), content.language)
            kept = self._known.get(quote.id)
            if kept is None or kept[0] != known:
                standing = self._book.standing(content, quote.id)
                if standing is None:
                    continue
                kept = self._known[quote.id] = (known, standing)
            found[quote.id] = kept[1]
        return found

    def approved(self, content: Content) -> frozenset[BlockId]:
        """Return the quotes whose words somebody approved exactly as they stand.

        Safe on any thread: nothing is kept of it.
        """
        book = self._book
        return frozenset(quote.id for quote in content.quotes() if book.active(content, quote.id))

    def may_approve(self, speaker: str, by: str) -> bool:
        """Return whether an answer by ``by`` counts for ``speaker``."""
        return self._book.may_approve(speaker, by)

    def difference(self, content: Content, block: BlockId, standing: Standing) -> Difference | None:
        """Return what became of the approved words; None where nobody approved any."""
        if standing.state is not ApprovalState.STALE or standing.given is None:
            return None
        before = self._approved_words(standing.given.content_hash)
        now = words_of(content, block)
        if before is None or now is None:
            return None
        return Difference(
            words=diff_words(_joined(before), _joined(now)),
            speaker=(_named(before.speaker), _named(now.speaker)),
        )

    def _approved_words(self, digest: Digest) -> ApprovedWords | None:
        """Return the words with that hash, from the last version that held them."""
        if digest not in self._approved:
            found = None
            seen: set[Digest] = set()
            for revision in reversed(revisions(self._events)):
                for _, body in revision.saved.contents:
                    if found is None and body not in seen and body in self._texts:
                        seen.add(body)
                        content = content_from_json(json.loads(self._texts[body]))
                        found = words_with_hash(digest, (content,))
                if found is not None:
                    break
            self._approved[digest] = found
        return self._approved[digest]


def _joined(words: ApprovedWords) -> str:
    return "\n".join(form for one in words.paragraphs if (form := plain_form(one)))


def _named(speaker: Spokesperson | None) -> str:
    if speaker is None:
        return ""
    parts = (speaker.name, speaker.title, speaker.organisation)
    return ", ".join(part for part in parts if part)
