"""Writing a release as a Word file: the page, from the sender line to the last contact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import singledispatchmethod
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from pressdesk.domain.content import (
    Boilerplate,
    BulletList,
    Contact,
    Content,
    FactBox,
    Image,
    Link,
    Paragraph,
    Partner,
    QuoteBlock,
    Subheading,
)
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.word.labels import (
    LINK_SEPARATOR,
    REACH_SEPARATOR,
    Labels,
    contact_name,
    contact_reach,
    link_words,
)
from pressdesk.word.markup import Element, made, root
from pressdesk.word.skeleton import (
    FIRST_LINK,
    FOOTER_ID,
    HEADER_ID,
    LANGUAGE_TAGS,
    package,
)
from pressdesk.word.walking import allowed_target

if TYPE_CHECKING:
    from datetime import datetime


class Layout(StrEnum):
    """Whether the file is for working on or for sending."""

    DRAFT = "draft"
    FINAL = "final"


_BULLETS, _FACTS = "1", "2"
_SPACE_AFTER_LIST = {_BULLETS: "150", _FACTS: "280"}
_LINES_ABOVE_TEXT = {0: "1361", 1: "1644", 2: "2154"}
"""The top margin by the number of lines in the header, which it must not touch."""
_ADDRESS = re.compile(r"^[^\s@<>\"]+@[^\s@<>\"]+$")


def document(content: Content, *, layout: Layout, at: datetime) -> bytes:
    """Return the Word file that says ``content``; ``at`` is written as its date.

    Units: ``at`` is an aware instant.
    """
    page = _Page(content)
    pages = {
        "document": page.body(layout),
        "header1": page.header(layout),
        "footer1": page.footer(),
    }
    return package(content, pages, page.links, at)


class _Page:
    """One file in the making; ``links`` maps the addresses used so far to relation ids."""

    def __init__(self, content: Content) -> None:
        self.links: dict[str, str] = {}
        self._content = content
        self._labels = Labels(content)
        self._language = LANGUAGE_TAGS[content.language]
        self._is_below_text = False
        self._quote_style = ""

    # Parts

    def body(self, layout: Layout) -> Element:
        """Return the main part."""
        lines_above = (layout is Layout.DRAFT) + bool(self._labels.embargo())
        body = made("w:body", *self._paragraphs(), _section(lines_above))
        document = root("w:document", "w", "r")
        document.append(body)
        return document

    def header(self, layout: Layout) -> Element:
        """Return what stands above every page: the draft mark, the embargo."""
        header = root("w:hdr", "w", "r")
        if layout is Layout.DRAFT:
            header.append(self._line("DraftMark", self._labels.draft_mark()))
        embargo = self._labels.embargo()
        if embargo or not len(header):
            header.append(self._line("Header", embargo))
        return header

    def footer(self) -> Element:
        """Return the page number, made of real fields."""
        fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
        runs: list[Element] = []
        for part in re.split(r"(\{pages?\})", self._labels.page()):
            if part in fields:
                runs.extend(self._field(fields[part]))
            elif part:
                runs.append(self._run(part))
        footer = root("w:ftr", "w", "r")
        footer.append(_paragraph("Footer", runs))
        return footer

    # The body, in reading order

    def _paragraphs(self) -> Iterator[Element]:
        content, labels = self._content, self._labels
        yield from self._lines("Sender", (labels.sender(),))
        yield from self._lines("DateLine", (labels.place_and_date(),))
        yield from self._lines("ReleaseLine", (labels.release(),))
        yield from self._lines("Heading1", (content.title,))
        yield from self._lines("Lead", content.lead)
        for block in content.blocks:
            if not isinstance(block, QuoteBlock):
                self._quote_style = ""
            yield from self._block(block)
        if content.links:
            yield self._end_heading(labels.links_heading())
        for link in content.links:
            yield from self._link(link)
        for boilerplate in content.boilerplates:
            yield from self._boilerplate(boilerplate)
        if content.contacts:
            yield self._end_heading(labels.contacts_heading())
            for partner in (*content.partners, None):
                yield from self._contacts(partner)

    def _end_heading(self, text: Text) -> Element:
        """Return a heading below the text; the first of them has a rule above it."""
        style = "Heading2" if self._is_below_text else "EndHeading"
        self._is_below_text = True
        return self._line(style, text)

    @singledispatchmethod
    def _block(self, block: object) -> Iterable[Element]:
        raise TypeError(f"no layout for {type(block).__name__}")

    @_block.register
    def _(self, block: Paragraph) -> Iterable[Element]:
        return self._lines("Normal", (block.text,))

    @_block.register
    def _(self, block: Subheading) -> Iterable[Element]:
        return self._lines("Heading2", (block.text,))

    @_block.register
    def _(self, block: QuoteBlock) -> Iterable[Element]:
        self._quote_style = "QuoteTurn" if self._quote_style == "Quote" else "Quote"
        return self._lines(self._quote_style, block.paragraphs, is_kept_together=True)

    @_block.register
    def _(self, block: BulletList) -> Iterable[Element]:
        return self._lines("ListBullet", block.items, list_id=_BULLETS)

    @_block.register
    def _(self, block: FactBox) -> Iterable[Element]:
        yield from self._lines("FactBoxHeading", (block.heading,))
        yield from self._lines("FactBox", block.items, list_id=_FACTS, is_kept_together=True)

    @_block.register
    def _(self, block: Image) -> Iterable[Element]:
        caption = self._labels.caption(block)
        credit = self._labels.credit(block)
        yield from self._lines("Caption", (caption,), is_next_kept=bool(credit))
        yield from self._lines("PhotoCredit", (credit,))

    def _boilerplate(self, boilerplate: Boilerplate) -> Iterable[Element]:
        heading = self._labels.boilerplate_heading(boilerplate)
        if heading:
            yield self._end_heading(heading)
        yield from self._lines("Boilerplate", boilerplate.paragraphs)

    def _contacts(self, partner: Partner | None) -> Iterable[Element]:
        """Yield one partner's contacts under its name; those of nobody come without a name."""
        owner = partner.id if partner else None
        contacts = [one for one in self._content.contacts if one.partner == owner]
        if partner and contacts:
            yield from self._lines("Heading3", (Text.of(partner.name),))
        for contact in contacts:
            yield from self._contact(contact)

    def _contact(self, contact: Contact) -> Iterable[Element]:
        name, reach = contact_name(contact), contact_reach(contact)
        yield from self._lines("Contact", (Text.of(name),), is_next_kept=bool(reach))
        runs: list[Element] = []
        for number, way in enumerate(reach):
            if number:
                runs.append(self._run(REACH_SEPARATOR))
            runs.append(self._linked(way, _mail_address(way)))
        if runs:
            yield _paragraph("ContactReach", runs)

    def _link(self, link: Link) -> Iterator[Element]:
        label, address = link_words(link)
        runs = list(self._runs(label)) if label else []
        if label and address:
            runs.append(self._run(LINK_SEPARATOR))
        if address:
            runs.append(self._linked(address, allowed_target(link.target)))
        if runs:
            yield _paragraph("Boilerplate", runs)

    # Paragraphs and runs

    def _lines(
        self,
        style: str,
        texts: Iterable[Text],
        *,
        list_id: str | None = None,
        is_kept_together: bool = False,
        is_next_kept: bool = False,
    ) -> Iterator[Element]:
        """Yield one paragraph for each text that has words."""
        spoken = [text for text in texts if text]
        for number, text in enumerate(spoken, 1):
            is_last = number == len(spoken)
            paragraph = _paragraph(
                style,
                self._runs(text),
                list_id=list_id,
                keeps_next=is_next_kept or (is_kept_together and not is_last),
            )
            if list_id and is_last:
                paragraph[0].append(made("w:spacing", w_after=_SPACE_AFTER_LIST[list_id]))
            yield paragraph

    def _line(self, style: str, text: Text) -> Element:
        return _paragraph(style, self._runs(text))

    def _runs(self, text: Text) -> Iterator[Element]:
        """Yield the runs of ``text``, cut wherever a mark begins or ends."""
        edges = {0, len(text.plain)}
        for mark in text.marks:
            edges.update((mark.start, mark.end))
        places = sorted(edges)
        for start, end in pairwise(places):
            marks = {
                mark.kind: mark for mark in reversed(text.marks) if mark.start <= start < mark.end
            }
            link = marks.get(MarkKind.LINK)
            words = text.plain[start:end]
            yield self._linked(words, link.target if link else None, marks)

    def _linked(
        self, words: str, target: str | None, marks: Mapping[MarkKind, Mark] | None = None
    ) -> Element:
        """Return ``words`` as a run, within a hyperlink if there is somewhere to go."""
        kinds = set(marks or ())
        if target is None:
            return self._run(words, kinds)
        id_ = self.links.setdefault(target, f"rId{FIRST_LINK + len(self.links)}")
        return made("w:hyperlink", self._run(words, kinds | {MarkKind.LINK}), r_id=id_)

    def _run(self, words: str, marks: Iterable[MarkKind] = ()) -> Element:
        return made("w:r", self._looks(set(marks)), *_characters(words))

    def _looks(self, marks: set[MarkKind]) -> Element:
        looks = made("w:rPr")
        if MarkKind.LINK in marks:
            looks.append(made("w:rStyle", w_val="Hyperlink"))
        if MarkKind.STRONG in marks:
            looks.extend((made("w:b"), made("w:bCs")))
        if MarkKind.EMPHASIS in marks:
            looks.extend((made("w:i"), made("w:iCs")))
        looks.append(made("w:lang", w_val=self._language))
        return looks

    def _field(self, instruction: str) -> Iterator[Element]:
        pieces = (
            made("w:fldChar", w_fldCharType="begin"),
            made("w:instrText", f" {instruction} ", xml_space="preserve"),
            made("w:fldChar", w_fldCharType="separate"),
            made("w:t", "1"),
            made("w:fldChar", w_fldCharType="end"),
        )
        for piece in pieces:
            yield made("w:r", self._looks(set()), piece)


def _paragraph(
    style: str, runs: Iterable[Element], *, list_id: str | None = None, keeps_next: bool = False
) -> Element:
    properties = made("w:pPr", made("w:pStyle", w_val=style))
    if keeps_next:
        properties.append(made("w:keepNext"))
    if list_id:
        level, number = made("w:ilvl", w_val="0"), made("w:numId", w_val=list_id)
        properties.append(made("w:numPr", level, number))
    return made("w:p", properties, *runs)


def _characters(words: str) -> Iterator[Element]:
    """Yield the elements that hold ``words``; tabs have one of their own."""
    for number, part in enumerate(words.split("\t")):
        if number:
            yield made("w:tab")
        if part:
            yield made("w:t", part, xml_space="preserve")


def _mail_address(words: str) -> str | None:
    return f"mailto:{quote(words, safe='@+.-_')}" if _ADDRESS.match(words) else None


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
