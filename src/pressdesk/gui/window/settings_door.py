"""The settings of the window: shown, chosen from menus, kept, and lived with at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from pressdesk.domain.errors import PressDeskError
from pressdesk.gui.theme import ThemeMode

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.desk.store import Store
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.window.main_window import MainWindow
    from pressdesk.settings import Settings


class SettingsDoor(QObject):
    """Holds the settings of now; others hear what they have to follow."""

    proofing_changed = Signal()
    """The readers go by other settings now, or have the key of a server."""
    words_changed = Signal()
    """A word list is another."""
    identity_changed = Signal()
    """Who signs, or in which language, is another: the journeys are old."""

    def __init__(  # noqa: PLR0913  # the folders are two
        self,
        around: Surroundings,
        window: MainWindow,
        store: Store,
        jobs: Jobs,
        settings: Settings,
        *,
        config_folder: Path,
        data_folder: Path,
        system_language: str,
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._store = store
        self._jobs = jobs
        self._settings = settings
        self._config_folder = config_folder
        self._data_folder = data_folder
        self._system_language = system_language
        self._failed = failed
        actions = window.actions_
        actions.action("settings").triggered.connect(self.open)
        actions.theme_chosen.connect(lambda theme: self.choose(theme=theme))
        actions.text_chosen.connect(lambda percent: self.choose(text_percent=percent))
        actions.language_chosen.connect(lambda code: self.choose(interface_language=code))
        self._apply()

    @property
    def now(self) -> Settings:
        """Return the settings that hold now."""
        return self._settings

    def open(self) -> None:
        """Show the settings."""
        from pressdesk.gui.settings import SettingsDialog

        dialog = SettingsDialog(
            self._around,
            self._settings,
            self._config_folder,
            self._window,
            data_folder=self._data_folder,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self.take)
        dialog.key_kept.connect(self._on_key_kept)
        dialog.words_changed.connect(self.words_changed)
        dialog.open()

    def take(self, settings: Settings) -> None:
        """Live with other settings, which are written already."""
        before, self._settings = self._settings, settings
        self._apply()
        if settings.proofing != before.proofing:
            self._jobs.run(lambda _: self._store.take(settings), self._on_taken, self._failed)
        if _identity(before) != _identity(settings):
            self.identity_changed.emit()

    def choose(self, **choices: str | int) -> None:
        """Change settings from a menu, and keep them."""
        self._keep(replace(self._settings, **choices))  # type: ignore[arg-type]  # names by menu

    def allow_server(self, address: str) -> None:
        """Let texts be sent to a server that reads them, from now on."""
        from pressdesk.services.grammar import with_server_allowed

        self._keep(with_server_allowed(self._settings, address))

    def _keep(self, settings: Settings) -> None:
        folder = self._config_folder

        def keep(_: threading.Event) -> None:
            from pressdesk.settings import write_settings

            write_settings(folder, settings)

        self._jobs.run(keep, lambda _: None, self._failed)  # a yes is written before it is used
        self.take(settings)

    def _on_key_kept(self) -> None:
        self._jobs.run(lambda _: self._store.take_key(), self._on_taken, self._failed)

    def _on_taken(self, _taken: object) -> None:
        self.proofing_changed.emit()

    def _apply(self) -> None:
        settings = self._settings
        self._around.look.choose(ThemeMode(settings.theme), settings.text_percent)
        self._around.speech.switch(settings.interface_language or self._system_language)
        self._window.actions_.show_choices(settings.theme, self._around.speech.language)
        self._window.desk_page.top_bar.show_organisation(_organisation(settings))


def _identity(settings: Settings) -> tuple[object, ...]:
    return settings.actor, settings.interface_language, settings.key_file


def _organisation(settings: Settings) -> str:
    from pressdesk.domain.actor import Actor

    try:
        actor = Actor.parse(settings.actor) if settings.actor else None
    except PressDeskError:
        return ""
    return (actor.organisation or "") if actor else ""
