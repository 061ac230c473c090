"""The rows of the dialog: who you are, how it looks, new releases, folders."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from pressdesk.gui.new.editors import ChoiceEditor
from pressdesk.gui.settings.choices import (
    DOCUMENT_LANGUAGES,
    INTERFACE_LANGUAGES,
    PROFILES,
    THEMES,
)
from pressdesk.gui.widgets.buttons import Button
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.labels import SectionHeader, make_label
from pressdesk.gui.widgets.spin_boxes import inset_letters
from pressdesk.i18n.marking import N_
from pressdesk.settings import LARGEST_TEXT, SMALLEST_TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_STEP_PERCENT = 10
_LABEL_PX = 170


class SettingsForm(QWidget):
    """Every setting with its name; decides nothing."""

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_form")
        self._look = look
        self._speech = speech
        self._labels: list[tuple[QLabel, str, QWidget]] = []
        self._headers: list[tuple[SectionHeader, str]] = []
        self._grids: list[QGridLayout] = []
        self._rows: list[tuple[QGridLayout, QLabel, QWidget, QWidget | None]] = []
        self._is_narrow = False
        self.name = self._line("settings_name")
        self.mail = self._line("settings_mail")
        self.organisation = self._line("settings_organisation")
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
        self.profile = ChoiceEditor("settings_profile", self)
        self._data_folder = ElidedLabel("", self)
        self._templates_folder = ElidedLabel("", self)
        self.open_button = Button(look, parent=self)
        self.open_button.setObjectName("settings_open_templates")
        self._actor_note = make_label("muted small", wraps=True)
        self._is_actor_wrong = False
        self._arrange()
        look.follow(self._restyle)
        speech.follow(self.retranslate)

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
            self.profile,
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
        _ = self._speech.gettext
        for header, text in self._headers:
            header.show_text(_(text))
        for label, text, widget in self._labels:
            label.setText(_(text))
            widget.setAccessibleName(_(text))
        for editor, choices in (
            (self.interface_language, INTERFACE_LANGUAGES),
            (self.theme, THEMES),
            (self.document_language, DOCUMENT_LANGUAGES),
            (self.profile, PROFILES),
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

    def _line(self, name: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        return edit

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        you = self._section(N_("You"))
        self._add(you, N_("Name"), self.name)
        self._add(you, N_("E-mail"), self.mail)
        self._add(you, N_("Organisation"), self.organisation)
        you.addWidget(self._actor_note, you.rowCount() + 2, 1, 1, 2)
        looks = self._section(N_("Appearance"))
        self._add(looks, N_("Language of the window"), self.interface_language)
        self._add(looks, N_("Theme"), self.theme)
        self._add(looks, N_("Text size"), self.text_size)
        releases = self._section(N_("New releases"))
        self._add(releases, N_("Language of the release"), self.document_language)
        self._add(releases, N_("Rules of typography"), self.profile)
        folders = self._section(N_("Folders"))
        self._add(folders, N_("Your releases"), self._data_folder)
        self._add(folders, N_("Your own templates"), self._templates_folder, self.open_button)
        self._column.addStretch(1)

    def _section(self, title: str) -> QGridLayout:
        header, card, grid = SectionHeader(self._look, parent=self), Card(self._look), QGridLayout()
        grid.setColumnStretch(1, 1)
        card.content.addLayout(grid)
        self._headers.append((header, title))
        self._grids.append(grid)
        self._column.addWidget(header)
        self._column.addWidget(card)
        return grid

    def _add(
        self, grid: QGridLayout, name: str, widget: QWidget, button: QWidget | None = None
    ) -> None:
        label = make_label("muted")
        label.setBuddy(widget)
        self._labels.append((label, name, widget))
        self._rows.append((grid, label, widget, button))
        self._place(len(self._rows) - 1, grid.rowCount())

    def _place(self, number: int, line: int) -> None:
        """Put one row into ``line`` of its grid, the label above the field if there is no room."""
        grid, label, widget, button = self._rows[number]
        below = line + 1 if self._is_narrow else line
        grid.addWidget(
            label, line, 0, 1, 3 if self._is_narrow else 1, Qt.AlignmentFlag.AlignVCenter
        )
        column = 0 if self._is_narrow else 1
        width = 3 - column - (0 if button is None else 1)
        grid.addWidget(widget, below, column, 1, width)
        if button is not None:
            grid.addWidget(button, below, 2)

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Put labels above their fields, or beside them."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        lines = dict.fromkeys(self._grids, 0)
        for number, row in enumerate(self._rows):
            self._place(number, lines[row[0]])
            lines[row[0]] += 2
        self._grids[0].addWidget(
            self._actor_note, lines[self._grids[0]], 0 if is_narrow else 1, 1, 3 if is_narrow else 2
        )
        self._restyle()

    def _restyle(self) -> None:
        look = self._look
        margin = look.length(22)
        self._column.setContentsMargins(margin, look.length(8), margin, margin)
        self._column.setSpacing(look.length(2))
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, 0 if self._is_narrow else look.length(_LABEL_PX))
            grid.setHorizontalSpacing(look.length(10))
            grid.setVerticalSpacing(look.length(7))


def _short(folder: Path) -> str:
    """Return ``folder`` as people write it who are at home there."""
    home = folder.home()
    return f"~{os.sep}{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
