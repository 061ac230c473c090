"""What the choices about proofreading lead to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from pressdesk.domain.errors import GrammarAddressRefused, PressDeskError
from pressdesk.domain.grammar import EngineState
from pressdesk.gui.settings.trial_words import trial_words
from pressdesk.gui.tasks import Lane
from pressdesk.gui.widgets.banner import announce
from pressdesk.i18n import explain
from pressdesk.services.grammar import keep_server_key, server_to_allow
from pressdesk.services.grammar_trial import tried
from pressdesk.services.word_lists import Layer, organisation_list, personal_list

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from pressdesk.domain.finding import FindingKind
    from pressdesk.domain.grammar import EngineStatus
    from pressdesk.gui.settings.proofing_page import ProofingForm
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.grammar_trial import MakeKeyring
    from pressdesk.services.word_lists import WordList
    from pressdesk.settings import Settings


class ProofingSettings(QObject):
    """Takes choices over at once; tries LanguageTool; reads and shortens word lists.

    ``settings`` gives those of now, ``take`` takes others over, ``tell`` says what went wrong.
    """

    key_kept = Signal()
    """The grammar engine is to ask with another key."""
    words_changed = Signal()
    """A word list has become another."""

    def __init__(  # noqa: PLR0913 - all are named, and given once by the dialog
        self,
        around: Surroundings,
        form: ProofingForm,
        *,
        settings: Callable[[], Settings],
        take: Callable[[Settings], None],
        tell: Callable[[PressDeskError], None],
        data_folder: Path,
        keyring: MakeKeyring,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._form = form
        self._settings = settings
        self._take = take
        self._tell = tell
        self._data_folder = data_folder
        self._keyring = keyring
        self._trial: threading.Event | None = None
        self._layer = Layer.PERSONAL
        self._result: EngineStatus | None = None
        self._has_key = False
        self._is_refused = False
        self._connect()

    def _connect(self) -> None:
        form = self._form
        form.profile.value_edited.connect(partial(self._choose, "profile"))
        form.layer.value_edited.connect(partial(self._choose, "word_layer"))
        form.kinds_chosen.connect(self._on_kinds)
        form.list_choose.clicked.connect(self._ask_list)
        form.list_usual.clicked.connect(lambda: self.on_list_chosen(None))
        form.words.list_chosen.connect(self._on_list_shown)
        form.words.removal_wanted.connect(self._on_removal)
        form.engine.value_edited.connect(self._on_engine)
        form.folder_choose.clicked.connect(self._ask_folder)
        form.server.editingFinished.connect(self._on_server_edited)
        form.user.editingFinished.connect(self._on_user_edited)
        form.key.editingFinished.connect(self._on_key_edited)
        form.key_forget.clicked.connect(lambda: self._keep_key(""))
        form.withdraw.clicked.connect(lambda: self._choose("grammar_servers_allowed", ()))
        form.try_button.clicked.connect(self.on_try)

    # --- what is shown

    def show(self) -> None:
        """Show what is chosen, and read the list that is looked at."""
        chosen, form = self._settings(), self._form
        form.profile.show_value(chosen.profile)
        form.show_hidden_kinds(chosen.findings_hidden)
        form.layer.show_value(chosen.word_layer)
        form.words.chooser.show_value(self._layer.value)
        form.server.setText(chosen.grammar_server or "")
        form.user.setText(chosen.grammar_user or "")
        self.say()
        self._read_list()

    def say(self) -> None:
        """Say what follows from the choices, in the language of the window."""
        chosen, form, _ = self._settings(), self._form, self._around.speech.gettext
        form.list_name.setText(str(self._list(Layer.ORGANISATION).path))
        form.list_usual.setVisible(chosen.organisation_words is not None)
        form.folder.setText(chosen.grammar_folder or _("Where language-tool-python keeps it"))
        is_allowed = bool(chosen.grammar_server) and self._is_allowed(chosen)
        form.show_engine(chosen.grammar_engine, is_allowed=is_allowed)
        form.leave_note.setText(self._leave_words(is_allowed=is_allowed))
        form.leave_note.setProperty("look", "danger small" if self._is_refused else "muted small")
        form.leave_note.style().polish(form.leave_note)
        form.key_note.setText(
            _("The key lies in the keyring.")
            if self._has_key
            else _("Only some servers want a user name and a key.")
        )
        words = trial_words(self._around.speech, self._result, is_going=self._trial is not None)
        is_bad = self._result is not None and self._result.state is EngineState.FAILED
        form.show_result(words, "danger" if is_bad and self._trial is None else "muted")
        form.try_button.setEnabled(self._trial is None)

    def _leave_words(self, *, is_allowed: bool) -> str:
        _ = self._around.speech.gettext
        if self._is_refused:
            words = self._form.server.text().strip()
            return explain(GrammarAddressRefused(server=words[:80]), self._around.speech.language)
        if is_allowed:
            return _("You have allowed text to be sent to this server.")
        return _(
            "Unpublished text is sent there. PressDesk asks you once, before the first text leaves "
            "this machine."
        )

    @staticmethod
    def _is_allowed(chosen: Settings) -> bool:
        try:
            return server_to_allow(replace(chosen, grammar_engine="remote")) is None
        except GrammarAddressRefused:
            return False

    # --- choices

    def flush(self) -> None:
        """Take over what was typed last."""
        self._on_server_edited()
        self._on_user_edited()
        self._on_key_edited()

    def _choose(self, name: str, value: object) -> None:
        chosen = {name: None if value == "" else value}
        self._take(replace(self._settings(), **chosen))  # type: ignore[arg-type]  # names by field
        self.say()

    def _on_kinds(self, hidden: frozenset[FindingKind]) -> None:
        self._choose("findings_hidden", tuple(sorted(kind.value for kind in hidden)))

    def _on_engine(self, engine: str) -> None:
        self._forget_trial()
        self._choose("grammar_engine", engine)

    def _on_server_edited(self) -> None:
        words = self._form.server.text().strip()
        chosen = self._settings()
        if words == (chosen.grammar_server or ""):
            self._is_refused = False
            return
        self._forget_trial()
        self._is_refused = False
        if words:
            try:
                server_to_allow(replace(chosen, grammar_engine="remote", grammar_server=words))
            except GrammarAddressRefused:
                self._is_refused = True
                self.say()
                announce(self._form.leave_note, self._form.leave_note.text(), is_urgent=True)
                return
        self._has_key = False
        self._choose("grammar_server", words)

    def _on_user_edited(self) -> None:
        words = self._form.user.text().strip()
        if words != (self._settings().grammar_user or ""):
            self._choose("grammar_user", words)

    def _on_key_edited(self) -> None:
        key = self._form.key.text().strip()
        if key:
            self._form.key.clear()
            self._keep_key(key)

    def _keep_key(self, key: str) -> None:
        address = self._settings().grammar_server or ""
        keyring = self._keyring

        def done(_kept: object) -> None:
            self._has_key = bool(key)
            self.say()
            announce(self._form.key_note, self._form.key_note.text())
            self.key_kept.emit()

        self._around.tasks.run(
            lambda _cancelled: keep_server_key(keyring(), address, key),
            owner=self,
            done=done,
            failed=self._on_failed,
            lane=Lane.STORE,
        )

    # --- trying

    def on_try(self) -> None:
        """Ask the engine about sentences of our own, and say how that went."""
        self.flush()
        if self._trial is not None or self._is_refused:
            return
        settings, keyring = self._settings(), self._keyring

        def done(status: EngineStatus) -> None:
            self._trial, self._result = None, status
            self.say()
            announce(self._form.result, self._form.result.text())

        self._trial = self._around.tasks.run(
            lambda cancelled: tried(settings, keyring(), cancelled),
            owner=self,
            done=done,
            failed=self._on_failed,
        )
        self.say()

    def _forget_trial(self) -> None:
        if self._trial is not None:
            self._trial.set()
        self._trial = self._result = None

    def end(self) -> None:
        """Wait for nothing more."""
        self._forget_trial()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._form, self._around.speech.gettext("Folder of LanguageTool"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.on_folder_chosen(Path(name)))
        dialog.open()

    def on_folder_chosen(self, folder: Path) -> None:
        """Look for LanguageTool in another folder."""
        self._forget_trial()
        self._choose("grammar_folder", str(folder))

    # --- word lists

    def _ask_list(self) -> None:
        _ = self._around.speech.gettext
        dialog = QFileDialog(self._form, _("The organisation's list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it is read and added to
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Choose"))
        dialog.setNameFilter(_("Text files ({kinds})").format(kinds="*.txt"))
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(lambda name: self.on_list_chosen(Path(name)))
        dialog.open()

    def on_list_chosen(self, path: Path | None) -> None:
        """Share another list, or the usual one."""
        self._choose("organisation_words", str(path) if path is not None else "")
        if self._layer is Layer.ORGANISATION:
            self._read_list()

    def _on_list_shown(self, layer: str) -> None:
        self._layer = Layer(layer)
        self._read_list()

    def _read_list(self) -> None:
        shown = self._list(self._layer)

        def done(words: tuple[str, ...]) -> None:
            if shown == self._list(self._layer):
                self._form.words.show_words(words)

        self._run_on_list(shown.words, done)

    def _on_removal(self, words: list[str]) -> None:
        shown = self._list(self._layer)

        def remove() -> tuple[str, ...]:
            shown.remove(*words)
            return shown.words()

        def done(left: tuple[str, ...]) -> None:
            if shown == self._list(self._layer):
                self._form.words.show_words(left)
            self.words_changed.emit()

        self._run_on_list(remove, done)

    def _run_on_list(
        self, job: Callable[[], tuple[str, ...]], done: Callable[[tuple[str, ...]], None]
    ) -> None:
        def failed(error: BaseException) -> None:
            self._form.words.show_words(())
            self._on_failed(error)

        self._around.tasks.run(
            lambda _cancelled: job(), owner=self, done=done, failed=failed, lane=Lane.STORE
        )

    def _list(self, layer: Layer) -> WordList:
        if layer is Layer.PERSONAL:
            return personal_list(self._data_folder)
        return organisation_list(self._data_folder, self._settings().organisation_words)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self._trial = None
        self.say()
        self._tell(error)
