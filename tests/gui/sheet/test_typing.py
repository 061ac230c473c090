from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from gui.foundations.hands import press_key, type_text
from gui.sheet.releases import PAULSEN, paragraph, quote, release
from pressdesk.domain.content import BulletList, FactBox, Paragraph, QuoteBlock, Subheading
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import Text

if TYPE_CHECKING:
    from gui.sheet.conftest import MakeSheet
    from pressdesk.gui.sheet import Sheet


def shown(sheet: Sheet) -> list[tuple[str, str, list[str]]]:
    """Return the body as (kind, id, words) for short comparisons."""
    return [
        (type(block).__name__, block.id, [text.plain for text in block.texts])
        for block in sheet.content().blocks
    ]


def stand(sheet: Sheet, block_id: str, offset: int = 0) -> None:
    """Put the cursor into a block."""
    block = sheet.page.find(BlockId(block_id))
    assert block is not None
    sheet.put_cursor(block.position() + offset)


def test_enter_in_the_middle_gives_the_id_to_the_first_half(make_sheet: MakeSheet) -> None:
    """The words behind the cursor become a new paragraph."""
    sheet = make_sheet(release(paragraph("p", "en to")))
    stand(sheet, "p", 2)

    type_text(sheet, "\n")

    assert shown(sheet) == [("Paragraph", "p", ["en"]), ("Paragraph", "new-1", [" to"])]
    sheet.undo()
    assert shown(sheet) == [("Paragraph", "p", ["en to"])]


def test_enter_at_the_very_start_leaves_the_id_with_the_words(make_sheet: MakeSheet) -> None:
    """An empty paragraph above is the new one, also above a quote."""
    sheet = make_sheet(release(paragraph("p", "en"), quote("q", "– to", "– tre")))

    stand(sheet, "p")
    type_text(sheet, "\n")
    stand(sheet, "q")
    type_text(sheet, "\n")

    assert [(kind, words) for kind, _, words in shown(sheet)] == [
        ("Paragraph", [""]),
        ("Paragraph", ["en"]),
        ("Paragraph", [""]),
        ("QuoteBlock", ["– to", "– tre"]),
    ]
    assert [block_id for _, block_id, words in shown(sheet) if words != [""]] == ["p", "q"]


def test_enter_in_a_quote_makes_a_paragraph_of_the_same_quote(make_sheet: MakeSheet) -> None:
    """With Shift or without; a second Enter at the end leaves the quote."""
    sheet = make_sheet(release(quote("q", "– to")))
    stand(sheet, "q", 4)

    type_text(sheet, "\n– tre")
    press_key(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "\r")
    type_text(sheet, "– fire\n\nVidere")

    assert shown(sheet) == [
        ("QuoteBlock", "q", ["– to", "– tre", "– fire"]),
        ("Paragraph", sheet.content().blocks[1].id, ["Videre"]),
    ]


def test_the_title_takes_no_line_break(sheet: Sheet) -> None:
    """Enter goes on to the lead; in the lead it makes a paragraph of the lead."""
    title = sheet.content().title

    type_text(sheet, "\n")
    assert sheet.current_block_id == "lead"
    sheet.put_cursor(sheet.textCursor().block().next().position() - 1)
    type_text(sheet, "\nMer.")

    assert sheet.content().title == title
    assert [text.plain for text in sheet.content().lead][1:] == ["Mer."]


def test_enter_after_a_subheading_and_twice_in_a_list(make_sheet: MakeSheet) -> None:
    """A paragraph follows a subheading; an empty point leaves the list."""
    sheet = make_sheet(
        release(
            Subheading(id=BlockId("s"), text=Text("Tema")),
            BulletList(id=BlockId("l"), items=(Text("en"),)),
        )
    )

    stand(sheet, "s", 4)
    type_text(sheet, "\nTekst")
    stand(sheet, "l", 2)
    type_text(sheet, "\nto\n\nSlutt")

    assert [(kind, words) for kind, _, words in shown(sheet)] == [
        ("Subheading", ["Tema"]),
        ("Paragraph", ["Tekst"]),
        ("BulletList", ["en", "to"]),
        ("Paragraph", ["Slutt"]),
    ]


