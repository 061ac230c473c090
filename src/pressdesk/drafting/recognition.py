"""Loose text in, a structured release out: the order of the steps, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.drafting.assembly import Assembly
from pressdesk.drafting.body import BodyReader
from pressdesk.drafting.clauses import marked_words, opens_with_dash
from pressdesk.drafting.contacts import ContactReader
from pressdesk.drafting.headings import OURSELVES, Section, read_heading
from pressdesk.drafting.known import KnownNames, collect_names
from pressdesk.drafting.language import detect_language
from pressdesk.drafting.lexicon import lexicon
from pressdesk.drafting.markdown import without_markdown
from pressdesk.drafting.own_file import OwnFileReader
from pressdesk.drafting.partners import PartnerReader
from pressdesk.drafting.parts import Layout, PartKind
from pressdesk.drafting.people import (
    Facts,
    collect_facts,
    full_names,
    learn_names,
    named_people,
)
from pressdesk.drafting.source import (
    Source,
    SourceLine,
    SourceParagraph,
    read_paragraphs,
    read_text,
)
from pressdesk.drafting.speakers import SpeakerReader
from pressdesk.drafting.speech import Manner, Speech, read_speech
from pressdesk.drafting.top import TopReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pressdesk.domain.content import Language
    from pressdesk.domain.recognised import Recognised

_RUNNING_LENGTH = 200_000
_MARKED_WORDS = 5
_SPOKEN = frozenset({PartKind.PARAGRAPH, PartKind.QUOTE, PartKind.ABOUT, PartKind.SUBHEADING})


def recognise_text(
    text: str, *, new_id: Callable[[], str], language: Language | None = None
) -> Recognised:
    """Return the release that a plain text holds; every non-empty line is a paragraph.

    ``new_id`` makes the ids of blocks, partners and people; a ``language`` of None is detected.
    """
    return _Recognition(source=read_text(text), new_id=new_id, wanted=language).run()


def recognise_paragraphs(
    paragraphs: Iterable[SourceParagraph],
    *,
    new_id: Callable[[], str],
    language: Language | None = None,
) -> Recognised:
    """Return the release that the paragraphs of a Word file hold, styles and marks heeded."""
    return _Recognition(source=read_paragraphs(paragraphs), new_id=new_id, wanted=language).run()


@dataclass(slots=True)
class _Recognition:
    """One reading of one source."""

    source: Source
    new_id: Callable[[], str]
    wanted: Language | None
    layout: Layout = field(default_factory=Layout)
    _speeches: dict[int, Speech | None] = field(default_factory=dict)

    def run(self) -> Recognised:
        lines = without_markdown(self.source.lines)
        language = self.wanted or detect_language("\n".join(line.plain for line in lines))
        known = collect_names(((line.number, line.plain) for line in lines), lexicon())
        learn_names(lines, known, language)
        self._read_layout(lines, known, language)
        people = {
            line.number: list(named_people(line, known, language))
            for line in self._informing()
            if known.are_named_in(line.plain)
        }
        facts = collect_facts(people, self.layout.entries, known)
        mentions = {number: full_names(phrases, known) for number, phrases in people.items()}
        speakers = SpeakerReader(
            parts=self.layout.parts, known=known, facts=facts, mentions=mentions
        ).read()
        self._complete(facts, known)
        return Assembly(
            layout=self.layout,
            lines=lines,
            trimmed=self.source.cleaned,
            language=language,
            new_id=self.new_id,
            speakers=speakers,
            facts=facts,
            partners=self._partners(known, facts, {one.name for one in speakers.values()}),
        ).build()

    def _read_layout(
        self, lines: Sequence[SourceLine], known: KnownNames, language: Language
    ) -> None:
        manner = _manner(lines)

        def speech_of(line: SourceLine) -> Speech | None:
            if line.number not in self._speeches:
                self._speeches[line.number] = read_speech(line.plain, known, language, manner)
            return self._speeches[line.number]

        def is_direct(line: SourceLine) -> bool:
            speech = speech_of(line)
            return speech is not None and not speech.is_indirect

        own = None
        if any(line.own is not None for line in lines):
            own = OwnFileReader(layout=self.layout, lines=lines, speech_of=speech_of)
            at = own.read_top()
            known.organisations |= set(self.layout.partners)
        else:
            at = TopReader(layout=self.layout, lines=lines, is_quote=is_direct).read()
        self._speeches.clear()
        known.organisations |= set(self._organisations(lines, known))
        if own is not None:
            own.read_body(at)
            self.layout.header.settle()
            return
        contacts = ContactReader(known=known, language=language)
        BodyReader(layout=self.layout, lines=lines, speech_of=speech_of, contacts=contacts).read(at)
        self.layout.header.settle()

    def _organisations(self, lines: Sequence[SourceLine], known: KnownNames) -> Iterator[str]:
        """Yield the organisations that top and headings name, before the body is read."""
        reader = PartnerReader(
            known=known,
            title=self.layout.title.plain if self.layout.title else "",
            lead=[line.plain for line in self.layout.lead],
            running="\n".join(line.plain for line in lines)[:_RUNNING_LENGTH],
            senders=self.layout.header.senders,
            abouts=list(_abouts(lines)),
        )
        yield from reader.names()

    def _informing(self) -> Iterator[SourceLine]:
        """Yield the lines that say who people are, in reading order."""
        yield from self.layout.lead
        for part in self.layout.parts:
            yield from part.lines

    def _complete(self, facts: dict[str, Facts], known: KnownNames) -> None:
        """Give contacts the employer that the text has for them; their words stay as written."""
        for entry in self.layout.entries:
            full = known.called(entry.name or "")
            if len(full) == 1 and full[0] in facts:
                stated = facts[full[0]].organisation
                own = None if entry.is_carried else entry.organisation
                entry.organisation = own or stated or entry.organisation

    def _partners(
        self, known: KnownNames, facts: dict[str, Facts], names: set[str | None]
    ) -> PartnerReader:
        layout = self.layout
        body = [one.texts[0].plain for one in layout.parts if one.kind is PartKind.PARAGRAPH]
        abouts = [part.name for part in layout.parts if part.kind is PartKind.ABOUT and part.name]
        return PartnerReader(
            known=known,
            named=layout.partners,
            title=layout.title.plain if layout.title else "",
            lead=[line.plain for line in layout.lead] or body[:1],
            running=_running(layout),
            body=body,
            senders=layout.header.senders,
            abouts=[name for name in abouts if name.lower() not in OURSELVES],
            contacts=[entry.organisation for entry in layout.entries if entry.organisation],
            speakers=[
                fact.organisation
                for name, fact in facts.items()
                if fact.organisation and name in names
            ],
        )


def _manner(lines: Sequence[SourceLine]) -> Manner:
    """Return whether any line marks direct speech with a dash or quotation marks."""
    return Manner(
        has_marked_speech=any(
            opens_with_dash(line.plain) or marked_words(line.plain) >= _MARKED_WORDS
            for line in lines
        )
    )


def _abouts(lines: Iterable[SourceLine]) -> Iterator[str]:
    for line in lines:
        if line.plain[:6].lower().startswith(("om ", "about ")):
            heading = read_heading(line.plain)
            if heading is not None and heading.section is Section.ABOUT and heading.name:
                yield heading.name


def _running(layout: Layout) -> str:
    """Return the running text, in which short forms are counted."""
    texts = [line.plain for line in ([layout.title] if layout.title else []) + layout.lead]
    texts += [text.plain for part in layout.parts if part.kind in _SPOKEN for text in part.texts]
    return "\n".join(texts)[:_RUNNING_LENGTH]
