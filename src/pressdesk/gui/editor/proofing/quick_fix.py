"""The small menu at a word: replacements, ignoring, word lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from pressdesk.gui.editor.proofing.rows import CardRow, Step
from pressdesk.gui.editor.proofing.words import MOST_OPEN, fix_words, layer_words, step_words
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from pressdesk.gui.surroundings import Surroundings


class QuickFix(QObject):
    """Fills menus with what can be done about the finding at the cursor."""

    fix_wanted = Signal(str, str)
    step_wanted = Signal(str, str)
    ignore_wanted = Signal(str)
    word_wanted = Signal(str, str)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("quick_fix")
        self._speech = around.speech

    def fill(self, menu: QMenu, row: CardRow) -> None:
        """Put the finding and what can be done about it at the top of ``menu``."""
        before = menu.actions()[0] if menu.actions() else None
        for action in self._actions(menu, row):
            action.setProperty("finding", row.key)
            menu.insertAction(before, action) if before is not None else menu.addAction(action)

    def refill(self, menu: QMenu, row: CardRow) -> None:
        """Show replacements that have come since."""
        for action in menu.actions():
            if action.property("finding") is not None:
                menu.removeAction(action)
                action.deleteLater()
        self.fill(menu, row)
        menu.adjustSize()

    def _actions(self, menu: QMenu, row: CardRow) -> list[QAction]:
        saying = self._speech
        _ = saying.gettext
        made = [self._dead(menu, row.title)]
        if row.note:
            made.append(self._dead(menu, row.note))
        for fix in (row.fixes or ())[:MOST_OPEN]:
            action = self._live(menu, fix_words(saying, fix))
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(self.fix_wanted.emit, row.key, fix))
            made.append(action)
        if row.fixes is None:
            made.append(self._dead(menu, _("Looking for suggestions …")))
        elif not row.fixes and Step.WORD in row.steps:
            made.append(self._dead(menu, _("No suggestions")))
        for step in row.steps:
            if step is Step.WORD:
                for layer in Layer:
                    words = _("Add to word list: {list}").format(list=layer_words(saying, layer))
                    action = self._live(menu, words)
                    action.triggered.connect(partial(self.word_wanted.emit, row.key, layer.value))
                    made.append(action)
                continue
            action = self._live(menu, step_words(saying, step, row.alike))
            if step is Step.IGNORE:
                action.setText(_("Ignore …"))
                action.triggered.connect(partial(self.ignore_wanted.emit, row.key))
            else:
                action.triggered.connect(partial(self.step_wanted.emit, row.key, step.value))
            made.append(action)
        line = QAction(menu)
        line.setSeparator(True)
        return [*made, line]

    @staticmethod
    def _live(menu: QMenu, words: str) -> QAction:
        return QAction(words.replace("&", "&&"), menu)

    def _dead(self, menu: QMenu, words: str) -> QAction:
        action = self._live(menu, words)
        action.setEnabled(False)
        return action
