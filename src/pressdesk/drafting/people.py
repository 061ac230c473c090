"""What a text says about the people it names: titles and employers, wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.drafting.known import has_full_name
from pressdesk.drafting.phrases import Phrase, PhraseKind, PhraseReader
from pressdesk.drafting.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pressdesk.domain.content import Language
    from pressdesk.drafting.contacts import Entry
    from pressdesk.drafting.known import KnownNames
    from pressdesk.drafting.source import SourceLine


@dataclass(slots=True)
class Facts:
    """What is known of one person."""

    title: str | None = None
    organisation: str | None = None

    def add(self, title: str | None, organisation: str | None) -> None:
        """Take what is new."""
        self.title = self.title or title
        self.organisation = self.organisation or organisation


def named_people(line: SourceLine, known: KnownNames, language: Language) -> Iterator[Phrase]:
    """Yield the people whom one line names, in order, with what it says about them."""
    tokens = tokens_of(line.plain)
    reader = PhraseReader(text=line.plain, tokens=tokens, known=known, language=language)
    last = max((at for at, token in enumerate(tokens) if token.is_capital), default=-1)
    at = 0
    while at <= last:  # a name has a capital
        phrase = reader.person_at(at) if _may_begin(reader, at) else None
        if phrase is not None and phrase.kind is PhraseKind.NAME:
            yield phrase
            at = max(phrase.end, at + 1)
        else:
            at += 1


def learn_names(lines: Iterable[SourceLine], known: KnownNames, language: Language) -> None:
    """Add the people whom only their title marks as people: "direktør Thandiwe Dlamini"."""
    for line in lines:
        if not has_full_name(line.plain):
            continue
        for phrase in named_people(line, known, language):
            if phrase.name and len(phrase.name.split()) > 1 and not known.called(phrase.name):
                known.add(phrase.name, line.number)


def collect_facts(
    people: Mapping[int, Sequence[Phrase]], entries: Iterable[Entry], known: KnownNames
) -> dict[str, Facts]:
    """Return the facts per full name: from the text in order, then from the contacts."""
    facts: dict[str, Facts] = {}
    for phrases in people.values():
        for phrase in phrases:
            full = known.called(phrase.name or "")
            if len(full) == 1:
                facts.setdefault(full[0], Facts()).add(phrase.title, phrase.organisation)
    for entry in entries:
        if entry.name is not None:
            facts.setdefault(entry.name, Facts()).add(entry.title, entry.organisation)
    return facts


def full_names(phrases: Iterable[Phrase], known: KnownNames) -> list[tuple[int, str]]:
    """Return the full names behind phrases, where they are clear, with their places."""
    found = ((phrase.start, known.called(phrase.name or "")) for phrase in phrases)
    return [(at, full[0]) for at, full in found if len(full) == 1]


def _may_begin(reader: PhraseReader, at: int) -> bool:
    """Return whether a title or a name may begin at ``at``: a cheap look before the full one."""
    token = reader.tokens[at]
    if not token.is_word:
        return False
    if token.is_capital:
        return token.text not in reader.lexicon.not_names
    return token.text[0].isalpha() and (
        token.text.endswith("-") or reader.lexicon.titles.is_part(token.text)
    )
