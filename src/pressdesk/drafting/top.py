"""The top of a release: header lines, title and lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.recognised import CleanUpKind
from pressdesk.drafting.clauses import opens_with_dash
from pressdesk.drafting.contacts import is_reached
from pressdesk.drafting.headers import read_dateline, read_header_line
from pressdesk.drafting.headings import Section, label_end, read_heading, read_picture
from pressdesk.drafting.pictures import picture_part
from pressdesk.drafting.residue import (
    is_end_mark,
    is_residue_on_top,
    is_teaser,
    removal,
    same_words,
)
from pressdesk.drafting.source import SourceLine, part_of, trimmed
from pressdesk.drafting.words import word_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.drafting.parts import Layout

_LONGEST_TITLE = 40
_SHORT_TITLE = 14
_HEADER_AFTER_TITLE = 6
_TITLE_SEARCH = 12
_CONTACT_LINES = 3
_LABEL_WORDS = 3


@dataclass(slots=True)
class TopReader:
    """Reads from the first line to the lead, and says where the body begins."""

    layout: Layout
    lines: Sequence[SourceLine]
    is_quote: Callable[[SourceLine], bool]
    _contacts_until: int = 0

    def read(self) -> int:
        """Take header, title and lead into the layout; return the index of the next line."""
        at = self._read_title()
        at = self._skip_to_lead(at)
        return self._read_lead(at)

    def _read_title(self) -> int:
        styled = self._styled_title()
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if at == styled or not self._take_aside(line):
                break
            at += 1
        if styled is not None and at < styled:
            for line in self.lines[at:styled]:
                if not self._take_aside(line):
                    self.layout.removed.append(removal(line, CleanUpKind.OTHER))
            at = styled
        if self.layout.title is not None and at != styled:
            return at
        if at != styled and self._is_over_strong_title(at):
            self.layout.removed.append(removal(self.lines[at], CleanUpKind.OTHER))
            self.layout.is_title_doubtful = True
            at += 1
        if at < len(self.lines) and self._is_title(self.lines[at]):
            self.layout.title = self._without_label(self.lines[at])
            return at + 1
        return at

    def _is_over_strong_title(self, at: int) -> bool:
        """Return whether a few plain words stand right above a short line set in bold."""
        if at + 2 >= len(self.lines):
            return False
        line, below = self.lines[at], self.lines[at + 1]
        is_label = line.plain.endswith(":") or word_count(line.plain) <= _LABEL_WORDS
        is_small = word_count(below.plain) <= _SHORT_TITLE and below.plain[-1] not in ".:,;"
        return is_label and not line.is_strong and below.is_strong and is_small

    def _styled_title(self) -> int | None:
        """Return the line that a Word style, or a heading sign, makes the title."""
        levels = [line.heading_level for line in self.lines[:_TITLE_SEARCH]]
        return next((levels.index(level) for level in (0, 1) if level in levels), None)

    def _is_title(self, line: SourceLine) -> bool:
        if line.heading_level in (0, 1):
            return True
        text = line.plain
        is_prose = word_count(text) > _SHORT_TITLE and text.rstrip()[-1] in ".:" and ". " in text
        return word_count(text) <= _LONGEST_TITLE and not is_prose and not opens_with_dash(text)

    def _take_aside(self, line: SourceLine) -> bool:
        """Take a line that is neither title nor text; return whether it was one."""
        text = line.plain
        layout = self.layout
        if is_residue_on_top(text):
            layout.header.take_page_date(text)
            layout.removed.append(removal(line, CleanUpKind.WEB_RESIDUE))
            return True
        if layout.title is None and self._is_trail(line):
            layout.removed.append(removal(line, CleanUpKind.WEB_RESIDUE))
            return True
        if is_end_mark(text):
            layout.removed.append(removal(line, CleanUpKind.OTHER))
            return True
        header = read_header_line(text)
        if header is not None and header.rest is not None and layout.title is None:
            start = text.rfind(header.rest)
            layout.title = line.with_text(part_of(line.text, start, header.rest))
            layout.header.take(header, line.number)
            return True
        if header is not None and header.rest is None:
            layout.header.take(header, line.number)
            layout.removed.append(removal(line, CleanUpKind.OTHER))
            return True
        return layout.title is None and self._take_contact(line)

    def _take_contact(self, line: SourceLine) -> bool:
        """Keep a contact that stands above the title for later; return whether it is one."""
        heading = read_heading(line.plain)
        if heading is not None and heading.section is Section.CONTACTS:
            last = self._last_reached(self.lines.index(line))
            if heading.rest_at is None and last == line.number:
                return False
            self._contacts_until = last
        if line.number > self._contacts_until:
            return False
        self.layout.contacts_on_top.append(line)
        return True

    def _last_reached(self, at: int) -> int:
        """Return the number of the last line close below ``at`` that gives a way to call."""
        last = at
        for index in range(at + 1, len(self.lines)):
            if self.lines[index].follows_gap or index - last > _CONTACT_LINES:
                break
            if is_reached(self.lines[index].plain):
                last = index
        return self.lines[last].number

    def _is_trail(self, line: SourceLine) -> bool:
        """Return whether a line is the way to the page, its title last: "Heim Nyhende Tittel"."""
        at = self.lines.index(line)
        if at + 1 >= len(self.lines):
            return False
        title = self.lines[at + 1].plain
        head = line.plain.removesuffix(title).strip(" />»›|")
        return (
            head != line.plain
            and word_count(title) > 1
            and bool(head)
            and is_residue_on_top(head.split()[0])
        )

    def _without_label(self, line: SourceLine) -> SourceLine:
        start = label_end(line.plain)
        return line.with_text(trimmed(part_of(line.text, start, line.plain[start:])))

    def _skip_to_lead(self, at: int) -> int:
        title = self.layout.title
        stop = min(at + _HEADER_AFTER_TITLE + len(self.layout.removed), len(self.lines))
        while at < stop:
            line = self.lines[at]
            if title is not None and same_words(line.plain, title.plain):
                self.layout.removed.append(removal(line, CleanUpKind.WEB_RESIDUE))
            elif self._take_aside(line):
                pass
            elif read_picture(line.plain) is not None:
                at = picture_part(self.layout, self.lines, at)
                continue
            else:
                break
            at += 1
        return at

    def _read_lead(self, at: int) -> int:
        if at >= len(self.lines) or not self._is_lead(at):
            return at
        line = self.lines[at]
        following = self.lines[at + 1 : at + 5]
        fuller = next((one for one in following if is_teaser(line.plain, one.plain)), None)
        if fuller is not None:
            self.layout.removed.append(removal(line, CleanUpKind.REPEATED_LEAD))
            return at + 1 if fuller is not self.lines[at + 1] else self._read_lead(at + 1)
        self.layout.lead.append(self._without_label(line))
        self._take_dateline(line)
        at += 1
        while (
            line.is_strong
            and at < len(self.lines)
            and self.lines[at].is_strong
            and self._is_prose(at)
        ):
            self.layout.lead.append(self.lines[at])
            at += 1
        return at

    def _is_lead(self, at: int) -> bool:
        line = self.lines[at]
        if line.heading_level is not None or line.is_list_style or read_heading(line.plain):
            return False
        return not opens_with_dash(line.plain) and not self.is_quote(line)

    def _is_prose(self, at: int) -> bool:
        line = self.lines[at]
        return (
            word_count(line.plain) > _SHORT_TITLE
            and line.plain.rstrip()[-1] in ".!?"
            and self._is_lead(at)
        )

    def _take_dateline(self, line: SourceLine) -> None:
        found = read_dateline(line.plain)
        if found is not None:
            self.layout.header.place = self.layout.header.place or found[0]
            self.layout.header.take_date(found[1], line.number)
