"""Reading what people bring: text in any common encoding, Word files, and saved web pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.canonical import sha256
from pressdesk.domain.errors import (
    EncodingUnclear,
    SourceEmpty,
    SourceMissing,
    SourceNotText,
    SourceTooLarge,
    UnknownSource,
)
from pressdesk.drafting.recognition import recognise_paragraphs, recognise_text
from pressdesk.drafting.source import OwnStyle, SourceParagraph
from pressdesk.services.markup import Piece, PieceKind, read_markup
from pressdesk.word.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.domain.content import Language
    from pressdesk.domain.ids import Digest
    from pressdesk.domain.recognised import CleanUp, Recognised
    from pressdesk.word.document import WordParagraph

TEXT_LIMIT_MB = 2
"""A thousand times a long release; reading more than that helps nobody."""
_MB = 1_000_000
_WORD_LIMIT_MB = 20

_ZIP = b"PK\x03\x04"
_DATABASE = b"SQLite format 3\0"
_OLE = b"\xd0\xcf\x11\xe0"
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTI_BYTE_UTF_8 = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_NORWEGIAN_TYPOGRAPHY = frozenset(
    "æøåÆØÅéèêëóòôöäáàâüúíïñçßðþÉÈÊËÓÒÔÖÄÁÀÂÜÚÍÏÑÇÐÞšžŠŽ«»–—‘’‚“”„…•·§°²³½¼¾®©™€£´¨×±µ\u00a0\u00ad"
)
_WEB_SUFFIXES = (".html", ".htm")
_HTML = re.compile(r"\s*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceBytes:
    """A file as it was brought: its name for people, its bytes and their hash.

    ``path`` is None for what came through a pipe or the clipboard.
    """

    name: str
    data: bytes
    path: Path | None = None

    @property
    def sha256(self) -> Digest:
        """The hash of the bytes."""
        return sha256(self.data)

    @property
    def is_word(self) -> bool:
        """Whether it is read as a Word file: a zip or an OLE file, or named so."""
        return self.data.startswith((_ZIP, _OLE)) or self.name.lower().endswith(".docx")

    @property
    def is_web_page(self) -> bool:
        """Whether it is read as HTML, which its name says."""
        return not self.is_word and self.name.lower().endswith(_WEB_SUFFIXES)


def read_bytes(path: Path) -> SourceBytes:
    """Return the file's bytes.

    Raises:
        SourceMissing: no such file, or no access.
        SourceTooLarge: more than is read of its kind.
        SourceEmpty: not a byte.
    """
    try:
        if not path.is_file():  # a device or a pipe might never end
            raise SourceMissing(name=str(path))
        limit = _WORD_LIMIT_MB if path.suffix.lower() == ".docx" else TEXT_LIMIT_MB
        if path.stat().st_size > limit * _MB:
            raise SourceTooLarge(name=path.name, limit_mb=limit)
        data = path.read_bytes()
    except OSError as error:
        raise SourceMissing(name=str(path)) from error
    if not data:
        raise SourceEmpty(name=path.name)
    return SourceBytes(name=path.name, data=data, path=path)


def recognised(
    source: SourceBytes, new_id: Callable[[], str], language: Language | None = None
) -> Recognised:
    """Return the structured release that a source holds, and how it was read.

    Raises:
        What ``decode`` raises for a text or a web page, and WordFileError for a Word file.
    """
    if source.is_web_page:
        return _recognised_page(source, new_id, language)
    if not source.is_word:
        return recognise_text(decode(source), new_id=new_id, language=language)
    if source.path is None:
        raise UnknownSource(name=source.name)
    paragraphs = [
        SourceParagraph(text=line, style=_style(one))
        for one in read(source.path).paragraphs
        for line in one.lines()
    ]
    if not any(one.text for one in paragraphs):
        raise SourceEmpty(name=source.name)
    return recognise_paragraphs(paragraphs, new_id=new_id, language=language)


def rows_of(source: SourceBytes) -> tuple[str, ...]:
    """Return the lines of a source as its account counts them, from the first on, empty ones too.

    Shape: lines of a text, paragraphs of a web page, paragraphs of a Word file cut at their
    line breaks.

    Raises:
        What ``recognised`` raises.
    """
    if source.is_web_page:
        return tuple(piece.text.plain for piece in page_of(source)[0])
    if not source.is_word:
        return lines_of(decode(source))
    if source.path is None:
        raise UnknownSource(name=source.name)
    rows = [line.plain for one in read(source.path).paragraphs for line in one.lines()]
    if not any(row.strip() for row in rows):
        raise SourceEmpty(name=source.name)
    return tuple(rows)


def page_of(source: SourceBytes) -> tuple[tuple[Piece, ...], tuple[CleanUp, ...]]:
    """Return the paragraphs of a web page, and what was left out of it.

    Raises:
        What ``decode`` raises, but for UnknownSource.
    """
    pieces, removed = read_markup(_text_of(source))
    if not pieces:
        raise SourceEmpty(name=source.name)
    return pieces, removed


def _recognised_page(
    source: SourceBytes, new_id: Callable[[], str], language: Language | None
) -> Recognised:
    pieces, removed = page_of(source)
    paragraphs = [SourceParagraph(text=one.text, style=_STYLES[one.kind](one)) for one in pieces]
    found = recognise_paragraphs(paragraphs, new_id=new_id, language=language)
    cleaned = sorted((*found.cleaned, *removed), key=lambda one: one.line)
    return replace(found, cleaned=tuple(cleaned))


_STYLES: dict[PieceKind, Callable[[Piece], str | None]] = {
    PieceKind.PARAGRAPH: lambda _: None,
    PieceKind.HEADING: lambda piece: f"Heading {piece.level}",
    PieceKind.ITEM: lambda _: "List Bullet",
}


def _style(paragraph: WordParagraph) -> str | None:
    """Return the style that says most: one of PressDesk's own, else whether it is a point."""
    if paragraph.is_list_item and paragraph.style not in frozenset(OwnStyle):
        return "List Bullet"
    return paragraph.style


