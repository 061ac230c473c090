"""Going in the editor to where something that is missing is mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.view import Pane

if TYPE_CHECKING:
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.place import EditorPlace


class GoalKind(StrEnum):
    """What kind of place something is mended at."""

    PIECE = "piece"
    QUOTE = "quote"
    COMMENT = "comment"
    PLACEHOLDER = "placeholder"
    FACTS = "facts"
    PARTNERS = "partners"
    CONTACTS = "contacts"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where to go: a piece of the text, with the words or the person it is about."""

    kind: GoalKind
    block: BlockId | None = None
    words: str = ""
    who: str = ""


def go(place: EditorPlace, goal: Goal) -> None:
    """Show the place, with the keyboard where one goes on."""
    inspector = place.view.inspector
    if goal.kind is GoalKind.PLACEHOLDER:
        place.go_to_placeholder_of(goal.block, goal.words)
        return
    if goal.block is not None:
        place.sheet.go_to(goal.block)
    place.refresh()
    if goal.kind is GoalKind.PIECE:
        place.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    place.view.ask_for(Pane.INSPECTOR)
    inspector.show_tab(_TABS[goal.kind])
    match goal.kind:
        case GoalKind.QUOTE:
            inspector.quote.ensureWidgetVisible(inspector.quote.approval)
            place.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
            place.view.ask_for(Pane.INSPECTOR)
        case GoalKind.COMMENT:
            place.review.comments.reveal_at(goal.block or "", goal.who)
        case GoalKind.PARTNERS | GoalKind.CONTACTS:
            found = place.sheet.content().partner_called(goal.who)
            inspector.facts.show_partners(found.id if found else "")
            if goal.kind is GoalKind.CONTACTS:
                inspector.facts.focus_contacts()
            else:
                inspector.facts.focus_partners()
        case GoalKind.FINDINGS:
            place.findings.go_on()
        case _:
            inspector.focus()


_TABS = {
    GoalKind.QUOTE: Tab.QUOTE,
    GoalKind.COMMENT: Tab.COMMENTS,
    GoalKind.FACTS: Tab.FACTS,
    GoalKind.PARTNERS: Tab.FACTS,
    GoalKind.CONTACTS: Tab.FACTS,
    GoalKind.FINDINGS: Tab.FINDINGS,
}