def test_an_empty_point_in_the_middle_parts_the_list(make_sheet: MakeSheet) -> None:
    """The second list gets an id of its own."""
    items = (Text("en"), Text(""), Text("to"))
    sheet = make_sheet(release(BulletList(id=BlockId("l"), items=items)))
    stand(sheet, "l", 3)

    type_text(sheet, "\n")

    kinds = [kind for kind, _, _ in shown(sheet)]
    assert kinds == ["BulletList", "Paragraph", "BulletList"]
    assert len({block_id for _, block_id, _ in shown(sheet)}) == 3


def test_backspace_at_the_start_merges(make_sheet: MakeSheet) -> None:
    """The upper line says what the result is."""
    sheet = make_sheet(release(paragraph("p", "en"), Subheading(id=BlockId("s"), text=Text("to"))))
    stand(sheet, "s")

    type_text(sheet, "\b")

    assert shown(sheet) == [("Paragraph", "p", ["ento"])]
    assert sheet.textCursor().positionInBlock() == 2


def test_an_empty_line_above_goes_and_the_quote_stays_a_quote(make_sheet: MakeSheet) -> None:
    """Backspace takes away the empty paragraph, not the quote's nature."""
    sheet = make_sheet(release(paragraph("p", ""), quote("q", "– to")))
    stand(sheet, "q")

    type_text(sheet, "\b")

    assert shown(sheet) == [("QuoteBlock", "q", ["– to"])]


def test_merging_quotes_of_two_people_asks_again_who_speaks(make_sheet: MakeSheet) -> None:
    """The first speaker stays, but is no longer confirmed."""
    sheet = make_sheet(release(quote("a", "– en"), quote("b", "– to", speaker=None)))
    stand(sheet, "b")

    type_text(sheet, "\b")

    (block,) = sheet.content().blocks
    assert isinstance(block, QuoteBlock)
    assert (block.speaker, block.is_speaker_confirmed) == (PAULSEN, False)


def test_title_and_lead_stay_when_everything_is_deleted(sheet: Sheet) -> None:
    """Select all and Delete leave a title, a lead and a body to write in, all empty."""
    loaded = sheet.content()
    sheet.selectAll()

    press_key(sheet, Qt.Key.Key_Delete)

    content = sheet.content()
    assert (content.title.plain, content.blocks, content.boilerplates) == ("", (), ())
    assert [str(item.part) for item in sheet.outline()] == ["title", "lead"]
    assert content.partners == loaded.partners
    sheet.undo()
    assert sheet.content() == loaded


def test_typing_over_several_lines_is_one_step(sheet: Sheet) -> None:
    """The letter replaces what was selected, and one undo brings it all back."""
    loaded = sheet.content()
    stand(sheet, "p1", 3)
    start = sheet.textCursor().position()
    stand(sheet, "p2", 3)
    sheet.put_cursor(sheet.textCursor().position(), start)

    type_text(sheet, "å")

    assert shown(sheet)[0][2][0].startswith("ACTå vil støtte")
    sheet.undo()
    assert sheet.content() == loaded


def test_letters_of_an_input_method_are_kept_composed(make_sheet: MakeSheet) -> None:
    """An accent that comes after its letter becomes one character with it."""
    sheet = make_sheet(release(paragraph("p", "caf")))
    stand(sheet, "p", 3)

    for letters in ("e", "\u0301"):
        event = QInputMethodEvent()
        event.setCommitString(letters)
        QApplication.sendEvent(sheet, event)

    assert shown(sheet) == [("Paragraph", "p", ["café"])]


def test_fact_box_and_picture_by_keyboard(make_sheet: MakeSheet) -> None:
    """Enter goes from heading to facts and out again, and from caption to credit."""
    sheet = make_sheet(release(FactBox(id=BlockId("f"), heading=Text("Fakta"), items=())))
    stand(sheet, "f", 5)

    type_text(sheet, "\nen\nto\n\nUt")

    assert [words for _, _, words in shown(sheet)] == [["Fakta", "en", "to"], ["Ut"]]


def test_tab_leaves_the_sheet(sheet: Sheet) -> None:
    """Tab is for moving between the parts of the window."""
    loaded = sheet.content()

    type_text(sheet, "\t")

    assert sheet.content() == loaded
    assert sheet.accessibleName()


def test_an_empty_paragraph_in_the_body_is_kept(make_sheet: MakeSheet) -> None:
    """Only the place to write that the sheet added itself stands for nothing."""
    sheet = make_sheet(release(paragraph("p", "")))

    assert sheet.content().blocks == (Paragraph(id=BlockId("p"), text=Text("")),)
