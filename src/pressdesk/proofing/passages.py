"""Rules and spelling at work on one passage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.finding import Finding
from pressdesk.proofing.pieces import pieces
from pressdesk.proofing.rules.context import Context
from pressdesk.proofing.rules.running import run
from pressdesk.proofing.spelling import introduced, spelling_findings

if TYPE_CHECKING:
    from pressdesk.domain.manuscript import Passage, Place
    from pressdesk.proofing.rules.context import Readings, Setting
    from pressdesk.proofing.rules.model import Rule
    from pressdesk.proofing.rules.running import RuleHit
    from pressdesk.proofing.spelling import KnownWords, Speller


@dataclass(frozen=True, slots=True)
class Ruled:
    """What rules found in a passage. ``too_slow`` are those that were not tried to their end."""

    findings: tuple[Finding, ...]
    words: int
    too_slow: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelled:
    """What the dictionary has to say of a passage, and the names that are introduced in it."""

    findings: tuple[Finding, ...] = ()
    introduced: frozenset[str] = frozenset()


class Reader:
    """Reads one passage, in pieces where it is far too long."""

    def __init__(
        self, passage: Passage, setting: Setting, lexicon: Readings, speech: Language
    ) -> None:
        self._passage = passage
        self._setting = setting
        self._lexicon = lexicon
        self._speech = speech

    @cached_property
    def _pieces(self) -> tuple[tuple[int, Context], ...]:
        return tuple(
            (start, Context(text, self._setting, self._lexicon))
            for start, text in pieces(self._passage.text)
        )

    def by_rules(self, rules: tuple[Rule, ...]) -> Ruled:
        """Return what ``rules`` find; one that takes too long in a piece is left at that."""
        findings: list[Finding] = []
        too_slow: list[str] = []
        for rule in rules:
            try:
                for start, context in self._pieces:
                    findings.extend(self._finding(hit, start) for hit in run(rule, context))
            except TimeoutError:
                too_slow.append(rule.id)
        words = sum(context.word_count for _start, context in self._pieces)
        return Ruled(tuple(findings), words, tuple(too_slow))

    def _finding(self, hit: RuleHit, start: int) -> Finding:
        found = finding_of(hit, self._setting.language, self._speech, self._passage.place)
        return moved(found, start) if start else found

    def by_dictionary(
        self, speller: Speller, known: KnownWords, english: Speller | None
    ) -> Spelled:
        """Return the misspelt words, and the names that the passage introduces."""
        names = (introduced(context.tokens, speller.is_name) for _start, context in self._pieces)
        findings = tuple(
            moved(found, start) if start else found
            for start, context in self._pieces
            for found in spelling_findings(
                self._passage, context.tokens, speller, known, english=english, speech=self._speech
            )
        )
        return Spelled(findings, frozenset().union(*names))


def finding_of(hit: RuleHit, language: Language, speech: Language, place: Place | None) -> Finding:
    """Return what is said about ``hit`` in a text of ``language``."""
    rule = hit.rule
    is_nynorsk = speech is Language.NN
    message = rule.message_nn if is_nynorsk else rule.message
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=rule.severity,
        message=message.fill(hit.fields),
        explanation=rule.explanation_nn if is_nynorsk else rule.explanation,
        source=rule.source,
        language=language,
        place=place,
        start=hit.start,
        end=hit.end,
        text=hit.text,
        suggestions=hit.suggestions,
        removes_passage=hit.removes_passage,
    )


def moved(finding: Finding, offset: int) -> Finding:
    """Return ``finding`` as many code points further on."""
    return replace(finding, start=finding.start + offset, end=finding.end + offset)
