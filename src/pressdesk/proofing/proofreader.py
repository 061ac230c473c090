"""The one front door: what spelling, rules and checks of the whole have to say about a text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.errors import PressDeskError
from pressdesk.domain.report import Report, SetAside
from pressdesk.proofing.merging import merged
from pressdesk.proofing.names import Names
from pressdesk.proofing.passages import Reader, Ruled, Spelled, finding_of
from pressdesk.proofing.remembering import Remembered
from pressdesk.proofing.rules.context import Setting
from pressdesk.proofing.rules.model import Scope
from pressdesk.proofing.rules.running import run_on_text
from pressdesk.proofing.spelling import KnownWords, once_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from threading import Event

    from pressdesk.domain.finding import Finding
    from pressdesk.domain.manuscript import Manuscript, Passage
    from pressdesk.proofing.lexicon import Lexicon, Reading
    from pressdesk.proofing.rules.book import RuleBook
    from pressdesk.proofing.rules.context import Readings
    from pressdesk.proofing.rules.model import Rule
    from pressdesk.proofing.spelling import Speller, Spellers

SPELLING, RULES = "spelling", "rules"

_MOST_PASSAGES = 4096
"""Remembered; more than the texts have that one works on in a day."""

_MOST_LISTS = 8
"""Remembered lists of known words."""

_MOST_TIMES_SLOW = 3
"""Passages in which a rule may take too long before it rests for the remaining ones."""


class _NoWords:
    """Stands for a lexicon that could not be loaded: rules that need it find nothing."""

    def readings(self, form: str, language: Language) -> tuple[Reading, ...]:
        """Return nothing."""
        return ()


@dataclass(slots=True)
class _Check:
    """One check on its way."""

    manuscript: Manuscript
    speech: Language
    rules: tuple[Rule, ...]
    rules_of_the_whole: tuple[Rule, ...]
    order: dict[str, int]
    lexicon: Readings
    speller: Speller | None
    english: Speller | None
    known: KnownWords
    names: Names
    notices: tuple[PressDeskError, ...]
    words: int = 0
    introduced: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    times_slow: Counter[str] = field(default_factory=Counter)

    def report(self, findings: Iterable[Finding], *, is_complete: bool) -> Report:
        """Return what the check came to."""
        return Report(
            findings=tuple(findings),
            words=self.words,
            engines=(SPELLING, RULES) if self.speller else (RULES,),
            set_aside=tuple(self.aside),
            notices=self.notices,
            is_complete=is_complete,
        )

    @property
    def resting(self) -> frozenset[str]:
        """The rules that have been too slow too often."""
        return frozenset(
            rule for rule, times in self.times_slow.items() if times >= _MOST_TIMES_SLOW
        )


class Proofreader:
    """Proofreads manuscripts; cheap to make, loads what it needs on first use, thread-safe."""

    def __init__(self, rules: RuleBook, spellers: Spellers, lexicon: Lexicon) -> None:
        self._book = rules
        self._spellers = spellers
        self._lexicon = lexicon
        self._ruled: Remembered[Ruled] = Remembered(_MOST_PASSAGES)
        self._spelled: Remembered[Spelled] = Remembered(_MOST_PASSAGES)
        self._known: Remembered[tuple[KnownWords, Names]] = Remembered(_MOST_LISTS)

    def check(
        self,
        manuscript: Manuscript,
        *,
        speech: Language | None = None,
        cancelled: Event | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Report:
        """Return what is to be said about ``manuscript``.

        ``speech`` is the language of the messages, where they have it: without it they speak the
        language of the text. ``progress`` is told how many passages are done, of how many.

        Raises:
            RuleFileFaulty: one of its kinds; the rules cannot be read.
        """
        check = self._begin(manuscript, speech or manuscript.language)
        total = len(manuscript.passages)
        for done, passage in enumerate(manuscript.passages):
            if cancelled is not None and cancelled.is_set():
                return check.report(check.findings, is_complete=False)
            if progress is not None:
                progress(done, total)
            check.findings.extend(self._passage(check, passage))
        told = once_each(check.findings, frozenset(check.introduced), check.speech)
        findings = _in_reading_order(manuscript, (*told, *_of_the_whole(check)))
        if progress is not None:
            progress(total, total)
        return check.report(findings, is_complete=True)

    def suggest(
        self, finding: Finding, *, names: frozenset[str] = frozenset(), limit: int = 5
    ) -> tuple[str, ...]:
        """Return what may stand instead, best first; ``names`` of the release are thought of too.

        Units: up to a tenth of a second for a misspelt word; never asked while painting.
        """
        if finding.suggestions is not None:
            return finding.suggestions
        try:
            speller = self._spellers.of(finding.language)
        except PressDeskError:
            return ()  # the report of the check says so
        return speller.suggest(finding.text, limit, names)

    def rules(self, language: Language | None = None) -> tuple[Rule, ...]:
        """Return all rules, or those for one language, in their order.

        Raises:
            RuleFileFaulty: one of its kinds.
        """
        rules = self._book.rules()
        return tuple(rule for rule in rules if language is None or language in rule.languages)

    def _begin(self, manuscript: Manuscript, speech: Language) -> _Check:
        language = manuscript.language
        notices: list[PressDeskError] = []
        lexicon: Readings = self._lexicon
        try:
            self._lexicon.load(language)
        except PressDeskError as error:
            notices.append(error)
            lexicon = _NoWords()
        speller = self._speller(language, notices)
        english = self._speller(Language.EN, notices) if language is not Language.EN else None
        known, names = self._known.answer(
            manuscript.words, lambda: (KnownWords(manuscript.words), Names(manuscript.words))
        )
        return _Check(
            manuscript=manuscript,
            speech=speech,
            rules=self._book.of(language, manuscript.profile, Scope.PASSAGE),
            rules_of_the_whole=self._book.of(language, manuscript.profile, Scope.TEXT),
            order={rule.id: rule.order for rule in self._book.rules()},
            lexicon=lexicon,
            speller=speller,
            english=english,
            known=known,
            names=names,
            notices=tuple(notices),
        )

    def _speller(self, language: Language, notices: list[PressDeskError]) -> Speller | None:
        try:
            return self._spellers.of(language)
        except PressDeskError as error:
            notices.append(error)
            return None

    def _passage(self, check: _Check, passage: Passage) -> Iterator[Finding]:
        """Yield the findings in one passage; nothing is worked out twice."""
        manuscript, resting = check.manuscript, check.resting
        language = passage.language or manuscript.language
        is_foreign = language is not manuscript.language
        setting = Setting(
            language=language,
            role=passage.place.role,
            profile=manuscript.profile,
            names=check.names.within(passage.text),
        )
        reader = Reader(passage, setting, check.lexicon, check.speech)
        about = (passage.text, setting, check.speech)
        rules, speller, english = check.rules, check.speller, check.english
        if is_foreign:  # an English quote in a Norwegian release, say
            rules = self._book.of(language, manuscript.profile, Scope.PASSAGE)
            speller = self._speller(language, [])
            english = None if language is Language.EN else english
        ruled = self._ruled.answer(
            (about, resting, check.lexicon is self._lexicon),
            lambda: reader.by_rules(tuple(one for one in rules if one.id not in resting)),
        )
        check.words += ruled.words
        check.times_slow.update(ruled.too_slow)
        check.aside.extend(SetAside(rule=rule, line=passage.place.line) for rule in ruled.too_slow)
        spelled = Spelled()
        if speller is not None:
            spelled = self._spelled.answer(
                (about, manuscript.words, english is None),
                lambda: reader.by_dictionary(speller, check.known, english),
            )
        check.introduced |= spelled.introduced
        for finding in merged((*ruled.findings, *spelled.findings), check.order):
            is_here = finding.place == passage.place
            yield finding if is_here else replace(finding, place=passage.place)


def _of_the_whole(check: _Check) -> Iterator[Finding]:
    """Yield what the checks of the whole text find."""
    manuscript = check.manuscript
    for rule in check.rules_of_the_whole:
        for hit in run_on_text(rule, manuscript):
            yield finding_of(hit, manuscript.language, check.speech, hit.place)


def _in_reading_order(manuscript: Manuscript, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return ``findings`` passage by passage, those about the whole last."""
    passages = {passage.place: number for number, passage in enumerate(manuscript.passages)}
    last = len(passages)

    def place(finding: Finding) -> tuple[int, int, int]:
        number = last if finding.place is None else passages.get(finding.place, last)
        return number, finding.start, finding.end

    return tuple(sorted(dict.fromkeys(findings), key=place))
