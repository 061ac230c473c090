"""The sheet's commands as QActions, for menus and for the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from pressdesk.domain.text import MarkKind
from pressdesk.gui.sheet.lines import Part
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pressdesk.gui.sheet.labels import Speaking
    from pressdesk.gui.sheet.sheet import Sheet


_CONVERSIONS = (
    (Part.PARAGRAPH, N_("Paragraph"), "Ctrl+1"),
    (Part.SUBHEADING, N_("Subheading"), "Ctrl+2"),
    (Part.QUOTE, N_("Quote"), "Ctrl+3"),
    (Part.LIST, N_("List"), "Ctrl+4"),
    (Part.FACT_BOX, N_("Fact box"), "Ctrl+5"),
    (Part.IMAGE, N_("Picture"), "Ctrl+6"),
)


class SheetActions(QObject):
    """One action a command; the place puts them into its menus."""

    def __init__(self, sheet: Sheet, speech: Speaking) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._speech = speech
        self._words: list[tuple[QAction, str]] = []
        commands = sheet.commands
        self.conversions = {
            part: self._make(f"make_{part}", words, keys, partial(commands.convert, part))
            for part, words, keys in _CONVERSIONS
        }
        for action in self.conversions.values():
            action.setCheckable(True)
        self.move_up = self._make("move_up", N_("Move up"), "Alt+Up", commands.move_up)
        self.move_down = self._make("move_down", N_("Move down"), "Alt+Down", commands.move_down)
        self.insert_after = self._make(
            "insert_after", N_("New paragraph below"), "Ctrl+Return", commands.insert_after
        )
        self.delete_block = self._make(
            "delete_block", N_("Delete block"), "Ctrl+Shift+Backspace", commands.delete_block
        )
        self.next_placeholder = self._make(
            "next_placeholder", N_("Next placeholder"), "F8", commands.next_placeholder
        )
        self.strong = self._make(
            "mark_strong", N_("Bold"), "Ctrl+B", lambda: commands.toggle(MarkKind.STRONG)
        )
        self.emphasis = self._make(
            "mark_emphasis", N_("Italic"), "Ctrl+I", lambda: commands.toggle(MarkKind.EMPHASIS)
        )
        sheet.block_entered.connect(self.refresh)
        sheet.structure_changed.connect(self.refresh)
        self.retranslate()
        self.refresh()

    def all(self) -> Iterator[QAction]:
        """Yield every action."""
        return (action for action, _ in self._words)

    def retranslate(self) -> None:
        """Say everything in the language that the speech speaks now."""
        for action, words in self._words:
            action.setText(self._speech.gettext(words))

    def refresh(self) -> None:
        """Enable what can be done where the cursor is, and tick what is there."""
        current = self._sheet.page.shape(self._sheet.textCursor().block()).part
        for part, action in self.conversions.items():
            action.setChecked(part is current)
            action.setEnabled(part is current or self._sheet.commands.can_convert(part))

    def _make(self, name: str, words: str, keys: str, command: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setObjectName(f"sheet_{name}")
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._run(command))
        self._sheet.addAction(action)
        self._words.append((action, words))
        return action

    def _run(self, command: Callable[[], object]) -> None:
        command()
        self.refresh()
