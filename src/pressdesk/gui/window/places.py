"""Goes from place to place, and wires each when it is first needed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from pressdesk.domain.errors import KeyringMissing, LoginNameUsed, PastedEmpty, PressDeskError
from pressdesk.domain.ids import ReleaseId
from pressdesk.gui.desk.asking import LastFolder, ask_for_files
from pressdesk.gui.desk.jobs import LaneJobs
from pressdesk.gui.desk.presenter import DeskPresenter
from pressdesk.gui.desk.store import Store
from pressdesk.gui.tasks import Lane
from pressdesk.gui.widgets.painting import Tone
from pressdesk.gui.window.compare_door import CompareDoor
from pressdesk.gui.window.key_choice import KeyChoice
from pressdesk.gui.window.keys import PassphraseDoor
from pressdesk.gui.window.main_window import GEOMETRY_FILE
from pressdesk.gui.window.new_door import AGAIN, NewDoor
from pressdesk.gui.window.ready_door import ReadyDoor
from pressdesk.gui.window.round_door import RoundDoor
from pressdesk.gui.window.settings_door import SettingsDoor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.editor.going import Goal
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.window.main_window import MainWindow
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.stored import StoredRelease
    from pressdesk.settings import Settings

_SETTINGS = "settings"


class Places(QObject):
    """The desk, the editor, a new release, and the settings."""

    _noticed = Signal(object)
    _key_missed = Signal()
    """Both are emitted on the store lane, and heard on the UI's thread."""

    def __init__(  # noqa: PLR0913  # the start wires every part
        self,
        around: Surroundings,
        window: MainWindow,
        *,
        settings: Settings,
        config_folder: Path,
        data_folder: Path,
        system_language: str,
        make_journeys: Callable[..., Journeys],
        clock: Callable[[], datetime],
        version: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._make = make_journeys
        self._version = version
        self._editor: EditorPlace | None = None
        self._last_open: ReleaseId | None = None
        self._journeys_are_old = False
        self._last_folder = LastFolder(config_folder / GEOMETRY_FILE)
        window.desk_page.desk.last_folder = self._last_folder
        self._is_closed = False
        self.door = PassphraseDoor(around, window, _opens_key_file)
        self.store = Store(self._make_journeys, data_folder)
        self.jobs = LaneJobs(around.tasks, self, Lane.STORE)
        self.keys = KeyChoice(around, window, self.store, self.jobs, self.door)
        self.settings = SettingsDoor(
            around,
            window,
            self.store,
            self.jobs,
            settings,
            config_folder=config_folder,
            data_folder=data_folder,
            system_language=system_language,
            failed=self._on_failed,
        )
        self._connect_settings()
        self.comparing = CompareDoor(around, window, self.store, self.jobs, self._last_folder)
        self.comparing.left.connect(self.show_desk)
        self.ready = ReadyDoor(
            around, window, self.store, self.jobs, self._last_folder, config_folder, clock
        )
        self.ready.left.connect(self._back_to_text)
        self.reviewing = RoundDoor(
            around,
            window,
            self.store,
            self.jobs,
            self._last_folder,
            config_folder / GEOMETRY_FILE,
            clock,
        )
        self.ready.round_wanted.connect(
            lambda release: self.reviewing.open(ReleaseId(release), self._on_failed)
        )
        self.reviewing.left.connect(lambda release: self._back_to_text(release, None))
        self.reviewing.compare_wanted.connect(self._compare_rounds)
        self.reviewing.receive_wanted.connect(self.open_files)
        self.desk = DeskPresenter(
            window.desk_page.desk,
            self.store,
            self.jobs,
            around.speech,
            clock,
            open_release=self._open_release,
            ask_for_key=self.keys.ask,
        )
        self.creating = NewDoor(
            around, window, self.store, self.jobs, self.keys, self.settings, self.desk
        )
        self.creating.discarded.connect(self.show_desk)
        self._noticed.connect(self.show_notice, Qt.ConnectionType.QueuedConnection)
        self._key_missed.connect(self._on_key_missed, Qt.ConnectionType.QueuedConnection)
        self._connect_desk()
        self._connect_window()
        around.speech.changed.connect(self.desk.retell)

    def _connect_desk(self) -> None:
        page, desk = self._window.desk_page, self._window.desk_page.desk
        page.filter_chosen.connect(self.desk.on_filter)
        page.top_bar.search.textChanged.connect(self.desk.on_search)
        page.top_bar.search.returnPressed.connect(desk.table.setFocus)
        page.top_bar.new_requested.connect(self.start_new)
        page.top_bar.open_requested.connect(self.ask_for_files)
        desk.open_requested.connect(self.desk.on_open)
        desk.remove_requested.connect(self.desk.on_remove)
        desk.undo_requested.connect(self.desk.on_undo_remove)
        desk.hand_out_requested.connect(self.desk.on_hand_out)
        desk.export_requested.connect(self.desk.on_export)
        desk.retry_requested.connect(lambda: self._try_desk(self.desk.on_retry))
        desk.afresh_requested.connect(lambda: self._try_desk(self.desk.on_start_afresh))
        desk.message_closed.connect(self.desk.on_dismissed)
        desk.text_found.connect(self._take_search)
        desk.undo_changed.connect(
            lambda can_undo: self._window.actions_.show_use("undo_remove", is_of_use=can_undo)
        )
        desk.cancel_requested.connect(self.desk.on_cancel)
        desk.minute_passed.connect(self.desk.retell)
        desk.start_requested.connect(self._on_start)

    def _connect_settings(self) -> None:
        self.keys.file_chosen.connect(lambda path: self.settings.choose(key_file=path))
        self.settings.proofing_changed.connect(self._on_proofing_changed)
        self.settings.words_changed.connect(self._on_words_changed)
        self.settings.identity_changed.connect(self._on_identity_changed)

    def _connect_window(self) -> None:
        window, actions = self._window, self._window.actions_
        window.files_dropped.connect(self.open_files)
        window.text_dropped.connect(self.take_text)
        window.leave_requested.connect(lambda: self._leaving_place(window.leave))
        window.banner.action_requested.connect(self._on_banner)
        for name, do in {
            "new": self.start_new,
            "open": self.ask_for_files,
            "paste_new": self.paste_new,
            "compare": self.compare,
            "paste": self.paste_new,
            "export": self._export_chosen,
            "back": self.go_back,
            "undo_remove": self.desk.on_undo_remove,
            "search": window.desk_page.top_bar.search.setFocus,
            "about": self._show_about,
        }.items():
            actions.action(name).triggered.connect(lambda _=False, do=do: do())

    # the desk

    def open_desk(self) -> None:
        """Open the desk, and show what lies there."""
        self._try_desk(self.desk.refresh)

    def _try_desk(self, attempt: Callable[[], None]) -> None:
        self._window.status.show_desk(is_open=None)
        attempt()
        self.jobs.run(lambda _: self.store.is_open, self._on_opened, self._on_opened_badly)

    def _on_opened(self, is_open: bool) -> None:
        self._window.status.show_desk(is_open=is_open)
        empty = self._window.desk_page.desk.empty
        if empty.isVisible():
            empty.card("template").setFocus()

    def _on_opened_badly(self, error: BaseException) -> None:
        raise error

    def show_desk(self) -> None:
        """Go to the desk."""
        self.creating.on_desk_shown()
        self._window.clear_passing()
        self._window.show_title("")
        self._window.show_place(self._window.desk_page, None)
        if self._journeys_are_old:
            self._renew()
        last, self._last_open = self._last_open, None
        self.desk.refresh(last)
        self.jobs.run(
            lambda _: self.store.is_open,
            lambda is_open: self._window.status.show_desk(is_open=is_open),
            self._on_opened_badly,
        )

    def go_back(self) -> None:
        """Leave the place that is shown, for the desk."""
        self._leaving_place(self.show_desk)

    def _export_chosen(self) -> None:
        desk = self._window.desk_page.desk
        chosen = desk.table.chosen()
        if chosen is not None:
            desk.ask_for_export(chosen)

    # the editor

    def _open_release(self, stored: StoredRelease, notes_are_new: bool) -> None:
        from pressdesk.gui.editor import EditorPlace

        if self._editor is None:
            self._editor = EditorPlace(
                self._around, self.store.desk, self.store.journeys, self._window
            )
            self._editor.closed.connect(self.show_desk)
            self._editor.title_changed.connect(self._window.show_title)
            self._editor.preflight_wanted.connect(self.show_ready)
            self._editor.review_wanted.connect(self.show_review)
            self._editor.server_allowed.connect(self.settings.allow_server)
            self._editor.layer_chosen.connect(lambda layer: self.settings.choose(word_layer=layer))
            self._editor.take(self.settings.now)
            self._editor.file_dropped.connect(lambda name: self.open_files([Path(name)]))
            self._window.add_place(self._editor)
        editor = self._editor
        self.creating.on_release_shown()
        self._last_open = stored.id
        self._window.clear_passing()
        editor.open(stored, notes_are_new=notes_are_new)
        self._window.show_title(stored.draft.content().title.plain)
        self._window.show_place(editor, editor.menus(), has_own_status=True)

    def show_ready(self) -> None:
        """Show what the release that is open in the editor still lacks."""
        release = self._last_open
        if release is not None:
            self._leaving_place(lambda: self.ready.open(release, self._on_failed))

    def show_review(self) -> None:
        """Show the round of the release that is open in the editor, or send it if there is none."""
        release = self._last_open
        if release is not None:
            go = self.reviewing.open if self._has_open_round() else self.reviewing.send
            self._leaving_place(lambda: go(release, self._on_failed))

    def _has_open_round(self) -> bool:
        return self._editor is not None and self._editor.has_open_round

    def _compare_rounds(self, release: ReleaseId) -> None:
        self._leaving_place(lambda: self.comparing.open(release, self._on_failed))

    def _back_to_text(self, release: ReleaseId, goal: Goal | None) -> None:
        """Go on in the text of a release, where ``goal`` says."""

        def show(stored: StoredRelease) -> None:
            from pressdesk.gui.editor.going import go

            self._open_release(stored, notes_are_new=False)
            if goal is not None and self._editor is not None:
                go(self._editor, goal)

        self.jobs.run(lambda _: self.store.desk.open(release), show, self._on_failed)

    def compare(self) -> None:
        """Compare versions of the release that is open in the editor, or any two files."""
        is_edited = self._editor is not None and self._window.current_place() is self._editor
        release = self._last_open if is_edited else None
        self._leaving_place(lambda: self.comparing.open(release, self._on_failed))

    # bringing things in

    def ask_for_files(self) -> None:
        """Let the user choose files to open."""
        tr = self._around.speech.gettext
        kinds = tr("All that PressDesk reads ({kinds})").format(
            kinds="*.pressdesk *.docx *.txt *.md *.html *.htm"
        )
        ask_for_files(self._window, tr("Open"), kinds, self.open_files, self._last_folder)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files, once what is being written is saved; answers to rounds sort themselves."""
        first = self.reviewing.shown_release or self._last_open

        def bring(others: Sequence[Path]) -> None:
            self._leaving_place(lambda: self._on_desk(lambda: self.desk.on_files(others)))

        self._leaving_place(lambda: self.reviewing.take_in(paths, first, bring, self._on_not_taken))

    def _on_not_taken(self, error: BaseException) -> None:
        """Stay where the user is: the text was left, so it is opened anew."""
        if isinstance(error, KeyringMissing):
            self.keys.ask(lambda: None)
        elif isinstance(error, PressDeskError):
            self.reviewing.say([error])
        else:
            raise error
        is_edited = self._editor is not None and self._window.current_place() is self._editor
        if is_edited and self._last_open is not None:
            self._back_to_text(self._last_open, None)

    def take_text(self, text: str, markup: str = "") -> None:
        """Make a release of a text, once what is being written is saved."""
        self._leaving_place(lambda: self._on_desk(lambda: self.desk.on_text(text, markup)))

    def paste_new(self) -> None:
        """Make a release of what is in the clipboard, or open the files there."""
        files = self._window.clipboard_files()
        text, markup = self._window.clipboard_text(), self._window.clipboard_markup()
        if files:
            self.open_files(files)
        elif text.strip() or markup.strip():
            self.take_text(text, markup)
        else:
            self._say_error(PastedEmpty(name=self._around.speech.gettext("the clipboard")))

    def _take_search(self, query: str) -> None:
        """Make a release of a text that was pasted as a search, which has no paragraphs."""
        text, search = self._window.clipboard_text(), self._window.desk_page.top_bar.search
        is_same = "".join(text.split()).startswith("".join(query.split()))
        search.clear()
        self.take_text(text if is_same else query)

    def on_asked(self, file: Path | None) -> None:
        """Come forward, with ``file`` if there is one: PressDesk was started once more."""
        self._window.come_forward()
        if file is not None:
            self.open_files([file])

    def _on_start(self, key: str) -> None:
        language = self._around.speech.language
        starts: dict[str, Callable[[], None]] = {
            "template": self.start_new,
            "file": self.ask_for_files,
            "sample": partial(self.desk.on_sample, "nn" if language == "nn" else "nb"),
        }
        starts[key]()

    def start_new(self) -> None:
        """Begin a release from a template."""
        if not self.creating.is_shown:
            self._leaving_place(lambda: self.creating.open(self._on_failed))

    # settings

    def _on_banner(self, key: str) -> None:
        if key == _SETTINGS:
            self._window.clear_message()
            self.settings.open()
        elif key == AGAIN:
            self.creating.create_again()

    def _on_proofing_changed(self) -> None:
        if self._editor is not None:
            self._editor.take(self.settings.now)

    def _on_identity_changed(self) -> None:
        self._journeys_are_old = True
        if self._window.current_place() is self._window.desk_page:
            self._renew()

    def _on_words_changed(self) -> None:
        if self._editor is not None:
            self._editor.findings.on_words_changed()

    def _renew(self) -> None:
        """Let the journeys go by the settings of now; places hold old ones, so they go too."""
        self._journeys_are_old = False
        if self._editor is not None:
            self._window.remove_place(self._editor)
            self._editor = None
        self.creating.renew()
        self.jobs.run(lambda _: self.store.renew(), lambda _: self.open_desk(), self._on_failed)

    def _make_journeys(self) -> Journeys:
        """Make the journeys, on the store lane."""
        language = self._around.speech.language
        journeys = self._make(self._noticed.emit, language, self.door.ask, self.settings.now)
        journeys.identity.when_key_is_missing(self._key_missed.emit)
        return journeys

    # messages

    @Slot(object)
    def show_notice(self, notice: PressDeskError) -> None:
        """Say something that stops nothing."""

        def words() -> tuple[str, Sequence[tuple[str, str]]]:
            from pressdesk.i18n import explain

            tr = self._around.speech.gettext
            if isinstance(notice, LoginNameUsed):
                sentence = tr(
                    "You are “{login}” in the history of the release. Say who you are in the "
                    "settings."
                ).format(login=notice.login)
                return sentence, ((_SETTINGS, tr("Settings …")),)
            return explain(notice, self._around.speech.language), ()

        self._window.say(words, Tone.ACCENT if isinstance(notice, LoginNameUsed) else Tone.WARN)

    @Slot()
    def _on_key_missed(self) -> None:
        """Offer the ways to sign where the place itself cannot: in the editor."""
        if self._window.current_place() is not self._window.desk_page:
            self.keys.ask(lambda: None)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self._say_error(error)

    def _say_error(self, error: PressDeskError) -> None:
        def words() -> tuple[str, Sequence[tuple[str, str]]]:
            from pressdesk.i18n import explain

            return explain(error, self._around.speech.language), ()

        self._window.say(words, Tone.WARN, is_passing=True)

    def _show_about(self) -> None:
        from pressdesk.gui.window.help import show_about

        show_about(self._around, self._version(), self._window)

    # leaving

    def _leaving_place(self, then: Callable[[], None]) -> None:
        """Do ``then`` once the place that is shown has saved what is in it."""
        if self.reviewing.leave(then):
            return
        if self._editor is not None and self._window.current_place() is self._editor:
            self._editor.leave(then)
        else:
            then()

    def _on_desk(self, then: Callable[[], None]) -> None:
        if self._window.current_place() is not self._window.desk_page:
            self.show_desk()
        then()

    def close(self) -> None:
        """Give the desk free and end all jobs; connected to ``aboutToQuit``."""
        if self._is_closed:
            return
        self._is_closed = True
        self.door.close()
        self.jobs.run(lambda _: self.store.end(), lambda _: None, lambda _: None)
        self._around.tasks.close()


def _opens_key_file(path: Path, passphrase: str) -> bool:
    from pressdesk.services.identity import opens_key_file

    return opens_key_file(path, passphrase)
