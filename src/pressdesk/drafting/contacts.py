"""Whom journalists may call: names, titles, telephones and addresses in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.drafting.organisations import organisation_end
from pressdesk.drafting.phrases import PhraseKind, PhraseReader
from pressdesk.drafting.words import tokens_of, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressdesk.domain.content import Language
    from pressdesk.drafting.known import KnownNames
    from pressdesk.drafting.source import SourceLine

_EMAIL = re.compile(r"(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_PHONE = re.compile(
    r"(?<![\w.@/])(?:\(?(?:\+|00)\d{1,3}\)?[\s.-]?)?(?:\(?\d{2,4}\)?[\s\u00a0.-]?){2,4}\d{0,4}(?!\w|[.,]\d)"
)
_DATE = re.compile(
    r"\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d(?!\d)"
)
_LABEL = re.compile(
    r"(?<!\w)(?:tlf|tel|telefon(?:nummer)?|tlf\.nr|mob|mobil(?:telefon|nummer)?|mobile|phone|cell|direkte|sentralbord|e-?post(?:adresse)?|epost|e-?mail|mail|"
    r"t|m|e|p|navn|namn|name|tittel|title|stilling|nettside|web|www)\s*[.:]+\s*|"
    r"(?<!\w)(?:tlf|tel|telefon|mob|mobil|mobile|phone|e-?post|epost|e-?mail|mail)\.?(?!\w)\s*",
    re.IGNORECASE,
)
_GLUE = re.compile(
    r"(?<!\w)(?:på|eller|or|at|on|ved|kan kontaktes|kan nås|kan nåast|vennligst kontakt|ta kontakt(?: med)?|kontakt|please contact|contact|via|and|og)(?!\w)\s*$"
    r"|^(?:på|eller|or|at|on|via|og|and|kontakt|contact)(?!\w)\s*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[,;|\t•·]|\s/\s|\s[–—-]\s|\x00|\s{3,})\s*")
_COLUMNS = re.compile(r"\t+| {3,}")
_BY = re.compile(r"\s+(?:v/|c/o)\s*", re.IGNORECASE)
_ENCLOSED = re.compile(r"\((?P<words>[^()]*)\)")
_EDGES = " \t\u00a0,;:|/()–—-•·*."
_SHORTEST_PHONE, _LONGEST_PHONE = 8, 14
_LONGEST_NAME_LINE = 14
_SWITCHBOARD = re.compile(
    r"(?:presse|media|medie|press|vakt|sentralbord|switchboard)\w*(?:telefon|vakt|kontakt|office|desk)?",
    re.IGNORECASE,
)
_LONGEST_LINE = 45
_REACH_WORDS = 8
_PERSON_LINE = 30
_CONTACT_WORDS = 20
_MOST_NAME_WORDS = 5


@dataclass(slots=True)
class Entry:
    """One contact, while its lines are read.

    ``organisation`` is as written; ``is_carried`` tells that a line before it named it.
    """

    name: str | None = None
    title: str | None = None
    organisation: str | None = None
    phone: str | None = None
    email: str | None = None
    is_carried: bool = False
    lines: list[int] = field(default_factory=list)

    @property
    def has_reach(self) -> bool:
        """Whether it says how to get hold of anybody."""
        return bool(self.phone or self.email)


def find_email(text: str) -> str | None:
    """Return the first address in ``text``."""
    found = _EMAIL.search(text)
    return found.group(1).rstrip(".") if found else None


def find_phone(text: str) -> str | None:
    """Return the first telephone number in ``text``, as written."""
    return next((number for _, number in _phones(text)), None)


def _phones(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the telephone numbers in ``text`` with their places; dates are none."""
    for found in _PHONE.finditer(text):
        digits = sum(one.isdigit() for one in found.group())
        if _SHORTEST_PHONE <= digits <= _LONGEST_PHONE and not _DATE.match(found.group()):
            yield found.span(), _number(found.group())


