from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from gui.foundations.hands import press_key, type_text
from gui.sheet.releases import ACT, PAULSEN, paragraph, quote, release
from pressdesk.domain.content import Content, Spokesperson
from pressdesk.domain.ids import PersonId
from pressdesk.domain.text import EMPTY, MarkKind
from pressdesk.gui.sheet import FindOptions, Part, Sheet
from unit.gui_sheet.contents import contents

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.sheet.conftest import MakeSheet

SEEDS = range(8)


@given(content=contents())
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_content_comes_back_unchanged(make_sheet: MakeSheet, content: Content) -> None:
    """What is loaded is what is read, letter by letter and mark by mark."""
    sheet = make_sheet(release(paragraph("p", "x")))

    sheet.load(content)

    assert sheet.content() == content
    assert not sheet.document().isUndoAvailable()
    sheet.close()


@given(content=contents(), other=contents())
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_applying_another_content_is_one_step(
    make_sheet: MakeSheet, content: Content, other: Content
) -> None:
    """The sheet says the other content; one undo brings back the first, exactly."""
    sheet = make_sheet(content)

    sheet.apply(other)

    assert sheet.content() == other
    sheet.undo()
    assert sheet.content() == content
    sheet.redo()
    assert sheet.content() == other
    sheet.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_400_random_edits_leave_a_valid_text_and_can_be_undone(sheet: Sheet, seed: int) -> None:
    """Ids stay unique, the content can always be made, undo and redo are exact."""
    loaded = sheet.content()
    hands = Hands(sheet, random.Random(seed))

    for number in range(400):
        hands.do_something()
        assert_valid(sheet, number, hands.last)
    last = sheet.content()
    steps = undo_all(sheet)

    assert sheet.content() == loaded
    for _ in range(steps):
        sheet.redo()
    assert not sheet.document().isRedoAvailable()
    assert sheet.content() == last


def assert_valid(sheet: Sheet, number: int, what: str) -> None:
    """Check what must hold after every edit."""
    content = sheet.content()
    ids = [block.id for block in content.blocks] + [one.id for one in content.boilerplates]
    assert all(ids), (number, what)
    assert len(set(ids)) == len(ids), (number, what)
    lines = sheet.page.lines()
    assert lines[0].shape.kind == "title", (number, what)
    for block in sheet.page.blocks():
        assert sheet.page.formats.is_styled(block, sheet.page.shape(block).kind), (number, what)


def undo_all(sheet: Sheet) -> int:
    """Undo everything; return how many steps that took."""
    steps = 0
    while sheet.document().isUndoAvailable():
        sheet.undo()
        sheet.content()
        steps += 1
    return steps


