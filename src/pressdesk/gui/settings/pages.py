"""The rows of the dialog: who you are, how it looks, new releases, folders."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from pressdesk.gui.new.editors import ChoiceEditor
from pressdesk.gui.settings.choices import (
    DOCUMENT_LANGUAGES,
    INTERFACE_LANGUAGES,
    THEMES,
)
from pressdesk.gui.settings.rows import RowsForm
from pressdesk.gui.widgets.buttons import Button
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.spin_boxes import inset_letters
from pressdesk.i18n.marking import N_
from pressdesk.settings import LARGEST_TEXT, SMALLEST_TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_STEP_PERCENT = 10


class SettingsForm(RowsForm):
    """Every setting with its name; decides nothing."""

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__("settings_form", look, speech, parent)
        self.name = self.line("settings_name")
        self.mail = self.line("settings_mail")
        self.organisation = self.line("settings_organisation")
        self.interface_language = ChoiceEditor("settings_interface_language", self)
        self.theme = ChoiceEditor("settings_theme", self)
        self.text_size = QSpinBox(self)
        self.text_size.setObjectName("settings_text_size")
        self.text_size.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        self.text_size.setSingleStep(_STEP_PERCENT)
        self.text_size.setSuffix(" %")
        self.text_size.setKeyboardTracking(False)
        inset_letters(self.text_size)
        self.document_language = ChoiceEditor("settings_document_language", self)
        self._data_folder = ElidedLabel("", self)
        self._templates_folder = ElidedLabel("", self)
        self.open_button = Button(look, parent=self)
        self.open_button.setObjectName("settings_open_templates")
        self._actor_note = make_label("muted small", wraps=True)
        self._is_actor_wrong = False
        self._arrange()
        self.follow_look_and_speech()

    def actor_edits(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        """Return the fields for name, address and organisation."""
        return (self.name, self.mail, self.organisation)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in order."""
        return (
            *self.actor_edits(),
            self.interface_language,
            self.theme,
            self.text_size,
            self.document_language,
            self.open_button,
        )

    def show_folders(self, data: Path, templates: Path) -> None:
        """Show where things are kept."""
        self._data_folder.setText(_short(data))
        self._templates_folder.setText(_short(templates))

    def show_actor_problem(self, *, is_wrong: bool) -> None:
        """Say whether what is typed about the user can be used."""
        self._is_actor_wrong = is_wrong
        self._say_actor()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        super().retranslate()
        _ = self._speech.gettext
        for editor, choices in (
            (self.interface_language, INTERFACE_LANGUAGES),
            (self.theme, THEMES),
            (self.document_language, DOCUMENT_LANGUAGES),
        ):
            editor.show_choices("", [(value, _(words)) for value, words in choices])
        self.open_button.setText(_("Open folder"))
        self.open_button.setAccessibleName(_("Open the folder of your own templates"))
        self._say_actor()

    def _say_actor(self) -> None:
        _ = self._speech.gettext
        self._actor_note.setProperty(
            "look", "danger small" if self._is_actor_wrong else "muted small"
        )
        self._actor_note.style().polish(self._actor_note)
        self._actor_note.setText(
            _("Write your name too, and an e-mail address without spaces.")
            if self._is_actor_wrong
            else _("Stands in the history of the releases you work on.")
        )
        for edit in self.actor_edits():
            edit.setAccessibleDescription(self._actor_note.text())

    def _arrange(self) -> None:
        you = self.section(N_("You"))
        self.add(you, N_("Name"), self.name)
        self.add(you, N_("E-mail"), self.mail)
        self.add(you, N_("Organisation"), self.organisation)
        self.add_plain(you, self._actor_note)
        looks = self.section(N_("Appearance"))
        self.add(looks, N_("Language of the window"), self.interface_language)
        self.add(looks, N_("Theme"), self.theme)
        self.add(looks, N_("Text size"), self.text_size)
        releases = self.section(N_("New releases"))
        self.add(releases, N_("Language of the release"), self.document_language)
        folders = self.section(N_("Folders"))
        self.add(folders, N_("Your releases"), self._data_folder)
        self.add(folders, N_("Your own templates"), self._templates_folder, self.open_button)


def _short(folder: Path) -> str:
    """Return ``folder`` as people write it who are at home there."""
    home = folder.home()
    return f"~{os.sep}{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