def _number(words: str) -> str:
    """Return a telephone number without what merely stands around it."""
    number = words.strip(" .-\u00a0")
    return number.rstrip(")") if number.count(")") > number.count("(") else number


def is_contact_line(text: str, known: KnownNames, language: Language) -> bool:
    """Return whether a line that no heading announces is a contact all the same."""
    if word_count(text) > _LONGEST_LINE or not (find_email(text) or find_phone(text)):
        return False
    reader = ContactReader(known=known, language=language)
    entries = reader.read([(0, text)], None)
    names = [entry for entry in entries if entry.name not in (None, entry.email, entry.phone)]
    left = word_count(_LABEL.sub(" ", text))
    return (
        len(names) == 1
        and names[0].has_reach
        and left <= _CONTACT_WORDS
        and _begins_with(text, names[0])
    )


def is_reached(text: str) -> bool:
    """Return whether a line is no longer than a contact's, and gives a number or an address."""
    return word_count(text) <= _CONTACT_WORDS and bool(find_email(text) or find_phone(text))


def is_reach_line(text: str) -> bool:
    """Return whether a line holds a telephone number or an address, and little else."""
    has_reach = find_email(text) or find_phone(text)
    return bool(has_reach) and word_count(_LABEL.sub(" ", text)) <= _REACH_WORDS


