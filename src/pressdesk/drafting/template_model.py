"""What a release template is, and what people fill it with, as immutable values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from pressdesk.domain.errors import TemplateLanguageMissing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressdesk.domain.content import Language

CATALOGUE = (
    "samarbeidsavtale",
    "nytt-medlem",
    "tildeling",
    "pilotprosjekt",
    "arrangement",
    "rapport",
    "ansettelse",
    "oppkjop",
    "pris",
    "horing",
    "milepael",
    "redegjorelse",
)
"""Template ids in the order in which people are shown them; own ones come after."""

PARTNER_WORDS = (
    "partners",
    "partners_full",
    "first_partner",
    "first_partner_full",
    "other_partners",
    "other_partners_full",
)
"""What a placeholder may name besides fields."""


class FieldType(StrEnum):
    """What kind of answer a field wants."""

    TEXT = "text"
    LONGTEXT = "longtext"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    AMOUNT = "amount"
    NUMBER = "number"
    PERCENT = "percent"
    SHARES = "shares"
    PERSON = "person"
    CHOICE = "choice"
    URL = "url"


class LimitUnit(StrEnum):
    """What a length is counted in."""

    CHARACTERS = "characters"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How long an answer should be: up to ``good``, and never above ``warn`` without a word."""

    unit: LimitUnit
    good: int
    warn: int

    def length(self, words: str) -> int:
        """Return the length of ``words`` in this unit."""
        return len(words.split()) if self.unit is LimitUnit.WORDS else len(words.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the answers to choose from: the value that is kept, the words that are written."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A placeholder in a pattern: the value of a field, or words about the partners.

    ``with_weekday`` asks for a date with its weekday. ``fewest`` and ``more`` are given instead
    of a value for ``{other_partners#joins|join}``: the first when there are as few partners as
    there can be, the second when there are more.
    """

    name: str
    with_weekday: bool = False
    fewest: str | None = None
    more: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with its placeholders, taken apart once, when the template is read."""

    pieces: tuple[str | Reference, ...] = ()

    def references(self) -> Iterator[Reference]:
        """Yield the placeholders in reading order."""
        return (piece for piece in self.pieces if isinstance(piece, Reference))

    @property
    def only_reference(self) -> Reference | None:
        """The placeholder that is the whole pattern, None where there are other words."""
        match self.pieces:
            case (Reference() as reference,):
                return reference
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateField:
    """One question to the people who write.

    ``placeholder`` stands in square brackets in the text until there is an answer. ``default``
    is the answer where nobody gave one, ``example`` the one of the example release; both may
    refer to other fields.
    """

    name: str
    type: FieldType
    label: str
    placeholder: str
    required: bool = False
    group: str | None = None
    guidance: str | None = None
    default: Pattern | None = None
    example: Pattern = Pattern()
    choices: tuple[Choice, ...] = ()
    limit: Limit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphPart:
    """A paragraph, sentence by sentence."""

    sentences: tuple[Pattern, ...]
    guidance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubheadingPart:
    """A heading within the body."""

    text: Pattern
    guidance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesPart:
    """The place of the next ``take`` quotes; of all that are left where it is None."""

    take: int | None = None
    guidance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPart:
    """A list of points."""

    items: tuple[Pattern, ...]
    guidance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBoxPart:
    """A box of facts."""

    heading: Pattern
    items: tuple[Pattern, ...]
    guidance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagePart:
    """A picture's words."""

    caption: Pattern
    credit: Pattern
    alt: Pattern
    guidance: str | None = None


TemplatePart: TypeAlias = (
    ParagraphPart | SubheadingPart | QuotesPart | ListPart | FactBoxPart | ImagePart
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPart:
    """A link below the text; there only when its target is an address on the web."""

    label: Pattern
    target: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledPartner:
    """What is known about a partner; empty strings where nothing is."""

    name: str = ""
    short: str = ""
    organisation_number: str = ""
    boilerplate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledSpokesperson:
    """Who speaks for a partner, called by its short form or full name, and the words if any."""

    name: str = ""
    title: str = ""
    organisation: str = ""
    partner: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledContact:
    """Whom journalists may call about a partner."""

    partner: str = ""
    name: str = ""
    title: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledFields:
    """Everything people have answered so far.

    Shape: partners in the order agreed between them; the first one holds the pen. Values are
    as typed: dates best as ``2026-11-26``, instants as ``2026-11-26T08:00`` in Norwegian time.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    partners: tuple[FilledPartner, ...] = ()
    spokespersons: tuple[FilledSpokesperson, ...] = ()
    contacts: tuple[FilledContact, ...] = ()

    def with_values(self, values: Mapping[str, str]) -> FilledFields:
        """Return the same with ``values`` added, which win over those that are there."""
        return replace(self, values={**self.values, **values})


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateText:
    """A template in one language."""

    language: Language
    title: str
    description: str
    traps: tuple[str, ...]
    fields: tuple[TemplateField, ...]
    headline: Pattern
    lead: tuple[Pattern, ...]
    parts: tuple[TemplatePart, ...]
    prompts: tuple[Pattern, ...]
    links: tuple[LinkPart, ...]
    example: FilledFields

    def field(self, name: str) -> TemplateField | None:
        """Return the field of that name, None where there is none."""
        return next((one for one in self.fields if one.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A kind of release: the same fields in every language, in words of its own.

    ``is_own`` tells the templates from the user's folder from those that came along.
    """

    id: str
    texts: tuple[TemplateText, ...]
    is_own: bool = False

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages it is written in, in the order nb, nn, en."""
        return tuple(text.language for text in self.texts)

    @property
    def fields(self) -> tuple[TemplateField, ...]:
        """The fields, labelled in the first language."""
        return self.texts[0].fields

    def text(self, language: Language) -> TemplateText:
        """Return the template in ``language``.

        Raises:
            TemplateLanguageMissing: nobody has written that.
        """
        for text in self.texts:
            if text.language is language:
                return text
        raise TemplateLanguageMissing(
            name=f"{self.id}/{language.value}.toml", line=1, language=language.value
        )
