"""Measures spelling: false alarms on edited prose, misspellings found, suggestions."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random
from statistics import median, quantiles
from typing import TYPE_CHECKING

from evaluate.corpora import UD_FILES, treebank
from evaluate.misspellings import misspell
from pressdesk.domain.content import Language
from pressdesk.domain.finding import Severity
from pressdesk.domain.manuscript import Passage, Place, Role
from pressdesk.proofing.spelling import Grade, KnownWords, spelling_findings
from pressdesk.textops.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from evaluate.corpora import Sentence
    from pressdesk.domain.finding import Finding
    from pressdesk.proofing.spelling import Speller, Spellers

SEED = 20261125
MISSPELLINGS = 2_000
SHORTEST = 4
PLACE = Place(role=Role.BODY, line=1)


@dataclass(slots=True)
class Alarms:
    """Alarms on prose that edited people wrote. ``words`` counts names and foreign words too."""

    words: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    advice: Counter[str] = field(default_factory=Counter)
    errors_on_names: int = 0

    def per_thousand(self, count: int) -> float:
        """Return ``count`` per 1,000 words."""
        return 1000 * count / max(self.words, 1)


@dataclass(slots=True)
class Finds:
    """What became of misspelt words."""

    made: int = 0
    real_words: int = 0
    errors: int = 0
    at_all: int = 0
    first: int = 0
    in_five: int = 0
    milliseconds: list[float] = field(default_factory=list)
    missed: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    misranked: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Desk:
    """The spellers that check a text of one written form."""

    speller: Speller
    english: Speller

    def findings(self, text: str) -> tuple[Finding, ...]:
        """Return what spelling says about ``text``."""
        return tuple(
            spelling_findings(
                Passage(place=PLACE, text=text),
                tokens(text),
                self.speller,
                KnownWords(),
                english=self.english,
            )
        )


def alarms(sentences: Iterable[Sentence], desk: Desk) -> Alarms:
    """Return the spelling alarms on words that are neither names nor foreign."""
    found = Alarms()
    for sentence in sentences:
        found.words += len(sentence.words)
        for finding in desk.findings(sentence.text):
            covered = [
                word
                for word in sentence.words
                if word.start < finding.end and finding.start < word.end
            ]
            is_error = finding.severity is Severity.ERROR
            if not all(word.is_judged for word in covered):
                found.errors_on_names += is_error
                continue
            found.by_rule[finding.rule] += 1
            by_severity = {Severity.ERROR: found.errors, Severity.WARNING: found.warnings}
            by_severity.get(finding.severity, found.advice)[finding.text] += 1
    return found


def finds(words: Collection[str], desk: Desk) -> Finds:
    """Return what becomes of misspellings of ``words``."""
    found = Finds()
    speller = desk.speller
    for case in misspell(sorted(words), MISSPELLINGS, Random(SEED)):  # noqa: S311  repeatable
        found.made += 1
        findings = desk.findings(f"Dette er {case.wrong} her.")
        is_error = any(finding.severity is not Severity.ADVICE for finding in findings)
        found.errors += is_error
        found.at_all += bool(findings)
        if speller.grade(case.wrong) is Grade.KNOWN:
            found.real_words += 1
        elif not is_error:
            found.missed[findings[0].rule if findings else "compound"].append(
                f"{case.wrong}<{case.right}"
            )
        if not is_error:
            continue
        began = time.perf_counter()
        suggested = speller.suggest(case.wrong)
        found.milliseconds.append(1000 * (time.perf_counter() - began))
        found.first += suggested[:1] == (case.right,)
        found.in_five += case.right in suggested
        if suggested[:1] != (case.right,):
            found.misranked.append(f"{case.wrong}<{case.right}: {' '.join(suggested)}")
    return found


def words_to_misspell(
    sentences: Iterable[Sentence], speller: Speller, supplement: Collection[str]
) -> set[str]:
    """Return the ordinary words of the texts that are in the dictionary, not in the supplement."""
    return {
        word.text
        for sentence in sentences
        for word in sentence.words
        if word.is_judged
        and word.text.isalpha()
        and word.text.islower()
        and len(word.text) >= SHORTEST
        and word.text not in supplement
        and speller.grade(word.text) is Grade.KNOWN
    }


def spelling_lines(data: Path, spellers: Spellers, supplements: dict[str, set[str]]) -> list[str]:
    """Return the table of spelling, and below it what was alarmed, as Markdown."""
    rows = [
        "## Spelling",
        "",
        f"{MISSPELLINGS} misspellings of each language, seed {SEED}, one mistake each; false alarms"
        " are errors on words that are neither names nor foreign.",
        "",
        "| | bokmål | nynorsk |",
        "|---|--:|--:|",
    ]
    details: list[str] = []
    columns = []
    for name, file in UD_FILES.items():
        if not (data / file).exists():
            return [*rows[:2], f"Left out: {file} is not there."]
        languages = (Language(name), Language.EN)
        desk = Desk(*(spellers.of(language) for language in languages))
        sentences = list(treebank(data / file))
        seen = alarms(sentences, desk)
        words = words_to_misspell(sentences, desk.speller, supplements.get(name, set()))
        columns.append(column(seen, finds(words, desk), name, details))
    rows += [
        f"| {label} | {' | '.join(figures)} |"
        for label, *figures in zip(*columns, strict=True)
        for label, figures in [(label[0], [label[1], *(figure[1] for figure in figures)])]
    ]
    return [*rows, "", *details]


def column(seen: Alarms, found: Finds, name: str, details: list[str]) -> list[tuple[str, str]]:
    """Return (label, figure) of one language, and add the words behind them to ``details``."""
    errors, advice = seen.errors.total(), seen.advice.total()
    new = found.made - found.real_words
    details += [
        f"### {name}",
        "",
        "Alarms by rule: "
        + ", ".join(f"{rule} {count}" for rule, count in seen.by_rule.most_common()),
        "",
        "False alarms: " + ", ".join(f"{word} {n}" for word, n in seen.errors.most_common(200)),
        "",
        "Warnings: " + ", ".join(f"{word} {n}" for word, n in seen.warnings.most_common(200)),
        "",
        "Advice: " + ", ".join(f"{word} {n}" for word, n in seen.advice.most_common(200)),
        "",
        *(f"Missed as {rule}: {', '.join(cases[:60])}" for rule, cases in found.missed.items()),
        "",
        "Not first: " + "; ".join(found.misranked[:120]),
        "",
    ]
    return [
        ("words of UD dev", f"{seen.words:,}"),
        ("false alarms per 1,000 words", f"{seen.per_thousand(errors):.1f}"),
        ("warnings per 1,000 words", f"{seen.per_thousand(seen.warnings.total()):.1f}"),
        ("advice per 1,000 words", f"{seen.per_thousand(advice):.1f}"),
        (
            "errors on names and foreign words per 1,000",
            f"{seen.per_thousand(seen.errors_on_names):.1f}",
        ),
        ("misspellings found, as errors or warnings", f"{found.errors / found.made:.1%}"),
        ("misspellings found, at all", f"{found.at_all / found.made:.1%}"),
        ("of those that are not other words", f"{found.errors / new:.1%}"),
        ("right suggestion first", f"{found.first / max(found.errors, 1):.1%}"),
        ("right suggestion in five", f"{found.in_five / max(found.errors, 1):.1%}"),
        ("suggestions, median", f"{median(found.milliseconds):.0f} ms"),
        ("suggestions, 95 %", f"{quantiles(found.milliseconds, n=20)[-1]:.0f} ms"),
    ]
