"""From parts, people and partners to content, its questions and its account."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.domain.content import (
    Block,
    Boilerplate,
    BulletList,
    Contact,
    Content,
    FactBox,
    Image,
    Language,
    Link,
    Paragraph,
    Partner,
    QuoteBlock,
    Spokesperson,
    Subheading,
    inner_speech_at,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.recognised import CleanUp, Question, QuestionKind, Recognised
from pressdesk.domain.text import EMPTY
from pressdesk.drafting.clauses import opens_with_dash
from pressdesk.drafting.coverage import left_out
from pressdesk.drafting.headings import OURSELVES
from pressdesk.drafting.partners import Found, PartnerReader, partner_of, shares_name
from pressdesk.drafting.parts import Layout, Part, PartKind
from pressdesk.drafting.people import Facts
from pressdesk.drafting.questions import ask
from pressdesk.drafting.words import MARKS, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pressdesk.drafting.source import SourceLine
    from pressdesk.drafting.speakers import Speaker

_FIRST_PERSON = {
    Language.NB: frozenset({"vi", "jeg", "oss", "vår", "vårt", "våre"}),
    Language.NN: frozenset({"vi", "me", "eg", "oss", "vår", "vårt", "våre"}),
    Language.EN: frozenset({"we", "us", "our", "my"}),
}


@dataclass(slots=True)
class Assembly:
    """Builds the result of one reading."""

    layout: Layout
    lines: Sequence[SourceLine]
    trimmed: Sequence[CleanUp]
    language: Language
    new_id: Callable[[], str]
    speakers: Mapping[int, Speaker]
    facts: Mapping[str, Facts]
    partners: PartnerReader
    _found: list[Found] = field(default_factory=list)
    _partner_ids: list[PartnerId] = field(default_factory=list)
    _people: dict[str, Spokesperson] = field(default_factory=dict)
    _lines: dict[BlockId, tuple[int, ...]] = field(default_factory=dict)
    _questions: list[Question] = field(default_factory=list)
    _first_block: dict[str, tuple[BlockId, int]] = field(default_factory=dict)

    def build(self) -> Recognised:
        """Return the release with everything that was found out about it."""
        self._found = self.partners.read()
        self._partner_ids = [PartnerId(self.new_id()) for _ in self._found]
        blocks = tuple(self._blocks())
        boilerplates = tuple(self._boilerplates())
        self._ask_the_rest()
        header, layout = self.layout.header, self.layout
        content = Content(
            language=self.language,
            title=layout.title.text if layout.title else EMPTY,
            lead=tuple(line.text for line in layout.lead),
            place=header.place,
            date=header.date,
            release_mode=header.mode,
            embargo=header.embargo,
            blocks=blocks,
            partners=tuple(
                Partner(id=key, name=one.name, short=one.short)
                for key, one in zip(self._partner_ids, self._found, strict=True)
            ),
            spokespersons=tuple(self._people.values()),
            contacts=tuple(self._contacts()),
            boilerplates=boilerplates,
            links=tuple(self._links()),
        )
        return Recognised(
            content=content,
            lines=self._lines,
            title_lines=(layout.title.number,) if layout.title else (),
            lead_lines=tuple(line.number for line in layout.lead),
            cleaned=self._cleaned(),
            questions=tuple(sorted(self._questions, key=lambda one: one.line)),
        )

    # parts

    def _blocks(self) -> Iterator[Block]:
        for index, part in enumerate(self.layout.parts):
            if part.kind in (PartKind.ABOUT, PartKind.LINK):
                continue
            key = self._key(part)
            match part.kind:
                case PartKind.QUOTE:
                    yield self._quote(index, part, key)
                case PartKind.SUBHEADING:
                    yield Subheading(id=key, text=part.texts[0])
                case PartKind.LIST:
                    yield BulletList(id=key, items=part.texts)
                case PartKind.FACTS:
                    yield FactBox(id=key, heading=part.heading, items=part.texts)
                case PartKind.IMAGE:
                    yield Image(id=key, caption=part.texts[0], credit=part.heading)
                case _:
                    self._ask_about_kind(index, part, key)
                    yield Paragraph(id=key, text=part.texts[0])

    def _key(self, part: Part) -> BlockId:
        key = BlockId(self.new_id())
        self._lines[key] = tuple(line.number for line in part.lines)
        return key

    def _quote(self, index: int, part: Part, key: BlockId) -> QuoteBlock:
        speaker = self.speakers[index]
        person = self._person(speaker.name, key, part.number) if speaker.name else None
        words = part.texts[0].plain
        is_behind_prose = words[0] not in MARKS and not opens_with_dash(words)
        if part.is_direct and is_behind_prose and inner_speech_at(words) is not None:
            self._questions.append(
                ask(QuestionKind.KIND, "kind", self.language, part.number, block=key)
            )
        if speaker.is_asked:
            self._ask_about_speaker(speaker, part, key)
        return QuoteBlock(
            id=key,
            paragraphs=part.texts,
            speaker=person.id if person else None,
            is_speaker_confirmed=speaker.is_confirmed,
            owner=self._partner_id(person.organisation if person else None),
            is_indirect=part.speech is not None and part.speech.is_indirect,
        )

    def _person(self, name: str, block: BlockId, line: int) -> Spokesperson:
        if name not in self._people:
            facts = self.facts.get(name, Facts())
            self._people[name] = Spokesperson(
                id=PersonId(self.new_id()),
                name=name,
                title=facts.title,
                organisation=facts.organisation,
            )
            self._first_block[name] = (block, line)
        return self._people[name]

    def _boilerplates(self) -> Iterator[Boilerplate]:
        for part in self.layout.parts:
            if part.kind is PartKind.ABOUT:
                yield Boilerplate(
                    id=self._key(part),
                    partner=self._partner_id(self._subject(part)),
                    heading=part.heading,
                    paragraphs=part.texts,
                )

    def _subject(self, part: Part) -> str | None:
        """Return whom a boilerplate is about; under "Om oss" the partner its text opens with."""
        if part.name is None or part.name.lower() not in OURSELVES:
            return part.name
        opening = part.texts[0].plain if part.texts else ""
        forms = {form for one in self._found for form in (one.name, one.short, *one.forms)}
        fitting = [one for one in forms if re.match(rf"{re.escape(one)}(?![\w-])", opening)]
        return max(fitting, key=len, default=None)

    def _links(self) -> Iterator[Link]:
        for part in self.layout.parts:
            if part.kind is PartKind.LINK and part.name is not None:
                yield Link(label=part.heading, target=part.name)

    def _contacts(self) -> Iterator[Contact]:
        for entry in self.layout.entries:
            organisation = entry.organisation or _domain(entry.email)
            yield Contact(
                partner=self._partner_id(organisation) or self._partner_id(_domain(entry.email)),
                name=entry.name or "",
                title=entry.title,
                phone=entry.phone,
                email=entry.email,
            )

    def _partner_id(self, organisation: str | None) -> PartnerId | None:
        number = partner_of(organisation, self._found)
        return self._partner_ids[number] if number is not None else None

    # questions

    def _ask_about_speaker(self, speaker: Speaker, part: Part, key: BlockId) -> None:
        name = speaker.suggestion
        self._questions.append(
            ask(
                QuestionKind.SPEAKER,
                "speaker_doubtful" if name else "speaker_unknown",
                self.language,
                part.number,
                block=key,
                suggestion=name,
                name=name or "",
            )
        )

    def _ask_about_kind(self, index: int, part: Part, key: BlockId) -> None:
        """Ask about a paragraph that says "vi" right after a quote, where no other does."""
        before = self.layout.parts[index - 1] if index else None
        if before is None or not before.is_direct or before.kind is not PartKind.QUOTE:
            return
        if self._speaks_of_us(part) and not self._others_speak_of_us(part):
            self._questions.append(
                ask(QuestionKind.KIND, "kind", self.language, part.number, block=key)
            )

    def _speaks_of_us(self, part: Part) -> bool:
        words = {token.lower for token in tokens_of(part.texts[0].plain)}
        return bool(words & _FIRST_PERSON[self.language])

    def _others_speak_of_us(self, part: Part) -> bool:
        lead = {token.lower for line in self.layout.lead for token in tokens_of(line.plain)}
        return bool(lead & _FIRST_PERSON[self.language]) or any(
            self._speaks_of_us(other)
            for other in self.layout.parts
            if other.kind is PartKind.PARAGRAPH and other is not part
        )

    def _ask_the_rest(self) -> None:
        for name, person in self._people.items():
            if self._is_unplaced(person):
                block, line = self._first_block[name]
                self._questions.append(
                    ask(
                        QuestionKind.ORGANISATION,
                        "organisation",
                        self.language,
                        line,
                        block=block,
                        suggestion=self._remaining_partner(),
                        name=name,
                    )
                )
        first = self.layout.title.number if self.layout.title else 1
        if self.partners.is_doubtful:
            likely = ", ".join(one.name for one in self._found) or None
            self._questions.append(
                ask(QuestionKind.PARTNER, "partner", self.language, first, suggestion=likely)
            )
        if self.layout.title is None or self.layout.is_title_doubtful:
            likely = self.layout.title.plain if self.layout.title else None
            self._questions.append(
                ask(QuestionKind.OTHER, "title", self.language, first, suggestion=likely)
            )
        for key, line, text in self.layout.header.asked:
            self._questions.append(ask(QuestionKind.DATE, key, self.language, line, text=text))

    def _is_unplaced(self, person: Spokesperson) -> bool:
        """Return whether to ask whom somebody speaks for: nobody named, or hardly a partner."""
        if person.organisation is None:
            return not self._is_own_office(person)
        return partner_of(person.organisation, self._found) is None and shares_name(
            person.organisation, self._found
        )

    def _is_own_office(self, person: Spokesperson) -> bool:
        title = (person.title or "").lower()
        return title.endswith(self.partners.known.lexicon.titles.own_offices)

    def _remaining_partner(self) -> str | None:
        """Return the one partner for whom nobody speaks yet, None unless it is one."""
        speaking = {partner_of(one.organisation, self._found) for one in self._people.values()}
        silent = [one for number, one in enumerate(self._found) if number not in speaking]
        return silent[0].short if len(silent) == 1 else None

    # the account

    def _cleaned(self) -> tuple[CleanUp, ...]:
        changes = [*self.trimmed, *self.layout.removed, *left_out(self.lines, self.layout)]
        return tuple(sorted(changes, key=lambda change: change.line))


def _domain(email: str | None) -> str | None:
    """Return the name in an address's domain: "act" in "kari@act.no"."""
    if email is None:
        return None
    return email.rpartition("@")[2].split(".")[-2] if "." in email.rpartition("@")[2] else None