def _begins_with(text: str, entry: Entry) -> bool:
    first = (entry.name or "").split()[0]
    return first in text.split(",", maxsplit=1)[0] and not re.search(r"[.!?]\s+[A-ZÆØÅ]", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactReader:
    """Reads the lines of a contact section."""

    known: KnownNames
    language: Language

    def belongs(self, text: str) -> bool:
        """Return whether a line may go on with a contact section."""
        if find_email(text) or find_phone(text) or _LABEL.match(text):
            return word_count(text) <= _LONGEST_LINE
        words = text.split()
        if len(words) > _LONGEST_NAME_LINE or (text[-1] in ".?!" and len(words) > _REACH_WORDS):
            return False
        parts = [part for part in self._parts(text) if part]
        return bool(parts) and any(
            self._person(part) or self._title(part) or self._organisation(part) for part in parts
        )

    def is_person_line(self, text: str) -> bool:
        """Return whether a line names people and says nothing else: a caption, a contact."""
        words = text.split()
        if not 1 < len(words) <= _PERSON_LINE or text[-1] in ".:;!?":
            return False
        tokens = tokens_of(text)
        reader = PhraseReader(text=text, tokens=tokens, known=self.known, language=self.language)
        at = 0
        while at < len(tokens):
            phrase = reader.person_at(at)
            if (
                phrase is None
                or phrase.kind is not PhraseKind.NAME
                or " " not in (phrase.name or "")
            ):
                return False
            at = phrase.end
            while at < len(tokens) and (
                tokens[at].text in ",/" or tokens[at].lower in ("og", "and")
            ):
                at += 1
        return True

    def read(self, lines: Sequence[tuple[int, str]], organisation: str | None) -> list[Entry]:
        """Return the contacts in numbered lines; ``organisation`` is the heading's."""
        columns = self._columns(lines)
        if columns:
            return [one for column in columns for one in self.read(column, organisation)]
        entries: list[Entry] = []
        heading, is_label = organisation, False
        current = Entry(organisation=heading)
        has_headings = bool(lines) and self._organisation_alone(lines[0][1]) is not None
        for number, text in lines:
            is_heading = has_headings or text.rstrip().endswith(":")
            alone = self._organisation_alone(text) if is_heading else None
            if alone is not None and (current.has_reach or current.name is None):
                if current.name or current.has_reach:
                    entries.append(current)
                heading, is_label = alone, False
                current = Entry(organisation=heading)
                current.lines.append(number)
                continue
            pieces = list(self._pieces(text))
            if self._is_contact_by_itself(current, pieces):
                entries.append(current)
                current = Entry(organisation=heading)
            for kind, words in pieces:
                if kind == "label" or (kind == "organisation" and is_label):
                    heading, is_label = words, True
                if self._starts_new(current, kind, words):
                    entries.append(current)
                    current = Entry(organisation=heading, is_carried=is_label)
                self._put(current, kind, words)
                if number not in current.lines:
                    current.lines.append(number)
        entries.append(current)
        return [self._named(entry) for entry in entries if self._is_contact(entry)]

    def _is_contact(self, entry: Entry) -> bool:
        """Return whether somebody can be reached, or a person is named; an organisation is none."""
        if entry.has_reach:
            return True
        return entry.name is not None and self._person(entry.name) is not None

    def _is_contact_by_itself(self, current: Entry, pieces: Sequence[tuple[str, str]]) -> bool:
        """Return whether a line gives whom to reach and how, after a contact that has its own."""
        kinds = [kind for kind, _ in pieces]
        reach = next((at for at, kind in enumerate(kinds) if kind in ("phone", "email")), None)
        if reach is None or not current.has_reach:
            return False
        named = {words for kind, words in pieces[:reach] if kind in ("organisation", "label")}
        is_other = bool(named) and current.organisation not in named
        return is_other and (current.name is None or current.organisation is not None)

    # pieces

    def _pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what a line says, in order: email, phone, name, title, organisation."""
        email = _EMAIL.search(text)
        spans = [
            (found.span(), "email", found.group(1).rstrip(".")) for found in _EMAIL.finditer(text)
        ]
        masked = _EMAIL.sub(lambda found: "\x01" * len(found.group()), text) if email else text
        spans += [(span, "phone", number) for span, number in _phones(masked)]
        at = 0
        for (start, end), kind, words in sorted(spans):
            yield from self._words_between(text[at:start])
            yield kind, words
            at = end
        yield from self._words_between(text[at:])

    def _words_between(self, text: str) -> Iterator[tuple[str, str]]:
        plain = _LABEL.sub("\x00", _BY.sub("\x00", text))
        plain = _ENCLOSED.sub(self._apart, plain)
        for part in self._parts(plain):
            yield from self._classified(part)

    def _apart(self, found: re.Match[str]) -> str:
        """Return a parenthesis as a part of its own where it is a title: "Kari Nes (leder)"."""
        words = found["words"]
        is_title = self._title(words) is not None and not self._person(words)
        return f"\x00{words}\x00" if is_title else found.group()

    def _parts(self, text: str) -> list[str]:
        parts = []
        for part in _SEPARATOR.split(text):
            words = part.strip(_EDGES)
            cut = None
            while words and words != cut:
                cut = words
                words = _GLUE.sub("", words).strip(_EDGES)
            is_short = words.lower().endswith(("dir", "prof")) and f"{words}." in part
            parts.append(f"{words}." if is_short else words)
        return parts

    def _classified(self, part: str) -> Iterator[tuple[str, str]]:
        if not part:
            return
        if part in self.known.organisations:
            yield "organisation", part
            return
        label, colon, rest = part.partition(":")
        if colon and rest.strip() and label.strip() in self.known.organisations:
            yield "label", label.strip()
            yield from self._classified(rest.strip())
        elif colon and rest.strip() and (person := self._person(label.strip())):
            yield from self._filled("name", "title", "organisation", words=person)
            yield from self._classified(rest.strip())
        elif colon and rest.strip() and self._organisation(label.strip()):
            yield "label", label.strip()
            yield from self._classified(rest.strip())
        elif person := self._person(part):
            yield from self._filled("name", "title", "organisation", words=person)
        elif _SWITCHBOARD.fullmatch(part):
            yield "switchboard", part
        elif job := self._title(part):
            yield from self._filled("title", "organisation", words=job)
        elif organisation := self._organisation(part):
            yield "organisation", organisation

    def _filled(self, *kinds: str, words: Iterable[str | None]) -> Iterator[tuple[str, str]]:
        for kind, one in zip(kinds, words, strict=True):
            if one:
                yield kind, one

    def _person(self, part: str) -> tuple[str, str | None, str | None] | None:
        tokens = tokens_of(part)
        reader = PhraseReader(text=part, tokens=tokens, known=self.known, language=self.language)
        phrase = reader.person_at(0)
        is_whole = (
            phrase is not None and phrase.kind is PhraseKind.NAME and phrase.end >= len(tokens)
        )
        if phrase is not None and is_whole and phrase.name and len(phrase.name.split()) > 1:
            return phrase.name, phrase.title, phrase.organisation
        stranger = reader.stranger_at(0) if tokens and self._may_be_stranger(part) else None
        if stranger is not None and stranger.end >= len(tokens) and stranger.name:
            return stranger.name, stranger.title, stranger.organisation
        return None

    def _may_be_stranger(self, part: str) -> bool:
        words = part.split(" i ", maxsplit=1)[0].split()
        titles = self.known.lexicon.titles
        return 1 < len(words) < _MOST_NAME_WORDS and not any(titles.is_part(word) for word in words)

    def _title(self, part: str) -> tuple[str, str | None] | None:
        reader = PhraseReader(
            text=part, tokens=tokens_of(part), known=self.known, language=self.language
        )
        job = reader.job_at(0)
        return None if job is None else (job.title, job.organisation)

    def _organisation(self, part: str) -> str | None:
        tokens = tokens_of(part)
        start = (
            1
            if len(tokens) > 1
            and tokens[0].lower in ("i", "for", "the", "hos", "ved", "at", "from")
            else 0
        )
        end = organisation_end(tokens, start, self.known.lexicon)
        if end is None:
            return part if part in self.known.organisations else None
        is_whole = end == len(tokens) or part in self.known.organisations
        return part[tokens[start].start :] if is_whole else None

    def _organisation_alone(self, text: str) -> str | None:
        """Return the organisation when the line is nothing else: a heading among contacts."""
        words = text.strip(_EDGES)
        if find_email(text) or find_phone(text) or self._person(words) or self._title(words):
            return None
        is_heading = text.rstrip().endswith(":") or words in self.known.organisations
        return self._organisation(words) if is_heading else None

    # entries

    def _starts_new(self, current: Entry, kind: str, words: str) -> bool:
        if kind == "name":
            return current.name != words and (current.name is not None or current.has_reach)
        if kind == "switchboard":
            return current.name is not None or current.has_reach
        if kind == "label":
            return current.has_reach
        if kind == "organisation":
            return current.has_reach and current.name is not None and bool(current.organisation)
        return False

    def _put(self, current: Entry, kind: str, words: str) -> None:
        if kind in ("name", "switchboard"):
            current.name = words
        elif kind == "title":
            current.title = current.title or words
        elif kind in ("organisation", "label"):
            current.organisation = words
            current.is_carried = False
        elif kind == "phone":
            current.phone = current.phone or words
        elif kind == "email":
            current.email = current.email or words

    def _named(self, entry: Entry) -> Entry:
        """Return the entry under some name: the organisation's, where nobody is named."""
        if entry.name is None:
            entry.name = entry.organisation or entry.title or entry.email or entry.phone
        return entry

    def _columns(self, lines: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
        """Return the columns of a table in which several persons stand side by side."""
        if not lines:
            return []
        heads = [part.strip() for part in _COLUMNS.split(lines[0][1]) if part.strip()]
        people = [self._person(head.strip(_EDGES)) for head in heads]
        if len(heads) <= 1 or not all(people):
            return []
        rows = [
            (number, [part.strip() for part in _COLUMNS.split(text) if part.strip()])
            for number, text in lines
        ]
        return [
            [(number, row[place]) for number, row in rows if place < len(row)]
            for place in range(len(heads))
        ]


def numbered(lines: Sequence[SourceLine]) -> list[tuple[int, str]]:
    """Return lines as numbers and words."""
    return [(line.number, line.plain) for line in lines]
