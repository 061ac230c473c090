"""Which of our pending changes a reader took, and which not, as far as the words tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.textops.alignment import aligned, numbered
from pressdesk.textops.diff_tokens import diff_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.word.answer_places import SentParagraph
    from pressdesk.word.marked import ChangeKind

_END = "\n"


def answered(paragraphs: Sequence[SentParagraph], base: str) -> str:
    """Return the words of a place with just those of our changes that ``base`` seems to have.

    ``base`` is what came back, without its reader's own marks: what differs from the result was
    changed without a mark. A change of ours that somebody half undid counts for the larger half.
    """
    parts = list(_parts(paragraphs))
    if _can_say(parts, base):
        return base
    sizes = _surviving(parts, base)
    words = "".join(
        words
        for (words, kind), size in zip(parts, sizes, strict=True)
        if kind is None or 2 * size > len(words)
    )
    return _END.join(line for line in words.split(_END) if line.strip())


def _can_say(parts: Sequence[tuple[str, ChangeKind | None]], base: str) -> bool:
    """Return whether the parts say ``base``, each of our changes taken or left."""
    places = {0}
    for words, kind in parts:
        if words == _END:
            places = {_after_end(base, place) for place in places}
            places.discard(-1)
        else:
            found = {place + len(words) for place in places if base.startswith(words, place)}
            places = found if kind is None else places | found
    return len(base) in places


def _after_end(base: str, place: int) -> int:
    """Return where a paragraph ends that has got as far as ``place``, -1 if it does not there."""
    if place == len(base):
        return place
    if base[place] == _END:
        return place + 1
    return place if place == 0 or base[place - 1] == _END else -1


def _parts(paragraphs: Sequence[SentParagraph]) -> Iterator[tuple[str, ChangeKind | None]]:
    """Yield the words of a place, ends of paragraphs among them, with our change of each."""
    for paragraph in paragraphs:
        yield from paragraph.pieces
        yield _END, None  # a line that is left empty is gone with it


def _surviving(parts: Sequence[tuple[str, ChangeKind | None]], base: str) -> list[int]:
    """Return how many characters of each part are found in ``base``."""
    tokens: list[str] = []
    owners: list[int] = []
    for number, (words, _) in enumerate(parts):
        found = diff_tokens(words)
        tokens.extend(found)
        owners.extend([number] * len(found))
    sizes = [len(words) for words, _ in parts]
    for change in aligned(*numbered(tokens, [*diff_tokens(base), _END])):
        for place in range(change.old_start, change.old_end):
            sizes[owners[place]] -= len(tokens[place])
    return sizes
