"""The window: places, shortcuts, settings, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.foundations.names import unnamed_focusables
from pressdesk.domain.errors import LoginNameUsed
from pressdesk.gui.window.actions import DESK_ONLY
from pressdesk.gui.window.keys import PassphraseDialog
from pressdesk.settings import read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.window.main_window import MainWindow
    from pressdesk.gui.window.places import Places

TEXT = """Nordlys og Fjell bygger sammen

Nordlys AS og Fjell Kraft skal bygge et varmeanlegg i Bodø.

– Vi gleder oss, sier daglig leder Kari Nes i Nordlys AS.
"""


def window_of(places: Places) -> MainWindow:
    """Return the window of ``places``."""
    return places._window


def is_editor_shown(places: Places) -> bool:
    """Return whether a release is open."""
    return places._editor is not None and window_of(places).current_place() is places._editor


def test_a_text_in_the_clipboard_becomes_a_release_and_back_leads_to_the_desk(
    qtbot: QtBot, places: Places
) -> None:
    """Ctrl+Shift+V, the editor, Alt+Left; the menus follow the place."""
    window = window_of(places)
    places.open_desk()
    qtbot.waitUntil(window.desk_page.desk.empty.isVisible)
    QGuiApplication.clipboard().setText(TEXT)

    window.actions_.action("paste_new").trigger()
    qtbot.waitUntil(lambda: is_editor_shown(places))
    assert "Nordlys og Fjell" in window.windowTitle()
    assert not any(window.actions_.action(name).isEnabled() for name in DESK_ONLY)

    window.actions_.action("back").trigger()
    qtbot.waitUntil(lambda: window.current_place() is window.desk_page)
    qtbot.waitUntil(lambda: len(window.desk_page.desk.table.lines()) == 1)
    enabled = {name for name in DESK_ONLY if window.actions_.action(name).isEnabled()}
    assert enabled == set(DESK_ONLY) - {"undo_remove"}


def test_new_release_is_a_place_of_its_own(qtbot: QtBot, places: Places) -> None:
    """Ctrl+N leads there, cancel leads back."""
    window = window_of(places)
    places.open_desk()

    window.actions_.action("new").trigger()
    qtbot.waitUntil(
        lambda: (
            places.creating.place is not None and window.current_place() is places.creating.place
        )
    )
    qtbot.waitUntil(lambda: places._around.tasks.running == 0)
    assert places.creating.place is not None
    places.creating.place.cancelled.emit()

    assert window.current_place() is window.desk_page


def test_search_shows_only_what_fits(qtbot: QtBot, places: Places) -> None:
    """Words that nothing holds leave a sentence, not an empty table."""
    window = window_of(places)
    places.take_text(TEXT)
    qtbot.waitUntil(lambda: is_editor_shown(places))
    places.go_back()
    qtbot.waitUntil(lambda: len(window.desk_page.desk.table.lines()) == 1)

    window.desk_page.top_bar.search.setText("svalbard")
    assert not window.desk_page.desk.table.isVisible()
    window.desk_page.top_bar.search.setText("nordlys")

    assert window.desk_page.desk.table.isVisible()


@pytest.mark.parametrize("key_choice", [None])
def test_without_a_keyring_the_banner_offers_two_ways(
    qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    """A key file with a passphrase: made, remembered in the settings, and the text comes."""
    window = window_of(places)
    places.take_text(TEXT)
    qtbot.waitUntil(window.banner.isVisible)
    assert "keyring" in window.banner.text()
    key = tmp_path / "my.key"

    places.keys._on_path(key)
    (dialog,) = window.findChildren(PassphraseDialog)
    for name in ("passphrase", "passphrase_again"):
        field = dialog.findChild(QLineEdit, name)
        assert isinstance(field, QLineEdit)
        field.setText("en lang passordfrase")
    dialog.ok.click()

    qtbot.waitUntil(lambda: is_editor_shown(places), timeout=15_000)
    qtbot.waitUntil(lambda: places._around.tasks.running == 0)
    assert key.exists()
    assert read_settings(tmp_path / "config").settings.key_file == str(key)


@pytest.mark.parametrize("key_choice", [None])
def test_the_other_way_is_a_key_of_this_session(qtbot: QtBot, places: Places) -> None:
    """One button, and the text comes."""
    window = window_of(places)
    places.take_text(TEXT)
    qtbot.waitUntil(window.banner.isVisible)

    window.banner.action_requested.emit("key_session")

    qtbot.waitUntil(lambda: is_editor_shown(places))
    assert not window.banner.isVisible()


def test_theme_size_and_language_follow_the_menus_and_are_kept(
    qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    """At once, without a restart, and in the settings file."""
    window = window_of(places)
    places.open_desk()
    qtbot.waitUntil(lambda: places.store.is_open)

    window.actions_.action("theme_dark").trigger()
    window.actions_.action("larger").trigger()
    window.actions_.action("language_nn").trigger()
    qtbot.waitUntil(lambda: places._around.tasks.running == 0)

    kept = read_settings(tmp_path / "config").settings
    assert (kept.theme, kept.text_percent, kept.interface_language) == ("dark", 110, "nn")
    assert places._around.look.theme.name == "dark"
    assert window.desk_page.top_bar.new_button.text() == "Ny felles pressemelding"


def test_f6_goes_round_the_panes_and_f1_shows_help(qtbot: QtBot, places: Places) -> None:
    """Search, sidebar, main, help; Escape closes the help."""
    window = window_of(places)
    places.open_desk()
    qtbot.waitUntil(window.desk_page.desk.empty.isVisible)
    window.activateWindow()
    window.desk_page.top_bar.search.setFocus()

    window.actions_.action("next_pane").trigger()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.desk_page.sidebar)
    window.actions_.action("help").trigger()
    assert window._help is not None
    assert window._help.isVisible()
    assert unnamed_focusables(window._help) == []
    qtbot.keyClick(window._help, Qt.Key.Key_Escape)

    assert not window._help.isVisible()


def test_the_window_remembers_its_size_beside_the_settings(
    qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    """In a file of its own; closing asks the place first."""
    window = window_of(places)

    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    kept = QSettings(str(tmp_path / "config" / "window.ini"), QSettings.Format.IniFormat)
    assert kept.value("geometry") is not None


def test_a_second_start_brings_its_file(qtbot: QtBot, places: Places, tmp_path: Path) -> None:
    """The window comes forward and opens it."""
    file = tmp_path / "tekst.txt"
    file.write_text(TEXT, "utf-8")

    places.on_asked(file)

    qtbot.waitUntil(lambda: is_editor_shown(places))


def test_a_login_name_is_said_with_the_way_to_the_settings(places: Places) -> None:
    """Not the command line's words."""
    places.show_notice(LoginNameUsed(login="kari"))

    assert "settings" in window_of(places).banner.text()


def test_no_two_actions_share_their_keys(places: Places) -> None:
    """Qt would call such keys ambiguous and do nothing."""
    keys = [
        one.toString()
        for action in window_of(places).actions_.all()
        for one in action.shortcuts()
        if not one.isEmpty()
    ]

    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("key_choice", [None])
def test_an_export_from_the_editor_without_a_keyring_offers_the_ways_too(
    qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    """Whoever wanted to sign: the window's banner has the buttons."""
    window = window_of(places)
    places.take_text(TEXT)
    qtbot.waitUntil(window.banner.isVisible)
    window.banner.action_requested.emit("key_session")
    qtbot.waitUntil(lambda: is_editor_shown(places))
    identity = places.store.journeys.identity
    identity.choose_key()

    places.jobs.run(lambda _: identity.signer, lambda _: None, lambda _: None)

    qtbot.waitUntil(window.banner.isVisible)
    assert window.banner.findChild(QWidget, "banner_key_session") is not None
