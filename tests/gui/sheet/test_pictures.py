"""Pictures of the sheet for people to look at, and what they must show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.foundations.pictures import screenshot
from gui.sheet.releases import BLOCK_COLOURS, DARK_COLOURS, release
from pressdesk.domain.ids import BlockId
from pressdesk.gui.sheet import Pill, SheetLook, Tone, Wave

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from gui.sheet.conftest import MakeSheet
    from pressdesk.gui.sheet import Sheet

PILLS = {
    "q1": Pill(words="Godkjent av Paulsen i runde 1", tone=Tone.OK),
    "q2": Pill(words="Må godkjennes på nytt – vis forskjell", tone=Tone.WARN),
    "q3": Pill(words="Sendt til godkjenning"),
}


def underline(sheet: Sheet, block_id: str, words: str, kind: Wave) -> None:
    """Underline words of a block."""
    block = sheet.page.find(BlockId(block_id))
    assert block is not None
    start = block.text().index(words)
    sheet.set_marks(BlockId(block_id), [(start, start + len(words), kind)])


def dressed(make_sheet: MakeSheet, qtbot: QtBot, **more: object) -> Sheet:
    """Return a sheet with everything that can be seen on one."""
    sheet = make_sheet(release(), pill_of=PILLS.get, **more)
    sheet.resize(880, 1720)
    underline(sheet, "p1", "10000", Wave.GRAMMAR)
    underline(sheet, "q3", "synligjøres", Wave.SPELLING)
    qtbot.waitUntil(lambda: len(sheet.extraSelections()) == 2)
    return sheet


def test_the_sheet_in_light_and_dark(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    """Colours of looks and partners are those of the mockups."""
    for name, look, colours in (
        ("light", SheetLook.light(), BLOCK_COLOURS),
        ("dark", SheetLook.dark(), DARK_COLOURS),
    ):
        sheet = dressed(make_sheet, qtbot, look=look, colour_of=colours.get)
        path = screenshot(sheet, f"sheet-{name}")
        image = QImage(str(path))
        seen = {image.pixelColor(x, y).rgb() for x in range(880) for y in range(0, 1720, 3)}
        wanted = (
            look.ink,
            look.paper,
            look.canvas,
            look.ok_soft,
            look.warn_soft,
            *colours.values(),
        )
        assert {colour.rgb() for colour in wanted} <= seen


def test_the_sheet_at_200_percent_changes_nothing_in_the_text(
    make_sheet: MakeSheet, qtbot: QtBot
) -> None:
    """Letters are twice as high, undo knows nothing of it, and back is back."""
    sheet = dressed(make_sheet, qtbot)
    first = sheet.document().firstBlock()
    before = sheet.document().documentLayout().blockBoundingRect(first).height()
    told: list[str] = []
    sheet.text_edited.connect(lambda: told.append("edited"))

    sheet.set_text_scale(2.0)

    sheet.resize(1600, 900)
    screenshot(sheet, "sheet-200-percent")
    after = sheet.document().documentLayout().blockBoundingRect(first).height()
    assert 1.9 < after / before < 2.1
    assert not sheet.document().isUndoAvailable()
    assert told == []
    sheet.set_text_scale(1.0)
    assert sheet.document().documentLayout().blockBoundingRect(first).height() == before


def test_the_row_under_a_quote_can_be_clicked(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    """The name asks who speaks, the pill asks what the matter is."""
    sheet = dressed(make_sheet, qtbot)
    told: list[tuple[str, str]] = []
    sheet.speaker_asked.connect(lambda block_id: told.append(("speaker", block_id)))
    sheet.pill_clicked.connect(lambda block_id: told.append(("pill", block_id)))
    block = sheet.page.find(BlockId("q1"))
    assert block is not None
    row = sheet._geometry().speaker_rect(sheet._geometry().piece(block))
    assert row is not None

    for x in (30.0, 300.0):
        place = QPointF(row.left() + x, row.center().y())
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            place,
            sheet.viewport().mapToGlobal(place),
            button,
            button,
            none,
        )
        QApplication.sendEvent(sheet.viewport(), event)

    assert told == [("speaker", "q1"), ("pill", "q1")]


def test_an_empty_sheet_says_what_belongs_where(
    make_sheet: MakeSheet, caplog: pytest.LogCaptureFixture
) -> None:
    """Hints stand where nothing is written yet."""
    sheet = make_sheet(release())
    sheet.selectAll()
    sheet.cut()

    screenshot(sheet, "sheet-empty")

    assert not caplog.records
