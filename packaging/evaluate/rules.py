"""Measures the whole proofreader: alarms of each rule on edited prose, and learners' errors."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from evaluate.corpora import NOCOLA_FILE, UD_FILES, learner_sentences, treebank
from pressdesk.domain.content import Language
from pressdesk.domain.finding import FindingKind, Severity
from pressdesk.domain.manuscript import Manuscript, Passage, Place, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pressdesk.domain.finding import Finding
    from pressdesk.proofing.proofreader import Proofreader

AT_A_TIME = 500
MOST_SHOWN = 12
CORRECT = ""
# What learners' errors are about; long sentences and residue are not.
ABOUT_LANGUAGE = (
    FindingKind.SPELLING,
    FindingKind.GRAMMAR,
    FindingKind.PUNCTUATION,
    FindingKind.TYPOGRAPHY,
)


def findings_by_text(
    texts: Sequence[str], language: Language, proofreader: Proofreader
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Yield each text, checked as a passage of its own, with its findings."""
    rest = iter(texts)
    while portion := tuple(islice(rest, AT_A_TIME)):
        passages = tuple(
            Passage(place=Place(role=Role.BODY, line=line), text=text)
            for line, text in enumerate(portion, 1)
        )
        report = proofreader.check(Manuscript(language=language, passages=passages))
        by_line: defaultdict[int, list[Finding]] = defaultdict(list)
        for finding in report.findings:
            if finding.place is not None:
                by_line[finding.place.line].append(finding)
        for line, text in enumerate(portion, 1):
            yield text, tuple(by_line[line])


@dataclass(slots=True)
class RuleAlarms:
    """How often each rule spoke in edited prose, and where."""

    words: int = 0
    counts: Counter[tuple[str, Severity, FindingKind]] = field(default_factory=Counter)
    places: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, text: str, findings: Sequence[Finding]) -> None:
        """Count the findings of one text."""
        for finding in findings:
            self.counts[finding.rule, finding.severity, finding.kind] += 1
            marked = f"{text[: finding.start]}⟦{finding.text}⟧{text[finding.end :]}"
            self.places[finding.rule].append(marked)


def alarm_lines(data: Path, proofreader: Proofreader) -> list[str]:
    """Return the tables of alarms on the treebanks."""
    lines = ["## Rules on edited prose", ""]
    for name, file in UD_FILES.items():
        if not (data / file).exists():
            lines += [f"Left out: {file} is not there.", ""]
            continue
        sentences = list(treebank(data / file))
        seen = RuleAlarms(words=sum(len(sentence.words) for sentence in sentences))
        texts = [sentence.text for sentence in sentences]
        for text, findings in findings_by_text(texts, Language(name), proofreader):
            seen.add(text, findings)
        lines += alarm_table(name, seen)
    return lines


def alarm_table(name: str, seen: RuleAlarms) -> list[str]:
    """Return the alarms of one treebank, commonest first, with places."""
    errors = sum(
        count
        for (_, severity, kind), count in seen.counts.items()
        if severity is Severity.ERROR and kind is not FindingKind.SPELLING
    )
    rows = [
        f"### {name}: {seen.words:,} words; error-level rules without spelling:"
        f" {1000 * errors / max(seen.words, 1):.2f} per 1,000 words",
        "",
        "| rule | severity | alarms | per 1,000 words |",
        "|---|---|--:|--:|",
    ]
    ranked = seen.counts.most_common()
    rows += [
        f"| {rule} | {severity} | {count} | {1000 * count / max(seen.words, 1):.2f} |"
        for (rule, severity, _kind), count in ranked
    ]
    shown = [rule for (rule, _severity, kind), _ in ranked if kind is not FindingKind.SPELLING]
    for rule in dict.fromkeys(shown):
        rows += ["", f"{rule}:", *(f"- {text}" for text in seen.places[rule][:MOST_SHOWN])]
    return [*rows, ""]


def learner_lines(data: Path, proofreader: Proofreader) -> list[str]:
    """Return recall by type of error, and alarms on sentences that are correct."""
    lines = ["## Sentences of learners (NoCoLA dev)", ""]
    if not (data / NOCOLA_FILE).exists():
        return [*lines, f"Left out: {NOCOLA_FILE} is not there.", ""]
    sentences = list(learner_sentences(data / NOCOLA_FILE))
    made: Counter[str] = Counter(sentence.error for sentence in sentences)
    found: Counter[str] = Counter()
    false_alarms: Counter[str] = Counter()
    texts = [sentence.text for sentence in sentences]
    checked = findings_by_text(texts, Language.NB, proofreader)
    for sentence, (_text, findings) in zip(sentences, checked, strict=True):
        told = {
            finding.rule
            for finding in findings
            if finding.severity is not Severity.ADVICE and finding.kind in ABOUT_LANGUAGE
        }
        found[sentence.error] += bool(told)
        if sentence.error == CORRECT:
            false_alarms.update(told)
    lines += [
        f"Correct sentences: {made[CORRECT]:,}, alarmed by an error or a warning:"
        f" {found[CORRECT]:,} ({found[CORRECT] / max(made[CORRECT], 1):.1%}): "
        + ", ".join(f"{rule} {count}" for rule, count in false_alarms.most_common(30)),
        "",
        "| type of error | sentences | with an error or a warning | |",
        "|---|--:|--:|--:|",
    ]
    lines += [
        f"| {error} | {count:,} | {found[error]:,} | {found[error] / count:.1%} |"
        for error, count in made.most_common()
        if error != CORRECT
    ]
    return [*lines, ""]
