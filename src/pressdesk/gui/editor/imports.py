"""Text from elsewhere: what its import and pastes left behind, and the way back for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.content import Paragraph
from pressdesk.domain.draft import ImportNotes
from pressdesk.domain.errors import SourceTooLarge
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import Text
from pressdesk.gui.editor import notices
from pressdesk.gui.editor.import_panel import IMPORTED
from pressdesk.gui.editor.import_state import import_state
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.sheet import Pasted
from pressdesk.services.clipboard import cleaned
from pressdesk.services.parties import with_put_back

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.recognised import CleanUp
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.editor.view import EditorView
    from pressdesk.gui.sheet import Sheet


class Imports:
    """Cleans what is pasted, and keeps the tab «Import» in step."""

    def __init__(
        self, view: EditorView, saying: Saying, sheet: Sheet, new_id: Callable[[], str]
    ) -> None:
        self._view = view
        self._saying = saying
        self._sheet = sheet
        self._new_id = new_id
        self._notes = ImportNotes()
        self._pasted: list[CleanUp] = []
        self._refused: SourceTooLarge | None = None
        self._steps_before = 0
        self._steps_after: int | None = None
        self.has_any = False

    def begin(self, notes: ImportNotes) -> None:
        """Start with another release."""
        self._notes = notes
        self._pasted.clear()
        self._steps_after = None

    def show(self, content: Content) -> None:
        """Show what is left of the import, as the text is now."""
        state = import_state(self._saying, content, self._notes, self._pasted)
        self._view.inspector.imports.show_import(state)
        self._view.inspector.show_open(len(state.questions))
        self.has_any = not state.is_empty
        self._view.inspector.set_there(Tab.IMPORT, is_there=self.has_any)

    def clean(self, words: str, markup: str | None) -> Pasted:
        """Return foreign text as clean paragraphs; none, with a message, if it is too much."""
        self._refused = None
        self._steps_before = self._sheet.document().availableUndoSteps()
        try:
            found = cleaned(words, markup, self._saying.gettext("The clipboard"))
        except SourceTooLarge as refusal:
            self._refused = refusal
            return Pasted()
        return Pasted(
            paragraphs=found.paragraphs,
            blocks=found.blocks(self._new_id),
            removed=found.removed,
        )

    def on_pasted(self, removed: Sequence[CleanUp]) -> None:
        """Say what was taken out of what was pasted, or why nothing was."""
        steps = self._sheet.document().availableUndoSteps()
        if self._refused is not None:
            if steps > self._steps_before:
                self._sheet.undo()  # what was selected is not lost to a paste that failed
            notices.show_refused(self._view, self._saying, self._refused)
            self._refused = None
        elif removed:
            self._pasted.extend(removed)
            notices.show_removed(self._view, self._saying, len(removed))
            self._steps_after = steps
            self.show(self._sheet.content())

    def on_text_edited(self) -> None:
        """Take the offer to undo a paste away, once undo would undo something else."""
        steps = self._steps_after
        if steps is not None and self._sheet.document().availableUndoSteps() != steps:
            self._steps_after = None
            self._view.note_banner.hide()
            self._view.fit_notes()

    def on_note_choice(self, key: str) -> None:
        """Do what the button of the banner says."""
        self._view.note_banner.hide()
        self._view.fit_notes()
        if key == notices.SHOW:
            self._view.inspector.show_tab(Tab.IMPORT)
            self._view.inspector.focus()
        elif key == notices.UNDO and self._steps_after is not None:
            self._steps_after = None
            self._sheet.undo()

    def on_put_back_wanted(self, which: str, number: int) -> None:
        """Put back a line that was cleaned away, as one step that can be undone."""
        content = self._sheet.content()
        if which == IMPORTED:
            removed = self._notes.cleaned[number]
            content, block = with_put_back(content, removed, self._notes.lines, self._new_id)
        else:
            content, block = self._below_cursor(content, self._pasted[number])
        self._sheet.apply(content)
        self._sheet.go_to(block)

    def _below_cursor(self, content: Content, removed: CleanUp) -> tuple[Content, BlockId]:
        new = Paragraph(id=BlockId(self._new_id()), text=Text.of(removed.text))
        ids = [block.id for block in content.blocks]
        here = self._sheet.current_block_id
        place = ids.index(here) + 1 if here in ids else len(ids)
        blocks = (*content.blocks[:place], new, *content.blocks[place:])
        return replace(content, blocks=blocks), new.id
