"""What a joint press release says, in one language, as immutable values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from pressdesk.domain.text import EMPTY, Text
from pressdesk.textops.normalise import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from pressdesk.domain.ids import BlockId, PartnerId, PersonId


class Language(StrEnum):
    """The languages of a release."""

    NB = "nb"
    NN = "nn"
    EN = "en"


class Profile(StrEnum):
    """Whose rules of typography hold where authorities differ."""

    SPRAKRADET = "sprakradet"
    NTB = "ntb"
    HOUSE = "house"


class ReleaseMode(StrEnum):
    """When the release may be published."""

    IMMEDIATE = "immediate"
    EMBARGO = "embargo"


class QuoteDash(StrEnum):
    """Whether direct speech opens with its dash."""

    PRESENT = "present"
    MISSING = "missing"
    NONE = "none"


OPENING_DASHES = DASHES + "\u2212"
"""Every character that people use for a quote dash, the minus sign too."""
OPENING_MARKS = '«»“”„‟"'
_OPENS_WITH_DASH = re.compile(
    rf"^[{re.escape(OPENING_DASHES)}]|:\s*[{re.escape(OPENING_DASHES)}](?=\s|[^\W\d])"
)
_IN_MARKS = re.compile(rf"[{OPENING_MARKS}](.*?)[{OPENING_MARKS}]")
_OPENS_WITH_MARKS = re.compile(rf"^\s*[{OPENING_MARKS}]|:\s*[{OPENING_MARKS}]")


_INNER_DASH = re.compile(rf"[.!?…]\s+(?=[{re.escape(OPENING_DASHES)}]\s+[^\W\d_])")
_TAG = re.compile(r"[,!?»”\"]\s+[^\W\d_]")


def inner_speech_at(words: str) -> int | None:
    """Return where speech opens with its dash after prose, as in "Havna åpner. – Ja, sier Nes".

    Speech that only goes on behind its tag ("…, sier Nes. – Endelig.") does not open there.
    """
    found = _INNER_DASH.search(words)
    if found is None:
        return None
    is_tagged = any(one.group()[-1].islower() for one in _TAG.finditer(words[found.end() :]))
    is_tagged_before = any(one.group()[-1].islower() for one in _TAG.finditer(words[: found.end()]))
    return found.end() if is_tagged and not is_tagged_before else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of plain reporting."""

    id: BlockId
    text: Text

    @property
    def texts(self) -> tuple[Text, ...]:
        """The paragraphs, in order."""
        return (self.text,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subheading:
    """A heading within the body (mellomtittel)."""

    id: BlockId
    text: Text

    @property
    def texts(self) -> tuple[Text, ...]:
        """The paragraphs, in order."""
        return (self.text,)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteBlock:
    """Attributed speech as written, dash and attribution included.

    Indirect speech is a quote block too: it needs its speaker's approval as much.
    ``is_speaker_confirmed`` is False while PressDesk has inferred the speaker and asks.
    ``owner`` is the partner who answers for the words, None until that is known.
    """

    id: BlockId
    paragraphs: tuple[Text, ...]
    speaker: PersonId | None
    is_speaker_confirmed: bool = True
    owner: PartnerId | None = None
    is_indirect: bool = False

    def __post_init__(self) -> None:
        if not self.paragraphs:
            raise ValueError("a quote has at least one paragraph")

    @property
    def texts(self) -> tuple[Text, ...]:
        """The paragraphs, in order."""
        return self.paragraphs

    @property
    def dash(self) -> QuoteDash:
        """Whether the quote dash stands where direct speech needs one."""
        words = self.paragraphs[0].plain.lstrip()
        if self.is_indirect:
            return QuoteDash.NONE
        if _OPENS_WITH_DASH.search(words) or inner_speech_at(words) is not None:
            return QuoteDash.PRESENT
        if _is_in_quotation_marks(words):
            return QuoteDash.NONE
        return QuoteDash.MISSING


def _is_in_quotation_marks(words: str) -> bool:
    """Return whether the speech as a whole is marked, not just a name or a term within it."""
    marked = sum(len(inner.split()) for inner in _IN_MARKS.findall(words))
    return bool(_OPENS_WITH_MARKS.search(words)) or marked * 2 >= max(1, len(words.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """A list of points."""

    id: BlockId
    items: tuple[Text, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The paragraphs, in order."""
        return self.items


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBox:
    """A box of facts (faktaboks) with its heading as written, which may be empty."""

    id: BlockId
    heading: Text
    items: tuple[Text, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The paragraphs, in order."""
        return (self.heading, *self.items) if self.heading else self.items


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture's caption and credit; the picture itself is a medium of the content."""

    id: BlockId
    caption: Text
    credit: Text = EMPTY
    alt: Text = EMPTY

    @property
    def texts(self) -> tuple[Text, ...]:
        """The paragraphs, in order."""
        return tuple(text for text in (self.caption, self.credit) if text)


Block: TypeAlias = Paragraph | Subheading | QuoteBlock | BulletList | FactBox | Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation behind the release."""

    id: PartnerId
    name: str
    short: str
    organisation_number: str | None = None

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.short.strip():
            raise ValueError("a partner has a name and a short form")

    def is_called(self, words: str) -> bool:
        """Return whether ``words`` is one of the partner's two names, in any case."""
        return words.strip().casefold() in (self.name.casefold(), self.short.casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spokesperson:
    """A person who is quoted. ``organisation`` stands as the release writes it."""

    id: PersonId
    name: str
    title: str | None = None
    organisation: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom journalists may call; ``partner`` is None until it is known."""

    partner: PartnerId | None
    name: str
    title: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """A partner's text about itself, with its heading («Om ACT») as written."""

    id: BlockId
    partner: PartnerId | None
    heading: Text
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that stands on its own, below the text."""

    label: Text
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything one language version of a release says.

    Units: ``embargo`` is an aware UTC instant, given exactly when ``release_mode`` says so.
    Shape: blocks in reading order, partners in the order agreed between them.
    """

    language: Language
    title: Text
    lead: tuple[Text, ...] = ()
    profile: Profile = Profile.SPRAKRADET
    template: str | None = None
    place: str | None = None
    date: date | None = None
    release_mode: ReleaseMode | None = None
    embargo: datetime | None = None
    is_confidential: bool = False
    is_listed_partner: bool = False
    blocks: tuple[Block, ...] = ()
    partners: tuple[Partner, ...] = ()
    spokespersons: tuple[Spokesperson, ...] = ()
    contacts: tuple[Contact, ...] = ()
    boilerplates: tuple[Boilerplate, ...] = ()
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        if (self.release_mode is ReleaseMode.EMBARGO) != (self.embargo is not None):
            raise ValueError("an embargo, and only an embargo, has an instant")
        if self.embargo is not None and self.embargo.tzinfo is None:
            raise ValueError("the embargo must be timezone-aware")
        ids = [block.id for block in self.blocks] + [text.id for text in self.boilerplates]
        if len(set(ids)) != len(ids):
            raise ValueError("block ids are unique")
        self._check_references()

    def _check_references(self) -> None:
        partners: set[PartnerId | None] = {partner.id for partner in self.partners}
        people: set[PersonId | None] = {person.id for person in self.spokespersons}
        if len(partners) != len(self.partners) or len(people) != len(self.spokespersons):
            raise ValueError("partner and person ids are unique")
        named = {quote.owner for quote in self.quotes()}
        named |= {contact.partner for contact in self.contacts}
        named |= {text.partner for text in self.boilerplates}
        if not named <= partners | {None}:
            raise ValueError("every partner that is referred to exists")
        if not {quote.speaker for quote in self.quotes()} <= people | {None}:
            raise ValueError("every speaker exists")

    def quotes(self) -> Iterator[QuoteBlock]:
        """Yield the quote blocks in reading order."""
        return (block for block in self.blocks if isinstance(block, QuoteBlock))

    def partner(self, partner: PartnerId | None) -> Partner | None:
        """Return the partner with that id, None where there is none."""
        return next((one for one in self.partners if one.id == partner), None)

    def partner_called(self, words: str | None) -> Partner | None:
        """Return the partner whose full name or short form is ``words``, in any case."""
        return next((one for one in self.partners if words and one.is_called(words)), None)

    def person(self, person: PersonId | None) -> Spokesperson | None:
        """Return the spokesperson with that id, None where there is none."""
        return next((one for one in self.spokespersons if one.id == person), None)

    def is_uncertain(self, block: Block) -> bool:
        """Return whether PressDesk still asks who speaks in ``block``, or for whom."""
        if not isinstance(block, QuoteBlock):
            return False
        speaker = self.person(block.speaker)
        return not block.is_speaker_confirmed or speaker is None or speaker.organisation is None

    def with_block(self, block: Block) -> Content:
        """Return the content with the block of the same id replaced by ``block``."""
        blocks = tuple(block if one.id == block.id else one for one in self.blocks)
        return replace(self, blocks=blocks)
