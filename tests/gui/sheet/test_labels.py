"""What stands in the margin of the sheet, and in the outline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from gui.sheet.releases import release
from pressdesk.domain.content import QuoteBlock
from pressdesk.domain.text import Text

if TYPE_CHECKING:
    from gui.sheet.conftest import MakeSheet
    from pressdesk.gui.sheet import Sheet


def labels(sheet: Sheet) -> list[tuple[str, bool]]:
    """Return the labels of all pieces, and whether each is too long."""
    scene = sheet._scene(QRectF(sheet.viewport().rect()))
    pieces = scene.geometry.pieces(sheet.document().firstBlock(), 100_000)
    return [sheet._labels.margin(piece) for piece in pieces]


def test_a_quote_is_labelled_in_two_lines(make_sheet: MakeSheet) -> None:
    """A number is never parted from its «words»."""
    content = release()
    quote = next(iter(content.quotes()))
    long = replace(quote, paragraphs=(Text.of("– " + "ord " * 80),))
    blocks = tuple(long if block == quote else block for block in content.blocks)

    found = labels(make_sheet(replace(content, blocks=blocks)))

    quotes = [one for one in found if one[0].startswith("Quote")]
    assert quotes[0] == ("Quote\n80/60", True)
    assert all(words.count("\n") == 1 and " " not in words for words, _ in quotes)
    assert any(words.endswith("\u00a0words") for words, _ in quotes[1:])


def test_placeholders_are_not_too_long(make_sheet: MakeSheet) -> None:
    """What is to be written is of another length than what says so."""
    content = release()
    hint = "[" + "hva partene skal gjøre sammen " * 5 + "]"
    quote = next(iter(content.quotes()))
    asked = replace(quote, paragraphs=(Text.of("– [" + "ord " * 80 + "]"),))
    blocks = tuple(asked if isinstance(one, QuoteBlock) else one for one in content.blocks)
    unfinished = replace(content, title=Text.of(hint), blocks=blocks[:1])

    found = labels(make_sheet(unfinished))

    assert found[0][0].startswith("Title\n15")
    assert not any(is_over for _, is_over in found[:1])

    written = labels(make_sheet(replace(unfinished, title=Text.of(hint.strip("[]")))))
    assert written[0][1]
