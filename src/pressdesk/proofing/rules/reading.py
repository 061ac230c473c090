"""Rules from TOML: strict, with the file, the rule and the field of every fault."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language, Profile
from pressdesk.domain.errors import RuleFileNotToml, RuleIdTwice
from pressdesk.domain.finding import FindingKind, Severity
from pressdesk.domain.manuscript import Role
from pressdesk.proofing.house import CHECKS
from pressdesk.proofing.rules.example_reading import Defaults, read_clean, read_examples
from pressdesk.proofing.rules.filling import Filling, FillingFault
from pressdesk.proofing.rules.functions import FUNCTIONS, FunctionDetector
from pressdesk.proofing.rules.model import Rule, Scope
from pressdesk.proofing.rules.patterns import Pattern, PatternDetector, PatternFault
from pressdesk.proofing.rules.tables import E, Table
from pressdesk.proofing.rules.token_reading import read_tokens
from pressdesk.proofing.rules.word_lists import WordListDetector, word_texts

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.proofing.rules.model import Detector, TextDetector

LARGEST_FILE = 1024 * 1024
"""Bytes."""

FOLDERS: tuple[tuple[str, frozenset[Language]], ...] = (
    ("no", frozenset({Language.NB, Language.NN})),
    ("nb", frozenset({Language.NB})),
    ("nn", frozenset({Language.NN})),
    ("en", frozenset({Language.EN})),
)
_WAYS = ("pattern", "tokens", "words", "function")
_ID = re.compile(r"[a-z0-9æøå]+(?:-[a-z0-9æøå]+)*(?:\.[a-z0-9æøå]+(?:-[a-z0-9æøå]+)*)+")
_AT_LINE = re.compile(r"at line (\d+)")
_OWN_FIELDS = frozenset({"treff", "forslag"})
"""The marked words, and the first suggestion."""


def read_rules(folder: Path) -> tuple[Rule, ...]:
    """Return the rules of all files below ``folder``.

    Shape: by folder, file name and place in the file; the order is that of ``Rule.order``.

    Raises:
        RuleFileFaulty: one of its kinds, for the first fault that was found.
    """
    rules: list[Rule] = []
    seen: set[str] = set()
    for below, languages in FOLDERS:
        for path in sorted((folder / below).glob("*.toml")):
            name = f"{below}/{path.name}"
            for rule in read_file(path.read_bytes(), name, languages, first=len(rules)):
                if rule.id in seen:
                    raise RuleIdTwice(name=name, rule=rule.id, key="id")
                seen.add(rule.id)
                rules.append(rule)
    return tuple(rules)


def read_file(
    data: bytes, name: str, languages: frozenset[Language], *, first: int = 0
) -> tuple[Rule, ...]:
    """Return the rules of one file, numbered from ``first``.

    Raises:
        RuleFileFaulty: one of its kinds, for the first fault that was found.
    """
    if len(data) > LARGEST_FILE:
        raise RuleFileNotToml(name=name, line=1)
    try:
        value = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise RuleFileNotToml(name=name, line=line) from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        found = _AT_LINE.search(str(fault))
        line = int(found[1]) if found else 1
        raise RuleFileNotToml(name=name, line=line) from fault
    tables = value.pop("rule", [])
    if value or not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise RuleFileNotToml(name=name, line=1)
    return tuple(
        _Reader(table, name, number).rule(languages, first + number)
        for number, table in enumerate(tables)
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """How a rule finds its faults. ``fields`` is None where any field may come."""

    detector: Detector | None
    text_detector: TextDetector | None
    fields: frozenset[str] | None


class _Reader:
    """Reads one rule."""

    def __init__(self, values: dict[str, object], name: str, number: int) -> None:
        rule_id = values.get("id")
        rule = rule_id if isinstance(rule_id, str) and rule_id else str(number + 1)
        self._table = Table(values, name=name, rule=rule)

    def rule(self, languages: frozenset[Language], order: int) -> Rule:
        """Return the rule."""
        table = self._table
        rule_id = table.text("id")
        if _ID.fullmatch(rule_id) is None:
            raise table.wrong("id")
        scope = table.choice("scope", Scope) or Scope.PASSAGE
        languages = self._languages(languages)
        profiles = table.choices("profiles", Profile) or frozenset(Profile)
        roles = table.choices("roles", Role) or frozenset(Role)
        way = self._way(scope)
        suggestions = self._suggestions(way.fields)
        message = self._filling("message", way.fields)
        explanation = table.text("explanation")
        nynorsk = table.given("message_nn", "explanation_nn")
        defaults = Defaults.of(languages, profiles, roles, scope)
        rule = Rule(
            id=rule_id,
            order=order,
            kind=self._required("kind", FindingKind),
            severity=self._required("severity", Severity),
            message=message,
            message_nn=self._filling("message_nn", way.fields)
            if nynorsk[:1] == ("message_nn",)
            else message,
            explanation=explanation,
            explanation_nn=table.optional_text("explanation_nn") or explanation,
            has_nynorsk=len(nynorsk) > 1,
            source=table.text("source"),
            languages=languages,
            profiles=profiles,
            roles=roles,
            scope=scope,
            detector=way.detector,
            text_detector=way.text_detector,
            exceptions=tuple(self._pattern(text, "except") for text in table.texts("except")),
            suggestions=suggestions,
            examples=read_examples(table, defaults),
            clean=read_clean(table, defaults),
        )
        table.end()
        return rule

    def _required(self, key: str, choices: type[E]) -> E:
        value = self._table.choice(key, choices)
        if value is None:
            raise self._table.missing(key)
        return value

    def _languages(self, languages: frozenset[Language]) -> frozenset[Language]:
        """Return the languages of the rule, which are some of those of its folder."""
        chosen = self._table.choices("languages", Language)
        if chosen is None:
            return languages
        if not chosen or not chosen <= languages:
            raise self._table.wrong("languages")
        return chosen

    def _way(self, scope: Scope) -> _Way:
        given = self._table.given(*_WAYS)
        if not given:
            raise self._table.missing("pattern")
        if len(given) > 1:
            raise self._table.wrong(given[1])
        if scope is Scope.TEXT and given != ("function",):
            raise self._table.wrong(given[0])
        match given[0]:
            case "pattern":
                return self._by_pattern()
            case "tokens":
                detector, names = read_tokens(self._table)
                return _Way(detector, None, names)
            case "words":
                return _Way(WordListDetector(self._words()), None, frozenset())
            case _:
                return self._by_function(scope)

    def _by_pattern(self) -> _Way:
        pattern = self._pattern(self._table.text("pattern"), "pattern")
        reads_addresses = self._table.flag("addresses") is True
        detector = PatternDetector(pattern, reads_addresses=reads_addresses)
        return _Way(detector, None, frozenset(pattern.groups))

    def _by_function(self, scope: Scope) -> _Way:
        name = self._table.text("function")
        if scope is Scope.TEXT:
            if name not in CHECKS:
                raise self._table.wrong("function")
            return _Way(None, CHECKS[name], None)
        if name not in FUNCTIONS:
            raise self._table.wrong("function")
        return _Way(FunctionDetector(FUNCTIONS[name]), None, None)

    def _words(self) -> dict[str, tuple[str, ...]]:
        table = self._table.single_table("words")
        if table is None:
            raise self._table.wrong("words")
        words = table.entries()
        seen: set[tuple[str, ...]] = set()
        for wrong in words:
            texts = word_texts(wrong)
            if not texts or texts in seen:
                raise table.wrong(wrong)
            seen.add(texts)
        if not words:
            raise self._table.wrong("words")
        return words

    def _pattern(self, text: str, key: str) -> Pattern:
        try:
            return Pattern(text)
        except PatternFault as fault:
            raise self._table.wrong(key) from fault

    def _suggestions(self, fields: frozenset[str] | None) -> tuple[Filling, ...]:
        given = self._table.given("suggestion", "suggestions")
        if len(given) > 1:
            raise self._table.wrong("suggestions")
        if not given:
            return ()
        known = None if fields is None else fields | {"treff"}
        return tuple(self._parsed(text, given[0], known) for text in self._table.texts(given[0]))

    def _filling(self, key: str, fields: frozenset[str] | None) -> Filling:
        known = None if fields is None else fields | _OWN_FIELDS
        return self._parsed(self._table.text(key), key, known)

    def _parsed(self, text: str, key: str, known: frozenset[str] | None) -> Filling:
        try:
            filling = Filling.parse(text)
        except FillingFault as fault:
            raise self._table.wrong(key) from fault
        if known is not None and not filling.fields <= known:
            raise self._table.wrong(key)
        return filling
