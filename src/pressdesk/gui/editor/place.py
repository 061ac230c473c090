"""The editor as a place of the window: a release comes in, is written, and saves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.content import Content, Language
from pressdesk.domain.history import pen_holder
from pressdesk.domain.ids import BlockId
from pressdesk.domain.rounds import open_round
from pressdesk.domain.text import EMPTY
from pressdesk.gui.editor import notices
from pressdesk.gui.editor.actions import EditorActions
from pressdesk.gui.editor.commands import commands_of
from pressdesk.gui.editor.export_desk import ExportDesk
from pressdesk.gui.editor.exporting import title_of
from pressdesk.gui.editor.facts_presenter import FactsPresenter
from pressdesk.gui.editor.figures import (
    BODY_KEY,
    CONTACTS_KEY,
    PARTNER_KEY,
    first_of_body,
    key_of_piece,
    outline_items,
    piece_names,
    status_words,
)
from pressdesk.gui.editor.finding import FindPresenter
from pressdesk.gui.editor.going import Goal, GoalKind, go
from pressdesk.gui.editor.imports import Imports
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.jumping import Jumping
from pressdesk.gui.editor.proofing.desk import FindingsDesk
from pressdesk.gui.editor.proofing.goals import FACTS, goal_of
from pressdesk.gui.editor.quote_presenter import QuotePresenter
from pressdesk.gui.editor.review import ReviewDesk
from pressdesk.gui.editor.storing import Storing
from pressdesk.gui.editor.view import EditorView, Pane
from pressdesk.gui.editor.wiring import connect
from pressdesk.gui.sheet import OutlineItem, Part, Pasted, Pill, Sheet
from pressdesk.gui.sheet import Tone as PillTone
from pressdesk.gui.sheet_look import partner_color, sheet_look
from pressdesk.gui.stages import stage_steps
from pressdesk.gui.widgets.painting import Tone
from pressdesk.services.remaining import ContentPart, placeholders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pressdesk.domain.content import Partner
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.remaining import Placeholder
    from pressdesk.services.stored import StoredRelease
    from pressdesk.settings import Settings

_REFRESH_MS = 200
"""From a key until figures and panels follow: nobody reads them while typing."""


class EditorPlace(QWidget):
    """Edits one release at a time; ``open`` brings it in, ``leave`` takes leave of it."""

    closed = Signal()
    """The user wants back to the desk; everything is stored."""
    saved = Signal(object)
    """The draft that was stored."""
    save_state_changed = Signal(str)
    """«lagret», «lagrer …», «ikke lagret: …»."""
    layer_chosen = Signal(str)
    """A word went to that list, so the next ones are to be offered it: somebody else keeps it."""
    server_allowed = Signal(str)
    """Text may be sent to the grammar server with that address: somebody else keeps it."""
    title_changed = Signal(str)
    """What the release is called now, some time after the last key."""
    file_dropped = Signal(str)
    """A file was dropped on the text: somebody else's business."""
    preflight_wanted = Signal()
    review_wanted = Signal()
    """The release is to be sent round, or its open round to be shown."""
    """The user wants to know whether the text is ready."""

    def __init__(
        self,
        around: Surroundings,
        desk: DeskWork,
        journeys: Journeys,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("editor_place")
        self._around = around
        self._speech = around.speech
        self._content: Content | None = None
        self._pieces: tuple[OutlineItem, ...] = ()
        self._pills: dict[BlockId, Pill] = {}
        self._pen: Partner | None = None
        self._told_title = ""
        self.sheet = Sheet(
            around.speech,
            new_id=journeys.new_id,
            look=sheet_look(around.look),
            clean=self._clean,
            colour_of=lambda owner: partner_color(around.look, self.sheet.page.facts, owner),
            pill_of=self._pill_of,
        )
        self.sheet.load(Content(language=Language.NB, title=EMPTY))  # it may be painted any time
        self.view = EditorView(around, self.sheet, self)
        inspector = self.view.inspector
        self.quotes = QuotePresenter(inspector.quote, self._speech, self.sheet, journeys.new_id)
        self.facts = FactsPresenter(inspector.facts, self._speech, self.sheet, journeys.new_id)
        self.imports = Imports(self.view, self._speech, self.sheet, journeys.new_id)
        self.finding = FindPresenter(self.view.find_bar, self._speech, self.sheet)
        self._jumping = Jumping(self.sheet)
        self.storing = Storing(
            around, self.view, desk, content=self.sheet.content, reopen=self.open
        )
        self.autosave = self.storing.autosave
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.setInterval(_REFRESH_MS)
        self.exports = ExportDesk(
            around,
            self.view,
            exporting=lambda: journeys.exporting,
            where=self.storing.where,
            suggested_name=lambda: journeys.exporting.suggested_name(self.sheet.content()),
            flush=self.autosave.flush,
            config_folder=journeys.config_folder,
        )
        self.review = ReviewDesk(
            around,
            self.sheet,
            inspector,
            journeys,
            where=self.storing.where,
            flush=self.autosave.flush,
        )
        self.findings = FindingsDesk(
            around,
            self.sheet,
            inspector.findings,
            journeys,
            where=lambda: self.storing.where()[0],
            goal_of=goal_of,
            approved=self.review.standings.approved,
        )
        self.actions_of_place = EditorActions(around, self, self.sheet, commands_of(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._refresh_timer.timeout.connect(self.refresh)
        connect(self)
        self.sheet.installEventFilter(self)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    # --- what the window asks

    def open(self, release: StoredRelease, *, notes_are_new: bool = False) -> None:
        """Show a release; ``notes_are_new`` shows at once what its import cleaned away.

        The release that stands here already, if nobody else has saved it, keeps its undo and its
        cursor. ``leave`` the one before first: here what is unsaved of it is stored, but nobody
        hears if that fails.
        """
        self.autosave.flush()
        content = release.draft.contents[0]
        is_here = self.storing.holds(release) and content == self.sheet.content()
        self._content = content
        self._pen = pen_holder(release.events, content)
        taken = [one.language for one in release.draft.contents[1:]]
        self.view.note_banner.hide()
        self.view.find_bar.hide()
        if not is_here:
            self.sheet.load(content)
            self.imports.begin(release.draft.notes)
            self.exports.begin()
        self.storing.begin(release)
        self.review.begin(release, is_same=is_here)
        self.findings.begin(release, is_same=is_here)
        self.quotes.begin(release.draft.notes.questions)
        self.facts.begin(self._pen, taken)
        self._told_title = ""
        self.refresh()
        self.sheet.refresh()
        if not is_here:
            self.view.inspector.show_tab(Tab.FINDINGS)
        if notes_are_new and self.imports.has_any:
            self.view.inspector.show_tab(Tab.IMPORT)
        self.view.give_room()
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self, then: Callable[[], None]) -> None:
        """Store what is unsaved, then call ``then``; where that fails, the user decides."""
        self._commit_lines()

        def leave() -> None:
            self.findings.end()
            then()

        self.storing.leave(leave)

    def take(self, settings: Settings) -> None:
        """Proofread by other settings, which the journeys have taken over."""
        self.findings.take(settings)

    def menus(self) -> Mapping[str, Sequence[QAction]]:
        """Return what belongs into the menus ``edit``, ``insert`` and ``export``."""
        return self.actions_of_place.menus()

    @property
    def has_open_round(self) -> bool:
        """Whether answers about the release are waited for."""
        return self.storing.is_open and open_round(self.storing.events) is not None

    @property
    def title(self) -> str:
        """What the release is called."""
        return title_of(self._speech, self._content) if self._content else ""

    # --- keeping in step

    def on_text_edited(self) -> None:
        """Save soon, and let figures and panels follow."""
        self.autosave.on_changed()
        self.imports.on_text_edited()
        if not self._refresh_timer.isActive():
            self._refresh_timer.start()

    def refresh(self) -> None:
        """Bring everything around the text in step with it."""
        self._refresh_timer.stop()
        if not self.storing.is_open:
            return
        content = self._content = self.sheet.content()
        self._pieces = self.sheet.outline()
        names = piece_names(self._speech, content, self._pieces)
        self.review.show(content, self._pieces, names)
        self._pills = self._open_pills(content)
        marks = self.review.marks()
        items = outline_items(self._speech, content, self._pieces, self._pen, marks)
        current = key_of_piece(self._pieces, self.sheet.current_block_id)
        self.view.outline.show_items(items, current)
        self.findings.presenter.show_names(names)
        self.view.top.show_title(self.title)
        events, contents = self.storing.events, (content, *self.storing.others)
        self.view.top.show_stages(stage_steps(self._speech, events, contents))
        self.view.top.show_review(has_open_round=self.has_open_round)
        self._tell_title()
        figures = status_words(self._speech, content, self.findings.readers)
        self.view.status.show_figures(figures, len(placeholders(content)))
        self._show_quote(content)
        self.facts.show(content)
        self.imports.show(content)
        self.sheet.refresh()
        self.finding.follow()

    def _tell_title(self) -> None:
        """Say what the release is called, while it is the release that is seen."""
        if self.isVisible() and self.title != self._told_title:
            self._told_title = self.title
            self.title_changed.emit(self.title)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.sheet.retranslate()
        if self.storing.is_open:
            self.storing.retranslate()
            self.refresh()

    def _open_pills(self, content: Content) -> dict[BlockId, Pill]:
        pill = Pill(words=self._speech.gettext("Which organisation?"), tone=PillTone.WARN)
        return {
            quote.id: pill
            for quote in content.quotes()
            if (person := content.person(quote.speaker)) and person.organisation is None
        }

    def _pill_of(self, block: BlockId) -> Pill | None:
        return self._pills.get(block) or self.review.pill_of(block)

    def _show_quote(self, content: Content) -> None:
        can_make = self.sheet.commands.can_convert(Part.QUOTE)
        self.quotes.show(content, self.sheet.current_block_id, can_make=can_make)
        self.review.show_quote(content, self.sheet.current_block_id)

    # --- going about

    def on_block_entered(self, block: str) -> None:
        """Let outline and inspector follow the cursor."""
        if self._content is None:
            return
        self.view.outline.select(key_of_piece(self._pieces, BlockId(block)))
        self._commit_lines()
        self._show_quote(self._content)

    def on_speaker_asked(self, block: str) -> None:
        """Ask in the inspector who speaks."""
        self.refresh()
        if self.sheet.current_block_id != block:
            self.sheet.go_to(BlockId(block))
        self.view.ask_for(Pane.INSPECTOR)
        self.view.inspector.show_tab(Tab.QUOTE)
        self.quotes.ask_speaker()

    def on_pill_clicked(self, block: str) -> None:
        """Show what the pill under a quote is about: who speaks, or where the words stand."""
        if BlockId(block) in self._pills:
            self.on_speaker_asked(block)
        else:
            go(self, Goal(kind=GoalKind.QUOTE, block=BlockId(block)))

    def on_ledger(self, release: StoredRelease) -> None:
        """Go by what was recorded in the ledger since the release was opened."""
        self.storing.take_ledger(release)
        self.review.begin(release, is_same=True)
        self.findings.on_ledger(release)
        self.refresh()

    def on_told(self, words: str) -> None:
        """Say what went well."""
        self.view.note_banner.show_message(words, Tone.OK)
        self.view.fit_notes()

    def start_comment(self) -> None:
        """Ask for a comment on what is selected."""
        self.view.ask_for(Pane.INSPECTOR)
        self.view.inspector.show_tab(Tab.COMMENTS)
        self.review.comments.on_new_wanted()

    def on_note_choice(self, key: str) -> None:
        """Do what the button of the banner about pasted text says."""
        if key == notices.SHOW:
            self.view.ask_for(Pane.INSPECTOR)
        self.imports.on_note_choice(key)

    def on_question_chosen(self, block: str) -> None:
        """Show what can be answered about the quote that a question is about."""
        if any(piece.id == block and piece.part is Part.QUOTE for piece in self._pieces):
            self.view.inspector.show_tab(Tab.QUOTE)

    def on_findings_card_wanted(self) -> None:
        """Show the cards; the keyboard stays in the text."""
        self.view.ask_for(Pane.INSPECTOR)
        self.view.inspector.show_tab(Tab.FINDINGS)

    def on_goal_wanted(self, goal: str) -> None:
        """Go where something about the text as a whole is mended."""
        self.view.ask_for(Pane.INSPECTOR)
        self.view.inspector.show_tab(Tab.FACTS)
        if goal == FACTS:
            self.view.inspector.focus()
        else:
            self.view.inspector.facts.focus_partners()

    def on_readers_changed(self) -> None:
        """Say at the foot who read the proofs."""
        if self._content is not None:
            figures = status_words(self._speech, self._content, self.findings.readers)
            self.view.status.show_figures(figures, len(placeholders(self._content)))
        self.view.status.show_offer(self.findings.grammar.offer)

    def on_outline_chosen(self, key: str) -> None:
        """Go where a line of the outline says."""
        if key == CONTACTS_KEY or key.startswith(PARTNER_KEY):
            self.view.inspector.show_tab(Tab.FACTS)
            self.view.ask_for(Pane.INSPECTOR)
            partner = key.removeprefix(PARTNER_KEY) if key != CONTACTS_KEY else ""
            self.view.inspector.facts.show_partners(partner)
            return
        block: BlockId | None = BlockId(key)
        if key == BODY_KEY:
            block = first_of_body(self._pieces, self.sheet.current_block_id)
        if block is not None:
            self.sheet.go_to(block)

    def go_to_placeholder(self, *, is_backwards: bool = False) -> None:
        """Go to the next thing that still has to be written."""
        missing = self._jumping.go(self.sheet.content(), is_backwards=is_backwards)
        self._show_missing(missing)

    def go_to_placeholder_of(self, block: BlockId | None, words: str) -> None:
        """Go to certain words that still have to be written."""
        self._show_missing(self._jumping.go_to(self.sheet.content(), block, words))

    def _show_missing(self, missing: Placeholder | None) -> None:
        """Show what stands among the facts."""
        if missing is not None:
            is_quote = missing.part is ContentPart.SPOKESPERSON
            self.view.inspector.show_tab(Tab.QUOTE if is_quote else Tab.FACTS)
            self.view.ask_for(Pane.INSPECTOR)
            self.view.inspector.focus()

    def go_to_pane(self, by: int = 0, number: int = 0) -> None:
        """Go ``by`` panes on from where the keyboard is, or to pane ``number``."""
        self.view.go_to_pane(by, number)

    # --- the rest

    def _clean(self, words: str, markup: str | None) -> Pasted:
        return self.imports.clean(words, markup)

    def _commit_lines(self) -> None:
        for line in (*self.view.inspector.quote.lines(), *self.view.inspector.facts.lines()):
            if line.hasFocus():
                line.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the text loses the keyboard; let Escape take the find bar away."""
        if event.type() is QEvent.Type.FocusIn:
            self.view.give_room()
        elif event.type() is QEvent.Type.FocusOut:
            self.autosave.flush()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape and self.view.find_bar.isVisible()
            if is_escape:
                self.finding.on_closed()
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Save when the user goes to another window."""
        if event.type() is QEvent.Type.WindowDeactivate:
            self.autosave.flush()
        return super().event(event)

    def _restyle(self) -> None:
        self.sheet.set_look(sheet_look(self._around.look))
        self.sheet.set_text_scale(self._around.look.text_percent / 100)
        self.view.fit_panes()
