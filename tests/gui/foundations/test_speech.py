"""The language of the window is switched while it is open, Qt's own words with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTextEdit,
    QToolButton,
    QWidget,
)

from gui.foundations.language import Words
from pressdesk.gui.speech_stock import stock_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.speech import Speech

FIRST, LAST = QMessageBox.StandardButton.FirstButton, QMessageBox.StandardButton.LastButton
EVERY_BUTTON = [
    button for button in QMessageBox.StandardButton if FIRST.value <= button.value <= LAST.value
]


@pytest.fixture
def switch(speech: Speech, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return how to switch language, with two words in the catalogues."""
    words = {
        "nb": Words({"Undo": "Angre", "{n} quote": "{n} sitat", "{n} quotes": "{n} sitater"}),
        "nn": Words({"Undo": "Angre", "{n} quote": "{n} sitat", "{n} quotes": "{n} sitat"}),
        "en": Words({}),
    }
    monkeypatch.setattr("pressdesk.gui.speech.catalogue", words.__getitem__)
    return speech.switch


class Greeting(QLabel):
    """A label that follows the language."""

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        speech.follow(self.retranslate)

    def retranslate(self) -> None:
        """Say it."""
        self.setText(self._speech.gettext("Undo"))


def test_words_on_screen_follow_the_language(
    qtbot: QtBot, speech: Speech, switch: Callable[[str], None]
) -> None:
    """A widget says its words at once and again after each switch."""
    greeting = Greeting(speech)
    qtbot.addWidget(greeting)
    heard = [greeting.text()]

    for language in ("nb", "en", "nn"):
        switch(language)
        heard.append(greeting.text())

    assert heard == ["Undo", "Angre", "Undo", "Angre"]
    assert speech.language == "nn"


def test_counts_have_their_own_forms(speech: Speech, switch: Callable[[str], None]) -> None:
    """One and many are told apart."""
    switch("nb")

    said = [speech.ngettext("{n} quote", "{n} quotes", n).format(n=n) for n in (1, 2)]

    assert said == ["1 sitat", "2 sitater"]


def test_switching_to_the_same_language_says_nothing(
    qtbot: QtBot, speech: Speech, switch: Callable[[str], None]
) -> None:
    """Nothing is drawn again for nothing."""
    with qtbot.assertNotEmitted(speech.changed):
        switch("en")


def test_a_language_without_catalogue_leaves_everything_as_it_was(speech: Speech) -> None:
    """The window keeps speaking the language it spoke."""
    with pytest.raises(FileNotFoundError):
        speech.switch("de")

    assert speech.language == "en"
    assert speech.gettext("Undo") == "Undo"


def test_a_widget_that_is_gone_is_not_asked_to_speak(
    qtbot: QtBot, speech: Speech, switch: Callable[[str], None]
) -> None:
    """A closed panel hears nothing."""
    greeting = Greeting(speech)
    greeting.deleteLater()
    QCoreApplication.sendPostedEvents(greeting, QEvent.Type.DeferredDelete.value)

    with qtbot.captureExceptions() as caught:
        switch("nb")

    assert caught == []


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_stock_button_is_translated_in_place(
    qtbot: QtBot, switch: Callable[[str], None], language: str
) -> None:
    """An open dialog changes its buttons, and none stays English."""
    box = QMessageBox()
    qtbot.addWidget(box)
    for button in EVERY_BUTTON:
        box.addButton(button)
    assert len(EVERY_BUTTON) == 18
    english = [button.text() for button in box.buttons()]

    switch(language)
    QCoreApplication.sendPostedEvents()

    translated = [button.text() for button in box.buttons()]
    assert [
        (before, after)
        for before, after in zip(english, translated, strict=True)
        if before == after and before not in {"OK", "&OK"}
    ] == []
    assert "Avbryt" in " ".join(translated).replace("&", "")


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("make", [QLineEdit, QTextEdit])
def test_context_menus_are_translated(
    qtbot: QtBot, switch: Callable[[str], None], language: str, make: type[QLineEdit | QTextEdit]
) -> None:
    """Cut, copy, paste and their kin."""
    switch(language)
    field = make()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)

    said = [action.text().split("\t")[0] for action in menu.actions() if action.text()]

    assert len(said) >= 6
    assert set(said) <= set(stock_words(language).values())


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_file_dialog_is_translated(
    qtbot: QtBot, switch: Callable[[str], None], language: str
) -> None:
    """Where the system has no file dialog of its own, Qt's speaks our language."""
    switch(language)
    dialog = QFileDialog(None, "Lagre", "", "Word (*.docx)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)

    labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    tips = [button.toolTip() for button in dialog.findChildren(QToolButton) if button.toolTip()]
    (buttons,) = dialog.findChildren(QDialogButtonBox)

    known = set(stock_words(language).values())
    assert set(labels) <= known
    assert set(tips) <= known
    assert [button.text() for button in buttons.buttons()] == ["&Lagre", "Avbryt"]


def test_english_is_left_to_qt(qtbot: QtBot, switch: Callable[[str], None]) -> None:
    """Back in English, nothing Norwegian stays behind."""
    switch("nb")
    switch("en")
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)

    assert [button.text() for button in box.buttons()] == ["Cancel"]


def test_words_of_ours_that_nobody_translated_stay(
    qtbot: QtBot, switch: Callable[[str], None]
) -> None:
    """What Qt's list does not know is shown as it is, not as nothing."""
    switch("nb")
    widget = QWidget()
    qtbot.addWidget(widget)

    assert widget.tr("Nobody knows this") == "Nobody knows this"


def test_weekdays_and_numbers_follow(switch: Callable[[str], None]) -> None:
    """Fields of Qt for dates and numbers speak the language too."""
    switch("nn")

    assert QLocale().name() == "nn_NO"
    assert QLocale().dayName(7) == "søndag"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_keys_to_press_and_places_for_values_are_kept(language: str) -> None:
    """A translation has an access key where Qt has one, and the same ``%1``."""
    for english, ours in stock_words(language).items():
        assert english.count("&") == ours.count("&"), english
        assert ("%1" in english) == ("%1" in ours), english
