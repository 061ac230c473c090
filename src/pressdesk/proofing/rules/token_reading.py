"""Token patterns from TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.proofing.lexicon.reading import (
    AdjectiveForm,
    Gender,
    Number,
    VerbForm,
    WordClass,
)
from pressdesk.proofing.rules.patterns import Pattern, PatternFault
from pressdesk.proofing.rules.token_patterns import (
    Case,
    Condition,
    Element,
    Only,
    Position,
    ReadingCondition,
    TokenDetector,
)
from pressdesk.proofing.rules.word_lists import word_texts
from pressdesk.textops.tokens import TokenKind

if TYPE_CHECKING:
    from enum import StrEnum

    from pressdesk.proofing.rules.tables import Table

_MOST = 12
"""Words that one element may take."""

_CHOICES: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("class", "word_class", WordClass),
    ("gender", "gender", Gender),
    ("number", "number", Number),
    ("verb_form", "verb_form", VerbForm),
    ("adjective_form", "adjective_form", AdjectiveForm),
)
_FLAGS = (
    ("definite", "definite"),
    ("passive", "is_passive"),
    ("modal", "is_modal"),
    ("genitive", "is_genitive"),
    ("compound", "is_compound"),
)
_SIGNS = frozenset({TokenKind.PUNCTUATION})
_NO_SIGNS = frozenset(TokenKind) - _SIGNS


def read_tokens(table: Table) -> tuple[TokenDetector, frozenset[str]]:
    """Return the detector of ``tokens``, and the names of its elements.

    Raises:
        RuleFaulty: one of its kinds.
    """
    tables = table.tables("tokens")
    marks = [one.flag("mark") for one in tables]
    elements = tuple(
        _element(one, is_marked=mark is True or (mark is None and True not in marks))
        for one, mark in zip(tables, marks, strict=True)
    )
    names = [one.name for one in elements if one.name is not None]
    if (
        not any(one.is_marked and one.least for one in elements)
        or not (elements[0].least and elements[-1].least)
        or len(set(names)) < len(names)
    ):
        raise table.wrong("tokens")
    return TokenDetector(elements), frozenset(names)


def _element(table: Table, *, is_marked: bool) -> Element:
    element = Element(
        name=table.optional_text("name"),
        least=0 if table.flag("optional") else 1,
        most=table.count("upto", _MOST) or 1,
        is_marked=is_marked,
        condition=_condition(table),
    )
    table.end()
    return element


def _condition(table: Table) -> Condition:
    texts = _texts(table)
    pattern = _pattern(table)
    kinds = table.choices("kind", TokenKind)
    if kinds is None:
        is_open = texts is not None or pattern is not None
        kinds = frozenset(TokenKind) if is_open else _NO_SIGNS
    return Condition(
        texts=texts,
        pattern=pattern,
        kinds=kinds,
        case=table.choice("case", Case),
        position=table.choice("position", Position),
        has_space=table.flag("space"),
        is_known=table.flag("known"),
        reading=_reading(table),
        excluded=_excluded(table),
    )


def _texts(table: Table) -> frozenset[str] | None:
    """Return the forms that ``text`` allows; each must be one word."""
    if not table.has("text"):
        return None
    texts = table.texts("text")
    if not texts or any(len(word_texts(text)) != 1 for text in texts):
        raise table.wrong("text")
    return frozenset(text.lower() for text in texts)


def _pattern(table: Table) -> Pattern | None:
    text = table.optional_text("regex")
    if text is None:
        return None
    try:
        return Pattern(text)
    except PatternFault as fault:
        raise table.wrong("regex") from fault


def _reading(table: Table) -> ReadingCondition | None:
    wanted: list[tuple[str, frozenset[object]]] = []
    for key, attribute, choices in _CHOICES:
        values = table.choices(key, choices)
        if values is not None:
            wanted.append((attribute, frozenset(values)))
    for key, attribute in _FLAGS:
        flag = table.flag(key)
        if flag is not None:
            wanted.append((attribute, frozenset({flag})))
    lemmas = table.texts("lemma")
    if lemmas:
        wanted.append(("lemma", frozenset(lemmas)))
    only = table.choice("only", Only)
    if not wanted:
        if only is not None:
            raise table.wrong("only")
        return None
    return ReadingCondition(wanted=tuple(wanted), only=only or Only.ONE)


def _excluded(table: Table) -> tuple[Condition, ...]:
    """Return what ``not`` refuses: a table, or a list of them."""
    one = table.single_table("not")
    tables = (one,) if one is not None else table.tables("not")
    conditions = tuple(map(_condition, tables))
    for one in tables:
        one.end()
    return conditions
