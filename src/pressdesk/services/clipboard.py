"""What is pasted, as clean paragraphs: no scripts, no pictures, no web page's leavings."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pressdesk.domain.content import Block, BulletList, Paragraph, Subheading
from pressdesk.domain.errors import PastedTooLong
from pressdesk.domain.ids import BlockId
from pressdesk.domain.recognised import CleanUp, CleanUpKind
from pressdesk.domain.text import Text
from pressdesk.drafting.residue import is_residue
from pressdesk.services.markup import INVISIBLE, Piece, PieceKind, read_markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

LIMIT_MB = 2
_MARKUP_LIMIT_MB = 5
_MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Paragraphs, none empty, and what was left out; line numbers count the paragraphs met."""

    pieces: tuple[Piece, ...]
    removed: tuple[CleanUp, ...] = ()

    @property
    def paragraphs(self) -> tuple[Text, ...]:
        """The words alone."""
        return tuple(piece.text for piece in self.pieces)

    def blocks(self, new_id: Callable[[], str]) -> tuple[Block, ...]:
        """Return the paragraphs, subheadings and lists; none where all are mere paragraphs."""
        if all(piece.kind is PieceKind.PARAGRAPH for piece in self.pieces):
            return ()
        return tuple(_blocks(self.pieces, new_id))


def cleaned(words: str, markup: str | None, name: str) -> Cleaned:
    """Return what the clipboard holds as clean paragraphs.

    ``markup`` is its HTML form, if there is one, also as Word writes it. One that is too large, as
    when pictures lie in it, or that says nothing, gives way to the plain ``words``.

    Raises:
        PastedTooLong: the words alone are more than is read; ``name`` is what to call them.
    """
    if _size(words) > LIMIT_MB * _MB:
        raise PastedTooLong(name=name, limit_mb=LIMIT_MB)
    if markup and markup.strip():
        if _size(markup) > _MARKUP_LIMIT_MB * _MB:
            if not words.strip():
                raise PastedTooLong(name=name, limit_mb=LIMIT_MB)
        else:
            found = _without_residue(*read_markup(markup))
            if found.pieces or _is_hidden_only(found):
                return found
    return _without_residue(map(_line, words.splitlines()), ())


def _is_hidden_only(found: Cleaned) -> bool:
    """Return whether everything was deleted or hidden; the plain form may have it all."""
    return any(one.kind is CleanUpKind.HIDDEN for one in found.removed)


def _blocks(pieces: Sequence[Piece], new_id: Callable[[], str]) -> Iterator[Block]:
    for (kind, _), run in groupby(pieces, key=lambda piece: (piece.kind, piece.within)):
        texts = tuple(piece.text for piece in run)
        if kind is PieceKind.ITEM:
            yield BulletList(id=BlockId(new_id()), items=texts)
            continue
        for text in texts:
            made = Subheading if kind is PieceKind.HEADING else Paragraph
            yield made(id=BlockId(new_id()), text=text)


def _size(words: str) -> int:
    """Return the bytes of ``words``, counted in full only where that can matter."""
    return len(words) if len(words) * 4 <= LIMIT_MB * _MB else len(words.encode(errors="replace"))


def _line(words: str) -> Piece:
    return Piece(text=Text.of(words.translate(INVISIBLE).strip(" \t")))


def _without_residue(found: Iterable[Piece], dropped: Iterable[CleanUp]) -> Cleaned:
    """Return what was found without what web pages leave behind."""
    removed = list(dropped)
    pieces = []
    for number, piece in enumerate(found, start=1):
        words = piece.text.plain
        if not piece.text:
            continue
        if is_residue(words):
            removed.append(CleanUp(kind=CleanUpKind.WEB_RESIDUE, line=number, text=words))
        else:
            pieces.append(piece)
    removed.sort(key=lambda one: one.line)
    return Cleaned(pieces=tuple(pieces), removed=tuple(removed))