def decode(source: SourceBytes) -> str:
    """Return the text of ``source``.

    UTF-8, UTF-16 and UTF-32 (by their mark, UTF-16 also by its shape), else Latin-1 as Windows
    writes it, when every letter beyond ASCII is one that Norwegian texts use. Anything else is
    refused rather than guessed: see decision D12 in ARCHITECTURE.md.

    Raises:
        SourceTooLarge, SourceEmpty, SourceNotText, EncodingUnclear, UnknownSource.
    """
    text = _text_of(source)
    if _HTML.match(text):
        raise UnknownSource(name=source.name)
    return text


def _text_of(source: SourceBytes) -> str:
    if len(source.data) > TEXT_LIMIT_MB * _MB:
        raise SourceTooLarge(name=source.name, limit_mb=TEXT_LIMIT_MB)
    text = _decoded(source)
    if _CONTROLS.search(text):
        raise SourceNotText(name=source.name)
    if "\ufffd" in text:
        raise EncodingUnclear(name=source.name)
    if not text.strip():
        raise SourceEmpty(name=source.name)
    return text


def _decoded(source: SourceBytes) -> str:
    encoding = _unicode_encoding(source.data)
    try:
        return source.data.decode(encoding)
    except UnicodeError as error:
        if encoding != "utf-8" or _MULTI_BYTE_UTF_8.search(source.data):
            raise EncodingUnclear(name=source.name) from error
    return _western(source)


def _unicode_encoding(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) * 2 > len(sample) * 0.7 and min(even, odd) == 0:
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def _western(source: SourceBytes) -> str:
    try:
        text = source.data.decode("cp1252")
    except UnicodeError as error:
        kind = SourceNotText if b"\0" in source.data else EncodingUnclear
        raise kind(name=source.name) from error
    if not _CONTROLS.search(text) and not {c for c in text if c > "\x7f"} <= _NORWEGIAN_TYPOGRAPHY:
        raise EncodingUnclear(name=source.name)
    return text


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text as editors count them."""
    return tuple(re.split(r"\r\n|\r|\n", text))


def is_release_file(path: Path) -> bool:
    """Return whether the file is a database, and so read as a release.

    Raises:
        SourceMissing: no such file, or no access.
    """
    try:
        if not path.is_file():
            raise SourceMissing(name=str(path))
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError as error:
        raise SourceMissing(name=str(path)) from error
