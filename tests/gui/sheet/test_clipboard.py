from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from gui.sheet.releases import ACT, HAUGLAND, PAULSEN, paragraph, quote, release
from gui.sheet.test_typing import shown, stand
from pressdesk.domain.content import Content, QuoteBlock
from pressdesk.domain.ids import BlockId
from pressdesk.domain.recognised import CleanUp, CleanUpKind
from pressdesk.domain.text import Text
from pressdesk.gui.sheet import MIME_TYPE, FindOptions, Pasted

if TYPE_CHECKING:
    from pathlib import Path

    from gui.sheet.conftest import MakeSheet
    from pressdesk.gui.sheet import Sheet


def select_block(sheet: Sheet, block_id: str) -> None:
    """Select all words of a block."""
    block = sheet.page.find(BlockId(block_id))
    assert block is not None
    first, last = sheet.page.unit(block)
    sheet.put_cursor(last.position() + last.length() - 1, first.position())


@pytest.mark.parametrize("words", [("– en",), ("– en", "– to")])
def test_a_quote_keeps_kind_speaker_and_id_through_cut_and_paste(
    make_sheet: MakeSheet, words: tuple[str, ...]
) -> None:
    """Cut out here and put in there, it is the same quote."""
    sheet = make_sheet(release(quote("q", *words, speaker=HAUGLAND), paragraph("p", "")))
    loaded = sheet.content()
    select_block(sheet, "q")
    sheet.cut()
    stand(sheet, "p")

    sheet.paste()

    moved = sheet.content().blocks[-1]
    assert isinstance(moved, QuoteBlock)
    assert (moved.id, moved.speaker, moved.texts) == ("q", HAUGLAND, loaded.blocks[0].texts)
    sheet.undo()
    sheet.undo()
    assert sheet.content() == loaded


def test_a_copied_quote_gets_an_id_of_its_own(make_sheet: MakeSheet) -> None:
    """The first keeps its id, wherever the copy is put."""
    sheet = make_sheet(release(paragraph("p", ""), quote("q", "– en", "– to")))
    select_block(sheet, "q")
    sheet.copy()
    stand(sheet, "p")

    sheet.paste()

    first, second = sheet.content().blocks
    assert first.texts == second.texts
    assert first.id != "q"
    assert second.id == "q"


def test_a_speaker_that_the_release_does_not_know_is_left_out(
    sheet: Sheet, make_sheet: MakeSheet
) -> None:
    """A quote from another release comes without its speaker, and asks."""
    select_block(sheet, "q4")
    sheet.copy()
    stranger = make_sheet(
        Content(language=sheet.content().language, title=Text("Annet"), blocks=())
    )
    stranger.put_cursor(stranger.document().characterCount() - 1)

    stranger.paste()

    (block,) = stranger.content().quotes()
    assert (block.speaker, block.owner, block.is_speaker_confirmed) == (None, None, False)


def test_foreign_text_comes_as_paragraphs_in_one_step(sheet: Sheet) -> None:
    """Lines are paragraphs, HTML is not looked at, what was removed is told."""
    loaded = sheet.content()
    mime = QMimeData()
    mime.setText("en\n\nto\ntre")
    mime.setHtml("<h1 style='color:red'>en</h1><script>x()</script><img src='x.png'>")
    QApplication.clipboard().setMimeData(mime)
    stand(sheet, "p2", 4)

    sheet.paste()

    texts = [words for _, _, words in shown(sheet)]
    place = texts.index(["ACT en"])
    assert texts[place + 1 : place + 3] == [["to"], [texts[place + 2][0]]]
    assert texts[place + 2][0].startswith("trevil støtte")
    assert "\ufffc" not in sheet.toPlainText()
    sheet.undo()
    assert sheet.content() == loaded


