"""Which round and which reader a returned file belongs to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pressdesk.domain.errors import (
    AnswerOfOtherRelease,
    AnswerOfUnknownReader,
    AnswerOfUnknownRound,
    AnswerTicketAltered,
    AnswerUnrecognised,
    SentFileMissing,
)
from pressdesk.domain.rounds import Reader, ReviewRound, rounds
from pressdesk.textops.normalise import normal_form, plain_form
from pressdesk.textops.pairing import Paragraph, paired
from pressdesk.word.answer_places import PlaceKind, places_in
from pressdesk.word.answers import WordAnswer, compared
from pressdesk.word.manifest import PROPERTY, Ticket, manifest_in
from pressdesk.word.reading import read_marked_bytes
from pressdesk.word.views import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.domain.ids import PersonId
    from pressdesk.storage.workspace import StoredRelease
    from pressdesk.word.reading import MarkedDocument

LIKE_ENOUGH = 0.6
"""The share of what was sent that must be found again where a file does not say what it is."""
_UNLIKE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """Where a file belongs, and what it says compared with what was sent.

    ``reader`` is None where nobody of the round can be named; ``person`` is the name as far as
    it is known.
    """

    round: ReviewRound
    reader: Reader | None
    person: str
    sent: MarkedDocument
    answer: WordAnswer
    problems: tuple[str, ...]


class Sorting:
    """Sorts the answers to one release."""

    def __init__(self, release: StoredRelease) -> None:
        self._release = release
        self._sent: dict[str, MarkedDocument] = {}

    @cached_property
    def _rounds(self) -> tuple[ReviewRound, ...]:
        return rounds(self._release.events)

    def sort(self, name: str, returned: MarkedDocument) -> Sorted:
        """Return where a file belongs.

        Raises:
            AnswerOfOtherRelease, AnswerOfUnknownRound, AnswerOfUnknownReader,
            AnswerTicketAltered, AnswerUnrecognised, SentFileMissing.
        """
        manifest = manifest_in(returned)
        if manifest is None:
            return self._by_likeness(name, returned)
        ticket = manifest.ticket
        short = returned.properties.get(PROPERTY)
        if short is not None and Ticket.parse(short) != ticket:
            raise AnswerTicketAltered(name=name)
        if ticket.release != self._release.id:
            raise AnswerOfOtherRelease(name=name)
        asked = next((one for one in self._rounds if one.id == ticket.round), None)
        if asked is None:
            raise AnswerOfUnknownRound(name=name)
        reader = asked.reader(ticket.reader)
        if reader is None:
            raise AnswerOfUnknownReader(name=name)
        if ticket.revision != asked.opened.revision:
            raise AnswerTicketAltered(name=name)
        sent = self._document(reader, name)
        answer = compared(sent, returned)
        problems = ("text_unlike",) if answer.likeness < _UNLIKE else ()
        return Sorted(
            round=asked,
            reader=reader,
            person=reader.name,
            sent=sent,
            answer=answer,
            problems=problems,
        )

    def _by_likeness(self, name: str, returned: MarkedDocument) -> Sorted:
        """Return where a file without a ticket belongs: to what it is most like."""
        best: tuple[float, ReviewRound] | None = None
        for asked in reversed(self._rounds):
            for reader in asked.opened.readers[:1]:
                if reader.sent not in self._release.attachments:
                    continue
                likeness = _likeness(self._document(reader, name), returned)
                if best is None or likeness > best[0]:
                    best = (likeness, asked)
        if best is None or best[0] < LIKE_ENOUGH:
            raise AnswerUnrecognised(name=name)
        return self._of_somebody(best[1], name, returned)

    def _of_somebody(self, asked: ReviewRound, name: str, returned: MarkedDocument) -> Sorted:
        readers = [one for one in asked.opened.readers if one.sent in self._release.attachments]
        found = self._own_lines_found(readers, name, returned)
        likely = [one for one in readers if found[one.id] == max(found.values())]
        authors = sorted(set(_authors(returned, asked.opened.readers)))
        if len(likely) > 1:
            likely = [one for one in likely if _person(one.name) in map(_person, authors)]
        reader = likely[0] if len(likely) == 1 else None
        shown = reader or readers[0]
        sent = self._document(shown, name)
        return Sorted(
            round=asked,
            reader=reader,
            person=reader.name if reader else authors[0] if len(authors) == 1 else "?",
            sent=sent,
            answer=compared(sent, returned),
            problems=("no_manifest",) if reader else ("no_manifest", "reader_unclear"),
        )

    def _own_lines_found(
        self, readers: Sequence[Reader], name: str, returned: MarkedDocument
    ) -> dict[PersonId, int]:
        """Return how many of the lines that only one reader was sent stand in a file, by reader."""
        lines = {one.id: _lines(self._document(one, name)) for one in readers}
        shared = set.intersection(*lines.values()) if len(lines) > 1 else set[str]()
        here = _lines(returned)
        return {reader: len((own - shared) & here) for reader, own in lines.items()}

    def _document(self, reader: Reader, name: str) -> MarkedDocument:
        if reader.sent not in self._sent:
            body = self._release.attachments.get(reader.sent)
            if body is None:
                raise SentFileMissing(name=name)
            self._sent[reader.sent] = read_marked_bytes(reader.file_name, body)
        return self._sent[reader.sent]


def _authors(returned: MarkedDocument, readers: tuple[Reader, ...]) -> Iterator[str]:
    """Yield the names of those who changed or wrote something, readers as they were invited."""
    known = {_person(one.name): one.name for one in readers}
    for revision in returned.revisions:
        for change in revision.changes:
            if change.author:
                yield known.get(_person(change.author), change.author)
    for comment in returned.comments:
        if comment.author:
            yield known.get(_person(comment.author), comment.author)


def _likeness(sent: MarkedDocument, returned: MarkedDocument) -> float:
    """Return the share of the text that was sent whose words are found again (0 to 1).

    What the page says around the text is the same in every release, and counts for nothing.
    """
    text = [
        Paragraph(text=line)
        for place, words in places_in(sent).texts.items()
        if place.kind not in (PlaceKind.COVER, PlaceKind.FACTS)
        for line in words.split("\n")
    ]
    here = [Paragraph(text=one.paragraph.text.plain) for one in returned.seen(ACCEPTED)]
    here = [one for one in here if one.text.strip()]
    found = 0
    for pair in paired(text, here):
        old = Counter(word for number in pair.old for word in text[number].text.split())
        new = Counter(word for number in pair.new for word in here[number].text.split())
        found += (old & new).total()
    return found / max(1, sum(len(one.text.split()) for one in text))


def _lines(document: MarkedDocument) -> set[str]:
    return {plain_form(one.paragraph.text.plain) for one in document.seen(ACCEPTED)}


def _person(name: str) -> str:
    return normal_form(name).casefold()
