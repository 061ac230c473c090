"""Pictures of the ready page, and of approvals and comments in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from gui.foundations.pictures import screenshot
from gui.ready.stories import half_way
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.theme import ThemeMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.ready import ReadyPlace
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.stored import StoredRelease

NORMAL = 100


@pytest.mark.parametrize(
    ("theme", "percent"),
    [
        (ThemeMode.LIGHT, 100),
        (ThemeMode.DARK, 100),
        (ThemeMode.CONTRAST, 100),
        (ThemeMode.LIGHT, 200),
    ],
)
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_ready_page_is_photographed(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    place: ReadyPlace,
    around: Surroundings,
    desk: DeskWork,
    journeys: Journeys,
    sample: Callable[[str], StoredRelease],
    show: Callable[[StoredRelease], None],
    theme: ThemeMode,
    percent: int,
    language: str,
) -> None:
    """What remains, what is worth a look, what is in order, and the question before the lock."""
    around.look.choose(theme, percent)
    around.speech.switch(language)
    show(half_way(desk, journeys, sample(language)))
    qtbot.waitUntil(lambda: place.presenter.proofs is not None, timeout=20_000)
    QApplication.processEvents()

    size = "" if percent == NORMAL else f"-{percent}"
    assert screenshot(place, f"ready-{theme}-{language}{size}").exists()
    place.view.out.override_button.click()
    row = next(one for one in place.view.remaining.rows() if one.card.request is not None)
    row.request_button.click()
    QApplication.processEvents()
    assert screenshot(place, f"ready-asking-{theme}-{language}{size}").exists()


@pytest.mark.parametrize("theme", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_the_locked_page_is_photographed(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    place: ReadyPlace,
    around: Surroundings,
    journeys: Journeys,
    approved: Callable[[], StoredRelease],
    show: Callable[[StoredRelease], None],
    theme: ThemeMode,
) -> None:
    """Nothing is missing, the text is locked, the final file is made and looked at."""
    around.look.choose(theme)
    around.speech.switch("nb")
    show(approved())
    place.view.lock_button.click()
    qtbot.waitUntil(place.view.out.final_button.isEnabled, timeout=10_000)
    place.final_export.on_target_chosen(journeys.data_folder / "endelig.docx")
    qtbot.waitUntil(lambda: around.tasks.running == 0, timeout=20_000)
    QApplication.processEvents()

    assert screenshot(place, f"ready-locked-{theme}").exists()


@pytest.mark.parametrize("theme", [ThemeMode.LIGHT, ThemeMode.DARK, ThemeMode.CONTRAST])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_approvals_and_comments_are_photographed(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    journeys: Journeys,
    sample: Callable[[str], StoredRelease],
    theme: ThemeMode,
    language: str,
) -> None:
    """Pills and marks, the difference from the approved words, the form, and the comments."""
    around.look.choose(theme)
    around.speech.switch(language)
    editor.open(half_way(desk, journeys, sample(language)))
    editor.sheet.go_to(next(iter(editor.sheet.content().quotes())).id)
    editor.view.inspector.show_tab(Tab.QUOTE)
    editor.refresh()
    QApplication.processEvents()
    assert screenshot(editor, f"approval-stale-{theme}-{language}").exists()
    editor.view.inspector.quote.approval.note_button.click()
    QApplication.processEvents()
    assert screenshot(editor, f"approval-note-{theme}-{language}").exists()
    editor.view.inspector.show_tab(Tab.COMMENTS)
    QApplication.processEvents()

    assert screenshot(editor, f"comments-{theme}-{language}").exists()
    qtbot.waitUntil(lambda: around.tasks.running == 0, timeout=20_000)
