from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from gui.foundations.hands import press_key, type_text
from gui.sheet.releases import ACT, HAUGLAND, PAULSEN, SKIFT, paragraph, quote, release
from gui.sheet.test_typing import shown, stand
from pressdesk.domain.content import Content, QuoteBlock
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import MarkKind
from pressdesk.gui.sheet import LEAD_ID, TITLE_ID, Part, Wave

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.sheet.conftest import MakeSheet
    from pressdesk.gui.sheet import Sheet


def test_a_paragraph_becomes_a_quote_and_back(make_sheet: MakeSheet) -> None:
    """The dash comes and goes; who spoke last is taken over, to be confirmed."""
    sheet = make_sheet(release(quote("q", "– en"), paragraph("p", "Dette er bra")))
    loaded = sheet.content()
    stand(sheet, "p", 5)

    assert sheet.commands.convert(Part.QUOTE)

    block = sheet.content().blocks[1]
    assert isinstance(block, QuoteBlock)
    assert block.texts[0].plain == "–\u00a0Dette er bra"
    assert (block.id, block.speaker, block.owner) == ("p", PAULSEN, ACT)
    assert not block.is_speaker_confirmed
    assert sheet.textCursor().positionInBlock() == 7
    sheet.undo()
    assert sheet.content() == loaded
    sheet.redo()
    sheet.commands.convert(Part.PARAGRAPH)
    assert sheet.content() == loaded


