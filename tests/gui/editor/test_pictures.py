"""Pictures of the editor, for people to look at: light and dark, bokmål and nynorsk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from gui.editor.test_place import tell_database
from gui.foundations.pictures import screenshot
from pressdesk.domain.content import ReleaseMode
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.proofing.rows import Step
from pressdesk.gui.theme import ThemeMode
from pressdesk.services.reading import SourceBytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.stored import StoredRelease


FAULTY = """Nordlys og Fjell bygger varmeanlegg

Nordlys og Fjell skal bygge et varmeanlegg med 10000 nye arbeidsplaser.

Anlegget synligjøres og synnliggjør i 2028.

– Vi gleder oss stort sier daglig leder Kari Nes i Nordlys.
"""


@pytest.mark.parametrize("theme", [ThemeMode.LIGHT, ThemeMode.DARK])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_editor_is_photographed(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    place: EditorPlace,
    around: Surroundings,
    sample: Callable[[str], StoredRelease],
    tmp_path: Path,
    language: str,
    theme: ThemeMode,
) -> None:
    """Text, quote, facts, import report, find bar and export report."""
    around.look.choose(theme)
    around.speech.switch(language)
    place.open(sample(language), notes_are_new=True)

    def photograph(name: str) -> None:
        QApplication.processEvents()
        place.refresh()
        QApplication.processEvents()
        assert screenshot(place, f"editor-{name}-{theme}-{language}").exists()

    photograph("import")
    qtbot.waitUntil(lambda: place.findings.checking.found.count is not None, timeout=20_000)
    place.findings.go_on()
    qtbot.waitUntil(lambda: around.tasks.running == 0)
    place.refresh()
    photograph("findings")
    quote = next(iter(place.sheet.content().quotes()))
    place.sheet.go_to(quote.id)
    place.view.inspector.show_tab(Tab.QUOTE)
    photograph("quote")
    place.facts.on_place_given("Elvebyen")
    place.facts.on_mode_chosen(ReleaseMode.EMBARGO)
    place.facts.on_embargo_given("26.11.2026", "08.00")
    place.view.inspector.show_tab(Tab.FACTS)
    photograph("facts")
    place.view.inspector.show_tab(Tab.QUOTE)
    place.finding.begin(has_replacement=True)
    place.view.find_bar.field.setText("varm")
    photograph("find")
    place.finding.on_closed()
    place.exports.presenter.on_target_chosen(tmp_path / "2026-11-26_Granitt-Elvebyen_utkast.docx")
    qtbot.waitUntil(place.view.inspector.export._report.isVisible, timeout=10_000)
    photograph("export")


def test_an_open_question_is_photographed(opened: EditorPlace, around: Surroundings) -> None:
    """The question stands first, with the suggestion on its button."""
    around.speech.switch("nb")
    opened.sheet.go_to(next(iter(opened.sheet.content().quotes())).id)
    opened.view.inspector.show_tab(Tab.QUOTE)
    opened.refresh()
    QApplication.processEvents()

    assert screenshot(opened, "editor-question-light-nb").exists()


def test_messages_are_photographed(
    qtbot: QtBot, opened: EditorPlace, around: Surroundings, desk: DeskWork
) -> None:
    """What a paste left out, and a desk that cannot be written to."""
    around.speech.switch("nb")
    opened.sheet.go_to(opened.sheet.content().blocks[0].id)
    mime = QMimeData()
    mime.setText("Første avsnitt.\nDel:\nAndre avsnitt.")
    opened.sheet.insertFromMimeData(mime)
    QApplication.processEvents()
    tell_database(desk, "PRAGMA query_only = ON")
    opened.autosave.flush()
    qtbot.waitUntil(opened.view.save_banner.isVisible)
    QApplication.processEvents()

    assert screenshot(opened, "editor-messages-light-nb").exists()
    tell_database(desk, "PRAGMA query_only = OFF")


def test_large_letters_are_photographed(
    place: EditorPlace, around: Surroundings, sample: Callable[[str], StoredRelease]
) -> None:
    """Twice the size, and nothing is cut off."""
    around.speech.switch("nb")
    around.look.choose(ThemeMode.LIGHT, 200)
    place.open(sample("nb"))
    place.sheet.go_to(next(iter(place.sheet.content().quotes())).id)
    QApplication.processEvents()

    assert screenshot(place, "editor-200-light-nb").exists()


@pytest.mark.parametrize(("theme", "percent"), [(ThemeMode.CONTRAST, 100), (ThemeMode.LIGHT, 200)])
def test_findings_are_photographed_in_the_seed(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    place: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    theme: ThemeMode,
    percent: int,
) -> None:
    """A misspelt word with its fixes and the question why, in high contrast and large."""
    around.speech.switch("nb")
    around.look.choose(theme, percent)
    place.open(desk.import_source(SourceBytes(name="a.txt", data=FAULTY.encode())))
    qtbot.waitUntil(lambda: place.findings.checking.found.count is not None, timeout=20_000)
    place.findings.presenter.on_filter_chosen("spelling")
    place.findings.go_on()
    qtbot.waitUntil(lambda: around.tasks.running == 0)
    QApplication.processEvents()
    card = place.view.inspector.findings.list.card
    assert card is not None
    card.ask(Step.WORD)
    QApplication.processEvents()

    assert screenshot(place, f"editor-findings-{theme}-{percent}").exists()
