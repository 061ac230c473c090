"""Room for the text: large letters, narrow windows, long titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from gui.foundations.hands import press_key, type_text
from gui.foundations.pictures import screenshot
from pressdesk.gui.editor.view import Pane
from pressdesk.gui.theme import ThemeMode
from pressdesk.gui.widgets.stage_line import StepState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.theme_look import Look


def shown(place: EditorPlace) -> tuple[bool, bool]:
    return place.view.is_shown(Pane.OUTLINE), place.view.is_shown(Pane.INSPECTOR)


@pytest.mark.parametrize(
    ("width", "percent", "expected"),
    [
        (1440, 100, (True, True)),
        (1280, 100, (True, True)),
        (900, 100, (False, True)),
        (760, 100, (False, False)),
        (1280, 200, (False, False)),
        (900, 200, (False, False)),
    ],
)
def test_outline_then_inspector_give_way_to_the_text(  # noqa: PLR0917  # fixtures
    qtbot: QtBot,
    opened: EditorPlace,
    look: Look,
    width: int,
    percent: int,
    expected: tuple[bool, bool],
) -> None:
    """The text keeps the width that it can be read in, as far as the window has it."""
    look.choose(ThemeMode.LIGHT, percent)
    opened.resize(width, 650)

    qtbot.waitUntil(lambda: shown(opened) == expected)
    assert opened.width() == width
    assert opened.sheet.width() >= min(opened.sheet.least_width, width - 2)
    screenshot(opened, f"editor-room-{width}-{percent}")


def test_a_pane_without_room_comes_when_asked_for_and_goes_again(
    qtbot: QtBot, opened: EditorPlace
) -> None:
    """By keys and by the buttons in the line at the foot."""
    opened.resize(760, 650)
    qtbot.waitUntil(lambda: shown(opened) == (False, False))
    opened.sheet.setFocus()
    control = Qt.KeyboardModifier.ControlModifier

    press_key(opened.sheet, Qt.Key.Key_3, control)
    assert shown(opened) == (False, True)
    qtbot.waitUntil(
        lambda: opened.view.inspector.isAncestorOf(QApplication.focusWidget() or opened)
    )
    opened.go_to_pane(number=0)
    assert shown(opened) == (True, False)
    opened.go_to_pane(number=1)
    assert shown(opened) == (False, False)

    button = opened.findChild(QToolButton, "show_inspector")
    assert button is not None
    button.click()
    assert shown(opened) == (False, True)
    button.click()
    assert shown(opened) == (False, False)
    assert not button.isChecked()

    opened.resize(1440, 650)
    qtbot.waitUntil(lambda: shown(opened) == (True, True))
    assert not button.isVisible()


def test_a_question_about_a_quote_brings_the_inspector(qtbot: QtBot, opened: EditorPlace) -> None:
    """Nobody is sent to a pane that cannot be seen."""
    opened.resize(760, 650)
    qtbot.waitUntil(lambda: shown(opened) == (False, False))

    opened.on_speaker_asked(next(opened.sheet.content().quotes()).id)

    assert opened.view.inspector.isVisible()


def test_a_long_title_gives_way_before_the_stages(qtbot: QtBot, opened: EditorPlace) -> None:
    """It ends in «…», and every stage is said in full."""
    top = opened.view.top
    opened.resize(1280, 800)
    type_text(opened.sheet, "Et langt navn på en avtale om varme og fjell og nord ")
    opened.refresh()

    qtbot.waitUntil(top.title.is_elided)
    assert top.stage.width() >= top.stage.sizeHint().width()
    assert StepState.AHEAD not in top.stage._fitting()[1]


def test_the_title_is_told_while_it_is_written(qtbot: QtBot, opened: EditorPlace) -> None:
    """Once for several keys."""
    told: list[str] = []
    opened.title_changed.connect(told.append)

    type_text(opened.sheet, "Nå ")
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["Nå Nordlys og Fjell bygger varmeanlegg"]
