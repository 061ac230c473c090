"""Two changes of one wording put together, exactly or not at all.

A change of one side holds where the other side left what it changes, and the words next to it, as
they were. Two sides that wrote the same thing agree. Anything else is a conflict, kept side by
side: nothing is won by coming last, and no word comes out that no side wrote.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.textops.diff import Edit, edits
from pressdesk.textops.diff_cleaning import Grouping
from pressdesk.textops.diff_tokens import diff_tokens, is_word
from pressdesk.textops.negations import turns_round
from pressdesk.textops.sentences import sentences
from pressdesk.textops.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Origin(StrEnum):
    """Who wrote a piece of a merged text."""

    BASE = "base"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What the three sides say in one place; the pieces of a merge are all of each side.

    In a piece by ``OURS``, ``theirs`` is what ``base`` is, and the other way round; by ``BOTH``
    ours and theirs are one.
    """

    origin: Origin
    base: str
    ours: str
    theirs: str

    @property
    def merged(self) -> str | None:
        """The words that hold here; None in a conflict."""
        if self.origin is Origin.CONFLICT:
            return None
        return self.theirs if self.origin is Origin.THEIRS else self.ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two changed wordings put together, piece by piece, in order."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str | None:
        """The merged text; None where there is a conflict."""
        words = [piece.merged for piece in self.pieces]
        return None if None in words else "".join(word for word in words if word is not None)

    @property
    def conflicts(self) -> tuple[Piece, ...]:
        """The places where a person must choose."""
        return tuple(one for one in self.pieces if one.origin is Origin.CONFLICT)


class Landing(StrEnum):
    """Whether a proposal fits the text as it stands now."""

    FITS = "fits"
    ALREADY = "already"
    CONFLICT = "conflict"


class Proposed(NamedTuple):
    """One change of a wording, and where it would go in the text as it stands now.

    Shape: ``start`` and ``end`` are code points of the base, where ``old`` stands; ``now_start``
    and ``now_end`` are code points of the current text. Where the change fits, ``old`` stands
    there; where it has been made already, ``new`` does; in a conflict it is what has become of the
    place and ``instead`` is what the other side says of all that, to be taken by choice only.
    """

    start: int
    end: int
    old: str
    new: str
    landing: Landing
    now_start: int
    now_end: int
    instead: str


def merge(base: str, ours: str, theirs: str) -> Merge:
    """Return both changes of ``base`` put together.

    The other way round the pieces are the same, ours and theirs changed about.
    """
    words = _Words(base)
    mine, other = _Side(base, ours, words), _Side(base, theirs, words)
    pieces: list[Piece] = []
    here = 0
    for start, end in _clusters(mine, other, words):
        if here < start:
            pieces.append(_unchanged(base[here:start]))
        pieces.append(_piece(base[start:end], mine.slice(start, end), other.slice(start, end)))
        here = end
    if here < len(base):
        pieces.append(_unchanged(base[here:]))
    return Merge(pieces=tuple(pieces))


def proposed(base: str, theirs: str, current: str) -> tuple[Proposed, ...]:
    """Return the changes that ``theirs`` makes to ``base``, each by itself, in order.

    What they are depends on ``base`` and ``theirs`` alone; ``current`` decides where they land.
    """
    words = _Words(base)
    now = _Side(base, current, words)
    answer = _Side(base, theirs, words, Grouping.PHRASES)
    return tuple(_landed(span, answer, now, words) for span in answer.spans)


def landed(
    base: str, current: str, changes: Sequence[tuple[int, int, str]]
) -> tuple[Proposed, ...]:
    """Return where changes that are known already would go, each by itself.

    Shape: each is a start and an end in ``base``, half open, and what comes there; in order, not
    overlapping, at least one sign of the base between any two.
    """
    words = _Words(base)
    now = _Side(base, current, words)
    text, found, here = "", [], 0
    for start, end, new in changes:
        text += base[here:start]
        found.append(Edit(start, end, len(text), len(text) + len(new)))
        text += new
        here = end
    answer = _Side(base, text + base[here:], words, known=tuple(found))
    return tuple(_landed(span, answer, now, words) for span in answer.spans)


