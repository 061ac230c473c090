"""The theme's colours as the sheet wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from pressdesk.gui.sheet import SheetLook

if TYPE_CHECKING:
    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import PartnerId
    from pressdesk.gui.theme_look import Look


def sheet_look(look: Look) -> SheetLook:
    """Return the colours of the sheet in the theme shown now."""
    color = look.color
    return SheetLook(
        ink=color("ink"),
        muted=color("muted"),
        line=color("line"),
        canvas=color("bg"),
        paper=color("paper"),
        box=color("inspector"),
        accent=color("accent"),
        accent_soft=color("accent_soft"),
        selection=color("selection"),
        selection_ink=color("ink"),
        ok=color("ok"),
        ok_soft=color("ok_soft"),
        warn=color("warn"),
        warn_soft=color("warn_soft"),
        bad=color("danger"),
        bad_soft=color("danger_soft"),
        grammar=color("grammar"),
        fallback_owner=color("muted"),
    )


def partner_color(look: Look, content: Content, partner: PartnerId | None) -> QColor | None:
    """Return the colour of a partner, None for nobody."""
    for slot, one in enumerate(content.partners):
        if one.id == partner:
            return QColor(look.theme.partner(slot).main)
    return None
