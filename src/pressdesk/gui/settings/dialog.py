"""The settings: each change is seen at once, and kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from pressdesk import paths
from pressdesk.domain.errors import ActorRefused, FolderReadOnly, PressDeskError
from pressdesk.gui.editor.fields import Rule
from pressdesk.gui.settings.choices import actor_parts, actor_words
from pressdesk.gui.settings.pages import SettingsForm
from pressdesk.gui.settings.proofing_page import ProofingForm
from pressdesk.gui.settings.proofing_presenter import ProofingSettings
from pressdesk.gui.tasks import Lane
from pressdesk.gui.theme import ThemeMode
from pressdesk.gui.widgets.banner import Banner
from pressdesk.gui.widgets.buttons import Button
from pressdesk.gui.widgets.painting import Tone, add_look
from pressdesk.i18n import explain, interface_language
from pressdesk.services.grammar_trial import system_keyring
from pressdesk.settings import Settings, write_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.gui.settings.rows import RowsForm
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.grammar_trial import MakeKeyring

_WIDTH_PX, _HEIGHT_PX = 600, 700
_FRAME_PX, _SIDES_PX = 60, 16
"""What the system puts around a window, at most."""


class SettingsDialog(QDialog):
    """Shows the settings; ``changed`` brings those that are now in the file."""

    changed = Signal(object)
    """The new ``Settings``, already written; look and language have followed."""
    key_kept = Signal()
    """The grammar engine is to ask with another key."""
    words_changed = Signal()
    """A word list has become another."""

    def __init__(  # noqa: PLR0913  # the last two are named, and for tests and other data folders
        self,
        around: Surroundings,
        settings: Settings,
        config_folder: Path,
        parent: QWidget | None = None,
        *,
        data_folder: Path | None = None,
        open_folder: Callable[[Path], object] | None = None,
        keyring: MakeKeyring = system_keyring,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self._around = around
        self._settings = settings
        self._config_folder = config_folder
        self._data_folder = data_folder or paths.default_data_folder()
        self._open_folder = open_folder or _open_folder
        self._writes = 0
        self._leaving: int | None = None
        self.banner = Banner(around.look, around.speech, self)
        self.form = SettingsForm(around.look, around.speech)
        self.proofing = ProofingForm(around.look, around.speech)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("settings_tabs")
        self._presenter = ProofingSettings(
            around,
            self.proofing,
            settings=lambda: self._settings,
            take=self._take,
            tell=self._explain,
            data_folder=self._data_folder,
            keyring=keyring,
            parent=self,
        )
        self.close_button = Button(around.look, parent=self)
        self.close_button.setObjectName("settings_close")
        self._arrange()
        self._show()
        self._connect()
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)
        self._fit()

    @property
    def settings(self) -> Settings:
        """Return what is chosen now."""
        return self._settings

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._around.speech.gettext
        self.setWindowTitle(_("Settings"))
        self.close_button.setText(_("Close"))
        self.tabs.setAccessibleName(_("Settings"))
        for place, words in enumerate((_("General"), _("Proofing"))):
            self.tabs.setTabText(place, words)
        self._presenter.say()
        QTimer.singleShot(0, self, self._fit)  # the letters have their size by then

    def _fit(self) -> None:
        """Be as large as the letters ask for, as far as the screen goes; never smaller again.

        Labels go above their fields where even the whole screen is too narrow for both.
        """
        look, screen = self._around.look, self.screen().availableGeometry()
        room = screen.width() - _SIDES_PX
        for page in (self.form, self.proofing):
            page.show_narrow(is_narrow=False)
            if self._needed(page) > room:
                page.show_narrow(is_narrow=True)
        least = min(room, max(map(self._needed, (self.form, self.proofing))))
        self.setMinimumWidth(least)
        wished = QSize(max(look.length(_WIDTH_PX), least), look.length(_HEIGHT_PX))
        most = QSize(room, screen.height() - _FRAME_PX)
        self.resize(wished.expandedTo(self.size()).boundedTo(most))

    def _needed(self, page: RowsForm) -> int:
        """Return the width that a page and its scroll bar need."""
        page.ensurePolished()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        return page.minimumSizeHint().width() + bar + 2

    def show_proofing(self) -> None:
        """Go to what is chosen about proofreading."""
        self.tabs.setCurrentIndex(1)

    def done(self, result: int) -> None:
        """Leave, once what was typed last is kept."""
        self._on_actor_edited()
        self._presenter.flush()
        self._presenter.end()
        if self._writes:
            self._leaving = result
        else:
            super().done(result)

    def _arrange(self) -> None:
        self._scroll, proofing = map(self._scrolled, (self.form, self.proofing))
        self._stack = QStackedWidget(self)
        for page in (self._scroll, proofing):
            self._stack.addWidget(page)
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._head = QHBoxLayout()
        self._head.addWidget(self.tabs, 1)
        self._foot = QWidget(self)
        self._foot.setObjectName("settings_foot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self._foot, "status")
        self._foot_row = QHBoxLayout(self._foot)
        self._foot_row.addStretch(1)
        self._foot_row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(Rule(self._around.look, self))
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        stops = (self.tabs, *self.form.stops(), *self.proofing.stops(), self.close_button)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.form.name.setFocus()

    def _scrolled(self, page: RowsForm) -> QScrollArea:
        add_look(page, "clear")
        scroll = QScrollArea(self)
        scroll.setObjectName("settings_scroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        return scroll

    def _show(self) -> None:
        chosen, form = self._settings, self.form
        for edit, words in zip(form.actor_edits(), actor_parts(chosen.actor), strict=True):
            edit.setText(words)
        form.interface_language.show_value(chosen.interface_language or "")
        form.theme.show_value(chosen.theme)
        form.text_size.setValue(chosen.text_percent)
        form.document_language.show_value(chosen.document_language or "")
        form.show_folders(self._data_folder, self._templates_folder)
        self._presenter.show()

    def _connect(self) -> None:
        form = self.form
        for edit in form.actor_edits():
            edit.editingFinished.connect(self._on_actor_edited)
        form.interface_language.value_edited.connect(partial(self._choose, "interface_language"))
        form.theme.value_edited.connect(partial(self._choose, "theme"))
        form.text_size.valueChanged.connect(partial(self._choose, "text_percent"))
        form.document_language.value_edited.connect(partial(self._choose, "document_language"))
        self._presenter.key_kept.connect(self.key_kept)
        self._presenter.words_changed.connect(self.words_changed)
        form.open_button.clicked.connect(self._on_open_folder)
        self.close_button.clicked.connect(self.accept)

    @property
    def _templates_folder(self) -> Path:
        return self._data_folder / "templates"

    def _choose(self, name: str, value: str | int) -> None:
        """Take one choice over; an empty one means that something else decides."""
        chosen = {name: None if value == "" else value}
        self._take(replace(self._settings, **chosen))  # type: ignore[arg-type]  # names by field

    def _on_actor_edited(self) -> None:
        words = [edit.text() for edit in self.form.actor_edits()]
        try:
            actor = actor_words(*words)
        except ActorRefused:
            self.form.show_actor_problem(is_wrong=True)
            return
        self.form.show_actor_problem(is_wrong=False)
        self._take(replace(self._settings, actor=actor))

    def _take(self, settings: Settings) -> None:
        """Let everything follow, and keep it."""
        if settings == self._settings:
            return
        self._settings = settings
        self._around.look.choose(ThemeMode(settings.theme), settings.text_percent)
        self._around.speech.switch(settings.interface_language or interface_language())
        self._writes += 1
        folder = self._config_folder
        self._around.tasks.run(
            lambda _cancelled: write_settings(folder, settings),
            owner=self,
            done=lambda _none: self._on_written(settings),
            failed=self._on_failed,
            lane=Lane.STORE,
        )

    def _on_written(self, settings: Settings) -> None:
        self.banner.hide()
        self.changed.emit(settings)
        self._written()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self._leaving = None
        self._explain(error)
        self._written()

    def _written(self) -> None:
        self._writes -= 1
        if not self._writes and self._leaving is not None:
            super().done(self._leaving)

    def _on_open_folder(self) -> None:
        try:
            self._templates_folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._explain(FolderReadOnly(name=str(self._templates_folder)))
            return
        self._open_folder(self._templates_folder)

    def _explain(self, error: PressDeskError) -> None:
        self.banner.show_message(explain(error, self._around.speech.language), Tone.DANGER)

    def _restyle(self) -> None:
        look = self._around.look
        side = look.length(18)
        self._head.setContentsMargins(look.length(12), look.length(4), side, 0)
        self._foot_row.setContentsMargins(side, look.length(10), side, look.length(10))
        QTimer.singleShot(0, self, self._fit)


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
