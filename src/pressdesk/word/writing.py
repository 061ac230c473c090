"""Writing a release as a Word file: the page, from the sender line to the last contact."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.text import EMPTY, Text
from pressdesk.word.labels import Labels
from pressdesk.word.lines import Line, lines
from pressdesk.word.markup import Element, made, root
from pressdesk.word.rendering import Renderer
from pressdesk.word.skeleton import FOOTER_ID, HEADER_ID, LANGUAGE_TAGS, Pages, package

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from pressdesk.domain.content import Content


class Layout(StrEnum):
    """Whether the file is for working on or for sending."""

    DRAFT = "draft"
    FINAL = "final"


_LINES_ABOVE_TEXT = {0: "1361", 1: "1644", 2: "2154"}
"""The top margin by the number of lines in the header, which it must not touch."""


def document(content: Content, *, layout: Layout, at: datetime) -> bytes:
    """Return the Word file that says ``content``; ``at`` is written as its date.

    Units: ``at`` is an aware instant.
    """
    renderer = Renderer(LANGUAGE_TAGS[content.language])
    labels = Labels(content)
    mark = labels.draft_mark() if layout is Layout.DRAFT else None
    pages = Pages(
        main=main_part(map(renderer.paragraph, lines(content)), labels, mark),
        header=header(renderer, labels, mark),
        footer=footer(renderer, labels),
        links=renderer.links,
    )
    return package(content, pages, at)


def main_part(paragraphs: Iterable[Element], labels: Labels, mark: Text | None) -> Element:
    """Return the main part around ``paragraphs``; ``mark`` stands above every page."""
    lines_above = (mark is not None) + bool(labels.embargo())
    document = root("w:document", "w", "r")
    document.append(made("w:body", *paragraphs, _section(lines_above)))
    return document


def header(renderer: Renderer, labels: Labels, mark: Text | None) -> Element:
    """Return what stands above every page: the mark of what is not for publication, the embargo."""
    header = root("w:hdr", "w", "r")
    if mark is not None:
        header.append(renderer.paragraph(Line(style="DraftMark", text=mark)))
    embargo = labels.embargo()
    if embargo or not len(header):
        header.append(renderer.paragraph(Line(style="Header", text=embargo)))
    return header


def footer(renderer: Renderer, labels: Labels) -> Element:
    """Return the page number, made of real fields."""
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    runs: list[Element] = []
    for part in re.split(r"(\{pages?\})", labels.page()):
        if part in fields:
            runs.extend(renderer.field(fields[part]))
        elif part:
            runs.extend(renderer.runs(Text.of(part)))
    footer = root("w:ftr", "w", "r")
    footer.append(renderer.around(Line(style="Footer", text=EMPTY), runs))
    return footer


def _section(lines_above: int) -> Element:
    """Return the page: A4, a measure of about 75 characters."""
    return made(
        "w:sectPr",
        made("w:headerReference", w_type="default", r_id=HEADER_ID),
        made("w:footerReference", w_type="default", r_id=FOOTER_ID),
        made("w:pgSz", w_w="11906", w_h="16838"),
        made(
            "w:pgMar",
            w_top=_LINES_ABOVE_TEXT[lines_above],
            w_right="1531",
            w_bottom="1418",
            w_left="1531",
            w_header="680",
            w_footer="624",
            w_gutter="0",
        ),
    )
