"""The sheet: the editor of a whole release, without the place around it."""

from __future__ import annotations

from pressdesk.gui.sheet.clipping import MIME_TYPE, Clean, Pasted, paragraphs_of
from pressdesk.gui.sheet.commands import Commands, Finder
from pressdesk.gui.sheet.labels import Limits, Speaking
from pressdesk.gui.sheet.lines import LEAD_ID, TITLE_ID, Part
from pressdesk.gui.sheet.look import Pill, SheetLook, Tone
from pressdesk.gui.sheet.outline import OutlineItem
from pressdesk.gui.sheet.search import FindOptions
from pressdesk.gui.sheet.sheet import Sheet
from pressdesk.gui.sheet.spots import Caret, Change
from pressdesk.gui.sheet.waves import Wave

__all__ = [
    "LEAD_ID",
    "MIME_TYPE",
    "TITLE_ID",
    "Caret",
    "Change",
    "Clean",
    "Commands",
    "FindOptions",
    "Finder",
    "Limits",
    "OutlineItem",
    "Part",
    "Pasted",
    "Pill",
    "Sheet",
    "SheetLook",
    "Speaking",
    "Tone",
    "Wave",
    "paragraphs_of",
]
