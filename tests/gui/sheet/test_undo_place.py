"""Undo leaves the cursor where the change was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.sheet.releases import paragraph, release
from pressdesk.domain.ids import BlockId
from pressdesk.gui.sheet import Part

if TYPE_CHECKING:
    from gui.sheet.conftest import MakeSheet


def test_undoing_a_change_of_shape_stays_in_the_block(make_sheet: MakeSheet) -> None:
    """The next key goes to the paragraph, not to the title."""
    sheet = make_sheet(release(paragraph("a", "Første."), paragraph("b", "Andre.")))
    sheet.go_to(BlockId("b"))
    sheet.commands.convert(Part.QUOTE)

    sheet.undo()
    assert sheet.current_block_id == "b"
    sheet.redo()
    assert sheet.current_block_id == "b"