class Hands:
    """Does what people and other parts of the program may do to a sheet, at random."""

    def __init__(self, sheet: Sheet, chance: random.Random) -> None:
        self.sheet = sheet
        self.chance = chance
        self.last = ""
        self.names = 0

    def do_something(self) -> None:
        """Do one thing, sometimes with time to settle afterwards."""
        actions: list[Callable[[], object]] = [
            self._go,
            self._go,
            self._select,
            self._type,
            self._type,
            self._enter,
            self._enter,
            self._erase,
            self._erase,
            self._cut,
            self._copy,
            self._paste,
            self._paste_foreign,
            self._convert,
            self._convert,
            self._move,
            self._delete,
            self._insert,
            self._undo,
            self._redo,
            self._speak,
            self._know,
            self._mark,
            self._meddle,
            self._apply,
            self._replace,
        ]
        action = self.chance.choice(actions)
        self.last = action.__name__
        action()
        if self.chance.random() < 0.3:
            QCoreApplication.processEvents()

    def _go(self) -> None:
        last = self.sheet.document().characterCount() - 1
        self.sheet.put_cursor(self.chance.randint(0, last))
        if self.chance.random() < 0.4:
            end = self.chance.choice((Qt.Key.Key_Home, Qt.Key.Key_End))
            press_key(self.sheet, end)

    def _select(self) -> None:
        last = self.sheet.document().characterCount() - 1
        start = self.chance.randint(0, last)
        self.sheet.put_cursor(min(last, start + self.chance.randint(0, 300)), start)

    def _type(self) -> None:
        type_text(self.sheet, self.chance.choice(("å", "hei ", "–", "😀", "e\u0301", "[x]", "«")))

    def _enter(self) -> None:
        modifier = self.chance.choice(
            (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        )
        press_key(self.sheet, Qt.Key.Key_Return, modifier, "\r")

    def _erase(self) -> None:
        modifier = self.chance.choice(
            (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
        )
        key = self.chance.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete))
        for _ in range(self.chance.randint(1, 3)):
            press_key(self.sheet, key, modifier, "\b")

    def _cut(self) -> None:
        self.sheet.cut()

    def _copy(self) -> None:
        self.sheet.copy()

    def _paste(self) -> None:
        self.sheet.paste()

    def _paste_foreign(self) -> None:
        QApplication.clipboard().setText(
            self.chance.choice(("ord", "to\nlinjer", "\n\n", "a\n\nb\nc"))
        )
        self.sheet.paste()

    def _convert(self) -> None:
        self.sheet.commands.convert(self.chance.choice(list(Part)))

    def _move(self) -> None:
        self.chance.choice((self.sheet.commands.move_up, self.sheet.commands.move_down))()

    def _delete(self) -> None:
        if self.chance.random() < 0.3:
            self.sheet.commands.delete_block()

    def _insert(self) -> None:
        parts = (Part.PARAGRAPH, Part.QUOTE, Part.FACT_BOX, Part.IMAGE, Part.LIST, Part.SUBHEADING)
        self.sheet.commands.insert_after(self.chance.choice(parts))

    def _undo(self) -> None:
        self.sheet.undo()

    def _redo(self) -> None:
        self.sheet.redo()

    def _speak(self) -> None:
        quotes = list(self.sheet.content().quotes())
        if quotes:
            self.sheet.set_quote(
                self.chance.choice(quotes).id, speaker=PAULSEN, owner=ACT, is_indirect=False
            )

    def _know(self) -> None:
        content = self.sheet.content()
        self.names += 1
        person = Spokesperson(id=PersonId(f"person-{self.names}"), name="Ola Nordmann")
        people = (*content.spokespersons[:2], person)
        self.sheet.update_facts(replace(content, place=f"Sted {self.names}", spokespersons=people))

    def _mark(self) -> None:
        self.sheet.commands.toggle(self.chance.choice((MarkKind.STRONG, MarkKind.EMPHASIS)))

    def _meddle(self) -> None:
        """Edit the document as something would that knows nothing of sheets."""
        cursor = QTextCursor(self.sheet.document())
        last = self.sheet.document().characterCount() - 1
        start = self.chance.randint(0, last)
        cursor.setPosition(start)
        cursor.setPosition(
            min(last, start + self.chance.randint(0, 60)), QTextCursor.MoveMode.KeepAnchor
        )
        self.chance.choice(
            (cursor.insertBlock, cursor.removeSelectedText, lambda: cursor.insertText("a\nb"))
        )()

    def _apply(self) -> None:
        if self.chance.random() < 0.2:
            self.sheet.apply(release(quote("q1", "– Nytt."), paragraph("p9", "x")))

    def _replace(self) -> None:
        self.sheet.finder.replace_all("e", "é", FindOptions(is_whole_word=True))


def test_an_empty_content_has_places_to_write(make_sheet: MakeSheet) -> None:
    """Title, lead and body can be written where nothing was."""
    content = replace(release(paragraph("p", "x")), title=EMPTY, lead=(), blocks=())
    sheet = make_sheet(replace(content, boilerplates=()))

    type_text(sheet, "Tittel\nIngress")
    press_key(sheet, Qt.Key.Key_Down)
    type_text(sheet, "Brød")

    made = sheet.content()
    assert (made.title.plain, made.lead[0].plain) == ("Tittel", "Ingress")
    assert [block.texts[0].plain for block in made.blocks] == ["Brød"]
