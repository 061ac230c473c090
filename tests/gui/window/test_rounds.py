"""Rounds in the window: sent from the editor, answered by a file that is dropped anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from gui.round.reviewed import LUND, partnership
from pressdesk.domain.errors import SourceMissing
from pressdesk.domain.text import Text
from pressdesk.i18n import explain
from pressdesk.word.writing import Layout, document
from round_table import tracked, with_part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.window.places import Places

_LONG_MS = 10_000


@pytest.fixture
def in_place(qtbot: QtBot, places: Places) -> Callable[[str], None]:
    """Return a function that waits until a place is shown and all is at rest."""

    def wait(name: str) -> None:
        window = places._window
        qtbot.waitUntil(lambda: window.current_place().objectName() == name, timeout=_LONG_MS)
        qtbot.waitUntil(lambda: places._around.tasks.running == 0, timeout=_LONG_MS)

    return wait


@pytest.fixture
def edited(places: Places, in_place: Callable[[str], None]) -> Callable[[Content], ReleaseId]:
    """Return a function that puts a release on the desk and opens it in the editor."""

    def make(content: Content) -> ReleaseId:
        places.desk.on_created(content, _refuse)
        in_place("editor_place")
        assert places._last_open is not None
        return places._last_open

    places.open_desk()
    return make


def _refuse(error: Exception) -> None:
    raise error


@pytest.fixture
def sent(
    qtbot: QtBot,
    places: Places,
    in_place: Callable[[str], None],
    edited: Callable[[Content], ReleaseId],
    tmp_path: Path,
) -> dict[str, Path]:
    """Return what everybody gets, sent by the button in the editor; the round is shown."""
    edited(partnership())
    places.reviewing._round_folder.remember(tmp_path)
    assert places._editor is not None
    places._editor.view.top.review_button.click()
    in_place("send_place")
    page = places.reviewing.sending
    assert page is not None
    page.view.deadline_typed.emit("31.12.2027", "12.00")
    page.view.send_button.click()
    qtbot.waitUntil(lambda: page.presenter.is_done, timeout=_LONG_MS)
    names = page.view.files.text().splitlines()
    page.view.round_button.click()
    in_place("round_place")
    return {name.split("_")[-2]: tmp_path / name for name in names}


def answered(sent: dict[str, Path], tmp_path: Path) -> Path:
    """Return what Lund sends back."""
    data = sent["Lund"].read_bytes()
    path = tmp_path / "svar.docx"
    path.write_bytes(tracked(data, "10000", "10 000", LUND))
    return path


def test_an_answer_dropped_on_the_desk_opens_the_round(
    places: Places, sent: dict[str, Path], in_place: Callable[[str], None], tmp_path: Path
) -> None:
    """It finds its release by itself, and its first proposal is pointed at."""
    places.show_desk()
    in_place("desk_page")

    places._window.files_dropped.emit([answered(sent, tmp_path)])
    in_place("round_place")

    place = places.reviewing.place
    assert place is not None
    assert place.view.banner.text() == "Answer from I. Lund: 1 proposal."
    (card,) = place.view.panel.changes.list.cards()
    assert (card.new, place.presenter.current) == ("10 000", card.key)


def test_an_answer_dropped_while_another_release_is_open_goes_to_its_own(
    places: Places,
    sent: dict[str, Path],
    in_place: Callable[[str], None],
    edited: Callable[[Content], ReleaseId],
    tmp_path: Path,
) -> None:
    """What was written in the other one is stored first."""
    (first,) = (places.reviewing.place.release.id,)  # type: ignore[union-attr]  # it is shown
    places.show_desk()
    in_place("desk_page")
    other = edited(replace(partnership(), title=Text.of("Noe helt annet")))

    places.open_files([answered(sent, tmp_path)])
    in_place("round_place")

    shown = places.reviewing.shown_release
    assert first == shown != other


def test_a_file_without_a_ticket_is_known_by_its_words(
    places: Places, sent: dict[str, Path], in_place: Callable[[str], None], tmp_path: Path
) -> None:
    """It is taken, and the banner says that it does not say where it belongs."""
    path = answered(sent, tmp_path)
    data = path.read_bytes()
    for part in ("customXml/item1.xml", "docProps/custom.xml"):
        data = with_part(data, part, None)
    path.write_bytes(data)
    places.show_desk()
    in_place("desk_page")

    places.open_files([path])
    in_place("round_place")

    place = places.reviewing.place
    assert place is not None
    assert "no longer says which round" in place.view.banner.text()


def test_a_word_file_that_is_no_answer_is_a_new_release(
    places: Places,
    sent: dict[str, Path],
    in_place: Callable[[str], None],
    tmp_path: Path,
) -> None:
    """As before there were rounds."""
    del sent
    exported = tmp_path / "annen.docx"
    exported.write_bytes(_word_file("Noe helt annet"))
    places.show_desk()
    in_place("desk_page")

    places.open_files([exported])
    in_place("editor_place")

    assert len(places.store.overviews()) == 2


def _word_file(title: str) -> bytes:
    """Return a Word file of another text, as a draft is exported."""
    content = replace(partnership(), title=Text.of(title), blocks=())
    return document(content, layout=Layout.DRAFT, at=datetime(2026, 11, 24, tzinfo=UTC))


def test_an_answer_to_a_release_that_is_not_here_is_refused_in_a_sentence(
    qtbot: QtBot,
    places: Places,
    sent: dict[str, Path],
    in_place: Callable[[str], None],
    tmp_path: Path,
) -> None:
    """And the text that is open stays open."""
    path = answered(sent, tmp_path)
    release = places.reviewing.shown_release
    assert release is not None
    places.show_desk()
    in_place("desk_page")
    places.desk.on_remove(release)
    places.start_new()
    in_place("new_release_place")

    places.open_files([path])
    qtbot.waitUntil(places._window.banner.isVisible, timeout=_LONG_MS)

    assert "svar.docx" in places._window.banner.text()
    assert places._window.current_place().objectName() == "new_release_place"


def test_back_to_the_text_and_to_the_round_again(
    places: Places, sent: dict[str, Path], in_place: Callable[[str], None]
) -> None:
    """The editor's button shows the round while it is open."""
    del sent
    place = places.reviewing.place
    assert place is not None

    place.view.top.back_button.click()
    in_place("editor_place")
    assert places._editor is not None
    words = places._editor.view.top.review_button.text()
    places._editor.view.top.review_button.click()
    in_place("round_place")

    assert words == "Show the round"


def test_rounds_are_compared_from_the_round(
    places: Places, sent: dict[str, Path], in_place: Callable[[str], None]
) -> None:
    """With the versions of that release to choose from."""
    del sent
    place = places.reviewing.place
    assert place is not None

    place.view.side.compare_button.click()
    in_place("compare_place")

    compared = places.comparing.place
    assert compared is not None
    assert compared.view.old_choice.count() >= 3


def test_a_file_that_is_gone_is_said_as_before(
    qtbot: QtBot, places: Places, in_place: Callable[[str], None], tmp_path: Path
) -> None:
    """By whoever takes sources in."""
    places.open_desk()
    in_place("desk_page")

    places.open_files([tmp_path / "borte.docx"])

    expected = explain(SourceMissing(name="borte.docx"), "en")
    banner = places._window.desk_page.desk.banner
    qtbot.waitUntil(banner.isVisible, timeout=_LONG_MS)
    assert banner.text().endswith(expected)
