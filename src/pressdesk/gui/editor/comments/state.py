"""What the tab «Kommentarer» shows, and where comments stand in the words of now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.comments import Audience, Comment, CommentAdded, root_of
from pressdesk.domain.ids import BlockId
from pressdesk.domain.proposals import ProposalPart
from pressdesk.gui.editor.days import spoken_moment
from pressdesk.gui.sheet import LEAD_ID, TITLE_ID
from pressdesk.services.commenting import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.sheet import OutlineItem

WHOLE = ""
"""The piece that comments on the release as a whole stand at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to a comment."""

    author: str
    when: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRow:
    """One comment with its answers, as it is shown.

    ``piece`` is where it stands (``WHOLE``: nowhere in the text); ``span`` its words there, in
    code points of the lines joined by one line break each, None where those words are gone.
    """

    id: str
    piece: str
    place: str
    author: str
    when: str
    audience: str
    anchor: str
    text: str
    replies: tuple[Reply, ...]
    span: tuple[int, int] | None
    is_moved: bool
    settled: str
    """How it was settled; empty while it is open."""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to see to it."""
        return not self.settled


def comment_rows(  # noqa: PLR0913, PLR0917 - what a row is made of
    saying: Saying,
    known: Sequence[Comment],
    content: Content,
    pieces: Sequence[OutlineItem],
    names: Mapping[BlockId, str],
    words: Mapping[BlockId, str],
) -> tuple[CommentRow, ...]:
    """Return the comments in the order of the text, open ones first within a place.

    ``words`` are those of the pieces now; ``names`` what the pieces are called.
    """
    roots = [one for one in known if root_of(one, known).id == one.id]
    order = {piece.id: number for number, piece in enumerate(pieces)}
    rows = [_row(saying, content, one, _replies(saying, one, known), names, words) for one in roots]
    return tuple(sorted(rows, key=lambda row: (not row.is_open, order.get(BlockId(row.piece), -1))))


def _row(  # noqa: PLR0913, PLR0917 - what a row is made of
    saying: Saying,
    content: Content,
    comment: Comment,
    replies: tuple[Reply, ...],
    names: Mapping[BlockId, str],
    words: Mapping[BlockId, str],
) -> CommentRow:
    _ = saying.gettext
    added = comment.added
    piece = piece_of(added.part, added.block)
    text = words.get(piece) if piece else None
    place = names.get(piece, "") if piece and text is not None else ""
    if piece and text is None:
        place = _("A place that is gone")
    span = span_in(text, added.anchor, _start(content, added, text)) if text else None
    return CommentRow(
        id=comment.id,
        piece=piece if piece and text is not None else WHOLE,
        place=place or _("The text as a whole"),
        author=added.author,
        when=spoken_moment(saying, added.made_at or comment.at),
        audience=audience_words(saying, content, comment),
        anchor=added.anchor,
        text=added.text,
        replies=replies,
        span=span,
        is_moved=bool(added.anchor) and span is None,
        settled=_settled(saying, comment),
    )


def _settled(saying: Saying, comment: Comment) -> str:
    if comment.resolved is None:
        return ""
    words = saying.gettext("Settled by {name}: {reason}")
    return words.format(name=comment.resolved.by, reason=comment.resolved.reason)


def _replies(saying: Saying, root: Comment, known: Iterable[Comment]) -> tuple[Reply, ...]:
    known = tuple(known)
    return tuple(
        Reply(
            author=one.added.author,
            when=spoken_moment(saying, one.added.made_at or one.at),
            text=one.added.text,
        )
        for one in known
        if one.id != root.id and root_of(one, known).id == root.id
    )


def audience_words(saying: Saying, content: Content, comment: Comment) -> str:
    """Return who may read a comment."""
    _ = saying.gettext
    added = comment.added
    if added.audience is Audience.ALL:
        return _("for everybody")
    own = content.partner(added.partner)
    if added.audience is Audience.OWN:
        if own is None:
            return _("for the own organisation")
        return _("for {name} only").format(name=own.short)
    reader = content.partner(added.reader)
    names = [one.short for one in (own, reader) if one is not None]
    return _("for {name} only").format(name=" + ".join(names)) if names else _("for one partner")


