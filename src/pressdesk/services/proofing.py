"""Proofreading: what is found in a text, what people say about it, and the words they teach."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalBook
from pressdesk.domain.content import Language
from pressdesk.domain.errors import GrammarError, KeyringMissing, NotesFull, RuleUnknown
from pressdesk.domain.proofing_notes import MOST_IGNORED, MOST_WORDS, Ignored, ProofingNotes
from pressdesk.services.grammar import ENGINE, beside
from pressdesk.services.manuscripts import manuscript_of_content, manuscript_of_lines
from pressdesk.services.reading import is_release_file, read_bytes, recognised, rows_of
from pressdesk.services.releases import file_place
from pressdesk.services.word_lists import Layer, WordList, checked_word

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.content import Content, Profile
    from pressdesk.domain.errors import PressDeskError
    from pressdesk.domain.finding import Finding
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.ledger import Event
    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.domain.report import Report, SetAside
    from pressdesk.proofing.proofreader import Proofreader
    from pressdesk.proofing.rules.model import Rule
    from pressdesk.services.grammar import Grammar
    from pressdesk.services.identity import Identity
    from pressdesk.services.reading import SourceBytes
    from pressdesk.services.releases import Guard, Place


_LONGEST_SHOWN = 40
_LONGEST_RELEASE = 400_000
"""Characters; what is longer than a hundred releases is read line by line, as no release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found.

    Shape: findings in reading order, those about the whole last; ``ignored`` are those that
    somebody set aside. For the rest see ``Report``.
    """

    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...]
    words: int
    engines: tuple[str, ...]
    set_aside: tuple[SetAside, ...] = ()
    notices: tuple[PressDeskError, ...] = ()
    is_complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofing:
    """Check texts, set findings aside, and keep word lists.

    ``speech`` is the language of messages, None for that of the text. ``grammar`` reads every
    text too, after the others; None leaves it to whoever asks it (the window, which does not wait).
    """

    proofreader: Proofreader
    guard: Guard
    identity: Identity
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    profile: Profile
    speech: Language | None
    organisation_list: WordList
    personal_list: WordList
    grammar: Grammar | None = None

    def manuscript(
        self, content: Content, notes: ProofingNotes, approved: Iterable[BlockId] = ()
    ) -> Manuscript:
        """Return a working text with the words that it and the lists know.

        ``approved`` are the quotes that ``approved_quotes`` gives.

        Raises:
            WordListDamaged: a list cannot be read.
        """
        return manuscript_of_content(content, (*notes.words, *self._shared_words()), approved)

    def manuscript_of(
        self, source: SourceBytes, *, language: Language | None, profile: Profile | None
    ) -> Manuscript:
        """Return a loose text, Word file or web page; every line of it keeps its number.

        Raises:
            What ``reading`` raises for bad sources, and WordListDamaged.
        """
        lines = rows_of(source)
        may_be_release = source.name != "-" and sum(map(len, lines)) <= _LONGEST_RELEASE
        return manuscript_of_lines(
            lines,
            language=language,
            profile=profile or self.profile,
            recognised=recognised(source, self.new_id, language) if may_be_release else None,
            words=self._shared_words(),
        )

    def manuscript_at(
        self, path: Path, *, language: Language | None, profile: Profile | None
    ) -> tuple[Manuscript, ProofingNotes]:
        """Return what the file at ``path`` holds, of a release with its notes.

        Raises:
            What opening a release and ``manuscript_of`` raise, and LanguageMissing.
        """
        if not is_release_file(path):
            source = read_bytes(path)
            return self.manuscript_of(source, language=language, profile=profile), ProofingNotes()
        release = file_place(path, self.guard).read()
        content = release.draft.content(language)
        approved = approved_quotes(release.events, content)
        manuscript = self.manuscript(content, release.proofing, approved)
        return replace(manuscript, profile=profile or content.profile), release.proofing

    def check(
        self,
        manuscript: Manuscript,
        notes: ProofingNotes,
        *,
        cancelled: threading.Event | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Checked:
        """Return what is found in a text, without what was set aside; safe on any thread.

        Where the grammar engine cannot read it, ``notices`` says why, and all else is there.

        Raises:
            RuleFileFaulty: a file of rules is wrong.
        """
        report = self.proofreader.check(
            manuscript, speech=self.speech, cancelled=cancelled, progress=progress
        )
        if self.grammar is not None and self.grammar.is_chosen:
            report = _read_again(report, manuscript, self.grammar, cancelled)
        ignored = tuple(one for one in report.findings if notes.ignores(one))
        return Checked(
            findings=tuple(one for one in report.findings if one not in ignored),
            ignored=ignored,
            words=report.words,
            engines=report.engines,
            set_aside=report.set_aside,
            notices=report.notices,
            is_complete=report.is_complete,
        )

    def suggest(self, finding: Finding, manuscript: Manuscript | None = None) -> tuple[str, ...]:
        """Return replacements of the words that were found, best first; may take a while.

        The names and words of ``manuscript`` are thought of, too.
        """
        names = manuscript.words if manuscript else frozenset()
        return self.proofreader.suggest(finding, names=names)

    def rules(self, rule_id: str | None = None) -> tuple[Rule, ...]:
        """Return all rules, or the one with that id.

        Raises:
            RuleUnknown: there is none.
            RuleFileFaulty: a file of rules is wrong.
        """
        rules = self.proofreader.rules()
        if rule_id is None:
            return rules
        named = tuple(rule for rule in rules if rule.id == rule_id)
        if not named:
            raise RuleUnknown(rule=rule_id[:80])
        return named

    def sentence_of(self, rule_id: str, text: str, language: Language) -> str | None:
        """Return what a rule says of ``text``, None for a rule that there is none of any more.

        An ellipsis stands for what else the rule puts into its sentence.

        Raises:
            RuleFileFaulty: a file of rules is wrong.
        """
        from pressdesk.proofing.spelling.messages import SPELLING_RULES

        for spelled in SPELLING_RULES:
            if spelled.id == rule_id:
                return spelled.said(text, language)
        for rule in self.proofreader.rules():
            if rule.id == rule_id:
                message = rule.message_nn if language is Language.NN else rule.message
                shown = text if len(text) <= _LONGEST_SHOWN else "…"
                return message.fill(dict.fromkeys(message.fields, "…") | {"treff": shown})
        return None

    def notes(self, place: Place) -> ProofingNotes:
        """Return the words and ignored findings of a release; raises what reading it does."""
        with place.reading() as work:
            return work.proofing_notes(place.release or work.releases()[0])

    def ignore(self, place: Place, finding: Finding, reason: str) -> ProofingNotes:
        """Set a finding aside and return the notes; the draft and its version are not touched.

        Raises:
            NotesFull, and what writing the place raises.
        """
        ignored = Ignored.of(finding, reason=reason, by=self.identity.actor.name, at=self.clock())
        return self._keep(place, lambda notes: notes.with_ignored(ignored))

    def set_aside(self, place: Place, ignored: Ignored) -> ProofingNotes:
        """Set aside once more what was shown again; raises what ``ignore`` does."""
        return self._keep(place, lambda notes: notes.with_ignored(ignored))

    def show_again(self, place: Place, ignored: Ignored) -> ProofingNotes:
        """Show a finding again that was set aside; raises what writing the place does."""
        return self._keep(place, lambda notes: notes.without_ignored(ignored))

    def words(self, layer: Layer, place: Place | None = None) -> tuple[str, ...]:
        """Return the words of a list; ``place`` is the release of the release's own.

        Raises:
            WordListDamaged, and what reading the place raises.
        """
        if layer is Layer.RELEASE:
            return self.notes(_given(place)).words
        return self._list(layer).words()

    def add_word(self, layer: Layer, word: str, place: Place | None = None) -> None:
        """Add a word to a list; ``place`` is the release of the release's own.

        Raises:
            ValueRefused: not one word.
            NotesFull, WordListFull, WordListDamaged, FolderReadOnly, DiskFull.
        """
        if layer is Layer.RELEASE:
            kept = checked_word(word)
            self._keep(_given(place), lambda notes: notes.with_word(kept))
        else:
            self._list(layer).add(word)

    def remove_word(self, layer: Layer, word: str, place: Place | None = None) -> None:
        """Take a word out of a list; raises what ``add_word`` does, but for full lists."""
        if layer is Layer.RELEASE:
            self._keep(_given(place), lambda notes: notes.without_word(word))
        else:
            self._list(layer).remove(word)

    def _keep(
        self, place: Place, change: Callable[[ProofingNotes], ProofingNotes]
    ) -> ProofingNotes:
        with place.writing() as work:
            release = place.release or work.releases()[0]
            before = work.proofing_notes(release)
            after = change(before)
            if len(after.words) > MOST_WORDS or len(after.ignored) > MOST_IGNORED:
                raise NotesFull
            if after != before:
                work.save_proofing_notes(release, after)
        return after

    def _shared_words(self) -> tuple[str, ...]:
        return (*self.organisation_list.words(), *self.personal_list.words())

    def _list(self, layer: Layer) -> WordList:
        return self.organisation_list if layer is Layer.ORGANISATION else self.personal_list


def _read_again(
    report: Report, manuscript: Manuscript, grammar: Grammar, cancelled: threading.Event | None
) -> Report:
    """Return the report with what the grammar engine finds, or why it finds nothing."""
    try:
        found = grammar.check(manuscript, cancelled)
    except (GrammarError, KeyringMissing) as error:
        return replace(report, notices=(*report.notices, error))
    is_cancelled = cancelled is not None and cancelled.is_set()
    return replace(
        report,
        findings=beside(report.findings, found),
        engines=(*report.engines, ENGINE) if grammar.reads(manuscript) else report.engines,
        is_complete=report.is_complete and not is_cancelled,
    )


def approved_quotes(events: Iterable[Event], content: Content) -> frozenset[BlockId]:
    """Return the quotes whose words, as they stand, somebody approved; ``events`` as above."""
    book = ApprovalBook.of(events)
    return frozenset(quote.id for quote in content.quotes() if book.active(content, quote.id))


def _given(place: Place | None) -> Place:
    if place is None:
        raise ValueError("the words of a release need their release")
    return place
