"""Templates from TOML: strict, and with the line of every fault."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from pressdesk.domain.errors import (
    TemplateFieldsCircular,
    TemplateFieldUnknown,
    TemplateKeyMissing,
    TemplateKeyUnknown,
    TemplateLanguagesDiffer,
    TemplateNotToml,
    TemplateValueWrong,
)
from pressdesk.drafting.template_lines import TomlFault, TomlLines, parse_toml
from pressdesk.drafting.template_model import (
    PARTNER_WORDS,
    Choice,
    FactBoxPart,
    FieldType,
    FilledContact,
    FilledFields,
    FilledPartner,
    FilledSpokesperson,
    ImagePart,
    Limit,
    LimitUnit,
    LinkPart,
    ListPart,
    ParagraphPart,
    Pattern,
    QuotesPart,
    SubheadingPart,
    TemplateField,
    TemplatePart,
    TemplateText,
)
from pressdesk.drafting.template_patterns import circle, parse_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pressdesk.domain.content import Language

LARGEST_FILE = 256 * 1024
"""Bytes; a template is a page or two of text."""

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_FIELD_NAME = re.compile(r"^[a-z][a-z0-9_]*$")


@dataclass(frozen=True, slots=True)
class ReadText:
    """A template in one language with the lines of its file, for what is compared later."""

    text: TemplateText
    name: str
    lines: TomlLines

    def differs(self, table: str, key: str) -> TemplateLanguagesDiffer:
        """Return the fault of a part that the other languages have otherwise."""
        return TemplateLanguagesDiffer(name=self.name, line=self.lines.line(table), key=key)


def read_text(data: bytes, *, name: str, template: str, language: Language) -> ReadText:
    """Return the template that the file ``name`` holds.

    Raises:
        TemplateFaulty: one of its kinds, for the first fault that was found.
    """
    if len(data) > LARGEST_FILE:
        raise TemplateNotToml(name=name, line=1)
    try:
        value, text = parse_toml(data)
    except TomlFault as fault:
        raise TemplateNotToml(name=name, line=fault.line) from fault
    lines = TomlLines(text)
    top = _Table(value, name, lines)
    if top.string("id") != template:
        raise top.wrong("id")
    read = _read_top(top, language)
    _check_references(top, read)
    return ReadText(text=read, name=name, lines=lines)


class _Table:
    """One table of the file; every key is taken once, ``end`` refuses what is left."""

    def __init__(
        self, value: dict[str, Any], name: str, lines: TomlLines, path: str = ""
    ) -> None:  # Any: what tomllib gives
        self._left = dict(value)
        self._given = value
        self.name, self.lines, self.path = name, lines, path

    def wrong(self, key: str) -> TemplateValueWrong:
        """Return the fault of a value that does not fit."""
        return TemplateValueWrong(name=self.name, line=self.lines.line(self.path, key), key=key)

    def missing(self, key: str) -> TemplateKeyMissing:
        """Return the fault of a key that is not there."""
        return TemplateKeyMissing(name=self.name, line=self.lines.line(self.path), key=key)

    def end(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self._left:
            raise TemplateKeyUnknown(name=self.name, line=self.lines.line(self.path, key), key=key)

    def optional(self, key: str, kind: type[T]) -> T | None:
        """Return the value of a key that may be missing."""
        value = self._left.pop(key, None)
        if value is not None and (not isinstance(value, kind) or (kind is int and value is True)):
            raise self.wrong(key)
        return value

    def needed(self, key: str, kind: type[T]) -> T:
        """Return the value of a key that has to be there."""
        value = self.optional(key, kind)
        if value is None:
            raise self.missing(key)
        return value

    def string(self, key: str) -> str:
        """Return a string that says something."""
        value = self.needed(key, str).strip()
        if not value:
            raise self.wrong(key)
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; one string is a list of one, no key an empty one."""
        value = self._left.pop(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            raise self.wrong(key)
        return tuple(values)

    def pattern(self, key: str) -> Pattern:
        """Return a sentence with placeholders."""
        return self._parsed(key, self.string(key))

    def optional_pattern(self, key: str) -> Pattern | None:
        """Return a sentence with placeholders that may be missing."""
        value = self.optional(key, str)
        return self._parsed(key, value) if value else None

    def patterns(self, key: str) -> tuple[Pattern, ...]:
        """Return at least one sentence with placeholders."""
        values = self.strings(key)
        if not values:
            raise self.missing(key) if key not in self._given else self.wrong(key)
        return tuple(self._parsed(key, value) for value in values)

    def one_of(self, key: str, kind: type[E]) -> E:
        """Return a word out of a fixed set."""
        word = self.string(key)
        if word not in [one.value for one in kind]:
            raise self.wrong(key)
        return kind(word)

    def table(self, key: str) -> _Table:
        """Return a table within this one; an empty one where there is none."""
        value = self.optional(key, dict) or {}
        return _Table(value, self.name, self.lines, self._inner(key))

    def tables(self, key: str) -> tuple[_Table, ...]:
        """Return a list of tables, empty where there is none."""
        values = self.optional(key, list) or []
        if not all(isinstance(one, dict) for one in values):
            raise self.wrong(key)
        return tuple(
            _Table(one, self.name, self.lines, f"{self._inner(key)}.{place}")
            for place, one in enumerate(values)
        )

    def _inner(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _parsed(self, key: str, words: str) -> Pattern:
        try:
            return parse_pattern(words)
        except ValueError as error:
            raise self.wrong(key) from error


def _read_top(top: _Table, language: Language) -> TemplateText:
    text, example = top.table("text"), top.table("example")
    fields = tuple(_read_field(table) for table in top.tables("field"))
    _check_names(top, fields)
    read = TemplateText(
        language=language,
        title=top.string("title"),
        description=top.string("description"),
        traps=top.strings("traps"),
        fields=fields,
        headline=text.pattern("title"),
        lead=text.patterns("lead"),
        prompts=text.patterns("quotes"),
        parts=_read_parts(top),
        links=tuple(_read_link(table) for table in top.tables("link")),
        example=_read_example(example),
    )
    for table in (text, example, top):
        table.end()
    return read


def _read_field(table: _Table) -> TemplateField:
    name, kind = table.string("name"), table.one_of("type", FieldType)
    if not _FIELD_NAME.match(name) or name in PARTNER_WORDS:
        raise table.wrong("name")
    placeholder = table.string("placeholder")
    if set(placeholder) & set("[]{}"):
        raise table.wrong("placeholder")
    choices = tuple(_read_choice(inner) for inner in table.tables("choices"))
    if bool(choices) != (kind is FieldType.CHOICE):
        raise table.wrong("choices") if choices else table.missing("choices")
    field = TemplateField(
        name=name,
        type=kind,
        label=table.string("label"),
        placeholder=placeholder,
        required=table.optional("required", bool) or False,
        group=table.optional("group", str),
        guidance=table.optional("guidance", str),
        default=table.optional_pattern("default"),
        example=table.optional_pattern("example") or Pattern(),
        choices=choices,
        limit=_read_limit(table),
    )
    table.end()
    return field


def _read_choice(table: _Table) -> Choice:
    choice = Choice(value=table.string("value"), text=table.string("text"))
    table.end()
    return choice


def _read_limit(table: _Table) -> Limit | None:
    inner = table.table("limit")
    if not inner._given:  # noqa: SLF001 - the class's own module
        return None
    limit = Limit(
        unit=inner.one_of("unit", LimitUnit),
        good=inner.needed("good", int),
        warn=inner.needed("warn", int),
    )
    inner.end()
    if not 0 < limit.good <= limit.warn:
        raise table.wrong("limit")
    return limit


def _read_paragraph(table: _Table, guidance: str | None) -> TemplatePart:
    return ParagraphPart(sentences=table.patterns("text"), guidance=guidance)


def _read_subheading(table: _Table, guidance: str | None) -> TemplatePart:
    return SubheadingPart(text=table.pattern("text"), guidance=guidance)


def _read_quotes(table: _Table, guidance: str | None) -> TemplatePart:
    take = table.optional("take", int)
    if take is not None and take < 1:
        raise table.wrong("take")
    return QuotesPart(take=take, guidance=guidance)


def _read_list(table: _Table, guidance: str | None) -> TemplatePart:
    return ListPart(items=table.patterns("items"), guidance=guidance)


def _read_fact_box(table: _Table, guidance: str | None) -> TemplatePart:
    return FactBoxPart(
        heading=table.pattern("heading"), items=table.patterns("items"), guidance=guidance
    )


def _read_image(table: _Table, guidance: str | None) -> TemplatePart:
    return ImagePart(
        caption=table.pattern("caption"),
        credit=table.pattern("credit"),
        alt=table.pattern("alt"),
        guidance=guidance,
    )


_PART_READERS: dict[str, Callable[[_Table, str | None], TemplatePart]] = {
    "paragraph": _read_paragraph,
    "subheading": _read_subheading,
    "quotes": _read_quotes,
    "list": _read_list,
    "factbox": _read_fact_box,
    "image": _read_image,
}


def _read_parts(top: _Table) -> tuple[TemplatePart, ...]:
    parts: list[TemplatePart] = []
    for table in top.tables("block"):
        read = _PART_READERS.get(table.string("kind"))
        if read is None:
            raise table.wrong("kind")
        parts.append(read(table, table.optional("guidance", str)))
        table.end()
    quotes = [part for part in parts if isinstance(part, QuotesPart)]
    if not parts or not quotes:
        raise top.missing("block")
    if quotes[-1].take is not None:
        raise top.wrong("take")
    return tuple(parts)


def _read_link(table: _Table) -> LinkPart:
    link = LinkPart(label=table.pattern("label"), target=table.pattern("target"))
    table.end()
    return link


def _read_example(table: _Table) -> FilledFields:
    return FilledFields(
        partners=tuple(
            FilledPartner(**_filled(one, FilledPartner.__slots__))
            for one in table.tables("partner")
        ),
        spokespersons=tuple(
            FilledSpokesperson(**_filled(one, FilledSpokesperson.__slots__))
            for one in table.tables("spokesperson")
        ),
        contacts=tuple(
            FilledContact(**_filled(one, FilledContact.__slots__))
            for one in table.tables("contact")
        ),
    )


def _filled(table: _Table, keys: Sequence[str]) -> dict[str, str]:
    values = {key: (table.optional(key, str) or "").strip() for key in keys}
    table.end()
    return values


def _check_names(top: _Table, fields: Sequence[TemplateField]) -> None:
    seen: set[str] = set()
    for place, field in enumerate(fields):
        if field.name in seen:
            raise TemplateValueWrong(
                name=top.name, line=top.lines.line(f"field.{place}", "name"), key=field.name
            )
        seen.add(field.name)


def _check_references(top: _Table, text: TemplateText) -> None:
    """Refuse placeholders for what is no field, and answers that go round in a circle."""
    names = {field.name for field in text.fields}
    for table, key, patterns in _all_patterns(text):
        known = names if key == "example" else names | set(PARTNER_WORDS)
        for pattern in patterns:
            for reference in pattern.references():
                if reference.name not in known:
                    line = top.lines.line_of_words(table, key, "{" + reference.name)
                    raise TemplateFieldUnknown(name=top.name, line=line, field=reference.name)
    for key in ("default", "example"):
        found = circle({field.name: _named(getattr(field, key)) for field in text.fields})
        if found:
            place = [field.name for field in text.fields].index(found[0])
            raise TemplateFieldsCircular(
                name=top.name,
                line=top.lines.line(f"field.{place}", key),
                field=" → ".join(found),
            )


def _named(pattern: Pattern | None) -> list[str]:
    return [reference.name for reference in pattern.references()] if pattern else []


def _all_patterns(text: TemplateText) -> Iterable[tuple[str, str, Sequence[Pattern]]]:
    """Yield table, key and patterns of everything in the template that holds placeholders."""
    for place, field in enumerate(text.fields):
        yield f"field.{place}", "default", (field.default or Pattern(),)
        yield f"field.{place}", "example", (field.example,)
    yield "text", "title", (text.headline,)
    yield "text", "lead", text.lead
    yield "text", "quotes", text.prompts
    for place, part in enumerate(text.parts):
        for key, patterns in _patterns_of(part).items():
            yield f"block.{place}", key, patterns
    for place, link in enumerate(text.links):
        yield f"link.{place}", "label", (link.label,)
        yield f"link.{place}", "target", (link.target,)


def _patterns_of(part: TemplatePart) -> dict[str, Sequence[Pattern]]:
    match part:
        case ParagraphPart():
            return {"text": part.sentences}
        case SubheadingPart():
            return {"text": (part.text,)}
        case ListPart():
            return {"items": part.items}
        case FactBoxPart():
            return {"heading": (part.heading,), "items": part.items}
        case ImagePart():
            return {"caption": (part.caption,), "credit": (part.credit,), "alt": (part.alt,)}
        case QuotesPart():
            return {}


def check_alike(first: ReadText, other: ReadText) -> None:
    """Refuse languages of one template that do not have the same fields and parts.

    Raises:
        TemplateLanguagesDiffer: in ``other``, at the first difference.
    """
    for place, field in enumerate(other.text.fields):
        if field.name not in [one.name for one in first.text.fields]:
            raise other.differs(f"field.{place}", field.name)
    for place, field in enumerate(first.text.fields):
        at = f"field.{min(place, len(other.text.fields) - 1)}"
        if place >= len(other.text.fields):
            raise other.differs(at, field.name)
        if _field_shape(field) != _field_shape(other.text.fields[place]):
            raise other.differs(at, field.name)
    kinds, others = ([type(part) for part in one.text.parts] for one in (first, other))
    for place, kind in enumerate(kinds):
        if place >= len(others) or others[place] is not kind:
            raise other.differs(f"block.{min(place, len(others) - 1)}", "block")
    if len(others) > len(kinds):
        raise other.differs(f"block.{len(kinds)}", "block")


def _field_shape(field: TemplateField) -> tuple[object, ...]:
    choices = tuple(choice.value for choice in field.choices)
    return field.name, field.type, field.required, choices
