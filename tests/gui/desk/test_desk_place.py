"""The desk place over a real desk: bringing in, opening, removing, and what goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from PySide6.QtCore import Qt

from gui.foundations.hands import press_key
from gui.foundations.names import unnamed_focusables
from pressdesk import paths

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.desk.conftest import Desk

TEXT = """Nordlys og Fjell bygger sammen

Nordlys AS og Fjell Kraft skal bygge et varmeanlegg i Bodø.

– Vi gleder oss, sier daglig leder Kari Nes i Nordlys AS.
"""


def test_an_empty_desk_shows_what_to_start_from(qtbot: QtBot, desk: Desk) -> None:
    """Three cards, of which the sample brings a release and opens it with its notes."""
    desk.presenter.refresh()
    qtbot.waitUntil(desk.page.desk.empty.isVisible)

    desk.presenter.on_sample("nb")
    qtbot.waitUntil(lambda: len(desk.opened) == 1)

    release, notes_are_new = desk.opened[0]
    assert notes_are_new
    assert release.draft.content().title.plain
    qtbot.waitUntil(lambda: len(desk.titles()) == 1)


def test_a_pasted_text_becomes_a_release(qtbot: QtBot, desk: Desk) -> None:
    """It is recognised, stored, shown and opened."""
    desk.presenter.on_text(TEXT)
    qtbot.waitUntil(lambda: len(desk.opened) == 1)

    qtbot.waitUntil(lambda: desk.titles() == ["Nordlys og Fjell bygger sammen"])
    assert not desk.page.desk.progress.isVisible()


def test_enter_opens_and_delete_removes_and_undo_puts_back(qtbot: QtBot, desk: Desk) -> None:
    """With the keyboard only."""
    desk.presenter.on_text(TEXT)
    qtbot.waitUntil(lambda: len(desk.titles()) == 1)
    table = desk.page.desk.table
    table.opened.connect(desk.presenter.on_open)
    table.remove_requested.connect(desk.presenter.on_remove)
    desk.page.desk.undo_requested.connect(desk.presenter.on_undo_remove)
    desk.opened.clear()

    press_key(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.opened) == 1)
    press_key(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(desk.page.desk.toast.isVisible)
    assert desk.titles() == [] or not table.isVisible()

    desk.page.desk.toast.undo_button.click()
    qtbot.waitUntil(lambda: table.isVisible() and len(desk.titles()) == 1)
    assert not desk.opened[0][1]


def test_a_copy_comes_back_as_the_same_release(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    """A ``.pressdesk`` file that was handed out can be opened again; nothing doubles."""
    desk.presenter.on_text(TEXT)
    qtbot.waitUntil(lambda: len(desk.opened) == 1)
    release = desk.opened[0][0].id
    copy = tmp_path / "copy.pressdesk"

    desk.presenter.on_hand_out(release, copy)
    qtbot.waitUntil(copy.exists)
    desk.presenter.on_files([copy])
    qtbot.waitUntil(lambda: len(desk.opened) == 2)

    assert desk.opened[1][0].id == release
    assert not desk.opened[1][1]
    qtbot.waitUntil(lambda: len(desk.titles()) == 1)


def test_of_several_files_the_good_ones_come_and_the_bad_one_is_explained(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    """One bad file stops nothing, and is named."""
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\0\1\2\0")
    good = paths.resource("samples/felles-pressemelding-nb.txt")
    other = paths.resource("samples/felles-pressemelding-nn.txt")

    desk.presenter.on_files([good, bad, other])
    qtbot.waitUntil(lambda: len(desk.titles()) == 2)

    qtbot.waitUntil(desk.page.desk.banner.isVisible)
    assert "bad.txt" in desk.page.desk.banner.text()
    assert desk.opened == []


def test_what_came_before_a_cancel_is_taken_away(qtbot: QtBot, desk: Desk) -> None:
    """Cancelled at once, a text leaves nothing on the desk."""
    desk.presenter.refresh()
    qtbot.waitUntil(desk.page.desk.empty.isVisible)

    desk.presenter.on_text(TEXT)
    desk.presenter.on_cancel()
    desk.presenter.refresh()

    qtbot.waitUntil(lambda: desk.page.desk._around.tasks.running == 0)
    assert desk.opened == []
    assert desk.store.desk.overviews() == ()


def test_a_desk_that_another_program_has_is_explained_and_tried_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    """A message at the place with a button; no window pops up, and nothing is lost."""
    desk.page.desk.retry_requested.connect(desk.presenter.refresh)
    (tmp_path / "data").mkdir()
    lock = FileLock(tmp_path / "data" / "desk.lock")
    lock.acquire()
    desk.presenter.refresh()
    qtbot.waitUntil(desk.page.desk.banner.isVisible)
    assert "open in another PressDesk" in desk.page.desk.banner.text()
    assert not desk.page.desk.empty.isVisible()

    lock.release()
    desk.page.desk.banner.action_requested.emit("retry")

    qtbot.waitUntil(desk.page.desk.empty.isVisible)
    assert not desk.page.desk.banner.isVisible()


def test_a_damaged_desk_is_explained_and_left_as_it_is(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    """Neither an empty desk to start on, nor a new file over the old one."""
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "desk.sqlite"
    file.write_bytes(b"not a database, but somebody's" * 100)
    before = file.read_bytes()

    desk.presenter.refresh()
    qtbot.waitUntil(desk.page.desk.banner.isVisible)

    assert "damaged" in desk.page.desk.banner.text()
    assert not desk.page.desk.empty.isVisible()
    assert file.read_bytes() == before


@pytest.mark.parametrize("key_choice", [None])
def test_without_a_keyring_the_user_is_asked_and_the_text_comes_afterwards(
    qtbot: QtBot, desk: Desk
) -> None:
    """The wish is kept: once a key is chosen, the same text is brought in."""
    desk.presenter.on_text(TEXT)
    qtbot.waitUntil(lambda: len(desk.asked) == 1)
    assert desk.opened == []

    desk.store.journeys.identity.choose_key(key_choice="session")
    desk.asked[0]()

    qtbot.waitUntil(lambda: len(desk.opened) == 1)


def test_everything_the_keyboard_reaches_has_a_name(qtbot: QtBot, desk: Desk) -> None:
    """With lines, and with the cards of an empty desk."""
    desk.presenter.refresh()
    qtbot.waitUntil(desk.page.desk.empty.isVisible)
    desk.page.desk.banner.show_message("A message", actions=[("retry", "Try again")])

    assert unnamed_focusables(desk.page) == []
