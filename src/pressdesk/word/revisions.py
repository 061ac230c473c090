"""Tracked changes as people speak of them: who put in, took out, moved or reformatted what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from pressdesk.word.marked import ChangeKind, Revision, RevisionKind
from pressdesk.word.views import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from pressdesk.word.marked import Change, Changes, MarkedParagraph

_PARAGRAPH_END = "\n"
_MOVES = (ChangeKind.MOVE_FROM, ChangeKind.MOVE_TO)
_KINDS = {
    ChangeKind.INSERT: RevisionKind.INSERT,
    ChangeKind.DELETE: RevisionKind.DELETE,
    ChangeKind.MOVE_FROM: RevisionKind.MOVE,
    ChangeKind.MOVE_TO: RevisionKind.MOVE,
    ChangeKind.FORMAT: RevisionKind.FORMAT,
}
_Key: TypeAlias = "tuple[ChangeKind, str | None, datetime | None, str | None]"


@dataclass(slots=True)
class _Stretch:
    """Neighbouring words with marks of one key."""

    key: _Key
    words: list[str] = field(default_factory=list)
    changes: dict[int, Change] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Its words; the end of the last paragraph counts only if there is nothing else."""
        words = "".join(self.words)
        return words.removesuffix(_PARAGRAPH_END) or words


def revisions_in(paragraphs: Iterable[MarkedParagraph]) -> tuple[Revision, ...]:
    """Return what was done, in the order of the document; both ends of a move are one."""
    collected = _Collector()
    for paragraph in paragraphs:
        collected.take(paragraph)
    return tuple(_revisions(collected.stretches))


class _Collector:
    """Follows the marks through the document and joins neighbours."""

    __slots__ = ("_beside", "_open", "stretches")

    def __init__(self) -> None:
        self.stretches: list[_Stretch] = []
        self._open: dict[_Key, _Stretch] = {}
        self._beside: dict[_Key, _Stretch] = {}

    def take(self, paragraph: MarkedParagraph) -> None:
        """Add the changes of one paragraph."""
        self._beside = self._stretches(_with_authors(paragraph.beside), self._beside)
        for span in paragraph.spans:
            changes = span.changes
            if span.reformatted is not None:
                changes = (*changes, span.reformatted)
            self._add(changes, span.text.replace(LINE_BREAK, " "))
        if paragraph.reformatted:
            reformatted = self._stretches(paragraph.reformatted, {})
            for one in reformatted.values():
                one.words.extend(span.text.replace(LINE_BREAK, " ") for span in paragraph.spans)
        self._add((*paragraph.within, *paragraph.mark), _PARAGRAPH_END)

    def _add(self, changes: Changes, words: str) -> None:
        """Let the stretches of ``changes`` go on over ``words``, and all others end."""
        if not changes:
            self._open = {}
            return
        self._open = self._stretches(changes, self._open)
        for one in self._open.values():
            one.words.append(words)

    def _stretches(self, changes: Changes, known: dict[_Key, _Stretch]) -> dict[_Key, _Stretch]:
        found: dict[_Key, _Stretch] = {}
        for change in changes:
            key = (change.kind, change.author, change.date, change.move)
            if key not in found:
                stretch = known.get(key)
                if stretch is None:
                    stretch = _Stretch(key)
                    self.stretches.append(stretch)
                found[key] = stretch
            found[key].changes[change.number] = change
        return found


def _with_authors(beside: Changes) -> Changes:
    """Return the changes but those that tell no author, if others do: they come along with them."""
    return tuple(one for one in beside if one.author is not None) or beside


def _revisions(stretches: Sequence[_Stretch]) -> Iterator[Revision]:
    partners = _moved_together(stretches)
    for place, stretch in enumerate(stretches):
        together = partners.get(place, [stretch])
        if together[0] is not stretch:
            continue
        arrived = [one for one in together if one.key[0] is ChangeKind.MOVE_TO]
        text = _PARAGRAPH_END.join(one.text for one in arrived or together)
        kind, author, date, _ = stretch.key
        changes = tuple(change for one in together for change in one.changes.values())
        yield Revision(kind=_KINDS[kind], author=author, date=date, text=text, changes=changes)


def _moved_together(stretches: Sequence[_Stretch]) -> dict[int, list[_Stretch]]:
    """Return, for the place of every end of a move, all its ends: by name, else by its words."""
    groups: dict[tuple[str | None, ...], list[int]] = {}
    ends = {ChangeKind.MOVE_FROM: set[str](), ChangeKind.MOVE_TO: set[str]()}
    moves = [(place, one) for place, one in enumerate(stretches) if one.key[0] in _MOVES]
    for _, one in moves:
        if one.key[3] is not None:
            ends[one.key[0]].add(one.key[3])
    paired = ends[ChangeKind.MOVE_FROM] & ends[ChangeKind.MOVE_TO]
    for place, one in moves:
        name = one.key[3]
        by_name = name is not None and name in paired
        key = (name,) if by_name else (one.text.strip(), one.key[1])
        groups.setdefault(key, []).append(place)
    return {
        place: [stretches[other] for other in places]
        for places in groups.values()
        for place in places
    }


def with_marks(paragraphs: Sequence[MarkedParagraph]) -> Iterator[str]:
    """Yield the paragraphs of the file with ``[-what goes-]`` and ``{+what comes+}``.

    A paragraph's end that comes or goes is ``¶`` in them. What was moved goes in one place and
    comes in another; looks are not shown.
    """
    for paragraph in paragraphs:
        pieces = [(span.changes, span.text.replace(LINE_BREAK, " ")) for span in paragraph.spans]
        if paragraph.mark or paragraph.within:
            pieces.append(((*paragraph.within, *paragraph.mark), "¶"))
        yield "".join(_marked(pieces))


def _marked(pieces: Iterable[tuple[Changes, str]]) -> Iterator[str]:
    state = ("", "")
    for changes, words in pieces:
        if words:
            new = _signs(changes)
            if new != state:
                yield state[1] + new[0]
                state = new
            yield words
    yield state[1]


def _signs(changes: Changes) -> tuple[str, str]:
    if not changes:
        return "", ""
    return ("{+", "+}") if all(change.is_coming for change in changes) else ("[-", "-]")
