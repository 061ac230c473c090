"""The body of a release, part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.domain.recognised import CleanUpKind
from pressdesk.domain.text import EMPTY, LINK_SCHEMES, Text
from pressdesk.drafting.clauses import opens_with_dash
from pressdesk.drafting.contacts import ContactReader, is_contact_line, is_reach_line, numbered
from pressdesk.drafting.headers import read_header_line
from pressdesk.drafting.headings import Heading, Section, read_heading, read_picture
from pressdesk.drafting.parts import Layout, Part, PartKind
from pressdesk.drafting.pictures import is_above_credit, picture_part
from pressdesk.drafting.points import PointReader, is_point, item_of, without_bullet
from pressdesk.drafting.residue import (
    bare_words,
    is_dated,
    is_end_mark,
    is_residue,
    opens_residue,
    removal,
)
from pressdesk.drafting.source import SourceLine, part_of, trimmed
from pressdesk.drafting.speech import Speech
from pressdesk.drafting.words import MARKS, word_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LINK = re.compile(r"(?P<label>.{0,120}?)(?P<url>(?:https?://|www\.)[^\s<>]+?)[.)]?")
_POINT = 22
_HEADING_WORDS = 12
_LINK_WORDS = 5
_HEADING_LENGTH = 90
_NO_HEADING_END = ".,;:–—-"


@dataclass(slots=True)
class BodyReader:
    """Reads the lines after the lead into parts."""

    layout: Layout
    lines: Sequence[SourceLine]
    speech_of: Callable[[SourceLine], Speech | None]
    contacts: ContactReader
    points: PointReader = field(init=False)
    _lead_words: frozenset[str] = field(init=False)
    _title_words: str | None = field(init=False)

    def __post_init__(self) -> None:
        layout = self.layout
        self._lead_words = frozenset(bare_words(line.plain) for line in layout.lead)
        self._title_words = bare_words(layout.title.plain) if layout.title is not None else None
        self.points = PointReader(
            layout=self.layout,
            lines=self.lines,
            speech_of=self.speech_of,
            is_removed=lambda line: self._removed_as(line) is not None,
        )

    def read(self, at: int) -> None:
        """Take every line from ``at`` on into the layout, and the contacts that stood on top."""
        self._read_contacts_on_top()
        while at < len(self.lines):
            at = self._step(at)

    def _step(self, at: int) -> int:
        removed = self._remove(at)
        return removed if removed is not None else self._part(at)

    def _part(self, at: int) -> int:
        line = self.lines[at]
        heading = read_heading(line.plain)
        if heading is not None and self._opens(heading, at):
            return self._section(heading, at)
        if self._is_picture(at):
            return picture_part(self.layout, self.lines, at)
        points = self.points.end_of_list(at)
        if points > at:
            return self._list(at, points)
        if self._is_contact(at):
            return self._contact_lines(at, at, None)
        if self.contacts.is_person_line(line.plain):
            self.layout.parts.append(Part(kind=PartKind.IMAGE, lines=(line,), texts=(line.text,)))
            return at + 1
        return self._prose(at)

    def _is_picture(self, at: int) -> bool:
        line = self.lines[at]
        if read_picture(line.plain) is not None:
            return not opens_with_dash(line.plain)
        return is_above_credit(self.lines, at) and self.speech_of(line) is None

    def _is_contact(self, at: int) -> bool:
        """Return whether a contact begins here that no heading announces."""
        line = self.lines[at]
        if is_contact_line(line.plain, self.contacts.known, self.contacts.language):
            return True
        if not self.contacts.is_person_line(line.plain):
            return False
        for following in self.lines[at + 1 : at + 4]:
            if is_reach_line(following.plain):
                return True
            if not self.contacts.belongs(following.plain):
                return False
        return False

    # what is left out

    def _remove(self, at: int) -> int | None:
        """Leave out what is no part of the release; return the index after it, None if it is."""
        line = self.lines[at]
        layout = self.layout
        if opens_residue(line.plain):
            return self._remove_section(at)
        kind = self._removed_as(line)
        if kind is None:
            return None
        header = read_header_line(line.plain, is_top=False) if kind is CleanUpKind.OTHER else None
        if header is not None:
            layout.header.take(header, line.number)
        if kind is CleanUpKind.WEB_RESIDUE and is_dated(line.plain):
            layout.header.take_page_date(line.plain)
        layout.removed.append(removal(line, kind))
        return at + 1

    def _removed_as(self, line: SourceLine) -> CleanUpKind | None:
        if is_residue(line.plain):
            return CleanUpKind.WEB_RESIDUE
        if is_end_mark(line.plain):
            return CleanUpKind.OTHER
        words = bare_words(line.plain)
        if words in self._lead_words:
            return CleanUpKind.REPEATED_LEAD
        if words == self._title_words:
            return CleanUpKind.WEB_RESIDUE
        header = read_header_line(line.plain, is_top=False)
        is_header = header is not None and header.rest is None
        return CleanUpKind.OTHER if is_header else None

    def _remove_section(self, at: int) -> int:
        end = at + 1
        while end < len(self.lines) and not self.lines[end].follows_gap:
            end += 1
        self.layout.removed += [
            removal(line, CleanUpKind.WEB_RESIDUE) for line in self.lines[at:end]
        ]
        return end

    # sections

    def _opens(self, heading: Heading, at: int) -> bool:
        """Return whether a heading has something to head."""
        if heading.rest_at is not None:
            return True
        if at + 1 >= len(self.lines):
            return False
        if heading.section is Section.CONTACTS:
            return any(self.contacts.belongs(line.plain) for line in self.lines[at + 1 : at + 3])
        return (
            heading.section is not Section.FACTS
            or not self._is_subheading(at)
            or self._is_facts(at)
        )

    def _is_facts(self, at: int) -> bool:
        """Return whether points follow, or the heading says "fakta" itself."""
        follower = self.lines[at + 1]
        is_named = not self.lines[at].plain.lower().startswith(("om ", "about "))
        return is_named or is_point(follower)

    def _section(self, heading: Heading, at: int) -> int:
        if heading.section is Section.CONTACTS:
            return self._contact_lines(at, at if heading.rest_at is not None else at + 1, heading)
        if heading.section is Section.ABOUT:
            return self._about(heading, at)
        return self._facts(heading, at)

    def _read_contacts_on_top(self) -> None:
        """Read the contacts above the title, section by section."""
        rows: list[tuple[int, str]] = []
        name: str | None = None
        for line in self.layout.contacts_on_top:
            heading = read_heading(line.plain)
            if heading is None:
                rows.append((line.number, line.plain))
                continue
            self.layout.entries += self.contacts.read(rows, name)
            name = heading.name
            rows = [(line.number, line.plain[heading.rest_at :])] if heading.rest_at else []
        self.layout.entries += self.contacts.read(rows, name)

    def _contact_lines(self, first: int, at: int, heading: Heading | None) -> int:
        end = at
        while end < len(self.lines) and self._is_in_contacts(end, at):
            end += 1
        rows = numbered(self.lines[at:end])
        if heading is not None and heading.rest_at is not None and rows:
            rows[0] = (rows[0][0], rows[0][1][heading.rest_at :])
        rows = [(number, without_bullet(text)) for number, text in rows]
        name = heading.name if heading is not None else None
        self.layout.entries += self.contacts.read(rows, name)
        return max(end, first + 1)

    def _is_in_contacts(self, at: int, start: int) -> bool:
        line = self.lines[at]
        if at == start:
            return True
        if is_residue(line.plain) or is_end_mark(line.plain) or line.heading_level is not None:
            return False
        heading = read_heading(line.plain)
        if heading is not None or _LINK.fullmatch(line.plain):
            return False
        return self.contacts.belongs(without_bullet(line.plain))

    def _about(self, heading: Heading, at: int) -> int:
        line = self.lines[at]
        texts: list[Text] = []
        title = line.text
        if heading.rest_at is not None:
            head = line.plain[: heading.rest_at].rstrip()
            title = part_of(line.text, 0, head)
            texts.append(
                trimmed(part_of(line.text, heading.rest_at, line.plain[heading.rest_at :]))
            )
        end = at + 1
        while end < len(self.lines) and self._is_in_about(end, has_text=bool(texts)):
            texts.append(self.lines[end].text)
            end += 1
        self.layout.parts.append(
            Part(
                kind=PartKind.ABOUT,
                lines=tuple(self.lines[at:end]),
                texts=tuple(texts),
                heading=title,
                name=heading.name,
            )
        )
        return end

    def _is_in_about(self, at: int, *, has_text: bool) -> bool:
        line = self.lines[at]
        if line.heading_level is not None or self._removed_as(line) or read_heading(line.plain):
            return False
        if opens_residue(line.plain) or read_picture(line.plain) or _LINK.fullmatch(line.plain):
            return False
        if is_contact_line(line.plain, self.contacts.known, self.contacts.language):
            return False
        return not has_text or not self._is_subheading(at)

    def _facts(self, heading: Heading, at: int) -> int:
        line = self.lines[at]
        title, first = line.text, at + 1
        items: list[Text] = []
        if heading.rest_at is not None:
            title = part_of(line.text, 0, line.plain[: heading.rest_at].rstrip())
            items.append(part_of(line.text, heading.rest_at, line.plain[heading.rest_at :]))
        end = self._facts_end(first)
        items += [item_of(one) for one in self.lines[first:end]]
        self.layout.parts.append(
            Part(
                kind=PartKind.FACTS,
                lines=tuple(self.lines[at:end]),
                texts=tuple(items),
                heading=title,
            )
        )
        return end

    def _facts_end(self, first: int) -> int:
        """Return where a fact box ends: with its points, or with the lines set close to it."""
        end = first
        has_points = False
        while end < len(self.lines):
            line = self.lines[end]
            if self._removed_as(line) or read_heading(line.plain) or line.heading_level is not None:
                break
            speech = self.speech_of(line)
            if speech is not None and speech.phrase is not None:
                break
            is_gap = line.follows_gap and end > first
            if is_gap and not (is_point(line) and has_points) and not self._is_short_fact(line):
                break
            if has_points and not is_point(line):
                break
            has_points = has_points or is_point(line)
            end += 1
        return end

    def _is_short_fact(self, line: SourceLine) -> bool:
        return word_count(line.plain) <= _POINT and ":" in line.plain[:40]

    # lists

    def _list(self, at: int, end: int) -> int:
        run = self.lines[at:end]
        self.layout.parts.append(
            Part(kind=PartKind.LIST, lines=tuple(run), texts=tuple(item_of(line) for line in run))
        )
        return end

    # prose

    def _prose(self, at: int) -> int:
        line = self.lines[at]
        link = _LINK.fullmatch(line.plain)
        if link is not None and self._is_link_label(link["label"]):
            self.layout.parts.append(_link_part(line, link))
            return at + 1
        speech = self._speech_at(at)
        if speech is not None and not speech.introduces_only:
            kind = PartKind.QUOTE
        else:
            kind = PartKind.SUBHEADING if self._is_subheading(at) else PartKind.PARAGRAPH
        text = self._without_quoted_label(line)
        self.layout.parts.append(Part(kind=kind, lines=(line,), texts=(text,), speech=speech))
        return at + 1

    def _speech_at(self, at: int) -> Speech | None:
        """Return the line as speech, named by the line before it where that announces it."""
        line = self.lines[at]
        if line.heading_level is not None:
            return None
        speech = self.speech_of(line)
        before = self.layout.parts[-1].speech if self.layout.parts else None
        is_announced = before is not None and before.introduces_only
        if is_announced and before is not None and (speech is None or speech.phrase is None):
            return Speech(phrase=before.phrase, is_marked=speech is not None)
        if speech is not None and speech.points_back and (before is None or not self._has_quote()):
            return None
        return speech

    def _has_quote(self) -> bool:
        """Return whether the last part is direct speech."""
        last = self.layout.parts[-1]
        return last.kind is PartKind.QUOTE and last.is_direct

    def _without_quoted_label(self, line: SourceLine) -> Text:
        return line.text

    def _is_link_label(self, label: str) -> bool:
        words = label.strip()
        return not words or words.endswith(":") or word_count(words) <= _LINK_WORDS

    def _is_subheading(self, at: int) -> bool:
        """Return whether a line is a heading within the body."""
        line = self.lines[at]
        level = line.heading_level
        if level is not None:
            return level > 0
        text = line.plain
        is_small = word_count(text) <= _HEADING_WORDS and len(text) <= _HEADING_LENGTH
        if (
            not is_small
            or text[-1] in _NO_HEADING_END
            or not (text[0].isalnum() or text[0] in MARKS)
        ):
            return False
        if text[0].islower() or "@" in text or at + 1 >= len(self.lines):
            return False
        if sum(text.count(mark) for mark in MARKS) % 2:
            return False
        follower = self.lines[at + 1]
        return self._is_text(follower) or (line.is_strong and not follower.is_strong)

    def _is_text(self, line: SourceLine) -> bool:
        """Return whether a line is something that a heading can stand over."""
        if self._removed_as(line) is not None:
            return True
        text = line.plain
        return (
            text.rstrip()[-1] in '.!?:»”")' + "…"
            or word_count(text) > _HEADING_WORDS
            or opens_with_dash(text)
            or self.speech_of(line) is not None
        )


def _link_part(line: SourceLine, link: re.Match[str]) -> Part:
    url = link["url"]
    target = url if url.startswith(LINK_SCHEMES) else f"https://{url}"
    label = link["label"].strip()
    text = trimmed(part_of(line.text, 0, link["label"])) if label else Text(url)
    return Part(kind=PartKind.LINK, lines=(line,), heading=text, name=target, texts=(EMPTY,))
