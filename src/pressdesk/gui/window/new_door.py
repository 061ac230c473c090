"""The way to the form of a new release, and from there to the desk without losing a word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pressdesk.domain.errors import KeyringMissing
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.errors import PressDeskError
    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.desk.presenter import DeskPresenter
    from pressdesk.gui.desk.store import Store
    from pressdesk.gui.new import NewReleasePlace
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.window.key_choice import KeyChoice
    from pressdesk.gui.window.main_window import MainWindow
    from pressdesk.gui.window.settings_door import SettingsDoor
    from pressdesk.services.journeys import Journeys

AGAIN = "create_again"
"""The button of a message that wants ``create_again``."""


class NewDoor(QObject):
    """Opens the form; a release that cannot be stored stays in it."""

    discarded = Signal()

    def __init__(  # noqa: PLR0913, PLR0917 - the start wires every part
        self,
        around: Surroundings,
        window: MainWindow,
        store: Store,
        jobs: Jobs,
        keys: KeyChoice,
        settings: SettingsDoor,
        desk: DeskPresenter,
    ) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._store = store
        self._jobs = jobs
        self._keys = keys
        self._settings = settings
        self._desk = desk
        self._is_creating = False
        self._is_form_open = False
        """Whether a form waits, neither stored nor discarded, wherever the user is now."""
        self._refused: Content | None = None
        self.place: NewReleasePlace | None = None

    @property
    def is_shown(self) -> bool:
        """Return whether the user is at the form."""
        return self.place is not None and self._window.current_place() is self.place

    def open(self, failed: Callable[[BaseException], None]) -> None:
        """Show the form, as it was left or empty."""
        self._jobs.run(lambda _: self._store.journeys, self._show, failed)

    def on_desk_shown(self) -> None:
        """Wait no longer for what was being stored: the user is at the desk."""
        self._is_creating = False

    def on_release_shown(self) -> None:
        """Let the form go if the release that is shown was made in it."""
        if self._is_creating:
            self._is_creating = self._is_form_open = False

    def renew(self) -> None:
        """Let the place go, which holds old journeys, unless a form waits in it."""
        if self.place is not None and not self._is_form_open:
            self._window.remove_place(self.place)
            self.place = None

    def create_again(self) -> None:
        """Store what the form says now; what it said, if the user has left it."""
        content, self._refused = self._refused, None
        if self.place is not None and self.is_shown:
            self.place.presenter.on_create_requested()
        elif content is not None:
            self._on_created(content)

    def _show(self, journeys: Journeys) -> None:
        from pressdesk.gui.new import NewReleasePlace

        if self.place is None:
            self.place = NewReleasePlace(self._around, journeys.templates, journeys, self._window)
            self.place.created.connect(self._on_created)
            self.place.cancelled.connect(self._on_discarded)
            self._window.add_place(self.place)
        self._window.clear_passing()
        self._is_creating = False
        self._window.show_title(self._around.speech.gettext("New joint press release"))
        self._window.show_place(self.place, {})
        if not self._is_form_open:
            self.place.start(self._settings.now)
        self._is_form_open = True

    def _on_created(self, content: Content) -> None:
        """Store the draft, and stay at the form until that went well."""
        if not self._is_creating:
            self._is_creating = True
            self._window.clear_passing()
            self._desk.on_created(content, partial(self._on_not_created, content))

    def _on_discarded(self) -> None:
        self._is_form_open = False
        self.discarded.emit()

    def _on_not_created(self, content: Content, error: PressDeskError) -> None:
        self._is_creating = False
        self._refused = content
        if isinstance(error, KeyringMissing):
            self._keys.ask(self.create_again)
            return

        def words() -> tuple[str, Sequence[tuple[str, str]]]:
            from pressdesk.i18n import explain

            tr = self._around.speech.gettext
            sentence, kept = explain(error, self._around.speech.language), tr("The form is kept.")
            return f"{sentence} {kept}", ((AGAIN, tr("Try again")),)

        self._window.say(words, Tone.DANGER, is_passing=True)
