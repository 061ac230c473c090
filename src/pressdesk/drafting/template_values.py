"""What a field says in a text: its answer written out, its default, or a placeholder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.text import Text
from pressdesk.drafting.template_model import (
    FieldType,
    FilledFields,
    FilledPartner,
    Pattern,
    Reference,
    TemplateField,
    TemplateText,
)
from pressdesk.drafting.template_words import (
    WORDS,
    enumeration,
    parse_amount,
    parse_date,
    parse_moment,
    parse_number,
    parse_percent,
    parse_shares,
    parse_time,
    write_amount,
    write_date,
    write_number,
    write_percent,
    write_shares,
    write_time,
)

if TYPE_CHECKING:
    from collections.abc import Callable

FEWEST_PARTNERS = 2
_ENDS = ".!?…"


def cleaned(words: str) -> str:
    """Return typed words as one line that a text can hold."""
    return Text.of(words.strip()).plain.strip()


def bracketed(words: str) -> str:
    """Return ``words`` as a placeholder; brackets within are dropped, they would end it."""
    return "[" + words.replace("[", "").replace("]", "") + "]"


def written_value(
    field: TemplateField, value: str, language: Language, *, with_weekday: bool = False
) -> str:
    """Return a typed answer as the release writes it; what is not understood stays as typed."""
    if field.type is FieldType.CHOICE:
        written = next((one.text for one in field.choices if one.value == value), None)
    elif field.type is FieldType.DATE and (day := parse_date(value)):
        written = write_date(day.day, language, with_weekday=with_weekday)
    else:
        write = _WRITERS.get(field.type)
        written = write(value, language) if write else None
    return cleaned(value if written is None else written)


def _written_number(value: str, language: Language) -> str | None:
    number = parse_number(value)
    return None if number is None else write_number(number, language)


def _written_amount(value: str, language: Language) -> str | None:
    amount = parse_amount(value)
    return write_amount(amount, language) if amount else None


def _written_percent(value: str, language: Language) -> str | None:
    percent = parse_percent(value)
    return write_percent(percent, language) if percent else None


def _written_shares(value: str, language: Language) -> str | None:
    shares = parse_shares(value)
    return write_shares(shares, language) if shares else None


def _written_time(value: str, language: Language) -> str | None:
    clock = parse_time(value)
    return write_time(clock, language) if clock else None


def _written_moment(value: str, language: Language) -> str | None:
    moment = parse_moment(value)
    if moment is None:
        return None
    day = write_date(moment[0].day, language, with_weekday=True)
    clock = write_time(moment[1].time(), language)
    return f"{day} at {clock}" if language is Language.EN else f"{day} kl. {clock}"


_WRITERS: dict[FieldType, Callable[[str, Language], str | None]] = {
    FieldType.DATETIME: _written_moment,
    FieldType.TIME: _written_time,
    FieldType.AMOUNT: _written_amount,
    FieldType.NUMBER: _written_number,
    FieldType.PERCENT: _written_percent,
    FieldType.SHARES: _written_shares,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPartner:
    """A partner as the text names it, placeholders where a name is lacking."""

    name: str
    short: str
    is_known: bool

    @property
    def introduced(self) -> str:
        """The full name, with the short form behind it unless that is part of the name."""
        if f" {self.short.casefold()} " in f" {self.name.casefold()} ":
            return self.name
        return f"{self.name} ({self.short})"


def named_partners(filled: FilledFields, language: Language) -> tuple[NamedPartner, ...]:
    """Return the partners in their order, made up to two with placeholders."""
    words = WORDS[language]
    lacking = FEWEST_PARTNERS - len(filled.partners)
    partners = [*filled.partners, *[FilledPartner()] * lacking]
    ordinals = [words.first_partner, words.second_partner]
    named = []
    for place, partner in enumerate(partners):
        name, short = cleaned(partner.name), cleaned(partner.short)
        ordinal = ordinals[place] if place < len(ordinals) else f"partner {place + 1}"
        named.append(
            NamedPartner(
                name=name or short or bracketed(ordinal),
                short=short or name or bracketed(ordinal),
                is_known=bool(name or short),
            )
        )
    return tuple(named)


class Values:
    """Fills the patterns of one template, once, with the answers of one release.

    An answer is never read as a pattern: braces in it stay braces.
    """

    def __init__(self, text: TemplateText, filled: FilledFields) -> None:
        self._filled = filled
        self._fields = {field.name: field for field in text.fields}
        self._language = text.language
        self.partners = named_partners(filled, text.language)

    def typed(self, name: str) -> str:
        """Return the answer as typed, else the default's words, else an empty string."""
        answer = self._filled.values.get(name, "").strip()
        field = self._fields.get(name)
        if answer or field is None or field.default is None:
            return answer
        return self.words(field.default)

    def is_said(self, pattern: Pattern) -> bool:
        """Return whether the pattern is written: not when an optional answer in it is lacking."""
        fields = [self._fields.get(reference.name) for reference in pattern.references()]
        return all(field is None or field.required or self.typed(field.name) for field in fields)

    def words(self, pattern: Pattern) -> str:
        """Return the pattern with every placeholder replaced; no end mark stands twice."""
        written = ""
        for piece in pattern.pieces:
            more = self._value(piece) if isinstance(piece, Reference) else piece
            if more.startswith(".") and written.endswith(tuple(_ENDS)):
                more = more[1:]
            written += more
        return written

    def sentences(self, patterns: tuple[Pattern, ...]) -> str:
        """Return those of the sentences that are said, as one paragraph."""
        said = [self.words(pattern) for pattern in patterns if self.is_said(pattern)]
        return " ".join(words for words in said if words)

    def _value(self, reference: Reference) -> str:
        if reference.fewest is not None and reference.more is not None:
            return reference.fewest if len(self.partners) <= FEWEST_PARTNERS else reference.more
        field = self._fields.get(reference.name)
        if field is None:
            return self._partner_words(reference.name)
        typed = self.typed(field.name)
        if not typed:
            return bracketed(field.placeholder)
        return written_value(field, typed, self._language, with_weekday=reference.with_weekday)

    def _partner_words(self, name: str) -> str:
        first, others = self.partners[:1], self.partners[1:]
        chosen = {"partners": self.partners, "first_partner": first, "other_partners": others}
        group = chosen[name.removesuffix("_full")]
        names = [one.introduced if name.endswith("_full") else one.short for one in group]
        return enumeration(names, self._language)
