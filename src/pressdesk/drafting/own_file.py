"""Word files that PressDesk wrote: their styles say what each paragraph is, whatever its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.domain.recognised import CleanUpKind
from pressdesk.domain.text import EMPTY, MarkKind, Text
from pressdesk.drafting.contacts import Entry
from pressdesk.drafting.dates import find_date
from pressdesk.drafting.headers import HeaderLine, read_header_line
from pressdesk.drafting.headings import read_heading
from pressdesk.drafting.parts import Layout, Part, PartKind
from pressdesk.drafting.residue import removal
from pressdesk.drafting.source import OwnStyle, SourceLine, part_of, trimmed
from pressdesk.drafting.speech import Speech
from pressdesk.i18n import catalogue
from pressdesk.i18n.catalogue import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TITLE_LEVELS, _PARTNER_LEVEL = (0, 1), 3
_TITLE_SEARCH = 12
_CONTACTS = (OwnStyle.CONTACT, OwnStyle.REACH)
_HEADERS = (OwnStyle.SENDER, OwnStyle.DATE, OwnStyle.RELEASE)
_FROM = re.compile(r"\s(?:fra|frå|from)\s+(?P<names>\S.*)$")
_NAME_SIGN = "\x00"
_BETWEEN_NAMES = re.compile(r",\s+|\s+(?:og|and)\s+")
_REACH = " · "


@dataclass(slots=True)
class OwnFileReader:
    """Reads such a file into a layout; ordinary paragraphs may still turn out to be speech."""

    layout: Layout
    lines: Sequence[SourceLine]
    speech_of: Callable[[SourceLine], Speech | None]
    _is_below_text: bool = False
    _partner: str | None = None
    _labels: dict[str, frozenset[str]] = field(default_factory=dict)

    def read_top(self) -> int:
        """Take header, title and lead into the layout; return the index of the next line."""
        layout = self.layout
        title = next((line for line in self.lines if line.heading_level in _TITLE_LEVELS), None)
        is_above = title is not None and title in self.lines[:_TITLE_SEARCH]
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if line.own in _HEADERS:
                self._take_header(line)
            elif line is title:
                layout.title = line
            elif line.own is OwnStyle.LEAD:
                layout.lead.append(line)
            elif is_above and layout.title is None:
                layout.removed.append(removal(line, CleanUpKind.OTHER))
            else:
                break
            at += 1
        return at

    def read_body(self, at: int) -> None:
        """Take every line from ``at`` on into the layout."""
        while at < len(self.lines):
            end = self._section(at) if self.lines[at].heading_level is not None else at
            at = end if end > at else self._block(at)

    # the top

    def _take_header(self, line: SourceLine) -> None:
        self.layout.removed.append(removal(line, CleanUpKind.OTHER))
        words, header = line.plain, self.layout.header
        if line.own is OwnStyle.SENDER:
            if found := _FROM.search(words):
                header.take(HeaderLine(sender=found["names"]), line.number)
                self.layout.partners = list(self._names(found["names"]))
        elif line.own is OwnStyle.DATE:
            day = find_date(words)
            place = trimmed(Text(words if day is None else words[: day.start].rstrip(" ,"))).plain
            header.take(HeaderLine(place=place or None, date=day), line.number)
        elif (read := read_header_line(words)) is not None:
            header.take(read, line.number)

    def _names(self, words: str) -> Iterator[str]:
        """Yield the names of the sender line; those above the contacts are known whole."""
        whole = {line.plain for line in self.lines if line.heading_level == _PARTNER_LEVEL}
        known = sorted((name for name in whole if name in words), key=len, reverse=True)
        for number, name in enumerate(known):
            words = words.replace(name, f"{_NAME_SIGN}{number}{_NAME_SIGN}", 1)
        for name in filter(None, map(str.strip, _BETWEEN_NAMES.split(words))):
            found = re.fullmatch(f"{_NAME_SIGN}(\\d+){_NAME_SIGN}", name)
            yield known[int(found.group(1))] if found else name.replace(_NAME_SIGN, "")

    # below a heading

    def _section(self, at: int) -> int:
        """Read what a heading opens; return the index after it, ``at`` where it opens nothing."""
        line = self.lines[at]
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        own = following.own if following is not None else None
        level = following.heading_level if following is not None else None
        if line.own is OwnStyle.FACT_HEADING:
            return self._facts(at, at + 1)
        self._is_below_text = self._is_below_text or line.own is OwnStyle.END
        if line.heading_level == _PARTNER_LEVEL and own in _CONTACTS:
            self._partner = line.plain
            self.layout.removed.append(removal(line, CleanUpKind.OTHER))
            return at + 1
        if own in _CONTACTS or level == _PARTNER_LEVEL:
            self._partner = None
            self.layout.removed.append(removal(line, CleanUpKind.OTHER))
            return at + 1
        if own is not OwnStyle.ABOUT:
            return self._about(at) if self._is_below_text else at
        is_links = self._is_label(line.plain, "Links")
        return self._links(at) if is_links else self._about(at)

    def _about(self, at: int) -> int:
        line = self.lines[at]
        end = self._end(at + 1, OwnStyle.ABOUT)
        heading = read_heading(line.plain)
        self.layout.parts.append(
            Part(
                kind=PartKind.ABOUT,
                lines=tuple(self.lines[at:end]),
                texts=tuple(one.text for one in self.lines[at + 1 : end]),
                heading=line.text,
                name=(heading.name if heading else None) or line.plain,
            )
        )
        return end

    def _links(self, at: int) -> int:
        end = self._end(at + 1, OwnStyle.ABOUT)
        self.layout.removed.append(removal(self.lines[at], CleanUpKind.OTHER))
        self.layout.parts += [_link(line) for line in self.lines[at + 1 : end]]
        return end

    # blocks

    def _block(self, at: int) -> int:
        line = self.lines[at]
        match line.own:
            case OwnStyle.QUOTE | OwnStyle.QUOTE_TURN:
                end = self._quote(at)
            case OwnStyle.FACT:
                end = self._facts(at, at)
            case OwnStyle.CAPTION | OwnStyle.CREDIT:
                end = self._picture(at)
            case OwnStyle.CONTACT | OwnStyle.REACH:
                end = self._contact(at)
            case OwnStyle.ABOUT:
                end = self._add(PartKind.ABOUT, at, self._end(at, OwnStyle.ABOUT))
            case OwnStyle.SENDER | OwnStyle.DATE | OwnStyle.RELEASE:
                self._take_header(line)
                end = at + 1
            case _:
                end = self._unstyled(at)
        return end

    def _unstyled(self, at: int) -> int:
        line = self.lines[at]
        if line.is_list_style:
            return self._add(PartKind.LIST, at, self._list_end(at))
        if line.heading_level is not None:
            return self._add(PartKind.SUBHEADING, at, at + 1)
        speech = self.speech_of(line)
        if speech is not None and speech.is_marked and speech.phrase and not speech.is_indirect:
            return self._add(PartKind.QUOTE, at, at + 1, speech)
        return self._add(PartKind.PARAGRAPH, at, at + 1)

    def _add(self, kind: PartKind, at: int, end: int, speech: Speech | None = None) -> int:
        lines = tuple(self.lines[at:end])
        texts = tuple(line.text for line in lines)
        self.layout.parts.append(Part(kind=kind, lines=lines, texts=texts, speech=speech))
        return end

    def _quote(self, at: int) -> int:
        """Read the paragraphs of one quote; the next quote has the other of the two styles."""
        end = self._end(at, self.lines[at].own)
        speeches = [one for line in self.lines[at:end] if (one := self.speech_of(line))]
        named = [one for one in speeches if one.phrase is not None]
        return self._add(
            PartKind.QUOTE, at, end, next(iter([*named, *speeches]), Speech(phrase=None))
        )

    def _facts(self, at: int, first: int) -> int:
        end = self._end(first, OwnStyle.FACT)
        self.layout.parts.append(
            Part(
                kind=PartKind.FACTS,
                lines=tuple(self.lines[at:end]),
                texts=tuple(line.text for line in self.lines[first:end]),
                heading=self.lines[at].text if first > at else EMPTY,
            )
        )
        return end

    def _picture(self, at: int) -> int:
        line = self.lines[at]
        has_caption = line.own is OwnStyle.CAPTION
        credit_at = at + has_caption
        has_credit = credit_at < len(self.lines) and self.lines[credit_at].own is OwnStyle.CREDIT
        end = credit_at + has_credit
        caption = self._unlabelled(line.text, "Picture: {caption}") if has_caption else EMPTY
        credit = self.lines[credit_at].text if has_credit else EMPTY
        self.layout.parts.append(
            Part(
                kind=PartKind.IMAGE,
                lines=tuple(self.lines[at:end]),
                texts=(caption,),
                heading=self._unlabelled(credit, "Photo: {credit}"),
            )
        )
        return end

    def _contact(self, at: int) -> int:
        entry = Entry(organisation=self._partner, name="")
        line = self.lines[at]
        if line.own is OwnStyle.CONTACT:
            name, _, title = line.plain.partition(", ")
            entry.name, entry.title = name, title or None
            entry.lines.append(line.number)
            at += 1
        if at < len(self.lines) and self.lines[at].own is OwnStyle.REACH:
            entry.phone, entry.email = _ways(self.lines[at].plain)
            entry.lines.append(self.lines[at].number)
            at += 1
        self.layout.entries.append(entry)
        return at

    # ends and labels

    def _end(self, at: int, own: OwnStyle | None) -> int:
        while at < len(self.lines) and self.lines[at].own is own:
            at += 1
        return at

    def _list_end(self, at: int) -> int:
        while at < len(self.lines) and self.lines[at].is_list_style and not self.lines[at].own:
            at += 1
        return at

    def _is_label(self, words: str, label: str) -> bool:
        return words in self._in_all_languages(label)

    def _unlabelled(self, text: Text, label: str) -> Text:
        for one in self._in_all_languages(label):
            head = one.partition("{")[0]
            if text.plain.startswith(head):
                return part_of(text, len(head), text.plain[len(head) :])
        return text

    def _in_all_languages(self, label: str) -> frozenset[str]:
        if label not in self._labels:
            self._labels[label] = frozenset(catalogue(one).gettext(label) for one in LANGUAGES)
        return self._labels[label]


def _ways(words: str) -> tuple[str | None, str | None]:
    """Return telephone and e-mail."""
    phone, _, email = words.rpartition(_REACH)
    if phone:
        return phone, email
    return (None, email) if "@" in email else (email, None)


def _link(line: SourceLine) -> Part:
    """Return a link with its label; without an address that leads anywhere, a paragraph."""
    text = line.text
    links = [mark for mark in text.marks if mark.kind is MarkKind.LINK]
    if not links or links[-1].target is None or links[-1].end < len(text.plain):
        return Part(kind=PartKind.PARAGRAPH, lines=(line,), texts=(text,))
    start = links[-1].start
    label = part_of(text, 0, text.plain[:start].removesuffix(": "))
    return Part(
        kind=PartKind.LINK,
        lines=(line,),
        texts=(EMPTY,),
        heading=label if label else Text(text.plain[start:]),
        name=links[-1].target,
    )
