"""What travels over the clipboard: lines with their shapes, or plain paragraphs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QByteArray, QMimeData

from pressdesk.domain.fields import Fields
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.gui.sheet.lines import Hold, Line, LineKind, Shape

if TYPE_CHECKING:
    from pressdesk.domain.canonical import Json
    from pressdesk.domain.content import Block
    from pressdesk.domain.recognised import CleanUp

MIME_TYPE = "application/x-pressdesk-lines"
FORMAT = 1
MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What came out of foreign text: plain paragraphs, or blocks, and what was taken out."""

    paragraphs: tuple[Text, ...] = ()
    blocks: tuple[Block, ...] = ()
    removed: tuple[CleanUp, ...] = ()


Clean: TypeAlias = Callable[[str, str | None], Pasted]
"""Makes clean paragraphs of plain text and, where there is one, its HTML form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A stretch of a sheet.

    ``is_open_start`` says that the first line lacks its beginning, or is part of one line only;
    ``is_open_end`` that the last lacks its end.
    """

    lines: tuple[Line, ...]
    is_open_start: bool = False
    is_open_end: bool = False


def paragraphs_of(words: str, html: str | None = None) -> Pasted:
    """Return the lines of ``words`` as paragraphs, empty ones left out; HTML is not looked at."""
    del html
    lines = (Text.of(line.strip(" \t")) for line in words.splitlines())
    return Pasted(paragraphs=tuple(line for line in lines if line))


def mime_of(clip: Clip, hold: Hold) -> QMimeData:
    """Return the stretch for the clipboard: plain text for others, lines for PressDesk."""
    mime = QMimeData()
    mime.setText("\n".join(line.text.plain for line in clip.lines))
    value = {
        "format": FORMAT,
        "is_open_start": clip.is_open_start,
        "is_open_end": clip.is_open_end,
        "lines": [_line_to_json(line, hold) for line in clip.lines],
    }
    data = json.dumps(value, ensure_ascii=False).encode()
    mime.setData(MIME_TYPE, QByteArray(data))
    return mime


def clip_in(mime: QMimeData, hold: Hold) -> Clip | None:
    """Return the stretch that PressDesk put on the clipboard; None where it put none.

    Anybody can write this type: what is not exactly right is treated as if it were not there.
    """
    if not mime.hasFormat(MIME_TYPE):
        return None
    data = bytes(mime.data(MIME_TYPE).data())
    if len(data) > MAX_BYTES:
        return None
    try:
        fields = Fields(json.loads(data))
        if fields.integer("format") != FORMAT:
            return None
        clip = Clip(
            lines=fields.each("lines", lambda value: _line_from_json(value, hold)),
            is_open_start=fields.boolean("is_open_start"),
            is_open_end=fields.boolean("is_open_end"),
        )
        fields.end()
    except (ValueError, RecursionError):
        return None
    return clip if clip.lines else None


def _line_to_json(line: Line, hold: Hold) -> Json:
    shape = line.shape
    return {
        "kind": shape.kind.value,
        "id": shape.id,
        "speaker": shape.speaker,
        "owner": shape.owner,
        "is_confirmed": shape.is_confirmed,
        "is_indirect": shape.is_indirect,
        "alt": hold.alt(shape.carried).plain if shape.kind is LineKind.CAPTION else "",
        "text": line.text.plain,
        "marks": [
            {"start": mark.start, "end": mark.end, "kind": mark.kind.value, "target": mark.target}
            for mark in line.text.marks
        ],
    }


def _line_from_json(value: Json, hold: Hold) -> Line:
    fields = Fields(value)
    kind = LineKind(fields.string("kind"))
    block, speaker = fields.optional_string("id"), fields.optional_string("speaker")
    owner = fields.optional_string("owner")
    alt = Text(fields.string("alt"))
    shape = Shape(
        kind=kind,
        id=BlockId(block) if block is not None else None,
        speaker=PersonId(speaker) if speaker is not None else None,
        owner=PartnerId(owner) if owner is not None else None,
        is_confirmed=fields.boolean("is_confirmed"),
        is_indirect=fields.boolean("is_indirect"),
        carried=hold.put(alt) if alt.plain else None,
    )
    line = Line(shape, Text(fields.string("text"), fields.each("marks", _mark_from_json)))
    fields.end()
    return line


def _mark_from_json(value: Json) -> Mark:
    fields = Fields(value)
    mark = Mark(
        start=fields.integer("start"),
        end=fields.integer("end"),
        kind=MarkKind(fields.string("kind")),
        target=fields.optional_string("target"),
    )
    fields.end()
    return mark


def body_line(line: Line) -> Line:
    """Return the line as one that may stand in the body."""
    kind = {
        LineKind.TITLE: LineKind.SUBHEADING,
        LineKind.LEAD: LineKind.PARAGRAPH,
        LineKind.ABOUT_HEADING: LineKind.SUBHEADING,
        LineKind.ABOUT: LineKind.PARAGRAPH,
    }.get(line.shape.kind)
    return line if kind is None else Line(Shape(kind=kind), line.text)