def test_cleaning_is_the_callers_and_what_was_removed_is_told(make_sheet: MakeSheet) -> None:
    """Blocks that cleaning recognised come as such."""
    removed = (CleanUp(kind=CleanUpKind.WEB_RESIDUE, line=1, text="Del på Facebook"),)
    told: list[object] = []

    def clean(words: str, html: str | None) -> Pasted:
        assert (words, html) == ("hva som helst", None)
        return Pasted(blocks=(quote("ny", "– Ja."),), removed=removed)

    sheet = make_sheet(release(paragraph("p", "")), clean=clean)
    sheet.pasted.connect(told.append)
    stand(sheet, "p")
    QApplication.clipboard().setText("hva som helst")

    sheet.paste()

    assert told == [removed]
    (block,) = sheet.content().quotes()
    assert (block.id, block.speaker, block.owner) == ("ny", PAULSEN, ACT)


def test_several_lines_pasted_into_the_title_flow_on_into_the_body(sheet: Sheet) -> None:
    """The title takes the first line only."""
    QApplication.clipboard().setText("Nytt\nBrød")

    sheet.paste()

    assert sheet.content().title.plain.startswith("Nytt")
    assert sheet.content().blocks[0].texts[0].plain == "Brød"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[1]",
        b'{"format": 2}',
        b"\xff",
        json.dumps({"format": 1, "lines": []}).encode(),
    ],
)
def test_a_forged_clip_is_not_believed(make_sheet: MakeSheet, data: bytes) -> None:
    """What PressDesk would not have written counts as plain text."""
    sheet = make_sheet(release(paragraph("p", "")))
    mime = QMimeData()
    mime.setText("tekst")
    mime.setData(MIME_TYPE, data)
    QApplication.clipboard().setMimeData(mime)
    stand(sheet, "p")

    sheet.paste()

    assert shown(sheet) == [("Paragraph", "p", ["tekst"])]


def test_dropped_files_are_handed_on(sheet: Sheet, tmp_path: Path) -> None:
    """The place decides what to do with them."""
    told: list[str] = []
    sheet.file_dropped.connect(told.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "tekst.docx"))])
    loaded = sheet.content()
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    sheet.dropEvent(event)

    assert told == [str(tmp_path / "tekst.docx")]
    assert sheet.content() == loaded


def test_find_goes_round_and_knows_words_case_and_spaces(make_sheet: MakeSheet) -> None:
    """A hard space is found by a space."""
    sheet = make_sheet(release(paragraph("p", "Ås 10\u00a0000 ås åsen 😀 ås")))
    any_case, whole = FindOptions(), FindOptions(is_whole_word=True, is_case_sensitive=True)

    assert sheet.finder.count("ås", any_case) == 4
    assert sheet.finder.count("ås", whole) == 2
    assert sheet.finder.find("10 000", any_case)
    assert sheet.textCursor().selectedText() == "10\u00a0000"
    assert sheet.finder.find("ås", whole, is_backwards=True)
    assert sheet.textCursor().position() == sheet.textCursor().block().position() + 23
    assert not sheet.finder.find("finnes ikke", any_case)


def test_replace_all_is_one_step(sheet: Sheet) -> None:
    """Every place changes, marks stay, one undo takes all back."""
    loaded = sheet.content()

    count = sheet.finder.replace_all("ACT", "Klyngen", FindOptions(is_case_sensitive=True))

    assert count == sheet.finder.count("Klyngen", FindOptions(is_case_sensitive=True)) - (
        sum(text.plain.count("Klyngen") for block in loaded.blocks for text in block.texts)
    )
    (mark,) = sheet.content().blocks[0].texts[0].marks
    assert (mark.start, mark.end) == (0, 7)
    sheet.undo()
    assert sheet.content() == loaded


def test_replace_goes_from_place_to_place(make_sheet: MakeSheet) -> None:
    """The first call finds, each further one replaces and finds the next."""
    sheet = make_sheet(release(paragraph("p", "en to en")))
    options = FindOptions(is_whole_word=True)

    results = [sheet.finder.replace("en", "tre", options) for _ in range(3)]

    assert results == [False, True, True]
    assert shown(sheet) == [("Paragraph", "p", ["tre to tre"])]
