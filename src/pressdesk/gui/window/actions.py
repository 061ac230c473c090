"""What the menus hold: actions with their shortcuts, said in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from pressdesk.gui.theme import ThemeMode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QMenu, QMenuBar

    from pressdesk.gui.surroundings import Surroundings

TEXT_STEPS = (100, 110, 125, 150, 175, 200)
LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
"""Each in its own language, so that everybody finds theirs."""
_KEYS = {
    "new": "Ctrl+N",
    "open": "Ctrl+O",
    "paste_new": "Ctrl+Shift+V",
    "compare": "Ctrl+Shift+D",
    "export": "Ctrl+E",
    "back": "Alt+Left",
    "settings": "Ctrl+,",
    "quit": "Ctrl+Q",
    "undo_remove": "Ctrl+Z",
    "paste": "Ctrl+V",
    "search": "Ctrl+K",
    "larger": "Ctrl++",
    "smaller": "Ctrl+-",
    "normal": "Ctrl+0",
    "next_pane": "F6",
    "previous_pane": "Shift+F6",
    "help": "F1",
    "about": "",
}
DESK_ONLY = ("export", "undo_remove", "paste", "search")
"""What would mean something else, or nothing, in another place."""


class Actions(QObject):
    """Every action of the window; a place adds its own to Edit, Insert and File."""

    theme_chosen = Signal(str)
    text_chosen = Signal(int)
    language_chosen = Signal(str)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._by_name: dict[str, QAction] = {}
        self._idle = {"undo_remove"}
        """What has nothing to do now."""
        for name, keys in _KEYS.items():
            self._make(name, keys)
        self._by_name["larger"].setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._by_name["larger"].triggered.connect(lambda: self._step(1))
        self._by_name["smaller"].triggered.connect(lambda: self._step(-1))
        self._by_name["normal"].triggered.connect(lambda: self.text_chosen.emit(TEXT_STEPS[0]))
        self._themes = self._make_group("theme", [mode.value for mode in ThemeMode])
        self._languages = self._make_group("language", list(LANGUAGE_NAMES))
        self._themes.triggered.connect(lambda one: self.theme_chosen.emit(one.data()))
        self._languages.triggered.connect(lambda one: self.language_chosen.emit(one.data()))
        self._menus: dict[str, QMenu] = {}
        self._guests: Mapping[str, Sequence[QAction]] | None = None

    def action(self, name: str) -> QAction:
        """Return the action ``name``."""
        return self._by_name[name]

    def all(self) -> tuple[QAction, ...]:
        """Return every action of the window."""
        return (*self._by_name.values(), *self._themes.actions(), *self._languages.actions())

    def build(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for name in ("file", "edit", "insert", "view", "help"):
            self._menus[name] = bar.addMenu("")
            self._menus[name].setObjectName(f"menu_{name}")
        self._menus["theme"] = self._menus["view"].addMenu("")
        self._menus["language"] = self._menus["view"].addMenu("")
        self._menus["theme"].setObjectName("menu_theme")
        self._menus["language"].setObjectName("menu_language")
        self._menus["theme"].addActions(self._themes.actions())
        self._menus["language"].addActions(self._languages.actions())
        self.show_place(None)
        self._around.speech.follow(self.retranslate)

    def show_place(self, guests: Mapping[str, Sequence[QAction]] | None) -> None:
        """Fill the menus for a place with the actions ``guests``; None is the desk."""
        self._guests = guests
        is_desk = guests is None
        for name in DESK_ONLY:
            self._by_name[name].setEnabled(is_desk and name not in self._idle)
        self._by_name["back"].setEnabled(not is_desk)
        self._fill_file()
        edit, insert = self._menus["edit"], self._menus["insert"]
        edit.clear()
        insert.clear()
        if is_desk:
            self._add(edit, "undo_remove", "paste", "", "search")
        else:
            edit.addActions(list((guests or {}).get("edit", ())))
            insert.addActions(list((guests or {}).get("insert", ())))
        insert.menuAction().setVisible(not insert.isEmpty())
        edit.menuAction().setVisible(not edit.isEmpty())

    def show_use(self, name: str, *, is_of_use: bool) -> None:
        """Say whether an action of the desk has anything to do."""
        if is_of_use:
            self._idle.discard(name)
        else:
            self._idle.add(name)
        self._by_name[name].setEnabled(is_of_use and self._guests is None)

    def show_choices(self, theme: str, language: str) -> None:
        """Mark what is chosen."""
        for group, chosen in ((self._themes, theme), (self._languages, language)):
            for one in group.actions():
                one.setChecked(one.data() == chosen)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        for name, words in {
            "new": tr("&New joint press release"),
            "open": tr("&Open …"),
            "paste_new": tr("New from &clipboard"),
            "compare": tr("Co&mpare texts …"),
            "export": tr("&Export draft …"),
            "back": tr("&Back to the desk"),
            "settings": tr("&Settings …"),
            "quit": tr("&Quit"),
            "undo_remove": tr("&Undo removal"),
            "paste": tr("&Paste as a new release"),
            "search": tr("&Search"),
            "larger": tr("&Larger text"),
            "smaller": tr("S&maller text"),
            "normal": tr("&Normal text"),
            "next_pane": tr("Next &pane"),
            "previous_pane": tr("Pre&vious pane"),
            "help": tr("&How to, and keys"),
            "about": tr("&About PressDesk"),
        }.items():
            self._by_name[name].setText(words)
        for mode, words in {
            ThemeMode.SYSTEM: tr("As the &system"),
            ThemeMode.LIGHT: tr("&Light"),
            ThemeMode.DARK: tr("&Dark"),
            ThemeMode.CONTRAST: tr("High &contrast"),
        }.items():
            self._by_name[f"theme_{mode.value}"].setText(words)
        for code, words in LANGUAGE_NAMES.items():
            self._by_name[f"language_{code}"].setText(words)
        for name, words in {
            "file": tr("&File"),
            "edit": tr("&Edit"),
            "insert": tr("&Insert"),
            "view": tr("&View"),
            "help": tr("&Help"),
            "theme": tr("&Theme"),
            "language": tr("&Interface language"),
        }.items():
            self._menus[name].setTitle(words)
            self._menus[name].setAccessibleName(words.replace("&", ""))

    def _fill_file(self) -> None:
        menu = self._menus["file"]
        menu.clear()
        self._add(menu, "new", "open", "paste_new", "compare", "")
        exports = (self._guests or {}).get("export", ())
        if self._guests is None:
            self._add(menu, "export", "")
        elif exports:
            menu.addActions(list(exports))
            menu.addSeparator()
        self._add(menu, "back", "settings", "", "quit")
        view, helping = self._menus["view"], self._menus["help"]
        if len(view.actions()) <= 2:  # noqa: PLR2004  # the two submenus, made first
            view.addSeparator()
            self._add(view, "larger", "smaller", "normal", "", "next_pane", "previous_pane")
            self._add(helping, "help", "", "about")

    def _add(self, menu: QMenu, *names: str) -> None:
        for name in names:
            if name:
                menu.addAction(self._by_name[name])
            else:
                menu.addSeparator()

    def _make(self, name: str, keys: str) -> QAction:
        action = QAction(self)
        action.setObjectName(f"action_{name}")
        action.setMenuRole(
            {
                "quit": QAction.MenuRole.QuitRole,
                "about": QAction.MenuRole.AboutRole,
                "settings": QAction.MenuRole.PreferencesRole,
            }.get(name, QAction.MenuRole.NoRole)
        )
        if keys:
            action.setShortcut(QKeySequence(keys))
        self._by_name[name] = action
        return action

    def _make_group(self, kind: str, values: Sequence[str]) -> QActionGroup:
        group = QActionGroup(self)
        for value in values:
            action = self._make(f"{kind}_{value}", "")
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        return group

    def _step(self, by: int) -> None:
        now = self._around.look.text_percent
        near = min(range(len(TEXT_STEPS)), key=lambda place: abs(TEXT_STEPS[place] - now))
        place = min(max(near + by, 0), len(TEXT_STEPS) - 1)
        self.text_chosen.emit(TEXT_STEPS[place])
