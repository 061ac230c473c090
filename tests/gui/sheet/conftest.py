"""A sheet to write on."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from gui.sheet.releases import BLOCK_COLOURS, release
from pressdesk.gui.sheet import Sheet, SheetLook

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.domain.content import Content
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

MakeSheet = Callable[..., Sheet]


@dataclass
class Numbers:
    """Block ids that can be foretold."""

    _count: itertools.count[int] = field(default_factory=itertools.count)

    def __call__(self) -> str:
        """Return the next id."""
        return f"new-{next(self._count)}"


@pytest.fixture
def make_sheet(qtbot: QtBot, look: Look, speech: Speech) -> MakeSheet:
    """Return a maker of sheets that are shown; arguments go to the sheet."""
    del look

    def make(content: Content, **more: object) -> Sheet:
        arguments: dict[str, object] = {
            "new_id": Numbers(),
            "look": SheetLook.light(),
            "colour_of": BLOCK_COLOURS.get,
            **more,
        }
        sheet = Sheet(speech, **arguments)
        qtbot.addWidget(sheet)
        sheet.resize(900, 700)
        sheet.show()
        sheet.load(content)
        return sheet

    return make


@pytest.fixture
def sheet(make_sheet: MakeSheet) -> Sheet:
    """Return a sheet that shows a realistic release."""
    return make_sheet(release())