class _Words:
    """Where the words and the sentences of the base stand."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._starts: list[int] = []
        self._ends: list[int] = []
        here = 0
        for token in diff_tokens(base):
            if is_word(token):
                self._starts.append(here)
                self._ends.append(here + len(token))
            here += len(token)

    def are_apart(self, first_end: int, second_start: int) -> bool:
        """Return whether a whole word stands between two places."""
        if first_end >= second_start:
            return False
        return bisect_right(self._ends, second_start) > bisect_left(self._starts, first_end)

    def sentences_of(self, start: int, end: int) -> tuple[int, int]:
        """Return from where to where the sentences run that a stretch is in."""
        starts, ends = self._sentences
        first = max(0, bisect_right(starts, start) - 1)
        last = min(len(ends) - 1, bisect_left(ends, end))
        if not starts:
            return start, end
        return min(start, starts[first]), max(end, ends[last])

    @cached_property
    def _sentences(self) -> tuple[list[int], list[int]]:
        cut = tokens(self.base)
        found = sentences(cut)
        return [cut[one.start].start for one in found], [cut[one.end - 1].end for one in found]


class _Span(NamedTuple):
    """What a change touches in the base: wider than itself where it could stand elsewhere too."""

    start: int
    end: int
    edit: Edit


class _Side:
    """One changed wording against the base."""

    def __init__(
        self,
        base: str,
        text: str,
        words: _Words,
        grouping: Grouping = Grouping.SPACES,
        known: tuple[Edit, ...] | None = None,
    ) -> None:
        self.text = text
        found = edits(base, text, grouping=grouping) if known is None else known
        self.spans = tuple(_widened(found, text, words))
        self.said = {(one.old_start, one.old_end, self._new(one)): one for one in found}
        self._old_ends = [one.old_end for one in found]
        self._edits = found
        self._furthest = list(accumulate((one.end for one in self.spans), max))
        nearest = list(accumulate((one.start for one in reversed(self.spans)), min))
        self._nearest = nearest[::-1]

    def _new(self, edit: Edit) -> str:
        return self.text[edit.new_start : edit.new_end]

    def place(self, place: int, *, is_end: bool) -> int:
        """Return where a place of the base, inside no change, has come to.

        At an insertion it is before the new words, or behind them where ``is_end`` says so.
        """
        number = bisect_left(self._old_ends, place)
        if number < len(self._edits):
            edit = self._edits[number]
            is_before = edit.old_end == place and (is_end or edit.old_start < place)
            number += is_before
        if not number:
            return place
        last = self._edits[number - 1]
        return place + last.new_end - last.old_end

    def slice(self, start: int, end: int) -> str:
        """Return what this side says where ``base[start:end]`` stood."""
        return self.text[self.place(start, is_end=False) : self.place(end, is_end=True)]

    def touching(self, span: _Span, words: _Words) -> tuple[_Span, ...]:
        """Return the changes without a word between them and ``span``, and all between these."""
        first = bisect_left(
            self._furthest, True, key=lambda end: not words.are_apart(end, span.start)
        )
        last = bisect_left(self._nearest, True, key=lambda start: words.are_apart(span.end, start))
        return self.spans[first:last]


def _widened(found: Sequence[Edit], text: str, words: _Words) -> Iterator[_Span]:
    """Yield what each change touches.

    An insertion or deletion that repeats its surroundings could stand there as well; one that
    turns its sentence round touches all of it.
    """
    base = words.base
    for number, edit in enumerate(found):
        low = found[number - 1].old_end if number else 0
        high = found[number + 1].old_start if number + 1 < len(found) else len(base)
        earlier, later = _room(edit, base, text, low, high)
        start, end = edit.old_start - earlier, edit.old_end + later
        old, new = base[edit.old_start : edit.old_end], text[edit.new_start : edit.new_end]
        if turns_round(old, new):
            start, end = words.sentences_of(start, end)
        yield _Span(start, end, edit)


def _room(edit: Edit, base: str, text: str, low: int, high: int) -> tuple[int, int]:
    """Return how far a pure insertion or deletion can be shifted and say the same."""
    if edit.old_start == edit.old_end:
        side, start, end = text, edit.new_start, edit.new_end
    elif edit.new_start == edit.new_end:
        side, start, end = base, edit.old_start, edit.old_end
    else:
        return 0, 0
    earlier = later = 0
    while edit.old_start - earlier > low and side[start - earlier - 1] == side[end - earlier - 1]:
        earlier += 1
    while edit.old_end + later < high and side[start + later] == side[end + later]:
        later += 1
    return earlier, later


class _Cluster:
    """Changes that must be seen together; ``reach`` is how far each side's touch the base.

    ``furthest`` is the reach of each side in all clusters up to this one.
    """

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.furthest = {Origin.OURS: -1, Origin.THEIRS: -1}


_OPPOSITE = {Origin.OURS: Origin.THEIRS, Origin.THEIRS: Origin.OURS}


def _clusters(ours: _Side, theirs: _Side, words: _Words) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the base that were changed, in order.

    Changes of different sides without a word between them are in one stretch; a change that both
    sides made is nobody's neighbour.
    """
    both = ours.said.keys() & theirs.said.keys()
    changes: list[tuple[_Span, Origin]] = []
    for side, origin in ((ours, Origin.OURS), (theirs, Origin.THEIRS)):
        for span, key in zip(side.spans, side.said, strict=True):
            if key not in both:
                changes.append((span, origin))
            elif origin is Origin.OURS:
                changes.append((span, Origin.BOTH))
    changes.sort(key=lambda one: (one[0].edit.old_start, one[0].edit.old_end))
    found: list[_Cluster] = []
    for span, origin in changes:
        _add(found, span, origin, words)
    return ((one.start, one.end) for one in found)


