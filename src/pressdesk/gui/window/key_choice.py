"""The ways to sign where there is no keyring: a key file, or a key of this session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pressdesk.domain.errors import PressDeskError
from pressdesk.gui.desk.asking import ask_for_target
from pressdesk.gui.widgets.painting import Tone
from pressdesk.gui.window.keys import PassphraseDoor, ask_for_new_passphrase

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.desk.store import Store
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.window.main_window import MainWindow

KEY_FILE, SESSION = "key_file", "key_session"


class KeyChoice(QObject):
    """Offers both in the window's banner, and does again what waited for a key."""

    file_chosen = Signal(str)
    """The path of the key file to sign with, from now on and the next time."""

    def __init__(
        self,
        around: Surroundings,
        window: MainWindow,
        store: Store,
        jobs: Jobs,
        door: PassphraseDoor,
    ) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._store = store
        self._jobs = jobs
        self._door = door
        self._again: Callable[[], None] | None = None
        window.banner.action_requested.connect(self._on_chosen)

    def ask(self, again: Callable[[], None]) -> None:
        """Offer the two ways, and do ``again`` once one is chosen."""
        self._again = again

        def words() -> tuple[str, Sequence[tuple[str, str]]]:
            tr = self._around.speech.gettext
            sentence = tr(
                "There is no safe keyring on this machine to keep your signing key in. "
                "Nothing was changed. Make a key file that opens with a passphrase, or sign "
                "with a key that lasts until PressDesk is closed."
            )
            return sentence, (
                (KEY_FILE, tr("Make a key file …")),
                (SESSION, tr("For this session only")),
            )

        self._window.say(words, Tone.WARN)

    def _on_chosen(self, way: str) -> None:
        if way == SESSION:
            self._jobs.run(
                lambda _: self._store.journeys.identity.choose_key(key_choice="session"),
                lambda _: self._go_on(),
                self._on_failed,
            )
        elif way == KEY_FILE:
            tr = self._around.speech.gettext
            ask_for_target(
                self._window,
                tr("Make a key file"),
                tr("Key files (*.key)"),
                "pressdesk.key",
                self._on_path,
            )

    def _on_path(self, path: Path) -> None:
        ask_for_new_passphrase(self._around, path, self._window, partial(self._on_passphrase, path))

    def _on_passphrase(self, path: Path, passphrase: str) -> None:
        def make(_: threading.Event) -> None:
            identity = self._store.journeys.identity
            identity.make_key_file(path, passphrase)
            identity.choose_key(key_file=path)

        def made(_: None) -> None:
            self.file_chosen.emit(str(path))
            self._go_on()

        self._door.know(path, passphrase)
        self._jobs.run(make, made, self._on_failed)

    def _go_on(self) -> None:
        self._window.clear_message()
        again, self._again = self._again, None
        if again is not None:
            again()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, PressDeskError):
            raise error

        def words() -> tuple[str, Sequence[tuple[str, str]]]:
            from pressdesk.i18n import explain

            return explain(error, self._around.speech.language), ()

        self._window.say(words, Tone.DANGER)
