"""The editor as a place of the window: a release comes in, is written, and saves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pressdesk.domain.content import Content, Language
from pressdesk.domain.history import pen_holder
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import EMPTY
from pressdesk.gui.editor import notices
from pressdesk.gui.editor.actions import EditorActions
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
    status_words,
)
from pressdesk.gui.editor.finding import FindPresenter
from pressdesk.gui.editor.imports import Imports
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.jumping import Jumping
from pressdesk.gui.editor.quote_presenter import QuotePresenter
from pressdesk.gui.editor.storing import Storing
from pressdesk.gui.editor.view import EditorView, Pane
from pressdesk.gui.editor.wiring import connect
from pressdesk.gui.sheet import OutlineItem, Part, Pasted, Pill, Sheet
from pressdesk.gui.sheet import Tone as PillTone
from pressdesk.gui.sheet_look import partner_color, sheet_look
from pressdesk.services.remaining import ContentPart, placeholders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pressdesk.domain.content import Partner
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.stored import StoredRelease

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
    title_changed = Signal(str)
    """What the release is called now, some time after the last key."""
    file_dropped = Signal(str)
    """A file was dropped on the text: somebody else's business."""

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
        self.actions_of_place = EditorActions(around, self, self.sheet, self._commands())
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
        self.quotes.begin(release.draft.notes.questions)
        self.facts.begin(self._pen, taken)
        self._told_title = ""
        self.refresh()
        self.sheet.refresh()
        if not is_here:
            self.view.inspector.show_tab(Tab.QUOTE if any(content.quotes()) else Tab.FACTS)
        if notes_are_new and self.imports.has_any:
            self.view.inspector.show_tab(Tab.IMPORT)
        self.view.give_room()
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self, then: Callable[[], None]) -> None:
        """Store what is unsaved, then call ``then``; where that fails, the user decides."""
        self._commit_lines()
        self.storing.leave(then)

    def menus(self) -> Mapping[str, Sequence[QAction]]:
        """Return what belongs into the menus ``edit``, ``insert`` and ``export``."""
        return self.actions_of_place.menus()

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
        self._pills = self._open_pills(content)
        items = outline_items(self._speech, content, self._pieces, self._pen)
        current = key_of_piece(self._pieces, self.sheet.current_block_id)
        self.view.outline.show_items(items, current)
        self.view.top.show_title(self.title)
        self._tell_title()
        figures = status_words(self._speech, content)
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
        return self._pills.get(block)

    def _show_quote(self, content: Content) -> None:
        can_make = self.sheet.commands.can_convert(Part.QUOTE)
        self.quotes.show(content, self.sheet.current_block_id, can_make=can_make)

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

    def on_note_choice(self, key: str) -> None:
        """Do what the button of the banner about pasted text says."""
        if key == notices.SHOW:
            self.view.ask_for(Pane.INSPECTOR)
        self.imports.on_note_choice(key)

    def on_question_chosen(self, block: str) -> None:
        """Show what can be answered about the quote that a question is about."""
        if any(piece.id == block and piece.part is Part.QUOTE for piece in self._pieces):
            self.view.inspector.show_tab(Tab.QUOTE)

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
        if missing is not None:
            is_quote = missing.part is ContentPart.SPOKESPERSON
            self.view.inspector.show_tab(Tab.QUOTE if is_quote else Tab.FACTS)
            self.view.ask_for(Pane.INSPECTOR)
            self.view.inspector.focus()

    def go_to_pane(self, by: int = 0, number: int = 0) -> None:
        """Go ``by`` panes on from where the keyboard is, or to pane ``number``."""
        panes = (self.view.outline, self.sheet, self.view.inspector)
        focus = QApplication.focusWidget()
        if by:
            here = [
                place
                for place, pane in enumerate(panes)
                if focus is not None and (pane is focus or pane.isAncestorOf(focus))
            ]
            number = ((here[0] if here else 1) + by) % len(panes)
        wanted = {0: Pane.OUTLINE, 2: Pane.INSPECTOR}.get(number)
        if wanted is not None:
            self.view.ask_for(wanted)
        else:
            self.view.give_room()
        if panes[number] is self.view.inspector:
            self.view.inspector.focus()
        else:
            panes[number].setFocus(Qt.FocusReason.ShortcutFocusReason)
        if wanted is not None:
            self.view.ask_for(wanted)  # the one that the keyboard has left may go now

    def toggle_pane(self, pane: Pane) -> None:
        """Go to a pane that there is no room for, or back to the text."""
        if self.view.is_shown(pane):
            self.go_to_pane(number=1)
        else:
            self.go_to_pane(number=0 if pane is Pane.OUTLINE else 2)

    # --- the rest

    def _clean(self, words: str, markup: str | None) -> Pasted:
        return self.imports.clean(words, markup)

    def _commit_lines(self) -> None:
        for line in (*self.view.inspector.quote.lines(), *self.view.inspector.facts.lines()):
            if line.hasFocus():
                line.commit()

    def _commands(self) -> dict[str, Callable[[], object]]:
        sheet = self.sheet
        return {
            "undo": sheet.undo,
            "redo": sheet.redo,
            "cut": sheet.cut,
            "copy": sheet.copy,
            "paste": sheet.paste,
            "find": lambda: self.finding.begin(has_replacement=False),
            "replace": lambda: self.finding.begin(has_replacement=True),
            "find_next": self.finding.on_next,
            "find_previous": self.finding.on_previous,
            "next_placeholder": self.go_to_placeholder,
            "previous_placeholder": lambda: self.go_to_placeholder(is_backwards=True),
            "export": self.exports.presenter.on_export_wanted,
            "next_pane": lambda: self.go_to_pane(by=1),
            "previous_pane": lambda: self.go_to_pane(by=-1),
            "to_outline": lambda: self.go_to_pane(number=0),
            "to_sheet": lambda: self.go_to_pane(number=1),
            "to_inspector": lambda: self.go_to_pane(number=2),
        }

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