def piece_of(part: ProposalPart | None, block: BlockId | None) -> BlockId | None:
    """Return the piece of the sheet that a place in the text is; None for the whole."""
    if part is ProposalPart.TITLE:
        return TITLE_ID
    return LEAD_ID if part is ProposalPart.LEAD else block


def _start(content: Content, added: CommentAdded, text: str) -> int:
    """Return where the words stood, counted as the sheet counts."""
    lines = text.split("\n")
    number = added.paragraph
    if added.part is ProposalPart.BOILERPLATE:
        number += 1
    elif added.part is ProposalPart.BLOCK:
        number += len(lines) - len(_paragraphs(content, added.block)) > 0
    return sum(len(line) + 1 for line in lines[:number]) + added.start


def _paragraphs(content: Content, block: BlockId | None) -> tuple[str, ...]:
    found = next((one for one in content.blocks if one.id == block), None)
    return tuple(text.plain for text in found.texts) if found is not None else ()


def span_in(text: str, anchor: str, near: int) -> tuple[int, int] | None:
    """Return where ``anchor`` stands in ``text``, nearest to ``near``; None where it is gone."""
    if not anchor:
        return None
    best: int | None = None
    place = text.find(anchor)
    while place >= 0:
        if best is None or abs(place - near) < abs(best - near):
            best = place
        place = text.find(anchor, place + 1)
    return None if best is None else (best, best + len(anchor))


def spot_of(content: Content, piece: BlockId, start: int, end: int, words: str) -> Spot | None:
    """Return the place of a comment on words of a piece; None where it can stand nowhere.

    Shape: ``words`` are those of the piece, its lines joined by one line break each; a selection
    over several lines is cut at the end of the first.
    """
    part, paragraphs = _place(content, piece)
    if part is None:
        return None
    block = piece if part in (ProposalPart.BLOCK, ProposalPart.BOILERPLATE) else None
    line = words.count("\n", 0, start)
    first = start - (words.rfind("\n", 0, start) + 1)
    chosen = words[start:end].split("\n", 1)[0]
    whole = Spot(part=part, block=block)
    if not chosen.strip():
        return whole
    shift = len(words.split("\n")) - len(paragraphs)
    for number in (line, line - shift):
        fits = 0 <= number < len(paragraphs)
        if fits and paragraphs[number][first : first + len(chosen)] == chosen:
            return Spot(
                part=part,
                block=block,
                paragraph=number,
                start=first,
                end=first + len(chosen),
            )
    return whole


def _place(content: Content, piece: BlockId) -> tuple[ProposalPart | None, tuple[str, ...]]:
    if piece == TITLE_ID:
        return ProposalPart.TITLE, (content.title.plain,)
    if piece == LEAD_ID:
        return ProposalPart.LEAD, tuple(text.plain for text in content.lead)
    for about in content.boilerplates:
        if about.id == piece:
            return ProposalPart.BOILERPLATE, tuple(text.plain for text in about.paragraphs)
    for block in content.blocks:
        if block.id == piece:
            return ProposalPart.BLOCK, tuple(text.plain for text in block.texts)
    return None, ()


def marks_of(rows: Iterable[CommentRow]) -> dict[BlockId, list[tuple[int, int]]]:
    """Return the words that open comments stand at, by piece."""
    marks: dict[BlockId, list[tuple[int, int]]] = {}
    for row in rows:
        if row.is_open and row.span is not None:
            marks.setdefault(BlockId(row.piece), []).append(row.span)
    return marks


def open_count(rows: Iterable[CommentRow]) -> int:
    """Return how many comments somebody has to see to."""
    return sum(row.is_open for row in rows)
