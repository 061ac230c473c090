"""What ``check`` and ``rules`` print: JSON by the contract, and SARIF 2.1.0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.finding import Severity
from pressdesk.proofing.rules.example_reading import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.content import Language
    from pressdesk.domain.finding import Finding
    from pressdesk.proofing.rules.model import Example, Rule
    from pressdesk.services.proofing import Checked

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def check_shape(
    checked: Checked, language: Language, suggest: Callable[[Finding], tuple[str, ...]]
) -> dict[str, Json]:
    """Return what ``check --json`` prints; ``suggest`` gives the suggestions to show."""
    return {
        "findings": [_finding(one, suggest(one)) for one in checked.findings],
        "words": checked.words,
        "language": language.value,
        "engines": list(checked.engines),
    }


def _finding(finding: Finding, suggestions: Sequence[str]) -> Json:
    place = finding.place
    return {
        "rule": finding.rule,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "explanation": finding.explanation,
        "block": place.block if place else None,
        "line": place.line if place else None,
        "start": finding.start if place else None,
        "end": finding.end if place else None,
        "text": finding.text,
        "suggestions": list(suggestions),
        "source": finding.source,
        "language": finding.language.value,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInWords:
    """A rule as it is told: faults in its examples stand between marks."""

    id: str
    languages: tuple[str, ...]
    kind: str
    severity: Severity
    message: str
    explanation: str
    source: str
    examples: tuple[tuple[str, str | None], ...]
    clean: tuple[str, ...]


def in_words(rule: Rule) -> RuleInWords:
    """Return what people and tools are told of a rule."""
    return RuleInWords(
        id=rule.id,
        languages=tuple(one.value for one in sorted(rule.languages)),
        kind=rule.kind.value,
        severity=rule.severity,
        message=_message(rule),
        explanation=rule.explanation,
        source=rule.source,
        examples=tuple((_marked(one), one.right) for one in rule.examples),
        clean=tuple(one.text for one in rule.clean),
    )


def rules_shape(rules: Sequence[RuleInWords]) -> dict[str, Json]:
    """Return what ``rules --json`` prints."""
    return {
        "rules": [
            {
                "id": rule.id,
                "languages": list(rule.languages),
                "kind": rule.kind,
                "severity": rule.severity.value,
                "message": rule.message,
                "explanation": rule.explanation,
                "source": rule.source,
                "examples": [{"wrong": wrong, "right": right} for wrong, right in rule.examples],
                "clean": list(rule.clean),
            }
            for rule in rules
        ]
    }


def _message(rule: Rule) -> str:
    """Return the rule's sentence, an ellipsis standing for what a text puts in."""
    return rule.message.fill(dict.fromkeys(rule.message.fields, "…"))


def _marked(example: Example) -> str:
    """Return the faulty text with marks around the faults."""
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}{OPENING}{text[start:end]}{CLOSING}{text[end:]}"
    return text


def sarif_shape(
    checked: Checked,
    rules: Iterable[Rule],
    uri: str,
    version: str,
    suggest: Callable[[Finding], tuple[str, ...]],
) -> dict[str, Json]:
    """Return a SARIF 2.1.0 log; columns count code points.

    Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0, 3.14 to 3.30.
    """
    ids = sorted({one.rule for one in checked.findings})
    places = {rule: number for number, rule in enumerate(ids)}
    known = {rule.id: rule for rule in rules}
    described: list[Json] = [_descriptor(rule, known.get(rule)) for rule in ids]
    results: list[Json] = [
        _result(one, places[one.rule], uri, suggest(one)) for one in checked.findings
    ]
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "PressDesk", "version": version, "rules": described},
                },
                "columnKind": "unicodeCodePoints",
                "artifacts": [{"location": {"uri": uri}}],
                "results": results,
            }
        ],
    }


def _descriptor(rule_id: str, rule: Rule | None) -> Json:
    if rule is None:  # spelling has no file of rules
        return {"id": rule_id}
    return {
        "id": rule_id,
        "shortDescription": {"text": _message(rule)},
        "fullDescription": {"text": rule.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"kind": rule.kind.value, "source": rule.source},
    }


def _result(finding: Finding, index: int, uri: str, suggestions: Sequence[str]) -> Json:
    physical: dict[str, Json] = {"artifactLocation": {"uri": uri, "index": 0}}
    result: dict[str, Json] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": physical}],
        "properties": {
            "kind": finding.kind.value,
            "language": finding.language.value,
            "suggestions": list(suggestions),
        },
    }
    if finding.place is not None:
        region: dict[str, Json] = {
            "startLine": finding.place.line,
            "startColumn": finding.start + 1,
            "endColumn": finding.end + 1,
        }
        physical["region"] = region
        if suggestions:
            result["fixes"] = [_fix(one, finding, region, uri) for one in suggestions]
    return result


def _fix(suggestion: str, finding: Finding, region: dict[str, Json], uri: str) -> Json:
    return {
        "description": {"text": f"{finding.text} → {suggestion}"},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": uri, "index": 0},
                "replacements": [
                    {"deletedRegion": dict(region), "insertedContent": {"text": suggestion}}
                ],
            }
        ],
    }
