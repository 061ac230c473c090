"""The place that compares: chosen by hand and by keys, in colour and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from gui.foundations.pictures import screenshot
from pressdesk.domain.errors import SourceMissing
from pressdesk.gui.compare import ComparePlace
from pressdesk.gui.compare.sources import CompareWork, Source
from pressdesk.gui.surroundings import Surroundings
from pressdesk.gui.theme import ThemeMode
from pressdesk.services.comparing import Level, Side, compared
from pressdesk.textops.pairing import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.tasks import TaskRunner
    from pressdesk.gui.theme_look import Look
    from pressdesk.services.comparing import Comparison

OLD = (
    "Avtalen skal gi 200 millioner innen 2030.",
    "Kommunen bygger en ny skole i sentrum, og den er ferdig i 2028.",
    "Direktøren er glad for avtalen som ble undertegnet i går.",
    "Dette avsnittet blir borte.",
)
NEW = (
    "Direktøren er glad for avtalen som ble undertegnet i går.",
    "Avtalen vil gi 300 millioner innen 2030.",
    "Kommunen bygger en ny skole i sentrum, og den er ferdig i 2028.",
    "Helt nytt er derimot dette her.",
)


class FileWork(CompareWork):
    """Compares files as they are, without a desk."""

    def __init__(self) -> None:
        self.levels: list[Level] = []

    def compare(self, old: Source, new: Source, level: Level) -> Comparison:
        """Return what differs between two text files."""
        self.levels.append(level)
        return compared(_side(old), _side(new), level)


class RefusingWork(CompareWork):
    """Finds no file."""

    def __init__(self) -> None:
        pass

    def compare(self, old: Source, new: Source, level: Level) -> Comparison:
        """Refuse."""
        raise SourceMissing(name=old.path.name if old.path else str(new) + level)


def _side(source: Source) -> Side:
    assert source.path is not None
    lines = source.path.read_text(encoding="utf-8").splitlines()
    return Side(paragraphs=tuple(Paragraph(text=line) for line in lines))


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    """Return two text files."""
    found = []
    for name, lines in (("eldre.txt", OLD), ("nyere.txt", NEW)):
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        found.append(Source(path=path))
    return found


@pytest.fixture
def make_place(
    qtbot: QtBot, look: Look, speech: Speech, runner: TaskRunner
) -> Callable[..., ComparePlace]:
    """Return a function that makes the place and shows it."""

    def make(work: CompareWork | None = None) -> ComparePlace:
        around = Surroundings(look=look, speech=speech, tasks=runner)
        place = ComparePlace(around, work or FileWork())
        qtbot.addWidget(place)
        place.resize(1280, 800)
        place.show()
        return place

    return make


def test_two_texts_are_shown_as_one(
    qtbot: QtBot, make_place: Callable[..., ComparePlace], sources: list[Source]
) -> None:
    """What became of each paragraph is said in words; what went and came stands in the text."""
    place = make_place()

    place.start(sources)
    qtbot.waitUntil(lambda: bool(place.view.spots))

    assert place.view.text.toPlainText().splitlines() == [
        f"Moved: {NEW[0]}",
        "Changed: Avtalen skalvil gi 200300 millioner innen 2030.",
        NEW[2],
        f"Removed: {OLD[3]}",
        f"Added: {NEW[3]}",
    ]
    assert place.view.summary.text() == "Changed: 1 · Moved: 1 · Added: 1 · Removed: 1"
    assert place.view.text.isReadOnly()


def test_went_is_struck_and_came_is_underlined(
    qtbot: QtBot, make_place: Callable[..., ComparePlace], sources: list[Source]
) -> None:
    """So that it can be told without colours."""
    place = make_place()
    place.start(sources)
    qtbot.waitUntil(lambda: bool(place.view.spots))
    cursor = place.view.text.textCursor()

    looks = []
    for spot in place.view.spots[1:3]:
        cursor.setPosition(spot.start + 1)
        looks.append((cursor.charFormat().fontStrikeOut(), cursor.charFormat().fontUnderline()))
        cursor.setPosition(spot.end)
        looks.append((cursor.charFormat().fontStrikeOut(), cursor.charFormat().fontUnderline()))

    assert looks == [(True, False), (False, True)] * 2


def test_keys_go_from_change_to_change(
    qtbot: QtBot, make_place: Callable[..., ComparePlace], sources: list[Source]
) -> None:
    """Round at the ends, each said in words."""
    place = make_place()
    place.start(sources)
    qtbot.waitUntil(lambda: bool(place.view.spots))
    view, said = place.view, []

    for _ in range(len(view.spots) + 1):
        view.next_button.click()
        said.append(view.where.text())
    view.previous_button.click()

    assert said[0].startswith("Change 1 of 5: moved: “Direktøren")
    assert said[1] == "Change 2 of 5: “skal” became “vil”"
    assert said[3].startswith("Change 4 of 5: taken out:")
    assert said[4].startswith("Change 5 of 5: put in:")
    assert said[5] == said[0]
    assert view.where.text() == said[4]
    assert view.text.textCursor().selectedText() == NEW[3]


def test_level_and_order_can_be_chosen(
    qtbot: QtBot, make_place: Callable[..., ComparePlace], sources: list[Source]
) -> None:
    """By paragraph, and the other way round."""
    place = make_place()
    place.start(sources)
    qtbot.waitUntil(lambda: bool(place.view.spots))

    place.view.level_chosen.emit("paragraph")
    qtbot.waitUntil(lambda: f"Changed: {OLD[0]}{NEW[1]}" in place.view.text.toPlainText())
    place.view.swap_button.click()
    qtbot.waitUntil(lambda: f"Removed: {NEW[3]}" in place.view.text.toPlainText())

    assert (place.view.old_choice.currentText(), place.view.new_choice.currentText()) == (
        "nyere.txt",
        "eldre.txt",
    )


def test_the_texts_can_stand_side_by_side(
    qtbot: QtBot, make_place: Callable[..., ComparePlace], sources: list[Source]
) -> None:
    """Old at the left, new at the right; the changes are the same, in the same order."""
    place = make_place()
    place.start(sources)
    qtbot.waitUntil(lambda: bool(place.view.spots))
    inline = [(spot.old, spot.new) for spot in place.view.spots]

    place.view.form_choice.setCurrentIndex(1)
    place.view.form_choice.activated.emit(1)

    assert [(spot.old, spot.new) for spot in place.view.spots] == inline
    cells = place.view.text.toPlainText().splitlines()
    assert f"Changed: {OLD[0]}" in cells
    assert f"Changed: {NEW[1]}" in cells
    place.view.go_to_change(1)
    place.view.go_to_change(1)
    assert place.view.text.textCursor().selectedText() == "vil"
    assert place.view.where.text() == "Change 2 of 5: “skal” became “vil”"
    assert screenshot(place, "compare-beside").stat().st_size > 10_000


def test_a_file_that_cannot_be_read_is_said_in_a_sentence(
    qtbot: QtBot, make_place: Callable[..., ComparePlace], sources: list[Source]
) -> None:
    """And the choice stays, so that another can be taken."""
    place = make_place(RefusingWork())

    place.start(sources)
    qtbot.waitUntil(lambda: place.view.summary.text().startswith("eldre.txt was not found"))

    assert not place.view.text.isVisible()
    assert place.view.old_choice.currentText() == "eldre.txt"


def test_nothing_is_compared_before_both_are_chosen(
    make_place: Callable[..., ComparePlace],
) -> None:
    """The place says what to do."""
    place = make_place()

    place.start([])

    assert place.view.summary.text() == "Choose an old and a new text."
    assert not place.view.next_button.isEnabled()


def test_escape_leaves(
    qtbot: QtBot, make_place: Callable[..., ComparePlace], sources: list[Source]
) -> None:
    """From wherever the keyboard is."""
    place = make_place()
    place.start(sources)
    qtbot.waitUntil(lambda: bool(place.view.spots))
    place.activateWindow()
    place.view.text.setFocus()

    with qtbot.waitSignal(place.closed):
        qtbot.keyClick(place.view.text, Qt.Key.Key_Escape)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("shown", ["light 100", "dark 100", "contrast 100", "light 200"])
def test_the_place_is_pictured(  # noqa: PLR0917  # fixtures
    qtbot: QtBot,
    make_place: Callable[..., ComparePlace],
    sources: list[Source],
    look: Look,
    speech: Speech,
    language: str,
    shown: str,
) -> None:
    """For people to look at."""
    mode, percent = shown.split()
    look.choose(ThemeMode(mode), int(percent))
    speech.switch(language)
    place = make_place()
    place.start(sources)
    qtbot.waitUntil(lambda: bool(place.view.spots))
    place.view.go_to_change(1)
    place.view.go_to_change(1)

    path = screenshot(place, f"compare-{mode}-{language}" + ("" if percent == "100" else "-200"))

    assert path.stat().st_size > 10_000
