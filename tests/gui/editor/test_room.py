"""Room for the text: large letters, narrow windows, long titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from gui.foundations.hands import press_key, type_text
from gui.foundations.pictures import screenshot
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.view import Pane
from pressdesk.gui.theme import ThemeMode
from pressdesk.gui.widgets.stage_line import StepState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.surroundings import Surroundings
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


def tabs_in_menu(place: EditorPlace) -> list[str]:
    menu = place.view.inspector.tab_row.menu
    return [action.text() for action in menu.actions() if action.isVisible()]


def tabs_in_row(place: EditorPlace) -> list[Tab]:
    return [list(Tab)[one] for one in place.view.inspector.tab_row.shown()]


def test_tabs_without_room_are_in_a_list_with_their_counts(
    qtbot: QtBot, opened: EditorPlace, look: Look
) -> None:
    """Every tab that is there stands in the row or in the list, in the same order."""
    inspector = opened.view.inspector
    look.choose(ThemeMode.LIGHT, 200)
    inspector.show_tab(Tab.IMPORT)
    inspector.show_findings(16)
    inspector.show_comments(2)
    inspector.show_tab(Tab.FINDINGS)

    qtbot.waitUntil(lambda: tabs_in_row(opened) == [Tab.FINDINGS, Tab.QUOTE])
    assert tabs_in_menu(opened) == ["Comments 2", "Facts", "Import 1"]
    assert inspector.tab_row.more_button.isVisible()
    assert inspector.tab_row.more_button.accessibleName() == "More tabs"
    assert inspector.tabs.lines(0) == ("Proofing", "16")


def test_a_tab_from_the_list_takes_the_last_place_and_keeps_it(
    qtbot: QtBot, opened: EditorPlace, look: Look
) -> None:
    """It is shown at once; another click on the first tab moves nothing."""
    inspector = opened.view.inspector
    look.choose(ThemeMode.LIGHT, 200)
    qtbot.waitUntil(lambda: len(tabs_in_row(opened)) == 2)
    action = inspector.tab_row.menu.actions()[list(Tab).index(Tab.FACTS)]

    action.trigger()
    assert inspector.tab is Tab.FACTS
    assert tabs_in_row(opened) == [Tab.FINDINGS, Tab.FACTS]

    inspector.show_tab(Tab.FINDINGS)
    assert tabs_in_row(opened) == [Tab.FINDINGS, Tab.FACTS]
    assert "Quote" in tabs_in_menu(opened)


def test_where_all_tabs_fit_there_is_no_list(qtbot: QtBot, opened: EditorPlace) -> None:
    """One that goes away leaves the first tab shown."""
    inspector = opened.view.inspector
    inspector.show_tab(Tab.IMPORT)
    qtbot.waitUntil(inspector.tab_row.more_button.isVisible)

    inspector.set_there(Tab.IMPORT, is_there=False)

    assert not inspector.tab_row.more_button.isVisible()
    assert tabs_in_row(opened) == [Tab.FINDINGS, Tab.QUOTE, Tab.COMMENTS, Tab.FACTS]
    assert inspector.tab is Tab.FINDINGS
    assert not tabs_in_menu(opened)


def test_arrows_and_page_keys_go_through_the_tabs(
    qtbot: QtBot, opened: EditorPlace, look: Look
) -> None:
    """Arrows within the row, Ctrl+PgDn through those in the list as well, round the end."""
    inspector = opened.view.inspector
    look.choose(ThemeMode.LIGHT, 200)
    inspector.set_there(Tab.IMPORT, is_there=False)
    inspector.show_tab(Tab.FINDINGS)
    qtbot.waitUntil(lambda: tabs_in_row(opened) == [Tab.FINDINGS, Tab.QUOTE])
    opened.view.ask_for(Pane.INSPECTOR)
    inspector.tabs.setFocus()
    control = Qt.KeyboardModifier.ControlModifier

    press_key(inspector.tabs, Qt.Key.Key_Right)
    assert inspector.tab is Tab.QUOTE
    press_key(inspector.tabs, Qt.Key.Key_Right)
    assert inspector.tab is Tab.QUOTE
    shown = []
    for _ in range(3):
        press_key(inspector.tabs, Qt.Key.Key_PageDown, control)
        shown.append(inspector.tab)
    assert shown == [Tab.COMMENTS, Tab.FACTS, Tab.FINDINGS]
    press_key(inspector.tabs, Qt.Key.Key_PageUp, control)
    assert inspector.tab is Tab.FACTS
    assert inspector.tabs.hasFocus()
    press_key(inspector.tabs, Qt.Key.Key_Tab)
    assert inspector.tab_row.more_button.hasFocus()


@pytest.mark.parametrize("language", ["en", "nb", "nn"])
@pytest.mark.parametrize(("width", "percent"), [(900, 100), (900, 200), (1280, 200), (1440, 200)])
def test_every_deed_of_the_bar_has_a_button_or_stands_in_its_menu(  # noqa: PLR0917  # fixtures
    qtbot: QtBot,
    opened: EditorPlace,
    around: Surroundings,
    language: str,
    width: int,
    percent: int,
) -> None:
    """The window need not grow for them, and nothing is cut off."""
    top = opened.view.top
    around.speech.switch(language)
    around.look.choose(ThemeMode.LIGHT, percent)
    opened.resize(width, 700)
    buttons = (top.preflight_button, top.export_button, top.review_button)

    qtbot.waitUntil(lambda: opened.width() == width and top.width() == width)
    QApplication.processEvents()

    for button, action in zip(buttons, top.menu.actions(), strict=True):
        assert button.isVisible() != action.isVisible()
        assert not button.isVisible() or button.width() >= button.sizeHint().width()
    assert top.review_button.isVisible()
    assert top.more_button.isVisible() == any(not button.isVisible() for button in buttons)
    screenshot(opened, f"editor-bar-{width}-{percent}-{language}")


def test_the_menu_of_the_bar_does_what_its_button_would(
    qtbot: QtBot, opened: EditorPlace, look: Look
) -> None:
    """And it is dim where the button would be."""
    top = opened.view.top
    look.choose(ThemeMode.LIGHT, 200)
    opened.resize(900, 700)
    qtbot.waitUntil(lambda: not top.export_button.isVisible())
    export = top.menu.actions()[1]

    with qtbot.waitSignal(top.export_wanted):
        export.trigger()
    top.export_button.setEnabled(False)
    top.menu.aboutToShow.emit()

    assert not export.isEnabled()
