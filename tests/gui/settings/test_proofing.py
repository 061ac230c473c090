"""What is chosen about proofreading takes effect at once, and is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gui.foundations.hands import type_text
from gui.foundations.names import unnamed_focusables
from gui.settings.test_dialog import choose
from pressdesk.domain.finding import FindingKind
from pressdesk.gui.theme import ThemeMode
from pressdesk.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.settings.conftest import Drawer, MakeDialog
    from pressdesk.gui.settings import SettingsDialog
    from pressdesk.gui.settings.proofing_page import ProofingForm
    from pressdesk.gui.theme_look import Look

SERVER = Settings(grammar_engine="remote", grammar_server="https://lt.nordlys.example/")


@pytest.fixture
def own_list(home: Path) -> Path:
    """Return the user's own word list, with three words."""
    path = home / ".local" / "share" / "PressDesk" / "words" / "personal.txt"
    path.parent.mkdir(parents=True)
    path.write_text("Nordlys\nkraftløftet\nvarmestasjonen\n", "utf-8")
    return path


def on_page(dialog: SettingsDialog) -> ProofingForm:
    dialog.show_proofing()
    return dialog.proofing


def test_whose_rules_and_which_list_are_kept(
    qtbot: QtBot, make_dialog: MakeDialog, config: Path
) -> None:
    """The house's own rules are among those to choose."""
    dialog = make_dialog()
    form = on_page(dialog)

    with qtbot.waitSignals([dialog.changed, dialog.changed]):
        choose(form.profile, "house")
        choose(form.layer, "organisation")

    assert read_settings(config).settings == Settings(profile="house", word_layer="organisation")


def test_a_kind_is_hidden_and_shown_again(
    qtbot: QtBot, make_dialog: MakeDialog, config: Path
) -> None:
    """By its box; what was hidden before is not ticked."""
    dialog = make_dialog(Settings(findings_hidden=("structure",)))
    form = on_page(dialog)
    assert form.hidden_kinds() == {FindingKind.STRUCTURE}

    with qtbot.waitSignals([dialog.changed, dialog.changed]):
        form.kinds[FindingKind.STYLE].click()
        form.kinds[FindingKind.STRUCTURE].click()

    assert read_settings(config).settings.findings_hidden == ("style",)


def test_words_are_listed_and_taken_out(
    qtbot: QtBot, make_dialog: MakeDialog, own_list: Path
) -> None:
    """With the keyboard; the rest of the file stays, and whoever checks hears of it."""
    dialog = make_dialog()
    form = on_page(dialog)
    qtbot.waitUntil(lambda: len(form.words.words()) == 3)
    form.words.view.setFocus()
    qtbot.keyClick(form.words.view, Qt.Key.Key_Down)

    with qtbot.waitSignal(dialog.words_changed):
        qtbot.keyClick(form.words.view, Qt.Key.Key_Delete)

    assert form.words.words() == ("Nordlys", "varmestasjonen")
    assert own_list.read_text("utf-8") == "Nordlys\nvarmestasjonen\n"
    assert form.words.view.currentIndex().row() == 1


def test_another_list_of_the_organisation_is_read_at_once(
    qtbot: QtBot, make_dialog: MakeDialog, config: Path, tmp_path: Path
) -> None:
    """And the usual one again."""
    shared = tmp_path / "felles.txt"
    shared.write_text("havvarme\n", "utf-8")
    dialog = make_dialog()
    form = on_page(dialog)
    choose(form.words.chooser, "organisation")

    with qtbot.waitSignal(dialog.changed):
        dialog._presenter.on_list_chosen(shared)
    qtbot.waitUntil(lambda: form.words.words() == ("havvarme",))

    assert read_settings(config).settings.organisation_words == str(shared)
    assert form.list_name.text() == str(shared)
    with qtbot.waitSignal(dialog.changed):
        form.list_usual.click()
    qtbot.waitUntil(lambda: form.words.words() == ())


def test_a_list_that_cannot_be_read_is_said(
    qtbot: QtBot, make_dialog: MakeDialog, own_list: Path
) -> None:
    """In the dialog; nothing else stops."""
    own_list.write_bytes(b"\xff\xfe\x00")

    dialog = make_dialog()
    qtbot.waitUntil(dialog.banner.isVisible)

    assert "personal.txt" in dialog.banner.text()
    assert on_page(dialog).words.words() == ()