def test_a_quote_by_nobody_asks_who_speaks(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    """The place is told which quote it is."""
    sheet = make_sheet(release(paragraph("p", "– Dette er bra")))
    stand(sheet, "p")

    with qtbot.waitSignal(sheet.speaker_asked) as asked:
        sheet.commands.convert(Part.QUOTE)

    assert asked.args == ["p"]
    assert shown(sheet) == [("QuoteBlock", "p", ["– Dette er bra"])]


def test_several_paragraphs_become_one_list_and_separate_again(make_sheet: MakeSheet) -> None:
    """A list, a quote and a fact box take in all that is selected."""
    sheet = make_sheet(release(paragraph("a", "- en"), paragraph("b", "• to")))
    stand(sheet, "a")
    start = sheet.textCursor().position()
    stand(sheet, "b")
    sheet.put_cursor(sheet.textCursor().position(), start)

    sheet.commands.convert(Part.LIST)

    assert shown(sheet) == [("BulletList", "a", ["en", "to"])]
    sheet.commands.convert(Part.PARAGRAPH)
    assert [words for _, _, words in shown(sheet)] == [["en"], ["to"]]


def test_every_kind_can_become_every_other_and_be_undone(sheet: Sheet) -> None:
    """Each change is one step; title and boilerplates stay what they are."""
    for block in sheet.content().blocks:
        for part in Part:
            before = sheet.content()
            stand(sheet, block.id)
            if sheet.commands.convert(part):
                assert sheet.content() != before
                sheet.undo()
            assert sheet.content() == before
    sheet.go_to(TITLE_ID)
    assert not sheet.commands.convert(Part.QUOTE)


def test_a_whole_quote_moves_as_one(make_sheet: MakeSheet) -> None:
    """Alt+Down and back; the cursor goes along."""
    sheet = make_sheet(release(quote("q", "– en", "– to"), paragraph("p", "tre")))
    stand(sheet, "q", 7)

    assert sheet.commands.move_down()

    assert [block_id for _, block_id, _ in shown(sheet)] == ["p", "q"]
    assert sheet.textCursor().block().text() == "– to"
    assert not sheet.commands.move_down()
    sheet.commands.move_up()
    assert [block_id for _, block_id, _ in shown(sheet)] == ["q", "p"]


def test_shortcuts_do_what_the_actions_say(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    """The keyboard reaches every action; actions know what can be done."""
    sheet = make_sheet(release(paragraph("p", "en"), paragraph("r", "to")))
    sheet.activateWindow()
    sheet.setFocus()
    qtbot.waitUntil(sheet.hasFocus)
    stand(sheet, "r")
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier

    qtbot.keyClick(sheet, Qt.Key.Key_Up, alt)
    qtbot.keyClick(sheet, Qt.Key.Key_2, ctrl)
    qtbot.keyClick(sheet, Qt.Key.Key_Return, ctrl)
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace, ctrl | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(sheet, Qt.Key.Key_Z, ctrl)
    qtbot.keyClick(sheet, Qt.Key.Key_Z, ctrl)
    stand(sheet, "r")

    assert shown(sheet) == [("Subheading", "r", ["to"]), ("Paragraph", "p", ["en"])]
    assert sheet.actions_for_menus.conversions[Part.SUBHEADING].isChecked()
    assert all(action.shortcut().toString() for action in sheet.actions_for_menus.all())
    assert all(action.text() and action.objectName() for action in sheet.actions_for_menus.all())


def test_delete_and_insert_blocks(make_sheet: MakeSheet) -> None:
    """A new paragraph comes below; the last block can go, and a place to write stays."""
    sheet = make_sheet(release(quote("q", "– en", "– to")))
    stand(sheet, "q")

    sheet.commands.insert_after()
    type_text(sheet, "Ny")
    stand(sheet, "q")
    sheet.commands.delete_block()

    assert [words for _, _, words in shown(sheet)] == [["Ny"]]
    sheet.commands.delete_block()
    assert sheet.content().blocks == ()
    type_text(sheet, "Igjen")
    assert [words for _, _, words in shown(sheet)] == [["Igjen"]]


def test_facts_are_undone_with_everything_else(sheet: Sheet) -> None:
    """What forms change lies in the same line of steps as what is typed."""
    loaded = sheet.content()
    type_text(sheet, "Nå: ")

    sheet.update_facts(replace(sheet.content(), place="Bodø"))
    type_text(sheet, "x")

    assert sheet.content().place == "Bodø"
    sheet.undo()
    sheet.undo()
    assert sheet.content().place == "Mo i Rana"
    sheet.undo()
    assert sheet.content() == loaded


def test_somebody_who_is_gone_speaks_no_more(sheet: Sheet) -> None:
    """Removing a spokesperson leaves their quotes without a speaker, in the same step."""
    content = sheet.content()
    people = tuple(one for one in content.spokespersons if one.id != HAUGLAND)

    sheet.update_facts(
        Content(
            language=content.language,
            title=content.title,
            partners=content.partners,
            spokespersons=people,
        )
    )

    assert {one.speaker for one in sheet.content().quotes()} == {PAULSEN, None}
    sheet.undo()
    assert sheet.content() == content


def test_a_speaker_is_set_for_all_of_a_quote(sheet: Sheet) -> None:
    """The whole quote changes hands in one step."""
    loaded = sheet.content()

    assert sheet.set_quote(BlockId("q4"), speaker=PAULSEN, owner=ACT, is_indirect=True)

    (block,) = (one for one in sheet.content().quotes() if one.id == "q4")
    assert (block.speaker, block.owner, block.is_indirect) == (PAULSEN, ACT, True)
    assert len(block.paragraphs) == 2
    sheet.undo()
    assert sheet.content() == loaded
    assert not sheet.set_quote(BlockId("p1"), speaker=None, owner=SKIFT, is_indirect=False)


def test_the_outline_follows_once_for_many_changes(sheet: Sheet, qtbot: QtBot) -> None:
    """Changes of structure are told together; letters in a paragraph are none."""
    told: list[str] = []
    sheet.structure_changed.connect(lambda: told.append("structure"))
    sheet.text_edited.connect(lambda: told.append("text"))
    stand(sheet, "p1", 3)
    type_text(sheet, "x")
    qtbot.waitUntil(lambda: told == ["text"])

    with qtbot.waitSignal(sheet.structure_changed):
        sheet.commands.delete_block()
        sheet.commands.delete_block()
    with qtbot.waitSignal(sheet.structure_changed):
        sheet.undo()

    assert told.count("structure") == 2
    items = sheet.outline()
    assert [item.id for item in items[:3]] == [TITLE_ID, LEAD_ID, "q1"] or items[2].id == "q2"
    assert items[-1].words == "Om Skift"


def test_undo_of_a_change_of_kind_alone_is_noticed(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    """A line that becomes a subheading, and a paragraph again, changes the outline."""
    sheet = make_sheet(release(paragraph("p", "en")))
    stand(sheet, "p")
    with qtbot.waitSignal(sheet.structure_changed):
        sheet.commands.convert(Part.SUBHEADING)

    with qtbot.waitSignal(sheet.structure_changed):
        sheet.undo()

    assert sheet.outline()[2].part is Part.PARAGRAPH


def test_the_place_hears_which_block_is_entered(sheet: Sheet) -> None:
    """Once per block, not at every key."""
    entered: list[str] = []
    sheet.block_entered.connect(entered.append)

    sheet.go_to(BlockId("q2"))
    press_key(sheet, Qt.Key.Key_Right)
    sheet.go_to(TITLE_ID)

    assert entered == ["q2", "title"]
    assert sheet.current_block_id == TITLE_ID
    assert not sheet.go_to(BlockId("nowhere"))


def test_underlines_follow_the_words_and_undo_knows_nothing_of_them(
    sheet: Sheet, qtbot: QtBot
) -> None:
    """A finding stays at its word while letters are typed before it."""
    sheet.go_to(BlockId("q4"))
    sheet.set_marks(BlockId("q4"), [(2, 5, Wave.SPELLING), (400, 405, Wave.STYLE)])
    qtbot.waitUntil(lambda: len(sheet.extraSelections()) == 1)
    (laid,) = sheet.extraSelections()
    words = laid.cursor.selectedText()

    stand(sheet, "q4")
    type_text(sheet, "æ")

    (laid,) = sheet.extraSelections()
    assert laid.cursor.selectedText() == words == "Vi "
    sheet.undo()
    assert not sheet.document().isUndoAvailable()


def test_marks_can_be_set_and_taken_away(make_sheet: MakeSheet) -> None:
    """Bold and italic are marks of the content."""
    sheet = make_sheet(release(paragraph("p", "en to")))
    block = sheet.page.find(BlockId("p"))
    assert block is not None
    sheet.put_cursor(block.position() + 2, block.position())

    sheet.commands.toggle(MarkKind.STRONG)

    (mark,) = sheet.content().blocks[0].texts[0].marks
    assert (mark.start, mark.end, mark.kind) == (0, 2, MarkKind.STRONG)
    sheet.commands.toggle(MarkKind.STRONG)
    assert sheet.content().blocks[0].texts[0].marks == ()


def test_placeholders_are_found_one_after_another(sheet: Sheet) -> None:
    """From the start round to the first again."""
    found = []
    for _ in range(3):
        assert sheet.commands.next_placeholder()
        found.append(sheet.textCursor().selectedText())

    assert found == ["[årstall]", "[fotograf]", "[årstall]"]
