"""What can be done in the editor by menu and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from pressdesk.gui.sheet import Part
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from pressdesk.gui.sheet import Sheet
    from pressdesk.gui.surroundings import Surroundings


_KEYS: dict[str, tuple[str, str | QKeySequence.StandardKey]] = {
    "undo": (N_("Undo"), QKeySequence.StandardKey.Undo),
    "redo": (N_("Redo"), QKeySequence.StandardKey.Redo),
    "cut": (N_("Cut"), QKeySequence.StandardKey.Cut),
    "copy": (N_("Copy"), QKeySequence.StandardKey.Copy),
    "paste": (N_("Paste"), QKeySequence.StandardKey.Paste),
    "find": (N_("Find"), "Ctrl+F"),
    "replace": (N_("Find and replace"), "Ctrl+H"),
    "find_next": (N_("Next place"), "F3"),
    "find_previous": (N_("Previous place"), "Shift+F3"),
    "next_finding": (N_("Next remark"), "F7"),
    "previous_finding": (N_("Previous remark"), "Shift+F7"),
    "quick_fix": (N_("Quick fix"), "Ctrl+."),
    "next_placeholder": (N_("Next placeholder"), "F8"),
    "previous_placeholder": (N_("Previous placeholder"), "Shift+F8"),
    "comment": (N_("New comment …"), "Ctrl+Alt+M"),
    "review": (N_("Send for review"), "Ctrl+Shift+R"),
    "preflight": (N_("Preflight"), "Ctrl+Shift+E"),
    "export": (N_("Export draft"), "Ctrl+E"),
    "next_pane": (N_("Next pane"), "F6"),
    "previous_pane": (N_("Previous pane"), "Shift+F6"),
    "to_outline": (N_("Go to the outline"), "Ctrl+1"),
    "to_sheet": (N_("Go to the text"), "Ctrl+2"),
    "to_inspector": (N_("Go to the inspector"), "Ctrl+3"),
}
_OF_THE_SHEET = ("undo", "redo", "cut", "copy", "paste")
"""The sheet knows these keys itself; here they are only for menus."""
_CONVERSION_KEYS = {
    Part.PARAGRAPH: "Ctrl+Shift+1",
    Part.SUBHEADING: "Ctrl+Shift+2",
    Part.QUOTE: "Ctrl+Shift+3",
    Part.LIST: "Ctrl+Shift+4",
    Part.FACT_BOX: "Ctrl+Shift+5",
    Part.IMAGE: "Ctrl+Shift+6",
}
"""Ctrl+1 to Ctrl+3 go between the panes."""


def _sequence(keys: str | QKeySequence.StandardKey) -> QKeySequence:
    if isinstance(keys, str):
        return QKeySequence(keys)
    return QKeySequence(keys)


class EditorActions(QObject):
    """One action a command, ``commands`` being what each does."""

    def __init__(
        self,
        around: Surroundings,
        place: QWidget,
        sheet: Sheet,
        commands: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__(place)
        self._speech = around.speech
        self._sheet = sheet
        self._actions: dict[str, QAction] = {}
        for name, (_words, keys) in _KEYS.items():
            action = QAction(place)
            action.setObjectName(f"editor_{name}")
            action.setShortcut(_sequence(keys))
            is_own = name not in _OF_THE_SHEET
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
                if is_own
                else Qt.ShortcutContext.WidgetShortcut
            )
            action.triggered.connect(lambda _=False, command=commands[name]: command())
            if is_own:
                place.addAction(action)
            self._actions[name] = action
        of_sheet = sheet.actions_for_menus
        for part, keys in _CONVERSION_KEYS.items():
            of_sheet.conversions[part].setShortcut(QKeySequence(keys))
        of_sheet.next_placeholder.setShortcut(QKeySequence())
        document = sheet.document()
        document.undoAvailable.connect(self._actions["undo"].setEnabled)
        document.redoAvailable.connect(self._actions["redo"].setEnabled)
        sheet.copyAvailable.connect(self._actions["cut"].setEnabled)
        sheet.copyAvailable.connect(self._actions["copy"].setEnabled)
        for name in ("undo", "redo", "cut", "copy"):
            self._actions[name].setEnabled(False)
        around.speech.follow(self.retranslate)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def menus(self) -> dict[str, Sequence[QAction]]:
        """Return what belongs into the window's menus; None is never among them."""
        of_sheet = self._sheet.actions_for_menus
        edit = (
            *_OF_THE_SHEET,
            "find",
            "replace",
            "find_next",
            "find_previous",
            "next_finding",
            "previous_finding",
            "quick_fix",
            "next_placeholder",
            "previous_placeholder",
            "comment",
        )
        return {
            "edit": tuple(self._actions[name] for name in edit),
            "insert": (
                *of_sheet.conversions.values(),
                of_sheet.insert_after,
                of_sheet.move_up,
                of_sheet.move_down,
                of_sheet.delete_block,
                of_sheet.strong,
                of_sheet.emphasis,
            ),
            "export": tuple(self._actions[name] for name in ("review", "export", "preflight")),
        }

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        for name, (words, _keys) in _KEYS.items():
            self._actions[name].setText(self._speech.gettext(words))
