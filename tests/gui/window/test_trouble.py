"""What the user made is never lost: a desk that is locked, damaged or cannot be written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.foundations.hands import press_key
from pressdesk.gui.desk.asking import LastFolder
from pressdesk.gui.window.keys import PassphraseDialog, PassphraseDoor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.desk.view import DeskPlace
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.window.main_window import MainWindow
    from pressdesk.gui.window.places import Places

TEXT = """Nordlys og Fjell bygger sammen

Nordlys AS og Fjell Kraft skal bygge et varmeanlegg i Bodø.

– Vi gleder oss, sier daglig leder Kari Nes i Nordlys AS.
"""


def window_of(places: Places) -> MainWindow:
    """Return the window of ``places``."""
    return places._window


def desk_of(places: Places) -> DeskPlace:
    """Return the desk of ``places``."""
    return window_of(places).desk_page.desk


def is_editor_shown(places: Places) -> bool:
    """Return whether a release is open."""
    return places._editor is not None and window_of(places).current_place() is places._editor


def is_idle(places: Places) -> bool:
    """Return whether no job runs."""
    return places._around.tasks.running == 0


def fill_form(qtbot: QtBot, places: Places) -> None:
    """Begin a release from a template, and write the name of a partner."""
    places.start_new()
    qtbot.waitUntil(
        lambda: (
            places.creating.place is not None
            and window_of(places).current_place() is places.creating.place
        )
    )
    qtbot.waitUntil(
        lambda: (
            places.creating.place is not None
            and places.creating.place.presenter._template is not None
        )
    )
    assert places.creating.place is not None
    partner = places.creating.place.presenter.form.partners[0]
    places.creating.place.view.partners.card(partner.key).name_edit.setText("Fjell Kraft")


def first_partner(places: Places) -> str:
    """Return the name of the first partner in the form."""
    assert places.creating.place is not None
    partner = places.creating.place.presenter.form.partners[0]
    return places.creating.place.view.partners.card(partner.key).name_edit.text()


@pytest.fixture
def lock(tmp_path: Path) -> Iterator[FileLock]:
    """Return the lock of the desk, held as another PressDesk holds it."""
    (tmp_path / "data").mkdir()
    lock = FileLock(tmp_path / "data" / "desk.lock")
    lock.acquire()
    yield lock
    lock.release()


def test_a_form_stays_until_a_locked_desk_has_it(
    qtbot: QtBot, places: Places, lock: FileLock
) -> None:
    """The form with all that is in it, a message above it, and its button does the same again."""
    window = window_of(places)
    places.open_desk()
    qtbot.waitUntil(desk_of(places).banner.isVisible)
    fill_form(qtbot, places)
    assert places.creating.place is not None

    places.creating.place.presenter.on_create_requested()
    qtbot.waitUntil(window.banner.isVisible)
    assert window.current_place() is places.creating.place
    assert "another PressDesk" in window.banner.text()
    assert "form is kept" in window.banner.text()
    assert first_partner(places) == "Fjell Kraft"

    lock.release()
    window.banner.action_requested.emit("create_again")
    qtbot.waitUntil(lambda: is_editor_shown(places))
    assert not window.banner.isVisible()
    qtbot.waitUntil(lambda: len(desk_of(places).table.lines()) == 1)
    assert not desk_of(places).banner.isVisible() or desk_of(places).banner.can_close


def test_a_form_stays_where_the_desk_is_damaged(
    qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    """From the form to the desk, a new desk, and the form is gone from nowhere."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "desk.sqlite").write_bytes(b"no desk" * 500)
    fill_form(qtbot, places)
    assert places.creating.place is not None

    places.creating.place.presenter.on_create_requested()
    qtbot.waitUntil(window_of(places).banner.isVisible)

    assert window_of(places).current_place() is places.creating.place
    assert str(tmp_path / "data" / "desk.sqlite") in window_of(places).banner.text()
    assert first_partner(places) == "Fjell Kraft"