@pytest.mark.parametrize(
    ("engine", "shown"),
    [
        ("off", set()),
        ("local", {"folder", "try_button"}),
        ("remote", {"server", "key", "try_button"}),
    ],
)
def test_only_what_belongs_to_the_choice_is_there(
    make_dialog: MakeDialog, engine: str, shown: set[str]
) -> None:
    """Nobody is asked for an address who has LanguageTool on the machine."""
    form = on_page(make_dialog())

    choose(form.engine, engine)

    names = ("folder", "server", "key", "try_button")
    assert {one for one in names if getattr(form, one).isVisible()} == shown


def test_an_unsafe_address_is_refused_in_its_place(
    qtbot: QtBot, make_dialog: MakeDialog, config: Path
) -> None:
    """Unpublished text does not go over a network in clear."""
    dialog = make_dialog(Settings(grammar_engine="remote"))
    form = on_page(dialog)
    form.server.setFocus()
    type_text(form.server, "http://lt.nordlys.example")

    qtbot.keyClick(form.server, Qt.Key.Key_Return)

    assert "lt.nordlys.example" in form.leave_note.text()
    assert dialog.settings.grammar_server is None
    form.server.clear()
    type_text(form.server, "lt.nordlys.example")
    with qtbot.waitSignal(dialog.changed):
        qtbot.keyClick(form.server, Qt.Key.Key_Return)
    assert read_settings(config).settings.grammar_server == "lt.nordlys.example"


def test_a_key_goes_into_the_keyring_and_is_never_shown(
    qtbot: QtBot, make_dialog: MakeDialog, drawer: Drawer, config: Path
) -> None:
    """Not in the field, not in the file; and it can be forgotten."""
    dialog = make_dialog(SERVER)
    form = on_page(dialog)
    assert form.key.echoMode() is QLineEdit.EchoMode.Password
    form.key.setFocus()
    type_text(form.key, "hemmelig-1")

    with qtbot.waitSignal(dialog.key_kept):
        qtbot.keyClick(form.key, Qt.Key.Key_Return)

    account = "grammar-key https://lt.nordlys.example/"
    assert drawer.kept == {account: "hemmelig-1"}
    assert form.key.text() == ""
    assert form.key_note.text() == "The key lies in the keyring."
    assert not (config / "settings.toml").exists()
    with qtbot.waitSignal(dialog.key_kept):
        form.key_forget.click()
    assert drawer.kept == {account: ""}


def test_leave_can_be_withdrawn(qtbot: QtBot, make_dialog: MakeDialog, config: Path) -> None:
    """Then the next check asks anew."""
    address = "https://lt.nordlys.example/"
    dialog = make_dialog(
        Settings(
            grammar_engine="remote", grammar_server=address, grammar_servers_allowed=(address,)
        )
    )
    form = on_page(dialog)
    assert form.leave_note.text() == "You have allowed text to be sent to this server."

    with qtbot.waitSignal(dialog.changed):
        form.withdraw.click()

    assert read_settings(config).settings.grammar_servers_allowed == ()
    assert not form.withdraw.isVisible()


def test_a_try_says_what_is_wrong(qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path) -> None:
    """In words, in place, without a wait that stops anything."""
    dialog = make_dialog(Settings(grammar_engine="local", grammar_folder=str(tmp_path)))
    form = on_page(dialog)
    form.try_button.click()
    assert form.result.text() == "Trying …"

    qtbot.waitUntil(form.try_button.isEnabled)

    assert str(tmp_path) in form.result.text()


def test_tab_goes_through_the_page(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    """Every field that is there, in the order in which it is read."""
    dialog = make_dialog(SERVER)
    form = on_page(dialog)
    form.profile.setFocus()
    passed = [dialog.focusWidget()]

    while passed[-1] is not dialog.close_button and len(passed) < 40:
        qtbot.keyClick(passed[-1], Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget())

    there = [one for one in form.stops() if one.isVisible() and one.isEnabled()]
    assert passed == [*there, dialog.close_button]


def test_every_stop_of_the_page_has_a_name(make_dialog: MakeDialog) -> None:
    """A screen reader has something to say wherever Tab leads."""
    dialog = make_dialog(SERVER)
    on_page(dialog)

    assert unnamed_focusables(dialog) == []


def test_nothing_of_the_page_is_clipped_with_large_letters(
    qtbot: QtBot, make_dialog: MakeDialog, look: Look
) -> None:
    """Labels go above their fields where both do not fit."""
    look.choose(ThemeMode.LIGHT, 200)
    dialog = make_dialog(Settings(theme="light", text_percent=200, grammar_engine="remote"))
    form = on_page(dialog)

    qtbot.waitUntil(lambda: form.width() <= dialog._stack.currentWidget().viewport().width())

    assert form.minimumSizeHint().width() <= form.width()