def _add(found: list[_Cluster], span: _Span, origin: Origin, words: _Words) -> None:
    first = len(found)
    opposite = _OPPOSITE.get(origin)
    while opposite and first and found[first - 1].furthest[opposite] >= 0:
        if words.are_apart(found[first - 1].furthest[opposite], span.start):
            break
        first -= 1
    joined = _Cluster(span.edit.old_start, span.edit.old_end)
    for one in found[first:]:
        joined.start = min(joined.start, one.start)
        joined.end = max(joined.end, one.end)
    if found:
        joined.furthest = dict(found[-1].furthest)
    if origin in joined.furthest:
        joined.furthest[origin] = max(joined.furthest[origin], span.end)
    found[first:] = [joined]


def _unchanged(words: str) -> Piece:
    return Piece(origin=Origin.BASE, base=words, ours=words, theirs=words)


def _piece(base: str, ours: str, theirs: str) -> Piece:
    if ours == theirs:
        origin = Origin.BOTH
    elif theirs == base:
        origin = Origin.OURS
    elif ours == base:
        origin = Origin.THEIRS
    else:
        origin = Origin.CONFLICT
    return Piece(origin=origin, base=base, ours=ours, theirs=theirs)


def _landed(span: _Span, answer: _Side, now: _Side, words: _Words) -> Proposed:
    edit = span.edit
    start, end = edit.old_start, edit.old_end
    new = answer.text[edit.new_start : edit.new_end]
    landing, instead = Landing.FITS, new
    if (start, end, new) in now.said:
        landing = Landing.ALREADY
    elif touched := now.touching(span, words):
        start = min(start, touched[0].edit.old_start)
        end = max(end, touched[-1].edit.old_end)
        instead = words.base[start : edit.old_start] + new + words.base[edit.old_end : end]
        landing = Landing.ALREADY if now.slice(start, end) == instead else Landing.CONFLICT
    return Proposed(
        start=edit.old_start,
        end=edit.old_end,
        old=words.base[edit.old_start : edit.old_end],
        new=new,
        landing=landing,
        now_start=now.place(start, is_end=False),
        now_end=now.place(end, is_end=True),
        instead=instead,
    )