def test_a_form_stays_where_nothing_can_be_written(
    qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    """The sentence speaks of the desk's folder, and of no other folder to choose."""
    (tmp_path / "data").write_text("a file where the folder should be")
    fill_form(qtbot, places)
    assert places.creating.place is not None

    places.creating.place.presenter.on_create_requested()
    qtbot.waitUntil(window_of(places).banner.isVisible)
    assert "cannot be written to" in window_of(places).banner.text()
    assert "another folder" not in window_of(places).banner.text()
    assert window_of(places).current_place() is places.creating.place

    (tmp_path / "data").unlink()
    window_of(places).banner.action_requested.emit("create_again")
    qtbot.waitUntil(lambda: is_editor_shown(places))


def test_a_form_waits_while_the_user_looks_at_something_else(qtbot: QtBot, places: Places) -> None:
    """Back on the desk, or with a text opened; once discarded, the next one is fresh."""
    fill_form(qtbot, places)
    places.go_back()
    places.take_text(TEXT)
    qtbot.waitUntil(lambda: is_editor_shown(places))

    places.start_new()
    qtbot.waitUntil(lambda: window_of(places).current_place() is places.creating.place)
    assert first_partner(places) == "Fjell Kraft"

    assert places.creating.place is not None
    places.creating.place.cancelled.emit()
    fill = places.creating.place.presenter.form.partners
    places.start_new()
    qtbot.waitUntil(lambda: window_of(places).current_place() is places.creating.place)
    assert (
        places.creating.place.presenter.form.partners != fill
        or first_partner(places) != "Fjell Kraft"
    )


def test_a_text_pasted_on_a_locked_desk_is_kept(
    qtbot: QtBot, places: Places, lock: FileLock
) -> None:
    """It comes when the desk can be had again; pasted twice, it comes once."""
    places.open_desk()
    qtbot.waitUntil(desk_of(places).banner.isVisible)
    for _ in range(2):
        places.take_text(TEXT)
        qtbot.waitUntil(lambda: is_idle(places))
    qtbot.waitUntil(lambda: "is kept" in desk_of(places).banner.text())

    lock.release()
    desk_of(places).banner.action_requested.emit("retry")
    qtbot.waitUntil(lambda: is_editor_shown(places))
    qtbot.waitUntil(lambda: is_idle(places) and bool(desk_of(places).table.lines()))

    assert len(desk_of(places).table.lines()) == 1
    assert not desk_of(places).banner.isVisible()


def test_files_for_a_locked_desk_are_kept_until_it_is_opened_by_any_way(
    qtbot: QtBot, places: Places, lock: FileLock, tmp_path: Path
) -> None:
    """Also when the desk is read again for another reason."""
    file = tmp_path / "tekst.txt"
    file.write_text(TEXT, "utf-8")
    places.open_files([file])
    qtbot.waitUntil(lambda: "is kept" in desk_of(places).banner.text())

    lock.release()
    places.show_desk()

    qtbot.waitUntil(lambda: is_editor_shown(places))


def test_a_damaged_desk_is_moved_aside_and_a_new_one_begun(
    qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    """On a button; nothing is deleted, and where it lies is said."""
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "desk.sqlite"
    file.write_bytes(b"no desk" * 500)
    desk = desk_of(places)
    places.open_desk()
    qtbot.waitUntil(desk.banner.isVisible)
    assert str(file) in desk.banner.text()

    desk.banner.action_requested.emit("afresh")
    qtbot.waitUntil(desk.empty.isVisible)
    qtbot.waitUntil(lambda: is_idle(places))

    (aside,) = (tmp_path / "data").glob("desk-*.sqlite.damaged")
    assert aside.read_bytes() == b"no desk" * 500
    assert str(aside) in desk.banner.text()


def test_on_a_closed_desk_the_keyboard_is_not_in_the_search(
    qtbot: QtBot, places: Places, lock: FileLock
) -> None:
    """Ctrl+V is for the desk then, not for the search field."""
    window = window_of(places)
    window.activateWindow()
    desk_of(places).take_focus()
    places.open_desk()
    qtbot.waitUntil(desk_of(places).banner.isVisible)

    assert QApplication.focusWidget() is not window.desk_page.top_bar.search

    window.desk_page.top_bar.search.setFocus()
    places.desk.retell()
    assert QApplication.focusWidget() is window.desk_page.top_bar.search


def test_the_release_that_was_open_last_is_chosen_on_the_desk(qtbot: QtBot, places: Places) -> None:
    """Not the one that was chosen before it was made."""
    for text in (TEXT, TEXT.replace("Nordlys og", "Solvind og")):
        places.take_text(text)
        qtbot.waitUntil(lambda: is_editor_shown(places))
        places.go_back()
        qtbot.waitUntil(lambda: window_of(places).current_place() is not places._editor)
        qtbot.waitUntil(lambda: is_idle(places))
        table = desk_of(places).table
        (chosen,) = [one for one in table.lines() if one.release == table.chosen()]
        assert chosen.title == text.splitlines()[0]


def test_a_clipboard_with_html_only_becomes_a_release(qtbot: QtBot, places: Places) -> None:
    """As some programs copy."""
    data = QMimeData()
    data.setHtml("".join(f"<p>{line}</p>" for line in TEXT.splitlines() if line))
    QGuiApplication.clipboard().setMimeData(data)

    places.paste_new()

    qtbot.waitUntil(lambda: is_editor_shown(places))
    assert window_of(places).windowTitle().startswith("Nordlys og Fjell bygger sammen")


def test_an_empty_clipboard_is_said_until_something_goes_well(qtbot: QtBot, places: Places) -> None:
    """Or until Escape."""
    window = window_of(places)
    places.open_desk()
    qtbot.waitUntil(desk_of(places).empty.isVisible)
    QGuiApplication.clipboard().setText(" ")
    places.paste_new()
    assert window.banner.text().startswith("There is no text in the clipboard.")

    press_key(window, Qt.Key.Key_Escape)
    assert not window.banner.isVisible()
    places.paste_new()
    places.take_text(TEXT)
    qtbot.waitUntil(lambda: is_editor_shown(places))

    assert not window.banner.isVisible()


def test_markup_without_words_and_too_long_a_text_are_explained(
    qtbot: QtBot, places: Places
) -> None:
    """The sentences speak of the text in the clipboard, not of a file; Escape closes them."""
    desk = desk_of(places)
    places.take_text("", "<p><img src='x'></p>")
    qtbot.waitUntil(desk.banner.isVisible)
    assert desk.banner.text().startswith("There is no text in the clipboard.")

    places.take_text("ord " * 600_000)
    qtbot.waitUntil(lambda: "2 MB" in desk.banner.text())
    assert "file" not in desk.banner.text()

    press_key(desk, Qt.Key.Key_Escape)
    assert not desk.banner.isVisible()


def test_a_removal_undone_by_its_keys_takes_the_toast_away(qtbot: QtBot, places: Places) -> None:
    """The action is there only when there is something to undo, and the words follow."""
    window, desk = window_of(places), desk_of(places)
    undo = window.actions_.action("undo_remove")
    places.take_text(TEXT)
    qtbot.waitUntil(lambda: is_editor_shown(places))
    places.go_back()
    qtbot.waitUntil(lambda: desk.table.isVisible() and is_idle(places))
    assert not undo.isEnabled()

    chosen = desk.table.chosen()
    assert chosen is not None
    desk.remove_requested.emit(chosen)
    qtbot.waitUntil(desk.toast.isVisible)
    assert undo.isEnabled()
    places._around.speech.switch("nb")
    assert "er fjernet" in desk.toast.accessibleName()

    undo.trigger()
    qtbot.waitUntil(lambda: len(desk.table.lines()) == 1)
    assert not desk.toast.isVisible()
    assert not undo.isEnabled()


def test_a_message_of_success_follows_the_language(qtbot: QtBot, places: Places) -> None:
    """Like every other."""
    desk_of(places).show_copied("a.docx")

    places._around.speech.switch("nb")

    assert desk_of(places).banner.text() == "a.docx er skrevet."


def test_a_text_pasted_as_a_search_can_become_a_release(qtbot: QtBot, places: Places) -> None:
    """The sentence shows only its beginning; the release has the paragraphs of the clipboard."""
    search = window_of(places).desk_page.top_bar.search
    places.take_text(TEXT)
    qtbot.waitUntil(lambda: is_editor_shown(places))
    places.go_back()
    qtbot.waitUntil(lambda: desk_of(places).table.isVisible() and is_idle(places))
    text = TEXT.replace("Nordlys og", "Solvind og") + "\nVi bygger i Bodø og i Tromsø. " * 5
    QGuiApplication.clipboard().setText(text)

    search.paste()
    assert desk_of(places).make_button.isVisible()
    assert len(desk_of(places)._nothing.text()) < 100
    desk_of(places).make_button.click()

    qtbot.waitUntil(lambda: is_editor_shown(places))
    assert places._editor is not None
    assert places._editor.sheet.content().title.plain == "Solvind og Fjell bygger sammen"
    assert search.text() == ""


def test_the_title_of_the_window_follows_the_release(qtbot: QtBot, places: Places) -> None:
    """As it is written."""
    places.take_text(TEXT)
    qtbot.waitUntil(lambda: is_editor_shown(places))
    assert places._editor is not None

    places._editor.title_changed.emit("Ny tittel")

    assert window_of(places).windowTitle() == "Ny tittel – PressDesk"


def test_dialogs_start_where_the_user_was_last(tmp_path: Path) -> None:
    """Kept from one run to the next; a folder that is gone is not offered."""
    folder = tmp_path / "releases"
    folder.mkdir()

    LastFolder(tmp_path / "window.ini").remember(folder)

    assert LastFolder(tmp_path / "window.ini").path() == folder
    folder.rmdir()
    assert LastFolder(tmp_path / "window.ini").path() != folder


def test_a_wrong_passphrase_is_said_in_the_dialog_that_stays(
    qtbot: QtBot, around: Surroundings, places: Places, tmp_path: Path
) -> None:
    """It grows with its words; the right one closes it and reaches who waits."""
    window = window_of(places)
    door = PassphraseDoor(around, window, lambda _, passphrase: passphrase == "riktig")
    answers: list[str | None] = []
    around.tasks.run(
        lambda _: door.ask(tmp_path / "my.key"), owner=window, done=answers.append, failed=fail
    )
    qtbot.waitUntil(lambda: bool(window.findChildren(PassphraseDialog)))
    (dialog,) = window.findChildren(PassphraseDialog)
    field = dialog.findChild(QLineEdit, "passphrase")
    assert isinstance(field, QLineEdit)

    field.setText("feil")
    dialog.ok.click()
    qtbot.waitUntil(dialog._fault.isVisible)
    assert answers == []
    assert dialog.isVisible()
    assert dialog._fault.height() >= dialog._fault.heightForWidth(dialog._fault.width())

    field.setText("riktig")
    dialog.ok.click()
    qtbot.waitUntil(lambda: answers == ["riktig"])
    qtbot.waitUntil(lambda: not window.findChildren(PassphraseDialog))


def fail(error: BaseException) -> None:
    """Nothing may fail here."""
    raise error
