"""Ties findings to the text, to the work on other threads and to what keeps them."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from pressdesk.domain.content import Language
from pressdesk.domain.errors import PressDeskError
from pressdesk.domain.finding import FindingKind
from pressdesk.domain.proofing_notes import Ignored, ProofingNotes
from pressdesk.gui.editor.proofing.approved import ApprovedProofs
from pressdesk.gui.editor.proofing.checking import Checking
from pressdesk.gui.editor.proofing.deeds import BroughtBack, Deed, SetAside, WordAdded, deeds_in
from pressdesk.gui.editor.proofing.grammar_desk import GrammarDesk
from pressdesk.gui.editor.proofing.presenter import FindingsPresenter
from pressdesk.gui.editor.proofing.quick_fix import QuickFix
from pressdesk.gui.editor.proofing.rows import Step
from pressdesk.gui.tasks import Lane
from pressdesk.services.approving import costs
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.content import Content
    from pressdesk.domain.finding import Finding
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.proofing.found import Result
    from pressdesk.gui.editor.proofing.panel import FindingsPanel
    from pressdesk.gui.editor.proofing.ports import Proofs
    from pressdesk.gui.sheet import Sheet
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.releases import Place
    from pressdesk.services.stored import StoredRelease
    from pressdesk.settings import Settings

_FOREIGN = "lt."
"""How the names of rules begin that are not ours."""


class FindingsDesk(QObject):
    """Checks one release while it is written.

    ``where`` gives the place of the release, ``goals`` says where something about the whole is
    mended (None: nowhere), ``approved`` which quotes of a text somebody approved as they stand.
    """

    card_wanted = Signal()
    """The tab with the cards is to be shown."""
    goal_wanted = Signal(str)
    """Where the user is to be led."""
    layer_chosen = Signal(str)
    """The list that a word was put into, where it is another than before."""
    readers_changed = Signal()
    """``readers`` or ``grammar.offer`` has changed."""

    def __init__(  # noqa: PLR0913 - all are named, and given once by the place
        self,
        around: Surroundings,
        sheet: Sheet,
        panel: FindingsPanel,
        journeys: Journeys,
        *,
        where: Callable[[], Place],
        goal_of: Callable[[Finding], str | None],
        approved: Callable[[Content], frozenset[BlockId]],
    ) -> None:
        super().__init__(sheet)
        self.setObjectName("findings_desk")
        self._around = around
        self._sheet = sheet
        self._panel = panel
        self._journeys = journeys
        self._where = where
        self._goal_of = goal_of
        self._approved = approved
        self._release: StoredRelease | None = None
        self._known = ProofingNotes()
        self._costs: dict[tuple[BlockId, str], tuple[str, ...]] = {}
        self._told = ("", "")
        self._menu: QMenu | None = None
        self._menu_key = ""
        self._soon, self._later = self._timer(), self._timer()
        self.grammar = GrammarDesk(
            around, panel.question, grammar=lambda: journeys.proofing.grammar, parent=self
        )
        self.checking = Checking(
            sheet.spots,
            content=sheet.content,
            notes=lambda: self.presenter.notes,
            proofs=self._proofs,
            run=self._run,
            soon=self._soon,
            later=self._later,
            changed=self._on_changed,
            failed=self._on_failed,
            second=self.grammar.reader,
        )
        self.presenter = FindingsPresenter(
            panel,
            around.speech,
            sheet,
            sheet.spots,
            keeping=self,
            suggest=self._suggest,
            set_aside=self._set_aside,
            cost_of=self._cost_of,
            has_goal=lambda finding: goal_of(finding) is not None,
            go_to=self._go_to,
            sentence_of=self._sentence_of,
        )
        self.quick_fix = QuickFix(around, self)
        self._connect()
        around.speech.follow(self.retranslate)

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        return timer

    def _connect(self) -> None:
        sheet, panel, presenter = self._sheet, self._panel, self.presenter
        self._soon.timeout.connect(self.checking.on_soon)
        self._later.timeout.connect(self.checking.on_later)
        sheet.text_edited.connect(self._on_text_edited)
        sheet.cursorPositionChanged.connect(self._on_cursor_moved)
        sheet.menu_opening.connect(self._on_menu_opening)
        panel.filter_chosen.connect(presenter.on_filter_chosen)
        panel.list.card_chosen.connect(presenter.on_card_chosen)
        panel.list.more_wanted.connect(presenter.on_more_wanted)
        panel.list.fix_wanted.connect(presenter.on_fix_wanted)
        panel.list.step_wanted.connect(lambda key, step: presenter.on_step_wanted(key, Step(step)))
        panel.list.ignored.connect(presenter.on_ignore_wanted)
        panel.list.word_wanted.connect(self._on_word_wanted)
        panel.list.seen.connect(presenter.on_shown)
        self.grammar.changed.connect(self._on_grammar_changed)
        self.grammar.wanted_again.connect(self.checking.read_again)
        quick = self.quick_fix
        quick.fix_wanted.connect(presenter.on_fix_wanted)
        quick.step_wanted.connect(lambda key, step: presenter.on_step_wanted(key, Step(step)))
        quick.word_wanted.connect(self._on_word_wanted)
        quick.ignore_wanted.connect(self._ask_reason)

    # --- coming and going

    def begin(self, release: StoredRelease, *, is_same: bool) -> None:
        """Check another release; ``is_same`` is the one that stood here, with its undo."""
        if not is_same or self._release is None:
            self._known = release.proofing
        self._release = release
        self._costs.clear()
        self.presenter.begin(self.checking, self._known_without_deeds(release, is_same=is_same))
        self.checking.begin()

    def _known_without_deeds(self, release: StoredRelease, *, is_same: bool) -> ProofingNotes:
        """Return the notes before this session's deeds, which the sheet keeps and may undo."""
        return self._known if is_same and deeds_in(self._sheet.beside) else release.proofing

    def on_ledger(self, release: StoredRelease) -> None:
        """Go by what was recorded since: other words may be approved now."""
        self._release = release
        self._costs.clear()
        self.checking.on_notes_changed()

    def end(self) -> None:
        """Stop checking."""
        self.checking.end()

    def retranslate(self) -> None:
        """Say it in the language of the window; what was found speaks it after the next check."""
        self.presenter.retranslate()
        if self._release is not None:
            self.checking.on_notes_changed()

    @property
    def readers(self) -> str:
        """Who reads the text, in words: «innebygd + LanguageTool 6.6»."""
        if self.checking.found.count is None or self._release is None:
            return ""
        language = self._sheet.page.facts.language
        return self.grammar.words(self._around.speech.gettext("built in"), language)

    def take_offer(self) -> None:
        """Do what is offered beside the readers."""
        if self.grammar.is_asking:
            self.card_wanted.emit()
        self.grammar.take_offer()

    def take(self, settings: Settings) -> None:
        """Check by other settings, which the journeys have taken over."""
        self._panel.layer = Layer(settings.word_layer)
        self.presenter.hide(frozenset(map(FindingKind, settings.findings_hidden)))
        self.grammar.on_settings()
        if self._release is not None:
            self.checking.read_again()
            self.checking.on_notes_changed()

    def on_words_changed(self) -> None:
        """Check again: a word list has become another."""
        if self._release is not None:
            self.checking.on_notes_changed()

    # --- the text

    def _on_text_edited(self) -> None:
        if self._release is not None:
            self.checking.on_edited()
            self.presenter.on_text_edited()

    def _on_cursor_moved(self) -> None:
        if self._release is not None:
            self.checking.on_cursor_moved()

    def _on_changed(self, part: BlockId | None) -> None:
        self.presenter.on_changed(part)
        self._tell_readers()

    def _on_grammar_changed(self) -> None:
        self._tell_readers()

    def _tell_readers(self) -> None:
        told = (self.readers, self.grammar.offer)
        if told != self._told:
            self._told = told
            self.readers_changed.emit()

    # --- going about

    def go_on(self, *, is_backwards: bool = False) -> None:
        """Go to the next finding, or the one before, and show its card."""
        if self.presenter.on_next(is_backwards=is_backwards):
            self.card_wanted.emit()

    def show_quick_fix(self) -> None:
        """Show at the cursor what can be done about the words there."""
        row = self.presenter.card_at_caret()
        if row is None:
            return
        menu = QMenu(self._sheet)
        menu.setObjectName("quick_fix_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.quick_fix.fill(menu, row)
        self._follow(menu, row.key)
        first = next((one for one in menu.actions() if one.isEnabled()), None)
        rect = self._sheet.cursorRect()
        place = self._sheet.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 4))
        menu.popup(place)
        if first is not None:
            menu.setActiveAction(first)

    def _on_menu_opening(self, menu: QMenu) -> None:
        row = self.presenter.card_at_caret()
        if row is not None:
            self.quick_fix.fill(menu, row)
            self._follow(menu, row.key)

    def _follow(self, menu: QMenu, key: str) -> None:
        """Let replacements that are still looked for come into the open menu."""
        self._menu, self._menu_key = menu, key
        menu.destroyed.connect(self._forget_menu)

    def _forget_menu(self) -> None:
        self._menu = None

    def _fill_menu(self) -> None:
        row = self.presenter.card(self._menu_key) if self._menu is not None else None
        if self._menu is not None and row is not None and row.fixes is not None:
            self.quick_fix.refill(self._menu, row)
            first = next((one for one in self._menu.actions() if one.isEnabled()), None)
            if first is not None:
                self._menu.setActiveAction(first)

    def _ask_reason(self, key: str) -> None:
        self.presenter.on_card_chosen(key)
        self.card_wanted.emit()
        card = self._panel.list.card
        if card is not None and card.key == key:
            card.ask(Step.IGNORE)

    def _on_word_wanted(self, key: str, layer: str) -> None:
        if layer != self._panel.layer:
            self._panel.layer = Layer(layer)
            self.layer_chosen.emit(layer)
        self.presenter.on_word_wanted(key, Layer(layer))

    def _go_to(self, finding: Finding) -> None:
        goal = self._goal_of(finding)
        if goal is not None:
            self.goal_wanted.emit(goal)

    # --- the work

    def _proofs(self) -> Proofs:
        """Return who reads proofs, and speaks the language of the window meanwhile.

        The grammar engine is not among them: it reads afterwards, and nobody waits for it.
        """
        speech = Language(self._around.speech.language)
        proofing = replace(self._journeys.proofing, speech=speech, grammar=None)
        return ApprovedProofs(proofing=proofing, approved=self._approved)

    def _sentence_of(self, rule: str, text: str) -> str | None:
        if rule.startswith(_FOREIGN):
            return self._around.speech.gettext("A remark of LanguageTool")
        speech = Language(self._around.speech.language)
        try:
            return self._journeys.proofing.sentence_of(rule, text, speech)
        except PressDeskError:
            return None  # the check says so

    def _on_failed(self, error: BaseException) -> None:
        self.presenter.on_failed(error)

    def _run(
        self,
        job: Callable[[threading.Event], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None],
    ) -> threading.Event:
        if self._around.tasks.is_closed:  # the window is going, and a timer was faster
            return threading.Event()
        return self._around.tasks.run(job, owner=self, done=done, failed=failed, lane=Lane.WORK)

    def _suggest(self, finding: Finding, answer: Callable[[tuple[str, ...]], None]) -> None:
        proofing = self._journeys.proofing
        if self._around.tasks.is_closed:
            return

        def done(fixes: tuple[str, ...]) -> None:
            answer(fixes)
            self._fill_menu()

        def failed(error: BaseException) -> None:
            if not isinstance(error, PressDeskError):
                raise error
            done(())

        self._around.tasks.run(
            lambda _cancelled: proofing.suggest(finding), owner=self, done=done, failed=failed
        )

    def _set_aside(self, finding: Finding, reason: str) -> Ignored:
        journeys = self._journeys
        name = journeys.identity.actor.name
        return Ignored.of(finding, reason=reason, by=name, at=journeys.clock())

    def _cost_of(self, part: BlockId) -> tuple[str, ...]:
        if self._release is None:
            return ()
        words = self.checking.found.words.get(part, "")
        key = (part, words)
        if key not in self._costs:
            events = self._release.events
            self._costs[key] = costs(events, self._sheet.content(), part)
        return self._costs[key]

    # --- what outlasts the session

    def do(self, deed: Deed) -> None:
        """Keep what was done."""
        proofing, where = self._journeys.proofing, self._where()
        match deed:
            case SetAside():
                self._keep(lambda: proofing.set_aside(where, deed.ignored))
            case BroughtBack():
                self._keep(lambda: proofing.show_again(where, deed.ignored))
            case WordAdded():
                self._keep(lambda: proofing.add_word(deed.layer, deed.word, where))

    def undo(self, deed: Deed) -> None:
        """Take back what was done."""
        proofing, where = self._journeys.proofing, self._where()
        match deed:
            case SetAside():
                self._keep(lambda: proofing.show_again(where, deed.ignored))
            case BroughtBack():
                self._keep(lambda: proofing.set_aside(where, deed.ignored))
            case WordAdded():
                self._keep(lambda: proofing.remove_word(deed.layer, deed.word, where))

    def _keep(self, job: Callable[[], object]) -> None:
        self._around.tasks.run(
            lambda _cancelled: job(),
            owner=self,
            done=lambda _kept: self.checking.on_notes_changed(),
            failed=self.presenter.on_not_kept,
            lane=Lane.STORE,
        )
