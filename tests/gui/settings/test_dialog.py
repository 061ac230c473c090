"""Changes are seen at once, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from gui.foundations.hands import type_text
from gui.foundations.names import unnamed_focusables
from gui.foundations.pictures import screenshot
from pressdesk.gui.settings.choices import actor_parts, actor_words
from pressdesk.gui.theme import ThemeMode
from pressdesk.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.settings.conftest import MakeDialog
    from pressdesk.gui.new.editors import ChoiceEditor
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


def choose(editor: ChoiceEditor, value: str) -> None:
    """Choose an answer as a user does."""
    editor.show_value(value)
    editor.activated.emit(editor.currentIndex())


def test_a_theme_is_put_on_at_once_and_kept(
    qtbot: QtBot, make_dialog: MakeDialog, look: Look, config: Path
) -> None:
    """Nothing has to be confirmed; the file is written when ``changed`` comes."""
    dialog = make_dialog()

    with qtbot.waitSignal(dialog.changed) as heard:
        choose(dialog.form.theme, "dark")
        assert look.mode is ThemeMode.DARK

    assert heard.args == [Settings(theme="dark")]
    assert read_settings(config).settings == Settings(theme="dark")


def test_the_language_is_switched_while_the_dialog_is_open(
    qtbot: QtBot, make_dialog: MakeDialog, speech: Speech, config: Path
) -> None:
    """Two pictures from one process; what is chosen stays chosen."""
    dialog = make_dialog(Settings(theme="light"))
    with qtbot.waitSignal(dialog.changed):
        choose(dialog.form.interface_language, "nb")
    assert dialog.windowTitle() == "Innstillinger"
    screenshot(dialog, "settings-live-1-nb")

    with qtbot.waitSignal(dialog.changed):
        choose(dialog.form.interface_language, "nn")

    assert (speech.language, dialog.windowTitle()) == ("nn", "Innstillingar")
    assert dialog.form.theme.currentText() == "Lyst"
    assert dialog.form.interface_language.value() == "nn"
    assert read_settings(config).settings.interface_language == "nn"
    screenshot(dialog, "settings-live-2-nn")


def test_the_system_decides_again(
    qtbot: QtBot, make_dialog: MakeDialog, speech: Speech, config: Path
) -> None:
    """The language of the environment is English here."""
    speech.switch("nn")
    dialog = make_dialog(Settings(interface_language="nn", document_language="en"))

    with qtbot.waitSignals([dialog.changed, dialog.changed]):
        choose(dialog.form.interface_language, "")
        choose(dialog.form.document_language, "")

    assert speech.language == "en"
    assert read_settings(config).settings == Settings()


def test_letters_grow_at_once(
    qtbot: QtBot, make_dialog: MakeDialog, look: Look, config: Path
) -> None:
    """In steps of ten per cent, up to twice the size."""
    dialog = make_dialog()

    with qtbot.waitSignal(dialog.changed):
        dialog.form.text_size.setFocus()
        qtbot.keyClick(dialog.form.text_size, Qt.Key.Key_Up)

    assert look.text_percent == 110
    assert read_settings(config).settings.text_percent == 110
    assert (dialog.form.text_size.minimum(), dialog.form.text_size.maximum()) == (100, 200)


def test_who_you_are_is_kept_when_the_field_is_left(
    qtbot: QtBot, make_dialog: MakeDialog, config: Path
) -> None:
    """Not at every key; the three parts become the form that histories have."""
    dialog = make_dialog()
    dialog.form.name.setFocus()
    type_text(dialog.form.name, "Kari Nes")
    assert dialog.settings.actor is None

    with qtbot.waitSignal(dialog.changed):
        dialog.form.mail.setFocus()
    type_text(dialog.form.mail, "kari@nordlys.example")
    with qtbot.waitSignal(dialog.changed):
        dialog.form.organisation.setFocus()
    type_text(dialog.form.organisation, "Nordlys")

    with qtbot.waitSignal(dialog.finished):
        dialog.close_button.click()
    assert read_settings(config).settings.actor == "Kari Nes <kari@nordlys.example>; Nordlys"


def test_the_last_word_is_kept_before_the_dialog_goes(
    qtbot: QtBot, make_dialog: MakeDialog, config: Path
) -> None:
    """Escape too waits for the file."""
    dialog = make_dialog()
    dialog.form.name.setFocus()
    type_text(dialog.form.name, "Kari Nes")

    with qtbot.waitSignals([dialog.changed, dialog.finished], order="strict"):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert read_settings(config).settings.actor == "Kari Nes"


def test_an_address_that_is_none_is_said_and_not_kept(
    qtbot: QtBot, make_dialog: MakeDialog, config: Path
) -> None:
    """At the place, in words; the dialog can still be left."""
    dialog = make_dialog(Settings(actor="Kari Nes"))

    dialog.form.mail.setFocus()
    type_text(dialog.form.mail, "kari nes")
    dialog.form.organisation.setFocus()

    assert "without spaces" in dialog.form.mail.accessibleDescription()
    assert dialog.settings.actor == "Kari Nes"
    assert not config.exists()
    with qtbot.waitSignal(dialog.finished):
        dialog.close_button.click()


def test_a_file_that_cannot_be_written_is_said_in_place(
    qtbot: QtBot, make_dialog: MakeDialog, look: Look, config: Path
) -> None:
    """What was chosen holds for now; the file is as it was."""
    config.mkdir()
    (config / "settings.toml").write_text("theme = = 3", "utf-8")
    dialog = make_dialog()

    choose(dialog.form.theme, "dark")
    qtbot.waitUntil(dialog.banner.isVisible)

    assert "settings.toml" in dialog.banner.text()
    assert look.mode is ThemeMode.DARK
    with qtbot.waitSignal(dialog.finished):
        dialog.close_button.click()


def test_the_folder_of_own_templates_is_opened(
    make_dialog: MakeDialog, opened: list[Path], home: Path
) -> None:
    """It is made if it is not there, so that there is something to open."""
    dialog = make_dialog()

    dialog.form.open_button.click()

    folder = home / ".local" / "share" / "PressDesk" / "templates"
    assert opened == [folder]
    assert folder.is_dir()


def test_tab_goes_through_every_setting(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    """From the name down to the button that closes."""
    dialog = make_dialog()
    passed = [dialog.focusWidget()]

    while passed[-1] is not dialog.close_button and len(passed) < 20:
        qtbot.keyClick(passed[-1], Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget())

    assert passed == [*dialog.form.stops(), dialog.close_button]


def test_every_stop_has_a_name(make_dialog: MakeDialog) -> None:
    """A screen reader has something to say wherever Tab leads."""
    dialog = make_dialog()
    dialog.banner.show_message("words")

    assert unnamed_focusables(dialog) == []


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("Kari Nes", "", ""), "Kari Nes"),
        (("Kari  Nes ", "k@n.example", "Nordlys"), "Kari Nes <k@n.example>; Nordlys"),
        (("Kari Nes", "", "Nordlys"), "Kari Nes; Nordlys"),
        (("", "", ""), None),
    ],
)
def test_who_you_are_becomes_one_line_and_back(
    parts: tuple[str, str, str], words: str | None
) -> None:
    """Blanks are tidied."""
    assert actor_words(*parts) == words
    assert actor_parts(words) == tuple(" ".join(part.split()) for part in parts)


@pytest.mark.parametrize("is_before", [True, False])
def test_nothing_is_clipped_with_large_letters(
    qtbot: QtBot, make_dialog: MakeDialog, look: Look, *, is_before: bool
) -> None:
    """The dialog grows with them, as far as the screen goes; nothing has to be turned sideways."""
    if is_before:
        look.choose(ThemeMode.LIGHT, 200)
    dialog = make_dialog(Settings(theme="light", text_percent=200 if is_before else 100))
    if not is_before:
        with qtbot.waitSignal(dialog.changed):
            dialog.form.text_size.setValue(200)

    def is_whole() -> bool:
        return dialog.form.width() <= dialog._scroll.viewport().width()

    qtbot.waitUntil(is_whole)
    assert dialog.form.minimumSizeHint().width() <= dialog.form.width()
    assert dialog.width() <= dialog.screen().availableGeometry().width()
    screenshot(dialog, f"settings-200-{'before' if is_before else 'live'}")
